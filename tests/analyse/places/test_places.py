"""Places: found, resolved by people, country and qualification, precise as UCDP asks; the user's list; the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown import Read, named

from allege.analyse.places import index
from allege.analyse.places.geography import read_places
from allege.errors import ListError

LISTS = str(Path(__file__).parents[3] / "samples" / "lists")


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


def test_a_county_is_told_by_its_state(read: Read) -> None:
    georgia = named(read("The fair in Walker County, Georgia, was closed."), "place")
    alabama = named(read("The fair in Walker County, Alabama, was closed."), "place")
    assert (georgia["Walker County"].precision, alabama["Walker County"].precision) == (3, 3)
    assert georgia["Walker County"].longitude == pytest.approx(-85.3, abs=0.4)
    assert alabama["Walker County"].longitude == pytest.approx(-87.3, abs=0.4)


def test_of_two_towns_the_one_near_the_others_is_meant(read: Read) -> None:
    alone = named(read("The mayor of Springfield spoke."), "place")["Springfield"]
    text = "Roads in Eugene, Corvallis and Salem were shut. The mayor of Springfield spoke of the floods."
    assert named(read(text), "place")["Springfield"].longitude == pytest.approx(-123.0, abs=0.3)
    assert alone.longitude != pytest.approx(-123.0, abs=0.3)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on the village of Vellan Sarra.", {"Vellan Sarra"}),
        ("They left the villages of Tessaly, Orveth and Kalun Da.", {"Tessaly", "Orveth", "Kalun Da"}),
        ("Two men were hurt in eastern Varrak.", {"Varrak"}),
        ("Fighting went on north of Qasr-Elun.", {"Qasr-Elun"}),
    ],
)
def test_the_words_before_a_name_make_it_a_place(read: Read, text: str, names: set[str]) -> None:
    assert names <= set(named(read(text), "place"))


def test_a_body_is_no_place_because_of_an_of(read: Read) -> None:
    assert "Congress" not in named(read("The power of Congress grew."), "place")


def test_a_place_named_once_is_a_place_again(read: Read) -> None:
    text = "Floods hit Nenagh on Monday. Later Nenagh thanked those who helped."
    assert [read(text).document.quote(m.spans) for m in read(text).mentions if m.type == "place"].count("Nenagh") == 2


def test_a_body_is_no_place_because_a_town_bears_its_name(read: Read) -> None:
    text = "The bill went to Congress. Members in Congress were split. The Congress voted on Monday."
    named_congress = [m for m in read(text).mentions if m.type == "place" and m.name == "Congress"]
    assert len(named_congress) < 3


def test_a_person_whom_the_text_speaks_of_is_no_place_after_in(read: Read) -> None:
    text = "Maria Quorral was elected. Voters had confidence in Maria Quorral. Quorral thanked them."
    assert not {name for name in named(read(text), "place") if "Quorral" in name}


def test_a_region_is_not_its_town_of_the_same_name_because_towns_are_near(read: Read) -> None:
    text = "Schools in Oklahoma were shut. Roads in Tulsa, Norman and Edmond were icy."
    assert named(read(text), "place")["Oklahoma"].precision == 4


def test_a_place_in_no_list_lies_where_the_text_puts_it(read: Read) -> None:
    place = named(read("Crowds met at Quorral Square in Nairobi on Friday."), "place")["Quorral Square"]
    assert (place.latitude, place.precision) == (pytest.approx(-1.28, abs=0.1), 2)
    assert place.why.endswith("in Nairobi")
    assert place.entity is None


def test_a_place_in_no_list_is_not_guessed_where_the_text_names_places_abroad(read: Read) -> None:
    at_home = named(read("Crowds met in Nairobi, Thika and Quorral Square on Friday."), "place")["Quorral Square"]
    assert (at_home.latitude, at_home.precision) == (pytest.approx(-1.0, abs=0.5), 4)
    text = "The minister said in Nairobi and Thika that Quorral Square was safe, as was Sudan."
    assert named(read(text), "place")["Quorral Square"].latitude is None


def test_a_town_is_found_with_an_article_more_or_less(read: Read) -> None:
    with_article = named(read("Troops entered the city of al-Kut in Iraq."), "place")
    without = named(read("Troops entered the city of Kut in Iraq."), "place")
    assert next(m for shown, m in with_article.items() if "Kut" in shown).geonames == without["Kut"].geonames


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
    towns = index.open_towns("")
    names = {spelling: towns.named(spelling)[0][0].geonames for spelling in ("karachi", "kurrachee")}
    assert set(names.values()) == {1174872}


def test_the_index_lies_where_the_settings_say_and_its_name_holds_the_version(tmp_path: Path) -> None:
    path = index.index_path(str(tmp_path))
    assert path.parent == tmp_path
    assert path.name.startswith("places-")


def test_a_valley_is_no_town_that_only_some_call_by_its_name(read: Read) -> None:
    """In the index the town of Doorn is called Dorn, too."""
    places = named(read("Gunmen attacked a patrol in the Dorn valley on Wednesday."), "place")
    assert places["Dorn valley"].latitude is None
    assert named(read("A bomb went off in Doorn."), "place")["Doorn"].latitude == pytest.approx(52.0, abs=0.1)
