"""Which rule, if any, a word sets off where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import MentionType
from allege.extract.events.lexicon import Entry, Lexicon, Prepositional, Rule, Wanted, lexicon
from allege.extract.nouns import contents, forms, is_one_of
from allege.extract.roles import Frame, children, frame, prepositional

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST"})
CLAUSAL = ("xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl")
WILLED = frozenset({"will", "wo", "'ll", "would", "shall", "'d", "’ll"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event: its rule, its logical subject and object, and the words that met conditions.

    `words`: how many words before a noun belong to its name ("suicide" in "suicide attack").
    """

    token: Token
    rule: Rule
    frame: Frame
    particle: Token | None = None
    object: Token | None = None
    phrase: Token | None = None
    complement: Token | None = None
    words: int = 0


class Matcher:
    """Finds triggers of one lexicon in one analysis; each word is matched once."""

    def __init__(self, analysis: Analysis, rules: Lexicon | None = None) -> None:
        self.analysis = analysis
        self._lexicon = rules or lexicon()
        self._known: dict[int, Trigger | None] = {}
        self._frames: dict[int, Frame] = {}

    def frame(self, token: Token) -> Frame:
        """The frame of a predicate, computed once."""
        if token.i not in self._frames:
            self._frames[token.i] = frame(token)
        return self._frames[token.i]

    def trigger(self, token: Token) -> Trigger | None:
        """The trigger at `token`, or None."""
        if token.i not in self._known:
            self._known[token.i] = None
            self._known[token.i] = self._find(token)
        return self._known[token.i]

    def _find(self, token: Token) -> Trigger | None:
        """The first rule that the word meets; none when that is a rule to skip it."""
        found = next(self.every(token), None)
        return None if found is None or found.rule.skip else found

    def every(self, token: Token) -> Iterator[Trigger]:
        """All rules that the word meets, best first."""
        pos = token.pos_
        if pos == "VERB" or (pos == "AUX" and token.dep_ not in ("aux", "auxpass")):
            yield from self._verb(token, self._lexicon.verbs.get(token.lemma_.lower(), ()))
        elif pos in ("NOUN", "PROPN"):
            yield from self._noun(token)
        elif pos == "ADJ":
            yield from self._verb(token, self._lexicon.adjectives.get(token.lower_, ()))

    def _noun(self, token: Token) -> Iterator[Trigger]:
        for form in dict.fromkeys(forms(token)[:3]):
            for entry in self._lexicon.nouns.get(form, ()):
                rule = entry.rule
                if not self._preceded(token, entry.rest) or self._modified(token, rule):
                    continue
                if rule.around and not _near(token, rule.around):
                    continue
                if not rule.with_ or self._phrase(token, rule.with_) is not None:
                    yield Trigger(token, rule, Frame(), words=len(entry.rest))
        if token.lower_.endswith("ing") and token.dep_ in ("ROOT", "conj") and token.tag_ in ("NN", "NNS"):
            yield from self._verb(token, self._lexicon.verbs.get(_gerund(token.lower_), ()))

    @staticmethod
    def _preceded(token: Token, rest: tuple[str, ...]) -> bool:
        at = token.i
        for word in reversed(rest):
            at -= 1
            if at >= 0 and token.doc[at].text == "-":
                at -= 1
            if at < 0 or (token.doc[at].lower_ != word and token.doc[at].lemma_.lower() != word):
                return False
        return True

    @staticmethod
    def _modified(token: Token, rule: Rule) -> bool:
        """Whether a modifier makes it something else ("heart attack")."""
        if not rule.not_modifier:
            return False
        return any(
            c.lower_ in rule.not_modifier or c.lemma_ in rule.not_modifier for c in token.children if c.i < token.i
        )

    def _verb(self, token: Token, entries: Iterable[Entry]) -> Iterator[Trigger]:
        for entry in entries:
            particle = _particle(token, entry.rest) if entry.rest else None
            if entry.rest and particle is None:
                continue
            found = self._meets(token, entry.rule, particle)
            if found is not None:
                yield found

    def _meets(self, token: Token, rule: Rule, particle: Token | None) -> Trigger | None:
        """The trigger when every condition of the rule holds at `token`, else None."""
        if rule.negated and not is_negated(token):
            return None
        if rule.willed and not any(c.lower_ in WILLED for c in token.children):
            return None
        if rule.around and not _near(token, rule.around):
            return None
        if rule.with_ and (phrase := self._phrase(token, rule.with_)) is None:
            return None
        if rule.not_with and self._phrase(token, rule.not_with) is not None:
            return None
        who = self.frame(token)
        if rule.passive and not who.passive:
            return None
        thing = self._fits_objects(token, rule, who)
        if thing is False or not self._fits_subjects(rule, who):
            return None
        complement = self._complement(token, rule, thing or None)
        if complement is False:
            return None
        return Trigger(token, rule, who, particle, thing or None, phrase if rule.with_ else None, complement or None)

    def _fits_objects(self, token: Token, rule: Rule, who: Frame) -> Token | bool | None:
        """The object that met the condition; None where there is no condition, False where it fails."""
        objects = [*who.patients, *children(token, "oprd", "attr")] if rule.object else list(who.patients)
        if rule.no_object and objects and not who.passive:
            return False
        if rule.needs_object and not objects:
            return False
        if rule.not_object and any(is_one_of(o, rule.not_object.words) for o in objects):
            return False
        if not rule.object:
            return objects[0] if rule.needs_object and objects else None
        return next((o for o in objects if self.is_wanted(o, rule.object)), False)

    def _fits_subjects(self, rule: Rule, who: Frame) -> bool:
        subjects = who.patients if who.passive and rule.no_object else who.agents
        if rule.subject and not any(self.is_wanted(s, rule.subject) for s in subjects):
            return False
        return not (rule.not_subject and any(is_one_of(s, rule.not_subject.words) for s in subjects))

    def is_wanted(self, token: Token, wanted: Wanted) -> bool:
        """Whether a noun meets a condition, itself or what it is made of."""
        if any(is_one_of(t, wanted.words) for t in contents(token)):
            return True
        return any(self._passes(token, test) for test in wanted.tests)

    def _passes(self, token: Token, test: str) -> bool:
        mention = self.analysis.by_head.get(token.i)
        place = token.ent_type_ in ("GPE", "LOC", "FAC") or (mention is not None and mention.type is MentionType.PLACE)
        person = (
            token.ent_type_ == "PERSON"
            or token.lower_ in _PERSONS
            or (mention is not None and mention.type is MentionType.PERSON)
        )
        actor = token.ent_type_ in ("ORG", "NORP") or (mention is not None and mention.type is MentionType.ACTOR)
        if test == "?place":
            return place
        if test == "?person":
            return person
        if test == "?actor":
            return actor
        if test == "?name":
            if token.ent_type_ in ("DATE", "TIME") or (mention is not None and mention.type is MentionType.TIME):
                return False
            return place or person or actor or token.pos_ == "PROPN"
        return test == "?"

    def _phrase(self, token: Token, wanted: Prepositional) -> Token | None:
        """The object (or the preposition, where any will do) of a prepositional phrase that meets the condition."""
        for prep in token.children:
            if prep.dep_ not in ("prep", "dative", "advmod", "prt", "agent") or prep.pos_ in ("NOUN", "PROPN"):
                continue
            objects = children(prep, "pobj", "pcomp")
            name = prep.lower_
            if name not in wanted.prepositions:
                inner = [i for i in children(prep, "prep") if f"{name} {i.lower_}" in wanted.prepositions]
                if not inner:
                    continue
                objects = children(inner[0], "pobj", "pcomp")
            if not wanted.object:
                return prep
            for o in objects:
                if self.is_wanted(o, wanted.object) or ("*ing" in wanted.object.words and o.dep_ == "pcomp"):
                    return o
        return None

    def _complement(self, token: Token, rule: Rule, thing: Token | None) -> Token | bool | None:
        """The clause or word that completes the predicate, if the rule asks for one; False where it is missing."""
        found = clause_of(thing if rule.complement_of_object and thing is not None else token)
        if rule.complement_of_object:
            return found
        if rule.embeds:
            inner = self.embedded(token)
            group = COOPERATIVE if rule.embeds == "cooperative" else HOSTILE
            return inner.token if inner is not None and inner.rule.type in group else False
        if rule.infinitive:
            words = rule.infinitive
            return found if found is not None and found.lemma_ in words else False
        if not rule.complement:
            return found
        if "no" in rule.complement:
            named = [c for c in children(token, "xcomp", "ccomp", "oprd", "attr") if not _infinitive(c)]
            return False if named else None
        if "clause" in rule.complement:
            return found or False
        if "infinitive" in rule.complement:
            return found if found is not None and (_infinitive(found) or found.tag_ == "VB") else False
        words = rule.complement
        return next(
            (
                c
                for c in children(
                    token, "acomp", "oprd", "xcomp", "ccomp", "advmod", "attr", "dobj", "prt", "amod", "advcl"
                )
                if c.lower_ in words or c.lemma_ in words
            ),
            False,
        )

    def embedded(self, token: Token) -> Trigger | None:
        """The event in the clause that completes `token` ("agreed to release"), or in its object ("rejected talks")."""
        clause = clause_of(token)
        if clause is not None:
            found = self.trigger(clause)
            if found is None:
                for noun in self.frame(clause).patients:
                    found = found or self.trigger(noun)
            return found
        for noun in [*self.frame(token).patients, *prepositional(token, "for", "to", "of", "against")]:
            for inner in contents(noun):
                found = self.trigger(inner)
                if found is not None:
                    return found
            clause = clause_of(noun)
            if clause is not None and self.trigger(clause) is not None:
                return self.trigger(clause)
        return None


