"""The subject that a predicate has, or takes from what it hangs on, and its logical object.

"The front vowed to attack", "accused them of shelling", "a man they say shot a student". Climbing is bounded by
`REACH`, so a predicate in a very long sentence costs no more than in a short one.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.reports.behind import resumes
from allege.analyse.labels import SUBJECTS
from allege.extract.happenings import happens
from allege.extract.nouns import in_class
from allege.extract.roles.charges import ACCUSING, CHARGES, is_accused, is_charge
from allege.extract.roles.clauses import is_command, is_infinitive
from allege.extract.roles.spread import HARMING, RELATIVE
from allege.extract.roles.tree import (
    NOMINAL,
    REACH,
    VERBAL,
    children,
    dative,
    objects_of,
    prepositional,
    shared_objects,
)
from allege.extract.roles.voice import MISTREATED, is_passive, phrases_by
from allege.extract.wordlists import word_list

SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "threaten", "pledge", "swear", "agree", "refuse", "use", "take", "have", "make"}
)
"""Verbs whose own subject, not whose object, does what the infinitive says."""

CALLING_ON = frozenset({"call", "appeal", "prevail", "rely", "count"})
"""Verbs that ask the object of "on" to do what the infinitive says."""

PHONING = frozenset({"call", "phone", "telephone", "ring", "visit", "receive", "host"})
CALLING_IN = frozenset({"summon", "recall"})
OBJECTING = frozenset({"complain", "protest", "object", "condemn", "denounce", "demand"})
"""What somebody summons an envoy for, and does himself."""

TRIED = frozenset({"face", "stand", "answer"})
"""Verbs of those who are put on trial ("stand trial")."""

HANDING = frozenset(
    {"approve", "bring", "deliver", "deport", "extradite", "fly", "hand", "order", "return", "send", "transfer"}
)
"""Verbs of those who bring others before a court."""

SPEAKING = word_list("speaking")
"""What somebody calls or visits another for, and says himself."""

TALKING = word_list("talking")
"""Verbs whose subject speaks of a plan and need not be the one whose it is ("discussed the campaign to")."""

PLANS = word_list("plans")
"""Nouns for what somebody means to do."""

SAYS = word_list("says")
"""Verbs that tell who holds the rest of the sentence."""

MESSAGES = word_list("messages")
"""Nouns of what somebody says or writes: who issues it asks and warns, not the paper."""

ASKING = word_list("asking") | {"warn", "condemn", "accuse", "threaten", "reject", "blame"}

BIDDING = word_list("bidding")
"""Nouns for what somebody tells another to do, or lets him."""

DEPLORING = frozenset({"condemn", "deplore", "denounce", "decry", "protest", "criticise", "criticize", "mourn"})
HARMFUL = MISTREATED | {"set", "open", "fire", "throw", "pelt"}
"""Verbs of harm to people and what they have."""

STRUCK = MISTREATED | {"ambush", "hit", "rock", "strike", "target"}
"""Verbs of what is done to somebody or something, others beside which may be harmed by it."""

LEADING_TO = frozenset({"cause", "fill", "force", "leave", "lead", "prompt", "send", "spark", "spread", "trigger"})
"""Verbs of what comes of something, which nobody says: "It burned, police said, | filling the hall with gas"."""

GROUNDS = frozenset({"accusation", "allegation", "charge", "count", "suspicion"})
"""Nouns for what somebody is held or punished on, who did it, and not whoever holds him."""

HOLDING_ON = frozenset({"on", "over", "under", "with"})
"""Prepositions before them."""

CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "acomp", "oprd", "dep", "attr", "prep"})


def surface(verb: Token, reach: int = REACH) -> list[Token]:
    """The grammatical subject of a predicate, its own or the one it is controlled by."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and not _is_excluded(c)]
    if own:
        return _behind_label(own)
    if is_command(verb):
        return []
    return _controller(verb, reach - 1) if reach > 0 else []


def _is_excluded(subject: Token) -> bool:
    """Whether somebody is named only to say that he is not meant: "people other | than Orlanders | do so"."""
    first = subject.left_edge.i
    return first > 1 and subject.doc[first - 1].lower_ == "than" and subject.doc[first - 2].lower_ == "other"


