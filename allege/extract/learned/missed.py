"""Events that only the encoder sees: a clause whose parties it marks and whose kind it is sure of.

The rules know events by their words ("attacked", "launched an inquiry"); what they have no words for ("accepts 1,500
people from the camps") they leave as a state. Where the encoder marks who did it to whom in such a clause, is sure of
the root type and sees more than a statement, the state becomes an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.heads import ROOTS
from allege.claim import Act, Attribution, ClaimKind, Role, Span, Spans
from allege.extract.events.peaceful import is_for_work
from allege.extract.learned.kinds import NO_EVENT, STATEMENT, named, of_crowd
from allege.extract.learned.marked import Mark, marks
from allege.extract.near import Near
from allege.extract.nouns import contents, in_class
from allege.extract.predication import TOLLS, Predication
from allege.extract.roles import children
from allege.extract.unnamed import gives_no_comment
from allege.extract.wordlists import word_list

SURE = 0.6
"""Chance of a party from which it can make an event of its clause."""

KNOWN = 0.5
"""Chance of a root type from which it is taken."""

SCORE = 0.5
LEAST = 0.3
"""Score of a state from which its clause can be an event: no infinitive, no participle."""

SAYING = "verb of saying"

FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types that no word of telling is."""

HOSTILE = FORCE | {"ACCUSE", "THREATEN", "PROTEST", "REJECT", "REQUEST", "SANCTION", "MOBILIZE"}
"""Types that no plain verb is of: who "received information" accuses nobody, who "fled" protests not."""

BLAMING = frozenset({Act.ACCUSE, Act.CLAIM_RESPONSIBILITY})
"""Acts of speech that only say whose a deed is."""

PLAIN = word_list("plain")

VAGUE = word_list("vague")

NAMING = word_list("naming")
"""Verbs of naming and finding: what something is called or where it is found is no event."""

COUNTING = frozenset({"put", "set", "place", "peg", "estimate", "give", "revise", "raise", "lower", "update", "bring"})
NUMBERS = frozenset({"number", "toll", "figure", "total", "tally", "count", "estimate"})
"""Verbs of saying how many there were, and what they give."""

MOVING = word_list("moving")
"""Verbs of moving about: who walks or drives somewhere attacks nobody, and protests only in a crowd."""


def completed(analysis: Analysis, found: list[Predication], said: Iterable[Attribution] = ()) -> list[Predication]:
    """The same predications, with a state made an event in each sentence that has parties of no event.

    What only accuses or owns up ("found that the army was responsible") stays what is said, and no word by which
    somebody tells is a deed of his: who "documented 40 cases of torture" tortured nobody.
    """
    if analysis.encoded is None:
        return found
    cues = Near((span, item.act) for item in said for span in item.cue)
    clauses = list(_clauses(analysis, found))
    acts = {n: cues.at(_first(analysis, found[n])) for n, _ in clauses}
    at = [(n, here) for n, here in clauses if BLAMING.isdisjoint(acts[n])]
    asked = [_asked(analysis, found[n], mine) for n, mine in at]
    out = list(found)
    for (n, mine), one in zip(at, analysis.encoded.kinds(asked), strict=True):
        if one is None:
            continue
        best = int(one[0].argmax())
        chance = float(one[0][best])
        type_ = named(ROOTS[best], one[1])
        if chance < KNOWN or one[1][STATEMENT] >= NO_EVENT or (type_ in FORCE and acts[n]):
            continue
        if type_ in HOSTILE and analysis.doc[found[n].head].lemma_ in PLAIN:
            continue
        if type_ == "RETREAT" and analysis.doc[found[n].head].lemma_ == "release":
            continue  # what is released and nobody held: the rules know the others
        if type_ == "PROTEST" and not of_crowd(analysis, found[n]):
            continue
        if not _strolls(analysis, found[n], type_, mine):
            out[n] = replace(
                found[n], kind=ClaimKind.EVENT, type=type_, score=SCORE, why=f"encoder {type_} {chance:.2f}"
            )
    return out


def _strolls(analysis: Analysis, state: Predication, type_: str, seen: Iterable[Mark]) -> bool:
    """Whether somebody only goes somewhere, harms nobody, and is no crowd: "a man drove a tractor to the gate"."""
    if analysis.doc[state.head].lemma_ not in MOVING:
        return False
    if type_ in FORCE:
        return not any(m.role is Role.RECIPIENT for m in seen)  # "a patrol passed", not "a lorry ran over two clerks"
    if type_ != "PROTEST":
        return False
    doers = [c for f in state.fillers if f.role is Role.ACTOR for c in contents(analysis.doc[f.head])]
    return not any(in_class(t, "protesters") or in_class(t, "mob") or t.lemma_.lower() in VAGUE for t in doers)


def _first(analysis: Analysis, predication: Predication) -> tuple[int, int]:
    """Where its verb begins."""
    at = analysis.doc[predication.head].idx
    return at, at + 1


def _clauses(analysis: Analysis, found: Sequence[Predication]) -> Iterator[tuple[int, list[Mark]]]:
    """The states that hold a marked actor of no event, one a sentence, and the marks of their sentence."""
    sentences: dict[Span, list[int]] = {}
    for n, predication in enumerate(found):
        if predication.kind in (ClaimKind.EVENT, ClaimKind.STATE):
            sentences.setdefault(analysis.sentence_of(analysis.doc[predication.head]), []).append(n)
    for sentence, at in sentences.items():
        here = [m for m in marks(analysis, sentence) if m.chance >= SURE]
        held = [f.head for n in at if found[n].kind is ClaimKind.EVENT for f in found[n].fillers]
        free = [m for m in here if not any(m.holds(h) for h in held)]
        states = [n for n in at if found[n].kind is ClaimKind.STATE and _fits(analysis, found[n], free)]
        if states:
            yield max(states, key=lambda n: (found[n].score, -n)), here


def _fits(analysis: Analysis, state: Predication, free: Sequence[Mark]) -> bool:
    """Whether a state has a marked actor for its own; a verb of saying only where it tells no clause.

    What gives a toll ("raised the toll to nine") is no deed of whoever gives it, what a flood does is none at all.
    """
    token = analysis.doc[state.head]
    if any(f.role in TOLLS for f in state.fillers) or _gives_number(token):
        return False
    if token.dep_ == "relcl" or token.lemma_ in NAMING or is_for_work(token) or gives_no_comment(token):
        return False
    told = children(token, "dobj") and not children(token, "ccomp")
    if not told if state.why == SAYING else state.score < LEAST:
        return False
    doers = [f.head for f in state.fillers if f.role is Role.ACTOR and not in_class(analysis.doc[f.head], "disaster")]
    return any(m.role is Role.ACTOR and m.holds(head) for m in free for head in doers)


def _gives_number(verb: Token) -> bool:
    """Whether a verb only says how many there were: "put the number of missing at nine"."""
    told = any(c.lemma_.lower() in NUMBERS for c in children(verb, "dobj", "nsubjpass"))
    return told and verb.lemma_ in COUNTING


def _asked(analysis: Analysis, state: Predication, seen: Sequence[Mark]) -> tuple[Span, Spans, Spans]:
    def of(role: Role) -> Spans:
        return tuple(m.span for m in seen if m.role is role)

    return analysis.sentence_of(analysis.doc[state.head]), of(Role.ACTOR), of(Role.RECIPIENT)
