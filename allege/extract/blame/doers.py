"""Those at whose door a deed is laid are its actors: they, and not the words that lay it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.reading import text_of
from allege.claim import Act, ClaimKind, Role, Span, Spans
from allege.extract.blame.links import links, words
from allege.extract.blame.named import CULPRITS
from allege.extract.blame.tie import Tie
from allege.extract.blame.ties import tie_of
from allege.extract.events.counts import count_in, counted, of_victims
from allege.extract.happenings import happens
from allege.extract.nouns import in_class, is_nobody, is_paper, weapon_class, with_lemma
from allege.extract.phrases import phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import children, conjuncts, prepositional, spread

DEATH = 0.6
"""Score of a death as a deed: blame is laid for accidents too."""

STRUCK = frozenset({"victim", "dead", "casualty", "survivor", "deceased"})
"""Those who are named by what was done to them: "blamed the victims" makes no doers of them."""

AGAINST = ("against", "on")
"""Prepositions behind which stands what an operation was aimed at."""


def is_assault(predication: Predication) -> bool:
    """Whether it is a deed that somebody can be blamed for."""
    return predication.kind is ClaimKind.EVENT and predication.type == "ASSAULT"


def is_struck(token: Token) -> bool:
    """Whether a phrase names somebody by what was done to him."""
    return token.lemma_.lower() in STRUCK


def deaths(analysis: Analysis) -> Iterator[Predication]:
    """Deaths and disappearances that are laid at somebody's door: "blamed them for the mayor's death".

    No others are deeds.
    """
    for token in with_lemma(analysis.doc, ["death", "disappearance"]):
        if token.pos_ == "NOUN" and (tie := tie_of(token)) is not None and tie.doers:
            dead = spread([*children(token, "poss"), *prepositional(token, "of")])
            fillers = [Filler(Role.RECIPIENT, phrase(t), t.i) for t in dead]
            name = token.lemma_.lower()
            mode = "abduct" if name == "disappearance" else None
            number = _number(token)
            if mode is None:
                fillers += of_victims(analysis, Role.DEATHS, dead)
                fillers += [] if number is None else [counted(analysis, Role.DEATHS, number)]
            anchor = (Span(token.idx, token.idx + len(token)),)
            made = Predication(ClaimKind.EVENT, "ASSAULT", anchor, token.i, mode, score=DEATH, why=name)
            yield replace(made, fillers=tuple(fillers))


def culprits(analysis: Analysis) -> Iterator[Predication]:
    """What somebody did who is said to be who did it: "the killers of the mayor were soldiers"."""
    for token in with_lemma(analysis.doc, CULPRITS):
        victims = spread([*children(token, "poss"), *prepositional(token, "of")])
        if token.pos_ == "NOUN" and victims and tie_of(token) is not None:
            fillers = tuple(Filler(Role.RECIPIENT, phrase(t), t.i) for t in victims)
            name, anchor = token.lemma_.lower(), (Span(token.idx, token.idx + len(token)),)
            mode = CULPRITS[name]
            yield Predication(ClaimKind.EVENT, "ASSAULT", anchor, token.i, mode, fillers=fillers, score=DEATH, why=name)


def _number(death: Token) -> Token | None:
    """How many deaths: "31 | deaths", "31 of the | deaths"."""
    over = death.head.head if death.dep_ == "pobj" and death.head.lower_ == "of" else death
    return over if over.pos_ == "NUM" else count_in(death)


def operations(analysis: Analysis) -> Iterator[Predication]:
    """What is owned up to as a deed without saying which: "claim responsibility for the operation against the depot".

    Nobody claims responsibility for a relief operation; elsewhere the word tells of no assault.
    """
    for token in with_lemma(analysis.doc, words("operations")):
        tie = tie_of(token) if token.pos_ == "NOUN" else None
        if tie is None or tie.act is not Act.CLAIM_RESPONSIBILITY or _refuses(tie):
            continue
        struck = spread([t for name in AGAINST for t in prepositional(token, name)])
        fillers = tuple(Filler(Role.RECIPIENT, phrase(t), t.i) for t in struck)
        anchor = (Span(token.idx, token.idx + len(token)),)
        yield Predication(
            ClaimKind.EVENT, "ASSAULT", anchor, token.i, fillers=fillers, score=DEATH, why="owned operation"
        )


def _refuses(tie: Tie) -> bool:
    """Whether no deed is owned up to: "claimed no responsibility", "has not claimed"; firms "take" it for accidents."""
    cue = (tie.word, *tie.cue)
    claimed = any(word.lemma_.lower() == "claim" for word in cue)
    return not claimed or any(c.dep_ == "neg" or c.lower_ == "no" for word in cue for c in word.children)


def ties(analysis: Analysis, found: Iterable[Predication]) -> Mapping[int, Tie]:
    """By the head of each assault what lays it at somebody's door, where something does."""
    tied = ((p.head, tie_of(analysis.doc[p.head])) for p in found if is_assault(p))
    return {head: tie for head, tie in tied if tie is not None}


