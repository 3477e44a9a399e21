"""Everything else that is said: the predicate of each clause that no other finder took, as a claim of kind state.

One type, STATE; the score says how much the clause matters to a reader of the ledger, so that lists can leave the small
ones out: a main or reported clause 0.5, a subordinate one 0.3, an infinitive or participle 0.2, a verb of saying, a
noun that tells of something done ("the sale", happenings.py) or a participle beside its noun 0.1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.committing import committing
from allege.analyse.labels import FINITE
from allege.claim import ClaimKind, MentionType, Role
from allege.extract.events.belonging import GIVING
from allege.extract.events.retold import launchers
from allege.extract.events.supports import supports
from allege.extract.events.tolls import COUNTING, is_entry, is_toll, of_the_dead, set_by, stated, told_in_all
from allege.extract.happenings import NEIGHBOURING, happens
from allege.extract.nominal import aimed, named_one, parties
from allege.extract.phrases import head_span, phrase
from allege.extract.predication import TOLLS, Filler, Predication
from allege.extract.roles import children, frame, surface
from allege.extract.wordlists import word_list

MAIN, SUBORDINATE, SMALL, SAYING, NAMED = 0.5, 0.3, 0.2, 0.1, 0.1

SAYS = word_list("says")
"""Verbs that tell who holds the rest of the sentence; attribution deals with them."""

HAPPENS = frozenset({"occur", "happen", "take place", "ensue", "follow"})
CARRIES = committing("doing", "waging")
"""Verbs that add nothing to the event that is their object."""

PARTS = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "prep", "case", "mark", "cc", "punct", "det"})
"""Labels of what is a part of another's phrase, and tells nothing by itself."""

LINKING = frozenset({"be", "become", "remain", "seem", "appear", "feel", "look", "stay", "keep", "get"})
"""Verbs that say of their subject what follows them."""

MOST = 4
"""Parties in one role, at most."""

OF_SAYING = "verb of saying"
"""What `why` calls a state that only tells that somebody says something."""

CONTROLLED = frozenset({"xcomp", "pcomp", "acl", "csubj", "amod"})


def find(analysis: Analysis, found: Collection[Predication]) -> Iterator[Predication]:
    """The predicates that are left when other finders have `found` theirs.

    A noun within the words of one of those is told already ("launched an attack").
    """
    taken = {p.head for p in found}
    counted = {f.spans for p in found for f in p.fillers if f.role in TOLLS}
    told = {offset for p in found for start, end in p.anchor for offset in range(start, end)}
    for sentence in analysis.sentences:
        for word, toll in stated(analysis, sentence):
            if word.i not in taken and toll.spans not in counted and _is_given(word):
                taken.add(word.i)
                yield Predication(
                    ClaimKind.STATE, "STATE", head_span(word), word.i, fillers=(toll,), score=MAIN, why="a toll"
                )
        for token in sentence:
            if token.i in taken:
                continue
            if happens(token):
                if token.idx not in told:
                    yield _named(analysis, token)
            elif _is_predicate(token):
                complement = _complement(token)
                if (complement is None or complement.i not in taken) and not _only_carries(token, taken):
                    yield _state(analysis, token, complement)


def _named(analysis: Analysis, token: Token) -> Predication:
    """What a noun or a participle tells, with those whom the noun's own phrase names."""
    named = list(parties(token)) if token.pos_ == "NOUN" else []
    if named and all(role is not Role.ACTOR for role, _ in named):
        named += [(Role.ACTOR, t) for t in launchers(analysis, token)]
    who = tuple(Filler(role, phrase(t), t.i) for role, t in named if _names(analysis, t))
    why = "event noun or participle"
    return Predication(ClaimKind.STATE, "STATE", head_span(token), token.i, fillers=who[:MOST], score=NAMED, why=why)


