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
        self._doc: Doc | None = None
        self._known: dict[int, T] = {}
        self.__doc__ = make.__doc__

    def __call__(self, token: Token) -> T:
        """What the function gives."""
        if token.doc is not self._doc:
            self._doc, self._known = token.doc, {}
        at = token.i
        if at not in self._known:
            self._known[at] = self._make(token)
        return self._known[at]
