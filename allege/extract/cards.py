"""Cards of fact checks: "Claim: A video shows …. Verdict: False." What nobody named claims, and the verdict on it.

Labels in `data/certainty/cues.toml` (`cards`); a colon or the end of its line stands behind each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allege.claim import Certainty, Span
from allege.extract.certainty.lexicon import CUES, SIGNATURES

LONGEST = 600
"""Code points of what is claimed, at most."""

VALUES = {"false": Certainty.CT_MINUS, "holds": Certainty.CT_PLUS}
"""What a verdict makes of the claim, by the name of its word's signature; any other ("misleading") leaves it open."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a text sets out to check: spans of the label and of what is claimed; None for a verdict that is open."""

    label: Span
    content: Span
    value: Certainty | None


def find(text: str) -> Iterator[Card]:
    """The cards of a text, in order."""
    for found in _pattern().finditer(text):
        yield Card(Span(*found.span("label")), Span(*found.span("content")), _value(found["verdict"]))


def _value(verdict: str) -> Certainty | None:
    *before, word = (word.casefold() for word in re.findall(r"\w+", verdict))
    known = SIGNATURES.get((word, "subject"))
    return VALUES.get(known.name) if known is not None and CUES.cards["wholly"].issuperset(before) else None


@cache
def _pattern() -> re.Pattern[str]:
    claims, verdicts = ("|".join(map(re.escape, sorted(CUES.cards[name]))) for name in ("claims", "verdicts"))
    opens, behind = r"(?:^|(?<=[.!?”\"] ))", r"[ \t]*(?::|\n)\s*"
    return re.compile(
        rf"^(?P<label>(?:the )?(?:{claims})){behind}[“\"]?(?P<content>\S[^\0]{{3,{LONGEST}}}?)[”\"]?\s+"
        rf"{opens}(?:(?:our|the) )?(?:{verdicts}){behind}(?P<verdict>\w+(?: \w+){{,2}})(?=[.!;,\n]|$)",
        re.IGNORECASE | re.MULTILINE,
    )
