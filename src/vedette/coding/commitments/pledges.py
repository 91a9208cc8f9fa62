"""Demands, assurances, self-limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.hit import Hit, Setting, subject_range
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled, declarer_words

if TYPE_CHECKING:
    from vedette.coding.commitments.words import Match, Range, Words


def demand(s: Setting) -> Hit | None:
    """What is asked of an adversary or counterpart."""
    return _reported(s) or _called(s) or _stated(s) or _imperative(s) or _left_to(s)


def _reported(s: Setting) -> Hit | None:
    words, d = s.words, commitment_cues().demand
    if s.unit.cue not in d.cues or s.unit.cue_token is None:
        return None
    whole = words.trim((0, len(words.tokens)))
    strong = s.unit.cue in d.strong
    addressee = _addressee(words)
    between_states = words.matches(commitment_forms().handed) and _other(s, addressee)
    due = between_states or words.matches(d.matter) or (strong and words.matches(d.nouns))
    if whole[0] >= whole[1] or not (due or words.matches(commitment_forms().mission, addressee)):
        return None
    asks = words.matches(r"\bto \w+|\bthat \w+", (0, min(14, len(words.tokens)))) or words.matches(d.nouns)
    verb = any(t.tag == "VB" for t in map(words.token, range(len(words.tokens))))
    if not (asks or verb) or (not strong and words.matches(d.weak)):
        return None
    if addressee[0] < addressee[1] and words.matches(d.onlookers, addressee):
        return None
    if not words.matches(r"^(?:the|an?|its?|their|all|\w+ed) ", addressee) and _own_actor(s, addressee):
        return None
    if not _cue_asks(s, addressee):
        return None
    return Hit("demand", whole, demand=(kind_of(words, whole), whole), weight=0.7 if strong else 0.6)


def _called(s: Setting) -> Hit | None:
    """As in “repeated its call for a withdrawal”."""
    words, d = s.words, commitment_cues().demand
    m = words.first(d.calls)
    if m is None or m.end >= len(words.tokens) or m.start > 12:
        return None
    rest = words.trim((m.end, len(words.tokens)))
    if rest[0] >= rest[1] or not words.matches(d.matter, rest) or words.matches(d.weak, rest):
        return None
    if words.matches(d.onlookers, (rest[0], min(rest[0] + 6, rest[1]))):
        return None
    return Hit("demand", (m.start, m.end), demand=(kind_of(words, rest), rest), weight=0.6, content=rest)


def _cue_asks(s: Setting, addressee: Range) -> bool:
    """Whether the reporting verb asks here: "called on X", "told X to leave", "insisted that X leave"."""
    words, unit = s.words, s.unit
    tokens = words.parsed.tokens
    if unit.cue == "call":
        between = tokens[unit.cue_token or 0 : words.tokens[0] + 1]
        return any(t.text.lower() in {"on", "for", "upon"} for t in between[1:6])
    if unit.cue in {"demand", "urge"}:
        return True
    if unit.cue in {"insist", "require"}:
        return words.matches(r"\b(?:must|should)\b|^on (?:the|a|an) ")
    finite = any(words.token(k).tag in {"VBD", "VBZ", "VBP", "MD"} for k in range(*addressee))
    missions = s.words.matches(commitment_forms().mission, addressee)
    if unit.cue in {"order", "command", "instruct"} and (missions or _armed_others(s, addressee)):
        return words.matches(r"^.{0,80}?\bto\b")
    return _other(s, addressee) and not finite and words.matches(r"^.{0,60}?\bto\b")


def _armed_others(s: Setting, at: Range) -> bool:
    """Whether an order goes to fighters that are not the declarer's own: rebels, militias, the forces of a region."""
    if s.words.matches(
        r"^(?:its|his|her|their|our|all|the (?:army|military|navy|police|troops)|troops|soldiers|police)\b", at
    ):
        return False
    return s.words.matches(
        r"\b(?:forces|fighters|rebels?|militias?|guerrillas|separatists|brigades?|mercenaries|militants)\b", at
    )


def _addressee(words: Words) -> Range:
    m = words.first(r"\b(?:to|that|must|should)\b")
    end = m.start if m is not None else min(4, len(words.tokens))
    return 0, min(end, 12)


def _other(s: Setting, at: Range) -> bool:
    return side(s.words, at, s.declarer, s.grounding) == "other"


def _stated(s: Setting) -> Hit | None:
    words, d = s.words, commitment_cues().demand
    for cue in d.predicates:
        for m in words.find(cue.pattern):
            subject = subject_range(words, m.start)
            if not _asks(s, m, subject):
                continue
            end = _end(words, m)
            at = words.trim((subject[0] if subject[0] < subject[1] else m.start, end))
            return Hit("demand", (m.start, m.end), demand=(kind_of(words, at), at), weight=0.6)
    return None


_EPISTEMIC = r"\b(?:have|be able|be noted|say|remember|recall|understand|come|not be forgotten)$"
_PLACELESS = r"^(?:we|i|it|one|there|our|he|she|this|that|nobody|no one)\b"
_AWAY = r"^(?:they|you|those|terrorists|the enemy)\b"


