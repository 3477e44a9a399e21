"""What partisan pages were read wrongly: whose word "it leaves no doubt" is, who admits what is told, who helps."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty, Claim, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, fillers, speeches

SHELLED = "the rebels shelled the clinic"


@pytest.mark.parametrize(
    "text",
    [
        f"It leaves no doubt that {SHELLED}.",
        f"This leaves little doubt that {SHELLED}.",
        f"The roof is gone, which leaves no question that {SHELLED}.",
        f"Velm lies in ashes, leaving no doubt that {SHELLED}.",
        f"Therefore, it leave no doubt believing the notion that {SHELLED}.",
    ],
)
def test_what_leaves_no_doubt_is_concluded_by_the_author(text: str) -> None:
    assert speeches(text) == []
    (held,) = event_at(text, "shelled").certainty
    assert held.source == "author"
    assert held.value in (Certainty.CT_PLUS, Certainty.PR_PLUS)


@pytest.mark.parametrize(
    ("text", "source", "value"),
    [
        ("The footage leaves no doubt that the rebels shelled the clinic.", "The footage", Certainty.CT_PLUS),
        ("Residents have no doubt that the rebels shelled the clinic.", "Residents", Certainty.CT_PLUS),
        ("There is little doubt that the rebels shelled the clinic, the mayor said.", "the mayor", Certainty.PR_PLUS),
    ],
)
def test_whoever_leaves_no_doubt_holds_it_to_be_so(text: str, source: str, value: Certainty) -> None:
    assert [who for who, _, _ in speeches(text)] == [source]
    assert event_at(text, "shelled").certainty[-1].value is value


@pytest.mark.parametrize(
    "text",
    [
        "We have already reported on the Orsan government admitting to have given refuge to deserters.",
        "We have already reported on Orsan government admitting to have given refuge to Marrish deserters in its camp:",
        "Our paper wrote about the Orsan government admitting that it gave refuge to deserters.",
    ],
)
def test_whoever_is_reported_on_admits_it_and_did_it(text: str) -> None:
    said = {(a.act, annotated(text).document.quote(a.source)) for a in annotated(text).attributions}
    assert any(act is Act.ADMIT and "Orsan government" in who for act, who in said)
    given = next(c for c in annotated(text).claims if c.kind is ClaimKind.EVENT and c.type == "AID")
    (doer,) = fillers(text, given, Role.ACTOR)
    assert "Orsan government" in doer
    assert given.certainty[-1].value is Certainty.CT_PLUS


@pytest.mark.parametrize(
    ("text", "helped", "helper"),
    [
        ("The rebels were armed by Orsan with the support of Veldland.", "Orsan", "Veldland"),
        ("The militia is trained by the Orsan Army in collaboration with the navy.", "Orsan Army", "the navy"),
        ("The police detained three men in cooperation with the army.", "The police", "the army"),
        ("The rebels took the hill with the connivance of the army.", "The rebels", "the army"),
    ],
)
def test_who_helps_is_on_the_side_of_whoever_does_it(text: str, helped: str, helper: str) -> None:
    (allied,) = [c for c in annotated(text).claims if c.type == "ALLIED_WITH"]
    assert (fillers(text, allied, Role.ACTOR), fillers(text, allied, Role.RECIPIENT)) == ([helped], [helper])
    assert allied.certainty[0].value is Certainty.CT_PLUS


def test_what_is_not_known_of_the_doer_is_said_of_no_victim() -> None:
    text = "The rebels were disarmed with the help of Veldland."
    assert [c for c in annotated(text).claims if c.type == "ALLIED_WITH"] == []


def test_a_page_keeps_speaking_of_its_band_and_not_of_the_embassies_it_names_once() -> None:
    text = (
        "The state should raise the matter before the embassies of these countries. There has been a great shift in "
        "the conduct of the Grey Falcons, while they seem well trained. As intelligence reports have proven them to be "
        "part of several attacks in Norland, nobody is safe."
    )
    (doer,) = fillers(text, event_at(text, "attacks"), Role.ACTOR)
    assert "Grey Falcons" in doer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Reports prove them to be part of the harbour airport attack.", "attack"),
        ("The gunmen raided the airfield.", "raided"),
    ],
)
def test_an_airport_is_no_air_strike(text: str, word: str) -> None:
    assert event_at(text, word).subtype != "Air/drone strike"


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front and the Kestrel Army attacked the town.",
        "The Dawn Front (DF) and the Kestrel Army (KA) attacked the town.",
    ],
)
def test_two_bodies_in_a_row_are_two(text: str) -> None:
    assert len(fillers(text, event_at(text, "attacked"), Role.ACTOR)) == 2


def test_two_who_sign_a_deal_are_two() -> None:
    text = "The Dawn Front and the Kestrel Army signed a deal."
    deal = event_at(text, "signed")
    assert fillers(text, deal, Role.ACTOR) == ["Dawn Front"]
    assert fillers(text, deal, Role.RECIPIENT) == ["Kestrel Army"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Nine people were killed in Velm. The mayor blamed it on foreign agents.", ["foreign agents"]),
        ("A bomb killed three people. Officials attributed it to the rebels.", ["the rebels"]),
        ("The spokesman denied any part in the killings and blamed it on masked men.", ["masked men"]),
    ],
)
def test_at_whose_door_it_is_laid(text: str, doers: list[str]) -> None:
    word = "attributed" if "attributed" in text else "blamed"
    (deed,) = [c for c in annotated(text).claims if c.type == "ASSAULT" and _quoted(text, c) == word]
    assert fillers(text, deed, Role.ACTOR) == doers
    assert deed.certainty[0].value is Certainty.UU


def test_the_weather_is_blamed_for_no_deed() -> None:
    text = "The dam burst, and officials blamed it on heavy rain."
    assert [c for c in annotated(text).claims if c.type == "ASSAULT"] == []


@pytest.mark.parametrize("noun", ["rumour", "claim", "story", "rumor"])
def test_what_goes_round_is_held_by_no_author(noun: str) -> None:
    text = f"There is a {noun} that the police killed him."
    assert event_at(text, "killed").certainty[0].value is Certainty.UU
    assert all(who == "" for who, _, _ in speeches(text))


def test_whom_a_rumour_is_about_does_not_spread_it() -> None:
    text = "Rebels shelled the barracks in Tolv.\n\nThere is a rumour that the police killed him. Nobody was held."
    assert [who for who, _, _ in speeches(text)] == [""]


@pytest.mark.parametrize("words", ["an open secret", "no secret", "common knowledge", "a well-known fact"])
def test_what_everybody_is_said_to_know_is_the_author_s_word(words: str) -> None:
    text = f"It is {words} that the police killed him."
    assert event_at(text, "killed").certainty[0].value is Certainty.CT_PLUS


def _quoted(text: str, claim: Claim) -> str:
    return annotated(text).document.quote(claim.anchor)


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Fighters of the Dawn Front abducted and executed two elders.", "abducted", ["two elders"]),
        ("Gunmen ambushed and burned a bus.", "ambushed", ["a bus"]),
        ("Soldiers arrested and then beat three students.", "arrested", ["three students"]),
    ],
)
def test_verbs_in_a_row_share_the_object_behind_the_last(text: str, word: str, whom: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == whom


@pytest.mark.parametrize(
    "text", ["Rebels attacked and the army lost the hill.", "The rebels attacked at dawn and took the hill."]
)
def test_a_verb_with_words_of_its_own_shares_nothing(text: str) -> None:
    assert fillers(text, event_at(text, "attacked"), Role.RECIPIENT) == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Sudan: Soldiers burned nine villages", []),
        ("Ukraine: Missile strikes kill nine", []),
        ("China: US violated airspace", ["China"]),
        ("Mayor: rebels burned nine villages", ["Mayor"]),
    ],
)
def test_the_country_that_a_heading_is_about_says_nothing(text: str, sources: list[str]) -> None:
    assert [who for who, _, _ in speeches(text)] == sources


@pytest.mark.parametrize(
    "text",
    [
        "The army did not immediately respond to a request for comment.",
        "The ministry did not provide any evidence to support its claim.",
    ],
)
def test_what_a_paper_says_of_its_own_asking_is_no_concession_and_no_support(text: str) -> None:
    found = [c.type for c in annotated(text).claims if c.kind is ClaimKind.EVENT]
    assert "CONCEDE" not in found
    assert "SUPPORT" not in found
