"""Who speaks through a document: "a ministry statement", "the report", "a letter signed by the 3rd Front"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.naming import Resolver
from vedette.tables.people import people
from vedette.tables.speakers import speaker_words

if TYPE_CHECKING:
    from vedette.coding.statements.naming import Naming
    from vedette.record import Entity, Mention

_DEFINITE = frozenset(("the", "this", "that", "its"))


class Documents(Resolver):
    """The authors of the documents of one report."""

    def __init__(self, naming: Naming) -> None:
        super().__init__(naming)
        self.words = speaker_words()

    def behind(self, entity: Entity) -> str | None:
        """The name of who speaks through a document."""
        for m in (self.parsed.mentions[i] for i in entity.mentions):
            if m.kind == "nominal" and self._document(m.head):
                author = self._author(m.head) or self._before(m) or self._last(m)
                if author is not None:
                    return author
        return None

    def _last(self, mention: Mention) -> str | None:
        """Whoever spoke last before "the statement": it is theirs."""
        token = self.tokens[mention.head]
        inner = self.tokens[mention.first + 1 : mention.head]
        bare = self.tokens[mention.first].text.lower() == "the" and all(
            t.text.islower() and t.pos in {"ADJ", "NUM", "NOUN"} for t in inner if t.text != "-"
        )
        if (
            not bare
            or token.lemma.lower() not in self.words.spoken
            or self.naming.extent(mention.head)[1] > mention.last
        ):
            return None
        before = [h for h in self.naming.marked if h < mention.first and h in self.by_head and not self._document(h)]
        held = [self.parsed.entity_of(self.by_head[h]) for h in sorted(before, reverse=True)]
        return next((self.naming.name(e) for e in held if e.label in {"ORG", "GPE", "GROUP", "PERSON"}), None)

    def _capital(self, i: int) -> bool:
        """Whether a word before a document is part of a name, and of no place or day."""
        token = self.tokens[i]
        return token.text[:1].isupper() and token.ner not in {"GPE", "NORP", "LOC", "DATE", "TIME", "CARDINAL"}

    def _run(self, last: int) -> str | None:
        """The name that a run of words before a document is, in its fullest form."""
        first = last
        while (
            first > 0
            and self.tokens[first - 1].pos == "PROPN"
            and self.tokens[first - 1].head in {last, self.tokens[last].head}
        ):
            first -= 1
        mention = self.by_head.get(last)
        if mention is not None and self.parsed.entity_of(mention).label in {"ORG", "PERSON"}:
            return self.naming.name(self.parsed.entity_of(mention))
        text = self.syntax.text[self.tokens[first].start : self.tokens[last].end]
        same = [e for e in self.parsed.entities if text in e.name and e.label == "ORG"]
        return same[0].name if same else text

    def _document(self, head: int) -> bool:
        return self.tokens[head].lemma.lower() in self.words.document_set

    def _author(self, head: int) -> str | None:
        """Who stands behind a document: its possessor, the body before it, who it is by."""
        for c in self.parsed.children[head]:
            token = self.tokens[c]
            kind = token.lemma.lower() in self.words.kinds and self.tokens[head].tag == "NN"
            if token.dep == "compound" and token.pos == "PROPN" and not kind and self._capital(c):
                return self._run(c)
            if token.dep == "poss" or (token.dep in {"compound", "nmod"} and self._speaks(c) and not kind):
                return self._told(c)
        _, last = self.naming.marked.get(head) or self.naming.extent(head)
        for i in range(head + 1, last):
            token = self.tokens[i]
            verb = self.tokens[token.head]
            if verb.pos == "VERB" and verb.lemma not in self.words.signed:
                continue
            if token.text in self.words.authors and token.pos == "ADP" and (token.text != "of" or token.head == head):
                goal = next((k for k in self.parsed.children[i] if self.tokens[k].dep == "pobj"), None)
                if goal is not None and self._speaks(goal) and self._official(goal):
                    return self._told(goal)
        return None

    def _before(self, mention: Mention) -> str | None:
        """Who stands behind the document that the same noun named before."""
        if self.tokens[mention.first].text.lower() not in _DEFINITE:
            return None
        lemma = self.tokens[mention.head].lemma
        held = [m for m in self.parsed.mentions if m.head < mention.head and self.tokens[m.head].lemma == lemma]
        for m in reversed(held):
            author = self._author(m.head)
            if author is not None:
                return author
        return None

    def _official(self, i: int) -> bool:
        """Whether a document by it speaks for it: it has a name or is a body, not "a letter from a mother"."""
        mention = self.by_head.get(i)
        if mention is None:
            return False
        entity = self.parsed.entity_of(mention)
        named = any(self.parsed.mentions[k].kind == "name" for k in entity.mentions)
        return named or self.tokens[i].lemma.lower() in people().org_head_words

    def _speaks(self, i: int) -> bool:
        """Whether a word names a person or a body, not a thing or a place."""
        mention = self.by_head.get(i)
        if mention is None:
            return self.tokens[i].lemma.lower() in people().group_nouns
        return self.parsed.entity_of(mention).label in {"PERSON", "ORG", "GROUP"}

    def _told(self, i: int) -> str | None:
        mention = self.by_head.get(i)
        if mention is None:
            first = self.syntax.left[i]
            return self.syntax.text[self.tokens[first].start : self.tokens[i].end]
        return self.naming.name(self.parsed.entity_of(mention))
