"""Whether phrases can be the ends of a relation: somebody, a party to a conflict, a place, a name, goods."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.clauses.modifiers.prepositions import FIRMS
from allege.analyse.roles import heads
from allege.claim import Mention, MentionType
from allege.extract.events.match import Matcher, Trigger
from allege.extract.happenings import happens
from allege.extract.nouns import contents, in_class
from allege.extract.relations.behind import COUNTRY, is_mere_place
from allege.extract.relations.ends import Ends
from allege.extract.relations.roles_of import is_bodily
from allege.extract.roles import children
from allege.extract.wordlists import word_list

PERSONAL = word_list("personal")
"""Pronouns that can stand for somebody who acts, in every case."""

STATES = frozenset({"country", "nation", "state", "republic", "kingdom"})

NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "EVENT", "LAW", "WORK_OF_ART"})
"""Tags of names that name nobody."""

PART_MARKS = word_list("part-marks")
"""Words that make a wing or an arm somebody who acts ("armed")."""

SIDELESS = word_list("sideless")
"""Nouns and pronouns for somebody of whom no side can be told."""

TRUCES = frozenset({"ceasefire", "truce", "armistice", "cessation", "accord", "agreement"})
"""Nouns of what two sides keep, however they are written ("a Cessation of Hostilities"): nobody's ally."""

PARTNERS = FIRMS | {"counterpart"}
"""Nouns for whom one meets that name no people by themselves ("met Kirelian | businesses")."""

Test = Callable[[Analysis, Token], bool]


def plausible(matcher: Matcher, found: Trigger, ends: Ends) -> Ends:
    """The ends without the phrases that cannot be what the rule needs there; one that lies within another goes too."""
    left, right = NEEDS[found.rule.needs]
    analysis = matcher.analysis
    kept = Ends(
        tuple(t for t in ends.left if left(analysis, t) or _is_part(analysis, found, t, ends.right)),
        tuple(t for t in ends.right if right(analysis, t)),
    )
    return Ends(
        tuple(t for t in kept.left if not _within(t, kept.right)),
        tuple(
            t
            for t in kept.right
            if not (_within(t, kept.left) or (found.rule.needs == "parties" and _before(t, kept.left)))
        ),
    )


def _is_part(analysis: Analysis, found: Trigger, token: Token, whole: tuple[Token, ...]) -> bool:
    """Whether the word of the relation names a part of a named body by itself ("a breakaway wing of the Front").

    A wing, an arm or a branch may be anything's; one that is armed or broke away is somebody.
    """
    if token.i != found.token.i or found.rule.type not in ("MEMBER_OF", "SPLIT_FROM"):
        return False
    marked = found.rule.type == "SPLIT_FROM" or any(child.lower_ in PART_MARKS for child in token.lefts)
    return marked and any(is_body(analysis, body) for body in whole)


def _within(token: Token, others: tuple[Token, ...]) -> bool:
    """Whether a pronoun or the adjective of a people stands before a noun of the other end ("our allies")."""
    bare = token.pos_ in ("PRON", "ADJ") or token.ent_type_ == "NORP"
    return bare and any(token.i < other.i and other.is_ancestor(token) for other in others)


def _before(token: Token, others: tuple[Token, ...]) -> bool:
    """Whether a name stands right in the phrase of the other end, which says no more than the phrase ("US allies")."""
    return token.dep_ == "compound" and any(token.head.i == other.i for other in others)


