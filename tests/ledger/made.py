"""Records for the ledger's tests: one by hand about an invented valley, many alike, and any at all."""

from dataclasses import dataclass, replace
from datetime import date

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


WORDS = st.text(st.characters(), max_size=12)
"""Any characters, lone surrogates and NUL among them."""

NUMBERS = st.none() | st.integers(-(10**25), 10**25)
SCORES = st.floats(allow_nan=False, allow_infinity=False)
DATES = st.none() | st.dates()


@dataclass(frozen=True)
class _Shape:
    """What the parts of one drawn record may point at."""

    many: st.SearchStrategy[tuple[Span, ...]]
    one: st.SearchStrategy[Span]
    mentions: tuple[str, ...]
    said: tuple[str, ...]
    claims: tuple[str, ...]


def _names(draw: st.DrawFn, letter: str, most: int) -> tuple[str, ...]:
    return tuple(f"{letter}{n}" for n in range(draw(st.integers(0, most))))


@st.composite
def any_record(draw: st.DrawFn) -> Record:
    """A record of any shape whose ids point somewhere."""
    text = draw(st.text(st.characters(), max_size=200))
    place = st.integers(0, len(text))
    one = st.tuples(place, place).map(lambda pair: Span(min(pair), max(pair)))
    many = st.lists(one, max_size=3).map(tuple)
    shape = _Shape(many, one, _names(draw, "m", 4), _names(draw, "a", 3), _names(draw, "c", 4))
    maybe = st.none() | WORDS
    credit = st.builds(Credit, st.sampled_from(CreditKind), WORDS, many, maybe, DATES)
    document = Document(
        f"sha256:{draw(st.integers(0, 3)):064x}", draw(WORDS), text, draw(maybe), draw(maybe), draw(maybe), draw(DATES),
        language=draw(WORDS), raw=draw(maybe),
        runs=tuple(draw(st.lists(st.builds(Run, place, place, place), max_size=3))),
        blocks=tuple(draw(st.lists(st.builds(Block, one, st.sampled_from(BlockKind), WORDS), max_size=3))),
        credits=tuple(draw(st.lists(credit, max_size=2))),
    )  # fmt: skip
    return Record(
        document,
        tuple(_mention(draw, name, shape) for name in shape.mentions),
        tuple(_attribution(draw, name, shape) for name in shape.said),
        tuple(_claim(draw, name, shape) for name in shape.claims),
        extractor=draw(WORDS), analysed=draw(st.booleans()), note=draw(WORDS),
    )  # fmt: skip


def _mention(draw: st.DrawFn, name: str, shape: _Shape) -> Mention:
    return Mention(
        draw(shape.many), draw(st.sampled_from(MentionType)), name, draw(st.none() | WORDS), draw(st.none() | WORDS),
        draw(st.none() | SCORES), draw(st.none() | SCORES), draw(NUMBERS), draw(NUMBERS), draw(DATES), draw(DATES),
        draw(NUMBERS), draw(NUMBERS), draw(SCORES), draw(WORDS),
    )  # fmt: skip


def _attribution(draw: st.DrawFn, name: str, shape: _Shape) -> Attribution:
    return Attribution(
        name, draw(shape.many), draw(shape.many), draw(shape.many), draw(st.sampled_from((None, *shape.said))),
        draw(st.sampled_from((None, *shape.mentions))), draw(st.sampled_from(SourceKind)), draw(st.booleans()),
        draw(st.sampled_from(Act)), draw(SCORES), draw(WORDS),
    )  # fmt: skip


def _claim(draw: st.DrawFn, name: str, shape: _Shape) -> Claim:
    def some(items, most):
        return tuple(draw(st.lists(items, max_size=0 if items.is_empty else most)))

    mention = st.sampled_from(shape.mentions) if shape.mentions else st.nothing()
    said = st.sampled_from(shape.said) if shape.said else st.nothing()
    return Claim(
        name, draw(shape.many), draw(st.sampled_from(ClaimKind)), draw(WORDS), draw(st.none() | WORDS),
        draw(st.none() | WORDS),
        some(st.builds(Argument, st.sampled_from(Role), mention), 3),
        some(said, 2),
        some(st.builds(Commitment, said | st.just("author"), st.sampled_from(Certainty), WORDS), 3), draw(SCORES),
        some(st.builds(Evidence, st.sampled_from(EvidenceKind), shape.many), 2),
        some(st.sampled_from(shape.claims), 2), draw(SCORES), draw(WORDS), draw(st.none() | shape.one),
    )  # fmt: skip
