"""What may be said of an incident, from how many origins tell of it and who contradicts. Derived, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allege.link.model import Slot, Status
from allege.link.positions.records import QUESTIONS, Denial


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a status rests on. `withdrawn`: all who told of it have taken it back."""

    origins: int
    unknown: int
    disputed: tuple[Slot, ...]
    denials: tuple[Denial, ...]
    withdrawn: bool


def status(grounds: Grounds) -> tuple[Status, str]:
    """The status with its reason in words.

    retracted: whoever told of it has withdrawn it. denied: its happening is denied and fewer than two independent known
    origins tell of it. contested: they do and it is denied, or answers to a slot do not fit each other. corroborated:
    two or more independent known origins. single-origin: one. unconfirmed: none whose lineage is known.
    """
    flat = tuple(one for one in grounds.denials if one.actor is None)
    told = _told(grounds.origins, grounds.unknown)
    if grounds.withdrawn:
        return Status.RETRACTED, "every report of it has been withdrawn"
    if flat and grounds.origins < 2:
        return Status.DENIED, f"{told}; {_who(flat)} that it happened"
    if grounds.disputed or flat:
        parts = [f"disputed: {', '.join(QUESTIONS[slot] for slot in grounds.disputed)}"] if grounds.disputed else []
        parts += [f"{_who(flat)} that it happened"] if flat else []
        return Status.CONTESTED, "; ".join([told, *parts])
    if grounds.origins > 1:
        return Status.CORROBORATED, f"{told}; no answer is disputed"
    return (Status.SINGLE_ORIGIN if grounds.origins else Status.UNCONFIRMED), told


def _told(origins: int, unknown: int) -> str:
    texts = f"{unknown} document{'s' if unknown > 1 else ''} of unknown lineage"
    if not origins:
        return f"only {texts} tell{'' if unknown > 1 else 's'} of it" if unknown else "no known origin tells of it"
    tell = f"{origins} independent origin{'s tell' if origins > 1 else ' tells'} of it"
    return f"{tell}, and {texts}" if unknown else tell


def _who(denials: Sequence[Denial]) -> str:
    who = list(dict.fromkeys(one.voice.words for one in denials))
    return f"{', '.join(who[:3])} {'deny' if len(who) > 1 else 'denies'}"
