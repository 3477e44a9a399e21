"""ACLED's sub-event type where one fits (names as ACLED publishes them; which fits when is ours, see docs/method-claims.md)."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from allege.extract.events.match import Trigger
from allege.extract.nouns import contents, in_class, is_one_of, weapon_class

BY_MODE = {
    ("ASSAULT", "suicide-attack"): "Suicide bomb",
    ("ASSAULT", "aerial"): "Air/drone strike",
    ("ASSAULT", "drone"): "Air/drone strike",
    ("ASSAULT", "heavy-weapons"): "Shelling/artillery/missile attack",
    ("ASSAULT", "explosives"): "Remote explosive/landmine/IED",
    ("ASSAULT", "unconventional"): "Chemical weapon",
    ("ASSAULT", "abduct"): "Abduction/forced disappearance",
    ("ASSAULT", "sexual"): "Sexual violence",
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
CLASHES = frozenset(
    {
        "clash",
        "fight",
        "battle",
        "skirmish",
        "combat",
        "war",
        "gunfight",
        "firefight",
        "encounter",
        "fighting",
        "gunbattle",
        "shootout",
    }
)


def subtype(
    found: Trigger, mode: str | None, agents: Iterable[Token], patients: Iterable[Token], tools: Iterable[Token]
) -> str | None:
    """The sub-event type of an event with these parts, or None."""
    kind, name = found.rule.type, found.rule.name
    doers, victims, arms = list(agents), list(patients), list(tools)
    if kind == "ASSAULT":
        return _assault(found, mode, doers, victims, arms)
    if (
        kind == "PROTEST"
        and mode in ("riot", "vandalize")
        and any(in_class(d, "protester") and d.lemma_ in ("mob", "crowd") for d in doers)
    ):
        return "Mob violence"
    if kind == "SUPPORT" and name in ("sign an agreement", "reach agreement"):
        return "Agreement"
    return BY_MODE.get((kind, mode or ""))


def _assault(
    found: Trigger, mode: str | None, doers: list[Token], victims: list[Token], arms: list[Token]
) -> str | None:
    if mode == "explosives" and any(is_one_of(t, GRENADES) for t in arms):
        return "Grenade"
    if mode == "crowd-control":
        return (
            "Excessive force against protesters"
            if found.rule.name in ("fire in the air",)
            else "Protest with intervention"
        )
    if mode == "destroy":
        return (
            "Mob violence"
            if any(d.lemma_ in ("mob", "crowd", "rioter") for d in doers)
            else "Looting/property destruction"
        )
    if found.rule.name in ("capture territory", "seize control"):
        state = any(is_one_of(t, STATE_FORCES) for d in doers for t in contents(d))
        return "Government regains territory" if state else "Non-state actor overtakes territory"
    listed = BY_MODE.get(("ASSAULT", mode or ""))
    if listed is not None:
        return listed
    if any(in_class(v, "protester") for v in victims) and any(in_class(d, "police") for d in doers):
        return "Excessive force against protesters"
    if any(d.lemma_ in ("mob", "crowd", "rioter") for d in doers):
        return "Mob violence"
    if found.token.lemma_.lower() in CLASHES or any(in_class(v, "armed") for v in victims):
        return "Armed clash"
    return "Attack"


def mode_by_weapon(mode: str | None, found: Trigger, tools: Iterable[Token]) -> str | None:
    """The mode of an assault: that of its rule, made more exact by the weapon that is named."""
    if found.rule.type != "ASSAULT":
        return mode
    words = [*tools, *(c for c in found.token.children if c.dep_ in ("compound", "amod") and c.i < found.token.i)]
    if any(w.lower_ == "suicide" or in_class(w, "suicide") for w in words):
        return "suicide-attack"
    if mode in (None, "targeted", "explosives", "heavy-weapons", "firearms"):
        for word in words:
            name = weapon_class(word)
            if name == "explosive" or (name == "fire" and mode is None):
                return "explosives" if name == "explosive" else "primitive"
            if mode in (None, "targeted") and name == "firearm":
                return mode or "firearms"
            if mode is None and name in ("heavy",):
                return "heavy-weapons"
            if mode != "firearms" and name in ("aerial", "drone", "unconventional", "primitive"):
                return mode if mode == "targeted" else name
    return mode
