"""What a run of the linker keeps for the next one: how common words are, what is formula, by what documents are found.

A new document is judged by the statistics of the last full build; they are read from the ledger value by value, so that
taking one document into a large ledger does not read the whole vocabulary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from allege.ledger import Ledger
from allege.link.incidents import Collection, Unit
from allege.link.incidents.candidates import keys
from allege.link.incidents.collection import FIELDS, bag
from allege.link.origins import Background

UNIT_FIELD = "unit"
"""The name under which the index keeps the keys of units."""

MOST_KEYS = 96
"""Keys of one unit that are kept in the index: the heaviest."""

_BACKGROUND, _UNITS = "origins/background", "incidents/units"


class AtLeastTwo(Counter[Hashable]):
    """Counts for values that a new document may share with a single older one: whatever is shared is in two."""

    def __getitem__(self, value: Hashable) -> int:
        return max(2, super().get(value, 0))


def hopeful(collection: Collection) -> Collection:
    """The collection as a document that is still to come sees it: what one unit has may be shared yet."""
    return Collection(collection.size, {field: AtLeastTwo(counts) for field, counts in collection.counts.items()})


def unit_keys(unit: Unit, collection: Collection) -> dict[int, float]:
    """The heaviest keys by which a later unit finds this one; `collection` as a later document sees it."""
    found = keys(unit, collection)
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


def collection(ledger: Ledger, units: Sequence[Unit]) -> Collection:
    """How common the values of these units are: as of the last full build, and no less than among these units."""
    here = Collection.of(units)
    named = {_name(field, value): (field, value) for field in FIELDS for unit in units for value in bag(unit, field)}
    counts: Mapping[str, Counter[Hashable]] = {field: Counter(here.counts[field]) for field in FIELDS}
    for name, count in ledger.link_state(named).items():
        field, value = named[name]
        counts[field][value] = max(counts[field][value], int(count))
    size = int(ledger.link_state([_UNITS])[_UNITS])
    return Collection(max(size, here.size), counts)


def signed(numbers: Iterable[int]) -> list[int]:
    """Numbers of up to 64 bits as SQLite keeps them."""
    return [number - 2**64 if number >= 2**63 else number for number in numbers]


def _name(field: str, value: Hashable) -> str:
    return f"count/{field}/{value!r}"