def _behind_label(subjects: list[Token]) -> list[Token]:
    """The subjects without what heads the line: "Orlen, 4 May: | gunmen killed", "Observers: | rebels broke"."""
    first = subjects[0]
    behind = range(first.i + 1, min(first.i + LABEL, first.head.i))
    colon = next((i for i in behind if first.doc[i].text == ":"), None)
    if colon is None:
        return subjects
    told = [t for t in subjects if t.i > colon] or [c for c in children(first, "appos") if c.i > colon]
    return told or subjects


LABEL = 8
"""Words of what heads a line, at most."""


def _controller(verb: Token, reach: int) -> list[Token]:
    """The subject that a clause without one takes from what it hangs on."""
    head, label = _hung_on(verb), verb.dep_
    if head.i == verb.i or _is_headed_name(verb) or _is_deplored(verb):
        return []
    if head.lemma_ in SAYS and label in ("ccomp", "conj"):
        return _told_of(verb, head, label, reach)
    if label in ("acl", "relcl"):
        return _of_noun(verb, head, reach)
    if label in ("pcomp", "pobj"):
        return of_preposition(head, reach) if label == "pcomp" else _named_among(head)
    if label == "amod" and head.pos_ in NOMINAL:
        return [head]
    return _of_clause(verb, head, reach) if label in CLAUSES else []


def _named_among(preposition: Token) -> list[Token]:
    """Who is named to be one of those: "among the | wounded | was the mayor"."""
    be = preposition.head
    among = preposition.lower_ == "among" and be.lemma_ == "be"
    return [c for c in be.children if c.dep_ in SUBJECTS] if among else []


def _hung_on(verb: Token) -> Token:
    """What a clause hangs on; a deed beside what is said, on that: "Rebels came, police said, | killing nine"."""
    told = children(verb.head, "ccomp") if verb.head.lemma_ in SAYS and verb.dep_ == "advcl" else []
    return told[-1] if told and (verb.lemma_ in HARMFUL or verb.lemma_ in LEADING_TO) else verb.head


def _is_deplored(verb: Token) -> bool:
    """Whether a clause tells of what is condemned: "condemning the attack and | setting them on fire", "expressed
    condemnation of his vow, | to annex it".
    """
    over = verb.head
    if verb.dep_ == "advcl" and verb.i > 1 and is_infinitive(verb) and verb.nbor(-2).text == ",":
        return over.lemma_ in DEPLORING or any(in_class(c, "criticism") for c in _rows(objects_of(over)))
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or over.lemma_ not in DEPLORING or verb.lemma_ not in HARMFUL:
        return False
    return any(happens(c) for c in objects_of(over))


def _rows(nouns: list[Token]) -> list[Token]:
    """Nouns with what is coordinated with them."""
    return [*nouns, *(c for noun in nouns for c in noun.conjuncts)]


