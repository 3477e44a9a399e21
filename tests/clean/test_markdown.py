"""Markdown and front matter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from true_runs import true

from allege.clean.front_matter import front_matter
from allege.clean.markdown import render


def test_marks_and_link_targets_go_and_words_stay() -> None:
    body = "Both *sides* met [in the mill](http://mill.example/x) and **agreed**."
    source = f"# The road\n\n{body}\n\n- one\n- two\n\n> quoted\n"
    text, runs = render(source)
    assert text == "The road\n\nBoth sides met in the mill and agreed.\n\none\ntwo\n\nquoted"
    assert true(runs, text, source)
    assert sum(run.length for run in runs) > 0.9 * len(text)


def test_tables_code_pictures_and_html_are_read_as_words() -> None:
    text, _ = render("| a | b |\n|---|---|\n| c | d |\n\n    code\n\n![the mill](m.png)\n\n<div>inside</div>\n")
    assert text.split() == ["a", "b", "c", "d", "code", "the", "mill", "inside"]


@given(st.text(alphabet=st.sampled_from("ab *_[]()#>-`|!\n<&;1."), max_size=150))
def test_any_markdown_is_survived_with_true_runs(source: str) -> None:
    text, runs = render(source)
    assert true(runs, text, source)


def test_front_matter_names_who_and_when() -> None:
    fields = "title: 'The road'\nauthors: [Ada Brook, Tom Hale]\nsource: The Mill Post\ndate: 2021-02-03\n"
    text = f"---\n{fields}---\n\nBoth sides met."
    found = front_matter(text)
    assert found is not None
    assert (found.title, found.byline, found.publisher) == ("The road", "Ada Brook, Tom Hale", "The Mill Post")
    assert found.published == date(2021, 2, 3)
    assert text[found.end :].strip() == "Both sides met."


def test_fields_at_the_head_are_front_matter_without_lines_of_dashes() -> None:
    text = "date: 2021-02-03\nSource: The Mill Post\ntitle: Mill: the road is shut\n\nBoth sides met."
    found = front_matter(text)
    assert found is not None
    assert (found.title, found.publisher) == ("Mill: the road is shut", "The Mill Post")
    assert found.published == date(2021, 2, 3)
    assert text[found.end :] == "Both sides met."


@pytest.mark.parametrize(
    "text",
    [
        "Note: the mill is shut\nRoad: open\n\nBoth sides met.",
        "Date: 3 February\nThe mill is shut.\nSource: a miller\n\nBoth sides met.",
        "date: 2021-02-03\nsource: The Mill Post\n",
        "Both sides met.\n---\ntitle: x\n---\n",
        "---\njust words\n---\nBoth sides met.",
        "---\n- a\n- list\n---\n",
        "---\ntitle: [unclosed\n---\nBoth sides met.",
        "---\ntitle: x\nand it never closes",
        "---\n" + "[" * 5000 + "\n---\n",
        "---\na: &a [x]\nb: !!python/object/apply:os.getcwd []\n---\n",
    ],
)
def test_what_is_no_front_matter_is_left_alone(text: str) -> None:
    assert front_matter(text) is None
