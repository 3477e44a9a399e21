"""Brings together what was said, by whom, how firmly and on what evidence: `Analysis -> Record`.

The only place where finders, attribution, certainty, evidence and support meet; ids are given here, in text order, so
the same text always gives the same record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.claim import Argument, Attribution, Claim, Mention, MentionType, Record, Spans, covers
from allege.extract import attribution, certainty, demands, events, evidence, relations, states, support
from allege.extract.predication import Filler, Predication

FINDERS: tuple[Callable[[Analysis], Iterator[Predication]], ...] = (events.find, relations.find, demands.find)

EXTRACTOR = "rules-1"


def extract(analyses: Iterable[Analysis]) -> Iterator[Record]:
    """One record for each analysis, in order."""
    return (_record(analysis) for analysis in analyses)


def _record(analysis: Analysis) -> Record:
    said = attribution.find(analysis)
    found = [predication for finder in FINDERS for predication in finder(analysis)]
    found += states.find(analysis, {p.head for p in found})
    found.sort(key=lambda p: (p.anchor[0], p.head, p.kind, p.type))
    chains = Chains(analysis, said)
    book = MentionBook(analysis, found, said)
    claims = tuple(_claim(analysis, f"c{n}", p, chains.of(p), book) for n, p in enumerate(found, 1))
    backs = support.links(analysis, claims)
    claims = tuple(replace(c, supports=backs[c.id]) if c.id in backs else c for c in claims)
    said = tuple(replace(a, source_mention=book.id_of(a.source)) for a in said)
    return Record(analysis.document, book.mentions, said, claims, extractor=EXTRACTOR)


def _claim(analysis: Analysis, name: str, p: Predication, chain: tuple[Attribution, ...], book: MentionBook) -> Claim:
    judged = certainty.judge(analysis, p, chain)
    return Claim(
        id=name,
        anchor=p.anchor,
        kind=p.kind,
        type=p.type,
        mode=p.mode,
        subtype=p.subtype,
        arguments=tuple(dict.fromkeys(Argument(f.role, book.id_for(f)) for f in p.fillers)),
        attributions=tuple(a.id for a in chain),
        certainty=judged.commitments,
        factuality=judged.factuality,
        evidence=evidence.offered(analysis, p, chain),
        score=p.score,
        why=p.why,
        sentence=analysis.sentence_of(analysis.doc[p.head]),
    )


class Chains:
    """Whose words a predication stands in: attributions by the tokens of their content."""

    def __init__(self, analysis: Analysis, said: Iterable[Attribution]) -> None:
        self._analysis = analysis
        self._said = {a.id: a for a in said}
        self._at: dict[int, list[Attribution]] = {}
        for item in self._said.values():
            for token in analysis.tokens(item.content):
                self._at.setdefault(token.i, []).append(item)

    def of(self, predication: Predication) -> tuple[Attribution, ...]:
        """The chain for a predication, outermost first: the innermost attribution around its head, then its outer ones."""
        around = self._at.get(predication.head, [])
        if not around:
            return ()
        innermost = min(around, key=lambda a: (sum(e - s for s, e in a.content), -self._level(a)))
        chain = [innermost]
        while chain[-1].within and chain[-1].within in self._said and len(chain) <= len(self._said):
            chain.append(self._said[chain[-1].within])
        return tuple(reversed(chain))

    def _level(self, item: Attribution) -> int:
        """How many attributions lie around one (two may have the same content: "the agency said, citing a guard, ...")."""
        level = 0
        while item.within in self._said and level < len(self._said):
            item = self._said[item.within]
            level += 1
        return level


class MentionBook:
    """All mentions of a record: those of the analysis, and the phrases that fill roles and sources, numbered in text order.

    A phrase that is no mention yet becomes one, and takes type, entity and name from the mention that shares its head
    (or, for an anaphor, from its antecedent's mention).
    """

    def __init__(self, analysis: Analysis, found: Iterable[Predication], said: Iterable[Attribution]) -> None:
        self._analysis = analysis
        pool: dict[Spans, Mention] = {m.spans: m for m in analysis.mentions}
        for filler in (f for p in found for f in p.fillers):
            if filler.spans not in pool:
                pool[filler.spans] = self._made(filler.spans, filler.head, filler.type)
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
        like = analysis.by_head.get(head) or analysis.by_head.get(analysis.antecedent.get(head, head))
        if like is None or not any(covers(spans, s) for s, _ in like.spans) and head not in analysis.antecedent:
            return Mention(spans, kind or MentionType.ACTOR, score=0.5, why="phrase in a role")
        if kind is not None and kind != like.type and {kind, like.type} - {MentionType.ACTOR, MentionType.PERSON}:
            return Mention(spans, kind, score=0.5, why="phrase in a role")
        return replace(like, spans=spans, id="", why=f"shares its head with {like.why or 'a mention'}")
