"""The tables of a ledger as SQLAlchemy sees them; what each column means stands in allege/data/ledger/*.sql.

The SQL files make the tables (see migrations.py), these objects give them types. A test holds the two together.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from allege.claim import Span, Spans

SMALLEST, LARGEST = -(2**63), 2**63 - 1


class Words(TypeDecorator[str]):
    """Any Python string, unchanged: what UTF-8 cannot hold (lone surrogates) is stored as bytes."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | bytes | None:
        """The string itself, or its bytes where it holds lone surrogates."""
        if value is None or value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | bytes | None], str | None]:
        """The string as it was given; one call for each cell, where SQLAlchemy's way around would be two."""
        return _as_given


def _as_given(value: str | bytes | None) -> str | None:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


class Whole(TypeDecorator[int]):
    """Any Python integer, unchanged: one that needs more than 64 bits is stored as its digits."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | bytes | None:
        """The number itself, or its digits."""
        return value if value is None or SMALLEST <= value <= LARGEST else str(value).encode()

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | bytes | None], int | None]:
        """The number as it was given; one call for each cell."""
        return _number_given


def _number_given(value: int | bytes | None) -> int | None:
    return int(value) if isinstance(value, bytes) else value


class SpanList(TypeDecorator[Spans]):
    """Spans as a JSON list of pairs."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Spans | None, dialect: Dialect) -> str | None:
        """`[[0, 3], [10, 31]]`."""
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Spans | None:
        """The spans as they were given."""
        return None if value is None else tuple(Span(start, end) for start, end in json.loads(value))


class Reals(TypeDecorator[tuple[float, ...]]):
    """Numbers to the last bit: 64 bits each, the least significant byte first."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: tuple[float, ...] | None, dialect: Dialect) -> bytes | None:
        """Their bytes."""
        return None if value is None else struct.pack(f"<{len(value)}d", *value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[float, ...] | None:
        """The numbers as they were given."""
        return None if value is None else struct.unpack(f"<{len(value) // 8}d", value)


class Json(TypeDecorator[list[Any]]):
    """A list as JSON."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> str | None:
        """ASCII alone, so that any string comes back unchanged."""
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[Any] | None:
        """The list as it was given (tuples come back as lists)."""
        return None if value is None else json.loads(value)


