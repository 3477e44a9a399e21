"""Nominal events and the words that carry them: who does it in "carried out an attack", "an attack by", "killed in"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from allege.analyse.clauses.reports.blamed import RESPONSIBLE
from allege.claim import MentionType
from allege.extract.events.before import leader_of, part_of, premodifiers
from allege.extract.events.match import DEEPEST, Matcher, Trigger
from allege.extract.nouns import WILLED, gerund_behind, in_class, is_before_generic, is_noun, kind
from allege.extract.phrases import is_of_people
from allege.extract.roles import ACCUSING, NOMINAL, at_hands, children, conjuncts, prepositional, spread, surface
from allege.extract.unowned import unowned
from allege.extract.wordlists import DATA, word_list, words

FEASTS = word_list("feasts")
"""Days after which a deed is called: "the | Easter | bombings"."""

WHEN = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL"})

LISTING = frozenset({"including", "like", "such"})

ENOUGH = 40


@dataclass(frozen=True, slots=True)
class Supports:
    """data/events/supports.toml: verbs (with particle) and (word, preposition) pairs that carry a nominal event."""

    acts: frozenset[str]
    undergoes: frozenset[str]
    acts_by: frozenset[str]
    undergoes_by: frozenset[str]


@cache
def supports() -> Supports:
    """The table, read once."""
    raw = tomllib.loads((DATA / "supports.toml").read_text(encoding="utf-8"))
    return Supports(
        frozenset(words(raw["verbs"]["acts"])),
        frozenset(words(raw["verbs"]["undergoes"])),
        frozenset(words(raw["prepositions"]["acts"])),
        frozenset(words(raw["prepositions"]["undergoes"])),
    )


@dataclass(frozen=True, slots=True)
class Carried:
    """Who plays which part in a nominal event by grace of the word that carries it; `host` is that word."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    host: Token | None = None


def carried(matcher: Matcher, noun: Token, depth: int = 0) -> Carried:
    """What the surroundings of a nominal event say about its parts; empty where nothing carries it."""
    first = noun
    for _ in range(ENOUGH):
        if not is_before_generic(first) and not (first.dep_ in ("conj", "appos") and first.head.pos_ in NOMINAL):
            break
        first = first.head
    if (
        first.dep_ == "pobj"
        and first.head.lower_ == "of"
        and first.head.head.lemma_ in ("series", "wave", "string", "spate", "number", "dozen")
    ):
        first = first.head.head
    if first.i > 0 and gerund_behind(first.nbor(-1)) is not None:
        first = first.nbor(-1)
    if first.dep_ in ("pobj", "pcomp"):
        found = _by_phrase(matcher, first.head, depth)
        done = _by_clause(matcher, first)
        told = done.host is not None and _name(done.host) in supports().acts
        return replace(found, agents=done.agents) if told and not found.agents else found
    if first.dep_ in ("dobj", "nsubjpass", "relcl") and first.head.pos_ == "VERB":
        return _by_verb(matcher, first, supports())
    if first.dep_ == "attr" and first.head.lemma_ == "be":
        return Carried(host=first.head)
    return _by_clause(matcher, first)


def _by_phrase(matcher: Matcher, prep: Token, depth: int) -> Carried:
    """What the preposition before a nominal event ties it to."""
    above = prep.head
    if prep.lower_ in LISTING and above.pos_ in NOMINAL and depth < DEEPEST:
        return carried(matcher, above, depth + 1)
    if prep.lower_ == "in" and above.lemma_ == "be":
        return Carried(agents=spread(surface(above)), host=above)
    return _by_preposition(matcher, prep, supports())


