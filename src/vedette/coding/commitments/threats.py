"""Red lines, ultimatums, conditional threats, warnings, announced and vague threats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.conditions import Condition, conditions
from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.hit import (
    Hit,
    Setting,
    clause_start,
    deadline_in,
    is_act,
    object_range,
    predicate_range,
    subject_range,
)
from vedette.coding.commitments.pledges import kind_of
from vedette.tables.commitments import Cue, commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.words import Match, Range, Words

_DOER = r"\b(?:any|every|each) (?:\S+ ){1,5}?(?:that|who|which|\w+ing|found)\b|\b(?:anyone|anybody|those|whoever|all) (?:who|that)\b"
_NOT_NAMED = r"\b(?:no|not (?:a|the|any)|neither|without|whether|what|where|which|whose|draw no|so-called) (?:\w+ ){0,2}red[ -]lines?"
_MODAL = r"(?:{WILL}|(?:can|should|must) (?=expect|reckon|know)|ha(?:s|ve) to|(?:has |have |had )?decided to|(?:is|are|was|were|stands?|stood|be) (?:ready|prepared|determined|poised) to)\b"
_AS = r"\b(?:regard|consider|describ|view|see|treat|call|label|declar)\w* (?P<trigger>.{2,160}?) (?:as|to be|an|a|our|its) (?:\w+ ){0,2}red[ -]lines?"
_COPULA = r"\b(?:is|are|was|were|be|been|remain\w*|constitut\w+|represent\w*|cross\w*|mean\w*|as|becom\w+)\b"


def red_line(s: Setting) -> Hit | None:
    """A line that the declarer names as one."""
    words = s.words
    if words.matches(_NOT_NAMED):
        return None
    for cue in commitment_cues().red_line:
        m = words.first(cue.pattern)
        if m is None or _told_of_past(words, m):
            continue
        trigger = _red_trigger(words, m)
        other = _deterrent_of(s)
        if trigger is None and other is not None:
            trigger = other.trigger
        return Hit("red_line_named", (m.start, m.end), trigger, weight=0.85)
    return None


def _told_of_past(words: Words, m: Match) -> bool:
    return words.matches(r"\b(?:has|have|had) (?:already )?(?:been )?crossed\b|\bcrossed (?:a|the|all|every|another)\b")


def _red_trigger(words: Words, m: Match) -> Range | None:
    named = words.first(_AS)
    if named is not None and named.group is not None:
        at = words.trim(named.group)
    else:
        text = words.words((m.start, m.end))
        after = words.words((m.end, min(m.end + 3, len(words.tokens))))
        if text.endswith("line") and after.split(" ")[:1] in (["at"], ["on"], ["around"], ["against"]):
            found = object_range(words, m.end + 1)
            return found
        if compiled(r"^(?:is|are|:|was|were)\b|^:").match(after):
            at = object_range(words, m.end + 1) or (m.end, m.end)
            return at if at[0] < at[1] and words.matches(r"^(?:any|every|attempt\w*|an attack|attack\w*)\b", at) else None
        at = _before_copula(words, m.start)
    return at if at[0] < at[1] and is_act(words, at) else None


def _before_copula(words: Words, k: int) -> Range:
    verbs = [j for j in range(max(0, k - 5), k + 1) if compiled(_COPULA).fullmatch(words.words((j, j + 1)))]
    modal = [j for j in range(max(0, k - 5), k + 1) if compiled("{WILL}").fullmatch(words.words((j, j + 1)))]
    if words.words((0, k)).endswith("as a") or not (verbs or modal):
        at = verbs[-1] if verbs else k
        return words.trim((0, at))
    first = min(verbs[-1:] + modal[-1:])
    subject = subject_range(words, first)
    return subject if subject[1] == first else words.trim((clause_start(words, first), first))


def ultimatum(s: Setting, conditional: Hit | None, demand: Hit | None) -> Hit | None:
    """A demand or a condition with a deadline."""
    words = s.words
    if conditional is not None and conditional.trigger is not None:
        deadline = deadline_in(words, conditional.trigger)
        if deadline is not None:
            return _with(conditional, "ultimatum", deadline, demand)
    if conditional is not None and conditional.demand is not None and conditional.cue[1] <= conditional.demand[1][0]:
        deadline = deadline_in(words, conditional.demand[1])
        if deadline is not None:
            return _with(conditional, "ultimatum", deadline, conditional)
    for cue in commitment_cues().ultimatum:
        m = words.first(cue.pattern)
        whole = (0, len(words.tokens))
        if m is not None and (deadline := deadline_in(words, whole)) is not None:
            base = conditional or Hit("ultimatum", (m.start, m.end), consequence=_or_else(words))
            return _with(base, "ultimatum", deadline, demand)
    if demand is not None and demand.demand is not None:
        deadline = deadline_in(words, (0, len(words.tokens)))
        firm = s.unit.cue not in {"urge", "call", "ask", "appeal"} or words.matches(r"\bmust\b|\bor else\b|\botherwise\b")
        if deadline is not None and firm and words.words(deadline).split(" ")[0] not in {"after", "past", "beyond"}:
            base = conditional or Hit("ultimatum", demand.cue, consequence=_or_else(words))
            return _with(base, "ultimatum", deadline, demand)
    return None


def _with(base: Hit, form: str, deadline: Range, demand: Hit | None) -> Hit:
    asked = demand.demand if demand is not None else base.demand
    return Hit(form, base.cue, base.trigger, base.consequence, deadline, asked, max(base.weight, 0.75))


def _or_else(words: Words) -> Range | None:
    m = words.first(r"(?: , )?\b(?:or else|or|otherwise|failing which|after that|after which)\b(?=.{0,80}?(?:{WILL}|face|risk))")
    if m is None:
        return None
    at = words.trim((m.end, len(words.tokens)))
    return at if at[0] < at[1] else None


def conditional_threat(s: Setting, demand: Hit | None) -> Hit | None:
    """A condition and a harm that hangs on it."""
    for condition in conditions(s.words):
        hit = _with_condition(s, condition)
        if hit is not None:
            return hit
    for finder in (_nominal, _subject_conditional, _object_conditional):
        hit = finder(s)
        if hit is not None:
            return hit
    either = _either(s)
    if either is not None:
        return either
    if demand is not None and demand.demand is not None:
        consequence = _or_else(s.words)
        if consequence is not None and consequence[0] > demand.cue[0] and _is_threat(s, consequence):
            return Hit("conditional_threat", demand.cue, None, consequence, None, demand.demand, 0.7)
    return None


def _either(s: Setting) -> Hit | None:
    """ "Either they hand in their arms or the army will take them"."""
    words = s.words
    m, consequence = words.first(r"\beither\b"), _or_else(words)
    if m is None or consequence is None or consequence[0] <= m.end or not _is_threat(s, consequence):
        return None
    asked = words.trim((m.end, consequence[0]))
    if asked[0] >= asked[1]:
        return None
    return Hit("conditional_threat", (m.start, m.end), None, consequence, None, (kind_of(words, asked), asked), 0.75)


def _with_condition(s: Setting, c: Condition) -> Hit | None:
    words = s.words
    main = c.main
    if words.matches(commitment_cues().idle_condition, c.at) or words.matches(commitment_cues().indirect):
        return None
    if c.mark in {"until", "till"} and not words.matches(r"{WILL}|\bno\b|continue", main):
        return None
    if not _is_threat(s, main) and not _withholds(s, c) and not _answers_defiance(s, c):
        return None
    start = _predicate_start(s, main)
    consequence = (start, main[1])
    hesitates = words.matches(r"\bnot hesitate\b", main) and c.mark == "when it comes to"
    form = "deterrent_warning" if hesitates or c.mark == "when it comes to" else "conditional_threat"
    cue = (c.at[0], min(c.at[0] + len(c.mark.split()), c.at[1]))
    return Hit(form, cue, c.at, consequence, weight=0.8)


def _predicate_start(s: Setting, main: Range) -> int:
    """The verb phrase where the declarer's own side acts, the clause where another's does."""
    words = s.words
    for m in words.find(r"(?:{WILL}|(?:is|are|was|were|stands?) (?:ready|prepared) to|must)\b"):
        if main[0] <= m.start < main[1]:
            own = m.start == main[0] or side(words, (main[0], m.start), s.declarer, s.grounding) == "own"
            return m.start if own else main[0]
    return main[0]


def _withholds(s: Setting, c: Condition) -> bool:
    """ "We will not talk until the last soldier has left"."""
    if c.mark not in {"until", "till", "unless", "as long as", "so long as", "for as long as"}:
        return False
    modal = next((m for m in s.words.find("{WILL}") if c.main[0] <= m.start and m.end < c.main[1]), None)
    if modal is None or s.declarer.standing < 2:
        return False
    verb = s.words.words((modal.end, c.main[1]))
    whose = side(s.words, (c.main[0], modal.start), s.declarer, s.grounding) if modal.start > c.main[0] else "own"
    return whose != "other" and compiled(commitment_cues().withheld).match(verb) is not None


def _answers_defiance(s: Setting, c: Condition) -> bool:
    """ "If they do not stop, we will go and look for them": any answer of one's own to an act of defiance."""
    words, cues = s.words, commitment_cues()
    modal = next((m for m in words.find("{WILL}") if c.main[0] <= m.start and m.end < c.main[1]), None)
    if modal is None or s.declarer.standing < 2 or not words.matches(cues.defiance, c.at):
        return False
    verb = compiled("^{ADV}").sub("", words.words((modal.end, c.main[1])))
    if compiled(cues.cooperative).search(verb) or verb.startswith(("not ", "be ", "have ")):
        return False
    own = words.matches(r"^we\b", (c.main[0], modal.start)) or s.declarer.country is not None
    return own and side(words, (c.main[0], modal.start), s.declarer, s.grounding) == "own"


