"""Where it happened: every place of the sentence weighed by what the encoder sees and how far it hangs from the verb.

The weights (`allege/data/events/places.toml`) are fitted by `tools/fit_places.py`. A name that the encoder ties to the
verb is a place even where no list and no tagger knows it for one. Never a place in another sentence: the head was
fitted on single sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.analysis import Analysis
from allege.analyse.encoder.located import Located
from allege.analyse.persons import is_somebody
from allege.claim import ClaimKind, Mention, MentionType, Role, Span, Spans, touches
from allege.extract.nouns import in_class
from allege.extract.predication import Filler, Predication
from allege.extract.remembered import is_remembered, own_place
from allege.extract.setting import heads_paragraph, is_of_others

PLACED = (ClaimKind.EVENT, ClaimKind.STATE)

LEAST = 0.3
"""Chance from which a name that is no mention of a place may be one, and one beside the likeliest is taken with it."""

BESIDE = 6
"""Code points between two places that are named together ("Orlen, Kirelia"; "Orlen and Nisra")."""

COUNTRY = 6
"""UCDP's `where_prec` of a country."""

FARTHEST = 4
"""Steps between a place and a verb after which more make no difference."""

IN_THE_NAME = frozenset({"compound", "nmod", "poss", "amod"})
BARE = frozenset({"ADP", "CCONJ", "DET", "PUNCT", "SPACE", "PART", "PRON"})


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a predication may have, and what speaks for it: numbers by name."""

    filler: Filler
    signs: Mapping[str, float]


def settled(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, events and states with the places that encoder and rules together make likely.

    What the encoder has not seen keeps what the rules found; so does what stands in a sentence that names no place.
    """
    out = list(found)
    for n, options in weighable(analysis, found):
        kept = tuple(f for f in found[n].fillers if f.role is not Role.PLACE)
        out[n] = replace(found[n], fillers=(*kept, *_chosen(options)))
    return out


def weighable(analysis: Analysis, found: Sequence[Predication]) -> Iterator[tuple[int, list[Option]]]:
    """For each event and state that has a choice its number, and the places that it may have."""
    if analysis.encoded is None:
        return
    named = _by_sentence(analysis)
    here = (n for n, p in enumerate(found) if p.kind in PLACED and not _is_told_elsewhere(analysis, p, named))
    at = [n for n in here if _open(analysis, found[n], named)]
    told = analysis.encoded.places([_asked(analysis, found[n]) for n in at])
    deeds = _deeds(analysis, found) if at else {}
    for n, located in zip(at, told, strict=True):
        if located is not None:
            others = deeds.get(analysis.sentence_of(analysis.doc[found[n].head]).start, ())
            options = _options(analysis, found[n], located, named)
            yield n, [one for one in options if not _is_deed(one, found[n], others)]


def _deeds(analysis: Analysis, found: Sequence[Predication]) -> dict[int, list[Spans]]:
    """The anchors of events by where their sentence begins."""
    out: dict[int, list[Spans]] = {}
    for event in found:
        if event.kind is ClaimKind.EVENT:
            out.setdefault(analysis.sentence_of(analysis.doc[event.head]).start, []).append(event.anchor)
    return out


def _is_deed(option: Option, predication: Predication, deeds: Sequence[Spans]) -> bool:
    """Whether a place is what another deed is called by: "the depot raid, the Orsa market blast" has no raid there."""
    own = {f.spans for f in predication.fillers if f.role is Role.PLACE} | {predication.anchor}
    spans = option.filler.spans
    return spans not in own and any(_touch(spans, deed) for deed in deeds if not _touch(deed, predication.anchor))


def _by_sentence(analysis: Analysis) -> dict[int, list[Filler]]:
    """The mentions of places, but not of peoples ("Kirelian"), by where their sentence begins."""
    out: dict[int, list[Filler]] = {}
    for mention in analysis.mentions:
        head = analysis.head_of(mention.spans) if mention.type is MentionType.PLACE else None
        if head is not None and not _names_people(mention, head):
            filler = Filler(Role.PLACE, mention.spans, head.i, MentionType.PLACE)
            out.setdefault(analysis.sentence_of(head).start, []).append(filler)
    return out


def _names_people(mention: Mention, head: Token) -> bool:
    """Whether a country is named by its people only."""
    return (mention.precision or 0) >= COUNTRY and (
        head.pos_ == "ADJ" or head.dep_ == "amod" or head.ent_type_ == "NORP"
    )


def _is_told_elsewhere(analysis: Analysis, predication: Predication, named: Mapping[int, object]) -> bool:
    """Whether only another sentence says where it was: "Gunmen killed two in Orsa. The union | denied | it"."""
    sentence = analysis.sentence_of(analysis.doc[predication.head])
    ruled = [analysis.doc[f.head] for f in predication.fillers if f.role is Role.PLACE]
    elsewhere = bool(ruled) and all(analysis.sentence_of(place) != sentence for place in ruled)
    return elsewhere and sentence.start not in named


def _open(analysis: Analysis, predication: Predication, named: Mapping[int, object]) -> bool:
    """Whether there is a choice: the rules gave it a place, or its sentence names one (a third do).

    There is none where the event has its place in its own name ("the Halsey Bridge ambush"), nor where the place heads
    a paragraph of a bulletin, nor where it is only
    remembered, or told by a noun that has a place of its own ("a march marking the massacre in Orsa").
    """
    head = analysis.doc[predication.head]
    if is_remembered(head):
        return False
    ruled = [analysis.doc[f.head] for f in predication.fillers if f.role is Role.PLACE]
    if any(f.role is Role.PLACE and heads_paragraph(analysis, f) for f in predication.fillers):
        return False
    if any(place.dep_ in IN_THE_NAME and place.head.i == predication.head for place in ruled):
        return False
    if head.pos_ == "NOUN" and any(own_place(head, place) for place in ruled):
        return False
    return bool(ruled) or analysis.sentence_of(analysis.doc[predication.head]).start in named


