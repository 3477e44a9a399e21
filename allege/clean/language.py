"""Which language a text is in, through py3langid."""

from __future__ import annotations

from functools import lru_cache
from tempfile import gettempdir
from typing import Any

from allege.errors import MissingPart

UNDETERMINED = "und"

MIN_LETTERS = 20
WINDOW = 1_000
"""Code points looked at in one piece: at the start, in the middle and at the end of a text."""

SURE = 0.8
"""Below this probability a text is called nothing but English; so none of 838 English texts was called another."""


def language_of(text: str) -> str:
    """The ISO 639-1 code, or "und" for a text too short to tell, in several languages or in one without such a code."""
    said = [code for code in (_classify(piece) for piece in _windows(text)) if code is not None]
    if not said or len(set(said)) > 1:
        return UNDETERMINED
    return said[0]


def _windows(text: str) -> tuple[str, ...]:
    if len(text) <= 3 * WINDOW:
        return (text,)
    middle = len(text) // 2
    return (text[:WINDOW], text[middle : middle + WINDOW], text[-WINDOW:])


def _classify(piece: str) -> str | None:
    """The code of one piece, "und" when unsure; None when it has too few letters to count."""
    if sum(map(str.isalpha, piece)) < MIN_LETTERS:
        return None
    code, probability = _identifier().classify(piece.lower())
    if code == "en":
        return "en"
    return code if probability >= SURE else UNDETERMINED


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 0.6 s to load, once and when needed

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it unpacks its model into a temporary file
        what = f"no room to unpack the model of languages ({error.strerror or error})"
        remedy = "make room there, or set TMPDIR to a folder on another disk; then run again"
        raise MissingPart(what, where=gettempdir(), remedy=remedy) from error
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier
