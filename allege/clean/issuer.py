"""Who issues a statement, where its form leaves no doubt: title, letterhead or signature.

"COMMUNIQUE No. 7 OF THE LAKE FRONT"; a body's name above "PRESS RELEASE"; "The Central Committee of the Lake Front"
below a text that says "we". Forms and words are in allege/data/clean/issuers.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from allege.clean.lines import Line, rule_file

HEAD, FOOT = 6, 3
"""Lines at the head among which the form is named, and at the foot among which a statement is signed."""

MOST = 9
"""Words of a line that names a body."""

READ = 20_000
"""Code points of the text in which a "we" is looked for."""

LONGEST = 160
"""Code points of a line that names a form or a body."""

_WE = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|OUR)\b")
"""Not "us": "US forces" are no writer."""
_QUOTED = re.compile(r'"[^"]*"|“[^“”]*”')
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "&", "de", "la", "al"})


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that speaks, whoever signs for it, and the lines at the foot that are the signature; `organ`: whether
    an organ of it or somebody signs ("The Central Committee of …"), and not its name alone.
    """

    body: str
    signed_by: str | None = None
    signature: tuple[Line, ...] = ()
    organ: bool = False


def issuer(text: str, lines: Sequence[Line], *, signed: bool) -> Issuer | None:
    """Who issues the statement that `text` is; None for any other text. `signed`: whether a writer is named elsewhere.

    A signature alone, or a title, counts where the text says "we" and no writer is named: a paper may head a story
    "Statement of the Lake Front".
    """
    found = _signature(lines)
    form = next((line for line in lines[:HEAD] if _short(line) and _is_form(line.text)), None)
    if found is None and form is None:
        return None
    above = _letterhead(lines[: form.number], found.body if found else "") if form else None
    below = _titled(form) if form else None
    says_we = _WE.search(_QUOTED.sub("", text[:READ])) is not None
    body = above or (below if says_we and not signed else None)
    if body is None and (found is None or signed or not says_we or not (form or found.organ)):
        return None
    ours = found if found is not None and (body is None or _agree(found.body, body)) else None
    name = body or (ours.body if ours else "")
    writer = _cased(ours.signed_by, text, person=True) if ours and ours.signed_by else None
    return Issuer(_cased(name, text), writer, ours.signature if ours else ())


def _is_form(words: str) -> bool:
    """Whether a line is nothing but what a text calls itself: "Statement by the front claims 12 dead" is a headline."""
    found = _form().match(words)
    return found is not None and (not found["body"] or _names(found["body"].partition(" on ")[0].strip(" .,")))


def _titled(form: Line) -> str | None:
    """The body behind the form's name: "COMMUNIQUE No. 7 OF THE LAKE FRONT"."""
    found = _form().match(form.text)
    name = found["body"] if found else None
    return name if name and _is_body(name) else None


def _letterhead(above: Sequence[Line], signed: str) -> str | None:
    """The body whose name stands above the form: the one that signs, else the first that is no state."""
    lines = (line.text.strip(" .,") for line in above if line.opens and _short(line))
    names = [name for name in lines if _is_called_body(name) and not _starts(name, "states")]
    return next((name for name in names if signed and _agree(signed, name)), names[0] if names else None)


def _signature(lines: Sequence[Line]) -> Issuer | None:
    """What the last lines sign: a body, by one of its organs or under its name, and who signs for it."""
    for at in range(len(lines) - 1, max(len(lines) - 1 - FOOT, 0), -1):
        line = lines[at]
        name = line.text.strip(" .,-–—")
        if not _short(line) or line.like_a_sentence or not line.opens:
            return None
        organ = _organ().match(name)
        body = organ["body"] if organ else name
        if not (organ or _is_body(name)) or not _names(body):
            continue
        over = lines[at - 1]
        person = bool(organ and organ["person"]) and _is_person(over)
        signed_by = over.text.strip(" .,") if person else None
        return Issuer(body, signed_by, (over, line) if person else (line,), bool(organ))
    return None


def _short(line: Line) -> bool:
    return len(line.text) <= LONGEST


def _is_body(name: str) -> bool:
    """Whether a line is nothing but the name of a body."""
    return _names(name) and not frozenset(_table()["bodies"]).isdisjoint(name.casefold().split())


def _is_called_body(name: str) -> bool:
    """Whether the word for a body ends its name, or stands before "of" or "for"; "Guards Kill Two" is a headline."""
    words = name.casefold().split()
    ends = [word for word, after in zip(words, [*words[1:], "of"], strict=True) if after in ("of", "for")]
    return _names(name) and not frozenset(_table()["bodies"]).isdisjoint(ends)


def _names(name: str) -> bool:
    words = name.split()
    plain = all(_WORD.fullmatch(word.strip(".,")) or word == "&" for word in words)
    return plain and 0 < len(words) <= MOST and all(word[0].isupper() or word in _SMALL for word in words)


def _is_person(line: Line) -> bool:
    words = line.text.split()
    plain = _short(line) and not line.like_a_sentence
    return plain and 1 < len(words) <= MOST and all(word[0].isupper() for word in words)


def _agree(one: str, other: str) -> bool:
    """Whether all words of the shorter name stand in the other."""
    first, second = (set(name.casefold().split()) - _SMALL for name in (one, other))
    return first <= second or second <= first


def _starts(name: str, table: str) -> bool:
    return name.casefold().removeprefix("the ").startswith(tuple(_table()[table]))


def _cased(name: str, text: str, *, person: bool = False) -> str:
    """A name without its article, and out of capitals: as the text has it elsewhere, else word by word."""
    name = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    loud = [word.isupper() and len(word) > 1 for word in name.split() if word not in _SMALL]
    if not (any(loud) if person else all(loud)):
        return name  # "NATO Command"
    for found in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not any(word.isupper() and len(word) > 1 for word in found.group().split()):
            return found.group()
    words = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in name.split()]
    return " ".join([words[0].capitalize(), *words[1:]]) if words else name


def _table() -> dict[str, list[str]]:
    return dict(rule_file("issuers"))


def _any(table: str) -> str:
    return "|".join(re.escape(words) for words in sorted(_table()[table], key=len, reverse=True))


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    number = r"(?:,?\s+(?:no|nr|number)\b\.?\s*[\w/.-]+|\s+\d[\d/.-]*)?"
    body = r"(?:,?\s+(?:issued\s+)?(?:of|by|from)\s+(?:the\s+)?(?P<body>\S.*)|[\W\d]*(?:of )?[\W\d]*(?:\w+ \d{4})?\W*)"
    return re.compile(rf"^\W*(?:{_any('forms')})\b{number}{body}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _organ() -> re.Pattern[str]:
    organs = rf"(?:the\s+)?(?:(?:{_any('organs')})|(?P<person>(?:\w+ )?(?:{_any('speakers')})))"
    return re.compile(rf"^{organs}\s+(?:of|for)\s+(?:the\s+)?(?P<body>\S.*)$", re.IGNORECASE)
