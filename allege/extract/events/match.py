"""Which rule, if any, a word sets off where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.extract.events import conditions
from allege.extract.events.lexicon import Entry, Lexicon, Rule, lexicon
from allege.extract.nouns import contents, is_noun, names
from allege.extract.roles import Frame, clause_of, frame, prepositional

DEEPEST = 5
"""How many clauses deep an embedded event is looked for ("agreed to try to help to release")."""

OPEN = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
"""Parts of speech that have rules."""

NOMINAL = frozenset({"VBG", "VBZ"})
"""Tags of words that may stand as nouns whatever their part of speech."""


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
        self._depth = 0

    def frame(self, token: Token) -> Frame:
        """The frame of a predicate."""
        return frame(token)

    def trigger(self, token: Token) -> Trigger | None:
        """The trigger at `token`, or None."""
        if token.pos_ not in OPEN and token.tag_ not in NOMINAL:
            return None
        if token.i not in self._known:
            if self._depth > DEEPEST:
                return None
            self._known[token.i] = None
            self._depth += 1
            self._known[token.i] = self._find(token)
            self._depth -= 1
        return self._known[token.i]

    def _find(self, token: Token) -> Trigger | None:
        """The first rule that the word meets; none when that is a rule to skip it."""
        found = next(self.every(token), None)
        return None if found is None or found.rule.skip else found

    def every(self, token: Token) -> Iterator[Trigger]:
        """All rules that the word meets, best first."""
        pos = token.pos_
        if pos not in OPEN and token.tag_ not in NOMINAL:
            return
        if is_noun(token):
            yield from self._noun(token)
        elif pos == "VERB" or (pos == "AUX" and token.dep_ not in ("aux", "auxpass")):
            yield from self._verb(token, self._lexicon.verbs.get(token.lemma_.lower(), ()))
        elif pos == "ADJ":
            yield from self._verb(token, self._lexicon.adjectives.get(token.lower_, ()))

    def _noun(self, token: Token) -> Iterator[Trigger]:
        for form in dict.fromkeys(names(token)):
            for entry in self._lexicon.nouns.get(form, ()):
                if _preceded(token, entry.rest) and conditions.noun_fits(self, token, entry.rule):
                    yield Trigger(token, entry.rule, Frame(), words=len(entry.rest))
        if token.lower_.endswith("ing") and token.dep_ == "ROOT" and token.tag_ in ("NN", "NNS"):
            yield from self._verb(token, self._lexicon.verbs.get(_gerund(token.lower_), ()))

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
        if not conditions.context_fits(token, rule):
            return None
        who = self.frame(token)
        if not conditions.parts_fit(self, token, rule, who):
            return None
        thing = conditions.object_of(self, token, rule, who)
        complement = conditions.complement_of(self, token, rule, thing)
        if complement is None and conditions.asks_for_complement(rule):
            return None
        phrase = conditions.phrase_of(self, token, rule.with_) if rule.with_ else None
        return Trigger(token, rule, who, particle, thing, phrase, complement)

    def embedded(self, token: Token) -> Trigger | None:
        """The event in the clause that completes `token` ("agreed to release"), or in its object ("rejected talks")."""
        clause = clause_of(token)
        if clause is not None:
            inner = self.trigger(clause)
            return inner or next(filter(None, map(self.trigger, self.frame(clause).patients)), None)
        for noun in [*self.frame(token).patients, *prepositional(token, "for", "to", "of", "against")]:
            below = clause_of(noun)
            for word in [*contents(noun), *([below] if below is not None else [])]:
                found = self.trigger(word)
                if found is not None:
                    return found
        return None


def _preceded(token: Token, rest: tuple[str, ...]) -> bool:
    """Whether the other words of a longer name stand before its last word, hyphens aside."""
    at = token.i
    for word in reversed(rest):
        at -= 1
        if at >= 0 and token.doc[at].text == "-":
            at -= 1
        if at < 0 or word not in {token.doc[at].lower_, token.doc[at].lemma_.lower()}:
            return False
    return True


ADVERBIAL = frozenset({"up", "out", "down", "off", "in", "over", "back", "away", "aside", "apart", "together"})


def _particle(token: Token, rest: tuple[str, ...]) -> Token | None:
    """The last of the other words of an expression, found among dependents or in the next words."""
    last = None
    for word in rest:
        last = next((c for c in token.children if _is_word(c, word)), None)
        if last is None and word not in ADVERBIAL:
            near = token.doc[max(token.i - 2, 0) : token.i + 4]
            last = next((t for t in near if t.i != token.i and word in {t.lower_, t.lemma_}), None)
        if last is None:
            return None
    return last


def _is_word(child: Token, word: str) -> bool:
    """Whether a dependent is that word; an adverb like "up" must not be a preposition with an object of its own."""
    if word not in {child.lower_, child.lemma_}:
        return False
    if word not in ADVERBIAL or child.dep_ in ("prt", "advmod"):
        return True
    return not any(c.dep_ in ("pobj", "pcomp") for c in child.children)


def _gerund(word: str) -> str:
    stem = word[:-3]
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
