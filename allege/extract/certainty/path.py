"""The way from a predicate up to the root of its sentence, and the value at its end.

One reader serves one analysis: what a clause says of itself is read once, however many predicates lie in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from spacy.tokens import Doc, Token

from allege.analyse.reading import text_of
from allege.claim import Certainty
from allege.extract.certainty import local, register
from allege.extract.certainty.clause_steps import clause_step
from allege.extract.certainty.lexicon import ANCHOR, CUES, combine
from allege.extract.certainty.local import Local
from allege.extract.certainty.noun_steps import noun_step
from allege.extract.certainty.step import ROOT, Step

MAX_STEPS = 25
"""Clauses deeper than this are read as if they began there (bounds the cost of broken parses)."""

REFUTING = frozenset({"false", "denial", "holds", "guilt"})
"""Signatures under which what is told in hearsay is not so."""

Path = tuple[tuple[Token, Step], ...]
"""The tokens from a predicate to the root with their steps, innermost first."""


def step_up(token: Token) -> Step:
    """The step from a token to what governs it."""
    if token.head.i == token.i:
        return ROOT
    return noun_step(token) if local.is_noun(token) else clause_step(token)


class Reader:
    """Reads clauses of one parsed text, and keeps what it has read."""

    def __init__(self, doc: Doc) -> None:
        self._locals: dict[int, Local] = {}
        self._steps: dict[int, Step] = {}
        self._asked = frozenset(_asked(doc))
        self._doc = doc

    @cached_property
    def chance_of_news(self) -> float:
        """The chance that the text is written as news is."""
        return register.chance_of_news(self._doc)

    def local(self, token: Token) -> Local:
        """The cues in the token's own clause or noun phrase."""
        found = self._locals.get(token.i)
        if found is None:
            children = list(token.children)
            if local.is_noun(token):
                found = local.read_noun(token, children)
            else:
                found = local.read_verb(token, children, asked=token.i in self._asked)
            self._locals[token.i] = found
        return found

    @contextmanager
    def silenced(self, token: Token) -> Iterator[None]:
        """Reads the token's own clause as if it held no cue: its negation or future is part of what is predicated.

        A question whether it will be, or a condition on which alone it will, is not.
        """
        own = self.local(token)
        left = next((why for why in (local.QUESTION, local.DEPENDS) if why in own.features), None)
        value = ANCHOR if left is None else Certainty.UU
        self._locals[token.i] = Local(value, value, left or "")
        try:
            yield
        finally:
            self._locals[token.i] = own

    def step(self, token: Token) -> Step:
        """The step from a token to its governor."""
        found = self._steps.get(token.i)
        if found is None:
            found = self._steps[token.i] = step_up(token)
        return found

    def path(self, token: Token) -> Path:
        """The tokens from a predicate to the root with their steps, innermost first."""
        out: list[tuple[Token, Step]] = []
        here: Token | None = token
        while here is not None and len(out) < MAX_STEPS:
            step = self.step(here)
            out.append((here, step))
            here = step.governor
        return tuple(out)

    def fold(self, path: Path, start: Certainty = ANCHOR) -> tuple[Certainty, str]:
        """The value at the innermost end of a path whose outermost token stands in a place worth `start`, and why."""
        context, own = start, ""
        reasons: list[str] = []
        outer: Local | None = None
        refuted = "denial" if start.polarity == "-" else ""
        for token, step in reversed(path):
            if outer is not None:
                inside = combine(context, outer.without(token.i))
                said = [own] if inside != context else []
                told = bool(refuted) and step.governor is not None and _is_hearsay(step.governor, refuted)
                if not step.joins:
                    context, before = inside if told else step.signature.apply(inside), inside
                    refuted = step.signature.name if step.signature.name in REFUTING and context.polarity == "-" else ""
                    reasons = [] if step.signature.settles else [*reasons, *said]
                    reasons += [step.why] if context != before or step.signature.settles else []
                elif step.shares:
                    context, reasons = inside, [*reasons, *said]
            outer = self.local(token)
            own = outer.why
        value = context if outer is None else _innermost(path[0][0], context, outer.value)
        reasons += [own] if value != context else []
        return value, ", ".join(dict.fromkeys(r for r in reasons if r)) or "no hedge"


def _is_hearsay(noun: Token, refuted: str) -> bool:
    """Whether what a noun tells is not so where it is refuted; a statement stands, but for what it tells is "false"."""
    stated = refuted == "false" and noun.lemma_.lower() in CUES.traits["stated"]
    return stated or noun.lemma_.lower() in CUES.hearsay


def _innermost(token: Token, context: Certainty, own: Certainty) -> Certainty:
    """What is held of a predicate where it stands: a deed that never was is not made likelier by being "alleged"."""
    if context == Certainty.CT_MINUS and own.polarity != "-" and local.is_noun(token):
        return context
    if context.polarity == "+" and local.is_any(token):
        return Certainty.UU  # "promised force to | any incursion"
    return combine(context, own)


def _asked(doc: Doc) -> Iterator[int]:
    """The indices of the heads of clauses that end in a question mark."""
    if "?" not in text_of(doc):
        return
    marks = {doc.vocab.strings[mark] for mark in ("?", "??", "?!", "???")}
    for index, word in enumerate(doc.to_array("ORTH").tolist()):
        if word in marks:
            head = _asked_head(doc[index])
            yield head.i
            yield from _inverted(head)


def _inverted(head: Token) -> Iterator[int]:
    """The participle that a question asks about, read as part of its subject: "Were the men | shot by guards?"."""
    if head.lemma_ == "be":
        for subject in head.rights:
            if subject.dep_ in ("nsubj", "attr"):
                yield from (c.i for c in subject.rights if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBG"))


def _asked_head(mark: Token) -> Token:
    here = mark.head if mark.head.i != mark.i else mark.nbor(-1) if mark.i else mark
    for _ in range(MAX_STEPS):
        if here.dep_ in local.CLAUSES or here.head.i == here.i:
            break
        here = here.head
    headed = _behind_colon(here, mark)
    if headed is not None or not _closes_quote(mark):
        return headed or here
    inside = (c for c in here.children if c.dep_ == "ccomp" and c.i < mark.i and c.right_edge.i >= mark.i - 2)
    return next(inside, here)


def _behind_colon(over: Token, mark: Token) -> Token | None:
    """The head of a question behind a colon, which parsers hang on what stands before it: "Orlen: who | fired?"."""
    colon = next((t for t in mark.doc[over.i + 1 : mark.i] if t.text == ":"), None)
    if colon is None or colon.i + 1 == mark.i:
        return None
    asked = mark.doc[colon.i + 1 : mark.i]
    return next((t for t in asked if t.pos_ in ("VERB", "AUX") and t.head.i <= colon.i), None)


def _closes_quote(mark: Token) -> bool:
    return mark.i + 1 < len(mark.doc) and mark.nbor().text in {'"', "”", "''", "’", "'", "“"}