def laid(analysis: Analysis, found: Iterable[Predication], tied: Mapping[int, Tie]) -> list[Predication]:
    """The same predications, those that are `tied` with the doers that their words name; nobody is no doer.

    A harm that has the doers of such a deed is as firmly theirs as the deed: "was not behind the raid that killed six".
    """
    out = [_laid(analysis, p, tied[p.head]) if p.head in tied and is_assault(p) else p for p in found]
    words = {p.head: p.laid for p in out if p.laid is not None}
    return [replace(p, act=words[p.act]) if p.act in words else p for p in out]


def _laid(analysis: Analysis, predication: Predication, tie: Tie) -> Predication:
    """The assault with the doers of its tie, where its own words name none.

    What stands in the tie itself ("responsibility") does nothing, nor do those who blame others; who is blamed or
    blames is not hit. Where nobody owns up or blames, the deed is without a doer, and as firm as ever.
    """
    doc = analysis.doc
    doers = [d for d in tie.doers if not (is_nobody(d) or is_struck(d) or _is_deed(d) or is_paper(d) or _is_tool(d))]
    words = {tie.word.i, predication.head, *(t.i for t in tie.cue)}
    if tie.voice is not None and tie.voice not in doers:
        words |= {t.i for t in conjuncts(tie.voice)}
    if tie.voice is not None and is_nobody(tie.voice):
        words |= {d.i for d in doers}
        doers = []
    own = [f for f in predication.fillers if f.role is Role.ACTOR and not _is_empty(doc[f.head], words)]
    own = [f for f in own if not is_struck(doc[f.head])]
    own = [f for f in own if f.head in {d.i for d in doers}] if tie.alone else own
    if tie.act is Act.ACCUSE and tie.word.dep_ == "acl" and tie.word.head.i == predication.head:
        # "in an attack | blamed on the front, several men killed him": the front's attack
        own = [f for f in own if doc[predication.head] in doc[f.head].ancestors]
    known = {f.head for f in own}
    if known <= {d.i for d in doers}:  # nobody, or some of those whom the tie names
        own += [Filler(Role.ACTOR, _named(d, doc[predication.head]), d.i) for d in doers if d.i not in known]
        own.sort(key=lambda filler: filler.head)
    apart = {t.i for t in (*doers, *([] if tie.voice is None else [tie.voice]))}
    kept = [f for f in predication.fillers if f.role is not Role.ACTOR and not _is_party(f, apart)]
    at = tie.at.i if tie.at is not None and doers else None
    why = f"{predication.why}, {' '.join(t.lower_ for t in (tie.cue or (tie.word,)))}"
    return replace(predication, fillers=(*own, *kept), laid=at, settled=True, why=why)


def _is_deed(token: Token) -> bool:
    """Whether a phrase names a deed, and nobody: "the shooting is not linked to | the attack"."""
    return happens(token) and not any(in_class(token, name) for name in ("person", "armed", "group", "state force"))


def _is_tool(token: Token) -> bool:
    """Whether a phrase names a weapon, and nobody: "several | guns | are connected to the shooting"."""
    return bool(weapon_class(token)) and token.pos_ == "NOUN" and not in_class(token, "person")


def _named(doer: Token, deed: Token) -> Spans:
    """The phrase of a doer without the deed, which parsers hang on it ("accused the army | of the raid")."""
    spans = phrase(doer)
    over = (deed, *deed.ancestors, *(link.child for link in links(deed)))
    at = min((t for t in over if t.head.i == doer.i and t.i > doer.i), key=lambda t: t.i, default=None)
    cut = spans[-1].end if at is None else at.left_edge.idx
    kept = [Span(start, min(end, cut)) for start, end in spans if start < cut]
    text = text_of(doer.doc)
    return tuple(Span(start, start + len(text[start:end].rstrip())) for start, end in kept)


def _is_empty(token: Token, words: set[int]) -> bool:
    return token.i in words or is_nobody(token)


def _is_party(filler: Filler, heads: set[int]) -> bool:
    return filler.role is Role.RECIPIENT and filler.head in heads
