"""Who attacked, whom or what, and with what, as the encoder sees it: phrases that the rules missed or cut elsewhere.

The head was fitted on reports of attacks, kidnappings, bombings, arson and robbery, so only assaults are looked at.
What the rules found stays, however unlikely the head thinks it: the head looks for what those reports' analysts wrote
down (named victims, no battles between armies), and a nameless victim is a victim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.analysis import Analysis
from allege.analyse.clauses.names.compounds import BEARINGS
from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.heads import TEMPLATE_ROLES
from allege.analyse.encoder.seen import Tagged
from allege.analyse.entries import entries
from allege.analyse.labels import FINITE
from allege.claim import Attribution, ClaimKind, MentionType, Role, Span, touches
from allege.extract.events.before import SUICIDE
from allege.extract.learned.elsewhere import elsewhere, is_beside, only_whence, told_among
from allege.extract.learned.hearers import has_no_part
from allege.extract.learned.marked import before_bracket, names_doer
from allege.extract.learned.parties import HOLDING, tellers, widened
from allege.extract.nouns import in_class, is_nobody, is_part, stands_alone
from allege.extract.phrases import when_before
from allege.extract.predication import TOLLS, Filler, Predication
from allege.extract.roles import NOMINAL, RELATIVE
from allege.extract.wordlists import word_list

ROLES: Mapping[str, tuple[Role, MentionType | None]] = {
    "individual perpetrator": (Role.ACTOR, None),
    "perpetrator organization": (Role.ACTOR, None),
    "target": (Role.RECIPIENT, MentionType.PLACE),
    "victim": (Role.RECIPIENT, MentionType.PERSON),
    "weapon": (Role.INSTRUMENT, MentionType.WEAPON),
}

PARTS = frozenset({Role.ACTOR, Role.RECIPIENT, Role.INSTRUMENT, Role.PLACE})

OTHERS = frozenset({"COERCE", "ACCUSE", "AID", "CONSULT", "REJECT", "REQUEST"})
"""Types of events that those do who come after an attack: police, courts, rescuers.

Nor is whoever is accused a doer on the word of anybody but the accuser: there the words of blame tie him to the deed.
"""

CUT = frozenset({"victim", "weapon"})
"""Phrases whose borders are taken as they are: the name without the office, the weapon without what it did.

