"""Who does it and to whom, read off the dependency parse: subjects, objects, control, coordination, phrases.

Labels are those of spaCy's English pipelines (ClearNLP). Every function is total: on a broken parse it answers with
an empty list. Climbing is bounded by `REACH`, so a predicate in a very long sentence costs no more than in a short one.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.analyse.attach import resumes
from allege.extract.nouns import in_class
from allege.extract.once import Once
from allege.extract.shared import shared_noun
from allege.extract.wordlists import word_list

REACH = 8
"""How many steps up the tree a missing subject is looked for."""

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OBJECTIVE = frozenset({"them", "those", "him", "her", "us"})
EMPTY = word_list("empty")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
VERBAL = frozenset({"VERB", "AUX"})

SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "threaten", "pledge", "swear", "agree", "refuse", "use", "take", "have", "make"}
)
"""Verbs whose own subject, not whose object, does what the infinitive says."""

CALLING_ON = frozenset({"call", "appeal", "prevail", "rely", "count"})
"""Verbs that ask the object of "on" to do what the infinitive says."""

UNDERGONE = word_list("undergone")
"""Verbs that need somebody or something for an object."""

TALKING = word_list("talking")
"""Verbs whose subject speaks of a plan and need not be the one whose it is ("discussed the campaign to")."""

PLANS = word_list("plans")
"""Nouns for what somebody means to do."""

SIDES = word_list("sides")
"""Nouns for those who fight or quarrel, whoever they are."""

SAYS = word_list("says")
"""Verbs that tell who holds the rest of the sentence."""

ACCUSING = word_list("accusing")
"""Verbs whose object does what the gerund after "of", "for" or "from" says ("accused them of shelling")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The logical subject (`agents`) and object (`patients`) of a predicate, passive undone; heads of phrases."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    passive: bool = False


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of `token` with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it ("police and soldiers"), in text order, nominal ones only.

    Of adjectives in a row before one noun ("the kirelian and foreign militants") only the noun.
    """
    out, front = [token], [token]
    while front and len(out) < 40:
        front = [c for t in front for c in t.children if (c.dep_ == "conj" or is_listed(c)) and c.pos_ in NOMINAL]
        out += front
    noun = shared_noun(out)
    return out if noun is None else [noun]


def is_listed(token: Token) -> bool:
    """Whether what looks like an apposition is the second of three in a list ("the army, the police and X are")."""
    if token.dep_ != "appos" or token.i == 0:
        return False
    joined = children(token, "conj")
    subject = token.head
    plural = any(c.lower_ in ("are", "were", "have") for c in subject.head.children if c.dep_ in ("aux", "auxpass"))
    return plural and len(joined) == 1 and subject.tag_ not in ("NNS", "NNPS") and subject.dep_ in SUBJECTS


def spread(tokens: list[Token]) -> tuple[Token, ...]:
    """All conjuncts of all tokens, without repetition; relative pronouns replaced, empty pronouns left out."""
    found: dict[int, Token] = {}
    for token in tokens:
        for item in conjuncts(token):
            named = antecedent(item) if item.lower_ in RELATIVE else item
            if (
                named is not None
                and named.text[:1].isalnum()
                and (named.lower_ not in EMPTY or _counts(named) or (named.lower_ == "it" and named.dep_ != "expl"))
            ):
                found.setdefault(named.i, named)
    return tuple(found.values())


def _counts(token: Token) -> bool:
    """Whether "one" counts somebody hit ("killed one and wounded several")."""
    return token.pos_ == "NUM" and token.dep_ == "dobj" and not any(c.dep_ in ("amod", "acl") for c in token.children)


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the one its relative clause hangs on."""
    if pronoun.i > pronoun.sent.start and pronoun.nbor(-1).lower_ in OBJECTIVE:
        return pronoun.nbor(-1)
    at = pronoun.head
    for _ in range(REACH):
        if at.dep_ == "relcl" or (at.dep_ == "acl" and at.head.pos_ in NOMINAL):
            return at.head
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` stands in the passive: an auxiliary says so, or it is a past participle on a noun."""
    for _ in range(REACH):
        labels = {c.dep_ for c in verb.children}
        if labels & {"nsubjpass", "auxpass"}:
            return True
        if _is_reduced(verb) or _is_elliptic(verb):
            return True
        if verb.tag_ != "VBN" or labels & {"nsubj", "aux"}:
            return False
        if verb.dep_ != "conj" or not (verb.head.tag_ == "VBN" or _is_reduced(verb.head)):
            break
        if "dobj" in labels:
            return False
        verb = verb.head
    found = verb.dep_ == "xcomp" and _is_found(verb.head)
    if found or verb.dep_ in ("acl", "amod") or any(c.dep_ == "agent" for c in verb.children):
        return True
    return verb.dep_ in ("advcl", "ROOT", "oprd") and not _object(verb)


def _is_elliptic(verb: Token) -> bool:
    """A passive without its auxiliary: "one was killed and two injured", "Six arrested in Orsa"."""
    known = verb.lemma_.lower() in UNDERGONE or _is_shot(verb) or _is_charged(verb) or _is_found(verb)
    if verb.tag_ not in ("VBN", "VBD") or not known or verb.dep_ == "relcl":
        return False
    labels = {c.dep_ for c in verb.children}
    if "agent" in labels and "dobj" not in labels and verb.tag_ == "VBD":
        return True
    if verb.dep_ == "ccomp" and any(c.pos_ == "PRON" for c in children(verb, "nsubj")):
        return False
    told = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    if "xcomp" in labels and verb.lemma_ != "find":
        return False
    if "nsubj" not in labels or told or labels & {"aux", "auxpass", "dobj", "dative"}:
        return False
    return all(_object_free(c) for c in children(verb, "conj"))


def _is_charged(verb: Token) -> bool:
    """Whether somebody is accused: "Militia accused of burning village", "Three held over shooting"."""
    behind = any(c.dep_ == "prep" and c.i == verb.i + 1 and c.lower_ in CHARGES for c in verb.children)
    held = verb.lemma_ == "hold" and any(c.lower_ == "over" and c.i == verb.i + 1 for c in verb.children)
    return held or (verb.lemma_ in ACCUSING and verb.tag_ == "VBN" and behind)


def _is_found(verb: Token) -> bool:
    """Whether somebody is found in a state: "Journalist found shot dead"."""
    return verb.lemma_ == "find" and any(
        c.dep_ in ("xcomp", "oprd", "acomp") and c.tag_ in ("VBN", "JJ") and c.i == verb.i + 1 for c in verb.children
    )


def _is_shot(verb: Token) -> bool:
    """Whether somebody is shot: "two men fatally shot at a vigil", not "guards shot at the crowd" or "in the air"."""
    if verb.lemma_ not in ("shoot", "stab") or _object(verb):
        return False
    who = children(verb, "nsubj")
    armed = any(in_class(t, name) for t in who for name in ("armed", "police"))
    aimed = any(in_class(t, "person") or t.pos_ == "PRON" for t in prepositional(verb, "at", "on", "into", "toward"))
    return not armed and not aimed


def _object_free(conjunct: Token) -> bool:
    """Whether what is coordinated with a verb brings no object for both: none but a noun, a participle, or a clause."""
    alone = conjunct.tag_ == "VBN" and not _object(conjunct)
    return conjunct.pos_ not in VERBAL or alone or bool(children(conjunct, *SUBJECTS))


def _is_reduced(verb: Token) -> bool:
    """A participle on a noun, tagged as a past tense: "fighters armed, trained or sheltered by Kirelia came"."""
    if verb.tag_ != "VBD" or any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp", "prep") for c in verb.children):
        return False
    return bool(_shared_agent(verb))


def _object(verb: Token) -> list[Token]:
    return children(verb, "dobj", "obj")


def surface(verb: Token, reach: int = REACH) -> list[Token]:
    """The grammatical subject of a predicate, its own or the one it is controlled by."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        return own
    return _controller(verb, reach - 1) if reach > 0 else []


def _controller(verb: Token, reach: int) -> list[Token]:
    """The subject that a clause without one takes from what it hangs on."""
    head, label = verb.head, verb.dep_
    if head.i == verb.i:
        return []
    if head.lemma_ in SAYS and label in ("ccomp", "conj"):
        return _told_of(verb, head, label, reach)
    if label in ("acl", "relcl"):
        return _of_noun(verb, head, reach)
    if label == "pcomp":
        return _of_preposition(head, reach)
    if label == "amod" and head.pos_ in NOMINAL:
        return [head]
    return _of_clause(head, label, reach) if label in CLAUSES else []


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


CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "acomp", "oprd", "dep", "attr", "prep"})


def _of_clause(head: Token, label: str, reach: int) -> list[Token]:
    if head.pos_ in VERBAL:
        objects = _object(head) if label in ("xcomp", "oprd") and head.lemma_ not in SUBJECT_CONTROL else []
        plan = next((c for c in _object(head) if c.lemma_ in PLANS), None)
        if plan is not None and label == "advcl" and head.lemma_ in TALKING:
            return _of_holder(plan, 0)  # "foiled a plot by the front | to bomb it"
        if not objects and head.lemma_ in CALLING_ON and label in ("xcomp", "advcl"):
            objects = prepositional(head, "on", "upon", "to")
        return objects or surface(head, reach)
    if head.pos_ in ("ADJ", "ADV", "ADP", "SCONJ"):
        return surface(head, reach)
    return children(head, "poss") if label in ("advcl", "conj") and head.pos_ in NOMINAL else []


def _of_noun(verb: Token, noun: Token, reach: int) -> list[Token]:
    """The subject of a clause on a noun: the noun, unless the clause is an infinitive or only follows it by chance."""
    if is_infinitive(verb):
        return _of_holder(noun, reach)
    beside = noun.dep_ == "dobj" and noun.pos_ == "NOUN" and noun.i == verb.i - 1
    if verb.tag_ == "VBG" and beside and not in_class(noun, "person"):
        return surface(noun.head, reach)
    return [noun] if verb.dep_ == "relcl" or verb.tag_ in ("VBG", "VBN") else []


def _of_holder(noun: Token, reach: int) -> list[Token]:
    """Whose plan or attempt a noun names: its possessor, or who is behind "by", else its verb's subject."""
    holder = children(noun, "poss") or prepositional(noun, "by")
    if holder or noun.dep_ not in ("dobj", "pobj", "attr"):
        return holder
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    return surface(governor, reach) if governor.pos_ in VERBAL and governor.lemma_ not in TALKING else []


def _of_preposition(preposition: Token, reach: int) -> list[Token]:
    """The subject of a gerund behind a preposition ("accused of", "responsible for", "the crime of")."""
    governor = preposition.head
    beside = [noun for noun in children(preposition, "pobj") if not any(is_charge(c) for c in noun.children)]
    if beside:
        return beside
    charged = preposition.lower_ in CHARGES
    if charged and governor.pos_ in VERBAL and governor.lemma_ in ACCUSING:
        return patients_of(governor, reach)
    if governor.pos_ in NOMINAL:
        return [governor] if charged and _is_accused(governor) else _of_holder(governor, reach)
    return surface(governor, reach)


CHARGES = frozenset({"of", "for", "from", "over", "with", "against", "in", "as"})
"""Prepositions behind which stands what somebody is accused of; "by" tells what the accuser did."""


def is_charge(verb: Token) -> bool:
    """Whether a gerund that looks like an adjective is a charge with its object: "accused of burning village"."""
    if verb.tag_ != "VBG" or verb.dep_ != "amod" or verb.i == 0 or verb.head.tag_ != "NN":
        return False
    prep = verb.nbor(-1)
    return prep.lower_ in CHARGES and verb.head.head.i == prep.i and prep.head.lemma_ in ACCUSING


def _is_accused(noun: Token) -> bool:
    """Whether a noun is whom a verb accuses: parsers hang "of shelling" on it ("accused the militia of shelling")."""
    passive = noun.dep_ == "nsubjpass"
    charged = noun.dep_ == "dobj" or passive
    somebody = in_class(noun, "person") or noun.pos_ in ("PROPN", "PRON") or noun.lemma_ in SIDES
    return charged and noun.head.lemma_ in ACCUSING and somebody


def patients_of(verb: Token, reach: int = REACH) -> list[Token]:
    """The logical object of a verb as it stands (heads, not spread)."""
    if is_passive(verb):
        return surface(verb, reach)
    found = _object(verb)
    if (
        not found
        and verb.dep_ == "relcl"
        and children(verb, "nsubj")
        and children(verb, "nsubj")[0].lower_ not in RELATIVE
    ):
        dangling = any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
        return [] if dangling else [verb.head]
    return found


@Once
def frame(verb: Token) -> Frame:
    """Who acts and who is acted upon, passive and relative clauses undone, conjuncts spread."""
    if is_charge(verb):
        return Frame(spread(_of_preposition(verb.nbor(-1), REACH - 1)), spread([verb.head]))
    passive = is_passive(verb)
    if passive:
        agents = [p for by in children(verb, "agent", "prep") if by.lower_ == "by" for p in children(by, "pobj")]
        return Frame(spread(agents or _shared_agent(verb)), spread(surface(verb)), passive=True)
    subject = surface(verb)
    patients = patients_of(verb)
    return Frame(spread(subject), spread([p for p in patients if p not in subject]))


def _shared_agent(verb: Token) -> list[Token]:
    """The agent that the last of some coordinated participles carries for all ("kidnapped and murdered by gunmen")."""
    for _ in range(REACH):
        other = next((c for c in children(verb, "conj") if c.tag_ == "VBN"), None)
        if other is None or children(other, "dobj", "nsubj", "nsubjpass"):
            return []
        found = [p for by in children(other, "agent") for p in children(by, "pobj")]
        if found:
            return found
        verb = other
    return []


FIXED = frozenset({"according", "due", "owing", "thanks", "prior", "next", "because", "instead", "as"})
"""First words of compound prepositions: what follows their "to" or "of" is no party to the event."""


def prepositional(head: Token, *names: str) -> list[Token]:
    """The objects of prepositions `names` on `head`, also two-word ones ("out of"), conjuncts not spread."""
    out = []
    for prep in head.children:
        if prep.dep_ in ("prep", "agent", "prt", "advmod", "dative") and prep.pos_ in (
            "ADP",
            "SCONJ",
            "ADV",
            "PART",
            "VERB",
        ):
            name = prep.lower_
            if name in FIXED and name not in names:
                continue
            objects = children(prep, "pobj")
            for inner in children(prep, "prep"):
                if f"{name} {inner.lower_}" in names or inner.lower_ in names:
                    out += children(inner, "pobj")
            if name in names:
                out += objects
    return out


def dative(verb: Token) -> list[Token]:
    """The indirect object ("gave them aid", "gave aid to them")."""
    out = []
    for child in verb.children:
        if child.dep_ == "dative":
            out += children(child, "pobj") or ([child] if child.pos_ in NOMINAL else [])
    return out


def clause_of(token: Token) -> Token | None:
    """The predicate of the clause that completes a verb, adjective or noun; None when there is none."""
    labels = ("xcomp", "ccomp") if token.pos_ in VERBAL else ("xcomp", "ccomp", "acl")
    found = [c for c in children(token, *labels) if c.i > token.i and c.pos_ in VERBAL]
    if not found:
        for prep in children(token, "prep"):
            found += _in_phrase(prep)
    if not found:
        found = [c for c in children(token, "advcl") if c.i > token.i and is_infinitive(c)]
    return found[0] if found else None


def _in_phrase(prep: Token) -> list[Token]:
    """A gerund behind a preposition, or an infinitive on its object ("called on them to leave")."""
    found = [c for c in children(prep, "pcomp") if c.pos_ == "VERB"]
    if not found and prep.lower_ in ("for", "on", "upon", "to"):
        found = [c for noun in children(prep, "pobj") for c in children(noun, "acl") if is_infinitive(c)]
    return found


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_to_blame(verb: Token) -> bool:
    """Whether a verb stands in "be to blame", where its subject is who did it and blames nobody."""
    return verb.lemma_ == "blame" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and is_infinitive(verb)


def owner(noun: Token) -> list[Token]:
    """Whose it is: the possessor, or the object of "of" or "by"."""
    return children(noun, "poss") or prepositional(noun, "of", "by", "from")
