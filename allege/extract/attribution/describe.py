"""What kind of source a phrase names, and whether it is named; words in `allege/data/attribution/sources.toml`.

Named: a proper name, or a definite office or body of which there is one ("the Russian defence ministry"). Not named:
"a police spokesman", "officials", "witnesses", "intelligence reports". A pronoun is what it refers to, where known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from spacy.tokens import Doc

from allege.analyse import data
from allege.analyse.actor_list import load_actors
from allege.analyse.analysis import Analysis
from allege.analyse.names import is_initials
from allege.claim import MentionType, SourceKind
from allege.extract.attribution.tree import Tree

KINDS = (
    SourceKind.DOCUMENT,
    SourceKind.MEDIA,
    SourceKind.WITNESS,
    SourceKind.ARMED_GROUP,
    SourceKind.STATE,
    SourceKind.OFFICIAL,
    SourceKind.PERSON,
    SourceKind.ORGANIZATION,
)
ACTORS = {
    "armed_group": SourceKind.ARMED_GROUP,
    "state": SourceKind.STATE,
    "government": SourceKind.STATE,
    "military": SourceKind.OFFICIAL,
    "police": SourceKind.OFFICIAL,
    "agency": SourceKind.OFFICIAL,
    "international": SourceKind.ORGANIZATION,
    "ngo": SourceKind.ORGANIZATION,
    "party": SourceKind.ORGANIZATION,
    "media": SourceKind.MEDIA,
    "person": SourceKind.PERSON,
}
"""Source kind by the kind that the list of actors gives."""

OFFICES = {"armed_group": SourceKind.ARMED_GROUP, "ngo": SourceKind.ORGANIZATION, "party": SourceKind.ORGANIZATION}
"""The same for those whose speakers and leaders are no authorities."""

TITLES = (SourceKind.OFFICIAL, SourceKind.MEDIA, SourceKind.ARMED_GROUP)
"""Kinds that a title before a name may tell."""

TITLED = ("compound", "nmod", "appos", "amod", "poss")
LABELS = {
    "PERSON": SourceKind.PERSON,
    "GPE": SourceKind.STATE,
    "NORP": SourceKind.STATE,
    "LOC": SourceKind.STATE,
    "ORG": SourceKind.ORGANIZATION,
    "WORK_OF_ART": SourceKind.DOCUMENT,
    "LAW": SourceKind.DOCUMENT,
}
DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "our"})
FORMER = frozenset({"former", "ex", "retired", "ousted", "deposed", "erstwhile"})
PEOPLE = frozenset({"he", "she", "him", "her", "his", "who", "whom", "i", "you", "me", "my"})


def describe(analysis: Analysis, tree: Tree, speaker: int | None, *, quoted: bool) -> tuple[SourceKind, bool]:
    """Kind of the source with that head, and whether it is named. `quoted`: the cue stands inside a quotation."""
    if speaker is None:
        return SourceKind.UNNAMED, False
    if not quoted and _own(tree, speaker):
        return SourceKind.AUTHOR, False
    head = _meant(analysis, tree, speaker)
    mention = analysis.by_head.get(head)
    known = mention is not None and mention.entity is not None
    return _kind(analysis, tree, head), known or _named(tree, head)


def noun_kind(tree: Tree, head: int) -> SourceKind | None:
    """The kind of source that a noun names by itself, if the list knows it."""
    return _listed(tree, [head])


def speaks_for_others(noun: str) -> bool:
    """Whether a noun names somebody by whom he speaks for or stands over: "spokesman", "leader"."""
    return noun in _words("speaking", "for")


def _own(tree: Tree, i: int) -> bool:
    """The document speaks of itself: "we", "this site"."""
    if tree.lower[i] in _words("author", "pronouns"):
        return True
    return tree.lemma[i] in _words("author", "this") and any(tree.lower[c] in ("this", "our") for c in tree.children[i])


def _meant(analysis: Analysis, tree: Tree, i: int) -> int:
    """The head token that says who it is: behind a pronoun, a relative pronoun or "one of"."""
    if tree.tag[i] in ("WP", "WDT") and tree.dep[tree.head[i]] == "relcl":
        i = tree.head[tree.head[i]]
    return analysis.resolve(analysis.doc[i]).i


def _kind(analysis: Analysis, tree: Tree, head: int) -> SourceKind:
    mention = analysis.by_head.get(head)
    actor = load_actors().get(mention.entity) if mention is not None and mention.entity else None
    if actor is not None and actor.kind in ACTORS:
        return ACTORS[actor.kind]
    others = SourceKind.ARMED_GROUP if _is_rising(tree, head) else _spoken_for(analysis, tree, head)
    others = SourceKind.OFFICIAL if _is_staff(tree, head) else others
    if others is not None:
        return others
    if tree.pos[head] != "PROPN":
        return _held_office(tree, head) or _listed(tree, [head]) or _pronoun(tree, head)
    words = [head, *(c for c in tree.children[head] if tree.dep[c] in TITLED and not _held_office(tree, c))]
    words += [c for w in words[1:] for c in tree.children[w] if tree.dep[c] == "compound"]  # "president | - elect"
    own = _listed(tree, [head])
    if own in (SourceKind.ARMED_GROUP, SourceKind.MEDIA):
        return own  # "Orrin Wire" is no person, whatever the tagger takes it for
    initials = is_initials(analysis.doc, head, head + 1)
    if (tree.entity[head] == "PERSON" and not initials) or (mention is not None and mention.type == MentionType.PERSON):
        titled = any(tree.dep[c] == "det" for c in tree.children[head])  # "The MINISTER (Ms Aven)"
        title = _stands_for(tree, words) or _listed(tree, words if titled else words[1:])
        return title if title in TITLES else SourceKind.PERSON
    kind = _listed(tree, words)
    if kind is SourceKind.DOCUMENT and mention is not None and mention.type == MentionType.ACTOR:
        kind = None  # "the Red Column" is no column in a paper
    person = kind is None and (_aged(analysis, head) or _surname(analysis, tree, head))
    label = "PERSON" if person else "" if initials else tree.entity[head]
    return kind or LABELS.get(label, SourceKind.ORGANIZATION)


def _is_staff(tree: Tree, head: int) -> bool:
    """Whether a name is that of an army's staff: "the General Staff"."""
    return tree.lower[head] == "staff" and head > 0 and tree.lower[head - 1] in _words("staff", "before")


