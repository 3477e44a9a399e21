"""Which actor of the list a written form stands for: definition, other mentions, country and years decide, in order.

Where several bodies fit and nothing tells them apart, or an acronym stands alone, the form stays doubtful: it names
nobody, and its reason names those whom it may name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from allege.analyse.actor_list import Actor
from allege.analyse.found import Found
from allege.analyse.roles import heads

LONGEST_SPAN = 30
"""Years that a time in the text may span and still tell when something happened."""

GRACE = 1
"""Years by which a list may be wrong about when a body began or ended, where nothing fits exactly."""

Years = Sequence[frozenset[int]]
"""Years that a form may be written about, the set to be trusted most first."""

YearsAt = Callable[[int], Years]
"""The years for a token of a Doc."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an actor. `exact`: an acronym, to be written just so; `needs`: it takes support in the text.

    `opens`: where it has none, it is still the name of somebody, and not as often a word.
    """

    actor: Actor
    text: str
    exact: bool
    needs: bool
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a text before its actors: `countries` named (codes), `lands`: these by the last token of each
    name; `years` for a token; `caseless`: the text is all in one case.
    """

    countries: frozenset[str]
    lands: Mapping[int, str]
    years: YearsAt
    caseless: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a text says of the actors in it: whom it names in full, its countries (codes), acronyms that it explains.

    `clear`: those named by a name that no other has; they tell which of several a full name means. `lands`: their
    countries.
    """

    named: frozenset[str]
    clear: frozenset[str]
    lands: frozenset[str]
    countries: frozenset[str]
    defined: Mapping[str, Actor | str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The actor with the reason; or None and those whom the form may name (none where it is no name here)."""

    actor: Actor | None
    why: str = ""
    may: tuple[Actor, ...] = ()


NOBODY = Choice(None)


def chosen(forms: Sequence[Form], about: About, years: Years, kinds: frozenset[str] = frozenset()) -> Choice:
    """The actor that a written form stands for, as far as the text supports one; `kinds`: of words beside it."""
    exact = forms[0].exact
    given = about.defined.get(forms[0].text) if exact else None
    if isinstance(given, Actor):
        return Choice(given, "acronym, given in the text")
    if given is not None:
        return NOBODY
    base = "acronym" if exact else "name in the list"
    groups = tuple(_supported(forms, about, kinds))
    for group, why in groups:
        kept, when = fitting(group, years)
        if len(bodies(kept)) == 1:
            parted = kept[0].needs or len(bodies(group)) < len(bodies(forms))
            return Choice(kept[0].actor, ", ".join(filter(None, [base, why if parted else "", when])))
    return _doubtful(base, next((group for group, _ in groups if group), forms), years)


def _supported(forms: Sequence[Form], about: About, kinds: frozenset[str]) -> Iterator[tuple[list[Form], str]]:
    """The forms that something in the text speaks for, with what does; last those that need no support."""
    exact = forms[0].exact
    named = about.named if exact or all(f.needs for f in forms) else about.clear
    yield [f for f in forms if f.actor.id in named], "named elsewhere in the text"
    yield [f for f in forms if f.actor.country in about.countries], "its country is named"
    opens = [f for f in forms if f.opens and exact]
    yield [f for f in opens if f.actor.country in about.lands], "another of its country is named"
    yield [f for f in opens if f.actor.kind in kinds], "with a word for its kind"
    yield [f for f in forms if not f.needs], ""


def _doubtful(base: str, forms: Sequence[Form], years: Years) -> Choice:
    """Those whom a form may name that the text does not decide; nobody where it may be no name at all."""
    may = bodies(fitting([f for f in forms if f.opens], years)[0])
    if not may or not (forms[0].exact or any(not f.needs for f in forms)):
        return NOBODY
    if len(may) == 1:
        return Choice(None, f"{base} without support in the text", may)
    return Choice(None, f"{base} of {len(may)}, and neither country nor date tells which", may)


def fitting(forms: Sequence[Form], years: Years) -> tuple[Sequence[Form], str]:
    """Those of several bodies that the years leave, and the reason; of a body of ours and the user's, the user's."""
    if len(bodies(forms)) < 2:
        return forms, ""
    for some in years:
        for grace in (0, GRACE):
            alive = [f for f in forms if any(f.actor.lives(year, grace) for year in some)]
            if alive:
                gone = len(bodies(alive)) < len(bodies(forms))
                return _users(alive), f"the one whose years fit {_span(some)}" if gone else ""
    return _users(forms), ""


def _users(forms: Sequence[Form]) -> Sequence[Form]:
    own = [f for f in forms if f.actor.own]
    return own if len(bodies(own)) == 1 else forms


def bodies(forms: Iterable[Form]) -> tuple[Actor, ...]:
    """The actors that the forms write, each once."""
    return tuple({f.actor.id: f.actor for f in forms}.values())


def _span(years: frozenset[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def told(choice: Choice) -> str:
    """A choice's reason, with those whom a doubtful form may name: "…: east-front (1970–1985), west-front (2005–)"."""
    may = ", ".join(f"{a.id} ({a.start or ''}–{a.end or ''})" if a.start or a.end else a.id for a in choice.may)
    return f"{choice.why}: {may}" if may else choice.why


def kinds_beside(doc: Doc, start: int, end: int) -> frozenset[str]:
    """The kinds of actor (heads.toml) that words say which a name stands right beside, as "rebels" or "armed group".

    "XYZ rebels", "the armed group XYZ", "fighters of the XYZ", "XYZ, an armed group".
    """
    head = doc[end - 1]
    beside = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    beside += [token for token in head.children if token.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        beside.append(head.head.head)
    found = {kind for token in beside for kind in (_kind(token),) if kind}
    return frozenset(found | ({"agency", "international"} if "government" in found else set()))


def _kind(token: Token) -> str:
    """The kind of actor that a word names; a body, or people in the plural."""
    sort, kind = heads().get(token.lower_) or heads().get(token.lemma_.lower()) or ("", "")
    written = token.text.islower() or token.is_sent_start
    return kind if written and sort in ("person", "group") else ""


def dated(doc: Doc, times: Iterable[Found], published: date | None) -> YearsAt:
    """For a token the years that its sentence names, then that of publication, as far as they are known."""
    starts = [sentence.start for sentence in doc.sents]
    by_sentence: dict[int, set[int]] = {}
    for item in times:
        first, last = item.mention.start, item.mention.end
        if first is not None and last is not None and last.year - first.year <= LONGEST_SPAN:
            sentence = bisect_right(starts, item.start)
            by_sentence.setdefault(sentence, set()).update(range(first.year, last.year + 1))

    def years(token: int) -> Years:
        told_there = by_sentence.get(bisect_right(starts, token), set())
        return [frozenset(some) for some in (told_there, {published.year} if published else set()) if some]

    return years
