"""What the encoder hears, brought onto the parse and together with what the rules hear.

The encoder knows better whether a word is a cue at all, the rules where a clause ends: a cue that both hear is as
likely as both say, and for its source and content `rivals` says whose words to take.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from allege.analyse.encoder.encoded import Encoded, Voiced
from allege.claim import Span, Spans
from allege.extract.attribution.barred import barred
from allege.extract.attribution.choose import Believed
from allege.extract.attribution.fit import Quoted
from allege.extract.attribution.heard import Heard, Stretch, joined, minus, trimmed
from allege.extract.attribution.rivals import Voice, odds, rules_win, weights
from allege.extract.attribution.tree import Tree
from allege.extract.reasoning import VERBS as CONCLUDING

FRAME = "by the encoder"
"""What `why` calls an attribution that the encoder alone heard, after the kind of its cue."""

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}

MARK = "mark"
"""Cues that are no words ("Militia takes the port: mayor"): the encoder has hardly seen any, the rules decide."""

CERTAIN = 0.85
"""Chance by the rules from which the encoder's doubt is not heard in a headline: these are strange to it."""

ENDS = frozenset(".?!\"”’'…")

LOW = 0.15
"""Chance of a cue from which the encoder's word is weighed at all."""

BARE = 0.6
"""Chance from which an attribution that no rule hears is taken though its content holds no clause and no quotation
("fired rockets at the village" is no speech)."""

FAINT = 0.05
"""Chance by the rules alone from which a candidate is weighed at all."""

BELIEVE = 0.45
"""Chance from which an attribution is reported (best F1 on dev)."""

Worth = Callable[[list[tuple[list[int], float]]], set[int]]
"""Of cues, each as tokens with its chance, the tokens of those to ask the encoder about."""


def together(tree: Tree, marks: Quoted, encoded: Encoded, candidates: Iterable[tuple[Heard, float]]) -> list[Believed]:
    """One attribution for each cue that rules and encoder together find likely, in the order of the cues.

    `candidates` are what the rules hear, with the chance that they give it. Two that share a word of a cue are one.
    """
    ruled = likeliest(candidates)
    seen = heard_by(tree, encoded, worth=partial(_worth, tree, encoded, ruled))
    at = {i: voice for voice in seen for i in voice.heard.cue}
    found = [_joint(tree, marks, encoded, one, partner(at, one[0])) for one in ruled]
    cues = {i for heard, _ in ruled for i in heard.cue}
    alone = [v for v in seen if not cues.intersection(v.heard.cue) and not _nobody(tree, v.heard)]
    found += [b for b in map(_alone, alone) if b.chance >= BARE or _clause(tree, b.heard, marks)]
    best: dict[int, Believed] = {}
    for one in found:
        if one.chance >= BELIEVE and (one.heard.head not in best or one.chance > best[one.heard.head].chance):
            best[one.heard.head] = one
    return [best[head] for head in sorted(best)]


def likeliest(candidates: Iterable[tuple[Heard, float]]) -> list[tuple[Heard, float]]:
    """The likeliest frame of each cue that is not hopeless, in the order of the cues."""
    best: dict[int, tuple[Heard, float]] = {}
    for heard, chance in candidates:
        if chance >= FAINT and (heard.head not in best or chance > best[heard.head][1]):
            best[heard.head] = (heard, chance)
    return [best[head] for head in sorted(best)]


def heard_by(tree: Tree, encoded: Encoded, least: float = LOW, worth: Worth | None = None) -> list[Voice]:
    """The encoder's attributions as token stretches, in the order of their cues; those without content left out.

    Of the cues (as tokens, with their chances) only those that are `worth` asking for source and content.
    """
    out: dict[int, Voice] = {}
    cues = encoded.cues(least)
    if worth is not None:
        tokens = [_words(tree, cue.spans) for cue in cues]
        wanted = worth([(words, cue.chance) for words, cue in zip(tokens, cues, strict=True)])
        cues = [cue for cue, words in zip(cues, tokens, strict=True) if not wanted.isdisjoint(words)]
    for voiced in encoded.voiced_of(cues):
        heard = _heard(tree, voiced)
        if heard is not None and (heard.head not in out or out[heard.head].chance < voiced.chance):
            out[heard.head] = Voice(heard, voiced.chance, voiced.source_chance, voiced.content_chance)
    return [out[head] for head in sorted(out)]


def partner(at: dict[int, Voice], heard: Heard) -> Voice | None:
    """What the encoder hears at one of the cue's words."""
    return next((at[i] for i in heard.cue if i in at), None)


def marked_at(tree: Tree, encoded: Encoded, heard: Heard) -> float:
    """The chance that the encoder gives the cue's head, marked as a cue or not."""
    return encoded.cue((Span(tree.start[heard.head], tree.end[heard.head]),))


def chance_of(rules: float | None, encoder: float, *, marked: bool) -> float:
    """The chance of a cue by both; `rules` is None where no rule hears one, `marked`: the encoder marks one there."""
    fitted = weights("cue")
    total = fitted["always"] + fitted["encoder"] * odds(encoder)
    total += fitted["alone"] if rules is None else fitted["rules"] * odds(rules)
    total += 0.0 if marked else fitted["unmarked"]
    return 1 / (1 + math.exp(-total))


