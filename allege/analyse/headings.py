"""Headings whose verb the parser takes for a noun: "Rebels attack church", "Army fires on crowd".

The tagger learnt from running text, where "rebels attack" with nothing before it is a name: of 40 such headings, made
up for the purpose, it read 16 without a verb. Where a clause begins with somebody and a word that can be such a verb,
and no other verb follows, its sentence is parsed anew in the past tense ("Rebels attacked church"), and that parse
stands for it. Words in `data/mentions/headings.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from allege.analyse import data
from allege.analyse.labels import FINITE
from allege.analyse.roles import heads

SUBJECT = 5
"""Words before the verb at most."""

LONGEST = 40
"""Tokens of a sentence that can be a heading, at most."""

NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "VERB", "PART"})
BREAKS = frozenset({",", ";", ":", "-", "–", "—", "|", "."})
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
TODAY = "Today"
OF_DAYS = frozenset(
    {"night", "morning", "evening", "afternoon", "school", "prayer", "market", "league", "club", "worship", "mass"}
)
"""What a weekday names a kind of: "Sunday school teachers"."""

SORTS = frozenset({"person", "group", "weapon"})


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of headings.toml: past tense by form, prepositions that it may go with, subjects, ends."""

    past: Mapping[str, str]
    along: Mapping[str, frozenset[str]]
    subjects: frozenset[str]
    ends: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> Tables:
    table = data.lexicon("mentions/headings.toml")
    past: dict[str, str] = {}
    along: dict[str, frozenset[str]] = {}
    for base, form in (*_items(table["verbs"]), *_items(table["past"])):
        past.update(dict.fromkeys((base, _third(base)), str(form)))
    for base, names in _items(table["with"]):
        along.update(dict.fromkeys((base, _third(base)), frozenset(names if isinstance(names, list) else ())))
    only = {form for base, _ in _items(table["past"]) for form in (base, _third(base))}
    along = {form: names | (frozenset() if form in only else {""}) for form, names in along.items()}
    subjects, ends = (dict(_items(table[name])) for name in ("subjects", "ends"))
    return Tables(past, along, frozenset(_strings(subjects["nouns"])), frozenset(_strings(ends["words"])))


def _items(section: object) -> Iterator[tuple[str, object]]:
    yield from section.items() if isinstance(section, dict) else ()


def _strings(words: object) -> Iterator[str]:
    yield from (str(word) for word in words) if isinstance(words, list) else ()


def _third(base: str) -> str:
    """The third person: "clashes", "raids", "fires"."""
    return base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")


