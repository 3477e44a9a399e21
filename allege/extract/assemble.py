"""Brings together what was said, by whom, how firmly and on what evidence: `Analysis -> Record`.

The only place where finders, attribution, certainty, evidence and support meet; ids are given here, in text order, so
the same text always gives the same record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.claim import Argument, Attribution, Claim, Record
from allege.extract import (
    attribution,
    blame,
    certainty,
    demands,
    events,
    evidence,
    mishaps,
    relations,
    split_tolls,
    states,
    subevents,
    support,
    tabled,
    unreal,
)
from allege.extract.book import MentionBook
from allege.extract.certainty.factuality import blended
from allege.extract.chains import Chains
from allege.extract.learned import committed, refined, settled
from allege.extract.predication import Predication
from allege.extract.setting import Setting
from allege.extract.when import dated, timed

FINDERS: tuple[Callable[[Analysis], Iterator[Predication]], ...] = (events.find, relations.find, demands.find)

RULES = "rules-24"


def extractor_of(encoder: str) -> str:
    """What a record says it was made by: the version of the rules, and the name of the encoder where there is one."""
    return f"{RULES}+encoder-{encoder}" if encoder else RULES


def extract(analyses: Iterable[Analysis]) -> Iterator[Record]:
    """One record for each analysis, in order."""
    return (_record(analysis) for analysis in analyses)


def _record(analysis: Analysis) -> Record:
    found, said = predicated(analysis)
    found = tabled.told(analysis, split_tolls.shared(analysis, settled(analysis, found)))
    said = blame.answered(analysis, found, said, blame.ties(analysis, found))
    found, said = blame.mutual(analysis, subevents.typed(analysis, found), said)
    found.sort(key=lambda p: (p.anchor[0], p.head, p.kind, p.type))
    chains = Chains(analysis, said)
    book = MentionBook(analysis, found, said)
    seen = committed(analysis, found)
    numbered = ((f"c{n}", p, s) for n, (p, s) in enumerate(zip(found, seen, strict=True), 1))
    claims = tuple(_claim(analysis, one, chains.of(one[1]), book) for one in numbered)
    backs = support.links(analysis, claims)
    claims = tuple(replace(c, supports=backs[c.id]) if c.id in backs else c for c in claims)
    said = tuple(replace(a, source_mention=book.id_of(a.source)) for a in said)
    return Record(
        analysis.document,
        book.mentions,
        said,
        claims,
        extractor=extractor_of(analysis.encoded.name if analysis.encoded else ""),
    )


def predicated(analysis: Analysis) -> tuple[list[Predication], tuple[Attribution, ...]]:
    """What is found and what is said, before the encoder is asked about places."""
    found, said = ruled(analysis)
    seen = dated(analysis, found, refined(analysis, found, said))
    return mishaps.unwilled(analysis, unreal.real(analysis, seen)), said


def ruled(analysis: Analysis) -> tuple[list[Predication], tuple[Attribution, ...]]:
    """What the finders find, with the doers and places of the rules, before the encoder changes it; what is said."""
    found = [predication for finder in FINDERS for predication in finder(analysis)]
    found += [*blame.deaths(analysis), *blame.operations(analysis), *blame.culprits(analysis)]
    found += list(states.find(analysis, found))
    meant = [*blame.bare(analysis, found), *blame.shares(analysis)]
    found += [predication for predication, _ in meant]
    tied = {**blame.ties(analysis, found), **{predication.head: tie for predication, tie in meant}}
    found = blame.laid(analysis, found, tied)
    said = blame.heard(analysis, attribution.find(analysis), tied)
    said = blame.answered(analysis, found, said, tied)
    setting = Setting(analysis)
    return timed(analysis, [_set(p, setting) for p in found]), said


def _set(predication: Predication, setting: Setting) -> Predication:
    place = setting.place(predication)
    return predication if place is None else replace(predication, fillers=(*predication.fillers, place))


def _claim(
    analysis: Analysis,
    numbered: tuple[str, Predication, float | None],
    chain: tuple[Attribution, ...],
    book: MentionBook,
) -> Claim:
    """The claim with that id, of that predication, to which the encoder sees its author committed so far."""
    name, p, seen = numbered
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
        factuality=blended(judged.figures, seen),
        evidence=evidence.offered(analysis, p, chain),
        score=p.score,
        why=p.why,
        sentence=analysis.sentence_of(analysis.doc[p.head]),
    )