def is_place(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a place or a stretch of land."""
    mention = analysis.by_head.get(token.i)
    named = token.ent_type_ in ("GPE", "LOC", "FAC") or (mention is not None and mention.type is MentionType.PLACE)
    return named or in_class(token, "territory")


def can_act(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase can name somebody: a person word, a name, a pronoun for people; never a date or a thing."""
    if token.pos_ == "PRON":
        return token.lower_ in PERSONAL
    mention = analysis.by_head.get(token.i)
    if _is_something(token, mention) or is_mere_place(analysis, token):
        return False
    named = _somebody(token) or token.pos_ == "PROPN" or mention is not None or token.ent_type_ != ""
    return named or any(is_body(analysis, name) for name in children(token, "appos"))  # "its wing, the Tarn Army"


def _is_something(token: Token, mention: Mention | None) -> bool:
    """Whether a phrase names a time, a number of things, a weapon, a place without a name of its own, or the like."""
    if mention is None:
        return token.ent_type_ in NEVER
    if mention.type in (MentionType.TIME, MentionType.WEAPON):
        return True
    if mention.type is MentionType.QUANTITY:
        return not in_class(token, "person")  # "more than twenty militants" are somebody
    bare = mention.type is MentionType.PLACE and token.pos_ == "NOUN" and not _somebody(token)
    return bare or (token.ent_type_ in NEVER and mention.entity is None)


def _somebody(token: Token) -> bool:
    return in_class(token, "person") or token.lemma_.lower() in STATES


def is_party(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a side of a conflict: a state, a body, armed people; no civilians, no bare "it" or "them".

    Whom somebody helps is an ally only then ("helped the rebels", not "helped the refugees").
    """
    if not can_act(analysis, token) or (token.pos_ == "PRON" and token.lower_ != "we") or happens(token):
        return False
    if token.lemma_.lower() in TRUCES:
        return False
    kind = heads().get(token.lower_) or heads().get(token.lemma_.lower()) or ("", "")
    return kind[1] not in ("civilian", "witness", "unnamed") or token.lemma_.lower() == "supporter"


def is_named(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names an actor or a person, or is a pronoun for one."""
    mention = analysis.by_head.get(token.i)
    if mention is not None and mention.type in (MentionType.ACTOR, MentionType.PERSON):
        return True
    return token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or (
        token.pos_ == "PRON" and token.lower_ in ("he", "she", "him", "her", "we", "i", "me")
    )


def is_body(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase is the name of an organisation or group."""
    mention = analysis.by_head.get(token.i)
    return token.ent_type_ == "ORG" or (
        mention is not None and mention.type is MentionType.ACTOR and token.pos_ == "PROPN"
    )


def _is_of_body(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a group, or a body without a name ("the army", "an aid agency")."""
    return is_body(analysis, token) or is_bodily(token)


def _is_inhabitant(analysis: Analysis, token: Token) -> bool:
    return can_act(analysis, token) and not in_class(token, "thing")


def _is_whole(analysis: Analysis, token: Token) -> bool:
    """What somebody can be a member of; a place that only says where he is does not count."""
    bare = token.lemma_ == "force" and not any(token.children)  # "joined forces"
    return can_act(analysis, token) and token.ent_type_ not in ("GPE", "LOC", "FAC") and not bare


def is_country(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a whole country."""
    mention = analysis.by_head.get(token.i)
    return mention is not None and mention.type is MentionType.PLACE and mention.precision == COUNTRY


def _can_meet(analysis: Analysis, token: Token) -> bool:
    """Whether somebody can be met: a name, people; no deed of theirs ("welcomed | the liberation of Velm")."""
    if happens(token) and not in_class(token, "person"):
        return False
    if is_named(analysis, token) or _is_unknown_name(analysis, token):
        return True
    if token.pos_ != "NOUN" or token.lemma_.lower() in SIDELESS:
        return False
    people = any(in_class(t, "person") for t in contents(token)) or token.lemma_ in PARTNERS
    return people or _does(token)


def _is_unknown_name(analysis: Analysis, token: Token) -> bool:
    """Whether a word is a name that neither the tagger nor any list knows ("Prime Minister Hask")."""
    return token.pos_ == "PROPN" and not token.ent_type_ and token.i not in analysis.by_head


def _does(noun: Token) -> bool:
    """Whether a clause tells what a noun does with "who": it is somebody, whatever the word ("a carpenter who")."""
    return any(c.lower_ == "who" for clause in children(noun, "relcl") for c in children(clause, "nsubj", "nsubjpass"))


def _can_be_told(analysis: Analysis, token: Token) -> bool:
    """Whom it says something to name as spoken to: a name, or those who hold an office or arms; no "others"."""
    if token.lemma_.lower() in ("people", "person"):
        return False
    if is_named(analysis, token) or token.lower_ == "us":
        return True
    kind = (heads().get(token.lemma_.lower()) or ("", ""))[1]
    vague = kind in ("civilian", "witness", "unnamed", "media") or token.lemma_.lower() in SIDELESS
    people = any(in_class(t, "person") for t in contents(token))  # "a number of ministers"
    somebody = people or token.lemma_ in PARTNERS or _does(token) or is_bodily(token)
    return token.pos_ == "NOUN" and not vague and somebody


def _anything(analysis: Analysis, token: Token) -> bool:
    return True


NEEDS: dict[str, tuple[Test, Test]] = {
    "": (can_act, can_act),
    "actors": (can_act, _is_whole),
    "meeting": (_can_meet, _can_meet),
    "parties": (can_act, is_party),
    "names": (is_named, is_named),
    "state": (can_act, is_country),
    "body": (can_act, _is_of_body),
    "contact": (_can_meet, _can_be_told),
    "named-right": (can_act, is_named),
    "place": (_is_inhabitant, is_place),
    "goods": (can_act, _anything),
}
"""What a rule's `needs` asks of either end."""
