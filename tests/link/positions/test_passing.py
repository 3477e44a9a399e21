"""What is only passed on: reports that rest on other reports are no tellings of their own, and no confirmation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claimed import about, material, said, story

from allege.claim import Act, Certainty, SourceKind
from allege.link.model import EventClaim, Lineage, LineageKind, Slot, Status, Story
from allege.link.positions import View, view

FEED = ("reports on social media", SourceKind.DOCUMENT)
POST = ("a post on the channel Harbour Eye", SourceKind.DOCUMENT)
EYE = story("eye", publisher="Harbour Eye")


def seen(*claims: EventClaim, stories: tuple[Story, ...] = (), edges: tuple[Lineage, ...] = ()) -> View:
    known = {one.id for one in stories}
    rest = tuple(story(one) for one in dict.fromkeys(claim.document for claim in claims) if one not in known)
    told = [claim for claim in claims if claim.certainty is not Certainty.UU]
    bearing = [claim for claim in claims if claim.certainty is Certainty.UU]
    return view(about(told, attached=bearing), material(claims, (*stories, *rest), lineage=edges))


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("reports on social media", False),
        ("local media reports", False),
        ("viral posts", False),
        ("intelligence reports", True),
        ("the report", True),
        ("a letter", True),
    ],
)
def test_whoever_has_it_from_reports_that_nobody_can_look_up_is_of_unknown_lineage(words: str, known: bool) -> None:
    shown = seen(said("a", by=(words, SourceKind.DOCUMENT), deaths=30))
    assert (shown.origins, shown.unknown) == ((1, 0) if known else (0, 1))


def test_a_report_of_a_channels_post_is_the_channels_word() -> None:
    shown = seen(said("eye", deaths=30), said("wire", by=POST, deaths=30), stories=(EYE,))
    assert shown.origins == 1
    assert shown.status is Status.SINGLE_ORIGIN
    assert shown.slot(Slot.DEATHS).answers[0].position.origins == 1


def test_whoever_tells_more_than_it_passes_on_is_an_origin() -> None:
    shown = seen(said("eye", deaths=30), said("wire", by=POST, deaths=30), said("wire", 2, deaths=4), stories=(EYE,))
    assert shown.origins == 2


def test_what_rests_on_a_paper_that_only_passes_on_has_no_origin_either() -> None:
    cites = Lineage("portal", "daily", LineageKind.CITATION, 0.9, "because", "the Daily Ferry")
    paper = ("the Daily Ferry", SourceKind.MEDIA)
    shown = seen(said("daily", by=FEED, deaths=30), said("portal", by=("The Daily Ferry", paper[1])), edges=(cites,))
    assert (shown.origins, shown.unknown) == (0, 1)


def doubted(document: str, sentence: str) -> EventClaim:
    claim = said(document, 9, by=("we", SourceKind.AUTHOR), act=Act.DOUBT, value=Certainty.UU)
    return replace(claim, sentence=sentence)


def test_whoever_looked_and_found_nothing_is_no_report_of_it_and_contests_it() -> None:
    told = (said("a", deaths=30), said("b", deaths=30), said("check", by=("a video", SourceKind.DOCUMENT)))
    shown = seen(*told, doubted("check", "We found no evidence that an attack took place."))
    assert (shown.origins, shown.reports) == (2, 2)
    assert shown.status is Status.CONTESTED
    assert shown.reason.endswith("the author found no evidence that it happened")


def test_what_could_not_be_verified_contests_nothing() -> None:
    doubt = doubted("a", "The attack could not be verified.")
    shown = seen(said("a", by=("officials", SourceKind.OFFICIAL)), said("b"), doubt)
    assert (shown.status, shown.origins) == (Status.CORROBORATED, 2)
