"""Analysts' judgements: appended, never changed; which of them are in force is worked out from all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from allege.claim import make_key
from allege.errors import NotFound
from allege.ledger import tables as t
from allege.ledger.database import Database
from allege.link.model import Judgement, JudgementKind


def named(item: Judgement) -> Judgement:
    """The judgement with its id, a hash of all its other fields: the same one appended twice is there once."""
    fields = (item.kind, item.subject, item.other, item.value, item.analyst, item.at.isoformat(), item.note)
    return replace(item, id=make_key(*fields))


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that no later judgement in force takes back, without the UNDOs themselves; in the order given."""
    said = tuple(judgements)
    undone: set[str] = set()
    for item in reversed(said):
        if item.kind is JudgementKind.UNDO and item.id not in undone:
            undone.add(item.subject)
    return tuple(item for item in said if item.id not in undone and item.kind is not JudgementKind.UNDO)


class Judged:
    """Appends judgements to an open database and reads them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, item: Judgement) -> Judgement:
        """Append a judgement and answer it with its id; raises NotFound for an UNDO of none that is there."""
        item = named(item)
        fields = ("id", "kind", "subject", "other", "value", "analyst", "note")
        row = {name: getattr(item, name) for name in fields} | {"at": item.at.isoformat()}
        with self._database.writing() as connection:
            known = select(t.judgements.c.key).where(t.judgements.c.id == item.subject)
            if item.kind is JudgementKind.UNDO and connection.execute(known).first() is None:
                remedy = "list them with: allege judgements"
                raise NotFound("no judgement has that id", where=item.subject, remedy=remedy)
            connection.execute(upsert(t.judgements).on_conflict_do_nothing(), row)
        return item

    def all(self) -> Iterator[Judgement]:
        """Every judgement in the order appended, those taken back and the UNDOs too."""
        with self._database.reading() as connection:
            rows = connection.execute(select(t.judgements).order_by(t.judgements.c.key)).mappings().all()
        for r in rows:
            at = datetime.fromisoformat(r["at"])
            kind = JudgementKind(r["kind"])
            yield Judgement(r["id"], kind, r["subject"], r["other"], r["value"], r["analyst"], at, r["note"])
