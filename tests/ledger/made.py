"""Records for the ledger's tests: one by hand about an invented valley, many alike, and any at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from allege.claim import (
    Act,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    ClaimKind,
    Commitment,
    Credit,
    CreditKind,
    Document,
    Evidence,
    EvidenceKind,
    Mention,
    MentionType,
    Record,
    Role,
    Run,
    SourceKind,
    Span,
)

T = TypeVar("T")

TEXT = (
    "VARK, June 9 (Example Wire) — Police said the Red Column attacked a bridge on Monday. "
    "Nobody died, according to unnamed intelligence reports. The valley is calm."
)


def span(words: str, text: str = TEXT) -> Span:
    """Where these words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def spans(*pieces: str) -> tuple[Span, ...]:
    """Where these words first stand, as one discontinuous span."""
    return tuple(span(piece) for piece in pieces)


def report(number: int = 0, *, extractor: str = "rules-1", uri: str | None = None) -> Record:
    """A record with a named, an unnamed and the author's own claim; another number is another document."""
    text = TEXT if not number else f"{TEXT} Bulletin {number}."
    document = Document(
        id=f"sha256:{number:064x}",
        uri=uri or f"reports/{number}.txt",
        text=text,
        title="A bridge in Vark",
        published=date(2031, 6, 9),
        raw=f"{text}\n\nLeave a comment",
        runs=(Run(0, 0, len(text)),),
        blocks=(Block(span("VARK, June 9 (Example Wire) —"), BlockKind.DATELINE, "dateline"),),
        credits=(Credit(CreditKind.WIRE, "Example Wire", spans("Example Wire"), "VARK", date(2031, 6, 9)),),
    )
    return Record(document, MENTIONS, SAID, CLAIMS, extractor=extractor)


MENTIONS = (
    Mention(spans("Police"), MentionType.ACTOR, id="m1", entity="vark-police", name="Vark Police", score=0.9),
    Mention(spans("the Red Column"), MentionType.ACTOR, id="m2", entity="red-column", name="Red Column"),
    Mention(spans("a bridge"), MentionType.PLACE, id="m3", latitude=1.5, longitude=-2.5, precision=1),
    Mention(spans("on Monday"), MentionType.TIME, id="m4", start=date(2031, 6, 7), end=date(2031, 6, 7), precision=1),
    Mention(spans("Nobody"), MentionType.QUANTITY, id="m5", low=0, high=0),
)
SAID = (
    Attribution(
        "a1", spans("Police"), spans("said"), spans("the Red Column attacked a bridge on Monday"), source_mention="m1",
        source_kind=SourceKind.OFFICIAL, named=True, why="verb of saying",
    ),
    Attribution("a2", spans("unnamed intelligence reports"), spans("according to"), spans("Nobody died")),
)  # fmt: skip
CLAIMS = (
    Claim(
        "c1", spans("attacked"), ClaimKind.EVENT, "ASSAULT", mode="firearms", subtype="Attack",
        arguments=(Argument(Role.ACTOR, "m2"), Argument(Role.RECIPIENT, "m3"), Argument(Role.TIME, "m4")),
        attributions=("a1",),
        certainty=(Commitment("author", Certainty.UU), Commitment("a1", Certainty.CT_PLUS, "no hedge")),
        evidence=(Evidence(EvidenceKind.OFFICIAL_STATEMENT, spans("Police said")),),
        supports=("c3",), score=0.8, why="verb of attack",
        sentence=span("Police said the Red Column attacked a bridge on Monday."),
    ),
    Claim(
        "c2", spans("died"), ClaimKind.EVENT, "ASSAULT", arguments=(Argument(Role.DEATHS, "m5"),), attributions=("a2",),
        certainty=(Commitment("author", Certainty.UU), Commitment("a2", Certainty.PR_MINUS)), score=0.4,
        evidence=(Evidence(EvidenceKind.UNNAMED_INTELLIGENCE, spans("unnamed intelligence reports")),),
        sentence=span("Nobody died, according to unnamed intelligence reports."),
    ),
    Claim(
        "c3", spans("calm"), ClaimKind.STATE, "STATE", certainty=(Commitment("author", Certainty.CT_PLUS),),
        factuality=3.0, evidence=(Evidence(EvidenceKind.NONE),), sentence=span("The valley is calm."),
    ),
)  # fmt: skip


def copied(record: Record, uri: str) -> Record:
    """The same bytes seen elsewhere."""
    return replace(record, document=replace(record.document, uri=uri))


WORDS = st.sampled_from(("", "Vark", "\0", "a\ud800b", "déjà", "𝔘", "-1.5", "null", "x'y\"")) | st.text(max_size=4)
"""Words, lone surrogates, NUL, and what a database might take for something else."""

