"""What all tests of the fronts share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_width_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The width of the terminal that the tests run in says nothing about the program."""
    monkeypatch.delenv("COLUMNS", raising=False)
