"""What a word makes of its complement: the signature of "deny", "call off", "it is possible" for a clause or a name."""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.certainty.lexicon import CUES, DEFAULTS, SIGNATURES, Signature
from allege.extract.certainty.local import SUBJECTS
from allege.extract.certainty.step import Step
from allege.extract.nouns import is_nobody

COPULAS = frozenset(
    {"be", "seem", "appear", "become", "look", "remain", "sound", "get", "'s", "make", "find", "think", "consider"}
)
RAISING = frozenset(
    {"turn", "prove", "show", "reveal", "expose", "demonstrate", "find", "know", "appear", "seem", "happen"}
)
"""Verbs over the copula that links: "turned out to be false", "were shown to be untrue"; "proved | wrong"."""

REPORT = "report"
"""The signature of verbs and nouns of telling. "There is a rumour": nobody holds it, the author least of all."""

GERUNDS = frozenset({"VBG", "NN"})

ANYBODY = frozenset({"anyone", "anybody"})
ARTICLES = frozenset({"a", "the", "these", "those"})
"""Words before "few" that make them some."""

HARDLY = frozenset({"hardly", "scarcely", "barely"})
"""Words with which anybody is nearly nobody."""

SPEAKERS = frozenset({"i", "we"})
OTHERS = frozenset({"he", "she", "they", "it"})
IMPERSONAL = frozenset({"it", "there", "this", "that", "these", "which"})
GROUNDS = frozenset({"ground", "grounds", "reason", "basis", "cause", "evidence"})
HOLDING_TRUE = frozenset({"believe", "think", "suppose", "conclude", "assume", "suspect"})
"""Verbs behind "reasonable grounds to": whoever says so holds it himself, as commissions of inquiry do."""


PERCEIVING = frozenset({"feel", "hear", "notice", "observe", "see", "spot", "watch", "witness"})
"""Verbs behind which a bare verb looks like a present or a past: "saw the guards | kick | him"."""


def _is_bare(token: Token) -> bool:
    over = token.head
    perceived = token.dep_ == "ccomp" and over.lemma_ in PERCEIVING and over.i < token.i
    if not perceived or token.lower_ != token.lemma_:
        return False
    return not any(c.dep_ in {"mark", "aux", "auxpass"} or c.lower_ == "that" for c in token.lefts)


def form_of(token: Token) -> str:
    """The shape of a clause, as signatures.toml names it."""
    if _is_bare(token):
        return "bare"
    finite = False
    for child in token.lefts:
        word = child.lower_
        if child.dep_ == "mark" and word in {"whether", "if"}:
            return "whether"
        if child.dep_ == "aux" and child.tag_ == "TO":
            return "to"
        finite = finite or (child.dep_ in {"aux", "auxpass"} and child.tag_ in {"MD", "VBD", "VBZ", "VBP"})
    if finite:
        return "that"
    return {"VBG": "ing", "VB": "bare"}.get(token.tag_, "that")


def lookup(governor: Token, form: str) -> Signature | None:
    """The signature of a word for a form of complement; particles count ("call off")."""
    lemma = governor.lemma_.lower()
    particle = next((c for c in governor.rights if c.dep_ == "prt"), None)
    found = SIGNATURES.get((f"{lemma} {particle.lower_}", form)) if particle is not None else None
    found = found or SIGNATURES.get((lemma, form))
    going_round = found is not None and found.name == REPORT and governor.pos_ not in {"VERB", "AUX"}
    if found is not None and found.own is not None and not going_round and _is_own(governor, form):
        return found.own
    return found


