"""Claims in words: a block below their sentence, one line for a table, a whole page for one claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allege.claim import Certainty, ClaimKind, EvidenceKind, Role, SourceKind
from allege.ledger.rows import ClaimRow, Voice
from allege.show import words
from allege.show.terminal.screen import Screen, columns, one_line, wrap

SHORT = 10
"""Digits of a claim's id that lists show; `allege show` takes them."""

DOCUMENT_DIGITS = 8


def short_document(document: str) -> str:
    """The first digits of a document's hash; `allege show` and `--document` take them."""
    return document.removeprefix("sha256:")[:DOCUMENT_DIGITS]


def mark(value: Certainty, screen: Screen) -> str:
    """The mark of a certainty, as wide as the widest one."""
    found = words.certainty_mark(value, ascii_only=not screen.unicode)
    return found + " " * (max(2 if screen.unicode else 3, columns(found)) - columns(found))


def claim_block(row: ClaimRow, screen: Screen, indent: str = "") -> Iterator[str]:
    """What is claimed and how firmly, then the arguments, who says so and on what evidence; its sentence is above."""
    kind = "relation" if row.kind == ClaimKind.RELATION else words.type_words(row.type, row.mode, row.subtype)
    named = f"{screen.style(kind, 'bold')} “{one_line(row.anchor)}”"
    head = f"{mark(row.certainty, screen)} {row.id[:SHORT]}  {named}: {firmness(row)}"
    yield from wrap(head, screen.width, indent, indent + "   ")
    inner = indent + "   "
    given = arguments(row)
    if given:
        yield from wrap(given, screen.width, inner, inner + "  ")
    said = f"{words.act_words(row.voices[-1])}: {one_line(words.chain_words(row.voices))}"
    yield from wrap(f"{said} · {evidence(row)}", screen.width, inner, inner + "  ")


def told_in(quote: str, rows: Iterable[ClaimRow], screen: Screen) -> Iterator[str]:
    """A sentence, and below it the claims that stand in it."""
    yield from wrap(f"“{one_line(quote)}”", screen.width)
    for row in rows:
        yield from claim_block(row, screen, "  ")


def claim_line(row: ClaimRow, screen: Screen) -> str:
    """One claim on one line, cut to the screen's width: id, mark, type, on whose word, sentence."""
    kind = words.type_words(row.type, row.mode)
    voice = one_line(row.voices[-1].source) or "nobody named"
    parts = [row.id[:SHORT], mark(row.certainty, screen), _pad(kind, 20, screen), _pad(voice, 20, screen)]
    return screen.fit("  ".join([*parts, one_line(row.quote)]), screen.width)


def claim_page(row: ClaimRow, screen: Screen) -> Iterator[str]:
    """Everything that the ledger says about one claim."""
    yield screen.style(f"Claim {row.id}", "bold")
    yield from wrap(f"“{one_line(row.quote)}”", screen.width, "  ")
    yield ""
    for name, text in _facts(row):
        label = f"  {name:<13}"
        yield from wrap(f"{label}{one_line(text)}", screen.width, "", " " * len(label)) if text else ()


def _facts(row: ClaimRow) -> Iterator[tuple[str, str]]:
    kind = words.type_words(row.type, row.mode, row.subtype)
    yield "What", f"{words.KINDS[row.kind].label}: {kind}; words: “{row.anchor}”"
    for role in Role:
        yield words.ROLES[role].label.capitalize(), ", ".join(_fillers(row, role))
    yield "Who says it", words.chain_words(row.voices)
    for voice in reversed(row.voices):
        yield "How firmly", f"{words.MARKS[voice.value]} {_commitment(voice)}"
    for kind, text in row.evidence or ((EvidenceKind.NONE, ""),):
        yield "Evidence", words.EVIDENCE[kind].label + (f": “{text}”" if text else "")
    yield "Document", f"{short_document(row.document)}  {f'{row.title}  ({row.uri})' if row.title else row.uri}"
    yield "Published", row.published.isoformat() if row.published else "not known"
    yield "Where", f"code points {row.start} to {row.end} of the text; {row.record_id} in its record"
    yield "Found by", f"{row.why or 'no rule named'}; score {row.score:.2f}"


def _commitment(voice: Voice) -> str:
    who = words.voice_words(voice)
    return f"{who} {words.act_words(voice)}: {words.certainty_words(voice.value)} ({voice.value})"


def firmness(row: ClaimRow) -> str:
    """How firmly the last source holds it, and the author where somebody is cited and the author commits too."""
    own = row.voices[0].value
    said = words.certainty_words(row.certainty)
    if row.voices[-1].kind != SourceKind.AUTHOR and own != Certainty.UU:
        said += f"; by the author: {words.certainty_words(own)}"
    return said


def arguments(row: ClaimRow) -> str:
    """`who: “gunmen” · where: “the airport” (Northport)`; of a relation `“gunmen” is led by “a captain”`."""
    fillers = {role: ", ".join(_fillers(row, role)) for role in Role}
    given = {role: one_line(text) for role, text in fillers.items() if text}
    if row.kind != ClaimKind.RELATION:
        return " · ".join(f"{words.ROLES[role].label}: {text}" for role, text in given.items())
    ends = (given.pop(role, "somebody or something") for role in (Role.ACTOR, Role.RECIPIENT))
    reading = f" {words.type_words(row.type)} ".join(ends)
    return " · ".join((reading, *(f"{words.ROLES[role].label}: {text}" for role, text in given.items())))


def _fillers(row: ClaimRow, wanted: Role) -> list[str]:
    return [_argument(text, name) for role, text, name in row.arguments if role == wanted]


def evidence(row: ClaimRow) -> str:
    """What is offered, with the words that offer it: `on unnamed intelligence (“intelligence reports”)`."""
    given = [(kind, text) for kind, text in row.evidence if kind != EvidenceKind.NONE]
    if not given:
        return words.EVIDENCE[EvidenceKind.NONE].label
    return ", ".join(words.EVIDENCE[kind].label + (f" (“{one_line(text)}”)" if text else "") for kind, text in given)


def _argument(text: str, name: str | None) -> str:
    return f"“{text}”" + (f" ({name})" if name and name.casefold() != text.casefold() else "")


def _pad(text: str, width: int, screen: Screen) -> str:
    fitted = screen.fit(text, width)
    return fitted + " " * (width - columns(fitted))
