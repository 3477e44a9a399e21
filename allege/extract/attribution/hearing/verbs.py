"""Verbs that put something in somebody's mouth, and where the content stands: one small rule a frame.

Frames, by what the cue governs: `that`, `clause` (no conjunction), `whether`, `front` (it stands first), `to`, `ask:to`
(with the one who is asked), `ing`, `small` (a predicate), `object`, `count` ("put the toll at nine"), `at:P`
(preposition P), `object+P` ("raised questions about"), `be:P`, `be:that`, `be:to` (adjectives: "is aware of"), `done`
(passive, the subject is the content), `done:to`, `done:that`, `done:P`, `inset` ("..., he said, ..."), `as` ("as he put
it"), `what` (the content is what a relative clause hangs on).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from allege.analyse import data
from allege.analyse.labels import PRESENT_OR_PAST
from allege.extract.attribution.heard import Heard, Stretch, joined, minus
from allege.extract.attribution.hearing.wordless import HAS_IT
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import COMPLETING, QUOTING, is_quoted_as, is_told_before, phrase, speaker, stray

HELPERS = ("aux", "auxpass", "neg", "prt")
RELATIVE = frozenset({"which", "what", "whom", "that", "who"})
TIMES = frozenset({"during", "after", "before", "despite", "since", "following", "until", "amid"})
FIGURES = frozenset(
    {"toll", "number", "figure", "count", "total", "tally", "estimate", "loss", "cost", "dead", "casualty"}
)
ASKING = frozenset({"whether", "if"})


def heard(tree: Tree, verb: int) -> Iterator[Heard]:
    """Every attribution that the verb could make, best filled frame first."""
    if _makes_believe(tree, tree.head[verb]) == verb:
        return  # "would have us | believe": not our word
    passive = any(tree.dep[c] in ("auxpass", "nsubjpass") for c in tree.children[verb])
    who = speaker(tree, verb)
    core = cue_of(tree, verb)
    for frame, key, extra, content in _frames(tree, verb, passive=passive):
        cue = tuple(sorted({*core, *extra}))
        kind = "adjective" if frame.startswith("be") else "verb"
        source = () if who is None else phrase(tree, who, verb)
        yield Heard(verb, kind, key, frame, cue, source, content, who)


def cue_of(tree: Tree, verb: int) -> list[int]:
    """The verb with its helpers, negation, particle, the adverbs that touch it, and the verbs that only lead to it."""
    out = {verb}
    for c in tree.children[verb]:
        if tree.dep[c] in HELPERS and abs(c - verb) <= 8:
            out.add(c)
    first = verb - 1
    while first >= 0 and tree.head[first] == verb and (first in out or _adverb(tree, first)):
        out.add(first)
        first -= 1
    last = verb + 1
    while last < len(tree.head) and tree.head[last] == verb and (last in out or _adverb(tree, last)):
        out.add(last)
        last += 1
    up = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.lower[up] == "by" and 0 < verb - tree.head[up] <= 3:
        out.update(range(tree.head[up], verb))
    if tree.dep[verb] == "pcomp" and tree.lower[up] == "as" and tree.lemma[tree.head[up]] in QUOTING:
        out.update({up, *cue_of(tree, tree.head[up])} if _hands_on(tree, tree.head[up]) else {up})
    if tree.dep[verb] == "xcomp" and 0 < verb - up <= 4 and tree.pos[up] == "VERB" and not _asked(tree, up, verb):
        out.update(range(up, verb))
        out.update(cue_of(tree, up))
    return sorted(out)


def _asked(tree: Tree, up: int, verb: int) -> bool:
    """Somebody stands between two verbs: "asked the church to demand"."""
    return any(up < c < verb and tree.dep[c] in ("dobj", "dative") for c in tree.children[up])


def _adverb(tree: Tree, i: int) -> bool:
    return tree.dep[i] == "advmod" and tree.pos[i] == "ADV" and tree.left[i] == tree.right[i]


Frame = tuple[str, str, tuple[int, ...], tuple[Stretch, ...]]


def _frames(tree: Tree, verb: int, *, passive: bool) -> Iterator[Frame]:
    key = tree.lemma[verb]
    particle = tree.child(verb, "prt")
    if particle is not None:
        key = f"{key} {tree.lower[particle]}"
    if tree.lemma[verb] in QUOTING and _hands_on(tree, verb):
        return
    made = _made_believe(tree, verb)
    yield from made
    for c in tree.children[verb] if not made else ():
        dep = tree.dep[c]
        if dep == "ccomp":
            yield from _clause(tree, verb, c, key, passive=passive)
        elif dep == "xcomp":
            yield _open(tree, verb, c, key, passive=passive)
        elif dep == "oprd" or (dep == "acomp" and tree.lemma[verb] != "be"):
            yield "small", key, (), (_whole(tree, c),)
        elif dep == "dobj":
            yield from _object(tree, verb, c, key)
        elif dep == "advcl" and _led_by(tree, verb, c):
            yield "front", key, (), (_whole(tree, c),)
        elif dep in ("prep", "dative") and c > verb:
            yield from _preposition(tree, verb, c, key, passive=passive)
        elif dep == "acomp":
            yield from _adjective(tree, verb, c)
        elif dep == "nsubjpass" and tree.lower[c] not in ("it", "there"):
            yield _done(tree, verb, c, key)
    if is_quoted_as(tree, verb):
        yield from _quoted_before(tree, verb, key)
    yield from _upward(tree, verb, key)


def _makes_believe(tree: Tree, verb: int) -> int | None:
    """The verb of "would have us | believe that they burned it", by the verb over it; None for any other verb."""
    if tree.lemma[verb] != "have" or not any(tree.lower[c] in ("would", "'d") for c in tree.children[verb]):
        return None
    minds = (c for c in tree.children[verb] if tree.dep[c] == "ccomp" and tree.tag[c] == "VB")
    return next((c for c in minds if tree.lemma[c] in ("believe", "think")), None)


def _made_believe(tree: Tree, verb: int) -> list[Frame]:
    """What somebody "would have us believe"; nothing for any other verb."""
    minds = _makes_believe(tree, verb)
    told = None if minds is None else tree.child(minds, "ccomp")
    if minds is None or told is None:
        return []
    return [("that", "claim", tuple(range(verb + 1, minds + 1)), (_whole(tree, told),))]


def _quoted_before(tree: Tree, verb: int, key: str) -> Iterator[Frame]:
    """'"Rebels burned it," the mayor was quoted by the paper as | saying': what is said stands before."""
    quoting = tree.head[tree.head[verb]]
    if not any(tree.dep[c] in ("ccomp", "dobj") for c in tree.children[verb]):
        for c in tree.children[quoting]:
            if tree.dep[c] == "ccomp" and c < quoting:
                yield "front", key, (), (_whole(tree, c),)


def _done(tree: Tree, verb: int, subject: int, key: str) -> Frame:
    """The passive; what its subject is accused of may hang on the accuser: "accused by residents of burning it"."""
    agent = tree.child(verb, "agent")
    by = None if agent is None else tree.child(agent, "pobj")
    p = None if by is None else stray(tree, by)
    if p is None:
        return "done", key, (), (_whole(tree, subject),)
    return f"done:{tree.lower[p]}", key, (), (_whole(tree, subject), (p, tree.right[p] + 1))


def _hands_on(tree: Tree, verb: int) -> bool:
    """ "Was quoted as saying": the word goes to "saying", whose source is the subject."""
    if is_told_before(tree, verb):
        return True
    if tree.child(verb, "nsubjpass") is None:
        return False
    return any(tree.lower[p] == "as" and tree.child(p, "pcomp") is not None for p in tree.children[verb])


def _whole(tree: Tree, i: int) -> Stretch:
    return tree.left[i], tree.right[i] + 1


def _clause(tree: Tree, verb: int, c: int, key: str, *, passive: bool) -> Iterator[Frame]:
    if c < verb:
        if ";" not in tree.lower[tree.right[c] : verb]:  # "Gunmen attack convoy; front claims responsibility"
            yield "front", key, (), (_whole(tree, c),)
        return
    mark = tree.child(c, "mark")
    word = "" if mark is None else tree.lower[mark]
    if word == "that" and tree.lemma[verb] == "have":
        yield from _has_it(tree, verb, c)
        return
    frame = "that" if word == "that" else "whether" if word in ASKING or _wh(tree, c) else "clause"
    first = tree.left[c]
    while first < c and tree.head[first] == c and _said_when(tree, first, verb) and tree.right[first] + 1 < c:
        first = tree.right[first] + 1
    yield ("done:that" if passive else frame), key, (), ((first, tree.right[c] + 1),)


def _has_it(tree: Tree, verb: int, c: int) -> Iterator[Frame]:
    """ "The army | has it | that rebels burned it"; "rumour has it that" is nobody's word."""
    it, who = tree.child(verb, "dobj"), tree.child(verb, "nsubj")
    told = it is not None and tree.lower[it] == "it" and it < c
    if told and it is not None and who is not None and tree.lemma[who].lower() not in GOING_ROUND:
        yield "that", HAS_IT, (it,), (_whole(tree, c),)