def reread(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The same Docs, headings with a lost verb parsed anew."""
    for doc in docs:
        changed = [(s, words) for s in doc.sents if (words := {**lost_verbs(s), **bare_day(s), **between_marks(s)})]
        yield _mended(nlp, doc, changed) if changed else doc


def lost_verbs(sentence: Span) -> Mapping[int, str]:
    """The past tense of each word that is a verb and is not read as one, by its index in the Doc."""
    if len(sentence) > LONGEST:
        return {}
    out: dict[int, str] = {}
    for first in _clauses(sentence):
        verb = _verb(sentence, first)
        if verb is not None:
            out[verb.i] = _tables().past[verb.lower_]
    return out


def bare_day(sentence: Span) -> Mapping[int, str]:
    """A weekday right before the subject that the parser takes for a part of it: "Friday masked men raided a mill".

    Read as "Today", by its index in the Doc. Only before somebody who acts: "Friday prayers" are no prayers today.
    """
    first = next((t for t in sentence if not t.is_space), None)
    if first is None or first.text not in DAYS or first.i + 2 >= sentence.end or not first.nbor().text.islower():
        return {}
    if first.nbor().lower_ in OF_DAYS:
        return {}
    if first.dep_ == "compound":
        return {first.i: TODAY} if first.head.dep_ in ("nsubj", "nsubjpass") and _can_act(first.head) else {}
    verb = first.head
    if verb.dep_ == "amod" and verb.i == first.i + 1 and verb.head.dep_ == "nsubj" and _can_act(verb.head):
        return {first.i: TODAY}
    lost = (
        verb.i == first.i + 1
        and verb.tag_ in ("VBD", "VBN")
        and any(c.dep_ in ("nsubj", "dobj") and c.i == verb.i + 1 and _can_act(c) for c in verb.subtree)
    )
    return {first.i: TODAY} if lost else {}


def between_marks(sentence: Span) -> Mapping[int, str]:
    """The verb that a heading puts between scare quotes, whose marks are blanks, and the parser takes for an adjective.

    Only before what it is done to ("Guards  tortured prisoners"); "Villagers  forced out" were forced.
    """
    for token in sentence:
        if token.i < sentence.start + 2 or token.tag_ != "VBN" or token.dep_ != "amod" or not token.nbor(-1).is_space:
            continue
        if _can_act(token.nbor(-2)) and token.head.i > token.i:
            return {token.i: "took"}
    return {}


def _clauses(sentence: Span) -> Iterator[int]:
    """Where a clause of the sentence begins: indexes in the Doc."""
    yield sentence.start
    yield from (t.i + 1 for t in sentence if t.text in BREAKS and t.i + 1 < sentence.end)


def _verb(sentence: Span, first: int) -> Token | None:
    """The lost verb of the clause that begins at a token."""
    doc, past = sentence.doc, _tables().past
    for i in range(first, min(first + SUBJECT + 1, sentence.end - 1)):
        token = doc[i]
        if i > first and token.lower_ in past and _can_act(doc[i - 1]):
            return token if not _is_read(token, first) and _goes_on(sentence, token) else None
        if token.pos_ not in NAMING:
            return None
    return None


def _is_read(token: Token, first: int) -> bool:
    """Whether the parser takes the word for a verb with the subject before it."""
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and first <= c.i < token.i]
    return token.pos_ == "VERB" and bool(subjects)


def _can_act(token: Token) -> bool:
    """Whether a word names somebody who does something, or a weapon."""
    words = {token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s"), _man(token.lower_)}
    lexicon = heads()
    known = any(lexicon[w][0] in SORTS for w in words if w in lexicon)
    return token.tag_ not in ("POS", "VBG") and (known or not words.isdisjoint(_tables().subjects))


def _man(word: str) -> str:
    return f"{word[:-2]}an" if word.endswith("men") else word


def _goes_on(sentence: Span, verb: Token) -> bool:
    """Whether what follows can be what a verb takes, and no other verb of the clause does."""
    doc, tables = sentence.doc, _tables()
    after = doc[verb.i + 1]
    along = tables.along.get(verb.lower_, frozenset({""}))
    if after.text in BREAKS or after.lower_ in tables.ends or after.lower_ in tables.past:
        return False
    if after.pos_ in ("ADP", "PART", "SCONJ"):
        return after.lower_ in along
    if "" not in along or after.pos_ in ("AUX", "PUNCT"):
        return False
    for token in doc[verb.i + 1 : sentence.end]:
        if token.text in BREAKS or token.lower_ in tables.ends:
            return True
        if token.tag_ in FINITE:
            return False
    return True


def _mended(nlp: Language, doc: Doc, changed: Sequence[tuple[Span, Mapping[int, str]]]) -> Doc:
    """The Doc with those sentences as they are parsed in the past tense; its words stay what they are."""
    read: list[Token] = list(doc)
    heads_of = [token.head.i for token in doc]
    days: list[tuple[int, int]] = []
    for sentence, verbs in changed:
        again = _parsed(nlp, sentence, verbs)
        read[sentence.start : sentence.end] = list(again)
        heads_of[sentence.start : sentence.end] = [sentence.start + token.head.i for token in again]
        days += [
            (i, sentence.start + next(t.i for t in again if t.head.i == t.i))
            for i, word in verbs.items()
            if word == TODAY
        ]
    deps = [token.dep_ for token in read]
    for day, root in days:
        if day != root:
            heads_of[day], deps[day] = root, "npadvmod"
    out = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in read],
        pos=[token.pos_ for token in read],
        morphs=[str(token.morph) for token in read],
        lemmas=[token.lemma_ for token in read],
        heads=heads_of,
        deps=deps,
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in read],
    )
    for old, new in zip(doc, out, strict=True):
        new.norm_ = old.norm_
    out.tensor = doc.tensor  # Docs of one long text are joined, which fails where one of them has none
    return out


def _parsed(nlp: Language, sentence: Span, verbs: Mapping[int, str]) -> Doc:
    """The sentence alone, with these words in place of its own, as one sentence."""
    words = [verbs.get(token.i, token.text) for token in sentence]
    out = Doc(sentence.vocab, words=words, spaces=[bool(token.whitespace_) for token in sentence])
    for token in out:
        token.is_sent_start = token.i == 0
    for _, part in nlp.pipeline:
        out = part(out)
    return out
