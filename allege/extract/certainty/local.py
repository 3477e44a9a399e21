"""How firmly a clause puts its own predicate: negation, modal verbs, adverbs, questions, commands, conditions.

A noun that names an event is read the same way: "no attack", "the alleged attack", "a planned attack".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from allege.claim import Certainty
from allege.extract import nouns
from allege.extract.certainty.lexicon import ANCHOR, CUES, Modal, combine
from allege.extract.once import Once
from allege.extract.roles.clauses import is_command
from allege.extract.roles.voice import phrases_by

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd"})
CLAUSES = frozenset({"ROOT", "ccomp", "parataxis"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "such"})
NEGATIONS = frozenset({"not", "n't", "nt", "n’t", "never"})
ADVERBIALS = frozenset({"advmod", "npadvmod", "dep", "intj", "amod"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
AUXILIARIES = frozenset({"aux", "auxpass"})
DAYS = 31
QUESTION, DEPENDS = "question", "depends on a condition"


@dataclass(frozen=True, slots=True)
class Local:
    """What a clause makes of its predicate, taken by itself.

    `value` counts the negation; `sure` does not, for a predication that lies inside the negative phrase itself ("there
    was no attack": the noun bears the negation). `negators` are the indices of the children that hold a negative
    phrase. `features` name what was found, for `factuality.py`.
    """

    value: Certainty
    sure: Certainty
    why: str = ""
    negators: frozenset[int] = frozenset()
    features: tuple[str, ...] = ()

    def without(self, child: int) -> Certainty:
        """The value when `child` is where the predication lies."""
        return self.sure if child in self.negators else self.value


@Once
def is_noun(token: Token) -> bool:
    """Whether a token is read as a name of an event, not as the predicate of a clause.

    A gerund with what nouns have around them is one ("the police firing"). A noun with a subject or an auxiliary is a
    verb that the tagger missed ("Did they attack …?").
    """
    named = token.pos_ in NOUNS or (token.tag_ == "VBG" and nouns.is_noun(token))
    return named and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in token.children)


def is_definite(token: Token) -> bool:
    """Whether a noun phrase is about something taken as known: "the attack", "their attacks", "#MarketAttack"."""
    if token.tag_ in {"NNP", "NNPS"}:
        return True
    if any(_is_place_name(c) for c in token.lefts) and not any(c.dep_ == "det" for c in token.lefts):
        return True
    named = (token, *(c for c in token.lefts if c.dep_ == "compound"))  # "the police firing": "the" hangs on the police
    return any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss" for t in named for c in t.children)


def is_any(token: Token) -> bool:
    """Whether an event is only whichever there may be: "an answer to | any raid"; some word before may deny it."""
    if token.tag_ not in {"NN", "NNP"} or not any(c.lower_ == "any" and c.dep_ == "det" for c in token.lefts):
        return False
    return token.dep_ == "pobj" and token.head.lower_ in {"to", "against", "for"}


def _is_place_name(before: Token) -> bool:
    """Whether a name before an event says which it is: "Orsa bakery bombing" in a headline."""
    return (
        before.dep_ in {"compound", "nmod"}
        and before.tag_ == "NNP"
        and before.ent_type_ in {"GPE", "LOC", "FAC", "ORG"}
    )


def read_noun(token: Token, children: Sequence[Token]) -> Local:
    """The cues of a noun phrase: its determiner and the adjectives before it."""
    value, why, features = ANCHOR, "", []
    for child in children:
        word = f"so-{child.lower_}" if any(c.lower_ == "so" for c in child.lefts) else child.lower_
        if child.dep_ in {"amod", "compound", "nmod"} and word in CUES.adjectives:
            value, why = combine(value, CUES.adjectives[word]), f"'{word}'"
            features.append(f"adjective={word}")
    if token.lower_ in CUES.harmless and any(c.lower_ in CUES.traits["scant"] for c in children):
        value, why = Certainty.PR_MINUS, "'little'"
    negative = any(c.dep_ in {"det", "neg"} and c.lower_ in CUES.negative_determiners for c in children)
    negative = negative or any(c.dep_ == "neg" and c.lower_ in NEGATIONS for c in children)  # "an accident, not a raid"
    if negative or (token.lower_ in CUES.negative_pronouns and not _is_nothing_but(token)):
        value, why = value.negated(), "denied by 'no'"
        features.append("negated")
    return Local(value, value, why, features=tuple(features))


def read_verb(token: Token, children: Sequence[Token], *, asked: bool) -> Local:
    """The cues of a clause whose head is `token`. `asked`: the clause is a question."""
    negators = tuple(_negators(token, children))
    odd = len([n for n in negators if n.dep_ not in ARGUMENTS]) % 2 == 1
    odd_all = len(negators) % 2 == 1
    modal = next((c for c in children if c.dep_ == "aux" and c.tag_ == "MD" and not _is_month(c)), None)
    value, why = _modal(token, modal, children, negated=odd_all)
    sure, _ = _modal(token, modal, children, negated=odd)
    phrases = frozenset(n.i for n in negators if n.dep_ in ARGUMENTS)
    found = [f"modal={modal.lower_}"] if modal is not None else []
    found += ["negated"] if odd_all else []
    for find in (_adverbs, _marks, _imperative, _condition, _alternative):
        rule = find(token, children)
        if rule is not None:
            weaker, why = rule
            value, sure = combine(value, weaker), combine(sure, weaker)
            found.append(why)
    if asked:
        value, sure, why = combine(value, Certainty.UU), combine(sure, Certainty.UU), QUESTION
        found.append(why)
    return Local(value, sure, why, phrases, tuple(found))


def _is_month(word: Token) -> bool:
    """Whether a word read as a modal is a date, as happens in lower case: "on the evening of 24 | may two men were"."""
    if word.lower_ != "may" or not word.i:
        return False
    day = word.nbor(-1).text
    return day.isdecimal() and 1 <= int(day) <= DAYS


def _modal(token: Token, modal: Token | None, children: Sequence[Token], *, negated: bool) -> tuple[Certainty, str]:
    entry = None if modal is None else CUES.modals.get(modal.lower_)
    undoubted = modal is not None and modal.lower_ in {"could", "can"} and any(map(is_harmless, children))
    if modal is None or entry is None or undoubted:  # "there can be no doubt that"
        return (Certainty.CT_MINUS, "denied") if negated else (ANCHOR, "")
    if modal.lower_ in {"could", "can"} and _is_forestalled(token):
        return Certainty.CT_MINUS, f"'before … {modal.lower_}'"
    why = f"modal '{modal.lower_}'"
    perfect = any(c.dep_ in AUXILIARIES and c.lemma_ == "have" for c in children)
    if negated and (is_unreal(token) or _is_belied(token)):
        return ANCHOR, "contrary to fact"
    if negated:
        return entry.negated, f"{why}, denied"
    return _plain(token, entry, why, perfect=perfect)


def _plain(token: Token, entry: Modal, why: str, *, perfect: bool) -> tuple[Certainty, str]:
    """What a modal that is not denied makes of its verb."""
    if is_unreal(token):
        return Certainty.CT_MINUS, "contrary to fact"
    if perfect and entry.perfect is not None:
        return entry.perfect, why
    if entry.reported is not None and _is_reported(token):
        return entry.reported, why
    return entry.plain, why


def _is_forestalled(token: Token) -> bool:
    """Whether something came before what could then not be done: "shot down before it could reach the bridge"."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "before" for c in token.lefts)


def _is_reported(token: Token) -> bool:
    """Whether the clause stands where speech is reported: "said that they would", "a warning that they would"."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token.dep_ in {"ccomp", "acl", "parataxis"}


def _negators(token: Token, children: Sequence[Token]) -> Iterable[Token]:
    return (child for child in children if _negates(child, token))


def _negates(child: Token, token: Token) -> bool:
    """Whether a child of a verb denies it: "not", a negative subject or object, "nor", "no longer", "in no way"."""
    word, dep = child.lower_, child.dep_
    if dep == "neg" or (word in NEGATIONS and dep in {"advmod", "dep", "aux"}):
        return child.i + 1 == len(child.doc) or child.nbor().lower_ not in CUES.not_focus
    if dep in ARGUMENTS:
        return _is_negative(child, child.children, word) and word not in CUES.harmless
    if dep in {"preconj", "cc"}:
        return word in CUES.negative_conjunctions and child.i < token.i
    if dep in AUXILIARIES:  # "never | had they attacked it", "at no point | did they"
        return any(map(_is_negative_phrase, child.children)) or any(c.dep_ == "neg" for c in child.lefts)
    if (word in CUES.not_even["adverbs"] and dep == "advmod") or (word in CUES.negative_nouns and dep == "npadvmod"):
        return any(c.dep_ == "neg" or c.lower_ == "no" for c in child.lefts)  # "not | once", "no | way they did"
    return _is_negative_phrase(child) or (word == "longer" and dep == "advmod" and _before(child) == "no")


def is_harmless(noun: Token) -> bool:
    """ "No doubt", "no question": what is denied so is not denied."""
    return noun.lower_ in CUES.harmless and noun.dep_ in ARGUMENTS and _is_negative(noun, noun.children, noun.lower_)


def _is_negative(noun: Token, children: Iterable[Token], word: str) -> bool:
    if word in CUES.negative_pronouns:
        return not _is_nothing_but(noun)
    return _is_not_one(noun) or any(
        (c.dep_ in {"det", "neg"} and c.lower_ in CUES.negative_determiners)
        or (c.dep_ in {"preconj", "cc"} and c.lower_ == "neither" and c.i < noun.i)
        for c in children
    )


def _is_not_one(noun: Token) -> bool:
    """Whether a noun phrase is "not one of them", "not a shot", "not a single rebel"."""
    first = noun.left_edge
    return first.lower_ == "not" and first.i < noun.i and first.nbor().lower_ in CUES.not_even["determiners"]


def _is_nothing_but(noun: Token) -> bool:
    """Whether a pronoun denies all but one, which is so: "they are | nothing but robbers who loot"."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in {"but", "except"}


def _is_negative_phrase(preposition: Token) -> bool:
    """Whether a child is a phrase such as "under no circumstances" or "in no way"."""
    return preposition.dep_ == "prep" and any(
        c.dep_ == "pobj" and c.lower_ in CUES.negative_nouns and any(d.lower_ == "no" for d in c.children)
        for c in preposition.children
    )


def _is_odds(preposition: Token) -> bool:
    """Whether a child is the phrase "in all likelihood"."""
    if preposition.dep_ != "prep" or preposition.lower_ != "in":
        return False
    odds = (c for c in preposition.rights if c.lower_ in CUES.traits["odds"])
    return any(d.lower_ == "all" for c in odds for d in c.lefts)


def _before(token: Token) -> str:
    return token.nbor(-1).lower_ if token.i else ""


def _adverbs(token: Token, children: Sequence[Token]) -> tuple[Certainty, str] | None:
    """The first adverb that hedges, also one that stands before who did it ("killed, apparently by militiamen")."""
    if " ".join(t.lower_ for t in token.doc[max(token.i - 2, 0) : token.i]) in CUES.not_even["before"]:
        return Certainty.CT_MINUS, f"'{_before(token)}'"
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} or c.dep_ == "agent" for c in children)
    by = (c for child in (phrases_by(token) if passive else ()) for c in child.children if c.dep_ == "advmod")
    if any(_is_odds(child) for child in children):
        return Certainty.PR_PLUS, "'in all likelihood'"
    for child in (*children, *by):
        value = CUES.adverbs.get(child.lower_)
        if value is not None and child.dep_ in ADVERBIALS and child.lower_ not in NEGATIONS:
            return value, f"adverb '{child.lower_}'"
    return None


