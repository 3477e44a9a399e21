"""The conditions that a rule sets, each a small question about one word and what hangs on it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from spacy.tokens import Token

from allege.analyse.labels import PLACES
from allege.analyse.persons import is_somebody
from allege.claim import MentionType
from allege.extract.events.labour import is_of_work
from allege.extract.events.lexicon import Prepositional, Rule, Wanted
from allege.extract.nouns import contents, gerund_behind, in_class, is_one_of
from allege.extract.roles import SUBJECTS, Frame, children, clause_of, is_infinitive, prepositional

if TYPE_CHECKING:
    from allege.extract.events.match import Matcher

WILLED = frozenset({"will", "wo", "'ll", "would", "shall", "'d", "’ll"})
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST"})
PERSONAL = frozenset({"he", "she", "him", "her", "they", "them", "who", "i", "we", "us", "me", "himself", "themselves"})
OPENING = frozenset({"on", "in", "at", "for"})
"""Prepositions that tell when or why where they open a sentence: "On 2 May he called the mayor" calls on nobody."""
HOW_MUCH = frozenset({"all", "any", "both", "bulk", "chunk", "each", "either", "few", "half", "majority", "many",
                      "most", "much", "neither", "none", "one", "part", "percent", "portion", "quarter", "rest",
                      "several", "some", "stretch", "swath", "swathe", "third"})  # fmt: skip
"""Words for how much or how many of it: "captured | most of the province", "holding | any of the boys"."""
COMPLETES = ("acomp", "oprd", "xcomp", "ccomp", "advmod", "attr", "dobj", "prt", "amod", "advcl")


def noun_fits(matcher: Matcher, token: Token, rule: Rule) -> bool:
    """Whether a noun meets a rule: no modifier makes it something else ("heart attack"), and its phrase is as asked."""
    before = [c for c in token.children if c.i < token.i and not _dates(c, token)]
    if rule.not_modifier and any({c.lower_, c.lemma_} & rule.not_modifier for c in before):
        return False
    if (rule.around and not _near(token, rule.around)) or (rule.of_work and not is_of_work(token)):
        return False
    if rule.not_with and phrase_of(matcher, token, rule.not_with) is not None:
        return False
    return not rule.with_ or phrase_of(matcher, token, rule.with_) is not None


def _dates(modifier: Token, noun: Token) -> bool:
    """Whether a possessor only says when ("last week's attack"); "last week's strike" may be one of workers."""
    return modifier.dep_ == "poss" and modifier.ent_type_ == "DATE" and noun.lemma_ != "strike"


def context_fits(token: Token, rule: Rule) -> bool:
    """Whether negation, will and the words around a predicate are as asked."""
    if rule.negated and not is_negated(token):
        return False
    if rule.willed and not any(c.lower_ in WILLED for c in token.children):
        return False
    if "no" in rule.complement and any(not is_infinitive(c) for c in children(token, "xcomp", "ccomp", "oprd", "attr")):
        return False
    return not rule.around or _near(token, rule.around)


def parts_fit(matcher: Matcher, token: Token, rule: Rule, who: Frame) -> bool:
    """Whether subject, object and prepositional phrases of a predicate are as asked."""
    if rule.with_ and phrase_of(matcher, token, rule.with_) is None:
        return False
    if rule.not_with and phrase_of(matcher, token, rule.not_with) is not None:
        return False
    if (rule.passive and not who.passive) or (rule.active and who.passive):
        return False
    return _objects_fit(matcher, token, rule, who) and _subjects_fit(matcher, rule, who)


def _objects_fit(matcher: Matcher, token: Token, rule: Rule, who: Frame) -> bool:
    objects = _objects(token, rule, who)
    if rule.no_object and objects and not who.passive:
        return False
    if rule.needs_object and not objects:
        return False
    if rule.not_object and any(_is_barred(matcher, o, rule.not_object) for o in objects):
        return False
    return not rule.object or object_of(matcher, token, rule, who) is not None


def _is_barred(matcher: Matcher, token: Token, unwanted: Wanted) -> bool:
    return is_one_of(token, unwanted.words) or any(_passes(matcher, token, test) for test in unwanted.tests)


def _objects(token: Token, rule: Rule, who: Frame) -> list[Token]:
    return [*who.patients, *(children(token, "oprd", "attr") if rule.object else [])]


def _subjects_fit(matcher: Matcher, rule: Rule, who: Frame) -> bool:
    subjects = who.patients if who.passive and rule.no_object else who.agents
    if rule.subject and not any(is_wanted(matcher, s, rule.subject) for s in subjects):
        return False
    return not (rule.not_subject and any(is_one_of(s, rule.not_subject.words) for s in subjects))


def object_of(matcher: Matcher, token: Token, rule: Rule, who: Frame) -> Token | None:
    """The object that meets the rule's condition; the first one where it only asks for some object."""
    objects = _objects(token, rule, who)
    if rule.object:
        return next((o for o in objects if is_wanted(matcher, o, rule.object)), None)
    return objects[0] if rule.needs_object and objects else None


