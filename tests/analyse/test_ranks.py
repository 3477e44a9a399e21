"""Shortened ranks before a name."""

from __future__ import annotations

import pytest

from allege.analyse import data
from allege.claim import Role
from tests.extract.annotating import event_at, fillers


@pytest.mark.parametrize("rank", data.lines("mentions/ranks.txt"))
def test_the_stop_of_a_rank_ends_no_sentence(rank: str) -> None:
    text = f"Police arrested {rank} Oren Vael and two clerks on Monday. Nobody was hurt."
    claim = event_at(text, "arrested")
    assert text[slice(*claim.sentence)].endswith("on Monday.")
    assert any("Vael" in words for words in fillers(text, claim, Role.RECIPIENT))


def test_a_sentence_may_begin_behind_a_word_that_only_looks_like_a_rank() -> None:
    text = "They met at the fort. Maj Lund left. Police arrested two clerks."
    assert text[slice(*event_at(text, "arrested").sentence)] == "Police arrested two clerks."
