"""The places in the parse where an end of a relation may stand: each a function, by its name in relations.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from spacy.tokens import Token

from allege.claim import MentionType
from allege.extract.events.before import is_no_doer
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.supports import carried
from allege.extract.nouns import in_class
from allege.extract.phrases import in_one_name
from allege.extract.relations.behind import THIRD, is_person, raiders
from allege.extract.relations.roles_of import first_of_row, is_bodily, said_of
from allege.extract.roles import NOMINAL, children, conjuncts, dative, frame, prepositional, surface
from allege.extract.wordlists import word_list

TITLES = word_list("titles")
APPOINTING = frozenset({"appoint", "name", "elect", "make", "choose"})


def after(found: Trigger, preposition: str) -> list[Token]:
    """The objects of a preposition on the word, on its object, or on what completes it."""
    tokens = prepositional(found.token, preposition)
    copula = found.token.head if found.token.dep_ == "acomp" else None
    events = found.token.head if preposition == "between" and found.token.dep_ in ("nsubj", "nsubjpass") else None
    for noun in (found.object, found.phrase, found.complement, copula, events):
        if not tokens and noun is not None and noun.i != found.token.i:
            tokens = prepositional(noun, preposition)
    if not tokens and preposition == "against" and found.token.pos_ == "NOUN":
        by = prepositional(found.token, "by", "of")  # "the campaign by the army | against"
        tokens = [p for t in by for p in prepositional(t, "against")]
        tokens = tokens or (_farther(found.token) if found.token.dep_ == "dobj" else [])
    if found.rule.needs == "place":
        tokens = tokens or [p for o in found.frame.patients for p in prepositional(o, preposition)]
    return [c for t in tokens for c in (conjuncts(t) if t.pos_ in NOMINAL else [])]


def _farther(deed: Token) -> list[Token]:
    """Whom a deed is aimed at where "against" hangs on a word between ("carried out strikes in X against Y")."""
    for word in deed.doc[deed.i + 1 : min(deed.i + FAR, deed.sent.end)]:
        if word.dep_ in ("nsubj", "nsubjpass") or word.text in (";", ":"):
            return []
        if word.lower_ == "against":
            return children(word, "pobj")
    return []


FAR = 30
"""Words behind a deed in which "against" is looked for: lists of what is used may stand between."""


def _subject(matcher: Matcher, found: Trigger) -> list[Token]:
    token = found.token
    if token.pos_ != "VERB":
        return surface(token)
    if not found.frame.agents and token.tag_ == "VBN" and found.rule.needs != "place":
        return _hyphened(token)
    return [_person_above(t, token) for t in found.frame.agents]


def _person_above(noun: Token, verb: Token) -> Token:
    """For a country or town before "who", whom its phrase is about: "troops in the part of the country who fight"."""
    if in_class(noun, "person") or not _has_who(noun, verb):
        return noun
    at = noun
    for _ in range(4):
        if at.dep_ != "pobj" or at.head.head.pos_ not in NOMINAL:
            return noun
        at = at.head.head
        if in_class(at, "person"):
            return at
    return noun


def _has_who(noun: Token, verb: Token) -> bool:
    """Whether a verb, or one that it hangs on, stands in a clause on the noun whose subject is "who"."""
    at = verb
    for _ in range(6):
        if any(c.lower_ == "who" for c in children(at, "nsubj", "nsubjpass")):
            return at.dep_ in ("relcl", "acl") and at.head.i == noun.i
        at = at.head
    return False


def _object(matcher: Matcher, found: Trigger) -> list[Token]:
    """The logical object; that of a coordinated verb where it stands for both ("trained and armed the rebels")."""
    if found.frame.patients or found.frame.passive or found.token.pos_ != "VERB":
        return list(found.frame.patients)
    beside = (c for c in children(found.token, "conj") if not children(c, "nsubj", "prep", "mark"))
    return [t for c in beside for t in matcher.frame(c).patients if not matcher.frame(c).passive]


def _possessor(matcher: Matcher, found: Trigger) -> list[Token]:
    """The possessor; for "its" and "their", the subject of the clause that the noun is in, where it has one."""
    owner = children(found.token, "poss")
    if found.rule.type == "LED_BY":
        return owner  # who leads "its" forces is the subject as often as not
    if owner and owner[0].lower_ in THIRD and found.token.dep_ == "conj" and found.token.head.pos_ in NOMINAL:
        return [found.token.head]
    if owner and owner[0].pos_ == "PRON" and owner[0].lower_ in THIRD:
        subject = [t for t in _involved(matcher, found) if t.i < owner[0].i and t.pos_ != "PRON"]
        return subject or owner
    return owner


def _owner(matcher: Matcher, found: Trigger) -> list[Token]:
    """The possessor by name or kind: of "its soldiers" only the context could tell whose they are."""
    return [t for t in children(found.token, "poss") if t.pos_ != "PRON"]


def _before(matcher: Matcher, found: Trigger) -> list[Token]:
    """A name or person word before a noun ("Saudi strikes", "IMU leader")."""
    out = []
    for child in children(found.token, "compound", "amod", "nmod"):
        if found.rule.type == "FIGHTS" and is_no_doer(matcher.analysis, child):
            continue
        mention = matcher.analysis.by_head.get(child.i)
        named = child.ent_type_ in ("ORG", "NORP", "GPE") or (
            mention is not None and mention.type in (MentionType.ACTOR, MentionType.PLACE)
        )
        post = found.rule.type == "LED_BY" and child.dep_ == "compound" and child.pos_ == "PROPN"
        if (
            named
            or (post and child.lower_.rstrip(".") not in TITLES)
            or (found.rule.needs == "goods" and child.dep_ == "compound")
            or (child.dep_ == "compound" and in_class(child, "person"))
        ):
            out.append(child)
    followed = {a.i for a, b in pairwise(out) if in_one_name(a, b) or (a.i + 1 == b.i and in_class(b, "person"))}
    return [child for child in out if child.i not in followed]


def _force(matcher: Matcher, found: Trigger) -> list[Token]:
    """The body without a name before a post ("Orsa's *police* chief", "an *army* spokesman")."""
    return [c for c in children(found.token, "compound", "nmod") if is_bodily(c)]


def _carrier(matcher: Matcher, found: Trigger) -> list[Token]:
    return list(carried(matcher, found.token).agents)


def _copula(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is said to be what the noun says ("X is the leader of Y", "X served as a major in Y")."""
    return said_of(found.token)


