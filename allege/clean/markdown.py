"""The words of a Markdown text without its marks, one block a paragraph, through markdown-it-py (CommonMark)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from allege.claim import Run
from allege.clean.align import align
from allege.clean.markup import strip_tags


def render(source: str) -> tuple[str, tuple[Run, ...]]:
    """The text of a Markdown source, and its runs back to that source. Link targets and marks are left out."""
    text = "".join(_pieces(_parser().parse(source))).strip("\n")
    return text, align(text, source)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _pieces(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(child) for child in token.children or ())
        elif token.type in {"fence", "code_block"}:
            yield token.content + "\n"
        elif token.type == "html_block":
            yield strip_tags(token.content)[0].strip() + "\n\n"
        elif token.type.endswith("_close"):
            yield _AFTER.get(token.type, "\n" if token.hidden else "")
            if token.type == "paragraph_close" and not token.hidden:
                yield "\n\n"


_AFTER = {
    "heading_close": "\n\n",
    "td_close": "\t",
    "th_close": "\t",
    "tr_close": "\n",
    "table_close": "\n",
    "bullet_list_close": "\n",
    "ordered_list_close": "\n",
}


def _inline(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type in {"text", "code_inline"}:
        return token.content
    return "".join(_inline(child) for child in token.children or ())
