"""The sub-event type that an event's own type, mode, words and parties give. One function for each of PLOVER's types.

Definitions are ACLED's (codebook, "Event types and sub-event types"), the rules ours: docs/method-claims.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Role
from allege.extract.nouns import is_one_of
from allege.extract.predication import Predication
from allege.extract.roles import children
from allege.extract.subevents.sides import ARMED, Side, any_in, heads, sides
from allege.extract.wordlists import word_list

BY_MODE: Mapping[str, str] = {
    "suicide-attack": "Suicide bomb",
    "aerial": "Air/drone strike",
    "drone": "Air/drone strike",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "explosives": "Remote explosive/landmine/IED",
    "unconventional": "Chemical weapon",
    "abduct": "Abduction/forced disappearance",
    "sexual": "Sexual violence",
    "crowd-control": "Protest with intervention",
}
"""Assaults whose manner alone tells."""

GRENADES, AGAIN, CLASHES = word_list("grenades"), word_list("taken again"), word_list("clashes")
UNRESISTED, TAKING, LYNCHING = word_list("unresisted"), word_list("taking land"), word_list("lynching")

GASES, DELIVERED = word_list("gases"), frozenset({"heavy-weapons", "aerial", "drone", "explosives"})
"""What poisons, and what may carry it."""


NAMES = frozenset({"PERSON", "GPE", "LOC", "FAC"})
"""Kinds of names that tell nothing of what was done."""


@dataclass(frozen=True)
class Event:
    """An event with its parties, as the rules below look at it."""

    analysis: Analysis
    predication: Predication

    @property
    def token(self) -> Token:
        """The head of its anchor."""
        return self.analysis.doc[self.predication.head]

    @property
    def rule(self) -> str:
        """The name of the rule that found it."""
        return self.predication.why.split(",")[0]

    @cached_property
    def doers(self) -> frozenset[Side]:
        """The sides of whoever did it."""
        return sides(self.analysis, self.predication, Role.ACTOR)

    @cached_property
    def hit(self) -> frozenset[Side]:
        """The sides of whom or what it was done to."""
        return sides(self.analysis, self.predication, Role.RECIPIENT)

    @cached_property
    def objects(self) -> list[Token]:
        """What it was done to, and what its words name: recipients, the verb's own objects, what a noun is "of"."""
        found = heads(self.analysis, self.predication, Role.RECIPIENT, Role.INSTRUMENT)
        found += children(self.token, "dobj", "nsubjpass")
        found += [t for prep in children(self.token, "prep") if prep.lower_ == "of" for t in children(prep, "pobj")]
        return found

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of the sentence as written, in small letters, but for names: of "Ola Holder" nobody was held."""
        return frozenset(t.lower_ for t in self.token.sent if t.ent_type_ not in NAMES)

    @cached_property
    def words(self) -> frozenset[str]:
        """The lemmas of the sentence in small letters."""
        return frozenset(t.lemma_.lower() for t in self.token.sent)


def assault(event: Event) -> str | None:
    """ASSAULT: by its means, else by what is taken or destroyed, else by who meets whom."""
    mode = event.predication.mode or ""
    if mode in ("explosives", "firearms") and any(is_one_of(t, GRENADES) for t in event.objects):
        return "Grenade"
    if event.token.lemma_.lower() in LYNCHING:
        return "Mob violence"
    if mode in BY_MODE:
        poison = mode in DELIVERED and any(t.lower_ in GASES for t in event.token.subtree)
        return "Chemical weapon" if poison else BY_MODE[mode]
    if mode == "destroy":
        return _crowd(event) or "Looting/property destruction"
    return _taken(event) if event.rule in TAKING else _met(event)


def _taken(event: Event) -> str:
    """Territory that changes hands: without a fight, back to the state, or to others."""
    if _unresisted(event):
        return "Non-violent transfer of territory"
    if Side.STATE in event.doers or (not event.doers & ARMED and event.token.lemma_.lower() in AGAIN):
        return "Government regains territory"
    return "Non-state actor overtakes territory"


def _unresisted(event: Event) -> bool:
    return any(word in event.token.sent.text.lower() for word in UNRESISTED)


def _met(event: Event) -> str:
    """Who meets whom."""
    if Side.PROTESTERS in event.hit and Side.STATE in event.doers:
        return "Excessive force against protesters"
    crowd = _crowd(event)
    if crowd is not None:
        return crowd
    armed = event.hit & ARMED or any_in(heads(event.analysis, event.predication, Role.RECIPIENT), "armed")
    armed = armed or event.token.lemma_.lower() in CLASHES
    return "Armed clash" if armed else "Attack"


def _crowd(event: Event) -> str | None:
    """What a crowd does: to people it is mob violence, to the state and to things a violent demonstration."""
    if not event.doers & {Side.MOB, Side.PROTESTERS}:
        return None
    return "Mob violence" if Side.PEOPLE in event.hit and Side.MOB in event.doers else "Violent demonstration"


def protest(event: Event) -> str:
    """PROTEST: violent where the protesters are."""
    if event.predication.mode in ("riot", "vandalize"):
        return _crowd(event) or "Violent demonstration"
    return "Peaceful protest"


def coercion(event: Event) -> str | None:
    """COERCE: arrests, weapons taken, property taken, people made to disappear or to move."""
    mode = event.predication.mode
    if mode == "arrest":
        return "Protest with intervention" if Side.PROTESTERS in event.hit else "Arrests"
    if mode == "seize":
        return _seized(event)
    if mode in ("curfew", "martial-law", "deport"):
        return "Other"
    if event.rule in ("stop by police", "control a crowd") and Side.PROTESTERS in event.hit:
        return "Protest with intervention"
    return None


def _seized(event: Event) -> str | None:
    if any_in(event.objects, "explosive", "firearm", "heavy", "weapons", "unconventional"):
        return "Disrupted weapons use"
    if any_in(event.objects, "property") and event.rule != "search":
        return "Looting/property destruction"
    return None


def move(event: Event) -> str | None:
    """MOBILIZE: bases, weapons made harmless, groups that change."""
    if event.rule == "set up a base":
        return "Headquarters or base established"
    if event.rule in ("make a weapon harmless", "set off a find", "stop a weapon"):
        return "Disrupted weapons use"
    return "Change to group/activity" if event.doers & ARMED or event.predication.mode == "militia" else None


def withdrawal(event: Event) -> str | None:
    """RETREAT, CONCEDE: land left, captives freed, fire ceased."""
    mode = event.predication.mode
    if mode == "withdraw":
        land = any_in(event.objects, "territory") or Side.TERRITORY in event.hit
        return "Non-violent transfer of territory" if land else "Change to group/activity"
    if mode == "ceasefire":
        return "Agreement"
    if mode == "release":
        return "Agreement" if any_in(event.objects, "captive") else None
    return None


def accord(event: Event) -> str | None:
    """SUPPORT, AGREE, COOPERATE, CONSULT: agreements between those who fight, groups that join."""
    if event.rule in ("join forces", "ally", "join") and event.doers & {Side.GROUP}:
        return "Change to group/activity"
    if event.words & word_list("accords"):
        return "Agreement"
    return None


RULES: Mapping[str, Callable[[Event], str | None]] = {
    "ASSAULT": assault,
    "PROTEST": protest,
    "COERCE": coercion,
    "MOBILIZE": move,
    "RETREAT": withdrawal,
    "CONCEDE": withdrawal,
    "SUPPORT": accord,
    "AGREE": accord,
    "COOPERATE": accord,
    "CONSULT": accord,
}
