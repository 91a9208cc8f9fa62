"""Matches verbs against the senses of the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.found import Found
from vedette.coding.events.tense import future, negated
from vedette.tables.events import split_code

if TYPE_CHECKING:
    from vedette.coding.events.classes import Classes
    from vedette.coding.events.lexicon import Lexicon, Sense
    from vedette.coding.events.roles import Roles
    from vedette.coding.events.syntax import Syntax
    from vedette.tables.events import NounClass

_WINDOW = 8
WEAPONS = frozenset({"arms", "weapon_subject", "crowd_control"})
"""Classes of objects that an assault is done with."""
BODILY = frozenset({"ASSAULT", "COERCE"})
"""Acts whose object suffers them, whatever it is."""
PHYSICAL = frozenset({"ASSAULT", "MOBILIZE", "PROTEST", "RETREAT", "AID"})
"""Acts done somewhere, of which "in" a place does not name the recipient."""


class Verbs:
    """Finds the event that a verb tells of in one report."""

    __slots__ = ("_classes", "_lexicon", "_roles", "_syntax")

    def __init__(self, syntax: Syntax, classes: Classes, roles: Roles, lexicon: Lexicon) -> None:
        self._syntax = syntax
        self._classes = classes
        self._roles = roles
        self._lexicon = lexicon

    def find(self, i: int) -> tuple[Found, tuple[int, ...]] | None:
        """The event of verb ``i`` and the nouns that it takes up; None where no sense fits.

        Of the senses that fit, the one with most conditions wins; of equals, one about what the noun names first.
        """
        senses = self._senses(i)
        if not senses:
            return None
        direct = tuple(dict.fromkeys(self._classes.see_through(o) for o in self._syntax.objects(i)))
        stray = bool(self._syntax.kids(i, "prt"))
        best: tuple[int, Sense, int | None] | None = None
        for sense in senses:
            if best is not None and sense.weight + 1 <= best[0]:
                break
            noun = self._match(sense, i, self._governed(i, sense.rest) or direct)
            if noun is not False:
                rank = sense.weight + self._first_of(sense, noun) - (4 if stray and not sense.rest else 0)
                if best is None or rank > best[0]:
                    best = (rank, sense, noun)
        return None if best is None else self._build(best[1], i, best[2])

    def _senses(self, i: int) -> tuple[Sense, ...]:
        """The senses of a verb, of its hyphenated form first: "test-fired", "re-opened"."""
        tokens = self._syntax.tokens
        lemma = tokens[i].lemma.lower()
        if i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start:
            front = tokens[i - 2].text.lower()
            for form in (f"{front}-{lemma}", f"{front}{lemma}"):
                if form in self._lexicon.senses:
                    again = self._lexicon.senses.get(lemma, ()) if front == "re" else ()
                    return tuple(sorted(self._lexicon.senses[form] + again, key=lambda s: -s.weight))
        text = tokens[i].text.lower()
        forms = (lemma, text[:-1], text[:-2]) if text.endswith(("d", "s")) else (lemma,)
        return next((self._lexicon.senses[f] for f in forms if f in self._lexicon.senses), ())

    def _first_of(self, sense: Sense, noun: int | None) -> bool:
        """Whether the class that a noun belongs to first is the one that the sense asks for."""
        entries = () if noun is None else self._classes.entries(noun)
        return bool(entries) and entries[0].key in sense.object and not sense.rule.startswith("verb:")

    def phrase(self, i: int, rest: tuple[str, ...]) -> bool:
        """Whether the words of a phrasal verb stand with it."""
        if not rest:
            return True
        tokens = self._syntax.tokens
        if len(rest) == 1:
            kids = self._syntax.kids(i, "prt", "advmod", "prep", "acomp", "oprd", "xcomp", "dobj", "advcl", "agent")
            whole = bool(self._syntax.kids(i, "dobj"))
            kids = [
                k for k in kids
                if k.dep != "prep" or not (self._temporal(k.i) or (whole and self._syntax.kids(k.i, "pobj")))
            ]  # fmt: skip
            near = tokens[i + 1] if i + 1 < len(tokens) and not self._temporal(i + 1) else None
            return any(rest[0] in {k.text.lower(), k.lemma.lower()} for k in kids) or (
                near is not None and near.text.lower() == rest[0]
            )
        window = tokens[i + 1 : i + 1 + _WINDOW]
        found = 0
        for token in window:
            if found < len(rest) and rest[found] in {token.text.lower(), token.lemma.lower()}:
                found += 1
        return found == len(rest)

    def _temporal(self, prep: int) -> bool:
        """Whether a preposition only gives a time: "on Tuesday"."""
        heads = self._syntax.kids(prep, "pobj")
        return bool(heads) and all(h.ner in {"DATE", "TIME"} for h in heads)

    def _governed(self, i: int, rest: tuple[str, ...]) -> tuple[int, ...]:
        """What the preposition that ends a phrasal verb governs: "call for" talks."""
        if not rest:
            return ()
        heads = [h for word, hs in self._syntax.preps(i) if word.split()[-1] == rest[-1] for h in hs]
        return tuple(dict.fromkeys(self._classes.see_through(h) for h in heads))

    def _match(self, sense: Sense, i: int, objects: tuple[int, ...]) -> int | bool | None:
        """The noun that fulfils the sense's object, None where it asks for none, False where the sense does not fit."""
        if not self.phrase(i, sense.rest):
            return False
        of = self._classes.of
        noun: int | None = None
        if sense.object:
            held = [o for o in objects if sense.object & of(o)]
            if not held and not ("NONE" in sense.object and not objects):
                return False
            noun = held[0] if held else None
        if sense.without and any(sense.without & of(o) for o in objects):
            return False
        if not sense.kind and (noun is None or self._own(sense, noun) is None):
            return False
        if sense.passive is not None and self._syntax.passive(i) != sense.passive:
            return False
        if sense.subject and not self._subject(sense, i):
            return False
        if sense.not_subject and any(sense.not_subject & self._classes.of(s) for s in self._syntax.subjects(i)):
            return False
        if sense.preps and not self._preps(sense, i, noun):
            return False
        if sense.kind == "CONSULT" and self._syntax.kids(i, "oprd"):
            return False
        if sense.clause is not None and self._clause(i) != sense.clause:
            return False
        return noun

    def _clause(self, i: int) -> bool:
        """Whether a clause or an infinitive completes the verb or its object."""
        syntax = self._syntax
        nodes = (i, *syntax.objects(i))
        inner = [k for n in nodes for k in syntax.kids(n, "advcl", "acl", "relcl")]
        return bool(syntax.kids(i, "ccomp", "xcomp")) or any(
            t.tag == "TO" for k in inner for t in syntax.kids(k.i, "aux")
        )

    def _own(self, sense: Sense, noun: int) -> NounClass | None:
        entries = self._classes.entries(noun)
        return entries[0] if entries and entries[0].code and entries[0].key in sense.object else None

    def _subject(self, sense: Sense, i: int) -> bool:
        subjects = self._syntax.subjects(i) or (() if self._syntax.passive(i) else self._syntax.grammatical_subject(i))
        if not subjects:
            return "NONE" in sense.subject
        return any(sense.subject & self._classes.of(self._classes.see_through(s)) for s in subjects)

    def _preps(self, sense: Sense, i: int, noun: int | None) -> bool:
        tokens = self._syntax.tokens
        inner = (noun,) if noun is not None else self._syntax.objects(i)
        hung = self._syntax.preps(i) + [x for n in inner for x in self._syntax.preps(n)]
        words = [w for w, _ in hung]
        kids = {k.text.lower() for k in self._syntax.kids(i, "acomp", "oprd", "xcomp", "attr", "dobj", "advmod", "prt")}
        end = min(len(tokens), i + 1 + _WINDOW)
        window = " ".join(t.text.lower() for t in tokens[i + 1 : end] if t.sent == tokens[i].sent)
        kids |= {t.text.lower() for t in tokens[i + 1 : end] if t.pos == "ADJ" and t.sent == tokens[i].sent}
        following = tokens[i + 1].text.lower() if i + 1 < end else ""
        for prep in sense.preps:
            if prep == following and not sense.pobj:
                return True
            if prep in kids or (" " in prep and prep in window and prep not in words):
                return True
            for word, heads in hung:
                if word == prep and (word in {"until", "till"} or self._governs(heads)) and (not sense.pobj or any(
                    sense.pobj & self._classes.of(self._classes.see_through(h)) for h in heads
                )):  # fmt: skip
                    return True
        return False

    def _governs(self, heads: tuple[int, ...]) -> bool:
        """Whether a preposition governs more than a time: not "called a session for Thursday"."""
        return not heads or any(self._syntax.tokens[h].ner not in {"DATE", "TIME"} for h in heads)

    def _build(self, sense: Sense, i: int, noun: int | None) -> tuple[Found, tuple[int, ...]]:
        roles, syntax = self._roles, self._syntax
        kind, mode, cameo, to, mutual, p = sense.kind, sense.mode, sense.cameo, sense.to, sense.mutual, sense.p
        anchor = i
        if not kind and noun is not None:
            row = self._classes.entries(noun)[0]
            kind, mode, cameo = split_code(row.code)
            cameo = row.cameo or cameo
            to, mutual, p, anchor = row.to, row.mutual, row.p, noun
            if sense.to[:1] == ("subject",):
                to = ("subject", *to)
            if mutual:
                to = ("with", "between", *to)
        nouns = self._chain(i, noun, sense.rest)
        actors = self._actors(sense, i, noun, to)
        recipients, soft = roles.filled(i, nouns, to, places=kind in PHYSICAL)
        if not recipients and nouns:
            slots = ("poss", "adjective", "of", "from", "by", "with") if sense.kind else ("poss", "adjective")
            recipients = tuple(h for n in nouns for h in roles.owners(n, slots))
        if not recipients and kind in BODILY and anchor == i:
            recipients = tuple(n for n in nouns if self._classes.event(n) is None and not self._weapon(sense, n))
        recipients = tuple(r for r in recipients if r not in actors)
        others = tuple(dict.fromkeys((*soft, *roles.others(i, nouns))))
        found = Found(anchor, anchor, anchor + 1, i, kind, mode, cameo, actors, recipients, mutual, others,
                      future(syntax, i), negated(syntax, i), p, sense.rule)  # fmt: skip
        return found, (*(() if noun is None else (noun,)), *self._phrased(sense, i))

    def _weapon(self, sense: Sense, noun: int) -> bool:
        """Whether an object is what an assault was done with: "fired rockets"."""
        return sense.kind == "ASSAULT" and "object" not in sense.to and bool(WEAPONS & self._classes.of(noun))

    def _phrased(self, sense: Sense, i: int) -> tuple[int, ...]:
        """The nouns of the phrases that a sense asks for ("on strike"), which tell of nothing else."""
        words = {w for prep in sense.preps if " " in prep for w in prep.split()}
        words |= set(sense.rest if len(sense.rest) > 1 else ())
        hung = self._syntax.preps(i) if words else []
        return tuple(h for _, heads in hung for h in heads if self._syntax.tokens[h].text.lower() in words)

    def _actors(self, sense: Sense, i: int, noun: int | None, to: tuple[str, ...]) -> tuple[int, ...]:
        syntax, roles = self._syntax, self._roles
        out: list[int] = []
        for slot in sense.by:
            if slot == "subject":
                out += syntax.subjects(i)
            elif slot == "object":
                out += syntax.objects(i)
            elif slot == "subject-args":
                out += [a for s in syntax.grammatical_subject(i) for a in roles.of_noun_actors(s, ())]
            else:
                out += [h for w, hs in syntax.preps(i) if w == slot for h in hs]
        if not out and noun is not None and (not sense.kind or (syntax.passive(i) and self._classes.event(noun))):
            out += roles.of_noun_actors(noun, to)
        return tuple(dict.fromkeys(self._classes.see_through(a) for a in out))

    def _chain(self, i: int, noun: int | None, rest: tuple[str, ...]) -> tuple[int, ...]:
        """The object nouns from the outer, which may only count, to the one that matters."""
        outer = self._governed(i, rest) or self._syntax.objects(i)
        if noun is None:
            return outer
        return tuple(dict.fromkeys((noun, *[o for o in outer if self._classes.see_through(o) == noun])))
