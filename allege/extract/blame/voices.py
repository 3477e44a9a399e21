"""Whoever lays a deed at somebody's door speaks: "the report implicates the army in it" is the report's word.

Rules and encoder learnt what speech is from reports in which few are accused. Where words of blame tie a doer to a
deed, their voice is an attribution even so: else the text itself would be taken to vouch for the accusation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, SourceKind, Spans, covers
from allege.extract import attribution
from allege.extract.attribution.heard import Heard, Stretch, joined, stretches
from allege.extract.attribution.tree import Tree, grow
from allege.extract.attribution.who import phrase
from allege.extract.blame.ties import Tie
from allege.extract.nouns import is_nobody
from allege.extract.phrases import phrase as naming
from allege.extract.roles import RELATIVE, antecedent

FRAME = "blame"
"""What `why` calls an attribution that the words of blame alone gave."""

SCORE = 0.7
"""Score of such an attribution: about as often right as a rule's plain "accused of"."""


def heard(analysis: Analysis, said: tuple[Attribution, ...], tied: Mapping[int, Tie]) -> tuple[Attribution, ...]:
    """The same attributions, and one for each tie with a voice of its own that none of them has.

    An attribution with the same cue gets the deed into its content, and the act of the tie where it only tells.
    """
    named = {d.i for tie in tied.values() if tie.act is not None for d in tie.doers}
    out = [a for a in said if not (a.cue and {t.i for t in analysis.tokens(a.cue)} <= named)]
    more: dict[int, tuple[Heard, Act]] = {}
    tree: Tree | None = None
    for deed, tie in tied.items():
        if tie.act is None or (tie.voice is not None and is_nobody(tie.voice)):
            continue
        known = _known(analysis, out, tie)
        if known is not None and tie.voice is not None and not out[known].source:
            del out[known]  # its source is behind the deed: heard anew
            known = None
        accused = known is not None and _is_accused(analysis, out[known], tie)
        if known is not None and not accused and covers(out[known].content, analysis.doc[deed].idx):
            out[known] = _acting(out[known], tie.act)
            continue
        tree = tree or grow(analysis)
        content = _content(tree, analysis.doc[deed], tie)
        if known is None:
            more.setdefault(tie.cue[0].i, (_made(tree, tie, content), tie.act))
            continue
        item = _unnamed(out[known]) if accused else out[known]
        spans = attribution.words(tree, content)
        out[known] = _acting(replace(item, content=_whole(item.content, spans)), tie.act)
    return attribution.with_more(analysis, tree, out, more.values(), SCORE) if tree and more else tuple(out)


def _known(analysis: Analysis, said: Iterable[Attribution], tie: Tie) -> int | None:
    """The place of the attribution whose cue is the tie's."""
    return next((n for n, a in enumerate(said) if any(covers(a.cue, t.idx) for t in tie.cue)), None)


def _acting(item: Attribution, act: Act) -> Attribution:
    return replace(item, act=act, why=f"{item.why}, {FRAME}") if item.act is Act.ASSERT else item


def _is_accused(analysis: Analysis, item: Attribution, tie: Tie) -> bool:
    """Whether the one who is accused was taken for the one who says so: "who is wanted for it"."""
    if tie.act is not Act.ACCUSE or tie.voice is not None:
        return False
    words = ((antecedent(t) or t) if t.lower_ in RELATIVE else t for t in analysis.tokens(item.source))
    return not {t.i for t in words}.isdisjoint(d.i for d in tie.doers)


def _unnamed(item: Attribution) -> Attribution:
    return replace(item, source=(), source_kind=SourceKind.UNNAMED, named=False, act=Act.ASSERT)


def _whole(content: Spans, more: Spans) -> Spans:
    """Both contents, what they share once."""
    every = {*content, *more}
    return tuple(sorted(s for s in every if not any(a <= s.start and s.end <= z for a, z in every - {s})))


def _made(tree: Tree, tie: Tie, content: tuple[Stretch, ...]) -> Heard:
    verb = tie.cue[0]
    speaker = None if tie.voice is None else tie.voice.i
    source = () if speaker is None else phrase(tree, speaker, verb.i)
    cue = tuple(sorted({i for token in tie.cue for i in _verbal(token)}))
    return Heard(verb.i, "verb", verb.lemma_.lower(), FRAME, cue, source, content, speaker)


def _verbal(token: Token) -> Iterator[int]:
    """The word with its auxiliaries, its negation and its particle: "was not attributed"."""
    yield token.i
    if token.pos_ == "VERB":
        yield from (c.i for c in token.children if c.dep_ in ("aux", "auxpass", "neg", "prt"))


def _content(tree: Tree, deed: Token, tie: Tie) -> tuple[Stretch, ...]:
    """What is said: the deed and who did it, each with the words that hang on the cue with it, without the cue."""
    verb = tie.cue[0]
    pieces: list[Stretch] = []
    for token in (deed, *tie.doers):
        if tie.voice is not None and token.i == tie.voice.i:
            continue
        at = _under(token, verb)
        if at is None:
            pieces += [(t[0].i, t[-1].i + 1) for t in (deed.doc.char_span(*s) for s in naming(token)) if t is not None]
        else:
            pieces.append((tree.left[at.i], tree.right[at.i] + 1))
    cue = {i for token in tie.cue for i in _verbal(token)}
    inside = {i for first, last in joined(pieces) for i in range(first, last)} - cue
    return stretches(inside)


def _under(token: Token, verb: Token) -> Token | None:
    """The dependent of the verb that holds a token; None where the token lies outside the verb's clause."""
    at = token
    while at.head.i != at.i:
        if at.head.i == verb.i:
            return at
        at = at.head
    return None
