"""Harm that nobody did: deaths and damage in sentences that tell of a disaster are no assaults.

"At least 28 people died and a hundred were wounded" names nobody; what stands around it says whether an earthquake, a
collision or an attack was told of. The rules know a disaster by its name ("an avalanche hit"), the encoder by the rest.
A text that tells of an assault by somebody elsewhere is about that: there the encoder's guess is not asked for, nor
beside "the bombardment" or "a blast". Accidents that name their cause ("a gas explosion") are told by `mishaps`.
"""

from __future__ import annotations

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.heads import SCENES, Floats
from allege.claim import ClaimKind, Role
from allege.extract.events.means import OF_WAR
from allege.extract.nouns import WILLED, in_class, kind
from allege.extract.predication import Predication

DISASTERS = tuple(SCENES.index(name) for name in ("NATURAL_DISASTER", "MAN_MADE_DISASTER"))
SURE = 0.5
"""Chance of a disaster, in the sentence or the one before, from which what nobody did is no assault."""


def blameless(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications; assaults by nobody in what tells of a disaster are states."""
    assaults = [n for n, p in enumerate(found) if p.type == "ASSAULT" and p.kind is ClaimKind.EVENT]
    at = [n for n in assaults if _by_nobody(analysis, found[n]) and not _is_attack(analysis, found[n])]
    if analysis.encoded is None or not at or len(at) < len(assaults):
        return found
    fought = {analysis.sentence_of(analysis.doc[found[n].head]) for n in assaults if _is_of_war(found[n])}
    at = [n for n in at if analysis.sentence_of(analysis.doc[found[n].head]) not in fought]
    heads = [analysis.doc[found[n].head] for n in at]
    before = [analysis.doc[max(head.sent.start - 1, 0)] for head in heads]
    told = analysis.encoded.scenes([analysis.sentence_of(token) for token in (*heads, *before)])
    out = list(found)
    for n, here, earlier in zip(at, told[: len(at)], told[len(at) :], strict=True):
        if max(disaster(here), disaster(earlier)) > SURE:
            out[n] = found[n].as_state("in a disaster")
    return out


def _is_of_war(predication: Predication) -> bool:
    """Whether it names a weapon of war, or two sides that fight: "the toll of a battle between two clans"."""
    return predication.mode in OF_WAR or predication.why.split(",")[0] in ("clash", "fight")


def _is_attack(analysis: Analysis, predication: Predication) -> bool:
    """Whether a noun for what is only done on purpose names it: "the toll of the strike", "of the raid"."""
    return analysis.doc[predication.head].pos_ == "NOUN" and predication.why.split(",")[0] == "attack"


def disaster(told: Floats | None) -> float:
    """The chance that a sentence tells of a disaster."""
    return 0.0 if told is None else float(told[list(DISASTERS)].sum())


def _by_nobody(analysis: Analysis, predication: Predication) -> bool:
    """Whether nobody that has a will did it, and no weapon."""
    doers = [analysis.doc[f.head] for f in predication.fillers if f.role is Role.ACTOR]
    armed = any(f.role is Role.INSTRUMENT for f in predication.fillers)
    return not armed and not any(kind(analysis, t) in WILLED and not in_class(t, "disaster") for t in doers)