def _aged(analysis: Analysis, head: int) -> bool:
    """Whether an age follows the name: "Orla, 79"."""
    after = [token.text for token in analysis.doc[head + 1 : head + 4]]
    closed = after[2:3] == [] or after[2] in (",", ".", ")", ";", ":") or after[2].isspace()
    return after[:1] == [","] and after[1:2] != [] and _AGE.fullmatch(after[1]) is not None and closed


_AGE = re.compile(r"[1-9]\d|10\d")


def _surname(analysis: Analysis, tree: Tree, head: int) -> bool:
    """Whether a bare name is the last of a person's who is named in full elsewhere in the text."""
    bare = not tree.entity[head] and not any(c < head for c in tree.children[head])
    said = analysis.doc[head].text
    return bare and said in _surnames(analysis.doc)


@lru_cache(maxsize=1)
def _surnames(doc: Doc) -> frozenset[str]:
    """The last words of persons' names; looked for once a text."""
    return frozenset(e[-1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)


def _spoken_for(analysis: Analysis, tree: Tree, head: int) -> SourceKind | None:
    """The kind of those who are no authorities and for whom somebody speaks: "a Front spokesman", "union leaders"."""
    if not speaks_for_others(tree.lemma[head].lower()):
        return None
    behind = (c for c in tree.children[head] if tree.dep[c] == "prep" and tree.lower[c] in ("of", "for", "from"))
    whose = [c for c in tree.children[head] if tree.dep[c] in ("compound", "nmod", "amod", "poss")]
    whose += [c for p in behind for c in tree.children[p] if tree.dep[c] == "pobj"]
    for one in whose:
        mention = analysis.by_head.get(one)
        actor = load_actors().get(mention.entity) if mention is not None and mention.entity else None
        either = tree.lemma[one].lower() in _words("speaking", "either")
        kind = OFFICES.get(actor.kind) if actor is not None else None if either else _listed(tree, [one])
        kind = SourceKind.ARMED_GROUP if actor is None and _is_rising(tree, one) else kind
        if kind in OFFICES.values():
            return kind
    return None


def _stands_for(tree: Tree, words: list[int]) -> SourceKind | None:
    """The kind of whoever leads or speaks for those who are no authorities: "opposition leader Ola Brann"."""
    for i in words[1:]:
        before = i - 1 if i - 1 in words else None
        kind = _listed(tree, [before]) if before is not None and speaks_for_others(tree.lemma[i].lower()) else None
        if kind in OFFICES.values():
            return SourceKind.PERSON if kind is SourceKind.ORGANIZATION else kind
    return None


def _is_rising(tree: Tree, head: int) -> bool:
    """Whether a name is of those who fight a state: "the Velm Liberation Army"."""
    named = tree.pos[head] == "PROPN" and tree.lower[head] in _words("rising", "bodies")
    before = (tree.lower[c] for c in tree.children[head] if tree.dep[c] in ("compound", "nmod", "amod"))
    return named and (not _words("rising", "before").isdisjoint(before) or _of_many(tree, head))


def _of_many(tree: Tree, head: int) -> bool:
    """Whether an army is of many by name, as no state's is: "the Army of the Herons"."""
    behind = (c for c in tree.children[head] if tree.dep[c] == "prep" and tree.lower[c] == "of")
    return any(tree.tag[c] == "NNPS" for p in behind for c in tree.children[p] if tree.dep[c] == "pobj")


def _of_body(tree: Tree, i: int) -> SourceKind | None:
    """Whose an agency or a service is, by the words before it; None for "the agency" alone."""
    before = {tree.lower[c] for c in tree.children[i] if tree.dep[c] in TITLED}
    for kind in (SourceKind.MEDIA, SourceKind.OFFICIAL):
        if not before.isdisjoint(_words("body", kind.value)):
            return kind
    definite = tree.tag[i] in ("NN", "NNP") and any(tree.lower[c] == "the" for c in tree.children[i])
    return None if definite and not before else SourceKind.ORGANIZATION


def _held_office(tree: Tree, i: int) -> SourceKind | None:
    """A person where a noun names an office that he no longer holds: "a former minister"; None for all others."""
    past = any(tree.lower[c] in FORMER for c in tree.children[i])
    return SourceKind.PERSON if past and _listed(tree, [i]) is SourceKind.OFFICIAL else None


def _listed(tree: Tree, words: list[int]) -> SourceKind | None:
    kinds = _kinds()
    for i in words:
        found = kinds.get(tree.lower[i]) or kinds.get(tree.lemma[i].lower())
        if tree.lemma[i].lower() in _words("body", "nouns"):
            found = _of_body(tree, i) or found
        if found is not None:
            return found
    return None


def _pronoun(tree: Tree, head: int) -> SourceKind:
    if tree.lower[head] in PEOPLE:
        return SourceKind.PERSON
    return LABELS.get(tree.entity[head], SourceKind.UNNAMED)


def _named(tree: Tree, head: int) -> bool:
    if tree.pos[head] == "PROPN" or tree.entity[head] in ("PERSON", "ORG", "GPE"):
        return not _indefinite(tree, head) or tree.entity[head] != ""
    if any(tree.dep[c] == "appos" and tree.pos[c] == "PROPN" for c in tree.children[head]):
        return True
    if tree.lemma[head] not in _words("office", "single") or tree.tag[head] == "NNS" or _indefinite(tree, head):
        return False
    return any(tree.lower[c] in DEFINITE or _bears_name(tree, c) for c in tree.children[head])


def _bears_name(tree: Tree, i: int) -> bool:
    return tree.dep[i] in TITLED and (tree.pos[i] == "PROPN" or tree.entity[i] in ("NORP", "GPE", "ORG"))


def _indefinite(tree: Tree, head: int) -> bool:
    after = data.lexicon("attribution/sources.toml")["office"]
    words = after["not"]["after"] if isinstance(after, dict) else ()
    return any(tree.lower[c] in words for c in tree.children[head])


@cache
def _kinds() -> Mapping[str, SourceKind]:
    table = data.lexicon("attribution/sources.toml")
    out: dict[str, SourceKind] = {}
    for kind in KINDS:
        words = table[kind.value]
        for word in words if isinstance(words, list) else ():
            out.setdefault(word, kind)
    return out


@cache
def _words(section: str, name: str) -> frozenset[str]:
    table = data.lexicon("attribution/sources.toml")[section]
    return frozenset(table[name]) if isinstance(table, dict) else frozenset()