def _apposed(matcher: Matcher, found: Trigger) -> list[Token]:
    """The other half of an apposition ("Y, the leader of X"; "the leader of X, Y")."""
    token = found.token
    first = first_of_row(token)
    if first.dep_ == "appos":
        return [first.head]
    whole = [c for c in children(token, "appos") if c.pos_ == "PROPN"] or _named_next(token)
    if whole or found.rule.type not in ("LED_BY", "MEMBER_OF"):
        return whole
    # parsers hang the name on the nearest noun: "the leader of the Front, Joren Abery"
    bodies = prepositional(token, "of", "for", "in", "from")
    inner = [c for body in bodies for c in children(body, "appos") if c.pos_ == "PROPN"]
    return [c for c in inner if is_person(matcher.analysis, c)]


def _named_next(noun: Token) -> list[Token]:
    """The name right behind a noun that parsers give the same place ("the Front's armed wing the Ash Column fired")."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return []
    return [c for c in children(noun.head, noun.dep_) if c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1]


def _title(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name that a title stands before ("IMU commander Y")."""
    token = found.token
    return (
        [token.head]
        if token.dep_ in ("compound", "nmod") and token.head.pos_ == "PROPN" and token.head.i > token.i
        else []
    )


def _self(matcher: Matcher, found: Trigger) -> list[Token]:
    return [found.token]


def _modified(matcher: Matcher, found: Trigger) -> list[Token]:
    """The noun that a participle or adjective describes ("US-backed forces", "troops loyal to X")."""
    token = found.token
    if token.dep_ in ("amod", "acl", "relcl"):
        return [token.head]
    if token.dep_ == "compound" and token.head.pos_ in NOMINAL:
        return [token.head]
    return [t for t in surface(token) if t.pos_ in NOMINAL]


def _hyphen(matcher: Matcher, found: Trigger) -> list[Token]:
    return _hyphened(found.token)


def _complement(matcher: Matcher, found: Trigger) -> list[Token]:
    return [c for c in children(found.token, "oprd", "attr", "dobj") if c.pos_ == "PROPN"]