def _marks(token: Token, children: Sequence[Token]) -> tuple[Certainty, str] | None:
    """What is read off how a deed was done is likely: "bears the hallmarks of the front"."""
    listed = CUES.traits
    for child in children if token.lemma_ in listed["bearing"] else ():
        if child.dep_ == "dobj" and child.lemma_.lower() in listed["marks"]:
            return Certainty.PR_PLUS, f"'{child.lower_}'"
    for child in children if token.lemma_ in listed["looking"] else ():
        if child.lower_ == "like" and any(c.lemma_ in listed["works"] for c in child.children):
            return Certainty.PR_PLUS, "'like the work of'"
    return None


def _imperative(token: Token, children: Sequence[Token]) -> tuple[Certainty, str] | None:
    if is_command(token):
        return Certainty.UU, "command"
    if token.tag_ != "VB" or token.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return None
    if any(c.dep_ in SUBJECTS or (c.dep_ == "aux" and c.lemma_ != "do") for c in children):
        return None
    above = token.head
    if token.dep_ != "ROOT" and (above.tag_ != "VB" or any(c.dep_ in {*SUBJECTS, "aux"} for c in above.children)):
        return None
    return Certainty.UU, "command"


def _condition(token: Token, children: Sequence[Token]) -> tuple[Certainty, str] | None:
    """What depends on a condition; one put before "he said" limits what was said, not the saying."""
    if is_unreal(token) or _is_uttered(token) or _is_belied(token):
        return None
    said = next((c for c in children if c.dep_ == "ccomp" and c.i < token.i), None)
    found = any(c.dep_ == "advcl" and is_condition(c) and (said is None or c.i > token.i) for c in children)
    above = token.head
    if token.dep_ == "ccomp" and token.i < above.i:
        found = found or any(c.dep_ == "advcl" and c.i < token.i and is_condition(c) for c in above.lefts)
    return (Certainty.UU, DEPENDS) if found else None