Targets are widened: their own borders ("houses" for "500 houses") gave 1.5 points of exact F1 on dev, and less to read.
"""

TARGET, VICTIM = TEMPLATE_ROLES.index("target"), TEMPLATE_ROLES.index("victim")

FUNCTION = frozenset({"ADP", "CCONJ", "SCONJ", "AUX", "PART", "DET", "ADV"})
"""Parts of speech that no phrase ends in."""

"""Tags of verbs that no phrase holds: what goes on behind one is a clause."""

INSIDE = frozenset({"amod", "compound", "nmod", "relcl", "acl"})

LEADING = FUNCTION - {"DET"}

PREPOSED = frozenset({"compound", "amod", "nmod", "npadvmod"})
"""Labels of words before a noun, that name no thing for themselves."""

NAMED = frozenset({"GPE", "LOC", "NORP", "PERSON"})
"""Names that no weapon is."""

AUTHORS = frozenset({"mastermind", "perpetrator", "culprit", "author", "architect", "planner"})
"""Nouns for whoever is behind a deed."""

KEEPING = word_list("keeping")
"""Verbs of keeping a place or a thing, said of it before a "by"."""

LIFELESS = word_list("lifeless")
"""Nouns for what attacks nobody: "captured by a | camera"."""

LAND = word_list("taking land")
"""Rules by which land changes hands: nobody is a victim of that by itself."""

REACH = 2
"""Sentences from an assault to a phrase that is told later and belongs to it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Chances, as fitted. `shy`: what "no filler" counts for where a phrase is cut out; `sure`: from which a phrase is
    taken in the sentence of an assault; `far`: in a later sentence; `thing`: from which what is hit is a thing.
    """

    shy: float
    sure: float
    far: float
    thing: float


@cache
def limits() -> Limits:
    """Those of `allege/data/learned/violence.toml`."""
    table = data.lexicon("learned/violence.toml")
    return Limits(*(float(str(table[name])) for name in ("shy", "sure", "far", "thing")))


def armed(analysis: Analysis, found: list[Predication], said: Iterable[Attribution]) -> list[Predication]:
    """The same predications, assaults with the phrases that the encoder is sure of in their sentence or soon after."""
    at = [n for n, p in enumerate(found) if p.kind is ClaimKind.EVENT and p.type == "ASSAULT"]
    if analysis.encoded is None or not at:
        return found
    limit = limits()
    speakers = [*(span for attribution in said for span in attribution.source), *tellers(found)]
    doers = {f.head for p in found if _is_other(p) for f in p.fillers if f.role is Role.ACTOR or p.type == "ACCUSE"}
    caught = [f for p in found if p.type in HOLDING for f in p.fillers if f.role is Role.RECIPIENT]
    held = {i for f in caught for i in _same_person(analysis.doc[f.head])}
    met = {f.head for p in found if p.type == "CONSULT" for f in p.fillers if f.role is Role.RECIPIENT}
    out = list(found)
    far: list[Tagged] = []
    for tag in (_trimmed(analysis, tag) for tag in analysis.encoded.fillers(limit.shy)):
        if tag.chance < limit.sure or (ROLES[tag.label][0] is Role.ACTOR and touches(speakers, tag.span)):
            continue
        near = [n for n in at if touches((tag.span,), analysis.sentence_of(analysis.doc[found[n].head]))]
        if _only_tells(analysis, speakers, tag, [found[n] for n in near]):
            continue
        made = _filler(analysis, tag)
        if made is not None and made.head in {Role.ACTOR: doers | held, Role.RECIPIENT: met}.get(made.role, ()):
            continue
        if not _bordered(analysis, out, near, tag) and not _added(analysis, out, near, tag) and _reaches(tag, limit):
            far.append(tag)
    for tag in sorted(far, key=lambda tag: (-tag.chance, tag.span)):
        _belated(analysis, out, at, tag)
    for n in at:
        out[n] = _sorted(analysis, analysis.encoded, out[n])
    return out


def _only_tells(analysis: Analysis, speakers: Iterable[Span], tag: Tagged, near: Iterable[Predication]) -> bool:
    """Whether a phrase is but the name of who tells of the deeds near it: "…, a witness, Om Relk, told reporters"."""
    telling = [s for s in speakers if touches((s,), tag.span)]
    heads = [analysis.doc[p.head].idx for p in near]
    return bool(telling and heads) and not any(s.start <= head < s.end for s in telling for head in heads)


def _reaches(tag: Tagged, limit: Limits) -> bool:
    """Whether a phrase may belong to an assault of a sentence before: a doer may not.

    Of fourteen found so on dev two were told to be: "The guards were ambushed. They drove where the front has posts."
    """
    return tag.chance >= limit.far and ROLES[tag.label][0] is not Role.ACTOR


def _governs(token: Token, first: int) -> bool:
    """Whether a phrase that begins at `first` ends before this verb: "soldiers | fired", "saw soldiers | drag them"."""
    bare = token.tag_ == "VB" and any(c.dep_ == "nsubj" and c.i >= first for c in token.lefts)
    return bare or (token.tag_ in FINITE and token.dep_ not in INSIDE)


def _same_person(token: Token) -> Iterator[int]:
    """The words that are one person with it: "| One | of the men, | Ramzi Osk |"."""
    yield token.i
    yield from (c.i for c in token.children if c.dep_ == "appos")
    while token.dep_ in ("appos", "pobj") or (token.dep_ == "prep" and token.lower_ == "of"):
        token = token.head
        yield token.i


def _trimmed(analysis: Analysis, tag: Tagged) -> Tagged:
    """The phrase in whole words, without function words at its end ("two men for"), or a preposition before it."""
    tokens = list(analysis.tokens((tag.span,)))
    end = next(
        (n for n, t in enumerate(tokens) if n and (_governs(t, tokens[0].i) or names_doer(t, tokens[0].i))), None
    )
    tokens = tokens[:end]
    tokens = before_bracket(tokens)
    while len(tokens) > 1 and (tokens[-1].pos_ in FUNCTION or tokens[-1].lower_ in RELATIVE):
        tokens.pop()
    while len(tokens) > 1 and tokens[0].pos_ in LEADING:
        tokens.pop(0)
    tokens = tokens[when_before(analysis.doc, tokens[0].i, tokens[-1].i) :] if tokens else tokens  # "12 May | gunmen"
    return replace(tag, span=Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))) if tokens else tag


def _is_other(predication: Predication) -> bool:
    """An event that is no attack: whoever acts in it ("soldiers arrested three men") is known to do that."""
    return predication.kind is ClaimKind.EVENT and predication.type in OTHERS


def _bordered(analysis: Analysis, out: list[Predication], near: list[int], tag: Tagged) -> bool:
    """Gives a filler whose head the phrase holds the phrase's borders; whether there was one."""
    role, kind = ROLES[tag.label]
    done = False
    for n in near:
        if touches(out[n].anchor, tag.span):
            continue
        fillers = list(out[n].fillers)
        for k, filler in enumerate(fillers):
            if filler.role is role and tag.span.start <= analysis.doc[filler.head].idx < tag.span.end:
                cut = replace(filler, spans=(tag.span,), type=kind)
                fillers[k] = cut if tag.label in CUT else widened(filler, tag.span)
                done = True
        if done:
            out[n] = replace(out[n], fillers=tuple(dict.fromkeys(fillers)))
    return done


