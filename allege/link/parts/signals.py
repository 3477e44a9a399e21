"""What speaks for and against two tellings being of one occurrence: small comparisons, each a number with a name.

All numbers lie between -1 and 1 or so and are 0 where nothing is known. `SIGNALS` lists them in the order in which
`compare` gives them; allege/data/link/parts.toml holds what each weighs and how to say it.
"""

from __future__ import annotations

from collections.abc import Mapping

from allege.link.parts.circle import Circle, View
from allege.link.parts.kin import kin, near
from allege.link.parts.telling import Particulars, Telling
from allege.link.parts.words import listed

SIGNALS = (
    *("same_words", "same_head", "shared_word", "derived", "synonym", "family", "near", "near_head", "near_squared"),
    *("unknown", "light", "light_same", "reporting", "reporting_same", "one_named", "both_named", "one_longer"),
    *("told_widely", "told_most", "related_told_widely", "related_told_apart"),
    *("same_document", "same_sentence", "documents", "together", "wide"),
    *("related_documents", "related_together", "near_together", "related_same_document", "same_head_same_document"),
    *("context", "before", "after", "crossed", "mentioned", "related_context"),
    *("name_shared", "name_other", "name_before", "name_after", "related_name_other", "count_shared", "count_other"),
    *("type_same", "type_other", "mode_same", "mode_other", "actor_shared", "actor_other", "recipient_shared"),
    *("recipient_other", "place_shared", "place_other", "day_same", "day_other", "toll_same", "toll_other"),
)
Values = tuple[float, ...]


def compare(a: Telling, b: Telling, circle: Circle) -> Values:
    """The signals of a pair; the same whichever comes first."""
    if b.id < a.id:
        a, b = b, a
    lexical, related, closeness = _anchors(a, b)
    left, right = circle.view(a), circle.view(b)
    return (
        *lexical,
        *_spread(circle.told(a.head), circle.told(b.head), related),
        *_documents(a, b, circle, related, closeness),
        *_context(a, b, left, right, related),
        *_names(a, b, related),
        *_particulars(a.particulars, b.particulars),
    )


def named(values: Values) -> Mapping[str, float]:
    """Values by the names of their signals."""
    return dict(zip(SIGNALS, values, strict=True))


def _anchors(a: Telling, b: Telling) -> tuple[Values, bool, float]:
    close = kin(a.words, b.words)
    head, shared = a.head == b.head, close.near == 1.0 and not close.related
    light = listed("light")
    says = listed("reporting")
    either_light = a.head in light or b.head in light
    both_say = a.head in says and b.head in says
    values = (
        a.words == b.words,
        head,
        shared,
        close.derived,
        close.synonym,
        close.family,
        close.near,
        near(a.head, b.head),
        close.near**2,
        not close.known,
        either_light,
        either_light and head,
        both_say,
        both_say and head,
        a.named != b.named,
        a.named and b.named,
        (len(a.words) > 1) != (len(b.words) > 1),
    )
    return tuple(float(value) for value in values), shared or close.related, close.near


def _spread(one: float, other: float, related: bool) -> Values:
    """How widely the circle's documents tell of something with these words."""
    least, most = min(one, other), max(one, other)
    return least, most, related * least, related * (most - least)


def _documents(a: Telling, b: Telling, circle: Circle, related: bool, closeness: float) -> Values:
    same = a.document == b.document
    alone, together = (0.0, 0.0) if same else circle.alike(a.document, b.document)
    return (
        float(same),
        float(same and a.sentence == b.sentence),
        alone,
        together,
        0.0 if same else circle.view(a).wide.cosine(circle.view(b).wide),
        related * alone,
        related * together,
        closeness * together,
        float(same and related),
        float(same and a.head == b.head),
    )


def _context(a: Telling, b: Telling, left: View, right: View, related: bool) -> Values:
    context = left.near.cosine(right.near)
    crossed = max(left.before.cosine(right.after), left.after.cosine(right.before))
    mentioned = (a.head in right.near.weights) + (b.head in left.near.weights)
    return (
        context,
        left.before.cosine(right.before),
        left.after.cosine(right.after),
        crossed,
        mentioned / 2,
        related * context,
    )


def _names(a: Telling, b: Telling, related: bool) -> Values:
    one, another = a.names, b.names
    shared = bool(one & another)
    other = bool(one and another) and not shared
    counted = bool(a.counted & b.counted)
    values = (
        shared,
        other,
        bool(a.names_before & b.names_before),
        bool(a.names_after & b.names_after),
        related and other,
        counted,
        bool(a.counted and b.counted) and not counted,
    )
    return tuple(float(value) for value in values)


def _particulars(a: Particulars | None, b: Particulars | None) -> Values:
    if a is None or b is None:
        return (0.0,) * 14
    values = (
        a.type == b.type,
        a.type != b.type,
        *_same(a.mode, b.mode),
        *_overlap(a.actors, b.actors),
        *_overlap(a.recipients, b.recipients),
        *_overlap(a.places, b.places),
        *_within(a.days, b.days),
        *_within(a.deaths or a.injuries, b.deaths or b.injuries),
    )
    return tuple(float(value) for value in values)


def _same(a: str | None, b: str | None) -> tuple[bool, bool]:
    known = a is not None and b is not None
    return known and a == b, known and a != b


def _overlap(a: frozenset[str], b: frozenset[str]) -> tuple[bool, bool]:
    return bool(a & b), bool(a and b and not a & b)


def _within(a: tuple[int, int] | None, b: tuple[int, int] | None) -> tuple[bool, bool]:
    if a is None or b is None:
        return False, False
    meet = a[0] <= b[1] and b[0] <= a[1]
    return meet, not meet
