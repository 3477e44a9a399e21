"""Boilerplate in scraped text: what is folded, and what never is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.claim import BlockKind
from allege.clean.blocks import label
from allege.clean.lines import rules

STORY = "Both councils met in the old mill on Monday and agreed to open the northern road again."
MORE = "A second round is planned for the spring, the chair of the talks said on the way out."
LINES = [STORY, "Leave a Reply", "Share", "Related:", "By Ada Brook", "MILLTON (AP) — " + MORE, "(Reuters)", "#Mill"]
LINES += ["June 3, 2021", "\t", "“", "Comments", MORE + " (AFP)", "—", "\x00"]


def folded(line: str, *, between: bool = True) -> bool:
    """Whether the line is folded, as boilerplate or credit, inside a story."""
    text = f"{STORY}\n\n{MORE}\n\n{line}\n\n{MORE if between else ''}".rstrip()
    start = text.index(line, len(STORY))
    return any(b.span.start <= start < b.span.end and b.kind != BlockKind.TITLE for b in label(text).blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Share this: Facebook Twitter WhatsApp",
        "Facebook",
        "2.3k SHARES Share Tweet Email",
        "Home News Sport Weather Video",
        "Read more: Mill road closed for a third week",
        "Click here to see all pictures",
        "Related: Ferry fares to rise in May",
        "RELATED COVERAGE Ferry fares to rise in May",
        "Trending stories:",
        "Advertisement",
        "Sign up for our morning newsletter and never miss the news.",
        "Download our app for alerts wherever you are.",
        "Already a subscriber? Log in to read on.",
        "This site uses cookies. By staying you agree.",
        "Please enable JavaScript to play this video",
        "Follow The Mill Post on Twitter @millpost",
        "This is a developing story. Check back for updates.",
        "Copyright 2021 The Mill Post. All rights reserved.",
        "(© 2021 MPTV)",
        "Your email address will not be published. Required fields are marked *",
        "You must be logged in to post a comment.",
        "14 Comments",
        "Tags: mill, road, councils",
        "ada.brook@millpost.example",
        "Contact Ada Brook at ada.brook@millpost.example or 555-0100",
        "Photo: Tom Hale",
        "Tom Hale contributed to this report.",
        "WATCH: Mayor walks across the old bridge",
        "Sign up for the Mill Post newsletter and alerts!",
        "With inputs from agencies",
        "* * *",
    ],
)
def test_furniture_is_folded(line: str) -> None:
    assert folded(line)


@pytest.mark.parametrize(
    "line",
    [
        "Police shared pictures of the bridge on Facebook and Twitter.",
        "The villagers signed up for the ferry, the mayor said, and some of them will follow us on foot.",
        "He read more than forty letters from the front before he spoke.",
        "The ministry's comments drew an angry reply.",
        "The law on copyright was not on the table.",
        "Related talks on water rights ended without a text.",
        "The newspaper said its newsletter had been blocked, and that police arrested two editors.",
        "Anyone with information is asked to call the police.",
        "The rebels' radio said: sign up for our army, and leave your homes.",
        "By Monday, the road was closed again.",
        "Two guards died at the gate. For the latest on the mill, subscribe to our alerts.",
        "“We will share this with the press,” Voss said.",
        "Source close to the talks: no deal before May, and the road stays shut until both sides sign the text.",
        "Police looking for witnesses",
        "Watch: the old man pointed at the gate and left.",
        "Both sides contributed.",
        "The Northern Front",
        "7. The road shall be open to all.",
        "Read the charges aloud, the judge told the clerk.",
    ],
)
def test_what_a_writer_wrote_is_not_folded(line: str) -> None:
    assert not folded(line)


def test_a_comment_form_is_folded_to_its_end_and_the_story_after_it_is_not() -> None:
    form = "Leave a Reply\n\nYour email\n\nName picture\n\nLog Out / Change\n\nConnecting to %s"
    text = f"{STORY}\n\n{form}\n\n{MORE}"
    taken = [text[slice(*b.span)] for b in label(text).blocks if b.kind == BlockKind.BOILERPLATE]
    assert "\n\n".join(taken) == form


def test_a_list_of_videos_is_folded_and_a_timeline_is_not() -> None:
    videos = "1:35 Mill bridge opens\n\n0:24 Ferry fares to rise\n\n2:26 Voss on the talks"
    times = "6:10 Gate opened\n\n6:35 First shots heard\n\n7:02 Guards left"
    text = f"{STORY}\n\n{videos}\n\n{MORE}\n\n{times}\n\n{MORE}"
    assert [text[slice(*block.span)] for block in label(text).blocks] == [videos]


def test_links_below_a_heading_are_folded_until_prose_comes() -> None:
    text = f"{STORY}\n\nRelated stories\n\nFerry fares to rise\n\nMill bridge closed\n\n{MORE}"
    (block,) = label(text).blocks
    assert text[slice(*block.span)] == "Related stories\n\nFerry fares to rise\n\nMill bridge closed"
    assert block.why == "related stories"


def test_readers_comments_are_folded_to_the_end_only_in_the_second_half() -> None:
    text = f"{STORY}\n\n{MORE}\n\n{MORE}\n\nComments (2)\n\nI saw the mill burn, said nobody. They did it."
    assert label(text).blocks[-1].span.end == len(text)
    early = f"Comments (2)\n\n{STORY}\n\n{MORE}\n\n{MORE}"
    assert label(early).blocks[-1].span.end < len(STORY)


def test_a_text_broken_at_a_fixed_width_is_not_read_as_lines() -> None:
    text = """The paper wrote on its last page that the men who had come
By Old Post Road, which nobody had used before the war, and
SHARED THIS - with the others in the house by the river, had
gone home in the spring; the report was first published in
May, and nobody in the town ever spoke about it any more."""
    assert label(text).blocks == ()
    assert label(text.replace("\n", "\n\n")).blocks != ()


def test_a_plain_document_has_no_boilerplate_folded() -> None:
    assert label(f"{STORY}\n\nShare this: Facebook", fold=False).blocks == ()


@pytest.mark.parametrize("table", ["line", "section"])
def test_every_rule_is_named_and_no_rule_takes_an_empty_or_plain_sentence(table: str) -> None:
    for rule in rules("boilerplate", table):
        assert rule.name
        assert not rule.found(STORY)
        assert not (rule.also and rule.also(MORE))


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_blocks_are_in_order_inside_the_text_and_apart(lines: list[str]) -> None:
    text = "\n".join(lines)
    at = 0
    for block in label(text).blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert block.why
        assert text[slice(*block.span)].strip()
        at = block.span.end


@given(st.text(max_size=200))
def test_any_text_can_be_labelled(text: str) -> None:
    labels = label(text)
    assert all(re.search(r"\S", text[slice(*b.span)]) for b in labels.blocks)
    assert labels == label(text)
