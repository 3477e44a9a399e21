"""Who did what is told again: "they stormed the mill; the | storming | of the mill", "it was imposed by the front".

A deed that a noun names anew is that of whoever did it by the verb before. A deed told without a doer is that of
whoever the next sentence says launched "it". Of "it killed nine", said of a raid, the raiders are the doers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.committing import committing
from allege.claim import Role
from allege.extract.events.supports import supports
from allege.extract.last import Last
from allege.extract.nouns import in_class, is_noun
from allege.extract.phrases import phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import ACCUSING, SAYS, children, frame, prepositional
from allege.extract.wordlists import word_list

SCORE = 0.6
HOSTILE = frozenset({"ASSAULT", "COERCE"})
ORDERING = committing("doing", "waging", "planning", "ordering") | {"impose", "declare", "enforce", "begin", "start"}
"""Verbs by which somebody is told to have done what "it" stands for."""

DENYING = frozenset({"deny", "reject", "dispute", "refute"})
BACK = 2
"""Sentences back in which the verb is looked for that a noun takes up."""

TAKING = frozenset({"arrest", "abduct"})
RAIDS = frozenset({"raid", "swoop"})


def retold(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same events; those without a doer get the one that is told with the same word, or of "it" behind them."""
    out = [_same_word(analysis, p, found) for p in found]
    out = [_by_it(analysis, p) for p in out]
    doers = {p.head: p for p in out if is_noun(analysis.doc[p.head]) and p.type in HOSTILE}
    out = [_instead(analysis, p, doers) for p in out]
    return [_in_raid(analysis, p, doers) for p in out]


def _same_word(analysis: Analysis, p: Predication, found: list[Predication]) -> Predication:
    """A definite name of an act with the doers of the verb of the same word before it."""
    noun = analysis.doc[p.head]
    if p.type != "ASSAULT" or _actors(p) or not is_noun(noun) or not _takes_up(noun):
        return p
    first = noun.sent
    for _ in range(BACK):
        first = first.doc[first.start - 1].sent if first.start else first
    before = [q for q in found if first.start <= q.head < p.head and q.type in HOSTILE and _actors(q)]
    same = [q for q in before if _is_same(analysis.doc[q.head], noun) and _is_about(analysis, q, noun)]
    told = {analysis.document.quote(f.spans).lower() for q in same for f in _actors(q)}
    if not same or len(told) > len(_actors(same[-1])) or _is_somebodys_word(analysis.doc[same[-1].head]):
        return p
    return _with(p, _actors(same[-1]), "told before")


def _takes_up(noun: Token) -> bool:
    """Whether a noun takes up an act, alone or with what it was done to: "the raid", "the storming of the tower"."""
    known = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)
    others = children(noun, "compound", "nmod", "amod", "poss", "relcl", "acl", "prep")
    return known and all(c.lower_ == "of" for c in others)


def _is_same(verb: Token, noun: Token) -> bool:
    """Whether a verb and a noun are one word: "raided" and "raid", "stormed" and "storming"."""
    if verb.pos_ != "VERB":
        return False
    name, stem = noun.lemma_.lower(), verb.lemma_.lower()
    return name in (stem, f"{stem}ing", f"{stem.rstrip('e')}ing", f"{stem}{stem[-1]}ing")


def _is_about(analysis: Analysis, q: Predication, noun: Token) -> bool:
    """Whether what the noun says it was done to, if anything, is what the verb says so."""
    of = {t.lemma_.lower() for t in prepositional(noun, "of")}
    hit = {analysis.doc[f.head].lemma_.lower() for f in q.fillers if f.role in (Role.RECIPIENT, Role.PLACE)}
    return not of or bool(of & hit)


def _is_somebodys_word(verb: Token) -> bool:
    """Whether only somebody says or denies whose act it was."""
    return any(t.lemma_ in SAYS or t.lemma_ in ACCUSING or t.lemma_ in DENYING for t in verb.ancestors)


