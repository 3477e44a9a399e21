"""The signals of pairs of tellings as columns: the numbers of `signals.compare`, for all pairs of a sheet at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from allege.link.parts.facts import NOTHING, Truths
from allege.link.parts.kin import Kin
from allege.link.table import Numbers, Reals

if TYPE_CHECKING:
    from allege.link.parts.sheet import Sheet

SUMS = (
    "near", "before", "after", "before_after", "after_before", "mentions", "mentioned", "names", "names_before",
    "names_after", "counted", "actors", "recipients", "places",
)  # fmt: skip
"""What is summed over what two tellings share."""
AT = {name: at for at, name in enumerate(SUMS)}


@dataclass(frozen=True, slots=True)
class Kins:
    """How the anchors of pairs are related (see `Kin`), as columns."""

    derived: Truths
    synonym: Truths
    family: Truths
    near: Reals
    known: Truths

    @classmethod
    def of(cls, found: Sequence[Kin], where: Numbers) -> Kins:
        """What was found of each distinct pair of anchors, spread over the pairs by `where`."""
        flags = [(one.derived, one.synonym, one.family, one.known) for one in found]
        table = np.array(flags, dtype=bool).reshape(-1, 4)[where]
        near_ = np.array([one.near for one in found], dtype=np.float64)[where]
        return cls(table[:, 0], table[:, 1], table[:, 2], near_, table[:, 3])

    @property
    def related(self) -> Truths:
        """By a table."""
        return np.asarray(self.derived | self.synonym | self.family)

    @property
    def shared(self) -> Truths:
        """By their words alone."""
        return np.asarray((self.near == 1.0) & ~self.related)


@dataclass(frozen=True, slots=True)
class Pair:
    """Pairs of rows of a sheet, with what most signals are made from."""

    sheet: Sheet
    left: Numbers
    right: Numbers
    kin: Kins
    sums: Reals

    def sum(self, name: str) -> Reals:
        """One of `SUMS`."""
        found: Reals = self.sums[:, AT[name]]
        return found

    @property
    def related(self) -> Truths:
        """Whether the anchors are related, by a table or by their words."""
        return np.asarray(self.kin.shared | self.kin.related)

    def both(self, truths: Truths) -> Truths:
        """Whether it holds of both tellings."""
        return np.asarray(truths[self.left] & truths[self.right])

    def either(self, truths: Truths) -> Truths:
        """Whether it holds of one or both."""
        return np.asarray(truths[self.left] | truths[self.right])

    def one(self, truths: Truths) -> Truths:
        """Whether it holds of exactly one."""
        return np.asarray(truths[self.left] != truths[self.right])


Columns = dict[str, NDArray[np.float64] | NDArray[np.bool_]]


def columns(pair: Pair) -> Columns:
    """Every signal by name."""
    return {**_anchors(pair), **_documents(pair), **_context(pair), **_names(pair), **_particulars(pair)}


def _anchors(pair: Pair) -> Columns:
    sheet, close, facts = pair.sheet, pair.kin, pair.sheet.facts
    same, head = sheet.same(pair.left, pair.right)
    light, says = pair.either(facts.light), pair.both(facts.says)
    told = facts.told[pair.left], facts.told[pair.right]
    least, most = np.minimum(*told), np.maximum(*told)
    return {
        "same_words": same,
        "same_head": head,
        "shared_word": close.shared,
        "derived": close.derived,
        "synonym": close.synonym,
        "family": close.family,
        "near": close.near,
        "near_head": sheet.near_heads(pair.left, pair.right),
        "near_squared": close.near**2,
        "unknown": ~close.known,
        "light": light,
        "light_same": light & head,
        "reporting": says,
        "reporting_same": says & head,
        "one_named": pair.one(facts.named),
        "both_named": pair.both(facts.named),
        "one_longer": pair.one(facts.longer),
        "told_widely": least,
        "told_most": most,
        "related_told_widely": pair.related * least,
        "related_told_apart": pair.related * (most - least),
        "same_head_same_document": head & _same_document(pair),
    }


def _same_document(pair: Pair) -> Truths:
    return np.asarray(pair.sheet.documents[pair.left] == pair.sheet.documents[pair.right])


def _documents(pair: Pair) -> Columns:
    same, facts = _same_document(pair), pair.sheet.facts
    alone, together = pair.sheet.alike(pair.left, pair.right)
    return {
        "same_document": same,
        "same_sentence": same & (facts.sentence[pair.left] == facts.sentence[pair.right]),
        "documents": alone,
        "together": together,
        "wide": np.where(same, 0.0, pair.sum("near")),
        "related_documents": pair.related * alone,
        "related_together": pair.related * together,
        "near_together": pair.kin.near * together,
        "related_same_document": same & pair.related,
    }


def _context(pair: Pair) -> Columns:
    return {
        "context": pair.sum("near"),
        "before": pair.sum("before"),
        "after": pair.sum("after"),
        "crossed": np.maximum(pair.sum("before_after"), pair.sum("after_before")),
        "mentioned": (np.minimum(1.0, pair.sum("mentions")) + np.minimum(1.0, pair.sum("mentioned"))) / 2,
        "related_context": pair.related * pair.sum("near"),
    }


def _names(pair: Pair) -> Columns:
    facts = pair.sheet.facts
    shared, counted = pair.sum("names") > 0, pair.sum("counted") > 0
    other = pair.both(facts.any_names) & ~shared
    return {
        "name_shared": shared,
        "name_other": other,
        "name_before": pair.sum("names_before") > 0,
        "name_after": pair.sum("names_after") > 0,
        "related_name_other": pair.related & other,
        "count_shared": counted,
        "count_other": pair.both(facts.any_counted) & ~counted,
    }


def _particulars(pair: Pair) -> Columns:
    facts = pair.sheet.facts
    known = pair.both(facts.particular)
    kind = facts.type[pair.left] == facts.type[pair.right]
    modes = facts.mode[pair.left], facts.mode[pair.right]
    moded = known & (modes[0] >= 0) & (modes[1] >= 0)
    out: Columns = {
        "type_same": known & kind,
        "type_other": known & ~kind,
        "mode_same": moded & (modes[0] == modes[1]),
        "mode_other": moded & (modes[0] != modes[1]),
    }
    for field, name in (("actors", "actor"), ("recipients", "recipient"), ("places", "place")):
        shared = pair.sum(field) > 0
        out |= {f"{name}_shared": shared, f"{name}_other": pair.both(facts.any_of[field]) & ~shared}
    for field, name in (("days", "day"), ("tolls", "toll")):
        one, other = facts.bounds[field][pair.left], facts.bounds[field][pair.right]
        both = (one[:, 0] != NOTHING) & (other[:, 0] != NOTHING)
        meet = (one[:, 0] <= other[:, 1]) & (other[:, 0] <= one[:, 1])
        out |= {f"{name}_same": both & meet, f"{name}_other": both & ~meet}
    return out
