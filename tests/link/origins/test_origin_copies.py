"""Which documents were made from which: every kind of copy, its direction, its evidence, and what is no copy."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from descended import WIRE, prose, story
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.claim import Credit, CreditKind
from allege.link.model import Lineage, LineageKind, Story
from allege.link.origins import lineage
from allege.link.origins.formulas import RARE
from allege.link.origins.shelf import NEAREST, Background, Shelf

CROWD = tuple(story(f"other{seed}", prose(seed), seed) for seed in range(8))
"""Stories that have nothing to do with each other."""


def edges(*stories: Story) -> dict[tuple[str, str | None], Lineage]:
    """The edges among these and the crowd, by URI of the derived document and of its source."""
    uris = {one.id: one.uri.removesuffix(".txt") for one in (*stories, *CROWD)}
    return {(uris[edge.document], uris.get(edge.derived_from or "")): edge for edge in lineage([*stories, *CROWD])}


def edited(text: str, share: float, seed: int = 1) -> str:
    """The text with that share of its words replaced."""
    rng = random.Random(seed)
    return " ".join(rng.choice(("gravel", "anchor", "velvet")) if rng.random() < share else w for w in text.split())


MADE = {
    "same words": (WIRE.replace("\n\n", "\n").upper(), LineageKind.COPY),
    "cut": (WIRE[: WIRE.index("The Interior")], LineageKind.CUT),
    "padded": (WIRE + "\n\n" + prose(77, 40), LineageKind.COPY),
    "reordered": ("\n\n".join(reversed(WIRE.split("\n\n"))), LineageKind.COPY),
    "edited a little": (edited(WIRE, 0.1), LineageKind.EDITED),
    "edited much": (edited(WIRE, 0.4), LineageKind.EDITED),
    "a part in another story": (prose(78, 90) + "\n\n" + WIRE[: WIRE.index("The attackers")], LineageKind.EDITED),
}


@pytest.mark.parametrize("how", MADE)
def test_a_copy_is_found_and_points_at_the_earlier_text(how: str) -> None:
    text, kind = MADE[how]
    found = edges(story("source", WIRE, 0), story("copy", text, 1))
    assert list(found) == [("copy", "source")]
    edge = found["copy", "source"]
    assert edge.kind is kind
    assert edge.score >= 0.5
    assert edge.why.endswith("is dated later")


@pytest.mark.parametrize("how", MADE)
def test_the_spans_of_an_edge_hold_the_shared_words_in_both_documents(how: str) -> None:
    text, _ = MADE[how]
    edge = edges(story("source", WIRE, 0), story("copy", text, 1))["copy", "source"]
    here = {word.lower() for start, end in edge.spans for word in text[start:end].split()}
    there = {word.lower() for start, end in edge.source_spans for word in WIRE[start:end].split()}
    assert len(here & there) > 0.5 * len(here)
    assert edge.spans
    assert edge.source_spans


def test_a_text_of_two_sources_has_both() -> None:
    other = prose(79)
    mixed = WIRE[: WIRE.index("The Interior")] + "\n\n" + other[: len(other) // 2]
    found = edges(story("source", WIRE, 0), story("second", other, 0), story("mixed", mixed, 2))
    assert set(found) == {("mixed", "source"), ("mixed", "second")}


def test_a_shared_quotation_of_twelve_words_is_one_and_makes_no_copy() -> None:
    quote = '"This attack was planned and carried out by the Red Heron Brigade and by nobody else in the whole of this'
    taken = prose(80, 120) + f'\n\n{quote} province," the minister said.\n\n' + prose(81, 120)
    found = edges(story("source", WIRE, 0), story("other paper", taken, 1))
    assert found["other paper", "source"].kind is LineageKind.QUOTATION
    start, end = found["other paper", "source"].spans[0]
    assert "planned and carried out by the Red Heron Brigade" in taken[start:end]


def test_ten_words_in_common_are_no_origin() -> None:
    phrase = "was taken to the hospital in the town with serious wounds"
    first, second = prose(82) + f" A clerk {phrase}.", prose(83) + f" A mayor {phrase}."
    assert edges(story("one", first), story("two", second)) == {}


def test_what_unrelated_stories_say_again_and_again_is_a_formula() -> None:
    form = "Sign up for our letter and get the top stories brought to your door every morning before the ferry leaves."
    stories = [story(f"s{n}", f"{prose(90 + n)}\n\n{form}", 45 * n) for n in range(4)]
    assert edges(*stories) == {}


def test_a_passage_that_two_later_stories_take_over_is_no_formula() -> None:
    """Three stories carry it in three periods of thirty days, as they would a formula."""
    source = prose(100, 120)
    passage = source[: len(source) // 2]
    takers = [story(f"taker{n}", f"{prose(100 + n, 90)}\n\n{passage}", 45 * n) for n in (1, 2)]
    found = edges(story("source", source, 0), *takers)
    assert {("taker1", "source"), ("taker2", "source")} <= set(found)


def test_a_long_passage_that_many_stories_carry_is_boilerplate() -> None:
    footer = prose(110, 60)
    stories = [story(f"s{n}", f"{prose(111 + n, 70)}\n\n{footer}", 45 * n) for n in range(RARE + 2)]
    assert edges(*stories) == {}


def test_copies_of_the_first_source_of_a_text_do_not_push_out_its_short_second_one() -> None:
    second = prose(124, 45)
    copies = [story(f"copy{n}", edited(WIRE, 0.02, n), 1) for n in range(3)]
    mixed = WIRE[: WIRE.index("The Kestrin Home")] + "\n\n" + second
    found = edges(story("source", WIRE, 0), *copies, story("second", second, 0), story("mixed", mixed, 2))
    assert {source for text, source in found if text == "mixed"} == {"source", "second"}


def test_a_formula_of_one_outlet_alone_is_its_template() -> None:
    form = "You are reading the Packet, which comes out every market day, rain or shine, and costs two coppers."
    stories = [story(f"s{n}", f"{prose(95 + n)}\n\n{form}", n, publisher="Packet") for n in range(4)]
    assert edges(*stories) == {}


def test_copies_of_one_story_are_not_copies_of_each_other() -> None:
    found = edges(story("source", WIRE, 0), *(story(f"copy{n}", edited(WIRE, 0.1, n), 1) for n in range(5)))
    assert set(found) == {(f"copy{n}", "source") for n in range(5)}


def test_a_copy_of_a_copy_comes_from_the_nearer_one() -> None:
    copy = edited(WIRE, 0.3, 5)
    found = edges(story("source", WIRE, 0), story("copy", copy, 1), story("again", copy + " The end.", 2))
    assert set(found) == {("copy", "source"), ("again", "copy")}


def test_without_dates_the_edited_text_is_the_copy() -> None:
    whole = f"Depot attacked in Dunmarrow\n\n{WIRE}"
    found = edges(story("a copy", edited(whole, 0.2), None), story("source", whole, None))
    assert set(found) == {("a copy", "source")}
    assert "dated" not in found["a copy", "source"].why


def test_a_document_that_is_uploaded_twice_is_one_text() -> None:
    found = edges(story("first", WIRE, 0), story("second", WIRE, 0), story("third", WIRE, None))
    assert set(found) == {("second", "first"), ("third", "first")}
    assert found["second", "first"].why == "has the same words"


def test_empty_and_tiny_texts_are_no_copies_even_with_the_same_words() -> None:
    assert not edges(story("a", "Yes."), story("b", "No, never again."), story("c", "yes", 3))
    assert not edges(story("a", ""), story("b", "", 3))
    assert lineage([story("nothing", "")]) == ()
    assert lineage([]) == ()


@settings(max_examples=10)
@given(st.permutations([*CROWD[:3], *(story(how, text, at % 2) for at, (how, (text, _)) in enumerate(MADE.items()))]))
def test_the_order_of_the_documents_changes_nothing(stories: list[Story]) -> None:
    assert lineage(stories) == lineage(sorted(stories, key=lambda one: one.id))


def test_ten_thousand_versions_of_one_story_are_compared_with_a_few_each() -> None:
    """No two are the same, so that none is set aside as a twin; the work grows with their number, not its square."""
    words = prose(99, 60).split()
    texts = (" ".join([*words[: n % 60], f"x{n}", *words[n % 60 :]]) for n in range(10_000))
    shelf = Shelf(story(f"{n:05}", text, 0) for n, text in enumerate(texts))
    assert len(shelf.candidates) <= NEAREST * 10_000


def test_ten_thousand_copies_word_for_word_are_one_text_with_ten_thousand_edges() -> None:
    found = lineage(story(f"{n:05}", WIRE, 0) for n in range(10_000))
    assert len(found) == 9_999
    assert {edge.derived_from for edge in found} == {"sha256:00000"}


def test_a_background_comes_back_from_its_text_and_gives_the_same_edges() -> None:
    stories = [*CROWD, story("source", WIRE, 0), story("copy", MADE["edited much"][0], 1)]
    background = Background.unpacked(Shelf(stories).background.packed())
    part = [replace(one) for one in stories[-2:]]
    assert lineage(part, background=background) == lineage(stories)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_of_two_versions_of_one_day_the_one_with_the_agencys_dateline_comes_first(order: tuple[str, str]) -> None:
    wire, paper = order
    line = Credit(CreditKind.DATELINE, "ORSA, March 2 (Orrin Wire) -")
    filed = replace(story(wire, WIRE, 0), credits=(line, Credit(CreditKind.WIRE, "Orrin Wire")), title=None)
    cut = replace(story(paper, WIRE[: WIRE.index("The Interior")], 0), title="Market bombed")
    assert (paper, wire) in edges(filed, cut)
