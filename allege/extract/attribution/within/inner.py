"""Somebody else's words within a source's words: "she said the governor had told her that …", "the claim by … that …".

The chances of `voiced` were fitted on news whose annotators mostly left such inner speech alone: it seldom comes to be
believed; but who is said to have said it is who a ledger asks for. What the rules hear plainly is kept: a clause
behind a verb of telling (`data/attribution/inner.toml`), told by somebody that a noun names; and who made a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from allege.analyse import data
from allege.analyse.told import told
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import QUOTING
from allege.extract.near import Near

PLAIN, TOLD = 0.85, 0.55
"""Chance by the rules from which inner speech is kept, and where a verb of telling has its clause with "that"."""

GIVEN = 0.7
"""Chance from which a noun of report is its giver's, that another carries: "the radio relayed a claim by the front"."""

HELD = 0.6
"""The same for what somebody else is told to believe or fear: news of politics takes these for words less often."""

SCORE = 0.5
"""How sure the tool is of it: nothing was fitted to it."""

GIVERS = frozenset({"by", "from"})
CLAUSES = frozenset({"that", "clause", "done:that"})


def inner(tree: Tree, heard: Iterable[tuple[Heard, float]], found: Sequence[Believed]) -> list[Believed]:
    """The same attributions, and those within their content that the rules hear plainly; `heard`: all candidates.

    A noun of report that names its giver ("the report by the station that") keeps that one for its source, also where
    the encoder heard whoever rejects it.
    """
    plain = _plain(tree, heard)
    out = [part for b in found for part in _carried(tree, _given(b, plain.get(b.heard.head)), plain)]
    heads = {i for b in found for i in (b.heard.head, *b.heard.cue)}
    contents = Near((stretch, b) for b in found for stretch in b.heard.content)
    for head, one in plain.items():
        outer = contents.at((head, head + 1))
        if head in heads or not outer or any(b.heard.speaker == one.speaker for b in outer):
            continue
        out.append(Believed(one, SCORE))
    return sorted(out, key=lambda b: b.heard.head)


def _plain(tree: Tree, heard: Iterable[tuple[Heard, float]]) -> dict[int, Heard]:
    """The likeliest candidate of each cue that tells a clause in somebody's words, by its head."""
    best: dict[int, tuple[float, Heard]] = {}
    for one, chance in heard:
        if chance >= _least(tree, one) and _tells(tree, one) and chance > best.get(one.head, (0.0, one))[0]:
            best[one.head] = chance, one
    return {head: one for head, (_, one) in sorted(best.items())}


def _least(tree: Tree, one: Heard) -> float:
    if one.kind == "noun":
        return GIVEN if any(tree.lower[i] in GIVERS for i in tree.children[one.head]) else PLAIN
    if tree.lemma[one.head] in _words("held"):
        return HELD
    if tree.lemma[one.head] == "say" or _owns_up(tree, one):
        return TOLD
    return TOLD if one.frame == "that" and tree.child(one.head, "dobj", "dative") is not None else PLAIN


def _carried(tree: Tree, believed: Believed, plain: Mapping[int, Heard]) -> list[Believed]:
    """The words of a medium without the report that it carries, and the report for itself, where its giver is named."""
    outer = believed.heard
    report = next((plain[i] for i in outer.cue if i in plain and i != outer.head and plain[i].kind == "noun"), None)
    if report is None or report.speaker == outer.speaker or not outer.content:
        return [believed]
    start = tree.left[report.head]
    carries = replace(
        outer, cue=tuple(i for i in outer.cue if i < start), content=((start, max(last for _, last in outer.content)),)
    )
    return [replace(believed, heard=carries), Believed(report, SCORE)]


def _tells(tree: Tree, one: Heard) -> bool:
    who = one.speaker
    if who is None or not _is_somebody(tree, one, who) or not (one.frame in CLAUSES or _owns_up(tree, one)):
        return False
    if any(tree.dep[c] == "neg" for c in tree.children[one.head]):
        return False
    word = tree.lemma[one.head]
    if word == "say":
        return _hands_on(tree, one.head)
    return is_report(word) if one.kind == "noun" else word in _words("verbs") | _words("held")


def _owns_up(tree: Tree, one: Heard) -> bool:
    """Whether somebody owns up to a deed, or denies it: "he said the warden had | admitted | beating them"."""
    return one.kind == "verb" and one.frame == "ing" and tree.lemma[one.head] in OWNING


def _is_somebody(tree: Tree, one: Heard, who: int) -> bool:
    """Whether a noun names who tells it, or "she" does, or "who" behind one: "a guard, | who | says they stole it"."""
    if tree.pos[who] in ("NOUN", "PROPN"):
        return True
    if one.kind != "verb" or tree.lemma[one.head] not in _words("verbs") | {"say"}:
        return False
    other = tree.lower[who] in PERSONS and tree.lemma[one.head] in PLAINLY and _is_another(tree, one.head, who)
    return tree.lower[who] == "who" or other


def _is_another(tree: Tree, verb: int, who: int) -> bool:
    """Whether a pronoun is somebody else than he who says so: "| her | lawyer said | she | had told the court"."""
    said = tree.head[verb] if tree.dep[verb] in ("ccomp", "conj") else verb
    teller = tree.child(said, "nsubj")
    owner = None if teller is None or said == verb else tree.child(teller, "poss")
    return owner is not None and tree.lower[owner] in OWNERS[tree.lower[who]]


def _hands_on(tree: Tree, say: int) -> bool:
    """Whether "say" has another's word: "had phoned | to say | that", "the paper cites a guard, who | says | that"."""
    up = tree.head[say]
    if tree.dep[say] in ("xcomp", "advcl") and tree.tag[say] == "VB":
        return tree.lemma[up] in CALLING
    for _ in range(CLIMB if tree.dep[say] == "relcl" else 0):
        if tree.lemma[up] in QUOTING:
            return True
        up = tree.head[up]
    return False


CLIMB = 5
OWNING = frozenset({"admit", "deny"})
CALLING = frozenset({"phone", "telephone", "ring", "call", "write", "radio", "text", "message", "email", "cable"})
PLAINLY = frozenset({"tell", "admit", "confess", "deny", "testify"})
OWNERS = {"he": {"his"}, "she": {"her"}, "they": {"their"}}
PERSONS = frozenset(OWNERS)


def is_report(noun: str) -> bool:
    """Whether a noun (a lemma) names what somebody says was so: "claim", "allegation"."""
    return noun in told() or noun in _words("nouns")


def _given(believed: Believed, plain: Heard | None) -> Believed:
    """A noun of report with the giver that the rules read off the parse."""
    if plain is None or plain.kind != "noun" or believed.heard.speaker == plain.speaker:
        return believed
    return replace(believed, heard=replace(plain, content=believed.heard.content))


@cache
def _words(name: str) -> frozenset[str]:
    found = data.lexicon("attribution/inner.toml")[name]
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()
