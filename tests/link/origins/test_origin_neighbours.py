"""Finding the documents that a new one may share words with."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from descended import WIRE, prose, story

from allege.link.origins import Shelf, keys_of, lineage, wanted
from allege.link.origins.fingerprints import fingerprints
from allege.link.origins.words import words


def test_a_new_documents_keys_lead_to_its_source_and_to_nothing_else() -> None:
    stored = [story("source", WIRE), *(story(f"other{n}", prose(n)) for n in range(5))]
    new = story("new", f"{prose(9)} {WIRE[:300]}", 2)
    index = [(key, one) for one in stored for key in keys_of(one)]
    shared = Counter(one.id for key, one in index if key in set(keys_of(new)))
    near = wanted(shared, apart_from=[new.id])
    assert near == ("sha256:source",)
    (edge,) = lineage([new, *(one for one in stored if one.id in near)])
    assert (edge.document, edge.derived_from) == (new.id, "sha256:source")


def test_keys_fit_a_signed_number_of_64_bits_and_ascend() -> None:
    keys = keys_of(story("one", prose(1)))
    assert list(keys) == sorted(set(keys))
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert keys_of(story("none", "")) == ()


def test_the_keys_of_a_shelf_are_those_of_its_stories_whatever_the_order_and_however_many_say_the_same() -> None:
    stories = [story("late", WIRE, 9), story("other", prose(2)), story("none", ""), story("early", WIRE, 1)]
    keys, places = Shelf(stories).keys(one.id for one in stories)
    found = sorted(zip(places.tolist(), keys.tolist(), strict=True))
    assert found == [(n, key) for n, one in enumerate(stories) for key in keys_of(one)]


def test_texts_hashed_in_parts_have_the_fingerprints_that_they_have_together(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [np.array(words(prose(n, 40)), dtype=np.uint64) for n in range(7)]
    whole = fingerprints(texts)
    monkeypatch.setattr("allege.link.origins.fingerprints.AT_ONCE", 3)
    parts = fingerprints(texts)
    for one, other in ((whole.hash, parts.hash), (whole.text, parts.text), (whole.at, parts.at)):
        assert one.tolist() == other.tolist()


def test_what_is_usual_in_a_collection_does_not_depend_on_how_much_is_sorted_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stories = [story(f"{n}", prose(n)) for n in range(20)]
    whole = Shelf(stories).background.usual
    monkeypatch.setattr("allege.link.origins.shelf.AT_ONCE", 50)
    assert Shelf(stories).background.usual.tolist() == whole.tolist()
    assert whole.size