def _is_own(governor: Token, form: str) -> bool:
    """Whether the author speaks for himself or nobody in particular does: "I think", "it is believed", "a belief"."""
    verbal = governor.pos_ in {"VERB", "AUX"}
    clause = governor if verbal else _verb_over(governor)
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
    if subject is None and grounds_of(governor) is not None:
        return True
    if subject is None:
        return not verbal or (clause.dep_ == "ROOT" and clause.i == clause.sent.start)
    if subject.lower_ in SPEAKERS or (not verbal and subject.lower_ in IMPERSONAL):
        return True
    if subject.lower_ in OTHERS and _says_so_himself(clause):
        return True
    return subject.dep_ in {"nsubjpass", "csubjpass"} and (subject.lower_ == "it" or form not in {"that", "ing", "np"})


def _says_so_himself(verb: Token) -> bool:
    """Whether whoever holds it says that he does: "the mayor said | he believed that", "told us they feared that"."""
    said = verb.head
    if verb.dep_ != "ccomp" or said.i > verb.i:
        return False
    found = SIGNATURES.get((said.lemma_.lower(), "that"))
    speaker = next((c for c in said.lefts if c.dep_ == "nsubj"), None)
    return found is not None and found.name == REPORT and speaker is not None and speaker.lower_ not in SPEAKERS


def grounds_of(verb: Token) -> Token | None:
    """The noun in "reasonable grounds to believe", wherever the parser hung the verb; None for any other verb."""
    if verb.lemma_ not in HOLDING_TRUE:
        return None
    near = [verb.head, *([verb.nbor(-2)] if verb.i > 1 and verb.dep_ == "advcl" else [])]
    return next((noun for noun in near if noun.pos_ == "NOUN" and noun.lemma_.lower() in GROUNDS), None)


def _verb_over(token: Token) -> Token:
    for _ in range(4):
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            break
        token = token.head
    return token


def predicate(governor: Token) -> Token:
    """The adjective or noun that a copula links, where there is one: "is possible", "turned out to be false"."""
    lemma = governor.lemma_.lower()
    if lemma not in COPULAS and lemma not in RAISING:
        return governor
    linked = next((c for c in governor.rights if c.dep_ in {"acomp", "attr", "oprd"}), None)
    if linked is not None or lemma not in RAISING:
        return linked or governor
    below = next((c for c in governor.rights if c.dep_ == "xcomp"), governor)
    if below.lemma_ == "be":
        return next((c for c in below.rights if c.dep_ in {"acomp", "attr", "oprd"}), governor)
    return below if below.pos_ == "ADJ" else governor


def governed(governor: Token, form: str, default: str | None = None) -> Step:
    """The step to a word from its complement of this form; `default`: the form whose usual value counts, if another."""
    found = lookup(governor, form)
    if found is None:
        usual = DEFAULTS[default or form]
        return Step(governor, usual, "" if usual.presupposed else f"under '{governor.lemma_.lower()}'", form)
    return Step(governor, found, named(found, governor), form)


def is_undeniable(verb: Token) -> bool:
    """Whether whoever says so holds it for certain: "nobody can deny", "it cannot be denied", "there is no denying"."""
    if verb.lemma_.lower() not in CUES.traits["denying"]:
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None:
        return is_nobody(subject) or by_few(verb)
    before = {c.lower_ for c in verb.lefts}
    refused = any(c.dep_ == "neg" for c in verb.lefts) and not before.isdisjoint(("can", "could", "ca"))
    return refused or (verb.tag_ in GERUNDS and "no" in before)


def by_few(verb: Token) -> bool:
    """Whether hardly anybody denies it: "few doubt that", not "a few"; "hardly anyone doubts that"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.lower_ in ANYBODY:
        return any(c.lower_ in HARDLY for c in (*verb.lefts, *subject.lefts))
    few = next((t for t in (*subject.lefts, subject) if t.lower_ == "few"), None)
    return few is not None and not (few.i and few.nbor(-1).lower_ in ARTICLES)


def named(found: Signature, governor: Token) -> str:
    """Why a signature counts, for people: its name and the word; empty where it has no name."""
    return f"{found.name} '{governor.lemma_.lower()}'" if found.name else ""
