"""Finds names of a list in a Doc, longest first, in one pass: a trie over words without hyphens, accents and case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from spacy.tokens import Doc

from allege.analyse.actor_list import fold

Item = TypeVar("Item")

Common = Callable[[str], bool]
"""Whether a small word is an ordinary one, no name."""

_GLUE = frozenset(("-", "–", "'", "’", "/", ".", "‑"))
_POSSESSIVE = frozenset(("'s", "’s", "'S", "’S"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a Doc: folded, with the index of each one's token; "" is a border that no name crosses.

    `owned[n]`: the word has a possessive ending, which a list may write as a part of it ("Lord's" → "lords").
    """

    doc: Doc
    text: tuple[str, ...]
    token: tuple[int, ...]
    owned: frozenset[int]


folded = lru_cache(maxsize=200_000)(fold)


def words_of(doc: Doc) -> Words:
    """The words of a Doc, punctuation inside names left out."""
    text: list[str] = []
    token: list[int] = []
    owned: set[int] = set()
    for index, item in enumerate(doc):
        word = item.text
        if word in _POSSESSIVE:
            owned.add(len(text) - 1)
        elif word not in _GLUE and not (word.isspace() and "\n\n" not in word):
            for part in word.split("-") if "-" in word and len(word) > 1 else (word,):
                key = folded(part)
                if key or text[-1:] != [""]:
                    text.append(key)
                    token.append(index)
    return Words(doc, tuple(text), tuple(token), frozenset(owned))


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name as the trie holds them; a leading "the" is left out."""
    parts = [fold(part) for part in name.replace("-", " ").replace("/", " ").replace("–", " ").split()]
    parts = [part for part in parts if part]
    return tuple(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


@dataclass(frozen=True, slots=True)
class Match(Generic[Item]):
    """Words `[first, last]` and the tokens `[start, end)` under them; `items` are what the list has under that name."""

    first: int
    last: int
    start: int
    end: int
    items: tuple[Item, ...]


class Trie(Generic[Item]):
    """Names by their words."""

    def __init__(self, names: Iterable[tuple[str, Item]]) -> None:
        self._root: dict[str, object] = {}
        for name, item in names:
            self.add(name, item)

    def add(self, name: str, item: Item) -> None:
        """Put an item under a name."""
        node = self._root
        for word in key_of(name):
            node = node.setdefault(word, {})  # type: ignore[assignment]
        if node is not self._root:
            items = node.setdefault("", [])
            if item not in items:  # type: ignore[operator]
                items.append(item)  # type: ignore[attr-defined]

    def longest(self, words: Words, first: int, fits: Callable[[Match[Item]], bool]) -> Match[Item] | None:
        """The longest name that begins at a word and fits."""
        best: Match[Item] | None = None
        node: Mapping[str, object] | None = self._root
        at = first
        while at < len(words.text) and words.text[at]:
            step = node.get(words.text[at])  # type: ignore[union-attr]
            if step is None and at in words.owned:
                step = node.get(words.text[at] + "s")  # type: ignore[union-attr]
            if step is None:
                break
            node = step  # type: ignore[assignment]
            items = node.get("")  # type: ignore[union-attr]
            if items:
                match = Match(first, at, words.token[first], words.token[at] + 1, tuple(items))  # type: ignore[arg-type]
                best = match if fits(match) else best
            at += 1
        return best

    def find(self, words: Words, fits: Callable[[Match[Item]], bool]) -> Iterator[Match[Item]]:
        """All names that fit, in text order, without overlap."""
        at = 0
        root = self._root
        count = len(words.text)
        while at < count:
            word = words.text[at]
            if word and (word in root or (at in words.owned and word + "s" in root)):
                match = self.longest(words, at, fits)
                if match is not None:
                    yield match
                    at = match.last + 1
                    continue
            at += 1
