"""Places: found, resolved by people, country and qualification, precise as UCDP asks; the user's list; the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown import Read, named

from allege.analyse import place_index
from allege.analyse.geography import read_places
from allege.errors import ListError

LISTS = str(Path(__file__).parents[2] / "samples" / "lists")


def test_a_large_town_wins_where_nothing_else_speaks(read: Read) -> None:
    place = named(read("The minister flew to Paris on Monday."), "place")["Paris"]
    assert place.latitude == pytest.approx(48.85, abs=0.1)
    assert place.precision == 1
    assert place.entity == "geonames:2988507"


def test_a_region_after_a_comma_says_which_town(read: Read) -> None:
    place = named(read("The fair was held in Paris, Texas, last year."), "place")["Paris"]
    assert place.longitude == pytest.approx(-95.5, abs=0.3)


def test_the_countries_that_a_text_names_decide(read: Read) -> None:
    libya = named(read("Libya closed the port of Tripoli, Libyan radio said."), "place")["Tripoli"]
    lebanon = named(read("Lebanon closed the port of Tripoli, Lebanese radio said."), "place")["Tripoli"]
    assert libya.longitude == pytest.approx(13.2, abs=0.3)
    assert lebanon.longitude == pytest.approx(35.8, abs=0.3)


def test_countries_regions_and_seas_have_their_precision(read: Read) -> None:
    places = named(read("A ship left Pakistan for the Red Sea; floods hit Helmand province in Afghanistan."), "place")
    assert places["Pakistan"].precision == 6
    assert places["Red Sea"].precision == 7
    assert next(m for shown, m in places.items() if shown.startswith("Helmand")).precision == 4


def test_a_named_place_without_coordinates_is_kept(read: Read) -> None:
    places = named(read("The fire at PNS Quorral base was put out."), "place")
    assert places["PNS Quorral base"].latitude is None


def test_a_person_is_not_the_country_of_the_same_name(read: Read) -> None:
    assert "Jordan" not in named(read("Michael Jordan played there."), "place")


def test_a_peoples_adjective_is_a_place_and_the_people_are_not(read: Read) -> None:
    analysis = read("A Syrian village was empty. Many Syrians had left.")
    assert "Syrian" in named(analysis, "place")
    assert "Syrians" not in named(analysis, "place")


def test_the_users_places_come_first(read: Read) -> None:
    place = named(read("Shells fell on Tarn Hollow, a village in Kestrin.", lists=(LISTS,)), "place")["Tarn Hollow"]
    assert place.entity == "xo-tarn-hollow"
    assert (place.latitude, place.longitude) == (-41.69, -25.98)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("name,latitude,longitude\nA,95,0\n", r"places\.csv:2: latitude '95' is not between"),
        ("name,latitude,longitude\nA,5,\n", r"places\.csv:2: has one coordinate only"),
        ("name,colour\nA,red\n", r"places\.csv:1: unknown column 'colour'"),
        ("name,kind\nA,town\n,town\n", r"places\.csv:3: the place has no name"),
        ("name,kind\nA,town,x\n", r"places\.csv:2: has another number of fields"),
    ],
)
def test_a_bad_list_of_places_is_named_with_its_line(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListError, match=what):
        list(read_places(path))


def test_the_index_holds_towns_in_other_spellings(tmp_path: Path) -> None:
    towns = place_index.open_towns("")
    names = {spelling: towns.named(spelling)[0][0].geonames for spelling in ("karachi", "kurrachee")}
    assert set(names.values()) == {1174872}


def test_the_index_lies_where_the_settings_say_and_its_name_holds_the_version(tmp_path: Path) -> None:
    path = place_index.index_path(str(tmp_path))
    assert path.parent == tmp_path
    assert path.name.startswith("places-")
