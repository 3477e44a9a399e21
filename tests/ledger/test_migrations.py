"""Numbered steps make the tables; each is taken whole or not at all, and the tables are those the code knows."""

import re
import sqlite3
from contextlib import closing
from importlib.resources import files

import pytest
from sqlalchemy import inspect

from allege.errors import LedgerError
from allege.ledger import Ledger
from allege.ledger.database import Database
from allege.ledger.migrations import STEPS, migrate, statements
from allege.ledger.tables import metadata
from tests.ledger.made import report


@pytest.fixture
def database():
    made = Database(":memory:")
    yield made
    made.close()


def test_the_steps_make_the_tables_that_the_code_knows(database):
    found = inspect(database._engine)
    for table in metadata.sorted_tables:
        columns = {c["name"]: c["nullable"] for c in found.get_columns(table.name) if not c.get("computed")}
        assert columns.keys() == set(table.columns.keys()), table.name
        keys = {(k["constrained_columns"][0], k["referred_table"]) for k in found.get_foreign_keys(table.name)}
        assert keys == {(c.name, key.column.table.name) for c in table.columns for key in c.foreign_keys}, table.name
        assert found.get_pk_constraint(table.name)["constrained_columns"] == table.primary_key.columns.keys()
        required = {name for name, nullable in columns.items() if not nullable} - set(table.primary_key.columns.keys())
        assert required == {c.name for c in table.columns if not c.nullable and not c.primary_key}, table.name


def version(database) -> int:
    with database.reading() as connection:
        return connection.exec_driver_sql("PRAGMA user_version").scalar_one()


def test_a_new_step_is_taken_once_on_an_older_ledger(database):
    taken = []

    def second(connection):
        taken.append(2)
        connection.exec_driver_sql("CREATE TABLE margins (key INTEGER PRIMARY KEY)")

    migrate(database._engine, "x.db", (*STEPS, second))
    assert version(database) == len(STEPS) + 1
    assert taken == [2]
    assert "margins" in inspect(database._engine).get_table_names()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(database):
    def broken(connection):
        connection.exec_driver_sql("CREATE TABLE margins (key INTEGER PRIMARY KEY)")
        raise LedgerError("no room")

    with pytest.raises(LedgerError):
        migrate(database._engine, "x.db", (*STEPS, broken))
    assert version(database) == len(STEPS)
    assert "margins" not in inspect(database._engine).get_table_names()


def test_a_script_is_cut_at_its_statements_not_inside_a_trigger():
    script = (
        "CREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\n-- c;\nDROP TABLE a;\n"
    )
    assert [s.split()[0] for s in statements(script)] == ["CREATE", "CREATE", "--"]


def test_a_ledger_of_the_first_form_keeps_what_it_holds_and_can_be_linked(tmp_path):
    path = tmp_path / "old.db"
    with Ledger(path) as ledger:
        ledger.add(report())
    with closing(sqlite3.connect(path)) as old:
        for script in ("0003.sql", "0002.sql"):
            text = files("allege").joinpath("data/ledger", script).read_text(encoding="utf-8")
            for name in re.findall(r"CREATE TABLE (\w+)", text):
                old.execute(f"DROP TABLE IF EXISTS {name}")
        old.execute("PRAGMA user_version = 1")
    with Ledger(path) as ledger:
        assert ledger.record(report().document.id) == report()
        assert ledger.unlinked("1") == (report().document.id,)
        assert list(ledger.judgements()) == []
