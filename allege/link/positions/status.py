"""What may be said of an incident, from how many origins tell of it and who contradicts. Derived, never stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allege.link.model import Slot, Status
from allege.link.positions.denials import deny
from allege.link.positions.records import QUESTIONS, Denial, Voice


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
    flat = tuple(one for one in grounds.denials if one.flat)
    others = _other_denials(grounds)
    told = _told(grounds.origins, grounds.unknown)
    if grounds.withdrawn:
        return Status.RETRACTED, "every report of it has been withdrawn"
    if flat and grounds.origins < 2:
        return Status.DENIED, f"{told}; {_who(flat)} that it happened"
    if grounds.disputed or flat or any(one.toll or one.unproven for one in grounds.denials):
        parts = [f"disputed: {', '.join(QUESTIONS[slot] for slot in grounds.disputed)}"] if grounds.disputed else []
        parts += [f"{_who(flat)} that it happened"] if flat else []
        return Status.CONTESTED, "; ".join([told, *parts, *others])
    if grounds.origins > 1:
        return Status.CORROBORATED, "; ".join([told, "no answer is disputed", *others])
    return (Status.SINGLE_ORIGIN if grounds.origins else Status.UNCONFIRMED), "; ".join([told, *others])


def _other_denials(grounds: Grounds) -> list[str]:
    """Who denies the toll; and who denies having done it, where no dispute about the doer says so already."""
    out = []
    if toll := tuple(one for one in grounds.denials if one.toll):
        out.append(f"{_who(toll)} the toll")
    if unproven := tuple(one for one in grounds.denials if one.unproven):
        out.append(f"{_named(unproven)} found no evidence that it happened")
    if Slot.ACTOR not in grounds.disputed:
        mine = tuple(one for one in grounds.denials if one.own and not one.partial)
        out += [f"{_who(mine)} having done it"] if mine else []
    return out


def _told(origins: int, unknown: int) -> str:
    texts = f"{unknown} document{'s' if unknown > 1 else ''} of unknown lineage"
    if not origins:
        return f"only {texts} tell{'' if unknown > 1 else 's'} of it" if unknown else "no known origin tells of it"
    tell = f"{origins} independent origin{'s tell' if origins > 1 else ' tells'} of it"
    return f"{tell}, and {texts}" if unknown else tell


def _who(denials: Sequence[Denial]) -> str:
    """ "the army denies"; "the rebels, Vark deny"."""
    return f"{_named(denials)} {deny(list(_voices(denials).values()))}"


def _voices(denials: Sequence[Denial]) -> dict[str, Voice]:
    return {one.voice.key or one.voice.words.casefold(): one.voice for one in denials}


def _named(denials: Sequence[Denial]) -> str:
    names = [one.called or one.words for one in _voices(denials).values()]
    return ", ".join(re.sub(r"^(?:The|An?) ", lambda found: found.group().lower(), name) for name in names[:3])
