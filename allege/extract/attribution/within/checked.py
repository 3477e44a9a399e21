"""What the card of a fact check claims: "Claim: Soldiers burned the mill. Verdict: False." is nobody's by name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from allege.claim import Span
from allege.extract import cards
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Heard, Stretch, minus, trimmed
from allege.extract.attribution.tree import Tree

SURE = 0.9


def checked(tree: Tree, text: str, found: Iterable[Believed]) -> list[Believed]:
    """The same attributions, of which none reaches out of a card, and what each card claims."""
    of_cards = list(_claimed(tree, text))
    kept: list[Believed] = list(found)
    for one in of_cards:
        (held,) = one.heard.content
        kept = [k for b in kept if (k := _inside(b, one.heard.cue, held)) is not None]
    return sorted([*kept, *of_cards], key=lambda b: b.heard.head)


def _claimed(tree: Tree, text: str) -> Iterator[Believed]:
    for card in cards.find(text):
        label, content = _tokens(tree, card.label), trimmed(tree, _tokens(tree, card.content))
        if content is not None and label[0] < label[1] and tree.sentence[label[0]] >= 0:
            cue = tuple(range(*label))
            yield Believed(Heard(cue[-1], "mark", "role", "card", cue, (), (content,)), SURE)


def _tokens(tree: Tree, span: Span) -> Stretch:
    return bisect_right(tree.end, span.start), bisect_left(tree.start, span.end)


def _inside(believed: Believed, label: tuple[int, ...], held: Stretch) -> Believed | None:
    """What is said within a card, cut off where that ends; None for what was heard at its label or reaches into it."""
    heard = believed.heard
    if not set(label).isdisjoint(heard.cue):
        return None
    if not held[0] <= heard.head < held[1]:
        out = tuple(p for piece in heard.content for p in minus(piece, [(label[0], held[1])]))
    else:
        out = tuple((max(a, held[0]), min(z, held[1])) for a, z in heard.content if a < held[1] and z > held[0])
    return replace(believed, heard=replace(heard, content=out)) if out else None
