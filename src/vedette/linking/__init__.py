"""Records to judgements: same event, same line, who copies whom, who contradicts whom."""

from vedette.linking.company import Company, company
from vedette.linking.dossiers import Linked, build_dossiers, link, mentions_of, touches_of
from vedette.linking.lines import Line
from vedette.linking.mentions import mention_groups
from vedette.linking.origins import Origins
from vedette.linking.stories import story_groups

__all__ = [
    "Company",
    "Line",
    "Linked",
    "Origins",
    "build_dossiers",
    "company",
    "link",
    "mention_groups",
    "mentions_of",
    "story_groups",
    "touches_of",
]
