"""What goes into a ledger comes out unchanged, once, and with ids that last."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace

import pytest
from hypothesis import given, settings
from made import any_record, copied, report

from allege.claim import Act, Failure, Record
from allege.errors import BadRecord, NotFound
from allege.ledger import Ledger


def dump(path) -> list[str]:
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


@given(record=any_record())
@settings(max_examples=100)
def test_any_record_comes_back_exactly_as_it_was_stored(record):
    with Ledger(":memory:") as ledger:
        assert ledger.add(record)
        assert ledger.record(record.document.id) == record
        assert len(list(ledger.claims(min_score=0))) == len(record.claims)


def test_every_field_of_the_data_model_is_stored():
    """A field added to the model must be set here to something else than its default, and so be seen to come back."""
    record = full()
    seen = defaultdict(list)
    for part in parts(record):
        seen[type(part)].append(part)
    for kind, found in seen.items():
        for field in fields(kind):
            default = (
                field.default_factory() if field.default is MISSING is not field.default_factory else field.default
            )
            assert any(getattr(part, field.name) != default for part in found), f"{kind.__name__}.{field.name}"
    with Ledger(":memory:") as ledger:
        ledger.add(record)
        assert ledger.record(record.document.id) == record


def parts(thing) -> Iterator:
    yield thing
    for field in fields(thing):
        value = getattr(thing, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if is_dataclass(item):
                yield from parts(item)


def full() -> Record:
    """A record with nothing left at its default."""
    record = report()
    said = replace(record.attributions[0], within="a2", act=Act.DENY, score=0.5)
    place = replace(record.mentions[2], geonames=1, precision=2, why="gazetteer")
    about = {"byline": "A. Writer", "publisher": "Vark Courier", "language": "und", "media_type": "text/html"}
    return replace(
        record,
        document=replace(record.document, **about),
        mentions=(*record.mentions[:2], place, *record.mentions[3:]),
        attributions=(said, record.attributions[1]),
        analysed=False,
        note="half read",
    )


@given(first=any_record(), second=any_record())
@settings(max_examples=40)
def test_a_replaced_record_leaves_nothing_of_the_old_one(first, second):
    second = replace(second, document=replace(second.document, id=first.document.id, uri=first.document.uri))
    with Ledger(":memory:") as ledger:
        ledger.add(first)
        ledger.replace(second)
        assert ledger.record(first.document.id) == second
        assert len(list(ledger.claims(min_score=0))) == len(second.claims)


def test_the_same_record_twice_changes_nothing(tmp_path):
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        assert ledger.add(report()) is True
    once = dump(path)
    with Ledger(path) as ledger:
        assert ledger.add(report()) is False
    assert dump(path) == once


def test_the_same_bytes_elsewhere_are_one_document_with_two_sightings():
    with Ledger(":memory:") as ledger:
        ledger.add(report(uri="b/first.txt"))
        ledger.add(copied(report(), "a/second.txt"))
        ledger.sighted(report().document.id, "c/third.txt")
        assert ledger.summary().documents == 1
        assert ledger.document("a/second.txt").uri == "b/first.txt"
        assert ledger.sightings("first.txt") == ("b/first.txt", "a/second.txt", "c/third.txt")


def test_a_sighting_of_an_unknown_document_is_refused():
    with Ledger(":memory:") as ledger, pytest.raises(NotFound):
        ledger.sighted("sha256:00", "x.txt")


def test_claim_ids_outlast_a_new_extraction_and_another_ledger():
    with Ledger(":memory:") as one, Ledger(":memory:") as other:
        other.add(report(1))
        for ledger in (one, other):
            ledger.add(report())
        other.replace(replace(report(extractor="rules-2"), claims=report().claims[::-1]))
        assert {c.id for c in one.claims()} == {c.id for c in other.claims(document=report().document.id)}


def test_claims_alike_in_all_key_fields_get_ids_of_their_own():
    claim = replace(report().claims[2], supports=())
    twins = replace(report(), claims=(claim, replace(claim, id="c4")))
    with Ledger(":memory:") as ledger:
        ledger.add(twins)
        assert len({row.id for row in ledger.claims()}) == 2


def test_another_extractor_replaces_what_the_first_one_found():
    with Ledger(":memory:") as ledger:
        ledger.add(report(extractor="rules-1"))
        assert ledger.add(replace(report(extractor="rules-2"), claims=()))
        assert ledger.document(report().document.id).extractor == "rules-2"
        assert list(ledger.claims()) == []


def test_documents_to_redo_are_those_of_other_extractors_and_the_unread():
    unread = replace(report(3), mentions=(), attributions=(), claims=(), analysed=False, note="too long")
    with Ledger(":memory:") as ledger:
        for record in (report(1, extractor="rules-1"), report(2, extractor="rules-2"), unread):
            ledger.add(record)
        assert ledger.documents_to_redo("rules-2") == (report(1).document.id, report(3).document.id)
        assert len(ledger.documents_to_redo(None)) == 3


def test_a_failure_is_remembered_once_and_forgotten_when_its_file_is_read():
    with Ledger(":memory:") as ledger:
        for what in ("is empty", "is empty", "is binary"):
            ledger.add_failure(Failure("reports/0.txt", what, "look at it"))
        assert [(f.uri, f.what, f.remedy) for f in ledger.failures()] == [("reports/0.txt", "is binary", "look at it")]
        ledger.add(report())
        assert list(ledger.failures()) == []


def test_a_record_that_names_what_it_does_not_hold_is_refused_whole():
    broken = replace(report(), claims=(replace(report().claims[0], supports=("c9",)),))
    with Ledger(":memory:") as ledger:
        with pytest.raises(BadRecord, match=r"reports/0.txt: its record names 'c9'"):
            ledger.add(broken)
        assert ledger.summary().documents == 0


def test_a_record_with_two_parts_of_one_name_is_refused():
    with Ledger(":memory:") as ledger, pytest.raises(BadRecord, match="'m1'"):
        ledger.add(replace(report(), mentions=report().mentions * 2))