def likely(signs: Mapping[str, float]) -> float:
    """The chance of an option with these signs."""
    return 1 / (1 + math.exp(-sum(weight * signs.get(name, 0.0) for name, weight in _weights().items())))


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(str(weight)) for name, weight in data.lexicon("events/places.toml").items()}


def _chosen(options: Sequence[Option]) -> list[Filler]:
    """The likeliest place, if it is likelier than not, and those named right beside it."""
    rated = sorted(((o.filler.spans[0], likely(o.signs), o.filler) for o in options), key=lambda r: r[0])
    if not rated:
        return []
    at = max(range(len(rated)), key=lambda n: (rated[n][1], -n))
    if rated[at][1] < 0.5:
        return []
    out = [rated[at]]
    for span, chance, filler in (*reversed(rated[:at]), *rated[at + 1 :]):
        gaps = [max(span.start - other.end, other.start - span.end) for other, _, _ in out]
        if 0 <= min(gaps) <= BESIDE and chance >= LEAST:
            out.append((span, chance, filler))
    return [filler for _, _, filler in sorted(out, key=lambda r: r[0])]


def _options(
    analysis: Analysis, predication: Predication, located: Located, named: Mapping[int, Sequence[Filler]]
) -> list[Option]:
    """The places of the sentence, what the rules took for a place, and names that only the encoder ties to the verb."""
    head = analysis.doc[predication.head]
    ruled = [f for f in predication.fillers if f.role is Role.PLACE]
    fillers = {f.spans: f for f in (*named.get(analysis.sentence_of(head).start, ()), *ruled)}
    for name in _unlisted(analysis, predication, located):
        if not any(_touch(name.spans, spans) for spans in fillers):
            fillers[name.spans] = name
    open_to = [f for _, f in sorted(fillers.items()) if not is_of_others(analysis.doc[f.head], head)]
    return [Option(f, _signs(analysis, f, head, located, ruled)) for f in open_to]


def _signs(
    analysis: Analysis, place: Filler, head: Token, located: Located, ruled: Sequence[Filler]
) -> Mapping[str, float]:
    """What speaks for a place. `unlisted`: the rules took it and no list has it; of such the encoder is too unsure."""
    mention = analysis.by_head.get(place.head)
    unlisted = place in ruled and (mention is None or mention.latitude is None)
    return {
        "always": 1.0,
        "encoder": _odds(located.chance(place.spans)),
        "away": _away(analysis.doc[place.head], head),
        "unlisted": float(unlisted),
    }


def _away(place: Token, head: Token) -> float:
    """Verbs that a place hangs below before it meets what the head hangs on, and steps from the head up to there."""
    above = {token.i: n for n, token in enumerate((head, *head.ancestors))}
    verbs, at = 0, place
    while at.i not in above and at.head.i != at.i:
        at = at.head
        verbs += at.pos_ in ("VERB", "AUX") and at.i not in above
    return float(min(verbs + above.get(at.i, FARTHEST), FARTHEST))


def _odds(chance: float) -> float:
    """Log-odds, held within those of 1 in 200."""
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))


def _asked(analysis: Analysis, predication: Predication) -> tuple[Spans, Span]:
    """The head and its sentence."""
    token = analysis.doc[predication.head]
    return (Span(token.idx, token.idx + len(token)),), analysis.sentence_of(token)


def _unlisted(analysis: Analysis, predication: Predication, located: Located) -> Iterator[Filler]:
    """Names that the encoder takes for places and nothing else does; none of anybody known, nor of who did it."""
    sentence = analysis.sentence_of(analysis.doc[predication.head])
    taken = [f.spans for f in predication.fillers if f.role is Role.ACTOR]
    for tagged in located.stretches(LEAST):
        words = analysis.doc.char_span(tagged.span.start, tagged.span.end, alignment_mode="expand")
        words = _name(words) if words is not None else None
        if words is None or not sentence.start <= words.start_char < sentence.end:
            continue
        spans = (Span(words.start_char, words.end_char),)
        known = analysis.by_head.get(words.root.i)
        if is_somebody(words.root) or _is_person(words.root):
            continue
        if not (known is not None and known.entity) and not any(_touch(spans, other) for other in taken):
            yield Filler(Role.PLACE, spans, words.root.i, MentionType.PLACE)


def _is_person(name: Token) -> bool:
    """Whether a name has a post before it or stands beside a noun for somebody: "President Orsin", "a clerk, Tam"."""
    titled = any(c.dep_ in ("compound", "nmod") and in_class(c, "person") for c in name.lefts)
    beside = name.dep_ == "appos" and in_class(name.head, "person") and name.ent_type_ == "PERSON"
    return titled or beside


def _name(words: SpacySpan) -> SpacySpan | None:
    """The words without small ones at their ends; None where no name is left."""
    start, end = 0, len(words)
    while start < end and words[start].pos_ in BARE:
        start += 1
    while end > start and words[end - 1].pos_ in BARE:
        end -= 1
    named = any(t.pos_ == "PROPN" and t.text[0].isupper() for t in words[start:end])
    return words[start:end] if named else None


def _touch(some: Spans, others: Spans) -> bool:
    return any(touches(some, other) for other in others)
