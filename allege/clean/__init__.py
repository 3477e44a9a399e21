"""Raw documents to documents: characters, article, repair, blocks, credits, language, with offsets kept.

Nothing is deleted: what is not the writer's text is folded away as a block, and `runs` lead from every kept character
back to the raw text. A plain document keeps its decoded text exactly and has no boilerplate folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from allege.claim import Block, Document, Failure, RawDocument, Run
from allege.clean.blocks import NOTHING, Labels, label
from allege.clean.front_matter import front_matter
from allege.clean.language import language_of
from allege.clean.offsets import composed, joined, raw_offset, shifted, whole
from allege.clean.page import article_of
from allege.clean.repair import repair
from allege.read.charset import decode
from allege.settings import Settings


def clean(raws: Iterable[RawDocument | Failure], settings: Settings) -> Iterator[Document | Failure]:
    """One document for each raw document, in order; Failures pass through.

    A page without an article (a list of links, a form) is a Failure: a document without text could say nothing, and
    whoever gave the page should know. A text longer than `settings.max_characters` is only decoded.
    """
    for raw in raws:
        yield raw if isinstance(raw, Failure) else _cleaned(raw, settings)


@dataclass(frozen=True, slots=True)
class _Text:
    """A frozen text, its runs to the decoded one, and what its form (page, front matter) told about it."""

    text: str
    runs: tuple[Run, ...]
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    front: Block | None = None


def _cleaned(raw: RawDocument, settings: Settings) -> Document | Failure:
    is_page = raw.media_type == "text/html"
    decoded = decode(raw.content, raw.charset, markup=is_page and not raw.plain).text
    as_it_is = _Text(decoded, whole(decoded))
    if len(decoded) > settings.max_characters and (raw.plain or not is_page):
        return _document(raw, decoded, as_it_is, NOTHING)
    if raw.plain:
        return _document(raw, decoded, as_it_is, label(decoded, known=raw.published, house=raw.publisher, fold=False))
    made = _page(decoded, raw.uri) if is_page else _prose(decoded, markdown=raw.media_type == "text/markdown")
    if made is None:
        return Failure(raw.uri, "the page holds no article", "give the article's own page, or its text as a .txt file")
    if not made.text.strip():
        return Failure(raw.uri, "no text is left once broken characters are taken out", "give a file with text in it")
    if len(made.text) > settings.max_characters:
        return _document(raw, decoded, made, NOTHING)
    known, house = raw.published or made.published, raw.publisher or made.publisher
    return _document(raw, decoded, made, label(made.text, known=known, house=house, front=made.front))


def _page(source: str, uri: str) -> _Text | None:
    article = article_of(source, uri)
    if article is None:
        return None
    text, runs = repair(article.text)
    told = (article.title, article.byline, article.publisher, article.published)
    return _Text(text, composed(runs, article.runs), *told)


def _prose(decoded: str, *, markdown: bool) -> _Text:
    mended, runs = repair(decoded)
    front = front_matter(mended)
    if markdown:
        from allege.clean.markdown import render  # noqa: PLC0415 - a parser that most texts never need

        head = front.end if front else 0
        body, body_runs = render(mended[head:])
        inner = joined([*whole(mended[:head]), *shifted(body_runs, head, head)])
        mended, runs = mended[:head] + body, composed(inner, runs)
    if front is None:
        return _Text(mended, runs)
    return _Text(mended, runs, front.title, front.byline, front.publisher, front.published, front.block)


def _document(raw: RawDocument, decoded: str, made: _Text, labels: Labels) -> Document:
    """Puts together what the reader, the page and the text say; the reader's word comes first, the text's last."""
    return Document(
        id=f"sha256:{raw.sha256}",
        uri=raw.uri,
        text=made.text,
        title=raw.title or made.title or labels.title,
        byline=raw.byline or made.byline or labels.byline,
        publisher=raw.publisher or made.publisher or labels.publisher,
        published=raw.published or made.published or labels.published,
        language=language_of(made.text),
        media_type=raw.media_type,
        raw=decoded,
        runs=made.runs,
        blocks=labels.blocks,
        credits=labels.credits,
    )


__all__ = ["clean", "raw_offset"]
