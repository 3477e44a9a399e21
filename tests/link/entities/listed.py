"""An invented list of actors for the tests of the resolver: Vanna, Tarn and the front of the north."""

from __future__ import annotations

from allege.link.entities.index import Index
from allege.link.entities.known import Entry, merged
from allege.link.entities.resolve import Resolver

ENTRIES = (
    Entry(
        "nlf", "Northern Liberation Front of Vanna", "armed_group", ("ML",), 1990, None, ("NLFV",), ("Banner of Dawn",)
    ),
    Entry(
        "nlf-u", "NLFV-Unity", "armed_group", ("ML",), 2001, None, ("NLFV-U",), ("Orrin Unity faction",), parent="nlf"
    ),
    Entry("guard", "Vanna River Guard", "armed_group", ("ML",), 2019, None, ("VRG",)),
    Entry("army-x", "People's Army (Tarn)", "armed_group", ("NE",), 1960, 1980, ("PAT",), ("People's Army",)),
    Entry("army-y", "People's Army (Orrin)", "armed_group", ("SN",), 2001, None, ("PAO", "PAT"), ("People's Army",)),
    Entry("jabhat", "Jabhat al-Varrick", "armed_group", ("ML",)),
)


def resolver() -> Resolver:
    """A resolver over the invented list alone."""
    return Resolver(Index(merged(ENTRIES)))