_PERSONS = frozenset({"he", "she", "him", "her", "they", "them", "who", "i", "we", "us", "me", "himself", "themselves"})


def clause_of(token: Token) -> Token | None:
    """The predicate of the clause that completes a verb, adjective or noun; None when there is none."""
    labels = ("xcomp", "ccomp") if token.pos_ in ("VERB", "AUX") else ("xcomp", "ccomp", "acl")
    found = [c for c in children(token, *labels) if c.i > token.i and c.pos_ in ("VERB", "AUX")]
    if found:
        return found[0]
    for prep in children(token, "prep"):
        inner = [c for c in children(prep, "pcomp") if c.pos_ == "VERB"]
        if inner:
            return inner[0]
        for noun in children(prep, "pobj"):
            inner = (
                [c for c in children(noun, "acl") if _infinitive(c)]
                if prep.lower_ in ("for", "on", "upon", "to")
                else []
            )
            if inner:
                return inner[0]
    later = [c for c in children(token, "advcl") if c.i > token.i and _infinitive(c)]
    return later[0] if later else None


def _near(token: Token, wanted: frozenset[str]) -> bool:
    """Whether one of the words, alone or after another, stands in the clause below `token`."""
    first = token.head if token.dep_ in ("dobj", "pobj") else token
    return any(is_one_of(t, wanted) for t in islice(first.subtree, 60))


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether the predicate carries its own negation."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "no", "neither") for c in verb.children):
        return True
    return any(g.lower_ == "no" for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for g in c.children)


ADVERBIAL = frozenset({"up", "out", "down", "off", "in", "over", "back", "away", "aside", "apart", "together"})


def _particle(token: Token, rest: tuple[str, ...]) -> Token | None:
    """The last of the other words of an expression, found among dependents or in the next words."""
    last = None
    for word in rest:
        last = next((c for c in token.children if _is_word(c, word)), None)
        if last is None and word not in ADVERBIAL:
            near = token.doc[max(token.i - 2, 0) : token.i + 4]
            last = next((t for t in near if t.i != token.i and (t.lower_ == word or t.lemma_ == word)), None)
        if last is None:
            return None
    return last


def _is_word(child: Token, word: str) -> bool:
    """Whether a dependent is that word; an adverb like "up" must not be a preposition with an object of its own."""
    if child.lower_ != word and child.lemma_ != word:
        return False
    return (
        word not in ADVERBIAL
        or child.dep_ in ("prt", "advmod")
        or not any(c.dep_ in ("pobj", "pcomp") for c in child.children)
    )


def _gerund(word: str) -> str:
    stem = word[:-3]
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
