"""Keeps what a reading of one word gave: finder after finder asks for the same frames, each worked out once a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

T = TypeVar("T")


class Once(Generic[T]):
    """A function of a token whose answers are kept as long as no token of another text comes between.

    The parse must not change any more, and what is given must not be changed by whoever gets it.
    """

    def __init__(self, make: Callable[[Token], T]) -> None:
        self._make = make
        self._kept: tuple[Doc | None, dict[int, T]] = (None, {})  # set as one: another thread may read another text
        self.__doc__ = make.__doc__

    def __call__(self, token: Token) -> T:
        """What the function gives."""
        doc, known = self._kept
        if token.doc is not doc:
            known = {}
            self._kept = token.doc, known
        at = token.i
        try:
            return known[at]
        except KeyError:
            made = known[at] = self._make(token)
            return made
