"""Tolls split over places: "three were killed in Orlen, five in Nisra and one in Tarn".

What follows the first count and place has no verb of its own, so that the parse hangs it anywhere. It is read off the
words: a count, a preposition of place and a name, set beside the place before it. Each share becomes a claim of its own
with the doer and the time of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Mention, MentionType, Role, Span, Spans, covers
from allege.extract.events.counts import counted
from allege.extract.predication import TOLLS, Filler, Predication

PLACING = frozenset({"in", "at", "near"})
JOINING = frozenset({",", "and", ";"})
MORE = frozenset(
    {"more", "others", "people", "persons", "dead", "killed", "further", "another", "a", "at", "least", "some", "about"}
)
"""Words that may stand around the count of a share."""

SHARE = "share of a toll"

KEPT = (Role.ACTOR, Role.TIME, Role.INSTRUMENT)
NO_COUNT = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Share:
    """A count with its place; `before`: the place that stands before it in the list."""

    number: Token
    place: Filler
    before: Filler


def shared(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, a toll that goes on in other places cut to its own, and one more for each share."""
    counting = [
        p for p in found if p.kind in (ClaimKind.EVENT, ClaimKind.STATE) and any(f.role in TOLLS for f in p.fillers)
    ]
    if not counting:
        return found
    places = _Places.of(analysis)
    out: list[Predication] = []
    for sentence in analysis.sentences:
        here = [p for p in counting if sentence.start <= p.head < sentence.end]
        shares = list(_shares(places, sentence)) if here else []
        if shares:
            out += _unlike(new for p in here for new in _parted(analysis, p, shares))
    gone = {id(p) for p in found if any(q.head == p.head and q.anchor == p.anchor and q.type == p.type for q in out)}
    return [*(p for p in found if id(p) not in gone), *out]


def _unlike(parted: Iterable[Predication]) -> Iterator[Predication]:
    """The same, each share once for a kind: "shelling killed two in Orsa and six in Velm" tells of six once."""
    seen: set[tuple[Spans, ClaimKind, str]] = set()
    for one in parted:
        key = one.anchor, one.kind, one.type
        if key in seen and one.why.endswith(SHARE):
            continue
        seen.add(key)
        yield one


def _parted(analysis: Analysis, whole: Predication, shares: list[Share]) -> Iterator[Predication]:
    """The whole set in its own place, and its shares; nothing where its toll is not before them."""
    tolls = [_own(analysis, f, shares) for f in whole.fillers if f.role in TOLLS]
    first, last = shares[0].before, shares[-1].place
    tolls = [f for f in tolls if f.head < last.head]  # "and two died later" is told behind the list
    if whole.head > first.head or not tolls or any(f.head > first.head for f in tolls):
        return
    yield replace(whole, fillers=(*(f for f in whole.fillers if f.role not in (*TOLLS, Role.PLACE)), *tolls, first))
    for share in shares:
        event = whole.kind is ClaimKind.EVENT
        kept = (f for f in whole.fillers if f.role in KEPT and (event or f.role is not Role.ACTOR))
        toll = counted(analysis, tolls[0].role, share.number)
        if share.number.lower_ == "one":
            toll = replace(toll, sum=(1, 1))
        anchor = (Span(share.number.idx, share.number.idx + len(share.number)),)
        yield replace(whole, anchor=anchor, fillers=(*kept, toll, share.place), score=0.7, why=f"{whole.why}, {SHARE}")


def _own(analysis: Analysis, toll: Filler, shares: list[Share]) -> Filler:
    """The toll without the shares that were added up with it."""
    if toll.sum is None or not any(covers(toll.spans, share.number.idx) for share in shares):
        return toll
    return counted(analysis, toll.role, next(analysis.tokens(toll.spans)))


@dataclass(frozen=True, slots=True)
class _Places:
    """A text with its places, by the offset at which each begins."""

    analysis: Analysis
    known: Mapping[int, Mention]

    @classmethod
    def of(cls, analysis: Analysis) -> _Places:
        places = [mention for mention in analysis.mentions if mention.type is MentionType.PLACE]
        return cls(analysis, {mention.spans[0].start: mention for mention in reversed(places)})

    def at(self, sentence: SpacySpan, at: int) -> tuple[Filler, int] | None:
        """The place whose words begin at a token, and where they end: a known one, or a name behind a preposition."""
        doc, mention = self.analysis.doc, self.known.get(self.analysis.doc[at].idx)
        head = None if mention is None else self.analysis.head_of(mention.spans)
        if mention is not None and head is not None:
            *_, last = self.analysis.tokens(mention.spans)
            return Filler(Role.PLACE, mention.spans, head.i, MentionType.PLACE), last.i + 1
        if at == sentence.start or doc[at - 1].lower_ not in PLACING or doc[at].ent_type_ in ("PERSON", "DATE", "TIME"):
            return None
        end = at
        while end < sentence.end and doc[end].pos_ == "PROPN" and doc[end].text[0].isupper():
            end += 1
        if end == at:
            return None
        spans = (Span(doc[at].idx, doc[end - 1].idx + len(doc[end - 1])),)
        return Filler(Role.PLACE, spans, doc[at:end].root.i, MentionType.PLACE), end


def _shares(places: _Places, sentence: SpacySpan) -> Iterator[Share]:
    """The shares of one list, in text order: each right behind the place of the one before."""
    before: Filler | None = None
    at = sentence.start
    while at < sentence.end:
        here = places.at(sentence, at)
        if here is None:
            at += 1
            continue
        found = _share(places, sentence, here[1], here[0])
        if found is not None:
            yield found[0]
            at = found[1]
        elif before is not None:
            return
        else:
            at = here[1]
            continue
        before = here[0]


def _share(places: _Places, sentence: SpacySpan, at: int, before: Filler) -> tuple[Share, int] | None:
    """The share that begins at a token, and where its place begins."""
    doc, start = places.analysis.doc, at
    while at < sentence.end and doc[at].lower_ in JOINING:
        at += 1
    if at == start:
        return None
    number: Token | None = None
    while at + 1 < sentence.end and (doc[at].lower_ in MORE or (doc[at].pos_ == "NUM" and number is None)):
        if doc[at].pos_ == "NUM" and doc[at].ent_type_ not in NO_COUNT:
            number = doc[at]
        elif doc[at].lower_ == "at" and doc[at + 1].lower_ != "least":
            break
        at += 1
    if number is None or at + 1 >= sentence.end or doc[at].lower_ not in PLACING or _acts(number):
        return None
    place = places.at(sentence, at + 1)
    return None if place is None else (Share(number, place[0], before), at + 1)


def _acts(number: Token) -> bool:
    """Whether a count has a verb of its own behind it: "and 2,000 in Orsa | fled their homes"."""
    noun = number.head if number.dep_ == "nummod" else number
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ in ("VERB", "AUX") and noun.head.i > noun.i
