"""Whom "he", "they", "it" and "the group" refer to: the best phrase of the last three sentences, by small votes.

After Lappin & Leass (1994): subjects before objects, near before far, names and what the text keeps speaking of before
the rest; number, gender and animacy must agree, and a pronoun is not the subject of its own verb. Linear in the text.
coreferee 1.5.0 was looked at: its package holds no trained model, and it wants word vectors.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from allege.analyse import data
from allege.analyse.found import Found
from allege.analyse.roles import heads
from allege.claim import MentionType

WINDOW = 3
"""Sentences before its own in which a pronoun looks for its antecedent."""
MOST = 60
"""Phrases remembered, so that a sentence without end costs no more."""
ENOUGH = 0.0

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "agent"))
_OBJECTS = frozenset(("dobj", "dative", "iobj"))
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("one", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("one", "f")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("many", "")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
}
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
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
_ARMED = frozenset(("armed_group", "military", "police"))
_PARTS = frozenset(
    ("hundred", "thousand", "dozen", "ten", "score", "number", "majority", "handful", "couple", "million")
)
_BECAUSE = frozenset(("after", "because", "as", "since", "when", "once"))
_CAUSE = 2.0
"""Points for the one whose doing a verb answers: more than a subject and its parallel have before an object."""
_TOLD = 1.3
"""Points off for whoever tells of it: enough that a person who is the object in what is told goes first."""
_DUMMY = frozenset(("seem", "appear", "happen", "turn", "rain", "snow", "take", "mean"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What may be referred to. `head`: index of the head token; `sort`: "person", "group", "place" or "thing"."""

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
class Wanted:
    """What an anaphor needs: "one" person, "many", a "thing", or actors of `kinds`."""

    sort: str
    gender: str = ""
    kinds: frozenset[str] = frozenset()
    lemma: str = ""


def resolve(doc: Doc, found: Iterable[Found]) -> Mapping[int, int]:
    """Antecedents by the index of the anaphor's token: indexes of head tokens; an antecedent is earlier, no anaphor."""
    by_head = _by_head(doc, found)
    inside = _inside(doc)
    out: dict[int, int] = {}
    said: Counter[int] = Counter()
    sexes: dict[str, str] = {}
    memory: deque[Phrase] = deque(maxlen=MOST)
    for number, sentence in enumerate(doc.sents):
        while memory and memory[0].sentence < number - WINDOW:
            memory.popleft()
        for token in sentence:
            wanted = _wanted(token, by_head)
            others = _of_the_other_number(token, wanted, out) if wanted is not None else ()
            free = (phrase for phrase in memory if phrase.head not in others)
            best = _best(token, wanted, free, said, number) if wanted is not None else None
            if best is not None:
                out[token.i] = best.head
                said[best.head] += 1
                memory.append(_again(best, token, number))
                if memory[-1].named and memory[-1].gender:
                    sexes.setdefault(doc[best.head].text, memory[-1].gender)
            elif (
                token.i not in inside
                and token.pos_ in ("NOUN", "PROPN")
                and token.dep_ not in ("compound", "amod", "nmod")
                and not _counts(token)
                and not _denies(token)
            ):
                memory.append(_phrase(token, by_head.get(token.i), number, sexes))
    return out


def _inside(doc: Doc) -> frozenset[int]:
    """Words of a body's name beside its head: the Isles of "the Council of the Isles" are spoken of by nobody."""
    names = (name for name in doc.ents if name.label_ == "ORG")
    return frozenset(i for name in names for i in range(name.start, name.end) if i != name.root.i)


def _of_the_other_number(token: Token, wanted: Wanted, known: Mapping[int, int]) -> frozenset[int]:
    """Whom a pronoun of the other number in the same clause stands for: "what it called their role" is not its own."""
    if wanted.sort not in ("many", "thing"):
        return frozenset()
    other = "thing" if wanted.sort == "many" else "many"
    near = (above for _, above in zip(range(_DEEP), token.ancestors, strict=False) if above.pos_ in ("VERB", "AUX"))
    verb = next(near, None)
    if verb is None:
        return frozenset()
    subjects = (c for c in verb.children if c.dep_ in _SUBJECTS and _PRONOUNS.get(c.lower_, ("", ""))[0] == other)
    return frozenset(known[c.i] for c in subjects if c.i in known)


def _denies(token: Token) -> bool:
    """ "No group": nobody whom a later "it" could mean."""
    return any(c.dep_ == "det" and c.lower_ == "no" for c in token.lefts)


def _by_head(doc: Doc, found: Iterable[Found]) -> dict[int, Found]:
    """Actors, people and places by their head token: "Council" of "the Council of the Southern Isles"."""
    out: dict[int, Found] = {}
    for item in found:
        if item.mention.type in (MentionType.ACTOR, MentionType.PERSON, MentionType.PLACE) and item.kind != "demonym":
            head = doc[item.start : item.end].root.i
            old = out.get(head)
            if old is None or (item.mention.entity and not old.mention.entity) or not old.kind:
                out[head] = item
    return out


