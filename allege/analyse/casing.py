"""Gives a text in ALL CAPITALS, or in none, its case back, so that the pipeline can tell names from words.

Only letters change, each to one letter, so offsets stay. A word is a name unless the pipeline's own word list
(the lemmatizer's) has it; words of that list that are names are in the files `NAMES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from spacy.language import Language

from allege.analyse.data import lines

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BRACKETED = re.compile(r"(?<=[(\[])[^\W\d_]{2,8}(?=[)\]])")
_POINTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}")
"""Letters with points: "u.s.", "U.N."; the point behind the last of them ends no sentence."""

_SENTENCE_START = re.compile(r"(?:\A|(?<!\.\w)[.!?]['\"”’)]?\s+|\n\s*\n\s*)['\"“‘(]*([^\W\d_])")
_LABEL = re.compile(r"(?m)^[ \t]*([^\W\d_]{3,}(?:(?:[ '’-]|\. )[^\W\d_]{2,}){0,4})(?=: +\S)")
"""Who speaks in a transcript, in capitals alone: "MAYOR OF OSTEN: They burned it."."""

NAMES = ("mentions/capitals.txt", "mentions/capitals_own.txt")

RARE = 200
"""Letters for each capital in a text that is taken to have none."""

HOURS = frozenset({"a.m.", "p.m.", "i.e.", "e.g."})
"""Letters with points that stay small."""

SHORT_LINE = 4
"""Fewer words than this say nothing about a paragraph's case."""

_SUFFIXES = ("'s", "’s", "ies", "es", "s", "ed", "d", "ing", "ly", "er", "ers", "n't", "n’t")
_REPAIRS = {"ies": ("y",), "ed": ("", "e"), "ing": ("", "e"), "er": ("", "e"), "ers": ("", "er")}
_PARTICLES = frozenset(("de", "la", "el", "los", "las", "del", "al", "bin", "ibn", "von", "van", "y", "e", "da", "di"))


class Caser:
    """Knows the usual case of words: of the pipeline's word list, of names, and of acronyms (given in capitals)."""

    def __init__(self, nlp: Language, acronyms: frozenset[str]) -> None:
        self._known = _word_list(nlp)
        self._names = frozenset(chain.from_iterable(map(lines, NAMES))) if self._known else frozenset()
        self._acronyms = acronyms
        self._cased = lru_cache(maxsize=100_000)(self._case_of)

    def restore(self, text: str) -> str:
        """The text with its case given back in each paragraph that has one case only; same length."""
        if not self._known:
            return text
        pieces = list(_paragraphs(text))
        lower = RARE * sum(map(str.isupper, text)) < sum(map(str.isalpha, text))
        out, at = [], 0
        for start, end in pieces:
            piece = text[start:end]
            if (lower or _shouts(piece)) and len(_WORD.findall(piece)) >= SHORT_LINE:
                out += [text[at:start], self._recased(piece, shouted=not lower)]
                at = end
        text = "".join([*out, text[at:]]) if out else text
        return _LABEL.sub(self._named, text)

    def _named(self, label: re.Match[str]) -> str:
        """A label with its case given back, where it has capitals alone and names more than one acronym."""
        words = label.group()
        if not words.isupper() or words.strip().upper() in self._acronyms:
            return words
        return self._recased(words, shouted=True)

    def is_common(self, lower: str) -> bool:
        """Whether a word in small letters is an ordinary one rather than a name."""
        return lower not in self._names and self._is_word(lower)

    def _recased(self, text: str, *, shouted: bool) -> str:
        words = _WORD.sub(lambda m: self._cased(m.group(), shouted), text)
        words = _BRACKETED.sub(lambda m: m.group() if self._is_word(m.group()) else _each(str.upper, m.group()), words)
        words = _POINTED.sub(lambda m: m.group() if m.group() in HOURS else _each(str.upper, m.group()), words)
        return _SENTENCE_START.sub(lambda m: m.group()[:-1] + _one(str.upper, m.group(1)), words)

    def _case_of(self, word: str, shouted: bool) -> str:
        lower = _each(str.lower, word)
        bare = re.sub(r"['’]s$", "", lower)
        if bare.upper() in self._acronyms and (bare not in self._known or bare in self._names):
            return _each(str.upper, bare) + lower[len(bare) :]
        if bare in _PARTICLES or (bare not in self._names and self._is_word(bare)):
            return lower
        if shouted and len(bare) > 1 and not re.search("[aeiouy]", bare[:-1]):
            return word
        return _one(str.upper, lower[0]) + lower[1:]

    def _is_word(self, lower: str) -> bool:
        if lower in self._known:
            return True
        for suffix in _SUFFIXES:
            stem = lower.removesuffix(suffix)
            if stem == lower or stem in self._names:
                continue
            if len(stem) > 2 and any(stem + r in self._known for r in _REPAIRS.get(suffix, ("",))):
                return True
            doubled = len(stem) > 3 and stem[-1] == stem[-2]
            if doubled and suffix in {"ed", "ing", "er", "ers"} and stem[:-1] in self._known:
                return True
        return False


def has_one_case(text: str) -> bool:
    """Whether a text has (almost) no capitals, or nothing but capitals: then they tell no names from words."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return RARE * min(upper, lower) < upper + lower


def _word_list(nlp: Language) -> frozenset[str]:
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    tables: list[Mapping[object, object]] = [lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")]
    held = (list, tuple, set, frozenset, dict)
    entries = (entry for table in tables for entry in table.values() if isinstance(entry, held))
    words = set(map(str, chain.from_iterable(entries)))
    return frozenset(words | nlp.Defaults.stop_words | {"could", "might", "shall", "him", "them", "their", "its"})


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in re.finditer(r"\n[ \t\r]*\n\s*", text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _shouts(piece: str) -> bool:
    upper = sum(map(str.isupper, piece))
    return upper > 12 and upper >= 9 * sum(map(str.islower, piece))


def _each(change: Callable[[str], str], word: str) -> str:
    return "".join(_one(change, letter) for letter in word)


def _one(change: Callable[[str], str], letter: str) -> str:
    changed = change(letter)
    return changed if len(changed) == 1 else letter