GOING_ROUND = frozenset({"rumour", "rumor", "legend", "word", "gossip", "tradition", "story", "scuttlebutt", "myth"})
"""What "has it that" without anybody who does."""


def _led_by(tree: Tree, verb: int, c: int) -> bool:
    """A bare finite clause before a verb without any other content is what it says, though tied as an adverbial."""
    filled = any(tree.dep[x] in ("ccomp", "dobj", "xcomp") for x in tree.children[verb])
    if c > verb or filled or tree.tag[c] not in PRESENT_OR_PAST:
        return False
    return tree.child(c, "mark") is None and not any(tree.tag[x] in ("WRB", "WDT", "WP") for x in tree.children[c])


def _said_when(tree: Tree, i: int, verb: int) -> bool:
    """A time right behind the cue that the parser gave to the clause: "said on Friday he met"."""
    after = tree.right[i] + 1
    if tree.left[i] != i or i - verb > 4 or after >= len(tree.lower) or tree.lower[after] in (",", "that"):
        return False
    return tree.entity[tree.right[i]] in ("DATE", "TIME") and tree.dep[i] in ("prep", "npadvmod")


def _wh(tree: Tree, c: int) -> bool:
    first = tree.left[c]
    return tree.tag[first] in ("WP", "WRB", "WDT", "WP$")


