"""One step up the parse: what a clause or a name of an event stands under, and what that does to its truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from allege.claim import Certainty
from allege.extract.certainty import local
from allege.extract.certainty.lexicon import CUES, DEFAULTS, SIGNATURES, Signature, signature
from allege.extract.certainty.local import SUBJECTS
from allege.extract.wordlists import word_list

PASS = signature("", "+/-")
GIVEN = signature("", "F")
ADJUNCT = signature("", "+")
OPEN = signature("", "u")
HAD_TO = signature("implicative", "+/u")
COPULAS = frozenset(
    {"be", "seem", "appear", "become", "look", "remain", "sound", "get", "'s", "make", "find", "think", "consider"}
)
SPEAKERS = frozenset({"i", "we"})
UNDERGONE = word_list("undergone")
HARMING = frozenset({"kill", "wound", "injure", "maim", "destroy", "damage", "hit", "leave", "force", "displace"})
IMPERSONAL = frozenset({"it", "there", "this", "that", "these", "which"})


@dataclass(frozen=True, slots=True)
class Step:
    """From a token to what governs it; None at the root.

    `joins`: from a conjunct to the first one, whose place it takes; `shares`: with the first one's negation and modals.
    """

    governor: Token | None
    signature: Signature = PASS
    why: str = ""
    form: str = ""
    joins: bool = False
    shares: bool = False


ROOT = Step(None)


def step_up(token: Token) -> Step:
    """The step from a token to what governs it."""
    if token.head.i == token.i:
        return ROOT
    return _noun_step(token) if local.is_noun(token) else _verb_step(token)


def form_of(token: Token) -> str:
    """The shape of a clause, as signatures.toml names it."""
    finite = False
    for child in token.lefts:
        word = child.lower_
        if child.dep_ == "mark" and word in {"whether", "if"}:
            return "whether"
        if child.dep_ == "aux" and child.tag_ == "TO":
            return "to"
        finite = finite or (child.dep_ in {"aux", "auxpass"} and child.tag_ in {"MD", "VBD", "VBZ", "VBP"})
    if finite:
        return "that"
    return {"VBG": "ing", "VB": "bare"}.get(token.tag_, "that")


def lookup(governor: Token, form: str) -> Signature | None:
    """The signature of a word for a form of complement; particles count ("call off")."""
    lemma = governor.lemma_.lower()
    particle = next((c for c in governor.rights if c.dep_ == "prt"), None)
    found = SIGNATURES.get((f"{lemma} {particle.lower_}", form)) if particle is not None else None
    found = found or SIGNATURES.get((lemma, form))
    if found is not None and found.own is not None and _is_own(governor, form):
        return found.own
    return found


def _is_own(governor: Token, form: str) -> bool:
    """Whether the author speaks for himself or nobody in particular does: "I think", "it is believed", "a belief"."""
    verbal = governor.pos_ in {"VERB", "AUX"}
    clause = governor if verbal else _verb_over(governor)
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
    if subject is None:
        return not verbal or (clause.dep_ == "ROOT" and clause.i == clause.sent.start)
    if subject.lower_ in SPEAKERS or (not verbal and subject.lower_ in IMPERSONAL):
        return True
    return subject.dep_ in {"nsubjpass", "csubjpass"} and (subject.lower_ == "it" or form not in {"that", "ing", "np"})


def _verb_over(token: Token) -> Token:
    for _ in range(4):
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            break
        token = token.head
    return token


def _named(found: Signature, governor: Token) -> str:
    return f"{found.name} '{governor.lemma_.lower()}'" if found.name else ""


def _governed(governor: Token, form: str, default: str | None = None) -> Step:
    found = lookup(governor, form)
    if found is None:
        usual = DEFAULTS[default or form]
        return Step(governor, usual, "" if usual.presupposed else f"under '{governor.lemma_.lower()}'", form)
    return Step(governor, found, _named(found, governor), form)


def _predicate(governor: Token) -> Token:
    """The adjective or noun that a copula links, where there is one: "is possible"."""
    if governor.lemma_.lower() not in COPULAS:
        return governor
    return next((c for c in governor.rights if c.dep_ in {"acomp", "attr", "oprd"}), governor)


def _verb_step(token: Token) -> Step:
    rule = VERB_RULES.get(token.dep_)
    if rule is not None:
        return rule(token)
    return Step(token.head, GIVEN if token.dep_ in BY_THE_WAY else PASS, form=token.dep_)


def _conjunct(token: Token) -> Step:
    first = token.head
    own_subject = any(c.dep_ in SUBJECTS for c in token.children)
    own_aux = any(c.dep_ in {"aux", "auxpass", "neg"} for c in token.lefts)
    finite = token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    alike = not finite or (first.tag_ == token.tag_ and _only_negated_subject(first))
    shares = not own_subject and not own_aux and alike
    words = {c.lower_ for c in first.rights if c.dep_ == "cc" and c.i < token.i}
    if "than" in words:
        return Step(first, signature("", "-/u"), "'rather than'", "than")
    contrast = bool(words & {"but", "yet"})
    return Step(first, PASS, form="conj", joins=True, shares=shares and not contrast)


def _only_negated_subject(first: Token) -> bool:
    """Whether a finite first conjunct can be denied only through its subject ("nobody came or called")."""
    return not any(c.dep_ in {"aux", "neg"} for c in first.lefts)


def _ccomp(token: Token) -> Step:
    governor, form = token.head, form_of(token)
    if _is_beside(token, governor):
        return ROOT
    target = _predicate(governor)
    if target.i == governor.i and governor.lemma_.lower() == "be":
        subject = next((c for c in governor.lefts if c.dep_ in SUBJECTS), None)
        if subject is None or subject.pos_ == "PRON" or lookup(subject, form) is None:
            return Step(governor, PASS, form=form)
        target = subject
    step = _governed(target, form)
    return Step(governor, step.signature, step.why, form)


def _is_beside(token: Token, governor: Token) -> bool:
    """Whether two clauses only stand side by side: a semicolon parts them, or the second tells something of its own."""
    if token.i > governor.i:
        return False
    if any(c.text == ";" and token.i < c.i < governor.i for c in (*governor.children, *token.children)):
        return True
    if governor.lemma_.lower() in UNDERGONE:  # "Drone hits bus, six killed"
        return True
    tells = any(c.dep_ in {"ccomp", "dobj"} and c.i > governor.i for c in governor.children)
    return tells and any(c.dep_ in SUBJECTS for c in governor.lefts)


def _xcomp(token: Token) -> Step:
    governor, form = token.head, form_of(token)
    if token.pos_ not in {"VERB", "AUX"} and form != "to":
        return Step(governor, PASS, form="predicate")
    if form == "to" and governor.lemma_ in {"have", "be"} and any(c.lower_ == "yet" for c in governor.children):
        return Step(governor, signature("negative implicative", "-"), "'yet to'", form)
    if form == "to" and governor.pos_ == "ADJ" and any(c.lower_ == "too" for c in governor.lefts):
        return Step(governor, signature("negative implicative", "-"), "'too … to'", form)
    if form == "to" and _had_to(governor):
        return Step(governor, HAD_TO, "'had to'", form)
    step = _governed(_predicate(governor), form if form != "that" else "ing")
    return Step(governor, step.signature, step.why, form)


def _had_to(verb: Token) -> bool:
    """Whether an infinitive hangs on the past "had": what somebody had to do, they did ("had to fire six rounds")."""
    return verb.lower_ == "had" and verb.tag_ == "VBD" and not any(c.dep_ == "dobj" for c in verb.children)


def _clausal_subject(token: Token) -> Step:
    governor, form = token.head, form_of(token)
    if form == "ing" and any(c.dep_ == "nsubj" and c.i > token.i for c in governor.lefts):
        return Step(governor, ADJUNCT, form="participle")  # "describing it as unfair, the mayor said"
    if form in {"to", "ing", "bare"}:
        return Step(governor, OPEN, f"{form} clause as subject", form)
    found = lookup(_predicate(governor), "that") or GIVEN
    return Step(governor, found, _named(found, _predicate(governor)), form)


def _gerund(token: Token) -> Step:
    """A gerund as subject names what could be done; where it did harm, it was done ("shelling killed nine")."""
    verb = token.head
    did = verb.lemma_ in HARMING and verb.tag_ in {"VBD", "VBN", "VBZ"} and any(c.dep_ == "dobj" for c in verb.rights)
    return Step(verb, PASS if did else OPEN, "" if did else "gerund as subject", form="subject")


def _mark(token: Token) -> str:
    """The word that opens a subordinate clause; empty where there is none."""
    for child in token.lefts:
        if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB"):
            return child.lower_
        if child.dep_ == "prep" and child.lower_ == "in" and any(c.lower_ == "case" for c in child.rights):
            return "in case"
    return ""


def _adverbial(token: Token) -> Step:
    governor, form, mark = token.head, form_of(token), _mark(token)
    if local.is_condition(token) or mark in {"if", "in case"}:
        return Step(governor, OPEN, f"condition '{mark or 'had'}'", "condition")
    if form == "to":
        found = lookup(_predicate(governor), "to")
        return Step(governor, found or OPEN, _named(found, _predicate(governor)) if found else "purpose", "purpose")
    signature_, why, name = _joined_by(token, mark, form)
    return Step(governor, signature_, why, name)


def _joined_by(token: Token, mark: str, form: str) -> tuple[Signature, str, str]:
    """What a subordinate clause with neither condition nor purpose is worth, why, and the name of its shape."""
    if mark == "than" and any(c.lower_ == "rather" for c in token.children):
        return signature("", "-/u"), "'rather than'", "than"
    if not mark and form == "ing":
        return ADJUNCT, "", "participle"
    if CUES.marks.get(mark) == "time" and not _is_past(token):
        return ADJUNCT, f"lies ahead, '{mark}'", "time"
    if mark == "so":
        return ADJUNCT, "'so that'", "purpose"
    return GIVEN, "", "because" if mark else "adverbial"


def _is_past(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBN"} or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in token.lefts)


def _is_generic(noun: Token) -> bool:
    words = {c.lower_ for c in noun.lefts if c.dep_ == "det"}
    return noun.lower_ in CUES.generic_heads or bool(words & CUES.generic_determiners)


def _relative(token: Token) -> Step:
    noun = token.head
    if form_of(token) == "to":
        return Step(noun, OPEN, "infinitive of purpose", "to")
    if _is_cleft(noun):
        return Step(noun, PASS, form="cleft")
    if _is_generic(noun):
        return Step(noun, OPEN, f"whoever it may be: '{noun.lower_}'", "relative")
    return Step(noun, _described(token, noun), form="relative")


def _is_cleft(noun: Token) -> bool:
    """Whether the clause on a noun is the sentence's own: "it was the rebels who burned it", "was it they who …?"."""
    verb = noun.head
    return (
        noun.dep_ == "attr"
        and verb.lemma_ == "be"
        and any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in verb.children)
    )