def _wanted(token: Token, by_head: Mapping[int, Found]) -> Wanted | None:
    """What the token needs when it is an anaphor; None when it is none."""
    lower = token.lower_
    pronoun = _PRONOUNS.get(lower)
    if pronoun is not None:
        return None if (lower == "it" and _is_dummy(token)) or _is_nobodys(token) else Wanted(*pronoun)
    kinds = _tables().definite.get(lower) if token.pos_ == "NOUN" else None
    if kinds is None or not _is_bare_definite(token):
        return None
    own = by_head.get(token.i)
    if own is not None and own.mention.entity is not None:
        return None
    return Wanted("definite", "", kinds, token.lemma_.lower())


def _is_bare_definite(token: Token) -> bool:
    """ "The group", "these militants": an article or pointer before it, nothing else that says which."""
    lefts = [t for t in token.lefts if not t.is_punct]
    pointed = any(t.lower_ in ("the", "this", "that", "these", "those") for t in lefts)
    return pointed and len(lefts) == 1 and not any(t.dep_ in ("prep", "relcl", "acl", "appos") for t in token.rights)


def _is_nobodys(token: Token) -> bool:
    """ "No group has said | it planted the bomb": it is the group that there is none of."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return False
    speakers = [c for c in verb.head.children if c.dep_ == "nsubj"]
    return any(_denies(c) or c.lower_ in ("nobody", "none", "neither") or c.text.lower() == "no one" for c in speakers)


def _is_dummy(token: Token) -> bool:
    """ "It is clear that", "it was reported that", "it seems": refers to nothing."""
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in _DUMMY or _leaves_no_doubt(verb):
        return True
    clause = any(t.dep_ in ("ccomp", "csubj", "xcomp", "advcl") and t.i > verb.i for t in verb.rights)
    if token.dep_ == "nsubjpass":
        return any(t.dep_ in ("ccomp", "csubj") for t in verb.rights)
    return (
        token.dep_ == "nsubj"
        and verb.lemma_ == "be"
        and (clause or (any(t.dep_ == "acomp" for t in verb.rights) and clause))
    )


def _leaves_no_doubt(verb: Token) -> bool:
    """ "It leaves no doubt", "it leaves little choice": what does so is all that was said before."""
    things = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _tables().idle)
    return verb.lemma_ == "leave" and any(d.lower_ in ("no", "little") for thing in things for d in thing.lefts)


def _best(token: Token, wanted: Wanted, memory: Iterable[Phrase], said: Counter[int], number: int) -> Phrase | None:
    best: tuple[float, int, Phrase] | None = None
    for phrase in memory:
        if not (_agrees(phrase, wanted) or _tells_of_itself(token, wanted, phrase)) or _is_barred(token, phrase):
            continue
        points = _points(phrase, wanted, said, number, token)
        if best is None or (points, phrase.at) >= best[:2]:
            best = points, phrase.at, phrase
    return best[2] if best is not None and best[0] > ENOUGH else None


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


def _is_barred(token: Token, phrase: Phrase) -> bool:
    """A pronoun and its own verb's other argument differ ("they attacked them"); so do an owner and what it owns."""
    at = token.doc[phrase.at]
    if token.lower_ in _REFLEXIVE:
        return False
    if token.dep_ == "poss":
        return token.head.i == at.i
    verb = token.head if token.dep_ != "pobj" else token.head.head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head  # "lined up the men and shot them": the subject of a row of verbs is that of the first
    return (at.head.i == verb.i and at.dep_ in _SUBJECTS and token.dep_ in (*_OBJECTS, "pobj")) or at.head.i == token.i


def _points(phrase: Phrase, wanted: Wanted, said: Counter[int], number: int, token: Token) -> float:
    points = 3.0 - 1.0 * (number - phrase.sentence) + phrase.role
    points += 0.8 * phrase.named + min(1.0, 0.3 * said[phrase.head])
    points += 0.5 * (token.dep_ in _SUBJECTS and phrase.role > 1) + 1.2 * _speaks(token, phrase)
    points += _CAUSE * (_answered(token, phrase) or _who_says(token, phrase)) - _TOLD * _reports(token, phrase)
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
    return verb.dep_ == "ccomp" and at.dep_ in _SUBJECTS and at.head.i == verb.head.i


def _who_says(token: Token, phrase: Phrase) -> bool:
    """ "Guards met drovers who said they …": the phrase speaks the clause whose subject the anaphor is."""
    says = token.head.head
    if token.dep_ != "nsubj" or token.head.dep_ != "ccomp" or says.dep_ != "relcl" or says.head.i != phrase.at:
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in ("who", "which", "that") for c in says.lefts)


def _reports(token: Token, phrase: Phrase) -> bool:
    """ "Prosecutors say that he drove the gunmen there and waited while they …": the phrase only tells of it.

    Only of a clause deeper in what is told; "they" in "prosecutors say that they …" may well be themselves.
    """
    clause = token.head if token.dep_ in _SUBJECTS else None
    if clause is None or clause.dep_ not in ("advcl", "relcl"):
        return False
    speaker = token.doc[phrase.at]
    if speaker.dep_ not in _SUBJECTS:
        return False
    at = clause
    for _ in range(_DEEP):
        at = at.head
        if at.dep_ == "ccomp" and at.head.i == speaker.head.i:
            return True
    return False


