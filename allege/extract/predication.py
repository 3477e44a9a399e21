"""What a finder of claims hands over, before anybody asks who says it and how firmly.

A finder is a function `find(analysis) -> Iterator[Predication]`. Finders know nothing of attribution, certainty or
evidence; `assemble.py` brings these together. This is the seam between "what was said" and "how we found it".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from allege.claim import ClaimKind, MentionType, Role, Spans

TOLLS = frozenset({Role.DEATHS, Role.INJURIES})
"""Roles of how many died and were hurt."""


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase in a role. `head`: the index of its head token in `Analysis.doc`; `type` where the role implies one.

    `sum`: low and high of a quantity that the text gives only in parts ("an officer and his two sons").
    """

    role: Role
    spans: Spans
    head: int
    type: MentionType | None = None
    sum: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Predication:
    """One thing said to be, to happen or to be wanted; `head` is the index of the anchor's head token.

    `why` names the rule, `score` is how often such a finding is right (0 … 1). `absorbed`: the anchor's own negation or
    future is part of the type ("will not lift the ban" is a REJECT that did happen) and must not be counted again.
    `laid`: the index of the word by which the deed is laid at its doers' door, where how firmly that is held is read
    off that word and not off the deed ("was not behind the attack"). `settled`: its words say whose deed it was, or
    that nobody is known for it; no doer may be added. `act`: the index of the act that a harm came of, whose doers it
    has: whoever denies the act denies that they did the harm ("denied the raid that killed nine").
    """

    kind: ClaimKind
    type: str
    anchor: Spans
    head: int
    mode: str | None = None
    subtype: str | None = None
    fillers: tuple[Filler, ...] = ()
    score: float = 1.0
    why: str = ""
    absorbed: bool = False
    laid: int | None = None
    settled: bool = False
    act: int | None = None

    def as_state(self, why: str) -> Predication:
        """The same words told as a state: nobody is said to have done it; `why` joins the reason."""
        return replace(self, kind=ClaimKind.STATE, type="STATE", mode=None, why=f"{self.why}, {why}")
