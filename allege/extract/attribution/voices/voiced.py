"""What the encoder hears, brought onto the parse and together with what the rules hear.

The encoder knows better whether a word is a cue at all, the rules where a clause ends. For each cue that either hears,
`offers` lists what its source and content could be, `judge` chooses, and a regression over all that is known by then
says how likely the attribution is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.voices import Cue, Voiced
from allege.claim import Act, Spans
from allege.extract.attribution.acts import act_of, finds, only_tells
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Heard, Stretch, spans, stretches
from allege.extract.attribution.quoting.fit import Quoted
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices import judge
from allege.extract.attribution.voices.cue_offers import Marked, border_signs, cue_offers
from allege.extract.attribution.voices.cue_signs import cue_signs
from allege.extract.attribution.voices.likely import Rows, likely, rows_of
from allege.extract.attribution.voices.offer import PLAINLY, MaybeCue, Offer, Rules, cut, plain
from allege.extract.attribution.voices.offer_signs import content_signs, source_signs
from allege.extract.attribution.voices.offers import contents, sources
from allege.extract.attribution.voices.sound import sound
from allege.extract.attribution.voices.unheard import is_deed, is_no_word
from allege.extract.attribution.who import is_quoted_as
from allege.extract.attribution.within.inner import is_report

FRAME = "by the encoder"
"""What `why` calls an attribution that the encoder alone heard, after the kind of its cue."""

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}

MARK = "mark"
"""Cues that are no words ("Militia takes the port: mayor"): the encoder has hardly seen any, the rules decide."""

CERTAIN = 0.85
"""Chance by the rules from which the encoder's doubt is not heard in a headline: these are strange to it."""

DISBELIEVED = 0.15
"""Chance by both below which even what the rules hear plainly is not reported; above it is, if only just."""

ENDS = frozenset(".?!\"”’'…")

LOW = 0.15
"""Chance of a cue from which the encoder's word is weighed at all."""

BARE = 0.6
"""Chance from which an attribution that no rule hears is taken though its content holds no clause and no quotation
("fired rockets at the village" is no speech)."""

FAINT = 0.05
"""Chance by the rules alone from which a candidate is weighed at all."""

UNMARKED, DOUBTED, LIKELY = 0.1, 0.2, 0.6
"""Chance of a cue by the encoder below which it is not weighed: where the rules find it `LIKELY`, and elsewhere. On dev
it would come to nothing in all but four of 1,300 cases; what the rules hear plainly is always weighed."""

SURE = 0.85
"""Chance by the rules from which a verb set between commas tells what stands around it."""

TOLD = frozenset({"that", "clause", "front"})
"""Frames of the rules in which a whole clause is told."""

HANDED_OUT = frozenset({"release", "launch", "lift", "suspend", "cancel", "withdraw", "conduct", "impose", "ban"})
"""Such verbs whose object may be words: "released a statement"."""

EVEN = 0.5
"""Chance by the rules from which a verb of owning up or denying is heard whatever the encoder says."""

OWNED = TOLD | {"to"}
OWNING = frozenset({Act.ADMIT, Act.DENY})
"""Frames and acts of those who own up to something or deny it: they have done so, or it could not be told."""

BELIEVE = 0.3
"""Chance from which an attribution is reported (best F1 on dev)."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One cue with what the encoder says of it, the offers, and the signs of each: what is fitted and what is judged.

    `borders` are the offers of the cue's own words, of which `cue.words` is the likeliest; `source`: that of `sources`.
    """

    cue: MaybeCue
    voiced: Voiced
    borders: tuple[Offer, ...]
    border_signs: tuple[judge.Signs, ...]
    source: judge.Chosen
    sources: tuple[Offer, ...]
    contents: tuple[Offer, ...]
    source_signs: tuple[judge.Signs, ...]
    content_signs: tuple[judge.Signs, ...]


def together(tree: Tree, marks: Quoted, encoded: Encoded, candidates: Iterable[tuple[Heard, float]]) -> list[Believed]:
    """One attribution for each cue that rules and encoder together find likely, in the order of the cues.

    `candidates` are what the rules hear, with the chance that they give it. Two that share a word of a cue are one.
    """
    best: dict[int, Believed] = {}
    for one in weighed(tree, marks, encoded, candidates):
        found = _believed(tree, marks, one)
        if found is not None and (found.heard.head not in best or found.chance > best[found.heard.head].chance):
            best[found.heard.head] = found
    ruled = {i for found in best.values() if found.heard.frame != FRAME for i in found.heard.cue}
    kept = (found for _, found in sorted(best.items()))
    return [found for found in kept if found.heard.frame != FRAME or ruled.isdisjoint(found.heard.cue)]