def _committed(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is bound to it: "the League is committed to the defeat of", "vowed to work for the destruction of"."""
    prep = found.token.head
    if found.token.dep_ != "pobj" or prep.lower_ not in ("to", "for", "on", "toward", "towards"):
        return []
    word = prep.head
    if word.lemma_.lower() not in BOUND:
        return []
    return surface(word) if word.pos_ in ("VERB", "ADJ") else children(word, "poss") or _involved(matcher, found)


BOUND = word_list("bound")


def _copula_of(matcher: Matcher, found: Trigger) -> list[Token]:
    """What a noun is said to be ("whose real name is *Joren Abery*")."""
    head = found.token.head
    return children(head, "attr") if found.token.dep_ == "nsubj" and head.lemma_ == "be" else []


def _named_so(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name behind "calls itself", which parsers make an object, a clause or a subject."""
    verb = found.token
    behind = [c for c in verb.children if c.i > verb.i and c.pos_ == "PROPN" and c.dep_ in NAME_PLACES]
    return behind[:1]


NAME_PLACES = frozenset({"oprd", "dobj", "attr", "ccomp", "dep", "npadvmod", "appos", "xcomp"})


def _unit(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name in apposition to a post that itself stands in apposition ("Joren Abery, commander, Fourth Brigade")."""
    token = found.token
    return [c for c in children(token, "appos") if c.pos_ == "PROPN"] if token.dep_ == "appos" else []


def _holder(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who holds the place that is taken ("retook a town held by the rebels", "rebel-held")."""
    out: list[Token] = []
    for place in found.frame.patients:
        for word in place.subtree:
            if word.lemma_ in HOLDING and word.dep_ in ("acl", "amod", "relcl", "compound"):
                out += matcher.frame(word).agents or _hyphened(word)
    return out


HOLDING = word_list("holding")


def _hyphened(token: Token) -> list[Token]:
    """The name that a hyphen ties to a participle ("US-backed")."""
    if token.i >= 2 and token.nbor(-1).text in ("-", "–"):
        return [token.nbor(-2)]
    return []


def _dative(matcher: Matcher, found: Trigger) -> list[Token]:
    """The indirect object; parsers take it for the first of two objects ("dealt the rebels a blow")."""
    objects = children(found.token, "dobj")
    return dative(found.token) or (objects[:1] if len(objects) > 1 and found.object in objects[1:] else [])


def _bound_for(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who goes somewhere for it ("flew to Orsa for talks with")."""
    prep = found.token.head
    if found.token.dep_ != "pobj" or prep.lower_ not in ("for", "in", "during"):
        return []
    at = prep.head
    for _ in range(3):
        if at.pos_ == "VERB":
            return surface(at) if at.lemma_ in GOING else []
        at = at.head
    return []


GOING = word_list("going")


def _as(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who acts "as part of" it."""
    prep = found.token.head
    as_part = prep.lower_ == "as" and prep.dep_ == "prep" and prep.head.pos_ in ("VERB", "AUX")
    return surface(prep.head) if as_part else []


def _accompanied(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who has it: "the rebels, with the support of Kirelia, took the hill"; "trained by Orsan with the help of"."""
    return _doer(found.token, frozenset({"with"}))


def _jointly(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who does something "in collaboration with" another."""
    return _doer(found.token, frozenset({"in"}))


def _doer(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """The noun that a prepositional phrase says more about, or whoever does what its verb says."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in prepositions or above.pos_ != "VERB":
        return _behind(noun, prepositions)
    return list(frame(above).agents)


def _under(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is under it: "troops under the command of Colonel Abery", "fought under his command"."""
    return _behind(found.token, frozenset({"under"}))


def _behind(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """The noun or the subject that a prepositional phrase says more about."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in prepositions:
        return []
    above = prep.head
    if above.pos_ in NOMINAL:
        return [above]
    return (list(frame(above).patients) if frame(above).passive else surface(above)) if above.pos_ == "VERB" else []


def _involved(matcher: Matcher, found: Trigger) -> list[Token]:
    """The subject of the predicate that governs it, however deep ("were in the business of smuggling")."""
    at = found.token
    for _ in range(4):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return list(frame(at).patients) if frame(at).passive else surface(at)
    return []


def _object_owner(matcher: Matcher, found: Trigger) -> list[Token]:
    """Whose effort it is that is supported ("backed their fight against")."""
    return [owner for thing in found.frame.patients for owner in children(thing, "poss") or prepositional(thing, "by")]


def _appointed(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is made what the noun says ("named him commander of", "appointed her as head of")."""
    token = found.token
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ not in APPOINTING
        or token.dep_ not in ("pobj", "oprd", "attr", "dobj", "ccomp")
    ):
        return []
    return [t for t in matcher.frame(verb).patients if t.i != token.i]


PLACES: Mapping[str, Callable[[Matcher, Trigger], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "poss": _possessor,
    "before": _before,
    "carrier": _carrier,
    "copula": _copula,
    "apposed": _apposed,
    "title": _title,
    "self": _self,
    "modified": _modified,
    "hyphen": _hyphen,
    "complement": _complement,
    "dative": _dative,
    "involved": _involved,
    "as-part": _as,
    "accompanied": _accompanied,
    "jointly": _jointly,
    "under": _under,
    "unit": _unit,
    "owner": _owner,
    "raid": raiders,
    "appointed": _appointed,
    "object-owner": _object_owner,
    "holder": _holder,
    "force": _force,
    "committed": _committed,
    "copula-of": _copula_of,
    "named-so": _named_so,
    "bound-for": _bound_for,
}