def _alternative(token: Token, children: Sequence[Token]) -> tuple[Certainty, str] | None:
    """One of two clauses of which only one will be so: "either they leave, he said, or his army attacks"."""
    first = token.head if token.dep_ == "conj" else token
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    either = next((c for c in first.lefts if c.lower_ == "either" and c.dep_ in {"preconj", "cc", "advmod"}), None)
    other = any(c.lower_ == "or" and c.dep_ == "cc" for c in (*first.rights, *children))
    if subject is None or either is None or not other or either.i > subject.i:
        return None
    return Certainty.UU, "'either … or'"


UTTERED = frozenset({"threaten", "warn", "promise", "pledge", "vow", "offer"})
"""Verbs of words that are said, on whatever condition: "threatened them with death | unless they left"."""


def _is_uttered(token: Token) -> bool:
    """Whether such words were said, or are: no modal, no bare verb."""
    if token.lemma_ not in UTTERED or token.tag_ not in {"VBD", "VBN", "VBZ"}:
        return False
    return all(c.tag_ not in {"MD", "TO"} for c in token.lefts if c.dep_ in AUXILIARIES)


def _is_as_long(mark: Token) -> bool:
    """Whether it is the second word of "as long as": of what still holds, a condition; of the past, a time."""
    return mark.i > 1 and mark.nbor(-1).lower_ == "long" and mark.nbor(-2).lower_ in {"as", "so"}


