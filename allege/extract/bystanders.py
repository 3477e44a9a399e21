"""Who tells of an event as somebody who was there: a passer-by named by daily work, or one whom a clause puts there.

"A market trader said soldiers fired into the crowd", "Ana Voss, who hid in the cellar, said the house was shelled".
Words in data/evidence/kinds.toml.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.analysis import Analysis
from allege.claim import Attribution, SourceKind

TOLD = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.UNNAMED})
AT = frozenset({"at", "near", "in", "inside", "on", "outside"})


def _words(name: str) -> frozenset[str]:
    table = data.lexicon("evidence/kinds.toml")["bystanders"]
    return frozenset(table[name]) if isinstance(table, dict) else frozenset()


TRADES, PRESENT = _words("nouns"), _words("verbs")


def tells(analysis: Analysis, item: Attribution, speech: Collection[str]) -> bool:
    """Whether the source of an attribution speaks (its cue is of `speech`) and is such a passer-by."""
    head = analysis.head_of(item.source) if item.source else None
    if head is None or item.source_kind not in TOLD:
        return False
    said = any(t.lemma_.lower() in speech for t in analysis.tokens(item.cue))
    return said and any(t.lemma_.lower() in TRADES or _was_there(t) for t in _names(head))


def _names(head: Token) -> Iterator[Token]:
    """The noun and what stands in apposition to it."""
    yield head
    yield from (c for c in head.rights if c.dep_ == "appos")


def _was_there(noun: Token) -> bool:
    """Whether a clause about a person puts them at the place: "who saw it", "who was at the gate"."""
    for verb in (c for c in noun.rights if c.dep_ in {"relcl", "acl"}):
        around = list(verb.children)
        if any(c.dep_ == "neg" or c.tag_ == "MD" for c in around):
            continue
        if verb.lemma_ in PRESENT or (verb.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ in AT for c in around)):
            return True
    return False
