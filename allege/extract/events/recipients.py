"""Whom it is done to: the places where a rule looks for the recipient of a verb or a noun, in the rule's order."""

from __future__ import annotations

from spacy.tokens import Token

from allege.claim import MentionType
from allege.extract.events.conditions import phrase_of
from allege.extract.events.match import DEEPEST, Matcher, Trigger
from allege.extract.events.supports import is_event_noun
from allege.extract.happenings import happens
from allege.extract.nouns import in_class, is_part, is_town, kind
from allege.extract.roles import NOMINAL, children, clause_of, dative, frame, owner, prepositional, spread
from allege.extract.wordlists import word_list

PHRASAL = word_list("phrasal")
"""Nouns of phrases like "in a bid to" and "in response to": no parties to an event."""

HOURS = word_list("hours")
"""Hours of the day, which are no party: "attacked at | dawn"."""

HELD_POSTS = word_list("held-posts")
"""What somebody resigns from, which is nobody: "resigned from his | post"."""

GIVING = frozenset({"provide", "supply", "furnish", "equip", "present"})
"""Verbs of which the object gets what stands behind "with": "provide | the council | with a room"."""

LOCATED = frozenset({"AGREE", "ASSAULT", "CONSULT", "PROTEST", "SUPPORT"})
"""Types of what is done in a town and not to it, where "in" stands before its name."""

COURTS = frozenset({"court", "judge", "police", "prosecutor", "tribunal"})
"""With whom somebody lodges a charge against another."""

SITES = ("at", "in", "outside", "near")
"""Prepositions of where something is held, on which the parser may hang what it is held against."""


def recipients(matcher: Matcher, found: Trigger, order: tuple[str, ...], depth: int = 0) -> tuple[Token, ...]:
    """Whom the event of a verb is done to: the first filled place in the rule's order."""
    token, thing = found.token, found.object
    for where in _before_own(matcher, found, order):
        tokens: list[Token] = []
        if where == "object":
            tokens = [p for p in found.frame.patients if p.i not in _consumed(found)]
        elif where == "dative":
            tokens = dative(token)
        elif where == "owner":
            tokens = [o for o in owner(thing) if not is_event_noun(matcher, o)] if thing is not None else []
        elif where == "subject":
            tokens = list(found.frame.agents or found.frame.patients)
        elif where == "clause":
            tokens = _of_clause(matcher, found, subject=False, depth=depth)
        elif where == "clause-subject":
            tokens = _of_clause(matcher, found, subject=True, depth=depth)
        else:
            tokens = prepositional(token, where) or (_aimed(token) if where == "at" else [])
            for noun in (thing, found.complement, found.phrase, token.head if token.dep_ == "acomp" else None):
                if not tokens and noun is not None and noun.i != token.i:
                    tokens = prepositional(noun, where)
            if not tokens and where == "against":
                tokens = [t for site in _sites(token, thing) for t in prepositional(site, where)]
        kept = [t for t in spread(tokens) if where == "subject" or _can_fill(matcher, t, found)]
        kept = _before_clause(token, kept) if where == "object" else kept
        if kept and not _only_where(matcher, found, where, kept[0]):
            return tuple(kept)
    return _dispersed(found) if found.rule.mode == "crowd-control" else ()


def _sites(verb: Token, thing: Token | None) -> list[Token]:
    """Where something is held or lodged: "held a rally at | the university | against the siege", "filed a complaint
    with | the court | against the premier".
    """
    courts = [t for word in (verb, thing) if word is not None for t in prepositional(word, "with", "to", "before")]
    return [*prepositional(verb, *SITES), *(t for t in courts if t.lemma_.lower() in COURTS)]


def _before_own(matcher: Matcher, found: Trigger, order: tuple[str, ...]) -> tuple[str, ...]:
    """The places up to the thing's owner, where that is the doer: "changed | its | policy" is done to nobody else."""
    if found.object is None or "owner" not in order:
        return order
    doers = {a.i for a in found.frame.agents}
    own = any(o.tag_ == "PRP$" and matcher.analysis.antecedent.get(o.i) in doers for o in owner(found.object))
    return order[: order.index("owner")] if own else order


def _before_clause(verb: Token, things: list[Token]) -> list[Token]:
    """Those of whom a relative clause is said: not "57 people who were killed and | 18 | who are missing"."""
    return [t for t in things if t.i < verb.i or _of_row(t).head.i == verb.i] if verb.dep_ == "relcl" else things


def _of_row(noun: Token) -> Token:
    """The first of those that a noun is coordinated with: "killed | nine rebels | and a soldier"."""
    while noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    return noun


DISPERSING = frozenset({"disperse", "scatter", "drive", "clear", "push", "break", "control", "stop"})


def _dispersed(found: Trigger) -> tuple[Token, ...]:
    """Whom tear gas and the like were used "to disperse"."""
    ends = (c for c in children(found.token, "advcl", "xcomp") if c.lemma_ in DISPERSING and c.i > found.token.i)
    return tuple(t for end in ends for t in frame(end).patients)


