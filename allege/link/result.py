"""What a run of the linker did, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkResult:
    """`documents` were looked at anew, out of `held`; the rest are what the ledger now holds. `seconds` is wall time.

    `derived`: documents that come from another one or from an outside source. `possibly`: pairs of incidents that wait
    for a person. `cost`: what finding the candidate pairs took, in words. `conflicts`: judgements that contradict each
    other, a line each.
    """

    documents: int
    held: int
    incidents: int
    derived: int
    possibly: int
    why: str
    cost: str = ""
    conflicts: tuple[str, ...] = ()
    seconds: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.documents:,} of {self.held:,} documents linked ({self.why}): {self.incidents:,} incidents, "
            f"{self.possibly:,} pairs of them possibly the same, {self.derived:,} documents derived from others"
        )
