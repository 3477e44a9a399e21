"""What kind of event it is, by the rules and the encoder together: the root type of what is done to somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.analysis import Analysis
from allege.analyse.encoder.heads import ROOTS, Floats, chances
from allege.claim import Act, Attribution, Certainty, Role, Span, Spans
from allege.extract.certainty import judge
from allege.extract.events.means import OF_WAR
from allege.extract.learned.main import by_sentence, main_event
from allege.extract.learned.marked import marks
from allege.extract.near import Near
from allege.extract.nouns import contents, in_class
from allege.extract.predication import Predication
from allege.extract.roles import children
from allege.extract.wordlists import word_list

CLASS_OF = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The class of the encoder for the two of PLOVER's types that it does not tell apart."""

STATEMENT, VERBAL, MATERIAL = 0, 1, 2
"""Classes of the encoder: no event but a statement, cooperation in words and in deeds."""

NO_EVENT = 0.5
"""Chance of a mere statement from which the encoder is not asked for a type: it was fitted to find one everywhere."""

OF_DEEDS = frozenset({Act.ADMIT, Act.CLAIM_RESPONSIBILITY, Act.ACCUSE, Act.DENY})
"""Acts whose content is a deed: the sentence is of words, the deed is not."""

FIRM = word_list("firm")
"""Rules whose words leave no doubt of the type."""

FOILING = word_list("foiling")
"""Verbs that keep what is their object from happening."""

FREEING = frozenset({"release", "free", "liberate"})

SPEAKING = frozenset({"REJECT", "ACCUSE", "SUPPORT", "REQUEST", "CONSULT"})
"""Types of what is done by speaking, as violence never is: "said it did not carry out the attack" rejects, the attack
does not; "killed on charges of spying", "filmed the beating" do not accuse.
"""

KIND = frozenset({"AID", "SUPPORT", "COOPERATE", "AGREE", "CONSULT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN"})
"""Types of what is done for somebody and against somebody, by the words that tell of it."""

SURE = 0.6
"""Chance by both together from which another type than the rules' is taken."""


def retyped(analysis: Analysis, found: list[Predication], said: Iterable[Attribution] = ()) -> list[Predication]:
    """The same predications, the main event of each sentence with the type that rules and encoder agree on.

    Only for that one: the head was fitted on sentences with one marked pair, and gives every event in them its type.
    A deed that somebody owns up to, denies or is accused of keeps its own: "claimed responsibility for the kidnapping"
    is told as words, and so is "denied attacking the convoy". So do accusation and denial. Who thwarts an attack
    attacks nobody.
    """
    if analysis.encoded is None:
        return found
    said = tuple(said)
    deeds = [item.content for item in said if item.act in OF_DEEDS]
    cues = [item.cue for item in said if item.act in (Act.ACCUSE, Act.DENY)]
    told = Near((span, span) for spans in (*deeds, *cues) for span in spans)
    out = list(found)
    acts = {p.head for p in found if p.type == "ASSAULT"}
    for n, (roots, classes) in answers(analysis, found):
        head = analysis.doc[found[n].head]
        deed = bool(told.at((head.idx, head.idx + 1)))
        deed = deed or found[n].why.split(",")[0] in FIRM
        deed = deed or (head.lemma_ in FOILING and any(c.i in acts for c in children(head, "dobj", "nsubjpass")))
        if classes[STATEMENT] < NO_EVENT and not deed:
            chosen = _chosen(found[n], roots, classes)
            fought = chosen.type == "PROTEST" and (_of_armed(analysis, found[n]) or not of_crowd(analysis, found[n]))
            kept = fought or _is_contrary(found[n], head, chosen)
            kept = kept or (chosen.type == "REJECT" and _never_was(analysis, found[n]))
            out[n] = found[n] if kept else chosen
    return out


def _is_contrary(predication: Predication, head: Token, chosen: Predication) -> bool:
    """Whether the encoder contradicts the words: a release no arrest, shots no rally, aid no threat."""
    if predication.type in KIND and chosen.type in HOSTILE:
        return True
    if predication.type == "ASSAULT" and chosen.type in SPEAKING:
        return True
    freed = predication.type == "RETREAT" and chosen.type == "COERCE" and head.lemma_ in FREEING
    taken = predication.type in ("ASSAULT", "COERCE") and chosen.type == "RETREAT" and head.lemma_ not in FREEING
    armed = predication.type in KIND and chosen.type == "PROTEST"
    return freed or taken or armed or (predication.mode in OF_WAR and chosen.type == "PROTEST")


