"""Names in no list that nothing but a place can have where they stand."""

from __future__ import annotations

import pytest
from shown import Read, named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers of the Ninth Brigade entered Vessk at dawn and shot two men.", "Vessk"),
        ("Some 900 families have fled Grelt since April.", "Grelt"),
        ("After the garrison withdrew from Mundross on Friday, looters came.", "Mundross"),
        ("Buses took the prisoners back to Yorrin on Sunday.", "Yorrin"),
        ("The envoys condemned the bombardment of Palluwin.", "Palluwin"),
        ("Residents of Ishkel fear that the army will come.", "Ishkel"),
        ("Carriers were robbed on the road between Orrin and Vesk.", "Vesk"),
        ("Fighting broke out near the Kallumo customs post at night.", "Kallumo"),
        ("The toll of the attack on the Nabbeto cattle fair has risen.", "Nabbeto"),
        ("He died in a cell at Ketterby central police station.", "Ketterby"),
        ("The rebels moved on to Orrin, where relatives danced.", "Orrin"),
        ("Her village, Grelt, was bombed twice in a week.", "Grelt"),
        ("The two sides exchanged 19 prisoners at Tarvish Ford on Sunday.", "Tarvish Ford"),
        ("Rebels laid down their guns at a ceremony in Dorvisk on 3 May.", "Dorvisk"),
    ],
)
def test_words_that_only_a_place_has_beside_it(read: Read, text: str, place: str) -> None:
    assert place in named(read(text), "place")


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        ("Traders hold a stake in Vostarin and a share in Abelco.", "Vostarin"),
        ("Bram Abery resigned. The crowd left Abery alone and fled from Abery.", "Abery"),
        ("The Tolloc has denied it. Villagers fled from Tolloc.", "Tolloc"),
        ("They withdrew from the ALN on Monday.", "ALN"),
    ],
)
def test_whoever_does_or_is_trusted_is_no_place(read: Read, text: str, nobodys: str) -> None:
    assert nobodys not in named(read(text), "place")


def test_why_says_which_words_tell(read: Read) -> None:
    place = named(read("Some 900 families have fled Grelt since April."), "place")["Grelt"]
    assert place.why.startswith("a name with 'fled'")
