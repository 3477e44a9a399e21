"""Which claims of which documents tell of one occurrence: units, their likeness, and the incidents they make."""

from allege.link.incidents.build import Linking, incidents
from allege.link.incidents.collection import Collection
from allege.link.incidents.unit import Unit, units

__all__ = ["Collection", "Linking", "Unit", "incidents", "units"]
