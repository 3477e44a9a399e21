"""A ledger's file: how it is opened, how transactions begin, what SQLite's errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import StaticPool

from allege.errors import LedgerError, LedgerFull, LedgerLocked, NotALedger, UsageError
from allege.ledger.migrations import migrate

MEMORY = ":memory:"


class Database:
    """An open ledger file. `name` is what messages call it; `wait` is in seconds."""

    def __init__(self, where: str, *, create: bool = True, wait: float = 10.0) -> None:
        url = _url(where)
        path = url.database or MEMORY
        self.name = path
        if path != MEMORY:
            _check_path(Path(path), create=create)
        self._engine = _engine(url, wait)
        self._writing = self._engine.execution_options(writes=True)
        try:
            with plain_errors(self.name):
                migrate(self._engine, self.name)
                self._settle()
        except BaseException:
            self._engine.dispose()
            raise

    def _settle(self) -> None:
        """Readers and one writer side by side, if the file system allows it; kept in the file from then on."""
        with self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view of the ledger."""
        with plain_errors(self.name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone in writing: all of it is stored, or nothing."""
        with plain_errors(self.name), self._writing.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _url(where: str) -> URL:
    try:
        url = make_url(where) if "://" in where else URL.create("sqlite", database=where)
    except ArgumentError as error:
        raise UsageError(
            "is no path and no database URL", where=where, remedy="write a path, or sqlite:///PATH"
        ) from error
    if url.get_backend_name() != "sqlite":
        raise UsageError("only SQLite holds a ledger as yet", where=where, remedy="write a path, or sqlite:///PATH")
    return url


def _check_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise NotALedger("is a folder", where=str(path), remedy="give the path of a file")
    if not create and not path.exists():
        raise LedgerError("there is no ledger here", where=str(path), remedy="make one with: allege read PATH")
    if not path.parent.is_dir():
        raise LedgerError("its folder does not exist", where=str(path), remedy=f"create {path.parent} first")


def _engine(url: URL, wait: float) -> Engine:
    if url.database in {None, "", MEMORY}:
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url, connect_args={"timeout": wait})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _: object) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # transactions begin where we say so, not where the driver guesses
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY", "cache_size = -32000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("folded", 1, _folded, deterministic=True)


def _folded(value: str | bytes | None) -> str | None:
    """Case folded by Python's rules (SQLite's own `lower` knows ASCII alone)."""
    return value.decode("utf-8", "replace").casefold() if isinstance(value, bytes) else value and value.casefold()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def plain_errors(name: str) -> Iterator[None]:
    """SQLite's errors in words: LedgerLocked, LedgerFull, NotALedger or LedgerError."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig, name) from error
    except sqlite3.Error as error:
        raise _translated(error, name) from error


def _translated(error: BaseException | None, name: str) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LedgerLocked(
            "another process is writing to it", where=name, remedy="wait until it is done, then run again"
        )
    if code == sqlite3.SQLITE_FULL:
        return LedgerFull(
            "the disk is full; what was stored before is kept", where=name, remedy="make room, then run again"
        )
    if code == sqlite3.SQLITE_NOTADB:
        return NotALedger("is no ledger", where=name, remedy="give the path of a ledger or of a new file")
    if code == sqlite3.SQLITE_CORRUPT:
        return LedgerError("is damaged", where=name, remedy=f"restore a copy, or try: sqlite3 {name} .recover")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return LedgerError(
            "cannot be opened for writing", where=name, remedy="check the rights of the file and its folder"
        )
    return LedgerError(f"cannot be used ({error})", where=name, remedy="check the disk and the file")
