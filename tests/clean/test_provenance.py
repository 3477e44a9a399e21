"""Titles, bylines, datelines, credits."""

from __future__ import annotations

from datetime import date

import pytest

from allege.claim import BlockKind, CreditKind
from allege.clean.blocks import Labels, label
from allege.clean.dateline import dateline

STORY = "Both councils met in the old mill on Monday and agreed to open the northern road again."
MORE = "A second round is planned for the spring, the chair of the talks said on the way out."


def kinds(text: str, labels: Labels) -> dict[BlockKind, str]:
    return {block.kind: text[slice(*block.span)] for block in labels.blocks}


@pytest.mark.parametrize(
    ("start", "place", "agency", "when"),
    [
        ("MILLTON, June 9 (Example Wire) — ", "MILLTON", "Example Wire", date(2014, 6, 9)),
        ("MILLTON, Orvane, June 9, 2012 (Example Wire) -- ", "MILLTON, Orvane", "Example Wire", date(2012, 6, 9)),
        ("OLD MILLTON, 3 JAN 90 (ACAN-EFE) -- [TEXT] ", "OLD MILLTON", "ACAN-EFE", date(1990, 1, 3)),
        ("MILLTON (UK), NO DATE (RADIO MILL) -- [REPORT] [ADA BROOK] [TEXT] ", "MILLTON (UK)", "RADIO MILL", None),
        ("Millton, Orvane (AP) — ", "Millton, Orvane", "AP", None),
        ("MILLTON, Dec. 30 – ", "MILLTON", None, date(2013, 12, 30)),
        ("NEW MILLTON, Jan 3: ", "NEW MILLTON", None, date(2014, 1, 3)),
        ("MILLTON/EASTPORT (Reuters) - ", "MILLTON/EASTPORT", "Reuters", None),
        ("(Reuters) - ", None, "Reuters", None),
        ("June 9 (Example Wire) - ", None, "Example Wire", date(2014, 6, 9)),
        ("MILLTON — ", "MILLTON", None, None),
        ("ST. MILL, W.Va. - ", "ST. MILL, W.Va.", None, None),
    ],
)
def test_datelines_give_place_agency_and_date(
    start: str, place: str | None, agency: str | None, when: date | None
) -> None:
    text = start + STORY
    found = dateline(text, 0)
    assert found is not None
    assert text[: found.end] == start
    assert found.place == place
    assert (text[slice(*found.agency)] if found.agency else None) == agency
    assert found.dated(date(2014, 6, 10)) == when


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE - Both councils met in the mill.",
        "POLICE: two councils met in the mill.",
        "The councils - which had met before - agreed.",
        "Voss — who chaired the talks — agreed.",
        "In March (the third month) - nobody met.",
        "(a friend) - Both councils met.",
        "THE COUNCIL, WHICH MET -- AND THEN LEFT -- SAID NOTHING TO ANYBODY.",
        "Millton, 9 June: what the footage shows",
        "Q: Who met in the mill?",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert dateline(text, 0) is None


