"""What a further list of sentences, written without sight of the code, was read wrongly of: who did what to whom."""

from __future__ import annotations

import pytest

from tests.extract.annotating import check, event_at, fillers, rows, speeches

CONFIRMED = """
If true, the bombing of the abbey would be the fifth this year. | bombing | - | Uu | - |
The bombing of the abbey, if proven, would breach the truce. | bombing | - | Uu | - |
If independently verified, the massacre of the drovers would be the worst of the war. | massacre | - | Uu | - |
If it continues, the shelling of the abbey will end the talks. | shelling | - | CT+ | - |
If provoked, the raiders' shelling of the abbey would be fierce. | shelling | raiders | CT+ | - |
"""


@pytest.mark.parametrize("row", rows(CONFIRMED))
def test_what_is_only_so_if_confirmed_is_open(row: tuple[str, ...]) -> None:
    check(row)


PER = """
Per the guard's log, two youths stabbed the sexton. | stabbed | two youths | Uu | log | CT+
Per Velm Radio, raiders burned the mill. | burned | raiders | Uu | Velm Radio | CT+
Three nurses were shot, per witnesses. | shot | - | Uu | witnesses | CT+
Per day, raiders shelled the town nine times. | shelled | raiders | CT+ | - |
Per village, police arrested nine men. | arrested | police | CT+ | - |
Per the truce, raiders shelled no town. | shelled | raiders | CT- | - |
"""


@pytest.mark.parametrize("row", rows(PER))
def test_per_somebody_is_according_to_him(row: tuple[str, ...]) -> None:
    check(row)
