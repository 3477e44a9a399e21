"""Who stands behind a pronoun, a deed or a thing: "its campaign", "Kirelian air strikes killed", "rebel positions"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import MentionType
from allege.extract.events.before import is_no_doer
from allege.extract.events.fill import written
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.supports import carried
from allege.extract.nouns import in_class
from allege.extract.relations.roles_of import said_of
from allege.extract.roles import children, prepositional, spread
from allege.extract.wordlists import word_list

HIT = word_list("hit")
DEEDS = word_list("deeds")
GRIPS = word_list("grips")
DEVICES = word_list("devices")
THIRD = word_list("third-person")
ROUNDS = frozenset({"series", "wave", "string", "round", "number", "spate"})

COUNTRY = 6
"""The precision of a place (where_prec) that is a whole country."""


def told(analysis: Analysis, tokens: list[Token]) -> list[Token]:
    """Each phrase once, with "they", "its" and the like replaced by what they refer to in the same sentence."""
    out = []
    for word in tokens:
        token = _named_before_comma(_is_said_of(word))
        meant = analysis.resolve(token) if token.lower_ in THIRD else token
        if token.dep_ == "poss" and token.head.dep_ == "conj" and token.lower_ in THIRD:
            beside = token.head.head
            named = beside.pos_ == "PROPN" and _can_own(analysis, beside)
            meant = beside if named or meant.i == token.i else meant
        if is_mere_place(analysis, meant):
            meant = token
        if token.dep_ == "poss" and token.lower_ in ("its", "their") and not _can_own(analysis, meant):
            meant = _nearest(analysis, token) or meant
        near = meant.i < token.i and meant.sent.start == token.sent.start and meant.pos_ in ("NOUN", "PROPN")
        out.append(meant if near else token)
    return list(dict.fromkeys(out))


def _is_said_of(noun: Token) -> Token:
    """For a common noun that says what somebody is, him: "the *League* is a group led by", "he is an officer in"."""
    if noun.dep_ != "attr" or noun.pos_ != "NOUN":
        return noun
    who = said_of(noun)
    fits = who and (who[0].pos_ in ("NOUN", "PROPN") or who[0].lower_ in PERSONAL)
    return who[0] if fits else noun


def _named_before_comma(noun: Token) -> Token:
    """For a noun said of a name before it, the name: "Ola Brann, a | student | who founded the League"."""
    named = noun.dep_ == "appos" and noun.tag_ == "NN" and noun.head.tag_ == "NNP" and noun.head.i < noun.i
    return noun.head if named and noun.head.ent_type_ == "PERSON" else noun


PERSONAL = word_list("personal")


def _can_own(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    named = mention is not None and mention.type in (MentionType.ACTOR, MentionType.PERSON, MentionType.PLACE)
    return named or in_class(token, "person") or token.ent_type_ in ("ORG", "GPE", "NORP")


def _nearest(analysis: Analysis, owner: Token) -> Token | None:
    """The last of those named before "its" in the sentence, of which there is one of (singular or plural)."""
    many = owner.lower_ == "their"
    before = owner.doc[owner.sent.start : owner.i]
    fits = (t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("compound", "nmod", "poss"))
    return next((t for t in fits if _can_own(analysis, t) and (many or t.tag_ not in ("NNS", "NNPS"))), None)


def is_mere_place(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a town, a district or the like: countries act, these are where somebody acts."""
    mention = analysis.by_head.get(token.i)
    known = mention is not None and mention.type is MentionType.PLACE and mention.precision is not None
    return known and mention is not None and mention.precision != COUNTRY and token.pos_ == "PROPN"


def whose(analysis: Analysis, target: Token) -> Token:
    """Whom one fights who hits a thing of his: "rebel positions", "the group's convoys"."""
    word = target.lemma_.lower()
    if not in_class(target, "thing") and word not in HIT and word not in GRIPS:
        return target
    of = prepositional(target, "of") if word in GRIPS or in_class(target, "thing") else []
    before = children(target, "poss", "compound", "amod", "nmod")
    for owner in (*of, *before) if word in GRIPS else (*before, *of):
        mention = analysis.by_head.get(owner.i)
        named = mention is not None and mention.type is MentionType.ACTOR
        if named or owner.ent_type_ in ("ORG", "NORP") or in_class(owner, "armed"):
            return owner
    return target


def doers(matcher: Matcher, doer: Token) -> list[Token]:
    """Who is behind a deed, an aim or a machine that stands for its doer; nobody where the text names nobody.

    "The coalition's strikes killed", "Kirelian warplanes pounded", "its mission is to destroy".
    """
    wrote = written(doer)
    if wrote:
        return told(matcher.analysis, list(wrote))
    if doer.lemma_.lower() in DEVICES and doer.is_lower:
        laid = [p for c in children(doer, "acl") for p in matcher.frame(c).agents if matcher.frame(c).passive]
        return told(matcher.analysis, laid)
    counted = prepositional(doer, "of") if doer.lemma_.lower() in ROUNDS else []
    doer = counted[0] if counted and counted[0].lemma_.lower() in DEEDS else doer
    if doer.lemma_.lower() not in DEEDS or not doer.is_lower:
        return [doer]
    return told(matcher.analysis, list(spread(_authors(matcher, doer))))


def raiders(matcher: Matcher, found: Trigger) -> list[Token]:
    """Whose deed somebody is killed in ("was killed in a raid by the army")."""
    deeds = prepositional(found.token, "in", "during", "by")
    by = [p for d in deeds if d.lemma_.lower() in DEEDS for p in _authors(matcher, d)]
    return told(matcher.analysis, list(spread(by)))


def _authors(matcher: Matcher, deed: Token) -> list[Token]:
    """Who did what a noun names: its owner, who is behind "by", also of a participle ("a raid conducted by"),
    or who carries it out ("conducted strikes that").
    """
    done = [
        p for clause in children(deed, "acl") for p in matcher.frame(clause).agents if matcher.frame(clause).passive
    ]
    named = children(deed, "poss") or prepositional(deed, "by") or done or _named_before(matcher, deed)
    return named or (list(carried(matcher, deed).agents) if deed.dep_ == "dobj" else [])


def _named_before(matcher: Matcher, noun: Token) -> list[Token]:
    """The last name, people or armed body before a noun ("Kirelian air strikes", "rebel fire")."""
    known = matcher.analysis.by_head
    kinds = (MentionType.ACTOR, MentionType.PLACE)
    found = [
        c
        for c in children(noun, "compound", "amod", "nmod")
        if not is_no_doer(matcher.analysis, c)
        and (
            c.ent_type_ in ("ORG", "NORP", "GPE")
            or (c.i in known and known[c.i].type in kinds)
            or (c.text[:1].isupper() and c.pos_ == "ADJ" and not c.is_sent_start)
            or in_class(c, "armed")
        )
    ]
    return found[-1:]


def is_person(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    return token.ent_type_ == "PERSON" or (mention is not None and mention.type is MentionType.PERSON)