def test_a_wire_story_tells_title_writer_place_date_and_wire() -> None:
    body = f"MILLTON, June 9, 2014 (Example Wire) — {STORY}\n\n{MORE} (AFP)"
    text = f"Councils reopen road\n\nBy Ada Brook and Tom Hale\n\n{body}"
    labels = label(text)
    assert kinds(text, labels) == {
        BlockKind.TITLE: "Councils reopen road",
        BlockKind.BYLINE: "By Ada Brook and Tom Hale",
        BlockKind.DATELINE: "MILLTON, June 9, 2014 (Example Wire) — ",
        BlockKind.CREDIT: "(AFP)",
    }
    assert (labels.title, labels.byline) == ("Councils reopen road", "Ada Brook and Tom Hale")
    assert labels.published == date(2014, 6, 9)
    assert [(c.kind, c.name, c.place) for c in labels.credits] == [
        (CreditKind.DATELINE, "MILLTON, June 9, 2014 (Example Wire) —", "MILLTON"),
        (CreditKind.WIRE, "Example Wire", "MILLTON"),
        (CreditKind.WIRE, "AFP", None),
    ]
    assert all(text[s.start : s.end] == c.name for c in labels.credits[1:] for s in c.spans)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Cofounder: Millton Awareness Group", "Cofounder: Millton Awareness Group"),
        ("BY ADA BROOK", "ADA BROOK"),
        ("By the Post newsroom, with Example Wire", "the Post newsroom, with Example Wire"),
        ("by: Ada Brook Updated: Sep 27, 2016 - 9:36 AM", "Ada Brook"),
        ("By Ada Brook in Millton, 15 March 2023", "Ada Brook in Millton"),
        ("Written by Ada van der Brook", "Ada van der Brook"),
        ("Posted by Ada", "Ada"),
    ],
)
def test_bylines_give_the_writer(line: str, name: str) -> None:
    assert label(f"Councils reopen road\n\n{line}\n\n{STORY}\n\n{MORE}").byline == name


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ada Brook, posted 7 May 2024", date(2024, 5, 7)),
        ("By Ada Brook | May 7, 2024", date(2024, 5, 7)),
        ("by: Ada Brook Published: 2024-05-07, updated 9 May 2024", date(2024, 5, 7)),
        ("By Ada Brook", None),
        ("By Ada Brook, updated daily", None),
    ],
)
def test_a_byline_may_say_when(line: str, day: date | None) -> None:
    assert label(f"Councils reopen road\n\n{line}\n\n{STORY}\n\n{MORE}").published == day


def test_the_post_of_a_writer_is_no_outlet() -> None:
    """Two papers with a "staff writer" do not have their stories from one source."""
    found = label(f"Councils reopen road\n\nBy Ada Brook\n\nStaff Writer\n\n{STORY}\n\n{MORE}")
    assert (found.byline, found.credits) == ("Ada Brook", ())


@pytest.mark.parametrize("line", ["By Monday the road was open", "By and large nobody cared", "By dawn it was over"])
def test_a_sentence_that_starts_with_by_is_no_byline(line: str) -> None:
    assert label(f"Councils reopen road\n\n{line}\n\n{STORY}\n\n{MORE}").byline is None


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("As reported by The Mill Post", CreditKind.VIA, "The Mill Post"),
        ("This story first appeared in The Mill Post.", CreditKind.VIA, "The Mill Post"),
        ("Source: Mill Radio", CreditKind.VIA, "Mill Radio"),
        ("Reporting by Example Wire; additional reporting by Ada Brook.", CreditKind.VIA, "Example Wire"),
        ("(With inputs from Reuters)", CreditKind.WIRE, "Reuters"),
        ("The Associated Press contributed to this report.", CreditKind.WIRE, "The Associated Press"),
        ("— AFP", CreditKind.WIRE, "AFP"),
        ("Copyright Associated Press", CreditKind.WIRE, "Associated Press"),
    ],
)
def test_credit_lines_name_whose_copy_it_is(line: str, kind: CreditKind, name: str) -> None:
    labels = label(f"{STORY}\n\n{MORE}\n\n{line}")
    assert [(c.kind, c.name) for c in labels.credits] == [(kind, name)]
    assert labels.blocks[-1].kind == BlockKind.CREDIT


@pytest.mark.parametrize(
    ("ending", "named"), [("(Tallow Wire)", ["Tallow Wire"]), ("(Morning Tide)", []), ("(see the Tallow Wire)", [])]
)
def test_an_agency_in_brackets_behind_the_last_sentence_is_credited(ending: str, named: list[str]) -> None:
    labels = label(f"{STORY}\n\n{MORE} {ending}")
    assert [(c.kind, c.name) for c in labels.credits] == [(CreditKind.WIRE, name) for name in named]