def is_wanted(matcher: Matcher, token: Token, wanted: Wanted) -> bool:
    """Whether a noun meets a condition, itself or what it is made of."""
    shared = prepositional(token, "of") if token.lemma_.lower() in HOW_MUCH or token.pos_ == "NUM" else []
    shared = shared or _same_people(token)
    if wanted.words and any(is_one_of(t, wanted.words) for noun in (token, *shared) for t in contents(noun)):
        return True
    return any(_passes(matcher, t, test) for test in wanted.tests for t in (token, *shared))


def _same_people(number: Token) -> list[Token]:
    """Of whom a bare number behind "and" tells: "four | bandits | were killed and six captured"."""
    verb = number.head
    if number.pos_ != "NUM" or number.dep_ not in SUBJECTS or verb.dep_ != "conj":
        return []
    return [t for t in children(verb.head, *SUBJECTS) if in_class(t, "person")]


def _passes(matcher: Matcher, token: Token, test: str) -> bool:
    """The tests of data/events: "?" anything, "?name" any name or person, "?several" some, or what kind of name."""
    if test == "?":
        return True
    if test == "?several":
        return bool(token.conjuncts)
    mention, tag = matcher.analysis.by_head.get(token.i), token.ent_type_
    kind = mention.type if mention is not None else None
    if test == "?name":
        named = token.pos_ == "PROPN" or any(_is_a(sort, token, kind) for sort in ("?place", "?person", "?actor"))
        return named and tag not in ("DATE", "TIME") and kind is not MentionType.TIME
    return _is_a(test, token, kind)


def _is_a(sort: str, token: Token, kind: MentionType | None) -> bool:
    """Whether a word with a mention of that kind, or none, names a "?place", a "?person" or an "?actor"."""
    if sort == "?place":
        located = kind is MentionType.PLACE or token.ent_type_ in PLACES
        return located and not _is_national(token) and (kind is MentionType.PLACE or not is_somebody(token))
    if sort == "?actor":
        return kind is MentionType.ACTOR or token.ent_type_ in ("ORG", "NORP")
    named = kind is MentionType.PERSON or token.ent_type_ == "PERSON"
    unknown = kind is not MentionType.PLACE and is_somebody(token)
    other = token.lower_ in PERSONAL or _is_who(token) or _is_national(token) or _is_number_of_people(token)
    return named or unknown or other


def _is_number_of_people(token: Token) -> bool:
    """Whether a bare number undergoes it: "said that | thirty | had been beaten"."""
    return token.like_num and token.dep_ == "nsubjpass" and not any(c.dep_ != "advmod" for c in token.children)


def _is_national(token: Token) -> bool:
    """Whether one of a people is meant: "a 25-year-old Orlander was captured"."""
    one = any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in token.lefts)
    aged = any(c.lower_ == "old" or c.lower_.endswith("-old") for c in token.lefts)
    return one and token.pos_ in ("PROPN", "NOUN") and (aged or (token.ent_type_ == "NORP" and token.tag_ != "NNS"))


def _is_who(token: Token) -> bool:
    """Whether a clause says "who" of it: "Osk, | who | was to be tried, was captured"."""
    clauses = (c for c in token.children if c.dep_ == "relcl")
    return any(c.lower_ == "who" for clause in clauses for c in clause.children if c.dep_ in SUBJECTS)