def _by_it(analysis: Analysis, p: Predication) -> Predication:
    """A deed that a noun names with whoever is told to have launched "it"."""
    noun = analysis.doc[p.head]
    if p.type not in HOSTILE or p.settled or _actors(p) or not is_noun(noun):
        return p
    taken = {f.head for f in p.fillers}
    who = tuple(Filler(Role.ACTOR, phrase(t), t.i) for t in launchers(analysis, noun) if t.i not in taken)
    return _with(p, who, "told of it")


def launchers(analysis: Analysis, noun: Token) -> tuple[Token, ...]:
    """Whoever is told to have done what a noun names, in a clause about "it" or one that opens the next sentence."""
    its = [analysis.doc[t] for t in _ANAPHORS.of(analysis).get(noun.i, ()) if t > noun.i]
    verbs = [v for t in its if t.dep_ in ("nsubj", "nsubjpass") for v in (t.head, *children(t.head, "advcl"))]
    end = noun.sent.end
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ == "ROOT" and end < len(noun.doc):
        verbs += [t for t in (noun.doc[end].sent.root,) if not children(t, "nsubj", "nsubjpass", "aux")]
    for verb in verbs:
        if verb.tag_ != "VBN" or not (_name(verb) in supports().acts or verb.lemma_ in ORDERING):
            continue
        if verb.lemma_ not in ORDERING and _name(verb) == verb.lemma_:
            continue
        if children(verb, "agent") and not (children(verb, "neg") or _is_unsure(verb)):
            return frame(verb).agents
    return ()


def _anaphors(analysis: Analysis) -> Mapping[int, Sequence[int]]:
    """For each token those that refer to it."""
    out: dict[int, list[int]] = defaultdict(list)
    for token, meant in analysis.antecedent.items():
        out[meant].append(token)
    return out


_ANAPHORS = Last(_anaphors)


def _is_unsure(verb: Token) -> bool:
    """Whether it is only somebody's word, or a guess, that they did it."""
    beside = (c for up in (verb, verb.head) for c in up.children)
    hedged = any(c.tag_ == "MD" or c.lower_ in HEDGES or (c.dep_ == "parataxis") for c in beside)
    return hedged or _is_somebodys_word(verb)


HEDGES = word_list("hedges")


def _name(verb: Token) -> str:
    return " ".join((verb.lemma_, *(c.lower_ for c in children(verb, "prt"))))


def _instead(analysis: Analysis, p: Predication, deeds: dict[int, Predication]) -> Predication:
    """A deed with the doers of the one that "it" stands for."""
    its = [f for f in _actors(p) if analysis.antecedent.get(f.head) in deeds]
    if not its or p.head in deeds:
        return p
    taken = {f.head for f in p.fillers}
    whose = [g for f in its for g in _actors(deeds[analysis.antecedent[f.head]]) if g.head not in taken]
    kept = tuple(f for f in p.fillers if f not in its)
    return replace(p, fillers=(*whose, *kept), why=f"{p.why}, by whose act" if whose else p.why)


def _in_raid(analysis: Analysis, p: Predication, deeds: dict[int, Predication]) -> Predication:
    """Whoever was taken in a raid with the police who made it: in one by rebels others may have taken him."""
    if p.mode not in TAKING or _actors(p):
        return p
    raids = (t.i for t in prepositional(analysis.doc[p.head], "in", "during") if t.lemma_ in RAIDS)
    who = [f for at in raids if at in deeds for f in _actors(deeds[at])]
    taken = {f.head for f in p.fillers}
    holding = all(_may_hold(analysis.doc[f.head]) and f.head not in taken for f in who)
    return _with(p, tuple(who), "by whose act") if who and holding else p


def _may_hold(raider: Token) -> bool:
    return any(in_class(raider, name) for name in ("police", "state force"))


def _actors(p: Predication) -> tuple[Filler, ...]:
    return tuple(f for f in p.fillers if f.role is Role.ACTOR)


def _with(p: Predication, who: Collection[Filler], why: str) -> Predication:
    taken = {f.head for f in p.fillers}
    new = tuple(f for f in who if f.head not in taken)
    return replace(p, fillers=(*new, *p.fillers), score=SCORE, why=f"{p.why}, {why}") if new else p
