"""What stands at the head or foot of a story and names neither its house nor its day."""

from __future__ import annotations

import pytest

from allege.clean.blocks import label

STORY = (
    "\n\nThe sides met in the old mill on Monday and agreed to open the road, a spokesman for them said later on."
    "\n\nUS forces left the valley at noon, and the road was open again by the evening, he added.\n\n"
)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Raiders Attack Army Headquarters\n\nStatement by the Lake Front claims 12 dead", ""),
        ("Guards Kill Two Near Lake Mission\n\nLog trucks were burned", ""),
        ("Lake Front Denies Attack\n\nPress release issued on Monday", ""),
        ("Six killed in Orven", "Police"),
        ("Six killed in Orven", "Lake Peace Mission"),
        ("Six killed in Orven\n\nWorld News", ""),
        ("Six killed in Orven\n\nSecret Service", ""),
        ("Six killed in Orven\n\nOrven Border Post", ""),
        ("Six killed in Orven\n\nBy Ada Brook, Orven Bureau", ""),
        ("Six killed in Orven\n\nRadio Mast Hit By Shells\n\n3 May 2024", ""),
    ],
)
def test_headlines_kickers_and_links_publish_nothing(head: str, foot: str) -> None:
    assert label(f"{head}{STORY}{foot}").publisher is None


def test_a_statement_and_a_paper_are_published_by_their_own() -> None:
    assert label(f"LAKE FRONT COMMAND\nPRESS RELEASE No. 4{STORY}").publisher == "Lake Front Command"
    assert label(f"LKNT Command\nPress release{STORY}").publisher == "LKNT Command"
    assert label(f"Six killed in Orven\n\nThe Mill Post{STORY}").publisher == "The Mill Post"


@pytest.mark.parametrize(
    ("head", "dated"),
    [
        ("Flash Update No. 3: Orven, 9 September 2022", True),
        ("Humanitarian situation report, 9 September 2022", True),
        ("Army denies report of Orven massacre, 9 September 2022", False),
    ],
)
def test_the_day_of_a_heading_is_the_texts_where_it_says_what_is_issued(head: str, dated: bool) -> None:
    assert (label(f"{head}{STORY}").published is not None) is dated


def test_a_line_signed_is_no_name_of_deals() -> None:
    assert label(f"Talks end\n\nSigned: Three Deals{STORY}").byline is None