def _by_clause(matcher: Matcher, noun: Token) -> Carried:
    """Who did it by a clause on the noun: "an attack that gunmen launched", "an attack blamed on them"."""
    for clause in children(noun, "relcl", "acl"):
        if clause.lemma_ in DENYING or any(c.lower_ in RESPONSIBLE for c in clause.rights):
            continue  # "the raid, which the army denies", "for which they hold it responsible"
        if clause.pos_ == "VERB" and _name(clause) in supports().acts:
            who = matcher.frame(clause)
            if who.passive or clause.dep_ == "relcl":
                return Carried(agents=tuple(a for a in who.agents if a.i != noun.i), host=clause)
        if clause.pos_ == "VERB" and clause.lemma_ in ("blame", "pin"):
            return Carried(agents=spread(prepositional(clause, "on")), host=clause)
    return Carried()


DENYING = frozenset({"deny", "refuse", "reject"})
"""Verbs whose object, named elsewhere in the sentence, is not their subject's by their word."""


def _name(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_} {particle}".strip()


def _by_verb(matcher: Matcher, noun: Token, table: Supports) -> Carried:
    verb = noun.head
    who, name = matcher.frame(verb), _name(verb)
    if name == "deny" and unowned(verb):
        return Carried(host=verb)  # "refused to confirm or deny the raid"
    if name in ENDING and any(map(_rules, who.agents)):
        found = matcher.trigger(noun)
        if verb.tag_ == "VB" or (found is not None and found.rule.type == "PROTEST"):
            return Carried(host=verb)  # "a curfew to stop the protests", "vowed to end the raids": of others
    if name in ENDING and verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ in TRYING:
        return Carried(host=verb)  # "failed to stop the fighting": of others
    if name in table.acts:
        return Carried(agents=who.agents, host=verb)
    if name in table.undergoes:
        return Carried(agents=spread(at_hands(verb)), patients=who.agents, host=verb)
    return Carried()


def _rules(token: Token) -> bool:
    return token.lemma_.lower() in GOVERNING or any(in_class(token, name) for name in RULING)


GOVERNING = frozenset({"government", "authority", "administration", "state"})
RULING = ("state force", "police", "leader-post")
"""Words and classes for those who end what others do."""

TRYING = frozenset(
    {"fail", "try", "seek", "help", "attempt", "struggle", "manage", "want", "hope", "move", "able", "unable"}
)
"""Words before an infinitive of ending, whose subject ends what others do."""

ENDING = frozenset({"stop", "end", "halt", "suspend", "cease", "ease", "lift", "break"})
"""Verbs by which whoever does something gives it up, and by which the state puts an end to what others do."""

ONLY_NOUNS = frozenset({"hand", "part", "role"})
"""Words that tie somebody to an act as nouns ("had a hand in"), not as verbs ("hands down its verdict in")."""


def _by_preposition(matcher: Matcher, prep: Token, table: Supports) -> Carried:
    word, name = prep.head, prep.lower_
    if word.pos_ == "VERB":
        word = next((c for c in children(word, "dobj") if c.lemma_ in ONLY_NOUNS and c.i + 1 == prep.i), word)
    if word.lemma_ in ONLY_NOUNS and (word.pos_ == "VERB" or any(c.lower_ == "no" for c in word.children)):
        return Carried()
    keys = [f"{word.lemma_.lower()} {name}", f"{word.lower_} {name}"]
    if word.pos_ in NOMINAL and word.head.pos_ == "VERB":
        keys.insert(0, f"{word.head.lemma_} {keys[0]}")
    if word.pos_ in NOMINAL and word.dep_ == "dobj" and (unowned(word.head, word) or _only_mentioned(word)):
        return Carried()
    if any(key in table.acts_by for key in keys):
        return Carried(agents=_holder(matcher, word), host=word)
    if any(key in table.undergoes_by for key in keys):
        return Carried(_killers(matcher, word), _victims(matcher, word, prep), host=word)
    return Carried()


def _only_mentioned(noun: Token) -> bool:
    """Whether a verb only speaks of a connection that its subject need not have: "ruled out any link to the raid"."""
    return noun.lemma_ in LINKS and noun.head.lemma_ not in BEARING and not children(noun, "poss")


LINKS = frozenset({"link", "connection", "tie", "involvement", "complicity", "suspicion"})
BEARING = word_list("bearing")
"""Verbs whose subject is the one with the connection."""