def _alone(voice: Voice) -> Believed:
    return Believed(voice.heard, chance_of(None, voice.chance, marked=True))


def _nobody(tree: Tree, heard: Heard) -> bool:
    """Whether it is nobody's word, or a fact speaks ("…, which suggests that they were hired")."""
    return barred(tree, heard) or (not heard.source and tree.lemma[heard.head] in CONCLUDING)


def _clause(tree: Tree, heard: Heard, marks: Quoted) -> bool:
    """Whether the content says something: it has a verb, or is quoted."""
    inside = (i for first, last in heard.content for i in range(first, last))
    return any(tree.pos[i] in ("VERB", "AUX") or marks.at[i] >= 0 for i in inside)


def _headline(tree: Tree, head: int) -> bool:
    """Whether the sentence of a token ends without a mark."""
    first, last = tree.bounds[tree.sentence[head]]
    words = [i for i in range(first, last) if tree.lower[i].strip()]
    return bool(words) and tree.lower[words[-1]][-1] not in ENDS


def _joint(tree: Tree, marks: Quoted, encoded: Encoded, ruled: tuple[Heard, float], seen: Voice | None) -> Believed:
    """What both heard at one cue: the rules' cue, and source and content of whoever is the surer of them."""
    heard = ruled[0]
    believed = _believed(tree, ruled, marked_at(tree, encoded, heard), marked=seen is not None)
    if seen is None or believed < BELIEVE:
        return Believed(heard, believed)
    other, made = seen.heard, heard
    if other.source != heard.source and not rules_win(tree, marks, "source", ruled, seen):
        made = replace(made, source=other.source, speaker=other.speaker)
    if other.content != heard.content and not rules_win(tree, marks, "content", ruled, seen):
        made = replace(made, content=other.content)
    return Believed(made, believed)


def _believed(tree: Tree, ruled: tuple[Heard, float], encoder: float, *, marked: bool) -> float:
    """The chance by both of a cue that the rules hear; for marks and headlines the rules' own where it is higher."""
    heard, chance = ruled
    believed = chance_of(chance, encoder, marked=marked)
    if heard.kind == MARK or (chance >= CERTAIN and _headline(tree, heard.head)):
        believed = max(believed, chance)
    return believed


def _worth(
    tree: Tree, encoded: Encoded, ruled: Iterable[tuple[Heard, float]], cues: Iterable[tuple[list[int], float]]
) -> set[int]:
    """The tokens of the cues that can come to be believed, whatever source and content the encoder gives them.

    Two in five cannot: no rule hears them and they are too faint alone, or they are not believed with the rules either.
    """
    hopeful, hopeless = set[int](), set[int]()
    for heard, chance in ruled:
        seen = marked_at(tree, encoded, heard)
        best = max(_believed(tree, (heard, chance), seen, marked=marked) for marked in (True, False))
        (hopeful if best >= BELIEVE else hopeless).update(heard.cue)
    out = set[int]()
    for words, chance in cues:
        alone = hopeless.isdisjoint(words) and chance_of(None, chance, marked=True) >= BELIEVE
        if alone or not hopeful.isdisjoint(words):
            out.update(words)
    return out


def _words(tree: Tree, spans: Spans) -> list[int]:
    return [i for first, last in _stretches(tree, spans) for i in range(first, last) if tree.word[i]]


def _heard(tree: Tree, voiced: Voiced) -> Heard | None:
    cue = _words(tree, voiced.cue)
    if not cue or tree.sentence[cue[0]] < 0:
        return None
    holes = [(i, i + 1) for i in cue]
    content = _cut(tree, _stretches(tree, voiced.content), holes)
    source = _cut(tree, _stretches(tree, voiced.source), [*holes, *content])
    if not content:
        return None
    head = head_of(tree, cue)
    kind = KINDS.get(tree.pos[head], "phrase")
    speaker = head_of(tree, range(*source[0])) if source else None
    return Heard(head, kind, tree.lemma[head], FRAME, tuple(cue), source, content, speaker)


def head_of(tree: Tree, tokens: Sequence[int]) -> int:
    """The word of these tokens that governs the others: the first whose own head lies outside them."""
    inside = set(tokens)
    return next((i for i in tokens if tree.word[i] and (tree.head[i] == i or tree.head[i] not in inside)), tokens[0])


def _stretches(tree: Tree, spans: Spans) -> list[Stretch]:
    """Whole tokens under character spans; token starts and ends both grow."""
    found = ((bisect_right(tree.end, start), bisect_left(tree.start, end)) for start, end in spans)
    return [(first, last) for first, last in found if first < last]


def _cut(tree: Tree, pieces: Iterable[Stretch], holes: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The pieces without the holes, close ones joined, blanks and marks at their ends left out."""
    left = [rest for piece in pieces for rest in minus(piece, holes)]
    out: list[Stretch] = []
    for first, last in sorted(left):
        if out and not any(tree.word[out[-1][1] : first]) and not any(out[-1][1] <= a < first for a, _ in holes):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    kept = (trimmed(tree, piece) for piece in out)
    return joined(piece for piece in kept if piece is not None)