def _never_was(analysis: Analysis, predication: Predication) -> bool:
    """Whether what is told was not: "the talks never took place" has no talks, and tells of no refusal, either."""
    if predication.type == "REJECT":
        return False
    return judge(analysis, predication, ()).commitments[0].value is Certainty.CT_MINUS


def _of_armed(analysis: Analysis, predication: Predication) -> bool:
    """Whether those who bear arms do it: clashes of guards and rebels are no rally, and soldiers on patrol march in
    none.
    """
    sides = [analysis.doc[f.head] for f in predication.fillers if f.role in (Role.ACTOR, Role.RECIPIENT)]
    if any(in_class(side, name) for side in sides for name in ("protesters", "mob", "protester")):
        return False
    if predication.type == "MOBILIZE":
        doers = [t for f in predication.fillers if f.role is Role.ACTOR for t in contents(analysis.doc[f.head])]
        return any(in_class(t, "armed") for t in doers)
    return predication.type == "ASSAULT" and len(sides) > 1 and in_class(sides[-1], "armed")


def of_crowd(analysis: Analysis, predication: Predication) -> bool:
    """Whether the words of a sentence bear a protest out: they name one, a crowd, or what one does or carries.

    The encoder takes much for one that no set of events has ("the actor likes to joke", "detectives also took a drum"):
    of ten in texts of other kinds none was. Violence is one only where protest is named: a crowd alone attacks too.
    """
    start, end = analysis.sentence_of(analysis.doc[predication.head])
    words = analysis.tokens((Span(start, end),))
    crowds = CROWDS if predication.type != "ASSAULT" else frozenset()
    return any(t.lemma_.lower() in crowds or any(in_class(t, name) for name in PROTESTING) for t in words)


PROTESTING = ("protest", "protesters", "protester", "mob")
CROWDS = word_list("crowds") | word_list("vague")


def answers(analysis: Analysis, found: list[Predication]) -> list[tuple[int, tuple[Floats, Floats]]]:
    """The main event of each sentence, in text order, with the encoder's chances of its root and of its class."""
    if analysis.encoded is None:
        return []
    at = [
        main_event(analysis, found, here, marks(analysis, sentence))
        for sentence, here in sorted(by_sentence(analysis, found).items())
    ]
    told = analysis.encoded.kinds([_asked(analysis, found[n]) for n in at])
    return [(n, one) for n, one in zip(at, told, strict=True) if one is not None]


def named(root: str, classes: Floats) -> str:
    """PLOVER's type for a class of the encoder: YIELD in words is CONCEDE, in deeds RETREAT."""
    if root != "YIELD":
        return root
    return "CONCEDE" if classes[VERBAL] > classes[MATERIAL] else "RETREAT"


def features(predication: Predication, roots: Floats) -> NDArray[np.float64]:
    """[roots, 3]: for each root type what the three weights are multiplied with (see data/events/kinds.toml)."""
    out = np.zeros((len(ROOTS), 3))
    out[:, 0] = np.log(np.maximum(roots, 1e-6))
    own = CLASS_OF.get(predication.type, predication.type)
    if own in ROOTS:
        out[ROOTS.index(own), 1:] = 1, predication.absorbed
    return out


def _chosen(predication: Predication, roots: Floats, classes: Floats) -> Predication:
    pool = chances(features(predication, roots) @ _weights())
    best = int(pool.argmax())
    if pool[best] < SURE or ROOTS[best] == CLASS_OF.get(predication.type, predication.type):
        return predication
    type_ = named(ROOTS[best], classes)
    why = f"{predication.why}, encoder {type_} {pool[best]:.2f}"
    return replace(predication, type=type_, mode=None, subtype=None, absorbed=False, why=why)


@cache
def _weights() -> NDArray[np.float64]:
    table = data.lexicon("events/kinds.toml")
    return np.array([float(str(table[name])) for name in ("pair", "rule", "context")])


def _asked(analysis: Analysis, predication: Predication) -> tuple[Span, Spans, Spans]:
    def of(role: Role) -> Spans:
        return tuple(span for f in predication.fillers if f.role is role for span in f.spans)

    return analysis.sentence_of(analysis.doc[predication.head]), of(Role.ACTOR), of(Role.RECIPIENT)