def test_persons_who_contributed_are_folded_but_credit_nobody() -> None:
    labels = label(f"{STORY}\n\n{MORE}\n\n(Reporting by Ada Brook; editing by Tom Hale)")
    assert labels.credits == ()
    assert labels.blocks[-1].kind == BlockKind.CREDIT


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Published: June 9, 2014 at 5:00 PM", date(2014, 6, 9)),
        ("Posted: Sunday, July 19, 2015 6:17 PM EDT Updated: Sunday, July 19, 2015", date(2015, 7, 19)),
        ("9 June 2014", date(2014, 6, 9)),
        ("Millton, 9 June 2014", date(2014, 6, 9)),
        ("Wednesday, March 15, 2023", date(2023, 3, 15)),
    ],
)
def test_a_date_on_its_own_line_dates_the_text(line: str, when: date) -> None:
    labels = label(f"Councils reopen road\n{line}\n\n{STORY}\n\n{MORE}")
    assert labels.published == when
    assert labels.title == "Councils reopen road"


def test_a_better_date_is_not_overruled_and_gives_the_year() -> None:
    labels = label(f"MILLTON, Dec. 30 (Example Wire) — {STORY}", known=date(2014, 1, 2))
    assert labels.published == date(2014, 1, 2)
    assert labels.credits[0].date == date(2013, 12, 30)


def test_a_masthead_above_the_date_is_the_publisher() -> None:
    head = "The Mill Post\nWednesday, March 15, 2023\n\nCouncils reopen the northern road"
    labels = label(f"{head}\n\n{STORY}\n\n{MORE}")
    assert (labels.publisher, labels.title) == ("The Mill Post", "Councils reopen the northern road")


@pytest.mark.parametrize("paper", ["The Mill Courier", "Radio Millton", "Mill News Agency"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_name_of_a_paper_above_the_headline_is_the_publisher(paper: str, between: str) -> None:
    labels = label(f"{paper}{between}Councils reopen the northern road\n\n{STORY}\n\n{MORE}")
    assert (labels.publisher, labels.title) == (paper, "Councils reopen the northern road")


@pytest.mark.parametrize("line", ["Council Closes Radio", "Road Reopened", "Post"])
def test_a_headline_of_capitals_is_no_paper(line: str) -> None:
    labels = label(f"{line}\n\n{STORY}\n\n{MORE}")
    assert (labels.publisher, labels.title) == (None, line)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Valley Lantern, 7 May 2031", "Valley Lantern"),
        ("Daily Ferry, 7 May 2031", "Daily Ferry"),
        ("Mill Valley, 7 May 2031", None),
    ],
)
def test_a_name_beside_the_day_may_be_a_paper(line: str, publisher: str | None) -> None:
    text = f"{line}\n\nCouncils reopen the northern road\n\n{STORY}\n\n{MORE}\n"
    labels = label(text)
    assert (labels.publisher, labels.published) == (publisher, date(2031, 5, 7))


def test_a_letterhead_is_not_the_title() -> None:
    head = "MILL COUNCIL\nPress release\n\nMillton, 14 March 2023\n\nThe Council welcomes the road"
    text = f"{head}\n\n{STORY}\n\n{MORE}"
    assert label(text).title == "The Council welcomes the road"


@pytest.mark.parametrize("text", [STORY, f"{STORY}\n\n{MORE}", "Councils reopen road", f"Voss said:\n\n{STORY}", ""])
def test_a_text_without_a_headline_has_no_title(text: str) -> None:
    assert label(text).title is None


@pytest.mark.parametrize(
    ("heading", "published"),
    [
        ("RCO Flash Update No. 4: Velm Province, 11 October 2022", date(2022, 10, 11)),
        ("LOG OF ALLEGED BREACHES, 5-11 JULY 2031", date(2031, 7, 11)),
        ("Weekly situation report (May 7, 2031)", date(2031, 5, 7)),
        ("The 2 raids on Velm and what came of them, 4 May 1950", None),
        ("An old report tells of the 3 raids of 4 May 1950", None),
        ("The report on the raid was published in Velm, 4 May 1950.", None),
    ],
)
def test_the_heading_of_what_is_issued_on_a_day_gives_the_day(heading: str, published: date | None) -> None:
    assert label(f"{heading}\n\nSome 800 people have fled Orsk since 4 October.\n").published == published
