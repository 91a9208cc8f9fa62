"""Whose turn it is: the speakers of interviews and minutes, and who writes a letter or a bulletin ("I", "we")."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.tables.people import people
from vedette.tables.speakers import speaker_words

if TYPE_CHECKING:
    from vedette.record import Parsed

_LABEL = re.compile(r"(?m)^(?:\d{1,2}[.:]\d\d )?([^\W\d_a-z][^\n:“\"]{0,70}):(?=\s)")
_BRACKET = re.compile(r"\(([^()]{2,60})\)")
_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
_SMALL = frozenset(("of", "the", "for", "and", "de", "al"))
MAX_WORDS = 5
"""Words of a name with its titles."""
_HEAD = 400
"""Characters at the head of a text in which its author may be named."""
_CAPITALS = re.compile(r"(?:[^\W\d_a-z][\w’'-]{1,30}\.? ){2,6}[^\W\d_a-z][\w’'-]{1,30}")
_ANNOUNCES = re.compile(
    r"(?i)\b(?:statement|communiqu[eé]|declaration|message|address|appeal|letter|remarks|speech|briefing|by)\b"
)
_COMMUNIQUE = re.compile(r"(?i)\b(?:communiqu[eé]|bulletin|press release|proclamation)\b")
_STATEMENT_OF = re.compile(
    r"(?i)\b(?:statement|communiqu[eé]|declaration|message|address|appeal) (?:of|by|from) (?:the )?([^\n:(–—]{4,90})"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: characters of its label, and whose it is by the label; None where only the label is known."""

    start: int
    end: int
    name: str | None