PURSUING = frozenset({"book", "hold", "prosecute", "try", "want"})
"""Verbs whose object, if any, is tied to the act behind "for": never who books or tries somebody for a murder."""


def _holder(matcher: Matcher, word: Token) -> tuple[Token, ...]:
    """Who is tied to the event by another word: "claimed responsibility for", "accused of", "involved in"."""
    if word.pos_ in ("VERB", "AUX"):
        who = matcher.frame(word)
        if who.passive or word.lemma_ in ACCUSING | PURSUING or (who.patients and word.lemma_ != "engage"):
            return who.patients
        return who.agents
    if word.pos_ in NOMINAL and word.dep_ in ("dobj", "attr", "pobj", "nsubj", "nsubjpass", "oprd"):
        owner = children(word, "poss")
        if word.dep_ != "attr" and in_class(word, "person"):
            return spread([word])  # "the guards' suspect in the killing", "hunted the perpetrators of the raid"
        if owner:
            return spread(owner)
        verb = word.head.head if word.dep_ == "pobj" else word.head
        return spread(surface(verb)) if verb.pos_ in ("VERB", "AUX") else ()
    return spread(surface(word))


LOSING = frozenset({"lose"})
"""Verbs whose subject is struck through its own people: "the army lost nine men in the raid"."""


def _killers(matcher: Matcher, word: Token) -> tuple[Token, ...]:
    """Who did it where somebody kills in the event: "they killed nine in a raid"."""
    who = matcher.frame(word) if word.pos_ == "VERB" and word.lemma_ not in LOSING else None
    return who.agents if who is not None and who.patients and not who.passive else ()


def _victims(matcher: Matcher, word: Token, prep: Token) -> tuple[Token, ...]:
    """Who undergoes the event behind `prep` by another word: "killed in", "was the target of", "the victims of"."""
    if word.pos_ in ("VERB", "AUX"):
        who = matcher.frame(word)
        return tuple(p for p in who.patients if p.lemma_.lower() != "life") or who.agents
    if word.pos_ in NOMINAL:
        whose = () if prep.lower_ == "of" else spread(prepositional(word, "of"))
        if prep.lower_ == "of" and word.lemma_ in ("victim", "survivor") and word.dep_ != "attr":
            return (word,)
        held = word.dep_ == "attr" or (word.dep_ == "dobj" and word.head.lemma_ in (*supports().undergoes, "have"))
        return whose or (spread(surface(word.head)) if held else ())
    return spread(surface(word))


@dataclass(frozen=True, slots=True)
class Modified:
    """What stands before or behind a nominal event: doers, those it is done to, tools."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    tools: tuple[Token, ...] = ()


def _has_object(noun: Token) -> bool:
    """Whether "of" tells whom it was done to, so that whose it is did it: "the militia's | abduction | of nurses"."""
    return any(of.ent_type_ not in WHEN and of.pos_ in NOMINAL for of in prepositional(noun, "of"))


def modified(matcher: Matcher, found: Trigger) -> Modified:
    """The parts that the noun phrase itself names: "Ukraine's attack on", "a car bomb attack", "police firing"."""
    noun, rule = found.token, found.rule
    agents: list[Token] = []
    patients: list[Token] = []
    tools: list[Token] = []
    shut_in = noun.lemma_.lower() in SHUTTING_IN
    undergone = (rule.poss == "recipient" or shut_in) and not _has_object(noun)
    for child in children(noun, "poss"):
        if child.ent_type_ not in ("DATE", "TIME", "EVENT") and not _says_where(matcher, child):
            (patients if undergone and not (shut_in and _fights(matcher, child)) else agents).append(child)
    agents += [leader for child in premodifiers(noun) if (leader := leader_of(child)) is not None]
    before = premodifiers(noun)
    peoples = {a.i for a, b in pairwise(before) if is_of_people(a, b)}  # of an "| Israeli | army raid" the army's
    for child in before:
        if child.i >= noun.i or found.particle is child or child.ent_type_ in WHEN or child.lower_ in FEASTS:
            continue
        if child.i in peoples:
            continue
        bucket = part_of(matcher, child, rule.poss == "recipient")
        if bucket == "patient" and child.ent_type_ == "GPE" and prepositional(noun, "on", "of", "against"):
            bucket = "agent"
        if bucket == "patient" and rule.reciprocal:
            continue  # "street fighting", "the Orsa clashes": where, and neither side
        if bucket is not None:
            {"agent": agents, "patient": patients, "tool": tools}[bucket].append(child)
    agents += [p for p in prepositional(noun, "by") if not in_class(p, "thing") and not _is_told_of(noun, p)]
    agents += _behind_teller(matcher, noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        agents += [p for p in prepositional(noun.head.head, "by") if _is_told_of(noun.head.head, p)]
    if rule.reciprocal:
        sides = [c for p in prepositional(noun, "between", "among", "involving") for c in conjuncts(p)]
        agents += sides[:1]
        patients += sides[1:]
    return Modified(spread(agents), spread(patients), tuple(tools))


SHUTTING_IN = frozenset({"siege", "encirclement", "liberation", "reconquest"})
"""Deeds that a town's name before them undergoes: "| Velm |'s siege was lifted"; not an army's."""


