"""What speaks for and against an offer: signs by name, which `judge` weighs.

A border that stands where a clause or a quotation ends is a likely border; so is one that the encoder likes, and one
that the likeliest rule gives. All sizes are counted in words or pieces.
"""

from __future__ import annotations

import math

from allege.extract.attribution.quoting.fit import Quoted
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices.judge import odds
from allege.extract.attribution.voices.offer import ENCODER, RULE, MaybeCue, Offer

Signs = dict[str, float]

ADVERBIAL = frozenset({"whether", "if", "as", "how", "what", "why"})
FOLLOWING = frozenset(
    {"after", "while", "because", "when", "as", "if", "since", "although", "though", "who", "which", "that"}
)
COMMAS, STOPS, DASHES = frozenset({",", ";"}), frozenset({".", "!", "?", ":"}), frozenset({",", ";", "—", "-", "–"})
OPENING, CLOSING = frozenset({'"', "“", "‘", "'"}), frozenset({'"', "”", "’", "'"})
MOST = 6
NOMINAL = frozenset({"NOUN", "PROPN"})
INNER = frozenset({"det", "amod", "compound", "poss", "nummod"})


def content_signs(tree: Tree, marks: Quoted, cue: MaybeCue, offer: Offer) -> Signs:
    """The signs of a content."""
    out = _given(cue, offer)
    short = cue.content.short_of_best(offer.pieces)
    out["short"], out["short by length"] = short, short / math.sqrt(len(cue.content.chance) + 1)
    first, last = min(offer.words), max(offer.words)
    out["pieces"], out["split"] = len(offer.pieces) - 1.0, float(len(offer.pieces) > 1)
    out["length"] = math.log(len(offer.words) + 1)
    out["sentences"] = len({tree.sentence[i] for i in offer.words}) - 1.0
    _before(tree, cue, first, out)
    _behind(tree, cue, last, out)
    _shape(tree, cue, offer, out)
    cue_words = cue.words
    out["around cue"] = float(any(first < i < last for i in cue_words))
    held = {marks.at[i] for i in offer.words} - {-1}
    out["quotation cut"] = float(any(marks.ranges[q][0] < first or marks.ranges[q][1] - 1 > last + 1 for q in held))
    if cue.base.kind == "noun":
        for name in ("that", "after that", "preposition", "after preposition", "to", "after to"):
            out[f"noun: {name}"] = out.get(name, 0.0)
    return out


def _given(cue: MaybeCue, offer: Offer) -> Signs:
    """Whose the offer is, and how sure the rules are of the cue where it is theirs."""
    out = dict.fromkeys(offer.by, 1.0)
    if RULE in offer.by:
        out["rule odds"] = odds(cue.rules[0][1])
        out["both"] = float(ENCODER in offer.by)
    return out


def _before(tree: Tree, cue: MaybeCue, first: int, out: Signs) -> None:
    """The first word, and what stands before it."""
    at = first - 1
    while at >= 0 and not tree.lower[at].strip():
        at -= 1
    word, before = tree.lower[first], tree.lower[at] if at >= 0 else ""
    for name, one in (("", word), ("after ", before)):
        out[f"{name}that"] = float(one == "that")
        out[f"{name}to"] = float(one == "to")
        out[f"{name}adverbial"] = float(one in ADVERBIAL)
    out["preposition"] = float(tree.pos[first] == "ADP")
    out["after preposition"] = float(at >= 0 and tree.pos[at] == "ADP")
    out["after cue"] = float(at in cue.words)
    out["after comma"], out["after quote"] = float(before in COMMAS), float(before in OPENING)
    out["after stop"] = float(at < 0 or before in STOPS)


def _behind(tree: Tree, cue: MaybeCue, last: int, out: Signs) -> None:
    """What stands behind the last word."""
    at = last + 1
    while at < len(tree.lower) and not tree.lower[at].strip():
        at += 1
    word = tree.lower[at] if at < len(tree.lower) else ""
    found = {
        "before cue": at in cue.words,
        "before comma": word in DASHES,
        "before stop": word in STOPS - {":"} or not word,
        "before quote": word in CLOSING,
        "before conjunction": word in ("and", "but", "or"),
        "before preposition": at < len(tree.lower) and tree.pos[at] == "ADP",
        "before clause": word in FOLLOWING,
    }
    out.update((name, float(so)) for name, so in found.items())
    out["before another word"] = float(not any(found.values()))


