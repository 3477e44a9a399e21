"""Whether a claim points back at what its document has told of before: "the shooting was at …", "where she died"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allege.claim import Role
from allege.link.incidents.kinds import listed
from allege.link.model import EventClaim
from allege.link.parts.words import WORD, stem
from allege.link.parts.words import listed as stems

POINTERS = ("the", "this", "that", "those")


@dataclass(frozen=True, slots=True)
class Known:
    """What an occurrence was told by: the sentence where each word for it comes first, the people in it, its tolls."""

    words: dict[str, int]
    people: frozenset[str]
    tolls: frozenset[tuple[str, int]]

    @classmethod
    def of(cls, claims: Iterable[EventClaim]) -> Known:
        """From the claims that tell of it."""
        words: dict[str, int] = {}
        people: set[str] = set()
        tolls: set[tuple[str, int]] = set()
        for claim in claims:
            tolls.update(_tolls(claim))
            word = claim.anchor.casefold()
            words[word] = min(claim.start, words.get(word, claim.start))
            people.update(_people(claim))
        return cls(words, frozenset(people), frozenset(tolls))

    def again(self, claim: EventClaim) -> bool:
        """Whether the claim tells of it too, by a word that points back, by who is in it or by its toll."""
        before = self.words.get(claim.anchor.casefold(), claim.start) < claim.start
        if before and pointed_at(claim, POINTERS):
            return True
        return _pronoun(claim) or not (self.people.isdisjoint(_people(claim)) and self.tolls.isdisjoint(_tolls(claim)))


def pointed_at(claim: EventClaim, by: Sequence[str]) -> bool:
    """Whether one of these words stands right before the claim's own."""
    at = claim.anchor_spans[0].start if claim.anchor_spans else claim.start
    before = claim.sentence[: max(0, at - claim.start)].split()
    return bool(before) and before[-1].casefold() in by


def _pronoun(claim: EventClaim) -> bool:
    """Whether one of the parties is "he" or "she": somebody who was named before."""
    parties = (filler for role in (Role.ACTOR, Role.RECIPIENT) for filler in claim.of(role))
    return any(filler.words.casefold() in listed("somebody") for filler in parties)


def _tolls(claim: EventClaim) -> Iterator[tuple[str, int]]:
    """The tolls that a claim gives, but for a single victim, whom many an occurrence has."""
    for role in (Role.DEATHS, Role.INJURIES):
        yield from ((role.value, f.low) for f in claim.of(role) if f.low is not None and f.low > 1)


def _people(claim: EventClaim) -> Iterator[str]:
    """The names of the parties that no list knows: mostly persons, who are seldom in two occurrences."""
    for role in (Role.ACTOR, Role.RECIPIENT):
        for filler in claim.of(role):
            if not filler.entity:
                found = WORD.findall(filler.words)
                yield from (word for word in found[-3:] if word[0].isupper() and stem(word) not in stems("empty"))
