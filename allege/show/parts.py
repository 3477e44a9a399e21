"""The parts of an incident in words: the sub-events that several claims tell of ("the shooting" within "the siege")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from allege.link.model import EventClaim
from allege.link.positions import Material, View
from allege.show.words import plural, type_words

TWICE = 2
"""Claims from which a part is shown; the others are counted."""

WORDS = 4
"""Words that a part is known by, those told most often."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part: its kind, the words it is told in, how many claims and which documents tell of it."""

    kind: str
    told_as: tuple[str, ...]
    claims: int
    documents: tuple[str, ...]

    @property
    def words(self) -> str:
        """`attack: “attack”, “blast”, “raid”; 25 claims`."""
        said = ", ".join(f"“{word}”" for word in self.told_as)
        return f"{self.kind}: {said}; {plural(self.claims, 'claim')}"


def parts(view: View, material: Material) -> tuple[PartWords, ...]:
    """The parts that more than one claim tells of, those told most often first; none where nothing is told apart."""
    groups = [[material.claims[name] for name in names if name in material.claims] for names in view.incident.parts]
    told = [_part(group) for group in groups if len(group) >= TWICE]
    return tuple(sorted(told, key=lambda one: (-one.claims, one.told_as))) if len(groups) > 1 else ()


def left(view: View, shown: Sequence[PartWords]) -> str:
    """How many parts one claim alone tells of, as a sentence; empty where none or where nothing is told apart."""
    alone = len(view.incident.parts) - len(shown) if len(view.incident.parts) > 1 else 0
    return f"{plural(alone, 'more part')}, told by one claim each" if alone else ""


def _part(group: Sequence[EventClaim]) -> PartWords:
    kinds = Counter(claim.type for claim in group)
    said = Counter(" ".join(claim.anchor.split()).lower() for claim in group if claim.anchor.strip())
    kind = min(kinds, key=lambda one: (-kinds[one], one))
    told_as = tuple(sorted(said, key=lambda word: (-said[word], word))[:WORDS])
    return PartWords(type_words(kind), told_as, len(group), tuple(dict.fromkeys(claim.document for claim in group)))