def _is_given(word: Token) -> bool:
    """Whether a word that gives a toll is all that is told: "5 fatalities.", "the army acknowledged three deaths"."""
    verb = word.head
    if is_toll(word) or word.pos_ in ("VERB", "AUX"):
        return False  # "put | the toll at five" and "five | died" are the verb's
    if (word.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in COUNTING) or is_entry(word):
        return True
    return word.dep_ == "ROOT" or (word.dep_ == "dobj" and verb.lemma_ in GIVING and bool(children(verb, "nsubj")))


def _is_predicate(token: Token) -> bool:
    if token.pos_ == "AUX":
        return token.dep_ not in ("aux", "auxpass")
    if token.pos_ != "VERB" or (token.tag_ == "VBG" and token.lemma_ in NEIGHBOURING):
        return False
    return token.dep_ not in PARTS


def _complement(token: Token) -> Token | None:
    """The word that a copula says of its subject."""
    if token.pos_ != "AUX" and token.lemma_ not in LINKING:
        return None
    found = children(token, "attr", "acomp", "oprd")
    if found:
        return found[-1]
    preps = children(token, "prep") if token.lemma_ == "be" else []
    return preps[0] if preps else None


def _only_carries(verb: Token, taken: Collection[int]) -> bool:
    """Whether a verb says no more than that an event took place, which is told ("an attack was carried out")."""
    name = " ".join((verb.lemma_, *(c.lower_ for c in children(verb, "prt"))))
    if name in HAPPENS or any(c.lower_ == "place" for c in children(verb, "dobj")):
        return any(c.i in taken for c in surface(verb))
    done = verb.lemma_ in CARRIES and name in supports().acts
    return done and any(c.i in taken for c in frame(verb).patients)


def _state(analysis: Analysis, token: Token, complement: Token | None) -> Predication:
    who = frame(token)
    does = map(named_one, who.agents[:MOST])
    fillers = [Filler(Role.ACTOR, phrase(t), t.i) for t in does if _names(analysis, t)]
    if complement is None or complement not in who.patients:
        aim = aimed(token, who.patients)
        fillers += [Filler(Role.RECIPIENT, phrase(t), t.i) for t in aim[:MOST] if _names(analysis, t)]
    dead = list(of_the_dead(analysis, token))
    if dead and told_in_all(analysis, token.sent):
        dead = []  # "the toll rose to nine after two | died": nine is what is said
    fillers += [*dead, *set_by(analysis, token)]
    particle = [c for c in children(token, "prt") if abs(c.i - token.i) <= 4]
    words = [token, *particle, *([complement] if complement is not None else [])]
    score, why = _weight(token)
    return Predication(
        ClaimKind.STATE, "STATE", head_span(*words), token.i, fillers=tuple(fillers), score=score, why=why
    )


def _names(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase can be a party: no time, no bare mark or piece of a word, no "it" that is a place or unknown."""
    mention = analysis.by_head.get(token.i)
    is_time = token.ent_type_ in ("DATE", "TIME") or (mention is not None and mention.type is MentionType.TIME)
    meant = analysis.by_head.get(analysis.antecedent.get(token.i, -1))
    place = meant is not None and meant.type is MentionType.PLACE
    empty = token.lower_ == "it" and (place or token.i not in analysis.antecedent)
    return not is_time and not empty and any(c.isalnum() for c in token.text)


def _weight(token: Token) -> tuple[float, str]:
    """How much a clause matters, and why."""
    if token.lemma_ in SAYS and any(c.dep_ in ("ccomp", "xcomp") or c.pos_ == "SCONJ" for c in token.children):
        return SAYING, OF_SAYING
    finite = token.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in token.children)
    if not finite or token.dep_ in CONTROLLED:
        return SMALL, "infinitive or participle"
    if token.dep_ in ("relcl", "advcl"):
        return SUBORDINATE, "subordinate clause"
    if token.lemma_ in SAYS:
        return SUBORDINATE, OF_SAYING
    return MAIN, "clause"
