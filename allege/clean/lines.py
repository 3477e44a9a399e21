"""A text's lines as the rules see them, and the rules of allege/data/clean/*.toml made ready to ask.

Rules are data; `LineRule.holds` is all that decides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

EDGE = 10
"""Lines that count as a text's start and as its end."""

MAX_WORDS = 90
"""A longer line is never furniture: no rule looks at it."""

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_WORDS = re.compile(r"[a-z+]+(?:[-'’][a-z]+)*")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]]*$""")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `[start, end)` without the blanks around it, its words, its place among such lines.

    `opens` is false for a line that goes on with the line above it in a text that was broken at a fixed width.
    """

    start: int
    end: int
    text: str
    words: int
    number: int
    from_end: int
    opens: bool = True

    @property
    def like_a_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return _SENTENCE_END.search(self.text) is not None


def lines_of(text: str, start: int = 0) -> tuple[Line, ...]:
    """The lines of `text` from `start` on that are not blank, in order; `text` of a Line has single blanks."""
    found = [(m.start(), m.end(), m.group()) for m in _LINE.finditer(text, start)]
    last, wrapped = len(found) - 1, _is_wrapped(text, found)
    out = []
    for number, (begin, end, line) in enumerate(found):
        flat = " ".join(line.split()) if len(line) < 40 * MAX_WORDS else line
        opens = not wrapped or number == 0 or text.count("\n", found[number - 1][1], begin) > 1
        out.append(Line(begin, end, flat, flat.count(" ") + 1, number, last - number, opens))
    return tuple(out)


NARROW = 40
"""Code points of a line below which it ends what it says also in a text that was broken at a fixed width."""


WIDEST = 100
"""Code points of a line that no text of fixed width has but now and then."""


def unwrapped(text: str) -> str:
    """The text, as long as it was, with blanks for the line ends that only break it at a fixed width."""
    found = [(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)]
    wide = sum(len(line) > WIDEST for _, _, line in found)
    if wide * 10 > len(found) or not _is_wrapped(text, found):
        return text
    out: list[str] = []
    at = 0
    for (_, end, line), (begin, _, _) in pairwise(found):
        between = text[end:begin]
        goes_on = between.count("\n") == 1 and len(line) >= NARROW
        out += text[at:end], between.replace("\n", " ") if goes_on else between
        at = begin
    return "".join([*out, text[at:]])


def _is_wrapped(text: str, found: list[tuple[int, int, str]]) -> bool:
    """Whether most of the longer lines stop in mid-sentence and the next line follows without a blank one."""
    long = [(n, line) for n, (_, _, line) in enumerate(found[:200]) if 45 <= len(line) <= 100]
    broken = sum(
        n + 1 < len(found) and not _SENTENCE_END.search(line) and text.count("\n", found[n][1], found[n + 1][0]) == 1
        for n, line in long
    )
    return len(long) > 2 and broken * 2 > len(long)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A named test of one line. `kind` and `reach` mean something to the rules that carry them."""

    name: str
    words: int
    where: str
    found: Callable[[str], re.Match[str] | bool | None]
    kind: str = ""
    reach: str = ""
    least: int = 1
    also: Callable[[str], re.Match[str] | bool | None] | None = None

    def holds(self, line: Line) -> re.Match[str] | bool | None:
        """Whether the rule is about this line: the match where the rule is a pattern."""
        if not line.opens or (line.words > self.words and not self.reach) or len(line.text) > 40 * MAX_WORDS:
            return None
        if not _PLACES[self.where](line):
            return None
        return self.found(line.text) or (self.also(line.text) if self.also else None)


_PLACES: Mapping[str, Callable[[Line], bool]] = {
    "any": lambda line: True,
    "start": lambda line: line.number < EDGE,
    "end": lambda line: line.from_end < EDGE,
    "below": lambda line: line.number > 0,
}


@lru_cache(maxsize=8)
def rule_file(name: str) -> Mapping[str, Any]:
    """The parsed file `allege/data/clean/NAME.toml`."""
    return tomllib.loads((files("allege") / "data" / "clean" / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def rules(file: str, table: str) -> tuple[LineRule, ...]:
    """The rules of one table (`[[line]]`, `[[section]]`, …) in the order in which they are written."""
    return tuple(_rule(entry) for entry in rule_file(file)[table])


def _rule(entry: Mapping[str, Any]) -> LineRule:
    tests = [maker(entry) for name, maker in _TESTS.items() if name in entry]
    return LineRule(
        name=entry["name"],
        words=entry.get("words", MAX_WORDS),
        where=entry.get("where", "any"),
        found=tests[0],
        kind=entry.get("kind", ""),
        reach=entry.get("reach", ""),
        least=entry.get("least", 1),
        also=tests[1] if len(tests) > 1 else None,
    )


def _only(entry: Mapping[str, Any]) -> Callable[[str], bool]:
    core, least = frozenset(entry["only"]), entry.get("least", 1)
    allowed = core.union(entry.get("also", ()))

    def found(line: str) -> bool:
        said = _WORDS.findall(line.lower())
        return allowed.issuperset(said) and sum(word in core for word in said) >= least

    return found


def _whole(entry: Mapping[str, Any]) -> Callable[[str], bool]:
    phrases = frozenset(entry["whole"])
    return lambda line: line.lower().strip(" :.…*>»«[]()-–—") in phrases


def _phrases(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in phrases)


def _starts(entry: Mapping[str, Any]) -> Callable[[str], re.Match[str] | None]:
    return re.compile(rf"\W*(?:{_phrases(entry['starts'])})", re.IGNORECASE).match


def _contains(entry: Mapping[str, Any]) -> Callable[[str], re.Match[str] | None]:
    search = re.compile(rf"(?<!\w)(?:{_phrases(entry['contains'])})", re.IGNORECASE).search
    spared = re.compile(rule_file("boilerplate")["spared"], re.IGNORECASE).search
    return lambda line: None if spared(line) else search(line)


def _pattern(entry: Mapping[str, Any]) -> Callable[[str], re.Match[str] | None]:
    return re.compile(entry["pattern"], re.IGNORECASE).search


_TESTS: Mapping[str, Callable[[Mapping[str, Any]], Callable[[str], re.Match[str] | bool | None]]] = {
    "only": _only,
    "whole": _whole,
    "starts": _starts,
    "contains": _contains,
    "pattern": _pattern,
}
