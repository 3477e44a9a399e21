"""The memory of processes that share some of it: each page counts once, however many see it (Linux)."""

from __future__ import annotations

from pathlib import Path


def used(pid: int) -> int:
    """Bytes that a process and all below it take up: their proportional set sizes added; 0 where /proc is missing."""
    return sum(_share(entry) for entry in (pid, *_below(pid)))


def _share(pid: int) -> int:
    """Its own pages, and of those that others see, too, its share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _below(pid: int) -> list[int]:
    out: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                out += [int(child), *_below(int(child))]
    except OSError:
        pass
    return out
