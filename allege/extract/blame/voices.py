"""Whoever lays a deed at somebody's door speaks: "the report implicates the army in it" is the report's word.

Rules and encoder learnt what speech is from reports in which few are accused. Where words of blame tie a doer to a
deed, their voice is an attribution even so: else the text itself would be taken to vouch for the accusation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, SourceKind, Spans, covers
from allege.extract import attribution
from allege.extract.attribution.heard import Heard, Stretch, joined, spans, stretches
from allege.extract.attribution.tree import Tree, grow
from allege.extract.attribution.who import phrase
from allege.extract.blame.tie import Tie
from allege.extract.nouns import is_nobody
from allege.extract.phrases import phrase as naming
from allege.extract.roles import RELATIVE, antecedent, children

FRAME = "blame"
"""What `why` calls an attribution that the words of blame alone gave."""

SCORE = 0.7
"""Score of such an attribution: about as often right as a rule's plain "accused of"."""


def heard(analysis: Analysis, said: tuple[Attribution, ...], tied: Mapping[int, Tie]) -> tuple[Attribution, ...]:
    """The same attributions, and one for each tie with a voice of its own that none of them has.

    An attribution with the same cue gets the deed into its content, and the act of the tie where it only tells; one
    whose cue is nothing but somebody accused ("Government | forces") goes.
    """
    voiced = {deed: (tie, tie.act) for deed, tie in tied.items() if tie.act is not None and not _is_nobodys(tie)}
    if not voiced:
        return said
    tree = grow(analysis)
    accused = {d.i for tie, _ in voiced.values() for d in tie.doers}
    out = [a for a in said if not (a.cue and {t.i for t in analysis.tokens(a.cue)} <= accused)]
    more: dict[int, tuple[Heard, Act]] = {}
    for at, (tie, act) in voiced.items():
        deed = analysis.doc[at]
        content = _content(tree, deed, tie)
        known = next((n for n, a in enumerate(out) if any(covers(a.cue, t.idx) for t in tie.cue)), None)
        if known is not None and (tie.voice is None or out[known].source):
            out[known] = _acting(_with_deed(analysis, out[known], tie, deed, spans(tree, content)), act)
            continue
        if known is not None:
            out.pop(known)  # whose word it is stands behind the deed: heard anew
        first = more.get(tie.cue[0].i)  # "convicted of the raid, the fire and the theft" is said in one breath
        if first is None:
            more[tie.cue[0].i] = _made(tree, tie, content), act
        else:
            more[tie.cue[0].i] = replace(first[0], content=joined([*first[0].content, *content])), first[1]
    same = not more and len(out) == len(said)
    return tuple(out) if same else attribution.with_more(analysis, out, more.values(), SCORE)


def _is_nobodys(tie: Tie) -> bool:
    """Whether nobody blames, or nobody is blamed: "no one has been charged over the killings"."""
    unblamed = tie.act is Act.ACCUSE and any(map(is_nobody, (*tie.doers, *children(tie.word, "nsubjpass"))))
    return unblamed or (tie.voice is not None and is_nobody(tie.voice))


def _with_deed(analysis: Analysis, item: Attribution, tie: Tie, deed: Token, content: Spans) -> Attribution:
    """The attribution with the deed among what is said, and without the accused for its source."""
    accused = _is_accused(analysis, item, tie)
    if accused:
        item = replace(item, source=(), source_kind=SourceKind.UNNAMED, named=False, act=Act.ASSERT)
    if not accused and covers(item.content, deed.idx):
        return item
    return replace(item, content=_whole(item.content, content))


def _acting(item: Attribution, act: Act) -> Attribution:
    return replace(item, act=act, why=f"{item.why}, {FRAME}") if item.act is Act.ASSERT else item


def _is_accused(analysis: Analysis, item: Attribution, tie: Tie) -> bool:
    """Whether the one who is accused was taken for the one who says so: "who is wanted for it"."""
    cleared = tie.act is Act.DENY and bool(children(tie.cue[0], "auxpass"))  # "was found not guilty of it"
    if not (tie.act is Act.ACCUSE or cleared) or tie.voice is not None:
        return False
    words = ((antecedent(t) or t) if t.lower_ in RELATIVE else t for t in analysis.tokens(item.source))
    return not {t.i for t in words}.isdisjoint(d.i for d in tie.doers)


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
