"""A document that is taken in changes what its neighbours come from, too."""

from __future__ import annotations

from allege.claim import SourceKind
from allege.link.around import Held
from allege.link.batch import Judged, build, by_their_words
from allege.link.growth import all_taken_in
from allege.link.origins import independent, origins
from tests.link.origins.descended import claim, prose, speaker, story


def test_the_first_paper_comes_from_the_spokesman_once_a_second_one_has_it_from_him() -> None:
    said = "“We shall rebuild the orchard wall before the barley frost comes down the valley,” Oren Pask said."
    one = story("one", f"{prose(1)} {said}", 0, publisher="Harbour Post")
    two = story("two", f"{prose(2)} {said}", 1, publisher="Lantern Daily")
    pask = speaker("Colonel Oren Pask", SourceKind.OFFICIAL)
    claims = [claim(one, said, pask), claim(two, said, pask)]
    alone = build([one], claims[:1], Judged.of(()), lambda: by_their_words([one]))
    held = Held(alone, [one, two], claims, {})
    assert origins([one], held.descent([one.id]))[one.id].root == one.id
    list(all_taken_in(held, [two], Judged.of(())))
    found = origins([one, two], held.descent([one.id, two.id]))
    assert {origin.root for origin in found.values()} == {"Oren Pask"}
    assert independent(found.values()) == (1, 0)