def _described(token: Token, noun: Token) -> Signature:
    """What is told of something known, or as past, is taken for granted; else it is as real as the thing itself."""
    return GIVEN if _is_past(token) or local.is_definite(noun) else ADJUNCT


def _noun_complement(token: Token) -> Step:
    noun, form = token.head, form_of(token)
    if form == "to" and noun.lower_ == "order" and noun.head.lower_ == "in":
        return Step(noun, OPEN, "purpose", "purpose")
    if form in {"to", "whether"}:
        return _governed(noun, form)
    if form == "that" and any(c.dep_ == "mark" for c in token.lefts):
        return _governed(noun, "that")
    return Step(noun, _described(token, noun), form="participle")


def _preposition(preposition: Token) -> tuple[str, Token]:
    """The words of a preposition, with what belongs to it ("instead of"), and the word that it depends on."""
    words, governor = preposition.lower_, preposition.head
    if preposition.i:
        before = preposition.nbor(-1)
        joined = f"{before.lower_} {words}"
        if joined in CUES.prepositions:
            return joined, governor
        if words == "of" and governor.dep_ == "pobj":
            start = max(governor.i - 2, 0)
            longer = " ".join(t.lower_ for t in preposition.doc[start : preposition.i + 1])
            for phrase in CUES.prepositions:
                if " " in phrase and longer.endswith(phrase):
                    return phrase, governor.head.head
    return words, governor


