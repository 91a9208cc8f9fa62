"""Records to judgements: same event, same line, who copies whom, who contradicts whom."""

from vedette.linking.company import Company, company
from vedette.linking.mentions import mention_groups
from vedette.linking.stories import story_groups

__all__ = ["Company", "company", "mention_groups", "story_groups"]
