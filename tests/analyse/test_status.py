"""What the doctor is told, and the index of towns where no folder can be written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from allege.analyse.places import index
from allege.analyse.status import status
from allege.settings import Settings


def test_parts_that_are_there_and_that_are_not_are_told_apart(tmp_path: Path) -> None:
    good = {part.name: part for part in status(Settings())}
    bad = {part.name: part for part in status(Settings(pipeline="no_such_pipeline", cache=str(tmp_path)))}
    assert good["pipeline"].present
    assert not bad["pipeline"].present
    assert "pip install no-such-pipeline" in bad["pipeline"].remedy
    assert not bad["index of towns"].present
    assert str(tmp_path) in bad["index of towns"].detail


def test_asking_for_the_status_loads_no_language_library() -> None:
    code = "import sys; from allege.analyse.status import status; from allege.settings import Settings;"
    code += "status(Settings());"
    subprocess.run([sys.executable, "-c", code + "assert 'spacy' not in sys.modules"], check=True)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two towns instead of all, so that building takes no time."""
    town = {"countrycode": "XO", "admin1code": "1", "latitude": -41.0, "longitude": -28.0, "population": 900}
    towns = [
        {**town, "geonameid": n, "name": name, "alternatenames": ["Alt " + name]}
        for n, name in ((1, "Ambrick"), (2, "Sedge"))
    ]
    monkeypatch.setattr(index, "_towns", lambda: iter(towns))
    index.open_towns.cache_clear()


@pytest.mark.usefixtures("small")
def test_the_index_is_built_once_and_whole(tmp_path: Path) -> None:
    towns = index.open_towns(str(tmp_path))
    assert [p.name for p, _, _ in towns.named("altsedge")] == ["Sedge"]
    assert [path.name for path in tmp_path.iterdir()] == [index.index_path(str(tmp_path)).name]
    index.open_towns.cache_clear()


@pytest.mark.usefixtures("small")
def test_a_folder_that_cannot_be_written_leaves_the_index_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(index.tempfile, "gettempdir", lambda: str(blocked))
    towns = index.open_towns(str(blocked / "cache"))
    assert towns.named("ambrick")[0][0].country == "XO"
    index.open_towns.cache_clear()


@pytest.mark.usefixtures("small")
def test_a_damaged_index_is_built_again(tmp_path: Path) -> None:
    index.index_path(str(tmp_path)).write_bytes(b"not a database")
    assert index.open_towns(str(tmp_path)).named("sedge")
    index.open_towns.cache_clear()
