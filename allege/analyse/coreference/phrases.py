"""What may be referred to: people, bodies, places and things, with their number, gender and place in the clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from allege.analyse.coreference.words import OBJECTS, PRONOUNS, SUBJECTS, tables
from allege.analyse.found import Found
from allege.analyse.roles import ARMED, heads
from allege.claim import MentionType

_PARTS = frozenset(
    ("hundred", "thousand", "dozen", "ten", "score", "number", "majority", "handful", "couple", "million")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What may be referred to, as it was last spoken of.

    `head`: index of the head token of its first mention, `at`: of its last; `sort`: "person", "group", "place" or
    "thing"; `role`: points for its place in the clause.
    """

    head: int
    at: int
    sentence: int
    sort: str
    kind: str
    many: bool
    gender: str
    role: float
    named: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the text tells of its people: the sex that goes with a surname, and the last words of their names."""

    sexes: dict[str, str]
    people: frozenset[str]


def by_head_token(doc: Doc, found: Iterable[Found]) -> dict[int, Found]:
    """Actors, people and places by their head token: "Council" of "the Council of the Southern Isles"."""
    out: dict[int, Found] = {}
    for item in found:
        if item.mention.type in (MentionType.ACTOR, MentionType.PERSON, MentionType.PLACE) and item.kind != "demonym":
            head = doc[item.start : item.end].root.i
            old = out.get(head)
            if old is None or (item.mention.entity and not old.mention.entity) or not old.kind:
                out[head] = item
    return out


def phrase_at(token: Token, found: Found | None, number: int, known: Known) -> Phrase:
    """A phrase to remember; a surname keeps the sex that a first name, a title or a pronoun gave it."""
    sort, kind = _sort(token, found, known.people)
    sexes = known.sexes
    surname = _is_surname(token, known.people)  # "Stokes": one man, whatever the tagger takes it for
    plural = token.tag_ in ("NNS", "NNPS") and not surname
    many = plural or any(t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN") for t in token.rights)
    if sort == "group" and found is not None and found.mention.entity:
        many = False
    named = surname or token.pos_ == "PROPN" or (found is not None and found.mention.entity is not None)
    gender = _gender(token, sort)
    if named and gender:
        sexes[token.text] = gender
    gender = gender or (sexes.get(token.text, "") if sort == "person" else "")
    return Phrase(token.i, token.i, number, sort, kind, many, gender, _role(token), named)


def again(phrase: Phrase, token: Token, number: int) -> Phrase:
    """The same referent, spoken of once more at `token`."""
    return Phrase(
        phrase.head,
        token.i,
        number,
        phrase.sort,
        phrase.kind,
        phrase.many,
        phrase.gender or PRONOUNS.get(token.lower_, ("", ""))[1],
        _role(token),
        phrase.named,
    )


def denies(token: Token) -> bool:
    """ "No group": nobody whom a later "it" could mean."""
    return any(c.dep_ == "det" and c.lower_ == "no" for c in token.lefts)


def counts(token: Token) -> bool:
    """ "Hundreds" of "hundreds of refugees": the refugees are spoken of."""
    return token.lemma_.lower() in _PARTS and any(t.lower_ == "of" for t in token.rights)


def _role(token: Token) -> float:
    if token.dep_ == "pobj" and token.head.lower_ == "of" and counts(token.head.head):
        return _role(token.head.head)
    if token.dep_ in SUBJECTS and token.head.dep_ in ("advcl", "relcl"):
        return 1.1
    if token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return 1.5
    if token.dep_ in OBJECTS:
        return 0.8
    return 0.3 if token.dep_ == "pobj" else 0.4


def _sort(token: Token, found: Found | None, people: Collection[str]) -> tuple[str, str]:
    if token.pos_ == "PROPN" and (found is None or not found.mention.entity) and _has_title(token):
        return "person", ""
    if found is None:
        if token.ent_type_ == "PERSON" or _is_somebody(token, people):
            return "person", ""
        return ("group", "organization") if token.ent_type_ == "ORG" else ("thing", "")
    if found.mention.type == MentionType.PLACE:
        return "place", found.kind
    if found.mention.type == MentionType.PERSON or (
        found.phrase and token.tag_ in ("NNS", "NNPS") and not _is_body(token, found.kind)
    ):
        return "person", found.kind
    return "group", found.kind or "organization"


def _is_somebody(token: Token, people: Collection[str]) -> bool:
    """ "Varl's | mother", and "Varl" where the text names Ola Varl and the tagger has lost the name."""
    if token.pos_ == "PROPN" or _is_surname(token, people):
        return token.text in people
    return token.lower_ in tables().masculine or token.lower_ in tables().feminine


def _is_surname(token: Token, people: Collection[str]) -> bool:
    """Whether a word stands alone for somebody whom the text names with it: "Pierre Stokes … | Stokes | said"."""
    alone = not any(t.dep_ in ("det", "nummod") for t in token.lefts)
    return token.text in people and token.text[:1].isupper() and alone


def _is_body(token: Token, kind: str) -> bool:
    """Embassies and ministries are no people, as troops and gangs are."""
    return kind not in ARMED and heads().get(token.lemma_.lower(), ("",))[0] == "group"


def _has_title(token: Token) -> bool:
    """ "General Hale", "Lena Park": a title or a first name before the name, whatever the pipeline tagged."""
    words, lexicon = tables(), heads()
    befores = [t.lower_ for t in token.lefts if t.dep_ in ("compound", "nmod")]
    return any(w in words.masculine or w in words.feminine or lexicon.get(w, ("",))[0] == "person" for w in befores)


def _gender(token: Token, sort: str) -> str:
    if sort != "person":
        return ""
    words = {token.lower_, *(t.lower_ for t in token.lefts if t.dep_ in ("compound", "nmod"))}
    man, woman = words & tables().masculine, words & tables().feminine
    return "m" if man and not woman else "f" if woman and not man else ""