def weighed(
    tree: Tree,
    marks: Quoted,
    encoded: Encoded,
    candidates: Iterable[tuple[Heard, float]],
    tables: Mapping[str, Mapping[str, float]] | None = None,
) -> Iterator[Weighed]:
    """Every cue that is worth weighing, with its offers and their signs; `tables`: weights other than the package's."""
    tables = judge.tables() if tables is None else tables
    rows: dict[int, tuple[Rows, Marked]] = {}
    for rules, heard, voiced in _cues(tree, marks, encoded, candidates):
        if id(voiced.window) not in rows:
            held = rows_of(tree, voiced.window)
            rows[id(voiced.window)] = held, Marked.of(likely(held, voiced.marked[:, None])[0])
        window, marked = rows[id(voiced.window)]
        of_cue = tuple(cue_offers(tree, rules, heard, marked))
        head = (heard or rules[0][0]).head
        of_border = tuple(border_signs(tree, marked.likely, head, offer) for offer in of_cue)
        words = judge.choose_offer(tables["borders"], of_cue, of_border).offer.words
        cue = MaybeCue(rules, heard, words, (), *likely(window, voiced.parts[:, 1:], words))
        of_source = tuple(sources(tree, cue))
        of_speaker = tuple(source_signs(tree, cue, offer) for offer in of_source)
        source = judge.choose_offer(tables["source"], of_source, of_speaker)
        cue = replace(cue, speaker=source.offer.pieces)
        of_content = tuple(sound(tree, marks, cue, contents(tree, marks, cue)))
        if of_content:
            said = tuple(content_signs(tree, marks, cue, offer) for offer in of_content)
            yield Weighed(cue, voiced, of_cue, of_border, source, of_source, of_content, of_speaker, said)


def _believed(tree: Tree, marks: Quoted, one: Weighed) -> Believed | None:
    """The attribution at a cue, if it is likely enough."""
    picked = one.source, judge.choose_offer(judge.weights("content"), one.contents, one.content_signs)
    offers = picked[0].offer, picked[1].offer
    only_ruled = _is_mark(one.cue.rules) or _is_per(tree, one.cue.rules)
    heard = one.cue.rules[0][0] if only_ruled else _made(tree, one.cue, *offers)
    chance = judge.chance(judge.weights("cue"), cue_signs(tree, marks, one.cue, one.voiced, picked))
    if one.cue.rules:
        ruled, by_rules = one.cue.rules[0]
        handed = tree.lemma[ruled.head] in HANDED_OUT
        if (ruled.frame.startswith("object") or ruled.frame == "as") and not handed and is_deed(tree, ruled, marks):
            return None
        if only_ruled or (by_rules >= CERTAIN and _headline(tree, ruled.head)):
            chance = max(chance, by_rules)
        elif (
            _tells(tree, marks, one.cue.rules)
            or _owns(tree, one.cue.rules)
            or (ruled.frame == "front" and is_quoted_as(tree, ruled.head))
            or (plain(one.cue.rules) and chance >= DISBELIEVED)
        ):
            chance = max(chance, BELIEVE)
    elif is_no_word(tree, heard, marks, sure=chance >= BARE):
        return None
    return Believed(heard, chance) if chance >= BELIEVE else None


def _made(tree: Tree, cue: MaybeCue, source: Offer, content: Offer) -> Heard:
    """The rules' cue, or the encoder's where no rule hears one, with the chosen source and content."""
    heard = cue.rules[0][0] if cue.rules else cue.base
    if source.pieces != heard.source:
        speaker = head_of(tree, range(*source.pieces[0])) if source.pieces else None
        heard = replace(heard, source=source.pieces, speaker=speaker)
    told_there = cue.rules and is_report(tree.lemma[heard.head]) and any(tree.dep[i] == "expl" for i in cue.words)
    words = {*cue.words, heard.head} if told_there else cue.words  # "there is | a rumour"
    return replace(heard, cue=tuple(sorted(words)), content=content.pieces)


def _cues(
    tree: Tree, marks: Quoted, encoded: Encoded, candidates: Iterable[tuple[Heard, float]]
) -> Iterator[tuple[Rules, Heard | None, Voiced]]:
    """What the rules hear at each cue, likeliest first; what the encoder hears there; and its answer about that cue."""
    marked = encoded.cues(LOW)
    words = [_words(tree, cue.spans) for cue in marked]
    at = {i: n for n, inside in enumerate(words) for i in inside}
    asked: list[tuple[Rules, Cue, bool]] = []
    taken: set[int] = set()
    for rules in by_head(candidates):
        found = next((at[i] for heard, _ in rules for i in heard.cue if i in at), None)
        own = spans(tree, stretches(rules[0][0].cue))
        cue = marked[found] if found is not None else encoded.cue_at(own)
        taken.update(i for heard, _ in rules for i in heard.cue)
        certain = _is_mark(rules) or _is_per(tree, rules) or _tells(tree, marks, rules) or _owns(tree, rules)
        if cue is not None and (certain or _worth(rules[0][1], encoded.cue(cue.spans))):
            asked.append((rules, cue, found is not None))
    for cue, inside in zip(marked, words, strict=True):
        if taken.isdisjoint(inside) and _worth(0.0, encoded.cue(cue.spans)):
            asked.append(((), cue, True))
    for (rules, _, is_marked), voiced in zip(asked, encoded.voiced_of([cue for _, cue, _ in asked]), strict=True):
        heard = _heard(tree, voiced) if is_marked else None
        if rules or heard is not None:
            yield rules, heard, voiced


