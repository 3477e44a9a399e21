"""Relations that no word names: an acronym in brackets, somebody in a place, members of a list or of a body."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import MentionType
from allege.extract.nouns import in_class, kind
from allege.extract.predication import Predication
from allege.extract.relations.behind import is_person, told
from allege.extract.relations.ends import Ends
from allege.extract.relations.made import made
from allege.extract.relations.plausible import is_body, is_country, is_named, is_party, is_place
from allege.extract.relations.roles_of import is_bodily, said_of
from allege.extract.roles import NOMINAL, antecedent, children, conjuncts
from allege.extract.wordlists import word_list


def by_shape(analysis: Analysis, token: Token) -> Iterator[Predication]:
    """Relations that no word names: an acronym in brackets, a participle after a hyphen, somebody in a place."""
    if token.is_upper and 1 < len(token.text) < 12 and token.i > 1 and _is_aside(token):
        long = _long_form(token)
        if long is not None:
            yield made(analysis, "ALSO_KNOWN_AS", token, Ends((long,), (token,)), ("acronym in brackets", 0.9))
    word, lemma = token.lower_, token.lemma_.lower()
    if word == "from" and _says_whence(token):
        yield from _belonging(analysis, token, token.nbor(-1))
    elif word in ENCLOSING and token.dep_ == "prep" and token.head.pos_ in NOMINAL:
        if word == "in":
            yield from _located(analysis, token)
        elif word == "under":
            yield from _under(analysis, token)
        elif word != "from" or token.head.pos_ == "PROPN":
            yield from _belonging(analysis, token, token.head)
    if word in LISTING or (word == "as" and token.i > 0 and token.nbor(-1).lower_ == "such"):
        yield from _included(analysis, token)
    if lemma in WARRING:
        yield from _at_war(analysis, token)
    if lemma in FOLLOWED and token.pos_ == "NOUN":
        yield from _followed(analysis, token)


ENCLOSING = frozenset({"in", "under", "of", "at", "with", "from"})
"""Prepositions behind a noun that tell where somebody is, whose he is, or under whom."""


def _is_aside(acronym: Token) -> bool:
    """Whether capitals stand in brackets, or between commas behind "or" ("the League, or LFT, has")."""
    before = acronym.nbor(-1)
    return before.text == "(" or (before.lower_ == "or" and before.i > 0 and before.nbor(-1).text == ",")


def _long_form(acronym: Token) -> Token | None:
    """The name before the bracket whose initials the acronym takes up."""
    before = acronym.doc[max(acronym.i - 12, 0) : acronym.i - 1]
    head = next((t for t in reversed(before) if not t.is_punct and t.tag_ != "POS"), None)
    if head is None or head.pos_ not in ("PROPN", "NOUN"):
        return None
    while head.dep_ in ("compound", "pobj") and head.head.i < acronym.i and not _spells(head, acronym):
        head = head.head if head.dep_ == "compound" else head.head.head
        if head.pos_ not in ("PROPN", "NOUN") or head.i < before.start:
            return None
    return head if _spells(head, acronym) else None


def _spells(head: Token, acronym: Token) -> bool:
    """Whether the initials of the words from the head's first to the bracket hold the acronym's letters in order."""
    letters = iter(t.text[0].upper() for t in acronym.doc[head.left_edge.i : acronym.i] if t.is_alpha)
    return all(letter in letters for letter in acronym.text if letter.isalpha())


LEADING = word_list("leading")
LIVING = word_list("living")
LISTING = word_list("listing")
WARRING = word_list("warring")
FOLLOWED = word_list("followed")


def _says_whence(preposition: Token) -> bool:
    """Whether "from" right behind people says whose they are, whatever it hangs on ("met men from the Front")."""
    if preposition.i == 0 or not in_class(preposition.nbor(-1), "person"):
        return False
    verb = preposition.head.head if preposition.head.i == preposition.i - 1 else preposition.head
    return verb.lemma_.lower() not in PARTING


PARTING = word_list("parting")


def _under(analysis: Analysis, preposition: Token) -> Iterator[Predication]:
    """A body or armed people under a named person ("troops under General Abery")."""
    head = preposition.head
    if not (in_class(head, "armed") or is_body(analysis, head)):
        return
    leaders = [p for p in children(preposition, "pobj") if _is_person(analysis, p)]
    if leaders:
        yield made(analysis, "LED_BY", head, Ends((head,), tuple(leaders)), ("somebody under a person", 0.6))


def _is_person(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a person, also one that only a title tells."""
    titled = any(c.lower_.rstrip(".") in TITLES for c in children(token, "compound", "nmod"))
    return titled or is_person(analysis, token)


TITLES = word_list("titles")


def _belonging(analysis: Analysis, preposition: Token, head: Token) -> Iterator[Predication]:
    """A person word tied to a named body ("engineers from the Mirna Works"), or a person ("Abery of the Council")."""
    bodies = [
        p
        for p in children(preposition, "pobj")
        if is_body(analysis, p) or is_bodily(p) or (p.is_upper and preposition.lower_ == "from")
    ]
    bodies = [p for p in bodies if not (is_country(analysis, p) or _is_people(analysis, p) or _is_office(head, p))]
    people = head.pos_ == "NOUN" and in_class(head, "person") and head.lemma_.lower() not in (LEADING | LIVING)
    who = next(iter(said_of(head)), head) if people else head
    name = head.pos_ == "PROPN" and not in_class(head, "person") and _is_person(analysis, head)
    named = name and preposition.lower_ in ("of", "from")
    if bodies and (people or named):
        yield made(
            analysis, "MEMBER_OF", head, Ends((who,), tuple(bodies)), (f"person '{preposition.lower_}' a body", 0.55)
        )


