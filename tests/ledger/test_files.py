"""Files that cannot be a ledger, disks and locks that refuse: a clear word each, and nothing stored is lost."""

import sqlite3
from pathlib import Path

import pytest
from made import report

from allege.errors import LedgerError, LedgerFull, LedgerLocked, NewerLedger, NotALedger, UsageError
from allege.ledger import Ledger


@pytest.fixture
def path(tmp_path) -> Path:
    """A ledger with one document."""
    where = tmp_path / "x.db"
    with Ledger(where) as ledger:
        ledger.add(report())
    return where


def sound(path: Path) -> bool:
    connection = sqlite3.connect(path)
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept = not connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.close()
    return whole and kept


def test_a_text_file_is_no_ledger_and_stays_as_it_is(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("These are notes about a valley.\n" * 50)
    with pytest.raises(NotALedger, match=r"notes.txt: is no ledger; give the path of a ledger or of a new file"):
        Ledger(file)
    assert file.read_text().startswith("These are notes")


def test_a_foreign_database_is_no_ledger_and_stays_as_it_is(tmp_path):
    file = tmp_path / "other.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE documents (id)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(NotALedger, match="is a database, but no ledger"):
        Ledger(file)
    assert file.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["other.db"]


def test_an_empty_file_becomes_a_ledger(tmp_path):
    file = tmp_path / "new.db"
    file.touch()
    with Ledger(file) as ledger:
        assert ledger.summary().documents == 0


def test_a_ledger_of_a_later_version_is_left_alone(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerLedger, match=r"has form 99, .*; upgrade Allege"):
        Ledger(path)


def test_a_ledger_that_another_process_writes_to_is_locked_for_writing_and_open_for_reading(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger(path, wait=0.05) as ledger:
        assert len(list(ledger.claims())) == 3
        with pytest.raises(LedgerLocked, match=r"x.db: another process is writing to it; wait"):
            ledger.add(report(1))
        other.execute("COMMIT")
        assert ledger.add(report(1))
    other.close()


def test_a_full_disk_keeps_what_was_stored_and_takes_more_once_there_is_room(path):
    with Ledger(path) as ledger:
        with ledger._database.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(LedgerFull, match="the disk is full; what was stored before is kept; make room"):
            all(ledger.add(report(number)) for number in range(1, 1_000))
        stored = ledger.summary().documents
        assert [row.id for row in ledger.documents()] == [report(number).document.id for number in range(stored)]
        assert 1 < stored < 1_000
        with ledger._database.reading() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10_000}")
        assert ledger.add(report(stored))
        assert ledger.record(report(stored).document.id) == report(stored)
    assert sound(path)


def test_a_damaged_ledger_is_named_with_a_way_out(path):
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"x.db: is damaged; restore a copy, or try: sqlite3 .* .recover"):
        Ledger(path).summary()


@pytest.mark.parametrize(
    ("where", "create", "error", "words"),
    [
        ("", True, NotALedger, "is a folder"),
        ("nowhere/x.db", True, LedgerError, "its folder does not exist"),
        ("x.db", False, LedgerError, "there is no ledger here; make one with: allege read PATH"),
    ],
)
def test_a_path_that_cannot_be_is_refused(tmp_path, where, create, error, words):
    with pytest.raises(error, match=words):
        Ledger(tmp_path / where, create=create)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["postgresql://host/x", "odd:://", "sqlite:::://x"])
def test_only_sqlite_urls_are_taken(where):
    with pytest.raises(UsageError):
        Ledger(where)


def test_a_sqlite_url_names_a_file(tmp_path):
    with Ledger(f"sqlite:///{tmp_path / 'x.db'}") as ledger:
        ledger.add(report())
    with Ledger(tmp_path / "x.db", create=False) as ledger:
        assert ledger.summary().documents == 1


def test_two_ledgers_of_one_file_see_each_other(path):
    with Ledger(path) as one, Ledger(path) as other:
        one.add(report(1))
        other.add(report(2))
        assert one.summary() == other.summary()
        assert one.summary().documents == 3
