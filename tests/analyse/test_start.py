"""spaCy starts without its command line, and has it for whoever asks."""

from __future__ import annotations

import subprocess
import sys

LEFT_OUT = """
import sys
from allege.analyse.start import swiftly
with swiftly():
    import spacy
print("spacy.cli" in sys.modules, "typer" in sys.modules)
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(spacy.cli.app.info.name or "app")
"""


def test_command_line_is_left_out_until_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", LEFT_OUT], capture_output=True, text=True, check=True)
    assert done.stdout.split()[:3] == ["False", "False", "True"]


LISTED = """
import catalogue
from allege.analyse.start import listed_once
offered = catalogue.AVAILABLE_ENTRY_POINTS
registry = catalogue.create("console_scripts_of_a_test", entry_points=True)
registry.entry_point_namespace = "console_scripts"
one = sorted(entry.name for entry in registry._get_entry_points())
with listed_once():
    two = sorted(entry.name for entry in registry._get_entry_points())
print(bool(one), one == two, catalogue.AVAILABLE_ENTRY_POINTS is offered)
"""


def test_registries_find_the_same_offers() -> None:
    done = subprocess.run([sys.executable, "-c", LISTED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]
