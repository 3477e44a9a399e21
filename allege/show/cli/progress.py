"""A progress bar on standard error while documents are read, and what to say when a run has ended."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from allege.ledger import Ledger
from allege.ledger.rows import Summary
from allege.link.result import LinkResult
from allege.show import words
from allege.show.cli import guard, output
from allege.show.terminal.screen import NARROWEST, Screen, one_line, wrap
from allege.tally import Outcome, Progress, ReadResult, Step


@contextmanager
def bar(title: str) -> Iterator[Progress | None]:
    """Something to call after each document; None where nobody watches standard error."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415 - only a terminal needs it

    screen = Screen.of(sys.stderr)
    counts = dict.fromkeys(Outcome, 0)
    with tqdm(desc=title, unit=" documents", ascii=not screen.unicode, leave=False, dynamic_ncols=True) as drawn:

        def step(done: Step) -> None:
            counts[done.outcome] += 1
            drawn.total = done.total or drawn.total
            failed = f"{counts[Outcome.FAILED]} failed, " if counts[Outcome.FAILED] else ""
            name = one_line(done.uri)[-(NARROWEST // 2 + max(screen.width - 80, 0) // 2) :]
            drawn.set_postfix_str(failed + name, refresh=False)
            drawn.update()

        yield step


def close(result: ReadResult, ledger: Ledger, linked: LinkResult | None = None, *, as_json: bool) -> int:
    """Tells what a run did and what the ledger now holds; returns the exit code."""
    summary = ledger.summary()
    if as_json:
        output.say_json([run_json(result, ledger.name, summary) | {"linked": linked and asdict(linked)}])
    else:
        for failure in (*result.aside, *result.failed):
            guard.complain(str(failure))
        width = Screen.of(sys.stdout).width
        told = (*run_lines(result, ledger.name, summary), *(link_lines(linked) if linked else ()))
        output.say(line for text in told for line in wrap(text, width, "", "  "))
        for conflict in linked.conflicts if linked else ():
            guard.complain(conflict)
    if result.interrupted:
        guard.complain("stopped; what was read is stored, and the same command goes on from there")
        return guard.INTERRUPTED
    return guard.FAILED if result.failed else guard.FINE


def run_lines(result: ReadResult, name: str, summary: Summary) -> Iterator[str]:
    """What was done, what the ledger holds, on whose word and on what evidence."""
    speed = f", {result.words / result.seconds:,.0f} words a second" if result.words and result.seconds else ""
    size = f" ({words.plural(result.words, 'word')}{speed})" if result.words else ""
    read = f"{words.plural(result.read, 'document')} read{size}"
    left = f", {result.not_analysed:,} of them stored but not analysed" if result.not_analysed else ""
    known = f", {result.known:,} known already" if result.known else ""
    failed = f", {len(result.failed):,} could not be read" if result.failed else ""
    yield f"{read}{left}{known}{failed}."
    yield f"{one_line(name)} holds {words.plural(summary.documents, 'document')}."
    yield words.summary_sentence(summary)
    if summary.evidence:
        yield f"Evidence: {'; '.join(words.evidence_lines(summary))}."
    if summary.failures:
        rows = "file or row" if summary.failures == 1 else "files or rows"
        yield f"{summary.failures:,} {rows} could not be read so far; see: allege failures"


def link_lines(result: LinkResult) -> Iterator[str]:
    """What holds across the documents, and what working it out cost."""
    if result.documents:
        yield f"{words.plural(result.documents, 'document')} linked in {result.seconds:.1f} s ({result.why})."
    else:
        yield f"Nothing to link: {result.why}."
    maybe = f"; {words.plural(result.possibly, 'pair')} of them may be the same" if result.possibly else ""
    comes = "comes" if result.derived == 1 else "come"
    derived = f"{words.plural(result.derived, 'document')} {comes} from another or from a named outside source"
    yield f"{words.plural(result.incidents, 'incident')}{maybe}. {derived}."
    if result.cost:
        yield f"Compared: {result.cost}."


def run_json(result: ReadResult, name: str, summary: Summary) -> dict[str, Any]:
    """The same as one object."""
    counts = asdict(summary) | {"evidence": dict(summary.evidence), "kinds": dict(summary.kinds)}
    return {"ledger": name, **asdict(result), "holds": counts}