def _added(analysis: Analysis, out: list[Predication], near: list[int], tag: Tagged) -> bool:
    """Adds the phrase to the nearest assault of its sentence, as an actor only where it has none; whether it did."""
    made = _filler(analysis, tag)
    if made is None or (made.role is Role.ACTOR and not _acts(analysis, out, near, made)):
        return False
    if made.role is Role.RECIPIENT and _is_author(analysis.doc[made.head]):
        return False
    if tag.label == "individual perpetrator" and only_whence(analysis.doc[made.head]):
        return False  # "youths | from Orsa"; "fighters | from the Front" are the Front's
    for n in sorted(near, key=lambda n: (abs(out[n].head - made.head), n)):
        act, party = analysis.doc[out[n].head], analysis.doc[made.head]
        other = elsewhere(analysis, act, party) if made.role is Role.ACTOR else is_beside(act, party)
        if _takes(out[n], made) and not other and not has_no_part(act, party):
            if made.role is Role.RECIPIENT and _has_its_own(out[n], act, party):
                return True
            among = told_among(act, party) if made.role is Role.ACTOR else None
            out[n] = replace(_with(out[n], made, tag), laid=out[n].laid if among is None else among.i)
            return True
    return False


def _has_its_own(predication: Predication, act: Token, party: Token) -> bool:
    """Whether a verb tells whom it was done to, and the phrase is somewhere else: "shot a clerk after rebels entered |
    a bus". Not what stands in or beside the victim's phrase: "killed Osk, | also known as Velk".
    """
    own = [act.doc[f.head] for f in predication.fillers if f.role is Role.RECIPIENT]
    told = [t for t in own if t.head.i == act.i and t.dep_ in UNDERGOING] if act.pos_ == "VERB" else []
    if not told:
        return False
    within = any(t.is_ancestor(party) or party.is_ancestor(t) for t in own)
    return not within and all(min(abs(t.left_edge.i - party.i), abs(party.i - t.right_edge.i)) > BESIDE for t in own)


UNDERGOING = frozenset({"dobj", "nsubjpass"})
"""Labels of whom a verb is done to."""

BESIDE = 3
"""Words between a victim's phrase and another that may be told with it, at most."""


def _is_author(party: Token) -> bool:
    """Whether a phrase goes on to say who did it: "Osk, the alleged | mastermind | of the raids"."""
    named = [c for c in party.children if c.dep_ == "appos"]
    return any(t.lemma_.lower() in AUTHORS for noun in named for t in (noun, *noun.conjuncts))


def _acts(analysis: Analysis, out: list[Predication], near: list[int], made: Filler) -> bool:
    """Whether a phrase can be a doer: it is no part of who is hit here, nor does it only say whose a thing is."""
    hit = [s for n in near for f in out[n].fillers if f.role is Role.RECIPIENT for s in f.spans]
    party = analysis.doc[made.head]
    lifeless = party.lemma_.lower() in LIFELESS
    return not (touches(hit, made.spans[0]) or lifeless or _keeps(party)) and stands_alone(party)


def _keeps(party: Token) -> bool:
    """Whether a phrase only says who keeps a place or a thing: "at a checkpoint manned by | soldiers"."""
    by, verb = party.head, party.head.head
    behind = party.dep_ == "pobj" and by.lower_ == "by"
    return behind and verb.dep_ in ("acl", "relcl") and verb.lemma_ in KEEPING


