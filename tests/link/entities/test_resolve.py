"""One name, one answer with its reason; what only looks alike waits for a person."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.claim import MentionType
from allege.link.entities.documents import Mentioned, resolutions
from allege.link.entities.index import Index
from allege.link.entities.known import Entry, merged
from allege.link.entities.lines import Asked, answers, read_lines
from allege.link.entities.names import Named, clusters
from allege.link.entities.readings import Part, readings
from allege.link.entities.resolve import Resolver
from allege.link.entities.texts import definitions, setting_of
from allege.link.entities.ways import Setting
from allege.link.model import Story
from tests.link.entities.listed import resolver

MALI, NIGER, SENEGAL = (frozenset({code}) for code in ("ML", "NE", "SN"))


@pytest.mark.parametrize(
    ("written", "entity"),
    [
        ("Northern Liberation Front of Vanna", "nlf"),
        ("the northern liberation front of VANNA", "nlf"),
        ("Front de libération du nord de Vanna", "nlf"),
        ("#VannaRiverGuard", "guard"),
        ("Vanna River Guard militia", "guard"),
        ("Vanna River Guards (VRG)", "guard"),
        ("VRG: Vanna River Guard", "guard"),
        ("Varrick Front", "jabhat"),
        ("Jabhet el Varrick", "jabhat"),
        ("Northern Libberation Front of Vanna", "nlf"),
        ("Banner of Dawn", "nlf"),
        ("NLFV (Orrin Unity)", "nlf-u"),
    ],
)
def test_variants_of_a_listed_name_are_found(written: str, entity: str) -> None:
    answer = resolver().resolve(written)
    assert answer.entity == entity
    assert answer.why


def test_a_branch_is_found_under_another_name_of_its_body() -> None:
    answer = resolver().resolve("Banner of Dawn - Unity")
    assert (answer.entity, answer.parent) == ("nlf-u", "nlf")
    assert answer.why.startswith("Banner of Dawn by another of its names")


def test_another_name_of_one_body_makes_no_name_of_a_body_that_is_no_part_of_it() -> None:
    league = Entry("league", "Salt League", "armed_group", aliases=("Hollow League",))
    using = Resolver(Index(merged([league, Entry("tarn", "Hollow League of Tarn", "armed_group")])))
    assert using.resolve("Salt League of Tarn").entity is None


def test_a_name_that_two_share_needs_the_country() -> None:
    both = resolver().resolve("People's Army")
    assert both.entity is None
    assert {candidate.entity for candidate in both.candidates} == {"army-x", "army-y"}
    assert resolver().resolve("People's Army", Setting(NIGER)).entity == "army-x"
    assert resolver().resolve("People's Army", Setting(SENEGAL)).entity == "army-y"


def test_a_name_that_two_share_may_be_told_apart_by_the_year() -> None:
    assert resolver().resolve("People's Army", Setting(year=1970)).entity == "army-x"
    assert resolver().resolve("People's Army", Setting(year=2010)).entity == "army-y"


def test_an_acronym_of_two_is_nobodys_without_support() -> None:
    assert resolver().resolve("PAT").entity is None
    assert resolver().resolve("PAT", Setting(SENEGAL)).entity == "army-y"
    assert resolver().resolve("PAT", Setting(named=frozenset({"army-x"}))).entity == "army-x"


def test_in_a_document_an_acronym_alone_is_only_a_candidate() -> None:
    answer = resolver().resolve("VRG", Setting(strict=True))
    assert answer.entity is None
    assert [candidate.entity for candidate in answer.candidates] == ["guard"]
    assert resolver().resolve("VRG", Setting(MALI, strict=True)).entity == "guard"


def test_the_text_says_what_an_acronym_stands_for() -> None:
    using = resolver()
    text = "A spokesman of the Vanna River Guard (NSC) denied it. The NSC said so on Monday."
    assert dict(definitions("the Northern Salt Council (NSC) said")) == {"NSC": "Northern Salt Council"}
    assert list(definitions(text)) == []  # the letters are not its initials
    text = "Men of the People's Army of Tarn, or PAT (People's Army Tarn), and the Vanna River Guard"
    setting = setting_of(text, using.index)
    assert ("PAT", "People's Army Tarn") in setting.defined
    assert setting.named == frozenset({"guard", "army-x"})
    assert using.resolve("PAT", setting).entity == "army-x"


def test_false_friends_are_candidates_at_most() -> None:
    for written in ("NLFV-North", "NLF", "VRGS", "Southern Liberation Front of Vanna"):
        assert resolver().resolve(written).entity is None, written
    near = resolver().resolve("Southern Liberation Front of Vanna")
    assert "nlf" in {candidate.entity for candidate in near.candidates}


def test_a_faction_is_not_its_parent() -> None:
    answer = resolver().resolve("Northern Liberation Front of Vanna (Marrek faction)")
    assert answer.entity is None
    assert answer.parent == "nlf"
    assert "not its parent" in answer.why


def test_signs_alone_name_nobody() -> None:
    assert resolver().resolve("?!").entity is None
    assert resolver().resolve("").entity is None


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    answer = resolver().resolve(text)
    assert answer.why
    assert 0 <= answer.score <= 1


def test_unlisted_variants_share_an_id_made_of_their_words() -> None:
    written = ["Tarn Hollow Brigade", "Brigade de Tarn Hollow", "Brigada Tarn Hollow", "Orrin Salt League"]
    found = clusters([Named(name) for name in written])
    assert sorted(cluster.members for cluster in found) == [(0, 1, 2), (3,)]
    assert len({cluster.id for cluster in found}) == 2


def test_a_company_is_known_with_and_without_its_legal_form() -> None:
    written = ["Tarn Hollow Cargo Ltd.", "Tarn Hollow Cargo", "Tarn Hollow Cargo LLC", "Tarn Hollow Air"]
    found = clusters([Named(name) for name in written])
    assert sorted(cluster.members for cluster in found) == [(0, 1, 2), (3,)]


@pytest.mark.parametrize("written", ["SA", "Tarn SA", "Hollow Cartel - El Teo", "Tarn Hollow (AB)"])
def test_what_only_looks_like_a_legal_form_stays_in_the_name(written: str) -> None:
    assert Part.COMPANY not in {reading.part for reading in readings(written)}


def test_an_unlisted_acronym_joins_its_long_name_only_in_its_country() -> None:
    names = [Named("Orrin Salt League", MALI), Named("OSL", MALI), Named("OSL", NIGER)]
    assert sorted(cluster.members for cluster in clusters(names)) == [(0, 1), (2,)]


NAMES = ["Tarn Hollow Brigade", "Brigade de Tarn Hollow", "THB", "Orrin Salt League", "Orrin Salt League (OSL)", "OSL"]


@given(st.permutations(NAMES))
def test_clusters_do_not_depend_on_the_order(names: list[str]) -> None:
    def as_sets(given: list[str]) -> set[tuple[str, frozenset[str]]]:
        found = clusters([Named(name, MALI) for name in given])
        return {(cluster.id, frozenset(given[m] for m in cluster.members)) for cluster in found}

    assert as_sets(names) == as_sets(NAMES)


def test_a_name_that_two_share_stays_doubtful_and_is_no_body_of_its_own() -> None:
    (answer,) = answers([Asked("People's Army")], resolver())
    assert (answer.entity, answer.shared) == (None, True)
    assert [candidate.entity for candidate in answer.candidates] == ["army-x", "army-y"]
    front = [Entry(i, "Hollow Salt Front", "armed_group", countries=(c,)) for i, c in (("a", "ML"), ("b", "NE"))]
    mention = Mentioned(MentionType.ACTOR, "Hollow Salt Front", None, "Hollow Salt Front")
    story = Story("d", "d.txt", None, "Hollow Salt Front took a bridge.")
    (found,) = resolutions(story, [mention], Resolver(Index(merged(front))))
    assert (found.entity, found.candidates) == (None, ("a", "b"))


@pytest.mark.parametrize(
    "written",
    [
        "a faction of the Vanna River Guard",
        "a splinter faction of Vanna River Guard",
        "Vanna River Guard's breakaway wing",
        "A wing loyal to the Vanna River Guard",
        "Vanna River Guard splinter group",
        "Vanna River Guard dissidents",
    ],
)
def test_a_described_faction_is_a_part_of_its_parent_and_not_it(written: str) -> None:
    answer = resolver().resolve(written)
    assert (answer.entity, answer.parent) == (None, "guard")
    assert "a faction is not its parent" in answer.why
    assert [candidate.entity for candidate in answer.candidates][:1] == ["guard"]


def test_a_hashtag_in_a_document_is_split_and_the_reason_says_so() -> None:
    story = Story("d", "d.txt", None, "Men of #VannaRiverGuard took a bridge.")
    tags = [Mentioned(MentionType.ACTOR, words) for words in ("#VannaRiverGuard", "VannaRiverGuard", "#OrlanTarn")]
    found = {one.words: (one.entity, one.why) for one in resolutions(story, tags, resolver())}
    assert found["#VannaRiverGuard"][0] == found["VannaRiverGuard"][0] == "guard"
    assert found["#VannaRiverGuard"][1].startswith("the hashtag split into 'Vanna River Guard': a name of the list")
    assert found["VannaRiverGuard"][1].startswith("the joined word split into")
    assert "#OrlanTarn" not in found


def test_a_code_or_name_of_the_users_own_country_tells_bodies_apart() -> None:
    state = Entry("xr", "Republic of Orrin", "state", ("XR",), aliases=("Orrin",))
    front = [Entry(i, "Hollow Salt Front", "armed_group", countries=(c,)) for i, c in (("a", "XR"), ("b", "XS"))]
    using = Resolver(Index(merged([state, *front])))
    for where, entity in (("XR", "a"), ("xs", "b"), ("Orrin", "a"), ("Nowhere", None)):
        (line,) = read_lines([json.dumps({"alias": "Hollow Salt Front", "country": where})], using.index.lands)
        (answer,) = answers([line], using)
        assert answer.entity == entity
    assert using.resolve("Hollow Salt Front (Orrin)").entity == "a"
    assert setting_of("It struck in Orrin.", using.index).countries == {"XR"}


BARE = ["the front", "Front", "the army", "the guardians", "The Guardians", "guardian", "dawn"]


@pytest.mark.parametrize("words", BARE)
def test_a_bare_noun_names_no_body_by_another_of_its_names(words: str) -> None:
    aliases = ("Jebha", "Lashkar", "Guardians")
    made = Resolver(Index(merged([Entry("vale", "Vale Column", aliases=aliases), Entry("dawn", "Dawn")])))
    answer = made.resolve(words)
    assert answer.entity is None
    said = made.resolve(words, Setting(countries=frozenset({"ML"}), strict=True))
    assert said.entity is None


def test_a_name_of_one_word_stays_a_name() -> None:
    made = Resolver(Index(merged([Entry("vale", "Vale Column", aliases=("Jebha", "Lashkar")), Entry("dawn", "Dawn")])))
    found = {words: made.resolve(words).entity for words in ("Jebha", "lashkar", "Laskar", "Dawn", "The Dawn")}
    assert found == {"Jebha": "vale", "lashkar": "vale", "Laskar": "vale", "Dawn": "dawn", "The Dawn": "dawn"}


def test_a_units_number_without_its_country_is_a_candidate_only() -> None:
    """Every army may have a seventh brigade."""
    heron = Entry("heron", "Heron Column", "armed_group", aliases=("7th Brigade", "7th Heron Brigade"))
    using = Resolver(Index(merged([heron])))
    answer = using.resolve("7th Brigade")
    assert (answer.entity, [one.entity for one in answer.candidates][:1]) == (None, ["heron"])
    assert using.resolve("7th Heron Brigade").entity == "heron"