def _is_headed_name(verb: Token) -> bool:
    """Whether a gerund ends a headline behind a name that it makes an event with: "verdict in Orlen lynching"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i == 0 or any(not c.is_space for c in verb.children):
        return False
    end = verb.i + 1
    if end < len(verb.doc) and verb.doc[end].text.count("\n") < 2:
        return False
    name = verb.nbor(-1)
    return name.dep_ == "pobj" and name.pos_ == "PROPN" and name.head.lower_ in ("in", "over", "after", "for", "on")


def _told_of(verb: Token, says: Token, label: str, reach: int) -> list[Token]:
    """The subject of a clause without one under a verb of saying, or hung beside it: never the one who speaks.

    "A man they say shot a student": the noun of the relative clause. "They believe the men got out | and opened fire":
    the subject of the last verb before, where something is told. "Police said gunmen fled | and blamed the front": who
    reports a deed judges it, its doers do not.
    """
    if label == "ccomp":
        return [says.head] if says.dep_ == "relcl" else []
    told = [c for c in children(says, "ccomp") if c.i < verb.i]
    if not told or resumes(verb):
        return surface(says, reach)
    before = [t for t in told[-1].subtree if t.pos_ == "VERB" and t.i < verb.i]
    return surface(before[-1] if before else told[-1], reach)


def _of_clause(verb: Token, head: Token, reach: int) -> list[Token]:
    label = verb.dep_
    if head.pos_ in VERBAL:
        objects = objects_of(head) if label in ("xcomp", "oprd") and head.lemma_ not in SUBJECT_CONTROL else []
        told = bidden(verb, head)
        objects = told or _handed(verb, head) or objects
        plan = next((c for c in objects_of(head) if c.lemma_ in PLANS), None)
        if plan is not None and not told and label == "advcl" and head.lemma_ in TALKING:
            return _of_holder(plan, 0)  # "foiled a plot by the front | to bomb it"
        phones = head.lemma_ in PHONING and not _asks(head)
        if verb.lemma_ in (SPEAKING if phones else OBJECTING if head.lemma_ in CALLING_IN else ()):
            return surface(head, reach)  # "called his colleague | to apologise", "summoned the envoy | to complain"
        if not objects and head.lemma_ in CALLING_ON and label in ("xcomp", "advcl"):
            objects = prepositional(head, "on", "upon", "to")
        if _is_outcome(verb, head) or (head.lemma_ in USING and is_infinitive(verb) and phrases_by(head)):
            return [p for by in phrases_by(head) for p in children(by, "pobj")]
        return objects or surface(head, reach)
    if head.pos_ in ("ADJ", "ADV", "ADP", "SCONJ"):
        return surface(head, reach)
    return children(head, "poss") if label in ("advcl", "conj") and head.pos_ in NOMINAL else []


USING = frozenset({"use", "employ", "deploy"})
"""What is done with a thing by whoever then acts: "knives were used by a mob | to attack him"."""


def _asks(verb: Token) -> bool:
    """Whether somebody is asked behind "on": "calls | on the world | to offer help", not "called him on Monday"."""
    return any(t.i > verb.i and t.ent_type_ != "DATE" for t in prepositional(verb, "on", "upon"))


def bidden(verb: Token, head: Token) -> list[Token]:
    """Whom somebody tells or allows to do it: "issued a plea | to the rebels | to free him", "gave | his men | orders
    to fire".
    """
    word = next((c for c in objects_of(head) if c.lemma_.lower() in BIDDING), None) if head.pos_ in VERBAL else head
    if word is None or not is_infinitive(verb) or word.lemma_.lower() not in BIDDING:
        return []
    if verb.lemma_ in OWN_MESSAGE or (word.lemma_ == "call" and verb.lemma_ in SPEAKING):
        return []
    given = dative(head) if head.pos_ in VERBAL else dative(word.head) if word.dep_ == "dobj" else []
    return [t for t in (*prepositional(word, "to"), *given) if word.i - 4 < t.i < verb.i]


OWN_MESSAGE = frozenset({"be", "complain", "object", "protest", "say"})
"""What somebody does himself by what he says to another."""


def _handed(verb: Token, head: Token) -> list[Token]:
    """Whom somebody brings before a court: "approved the extradition of Ola Brann | to face charges"."""
    if verb.lemma_ not in TRIED or not is_infinitive(verb) or head.lemma_ not in HANDING or is_passive(head):
        return []
    things = objects_of(head)
    return [who for thing in things for who in prepositional(thing, "of")] or things


def _is_outcome(verb: Token, deed: Token) -> bool:
    """Whether a clause tells what came of a deed for others than those it was done to: "the mill was bombed, | killing
    nine", which the mill did not.
    """
    harms = verb.lemma_ in HARMING and bool(objects_of(verb))
    follows = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > deed.i
    return harms and follows and deed.lemma_ in STRUCK and is_passive(deed)


def _of_noun(verb: Token, noun: Token, reach: int) -> list[Token]:
    """The subject of a clause on a noun: the noun, unless the clause is an infinitive or only follows it by chance."""
    if is_infinitive(verb):
        return bidden(verb, noun) or _of_holder(noun, reach)
    beside = noun.dep_ == "dobj" and noun.pos_ == "NOUN" and noun.i == verb.i - 1
    if verb.tag_ == "VBG" and beside and not in_class(noun, "person"):
        return surface(noun.head, reach)
    strike = _strike_on(noun) if verb.tag_ == "VBG" and _counts_harmed(verb) else None
    if strike is not None:
        return surface(strike, reach)  # "opened fire on a patrol | killing two soldiers"
    if verb.tag_ == "VBG" and verb.lemma_ in STRUCK and noun.dep_ == "pobj" and noun.head.lower_ in ("against", "on"):
        deed = noun.head.head  # "launched a raid against rebels | targeting their camp"
        return surface(deed.head, reach) if happens(deed) and deed.dep_ == "dobj" else [noun]
    if verb.tag_ == "VBG" and noun.dep_ == "dobj" and noun.lemma_.lower() in MESSAGES and verb.lemma_ in ASKING:
        return surface(noun.head, reach)  # "issued a statement on Monday | calling on them to leave"
    return [noun] if verb.dep_ == "relcl" or verb.tag_ in ("VBG", "VBN") or is_passive(verb) else []


def _counts_harmed(verb: Token) -> bool:
    """Whether it tells how many were harmed, as is told of what came of an attack: "killing two", not "killing men"."""
    return verb.lemma_ in HARMING and any(
        noun.pos_ == "NUM" or any(c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in noun.children)
        for noun in objects_of(verb)
    )


def _strike_on(noun: Token) -> Token | None:
    """The verb of an attack on somebody: "ambushed | the patrol", "opened fire on | the patrol"."""
    attack = noun.head
    if noun.dep_ == "pobj" and attack.lower_ in ("against", "on", "at", "upon"):
        attack = attack.head
        attack = attack.head if attack.dep_ == "dobj" else attack
    elif noun.dep_ != "dobj":
        return None
    return attack if attack.pos_ in VERBAL and (attack.lemma_ in HARMFUL or attack.lemma_ in STRUCK) else None


def _of_holder(noun: Token, reach: int) -> list[Token]:
    """Whose plan or attempt a noun names: its possessor, or who is behind "by", else its verb's subject."""
    holder = children(noun, "poss") or prepositional(noun, "by")
    if holder or noun.dep_ not in ("dobj", "pobj", "attr"):
        return holder
    accused = accused_behind(noun.head) if noun.dep_ == "pobj" else None
    if accused is not None:
        return accused  # "charged him with an attempt | to murder a clerk"
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    return surface(governor, reach) if governor.pos_ in VERBAL and governor.lemma_ not in TALKING else []