def _is_people(analysis: Analysis, token: Token) -> bool:
    """ "A friend of | Ola Brann", "the parents of | two Norlanders": people, and no body that one belongs to."""
    return _is_person(analysis, token) or (token.ent_type_ == "NORP" and token.tag_ in ("NNS", "NNPS"))


def _is_office(head: Token, body: Token) -> bool:
    """ "The secretary of | state": the name of an office, and no body that he belongs to."""
    return (head.lemma_.lower(), body.lower_) == ("secretary", "state") and not any(body.children)


def _included(analysis: Analysis, word: Token) -> Iterator[Predication]:
    """Named actors in a list behind "including" or "notably" belong to what the list is of."""
    members = [c for p in _listed(word) for c in conjuncts(p) if _is_known(analysis, c)]
    head = word.head if word.dep_ == "prep" else members[0].head if members else word.head
    whole = is_body(analysis, head) or in_class(head, "person" if word.lower_ not in LIKENING else "armed")
    whole = whole or head.lemma_.lower() in WHOLES
    if word.lower_ in LIKENING and not children(head, "amod", "compound", "nmod", "poss"):
        return  # "organizations like the Front": which ones is not said
    if members and head.pos_ in NOMINAL and whole:
        rule = (f"listed behind '{word.lower_}'", 0.6)
        yield made(analysis, "MEMBER_OF", word, Ends(tuple(m for m in members if m.i != head.i), (head,)), rule)


def _is_known(analysis: Analysis, token: Token) -> bool:
    """Whether somebody bears a name, is one alone, or is a body or armed: no "civilians, including women"."""
    if not (is_named(analysis, token) or is_body(analysis, token)):
        return False
    alone = token.tag_ == "NN" or token.pos_ == "PROPN" or bool(token.ent_type_)
    return alone or is_bodily(token) or in_class(token, "armed")


LIKENING = frozenset({"as", "like"})
"""Words that bring in examples: of a sort ("writers like him") as often as of a group."""

WHOLES = frozenset(
    {
        "group",
        "faction",
        "militia",
        "coalition",
        "alliance",
        "ally",
        "backer",
        "party",
        "bloc",
        "organization",
        "organisation",
    }
)


def _listed(word: Token) -> list[Token]:
    """What a word of listing brings in: its object, or the name in apposition that an adverb stands before."""
    if word.dep_ == "prep":
        return children(word, "pobj")
    comma = word.i > 0 and word.nbor(-1).text in ",(–-"
    return [word.head] if comma and word.dep_ == "advmod" and word.head.dep_ in ("appos", "conj") else []


def _at_war(analysis: Analysis, noun: Token) -> Iterator[Predication]:
    """Two that a dash joins before a war ("the Kirelia-Norland conflict")."""
    if noun.i < 3 or noun.nbor(-2).text not in ("-", "–", "—"):
        return
    one, other = noun.nbor(-3), noun.nbor(-1)
    if all(t.pos_ == "PROPN" and (t.ent_type_ or is_named(analysis, t)) for t in (one, other)):
        yield made(analysis, "FIGHTS", noun, Ends((one,), (other,)), ("joined by a dash before a war", 0.7))


def _followed(analysis: Analysis, noun: Token) -> Iterator[Predication]:
    """Somebody's troops or government are led by him ("Abery and his forces")."""
    beside = any(c.lower_ in ALIKE for c in children(noun, "amod", "compound", "advmod"))
    for owner in () if beside else children(noun, "poss"):
        whose = antecedent(owner) if owner.lower_ == "whose" else None
        leader = whose or told(analysis, [owner])[0]
        if leader.pos_ == "PROPN" and _is_person(analysis, leader):
            yield made(analysis, "LED_BY", noun, Ends((noun,), (leader,)), ("somebody's followers", 0.45))


ALIKE = frozenset({"fellow", "brother", "former"})
"""Whoever is called so is one of several, or no longer his ("his fellow fighters")."""


def _located(analysis: Analysis, preposition: Token) -> Iterator[Predication]:
    """An armed or named actor whose phrase says where it is ("militants in the valley")."""
    head = preposition.head
    places = [c for p in children(preposition, "pobj") for c in conjuncts(p) if is_place(analysis, c)]
    mention = analysis.by_head.get(head.i)
    named = (mention is not None and mention.type is MentionType.ACTOR) or head.ent_type_ in ("ORG", "NORP")
    somebody = named or (in_class(head, "person") and is_party(analysis, head))  # no "23 people in Orsa"
    if places and somebody and kind(analysis, head) is not MentionType.PLACE:
        yield made(analysis, "OPERATES_IN", head, Ends((head,), tuple(places)), ("somebody in a place", 0.5))
