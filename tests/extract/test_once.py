"""What was worked out for a word is kept for its text, and for no other."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from allege.extract.once import Once


def test_a_word_is_read_once_a_text_and_never_taken_for_that_of_another() -> None:
    vocab = Vocab()
    one, other = Doc(vocab, words=["rebels", "fled"]), Doc(vocab, words=["soldiers", "stayed"])
    asked: list[str] = []

    @Once
    def shouted(token: Token) -> str:
        asked.append(token.text)
        return token.text.upper()

    assert [shouted(one[0]), shouted(one[0]), shouted(one[1])] == ["REBELS", "REBELS", "FLED"]
    assert asked == ["rebels", "fled"]
    assert [shouted(other[0]), shouted(one[0])] == ["SOLDIERS", "REBELS"]


def test_a_text_that_is_read_in_the_middle_of_another_leaves_nothing_there() -> None:
    vocab = Vocab()
    one, other = Doc(vocab, words=["rebels", "fled"]), Doc(vocab, words=["soldiers", "stayed"])

    @Once
    def shouted(token: Token) -> str:
        if token.doc is one:
            shouted(other[1])  # as another thread does
        return token.text.upper()

    assert [shouted(one[0]), shouted(other[0])] == ["REBELS", "SOLDIERS"]
