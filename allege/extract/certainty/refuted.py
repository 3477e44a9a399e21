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
    """A stretch of the text and what the author makes of it; `whole`: of all told there, not of its main clause.

    `at`: where he says so, if in a sentence of its own; `several`: of several things told ("These are inventions").
    """

    span: Span
    value: Certainty
    why: str
    whole: bool = False
    at: int | None = None
    several: bool = False


def settled(
    analysis: Analysis, token: Token, chain: Sequence[Attribution], held: tuple[Commitment, ...]
) -> tuple[Commitment, ...]:
    """The same commitments to the predicate at `token`, the author's by his own verdict where he gives one."""
    found = next((v for v in _LAST.of(analysis) if v.span.start <= token.idx < v.span.end), None)
    if found is None or held[0].value.polarity == "-" or not (found.whole or chain or _is_asserted(token)):
        return held
    value = found.value if found.at is None else _taken_up(found, token, chain, held)
    return held if value is None else (Commitment(held[0].source, value, found.why), *held[1:])


def _taken_up(
    found: Verdict, token: Token, chain: Sequence[Attribution], held: tuple[Commitment, ...]
) -> Certainty | None:
    """What a sentence leaves of what the one before tells: of a denial called a lie the contrary; None: all of it.

    "He accuses us of having shot him. This is a lie.": he does accuse. What a speaker goes on to call a lie is not for
    the author to judge ('"We never armed them," he said. "These are inventions."').
    """
    if not chain:
        return None if _tells(token) else found.value
    if found.at is not None and any(a.content and a.content[0].start <= found.at < a.content[-1].end for a in chain):
        return None
    if held[-1].value.polarity == "-" and found.several:
        return None
    denied = held[-1].value == Certainty.CT_MINUS  # "said they did not. That is not true."
    return found.value.negated() if denied and len(chain) == 1 else found.value


def _tells(token: Token) -> bool:
    """Whether a verb only tells that somebody said, denied or charged something."""
    return any((found := lookup(token, form)) is not None and found.name in TELLING for form in ("that", "of"))


TELLING = frozenset({"report", "denial", "accusation", "belief"})
"""Signatures of verbs of speaking and thinking."""


def _verdicts(analysis: Analysis) -> tuple[Verdict, ...]:
    text = analysis.document.text
    of_cards = (Verdict(c.content, c.value, "verdict", whole=True) for c in cards.find(text) if c.value is not None)
    return (*of_cards, *_taken_back(analysis.sentences))


_LAST = Last(_verdicts)


def _taken_back(sentences: Sequence[Sentence]) -> Iterator[Verdict]:
    for before, sentence in pairwise(sentences):
        first = _first(sentence)
        if _calls_false(sentence, first, before):
            span, root = Span(before.start_char, before.end_char), first
            why = f"called '{predicate(root).lower_}' right after"
            several = any(c.lower_ in SEVERAL for c in root.lefts)
            yield Verdict(span, Certainty.CT_MINUS, why, at=root.idx, several=several)
        if _is_supposed(before, sentence):
            yield Verdict(Span(sentence.start_char, sentence.end_char), Certainty.UU, "supposed before", whole=True)
        for told in _corrected(before, sentence):
            span = Span(told.idx, told.idx + len(told))
            yield Verdict(span, Certainty.CT_MINUS, "corrected")
        for told in _unfulfilled(before, sentence):
            span = Span(told.idx, told.idx + len(told))
            yield Verdict(span, Certainty.CT_MINUS, "denied right after")


SEVERAL = frozenset({"these", "those", "they"})
SUPPOSING = frozenset({"suppose", "assume", "imagine", "say"})
"""Commands to take a thing for given: "Suppose the guards fired."."""


