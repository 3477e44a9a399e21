"""The story of the invented conflict as the ledger tells it: who repeats whom, which tolls clash, who denies what.

The documents are read and linked by the program. In most tests, which documents tell of the depot is taken from the
gold, so that they say what is made of an incident and not how well incidents are found. The last ones say what the
linker finds by itself, with the program as it comes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from allege.ledger import Ledger
from allege.link.batch import complete
from allege.link.job import link_ledger
from allege.link.model import Incident, Slot, Status
from allege.link.positions import Answer, Material, Standing, View, view
from allege.run import read_into
from allege.settings import load_settings
from allege.show.linked import material

SAMPLES = Path(__file__).parent.parent / "samples"

SEVERAL = ("13-op-ed.md", "15-assembly-demand.txt", "10-blog.html")
"""Documents that speak of several incidents in one breath."""

ELSEWHERE = ("Halsey", "Tarn Hollow", "every depot")
"""Words of sentences in the other documents that tell of something else."""


@dataclass(frozen=True)
class Told:
    """The view of the depot with its material; `names` are the files' names by document."""

    view: View
    material: Material
    names: dict[str, str]

    def answer(self, slot: Slot, value: str) -> Answer:
        return next(one for one in self.view.slot(slot).answers if one.position.value == value)

    def files(self, documents: Any) -> set[str]:
        return {self.names[one][:2] for one in documents}


def gold() -> list[dict[str, Any]]:
    lines = (SAMPLES / "gold" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The depot, as the rules alone read the samples and the linker links them."""
    settings = replace(load_settings(SAMPLES / "allege.toml"), encoder="off")
    wanted = {row["document"] for row in gold() if "depot" in row["reports"] and "row" not in row} - set(SEVERAL)
    with Ledger(tmp_path_factory.mktemp("story") / "story.db", settings) as ledger:
        read_into(ledger, [SAMPLES / "documents"], settings)
        link_ledger(ledger, settings)
        names = {row.id: Path(place).name for row in ledger.documents() for place in ledger.sightings(row.id)
                 if Path(place).name in wanted}  # fmt: skip
        held = material(ledger, tuple(names))
    claims = [one for one in held.claims.values() if not any(word in one.sentence for word in ELSEWHERE)]
    telling = tuple(one.id for one in claims if one.type == "ASSAULT")
    (whole,) = complete([Incident("depot", "ASSAULT", tuple(names), telling)], held.stories.values(), claims)
    return Told(view(whole, held), held, names)


def test_four_papers_tell_one_wire_story(told: Told) -> None:
    """The wire, its cut, edited and padded copies are one origin; so is the wire's own correction."""
    roots = {name[:2]: told.material.origins[document].root for document, name in told.names.items()}
    assert {roots[name] for name in ("01", "02", "03", "04", "12")} == {"Tallow Wire"}
    others = [roots[name] for name in ("05", "06", "07", "09", "11")]
    assert len(set(others)) == 5
    assert "Tallow Wire" not in others


def test_the_depot_is_contested_and_the_reason_says_where(told: Told) -> None:
    assert told.view.status is Status.CONTESTED
    assert {Slot.ACTOR, Slot.DEATHS} <= set(told.view.disputed)
    assert Slot.DATE not in told.view.disputed
    assert told.view.origins < told.view.reports - 3


def test_the_tolls_clash_from_six_to_seventeen(told: Told) -> None:
    found = told.view.slot(Slot.DEATHS)
    assert (found.low, found.high) == (6, 17)
    assert {one.position.value for one in found.standing} == {"6", "8", "9", "12", "17", "at least 11"}


def test_the_correction_supersedes_what_the_wire_and_its_copies_gave(told: Told) -> None:
    (correction,) = told.view.corrections
    assert told.files([correction.document]) == {"12"}
    assert told.files(correction.corrected) == {"01", "02", "03", "04"}
    gone = told.answer(Slot.DEATHS, "at least 12")
    assert gone.standing is Standing.SUPERSEDED
    assert told.files(gone.position.documents) == {"01", "02", "03", "04"}
    assert told.answer(Slot.DEATHS, "9").standing is Standing.STANDS


def test_the_ministry_does_not_follow_the_correction(told: Told) -> None:
    twelve = told.answer(Slot.DEATHS, "12")
    assert told.files(one.document for one in twelve.given if one.standing is Standing.STANDS) == {"09"}


def test_the_council_denies_the_brigade_and_not_the_attack(told: Told) -> None:
    council = [one for one in told.view.denials if "Council" in one.voice.words and one.actor and one.actor.entity]
    assert {one.actor.words for one in council if one.actor} == {"Red Heron Brigade"}
    assert "07" in told.files(one.document for one in council)
    assert told.answer(Slot.ACTOR, "not Red Heron Brigade").disputes


def test_the_brigade_the_column_and_the_soldiers_are_rivals_and_gunmen_fit_all(told: Told) -> None:
    named = {one.position.value for one in told.view.slot(Slot.ACTOR).standing if one.disputes}
    assert {"Red Heron Brigade", "Ash Column"} <= named
    vague = next(one for one in told.view.slot(Slot.ACTOR).answers if one.value.side == "anybody")
    assert not vague.disputes
    assert len(vague.coarser_than) >= 2


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """What the linker holds to be one incident: names of files, `file#row` for rows of tables, the largest first."""
    settings = load_settings(SAMPLES / "allege.toml")
    with Ledger(tmp_path_factory.mktemp("found") / "found.db", settings) as ledger:
        read_into(ledger, [SAMPLES / "documents"], settings)
        link_ledger(ledger, settings)
        names = {row.id: Path(place).name for row in ledger.documents() for place in ledger.sightings(row.id)}
        told = [{names[document] for document in one.documents} for one in ledger.incidents()]
    return sorted(told, key=lambda one: (-len(one), sorted(one)))


def test_the_depot_holds_together(found: list[set[str]]) -> None:
    """Wire and copies, radio, paper, ministry, council, rights group and correction tell of one attack."""
    assert {name[:2] for name in found[0]} >= {"01", "02", "03", "04", "05", "06", "07", "09", "11", "12"}


def test_the_ambush_of_the_week_before_is_one_incident_of_two_sides_and_stays_apart(found: list[set[str]]) -> None:
    assert {"2023-03-09", "2023-03-10"} in found


def test_as_many_incidents_are_found_as_the_story_has(found: list[set[str]]) -> None:
    """Each document is in one at most; that each is the right one is not said here."""
    assert len(found) == len({name for row in gold() for name in row["reports"]}) == 7
    assert sum(map(len, found)) == len(set.union(*found))