def of_preposition(preposition: Token, reach: int) -> list[Token]:
    """The subject of a gerund behind a preposition ("accused of", "responsible for", "the crime of")."""
    governor = preposition.head
    beside = [noun for noun in children(preposition, "pobj") if not any(is_charge(c) for c in noun.children)]
    if beside:
        return beside
    accused = accused_behind(preposition, reach)
    if accused is not None:
        return accused
    if governor.pos_ in VERBAL and _points_back(preposition, governor):
        return objects_of(governor)
    if governor.pos_ in NOMINAL:
        return [governor] if preposition.lower_ in CHARGES and is_accused(governor) else _of_holder(governor, reach)
    return surface(governor, reach)


def accused_behind(preposition: Token, reach: int = REACH) -> list[Token] | None:
    """Whom the verb before a preposition holds to have done what is told behind it; None where it holds nobody."""
    governor = preposition.head
    charged = preposition.lower_ in CHARGES
    if charged and governor.pos_ in VERBAL and governor.lemma_ in ACCUSING:
        return patients_of(governor, reach)
    grounds = governor.lemma_ in GROUNDS and governor.dep_ == "pobj" and governor.head.lower_ in HOLDING_ON
    held = governor.head.head if grounds and charged else governor if preposition.lower_ == "for" else None
    if held is not None and held.pos_ in VERBAL and (held.i != governor.i or held.lemma_ in STRUCK):
        return patients_of(held, reach)  # "held on suspicion of | planning it", "shot for | refusing to stop"
    return None


def _points_back(preposition: Token, governor: Token) -> bool:
    """Whether the object of a verb does what is told behind "as" or "for": "did not rule out the guards | as having
    been behind it", "protested the government | for selling arms".
    """
    back = preposition.lower_ == "as" or (preposition.lower_ == "for" and governor.lemma_ == "protest")
    return back and bool(objects_of(governor))


def patients_of(verb: Token, reach: int = REACH) -> list[Token]:
    """The logical object of a verb as it stands (heads, not spread)."""
    if is_passive(verb):
        return surface(verb, reach)
    found = objects_of(verb)
    if (
        not found
        and verb.dep_ == "relcl"
        and children(verb, "nsubj")
        and children(verb, "nsubj")[0].lower_ not in RELATIVE
    ):
        dangling = any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
        return [] if dangling else [verb.head]
    return found or shared_objects(verb)