metadata = MetaData()


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _parent(name: str, target: str, *, primary: bool = False, optional: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.key"), primary_key=primary, nullable=optional)


def _position(*, primary: bool = True) -> Column[int]:
    return Column("position", Integer, primary_key=primary, nullable=False)


def _words(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Words, nullable=optional)


def _spans(name: str = "spans") -> Column[Spans]:
    return Column(name, SpanList, nullable=False)


def _json(name: str) -> Column[list[Any]]:
    return Column(name, Json, nullable=False)


def _number(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Whole, nullable=optional)


def _real(name: str, *, optional: bool = False) -> Column[float]:
    return Column(name, Float, nullable=optional)


documents = Table(
    "documents", metadata, _key(), _words("id"), _words("uri"), _words("title", optional=True),
    _words("byline", optional=True), _words("publisher", optional=True), Column("published", Date), _words("language"),
    _words("media_type"), _number("characters"), _number("words"), _words("text_sha256"),
    Column("analysed", Boolean, nullable=False), _words("note"), _words("extractor"), _words("allege"),
    _words("read_at"),
)  # fmt: skip
texts = Table(
    "texts", metadata, _parent("document", "documents", primary=True), _words("text"), Column("raw", LargeBinary)
)
sightings = Table(
    "sightings", metadata, _parent("document", "documents", primary=True), Column("uri", Words, primary_key=True),
    _words("seen_at"),
)  # fmt: skip
failures = Table(
    "failures", metadata, Column("uri", Words, primary_key=True), _words("what"), _words("remedy"), _words("at")
)
text_runs = Table(
    "text_runs", metadata, _parent("document", "documents", primary=True), _position(), _number("start_offset"),
    _number("raw_offset"), _number("length"),
)  # fmt: skip
blocks = Table(
    "blocks", metadata, _parent("document", "documents", primary=True), _position(), _words("kind"),
    _number("start_offset"), _number("end_offset"), _words("why"),
)  # fmt: skip
credit_lines = Table(
    "credits", metadata, _parent("document", "documents", primary=True), _position(), _words("kind"), _words("name"),
    _spans(), _words("place", optional=True), Column("date", Date),
)  # fmt: skip
sentences = Table(
    "sentences", metadata, _key(), _parent("document", "documents"), _number("start_offset"), _number("end_offset"),
    _words("text"),
)  # fmt: skip
mentions = Table(
    "mentions", metadata, _key(), _parent("document", "documents"), _position(primary=False), _words("record_id"),
    _words("words"), _words("type"), _words("entity", optional=True), _words("name", optional=True),
    _real("latitude", optional=True), _real("longitude", optional=True), _number("geonames", optional=True),
    _number("precision", optional=True), Column("start_date", Date), Column("end_date", Date),
    _number("low", optional=True), _number("high", optional=True), _spans(), _real("score"), _words("why"),
)  # fmt: skip
attributions = Table(
    "attributions", metadata, _key(), _parent("document", "documents"), _position(primary=False), _words("record_id"),
    _words("source"), _words("cue"), _words("content"), _words("act"), _words("source_kind"),
    Column("named", Boolean, nullable=False), _parent("source_mention", "mentions", optional=True),
    _parent("within", "attributions", optional=True), _spans("source_spans"), _spans("cue_spans"),
    _spans("content_spans"), _real("score"), _words("why"),
)  # fmt: skip
claims = Table(
    "claims", metadata, _key(), _words("id"), _parent("document", "documents"), _position(primary=False),
    _words("record_id"), _words("kind"), _words("type"), _words("mode", optional=True),
    _words("subtype", optional=True), _words("anchor"), _parent("sentence", "sentences", optional=True),
    _words("voice"), _words("certainty"), _real("factuality"), _spans("anchor_spans"), _real("score"), _words("why"),
)  # fmt: skip
arguments = Table(
    "arguments", metadata, _parent("claim", "claims", primary=True), _position(), _words("role"),
    _parent("mention", "mentions"),
)  # fmt: skip
chains = Table(
    "chains", metadata, _parent("claim", "claims", primary=True), _position(), _parent("attribution", "attributions")
)
certainties = Table(
    "certainties", metadata, _parent("claim", "claims", primary=True), _position(),
    _parent("attribution", "attributions", optional=True), _words("value"), _words("why"),
)  # fmt: skip
evidence = Table(
    "evidence", metadata, _parent("claim", "claims", primary=True), _position(), _words("kind"), _words("words"),
    _spans(),
)  # fmt: skip
supports = Table(
    "supports", metadata, _parent("claim", "claims", primary=True), _position(), _parent("conclusion", "claims")
)

lineage = Table(
    "lineage", metadata, _key(), _parent("document", "documents"),
    _parent("derived_from", "documents", optional=True), _words("kind"), _real("score"), _words("why"),
    _words("upstream", optional=True), _spans(), _spans("source_spans"), _real("containment", optional=True),
)  # fmt: skip
resolutions = Table(
    "resolutions", metadata, _parent("document", "documents", primary=True), Column("type", Words, primary_key=True),
    Column("words", Words, primary_key=True), _words("entity", optional=True), _words("name", optional=True),
    _real("score"), _words("why"), _json("candidates"),
)  # fmt: skip
incidents = Table("incidents", metadata, _key(), _words("id"), _words("type"), _json("possibly"))
incident_documents = Table(
    "incident_documents", metadata, _parent("incident", "incidents", primary=True), _position(),
    _parent("document", "documents"),
)  # fmt: skip
incident_claims = Table(
    "incident_claims", metadata, _parent("incident", "incidents", primary=True),
    Column("bearing", String, primary_key=True), Column("part", Integer, primary_key=True), _position(),
    _parent("claim", "claims"),
)  # fmt: skip
links = Table(
    "links", metadata, _key(), _words("a"), _words("b"), _real("score"), _words("band"),
    Column("feature_values", Reals, nullable=False), _words("decided"),
)  # fmt: skip
link_index = Table(
    "link_index", metadata, Column("field", String, primary_key=True), Column("hash", Integer, primary_key=True),
    _parent("document", "documents", primary=True),
)  # fmt: skip
link_postings = Table(
    "link_postings", metadata, _key(), Column("field", String, nullable=False),
    Column("first", Integer, nullable=False), Column("hashes", LargeBinary, nullable=False),
    Column("documents", LargeBinary, nullable=False),
)  # fmt: skip
linked = Table("linked", metadata, _parent("document", "documents", primary=True), _words("linker"))
link_state = Table("link_state", metadata, Column("name", Words, primary_key=True), _words("value"))
judgements = Table(
    "judgements", metadata, _key(), _words("id"), _words("kind"), _words("subject"), _words("other", optional=True),
    _words("value", optional=True), _words("analyst"), _words("at"), _words("note"),
)  # fmt: skip
