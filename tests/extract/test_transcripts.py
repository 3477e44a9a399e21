"""Transcripts whose labels say in brackets who somebody is: each turn is its speaker's, under one name."""

from __future__ import annotations

from allege.claim import SourceKind
from tests.extract.annotating import annotated, event_at

SITTING = """Mr VARL (Reform): The minister told this House that two men were killed in Torv. Yet nurses counted five.

The MINISTER OF DEFENCE (Ms Aven): I reject that. Our police did not kill anybody. Bandits shot the farmers.

Mr VARL: If police had burned the mill, would the minister tell us?
"""


def chain(word: str) -> list[str]:
    record = annotated(SITTING)
    by_id = {a.id: record.document.quote(a.source) for a in record.attributions}
    return [by_id[one] for one in event_at(SITTING, word).attributions]


def test_each_turn_is_its_speakers() -> None:
    assert chain("killed") == ["Mr VARL (Reform)", "The minister"]
    assert chain("kill") == chain("shot") == ["The MINISTER OF DEFENCE (Ms Aven)"]
    assert chain("burned") == ["Mr VARL"]


def test_kinds_are_those_of_persons_and_officials() -> None:
    record = annotated(SITTING)
    kinds = {record.document.quote(a.source): a.source_kind for a in record.attributions}
    assert kinds["Mr VARL (Reform)"] is kinds["Mr VARL"] is SourceKind.PERSON
    assert kinds["The MINISTER OF DEFENCE (Ms Aven)"] is SourceKind.OFFICIAL
