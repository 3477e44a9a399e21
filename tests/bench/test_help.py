"""Every command of the benchmarks tells what it does and starts nothing when asked for help."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

import bench

COMMANDS = sorted(
    path.stem
    for path in Path(bench.__path__[0]).glob("*.py")
    if 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_printed_and_nothing_is_run(name: str, capsys, monkeypatch) -> None:
    module = importlib.import_module(f"bench.{name}")
    monkeypatch.setattr(sys, "argv", [f"{name}.py", "--help"])
    with pytest.raises(SystemExit) as ended:
        module.main()
    assert ended.value.code == 0
    assert module.__doc__.splitlines()[0] in capsys.readouterr().out
