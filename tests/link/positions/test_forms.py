"""One source written in several ways within a document; people who only share a description stay apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claimed import about, material, said, story

from allege.claim import SourceKind
from allege.link.model import EventClaim
from allege.link.positions import view
from allege.link.positions.forms import plain
from allege.link.positions.sources import TrackRecord, track_records

PERSON, BODY = SourceKind.PERSON, SourceKind.OFFICIAL


def cited(*heard: tuple[str, SourceKind], document: str = "a", entity: str | None = None) -> list[EventClaim]:
    """Claims of one document on the word of these sources, all named; the first resolves to `entity`."""
    claims = []
    for number, by in enumerate(heard, 1):
        claim = said(document, number, by=by, deaths=number)
        (author, speaker) = claim.speakers
        known = {"entity": entity, "name": by[0]} if entity and number == 1 else {}
        claims.append(replace(claim, speakers=(author, replace(speaker, named=True, **known))))  # type: ignore[arg-type]
    return claims


def rows(claims: list[EventClaim]) -> tuple[TrackRecord, ...]:
    documents = dict.fromkeys(claim.document for claim in claims)
    return track_records([view(about(claims), material(claims, map(story, documents)))], {})


def test_a_person_with_and_without_apposition_is_one_source_with_the_words_listed() -> None:
    (one,) = rows(cited(("Mira Tolle, a seamstress", PERSON), ("Mira Tolle", PERSON), ("Tolle", PERSON)))
    assert (one.name, one.identity, one.claims) == ("Mira Tolle", "mira tolle", 3)
    assert set(one.words) == {"Mira Tolle, a seamstress", "Mira Tolle", "Tolle"}


def test_a_person_is_the_same_source_in_two_documents() -> None:
    claims = cited(("Mira Tolle, a seamstress", PERSON)) + cited(("Mira Tolle", PERSON), document="b")
    assert [one.claims for one in rows(claims)] == [2]


def test_a_body_and_its_short_form_are_the_entity() -> None:
    heard = (("The Vark Harbour Board", BODY), ("the Board", BODY), ("The board", BODY))
    (one,) = rows(cited(*heard, entity="xv-board"))
    assert (one.identity, one.name) == ("xv-board", "The Vark Harbour Board")
    assert [words.casefold() for words in one.words] == ["the board", "the vark harbour board"]


def test_a_short_name_that_fits_two_stays_by_itself() -> None:
    found = rows(cited(("Mira Tolle", PERSON), ("Sefa Tolle", PERSON), ("Tolle", PERSON)))
    assert {one.name for one in found} == {"Mira Tolle", "Sefa Tolle", "Tolle"}


def test_two_people_of_one_description_are_never_one_of_the_named() -> None:
    unnamed = [said("a", 5, by=("a seamstress", SourceKind.WITNESS), injuries=5)]
    found = rows(cited(("Mira Tolle, a seamstress", PERSON)) + unnamed)
    assert {(one.name, one.several) for one in found} == {("Mira Tolle", False), ("a seamstress", True)}


def test_a_short_form_means_nobody_of_another_document() -> None:
    found = rows(cited(("The Vark Harbour Board", BODY)) + cited(("the Board", BODY), document="b"))
    assert len(found) == 2


def test_the_author_under_its_letterhead_is_the_body_that_the_text_then_shortens() -> None:
    claims = [*cited(("the Board", BODY)), said("a", 2, injuries=3)]
    shown = view(about(claims), material(claims, [story("a", publisher="Vark Harbour Board")]))
    (one,) = track_records([shown], {})
    assert (one.name, one.claims) == ("Vark Harbour Board", 2)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Mira Tolle, 45, who sells cloth", "Mira Tolle"),
        ("The mayor of Vark, Sefa Lorn", "Sefa Lorn"),
        ("the Vark Harbour Board (VHB)", "Vark Harbour Board"),
        ("police chief Ilo Vant", "police chief Ilo Vant"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(words: str, name: str) -> None:
    assert plain(words) == name


def test_the_army_is_another_source_than_the_liberation_army() -> None:
    found = rows(cited(("Tarn Liberation Army", BODY), ("The army", BODY)))
    assert {one.name for one in found} == {"Tarn Liberation Army", "The army"}
    found = rows(cited(("Tarn Liberation Army", BODY)) + cited(("The army", BODY), document="b"))
    assert {one.name for one in found} == {"Tarn Liberation Army", "The army"}
