"""Which claims a text offers in support of which: premise -> conclusion.

Within a sentence through its conjunctions and verbs of showing, and from the sentences just before one that begins with
"Therefore"; see `reasoning.py`. Every look back and every link is bounded, so the cost grows with the text's length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Claim
from allege.extract import reasoning
from allege.extract.reasoning import Inference, lies_under

Placed = tuple[Claim, Token]


def links(analysis: Analysis, claims: Sequence[Claim]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the claims that each claim (by id) is offered in support of, in the order of `claims`."""
    found = reasoning.find(analysis)
    if not found or not claims:
        return {}
    placed = _by_sentence(analysis, claims)
    order = {claim.id: n for n, claim in enumerate(claims)}
    drawn = {i.sentence: i for i in reversed(found) if i.drawn}
    pairs: dict[tuple[str, str], None] = {}
    for inference in found:
        premises = _premises(analysis, inference, placed)
        for conclusion in _conclusions(inference, drawn, placed):
            for premise in premises:
                if premise.id != conclusion.id and (conclusion.id, premise.id) not in pairs:
                    pairs[premise.id, conclusion.id] = None
    out: dict[str, list[str]] = {}
    for premise_id, conclusion_id in pairs:
        out.setdefault(premise_id, []).append(conclusion_id)
    return {name: tuple(sorted(backed, key=order.__getitem__)) for name, backed in out.items()}


def _by_sentence(analysis: Analysis, claims: Iterable[Claim]) -> dict[int, list[Placed]]:
    """Claims with the head of their anchor, by the index of their sentence."""
    number = {sentence.start_char: n for n, sentence in enumerate(analysis.sentences)}
    out: dict[int, list[Placed]] = {}
    for claim in claims:
        head = analysis.head_of(claim.anchor)
        if head is not None and claim.sentence is not None and claim.sentence.start in number:
            out.setdefault(number[claim.sentence.start], []).append((claim, head))
    return out


def _concluded_before(sentence: int, drawn: Mapping[int, Inference], placed: Mapping[int, list[Placed]]) -> list[Claim]:
    """What the sentence before states: the conclusion that it draws, where it draws one."""
    n = next((n for n in _back(sentence) if n in placed), None)
    if n is None:
        return []
    last = drawn.get(n)
    if last is not None and last.conclusion is not None:
        return [claim for claim, head in placed[n] if last.concludes(head)]
    return [claim for claim, head in placed[n] if not _is_aside(head)]


def _conclusions(
    inference: Inference, drawn: Mapping[int, Inference], placed: Mapping[int, list[Placed]]
) -> list[Claim]:
    if inference.conclusion is None:
        return _concluded_before(inference.sentence, drawn, placed)[: reasoning.CLAIMS]
    return [c for c, head in placed.get(inference.sentence, ()) if inference.concludes(head)][: reasoning.CLAIMS]


def _premises(analysis: Analysis, inference: Inference, placed: Mapping[int, list[Placed]]) -> list[Claim]:
    if inference.premise is not None:
        return [c for c, head in placed.get(inference.sentence, ()) if inference.argues(head)][: reasoning.CLAIMS]
    found: list[Claim] = []
    for n in _back(inference.sentence):
        if not analysis.sentences[n].text.rstrip().endswith("?"):
            found += [claim for claim, _ in placed.get(n, ())]
        if found and (len(found) >= reasoning.CLAIMS or _opens_paragraph(analysis, n)):
            break
    return found[: reasoning.CLAIMS]


def _back(sentence: int) -> range:
    return range(sentence - 1, max(sentence - 1 - reasoning.SENTENCES_BEFORE, -1), -1)


def _opens_paragraph(analysis: Analysis, n: int) -> bool:
    """Whether a sentence begins a paragraph: premises of "Therefore" come from one paragraph."""
    start = analysis.sentences[n].start_char
    text = analysis.document.text[max(start - 4, 0) : start]
    return start == 0 or "\n" in text


def _is_aside(head: Token) -> bool:
    return not lies_under(head, head.sent.root.i)