NUMBERS = st.none() | st.integers(-(10**25), 10**25)
SCORES = st.floats(allow_nan=False, allow_infinity=False)
DATES = st.none() | st.dates()


@dataclass(frozen=True)
class _Bag:
    """Values drawn once for a record; its parts pick among them (to draw each field by itself takes 0.1 s a record)."""

    random: Random
    words: list[str]
    numbers: list[int | None]
    scores: list[float]
    dates: list[date | None]
    spans: list[Span]

    def maybe(self, values: Sequence[T]) -> T | None:
        """One of the values, or none."""
        return self.random.choice([None, *values])

    def some(self, values: Sequence[T], most: int = 3) -> tuple[T, ...]:
        """A few of the values, in any order, doubles among them."""
        return tuple(self.random.choices(values, k=self.random.randint(0, most))) if values else ()


@st.composite
def any_record(draw: st.DrawFn) -> Record:
    """A record of any shape whose ids point somewhere."""
    text = draw(st.text(st.characters(), max_size=200))
    place = st.integers(0, len(text))
    one = st.tuples(place, place).map(lambda pair: Span(min(pair), max(pair)))
    filled = {"min_size": 1, "max_size": 4}
    bag = _Bag(
        draw(st.randoms(use_true_random=True)), draw(st.lists(WORDS, **filled)), draw(st.lists(NUMBERS, **filled)),
        draw(st.lists(SCORES, **filled)), draw(st.lists(DATES, **filled)), draw(st.lists(one, **filled)),
    )  # fmt: skip
    mentions, said, claims = (tuple(f"{letter}{n}" for n in range(draw(st.integers(0, 4)))) for letter in "mac")
    return Record(
        _document(bag, text),
        tuple(_mention(bag, name) for name in mentions),
        tuple(_attribution(bag, name, said, mentions) for name in said),
        tuple(_claim(bag, name, claims, (said, mentions)) for name in claims),
        extractor=draw(WORDS), analysed=draw(st.booleans()), note=draw(WORDS),
    )  # fmt: skip


def _document(bag: _Bag, text: str) -> Document:
    pick, words = bag.random.choice, bag.words
    name = "sha256:" + f"{pick(range(4)):064x}"
    return Document(
        name, pick(words), text, bag.maybe(words), bag.maybe(words), bag.maybe(words), pick(bag.dates),
        language=pick(words), raw=bag.maybe([text, *words]),
        runs=tuple(Run(start, end, end) for start, end in bag.some(bag.spans)),
        blocks=tuple(Block(span, pick(list(BlockKind)), pick(words)) for span in bag.some(bag.spans)),
        credits=tuple(
            Credit(kind, pick(words), bag.some(bag.spans), bag.maybe(words), pick(bag.dates))
            for kind in bag.some(list(CreditKind))
        ),
    )  # fmt: skip


def _mention(bag: _Bag, name: str) -> Mention:
    pick, words, numbers = bag.random.choice, bag.words, bag.numbers
    return Mention(
        bag.some(bag.spans), pick(list(MentionType)), name, bag.maybe(words), bag.maybe(words), bag.maybe(bag.scores),
        bag.maybe(bag.scores), pick(numbers), pick(numbers), pick(bag.dates), pick(bag.dates), pick(numbers),
        pick(numbers), pick(bag.scores), pick(words),
    )  # fmt: skip


def _attribution(bag: _Bag, name: str, said: Sequence[str], mentions: Sequence[str]) -> Attribution:
    pick, some, spans = bag.random.choice, bag.some, bag.spans
    return Attribution(
        name, some(spans), some(spans), some(spans), bag.maybe(said), bag.maybe(mentions), pick(list(SourceKind)),
        pick([True, False]), pick(list(Act)), pick(bag.scores), pick(bag.words),
    )  # fmt: skip


def _claim(bag: _Bag, name: str, claims: Sequence[str], known: tuple[Sequence[str], Sequence[str]]) -> Claim:
    pick, some, (said, mentions) = bag.random.choice, bag.some, known
    return Claim(
        name, some(bag.spans), pick(list(ClaimKind)), pick(bag.words), bag.maybe(bag.words), bag.maybe(bag.words),
        tuple(Argument(pick(list(Role)), mention) for mention in some(mentions)),
        some(said),
        tuple(Commitment(source, pick(list(Certainty)), pick(bag.words)) for source in some([*said, "author"])),
        pick(bag.scores),
        tuple(Evidence(kind, some(bag.spans)) for kind in some(list(EvidenceKind))),
        some(claims), pick(bag.scores), pick(bag.words), bag.maybe(bag.spans),
    )  # fmt: skip
