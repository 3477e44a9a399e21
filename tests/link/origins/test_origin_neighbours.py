"""Finding the documents that a new one may share words with."""

from __future__ import annotations

from collections import Counter

from descended import WIRE, prose, story

from allege.link.origins import keys_of, lineage, wanted


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
