"""Who does it and to whom, read off the dependency parse: subjects, objects, control, coordination, phrases.

`tree` finds the nearest dependents of a word; `spread` those whom one noun stands for; `voice` undoes the passive;
`charges` reads off who is accused of what; `clauses` finds the clause that completes a word; `control` the subject that
a clause takes from what it hangs on. Every function is total: on a broken parse it answers with an empty list.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.analyse.coreference.words import REFLEXIVE
from allege.analyse.labels import SUBJECTS
from allege.extract.nouns import in_class
from allege.extract.once import Once
from allege.extract.roles.charges import ACCUSING, SIDES, is_charge
from allege.extract.roles.clauses import clause_of, is_infinitive, is_to_blame
from allege.extract.roles.control import SAYS, of_preposition, patients_of, surface
from allege.extract.roles.spread import RELATIVE, antecedent, conjuncts, is_listed, spread
from allege.extract.roles.tree import NOMINAL, POINTING, REACH, at_hands, children, dative, owner, prepositional
from allege.extract.roles.voice import UNDERGONE, causer, is_attributive, is_passive, phrases_by, shared_agent

__all__ = [
    "ACCUSING",
    "NOMINAL",
    "POINTING",
    "REFLEXIVE",
    "RELATIVE",
    "SAYS",
    "SIDES",
    "SUBJECTS",
    "UNDERGONE",
    "Frame",
    "antecedent",
    "at_hands",
    "children",
    "clause_of",
    "companions",
    "conjuncts",
    "dative",
    "frame",
    "is_infinitive",
    "is_listed",
    "is_to_blame",
    "owner",
    "patients_of",
    "phrases_by",
    "prepositional",
    "spread",
    "surface",
]


@dataclass(frozen=True, slots=True)
class Frame:
    """The logical subject (`agents`) and object (`patients`) of a predicate, passive undone; heads of phrases."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    passive: bool = False


@Once
def frame(verb: Token) -> Frame:
    """Who acts and who is acted upon, passive and relative clauses undone, conjuncts spread."""
    if is_charge(verb):
        return Frame(spread(of_preposition(verb.nbor(-1), REACH - 1)), spread([verb.head]))
    dying = _death_by(verb)
    if dying is not None:
        return Frame((), spread(owner(dying)), passive=True)
    if is_attributive(verb):
        return Frame((), spread(patients_of(verb)), passive=True)
    passive = is_passive(verb)
    if passive and _is_stand(verb):
        return Frame(spread(surface(verb)), spread(prepositional(verb, "to")))
    if passive:
        agents = [who for by in phrases_by(verb) for p in children(by, "pobj") for who in _of_order(p)]
        undergo = _before_clause(verb, spread(surface(verb)))
        return Frame(spread(agents or shared_agent(verb) or causer(verb)), (*undergo, *companions(verb)), passive=True)
    subject = surface(verb)
    patients = patients_of(verb)
    return Frame(_before_clause(verb, spread(subject)), spread([p for p in patients if p not in subject]))


ORDERS = frozenset({"order", "command", "decree"})


def _of_order(agent: Token) -> list[Token]:
    """Who ordered it, where it was done "by order of | the Committee"; else the agent itself."""
    bare = agent.lemma_.lower() in ORDERS and not any(c.dep_ in ("det", "amod", "poss") for c in agent.lefts)
    return (prepositional(agent, "of") if bare else []) or [agent]


def _is_stand(verb: Token) -> bool:
    """Whether a participle says where somebody stands: "those | opposed | to it", "is | committed | to paying".

    Not "was committed to prison", nor what is "opposed by" somebody.
    """
    if verb.lemma_ not in ("commit", "oppose") or phrases_by(verb):
        return False
    to = [c for c in children(verb, "prep") if c.lower_ == "to" and c.i == verb.i + 1]
    return bool(to) and (verb.lemma_ == "oppose" or bool(children(to[0], "pcomp")))


def _death_by(verb: Token) -> Token | None:
    """The death that a gerund says the manner of: "the | shooting | death of a clerk"."""
    if verb.tag_ != "VBG":
        return None
    near = [verb.head] if verb.dep_ == "amod" else [c for c in children(verb, "dobj") if c.i == verb.i + 1]
    return next((noun for noun in near if noun.lemma_ == "death"), None)


PEOPLED = frozenset({"community", "household", "village"})
"""What people live in: "killed on Monday, with several | communities | in flames"."""


def companions(verb: Token) -> tuple[Token, ...]:
    """The people to whom the same was done: "he was killed along | with two guards"."""
    if verb.lemma_ not in UNDERGONE:
        return ()
    people = [t for t in prepositional(verb, "with") if t.i > verb.i and t.lemma_.lower() not in PEOPLED]
    return spread([t for t in people if t.ent_type_ == "PERSON" or in_class(t, "person")])


def _before_clause(verb: Token, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """The subjects of a participle on a noun, none that comes behind it: "X, led by Y, and Z"."""
    before = verb.dep_ == "acl" and verb.head.i < verb.i and verb.head.lower_ != "those"
    return tuple(t for t in subjects if t.i < verb.i) if before else subjects
