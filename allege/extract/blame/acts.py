"""What an attribution does by saying whose deed an assault was.

An attribution's act is read off its cue ("accused", "claimed responsibility"). Here it is read off what is said: an
armed group that tells of its own attack claims it ("the front said that its units attacked the post"), whoever says
that others are "responsible for" or "behind" one accuses them, and whoever says so of itself owns up. The same holds
of who answers whose a deed was that is known already ("the attack was carried out by the front", "it was the front that
bombed it"); to tell of a deed with its doers ("rebels killed two farmers") is to report it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, Certainty, Role, SourceKind, covers
from allege.extract.blame.doers import is_assault
from allege.extract.blame.links import COMMITTED, words
from allege.extract.blame.own import is_own
from allege.extract.blame.tie import Tie
from allege.extract.certainty import judge
from allege.extract.certainty.local import is_definite
from allege.extract.chains import Chains
from allege.extract.predication import Predication
from allege.extract.roles import frame

FIRM = frozenset({Certainty.CT_PLUS, Certainty.PR_PLUS})
"""What a source holds of a deed that it owns up to or lays at others' door, and does not only deny, plan or suppose."""


def answered(
    analysis: Analysis, found: Iterable[Predication], said: tuple[Attribution, ...], tied: Mapping[int, Tie]
) -> tuple[Attribution, ...]:
    """The same attributions; plain statements that own up to an assault or lay it at others' door have that act."""
    plain = {item.id: item for item in said if item.act is Act.ASSERT}
    if not plain:
        return said
    chains = Chains(analysis, said)
    acts: dict[str, Act] = {}
    for predication in filter(is_assault, found):
        chain = chains.of(predication)
        if not chain or chain[-1].id not in plain:
            continue
        act = _act(analysis, chain[-1], predication, tied.get(predication.head))
        if act is None or acts.get(chain[-1].id) is Act.CLAIM_RESPONSIBILITY:
            continue
        if judge(analysis, predication, chain).commitments[-1].value in FIRM:
            acts[chain[-1].id] = act
    return tuple(replace(a, act=acts[a.id], why=f"{a.why}, by what is said") if a.id in acts else a for a in said)


def _act(analysis: Analysis, item: Attribution, predication: Predication, tie: Tie | None) -> Act | None:
    """What the source does by telling of the assault; None where it only tells."""
    actors = [f for f in predication.fillers if f.role is Role.ACTOR]
    states = tie is not None and tie.act is None and not _is_open(tie.word)
    states = states or _names_doer(analysis.doc[predication.head])
    if any(is_own(analysis, item.source, f) for f in actors):
        if _lies_ahead(analysis.doc[predication.head], item):
            return None
        named = item.source_kind in (SourceKind.ARMED_GROUP, SourceKind.UNNAMED, SourceKind.DOCUMENT, SourceKind.MEDIA)
        return Act.CLAIM_RESPONSIBILITY if states or named else None
    return Act.ACCUSE if actors and states else None


def _lies_ahead(deed: Token, item: Attribution) -> bool:
    """Whether it is told what will become of the deeds: "they will step up | their attacks" owns up to none."""
    over = (t for t in deed.ancestors if t.pos_ == "VERB" and covers(item.content, t.idx))
    return any(c.dep_ == "aux" and c.lower_ in WILL for t in over for c in t.children)


WILL = frozenset({"will", "'ll", "’ll", "shall"})


def _names_doer(deed: Token) -> bool:
    """Whether the words tell who did what is known to have been done, and no more."""
    over = deed.head
    if deed.pos_ == "VERB" and deed.dep_ == "relcl":  # "it was the front that bombed the mill"
        over = over.head.head if over.dep_ == "pobj" and over.head.lower_ == "of" else over  # "members of | the front"
        return over.dep_ == "attr" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in over.head.children)
    done = deed.dep_ == "nsubjpass" and over.lemma_ in COMMITTED and bool(frame(over).agents)
    return done and is_definite(deed)


def _is_open(word: Token) -> bool:
    """Whether it is denied, left open or asked that somebody is responsible."""
    around = [*word.children, *(word.head.children if word.dep_ in ("acomp", "attr") else ())]
    return any(c.dep_ == "neg" or c.lower_ in words("open") for c in around)
