"""The report: query → frozen view → template → one file that needs no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from allege import __version__
from allege.claim import Record
from allege.errors import AllegeError
from allege.ledger import Ledger
from allege.ledger.rows import DocumentRow, FailureRow, Summary
from allege.show.html.build import document_view
from allege.show.html.incident_view import Incidents
from allege.show.html.incidents import incident_views
from allege.show.html.overview import offered
from allege.show.html.page import report_html
from allege.show.html.view import ReportView
from allege.show.words import plural, summary_sentence

DOCUMENTS = 200
"""Documents that one page shows unless more are asked for: about what a browser scrolls with ease."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What the page says of the whole ledger: its counts and failures, its name, and the day the page is made."""

    tally: Summary
    failures: Sequence[FailureRow]
    source: str
    made: date


def write_report(ledger: Ledger, path: str | Path, *, limit: int = DOCUMENTS) -> Path:
    """Write the report of a ledger to `path` and return it; what stood there is replaced whole, or not at all.

    The oldest documents come first, those without a date last; of more than `limit` documents the page says how many
    it shows. Raises AllegeError when the file cannot be written.
    """
    rows = sorted(ledger.documents(), key=_by_date)[:limit]
    whole = Whole(ledger.summary(), tuple(ledger.failures()), ledger.name, datetime.now(UTC).date())
    found = incident_views(ledger, frozenset(row.id for row in rows))
    page = report_view((ledger.record(row.id).at_least(ledger.settings.min_score) for row in rows), whole, found)
    return _write(report_html(page), Path(path))


def report_view(records: Iterable[Record], whole: Whole, found: Incidents | None = None) -> ReportView:
    """The page that shows these records, and the incidents found over the whole ledger."""
    documents = tuple(document_view(record) for record in records)
    number = whole.tally.documents
    head = f"{plural(number, 'document')}. " if number else ""
    return ReportView(
        title=f"Who claims what in {plural(number, 'document')}, and on whose word",
        summary=head + summary_sentence(whole.tally),
        evidence=offered(whole.tally),
        documents=documents,
        failures=whole.failures,
        shown=_shown(len(documents), number),
        made=f"{whole.made.day} {whole.made:%B %Y}",
        source=whole.source,
        version=__version__,
        incidents=found or Incidents(),
    )


def _shown(shown: int, number: int) -> str:
    if shown >= number:
        return ""
    return (
        f"Showing {shown:,} of {number:,} documents, the oldest first; the counts above are of all of them. "
        "The others are in the ledger: list them with allege documents, or ask for a longer report."
    )


def _by_date(row: DocumentRow) -> tuple[date, str, str]:
    return (row.published or date.max, row.uri, row.id)


def _write(pieces: Iterable[str], path: Path) -> Path:
    """Write beside the place first, then move there. Lone surrogates, which UTF-8 lacks, become question marks."""
    plain = path.is_file() or not path.exists()  # no draft takes the place of a device or a pipe
    part = path.with_name(f".{path.name}.part") if plain else path
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(pieces)
        if plain:
            part.replace(path)
    except OSError as error:
        with suppress(OSError):
            if plain:
                part.unlink()
        what = f"cannot be written ({error.strerror})"
        raise AllegeError(what, where=str(path), remedy="make room or choose another file") from error
    return path