def _belated(analysis: Analysis, out: list[Predication], at: list[int], tag: Tagged) -> None:
    """Adds a phrase that no assault of its sentence takes to the last assault before it, if that is near.

    Not where any assault of the text has the same words in that role already: nothing new is told. Nor does an entry of
    a list go on with the one before.
    """
    made = _filler(analysis, tag)
    before = [n for n in at if analysis.doc[out[n].head].idx < tag.span.start]
    if made is None or not before or _known(analysis, out, at, made):
        return
    last = max(before, key=lambda n: out[n].head)
    starts = (s.start_char for s in analysis.sentences)
    between = sum(analysis.doc[out[last].head].idx < start <= tag.span.start for start in starts)
    rows = [e.body.start for e in entries(analysis.document.text)]
    beside = _is_there(analysis, out[last], made)
    beside = beside or bisect_right(rows, analysis.doc[out[last].head].idx) < bisect_right(rows, tag.span.start)
    if between <= REACH and _takes(out[last], made) and not beside:
        out[last] = _with(out[last], made, tag)


def _is_there(analysis: Analysis, predication: Predication, made: Filler) -> bool:
    """Whether a phrase of the same sentence is told beside a deed (see `is_beside`)."""
    act, party = analysis.doc[predication.head], analysis.doc[made.head]
    near = act.sent.start == party.sent.start and made.role is Role.RECIPIENT
    return near and (is_beside(act, party) or has_no_part(act, party))


def _filler(analysis: Analysis, tag: Tagged) -> Filler | None:
    """The phrase in whole words; None where no noun is in it ("several")."""
    role, kind = ROLES[tag.label]
    words = analysis.doc.char_span(tag.span.start, tag.span.end, alignment_mode="expand")
    head = analysis.head_of((tag.span,))
    if words is None or head is None or is_nobody(head) or is_part(head) or not any(t.pos_ in NOMINAL for t in words):
        return None
    if role is Role.INSTRUMENT and (all(t.pos_ == "NUM" for t in words) or head.ent_type_ in NAMED):
        return None  # "two | suicide car bombs"
    if role is Role.INSTRUMENT and head.lower_ in BEARINGS:
        return None  # "some | 200 km south | of Orsa"
    if role is Role.INSTRUMENT and head.lower_ == SUICIDE:
        return None  # "in a | suicide | bombing"
    if role is Role.RECIPIENT and (head.ent_type_ in ("GPE", "LOC") or head.dep_ in PREPOSED or head.tag_ == "VBN"):
        return None  # "killed six in | Orsa", "a | home-made bomb", "a car | parked there"
    return Filler(role, (Span(words.start_char, words.end_char),), head.i, kind)


def _takes(predication: Predication, made: Filler) -> bool:
    """Whether an assault has room for the filler: its words are in no part or place of it, and it has no actor yet."""
    own = [f for f in predication.fillers if f.role in PARTS or (made.role is Role.ACTOR and f.role in TOLLS)]
    taken = [*predication.anchor, *(span for f in own for span in f.spans)]
    full = made.role is Role.ACTOR and (predication.settled or any(f.role is Role.ACTOR for f in own))
    land = made.type is MentionType.PERSON and predication.why.split(",")[0] in LAND
    return not full and not land and not touches(taken, made.spans[0])


def _with(predication: Predication, made: Filler, tag: Tagged) -> Predication:
    why = f"{predication.why}, encoder {tag.label} {tag.chance:.2f}"
    return replace(predication, fillers=(*predication.fillers, made), why=why)


def _known(analysis: Analysis, out: list[Predication], at: list[int], made: Filler) -> bool:
    def words(filler: Filler) -> str:
        return analysis.document.quote(filler.spans).lower()

    return any(f.role is made.role and words(f) == words(made) for n in at for f in out[n].fillers)


def _sorted(analysis: Analysis, encoded: Encoded, predication: Predication) -> Predication:
    """The assault with what it hit told apart: a thing where the head sees one, and the words name nobody."""
    fillers = list(predication.fillers)
    for n, filler in enumerate(fillers):
        head = analysis.doc[filler.head]
        if filler.role is not Role.RECIPIENT or filler.type is MentionType.PLACE or in_class(head, "person"):
            continue
        seen = encoded.filling((Span(head.idx, head.idx + len(head)),))
        if seen[TARGET] >= limits().thing and seen[TARGET] > seen[VICTIM]:
            fillers[n] = replace(filler, type=MentionType.PLACE)
    return replace(predication, fillers=tuple(fillers))
