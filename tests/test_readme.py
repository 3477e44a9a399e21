"""README.md shows what linking makes of the samples: its block is what a real run prints, shortened at each "…".

To renew it: python tests/test_readme.py --write
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from allege.ledger import Ledger
from allege.show.cli import front
from allege.show.cli.table import COMMANDS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- linking -->\n)```\n.*?```\n(?=<!-- /linking -->)", re.DOTALL)

WIDTH = 110
SHORT = 10

INCIDENT = ("Incident", "who", "killed", "Denied", "Corrected")
"""First words of the paragraphs of `allege incident` that are shown."""

ORIGINS = 2
"""Paragraphs of `allege origins` that are shown: what it comes to, and the trees."""

LINES = 16
"""Lines of a paragraph that are shown."""


def shown(folder: Path) -> str:
    """The block for the README: the incident of which most documents tell, and where their reports come from."""
    ledger = folder / "allege.db"
    run("read", ROOT / "samples" / "documents", "--ledger", ledger)
    with Ledger(ledger) as opened:
        first = max(opened.incidents(), key=lambda one: (len(one.documents), one.id)).id[:SHORT]
    page = [part for part in paragraphs(run("incident", first, "--ledger", ledger)) if part.split()[0] in INCIDENT]
    tree = paragraphs(run("origins", first, "--ledger", ledger))[:ORIGINS]
    told = "\n\n".join("\n".join(cut(part)) for part in page)
    repeated = "\n\n".join("\n".join(cut(part)) for part in tree)
    return f"```\n$ allege incident {first}\n{told}\n\n$ allege origins {first}\n{repeated}\n```\n"


def paragraphs(text: str) -> list[str]:
    return [part.strip("\n") for part in text.split("\n\n")]


def cut(part: str) -> Iterator[str]:
    """The lines of a paragraph, without what follows the first few."""
    lines = part.splitlines()
    yield from (line.rstrip() for line in lines[:LINES])
    if len(lines) > LINES:
        yield "  …"


def run(command: str, *arguments: object) -> str:
    """What a command prints, at a set width, with the settings of the samples, as the program comes.

    The encoder reads too, as in `test_samples_story`: what a user sees who follows the README.
    """
    config = str(ROOT / "samples" / "allege.toml")
    environ = {"COLUMNS": str(WIDTH), "ALLEGE_CONFIG": config, "NO_COLOR": "1"}
    result = CliRunner().invoke(front, [command, *map(str, arguments)], env=environ)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_readme_shows_of_linking_is_what_the_program_prints(tmp_path: Path) -> None:
    (block,) = BLOCK.findall(README.read_text(encoding="utf-8"))
    assert block == shown(tmp_path), "renew it: python tests/test_readme.py --write"


def test_the_commands_that_readme_names_exist() -> None:
    """Each `allege COMMAND` in a line of code is one that the program has."""
    named = re.findall(r"^(?:    |\$ )allege ([a-z]+)\b", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {"read", "incident", "origins"} <= set(named)
    assert set(named) <= {entry.name for entry in COMMANDS}


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    with tempfile.TemporaryDirectory() as made:
        README.write_text(BLOCK.sub(lambda _: shown(Path(made)), README.read_text(encoding="utf-8")), encoding="utf-8")
