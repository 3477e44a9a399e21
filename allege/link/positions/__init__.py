"""Positions: the answers that claims give to the questions about an incident, and who contradicts whom."""

from allege.link.positions.records import Answer, Correction, Denial, Given, Material, SlotAnswers, Standing, View
from allege.link.positions.view import view

__all__ = ["Answer", "Correction", "Denial", "Given", "Material", "SlotAnswers", "Standing", "View", "view"]
