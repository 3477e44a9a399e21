"""Everything that Allege raises on purpose.

AllegeError
├── UsageError          the caller asked for something that makes no sense (exit code 2)
├── SettingsError       a settings file or variable cannot be used
├── ListError           a file of actors or places has a bad line
├── MissingPart         a part that this job needs is not installed
├── ReadError           bytes that cannot become a document
├── LedgerError         the ledger cannot be used
│   ├── NotALedger      the file is something else
│   ├── NewerLedger     a later version of Allege wrote it
│   ├── LedgerLocked    another process is writing to it
│   ├── LedgerFull      the disk has no room left
│   └── BadRecord       a record names a mention, attribution or claim that it does not hold
└── NotFound            no document or claim has that id

A message says what, where, and what to do, as `where: what went wrong; what to do`: one line of the command line.
"""

from __future__ import annotations


class AllegeError(Exception):
    """What went wrong, where, and what to do about it.

    `where` names a file, URL, setting or id; `remedy` is an instruction a person can follow.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        head = f"{self.where.removesuffix(':')}: {self.what}" if self.where else self.what
        return f"{head}; {self.remedy}" if self.remedy else head

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders whole (keyword arguments are lost by the default)."""
        return (_rebuild, (type(self), self.what, self.where, self.remedy))


def _rebuild(kind: type[AllegeError], what: str, where: str, remedy: str) -> AllegeError:
    return kind(what, where=where, remedy=remedy)


class UsageError(AllegeError):
    """The caller asked for something that makes no sense."""


class SettingsError(AllegeError):
    """A settings file or variable cannot be used."""


class ListError(AllegeError):
    """A file of actors or places has a bad line; `where` holds file and line number."""


class MissingPart(AllegeError):
    """A part that this job needs (a language pipeline, an index) is not installed."""


class ReadError(AllegeError):
    """Bytes that cannot become a document."""


class LedgerError(AllegeError):
    """The ledger cannot be used."""


class NotALedger(LedgerError):
    """The file is not a ledger."""


class NewerLedger(LedgerError):
    """A later version of Allege wrote the ledger."""


class LedgerLocked(LedgerError):
    """Another process holds the ledger."""


class LedgerFull(LedgerError):
    """The disk has no room left; what was stored before is kept."""


class BadRecord(LedgerError):
    """A record names a mention, attribution or claim that it does not hold: a fault of Allege, not of the text."""


class NotFound(AllegeError):
    """No document or claim has that id."""
