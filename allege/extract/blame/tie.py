"""What ties a deed to those at whose door words lay it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.claim import Act


@dataclass(frozen=True, slots=True)
class Tie:
    """Whose deed words say it is.

    `word` says so, and `doers` are those it names (the heads of phrases; none where it is nobody's). `act`: what saying
    it does, where the words have a voice of their own ("blamed"), and `voice` whose it is, where that is said; `cue`:
    their tokens. `at`: the word whose certainty is that of the tie, where that is not the deed's ("was not behind").
    `alone`: whoever stands elsewhere in the clause did nothing ("the report confirms the army's part in it").
    """

    word: Token
    doers: tuple[Token, ...]
    act: Act | None = None
    voice: Token | None = None
    cue: tuple[Token, ...] = ()
    at: Token | None = None
    alone: bool = False
