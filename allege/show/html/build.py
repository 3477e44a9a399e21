"""From a record to its view: which words are marked, which card stands where, what is stated above. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from allege.claim import (
    Argument,
    Attribution,
    BlockKind,
    Certainty,
    Claim,
    ClaimKind,
    Credit,
    CreditKind,
    Document,
    EvidenceKind,
    Record,
    Span,
)
from allege.show.findings import documents_cited, missing
from allege.show.html.layout import stretches
from allege.show.html.overview import kind_counts, line
from allege.show.html.view import Card, DocumentView, Fact, Link, Offered, Row, RowKind
from allege.show.html.weave import Mark, deal, weave
from allege.show.voices import Reading, firmness, speaks, tally
from allege.show.words import (
    ACTS,
    EVIDENCE,
    KINDS,
    ROLES,
    certainty_mark,
    certainty_words,
    chain_words,
    plural,
    summary_sentence,
    type_words,
)

LONGEST = 200_000
"""Characters of a text that are shown; the rest is said to be left out."""

NESTED = 4
"""Attributions within one another that get a line of their own; those further in share the last one's look."""

LINES = {"CT": "ct", "PR": "pr", "PS": "ps", "U": "uu"}
"""Line style by modality: solid, dashed, dotted, grey."""

TITLE = 9
"""Words of the text that stand for a title where there is none."""

STATEMENT = KINDS[ClaimKind.STATE].label

INLINE = {
    BlockKind.BYLINE: "byline: not read for claims",
    BlockKind.CREDIT: "credit: kept as provenance",
    BlockKind.DATELINE: "dateline: kept as provenance",
}


def document_view(record: Record, *, limit: int = LONGEST) -> DocumentView:
    """One document with its text, its claims beside it, and what is stated above them."""
    reading = Reading(record)
    document = record.document
    counts = tally(reading)
    rows = tuple(_rows(reading, limit))
    return DocumentView(
        id=html_id(document),
        title=_title(document),
        language="" if document.language == "und" else document.language,
        line=line(document, counts),
        facts=tuple(_facts(document)),
        tally=counts,
        summary=summary_sentence(counts),
        kinds=kind_counts(counts),
        missing=missing(reading, but=(documents_cited,)),
        rows=rows,
        note="" if record.analysed else f"Not analysed: {record.note or 'no reason was kept'}.",
        cut=_cut(len(document.text), limit),
    )


def _title(document: Document) -> str:
    """The title, else the first words of the text, else the address."""
    if document.title:
        return document.title
    words = document.text[:500].split()
    first = " ".join(words[:TITLE])[:100]
    return f"“{first}{' …' if len(words) > TITLE else ''}”" if first else document.uri


def _cut(length: int, limit: int) -> str:
    return f"Showing the first {limit:,} of {length:,} characters and the claims in them." if length > limit else ""


def html_id(document: Document) -> str:
    """A name for links into the page, the same in every report."""
    return f"d-{document.id.removeprefix('sha256:')[:12]}"


def _facts(document: Document) -> Iterator[Fact]:
    if document.publisher:
        yield Fact("Publisher", document.publisher)
    if document.byline:
        yield Fact("By", document.byline)
    if document.published:
        yield Fact("Published", f"{document.published.day} {document.published:%B %Y}")
    yield from dict.fromkeys(_credit(credit) for credit in document.credits)
    if document.uri != _title(document):
        link = document.uri if document.uri.startswith(("http://", "https://")) else ""
        yield Fact("Read from", document.uri, link)
    yield Fact("Fingerprint", document.id[:23] + "…")


def _credit(credit: Credit) -> Fact:
    """A wire or another outlet by its name; a dateline by place and day where these are known."""
    day = f"{credit.date.day} {credit.date:%B %Y}" if credit.date else ""
    if credit.kind == CreditKind.DATELINE:
        return Fact("Dateline", " · ".join(part for part in (credit.place, day) if part) or credit.name)
    return Fact("Wire" if credit.kind == CreditKind.WIRE else "Via", credit.name)


def _rows(reading: Reading, limit: int) -> Iterator[Row]:
    document = reading.record.document
    parts = stretches(document, limit)
    spans = [span for _, span in parts]
    cards = _cards(reading, spans)
    marked = deal(_marks(reading), spans)
    for (kind, span), marks, beside in zip(parts, marked, cards, strict=True):
        label = (
            f"Folded away: {plural(len(document.text[slice(*span)].split()), 'word')} around the article"
            if kind == RowKind.FOLDED
            else ""
        )
        main = tuple(card for card in beside if card.kind != STATEMENT)
        further = tuple(card for card in beside if card.kind == STATEMENT)
        yield Row(kind, tuple(weave(document.text, span, marks)), main, label, further)