def phrase_of(matcher: Matcher, token: Token, wanted: Prepositional) -> Token | None:
    """The object (the preposition, where any object will do) of a prepositional phrase that meets the condition."""
    for prep in token.children:
        if prep.dep_ not in ("prep", "dative", "advmod", "prt", "agent") or prep.pos_ in ("NOUN", "PROPN"):
            continue
        holder = _named(prep, wanted.prepositions)
        if holder is None or (prep.i == prep.sent.start and prep.lower_ in OPENING):
            continue
        if not wanted.object:
            if _is_when(holder):
                continue
            return prep
        for thing in children(holder, "pobj", "pcomp"):
            act = gerund_behind(thing)
            if act is not None and is_wanted(matcher, act, wanted.object):
                return act
            if is_wanted(matcher, thing, wanted.object) or ("*ing" in wanted.object.words and thing.dep_ == "pcomp"):
                return thing
    return None


def _is_when(preposition: Token) -> bool:
    """Whether what stands behind a preposition only tells when: "called a strike | for 3 May"."""
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children if c.dep_ == "pobj")


def _named(prep: Token, names: frozenset[str]) -> Token | None:
    """The preposition whose object counts: this one, or the second word of "out of"."""
    if prep.lower_ in names:
        return prep
    return next((i for i in children(prep, "prep") if f"{prep.lower_} {i.lower_}" in names), None)


def asks_for_complement(rule: Rule) -> bool:
    """Whether a rule holds only with a clause or word that completes the predicate."""
    return bool(rule.embeds or rule.infinitive or rule.complement) and "no" not in rule.complement


def complement_of(matcher: Matcher, token: Token, rule: Rule, thing: Token | None) -> Token | None:
    """The clause or word that completes the predicate as the rule asks; any clause where it does not ask."""
    found = clause_of(thing if rule.complement_of_object and thing is not None else token)
    if rule.embeds:
        return _embedded(matcher, token, rule)
    if rule.infinitive:
        return found if found is not None and found.lemma_ in rule.infinitive else None
    if "infinitive" in rule.complement:
        bare = found is not None and found.tag_ == "VB" and _is_wished(found)  # not "told him that they | could hold"
        return found if found is not None and (is_infinitive(found) or bare) else None
    if "subjunctive" in rule.complement:
        return found if found is not None and _is_wished(found) else None
    if not rule.complement or rule.complement & {"clause", "no"}:
        return None if "clause" in rule.complement and found is not None and _is_question(found) else found
    beside = [token.nbor(1)] if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADJ" else []
    return next((c for c in [*children(token, *COMPLETES), *beside] if {c.lower_, c.lemma_} & rule.complement), None)


def _embedded(matcher: Matcher, token: Token, rule: Rule) -> Token | None:
    """The event in the clause, of the sort that the rule asks for."""
    inner = matcher.embedded(token)
    group = COOPERATIVE if rule.embeds == "cooperative" else HOSTILE
    if rule.embeds == "harmful":
        group = HOSTILE - {"PROTEST"}  # who "plans to demonstrate" threatens nobody
    if inner is None or inner.rule.type not in group or (rule.type == "THREATEN" and _is_told(token)):
        return None
    others = rule.own and children(inner.token, *SUBJECTS)  # "wants the town | to fight back"
    return None if others else inner.token


def _is_told(oath: Token) -> bool:
    """Whether an oath is that something was so: "swore that guards had shot him", not "swore that it would"."""
    clause = next((c for c in oath.rights if c.dep_ == "ccomp"), None)
    helped = [] if clause is None else [c for c in clause.lefts if c.dep_ in ("aux", "auxpass")]
    if clause is None or any(c.tag_ in ("MD", "TO") for c in helped):
        return False
    return any(c.tag_ in ("VBD", "VBZ", "VBP") for c in helped) or clause.tag_ == "VBD"


def _is_question(clause: Token) -> bool:
    """Whether a clause asks and wishes nothing: "asked if rebels had burned the mill"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in clause.children)


def _is_wished(verb: Token) -> bool:
    """Whether a clause says what is to be: "insisted that it be lifted", not "insisted that it was lifted"."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return first.tag_ in ("VB", "TO") or first.lower_ in ("should", "must")


def _near(token: Token, wanted: frozenset[str]) -> bool:
    """Whether one of the words, alone or after another, stands in the clause below `token`."""
    first = token.head if token.dep_ in ("dobj", "pobj") else token
    return any(is_one_of(t, wanted) for t in islice(first.subtree, 60))


def is_negated(verb: Token) -> bool:
    """Whether the predicate carries its own negation."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "no", "neither") for c in verb.children):
        return True
    return any(g.lower_ == "no" for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for g in c.children)