def _after_preposition(token: Token) -> Step:
    preposition = token.head
    words, governor = _preposition(preposition)
    if words in CUES.prepositions:
        return Step(governor, Signature("", CUES.prepositions[words], Certainty.UU), f"'{words}'", "preposition")
    if governor.i == preposition.i:
        return Step(None, PASS, form="preposition")
    noun, form = local.is_noun(token), words
    found = lookup(_predicate(governor), form)
    if found is None and governor.dep_ in {"dobj", "nsubjpass"} and (governor.head.lemma_.lower(), form) in SIGNATURES:
        governor = governor.head  # "accused | the rebels of attacking": the parser took "of" to the noun
        found = lookup(governor, form)
    if noun and local.is_definite(token) and (found is None or found.presupposes):
        return Step(governor, GIVEN, form="definite")
    if found is not None:
        return Step(governor, found, _named(found, _predicate(governor)), form)
    return Step(governor, _preposition_default(words, governor, noun=noun), form=f"after {words}")


def _preposition_default(words: str, governor: Token, *, noun: bool) -> Signature:
    if governor.pos_ in {"NOUN", "PROPN"}:
        if noun or words not in {"of", "for", "about", "to"}:
            return signature("", "+/u")
        return OPEN
    if words in {"after", "since", "despite", "following", "upon", "on", "during", "while", "before"}:
        return GIVEN
    if words in {"of", "about", "against"} and not noun:
        return OPEN
    return signature("", "+/u") if noun else PASS


