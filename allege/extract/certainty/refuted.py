"""What the text itself calls false: "We reported that he was shot. That was incorrect.", "Claim: …. Verdict: False."

So it does with no more than an auxiliary: "Officials said guards had freed them. They have not."

How firmly the author holds what stands before then follows from the verdict; what others hold does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, Certainty, Commitment, Span
from allege.extract import cards
from allege.extract.certainty.governing import IMPERSONAL, lookup, predicate
from allege.extract.certainty.lexicon import CUES
from allege.extract.certainty.local import SUBJECTS
from allege.extract.last import Last
from allege.extract.roles import POINTING

LONGEST = 12
"""Words of a sentence that says no more than that something is not so."""

JUDGING = frozenset({"wrong", "impossible", "inconceivable", "unthinkable"})
"""Words that may call a deed bad or strange ("That was wrong"): a report alone is false by them."""

ASSERTED = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
"""Labels on the way from a sentence down to what it asserts."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stretch of the text and what the author makes of it; `whole`: of all told there, not of its main clause."""

    span: Span
    value: Certainty
    why: str
    whole: bool = False


def settled(
    analysis: Analysis, token: Token, chain: Sequence[Attribution], held: tuple[Commitment, ...]
) -> tuple[Commitment, ...]:
    """The same commitments to the predicate at `token`, the author's by his own verdict where he gives one."""
    found = next((v for v in _LAST.of(analysis) if v.span.start <= token.idx < v.span.end), None)
    if found is None or held[0].value.polarity == "-" or not (found.whole or chain or _is_asserted(token)):
        return held
    return (Commitment(held[0].source, found.value, found.why), *held[1:])


def _verdicts(analysis: Analysis) -> tuple[Verdict, ...]:
    text = analysis.document.text
    of_cards = (Verdict(c.content, c.value, "verdict", whole=True) for c in cards.find(text) if c.value is not None)
    return (*of_cards, *_taken_back(analysis.sentences))


_LAST = Last(_verdicts)


def _taken_back(sentences: Sequence[Sentence]) -> Iterator[Verdict]:
    for before, sentence in pairwise(sentences):
        if _calls_false(sentence, own_report=_own_report(before)):
            span = Span(before.start_char, before.end_char)
            yield Verdict(span, Certainty.CT_MINUS, f"called '{predicate(sentence.root).lower_}' right after")
        for told in _unfulfilled(before, sentence):
            span = Span(told.idx, told.idx + len(told))
            yield Verdict(span, Certainty.CT_MINUS, "denied right after")


PARTIES = frozenset({"he", "she", "it", "they"})


def _unfulfilled(before: Sentence, sentence: Sentence) -> Iterator[Token]:
    """The verbs of what somebody told of a party, which did not do it by the sentence behind: "They have not: …"."""
    words = [t for t in sentence if not t.is_space]
    at = next((i for i, t in enumerate(words) if t.lemma_ in ("have", "do", "be")), 0)
    if not at or [t.dep_ for t in words[at + 1 : at + 2]] != ["neg"]:
        return
    behind, who = words[at + 2 :], words[at - 1]
    if (behind and not (behind[0].is_punct and behind[0].text != ",")) or who.dep_ not in SUBJECTS:
        return
    for told in before:
        doer = next((c for c in told.lefts if c.dep_ in SUBJECTS), None)
        same = doer is not None and (who.lower_ in PARTIES or who.lemma_ == doer.lemma_)
        if same and told.dep_ == "ccomp" and _answers(words[at].lemma_, told):
            yield told


def _answers(auxiliary: str, told: Token) -> bool:
    """Whether an auxiliary can stand for what a verb tells: "had freed | have", "shot | did", "was shelled | was"."""
    own = {c.lemma_ for c in told.lefts if c.dep_ in ("aux", "auxpass")}
    if auxiliary == "have":
        return "have" in own and not any(c.dep_ == "auxpass" for c in told.lefts)
    if auxiliary == "be":
        return "be" in own and "have" not in own
    return told.tag_ in ("VBD", "VBN", "VBP", "VBZ", "VB") and told.lemma_ != "be" and "be" not in own


def _own_report(sentence: Sentence) -> bool:
    """Whether a sentence tells what its writer told before: "We reported at noon that a bridge had been hit"."""
    root = sentence.root
    ours = any(c.dep_ in SUBJECTS and c.lower_ in OURS for c in root.lefts)
    return ours and root.lemma_ in TOLD and root.tag_ in ("VBD", "VBN") and any(c.dep_ == "ccomp" for c in root.rights)


OURS = frozenset({"we", "i"})
TOLD = frozenset({"report", "write", "say", "state", "post", "publish", "announce", "tell", "claim"})
"""Whose report it is, and the verbs by which a writer tells what he told."""


def _calls_false(sentence: Sentence, *, own_report: bool = False) -> bool:
    """Whether a sentence only says that the one before is not so: "That was incorrect", "This report is false".

    `own_report`: the one before is what the writer told earlier; "that was wrong" then judges the report, no deed.
    """
    root = sentence.root
    known = lookup(predicate(root), "that") if root.lemma_ == "be" and len(sentence) <= LONGEST else None
    if known is None or known.name != "false" or any(c.dep_ in ("neg", "aux") for c in root.children):
        return False
    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.dep_ in ("ccomp", "advcl", "relcl", "xcomp") for c in sentence.root.children):
        return False
    told = subject.lemma_.lower() in CUES.hearsay
    if told:
        return any(c.lower_ in POINTING for c in subject.lefts)
    judging = predicate(root).lemma_.lower() in JUDGING and not own_report
    return subject.lower_ in IMPERSONAL - {"there"} and not judging


def _is_asserted(token: Token) -> bool:
    """Whether a sentence asserts the predicate, and does not take it for granted or tell it by the way."""
    while token.head.i != token.i:
        if token.dep_ not in ASSERTED:
            return False
        token = token.head
    return True