CONDITIONAL = frozenset({"would", "could", "might", "'d"})
"""Modals of what would be so on some condition."""

LACKING = frozenset({"without", "for"})
"""Prepositions of what kept a thing from being done: "without | the guards", "but | for | the snow"."""


def is_unreal(token: Token) -> bool:
    """Whether it would have been done only if something had been otherwise.

    "They would have | killed | him had he come".
    """
    words = {c.lower_ for c in token.lefts if c.dep_ in AUXILIARIES}
    if "have" not in words or not words & CONDITIONAL:
        return False
    return any(_is_unmet(c) for c in token.children) or any(_is_lack(c) for c in token.lefts)


def _is_belied(token: Token) -> bool:
    """Whether a deed shows that its doer did not mean it: "if they wanted peace, they would not have | mined | it"."""
    words = {c.lower_ for c in token.lefts if c.dep_ in AUXILIARIES}
    if "have" not in words or not words & CONDITIONAL or all(c.dep_ != "neg" for c in token.lefts):
        return False
    return any(_is_pretended(c) for c in token.children if c.dep_ in {"advcl", "ccomp"} and is_condition(c))


def _is_pretended(clause: Token) -> bool:
    """Whether a condition in the past is that somebody means or minds something: "if they | cared | about it"."""
    helped = any(c.dep_ in AUXILIARIES and c.lower_ != "did" for c in clause.lefts)
    past = clause.tag_ == "VBD" or any(c.lower_ == "did" for c in clause.lefts)
    return past and not helped and clause.lemma_ in CUES.traits["minding"]


def _is_unmet(clause: Token) -> bool:
    """Whether a clause is a condition that was not met: "if he had come", "had he come"."""
    had = any(c.lower_ in {"had", "'d"} and c.dep_ in AUXILIARIES for c in clause.lefts)
    return clause.dep_ in {"advcl", "ccomp"} and had and is_condition(clause)


def _is_lack(preposition: Token) -> bool:
    """Whether a phrase tells what kept it from being done: "without the guards", "but for the snow"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in LACKING:
        return False
    return preposition.lower_ == "without" or _before(preposition) == "but"


def is_condition(token: Token) -> bool:
    """Whether an adverbial clause says on what condition: "if", "unless", "had they attacked"."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    for child in token.lefts:
        if child.dep_ == "mark" and CUES.marks.get(child.lower_) == "condition":
            return _before(child) not in {"as", "even"}
        if child.dep_ == "mark" and child.lower_ == "as" and _is_as_long(child) and token.tag_ not in {"VBD", "VBN"}:
            return True
        inverted = child.dep_ in AUXILIARIES and child.lower_ in {"had", "should", "were"}
        if inverted and subject is not None and child.i < subject.i:
            return True
    return False
