"""Harm that the words themselves call an accident: nobody's deed, whoever sat at the wheel or owned the shell.

"A shell went off by accident", "a fire caused by a short circuit destroyed the clinic", "the driver lost control and
killed six". What is told stays, with its dead and wounded, as a state; nobody is said to have done it. What somebody
did by mistake ("the army accidentally bombed a village") is a deed all the same. Words in data/events/mishaps.toml.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Role
from allege.extract.nouns import WILLED, in_class, is_one_of, kind, weapon_class
from allege.extract.predication import Predication
from allege.extract.roles import RELATIVE, antecedent, children

WHY = "in an accident"
JOINED = frozenset({"advcl", "conj", "xcomp", "ccomp", "relcl", "acl", "pcomp"})
"""How the clauses of one accident hang on each other: "killed when it went off", "went off, killing"."""

STEPS = 4


def unwilled(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications in order; assaults told as accidents are states without a doer, relations in them gone."""
    assaults = {p.head: p for p in found if p.kind is ClaimKind.EVENT and p.type == "ASSAULT"}
    told = {head for head in assaults if _is_mishap(analysis.doc[head]) or _falls(analysis, head, assaults)}
    if not told:
        return found
    told |= {head for head, p in assaults.items() if not _by_somebody(analysis, p) and _hangs_on(analysis, head, told)}
    out = []
    for p in found:
        if p.head in told and p.head in assaults and p.kind is ClaimKind.EVENT:
            kept = tuple(f for f in p.fillers if f.role is not Role.ACTOR)
            out.append(replace(p.as_state(WHY), fillers=kept))
        elif p.kind is not ClaimKind.RELATION or p.head not in told:
            out.append(p)
    return out


def _falls(analysis: Analysis, head: int, assaults: Collection[int]) -> bool:
    """Whether a craft that only crashed did the harm: "a helicopter crashed, | killing four"; nobody struck it."""
    deed = analysis.doc[head]
    crash = next((t for t in _up(deed) if t.lemma_ in words("falling") and not children(t, "dobj")), None)
    if (
        crash is None
        or deed.tag_ != "VBG"
        or any(analysis.doc[h].sent.start == deed.sent.start for h in assaults if h != head)
    ):
        return False
    return any(in_class(t, "aerial") or is_one_of(t, words("vehicles")) for t in children(crash, "nsubj"))


def _hangs_on(analysis: Analysis, head: int, told: set[int]) -> bool:
    """Whether a clause is part of one that tells of an accident, or the other way round."""
    own = [t.i for t in _up(analysis.doc[head])]
    return any(other in own or head in [t.i for t in _up(analysis.doc[other])] for other in told)


def _up(token: Token) -> Iterator[Token]:
    """The clauses that a clause hangs on, nearest first."""
    at = token
    for _ in range(STEPS):
        if at.dep_ not in JOINED:
            return
        at = at.head if at.dep_ != "pcomp" else at.head.head
        if at.pos_ == "NOUN":  # "of the lorry, which hit a bus"
            at = next((t for t in at.ancestors if t.pos_ in ("VERB", "AUX")), at)
        yield at


def _by_somebody(analysis: Analysis, p: Predication) -> bool:
    doers = (analysis.doc[f.head] for f in p.fillers if f.role is Role.ACTOR)
    return any(kind(analysis, t) in WILLED and not weapon_class(t) and not _is_accident(t) for t in doers)


def _is_mishap(deed: Token) -> bool:
    """Whether words at the deed, or at the clause that tells how it came to it, call it an accident."""
    if deed.pos_ == "NOUN" and _is_accident(deed):
        return True
    verb = deed if deed.pos_ == "VERB" else next((t for t in islice(deed.ancestors, STEPS) if t.pos_ == "VERB"), deed)
    clauses = [verb, *_up(verb)]
    row = [verb, *children(verb, "advcl")]  # "killed when their plane crashed because of a failure"
    drowned = verb.lemma_ in words("drowning") and any(_floods(clause) for clause in clauses)
    sudden = drowned or _bursts(verb) or any(_loses_control(clause) for clause in clauses)
    return sudden or any(map(_happens_so, row)) or _runs_over(verb)


def _floods(clause: Token) -> bool:
    """Whether water broke out by itself: "the river burst its banks"; not "after rebels shelled the dam"."""
    return _bursts(clause) and not any(c.lemma_ in words("breaking") for c in children(clause, "advcl"))


def _bursts(verb: Token) -> bool:
    waters = (t for t in children(verb, "nsubj") if t.lemma_.lower() in words("waters"))
    return verb.lemma_ in words("flooding") and any(waters)


