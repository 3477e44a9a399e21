"""The whole path, and the only place where stages meet: read → clean → analyse → extract → ledger → link.

Stages are generators over frozen records. What cannot be read becomes a `Failure` in its place; the rest goes on.
spaCy takes a second to import, so the stages are imported where a run begins: looking at a ledger never loads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from allege.batches import Loaded, batches, note_of, opening, set_aside
from allege.claim import Document, Failure, RawDocument, Record
from allege.errors import AllegeError, BadRecord
from allege.ledger import Ledger
from allege.link.result import LinkResult
from allege.pool import Job, Pool, WorkerDeath
from allege.read import read_paths
from allege.settings import Settings
from allege.tally import Progress, ReadResult, Tally

SERIAL = 60_000
"""Code points up to which it takes longer to start other processes than it saves (each loads the pipeline first)."""

LARGE = 5 * SERIAL
"""Bytes of files from which other processes are started at once, before any text is cleaned. Of a page a fifth is text,
more or less, so that these are worth it, too."""

TRIAL = Document("", "", "Police said that gunmen killed three people in a raid on Monday.")
"""What a process reads first, for nobody: with it pipeline, encoder and lists are loaded."""

REPORT = "leave this text out, and report it to the makers of Allege"

Answer = Record | Failure


def load(paths: Iterable[str | Path], settings: Settings, *, plain: bool = False) -> Iterator[Loaded]:
    """The documents under `paths` in order, cleaned unless `plain`."""
    return _cleaned(read_paths(paths, settings, plain=plain), settings)


def annotate_paths(paths: Iterable[str | Path], settings: Settings, *, plain: bool = False) -> Iterator[Answer]:
    """`annotate` of what lies under `paths`, in order, cleaned unless `plain`."""
    return _annotate_raws(read_paths(paths, settings, plain=plain), settings)


def annotate(documents: Iterable[Loaded], settings: Settings, *, large: bool = False) -> Iterator[Answer]:
    """One record for each document, in order and streaming; a document that breaks a stage becomes a Failure.

    More than a few pages are shared out among `settings.cores` processes, which are started before the first document
    is there where it is known that so many come (`large`). Raises MissingPart, ListError or SettingsError when no
    document at all could be read.
    """
    waiting = batches(set_aside(item, settings) for item in documents)
    shared = settings.cores > 1
    first, more = opening(waiting, SERIAL) if shared and not large else ([], shared)
    if not more:
        for batch in chain(first, waiting):
            yield from _answers(batch, lambda asked: annotate_batch(settings, asked))
        return
    with Pool(Job("allege.run:annotate_batch", settings, [TRIAL]), settings.cores) as pool:
        if large:
            pool.start()
        for answers in pool.map(chain(first, waiting), lambda b: _answers(b, lambda asked: _shielded(pool, asked))):
            yield from answers


def annotate_batch(settings: Settings, documents: list[Document]) -> list[Answer]:
    """Records of a few documents, in this process; where one raises, it alone is a Failure."""
    from allege.analyse.start import swiftly  # noqa: PLC0415

    with swiftly():
        from allege.analyse.pipeline import analyse  # noqa: PLC0415
        from allege.extract.assemble import extract  # noqa: PLC0415
    try:
        return list(extract(analyse(documents, settings)))
    except AllegeError:
        raise
    except Exception as error:
        if len(documents) > 1:
            return [answer for document in documents for answer in annotate_batch(settings, [document])]
        return [Failure(documents[0].uri, f"cannot be analysed ({type(error).__name__}: {error})", REPORT)]


def read_into(
    ledger: Ledger,
    paths: Iterable[str | Path],
    settings: Settings,
    progress: Progress | None = None,
    *,
    plain: bool = False,
) -> ReadResult:
    """Read what lies under `paths` into the ledger, a transaction for each document.

    Bytes that the ledger holds are not read again. An interrupt (Ctrl-C) ends the run with what is stored by then; the
    next run goes on from there. Raises what the ledger raises; what was stored before is kept.
    """
    tally, twins, rows = Tally(progress, least=settings.min_score), dict[str, list[str]](), dict[str, list[str]]()
    paths = list(paths)

    def store(record: Record) -> None:
        ledger.add(record)
        tally.read(record)
        for uri in twins.pop(record.document.id, ()):
            ledger.sighted(record.document.id, uri)
            tally.known(uri)
        for place in rows.pop(record.document.id, ()):
            ledger.sighted(record.document.id, place)

    raws = _unknown(_placed(read_paths(paths, settings, plain=plain), ledger, rows), ledger, tally, twins)
    result = _kept(_annotate_raws(raws, settings), ledger, tally, store)
    for uri in () if result.interrupted else chain.from_iterable(twins.values()):
        _failed(Failure(uri, "holds the same bytes as a file that could not be read", "mend that one"), ledger, tally)
    if not result.interrupted:
        _forget_mended(ledger, paths, tally)
    return tally.result(interrupted=result.interrupted)


def redo(
    ledger: Ledger, settings: Settings, progress: Progress | None = None, *, everything: bool = False
) -> ReadResult:
    """Extract again from stored documents that an older extractor read, or from all; the texts stay as they are."""
    from allege.analyse.encoder.files import name_of  # noqa: PLC0415
    from allege.extract.assemble import extractor_of  # noqa: PLC0415

    old = ledger.documents_to_redo(None if everything else extractor_of(name_of(settings.encoder)))
    tally = Tally(progress, len(old), least=settings.min_score)

    def store(record: Record) -> None:
        ledger.replace(record)
        tally.read(record)

    return _kept(annotate(_changed(old, ledger, tally, settings), settings), ledger, tally, store)


def link(ledger: Ledger, settings: Settings, *, rebuild: bool = False) -> LinkResult:
    """Derive what holds across documents: who is meant, what comes from what, which claims tell of one incident.

    Only what the ledger has not linked yet and its neighbourhood, unless `rebuild`; the result is the same.
    """
    from allege.link.job import link_ledger  # noqa: PLC0415

    return link_ledger(ledger, settings, rebuild=rebuild)


def _annotate_raws(raws: Iterator[RawDocument | Failure], settings: Settings) -> Iterator[Answer]:
    """Cleaned and annotated; other processes load while the first texts are cleaned, where there are many."""
    first, size = [], 0
    for raw in raws:
        first.append(raw)
        size += 0 if isinstance(raw, Failure) else len(raw.content)
        if size > LARGE:
            break
    yield from annotate(_cleaned(chain(first, raws), settings), settings, large=size > LARGE)


def _cleaned(raws: Iterable[RawDocument | Failure], settings: Settings) -> Iterator[Loaded]:
    """Cleaned one by one, so that a page which breaks the cleaning stops nothing else."""
    from allege.clean import clean  # noqa: PLC0415

    for raw in raws:
        try:
            yield from list(clean([raw], settings))
        except AllegeError:
            raise
        except Exception as error:
            yield Failure(raw.uri, f"cannot be cleaned ({type(error).__name__}: {error})", REPORT)


def _unknown(
    raws: Iterable[RawDocument | Failure], ledger: Ledger, tally: Tally, twins: dict[str, list[str]]
) -> Iterator[RawDocument | Failure]:
    """Those whose bytes the ledger has not; of several with the same bytes the first, the others' URIs in `twins`."""
    for raw in raws:
        name = "" if isinstance(raw, Failure) else f"sha256:{raw.sha256}"
        if not name:
            yield raw
        elif name in twins:
            twins[name].append(raw.uri)
        elif ledger.has(name):
            ledger.sighted(name, raw.uri)
            tally.known(raw.uri)
        else:
            twins[name] = []
            yield raw