def _marks(reading: Reading) -> Iterator[Mark]:
    """Everything that is drawn into the text; who says it lies around what is said."""
    record = reading.record
    for block in record.document.blocks:
        if block.kind in INLINE:
            yield Mark(*block.span, (0, 0), f"al-{block.kind}", INLINE[block.kind])
    for item in record.attributions:
        yield from _attribution_marks(reading, item)
    for number, claim in enumerate(record.claims, 1):
        value = reading.voices[claim.id][-1].value
        title = f"{number}: {type_words(claim.type, claim.mode, claim.subtype)}, {certainty_words(value)}"
        name = _claim_id(record, claim)
        css = f"al-anchor {line_css(value)}" + (" al-minor" if claim.kind == ClaimKind.STATE else "")
        last = claim.anchor[-1] if claim.anchor else None
        for span in claim.anchor:
            ref = str(number) if span == last else ""
            yield Mark(*span, (4, -number), css, title, name, ref)


def _attribution_marks(reading: Reading, item: Attribution) -> Iterator[Mark]:
    depth = _depth(reading, item)
    who = " ".join(reading.record.document.quote(item.source).split()) or "a source that is not stated"
    named = "named" if item.named else "not named"
    for span in item.content:
        yield Mark(*span, (1, depth), f"al-content al-d{min(depth, NESTED)}", f"what “{who}” {ACTS[item.act].label}")
    for span in item.source:
        yield Mark(*span, (2, depth), f"al-source al-{'named' if item.named else 'unnamed'}", f"source, {named}")
    for span in item.cue:
        yield Mark(*span, (3, depth), "al-cue", f"cue: {ACTS[item.act].label}")


def _depth(reading: Reading, item: Attribution) -> int:
    """How many attributions lie around this one, counted from 1 for the outermost."""
    depth, outer = 1, item.within
    while outer in reading.said and depth < NESTED:
        depth, outer = depth + 1, reading.said[outer].within
    return depth


def _cards(reading: Reading, spans: Sequence[Span]) -> list[list[Card]]:
    """The cards of each row: a claim stands beside the row where its anchor begins, beyond the last row nowhere."""
    starts = [s.start for s in spans]
    beside: list[list[Card]] = [[] for _ in spans]
    numbers = {c.id: n for n, c in enumerate(reading.record.claims, 1)}
    backed: dict[str, list[str]] = {}
    for claim in reading.record.claims:
        for conclusion in claim.supports:
            backed.setdefault(conclusion, []).append(claim.id)
    for claim in reading.record.claims:
        at = claim.anchor[0].start if claim.anchor else 0
        row = bisect_right(starts, at) - 1
        if row >= 0 and at < spans[row].end:
            beside[row].append(_card(reading, claim, numbers, backed.get(claim.id, ())))
    return beside


def _card(reading: Reading, claim: Claim, numbers: dict[str, int], backed: Sequence[str]) -> Card:
    record = reading.record
    voices = reading.voices[claim.id]
    value = voices[-1].value
    return Card(
        claim=_claim_id(record, claim),
        place=f"{_claim_id(record, claim)}-at",
        number=numbers[claim.id],
        kind=KINDS[claim.kind].label,
        what=type_words(claim.type, claim.mode, claim.subtype),
        anchor=_one_line(record.document.quote(claim.anchor)),
        arguments=tuple(_argument(reading, a) for a in claim.arguments),
        said=chain_words(voices),
        act=speaks(claim.kind, voices[-1]),
        voice=reading.voice(claim),
        value=value,
        line=line_css(value),
        mark=certainty_mark(value),
        firmness=firmness(claim.kind, value),
        author=certainty_words(voices[0].value) if len(voices) > 1 else "",
        shared=len(voices) > 1 and voices[0].value != Certainty.UU,
        evidence=_offered(reading, claim),
        supports=_links(record, claim.supports, numbers),
        backed=_links(record, backed, numbers),
        score=f"{claim.score:.2f}",
        why="; ".join(dict.fromkeys(w for w in (claim.why, *(c.why for c in claim.certainty)) if w)),
    )


def _offered(reading: Reading, claim: Claim) -> tuple[Offered, ...]:
    """What is offered, with its words; a source that is its own evidence is not quoted twice."""
    document = reading.record.document
    sources = {span for name in claim.attributions for span in reading.said[name].source}
    given = (e for e in claim.evidence if e.kind != EvidenceKind.NONE)
    return tuple(
        Offered(EVIDENCE[e.kind].label, "" if set(e.spans) <= sources else _one_line(document.quote(e.spans)))
        for e in given
    )


def _argument(reading: Reading, argument: Argument) -> tuple[str, str, str]:
    return (ROLES[argument.role].label, reading.words(argument.mention), reading.name(argument.mention))


def _links(record: Record, claims: Sequence[str], numbers: dict[str, int]) -> tuple[Link, ...]:
    return tuple(Link(numbers[c], f"{html_id(record.document)}-{c}") for c in claims if c in numbers)


def _claim_id(record: Record, claim: Claim) -> str:
    return f"{html_id(record.document)}-{claim.id}"


def line_css(value: Certainty) -> str:
    """The classes that draw a certainty: the line's style, struck through where it is held not to be so."""
    return f"al-{LINES[value.modality]}" + (" al-no" if value.polarity == "-" else "")


def _one_line(words: str) -> str:
    return " ".join(words.split())