def _is_threat(s: Setting, at: Range) -> bool:
    """Whether a clause is a harm by the declarer's side, or one that another side will suffer."""
    words, cues = s.words, commitment_cues()
    text = words.words(at)
    plain = (*cues.conditional_subject, *cues.announced)
    if any(c.start >= at[0] and c.end <= at[1] for cue in plain for c in words.find(cue.pattern)):
        return True
    warned = words.first(r"\b(?:warning|threatening) (?:\S+ ){0,4}?(?:of|with) ")
    if warned is not None and any(compiled("^" + c.pattern).search(words.words((warned.end, at[1]))) for c in cues.nominal_threat):
        return True
    modal = next((m for m in words.find(_MODAL) if at[0] <= m.start and m.end < at[1]), None)
    if modal is None:
        infinitive = at[0] == 0 and words.prefix in {"will", "is going"}
        noun = at[0] == 0 and s.unit.cue in {"warn", "threaten", "promise", "vow", "caution"}
        named = noun and any(compiled("^" + c.pattern).search(text) for c in cues.nominal_threat)
        return named or (infinitive and compiled(cues.harm).search(text) is not None)
    verb = compiled("^{ADV}").sub("", words.words((modal.end, at[1])))
    whose = side(words, (at[0], modal.start), s.declarer, s.grounding) if modal.start > at[0] else "own"
    if compiled(cues.nothing).match(text) and whose != "other":
        return True
    if compiled(cues.harm).search(verb) is None or compiled(cues.cooperative).match(verb):
        return False
    if whose != "own" and compiled(cues.victims).match(verb) is not None:
        return True
    official = whose == "state" and s.declarer.standing == 2
    return whose == "own" or official or verb.startswith("be ") or words.matches(r"^there\b", at)


