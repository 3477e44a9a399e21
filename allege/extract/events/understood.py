"""Who did it where the words around an act tell: the victim's clause and the act, the arrest and the police at work.

"One man was killed when the guards opened fire" names no killer, but the act that the death hangs on has a doer. "The
police fired in the air, and forty people were arrested" names nobody who arrests: arrests are made by the police, who
are at work there. Who only tells of it ("police said forty people were arrested") is never taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Role
from allege.extract.events.fill import is_theirs
from allege.extract.nouns import in_class, is_noun
from allege.extract.phrases import phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import ACCUSING, SAYS, UNDERGONE, children

NEAR = 8
"""Sentences back in which police are looked for: about a short report's length."""

BACK = 2
"""Sentences back in which the act is looked for that "the firing" takes up."""

AFTER = 3
"""Sentences on in which an arrest by the police may be the one that was told without them."""

SCORE = 0.6
OF_ARREST = ("arrest", "take into custody", "be held by the police", "make arrests", "hold a suspect")
"""The rules (first words of `why`) whose doer is the police where nobody else is named."""


def understood(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same events; those without a doer get the one that the words around them tell."""
    found = [_by_its_harm(analysis, p, found) for p in found]
    found = [_taken_up(analysis, p, found) for p in found]
    found = _aimed(analysis, found)
    told = [p for p in found if p.type == "ASSAULT"]
    acts = {p.head: p if _has(p, Role.ACTOR) and not _is_between(analysis, p) else None for p in told}
    return [_with_doer(analysis, p, found, acts) for p in found]


def _by_its_harm(analysis: Analysis, p: Predication, found: list[Predication]) -> Predication:
    """A deed with those behind "by" right after it whom the parser hangs on the harm: "hurt in a raid | by rebels"."""
    noun = analysis.doc[p.head]
    harm = noun.head.head
    if p.type != "ASSAULT" or _has(p, Role.ACTOR) or noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during"):
        return p
    if not any(by.i == noun.right_edge.i + 1 for by in children(harm, "agent")):
        return p
    taken = {f.head for f in p.fillers}
    who = [f for q in found if q.head == harm.i for f in q.fillers if f.role is Role.ACTOR and f.head not in taken]
    return replace(p, fillers=(*who, *p.fillers), why=f"{p.why}, behind it") if who else p


def _taken_up(analysis: Analysis, p: Predication, found: list[Predication]) -> Predication:
    """A definite name of an act ("the firing") with the doers of the act of its kind that was told just before.

    Not where two such acts were told by different doers: either may be meant.
    """
    token = analysis.doc[p.head]
    if p.type != "ASSAULT" or p.mode is None or _has(p, Role.ACTOR) or not _is_taken_up(token):
        return p
    first = _sentences_back(token.sent, BACK).start
    before = [q for q in found if first <= q.head < p.head and q.type == p.type and q.mode == p.mode]
    if any(t.lemma_ in SAYS or t.lemma_ in ACCUSING for q in before for t in analysis.doc[q.head].ancestors):
        return p  # somebody's word whose act it was
    doers = [tuple(f for f in q.fillers if f.role is Role.ACTOR) for q in before]
    told = {analysis.document.quote(f.spans).lower() for d in doers for f in d}
    if not doers or not doers[-1] or len(told) > 1:
        return p
    taken = {f.head for f in p.fillers}
    who = tuple(f for f in doers[-1] if f.head not in taken)
    return replace(p, fillers=(*who, *p.fillers), score=SCORE, why=f"{p.why}, told before") if who else p


AIMING = ("hit", "attack")
"""The rules of what a clause says an attack does to whom it is aimed at."""


def _aimed(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The attacks that nobody is told to be hit by, with whom the clause about them says: "launched a raid on Monday, |
    targeting a mill", "began it by | storming a post"; "that | targeted a mill" is also done by whose attack it is.
    """
    clauses = [q for q in found if q.type == "ASSAULT" and _is_aim(analysis.doc[q.head], q)]
    if not clauses:
        return found
    out = list(found)
    for n, p in enumerate(found):
        act = analysis.doc[p.head]
        if p.type != "ASSAULT" or not is_noun(act) or p.why.split(",")[0] != "attack":
            continue
        aim = next((q for q in clauses if _tells_of(analysis, q, p)), None)
        if aim is None:
            continue
        out[n] = p if _has(p, Role.RECIPIENT) else _with(p, aim, Role.RECIPIENT)
        if not _has(aim, Role.ACTOR) and analysis.doc[aim.head].dep_ == "relcl":
            out[found.index(aim)] = _with(aim, p, Role.ACTOR)
    return out


def _with(p: Predication, other: Predication, role: Role) -> Predication:
    """A deed with the parties of another in that role, which are none of its own."""
    taken = {f.head for f in p.fillers}
    who = tuple(f for f in other.fillers if f.role is role and f.head not in taken)
    return replace(p, fillers=(*p.fillers, *who), why=f"{p.why}, as aimed") if who else p


def _is_aim(verb: Token, q: Predication) -> bool:
    """Whether a clause tells what an attack is aimed at."""
    if q.why.split(",")[0] not in AIMING or not _has(q, Role.RECIPIENT):
        return False
    by = verb.dep_ == "pcomp" and verb.head.lower_ == "by"
    return (verb.tag_ == "VBG" and (by or verb.dep_ == "advcl")) or verb.dep_ == "relcl"


def _tells_of(analysis: Analysis, aim: Predication, p: Predication) -> bool:
    """Whether such a clause is about an act: said of the noun, or by its doers of the verb by which they did it."""
    verb, act = analysis.doc[aim.head], analysis.doc[p.head]
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ == "relcl":
        return over.i == act.i and any(c.lower_ in ("that", "which") for c in children(verb, "nsubj"))
    if act.dep_ != "dobj" or act.head.i != over.i or act.i > verb.i or over.lemma_ not in BEGUN:
        return False
    mine, theirs = (
        {analysis.antecedent.get(f.head, f.head) for f in q.fillers if f.role is Role.ACTOR} for q in (p, aim)
    )
    return bool(mine & theirs)


BEGUN = frozenset(
    {"begin", "carry", "conduct", "continue", "intensify", "launch", "lead", "mount", "open", "renew", "resume"}
    | {"stage", "start", "unleash", "wage"}
)
"""Verbs whose object is an attack that their subject makes."""


def _is_between(analysis: Analysis, p: Predication) -> bool:
    """Whether it is a fight between two sides: either may have killed who died in it."""
    return any(c.lower_ in ("between", "among") for c in children(analysis.doc[p.head], "prep"))


def _is_taken_up(token: Token) -> bool:
    """Whether a noun takes up an act: "the firing", "this attack", with no name or clause that makes it another one."""
    if not is_noun(token) or not any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children):
        return False
    return not children(token, "compound", "nmod", "amod", "poss", "relcl", "acl", "prep")


