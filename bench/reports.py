"""Coded reports of events (MAVERICK) put together by the same functions as claims from texts.

    python -m bench.reports reports.jsonl.gz > incidents.jsonl

Reads rows as that data set has them (one report a line: `event`, `source_author`, tolls, `actor1`, place, dates) and
prints one incident line for each event, with `event`. Each row becomes a document with one claim in its author's own
voice; its publisher is its origin, so that one agency twice is one origin.

The set's `source_classification` (0–4, trusted more the higher) becomes an Admiralty grade of the source (E–A) and only
decides the order of answers that equally many origins give. `certain` counts inclusion criteria that are met: it is no
degree of belief, and every claim here is held as certain by its author.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from allege.claim import Act, Certainty, ClaimKind, Role, SourceKind
from allege.link.model import EventClaim, Filler, Incident, Origin, Speaker, Story
from allege.link.positions import Material, view
from allege.link.positions.voices import house
from allege.show.export.incidents import incident_json

Row = Mapping[str, Any]

GRADES = "EDCBA"
"""The Admiralty grade for each `source_classification` from 0 to 4."""

PRECISION = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 6}
"""UCDP's where_prec for the set's `geo_precision`."""


def incidents(rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """One incident line for each event, in the order in which the events come first."""
    events: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        events[row["event"]].append(row)
    for event, reports in events.items():
        material = _material(reports)
        incident = Incident(event, "ASSAULT", tuple(material.stories), tuple(material.claims))
        yield incident_json(view(incident, material), material) | {"event": event}


def _material(reports: Iterable[Row]) -> Material:
    claims: dict[str, EventClaim] = {}
    stories: dict[str, Story] = {}
    origins: dict[str, Origin] = {}
    grades: dict[str, str] = {}
    for row in reports:
        publisher = house(row["source_author"])
        claims[row["id"]] = _claim(row)
        stories[row["id"]] = Story(
            row["id"], row["id"], row["source"], "", publisher=row["source_author"], published=_published(row)
        )
        origins[row["id"]] = Origin(row["id"], publisher, known=True, why="its author, as coded")
        grades[publisher] = min(GRADES[row["source_classification"] or 0], grades.get(publisher, "F"))
    return Material(claims, stories, origins, grades=grades)


def _claim(row: Row) -> EventClaim:
    author = Speaker("", SourceKind.AUTHOR, named=True, act=Act.ASSERT, value=Certainty.CT_PLUS)
    return EventClaim(
        id=row["id"],
        record_id="c1",
        document=row["id"],
        kind=ClaimKind.EVENT,
        type="ASSAULT",
        mode=None,
        subtype=None,
        anchor="",
        anchor_spans=(),
        sentence=row["source"],
        start=0,
        end=0,
        fillers=tuple(_fillers(row)),
        speakers=(author,),
        voice="author",
        certainty=Certainty.CT_PLUS,
        score=1.0,
    )


def _fillers(row: Row) -> Iterator[Filler]:
    for role, name in ((Role.DEATHS, "deaths"), (Role.INJURIES, "injuries")):
        low, best, high = (row[f"{name}_{end}"] for end in ("low", "best", "high"))
        yield Filler(role, str(best), low=low, best=best, high=high)
    if row.get("actor1"):
        yield Filler(Role.ACTOR, row["actor1"], entity=row["actor1_id"], name=row["actor1"])
    where = row.get("location") or row.get("city") or row.get("country")
    if where:
        precision = PRECISION.get(row.get("geo_precision", 0))
        yield Filler(
            Role.PLACE, where, latitude=row.get("latitude"), longitude=row.get("longitude"), precision=precision
        )
    yield Filler(Role.TIME, row["date_start"], start=_day(row["date_start"]), end=_day(row["date_end"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _published(row: Row) -> date | None:
    """The date in brackets behind the outlet: "Reuters (2011-01-06) Headline"."""
    found = re.search(r"\((\d{4}-\d{2}-\d{2})\)", row["source"])
    return date.fromisoformat(found.group(1)) if found else None


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="a file of rows, plain or gzipped")
    _print(parser.parse_args().reports)
    return 0


def _print(path: Path) -> None:
    """The incident lines of a file of rows."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    for line in incidents(json.loads(row) for row in text.splitlines() if row.strip()):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
