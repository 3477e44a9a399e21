"""What a run has done so far, told to whoever draws the progress, and counted for the summary at its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from allege.claim import Failure, Record


class Outcome(StrEnum):
    """What became of one document. `KNOWN`: the ledger held its bytes already."""

    READ = "read"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One document done. `words` is 0 unless it was read; `total` is the number of documents, where it is known."""

    uri: str
    outcome: Outcome
    words: int = 0
    total: int | None = None


Progress = Callable[[Step], None]
"""Called after each document: a front draws its bar with it."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a run did. `interrupted`: the user stopped it; what was read by then is stored.

    `read` counts documents stored (`not_analysed` of them without being read for claims), `known` those that the ledger
    held already. `claims` are those that lists show (`Settings.min_score`); `words` are blank-separated, of the
    documents read; `seconds` is wall time. `aside` says of each document that was not analysed why.
    """

    read: int = 0
    not_analysed: int = 0
    known: int = 0
    claims: int = 0
    words: int = 0
    seconds: float = 0.0
    failed: tuple[Failure, ...] = ()
    interrupted: bool = False
    aside: tuple[Failure, ...] = ()

    def __str__(self) -> str:
        speed = f", {self.words / self.seconds:,.0f} words a second" if self.seconds and self.words else ""
        done = f"{self.read:,} read ({self.claims:,} claims{speed}), {self.known:,} known, {len(self.failed):,} failed"
        return done + (", interrupted" if self.interrupted else "")


class Tally:
    """The counts of a run in progress."""

    def __init__(self, progress: Progress | None = None, total: int | None = None, *, least: float = 0.0) -> None:
        self._progress = progress
        self._total = total
        self._least = least
        self._begun = time.perf_counter()
        self._read = self._not_analysed = self._known = self._claims = self._words = 0
        self._failed: list[Failure] = []
        self._aside: list[Failure] = []

    def read(self, record: Record) -> None:
        """A record was stored."""
        words = len(record.document.text.split())
        self._read += 1
        self._not_analysed += not record.analysed
        if not record.analysed:
            self._aside.append(Failure(record.document.uri, f"stored, but not analysed: {record.note}"))
        self._claims += sum(claim.score >= self._least for claim in record.claims)
        self._words += words
        self._tell(record.document.uri, Outcome.READ, words)

    def known(self, uri: str) -> None:
        """The ledger held these bytes already."""
        self._known += 1
        self._tell(uri, Outcome.KNOWN)

    def failed(self, failure: Failure) -> None:
        """A document could not be read."""
        self._failed.append(failure)
        self._tell(failure.uri, Outcome.FAILED)

    def result(self, *, interrupted: bool) -> ReadResult:
        """The counts as they stand."""
        return ReadResult(
            self._read,
            self._not_analysed,
            self._known,
            self._claims,
            self._words,
            time.perf_counter() - self._begun,
            tuple(self._failed),
            interrupted,
            tuple(self._aside),
        )

    def _tell(self, uri: str, outcome: Outcome, words: int = 0) -> None:
        if self._progress is not None:
            self._progress(Step(uri, outcome, words, self._total))