class Turns:
    """The turns of one report, and the voice of its text."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.text = parsed.text
        self.words = speaker_words()
        self.titles = people().title_words | people().modifier_words
        labels = [m for m in _LABEL.finditer(self.text) if self._is_label(m[1])]
        self._guest = next((n for n in map(self._announced, labels) if n is not None), None)
        labels = [m for m in labels if self._announced(m) is None]
        known = {*self.words.askers, *self.words.answerers}
        if len(labels) < 2 and not any(m[1].lower() in known for m in labels):
            labels = []
        asked = [m for m in labels if m[1].lower() in known]
        self._first = (asked or labels)[0].start() if labels else len(self.text)
        self._told: dict[str, str] = {}
        self.turns = [Turn(m.start(1), m.end(1), self._whose(m[1])) for m in labels]
        self._starts = [t.start for t in self.turns]

    def label_at(self, offset: int) -> Turn | None:
        """The turn whose label holds a character offset."""
        turn = self.at(offset)
        return turn if turn is not None and offset < turn.end else None

    def at(self, offset: int) -> Turn | None:
        """The turn that a character offset stands in."""
        k = bisect_right(self._starts, offset) - 1
        return self.turns[k] if k >= 0 else None

    def answering(self, offset: int) -> str | None:
        """To whom a question is put: whose the next turn is, else the one before."""
        k = bisect_right(self._starts, offset) - 1
        if k < 0:
            return None
        near = [*self.turns[k + 1 : k + 2], *self.turns[max(0, k - 1) : k]]
        return next((t.name for t in near if t.name and t.name != self.turns[k].name), None)

    def voice(self, word: str) -> str | None:
        """Who writes the text, if anybody is told: who signs it, else who its head names, else the outlet."""
        several = word in {"we", "us", "our", "ours"}
        body = self._announcer() if several else None
        if body is not None:
            return body
        if several and self.parsed.report.outlet:
            return self.parsed.report.outlet
        signed = self._signed() or self._titled()
        if signed is not None:
            return signed
        return self._headed("PERSON") or (self._headed("ORG") if several else None)

    def _announced(self, label: re.Match[str]) -> str | None:
        """The name that the head of a transcript gives behind a title ("Spokesman: Pavo Ren")."""
        end = self.text.find("\n", label.end())
        rest = self.text[label.end() + 1 : end if end > 0 else len(self.text)].strip()
        words = _WORD.findall(rest)
        own = [w for w in words if not self._title(w)]
        titled = all(w.lower() in self.titles for w in _WORD.findall(label[1]))
        capital = all(w[:1].isupper() for w in words) and rest[-1:].isalpha() and len(words) <= MAX_WORDS
        return " ".join(own) if titled and capital and len(own) > 1 else None

    def _title(self, word: str) -> bool:
        """Whether a word is a title, also behind a hyphen ("Vice-Minister")."""
        return word.lower().rstrip(".").split("-")[-1] in self.titles

    def _is_label(self, label: str) -> bool:
        bare = _BRACKET.sub("", label)
        words = _WORD.findall(bare)
        return 0 < len(words) <= 6 and all(w[:1].isupper() or w.lower() in _SMALL for w in words)

    def _whose(self, label: str) -> str | None:
        bracket = _BRACKET.search(label)
        bare = _BRACKET.sub("", label).strip()
        inside = bracket[1].strip() if bracket else ""
        if bare.lower() in self.words.answerers:
            self._guest = self._guest or self._bracketed(inside)
            return self._asked()
        if bare.lower() in self.words.askers:
            return inside or self.parsed.report.outlet or bare
        words = _WORD.findall(bare)
        own = [w for w in words if not self._title(w) and w.lower() not in _SMALL]
        if bare.startswith(("The ", "THE ")):
            low = any(w.islower() and self._title(w) for w in words)
            own = [w for w in own if w.isupper()] if low else []
            told = next((n for k, n in self._told.items() if set(words) <= set(_WORD.findall(k))), None)
            if told is not None and not inside:
                return told
        if bare not in self._told:
            self._told[bare] = self._full(own, words, inside) or re.sub(r"^(?:The|A|THE) ", "", bare)
        return self._told[bare]

    def _bracketed(self, inside: str) -> str | None:
        """The name in a label's brackets: "A (spokesman Pavo Ren)"."""
        own = [w for w in _WORD.findall(inside) if not self._title(w)]
        return " ".join(own) if len(own) > 1 and all(w[:1].isupper() for w in own) else None

    def _full(self, own: list[str], words: list[str], inside: str) -> str | None:
        """The fullest form that the text has of the name in a label, or of the bearer of its title."""
        if not own:
            named = len(inside.split()) > 1 and inside.istitle()
            return inside if named else self._bearer(words) or self._asked()
        if len(words) == 1 and own[0].isupper() and 2 <= len(own[0]) <= 4:
            return self._initialled(own[0]) or own[0]
        if self._guest is not None and {w.lower() for w in own} <= {w.lower() for w in self._guest.split()}:
            return self._guest
        surname = own[-1]
        for entity in self.parsed.entities:
            parts = [w.lower() for w in entity.name.split()]
            near = len(parts) > len(own) and {w.lower() for w in own} <= set(parts)
            if (
                entity.label in {"PERSON", "ORG", "GPE", ""}
                and near
                and self._named(entity.name)
                and not self.titles & set(parts)
            ):
                return entity.name
        form = " ".join(own)
        for m in re.finditer(re.escape(surname) + r"\b", self.text, re.IGNORECASE):
            before = self.text[max(0, m.start() - 50) : m.start()].split("\n")[-1]
            run: list[str] = []
            for word in reversed(before.split()):
                bare = word.strip('(“"')
                if not bare[:1].isupper() or bare.lower().rstrip(".") in self.titles or word[-1] in ",.:;)":
                    break
                run.insert(0, bare)
            found = " ".join([*run[-3:], m[0]])
            if len(found.split()) > len(form.split()):
                form = found
        return form

    def _bearer(self, words: list[str]) -> str | None:
        titles = {w.lower().rstrip(".") for w in words} - _SMALL
        for entity in self.parsed.entities:
            if (
                entity.label == "PERSON"
                and titles & {w for t in entity.titles for w in t.split()}
                and self._named(entity.name)
            ):
                return entity.name
        return None

    def _initialled(self, letters: str) -> str | None:
        for entity in self.parsed.entities:
            words = re.split(r"[\s-]", entity.name)
            if "".join(w[:1] for w in words) == letters and len(words) > 1:
                return entity.name
        outlet = self.parsed.report.outlet or ""
        return outlet if "".join(w[:1] for w in outlet.split()) == letters else None

    def _asked(self) -> str | None:
        """Who is interviewed: the first person whom the text names before the first turn."""
        if self._guest is not None:
            return self._guest
        for entity in self.parsed.entities:
            first = self.parsed.mentions[entity.mentions[0]]
            if entity.label == "PERSON" and self._named(entity.name) and first.span.start < self._first:
                return entity.name
        return None

    @staticmethod
    def _named(name: str) -> bool:
        return len(name.split()) > 1 and all(
            w[:1].isupper() or w in {"al", "de", "van", "von", "bin"} for w in name.split()
        )

    def _signed(self) -> str | None:
        """The name that is the last paragraph, or begins it."""
        lines = [p.strip() for p in self.text.strip().splitlines() if p.strip()]
        for line in reversed(lines[-3:]):
            bare = line.lstrip("–—-( ").rstrip(") ").split(",")[0]
            words = _WORD.findall(bare)
            own = [w for w in words if w.lower().rstrip(".") not in {*self.titles, "signed"}]
            capital = all(w[:1].isupper() or w in _SMALL for w in words) and not any(c.isdigit() for c in bare)
            capital = capital and ". " not in bare
            if capital and 2 <= len(own) <= 4 and len(words) <= 6 and bare[-1:].isalpha() and line is not lines[0]:
                return " ".join(own)
        return None

    def _titled(self) -> str | None:
        """Whose statement, address or letter the head of the text says it is."""
        head = self.text[: self._head_end()]
        for m in _CAPITALS.finditer(head):
            words = m[0].split()
            k = next((i for i, w in enumerate(words) if w.lower().rstrip(".") in self.titles), None)
            while k is not None and k < len(words) and words[k].lower().rstrip(".") in self.titles:
                k += 1
            if k is not None and 2 <= len(words) - k <= 4 and words[k].lower() not in _SMALL:
                return " ".join(words[k:])
        of = _STATEMENT_OF.search(head)
        return of[1].strip() if of else None

    def _head_end(self) -> int:
        """Where the head of the text ends: its first lines, up to an empty one."""
        empty = self.text.find("\n\n")
        return empty if 0 < empty < _HEAD else min(len(self.text), self.text.find("\n") + 1)

    def _announcer(self) -> str | None:
        """The body that is the subject of a communiqué's first sentences."""
        end = self._head_end()
        if not _COMMUNIQUE.search(self.text, 0, end):
            return None
        opening = [m for m in self.parsed.mentions if end <= m.span.start < end + _HEAD]
        for m in opening:
            token = self.parsed.tokens[m.head]
            if token.dep == "nsubj" and m.kind == "name":
                entity = self.parsed.entity_of(m)
                return entity.name if entity.label == "ORG" else None
        return None

    def _headed(self, label: str) -> str | None:
        """The person, or the body, whom the head of the text names first."""
        end = self._head_end()
        if not _ANNOUNCES.search(self.text, 0, end):
            return None
        for m in self.parsed.mentions:
            entity = self.parsed.entity_of(m)
            held = m.kind == "name" and m.span.end <= end and entity.label == label
            if held and (label == "ORG" or len(entity.name.split()) > 1):
                return entity.name
        return None