def _open(tree: Tree, verb: int, c: int, key: str, *, passive: bool) -> Frame:
    to = tree.tag[c] == "VB" or any(tree.tag[x] == "TO" for x in tree.children[c])
    frame = "to" if to else "ing" if tree.tag[c] == "VBG" else "small"
    subject = tree.child(verb, "nsubjpass") if passive else None
    if subject is not None:
        return "done:to", key, (), (_whole(tree, subject), _whole(tree, c))
    if frame == "to" and _is_told_of(tree, verb):
        return "done:to", key, (), ((tree.left[tree.head[verb]], tree.left[verb]), _whole(tree, c))
    whom = next((x for x in tree.children[verb] if verb < x < c and tree.dep[x] in ("dobj", "dative")), None)
    if whom is not None and tree.dep[whom] == "dobj":
        return ("ask:to" if frame == "to" else frame), key, (), joined([_whole(tree, whom), _whole(tree, c)])
    return frame, key, (), (_whole(tree, c),)


def _is_told_of(tree: Tree, verb: int) -> bool:
    """ "A man | believed by investigators | to have shot him": the passive, said of the noun before it."""
    agent = tree.child(verb, "agent")
    return tree.tag[verb] == "VBN" and tree.dep[verb] in ("acl", "relcl") and agent is not None and agent > verb


def _object(tree: Tree, verb: int, c: int, key: str) -> Iterator[Frame]:
    last = tree.right[c] + 1
    for x in tree.children[verb]:
        if x > c and tree.left[x] == last and _completes(tree, x):
            last = tree.right[x] + 1
    if _counts(tree, verb, c):
        yield "count", f"{key} toll", (), ((tree.left[c], last),)
    if tree.dep[verb] != "parataxis" or tree.lemma[verb] != "tell":
        yield "object", key, (), ((tree.left[c], last),)
    if tree.pos[c] != "NOUN":
        return
    noun = tree.lemma[c]
    for p in (*tree.children[c], *tree.children[verb]):
        if p <= c:
            continue
        if tree.dep[p] == "prep" and tree.right[p] > p:
            extra = tuple(i for i in range(tree.left[c], p + 1) if i > verb)
            yield f"object+{tree.lower[p]}", f"{key} {noun}", extra, ((p + 1, tree.right[p] + 1),)
        elif tree.dep[p] == "acl" and tree.head[p] == c:
            extra = tuple(range(tree.left[c], tree.left[p]))
            frame = "object+to" if tree.tag[p] == "VB" else "object+that" if tree.child(p, "mark") is not None else ""
            if frame:
                yield frame, f"{key} {noun}", extra, (_whole(tree, p),)


def _counts(tree: Tree, verb: int, c: int) -> bool:
    """ "Put the toll at nine" is an estimate."""
    if tree.lemma[verb] != "put" or tree.lemma[c] not in FIGURES:
        return False
    at = (tree.child(p, "pobj") for p in tree.children[verb] if tree.lower[p] == "at")
    return any(n is not None and (tree.pos[n] == "NUM" or tree.child(n, "nummod") is not None) for n in at)