def _is_supposed(before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence only draws out what the one before supposes: "Suppose they fired. Then they have killed"."""
    root = before.root
    over = root if root.lemma_ != "let" else next((c for c in root.rights if c.dep_ in ("ccomp", "xcomp")), root)
    words = [t for t in sentence if not (t.is_space or t.is_punct)]
    then = bool(words) and (words[0].lower_ == "then" or [t.lower_ for t in words[:3]] == ["in", "that", "case"])
    if not then or over.lemma_.lower() not in SUPPOSING or over.tag_ not in ("VB", "VBP"):
        return False
    own = any(c.dep_ in SUBJECTS for c in over.lefts) and root.lemma_ != "let"
    return not own and any(c.dep_ == "ccomp" for c in over.rights)


OPENINGS = ("in fact", "in reality", "actually", "instead", "it was in fact")
EARLIER = frozenset({"earlier", "previous", "original", "first", "initial"})
OWN_TEXTS = frozenset({"article", "story", "report", "post", "page", "headline", "piece", "item", "dispatch"})


def _corrected(before: Sentence, sentence: Sentence) -> Iterator[Token]:
    """The verbs of what an earlier version of the text said, where a note corrects it: "In fact the guard drowned."."""
    noted = before.text.lower().lstrip().startswith(("correction", "clarification", "corrected"))
    if not noted and not sentence.text.lower().lstrip().startswith(OPENINGS):
        return
    for version in before:
        if version.lemma_ != "version" or version.dep_ != "nsubj" or not _is_earlier(version):
            continue
        for told in (c for c in version.head.rights if c.dep_ == "ccomp"):
            yield told
            yield from told.conjuncts


def _is_earlier(version: Token) -> bool:
    """Whether it is the text itself that was other: "an earlier version of this article"."""
    of = (noun for c in version.rights if c.lower_ == "of" for noun in c.rights)
    own = any(noun.lemma_ in OWN_TEXTS and any(c.lower_ in ("this", "our", "the") for c in noun.lefts) for noun in of)
    return own and any(c.lower_ in EARLIER for c in version.lefts)


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


def _first(sentence: Sentence) -> Token:
    """The verb of what a sentence says before a colon, of the whole of another: "They were false: he came home"."""
    root = sentence.root
    said = (c for c in root.lefts if c.dep_ == "ccomp" and c.right_edge.i < root.i)
    return next((c for c in said if c.right_edge.nbor().text in (":", ";", "—", "–")), root)


def _calls_false(sentence: Sentence, root: Token, before: Sentence) -> bool:
    """Whether a sentence only says that the one before is not so: "That was incorrect", "This report is not true".

    Where that is what the writer told earlier, "that was wrong" judges the report, and no deed.
    """
    known = lookup(predicate(root), "that") if root.lemma_ == "be" and _length(sentence, root) <= LONGEST else None
    if known is None or any(c.dep_ == "aux" for c in root.children):
        return False
    denied = any(c.dep_ == "neg" for c in root.children)
    if known.name != ("turns out" if denied else "false"):
        return False
    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.dep_ in ("ccomp", "advcl", "relcl", "xcomp") for c in root.children):
        return False
    told = subject.lemma_.lower() in CUES.hearsay
    if told:
        return any(c.lower_ in POINTING for c in subject.lefts)
    judging = predicate(root).lemma_.lower() in JUDGING and not _own_report(before)
    if subject.lower_ == "they":  # "Rumours spread that …. | They | were false"
        return any(c.dep_ in SUBJECTS and c.lemma_.lower() in CUES.hearsay for c in before.root.lefts)
    return subject.lower_ in IMPERSONAL - {"there"} and not judging


def _length(sentence: Sentence, root: Token) -> int:
    """How many words it has without a second verdict ("is false | and a figment of his mind")."""
    more = [c.left_edge.i for word in (predicate(root), root) for c in word.rights if c.dep_ == "conj"]
    return min(more, default=sentence.end if root.dep_ == "ROOT" else root.right_edge.i + 1) - sentence.start


def _is_asserted(token: Token) -> bool:
    """Whether a sentence asserts the predicate, and does not take it for granted or tell it by the way."""
    while token.head.i != token.i:
        if token.dep_ not in ASSERTED:
            return False
        token = token.head
    return True
