"""The stylesheet: contrast as WCAG 2.2 AA asks for, in light, dark and print."""

from __future__ import annotations

import re

import pytest

from allege.show.html.page import asset

TEXTS = [
    ("ink", "paper"), ("ink", "panel"), ("ink", "source"), ("ink", "lit"), ("soft", "paper"), ("soft", "panel"),
    ("cue", "paper"), ("cue", "lit"), ("warn", "panel"), ("warn", "warnback"), ("link", "paper"), ("link", "panel"),
    ("link", "lit"),
]  # fmt: skip
LINES = [("said", "paper"), ("claim", "paper"), ("claim", "panel"), ("grey", "paper"), ("grey", "panel")]


def schemes() -> dict[str, dict[str, str]]:
    """Colours by name for each scheme, as the stylesheet gives them (light, dark and print, in this order)."""
    found = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", rule))
        for rule in re.findall(r"\.al \{([^}]*)\}", asset("style.css"))
    ]
    light, dark, paper = (colours for colours in found if "ink" in colours)
    return {"light": light, "dark": light | dark, "print": light | paper}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_words_can_be_read(scheme: str) -> None:
    """4.5 : 1 for every colour of text on every ground it stands on."""
    colours = schemes()[scheme]
    assert [(a, b) for a, b in TEXTS if contrast(colours[a], colours[b]) < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_lines_can_be_seen(scheme: str) -> None:
    """3 : 1 for the lines that carry meaning."""
    colours = schemes()[scheme]
    assert [(a, b) for a, b in LINES if contrast(colours[a], colours[b]) < 3] == []


def test_certainties_differ_without_colour() -> None:
    """Solid, dashed, dotted, thin and struck through: each has a line of its own."""
    style = asset("style.css")
    for css, line in (("pr", "dashed"), ("ps", "dotted"), ("uu", "1.5px"), ("no", "line-through")):
        rule = re.search(rf"\.al-anchor\.al-{css} \{{([^}}]*)\}}", style)
        assert rule is not None
        assert line in rule[1]
