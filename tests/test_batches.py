"""Which documents go together."""

from __future__ import annotations

from allege.batches import BATCH, batches
from allege.claim import Document, Failure


def text(length: int) -> Document:
    return Document(f"sha256:{length}", f"{length}.txt", "x" * length)


def sizes(*lengths: int) -> list[list[int]]:
    items = map(text, lengths)
    return [[len(item.text) for item in batch] for batch in batches(items)]


def test_short_texts_go_together_until_they_are_much():
    assert sizes(BATCH // 2, BATCH // 2, 10) == [[BATCH // 2, BATCH // 2], [10]]


def test_a_long_text_keeps_nothing_waiting_that_came_before():
    assert sizes(10, 20, 3 * BATCH, 30) == [[10, 20], [3 * BATCH], [30]]


def test_failures_are_handed_on_before_a_long_text():
    failure, long = Failure("a.pdf", "cannot be opened", "-"), text(BATCH)
    assert list(batches([failure, long])) == [[failure], [long]]
