"""Where a text draws a conclusion: "Therefore, C", "P, which indicates that C", "C, considering P", "C because P".

Each finding names the heads of the clauses that hold premise and conclusion; `evidence.py` takes from it that a claim
is offered as an inference, `support.py` which claims are offered in support of which. The words are in
data/evidence/reasoning.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Span
from allege.extract.last import Last

_DATA = tomllib.loads((files("allege") / "data" / "evidence" / "reasoning.toml").read_text(encoding="utf-8"))
ADVERBS = frozenset(_DATA["conclusion"]["adverbs"])
VERBS = frozenset(_DATA["conclusion"]["verbs"])
PRONOUNS = frozenset(_DATA["conclusion"]["pronouns"])
DOUBTLESS = frozenset(_DATA["conclusion"]["doubtless"])
MARKS = frozenset(_DATA["premise"]["marks"])
PARTICIPLES = frozenset(_DATA["premise"]["participles"])
SHOWN = frozenset(_DATA["premise"]["shown"])
TIMELESS = frozenset(_DATA["premise"]["timeless"])
SENTENCES_BEFORE: int = _DATA["bounds"]["sentences"]
CLAIMS: int = _DATA["bounds"]["claims"]
IMPERSONAL = frozenset({"it", "this", "that"})
MAX_STEPS = 25
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl", "relcl"})


Reach = Literal["clause", "all", "noun"]


@dataclass(frozen=True, slots=True)
class Inference:
    """A conclusion and its premise, each as the index of its clause's head; None: what was said just before.

    `drawn`: the author draws it ("therefore"), and does not merely tell a cause ("because"). `marker`: the words that
    say so. `sentence`: index into `Analysis.sentences`. `reach`: what of the premise counts:
    its clause without asides, all that lies under it ("considering the rockets that they fired"), or its noun alone.
    """

    sentence: int
    marker: Span
    conclusion: int | None
    premise: int | None
    drawn: bool
    reach: Reach = "clause"

    def concludes(self, token: Token) -> bool:
        """Whether the predicate at `token` is in the conclusion, and not one of the words that draw it."""
        if self.conclusion is None or self.marker.start <= token.idx < self.marker.end:
            return False
        return lies_under(token, self.conclusion, self.premise)

    def argues(self, token: Token) -> bool:
        """Whether the predicate at `token` is in the premise, where that is in the same sentence."""
        if self.premise is None or self.marker.start <= token.idx < self.marker.end:
            return False
        if self.reach == "noun":
            return token.i == self.premise
        return lies_under(token, self.premise, self.conclusion, asides=self.reach == "all")


def lies_under(token: Token, top: int, barred: int | None = None, *, asides: bool = False) -> bool:
    """Whether `top` governs the token, not through `barred` nor (unless `asides`) a relative or adverbial clause."""
    for _ in range(MAX_STEPS):
        if token.i == top:
            return True
        if token.i in {barred, token.head.i} or (not asides and _is_aside(token)):
            return False
        token = token.head
    return False


def _is_aside(token: Token) -> bool:
    """A relative clause, or an adverbial one with a conjunction or of purpose, but no bare participle clause."""
    if token.dep_ == "advcl":
        return any(c.dep_ == "mark" or c.tag_ in {"WRB", "TO"} for c in token.lefts)
    return token.dep_ == "relcl"


def _clause(token: Token) -> Token:
    for _ in range(MAX_STEPS):
        if token.dep_ in CLAUSES or token.head.i == token.i:
            break
        token = token.head
    return token


def find(analysis: Analysis) -> tuple[Inference, ...]:
    """The conclusions drawn in a text, in text order."""
    return _LAST.of(analysis)


def _find(analysis: Analysis) -> tuple[Inference, ...]:
    return tuple(found for n, sentence in enumerate(analysis.sentences) for found in _in_sentence(n, sentence))


_LAST = Last(_find)


def _in_sentence(n: int, sentence: SpacySpan) -> Iterator[Inference]:
    for token in sentence:
        word = token.lower_
        if word in ADVERBS and token.dep_ in {"advmod", "cc", "dep", "mark"}:
            yield from _by_adverb(n, token)
        elif word in MARKS and token.dep_ == "mark":
            yield from _by_mark(n, token, sentence)
        elif word in PARTICIPLES and token.dep_ in {"prep", "advcl", "pcomp", "acl"}:
            yield from _by_participle(n, token)
        elif token.lemma_ in VERBS and token.pos_ == "VERB":
            yield from _by_verb(n, token)
        elif word in DOUBTLESS and token.dep_ == "dobj" and any(c.lower_ == "no" for c in token.lefts):
            clause = _clause(token)
            marker = _span(clause if clause.i < token.i else token.left_edge, token)
            yield Inference(n, marker, clause.i, None, drawn=True)


def _by_adverb(n: int, token: Token) -> Iterator[Inference]:
    """ "Therefore, C"; "P, and therefore C". "thus avoiding war" tells a result, no conclusion."""
    clause = _clause(token)
    first = clause.head
    follows = clause.dep_ in {"conj", "ccomp", "parataxis", "advcl"} and first.i < token.i
    if clause.tag_ == "VB" and not any(c.dep_ in {"nsubj", "aux"} for c in clause.lefts):
        return  # "Therefore, let us begin": a call, no conclusion
    if token.head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.head.lefts):
        return
    yield Inference(n, _span(token, token), clause.i, first.i if follows else None, drawn=True)


def _by_mark(n: int, token: Token, sentence: SpacySpan) -> Iterator[Inference]:
    """ "C because P", "C, since P", "C, as N has proven P"; and "As N has proven P." after the sentence with C."""
    premise, mark = token.head, _span(token, token)
    if not _is_reason(token, premise):
        return
    if premise.dep_ == "advcl":
        conclusion = _clause(premise.head)
        if conclusion.lemma_ != "be" or not any(c.lower_ in IMPERSONAL for c in conclusion.lefts):
            yield Inference(n, mark, conclusion.i, premise.i, drawn=False)
    elif premise.dep_ == "ROOT" and token.lower_ == "as" and token.i <= sentence.start + 1:
        yield Inference(n, mark, None, premise.i, drawn=False)


def _is_reason(mark: Token, premise: Token) -> bool:
    """Whether "since" and "as" tell a reason here, not a time or a likeness."""
    if mark.lower_ == "as":
        return premise.lemma_ in SHOWN and any(c.dep_ == "nsubj" for c in premise.lefts)
    if mark.lower_ == "since":
        return premise.lemma_ in TIMELESS or any(c.dep_ == "aux" and c.lemma_ == "have" for c in premise.lefts)
    return True


def _by_participle(n: int, token: Token) -> Iterator[Inference]:
    complements = {"dobj", "pobj", "ccomp", "pcomp", "prep", "advcl", "acl"}
    if token.head.i == token.i or not any(c.dep_ in complements for c in token.rights):
        return
    before = token.nbor(-1) if token.i > token.sent.start else None
    if token.lower_ != "considering" and (token.dep_ == "acl" or (before is not None and not _sets_off(before))):
        return
    yield Inference(n, _span(token, token), _clause(token.head).i, token.i, drawn=True, reach="all")


def _sets_off(before: Token) -> bool:
    return before.is_punct or before.lower_ in {"especially", "particularly", "and", "but"}


def _by_verb(n: int, token: Token) -> Iterator[Inference]:
    """ "P, which indicates that C"; "This proves that C"; "The attack shows that C"."""
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    content = next((c for c in token.rights if c.dep_ in {"ccomp", "xcomp"}), None)
    if subject is None:
        return
    marker = _span(subject if subject.pos_ in {"PRON", "DET"} else token, token)
    if token.dep_ in {"relcl", "advcl"} and subject.lower_ == "which" and subject.i and subject.nbor(-1).lower_ == ",":
        if content is not None or any(c.dep_ == "prep" and c.lower_ in {"to", "at"} for c in token.rights):
            yield Inference(n, marker, token.i, _clause(token.head).i, drawn=True)
    elif content is not None and content.dep_ == "ccomp" and subject.lower_ in PRONOUNS and token.dep_ != "relcl":
        yield Inference(n, marker, content.i, None, drawn=True)
    elif content is not None and subject.pos_ == "NOUN" and not any(c.tag_ == "MD" for c in token.lefts):
        yield Inference(n, marker, content.i, subject.i, drawn=False, reach="noun")


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
