"""Who is blamed, and who owns up: what an attribution does by saying whose deed an assault was.

An attribution's act is read off its cue ("accused", "claimed responsibility"). Here it is read off what is said: an
armed group that tells of its own attack claims it ("the front said that its units attacked the post"), and whoever says
that others are "responsible for" or "behind" one accuses them. Words in data/attribution/blame.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, Certainty, ClaimKind, Role, SourceKind, Spans
from allege.extract.certainty import judge
from allege.extract.chains import Chains
from allege.extract.phrases import phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import conjuncts

FEW = 3
"""Words up from a deed to the word that lays it at somebody's door ("responsible for planning the attack")."""


FIRM = frozenset({Certainty.CT_PLUS, Certainty.PR_PLUS})
"""What a source holds of a deed that it owns up to or lays at others' door, and does not only deny, plan or suppose."""

Said = tuple[Attribution, ...]


def blamed(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications; those at whose door a deed is laid ("blamed the raid on them") are its actors."""
    return [_laid(analysis, p) if _is_assault(p) else p for p in found]


def answered(
    analysis: Analysis, found: Iterable[Predication], said: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The same attributions; plain statements that own up to an assault or lay it at others' door have that act."""
    plain = {item.id: item for item in said if item.act is Act.ASSERT}
    if not plain:
        return said
    chains = Chains(analysis, said)
    acts: dict[str, Act] = {}
    for predication in filter(_is_assault, found):
        chain = chains.of(predication)
        if not chain or chain[-1].id not in plain:
            continue
        act = _act(analysis, chain[-1], predication)
        if act is None or acts.get(chain[-1].id) is Act.CLAIM_RESPONSIBILITY:
            continue
        if judge(analysis, predication, chain).commitments[-1].value in FIRM:
            acts[chain[-1].id] = act
    return tuple(replace(a, act=acts[a.id], why=f"{a.why}, by what is said") if a.id in acts else a for a in said)


def _is_assault(predication: Predication) -> bool:
    return predication.kind is ClaimKind.EVENT and predication.type == "ASSAULT"


def _act(analysis: Analysis, item: Attribution, predication: Predication) -> Act | None:
    """What the source does by telling of the assault; None where it only tells."""
    actors = [f for f in predication.fillers if f.role is Role.ACTOR]
    if any(_is_own(analysis, item.source, f) for f in actors):
        return Act.CLAIM_RESPONSIBILITY if item.source_kind is SourceKind.ARMED_GROUP else None
    lays = actors and any(f"{word} {prep}" in _words("theirs") for word, prep in _ties(analysis.doc[predication.head]))
    return Act.ACCUSE if lays else None


def _ties(deed: Token) -> Iterator[tuple[str, str]]:
    """The (word, preposition) pairs over a deed: "responsible", "for" over "attack" in "responsible for the attack"."""
    at = deed
    for _ in range(FEW):
        prep = at.head
        if at.dep_ in ("pobj", "pcomp") and prep.pos_ == "ADP" and not _is_open(prep.head):
            yield prep.head.lemma_.lower(), prep.lower_
        if at.head.i == at.i or at.dep_ in ("ROOT", "relcl", "advcl"):
            return
        at = at.head


def _is_open(word: Token) -> bool:
    """Whether it is denied, left open or asked that somebody is responsible."""
    around = [*word.children, *(word.head.children if word.dep_ in ("acomp", "attr") else ())]
    return any(c.dep_ == "neg" or c.lower_ in _words("open") for c in around)


def _is_own(analysis: Analysis, source: Spans, filler: Filler) -> bool:
    """Whether the filler is the source itself or its people ("it", "its units", "our fighters", "Front units")."""
    speaker = analysis.head_of(source)
    if speaker is None:
        return False
    who = analysis.resolve(speaker)
    entity = _entity(analysis, who)
    for token in (*analysis.tokens(filler.spans), analysis.doc[filler.head]):
        meant = analysis.resolve(token)
        if token.lower_ in _words("own") or meant.i == who.i:
            return True
        if entity is not None and entity == _entity(analysis, meant):
            return True
    return False


def _entity(analysis: Analysis, token: Token) -> str | None:
    """The entity, or else the name, of the mention with that head."""
    mention = analysis.by_head.get(token.i)
    return None if mention is None else mention.entity or mention.name


def _laid(analysis: Analysis, predication: Predication) -> Predication:
    """The assault with those at whose door its sentence lays it, where it has no actor."""
    deed = analysis.doc[predication.head]
    verb = deed.head
    if deed.dep_ not in ("dobj", "nsubjpass") or any(f.role is Role.ACTOR for f in predication.fillers):
        return predication
    preps = [c for token in (verb, deed) for c in token.children if c.dep_ in ("prep", "dative")]
    door = next((p for p in preps if f"{verb.lemma_.lower()} {p.lower_}" in _words("laid")), None)
    named = [] if door is None else [t for c in door.children if c.dep_ == "pobj" for t in conjuncts(c)]
    if door is None or not named:
        return predication
    kept = [f for f in predication.fillers if f.role is not Role.RECIPIENT or f.head not in {t.i for t in named}]
    actors = [Filler(Role.ACTOR, phrase(token), token.i) for token in named]
    why = f"{predication.why}, {verb.lower_} {door.lower_}"
    return replace(predication, fillers=(*actors, *kept), why=why)


@cache
def _words(name: str) -> frozenset[str]:
    table = data.lexicon("attribution/blame.toml")[name]
    return frozenset(table if isinstance(table, list) else ())