def _shape(tree: Tree, cue: MaybeCue, offer: Offer, out: Signs) -> None:
    """Whether the words are one whole phrase of the parse."""
    words, apart = offer.words, cue.words
    source = {i for first, last in cue.speaker for i in range(first, last)}
    heads = [i for i in sorted(words) if tree.head[i] == i or tree.head[i] not in words]
    outside = [c for i in words for c in tree.children[i] if c not in words and c not in apart]
    left = sum(1 for c in outside if tree.word[c] and c not in source)
    above = [tree.head[i] for i in heads if tree.head[i] != i]
    out["below words left out"] = float(any(up not in apart and tree.within(up, cue.base.head) for up in above))
    out["modifier left behind"] = float(any(tree.dep[c] in INNER for c in outside))
    out["roots"], out["one root"] = min(len(heads), MOST) - 1.0, float(len(heads) == 1)
    out["left behind"], out["nothing left behind"] = float(min(left, MOST)), float(not left)
    out["verb"] = float(any(tree.pos[i] in ("VERB", "AUX") for i in words))
    out["noun phrase"] = float(bool(heads) and tree.pos[heads[0]] in NOMINAL and cue.base.kind == "verb")
    out["bare noun phrase"] = out["noun phrase"] * (1 - out["verb"])
    out["source inside"] = float(bool(words & source))


def source_signs(tree: Tree, cue: MaybeCue, offer: Offer) -> Signs:
    """The signs of a source."""
    out = _given(cue, offer)
    out["short"] = cue.source.short_of_best(offer.pieces)
    if not offer.words:
        silent = {"nobody": 1.0, "nobody by noun": float(cue.base.kind == "noun")}
        silent["nobody by another"] = float(cue.base.kind not in ("noun", "verb"))
        return out | silent | {f"nobody by {by}": 1.0 for by in offer.by & {RULE, ENCODER}}
    words = offer.words
    first, last = min(words), max(words)
    heads = [i for i in sorted(words) if tree.head[i] == i or tree.head[i] not in words]
    head = heads[0] if heads else first
    out["roots"], out["length"], out["pieces"] = min(len(heads), 5) - 1.0, math.log(len(words)), len(offer.pieces) - 1.0
    pos = tree.pos[head]
    out[pos.lower() if pos in ("PRON", "PROPN", "NOUN") else "another word"] = 1.0
    subject = tree.dep[head] in ("nsubj", "nsubjpass")
    out["subject"], out["possessor"] = float(subject), float(tree.dep[head] == "poss")
    out["subject of cue"] = float(subject and tree.head[head] in cue.words)
    out["who"] = float(tree.lower[head] in ("who", "which", "that"))
    _left_out(tree, cue, offer, out)
    nearest = min(abs(first - i) for i in cue.words)
    out["far"], out["another sentence"] = (
        float(nearest > 12),
        float(tree.sentence[first] != tree.sentence[min(cue.words)]),
    )
    behind = tree.lower[last + 1] if last + 1 < len(tree.lower) else ""
    out["before comma"], out["before possessive"] = float(behind == ","), float(behind in ("'s", "’s"))
    out["possessive first"] = float(tree.tag[first] == "POS")
    return out


def _left_out(tree: Tree, cue: MaybeCue, offer: Offer, out: Signs) -> None:
    """What of the phrase is in the source, and what is not."""
    words = offer.words
    left = [
        tree.dep[c] for i in words for c in tree.children[i] if c not in words and tree.word[c] and c not in cue.words
    ]
    out["left behind"] = float(min(len(left), 5))
    for name, deps in (("clause", ("relcl", "acl")), ("apposition", ("appos",)), ("phrase", ("prep",)),
                       ("conjunct", ("conj",)), ("modifier", INNER)):  # fmt: skip
        out[f"{name} left behind"] = float(any(dep in deps for dep in left))
    held = {tree.dep[i] for i in words}
    out["clause"], out["apposition"] = float(bool(held & {"relcl", "acl"})), float("appos" in held)
    out["verb"] = float(any(tree.pos[i] == "VERB" for i in words))
