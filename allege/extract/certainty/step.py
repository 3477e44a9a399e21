"""One step up the parse: what a clause or a name of an event stands under, and what that leaves of its truth."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.extract.certainty.lexicon import Signature, signature

PASS = signature("", "+/-")
GIVEN = signature("", "F")
ADJUNCT = signature("", "+")
OPEN = signature("", "u")


@dataclass(frozen=True, slots=True)
class Step:
    """From a token to what governs it; None at the root.

    `joins`: from a conjunct to the first one, whose place it takes; `shares`: with the first one's negation and modals.
    """

    governor: Token | None
    signature: Signature = PASS
    why: str = ""
    form: str = ""
    joins: bool = False
    shares: bool = False


ROOT = Step(None)
