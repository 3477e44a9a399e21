"""HTML pages: article, metadata, runs into the source, hostile markup."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from true_runs import true

from allege.clean.markup import strip_tags
from allege.clean.page import article_of

BODY = """<p>The two councils met in the old mill on Monday and agreed to open the <b>northern</b> road again.</p>
<p>&ldquo;Nobody wins from a closed road&rdquo;, said Mira Voss, who chaired the talks &amp; wrote the text.</p>
<p>A second round is planned for the spring, when the river can be crossed.</p>"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Councils reopen road | The Mill Post</title>
<meta property="og:title" content="Councils reopen northern road"><meta property="og:site_name" content="The Mill Post">
<meta name="author" content="Ada Brook"><meta property="article:published_time" content="2021-02-03T08:00:00Z">
<script>var notice = "The two councils met in the old mill";</script></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><!-- a comment -->
<article><h1>Councils reopen northern road</h1>{BODY}</article>
<footer>© 2021 The Mill Post</footer></body></html>"""


def test_a_page_gives_its_article_and_says_who_and_when() -> None:
    found = article_of(PAGE, "page.html")
    assert found is not None
    assert (found.title, found.byline) == ("Councils reopen northern road", "Ada Brook")
    assert found.publisher == "The Mill Post"
    assert found.published == date(2021, 2, 3)
    assert "“Nobody wins from a closed road”, said Mira Voss" in found.text
    assert "Home" not in found.text


def test_the_article_s_words_lead_back_into_the_source_outside_its_scripts() -> None:
    found = article_of(PAGE, "page.html")
    assert found is not None
    assert true(found.runs, found.text, PAGE)
    assert sum(run.length for run in found.runs) > 0.95 * len(found.text)
    start = found.text.index("councils met")
    run = next(r for r in found.runs if r.start <= start < r.start + r.length)
    assert run.raw + start - run.start == PAGE.index("councils met", PAGE.index("<article>"))


@pytest.mark.parametrize("depth", [100, 5000])
def test_an_article_under_many_nested_elements_is_found(depth: int) -> None:
    found = article_of("<html><body>" + "<div>" * depth + BODY + "</div>" * depth, "u")
    assert found is not None
    assert "A second round is planned for the spring" in found.text


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<html><body></body></html>",
        "<html><nav><a>Home</a><a>News</a></nav><form><input name=q></form></html>",
        "<ul>" + "<li><a href=x>Some link</a></li>" * 40 + "</ul>",
        "<" * 50_000,
        "<!--" * 20_000,
        "<script>" * 20_000 + BODY,
        "&amp;" * 20_000,
    ],
)
def test_a_page_without_sentences_has_no_article(source: str) -> None:
    assert article_of(source, "u") is None


def test_unclosed_tags_do_not_hide_the_words() -> None:
    found = article_of("<html><body>" + "<b><i><div>" * 2000 + BODY, "u")
    assert found is not None
    assert "northern" in found.text


def test_a_page_too_large_to_parse_keeps_its_sentences_and_loses_its_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allege.clean.page.MAX_PARSED", 100)
    found = article_of(PAGE, "u")
    assert found is not None
    assert found.text.startswith("The two councils met")
    assert "Home" not in found.text
    assert true(found.runs, found.text, PAGE)


def test_tags_and_entities_are_undone_with_offsets() -> None:
    source = "<p>one<br>two &lt;three&gt; un<b>broken</b></p><style>p{}</style>"
    text, runs = strip_tags(source)
    assert text.split() == ["one", "two", "<three>", "unbroken"]
    assert true(runs, text, source)


@given(st.text(alphabet=st.sampled_from("<>/!-&;ab \n\"'=script"), max_size=200))
def test_any_markup_is_survived_with_true_runs(source: str) -> None:
    text, runs = strip_tags(source)
    assert true(runs, text, source)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "<table>", "<td>", BODY, "<a href=", ">", "&#0;", "\x00"])))
def test_any_page_is_survived(pieces: list[str]) -> None:
    found = article_of("".join(pieces), "u")
    assert found is None or true(found.runs, found.text, "".join(pieces))
