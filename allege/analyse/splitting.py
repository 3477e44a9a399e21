"""Splits hashtags, joined words, a bracket before a colon and a stop behind a capital: `#OrsaMill`, `):`, `MoD.`.

The tokens keep their offsets. Behind a bracket that was opened `):` is no emoticon.

A hashtag splits by the names of the actor list, by its capitals and digits, else (all in one case) by word frequency.
A joined word that is no hashtag splits only where it begins with a known name ("AfghanIntelligence") or where a
small word runs into a capitalised one ("attackedThe"): `YouTube`, `McDonald` and `iPhone` stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import accumulate, islice, pairwise

from spacy.tokens import Doc

_HUMP = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|_+|[^\W\d_]")
_HASHTAG = re.compile(r"#(\w{2,})")
_JOINED = re.compile(r"(?<![\w@/.#&=?%+-])[A-Za-z][a-z]{2,}(?:[A-Z][a-z]{2,})+(?![\w/@])(?!\.\w)")
_CLOSED = re.compile(r"\([^()\n]{1,80}\)(?=[:;])")
_STOP = re.compile(r"(?<=[a-z][A-Z])\.(?=\s|$)")
"""The full stop behind a word that ends in a capital, which the tokenizer leaves on it: "said the MoD. They"."""
_PARTICLES = ("mac", "mc", "fitz", "van", "von", "del", "des", "dela", "mic")

Squeezed = Mapping[str, Sequence[str]]
"""Names without blanks and hyphens, in lower case, and the words that they are made of."""


class Splitter:
    """Finds where a text's words must be cut. `names`: squeezed names of actors, countries and demonyms."""

    def __init__(self, names: Squeezed) -> None:
        self._names = names

    def cuts(self, text: str) -> frozenset[int]:
        """The offsets inside words of the frozen text at which to cut them."""
        tags = ((found.start(1), self._of_tag(found.group(1))) for found in _HASHTAG.finditer(text))
        words = ((found.start(), self._of_word(found.group())) for found in _JOINED.finditer(text))
        inside = (at for start, parts in (*tags, *words) for at in islice(_ends(start, parts), len(parts) - 1))
        ends = (*(found.end() for found in _CLOSED.finditer(text)), *(found.start() for found in _STOP.finditer(text)))
        return frozenset((*inside, *ends))

    def _of_tag(self, tag: str) -> Sequence[str]:
        known = self._by_name(tag)
        if known:
            return known
        parts = _HUMP.findall(tag)
        if "".join(parts) != tag:
            return (tag,)
        if len(parts) == 1 and tag.islower() and tag.isascii() and len(tag) > 6:
            return tuple(_by_frequency()(tag))
        return tuple(parts)

    def _of_word(self, word: str) -> Sequence[str]:
        known = self._by_name(word)
        if known:
            return known
        parts = _HUMP.findall(word)
        first = parts[0]
        if first.lower() in _PARTICLES:
            return (word,)
        if first.lower() in self._names or (first.islower() and len(first) > 3):
            return tuple(parts)
        return (word,)

    def _by_name(self, word: str) -> Sequence[str]:
        """The parts of a word that is one or more known names or begins or ends with one and goes on with a capital."""
        humps = _HUMP.findall(word)
        for end in range(len(humps), 0, -1):
            head = "".join(humps[:end])
            parts = self._names.get(head.lower())
            if parts and (end == len(humps) or end > 1 or len(parts) > 1):
                return (*_same_case(head, parts), *humps[end:])
        return ()


def _same_case(word: str, parts: Sequence[str]) -> Iterator[str]:
    at = 0
    for part in parts:
        yield word[at : at + len(part)]
        at += len(part)


@lru_cache(maxsize=1)
def _by_frequency() -> Callable[[str], list[str]]:
    """wordninja's splitter, loaded only when a hashtag needs it (it reads a list of 125,000 words)."""
    import wordninja  # noqa: PLC0415

    return wordninja.split  # type: ignore[no-any-return]


def _ends(start: int, parts: Sequence[str]) -> Iterator[int]:
    """Where each part ends."""
    return accumulate(map(len, parts[1:]), initial=start + len(parts[0]))


def split_tokens(doc: Doc, cuts: Set[int]) -> Doc:
    """The Doc with its tokens cut at these offsets as well; a cut inside an address or handle is left out."""
    if not cuts:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    norms: dict[int, str] = {}
    for token in doc:
        at = [o - token.idx for o in range(token.idx + 1, token.idx + len(token)) if o in cuts]
        if token.like_url or token.like_email or token.text.startswith("@"):
            at = [o for o in at if o == len(token) - 1 and token.text[o] == "."]
        if token.norm != token.lex.norm:
            norms[len(words)] = token.norm_
        words += [token.text[a:b] for a, b in pairwise((0, *at, len(token)))]
        spaces += [False] * len(at) + [bool(token.whitespace_)]
    out = Doc(doc.vocab, words=words, spaces=spaces)
    for index, norm in norms.items():
        out[index].norm_ = norm
    return out
