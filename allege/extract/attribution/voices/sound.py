"""Which of the contents that a cue could have tear no phrase apart."""

from __future__ import annotations

from allege.extract.attribution.acts import is_act
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.quoting.fit import Quoted
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices.offer import RULE, MaybeCue, Offer, plain, words_of
from allege.extract.attribution.who import hangs

BEFORE = frozenset({"front", "inset"})
"""Frames of the rules whose content stands before or around the cue."""

OWN = frozenset({"det", "poss", "nsubj", "nsubjpass"})
"""What a noun or a verb does not leave behind."""


def sound(tree: Tree, marks: Quoted, cue: MaybeCue, found: list[Offer]) -> list[Offer]:
    """Without the contents that tear a phrase apart, where one is left that does not.

    Torn is a noun without its determiner, a verb without its subject, what hangs on a word between cue and content that
    belongs to neither, and what reaches out of the relative clause that the cue stands in or the phrase of a noun. What
    stands before its speaker or around him ("…, the agency reported, citing a guard", "…, the report goes on, and …")
    is not looked for behind alone, and has its verb. Nor does it reach into a sentence beside the cue's, but in
    quotation marks.
    """
    found = [one for one in found if not _strays(tree, marks, cue, one.words)] or found
    kept = [one for one in found if (RULE in one.by and plain(cue.rules)) or not _torn(tree, cue, one.words)]
    if cue.rules and (cue.rules[0][0].frame in BEFORE or _is_as(tree, cue.rules[0][0])):
        said = words_of(tree, cue.rules[0][0].content)
        kept = [offer for offer in kept if offer.words & said]
        tops = {i for i in said if tree.pos[i] in ("VERB", "AUX") and (tree.head[i] == i or tree.head[i] not in said)}
        kept = [offer for offer in kept if tops <= offer.words] or kept
    return kept or found


def _torn(tree: Tree, cue: MaybeCue, words: frozenset[int]) -> bool:
    lead = cue.rules[0][0] if cue.rules else cue.base
    head = lead.head
    nominal = lead.kind == "noun" and tree.pos[head] in ("NOUN", "PROPN")
    if (tree.dep[head] == "relcl" or nominal) and not all(tree.within(i, head) for i in words):
        return True
    strays = hangs(tree, head) and not all(tree.within(i, tree.head[head]) for i in words)
    if strays:  # "men believed to be rebels | fired"
        return True
    if (
        _is_told_beside(tree, lead, words)
        or (lead.frame == "ing" and _leaves_verb(tree, head, words))
        or _reaches_on(tree, lead, words)
        or _joined_to(tree, max(cue.words), min(words))
        or any(i in words and _is_beside(tree, i, head) for i in tree.children[head])
    ):
        return True
    apart = cue.words.union(i for first, last in cue.speaker for i in range(first, last))
    for i in words:
        up = tree.head[i]
        between = up not in words and up not in cue.words and up not in (i, head) and tree.within(up, head)
        if between and tree.pos[up] == "VERB":
            return True
        for c in tree.children[i]:
            if tree.dep[c] in OWN and c not in words and c not in apart:
                return True
    return False


SHIFTED = frozenset({"had", "would", "could", "might"})


def _is_told_beside(tree: Tree, lead: Heard, words: frozenset[int]) -> bool:
    """Whether it reaches into the sentence behind a semicolon: "said they had wanted war; | it | shot | two of them".

    What still goes back into the past is told on: "said the road was shut; it would open again".
    """
    over = tree.head[lead.head]
    if lead.frame not in ("clause", "that") or over <= lead.head or over not in words:
        return False
    own = {tree.lower[c] for c in tree.children[over] if tree.dep[c] in ("aux", "auxpass")}
    told = {tree.lower[c] for c in tree.children[lead.head] if tree.dep[c] in ("nsubj", "nsubjpass")}
    who = tree.child(over, "nsubj")
    if who is None or tree.lower[who] not in ("he", "she", "it") or told & {"he", "she", "it", "they"}:
        return False  # "said rebels attacked at dawn; they killed two": told on
    return ";" in tree.lower[lead.head : over] and tree.tag[over] == "VBD" and not own & SHIFTED


def _leaves_verb(tree: Tree, head: int, words: frozenset[int]) -> bool:
    """Whether the gerund itself stays outside: "denies | holding any of | the girls"."""
    for i in words:
        up = tree.head[i]
        while up not in words and up != head and tree.within(up, head):
            if tree.pos[up] == "VERB" and tree.tag[up] == "VBG" and tree.head[up] == head:
                return True
            up = tree.head[up]
    return False


def _is_as(tree: Tree, lead: Heard) -> bool:
    """Whether "as" sets the cue behind or before all that is said: "they shot him, | as the mayor claimed"."""
    mark = tree.child(lead.head, "mark")
    return lead.frame == "as" and mark is not None and tree.lower[mark] == "as"


def _reaches_on(tree: Tree, lead: Heard, words: frozenset[int]) -> bool:
    """Whether a clause told beside it is taken in: "denied that, | until a judge proved it" denies "that" alone."""
    thing = tree.child(lead.head, "dobj")
    if lead.frame != "object" or thing is None or tree.lower[thing] not in POINTING or thing not in words:
        return False
    beside = (c for c in tree.children[lead.head] if c > thing and tree.dep[c] == "advcl" and tree.child(c, "mark"))
    return any(i in words for c in beside for i in range(c, tree.right[c] + 1))


POINTING = frozenset({"that", "this", "it"})
"""Objects that are all of what is said."""


def _strays(tree: Tree, marks: Quoted, cue: MaybeCue, words: frozenset[int]) -> bool:
    own = {tree.sentence[i] for i in cue.words}
    return any(marks.at[i] < 0 and tree.sentence[i] not in own for i in words)


def _is_beside(tree: Tree, i: int, head: int) -> bool:
    """Whether a verb of speech is set beside that of the cue: "condemned it and accused them"."""
    beside = tree.dep[i] == "conj" and tree.head[i] == head and tree.tag[i] == tree.tag[head]
    return beside and tree.pos[i] == "VERB" and is_act(tree.lemma[i])


def _joined_to(tree: Tree, cue: int, first: int) -> bool:
    """Whether words from `first` on are what an "and" sets beside the cue: "The army said and the rebels confirmed"."""
    behind = tree.next_word(cue + 1)
    return behind <= first <= behind + 1 and behind < len(tree.dep) and tree.dep[behind] == "cc"