def _is_mark(rules: Rules) -> bool:
    return bool(rules) and rules[0][0].kind == MARK


def _is_per(tree: Tree, rules: Rules) -> bool:
    """Whether "per" names who tells ("three were shot, per witnesses"), or a plan tells what would be done under it.

    The encoder has hardly seen any.
    """
    return bool(rules) and rules[0][0].key == "according to" and tree.lower[rules[0][0].head] in ("per", "under")


def _tells(tree: Tree, marks: Quoted, rules: Rules) -> bool:
    """Whether a sentence is that somebody tells something, by a verb of telling: "the mayor reported that it burned".

    In long texts without capitals the encoder misses such cues; no reading leaves them without their speaker.
    """
    if not rules or (rules[0][1] < LIKELY and not finds(rules[0][0].key)):
        return False
    heard = rules[0][0]
    found = heard.frame == "inset" and finds(heard.key) and _is_set_in(tree, heard)
    if found or (heard.frame == "inset" and rules[0][1] >= SURE and tree.dep[heard.head] == "parataxis"):
        return bool(heard.source) and marks.at[heard.head] < 0  # "they burned it, it went on, and shot two guards"
    spoken = rules[0][1] >= LIKELY and heard.kind == "verb" and heard.frame in TOLD
    spoken = spoken and bool(heard.source) and only_tells(heard.key)
    first = tree.head[heard.head] if tree.dep[heard.head] == "conj" else heard.head
    return spoken and tree.dep[first] == "ROOT" and marks.at[heard.head] < 0


def _is_set_in(tree: Tree, heard: Heard) -> bool:
    """Whether a verb stands with its own subject between two commas: "his men, a panel | has found |, shot ten"."""
    verb = heard.head
    if tree.dep[verb] != "parataxis" or tree.child(verb, "nsubj") is None:
        return False
    first, last = tree.left[verb], tree.right[verb]
    first -= tree.lower[first] != ","
    last += tree.lower[last] != ","
    return first > 0 and last < len(tree.lower) and tree.lower[first] == "," == tree.lower[last]


def _owns(tree: Tree, rules: Rules) -> bool:
    """Whether somebody plainly owns up to something or denies it: "the ministry admitting to have armed them"."""
    if not rules or rules[0][1] < EVEN:
        return False
    heard = rules[0][0]
    return heard.kind == "verb" and heard.frame in OWNED and bool(heard.source) and act_of(tree, heard) in OWNING


def _worth(rules: float, surest: float) -> bool:
    """Whether a cue with such chances, by the rules and by the encoder, can come to be believed: a quarter cannot."""
    return rules >= PLAINLY or surest >= (UNMARKED if rules >= LIKELY else DOUBTED)


def by_head(candidates: Iterable[tuple[Heard, float]]) -> list[Rules]:
    """The frames of each cue that are not hopeless, likeliest first, in the order of the cues."""
    found: dict[int, list[tuple[Heard, float]]] = {}
    for heard, chance in candidates:
        if chance >= FAINT:
            found.setdefault(heard.head, []).append((heard, chance))
    return [tuple(sorted(found[head], key=lambda one: -one[1])) for head in sorted(found)]


def _headline(tree: Tree, head: int) -> bool:
    """Whether the sentence of a token ends without a mark."""
    first, last = tree.bounds[tree.sentence[head]]
    words = [i for i in range(first, last) if tree.lower[i].strip()]
    return bool(words) and tree.lower[words[-1]][-1] not in ENDS


def _heard(tree: Tree, voiced: Voiced) -> Heard | None:
    cue = _words(tree, voiced.cue)
    if not cue or tree.sentence[cue[0]] < 0:
        return None
    holes = [(i, i + 1) for i in cue]
    content = cut(tree, _stretches(tree, voiced.content), holes)
    source = cut(tree, _stretches(tree, voiced.source), [*holes, *content])
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


def _words(tree: Tree, found: Spans) -> list[int]:
    return [i for first, last in _stretches(tree, found) for i in range(first, last) if tree.word[i]]


def _stretches(tree: Tree, found: Spans) -> list[Stretch]:
    """Whole tokens under character spans; token starts and ends both grow."""
    under = ((bisect_right(tree.end, start), bisect_left(tree.start, end)) for start, end in found)
    return [(first, last) for first, last in under if first < last]
