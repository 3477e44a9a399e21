"""What a cue's source and content could be: the words of each rule, of the encoder, and their borders crossed.

Where the likeliest rule and the encoder say the same, that is the only offer: they are right together more often than
any choice among others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from allege.analyse.clauses.reports.behind import goes_on
from allege.extract.attribution.heard import Heard, Stretch, stretches
from allege.extract.attribution.quoting.fit import Quoted, fitted
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices.offer import (
    CROSSED,
    ENCODER,
    OTHER,
    RULE,
    SMOOTH,
    MaybeCue,
    Offer,
    Pieces,
    Rules,
    cut,
    plain,
    settled,
    words_of,
)  # fmt: skip
from allege.extract.attribution.who import hangs, is_bare_participle, is_quoted_as, speaker

PENALTIES = (1.0, 2.5, 5.0)
"""What a change costs when the encoder's words are smoothed, in log-odds."""

CLIMB = 6
"""How many heads are climbed from a border for other borders."""

FAR = 150
"""Tokens in a content at most, where borders are crossed."""

CROSSINGS = 60
"""Crossed borders at most for one cue."""

WIDE = 40
"""Tokens in a source at most, where phrases around it are offered."""

LOOSE = frozenset({"advcl", "prep", "cc", "conj", "npadvmod", "relcl", "advmod", "appos", "ccomp"})
"""What may hang on a content without belonging to it."""

BEHIND = frozenset({"relcl", "appos", "acl", "prep", "cc", "conj", "punct"})
"""What may follow a source's head without belonging to it."""


class _Offers:
    """Offers as they are made, none twice: by words, the pieces that were first to have them, and whose they are."""

    def __init__(self) -> None:
        self._found: dict[frozenset[int], tuple[Pieces, set[str]]] = {}

    def add(self, words: frozenset[int], pieces: Pieces, by: str) -> None:
        """One more, or one more whose it is."""
        self._found.setdefault(words, (pieces, set()))[1].add(by)

    def drop(self, words: frozenset[int]) -> None:
        """Without these words, if they are offered and something else is."""
        if len(self._found) > 1:
            self._found.pop(words, None)

    @property
    def all(self) -> list[Offer]:
        """The offers so far, in the order made."""
        return [Offer(pieces, words, frozenset(by)) for words, (pieces, by) in self._found.items()]

    @property
    def agreed(self) -> list[Offer]:
        """What the likeliest rule and the encoder both say."""
        return [offer for offer in self.all if {RULE, ENCODER} <= offer.by]


def contents(tree: Tree, marks: Quoted, cue: MaybeCue) -> list[Offer]:
    """The contents that a cue could have, none twice; each reaches over the quotations that it begins or ends in."""
    found = _Offers()
    holes = sorted([*((i, i + 1) for i in cue.words), *cue.speaker])

    def offer(pieces: Iterable[Stretch], by: str) -> None:
        kept = cut(tree, pieces, holes)
        whole = fitted(marks, cue.base.head, kept, cue.words, cue.speaker) or kept
        whole = whole if whole == kept else cut(tree, whole, holes)
        words = words_of(tree, whole)
        if words:
            found.add(words, whole, by)

    if settled(cue.rules) or _is_quoted(tree, cue.rules):
        offer(cue.rules[0][0].content, RULE)
        if found.all:
            return found.all
    for n, (heard, _) in enumerate(cue.rules):
        offer(heard.content, OTHER if n else RULE)
    if cue.heard is not None:
        offer(cue.heard.content, ENCODER)
    if found.agreed:
        return found.agreed
    for smooth in cue.content.smoothed(PENALTIES):
        offer(stretches(smooth), SMOOTH)
    if found.all:
        for first, last in _crossed(tree, cue, found.all):
            offer([(first, last + 1)], CROSSED)
    return found.all


def _is_according(rules: Rules) -> bool:
    """ "According to a doctor": whoever stands behind "to", wherever else somebody speaks."""
    return bool(rules) and rules[0][0].key == "according to"


def resumes(tree: Tree, verb: int) -> bool:
    """Whether a verb goes on behind a report: "police said gunmen fled and | blamed the front". Police blame.

    The parse was mended so (analyse/clauses/reports/behind.py); the encoder takes the nearest doer for whoever blames.
    """
    says = tree.head[verb]
    reported = any(tree.dep[c] == "ccomp" and says < c < verb for c in tree.children[says])
    return tree.dep[verb] == "conj" and reported and speaker(tree, verb) is not None and goes_on(tree.lemma[verb])


def sources(tree: Tree, cue: MaybeCue) -> list[Offer]:
    """The sources that a cue could have, none twice; one of no words is among them, unless a rule plainly hears one."""
    found = _Offers()
    if cue.rules and _is_there(tree, cue.rules[0][0]):
        found.add(frozenset(), (), RULE)
        return found.all
    holes = [(i, i + 1) for i in cue.words]
    silent = plain(cue.rules) and not cue.rules[0][0].source  # "it is believed"
    bare = bool(cue.rules) and (
        is_bare_participle(tree, cue.rules[0][0].head)  # "asked whether they would leave, he …"
        or hangs(tree, cue.rules[0][0].head)
    )
    told_of = _told_of(tree, cue.rules[0][0]) if silent or bare else frozenset()

    def offer(pieces: Iterable[Stretch], by: str) -> None:
        kept = cut(tree, pieces, holes)
        words = words_of(tree, kept)
        empty = silent and all(tree.lower[i] == "it" for i in words)
        if not words or not (empty or words <= told_of):
            found.add(words, kept, by)

    for n, (heard, _) in enumerate(cue.rules):
        offer(heard.source, OTHER if n else RULE)
    resumed = bool(cue.rules) and (resumes(tree, cue.rules[0][0].head) or _is_inverted(tree, cue.rules[0][0]))
    resumed = resumed or (bare and _is_by(tree, cue.rules[0][0]))
    if (resumed or _is_quoted(tree, cue.rules) or _is_according(cue.rules)) and found.all[0].words:
        return found.all[:1]
    if cue.heard is not None:
        offer(cue.heard.source, ENCODER)
    if found.agreed:
        return found.agreed
    for smooth in cue.source.smoothed(PENALTIES):
        offer(stretches(smooth), SMOOTH)
    named = any(one.words for one in found.all)  # not where all of it is in the cue
    if named and plain(cue.rules) and words_of(tree, cue.rules[0][0].source):
        found.drop(frozenset())
    else:
        offer((), CROSSED)
    if plain(cue.rules):
        for name in _names_beside(tree, cue.rules[0][0]):
            found.drop(name)
    for one in [one for one in found.all if 0 < len(one.words) <= WIDE]:
        for pieces in _phrases(tree, one.words):
            offer(pieces, CROSSED)
    return found.all


