"""The step from a clause to what it hangs on: as complement, subject, conjunct, adverbial or relative clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from allege.claim import Certainty
from allege.extract.certainty import local
from allege.extract.certainty.clause_forms import (
    asks_which,
    is_cleft,
    is_come_upon,
    is_found_so,
    is_let,
    is_one_of_several,
    is_past,
    is_thwarted,
    is_told_beside,
    wrong_to_say,
)
from allege.extract.certainty.governing import (
    by_few,
    form_of,
    governed,
    grounds_of,
    is_undeniable,
    lookup,
    named,
    predicate,
)
from allege.extract.certainty.lexicon import CUES, Signature, signature
from allege.extract.certainty.local import CONDITIONAL, SUBJECTS
from allege.extract.certainty.phrase_steps import after_preposition
from allege.extract.certainty.spoken import is_acted_out
from allege.extract.certainty.step import ADJUNCT, GIVEN, OPEN, PASS, ROOT, Step
from allege.extract.roles.control import HARMFUL, STRUCK
from allege.extract.roles.voice import is_caused
from allege.extract.wordlists import word_list

UNREAL = Signature("counterfactual", Certainty.CT_MINUS, Certainty.CT_MINUS, presupposed=True)
"""What a condition is worth that is contrary to fact."""

CAUSED = signature("implicative", "+/-")
HAD_TO = signature("implicative", "+/u")
FEW_DOUBT = signature("few doubt", "PR+")
UNDERGONE = word_list("undergone")
HARMING = word_list("harming")


def clause_step(token: Token) -> Step:
    """The step from a clause to what governs it."""
    rule = VERB_RULES.get(token.dep_)
    if rule is not None:
        return rule(token)
    return Step(token.head, GIVEN if token.dep_ in BY_THE_WAY else PASS, form=token.dep_)


def _conjunct(token: Token) -> Step:
    first = token.head
    own_subject = any(c.dep_ in SUBJECTS for c in token.children)
    own_aux = any(c.dep_ in {"aux", "auxpass", "neg"} for c in token.lefts)
    finite = token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    alike = not finite or (first.tag_ == token.tag_ and _only_negated_subject(first)) or _goes_on(token, first)
    shares = not own_subject and not own_aux and alike
    words = {c.lower_ for c in first.rights if c.dep_ == "cc" and c.i < token.i}
    if "than" in words:
        return Step(first, signature("", "-/u"), "'rather than'", "than")
    if local.is_condition(token):  # "when and | if it bombs the dam"
        return Step(first, OPEN, "condition", "condition")
    contrast = bool(words & {"but", "yet"})
    return Step(first, PASS, form="conj", joins=True, shares=shares and not contrast)


def _goes_on(token: Token, first: Token) -> bool:
    """Whether what looks like a past tense is the second of two participles: "may have killed nine and | hurt six"."""
    return token.tag_ == "VBD" and first.tag_ == "VBN" and any(c.lemma_ == "have" for c in first.lefts)


def _only_negated_subject(first: Token) -> bool:
    """Whether a finite first conjunct can be denied only through its subject ("nobody came or called")."""
    return not any(c.dep_ in {"aux", "neg"} for c in first.lefts)


def _ccomp(token: Token) -> Step:
    governor = token.head
    if _is_supposed(token, governor):
        return _adverbial(token)
    if _is_beside(token, governor):
        return ROOT
    if is_come_upon(token, governor):
        return Step(governor, GIVEN, f"'to {governor.lower_}'", "that")
    if is_caused(token):
        return Step(governor, CAUSED, f"'{governor.lower_}' it done", "small")
    wrong = wrong_to_say(governor)
    if wrong is not None and form_of(token) != "whether":
        return governed(wrong, "that")
    return _told(token, governor, form_of(token))


def _told(token: Token, governor: Token, form: str) -> Step:
    """The step from a clause to the word whose content it is."""
    target = predicate(governor)
    if target.i == governor.i and governor.lemma_.lower() == "be":
        subject = next((c for c in governor.lefts if c.dep_ in SUBJECTS), None)
        if subject is None or subject.pos_ == "PRON" or lookup(subject, form) is None:
            return Step(governor, PASS, form=form)
        target = subject
    if is_undeniable(target):
        return Step(governor, FEW_DOUBT if by_few(target) else GIVEN, "nobody denies it", form)
    if asks_which(token) and _tells_whether_known(target):
        return Step(governor, GIVEN, form="which")
    if _is_behind_when(token, governor) and lookup(target, form) is None:
        return Step(governor, GIVEN, form="adverbial")
    wish = form == "bare" and is_let(governor)
    step = Step(governor, OPEN, "'let'") if wish else governed(target, form)
    return Step(governor, step.signature, step.why, form)


def _is_supposed(token: Token, governor: Token) -> bool:
    """Whether a clause before another, read as what that tells, is its condition: "had they | come |, it would"."""
    conditional = any(c.dep_ == "aux" and c.lower_ in CONDITIONAL for c in governor.lefts)
    return token.i < governor.i and conditional and local.is_condition(token)


def _is_behind_when(token: Token, governor: Token) -> bool:
    """Whether what is read as a complement is told by the way: "it began | when the guerrillas … attacked the post"."""
    between = token.doc[governor.i + 1 : token.i]
    return is_past(token) and any(t.tag_ == "WRB" and t.lower_ == "when" for t in between)


KNOWN = frozenset({"turns out", "shown", "uncertain"})
"""Signatures of words that tell whether something is known: "clear", "unknown"."""


def _tells_whether_known(word: Token) -> bool:
    found = lookup(word, "that")
    return found is not None and found.name in KNOWN


def _is_beside(token: Token, governor: Token) -> bool:
    """Whether two clauses only stand side by side: a semicolon parts them, or the second tells something of its own."""
    if token.i > governor.i:
        return False
    if any(c.text == ";" and token.i < c.i < governor.i for c in (*governor.children, *token.children)):
        return True
    if governor.lemma_.lower() in UNDERGONE or governor.lower_ == "dead":  # "Drone hits bus, six killed"
        return True
    if _is_run_on(token, governor) or is_told_beside(token, governor):
        return True
    tells = any(c.dep_ in {"ccomp", "dobj"} and c.i > governor.i for c in governor.children)
    tells = tells or governor.lemma_ in FLEEING  # "jets bombed it, residents | fled"
    return tells and any(c.dep_ in SUBJECTS for c in governor.lefts)


FLEEING = frozenset({"flee", "leave", "run", "hide", "return", "die", "escape", "scatter"})
"""Verbs of what people do when something happens, by which nobody says that it did."""


def _is_run_on(token: Token, governor: Token) -> bool:
    """Whether two passives stand in a row: "two chapels were torched, a priest was dragged out": nobody says it."""
    passives = all(any(c.dep_ == "nsubjpass" for c in verb.lefts) for verb in (token, governor))
    return passives and lookup(governor, form_of(token)) is None


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
    came = governor.lemma_ == "come" and any(c.dep_ == "prep" and c.i < token.i for c in governor.rights)
    if form == "to" and (came or (governor.lower_ in NEAR and _is_cut_short(token))):
        return Step(governor, OPEN, f"'{governor.lower_} … to'", form)  # "came to the fort | to execute him"
    step = governed(predicate(governor), form if form != "that" else "ing")
    return Step(governor, step.signature, step.why, form)


NEAR = frozenset({"about", "poised", "set", "due", "ready", "going"})
"""Words of what is near to being done: "was | about | to shoot him when guards came"."""


def _is_cut_short(deed: Token) -> bool:
    """Whether something came between what was about to be done and the doing: "… | when | guards overpowered him"."""
    word = deed.head
    be = word if word.pos_ in {"VERB", "AUX"} else word.head
    if not is_past(be):
        return False
    if be.dep_ == "advcl" and _mark(be) == "as":
        return True  # "just as he was about to fire, a guard shot him"
    clauses = (c for over in {be, word, deed} for c in over.rights if c.dep_ == "advcl" and c.i > deed.i)
    return any(_mark(c) == "when" and is_past(c) for c in clauses)


def _had_to(verb: Token) -> bool:
    """Whether an infinitive hangs on the past "had": what somebody had to do, they did ("had to fire six rounds")."""
    return verb.lower_ == "had" and verb.tag_ == "VBD" and not any(c.dep_ == "dobj" for c in verb.children)


def _clausal_subject(token: Token) -> Step:
    governor, form = token.head, form_of(token)
    if form == "ing" and any(c.dep_ == "nsubj" and c.i > token.i for c in governor.lefts):
        return Step(governor, ADJUNCT, form="participle")  # "describing it as unfair, the mayor said"
    if form in {"to", "ing", "bare"}:
        return Step(governor, OPEN, f"{form} clause as subject", form)
    if form == "whether":
        return Step(governor, OPEN, "indirect question", form)
    if asks_which(token) and _tells_whether_known(predicate(governor)):
        return Step(governor, GIVEN, form="which")
    found = lookup(predicate(governor), "that") or GIVEN
    return Step(governor, found, named(found, predicate(governor)), form)


def _gerund(token: Token) -> Step:
    """A gerund as subject names what could be done; where it did harm, it was done ("shelling killed nine")."""
    verb = token.head
    if token.tag_ == "VBN" and any(c.dep_ in {"nummod", "det"} for c in token.lefts):
        return Step(verb, GIVEN, form="subject")  # "at least 15 wounded came in": people
    did = (
        token.dep_ == "nsubj"
        and verb.lemma_ in HARMING
        and verb.tag_ in {"VBD", "VBN", "VBZ"}
        and any(c.dep_ == "dobj" for c in verb.rights)
    )
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
    if mark == "that" and governor.pos_ == "ADJ":
        return _ccomp(token)  # "think it unlikely | that they attacked"
    if _never_was(token, mark):
        return Step(governor, UNREAL, "never was so", "condition")
    if local.is_condition(token) or mark in {"if", "in case"}:
        return Step(governor, OPEN, f"condition '{mark or 'had'}'", "condition")
    grounds = grounds_of(token)
    if form == "to" and grounds is None and any(c.dep_ == "ccomp" and is_come_upon(c, token) for c in token.rights):
        grounds = governor
    if form == "to" and grounds is None and is_acted_out(token) and token.lemma_ in MARCHED_FOR:
        grounds = governor  # "gathered | to protest | against the tax": and did so
    if form == "to" and grounds is not None:
        return Step(grounds, PASS, form=form)
    if form == "to":
        found = lookup(predicate(governor), "to")
        return Step(governor, found or OPEN, named(found, predicate(governor)) if found else "purpose", "purpose")
    signature_, why, name = _joined_by(token, mark, form)
    return Step(governor, signature_, why, name)


MARCHED_FOR = frozenset({"protest", "demonstrate", "rally", "denounce", "condemn", "oppose", "demand", "mourn", "mark"})
"""What people do by coming together for it."""


def _is_outcome(participle: Token) -> bool:
    """Whether it tells what an attack did, as sure as the attack is: "denied that it shelled it, | killing nine"."""
    attack = participle.head
    attacks = attack.lemma_ in STRUCK or attack.lemma_ in HARMFUL
    return participle.lemma_ in HARMING and attacks and attack.i < participle.i


def _never_was(token: Token, mark: str) -> bool:
    """Whether a condition is told to be contrary to fact: "had they not shelled it, it | would have | stood"."""
    had = token.tag_ == "VBN" and any(c.lower_ == "had" and c.dep_ == "aux" for c in token.lefts)
    had = had or (mark == "" and any(c.lower_ == "had" and c.dep_ == "aux" for c in token.lefts))
    words = {c.lower_ for c in token.head.lefts if c.dep_ in {"aux", "auxpass"}}
    return had and mark in {"", "if"} and local.is_condition(token) and "have" in words and bool(words & CONDITIONAL)


def _joined_by(token: Token, mark: str, form: str) -> tuple[Signature, str, str]:
    """What a subordinate clause with neither condition nor purpose is worth, why, and the name of its shape."""
    if mark == "than" and any(c.lower_ == "rather" for c in token.children):
        return signature("", "-/u"), "'rather than'", "than"
    if not mark and form == "ing":
        return PASS if _is_outcome(token) else ADJUNCT, "", "participle"
    if CUES.marks.get(mark) == "time" and (not is_past(token) or _is_present(token)):
        return OPEN if mark in UNTIL else ADJUNCT, f"lies ahead, '{mark}'", "time"
    if mark == "so":
        return ADJUNCT, "'so that'", "purpose"
    return GIVEN, "", "because" if mark else "adverbial"


UNTIL = frozenset({"until", "till"})


def _is_present(token: Token) -> bool:
    """Whether a passive is told of what is, or will be: "until they | are defeated"."""
    helpers = {c.lower_ for c in token.lefts if c.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"is", "are", "'s", "'re"}) and not helpers & {"have", "has", "had", "been"}


def _is_generic(noun: Token) -> bool:
    words = {c.lower_ for c in noun.lefts if c.dep_ == "det"}
    return noun.lower_ in CUES.generic_heads or bool(words & CUES.generic_determiners)


def _relative(token: Token) -> Step:
    noun = token.head
    if form_of(token) == "to":
        held = grounds_of(token) is not None or is_one_of_several(token, noun)
        return Step(noun, PASS, form="to") if held else Step(noun, OPEN, "infinitive of purpose", "to")
    named = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "it was members of | it"
    if is_cleft(named):
        return Step(named, PASS, form="cleft")
    if noun.lemma_.lower() in CUES.hearsay and any(c.dep_ == "mark" for c in token.lefts):
        return _noun_complement(token)  # "the allegation | that troops burned it", read as a relative clause
    if _is_weighed(noun, token) and any(c.dep_ == "dobj" for c in token.rights):
        return _noun_complement(token)  # "no sign | the guards shot him", read so, too
    if _is_generic(noun) or _on_condition(noun):
        return Step(noun, OPEN, f"whatever may be: '{noun.lower_}'", "relative")
    return Step(noun, _described(token, noun), form="relative")


SUPPOSED = frozenset({"event", "condition", "assumption", "understanding", "proviso"})


def _on_condition(noun: Token) -> bool:
    """Whether a noun says on what condition: "in the | event | that they attack", "on | condition | that they go"."""
    return noun.lower_ in SUPPOSED and noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on", "under"}


def _described(token: Token, noun: Token) -> Signature:
    """What is told of something known, or as past, is taken for granted; else it is as real as the thing itself."""
    return GIVEN if is_past(token) or local.is_definite(noun) else ADJUNCT


def _noun_complement(token: Token) -> Step:
    noun, form = token.head, form_of(token)
    if (form == "to" and noun.lower_ == "order" and noun.head.lower_ == "in") or _on_condition(noun):
        return Step(noun, OPEN, "purpose" if form == "to" else f"condition '{noun.lower_}'", "purpose")
    if form == "to" and (grounds_of(token) is not None or is_thwarted(noun)):
        return Step(noun, PASS, form=form)
    if form in {"to", "whether"}:
        return governed(noun, form)
    told = any(c.dep_ == "mark" for c in token.lefts)
    if form == "that" and (told or _is_weighed(noun, token)):
        return governed(noun, form)
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and not local.is_definite(noun):
        return Step(noun, ADJUNCT, form="participle")  # "may have been set off by a mine | laid by rebels"
    return Step(noun, _described(token, noun), form="participle")


def _is_weighed(noun: Token, clause: Token) -> bool:
    """Whether a clause with its own subject says what a noun is for or against: "no evidence | they did it"."""
    whole = any(c.dep_ in SUBJECTS and c.lower_ not in RELATIVE for c in clause.lefts)
    listed = noun.lemma_.lower() in CUES.traits["evidence"] or lookup(noun, "that") is not None
    return whole and listed


RELATIVE = frozenset({"who", "which", "that"})

BY_THE_WAY = frozenset({"amod", "parataxis", "appos", "compound", "nmod", "meta", "intj", "punct", "poss", "mark"})
VERB_RULES: Mapping[str, Callable[[Token], Step]] = {
    "conj": _conjunct,
    "ccomp": lambda token: _xcomp(token) if is_found_so(token) else _ccomp(token),
    "xcomp": _xcomp,
    "csubj": _clausal_subject,
    "csubjpass": _clausal_subject,
    "pcomp": after_preposition,
    "pobj": after_preposition,
    "agent": after_preposition,
    "advcl": _adverbial,
    "relcl": _relative,
    "acl": _noun_complement,
    "nsubj": _gerund,
    "nsubjpass": _gerund,
    "dobj": lambda token: governed(token.head, "ing"),
}
