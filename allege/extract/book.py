"""The mentions of a record and their ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.factions import apart, is_faction
from allege.analyse.roles import is_armed
from allege.claim import EACH_NAMED, Attribution, Mention, MentionType, Role, Spans, covers
from allege.extract.events.counts import each_named
from allege.extract.phrases import phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import children, prepositional
from allege.extract.wordlists import word_list

PART_OF = word_list("part-of-group")
"""Nouns for those who make up an armed body, by whatever name: "members of", "detachments of"."""

BODIES = ("armed_group: ", "military: ")
"""How the reason of a mention of an armed body begins."""


class MentionBook:
    """All mentions of a record in text order: those of the analysis, and the phrases that fill roles and sources.

    A phrase that is no mention yet becomes one, and takes type, entity and name from the mention that shares its head
    (or, for an anaphor or a relative pronoun, from its antecedent's mention).
    """

    def __init__(self, analysis: Analysis, found: Sequence[Predication], said: Iterable[Attribution]) -> None:
        self._analysis = analysis
        pool: dict[Spans, Mention] = {m.spans: m for m in analysis.mentions}
        for filler in (f for p in found for f in p.fillers):
            if filler.spans not in pool:
                pool[filler.spans] = self._added(filler) or self._made(filler.spans, filler.head, filler.type)
        for spans in _passive_places(found):
            pool[spans] = _placed(pool[spans])
        for source in (a.source for a in said if a.source):
            head = analysis.head_of(source)
            if source not in pool and head is not None:
                pool[source] = self._made(source, head.i, MentionType.ACTOR)
        ordered = sorted(pool.values(), key=lambda m: (m.spans, m.type))
        self.mentions = tuple(replace(m, id=f"m{n}") for n, m in enumerate(ordered, 1))
        self._ids = {m.spans: m.id for m in self.mentions}

    def id_for(self, filler: Filler) -> str:
        """The id of the mention under a filler."""
        return self._ids[filler.spans]

    def id_of(self, spans: Spans) -> str | None:
        """The id of the mention with exactly these spans, if there is one."""
        return self._ids.get(spans)

    def _made(self, spans: Spans, head: int, kind: MentionType | None) -> Mention:
        analysis = self._analysis
        refers = self._meant(head)
        like = analysis.by_head.get(head) or analysis.by_head.get(refers)
        like = like or self._body(head)
        if like is not None and like.entity and is_faction(analysis.doc[head], behind=not self._names(like, head)):
            why = f"armed_group: {analysis.doc[head].lower_}, {apart(like.name or like.entity)}"
            return Mention(spans, kind or MentionType.ACTOR, score=0.5, why=why)
        shares = like is not None and any(covers(spans, start) for start, _ in like.spans)
        if like is None and refers != head:
            return self._called(spans, analysis.doc[refers], kind or MentionType.ACTOR)
        if like is None or not (shares or refers != head):
            return Mention(spans, kind or MentionType.ACTOR, score=0.5, why="phrase in a role")
        if kind is not None and kind != like.type and {kind, like.type} - {MentionType.ACTOR, MentionType.PERSON}:
            return Mention(spans, kind, score=0.5, why="phrase in a role")
        name = like.name if shares else like.name or self._words(like)
        return replace(like, spans=spans, id="", name=name, why=f"shares its head with {like.why or 'a mention'}")

    def _called(self, spans: Spans, meant: Token, kind: MentionType) -> Mention:
        """An anaphor under the words of what it means, of which nothing else is known: "she": "Sister Ada Brook"."""
        text = self._analysis.document.text
        words = " ".join(" ".join(text[start:end].split()) for start, end in phrase(meant))
        name = words if any(word[:1].isupper() for word in words.split()) else None
        return Mention(spans, kind, name=name, score=0.5, why="phrase in a role")

    def _added(self, filler: Filler) -> Mention | None:
        """The quantity that a filler adds up; None where it adds nothing."""
        if filler.sum is None:
            return None
        low, high = filler.sum
        why = EACH_NAMED if each_named(self._analysis, filler) else "number: added up"
        return Mention(filler.spans, MentionType.QUANTITY, low=low, high=high, score=0.8, why=why)

    def _meant(self, head: int) -> int:
        """The token that a pronoun refers to, "who" and "which" to the noun before their clause; else the token."""
        token = self._analysis.doc[head]
        if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
            head = token.head.head.i
        return self._analysis.antecedent.get(head, head)

    def _names(self, mention: Mention, head: int) -> bool:
        """Whether a mention holds the token or stands before it."""
        return mention.spans[0].start <= self._analysis.doc[head].idx

    def _body(self, head: int) -> Mention | None:
        """The armed body whose some are, named before or behind ("Example Front members", "units of the Front")."""
        token = self._analysis.doc[head]
        if token.lemma_.lower() not in PART_OF:
            return None
        near = [*children(token, "compound", "nmod", "amod"), *prepositional(token, "of", "from")]
        named = (self._analysis.by_head.get(noun.i) for noun in near)
        return next((m for m in named if m is not None and self._is_body(m)), None)

    def _is_body(self, mention: Mention) -> bool:
        """Whether a mention is a listed armed body, or one that no list knows and whose name says so ("… Front")."""
        return mention.why.startswith(BODIES) if mention.entity else is_armed(mention)

    def _words(self, mention: Mention) -> str:
        """The words of a mention: the name of an anaphor whose antecedent has no other ("they": "the police")."""
        text = self._analysis.document.text
        return " ".join(" ".join(text[start:end].split()) for start, end in mention.spans)


def _passive_places(found: Sequence[Predication]) -> set[Spans]:
    """What says where something happened, or is hit as a thing ("a bank"), and does nothing anywhere itself."""
    fillers = [f for p in found for f in p.fillers]
    hit = {f.spans for f in fillers if f.role is Role.RECIPIENT and f.type is MentionType.PLACE}
    places = {f.spans for f in fillers if f.role is Role.PLACE}
    return (places | hit) - {f.spans for f in fillers if f.role is Role.ACTOR}


def _placed(mention: Mention) -> Mention:
    """The mention as one of a place, where the tagger took it for somebody whom no list knows."""
    if mention.type not in (MentionType.ACTOR, MentionType.PERSON) or mention.entity:
        return mention
    return Mention(mention.spans, MentionType.PLACE, name=mention.name, score=0.5, why="where an event is set")
