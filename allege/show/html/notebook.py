"""Documents, records and claims in a notebook (`_repr_html_`): the report's own views, without the script."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from allege.claim import Certainty, Document, EvidenceKind, Record, Role
from allege.ledger.rows import ClaimRow
from allege.settings import Settings
from allege.show.html.build import document_view, line_css
from allege.show.html.page import document_html as document_view_html
from allege.show.html.page import quoted_html, style_html
from allege.show.html.view import Card, Offered
from allege.show.voices import firmness, speaks
from allege.show.words import (
    EVIDENCE,
    KINDS,
    ROLES,
    certainty_mark,
    certainty_words,
    chain_words,
    type_words,
)

PREVIEW = 3_000
"""Characters of a text that a document without claims shows."""

LONGEST = 50_000
"""Characters of a text that a record shows."""


def record_html(record: Record) -> str:
    """A document's text with its claims beside it."""
    return _alone(document_view_html(document_view(record.at_least(Settings().min_score), limit=LONGEST)))


def document_html(document: Document) -> str:
    """A document's head and the beginning of its text; its claims are found by annotating it."""
    view = document_view(Record(document), limit=PREVIEW)
    return _alone(document_view_html(replace(view, summary="Not yet annotated.", missing=())))


def claim_row_html(row: ClaimRow) -> str:
    """A claim under its sentence."""
    where = " · ".join(str(part) for part in (row.title or row.uri, row.published) if part)
    return _alone(quoted_html(_card(row), row.quote, where))


def _card(row: ClaimRow) -> Card:
    value, author = row.certainty, row.voices[0].value
    return Card(
        claim=f"c-{row.id}",
        place="",
        number=0,
        kind=KINDS[row.kind].label,
        what=type_words(row.type, row.mode, row.subtype),
        anchor=row.anchor,
        arguments=tuple((ROLES[Role(role)].label, words, _beside(name, words)) for role, words, name in row.arguments),
        said=chain_words(row.voices),
        act=speaks(row.kind, row.voices[-1]),
        voice=row.voice,
        value=value,
        line=line_css(value),
        mark=certainty_mark(value),
        firmness=firmness(row.kind, value),
        author=certainty_words(author) if len(row.voices) > 1 else "",
        shared=len(row.voices) > 1 and author != Certainty.UU,
        evidence=tuple(Offered(EVIDENCE[k].label, words) for k, words in row.evidence if k != EvidenceKind.NONE),
        supports=(),
        backed=(),
        score=f"{row.score:.2f}",
        why=row.why,
    )


def _beside(name: str | None, words: str) -> str:
    return "" if not name or name.casefold() in words.casefold() else name


def _alone(html: str) -> str:
    inner = Markup(html)
    return str(Markup('{}<div class="al al-inline">{}</div>').format(style_html(), inner))