def _nominal(s: Setting) -> Hit | None:
    """ "warned of a tough response to further incursions"."""
    if s.unit.cue not in {"warn", "threaten", "promise", "vow", "caution", "pledge", "announce"}:
        return None
    words = s.words
    for cue in commitment_cues().nominal_threat:
        m = words.first(cue.pattern)
        if m is None or m.start > 1 or m.end >= len(words.tokens):
            continue
        if words.token(m.end).text.lower() in {"to", "against", "for", "after", "in"}:
            trigger = object_range(words, m.end + 1)
            if trigger is not None:
                form = "deterrent_warning" if words.matches(r"^any\b", trigger) else "conditional_threat"
                return Hit(form, (m.start, m.end), trigger, (m.start, m.end), weight=0.65)
    return None


def _subject_conditional(s: Setting) -> Hit | None:
    """ "Any attack would be met with force"."""
    words, cues = s.words, commitment_cues()
    for cue in cues.conditional_subject:
        for m in words.find(cue.pattern):
            subject = subject_range(words, m.start)
            if subject[0] >= subject[1]:
                continue
            general = words.matches(cues.any_act, subject) or words.matches(cues.personal, subject)
            act = any(words.matches(t.pattern, subject) for t in cues.trigger_words) and subject[1] - subject[0] > 1
            definite = words.matches(r"^the (?!.* of )(?!.* who )(?!.* that )", subject) or words.matches(r"^(?:this|that|these|those(?! who)|they|he|it|you|such|his|her|their)\b", subject)
            if not (general or (act and not definite)) or words.matches(r"^(?:an? (?:response|reply|answer))", subject):
                continue
            consequence = predicate_range(words, m.start)
            return Hit("conditional_threat", (m.start, m.end), subject, consequence, weight=0.75)
    return None


def _object_conditional(s: Setting) -> Hit | None:
    """ "We will treat any landing as an act of war"."""
    words = s.words
    for cue in commitment_cues().conditional_object:
        for m in words.find(cue.pattern):
            if m.group is None:
                continue
            group = m.group if m.group[1] - m.group[0] > 1 else object_range(words, m.group[0])
            if group is not None:
                return Hit("conditional_threat", (m.start, m.end), words.trim(group), predicate_range(words, m.start))
    return None


