"""Who issues a statement, and which outlet the head of a text names as its own."""

from __future__ import annotations

import pytest

from allege.claim import BlockKind, CreditKind
from allege.clean.blocks import label

STORY = "Both councils met in the old mill on Monday and agreed to open the northern road again."
MORE = "A second round is planned for the spring, the chair of the talks said on the way out."
OURS = "We did not shell the mill. We have never shelled a mill, and whoever says so has not asked us."
DAY = "3 April 2031"


@pytest.mark.parametrize(
    ("lines", "publisher", "byline"),
    [
        (["The Mill Post", DAY], "The Mill Post", None),
        (["By Ada Brook", "The Mill Post", DAY], "The Mill Post", "Ada Brook"),
        (["By Ada Brook, The Mill Post, 3 April 2031"], "The Mill Post", "Ada Brook"),
        (["The Mill Post", DAY, "By Ada Brook, court reporter"], "The Mill Post", "Ada Brook"),
        (["Mill Post, 3 April 2031"], "Mill Post", None),
        (["Radio Millton", DAY], "Radio Millton", None),
        (["Herald", DAY], "Herald", None),
        (["Posted by Ada on April 3, 2031 | 14 comments"], None, "Ada"),
    ],
)
def test_the_outlet_named_below_the_headline_is_the_texts_own(
    lines: list[str], publisher: str | None, byline: str | None
) -> None:
    found = label("\n".join(["Councils reopen road", "", *lines, "", STORY, "", MORE]))
    assert (found.publisher, found.byline) == (publisher, byline)
    assert found.title == "Councils reopen road"
    assert [one.name for one in found.credits if one.kind is not CreditKind.DATELINE] == []


@pytest.mark.parametrize("line", ["Bread", "Radio silence over the lake", "General Staff"])
def test_another_line_there_is_no_outlet(line: str) -> None:
    assert label(f"Councils reopen road\n\n{line}\n{DAY}\n\n{STORY}\n\n{MORE}").publisher is None


def test_the_second_outlet_at_the_head_is_credited_and_so_is_one_below_a_known_publisher() -> None:
    two = label(f"The Mill Post\n\nCouncils reopen road\n\nTallow Wire\n{DAY}\n\n{STORY}\n\n{MORE}")
    known = label(f"Councils reopen road\n\nTallow Wire\n{DAY}\n\n{STORY}\n\n{MORE}", house="The Mill Post")
    for found in (two, known):
        assert found.publisher == "The Mill Post"
        assert [(one.kind, one.name) for one in found.credits] == [(CreditKind.VIA, "Tallow Wire")]


@pytest.mark.parametrize(
    ("head", "foot", "body", "writer"),
    [
        (["COMMUNIQUE No. 7 OF THE RED LAKE FRONT", DAY], ["The Central Committee of the Red Lake Front"],
         "Red Lake Front", None),
        (["REPUBLIC OF NORLAND", "LAKE DEFENCE STAFF", "", "PRESS RELEASE No. 4/31", "MIROV, 3 APRIL 2031"],
         ["Major ODA RENN", "Spokeswoman of the Lake Defence Staff"], "Lake Defence Staff", "Major Oda Renn"),
        (["To the people of the lake", DAY], ["Oda Renn", "Spokeswoman for the Red Lake Front"],
         "Red Lake Front", "Oda Renn"),
        (["Statement of the Red Lake Front", DAY], [], "Red Lake Front", None),
    ],
)  # fmt: skip
def test_a_statement_is_published_by_whoever_issues_it(
    head: list[str], foot: list[str], body: str, writer: str | None
) -> None:
    text = "\n".join([*head, "", OURS, "", STORY, "", *foot])
    found = label(text)
    assert (found.publisher, found.byline) == (body, writer)
    signed = [text[slice(*one.span)] for one in found.blocks if one.kind is BlockKind.BYLINE]
    assert signed == foot


@pytest.mark.parametrize(
    "text",
    [
        f"Statement of the Red Lake Front\n\n{DAY}\n\n{STORY}\n\n{MORE}",
        f"To the people of the lake\n\nBy Ada Brook\n\n{OURS}\n\n{STORY}\n\nRed Lake Front",
        f"Councils reopen road\n\n{STORY}\n\n“{OURS}”\n\n{MORE}\n\nRed Lake Front",
        f"To the people of the lake\n\n{OURS}\n\n{STORY}\n\nLong live the lake",
    ],
)
def test_a_text_that_does_not_speak_for_a_body_is_not_issued_by_it(text: str) -> None:
    assert label(text).publisher is None


def test_whoever_signs_wrote_it() -> None:
    head = "LAKE CEASE-FIRE MONITORING CELL\nLOG OF INCIDENTS, APRIL"
    found = label(f"{head}\n\n{STORY}\n\nSigned: M. Ferro, head of cell")
    assert (found.publisher, found.byline) == ("Lake Cease-fire Monitoring Cell", "M. Ferro")