def _asks(s: Setting, m: Match, subject: Range) -> bool:
    """Whether a "must" or a "should" asks something of a counterpart."""
    words, d = s.words, commitment_cues().demand
    text = words.words((m.start, m.end))
    after = words.words((m.end, min(m.end + 2, len(words.tokens))))
    if compiled(_EPISTEMIC).search(text) or compiled(r"^(?:been|noted|able)\b").match(after):
        return False
    if compiled(d.verbs).match(words.words((m.end - 1, m.end))) is None:
        return False
    if subject[0] >= subject[1] or words.matches(d.onlookers, subject):
        return False
    if words.matches(r"\b(?:if|unless|whether|should)\b", (max(0, subject[0] - 1), subject[0])):
        return False
    return _of_counterpart(s, m, subject)


def _of_counterpart(s: Setting, m: Match, subject: Range) -> bool:
    words, d = s.words, commitment_cues().demand
    text, rest = words.words((m.start, m.end)), (m.start, len(words.tokens))
    whose = side(words, subject, s.declarer, s.grounding)
    passive = " be " in f" {text} "
    pronoun = words.matches(_PLACELESS, subject)
    if whose == "own" and not passive:
        return False
    if pronoun and not (passive and words.matches(r"^(?:this|that|it)\b", subject)):
        return False
    state = s.declarer.country is None and any(words.token(k).ner in {"GPE", "NORP"} for k in range(*subject))
    off = words.matches(d.kinds["withdraw"], rest) or words.matches(d.kinds["stop"], rest)
    firm = not text.startswith(("should", "ought", "had"))
    if not (firm or whose == "other" or state or words.matches(_AWAY, subject)):
        return off and s.declarer.standing == 2 and words.matches(d.matter) and not passive
    return words.matches(d.matter) or whose == "other" or (state and off)


def _own_actor(s: Setting, subject: Range) -> bool:
    return side(s.words, subject, s.declarer, s.grounding) == "own"


def _end(words: Words, m: Match) -> int:
    for j in range(m.end, len(words.tokens)):
        rest = words.words((j, min(j + 8, len(words.tokens))))
        if words.token(j).text == ";" or compiled(r"^, (?:or|otherwise|because|as|if)\b").match(rest + " "):
            return j
    return len(words.tokens)


def _imperative(s: Setting) -> Hit | None:
    words = s.words
    first = words.token(0)
    if (
        s.unit.basis == "headline"
        or first.tag not in {"VB", "VBP"}
        or first.lemma.lower() not in commitment_cues().imperatives
    ):
        return None
    if words.prefix or s.unit.cue in {"threaten", "vow", "pledge", "promise"}:
        return None
    direct = s.unit.statement.direct if s.unit.statement else True
    if not direct:
        return None
    whole = words.trim((0, _or(words)))
    return Hit("demand", (0, 1), demand=(kind_of(words, whole), whole), weight=0.55)


def _left_to(s: Setting) -> Hit | None:
    """As in “It is up to them to free the crew”, “We want our sailors back”."""
    words, forms = s.words, commitment_forms()
    if s.declarer.standing < 2 or words.matches(r"\bif\b"):
        return None
    m = words.first(forms.wanted)
    whole = words.trim((0, len(words.tokens)))
    if m is not None and words.matches(forms.martial):
        return Hit("demand", (m.start, m.end), demand=(kind_of(words, whole), whole), weight=0.65)
    m = words.first(forms.up_to)
    if m is None or words.matches(forms.domestic, (m.start, m.end)) or not words.matches(forms.handed):
        return None
    if not _other(s, (m.start + 2, m.end - 1)):
        return None
    return Hit("demand", (m.start, m.end), demand=(kind_of(words, whole), whole), weight=0.65)


def _or(words: Words) -> int:
    m = words.first(r", or\b")
    return m.start if m is not None else len(words.tokens)


def kind_of(words: Words, at: Range) -> str:
    """``withdraw``, ``stop``, ``not_do``, else ``do``: by the words that come first in the demand."""
    text = words.words(at)
    found = []
    for kind, pattern in commitment_cues().demand.kinds.items():
        m = compiled(pattern).search(text)
        if m is not None:
            found.append((m.start(), kind))
    return min(found)[1] if found else "do"


def assurance(s: Setting) -> Hit | None:
    """What the declarer will defend or uphold, or will not give up."""
    words, cues = s.words, commitment_cues()
    named = words.matches(cues.assurance_matter)
    if not (words.matches(declarer_words().conflict) or s.declarer.standing == 2):
        return None
    for cue in cues.assurance:
        for m in words.find(cue.pattern):
            subject = subject_range(words, m.start)
            kept = words.matches(r"\b(?:not|never)\b", (m.start, m.end))
            if not (named or (kept and s.declarer.standing == 2)):
                continue
            if not kept and subject[0] < subject[1] and side(words, subject, s.declarer, s.grounding) == "other":
                continue
            if words.matches(r"\b(?:must|should|if)\b", (max(0, m.start - 2), m.start + 1)):
                continue
            return Hit("assurance", (m.start, m.end), weight=0.55)
    return None


def self_limit(s: Setting) -> Hit | None:
    """What the declarer will not do."""
    words = s.words
    for cue in commitment_cues().self_limit:
        for m in words.find(cue.pattern):
            subject = subject_range(words, m.start)
            if subject[0] < subject[1] and side(words, subject, s.declarer, s.grounding) == "other":
                continue
            if not words.matches(declarer_words().conflict) and not words.matches(
                r"\bfirst (?:use|strike|to (?:use|fire|shoot|attack|strike|break))\b|\bforce\b|\bbases?\b|\btarget\b"
            ):
                continue
            return Hit("self_limit", (m.start, m.end), weight=0.55)
    return None