def deterrent(s: Setting) -> Hit | None:
    """A warning against an act, its condition left implicit."""
    if s.unit.cue in {"warn", "caution"} and not _warns_of(s):
        m = s.words.first(r"\bagainst (?=\w)")
        if m is not None and m.start <= 8 and not s.words.matches("{WILL}", (0, m.start)):
            trigger = object_range(s.words, m.end)
            if trigger is not None:
                return Hit("deterrent_warning", (m.start, m.end), trigger, weight=0.75)
    return _deterrent_of(s)


def _warns_of(s: Setting) -> bool:
    """"warned of threats against …": what follows is feared, not forbidden."""
    cue = s.unit.cue_token
    return cue is not None and s.words.parsed.tokens[min(cue + 1, len(s.words.parsed.tokens) - 1)].text.lower() == "of"


def _deterrent_of(s: Setting) -> Hit | None:
    for cue in commitment_cues().deterrent:
        for m in s.words.find(cue.pattern):
            hit = _deterrent_at(s, cue, m)
            if hit is not None:
                return hit
    return None


def _deterrent_at(s: Setting, cue: Cue, m: Match) -> Hit | None:
    words, cues = s.words, commitment_cues()
    subject = subject_range(words, m.start)
    at = (m.start, m.end)
    if cue.trigger == "whole":
        return Hit("deterrent_warning", at, words.trim(at), weight=0.6)
    if cue.trigger == "subject":
        future = words.matches(r"{WILL}|not", (max(0, m.start - 1), m.end))
        general = words.matches(r"^(?:any|every|each|all|further|such|attempts?)\b", subject)
        if subject[0] >= subject[1] or not (general or (future and is_act(words, subject) and _acts(words, subject))):
            return None
        return Hit("deterrent_warning", at, subject, weight=0.7)
    if side(words, subject, s.declarer, s.grounding) == "other":
        return None
    if cue.trigger == "condition":
        verb = predicate_range(words, m.start)
        if not any(words.matches(c.pattern, verb) for c in cues.consequences):
            return None
        return Hit("deterrent_warning", at, None, verb, weight=0.65)
    found = object_range(words, m.end)
    if found is None or words.matches(cues.negotiable, (found[0], min(found[0] + 4, found[1]))):
        return None
    consequence = words.trim((m.start, _before_preposition(words, m))) if cue.consequence else None
    return Hit("deterrent_warning", at, found, consequence, weight=0.75)


def _acts(words: Words, at: Range) -> bool:
    return any(words.matches(t.pattern, at) for t in commitment_cues().trigger_words)


def _before_preposition(words: Words, m: Match) -> int:
    last = words.token(m.end - 1).text.lower()
    return m.end - 1 if last in {"to", "against", "for"} else m.end


def announced(s: Setting) -> Hit | None:
    """An intent to harm, without a condition; with one where its object is whoever does something."""
    words = s.words
    if s.unit.cue in {"threaten", "vow", "swear", "promise", "pledge"} and words.matches(commitment_cues().revenge):
        whole = words.trim((0, len(words.tokens)))
        return Hit("announced_threat", (0, 1), None, whole, weight=0.6)
    for cue in commitment_cues().announced:
        for m in words.find(cue.pattern):
            subject = subject_range(words, m.start)
            passive = words.matches(r"{WILL} {ADV}be\b|\btargets?\b", (m.start, m.end))
            whose = side(words, subject, s.declarer, s.grounding)
            if (whose == "other" and not passive) or words.matches(r"\bno\b|\bnot\b", (m.start, m.end)):
                continue
            consequence = predicate_range(words, subject[0] if passive and subject[0] < subject[1] else m.start)
            doer = words.first(_DOER)
            if doer is not None and doer.start >= m.end - 1:
                trigger = (doer.start, consequence[1])
                if trigger[0] < trigger[1]:
                    return Hit("conditional_threat", (m.start, m.end), trigger, consequence, weight=0.65)
            return Hit("announced_threat", (m.start, m.end), None, consequence, weight=0.65)
    return None


def vague(s: Setting) -> Hit | None:
    """A threat that names neither act nor consequence."""
    words, cues = s.words, commitment_cues()
    for cue in cues.vague:
        for m in words.find(cue.pattern):
            after = words.words((m.end, min(m.end + 6, len(words.tokens))))
            if compiled(cues.negotiable).search(after):
                continue
            at = (m.start, m.end)
            return Hit("vague_warning", at, None, predicate_range(words, m.start), weight=0.65)
    return None
