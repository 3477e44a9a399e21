"""Rules and encoder together: the sub-event type of an event, given what its sentence tells of.

The encoder knows a sentence by its words, not which of its events is which; so only types that an event of its PLOVER
type can have are asked about, and what the rules read off the event itself counts for much.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from allege.analyse import data
from allege.analyse.encoder.heads import SCENES, Floats
from allege.extract.predication import Predication
from allege.extract.subevents.rules import BY_MODE, TAKING
from allege.extract.wordlists import has_list, word_list

NAMES: Mapping[str, str] = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MOB_VIOL": "Mob violence",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
}
"""ACLED's names of the scenes that are sub-event types; the other scenes are none."""

CODES: Mapping[str, str] = {name: code for code, name in NAMES.items()}

PEACEFUL = frozenset({"PEACE_PROTEST", "AGREEMENT", "ARREST", "HQ_ESTABLISHED", "CHANGE_TO_GROUP_ACT", "OTHER"})
FINER = frozenset({"CHEM_WEAP", "SUIC_BOMB", "GRENADE", "DISR_WEAP"})
"""What an attack with a weapon may be as well: shelling with gas, a bomb that somebody wore, one that was found."""

LAND = frozenset({"GOV_REGAINS_TERIT", "NON_STATE_ACTOR_OVERTAKES_TER", "NON_VIOL_TERRIT_TRANSFER"})
"""Land that changes hands: a rule for that is no other attack, and a rule for another attack is not that."""

FIGHTING, UNFOUGHT = word_list("fighting"), frozenset({"NON_VIOL_TERRIT_TRANSFER"})
"""Rules of fights, by which land may be won, but not without one."""

SHOOTING = frozenset({"DISR_WEAP", "REM_EXPLOS"})
"""What is told with words of shooting, and no shot is."""

GONE: Mapping[str, frozenset[str]] = {"firearms": SHOOTING, "beat": frozenset({"ABDUCT_DISSAP"})}
"""By its mode what an assault is not: whoever is beaten "in detention" is not abducted by that."""

CUSTODY = word_list("custody")
"""Words of places where no crowd comes."""

UNREST = frozenset({"PEACE_PROTEST", "PROTEST_WITH_INTER", "FORCE_AGAINST_PROTEST", "VIOL_DEMONSTR", "MOB_VIOL"})
GROUPS = frozenset({"CHANGE_TO_GROUP_ACT", "HQ_ESTABLISHED", "NON_VIOL_TERRIT_TRANSFER", "OTHER", "AGREEMENT"})
WORDS = frozenset({"AGREEMENT", "CHANGE_TO_GROUP_ACT"})

POSSIBLE: Mapping[str, frozenset[str]] = {
    "ASSAULT": frozenset(NAMES) - PEACEFUL,
    "PROTEST": UNREST,
    "COERCE": frozenset({"PROTEST_WITH_INTER", "ARREST", "ABDUCT_DISSAP", "PROPERTY_DISTRUCT", "DISR_WEAP", "OTHER"}),
    "MOBILIZE": GROUPS | {"DISR_WEAP", "GOV_REGAINS_TERIT", "PROTEST_WITH_INTER", "NON_STATE_ACTOR_OVERTAKES_TER"},
    "RETREAT": GROUPS | {"DISR_WEAP"},
    "CONCEDE": WORDS | {"NON_VIOL_TERRIT_TRANSFER"},
    "SUPPORT": WORDS,
    "AGREE": WORDS,
    "COOPERATE": WORDS,
    "CONSULT": WORDS,
    "SANCTION": frozenset({"CHANGE_TO_GROUP_ACT", "PROPERTY_DISTRUCT", "OTHER"}),
}
"""By PLOVER type, the scenes that an event of that type can be."""

ALWAYS = frozenset({"ASSAULT", "PROTEST"})
"""Types that always have a sub-event type; the others only where the encoder or the rules are sure."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, as fitted: the rules' type where a weapon gave it (`means`) and otherwise (`rule`), as a
    difference of log chances; `least`: the chance from which an event has a type that the rules do not see.
    """

    means: float
    rule: float
    least: float


def weighed(
    predication: Predication, ruled: str | None, told: Floats | None, words: Collection[str], weights: Weights
) -> str | None:
    """The sub-event type of an event for which the rules say `ruled`; `words`: those of its sentence, in small letters.

    `told`: the chances of all scenes for its sentence; None without an encoder, where the rules decide alone.
    """
    possible = _possible(predication)
    if predication.type == "ASSAULT" and not CUSTODY.isdisjoint(words):
        possible -= {"MOB_VIOL"}
    if told is None or not possible:
        return ruled
    by_means = predication.type == "ASSAULT" and predication.mode in BY_MODE
    chance = {NAMES[name]: float(told[at]) for at, name in enumerate(SCENES) if name in possible}
    chance = {name: one for name, one in chance.items() if _grounded(name, words)}
    if ruled is not None:
        chance[ruled] = float(told[SCENES.index(CODES[ruled])])
    if not chance:
        return ruled
    bonus = weights.means if by_means else weights.rule
    worth = {name: np.log(one + 1e-3) + bonus * (name == ruled) for name, one in chance.items()}
    best = max(worth, key=lambda name: worth[name])
    sure = best == ruled or predication.type in ALWAYS or chance[best] >= weights.least
    return best if sure else ruled


def _possible(predication: Predication) -> frozenset[str]:
    """The scenes that an event can be, by its type, its weapon and the rule that found it."""
    possible = POSSIBLE.get(predication.type, frozenset())
    if predication.type == "PROTEST" and predication.mode == "demo":
        return possible - {"MOB_VIOL"}  # a march is at worst a violent demonstration
    if predication.type != "ASSAULT":
        return possible
    if predication.mode in BY_MODE:
        return FINER
    rule = predication.why.split(",")[0]
    if rule in TAKING:
        return LAND | {"ARMED_CLASH"}
    if rule.startswith("encoder"):
        return possible
    gone = GONE.get(predication.mode or "", frozenset())
    return possible - (UNFOUGHT if rule in FIGHTING else LAND) - gone


def _grounded(name: str, words: Collection[str]) -> bool:
    """Whether a sentence has a word that bears a sub-event type out, where its list asks for one."""
    asked = _grounds().get(name)
    return asked is None or any(f"{word}." in asked or word.startswith(asked) for word in words)


@cache
def _grounds() -> Mapping[str, tuple[str, ...]]:
    """The beginnings of words that bear each name out; one with a full stop behind it is the whole word."""
    return {name: tuple(word_list(key)) for name in CODES if has_list(key := f"grounds: {name}")}


@cache
def fitted() -> Weights:
    """Those of `allege/data/events/subevents.toml`."""
    table = data.lexicon("events/subevents.toml")
    return Weights(*(float(str(table[name])) for name in Weights.__slots__))
