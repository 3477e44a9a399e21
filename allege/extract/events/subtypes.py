"""ACLED's sub-event type where one fits: its names are ACLED's, the rules for it ours (docs/method-claims.md)."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.extract.events.match import Trigger
from allege.extract.nouns import contents, in_class, is_one_of, weapon_class
from allege.extract.wordlists import word_list

BY_MODE = {
    ("ASSAULT", "suicide-attack"): "Suicide bomb",
    ("ASSAULT", "aerial"): "Air/drone strike",
    ("ASSAULT", "drone"): "Air/drone strike",
    ("ASSAULT", "heavy-weapons"): "Shelling/artillery/missile attack",
    ("ASSAULT", "explosives"): "Remote explosive/landmine/IED",
    ("ASSAULT", "unconventional"): "Chemical weapon",
    ("ASSAULT", "abduct"): "Abduction/forced disappearance",
    ("ASSAULT", "sexual"): "Sexual violence",
    ("ASSAULT", "crowd-control"): "Protest with intervention",
    ("PROTEST", "riot"): "Violent demonstration",
    ("PROTEST", "vandalize"): "Violent demonstration",
    ("PROTEST", "demo"): "Peaceful protest",
    ("PROTEST", "strike"): "Peaceful protest",
    ("PROTEST", "hunger"): "Peaceful protest",
    ("PROTEST", "boycott"): "Peaceful protest",
    ("PROTEST", "obstruct"): "Peaceful protest",
    ("COERCE", "arrest"): "Arrests",
    ("COERCE", "seize"): "Looting/property destruction",
    ("RETREAT", "withdraw"): "Non-violent transfer of territory",
    ("RETREAT", "disarm"): "Disrupted weapons use",
    ("RETREAT", "ceasefire"): "Agreement",
    ("MOBILIZE", "militia"): "Change to group/activity",
}
GRENADES = frozenset({"grenade", "hand grenade", "molotov", "stun grenade"})
STATE_FORCES = frozenset({"army", "troop", "force", "soldier", "government", "military", "police", "navy", "coalition"})
MOBS = frozenset({"mob", "crowd", "rioter"})
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

CLASHES = word_list("clashes")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what takes part: doers, those done to, tools; heads of phrases."""

    doers: tuple[Token, ...]
    victims: tuple[Token, ...]
    tools: tuple[Token, ...]

    @property
    def mob(self) -> bool:
        """Whether a mob or crowd does it."""
        return any(d.lemma_.lower() in MOBS for d in self.doers)


def subtype(found: Trigger, mode: str | None, cast: Cast) -> str | None:
    """The sub-event type of an event with these parts, or None."""
    kind, name = found.rule.type, found.rule.name
    if kind == "ASSAULT":
        return _by_means(found, mode, cast) or _by_parties(found, cast)
    if kind == "PROTEST" and mode in ("riot", "vandalize") and cast.mob:
        return "Mob violence"
    if kind == "SUPPORT" and name in ("sign an agreement", "reach agreement", "agree a deal"):
        return "Agreement"
    return BY_MODE.get((kind, mode or ""))


def _by_means(found: Trigger, mode: str | None, cast: Cast) -> str | None:
    """The sub-event type that weapon and manner of an assault give."""
    if mode == "explosives" and any(is_one_of(t, GRENADES) for t in cast.tools):
        return "Grenade"
    if mode == "destroy":
        return "Mob violence" if cast.mob else "Looting/property destruction"
    if found.rule.name in ("capture territory", "seize control"):
        state = any(is_one_of(t, STATE_FORCES) for d in cast.doers for t in contents(d))
        return "Government regains territory" if state else "Non-state actor overtakes territory"
    return BY_MODE.get(("ASSAULT", mode or ""))


def _by_parties(found: Trigger, cast: Cast) -> str:
    """The sub-event type that doers and victims of an assault give."""
    if any(in_class(v, "protester") for v in cast.victims) and any(in_class(d, "police") for d in cast.doers):
        return "Excessive force against protesters"
    if cast.mob:
        return "Mob violence"
    armed = any(in_class(v, "armed") for v in cast.victims)
    return "Armed clash" if armed or found.token.lemma_.lower() in CLASHES else "Attack"


def mode_by_weapon(mode: str | None, found: Trigger, cast: Cast) -> str | None:
    """The mode of an assault: that of its rule, made more exact by the weapon that is named."""
    if found.rule.type != "ASSAULT":
        return mode
    named = [*cast.tools, *(c for c in found.token.children if c.dep_ in ("compound", "amod") and c.i < found.token.i)]
    if any(w.lower_ == "suicide" or in_class(w, "suicide") for w in (*named, *cast.doers)):
        return "suicide-attack"
    better = SHARPENED.get(mode or "", frozenset())
    return next((CLASS_MODES[c] for c in map(weapon_class, named) if c in better), mode)
