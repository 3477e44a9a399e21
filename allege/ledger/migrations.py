"""From an empty or older file to the present form of the ledger: numbered steps, each in a transaction of its own.

The number of the last step taken is SQLite's `user_version`; `application_id` says that a file is a ledger at all.
A step is never edited once it is released; a change is a new step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from sqlalchemy import Connection, Engine

from allege.errors import NewerLedger, NotALedger

APPLICATION_ID = 0x414C4547
"""The letters ALEG; SQLite keeps it at byte 68 of the file."""

Step = Callable[[Connection], None]


def _first(connection: Connection) -> None:
    """Documents, what is said in them, and the full-text index."""
    _script(connection, "0001.sql")


def _second(connection: Connection) -> None:
    """What is derived across documents, and judgements."""
    _script(connection, "0002.sql")


def _third(connection: Connection) -> None:
    """The index of what is linked, packed."""
    _script(connection, "0003.sql")


def _fourth(connection: Connection) -> None:
    """Scored pairs without their words."""
    _script(connection, "0004.sql")


def _script(connection: Connection, name: str) -> None:
    for statement in statements(files("allege").joinpath("data/ledger", name).read_text(encoding="utf-8")):
        connection.exec_driver_sql(statement)


STEPS: tuple[Step, ...] = (_first, _second, _third, _fourth)


def check(engine: Engine, name: str) -> int:
    """The version of the ledger in `engine` (0: an empty file); raises NotALedger or NewerLedger, changes nothing."""
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if mark == 0 and version == 0 and tables == 0:
        return 0
    if mark != APPLICATION_ID:
        raise NotALedger(
            "is a database, but no ledger", where=name, remedy="give the path of a ledger or of a new file"
        )
    if version > len(STEPS):
        raise NewerLedger(
            f"has form {version}, this version of Allege knows up to {len(STEPS)}",
            where=name,
            remedy="upgrade Allege: pip install --upgrade allege",
        )
    return version


def migrate(engine: Engine, name: str, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that the ledger still lacks; one that fails leaves the ledger as it was before it."""
    version = check(engine, name)
    for number, step in enumerate(steps[version:], version + 1):
        with engine.execution_options(writes=True).begin() as connection:
            if connection.exec_driver_sql("PRAGMA user_version").scalar_one() >= number:
                continue  # another process took this step while we waited for its lock
            step(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script one by one (a trigger's inner semicolons do not end it)."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