def _fights(matcher: Matcher, whose: Token) -> bool:
    """Whether whose a siege is lays it: an army, somebody known to be one, or whom a pronoun stands for."""
    known = matcher.analysis.by_head.get(whose.i)
    listed = known is not None and known.entity is not None and known.type is not MentionType.PLACE
    return whose.pos_ == "PRON" or listed or any(in_class(whose, name) for name in ("armed", "state force", "person"))


def _says_where(matcher: Matcher, town: Token) -> bool:
    """Whether a town has the place of a deed, and not the deed: "in | Velm | 's Mill Street attack"."""
    known = matcher.analysis.by_head
    own = known.get(town.i)
    if town.pos_ != "PROPN" or (own is not None and own.type is not MentionType.PLACE):
        return False
    beside = [known.get(c.i) for c in town.head.lefts if c.dep_ == "compound" and c.i > town.i]
    return any(one is not None and one.type is MentionType.PLACE for one in beside)


def _behind_teller(matcher: Matcher, noun: Token) -> list[Token]:
    """Who did it where the parser hangs "by" on the verb: "they documented 40 killings of farmers | by the army"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in ("dobj", "pobj") or verb.pos_ != "VERB" or not children(verb, "nsubj"):
        return []
    if noun.dep_ == "pobj":  # "collapsed under assaults | by two armies"
        return [p for p in prepositional(verb, "by") if p.head.i == noun.i + 1 and _acts(p)]
    return [p for p in prepositional(verb, "by") if p.i > noun.i and kind(matcher.analysis, p) in WILLED and _acts(p)]


def _acts(token: Token) -> bool:
    known = token.ent_type_ in ("ORG", "NORP", "GPE", "PERSON") or token.pos_ == "PROPN"
    return known or any(in_class(token, name) for name in ("armed", "person", "state force"))


def _is_told_of(word: Token, by: Token) -> bool:
    """Whether "by" behind a word of telling names who did what is told: "accusations of torture by the police"."""
    forces = any(in_class(by, name) for name in ("armed", "police", "state force"))
    return word.lemma_.lower() in TELLING and forces and bool(prepositional(word, "of"))


TELLING = word_list("told-of")


def is_event_noun(matcher: Matcher, token: Token) -> bool:
    """Whether a noun is itself a nominal event ("the attack killed nine")."""
    found = matcher.trigger(token)
    return found is not None and is_noun(token) and found.rule.type in ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE")


def listed(preposition: Token) -> list[Token]:
    """The members of a list behind "including": coordinated or set side by side, in text order."""
    out: list[Token] = []
    front = children(preposition, "pobj")
    while front and len(out) < ENOUGH:
        out += front
        front = [c for t in front for c in children(t, "conj", "appos") if c.pos_ in NOMINAL]
    return sorted(out, key=lambda t: t.i)
