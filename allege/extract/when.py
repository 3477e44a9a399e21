"""When an event happened whose own clause names no day: the time of a clause that is told as one with it.

Six constructions only, in all of which the day is one: what was done then ("in 1994, when the army fled"), verbs in a
row with one subject ("raided the farm and fled on Sunday"), the halves of a toll ("nine were killed and others were
wounded on Sunday"), what follows from a deed ("attacked on Monday, killing three"), a clause that sets the scene
("talks broke down in 2021 when gunboats fired"), and what those who were hit were doing ("shot men fishing on Sunday").
Never behind "after", "before" or "over": there the other deed has another day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.entries import entries
from allege.analyse.labels import ANY_SUBJECT, has
from allege.analyse.times import DURATION
from allege.claim import ClaimKind, MentionType, Role, Span
from allege.extract.predication import Filler, Predication
from allege.extract.remembered import is_remembered
from allege.extract.wordlists import word_list

SCENES = frozenset({"when", "as"})
RESULTS = word_list("taking-lives") | word_list("harming")
"""Verbs whose subject may be the deed itself ("the blast left six dead on Monday")."""

LATER = frozenset(
    {"find", "discover", "recover", "identify", "bury", "free", "release", "rescue", "ransom", "arrest", "surrender"}
)
"""What comes to light or ends on a day of its own ("was abducted and was found dead on Thursday")."""

NEAR = 4
"""Steps between verbs that are told as one."""


def timed(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, events without a time with that of a verb that is told as one with them."""
    at, listed = _times(analysis), _listed(analysis)
    return [_headed(analysis, _timed(analysis, p, at), listed) for p in found]


def dated(analysis: Analysis, before: Iterable[Predication], found: Iterable[Predication]) -> list[Predication]:
    """The predications `found`, the events among them that were states `before` with the time of their own verb."""
    at, states = _times(analysis), {p.head for p in before if p.kind is ClaimKind.STATE}
    out = []
    for p in found:
        told = p.kind is ClaimKind.EVENT and p.head in states and not any(f.role is Role.TIME for f in p.fillers)
        own = at.get(p.head, [])[:1] if told and not is_remembered(analysis.doc[p.head]) else []
        out.append(_timed(analysis, replace(p, fillers=(*p.fillers, *own)), at) if told else p)
    return out


def _listed(analysis: Analysis) -> list[tuple[Span, Filler]]:
    """The entries of lists of incidents in text order, and the days that head them."""
    times = ((head, m) for head, m in analysis.by_head.items() if m.type is MentionType.TIME)
    days = {mention.spans[0].start: head for head, mention in times}
    starts, out = sorted(days), []
    for entry in entries(analysis.document.text):
        if entry.date is None:
            continue
        at = bisect_left(starts, entry.date.start)
        if at < len(starts) and starts[at] < entry.date.end:
            head = days[starts[at]]
            out.append((entry.body, Filler(Role.TIME, analysis.by_head[head].spans, head, MentionType.TIME)))
    return out


def _headed(analysis: Analysis, p: Predication, listed: Sequence[tuple[Span, Filler]]) -> Predication:
    """The event with the day that heads its entry, where nothing else says when."""
    if not listed or p.kind is not ClaimKind.EVENT or any(f.role is Role.TIME for f in p.fillers):
        return p
    head = analysis.doc[p.head]
    body, day = listed[max(0, bisect_right(listed, head.idx, key=lambda one: one[0].start) - 1)]
    inside = body.start <= head.idx < body.end
    return replace(p, fillers=(*p.fillers, day)) if inside and not is_remembered(head) else p


def _timed(analysis: Analysis, predication: Predication, at: Mapping[int, list[Filler]]) -> Predication:
    head = analysis.doc[predication.head]
    if predication.kind is not ClaimKind.EVENT or any(f.role is Role.TIME for f in predication.fillers):
        return predication
    if is_remembered(head):
        return predication
    for verb in chain([head], islice(_as_one(head), NEAR)):
        found = at.get(verb.i, []) if verb.i != head.i else []
        found = found or _then(analysis, verb)
        if found:
            return replace(predication, fillers=(*predication.fillers, *found[:1]))
    return predication


def _then(analysis: Analysis, verb: Token) -> list[Filler]:
    """The time that a clause with "when" says more of: "in 1994, when the army | burned it", "on 3 May when …"."""
    if verb.dep_ != "relcl" or not any(c.lower_ == "when" for c in verb.lefts):
        return []
    mention = analysis.by_head.get(verb.head.i)
    if mention is None or mention.type is not MentionType.TIME or mention.why == DURATION:
        return []
    return [Filler(Role.TIME, mention.spans, verb.head.i, MentionType.TIME)]


def _times(analysis: Analysis) -> Mapping[int, list[Filler]]:
    """Times by the verb that they stand right under: no more than a preposition lies between."""
    out: dict[int, list[Filler]] = {}
    for head, mention in sorted(analysis.by_head.items()):
        if mention.type is MentionType.TIME and mention.why != DURATION:
            token = analysis.doc[head]
            within = token.dep_ == "pobj" and token.head.lower_ in ("on", "in", "at", "during")
            above = token.head.head if within else token.head
            if above.pos_ in ("VERB", "AUX") and token.dep_ in ("pobj", "npadvmod", "advmod"):
                out.setdefault(above.i, []).append(Filler(Role.TIME, mention.spans, head, MentionType.TIME))
    return out


def _as_one(token: Token) -> Iterator[Token]:
    """The verbs that are told as one with a deed, nearest first."""
    if token.pos_ not in ("VERB", "AUX"):
        if token.dep_ == "nsubj" and token.head.lemma_ in RESULTS:
            yield token.head
        return
    yield from _meanwhile(token)
    yield from _above(token)
    later = [c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    joined = (c for c in later if not has(c, ANY_SUBJECT) or _counts_on(token, c))
    yield from (c for c in joined if c.lemma_ not in LATER)


def _counts_on(first: Token, second: Token) -> bool:
    """Whether one toll is told in two halves: "nine were killed and | 20 others were wounded on Monday"."""
    return all(v.lemma_ in RESULTS and has(v, {"nsubjpass"}) for v in (first, second))


def _meanwhile(verb: Token) -> Iterator[Token]:
    """What those to whom it was done were doing: "abducted nine clerks | working at a mill on Sunday"."""
    for whom in (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        yield from (c for c in whom.children if c.dep_ == "acl" and c.tag_ == "VBG" and not has(c, ANY_SUBJECT))


def _above(verb: Token) -> Iterator[Token]:
    """The verbs that this one is joined to."""
    while verb.head.pos_ in ("VERB", "AUX") and verb.head.i != verb.i:
        row = verb.dep_ == "conj" and (not has(verb, ANY_SUBJECT) or _counts_on(verb.head, verb))
        result = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and not _is_marked(verb)
        if not (row or result or (verb.dep_ == "advcl" and _sets_scene(verb))):
            return
        verb = verb.head
        yield verb


def _is_marked(verb: Token) -> bool:
    return any(c.dep_ in ("mark", "prep") and c.i < verb.i for c in verb.children)


def _was_doing(verb: Token) -> bool:
    """ "Was | bending"."""
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.lefts)


def _sets_scene(verb: Token) -> bool:
    """Whether a clause behind its verb begins with "when" or "as" and is in the same past tense."""
    past = all(t.tag_ in ("VBD", "VBN") or _was_doing(t) for t in (verb, verb.head))
    return verb.left_edge.lower_ in SCENES and verb.i > verb.head.i and past


__all__ = ["dated", "timed"]
