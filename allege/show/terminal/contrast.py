"""Two sources of one incident in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from allege.claim import Certainty
from allege.link.positions import Answer, Standing, View
from allege.link.positions.contrast import Row, Side
from allege.show import incident_words
from allege.show.linked import SHORT
from allege.show.terminal.claims import mark
from allege.show.terminal.screen import Screen, columns, one_line, wrap

LABEL = 11

SIGNS = {
    "clash": ("≠", "!="), "same": ("=", "=="), "partly": ("∩", "=?"), "fits": ("≈", "~~"), "differs": ("≉", "!~"),
    "": (" ", "  "),
}  # fmt: skip
"""Between the columns: clash, same answer, one of several the same, one says less than the other, one differs and is
only called possible; with Unicode and without."""


def contrast_page(view: View, left: Side, right: Side, rows: Sequence[Row], screen: Screen) -> Iterator[str]:
    """A head with the two names, then a block for each slot; a source that gives no answer says nothing of it."""
    title = f"Incident {view.incident.id[:SHORT]}, {one_line(incident_words.as_told(view))}"
    yield from (screen.style(line, "bold") for line in wrap(title, screen.width, "", "  "))
    yield ""
    half = (screen.width - LABEL - 4) // 2
    names = [list(wrap(one_line(side.words), half)) for side in (left, right)]
    yield from (screen.style(line, "bold") for line in _joined("", " ", *names, half=half))
    for row in rows:
        sign = SIGNS[row.relation][0 if screen.unicode else 1]
        cells = [_cell(answers, left if place == 0 else right, half, screen)
                 for place, answers in enumerate((row.left, row.right))]  # fmt: skip
        label = incident_words.SLOTS[row.slot].label
        for line in _joined(label, sign, *cells, half=half):
            yield screen.style(line, "bad") if row.relation == "clash" and line.startswith(label) else line
    yield ""
    legend = " · ".join(f"{SIGNS[name][0 if screen.unicode else 1]} {meaning}" for name, meaning in _LEGEND)
    firm = ", ".join(f"{mark(one, screen).strip()} {words}" for one, words in _MARKS)
    for text in (legend, f"{firm}; said: the latest day on which it was"):
        yield from (screen.style(line, "dim") for line in wrap(text, screen.width))


_MARKS = (
    (Certainty.CT_PLUS, "certain"), (Certainty.PR_PLUS, "probable"), (Certainty.PS_PLUS, "possible"),
    (Certainty.CT_MINUS, "that it is not so"),
)  # fmt: skip
"""What stands before an answer, and how firmly the source then holds it."""

_LEGEND = (
    ("clash", "they cannot both be right"), ("differs", "nor these, and one is only called possible"),
    ("same", "same answer"), ("partly", "one answer of several is the same"), ("fits", "one says less than the other"),
)  # fmt: skip


def _cell(answers: Sequence[Answer], side: Side, width: int, screen: Screen) -> list[str]:
    lines: list[str] = []
    for answer in answers:
        own = [one for one in answer.given if (one.voice.key or one.voice.identity) == side.key]
        sign = mark(own[0].certainty if own else Certainty.UU, screen)
        day = max((one.as_of for one in own if one.as_of), default=None)
        gone = all(one.standing is not Standing.STANDS for one in own)
        tail = f" ({own[0].standing.value})" if gone and own else f" (said {day.isoformat()})" if day else ""
        lines += wrap(f"{sign} {one_line(answer.position.value)}{tail}", width, "", "   ")
    return lines or ["says nothing of it"]


def _joined(label: str, sign: str, left: Sequence[str], right: Sequence[str], *, half: int) -> Iterator[str]:
    for number, (one, other) in enumerate(zip_longest(left, right, fillvalue="")):
        first = number == 0
        gap = " " * (half - columns(one))
        yield f"{label if first else '':<{LABEL}}{one}{gap} {sign if first else ' ':<2} {other}".rstrip()
