"""What a run of the linker keeps for the next one: how common words are, what is formula, by what documents are found.

A new document is judged by the statistics of the last full build; they are read from the ledger value by value, so that
taking one document into a large ledger does not read the whole vocabulary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from allege.ledger import Ledger
from allege.link.incidents import Collection, Unit
from allege.link.incidents.candidates import Openers
from allege.link.incidents.collection import FIELDS
from allege.link.origins import Background

UNIT_FIELD = "unit"
"""The name under which the index keeps the keys of units."""

MOST_KEYS = 96
"""Keys of one unit that are kept in the index: the heaviest."""

_BACKGROUND, _UNITS = "origins/background", "incidents/units"


class AtLeastTwo(Counter[Hashable]):
    """Counts for values that a new document may share with a single older one: whatever is shared is in two."""

    def __init__(self, counts: Counter[Hashable]) -> None:
        super().__init__()
        self._counts = counts

    def __getitem__(self, value: Hashable) -> int:
        return max(2, self._counts[value])


def hopeful(collection: Collection) -> Collection:
    """The collection as a document that is still to come sees it: what one unit has may be shared yet."""
    return replace(collection, counts={field: AtLeastTwo(counts) for field, counts in collection.counts.items()})


def unit_keys(unit: Unit, openers: Openers) -> dict[int, float]:
    """The heaviest keys by which a later unit finds this one; `openers`: as a later document sees the collection."""
    found = openers.keys(unit)
    if len(found) <= MOST_KEYS:
        return found
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_KEYS])


def kept(collection: Collection, background: Background) -> dict[str, str]:
    """The statistics as named values; a value that only one unit has is left out."""
    counts = {
        _name(field, value): str(count)
        for field in FIELDS
        for value, count in collection.counts[field].items()
        if count > 1
    }
    return counts | {_UNITS: str(collection.size), _BACKGROUND: background.packed()}


def background(ledger: Ledger) -> Background:
    """What the collection makes ordinary, as of the last full build."""
    return Background.unpacked(ledger.link_state([_BACKGROUND])[_BACKGROUND])


class Statistics:
    """How common values are as of the last full build: `known`, or read from the ledger when first asked for."""

    def __init__(self, ledger: Ledger | None = None, known: Collection | None = None) -> None:
        self._ledger = ledger
        self._counts: Mapping[str, dict[Hashable, int]] = known.counts if known else {field: {} for field in FIELDS}
        self._size = known.size if known else int(ledger.link_state([_UNITS])[_UNITS]) if ledger else 0

    def around(self, units: Sequence[Unit]) -> Collection:
        """How common the values of these units are: as of the last full build, and no less than among these units."""
        here = Collection.of(units)
        if self._ledger is not None:
            self._read(self._ledger, here)
        counts = {field: _larger(here.counts[field], self._counts[field]) for field in FIELDS}
        return Collection(max(self._size, here.size), counts).judging()

    def _read(self, ledger: Ledger, here: Collection) -> None:
        """Looks up what is not known yet; what the last build left out is in one unit at most."""
        new = {
            _name(field, value): (field, value)
            for field in FIELDS
            for value in here.counts[field]
            if value not in self._counts[field]
        }
        for field, value in new.values():
            self._counts[field][value] = 0
        for name, count in ledger.link_state(new).items():
            field, value = new[name]
            self._counts[field][value] = max(self._counts[field][value], int(count))


def _larger(here: Counter[Hashable], known: Mapping[Hashable, int]) -> Counter[Hashable]:
    """For each value that is here the larger of both counts."""
    return Counter({value: max(count, known.get(value, 0)) for value, count in here.items()})


def _name(field: str, value: Hashable) -> str:
    return f"count/{field}/{value!r}"
