"""Acts that are asked, refused, promised or threatened: the verb that does so, and its complement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.found import Found
from vedette.coding.events.tense import MUST, WILL, future, negated
from vedette.tables.codebook import codebook
from vedette.tables.events import split_code

if TYPE_CHECKING:
    from vedette.coding.events.classes import Classes
    from vedette.coding.events.lexicon import Lexicon
    from vedette.coding.events.roles import Roles
    from vedette.coding.events.syntax import Syntax
    from vedette.coding.events.verbs import Verbs
    from vedette.tables.events import Control, Threat

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "THREATEN"})
_TENSED = frozenset(
    {"do", "does", "did", "has", "have", "had", "is", "was", "are", "were", "may", "can", "could", "might"}
)
_WEAK_REFUSALS = frozenset({"fail", "forget", "neglect", "hesitate", "omit", "oppose", "unable"})


class Clauses:
    """Finds the events of control verbs and modals in one report."""

    __slots__ = ("_classes", "_lexicon", "_roles", "_syntax", "_verbs")

    def __init__(self, syntax: Syntax, classes: Classes, roles: Roles, verbs: Verbs, lexicon: Lexicon) -> None:
        self._syntax = syntax
        self._classes = classes
        self._roles = roles
        self._verbs = verbs
        self._lexicon = lexicon

    def find(self, i: int) -> tuple[Found, int | None] | None:
        """The event of a control verb or adjective ``i`` and the verb that it takes up; None where it is none."""
        token = self._syntax.tokens[i]
        lemma = token.lemma.lower()
        if token.pos == "ADJ" or (token.tag == "VBN" and lemma not in self._lexicon.controls):
            row = self._lexicon.states.get(token.text.lower())
            return self._controlled(i, row) if row else None
        for rest, row in self._lexicon.controls.get(lemma, ()):
            if self._verbs.phrase(i, rest) and not (rest and self._syntax.kids(i, "dobj")):
                return self._controlled(i, row)
        return None

    def threat(self, i: int, speech: int | None = None) -> Found | None:
        """The event of "will (not)" with a verb that it turns into a threat."""
        token = self._syntax.tokens[i]
        rows = self._lexicon.threats.get(token.lemma.lower())
        if not rows or not self._ahead(i):
            return None
        no = negated(self._syntax, i)
        objects = tuple(self._classes.see_through(o) for o in self._syntax.objects(i))
        for rest, row in rows:
            if row.negated == no and self._verbs.phrase(i, rest) and self._objects(row, i, objects):
                return self._threat(i, rest, objects, speech)
        return None

    def demand(self, i: int, speech: int | None) -> Found | None:
        """The event of "must" and its like, where somebody says so of another."""
        syntax = self._syntax
        aux = set(syntax.aux(i))
        token = syntax.tokens[i]
        if not (MUST & aux) or speech is None or token.pos not in {"VERB", "AUX"}:
            return None
        speakers = syntax.subjects(speech)
        subjects = syntax.grammatical_subject(i)
        if {syntax.tokens[s].text.lower() for s in subjects} & {
            "we",
            "i",
            "it",
            "this",
            "that",
            "one",
            "nobody",
            "what",
            "which",
        }:
            return None
        inner = self._verbs.find(i)
        if "must" not in aux and inner is None and not any("NAME" in self._classes.of(s) for s in subjects):
            return None
        targets = tuple(s for s in subjects if self._classes.actorish(s)) if not syntax.passive(i) else ()
        targets = targets or (inner[0].recipients if inner else ())
        kind = inner[0].kind if inner else None
        mode = self._mode(self._request, kind) if kind else None
        first = min([i, *(t.i for t in syntax.kids(i, "aux", "auxpass", "neg"))])
        others = tuple(dict.fromkeys((*subjects, *self._roles.others(i, ()))))
        return Found(i, first, i + 1, speech, "REQUEST", mode, None, speakers, targets, False, others, False, False,
                     0.6, "modal")  # fmt: skip

    @property
    def _request(self) -> Control:
        return self._lexicon.controls["demand"][0][1]

    def _ahead(self, i: int) -> bool:
        return bool(WILL.intersection(self._syntax.aux(i))) or future(self._syntax, i)

    def _objects(self, row: Threat, i: int, objects: tuple[int, ...]) -> bool:
        if not row.object:
            return True
        wanted = set(row.object)
        hung = [h for _, heads in self._syntax.preps(i) for h in heads]
        nouns = [*objects, *hung]
        for o in nouns:
            words = {o, *(k.i for k in self._syntax.kids(o, "det", "amod", "compound", "conj"))}
            if any(wanted & self._classes.of(w) for w in words):
                return True
        return False

    def _threat(self, i: int, rest: tuple[str, ...], objects: tuple[int, ...], speech: int | None) -> Found:
        syntax = self._syntax
        first = min([i, *(t.i for t in syntax.kids(i, "aux", "auxpass", "neg"))])
        actors = syntax.subjects(i)
        if speech is not None and not any(self._classes.actorish(a) for a in actors):
            actors = syntax.subjects(speech)
        recipients, soft = self._roles.filled(i, objects, ("from", "by", "against", "to", "on", "with"))
        targets = tuple(r for r in recipients if self._classes.actorish(r))
        others = tuple(dict.fromkeys((*soft, *self._roles.others(i, objects))))
        verb = i if speech is None else speech
        return Found(i, first, i + 1, verb, "THREATEN", None, None, actors, targets, False, others, False, False,
                     0.7, f"threat:{' '.join((syntax.tokens[i].lemma, *rest))}")  # fmt: skip

    def _controlled(self, i: int, row: Control) -> tuple[Found, int | None] | None:
        inner = self._complement(i, row)
        if inner is None and not (row.key == "warn" and self._warned(i)):
            return None
        act = self._act(inner) if inner is not None else None
        if row.key == "refuse" and self._unsaid(i, inner):
            return None
        code, mode = self._code(row, i, act)
        if act is None and inner is not None and self._syntax.tokens[inner].lemma.lower() in self._lexicon.friendly:
            code = row.friendly or code
        if not code:
            return None
        kind, own_mode, cameo = split_code(code)
        syntax = self._syntax
        actors = self._by(i)
        targets = self._addressee(i, inner, row)
        if not targets and act is not None:
            targets = tuple(r for r in (*act.recipients, *act.others) if r not in actors)
            targets = tuple(r for r in targets if self._classes.actorish(r))[:4] if row.key != "request" else ()
        if row.key in {"promise", "pledge", "grant"} and not actors:
            return None
        others = tuple(dict.fromkeys((*self._roles.others(i, ()), *(act.others if act else ()),
                                      *(act.recipients if act else ()))))  # fmt: skip
        rule = f"{row.key}:{syntax.tokens[i].lemma}"
        p = self._warning(i, inner, act) if row.key == "warn" else 0.75 if act else 0.6
        found = Found(i, i, i + 1, i, kind, mode or own_mode, cameo, actors, targets, False, others,
                      future(syntax, i), negated(syntax, i), p, rule)  # fmt: skip
        return found, inner

    def _unsaid(self, i: int, inner: int | None) -> bool:
        """Whether somebody only declines to say something."""
        tokens = self._syntax.tokens
        told = inner is not None and tokens[inner].lemma.lower() in self._lexicon.unsaid
        return told and tokens[i].lemma.lower() in {"decline", "refuse"} and not self._release(inner)

    def _release(self, inner: int | None) -> bool:
        """Whether it is somebody, or something given, that is refused after all."""
        if inner is None:
            return False
        lemma = self._syntax.tokens[inner].lemma.lower()
        return (
            lemma in {"release", "give", "provide", "respond", "speak", "talk"} and self._verbs.find(inner) is not None
        )

    def _act(self, inner: int) -> Found | None:
        nested = self.find(inner)
        if nested:
            return nested[0]
        linked = (inner, *(k.i for k in self._syntax.kids(inner, "xcomp", "conj")))
        for verb in linked:
            found = self._verbs.find(verb)
            if found:
                return found[0]
        return next((t for t in map(self.threat, linked) if t is not None), None)

    def _code(self, row: Control, i: int, act: Found | None) -> tuple[str, str | None]:
        lemma = self._syntax.tokens[i].lemma.lower()
        if row.key == "refuse" and lemma in _WEAK_REFUSALS and (act is None or act.kind not in FRIENDLY):
            return "", None
        code = row.code
        if act is not None and act.kind in FRIENDLY and not act.negated:
            code = row.friendly or code
        elif act is not None and act.kind in _HARM:
            code = row.hostile or code
        if lemma == "order" and act is not None and act.kind in {"COERCE", "SANCTION"}:
            return f"{act.kind}/{act.mode}" if act.mode else act.kind, None
        kind = split_code(code)[0]
        return code, self._mode(row, act.kind) if act is not None and kind == row.code else None

    def _mode(self, row: Control, kind: str) -> str | None:
        mode = row.modes.get(kind)
        return mode if mode and codebook().event_type(row.code).mode(mode) else None

    def _by(self, i: int) -> tuple[int, ...]:
        syntax = self._syntax
        token = syntax.tokens[i]
        if token.pos == "ADJ" or (token.tag == "VBN" and token.text.lower() in self._lexicon.states):
            return syntax.grammatical_subject(token.head if token.dep in {"acomp", "oprd"} else i)
        return syntax.subjects(i)

    def _complement(self, i: int, row: Control) -> int | None:
        syntax = self._syntax
        kids = [k for k in syntax.kids(i, "xcomp", "ccomp", "advcl", "acl") if k.pos in {"VERB", "AUX"}]
        kids = [k for k in kids if k.i > i or k.dep == "ccomp"]
        for kid in kids:
            infinitive = any(t.tag == "TO" for t in syntax.kids(kid.i, "aux"))
            if kid.dep == "xcomp" and (infinitive or kid.tag == "VBG"):
                if row.key == "request" and not self._asked(i, kid.i):
                    return None
                return kid.i
            if infinitive and kid.dep in {"ccomp", "advcl", "acl"} and (kid.dep != "advcl" or row.key == "request"):
                return kid.i
            told = syntax.tokens[i].lemma.lower() == "tell"
            if kid.dep == "ccomp" and row.that and (row.key != "request" or (self._mandative(kid.i) and not told)):
                return kid.i
        for prep in syntax.kids(i, "prep"):
            gerunds = [k.i for k in syntax.kids(prep.i, "pcomp") if k.tag == "VBG"]
            if gerunds and prep.text.lower() == "to" and row.key in {"promise", "pledge"}:
                return gerunds[0]
        for word, heads in syntax.preps(i):
            if row.key == "request" and word in {"on", "upon", "for", "to"}:
                for h in heads:
                    inner = [k.i for k in syntax.kids(h, "acl", "relcl") if k.tag == "VB"]
                    if inner:
                        return inner[0]
        return None

    def _mandative(self, inner: int) -> bool:
        """Whether a clause asks rather than reports: a bare verb, or "should" and its like."""
        aux = set(self._syntax.aux(inner))
        if aux & WILL or aux & _TENSED:
            return bool(aux & MUST)
        return bool(aux & MUST) or self._syntax.tokens[inner].tag in {"VB", "VBP"} or "be" in aux

    def _asked(self, i: int, inner: int) -> bool:
        """Whether what is asked is asked of another: an object stands between, or the verb is passive."""
        syntax = self._syntax
        between = [k for k in syntax.kids(i, "dobj", "dative", "prep") if i < k.i < inner]
        return bool(between) or syntax.passive(i) or bool(syntax.kids(inner, "nsubj"))

    def _warned(self, i: int) -> bool:
        """Whether a warning is given to somebody, of or against something."""
        words = {w for w, _ in self._syntax.preps(i)}
        objects = [o for o in self._syntax.objects(i) if self._classes.actorish(o)]
        return bool(objects) or "against" in words

    def _warning(self, i: int, inner: int | None, act: Found | None) -> float:
        """How likely a warning is a threat: of force, or against an act, rather than of rain."""
        if act is not None:
            return 0.75 if act.kind not in FRIENDLY else 0.5
        hung = [x for n in (i, *self._syntax.objects(i)) for x in self._syntax.preps(n)]
        if any(w == "of" and any("consequence" in self._classes.of(h) for h in hs) for w, hs in hung):
            return 0.65
        if any(w in {"against", "over"} for w, _ in hung):
            return 0.6
        if inner is None:
            return 0.4
        subjects = self._syntax.grammatical_subject(inner)
        bound = (WILL | MUST) & set(self._syntax.aux(inner)) or any(
            t.tag == "TO" for t in self._syntax.kids(inner, "aux")
        )
        return 0.6 if bound and any(self._classes.actorish(s) for s in subjects) else 0.4

    def _addressee(self, i: int, inner: int | None, row: Control) -> tuple[int, ...]:
        syntax = self._syntax
        out = [o for o in syntax.objects(i) if o not in syntax.subjects(i)]
        if row.key in {"request", "warn", "threaten", "grant", "accuse", "promise", "pledge"}:
            for word, heads in syntax.preps(i):
                if word in {"on", "upon", "to", "dative", "against", "with"}:
                    out += heads
        if not out and inner is not None and row.key in {"request", "grant"}:
            out += syntax.grammatical_subject(inner) if syntax.kids(inner, "nsubj", "nsubjpass") else ()
        kept = [o for o in out if syntax.tokens[o].ner not in {"DATE", "TIME", "CARDINAL"}]
        return tuple(dict.fromkeys(o for o in kept if self._classes.actorish(o) or row.key in {"request", "grant"}))


def refusal(found: Found, row: Control) -> Found | None:
    """A friendly act that "will not" be done, as the refusal that it is; None where it is none."""
    if not (found.negated and found.future and found.kind in FRIENDLY):
        return None
    mode = row.modes.get(found.kind)
    return replace(found, kind="REJECT", mode=mode, cameo=None, negated=False, future=False, mutual=False)