_DEEP = 6
"""Clauses up to the one that is told."""


def _answered(token: Token, phrase: Phrase) -> bool:
    """ "Condemned the militia after it …": whoever is blamed, punished or thanked did what that is for.

    The implicit causality of verbs: Garvey & Caramazza (1974).
    """
    clause = token.head if token.dep_ in _SUBJECTS else None
    if clause is None or clause.dep_ != "advcl" or clause.head.lemma_ not in _tables().answering:
        return False
    if not any(c.dep_ in ("mark", "advmod", "prep") and c.lower_ in _BECAUSE for c in clause.lefts):
        return False
    at = token.doc[phrase.at]
    return at.head.i == clause.head.i and at.dep_ in ("dobj", "nsubjpass")


def _phrase(token: Token, found: Found | None, number: int, sexes: dict[str, str]) -> Phrase:
    """A phrase to remember; a surname keeps the sex that a first name, a title or a pronoun gave it."""
    sort, kind = _sort(token, found)
    many = token.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN") for t in token.rights)
    if sort == "group" and found is not None and found.mention.entity:
        many = False
    named = token.pos_ == "PROPN" or (found is not None and found.mention.entity is not None)
    gender = _gender(token, sort)
    if named and gender:
        sexes[token.text] = gender
    gender = gender or (sexes.get(token.text, "") if sort == "person" else "")
    return Phrase(token.i, token.i, number, sort, kind, many, gender, _role(token), named)


def _again(phrase: Phrase, token: Token, number: int) -> Phrase:
    """The same referent, spoken of once more at `token`."""
    return Phrase(
        phrase.head,
        token.i,
        number,
        phrase.sort,
        phrase.kind,
        phrase.many,
        phrase.gender or _PRONOUNS.get(token.lower_, ("", ""))[1],
        _role(token),
        phrase.named,
    )


def _counts(token: Token) -> bool:
    """ "Hundreds" of "hundreds of refugees": the refugees are spoken of."""
    return token.lemma_.lower() in _PARTS and any(t.lower_ == "of" for t in token.rights)


def _role(token: Token) -> float:
    if token.dep_ == "pobj" and token.head.lower_ == "of" and _counts(token.head.head):
        return _role(token.head.head)
    if token.dep_ in _SUBJECTS and token.head.dep_ in ("advcl", "relcl"):
        return 1.1
    if token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return 1.5
    if token.dep_ in _OBJECTS:
        return 0.8
    return 0.3 if token.dep_ == "pobj" else 0.4


def _sort(token: Token, found: Found | None) -> tuple[str, str]:
    if token.pos_ == "PROPN" and (found is None or not found.mention.entity) and _has_title(token):
        return "person", ""
    if found is None:
        if token.ent_type_ == "PERSON":
            return "person", ""
        return ("group", "organization") if token.ent_type_ == "ORG" else ("thing", "")
    if found.mention.type == MentionType.PLACE:
        return "place", found.kind
    if found.mention.type == MentionType.PERSON or (
        found.phrase and token.tag_ in ("NNS", "NNPS") and not _is_body(token, found.kind)
    ):
        return "person", found.kind
    return "group", found.kind or "organization"


def _is_body(token: Token, kind: str) -> bool:
    """Embassies and ministries are no people, as troops and gangs are."""
    return kind not in _ARMED and heads().get(token.lemma_.lower(), ("",))[0] == "group"


def _has_title(token: Token) -> bool:
    """ "General Hale", "Lena Park": a title or a first name before the name, whatever the pipeline tagged."""
    tables, lexicon = _tables(), heads()
    befores = [t.lower_ for t in token.lefts if t.dep_ in ("compound", "nmod")]
    return any(w in tables.masculine or w in tables.feminine or lexicon.get(w, ("",))[0] == "person" for w in befores)


def _gender(token: Token, sort: str) -> str:
    if sort != "person":
        return ""
    words = {token.lower_, *(t.lower_ for t in token.lefts if t.dep_ in ("compound", "nmod"))}
    tables = _tables()
    man, woman = words & tables.masculine, words & tables.feminine
    return "m" if man and not woman else "f" if woman and not man else ""


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of `data/mentions/coreference.toml`."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    definite: Mapping[str, frozenset[str]]
    answering: frozenset[str]
    idle: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> Tables:
    table = data.lexicon("mentions/coreference.toml")
    sexes = [frozenset(_words(table[sex])) for sex in ("masculine", "feminine")]
    definite = table["definite"]
    assert isinstance(definite, dict)
    kinds = {word: frozenset(names) for word, names in definite.items()}
    return Tables(sexes[0], sexes[1], kinds, frozenset(_words(table["answering"])), frozenset(_words(table["idle"])))


def _words(lists: object) -> Iterator[str]:
    for words in lists.values() if isinstance(lists, dict) else ():
        yield from words