def _happens_so(verb: Token) -> bool:
    """Whether an accident did the harm, or a thing went off by accident or in somebody's hands."""
    subjects = children(verb, "nsubj", "nsubjpass")
    causes = [c for by in children(verb, "agent", "prep", "pcomp") for c in _by(by)]
    done = verb.tag_ != "VBN" and any(in_class(t, "person") for t in subjects)
    meant = [antecedent(t) or t if t.lower_ in RELATIVE else t for t in subjects]
    if any(_is_accident(noun) for noun in (*meant, *([] if done else causes))):
        return True
    thing = next(iter(subjects), None)
    if thing is None or in_class(thing, "person") or weapon_class(thing) is None:
        return False
    below = [c for c in verb.children if c.dep_ in ("advmod", "prep", "advcl")]
    return any(_is_by_accident(c) or _is_handling(c) for c in below)


def _by(preposition: Token) -> list[Token]:
    """What stands behind a preposition of cause: "by", "in", "because of"."""
    behind = (t for t in (preposition, *preposition.children) if t.lower_ in CAUSING)
    return [noun for t in behind for noun in children(t, "pobj")]


def _is_accident(noun: Token) -> bool:
    """Whether a noun names an accident, by itself, by what stands before it, or by what caused it."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if is_one_of(noun, words("causes")) or _is_blaze(noun):
        return True
    if any(c.lower_ in words("unintended") for c in children(noun, "amod")):
        return True
    caused = (by for c in children(noun, "acl", "relcl") for by in children(c, "agent", "prep") if c.lemma_ in CAUSED)
    return any(is_one_of(c, words("causes")) for by in caused for c in _by(by))


def _is_blaze(noun: Token) -> bool:
    """Whether it is a fire that nobody is said to have set: "a house fire"; no artillery fire, no fire from a hill."""
    indefinite = any(c.lower_ in ("a", "another") for c in children(noun, "det"))
    if not indefinite or noun.lemma_.lower() not in words("blazes"):
        return False
    names = children(noun, "compound", "amod", "nmod", "poss")
    return not any(weapon_class(c) or in_class(c, "armed") or in_class(c, "person") for c in names) and not any(
        c.lower_ in ("by", "from") or (c.dep_ in ("acl", "relcl") and c.lemma_ in words("set")) for c in noun.children
    )


CAUSING = frozenset({"by", "in", "from", "of", "because", "due"})
CAUSED = frozenset({"cause", "spark", "trigger", "start", "ignite", "blame", "result"})


def _is_by_accident(c: Token) -> bool:
    return c.lower_ in words("adverbs") or (c.lower_ == "by" and any(t.lower_ == "accident" for t in c.children))


def _is_handling(c: Token) -> bool:
    """ "While being handled", "during loading": what somebody did with it as it went off."""
    doing = [c, *children(c, "pcomp", "pobj")] if c.dep_ == "prep" else [c] if c.dep_ == "advcl" else []
    return any(t.lemma_ in words("handling") for t in doing)


def _loses_control(clause: Token) -> bool:
    row = [clause, *children(clause, "conj", "advcl", "relcl"), *([clause.head] if clause.dep_ == "conj" else [])]
    lost = (t for t in row if t.lemma_ == "lose" and any(o.lemma_ == "control" for o in children(t, "dobj")))
    return any(_drives(t) for t in lost)


def _drives(verb: Token) -> bool:
    """Whether who lost control had a vehicle: "lost control of the town" is another thing."""
    lost = [o for c in children(verb, "dobj") for of in children(c, "prep") for o in children(of, "pobj")]
    subjects = children(verb, "nsubj") or children(verb.head, "nsubj")
    return any(is_one_of(t, words("vehicles")) or is_one_of(t, words("drivers")) for t in (*lost, *subjects))


def _runs_over(verb: Token) -> bool:
    """Whether a vehicle of no force ran over somebody or into another vehicle: "a lorry ran over two children"."""
    over = any(c.lower_ in ("over", "down") for c in verb.children)
    hit = [*children(verb, "dobj"), *(c for into in children(verb, "prep") for c in children(into, "pobj"))]
    met = verb.lemma_ in words("striking") and any(is_one_of(t, words("vehicles")) for t in hit)
    if not (met or (verb.lemma_ in ("run", "knock") and over)):
        return False
    meant = any(t.lower_ in words("willed") or weapon_class(t) or t.lemma_ in EXPLODING for t in verb.sent)
    return not meant and any(is_one_of(t, words("vehicles")) and not _is_owned(t) for t in children(verb, "nsubj"))


EXPLODING = frozenset({"explode", "detonate", "blow", "bomb"})


def _is_owned(vehicle: Token) -> bool:
    before = children(vehicle, "compound", "poss", "nmod", "amod")
    return any(in_class(c, "person") or in_class(c, "armed") or c.ent_type_ in ("NORP", "ORG") for c in before)


@cache
def words(name: str) -> frozenset[str]:
    """The words of one of the lists in data/events/mishaps.toml."""
    found = data.lexicon("events/mishaps.toml")[name]
    return frozenset(found) if isinstance(found, list) else frozenset()