def _completes(tree: Tree, x: int) -> bool:
    """What follows an object completes it ("of attacking", "as a failure") rather than saying when it was said."""
    if tree.dep[x] in ("oprd", "xcomp", "acomp"):
        return True
    return tree.dep[x] in ("prep", "dative") and not occasion(tree, x)


def occasion(tree: Tree, p: int) -> bool:
    """Whether a prepositional phrase says when, where or how something was said: "on Friday", "in a statement"."""
    if tree.lower[p] in TIMES:
        return True
    noun = tree.child(p, "pobj")
    if noun is None:
        return False
    return tree.entity[noun] in ("DATE", "TIME") or tree.lemma[noun].lower() in _occasions()


@cache
def _occasions() -> frozenset[str]:
    return frozenset(data.lines("attribution/occasions.txt"))


def _preposition(tree: Tree, verb: int, p: int, key: str, *, passive: bool) -> Iterator[Frame]:
    if tree.right[p] == p or any(verb < x < p and tree.dep[x] == "dobj" for x in tree.children[verb]):
        return
    word = tree.lower[p]
    if word == "by" and tree.child(p, "pcomp") is not None:
        return
    subject = tree.child(verb, "nsubjpass") if passive else None
    if subject is not None and word in COMPLETING:
        yield f"done:{word}", key, (), (_whole(tree, subject), (p, tree.right[p] + 1))
        return
    between = tuple(range(verb + 1, p + 1)) if p - verb <= 3 else (p,)
    yield f"{'done:' if passive else 'at:'}{word}", key, between, ((p + 1, tree.right[p] + 1),)


def _adjective(tree: Tree, verb: int, a: int) -> Iterator[Frame]:
    key = tree.lemma[a]
    reach = tuple(range(max(verb, tree.left[a]), a + 1))
    for c in tree.children[a]:
        if c < a:
            continue
        if tree.dep[c] == "prep" and tree.right[c] > c:
            yield f"be:{tree.lower[c]}", key, (*reach, c), ((c + 1, tree.right[c] + 1),)
        elif tree.dep[c] == "ccomp":
            yield "be:that", key, reach, (_whole(tree, c),)
        elif tree.dep[c] == "xcomp":
            yield "be:to", key, reach, (_whole(tree, c),)


def _upward(tree: Tree, verb: int, key: str) -> Iterator[Frame]:
    """The content stands above the cue: a clause that it is set into, or a noun that it hangs on."""
    up, dep = tree.head[verb], tree.dep[verb]
    if dep == "advcl" and tree.lemma[verb] == "put" and "it" in (tree.lower[c] for c in tree.children[verb]):
        yield "as", "put it", (tree.child(verb, "dobj") or verb,), minus(_whole(tree, up), [_whole(tree, verb)])
        return
    below = [c for c in tree.children[verb] if tree.lower[c] not in RELATIVE]
    aside = dep == "parataxis" and tree.lemma[verb] == "tell"  # "an envoy told | the Courier": whom, and not what
    filled = any(tree.dep[c] in ("ccomp", "xcomp") or (tree.dep[c] == "dobj" and not aside) for c in below)
    own = any(tree.dep[c] in ("nsubj", "nsubjpass") for c in tree.children[verb])
    if not filled and own:
        yield from _shared(tree, verb, key)
    if up == verb:
        return
    if dep in ("parataxis", "ccomp", "advcl", "dep", "conj") and own and not filled:
        yield ("inset" if dep != "advcl" else "as"), key, (), minus(_whole(tree, up), [_whole(tree, verb)])
    elif dep in ("relcl", "acl") and not filled and tree.pos[up] in ("NOUN", "PROPN", "PRON"):
        yield "what", key, (), minus(_whole(tree, up), [_whole(tree, verb)])


def _shared(tree: Tree, verb: int, key: str) -> Iterator[Frame]:
    """ "The army said and the rebels confirmed that ...": the clause of the second verb is the first one's too."""
    second = tree.child(verb, "conj")
    if second is None or second < verb or tree.child(second, "nsubj") is None:
        return
    if any(tree.dep[c] in ("prep", "xcomp") for c in tree.children[verb]):
        return
    clause = tree.child(second, "ccomp")
    if clause is not None and clause > second:
        yield "that", key, (), (_whole(tree, clause),)
