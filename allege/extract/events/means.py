"""With what an assault was done: the weapon that is named makes the mode of its rule more exact."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.extract.events.match import Trigger
from allege.extract.nouns import in_class, weapon_class

CLASS_MODES = {
    "explosive": "explosives",
    "fire": "primitive",
    "firearm": "firearms",
    "heavy": "heavy-weapons",
    "aerial": "aerial",
    "drone": "drone",
    "unconventional": "unconventional",
    "primitive": "primitive",
}
SHARPENED = {
    "": frozenset(CLASS_MODES),
    "explosives": frozenset({"aerial", "drone", "unconventional"}),
    "heavy-weapons": frozenset({"explosive", "aerial", "drone", "unconventional"}),
    "firearms": frozenset({"explosive"}),
    "targeted": frozenset({"explosive"}),
}
"""Which class of weapon makes a rule's mode more exact."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: doers and tools; heads of phrases."""

    doers: tuple[Token, ...]
    tools: tuple[Token, ...]


def mode_by_weapon(mode: str | None, found: Trigger, cast: Cast) -> str | None:
    """The mode of an assault: that of its rule, made more exact by the weapon that is named."""
    if found.rule.type != "ASSAULT":
        return mode
    named = [*cast.tools, *(c for c in found.token.children if c.dep_ in ("compound", "amod") and c.i < found.token.i)]
    if any(w.lower_ == "suicide" or in_class(w, "suicide") for w in (*named, *cast.doers)):
        return "suicide-attack"
    better = SHARPENED.get(mode or "", frozenset())
    return next((CLASS_MODES[c] for c in map(weapon_class, named) if c in better), mode)
