"""The one loader of the language pipeline, and the pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from allege.analyse.analysis import Analysis
from allege.claim import Document
from allege.errors import MissingPart
from allege.settings import Settings

CHUNK = 40_000
"""Code points that the pipeline sees at once: bounds memory; longer texts are cut at a paragraph where there is one."""


@lru_cache(maxsize=2)
def load(name: str) -> Language:
    """The spaCy pipeline with that name, with our tokenizer and sentence rules; raises MissingPart."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise MissingPart("no such spaCy pipeline is installed", where=name, remedy=f"pip install {name.replace('_', '-')}") from error
    return nlp


def analyse(documents: Iterable[Document], settings: Settings) -> Iterator[Analysis]:
    """One analysis for each document, in order."""
    nlp = load(settings.pipeline)
    for document in documents:
        yield Analysis(document, parse(nlp, document.text))


def parse(nlp: Language, text: str) -> Doc:
    """The whole text as one Doc whose tokens' `idx` are offsets into it."""
    pieces = [nlp(text[start:end]) for start, end in _chunks(text)]
    return Doc.from_docs(pieces, ensure_whitespace=False) if len(pieces) > 1 else pieces[0]


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > CHUNK:
        window = text[start : start + CHUNK]
        cut = max(window.rfind("\n\n"), 0) or max(window.rfind(". ") + 1, window.rfind("\n"), window.rfind(" ")) + 1
        cut = cut if cut > CHUNK // 4 else CHUNK
        yield start, start + cut
        start += cut
    yield start, len(text)