def _only_where(matcher: Matcher, found: Trigger, preposition: str, thing: Token) -> bool:
    """Whether a phrase says where something is done: "marched in Orsa", "took | to the streets"."""
    if found.rule.type in ("PROTEST", "MOBILIZE") and thing.lemma_.lower() == "street":
        return preposition in ("to", "in", "on", "into", "onto", "through")
    if preposition != "in" or found.rule.type not in LOCATED:
        return False
    alone = thing.ent_type_ == "PERSON" and not list(thing.lefts)  # a town that no list has: nobody is met in a person
    return alone or _is_named_place(matcher, thing) or is_town(thing)


STANDING = frozenset({"force", "place", "effect"})
"""What an order is in as long as it holds."""


def _aimed(verb: Token) -> list[Token]:
    """Who was shot at "in the direction of" them."""
    return [t for way in prepositional(verb, "in") if way.lemma_ == "direction" for t in prepositional(way, "of")]


def _consumed(found: Trigger) -> set[int]:
    """Objects that are part of the expression and not somebody it is done to ("opened fire")."""
    used = {t.i for t in (found.particle,) if t is not None}
    if found.object is not None and (found.rule.theme or found.rule.anchor_object):
        used.add(found.object.i)
    return used


def _of_clause(matcher: Matcher, found: Trigger, *, subject: bool, depth: int) -> list[Token]:
    """Who the embedded clause is about: its own recipient ("refused to meet the envoy"), or its subject."""
    clause = found.complement or clause_of(found.token)
    if clause is None:
        return []
    inner = matcher.frame(clause)
    own = {a.i for a in found.frame.agents}
    if subject or (inner.agents and not {a.i for a in inner.agents} & own and found.rule.type in ("REQUEST", "ACCUSE")):
        return [a for a in inner.agents if a.i not in own]
    deeper = matcher.trigger(clause)
    if deeper is not None and deeper.token.i != found.token.i and depth < DEEPEST:
        reached = recipients(matcher, deeper, deeper.rule.recipient, depth + 1)
        if reached:
            return [t for t in reached if t.i not in own and is_party(matcher, t)]
        if deeper.rule.mode == "resign":
            return []  # "agreed to resign from his post", with nobody
    ways = ("to",) if clause.lemma_ in GIVING else ("with", "to", "against", "on", "from")
    tokens = prepositional(clause, *ways) or list(inner.patients)
    for noun in inner.patients:
        tokens = prepositional(noun, *ways, "for", "between") or tokens
    return [t for t in tokens if t.i not in own and is_party(matcher, t)]


def nominal_recipients(matcher: Matcher, found: Trigger, order: tuple[str, ...]) -> tuple[Token, ...]:
    """The same of the event that a noun names: what stands behind the noun, its doers or the object of its verb."""
    doers = prepositional(found.token, "by")
    held = _happening(found.token)
    named = phrase_of(matcher, found.token, found.rule.with_) if found.rule.with_ else None
    for where in order:
        if where in ("object", "dative", "owner", "clause"):
            continue
        tokens = [t for t in spread(_whose(prepositional(found.token, where))) if _can_fill(matcher, t, found)]
        if not tokens and where in ("on", "against"):  # "the attack by settlers | on the village"
            tokens = [t for d in doers for t in spread(prepositional(d, where)) if _can_fill(matcher, t, found)]
        if not tokens and held is not None and where == "against":
            tokens = [t for t in spread(prepositional(held, where)) if _can_fill(matcher, t, found)]
        if not tokens and named is not None and named.i > found.token.i:  # "a suspension of aid | to Orland"
            tokens = [t for t in spread(prepositional(named, where)) if _can_fill(matcher, t, found)]
        if (
            where in ("in", "at")
            and tokens
            and found.rule.type in ("ASSAULT", "PROTEST")
            and kind(matcher.analysis, tokens[0]) is not MentionType.PLACE
        ):
            tokens = []
        if tokens and not (where == "in" and _only_locates(matcher, found, tokens[0])):
            return tuple(tokens)
    return tuple(spread(_left(found.token))) if found.rule.type == "ASSAULT" else ()


HARMED = frozenset(
    ("dead", "wounded", "injured", "maimed", "paralysed", "paralyzed", "disabled", "blinded", "homeless")
)


def _left(noun: Token) -> list[Token]:
    """Whom an attack left dead or hurt: "the raid left | two nurses | dead"; a bare number of them is a toll alone."""
    told = (v for v in children(noun, "relcl") if any(t.lower_ in ("that", "which") for t in children(v, "nsubj")))
    verb = next((v for v in (*told, *([noun.head] if noun.dep_ == "nsubj" else ())) if v.lemma_ == "leave"), None)
    if verb is None:
        return []
    what = (c for c in verb.children if c.i > verb.i and c.lower_ in HARMED)
    whom = [c for c in children(verb, "dobj", "nsubj") if c.i > verb.i and c.lower_ not in HARMED]
    whom += [c for w in what for c in children(w, "nsubj") if c.i > verb.i]
    whom = [c for c in whom if c.pos_ in ("NOUN", "PROPN")]
    return whom if any(c.lower_ in HARMED for c in verb.subtree) else []


def _happening(noun: Token) -> Token | None:
    """The verb by which it is told that something happened: "the raid | took | place against a post"."""
    verbs = [c for c in children(noun, "relcl") if any(t.lower_ in ("that", "which") for t in children(c, "nsubj"))]
    verbs += [noun.head] if noun.dep_ == "nsubj" else []
    place = (v for v in verbs if v.lemma_ in HAPPENING or any(c.lower_ == "place" for c in children(v, "dobj")))
    return next(place, None)


HAPPENING = frozenset({"happen", "occur"})


def _whose(tokens: list[Token]) -> list[Token]:
    """Whom a "life" belongs to: "an attempt on the life of the mayor", "on his life"."""
    out: list[Token] = []
    for token in tokens:
        whose = [*prepositional(token, "of"), *children(token, "poss")] if token.lemma_ == "life" else []
        out += whose or [token]
    return out


def _only_locates(matcher: Matcher, found: Trigger, place: Token) -> bool:
    """Whether an "in" phrase says where, and not what is hit: "a rally in Orsa", "an attack in the north"."""
    if found.rule.type == "ASSAULT":
        return _is_named_place(matcher, place) or is_town(place) or not in_class(place, "thing")
    return found.rule.type in LOCATED and (_is_named_place(matcher, place) or is_town(place))


def _is_named_place(matcher: Matcher, token: Token) -> bool:
    known = token.pos_ == "PROPN" and kind(matcher.analysis, token) is MentionType.PLACE
    return token.ent_type_ in ("GPE", "LOC") or (known and not in_class(token, "thing"))


def _can_fill(matcher: Matcher, token: Token, found: Trigger) -> bool:
    """Times, sums and the doers themselves are no recipients."""
    mention = matcher.analysis.by_head.get(token.i)
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT") or (
        mention is not None and mention.type is MentionType.TIME
    ):
        return False
    if (token.lemma_.lower() in PHRASAL and token.dep_ == "pobj") or _is_nobody(token, found):
        return False
    if found.rule.type == "ASSAULT" and (is_part(token) or _is_deed_beside(matcher, token)):
        return False
    if _is_done_besides(token, found) or token.lower_ in ("himself", "herself", "themselves", "itself", "no"):
        return False
    if token.pos_ not in NOMINAL and not _is_share(token):
        return False
    return token.i not in {a.i for a in found.frame.agents} and token.i != found.token.i


def _is_share(token: Token) -> bool:
    """Whether a word of how many stands for them: "| most | of the guards were killed", "hit | several | of them"."""
    return token.lower_ in SOME_OF_THEM and token.dep_ in ("nsubjpass", "dobj") and bool(prepositional(token, "of"))


SOME_OF_THEM = frozenset({"most", "many", "more", "several", "few", "any", "some"})
"""Words that stand for some of those behind "of"."""


def _is_nobody(token: Token, found: Trigger) -> bool:
    """Whether a phrase is an hour, the post that somebody leaves, "in force", a court, or opens one more report."""
    post = found.rule.mode == "resign" and token.lemma_.lower() in HELD_POSTS
    stands = token.lower_ in STANDING and token.head.lower_ == "in" and not list(token.lefts)
    court = found.rule.name == "file a lawsuit" and token.lemma_.lower() in COURTS and token.head.lower_ != "against"
    return post or stands or court or _is_hour(token) or _only_sets(token)


def _is_hour(token: Token) -> bool:
    return token.lower_ in HOURS or (token.text[0].isdigit() and token.lower_.endswith(("am", "pm")))


def _only_sets(token: Token) -> bool:
    """Whether a phrase only opens one more report: "in a separate | incident | a bomb went off near a convoy"."""
    return token.dep_ == "pobj" and token.head.lower_ == "in" and token.lemma_ in ("case", "episode", "incident")


def _is_deed_beside(matcher: Matcher, token: Token) -> bool:
    """Whether a noun names another assault: "raids on mills and | clashes between guards and rebels"."""
    beside = token.dep_ == "conj" and token.head.pos_ in NOMINAL and not is_event_noun(matcher, token.head)
    return beside and is_event_noun(matcher, token)


def _is_done_besides(token: Token, found: Trigger) -> bool:
    """Whether a noun names what else was done: "the arrest of nine men and | the seizure of rifles"."""
    return found.rule.mode == "arrest" and token.dep_ == "conj" and token.pos_ == "NOUN" and happens(token)


def is_party(matcher: Matcher, token: Token) -> bool:
    """Whether a phrase names somebody or some place, and not the matter in hand."""
    known = matcher.analysis.by_head.get(token.i)
    named = known is not None and known.type not in (MentionType.WEAPON, MentionType.QUANTITY, MentionType.TIME)
    return named or token.pos_ in ("PROPN", "PRON") or in_class(token, "person")
