"""The words that make a statement less, or other, than a plain one: `allege/data/certainty/*.toml` as records.

After De Facto (Saurí & Pustejovsky 2012) and the implicative signatures of Nairn, Condoravdi & Karttunen (2006).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from allege.analyse.told import told
from allege.claim import Certainty

ANCHOR = Certainty.CT_PLUS


@cache
def combine(context: Certainty, inner: Certainty) -> Certainty:
    """The value of a statement worth `inner` by itself, put where the context is worth `context`."""
    if context.polarity == "u":
        return context
    if inner.polarity == "u":
        return inner
    weaker = inner.at_most(context.modality)
    return weaker if context.polarity == "+" else weaker.negated()


@dataclass(frozen=True, slots=True)
class Signature:
    """What a word leaves of its complement: `plus` where the word holds, `minus` where it is denied.

    `presupposed`: the complement is worth `plus` whatever becomes of the word. `own`: the signature where the author
    speaks for himself. `presupposes`: a definite name of an event is taken for granted, its participants are not.
    """

    name: str
    plus: Certainty
    minus: Certainty
    presupposed: bool = False
    own: Signature | None = None
    presupposes: bool = False

    @property
    def settles(self) -> bool:
        """Whether the complement's value is the same whatever the word's own."""
        return self.presupposed or (self.plus.polarity == "u" == self.minus.polarity)

    def apply(self, context: Certainty) -> Certainty:
        """The value of the complement's place, where the word itself is worth `context`."""
        if self.presupposed:
            return self.plus
        if context.polarity == "u":
            return context
        found = self.plus if context.polarity == "+" else self.minus
        return found.at_most(context.modality)


_SHORT = {"+": Certainty.CT_PLUS, "-": Certainty.CT_MINUS, "u": Certainty.UU}


def _value(text: str) -> Certainty:
    return _SHORT.get(text) or Certainty(text)


def signature(name: str, text: str, own: str | None = None, *, presupposes: bool = False) -> Signature:
    """A signature from its short form in signatures.toml; ValueError for any other form."""
    mine = None if own is None else signature(name, own)
    if text in {"F", "F-"}:
        value = Certainty.CT_MINUS if text == "F-" else Certainty.CT_PLUS
        return Signature(name, value, value, presupposed=True, own=mine, presupposes=presupposes)
    plus, _, minus = text.partition("/")
    return Signature(name, _value(plus), _value(minus or plus), own=mine, presupposes=presupposes)


@dataclass(frozen=True, slots=True)
class Modal:
    """The value of a modal verb plain, negated, before a perfect, and inside reported speech."""

    plain: Certainty
    negated: Certainty
    perfect: Certainty | None = None
    reported: Certainty | None = None


@dataclass(frozen=True, slots=True)
class SourceCue:
    """What a source holds that uses this cue, and what it holds when the cue itself is denied."""

    value: Certainty
    negated: Certainty = Certainty.UU


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of cues.toml."""

    modals: Mapping[str, Modal]
    adverbs: Mapping[str, Certainty]
    adjectives: Mapping[str, Certainty]
    suspects: Mapping[str, Certainty]
    prepositions: Mapping[str, Certainty]
    marks: Mapping[str, str]
    negative_nouns: frozenset[str]
    not_focus: frozenset[str]
    not_even: Mapping[str, frozenset[str]]
    nearly: frozenset[str]
    nearly_within: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_determiners: frozenset[str]
    negative_conjunctions: frozenset[str]
    harmless: frozenset[str]
    generic_heads: frozenset[str]
    generic_determiners: frozenset[str]
    hearsay: frozenset[str]
    traits: Mapping[str, frozenset[str]]
    cards: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sources:
    """The words of sources.toml."""

    acts: Mapping[str, Certainty]
    cues: Mapping[str, SourceCue]
    factive: frozenset[str]
    withheld: frozenset[str]
    author_adverbs: Mapping[str, Certainty]
    lying: frozenset[str]
    lying_by: frozenset[str]
    claiming: frozenset[str]
    bearing_out: frozenset[str]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("allege") / "data" / "certainty" / name).read_text(encoding="utf-8"))


def _values(table: Mapping[str, str]) -> dict[str, Certainty]:
    return {word: Certainty(value) for word, value in table.items()}


def _signatures() -> tuple[dict[tuple[str, str], Signature], dict[str, Signature]]:
    data = _toml("signatures.toml")
    out: dict[tuple[str, str], Signature] = {}
    for row in data["signature"]:
        found = signature(row["name"], row["value"], row.get("own"), presupposes=row.get("presupposes", False))
        out.update({(lemma, form): found for lemma in row["lemmas"] for form in row["forms"]})
    return out, {form: signature("", value) for form, value in data["default"].items()}


def _cues() -> Cues:
    data = _toml("cues.toml")
    return Cues(
        modals={word: Modal(**_values(row)) for word, row in data["modals"].items()},
        adverbs=_values(data["adverbs"]),
        adjectives=_values(data["adjectives"]),
        suspects=_values(data["suspects"]),
        prepositions=_values(data["prepositions"]),
        marks={word: kind for kind, words in data["marks"].items() for word in words},
        negative_nouns=frozenset(data["phrases"]["negative"]),
        not_focus=frozenset(data["not_focus"]["words"]),
        not_even={name: frozenset(words) for name, words in data["not_even"].items()},
        nearly=frozenset(data["nearly"]["words"]),
        nearly_within=frozenset(data["nearly"]["within"]),
        negative_pronouns=frozenset(data["negative"]["pronouns"]),
        negative_determiners=frozenset(data["negative"]["determiners"]),
        negative_conjunctions=frozenset(data["negative"]["conjunctions"]),
        harmless=frozenset(data["negative"]["harmless"]),
        generic_heads=frozenset(data["generic"]["heads"]),
        generic_determiners=frozenset(data["generic"]["determiners"]),
        hearsay=told() | frozenset(data["hearsay"]["nouns"]),
        traits={name: frozenset(words) for name, words in data["traits"].items()},
        cards={name: frozenset(words) for name, words in data["cards"].items()},
    )


def _sources() -> Sources:
    data = _toml("sources.toml")
    return Sources(
        acts=_values(data["acts"]),
        cues={lemma: SourceCue(**_values(row)) for lemma, row in data["cues"].items()},
        factive=frozenset(data["factive"]["cues"]),
        withheld=frozenset(data["withheld"]["verbs"]),
        author_adverbs=_values(data["author_adverbs"]),
        lying=frozenset(data["lying"]["words"]),
        lying_by=frozenset(data["lying"]["by"]),
        claiming=frozenset(data["aside"]["claiming"]),
        bearing_out=frozenset(data["aside"]["bearing_out"]),
    )


SIGNATURES, DEFAULTS = _signatures()
CUES = _cues()
SOURCES = _sources()