def _sentences_back(sentence: SpacySpan, many: int) -> SpacySpan:
    """The sentence that many sentences before, or the first."""
    for _ in range(many):
        if sentence.start == 0:
            break
        sentence = sentence.doc[sentence.start - 1].sent
    return sentence


def _with_doer(
    analysis: Analysis, p: Predication, found: list[Predication], acts: Mapping[int, Predication | None]
) -> Predication:
    rule = p.why.split(",")[0]
    if _has(p, Role.ACTOR) or p.kind is not ClaimKind.EVENT:
        return p
    if p.type == "ASSAULT" and rule in HARMED | TAKEN:
        return _by_cause(analysis, p, acts)
    of_police = (p.mode == "arrest" and rule in OF_ARREST) or p.mode == "crowd-control"
    return _by_police(analysis, p, found) if of_police else p


FOUGHT = ("fight", "clash")
"""The rules for what two sides do to each other."""

HARMED = frozenset({"kill", "wound", "die in an attack", "shoot dead", "fall as a martyr", "fall a martyr"})
"""The rules for what becomes of a victim, by whatever act."""

TAKEN = frozenset({"abduct"})
"""The rules for who is taken away in an act, which is another: "nine were abducted when rebels overran the post"."""


def _has(p: Predication, role: Role) -> bool:
    return any(f.role is role for f in p.fillers)


def _by_cause(analysis: Analysis, p: Predication, acts: Mapping[int, Predication | None]) -> Predication:
    """A killing or wounding with the doers of the act that it hangs on."""
    token = analysis.doc[p.head]
    about = [t for t in token.ancestors if t.sent == token.sent] if token.dep_ == "relcl" else []
    about = next(([t] for t in about if t.i in acts), [])  # "fired in the wake of a | bombing | that killed two"
    hung = (t for verb in (token, *_joined(token)) for t in causes(verb))
    cause = next((c for t in (*hung, *about) if t.i != p.head and (c := acts.get(t.i)) is not None), None)
    if cause is None or (cause.why.split(",")[0] in FOUGHT and _has(cause, Role.RECIPIENT)):
        return p  # "six were killed when soldiers clashed with gunmen": by either
    taken = p.why.split(",")[0] in TAKEN
    if taken and not any(c.lower_ == "when" for c in analysis.doc[cause.head].lefts):
        return p  # "nine were abducted as police raided an inn", elsewhere or by others
    harmed = {f.head for f in p.fillers}
    own = (f for f in cause.fillers if f.role is Role.ACTOR)
    doers = tuple(f for f in own if not is_theirs(analysis, analysis.doc[f.head], harmed))
    why, fillers = f"{p.why}, by whose act", (*doers, *p.fillers)
    if not doers or taken:
        return replace(p, fillers=fillers, why=why) if doers else p
    return replace(p, fillers=fillers, why=why, act=cause.head if cause.laid is None else cause.laid)


