"""A page taken apart, as Markdown: `python -m allege.show.first_page PATH > docs/first-page.md`.

Everything in it comes from the record of that page: each claim with a few of its words, who says so, how firmly, on
what evidence; then what the page never says. The page itself is not reprinted: no quotation is longer than `WORDS`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from allege.claim import Act, Argument, BlockKind, Claim, ClaimKind, Document, EvidenceKind, Failure, Record
from allege.errors import AllegeError, ReadError, UsageError
from allege.run import annotate, load
from allege.settings import load_settings
from allege.show.findings import missing
from allege.show.voices import Reading, firmness, speaks, tally
from allege.show.words import (
    ACTS,
    EVIDENCE,
    KINDS,
    ROLES,
    certainty_mark,
    chain_words,
    plural,
    summary_sentence,
    type_words,
)

WORDS = 5
"""Words of the page in one quotation, at most."""

COMMAND = "python -m allege.show.first_page PAGE > docs/first-page.md"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the Markdown for the one file that is named; exit codes as for `allege`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if len(given) != 1:
            raise UsageError("one file is needed", where="first_page", remedy=f"call {COMMAND}")
        sys.stdout.write(markdown(read_one(Path(given[0]))))
    except AllegeError as error:
        sys.stderr.write(f"{error}\n")
        return 2 if isinstance(error, UsageError) else 1
    return 0


def read_one(path: Path) -> Record:
    """The record of the first document in a file; raises ReadError when there is none."""
    settings = load_settings()
    found = next(
        annotate(load([path], settings), settings), Failure(str(path), "holds no document", "name another file")
    )
    if isinstance(found, Failure):
        raise ReadError(found.what, where=found.uri, remedy=found.remedy)
    return found.at_least(settings.min_score)


def markdown(record: Record) -> str:
    """The whole document."""
    return "\n".join(_lines(record)) + "\n"


def _lines(record: Record) -> Iterator[str]:
    reading = Reading(record)
    yield "# The first page, taken apart"
    yield ""
    yield from _head(record)
    yield ""
    yield f"**{summary_sentence(tally(reading))}**"
    yield ""
    yield "## Each claim"
    yield ""
    numbers = {claim.id: number for number, claim in enumerate(record.claims, 1)}
    yield from _table(reading, numbers)
    yield ""
    yield "## Further statements"
    yield ""
    yield from _statements(reading, numbers)
    yield ""
    yield "## What the page never says"
    yield ""
    yield from (f"- {_plain(line)}" for line in missing(reading))
    yield ""
    yield "## What was not read for claims"
    yield ""
    yield from (f"- {line}" for line in _unread(record.document))


def _head(record: Record) -> Iterator[str]:
    document = record.document
    words = len(document.text.split())
    named = f"“{_plain(document.title)}”" if document.title else "a page without a title"
    by = f", by {_plain(document.byline)}" if document.byline else ""
    when = f", {document.published.isoformat()}" if document.published else ", without a date"
    yield f"What Allege finds in {named}{by}{when} ({plural(words, 'word')}). The tool wrote this file:"
    yield ""
    yield f"    {COMMAND}"
    yield ""
    yield (
        "A claim is somebody's word, not a fact, and nothing here says who is right. The rules that found these claims "
        "err; each row can be checked against the page."
    )


def _table(reading: Reading, numbers: dict[str, int]) -> Iterator[str]:
    """Events, relations and demands, one a row."""
    yield "| | claim | in its words | who, whom, where, when | who says so | how firmly | on what evidence |"
    yield "|--:|---|---|---|---|---|---|"
    for claim in reading.record.claims:
        if claim.kind != ClaimKind.STATE:
            yield _row(reading, claim, numbers)


def _statements(reading: Reading, numbers: dict[str, int]) -> Iterator[str]:
    """All else that is said to be so: the predicate alone, by whose word and how firmly."""
    groups: dict[str, list[str]] = {}
    for claim in reading.record.claims:
        if claim.kind == ClaimKind.STATE:
            words = _plain(_clipped(reading.record.document.quote(claim.anchor)))
            key = f"{_plain(_said(reading, claim))}, {_firmly(reading, claim)}"
            groups.setdefault(key, []).append(f"{numbers[claim.id]} “{words}”")
    if not groups:
        yield "None."
    for key, items in groups.items():
        yield f"- {key}: {', '.join(items)}"


def _row(reading: Reading, claim: Claim, numbers: dict[str, int]) -> str:
    what = type_words(claim.type, claim.mode, claim.subtype)
    roles = (f"{ROLES[a.role].label}: {_plain(_who(reading, a))}" for a in claim.arguments)
    cells = (
        str(numbers[claim.id]),
        what if claim.kind == ClaimKind.EVENT else f"{KINDS[claim.kind].label}: {what}",
        f"“{_plain(short_quote(reading.record.document, claim))}”",
        "; ".join(roles),
        _plain(_said(reading, claim)),
        _firmly(reading, claim),
        _evidence(reading, claim, numbers),
    )
    return "| " + " | ".join(cells) + " |"


def _who(reading: Reading, argument: Argument) -> str:
    name = reading.name(argument.mention)
    return _clipped(reading.words(argument.mention)) + (f" ({name})" if name else "")


def _said(reading: Reading, claim: Claim) -> str:
    voices = reading.voices[claim.id]
    act = speaks(claim.kind, voices[-1])
    return chain_words(voices) + ("" if act == ACTS[Act.ASSERT].label else f" {act}")


def _firmly(reading: Reading, claim: Claim) -> str:
    value = reading.voices[claim.id][-1].value
    return f"{certainty_mark(value)} {firmness(claim.kind, value)}"


def short_quote(document: Document, claim: Claim) -> str:
    """The anchor with a few words around it, at most `WORDS` of them, from its own sentence."""
    low = claim.anchor[0].start
    bounds = claim.sentence or (low, claim.anchor[-1].end)
    start, end = min(bounds[0], low), max(bounds[1], claim.anchor[0].end)
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", document.text[start:end])]
    at = next((n for n, (_, word_end) in enumerate(words) if word_end > low), 0)
    first = max(0, min(at - WORDS // 2, len(words) - WORDS))
    shown = words[first : first + WORDS]
    quote = " ".join(document.text[s:e] for s, e in shown)
    return ("… " if first else "") + quote + (" …" if first + WORDS < len(words) else "")


def _evidence(reading: Reading, claim: Claim, numbers: dict[str, int]) -> str:
    document = reading.record.document
    offered = [e for e in claim.evidence if e.kind != EvidenceKind.NONE]
    parts = [
        EVIDENCE[e.kind].label + (f": “{_plain(_clipped(document.quote(e.spans)))}”" if e.spans else "")
        for e in offered
    ]
    from_claims = [numbers[c.id] for c in reading.record.claims if claim.id in c.supports]
    parts += [f"follows from {', '.join(map(str, from_claims))}"] if from_claims else []
    return "; ".join(parts) or EVIDENCE[EvidenceKind.NONE].label


def _unread(document: Document) -> Iterator[str]:
    """How many words stand in each kind of block that is kept apart."""
    words: Counter[BlockKind] = Counter()
    for block in document.blocks:
        if block.kind not in {BlockKind.BODY, BlockKind.TITLE}:
            words[block.kind] += len(document.text[slice(*block.span)].split())
    yield from (f"{plural(number, 'word')} of {kind}, kept but not read for claims" for kind, number in words.items())
    if not words:
        yield "nothing: the whole text was read"


def _clipped(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:WORDS]) + (" …" if len(parts) > WORDS else "")


def _plain(words: str) -> str:
    """The same words where Markdown would see signs of its own; on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


if __name__ == "__main__":
    sys.exit(main())
