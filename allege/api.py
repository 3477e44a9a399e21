"""The Python face: `allege.read`, `allege.annotate`, `allege.Ledger`, and how records show themselves in a notebook.

Importing this loads neither SQLAlchemy nor spaCy; the first ledger and the first text do.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import TypedDict, Unpack

from allege import ledger, run
from allege.claim import Document, Failure, Record
from allege.errors import ReadError
from allege.ledger import ClaimRow
from allege.link.result import LinkResult
from allege.settings import Settings, load_settings
from allege.tally import Progress, ReadResult

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]
"""A file, a folder (with all below it), `-` for standard input, or several of these."""


class About(TypedDict, total=False):
    """What is known about a text besides its words. `published` is a date, or one as YYYY-MM-DD."""

    uri: str
    title: str | None
    byline: str | None
    publisher: str | None
    published: date | str | None
    language: str


class Ledger(ledger.Ledger):
    """A ledger that also reads: `ledger.read("folder")`, then `for claim in ledger.claims(source="police")`.

    Settings come from `allege.toml` and the environment unless they are given; see `allege.ledger.Ledger` for the rest.
    """

    def __init__(
        self,
        where: str | PathLike[str] | None = None,
        settings: Settings | None = None,
        *,
        create: bool = True,
        wait: float = 10.0,
    ) -> None:
        super().__init__(where, settings or load_settings(), create=create, wait=wait)

    def read(self, paths: Paths, *, plain: bool = False, progress: Progress | None = None) -> ReadResult:
        """Read files and folders into the ledger; bytes that it holds are not read again.

        What could not be read is in the result's `failed` and in `failures()`. An interrupt ends the reading, keeps
        what is stored and returns. `plain`: texts exactly as they are, no page furniture folded away.
        """
        return run.read_into(self, _listed(paths), self.settings, progress, plain=plain)

    def redo(self, *, everything: bool = False, progress: Progress | None = None) -> ReadResult:
        """Extract again from the stored texts that an older version of Allege has read, or from all."""
        return run.redo(self, self.settings, progress, everything=everything)

    def link(self, *, rebuild: bool = False) -> LinkResult:
        """Work out what holds across documents: who is meant, what comes from what, which claims tell of one incident.

        Only what is new and its neighbourhood, unless `rebuild`; the result is the same. `read` leaves this to you.
        """
        return run.link(self, self.settings, rebuild=rebuild)


def read(paths: Paths, settings: Settings | None = None, *, plain: bool = False) -> list[Record]:
    """The records of all documents under `paths`, in order, without a ledger.

    Warns of each document that could not be read; raises ReadError when none could.
    """
    settings = settings or load_settings()
    found = list(run.annotate_paths(_listed(paths), settings, plain=plain))
    failures = [item for item in found if isinstance(item, Failure)]
    records = [item for item in found if isinstance(item, Record)]
    if failures and not records:
        raise ReadError(failures[0].what, where=failures[0].uri, remedy=failures[0].remedy)
    for failure in failures:
        warnings.warn(str(failure), stacklevel=2)
    return records


def annotate(text: str | Document, settings: Settings | None = None, **about: Unpack[About]) -> Record:
    """Everything that Allege finds in one text, taken exactly as it is; offsets are into `text`.

    A publication date lets "on Monday" become a date. Raises ReadError in the case that the text breaks the analysis.
    """
    published = about.get("published")
    if isinstance(published, str):
        about["published"] = date.fromisoformat(published)
    document = text if isinstance(text, Document) else Document(_id_of(text), "text:", text)
    answer = next(run.annotate([replace(document, **about)], settings or load_settings()))  # type: ignore[arg-type]
    if isinstance(answer, Failure):
        raise ReadError(answer.what, where=answer.uri, remedy=answer.remedy)
    return answer


def _id_of(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _listed(paths: Paths) -> list[str | Path]:
    return [fspath(paths)] if isinstance(paths, str | PathLike) else [fspath(path) for path in paths]


def _record_html(record: Record) -> str:
    from allege.show.html.notebook import record_html  # noqa: PLC0415 - templates load when something is shown

    return record_html(record)


def _document_html(document: Document) -> str:
    from allege.show.html.notebook import document_html  # noqa: PLC0415 - as above

    return document_html(document)


def _claim_html(row: ClaimRow) -> str:
    from allege.show.html.notebook import claim_row_html  # noqa: PLC0415 - as above

    return claim_row_html(row)


_HOOK = "_repr_html_"
"""What Jupyter calls. Given to the classes here, since the data model knows nothing of HTML."""

setattr(Record, _HOOK, _record_html)
setattr(Document, _HOOK, _document_html)
setattr(ClaimRow, _HOOK, _claim_html)
