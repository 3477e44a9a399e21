"""Ends of a relation beside a noun: whose it is, the names before it or in apposition to it, who is said to be it."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from allege.claim import MentionType
from allege.extract.events.before import is_no_doer
from allege.extract.events.match import Matcher, Trigger
from allege.extract.nouns import in_class
from allege.extract.phrases import in_one_name
from allege.extract.relations.above import involved
from allege.extract.relations.behind import THIRD, is_person
from allege.extract.relations.roles_of import first_of_row, is_bodily, said_of
from allege.extract.roles import NOMINAL, children, prepositional
from allege.extract.wordlists import word_list

TITLES = word_list("titles")


def possessor(matcher: Matcher, found: Trigger) -> list[Token]:
    """The possessor; for "its" and "their", the subject of the clause that the noun is in, where it has one."""
    whose = children(found.token, "poss")
    if found.rule.type == "LED_BY":
        return whose  # who leads "its" forces is the subject as often as not
    if whose and whose[0].lower_ in THIRD and found.token.dep_ == "conj" and found.token.head.pos_ in NOMINAL:
        return [found.token.head]
    if whose and whose[0].pos_ == "PRON" and whose[0].lower_ in THIRD:
        subject = [t for t in involved(matcher, found) if t.i < whose[0].i and t.pos_ != "PRON"]
        return subject or whose
    return whose


def owner(matcher: Matcher, found: Trigger) -> list[Token]:
    """The possessor by name or kind: of "its soldiers" only the context could tell whose they are."""
    return [t for t in children(found.token, "poss") if t.pos_ != "PRON"]


def before(matcher: Matcher, found: Trigger) -> list[Token]:
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
            or (child.dep_ == "compound" and in_class(child, "person") and not _is_one_led(found, child))
        ):
            out.append(child)
    followed = {a.i for a, b in pairwise(out) if in_one_name(a, b) or (a.i + 1 == b.i and in_class(b, "person"))}
    return [child for child in out if child.i not in followed]


def _is_one_led(found: Trigger, noun: Token) -> bool:
    """Whether a noun before a post says of what people somebody is one: a "student leader" leads no student."""
    one = noun.tag_ in ("NN", "NNP") and not in_class(noun, "armed") and not is_bodily(noun)
    return found.rule.type == "LED_BY" and one


def force(matcher: Matcher, found: Trigger) -> list[Token]:
    """The body without a name before a post ("Orsa's *police* chief", "an *army* spokesman")."""
    return [c for c in children(found.token, "compound", "nmod") if is_bodily(c)]


def apposed(matcher: Matcher, found: Trigger) -> list[Token]:
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


def title(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name that a title stands before ("IMU commander Y")."""
    token = found.token
    return (
        [token.head]
        if token.dep_ in ("compound", "nmod") and token.head.pos_ == "PROPN" and token.head.i > token.i
        else []
    )


def unit(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name in apposition to a post that itself stands in apposition ("Joren Abery, commander, Fourth Brigade")."""
    token = found.token
    return [c for c in children(token, "appos") if c.pos_ == "PROPN"] if token.dep_ == "appos" else []


def copula(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is said to be what the noun says ("X is the leader of Y", "X served as a major in Y")."""
    return said_of(found.token)


def copula_of(matcher: Matcher, found: Trigger) -> list[Token]:
    """What a noun is said to be ("whose real name is *Joren Abery*")."""
    head = found.token.head
    return children(head, "attr") if found.token.dep_ == "nsubj" and head.lemma_ == "be" else []
