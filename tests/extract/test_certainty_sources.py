"""How firmly the people quoted hold what is put in their mouths, and what is left for the author and those between."""

from __future__ import annotations

import re

import pytest
from judging import held, says

from allege.claim import Act, Certainty, SourceKind

# [source] <cue> {content} | act | predicate | value for the source
CASES = """
[The ministry] <said> {the rebels attacked the town}. | assert | attacked | CT+
[The ministry] <said> {the rebels did not attack the town}. | assert | attack | CT-
[The ministry] <said> {the rebels may attack the town}. | assert | attack | PS+
[The ministry] <said> {the rebels would attack the town}. | predict | attack | PR+
[The rebels] <denied> {that they attacked the town}. | deny | attacked | CT-
[The rebels] <denied> {attacking the town}. | deny | attacking | CT-
[The rebels] did not <deny> {that they attacked the town}. | deny | attacked | Uu
[The rebels] <denied> {that they did not attack the town}. | deny | attack | CT+
[The rebels] <denied> {the attack}. | deny | attack | CT-
[Witnesses] <disagreed about> {who opened fire}. | doubt | opened | Uu
[The army] <accused> {the rebels of attacking the town}. | accuse | attacking | CT+
[The rebels] <admitted> {attacking the town}. | admit | attacking | CT+
[The mayor] <doubts> {that the rebels attacked the town}. | doubt | attacked | PR-
[The mayor] <believes> {that the rebels attacked the town}. | assert | attacked | PR+
[The mayor] does not <believe> {that the rebels attacked the town}. | assert | attacked | PR-
[The mayor] <suspects> {that the rebels attacked the town}. | assert | attacked | PR+
[The mayor] <fears> {that the rebels attacked the town}. | assert | attacked | PS+
[The mayor] <asked> {whether the rebels attacked the town}. | ask | attacked | Uu
[The mayor] did not <say> {whether the rebels attacked the town}. | assert | attacked | Uu
[The mayor] <knows> {whether the rebels attacked the town}. | assert | attacked | CTu
[The general] <demanded> {that the rebels leave the town}. | demand | leave | Uu
[The mayor] did not <rule out> {that the rebels attacked the town}. | assert | attacked | PS+
[The mayor] refused to <say> {that the rebels attacked the town}. | assert | attacked | Uu
[No official] <confirmed> {that the rebels attacked the town}. | assert | attacked | Uu
[The mayor] can <confirm> {that the rebels attacked the town}. | assert | attacked | CT+
<According to> [the mayor], {the rebels attacked the town}. | assert | attacked | CT+
"{Did the rebels attack the town?}" [the mayor] <asked>. | ask | attack | Uu
[The mayor] <warned> {the rebels not to attack the town}. | assert | attack | Uu
[The rebels] <vowed> {to attack the town}. | predict | attack | PR+
"""
ROWS = [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


def unmarked(text: str) -> str:
    """The sentence without the marks."""
    return re.sub(r"[][<>{}]", "", text)


def marked(text: str, left: str, right: str) -> str:
    """The words between two marks, without the marks inside them."""
    return unmarked(text[text.index(left) + 1 : text.index(right)])


@pytest.mark.parametrize("row", ROWS, ids=[unmarked(row[0]) for row in ROWS])
def test_the_source_holds_what_its_words_and_its_act_say_and_the_author_stays_out(row: list[str]) -> None:
    sentence, act, word, value = row
    text = unmarked(sentence)
    parts = [marked(sentence, *marks) for marks in ("[]", "<>", "{}")]
    found = held(text, word, says(text, *parts, Act(act)))
    assert list(found) == ["author", "a1"]
    assert found["a1"].value == value, found["a1"].why
    assert found["author"].value in {Certainty.UU, Certainty.CT_U}


@pytest.mark.parametrize("cue", ["knows", "regrets", "realised", "forgot"])
def test_the_author_holds_what_a_factive_cue_takes_for_granted(cue: str) -> None:
    text = f"The mayor {cue} that the rebels attacked the town."
    found = held(text, "attacked", says(text, "The mayor", cue, "that the rebels attacked the town"))
    assert (found["author"].value, found["a1"].value) == ("CT+", "CT+")
    assert found["author"].why == "factive cue"


def test_what_is_possible_under_a_factive_cue_is_possible_for_the_author_too() -> None:
    text = "The mayor knows that the rebels may attack the town."
    found = held(text, "attack", says(text, "The mayor", "knows", "that the rebels may attack the town"))
    assert found["author"].value == "PS+"


@pytest.mark.parametrize(("cue", "value"), [("refused", "CT-"), ("managed", "CT+")])
def test_the_author_tells_what_came_of_a_refusal_even_where_it_counts_as_speech(cue: str, value: str) -> None:
    text = f"The rebels {cue} to attack the town."
    assert held(text, "attack", says(text, "The rebels", cue, "to attack the town"))["author"].value == value


@pytest.mark.parametrize(("adverb", "value"), [("falsely", "CT-"), ("wrongly", "CT-"), ("rightly", "CT+")])
def test_an_adverb_on_the_cue_is_the_authors_own_word(adverb: str, value: str) -> None:
    text = f"The army {adverb} claimed that the rebels attacked the town."
    found = held(text, "attacked", says(text, "The army", "claimed", "that the rebels attacked the town"))
    assert (found["author"].value, found["a1"].value) == (value, "CT+")


def test_those_between_the_author_and_the_innermost_source_do_not_commit_themselves() -> None:
    text = "The agency reported that the mayor said the rebels attacked the town."
    outer = says(text, "The agency", "reported", "that the mayor said the rebels attacked the town", name="a1")
    inner = says(text, "the mayor", "said", "the rebels attacked the town", name="a2", within="a1")
    found = held(text, "attacked", outer, inner)
    assert [(c.source, c.value) for c in found.values()] == [("author", "Uu"), ("a1", "Uu"), ("a2", "CT+")]


def test_a_denied_cue_is_judged_within_the_words_of_whoever_reports_it() -> None:
    text = "The agency did not say that the mayor denied the raid."
    outer = says(text, "The agency", "say", "that the mayor denied the raid", name="a1")
    inner = says(text, "the mayor", "denied", "the raid", Act.DENY, name="a2", within="a1")
    assert held(text, "raid", outer, inner)["a2"].value == "CT-"


def test_the_authors_own_speech_is_the_authors_word() -> None:
    text = "We believe that the rebels attacked the town."
    own = says(text, "We", "believe", "that the rebels attacked the town", kind=SourceKind.AUTHOR)
    assert held(text, "attacked", own)["author"].value == "PR+"


def test_what_the_author_reports_of_another_stays_the_others() -> None:
    text = "We reported that the mayor admitted that the rebels attacked the town."
    own = says(
        text, "We", "reported", "that the mayor admitted that the rebels attacked the town", kind=SourceKind.AUTHOR
    )
    inner = says(text, "the mayor", "admitted", "that the rebels attacked the town", Act.ADMIT, name="a2", within="a1")
    found = held(text, "attacked", own, inner)
    assert (found["author"].value, found["a1"].value, found["a2"].value) == ("Uu", "Uu", "CT+")


def test_a_source_without_words_of_its_own_is_judged_all_the_same() -> None:
    text = "The rebels are believed to have attacked the town."
    found = held(text, "attacked", says(text, "", "believed", "to have attacked the town"))
    assert found["a1"].value == "PR+"


def test_a_notion_that_is_nobodys_is_the_authors() -> None:
    text = "The raid strongly suggests the notion that the rebels own rockets."
    found = held(text, "own", says(text, "", "the notion", "that the rebels own rockets"))
    assert (found["author"].value, found["a1"].value) == ("Uu", "PR+")
    text = "This leads to the notion that the rebels own rockets."
    found = held(text, "own", says(text, "", "the notion", "that the rebels own rockets"))
    assert (found["author"].value, found["a1"].value) == ("PR+", "PR+")


@pytest.mark.parametrize(
    ("cue", "content", "act", "value"),
    [
        ("refused to confirm", "that rebels attacked", Act.DOUBT, "Uu"),
        ("dismissed", "reports that rebels attacked", Act.DENY, "CT-"),
    ],
)
def test_silence_denies_nothing_and_news_is_denied_with_its_reports(
    cue: str, content: str, act: Act, value: str
) -> None:
    text = f"The mayor {cue} {content}."
    assert held(text, "attacked", says(text, "The mayor", cue, content, act))["a1"].value == value


def test_an_attempt_leaves_open_what_came_of_it() -> None:
    text = "The mayor tried to attack the town."
    assert held(text, "attack", says(text, "The mayor", "tried", "to attack the town"))["a1"].value == "Uu"


def test_contrary_to_reports_turns_author_and_reports_round() -> None:
    text = "Contrary to reports, the rebels did not attack the town."
    found = held(text, "attack", says(text, "reports", "Contrary to", "the rebels did not attack the town"))
    assert (found["author"].value, found["a1"].value) == ("CT-", "CT+")


def test_two_sources_side_by_side_each_hold_their_own() -> None:
    text = "The army said it had killed nine men; the rebels said they lost two."
    found = held(text, "killed", says(text, "The army", "said", "it had killed nine men"))
    assert found["a1"].value == "CT+"


def test_a_participle_of_saying_is_not_denied_with_the_clause_it_hangs_on() -> None:
    text = "The army denied that it shelled the town, saying rebels had attacked it."
    found = held(text, "attacked", says(text, "The army", "saying", "rebels had attacked it"))
    assert found["a1"].value == "CT+"


def test_rumours_that_the_author_calls_untrue_are_denied() -> None:
    text = "Rumours that the mayor had been shot were untrue."
    assert held(text, "shot", says(text, "", "Rumours", "that the mayor had been shot"))["author"].value == "CT-"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Shelling killed nine people.", "Shelling", "CT+"),
        ("Shelling villages is a crime.", "Shelling", "Uu"),
        ("A drone hits a bus, six killed", "hits", "CT+"),
        ("The blast was an accident, not an attack.", "attack", "CT-"),
    ],
)
def test_what_did_harm_was_done(text: str, word: str, value: str) -> None:
    assert held(text, word)["author"].value == value
