"""What two spellings of one name share: letters, words, the words in any of the languages of the table, consonants.

Transliteration is anyascii's: any script, no C library. OpenSanctions' rigour gives much the same letters, but pulls in
PyICU, for which PyPI has no built package; what else was tried in place of ours stands with its figures in
docs/method-linking.md. The words that mean the same lie in `allege/data/link/names.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from allege.analyse import data

_APOSTROPHES = re.compile(r"['’`´‘ʿʻʼ\"“”]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_REWRITTEN = (
    (re.compile(r"^(?:al|el)(?=[a-z]{4})"), ""),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"tch|ch|sch|sh"), "s"),
    (re.compile(r"kh|q|ck|c(?![iey])"), "k"),
    (re.compile(r"c(?=[iey])"), "s"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ou|oo|o|w"), "u"),
    (re.compile(r"ee|ey|ei|ie|y|e"), "i"),
    (re.compile(r"z"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"h$"), ""),
    (re.compile(r"ai"), "i"),
)
"""How one sound is written: French and English transliterations of Arabic, Hausa, Somali and Russian names."""

SKELETON = 10
"""Consonants that a name must have before its skeleton alone may tell that two spellings are one name."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table of words: `one` maps a folded word to the one that stands for all of its meaning.

    `common`: folded words that are the whole name of a body of the lists, and an English word of any report.
    """

    one: Mapping[str, str]
    stop: frozenset[str]
    generic: frozenset[str]
    body: frozenset[str]
    ordinary: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The packaged table; a word that stands in two lines belongs to the first."""
    table = data.lexicon("link/names.toml")
    one: dict[str, str] = {}
    for line in _lists(table["same"]):
        for word in line:
            one.setdefault(_folded(word), _folded(line[0]))
    generic = frozenset(one.get(_folded(w), _folded(w)) for w in _words(table["generic"]))
    body = frozenset(one.get(_folded(w), _folded(w)) for w in _words(table["body"]))
    common = frozenset(map(_folded, _words(table["common"])))
    return Lexicon(one, frozenset(_words(table["stop"])), generic, body, frozenset(one.values()) | generic, common)


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _lists(value: object) -> tuple[tuple[str, ...], ...]:
    return tuple(_words(line) for line in value) if isinstance(value, list) else ()


def plain(name: str) -> str:
    """The name in ASCII letters, marks of quotation and apostrophes gone."""
    return _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", name)))


@lru_cache(maxsize=65536)
def letters(name: str) -> str:
    """Letters and digits alone, small: what "Al-Shabaab" and "al Shabaab" share."""
    return re.sub(r"[^a-z0-9]", "", plain(name).lower())


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """One spelling of a word: plural cut, one letter for one sound."""
    word = word.lower()
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us")):
        word = word[:-1]
    for pattern, into in _REWRITTEN:
        word = pattern.sub(into, word)
    return word


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name that count, folded and brought to one language, in the order written."""
    known = lexicon()
    found = re.findall(r"[a-z0-9]+", plain(name).lower())
    kept = [word for word in found if word not in known.stop] or found
    return tuple(known.one.get(_folded(word), _folded(word)) for word in kept)


def key(name: str) -> str:
    """The name's words in any order: "Azawad Liberation Front" and "Front de libération de l'Azawad" share it."""
    return " ".join(sorted(tokens(name)))


@lru_cache(maxsize=65536)
def spelled(name: str) -> str:
    """The name's words in any order, each in its own language: what "Jemaah Islamiya" and "Jema'ah Islamiyah" share."""
    found = re.findall(r"[a-z0-9]+", plain(name).lower())
    kept = [word for word in found if word not in lexicon().stop] or found
    return " ".join(sorted(map(_folded, kept)))


def without_article(words: str) -> str:
    """A name without the article before it: "The Sable League" is asked for as "Sable League"."""
    return _ARTICLE.sub("", words) or words


def is_bare(name: str) -> bool:
    """Whether the name is one word that says what sort of thing is meant, in whatever language ("the army")."""
    found = tokens(name)
    return len(found) == 1 and found[0] in lexicon().ordinary


def is_numbered(name: str) -> bool:
    """Whether the name is a number and what sort of unit it is ("7th Brigade"): every army may have one."""
    found = tokens(name)
    numbers = [word for word in found if word[0].isdigit()]
    return bool(numbers) and len(found) > 1 and lexicon().ordinary.issuperset(w for w in found if w not in numbers)


def is_common(name: str) -> bool:
    """Whether the name is one English word that stands for many things ("the base")."""
    return spelled(name) in lexicon().common


def cased(name: str) -> str:
    """An acronym as it is written, without dots: "JeM" is not "JEM"."""
    return name.replace(".", "").strip()


def bare(name: str) -> str:
    """`key` without the words that say no more than "group"; empty where nothing of the name's own is left."""
    known = lexicon()
    kept = sorted(token for token in tokens(name) if token not in known.generic)
    own = [token for token in kept if token not in known.ordinary and not token.isdigit()]
    return " ".join(kept) if any(len(token) > 3 for token in own) else ""


def sorts(name: str) -> frozenset[str]:
    """The words of the name that say what sort of people they are ("militia", "boys") and not merely "group"."""
    known = lexicon()
    return frozenset(token for token in tokens(name) if token in known.generic and token not in known.body)


def skeleton(name: str) -> str:
    """The consonants of the name in the order written, each run once; empty where they are too few to tell."""
    known = lexicon()
    words = [word for word in re.findall(r"[a-z0-9]+", plain(name).lower()) if word not in known.stop]
    found = re.sub(r"[aeiouh]", "", "".join(map(_folded, words)))
    found = re.sub(r"(.)\1+", r"\1", found)
    return found if len(found) >= SKELETON else ""


def initials(name: str) -> frozenset[str]:
    """The acronyms that a written name gives: the initials of the words that count; three letters or more."""
    words = re.findall(r"[A-Za-z0-9]+", plain(name))
    form = "".join(word[0].upper() for word in words if word.lower() not in lexicon().stop)
    return frozenset({form} if len(form) > 2 else ())


def is_acronym(name: str) -> bool:
    """Whether the name is written as an acronym: capitals, few letters ("FDLR", "SLM/A-MM", "M23", "3R")."""
    text = name.strip().replace(".", "")
    small = sum(c.islower() for c in text)
    return 1 < len(text) <= 14 and " " not in text and sum(c.isupper() for c in text) > small and small <= 3


def hashtag(name: str) -> str:
    """A hashtag's words: "#BokoHaram" → "Boko Haram"; the name itself where it is none."""
    if not name.startswith("#") and not re.fullmatch(r"(?:[A-Z][a-z]{2,}){2,}", name):
        return name
    return " ".join(_CAMEL.sub(" ", name.lstrip("#").replace("_", " ")).split())