def _is_there(tree: Tree, heard: Heard) -> bool:
    """Whether a noun of telling is only said to be there, by nobody: "there is a rumour that the police did it"."""
    verb = tree.head[heard.head]
    there = heard.kind == "noun" and not heard.source and tree.dep[heard.head] in ("attr", "dobj", "nsubj")
    return there and any(tree.dep[c] == "expl" for c in tree.children[verb])


def _is_inverted(tree: Tree, heard: Heard) -> bool:
    """Whether the speaker follows right behind the verb, and what is said stands before: "…, claimed a witness"."""
    who = heard.speaker
    return heard.frame == "front" and who is not None and tree.left[who] == heard.head + 1


def _is_by(tree: Tree, heard: Heard) -> bool:
    """Whether the speaker stands behind "by": "a man believed | by the police | to have fled"."""
    return heard.speaker is not None and tree.dep[tree.head[heard.speaker]] == "agent"


def _is_quoted(tree: Tree, rules: Rules) -> bool:
    """Whether somebody "was quoted by the paper as saying" it: the encoder hears the paper, the rule who says it."""
    return bool(rules) and is_quoted_as(tree, rules[0][0].head)


def _names_beside(tree: Tree, heard: Heard) -> Iterator[frozenset[int]]:
    """The words of a name in commas behind a speaker: of "a survivor, Om Relk, said" the name alone is half of it."""
    for c in tree.children[heard.speaker] if heard.speaker is not None and heard.speaker < heard.head else ():
        if tree.dep[c] == "appos":
            yield frozenset(i for i in range(tree.left[c], tree.right[c] + 1) if tree.word[i])


def _told_of(tree: Tree, heard: Heard) -> frozenset[int]:
    """Of whom a passive tells something: "the League has been accused of it" is no word of the League.

    With a clause behind it ("protesters were frustrated that") it may well be theirs.
    """
    if hangs(tree, heard.head):
        noun = tree.head[heard.head]
        return frozenset(range(tree.left[noun], heard.head)) if not heard.source else frozenset()
    up = heard.head if not is_bare_participle(tree, heard.head) else tree.head[heard.head]
    subject = tree.child(up, "nsubjpass" if up == heard.head else "nsubj")
    if subject is None or heard.source or heard.frame == "done:that":
        return frozenset()
    return frozenset(range(tree.left[subject], tree.right[subject] + 1))


def _crossed(tree: Tree, cue: MaybeCue, found: Sequence[Offer]) -> Iterator[Stretch]:
    """First and last token of what begins where one offer or phrase begins and ends where one ends."""
    core = next((one.words for one in found if ENCODER in one.by), found[0].words)
    low, high = min(core), max(core)
    firsts = {min(one.words) for one in found}
    lasts = {max(one.words) for one in found}
    firsts |= {tree.next_word(tree.bounds[tree.sentence[low]][0]), tree.next_word(max(cue.words) + 1)}
    lasts.add(tree.last_word(min(cue.words) - 1))
    firsts |= {i for i in map(tree.next_word, _climbed(tree, low, tree.left)) if tree.sentence[i] == tree.sentence[low]}
    ends = {*_climbed(tree, high, tree.right), *_loose(tree, core, low)}
    lasts |= {i for i in map(tree.last_word, ends) if tree.sentence[i] == tree.sentence[high]}
    left = CROSSINGS
    for first in sorted(firsts):
        for last in sorted(lasts):
            if first <= last < first + FAR and left:
                left -= 1
                yield first, last


def _climbed(tree: Tree, i: int, edge: list[int]) -> set[int]:
    """The edges of the phrases that a token stands in, some heads up."""
    out = set()
    for _ in range(CLIMB):
        out.add(edge[i])
        if tree.head[i] == i:
            break
        i = tree.head[i]
    return out


def _loose(tree: Tree, core: frozenset[int], low: int) -> Iterator[int]:
    """Where a content would end without something that only hangs on it."""
    for i in core:
        for child in tree.children[i]:
            if tree.dep[child] in LOOSE and child in core and tree.left[child] - 1 > low:
                yield tree.left[child] - 1


def _phrases(tree: Tree, words: frozenset[int]) -> Iterator[list[Stretch]]:
    """The phrase of a source's head, whole and without what follows the head."""
    heads = [i for i in words if tree.head[i] == i or tree.head[i] not in words]
    for head in sorted(heads)[:2]:
        left, right = tree.left[head], tree.right[head]
        if right - left < WIDE:
            yield [(left, right + 1)]
            for child in tree.children[head]:
                if child > head and tree.dep[child] in BEHIND and tree.left[child] > left:
                    yield [(left, tree.left[child])]
    if len(heads) == 1:
        yield [(min(words), max(words) + 1)]