def _placed(
    raws: Iterable[RawDocument | Failure], ledger: Ledger, rows: dict[str, list[str]]
) -> Iterator[RawDocument | Failure]:
    """All of them; the rows of tables that name their documents otherwise are noted, or kept in `rows` by document."""
    for raw in raws:
        if isinstance(raw, RawDocument) and raw.row:
            name = f"sha256:{raw.sha256}"
            if ledger.has(name):
                ledger.sighted(name, raw.row)
            else:
                rows.setdefault(name, []).append(raw.row)
        yield raw


def _changed(ids: Iterable[str], ledger: Ledger, tally: Tally, settings: Settings) -> Iterator[Document]:
    """The stored documents, without those that were not analysed and would not be now."""
    for name in ids:
        record = ledger.record(name)
        if record.analysed or note_of(record.document, settings) != record.note:
            yield record.document
        else:
            tally.known(record.document.uri)


def _answers(batch: list[Loaded | Record], ask: Callable[[list[Document]], list[Answer]]) -> list[Answer]:
    """The batch with its documents answered; records and failures stay where they are."""
    asked = [item for item in batch if isinstance(item, Document)]
    answers = iter(ask(asked) if asked else ())
    return [next(answers) if isinstance(item, Document) else item for item in batch]


def _shielded(pool: Pool, documents: list[Document]) -> list[Answer]:
    """A worker's answers; where it dies, each document is tried by itself and the one that kills is a Failure."""
    try:
        answers: list[Answer] = pool.call(documents)
    except WorkerDeath as death:
        if len(documents) > 1:
            return [answer for document in documents for answer in _shielded(pool, [document])]
        return [Failure(documents[0].uri, f"ended the process that analysed it (exit status {death.code})", REPORT)]
    return answers


def _kept(answers: Iterator[Answer], ledger: Ledger, tally: Tally, store: Callable[[Record], None]) -> ReadResult:
    """Store what comes, until it ends or the user interrupts."""
    interrupted = False
    try:
        for answer in answers:
            if isinstance(answer, Failure):
                _failed(answer, ledger, tally)
                continue
            try:
                store(answer)
            except BadRecord as error:
                _failed(Failure(answer.document.uri, error.what, error.remedy), ledger, tally)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        getattr(answers, "close", lambda: None)()
    return tally.result(interrupted=interrupted)


def _failed(failure: Failure, ledger: Ledger, tally: Tally) -> None:
    ledger.add_failure(failure)
    tally.failed(failure)


def _forget_mended(ledger: Ledger, paths: Iterable[str | Path], tally: Tally) -> None:
    """Forget failures in and below the paths of a whole run that did not come again: mended, or gone."""
    still = {failure.uri for failure in tally.result(interrupted=False).failed}
    read = [str(path) for path in paths]
    below = tuple(end for path in read for end in (f"{path.rstrip('/')}/", f"{path}#"))
    for row in ledger.failures():
        if row.uri not in still and (row.uri in read or row.uri.startswith(below)):
            ledger.forget_failure(row.uri)


__all__ = [
    "Document", "Failure", "Progress", "ReadResult", "Record", "annotate", "annotate_paths", "link", "load",
    "read_into", "redo",
]  # fmt: skip
