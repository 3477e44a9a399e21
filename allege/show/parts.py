"""The parts of an incident in words: the sub-events that several claims tell of ("the shooting" within "the siege")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allege.link.model import EventClaim, Slot
from allege.link.positions import Material, Standing, View
from allege.show.words import plural, type_words

TWICE = 2
"""Claims from which a part is shown; the others are counted."""

WORDS = 4
"""Words that a part is known by, those told most often."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part: its kind, the words it is told in, how many claims and which documents tell of it, who did it.

    `who` names only whom nobody says to have done the whole, `killed` the tolls that are told of this part alone.
    """

    kind: str
    told_as: tuple[str, ...]
    claims: int
    documents: tuple[str, ...]
    who: tuple[str, ...] = ()
    killed: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """`attack: “attack”, “blast”, “raid”; 25 claims`."""
        said = ", ".join(f"“{word}”" for word in self.told_as)
        who = f"; who: {', '.join(self.who)}" if self.who else ""
        killed = f"; killed: {' / '.join(self.killed)}" if self.killed else ""
        return f"{self.kind}: {said}{who}{killed}; {plural(self.claims, 'claim')}"


def parts(view: View, material: Material) -> tuple[PartWords, ...]:
    """The parts that more than one claim tells of or that have a doer or dead of their own.

    Those told most often come first; none where nothing is told apart.
    """
    who: dict[str, list[str]] = {}
    for one in view.doers_of_parts:
        who.setdefault(one.claim, []).append(one.value.words)
    tolls, whole = _tolls(view)
    groups = [[material.claims[name] for name in names if name in material.claims] for names in sub_events(view)]
    found = [_part(group, who, tolls if whole.isdisjoint(claim.id for claim in group) else {}) for group in groups]
    told = [one for one in found if one.claims >= TWICE or one.who or one.killed]
    return tuple(sorted(told, key=lambda one: (-one.claims, one.told_as))) if len(groups) > 1 else ()


def left(view: View, shown: Sequence[PartWords]) -> str:
    """How many parts one claim alone tells of, as a sentence; empty where none or where nothing is told apart."""
    found = len(sub_events(view))
    alone = found - len(shown) if found > 1 else 0
    return f"{plural(alone, 'more part')}, told by one claim each" if alone else ""


def sub_events(view: View) -> tuple[tuple[str, ...], ...]:
    """The parts in which more than words is told: an accusation after the attack is no part of it."""
    spoken = frozenset(view.speech)
    return tuple(names for names in view.incident.parts if not spoken.issuperset(names))


def _tolls(view: View) -> tuple[dict[str, str], set[str]]:
    """The dead that claims count of a part alone, and the claims that count those of the whole."""
    given = [one for answer in view.slot(Slot.DEATHS).answers for one in answer.given]
    tolls = {one.claim: one.value.words for one in given if one.standing is Standing.OF_PART}
    return tolls, {one.claim for one in given} - tolls.keys()


def _part(group: Sequence[EventClaim], who: Mapping[str, Sequence[str]], tolls: Mapping[str, str]) -> PartWords:
    kinds = Counter(claim.type for claim in group)
    said = Counter(" ".join(claim.anchor.split()).lower() for claim in group if claim.anchor.strip())
    kind = min(kinds, key=lambda one: (-kinds[one], one))
    told_as = tuple(sorted(said, key=lambda word: (-said[word], word))[:WORDS])
    documents = tuple(dict.fromkeys(claim.document for claim in group))
    doers = tuple(dict.fromkeys(words for claim in group for words in who.get(claim.id, ())))
    killed = tuple(dict.fromkeys(tolls[claim.id] for claim in group if claim.id in tolls))
    return PartWords(type_words(kind), told_as, len(group), documents, doers, killed)