def _joined(harm: Token) -> list[Token]:
    """The harms told in one breath with this one ("one was killed and six injured when"): they share their cause."""
    out = children(harm, "conj")
    out += [c for noun in out for c in children(noun, "acl")]  # "killed and | six others injured": read as one noun
    if harm.dep_ == "conj":
        out += [harm.head, *(c for c in children(harm.head, "conj") if c.i != harm.i)]
    return [t for t in out if t.pos_ == "VERB" and t.lemma_ in UNDERGONE]


def causes(token: Token) -> list[Token]:
    """The acts that a harm may hang on: "killed in the firing", "killed when they fired", "a raid in which he died".

    What comes of one act is told of it once: "nine were killed and thirty hurt when they fired".
    """
    out = _set_in(token)
    if token.dep_ == "relcl":
        out.append(token.head)
    for other in children(token, "conj"):
        out += _set_in(other)
    return out


def _set_in(token: Token) -> list[Token]:
    out = [
        c for prep in children(token, "prep", "agent") if prep.lower_ in ("in", "by", "during") for c in prep.children
    ]
    for clause in children(token, "advcl"):
        if any(c.lower_ in ("when", "as", "after") for c in clause.children):
            out += [clause, *children(clause, "xcomp", "conj", "dobj")]
    return out


def _by_police(analysis: Analysis, p: Predication, found: list[Predication]) -> Predication:
    """An arrest with the police who are there, in its sentence or before; with nobody where others under arms act."""
    actors = [f.head for q in found if q.head != p.head for f in q.fillers if f.role is Role.ACTOR]
    doer = _police_before(analysis.doc[p.head], [analysis.doc[i] for i in actors]) or _police_after(analysis, p, found)
    if doer is None or any(f.head == doer.i for f in p.fillers):
        return p
    filler = Filler(Role.ACTOR, phrase(doer), doer.i)
    return replace(p, fillers=(filler, *p.fillers), score=SCORE, why=f"{p.why}, the police understood")


def _police_before(arrest: Token, actors: list[Token]) -> Token | None:
    """The police of the nearest sentence that has any; None where one under arms acts nearer."""
    sentence = arrest.sent
    for _ in range(NEAR + 1):
        doing = {t.i for t in actors if sentence.start <= t.i < sentence.end}
        others = any(_armed(arrest.doc[i]) for i in doing)
        police = _police_in(sentence, doing, acting=others)
        if police is not None or others or sentence.start == 0:
            return police
        sentence = arrest.doc[sentence.start - 1].sent
    return None


def _police_after(analysis: Analysis, p: Predication, found: list[Predication]) -> Token | None:
    """The police who arrest in one of the next sentences: a report tells briefly first what it then tells in full."""
    start = end = analysis.doc[p.head].sent.end
    for _ in range(AFTER):
        end = analysis.doc[end].sent.end if end < len(analysis.doc) else end
    later = [q for q in found if start <= q.head < end and q.mode == p.mode]
    heads = [analysis.doc[f.head] for q in later for f in q.fillers if f.role is Role.ACTOR]
    return next((t for t in heads if in_class(t, "police")), None)


def _armed(token: Token) -> bool:
    return in_class(token, "armed") and not in_class(token, "police")


def _police_in(sentence: SpacySpan, doing: Set[int], *, acting: bool) -> Token | None:
    """The last police in a sentence, or only those who act there; never those who tell, but who hold somebody."""
    for token in reversed(list(sentence)):
        if not in_class(token, "police") or token.pos_ not in ("NOUN", "PROPN") or _tells(token):
            continue
        if token.dep_ in ("compound", "poss") and token.head.lemma_ == "custody":
            return token
        there = token.lemma_.lower() in BODIES and token.dep_ in PARTS
        if token.i in doing or (there and not acting):
            return token
    return None


BODIES = frozenset({"police", "policeman", "cop"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})


def _tells(token: Token) -> bool:
    """Whether somebody is there only as the one who tells: subject of a verb of saying, or behind "according to"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "to" and head.head.lower_ == "according":
        return True
    return token.dep_ == "nsubj" and (head.lemma_ in SAYS or head.lemma_ == "tell")