def _noun_step(token: Token) -> Step:
    rule = NOUN_RULES.get(token.dep_)
    return Step(token.head, PASS, form=token.dep_) if rule is None else rule(token)


def _noun_object(token: Token) -> Step:
    """A noun after a preposition; after a particle that the parser took for one ("called off the attack") an object."""
    if token.head.dep_ == "prt":
        return _object(token, token.head.head)
    return _after_preposition(token)


def _subject(token: Token) -> Step:
    governor = token.head
    target = _predicate(governor)
    found = lookup(target, "subject")
    if found is None and governor.lemma_ == "be" and target.i == governor.i:
        return Step(governor, PASS, form="subject")
    if found is None:
        return Step(governor, GIVEN if local.is_definite(token) else DEFAULTS["subject"], form="subject")
    return Step(governor, found, _named(found, target), "subject")


def _object(token: Token, governor: Token | None = None) -> Step:
    governor = governor or token.head
    found = lookup(governor, "np")
    if found is not None and _is_had(token, governor):
        return Step(governor, GIVEN, form="definite")
    if local.is_definite(token) and (found is None or found.presupposes):
        return Step(governor, GIVEN, form="definite")
    if found is None:
        return Step(governor, DEFAULTS["np"], form="np", why=f"under '{governor.lemma_.lower()}'")
    return Step(governor, found, _named(found, governor), "np")


def _is_had(noun: Token, verb: Token) -> bool:
    """Whether an act is spoken of as done: "was not aimed at", "was intended to", "was planned and carried out"."""
    if noun.dep_ != "nsubjpass":
        return False
    if verb.lemma_ in PURPOSED and local.is_definite(noun):
        return any(c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ in {"at", "against", "as"}) for c in verb.rights)
    done = [c for c in verb.rights if c.dep_ == "conj" and c.lemma_ in DONE]
    return bool(done) and not any(
        c.dep_ in {"neg", "aux", "nsubjpass"} for v in (verb, *done) for c in v.lefts if c.i != noun.i
    )


PURPOSED = frozenset({"aim", "intend", "design", "mean", "direct"})
DONE = frozenset({"carry", "execute", "perpetrate", "commit"})
"""Verbs after "planned and" under which what was planned has happened."""

BY_THE_WAY = frozenset({"amod", "parataxis", "appos", "compound", "nmod", "meta", "intj", "punct", "poss", "mark"})
VERB_RULES: Mapping[str, Callable[[Token], Step]] = {
    "conj": _conjunct,
    "ccomp": _ccomp,
    "xcomp": _xcomp,
    "csubj": _clausal_subject,
    "csubjpass": _clausal_subject,
    "pcomp": _after_preposition,
    "pobj": _after_preposition,
    "agent": _after_preposition,
    "advcl": _adverbial,
    "relcl": _relative,
    "acl": _noun_complement,
    "nsubj": _gerund,
    "nsubjpass": lambda token: Step(token.head, OPEN, "gerund as subject", form="subject"),
    "dobj": lambda token: _governed(token.head, "ing"),
}
NOUN_RULES: Mapping[str, Callable[[Token], Step]] = {
    "conj": lambda token: Step(token.head, PASS, form="conj", joins=True, shares=True),
    "pobj": _noun_object,
    "pcomp": _noun_object,
    "compound": lambda token: _governed(token.head, "compound"),
    "nmod": lambda token: _governed(token.head, "compound"),
    "amod": lambda token: _governed(token.head, "compound"),
    "poss": lambda token: Step(token.head, GIVEN, form="poss"),
    "nsubj": _subject,
    "csubj": _subject,
    "dobj": _object,
    "nsubjpass": _object,
    "dative": _object,
}
