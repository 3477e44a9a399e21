"""Which phrase fits an anaphor best: small votes for place, number, and who says, does or answers what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from allege.analyse.clauses.words import words
from allege.analyse.coreference.anaphors import Wanted
from allege.analyse.coreference.phrases import Phrase
from allege.analyse.coreference.words import OBJECTS, REFLEXIVE, SUBJECTS, tables

DEEP = 6
"""Clauses up to the one that is told."""

_ENOUGH = 0.0
_CAUSE = 2.0
"""Points for the one whose doing a verb answers: more than a subject and its parallel have before an object."""
_ALIKE = 1.0
"""Points for the one to whom the same was done, and for a subject that its object is said to be of."""
_GOES_ON = 1.7
"""Points for whoever spoke last, where the anaphor speaks next: more than a name that was only spoken of has for it."""
_SPEAKS = 1.6
"""Points for whoever says the clause that the anaphor stands in: more than being spoken of before has for another."""
_TOLD = 1.3
"""Points off for whoever tells of it: enough that a person who is the object in what is told goes first."""
_QUOTED = 1.0
"""Points off for whom only a quotation speaks of, where the anaphor stands outside of it."""
_COLLECTIVE = frozenset(
    (
        "armed_group",
        "military",
        "police",
        "government",
        "agency",
        "media",
        "party",
        "ngo",
        "international",
        "company",
        "organization",
    )
)
_BECAUSE = frozenset(("after", "because", "as", "since", "when", "once"))


@dataclass(frozen=True, slots=True)
class Talk:
    """What the text spoke of so far: mentions by head; and which of its words stand in a quotation."""

    said: Counter[int]
    quoted: Sequence[bool]


def best_of(token: Token, wanted: Wanted, memory: Iterable[Phrase], talk: Talk, number: int) -> Phrase | None:
    """The phrase remembered that fits an anaphor of sentence `number` best."""
    best: tuple[float, int, Phrase] | None = None
    for phrase in memory:
        fits = _agrees(phrase, wanted) or _tells_of_itself(token, wanted, phrase) or _is_body(token, wanted, phrase)
        if not fits or _is_barred(token, phrase):
            continue
        points = _points(phrase, wanted, talk.said, number, token)
        points -= _QUOTED * (talk.quoted[phrase.at] and not talk.quoted[token.i])
        if best is None or (points, phrase.at) >= best[:2]:
            best = points, phrase.at, phrase
    return best[2] if best is not None and best[0] > _ENOUGH else None


def _agrees(phrase: Phrase, wanted: Wanted) -> bool:
    if wanted.sort == "one":
        return phrase.sort == "person" and not phrase.many and phrase.gender in ("", wanted.gender)
    if wanted.sort == "many":
        return phrase.many or (phrase.sort == "group" and phrase.kind in _COLLECTIVE)
    if wanted.sort == "thing":
        return not phrase.many and phrase.sort != "person"
    return phrase.kind in wanted.kinds and (phrase.named or phrase.sort != "person")


def _tells_of_itself(token: Token, wanted: Wanted, phrase: Phrase) -> bool:
    """ "Kaldreth said | it had …": one bare name that speaks of "it" is no person, whatever the tagger takes it for."""
    at = token.doc[phrase.at]
    bare = at.pos_ == "PROPN" and not any(c.dep_ in ("compound", "appos", "flat") for c in at.children)
    return wanted.sort == "thing" and phrase.sort == "person" and bare and not phrase.gender and _speaks(token, phrase)


def _is_body(token: Token, wanted: Wanted, phrase: Phrase) -> bool:
    """ "Kaldreth has not commented. | It has denied …": a bare name that goes on speaking as "it" is no person."""
    at = token.doc[phrase.at]
    bare = at.pos_ == "PROPN" and not any(c.dep_ in ("compound", "appos", "flat") for c in at.children)
    if wanted.sort != "thing" or phrase.sort != "person" or not bare or phrase.gender:
        return False
    both = at.dep_ == token.dep_ == "nsubj" and at.head.dep_ == token.head.dep_ == "ROOT"
    return both and token.lower_ == "it" and token.head.lemma_ in _OWNING and at.head.lemma_ in _speaking()


def _speaking() -> frozenset[str]:
    return words()["telling"] | _OWNING | {"comment", "respond", "reply", "react"}


def _is_barred(token: Token, phrase: Phrase) -> bool:
    """A pronoun and its own verb's other argument differ ("they attacked them"); so do an owner and what it owns."""
    at = token.doc[phrase.at]
    if token.lower_ in REFLEXIVE:
        return False
    if token.dep_ == "nsubj" and any(
        c.dep_ == "ccomp" and c.i < token.i and c.left_edge.i <= at.i <= c.right_edge.i for c in token.head.lefts
    ):
        return True  # "A sniper shot my son," she said: nobody tells of himself so
    if _did_it(token, at):
        return True
    if token.dep_ == "poss":
        return token.head.i == at.i
    if _tells_of_another(token, at) or any(_tells_of_those(token, token.doc[i]) for i in (phrase.at, phrase.head)):
        return True
    verb = token.head if token.dep_ != "pobj" else token.head.head
    for _ in range(DEEP):
        if not _shares_subject(verb):
            break
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    done_to = token.dep_ in (*OBJECTS, "pobj")
    return (done_to and ((at.head.i == verb.i and at.dep_ in SUBJECTS) or _does(at, verb))) or at.head.i == token.i


def _did_it(token: Token, at: Token) -> bool:
    """ "Imposed by the council, | it | holds": the council imposed it, and is not what it imposed."""
    clause = at.head.head
    by = at.dep_ == "pobj" and at.head.dep_ == "agent"
    return by and token.dep_ in SUBJECTS and clause.dep_ == "advcl" and clause.head.i == token.head.i


def _tells_of_those(token: Token, teller: Token) -> bool:
    """ "The Front says it was | the militia", "says | the militia fired": nobody speaks so of himself."""
    clause = token.head
    if token.pos_ != "NOUN" or clause.dep_ != "ccomp" or token.dep_ not in ("attr", "nsubj", "nsubjpass"):
        return False
    return teller.head.i == clause.head.i and teller.dep_ in SUBJECTS


def _tells_of_another(token: Token, teller: Token) -> bool:
    """ "Her lawyer said | she was beaten", "lawyers for two clerks say | they were": whose lawyer it is."""
    if token.dep_ not in ("nsubjpass", "dobj") or token.head.dep_ != "ccomp" or teller.head.i != token.head.head.i:
        return False
    if teller.dep_ not in SUBJECTS or token.lower_ not in _WHOSE:
        return False
    owners = [c for c in teller.lefts if c.dep_ == "poss"]
    if owners:
        return any(c.lower_ == _WHOSE[token.lower_] for c in owners)
    if teller.lemma_.lower() not in _SOMEBODYS:
        return False
    named = any(of.lower_ in ("for", "of") and of.dep_ == "prep" for of in teller.rights)
    return named or any(c.lower_ in ("a", "an", "one") for c in teller.lefts)


def _is_represented(token: Token, phrase: Phrase) -> bool:
    """ "Lawyers for | two of the men | say they were beaten": of those for whom somebody speaks."""
    at, clause = token.doc[phrase.at], token.head
    if token.dep_ not in ("nsubjpass", "dobj") or clause.dep_ != "ccomp" or at.dep_ != "pobj":
        return False
    over = at.head.head
    if at.head.lower_ == "of" and over.dep_ == "pobj":
        over = over.head.head  # "two of | the men"
    return over.dep_ in SUBJECTS and over.head.i == clause.head.i and over.lemma_.lower() in _SOMEBODYS


_WHOSE = {"she": "her", "her": "her", "he": "his", "him": "his", "they": "their", "them": "their"}
_SOMEBODYS = frozenset(
    {"aide", "relative", "colleague", "friend", "lawyer", "brother", "sister", "cousin", "deputy", "adviser", "advisor"}
    | {"wife", "husband", "son", "daughter", "father", "mother", "uncle", "aunt", "nephew", "neighbour", "neighbor"}
    | {"ally", "associate", "assistant", "bodyguard", "attorney"}
)
"""Nouns for those who are somebody's: whoever they tell of is mostly he."""


def _does(noun: Token, verb: Token) -> bool:
    """Whether a noun is who does what a clause says of it: "Osk, | who | accused him"."""
    who = any(c.dep_ in SUBJECTS and c.lower_ in ("who", "which", "that") for c in verb.lefts)
    return who and verb.dep_ == "relcl" and verb.head.i == noun.i


def _shares_subject(verb: Token) -> bool:
    """Whether a verb has the subject of the one above: "lined up the men and | shot them", "fired to | stop them"."""
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if over.pos_ != "VERB" or over.i == verb.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in over.children)
    objects = any(c.dep_ in OBJECTS for c in over.children)
    bare = verb.tag_ in ("VB", "VBG") and not passive
    return verb.dep_ == "conj" or (bare and (verb.dep_ in ("advcl", "pcomp") or (verb.dep_ == "xcomp" and not objects)))


def _points(phrase: Phrase, wanted: Wanted, said: Counter[int], number: int, token: Token) -> float:
    points = 3.0 - 1.0 * (number - phrase.sentence) + phrase.role
    points += 0.8 * phrase.named + min(1.0, 0.3 * said[phrase.head])
    points += 0.5 * (token.dep_ in SUBJECTS and phrase.role > 1) + _SPEAKS * _speaks(token, phrase)
    points += _ALIKE * (_has_same_done(token, phrase) or _owns_object(token, phrase) or _is_object_still(token, phrase))
    caught = _answered(token, phrase) or _was_caught(token, phrase)
    caught = caught or _is_repaid(token, phrase)
    caught = caught or _heads_both(token, phrase) or _is_object_then(token, phrase)
    caught = caught or _is_represented(token, phrase)
    does_it = caught or _who_says(token, phrase) or _is_asked(token, phrase) or _gave_report(token, phrase)
    points += _CAUSE * does_it - _TOLD * _reports(token, phrase) - _CAUSE * _hands_on(token, phrase)
    points += _GOES_ON * (number - phrase.sentence < 2 and _goes_on_saying(token, phrase))
    if wanted.sort == "one":
        points += 0.5 * (phrase.gender == wanted.gender)
    elif wanted.sort == "many":
        points += 0.5 * (phrase.sort == "person") - 1.0 * (phrase.sort == "thing") - 0.4 * (not phrase.many)
    elif wanted.sort == "thing":
        points += {"group": 0.8, "place": 0.2}.get(phrase.sort, -0.2)
    return points


def _speaks(token: Token, phrase: Phrase) -> bool:
    """ "The army said it …", "the army admitting that it …": whoever says the anaphor's clause."""
    verb = token.head if token.dep_ != "poss" else token.head.head
    at = token.doc[phrase.at]
    if verb.dep_ == "ccomp" and verb.head.dep_ == "acl" and verb.head.tag_ == "VBG":
        return at.i == verb.head.head.i
    return verb.dep_ == "ccomp" and at.dep_ in SUBJECTS and at.head.i == verb.head.i


def _has_same_done(token: Token, phrase: Phrase) -> bool:
    """ "The prisoners were killed by rebels, or | they were killed by guards"."""
    at = token.doc[phrase.at]
    return token.dep_ == at.dep_ == "nsubjpass" and token.head.lemma_ == at.head.lemma_


def _owns_object(token: Token, phrase: Phrase) -> bool:
    """ "The division, backed by the Brigade, launched | their offensive"."""
    at, owned = token.doc[phrase.at], token.head
    return token.dep_ == "poss" and owned.dep_ == "dobj" and at.dep_ == "nsubj" and at.head.i == owned.head.i


def _is_object_still(token: Token, phrase: Phrase) -> bool:
    """ "Captured nine guards and took | them | away": whom the first of two verbs in a row has for its object, too."""
    at, verb = token.doc[phrase.at], token.head
    return token.dep_ == at.dep_ == "dobj" and verb.dep_ == "conj" and at.head.i == verb.head.i


def _is_object_then(token: Token, phrase: Phrase) -> bool:
    """ "Struck a depot near Osk, | setting it | ablaze": what comes of a deed comes to its object."""
    at, verb = token.doc[phrase.at], token.head
    if token.dep_ not in ("dobj", "nsubj") or at.dep_ != "dobj" or at.i > token.i:
        return False
    verb = verb if verb.tag_ == "VBG" else verb.head
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in _LEAVING and at.head.i == verb.head.i


_LEAVING = frozenset({"set", "leave", "burn", "destroy", "damage", "render", "turn", "reduce", "send", "sink"})


def _who_says(token: Token, phrase: Phrase) -> bool:
    """ "Guards met drovers who said they …": the phrase speaks the clause whose subject the anaphor is."""
    says = token.head.head
    if token.dep_ != "nsubj" or token.head.dep_ != "ccomp" or says.dep_ != "relcl" or says.head.i != phrase.at:
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in ("who", "which", "that") for c in says.lefts)


def _gave_report(token: Token, phrase: Phrase) -> bool:
    """ "Rejected a claim by the brigade that | it …", "the brigade's claim that | it …": whose report it is."""
    verb = token.head if token.dep_ != "poss" else token.head.head
    at, report = token.doc[phrase.at], verb.head
    if verb.dep_ != "acl" or not any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts):
        return False
    by = at.dep_ == "pobj" and at.head.lower_ in ("by", "from") and at.head.head.i == report.i
    return by or (at.dep_ == "poss" and at.head.i == report.i)


def _is_asked(token: Token, phrase: Phrase) -> bool:
    """ "Asked Osk why | he …": whoever is asked is whom the question is about."""
    at, clause = token.doc[phrase.at], token.head
    asks = clause.head
    if token.dep_ != "nsubj" or clause.dep_ not in ("ccomp", "advcl") or asks.lemma_ not in ("ask", "question"):
        return False
    questions = any(c.i < token.i and c.lower_ in _QUESTIONS for c in clause.lefts)
    return questions and at.dep_ in ("dobj", "dative") and at.head.i == asks.i


_QUESTIONS = frozenset({"why", "how", "whether", "if", "what", "when", "where"})


def _goes_on_saying(token: Token, phrase: Phrase) -> bool:
    """ "The sheriff says Osk lived there. | He also says …": who says the next thing is who said the last."""
    at = token.doc[phrase.at]
    if token.dep_ != "nsubj" or at.dep_ != "nsubj" or at.i >= token.i:
        return False
    return all(_tells(verb) for verb in (token.head, at.head))


def _tells(verb: Token) -> bool:
    """Whether a verb tells something, in a clause that nobody else tells."""
    first = verb
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    return verb.lemma_ in _telling() and first.dep_ == "ROOT"


def _telling() -> frozenset[str]:
    return words()["telling"] | _LISTING


_LISTING = frozenset({"list", "describe", "detail", "mention", "recall", "stress", "warn", "insist", "point"})


def _reports(token: Token, phrase: Phrase) -> bool:
    """ "Prosecutors say that he drove the gunmen there and waited while they …": the phrase only tells of it.

    Only of a clause deeper in what is told; "they" in "prosecutors say that they …" may well be themselves.
    """
    clause = token.head if token.dep_ in SUBJECTS else None
    if clause is None or clause.dep_ not in ("advcl", "relcl"):
        return False
    speaker = token.doc[phrase.at]
    if speaker.dep_ not in SUBJECTS:
        return False
    at = clause
    for _ in range(DEEP):
        at = at.head
        if at.dep_ == "ccomp" and at.head.i == speaker.head.i:
            return True
    return False


def _hands_on(token: Token, phrase: Phrase) -> bool:
    """ "…, Radio Orla reported. | It has denied …": who only reported it has nothing to deny or admit."""
    at = token.doc[phrase.at]
    outlet = phrase.kind == "media" or at.head.lemma_ == "report"
    return outlet and at.dep_ == "nsubj" and token.dep_ == "nsubj" and token.head.lemma_ in _OWNING


_OWNING = frozenset({"deny", "admit", "reject", "acknowledge", "dismiss", "concede", "confess"})


def _was_caught(token: Token, phrase: Phrase) -> bool:
    """ "Kidnapped nine clerks as | they were leaving the mill": what somebody was doing when it was done to him."""
    clause, at = token.head, token.doc[phrase.at]
    if token.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.tag_ != "VBG" or clause.head.i != at.head.i:
        return False
    opened = any(c.dep_ in ("mark", "advmod") and c.lower_ in ("as", "while", "when") for c in clause.lefts)
    over = clause.head.lemma_
    return opened and (over in tables().answering or over in tables().lethal or over in _SEIZING) and at.dep_ == "dobj"


_SEIZING = frozenset({"abduct", "kidnap", "ambush", "rob", "stab", "wound", "injure", "seize", "capture"})


def _heads_both(token: Token, phrase: Phrase) -> bool:
    """ "The council said the front had wanted war; | it shot two of them": two sentences in one, and one subject."""
    at, verb = token.doc[phrase.at], token.head
    if token.dep_ != "nsubj" or at.dep_ != "nsubj" or at.i > token.i or not token.i:
        return False
    said = at.head
    return token.left_edge.nbor(-1).text == ";" and (said.head.i == verb.i or verb.head.i == said.i)


def _is_repaid(token: Token, phrase: Phrase) -> bool:
    """ "Imposed sanctions on Orland in response to | its raid": whoever is hit in return did what is returned."""
    deed, at = token.head, token.doc[phrase.at]
    to = deed.head
    if token.dep_ != "poss" or deed.lemma_ not in _STRIKES or to.head.lower_ not in _RETURNS:
        return False
    verb = to.head.head.head
    over = at.head.head if at.dep_ == "pobj" and at.head.lower_ in ("against", "at", "on") else at.head
    over = over.head if over.dep_ in ("dobj", "prep") and over.pos_ == "NOUN" else over
    return verb.pos_ == "VERB" and over.i == verb.i and at.dep_ in ("dobj", "pobj") and at.i < token.i


_STRIKES = frozenset(
    {"aggression", "assault", "attack", "bombing", "invasion", "killing", "offensive", "raid", "shelling", "strike"}
)
_RETURNS = frozenset({"reaction", "reprisal", "response", "retaliation", "return", "revenge"})


def _answered(token: Token, phrase: Phrase) -> bool:
    """ "Condemned the militia after it …": whoever is blamed, punished or thanked did what that is for.

    The implicit causality of verbs: Garvey & Caramazza (1974).
    """
    clause = token.head if token.dep_ in SUBJECTS else None
    if clause is None or clause.dep_ != "advcl" or clause.head.lemma_ not in tables().answering:
        return False
    if not any(c.dep_ in ("mark", "advmod", "prep") and c.lower_ in _BECAUSE for c in clause.lefts):
        return False
    at = token.doc[phrase.at]
    return at.head.i == clause.head.i and at.dep_ in ("dobj", "nsubjpass")
