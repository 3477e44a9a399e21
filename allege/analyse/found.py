"""A stretch of tokens on its way to becoming a mention, and how several of them live together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from allege.claim import Mention, MentionType, Span

SMALL = frozenset(("the", "a", "an", "this", "that", "these", "those"))


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `[start, end)` and what they name. `rank`: of two that clash, the lower stays.

    `phrase`: it may hold names ("two Example Army officers"). `kind`: of actor, place or role ("police", "town").
    """

    start: int
    end: int
    mention: Mention
    rank: int
    phrase: bool = False
    kind: str = ""


def spans_of(doc: Doc, start: int, end: int) -> tuple[Span, ...]:
    """The characters of tokens `[start, end)`."""
    last = doc[end - 1]
    return (Span(doc[start].idx, last.idx + len(last)),)


def trimmed(doc: Doc, start: int, end: int, *, article: bool = True) -> tuple[int, int]:
    """The tokens without blanks, stray marks, a bracket that they only open and (where `article`) a leading article.

    Empty when nothing is left.
    """
    bracket = next((i for i in range(end - 1, start, -1) if doc[i].text in ("(", ")")), start)
    if doc[bracket].text == "(" and bracket > start:
        end = bracket
    while start < end and (not _is_word(doc[start]) or (article and doc[start].lower_ in SMALL)):
        start += 1
    while end > start and not _is_word(doc[end - 1]):
        end -= 1
    return start, end


def _is_word(token: Token) -> bool:
    text = token.text
    return (text[0].isalnum() or text[-1].isalnum()) and text not in ("'s", "’s", "'S", "’S")


def settled(found: Iterable[Found]) -> tuple[Found, ...]:
    """Those that stay: of two that have the same tokens or cross, or of which a name holds another, one goes.

    A name that ends a phrase for the same actor goes into it ("three Chadian soldiers").
    """
    kept: list[Found] = []
    owner: dict[int, list[Found]] = {}
    for item in sorted(found, key=lambda f: (f.rank, f.start - f.end, f.start)):
        near = {id(k): k for i in range(item.start, item.end) for k in owner.get(i, ())}
        if all(_live_together(k, item) for k in near.values()):
            kept.append(item)
            for i in range(item.start, item.end):
                owner.setdefault(i, []).append(item)
    whole = {(f.end, f.mention.entity) for f in kept if f.phrase and f.mention.entity}
    kept = [f for f in kept if f.phrase or (f.end, f.mention.entity) not in whole]
    return tuple(sorted(kept, key=lambda f: (f.start, f.end)))


def _live_together(old: Found, new: Found) -> bool:
    if (old.start, old.end) == (new.start, new.end):
        return False
    inside = old.start <= new.start and new.end <= old.end
    around = new.start <= old.start and old.end <= new.end
    if not inside and not around:
        return False
    outer, inner = (old, new) if inside else (new, old)
    if outer.phrase or inner.mention.type == MentionType.QUANTITY:
        return not inner.phrase or outer.phrase
    return outer.mention.type == MentionType.ACTOR and inner.mention.type == MentionType.PLACE
