"""Actors: names in any spelling, acronyms with support, forces of states, roles, the user's list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from shown import Read, named

from allege.analyse.actor_list import doubts, fold, load_actors, read_actors, slug
from allege.errors import ListError

LISTS = str(Path(__file__).parents[2] / "samples" / "lists")


def entities(read: Read, text: str, **more: object) -> dict[str, str | None]:
    return {shown: m.entity for shown, m in named(read(text, **more), "actor").items()}


@pytest.mark.parametrize("name", ["Al-Qaeda", "al Qaida", "AL-QAIDA", "al-Qa'ida"])
def test_a_name_is_known_in_its_spellings(read: Read, name: str) -> None:
    assert entities(read, f"A letter from {name} was read in court.")[name] == "al-qaeda"


def test_the_longest_name_wins(read: Read) -> None:
    found = entities(read, "Envoys met Al-Qaeda in the Arabian Peninsula last year.")
    assert found["Al-Qaeda in the Arabian Peninsula"] == "al-qaeda-in-the-arabian-peninsula"
    assert "Al-Qaeda" not in found


def test_an_acronym_that_may_be_a_word_needs_support(read: Read) -> None:
    assert "IS" not in entities(read, "THE ROAD IS OPEN, the sign said; what it IS nobody knew.")
    assert entities(read, "Islamic State lost the town. Aid groups said IS had left.")["IS"] == "islamic-state"
    assert entities(read, "The ISI, said officials in Pakistan, knew of it.")["ISI"] == "inter-services-intelligence"


def test_a_short_alias_from_a_compiled_list_needs_support(read: Read) -> None:
    assert "hezb-e-islami" not in entities(read, "The Orvanian Islamic Party met on Sunday.").values()


def test_a_country_is_a_place_with_the_states_id(read: Read) -> None:
    analysis = read("Kosovo closed its border.")
    assert named(analysis, "place")["Kosovo"].entity == "kosovo"


def test_an_acronym_that_the_text_defines_takes_that_name(read: Read) -> None:
    analysis = read("The Vanna Growers League (VGL) met. Nobody from the VGL spoke.")
    assert named(analysis, "actor")["VGL"].name == "Vanna Growers League"


def test_an_acronym_is_matched_in_its_own_case_only(read: Read) -> None:
    assert "who" not in entities(read, "The men who came were paid.")


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Pakistan Army", "pakistan:military"),
        ("Turkish police", "turkey:police"),
        ("Afghan intelligence", "afghanistan:agency"),
        ("Kenyan government", "kenya:government"),
        ("Brazil's foreign ministry", "brazil:government"),
    ],
)
def test_a_country_and_a_word_for_a_force_name_that_force(read: Read, words: str, entity: str) -> None:
    assert entities(read, f"The {words} denied the report.")[words] == entity


def test_fighters_of_a_group_are_the_group_and_soldiers_of_a_state_its_military(read: Read) -> None:
    found = entities(read, "Two Taliban fighters met three Chadian soldiers and several French officials.")
    assert found["Two Taliban fighters"] == "taliban"
    assert found["three Chadian soldiers"] == "chad:military"
    assert found["several French officials"] is None


@pytest.mark.parametrize("words", ["Two Free Syrian Army guards", "A Free Libyan Army commander"])
def test_those_who_call_an_army_free_are_not_the_states(read: Read, words: str) -> None:
    found = {m.entity for m in read(f"{words} spoke on Monday.").mentions if m.type != "place"}
    assert not [entity for entity in found if entity and entity.endswith(":military")]



def test_adjectives_of_peoples_belong_to_the_phrase_that_they_open(read: Read) -> None:
    assert "uzbek, chechen & foreign militants" in entities(
        read, "A camp of uzbek, chechen & foreign militants was found."
    )


def test_roles_without_a_name_are_mentions_too(read: Read) -> None:
    analysis = read("A police spokesman said two residents saw unidentified gunmen, according to intelligence reports.")
    assert "A police spokesman" in named(analysis, "person")
    assert {"two residents", "unidentified gunmen"} <= set(named(analysis, "actor"))
    assert "intelligence reports" in named(analysis, "document")


def test_a_surname_takes_the_full_name_before_it(read: Read) -> None:
    people = named(read("Maria Lopez spoke first. Critics of Mr. Lopez left the hall."), "person")
    assert people["Lopez"].name == "Maria Lopez"


def test_a_part_of_a_persons_name_takes_the_whole_told_before_or_later(read: Read) -> None:
    text = "Critics of Mr. Lopez left the hall. Maria Elena Lopez Vidal spoke first, and Elena Lopez sat down."
    people = named(read(text), "person")
    assert people["Lopez"].name == people["Elena Lopez"].name == "Maria Elena Lopez Vidal"


def test_a_surname_of_two_people_told_later_is_nobodys_yet(read: Read) -> None:
    people = named(read("Critics of Mr. Lopez left. Maria Lopez and then Peter Lopez spoke."), "person")
    assert people["Lopez"].name == "Lopez"


def test_fighters_of_a_group_named_behind_them_are_the_group(read: Read) -> None:
    found = entities(read, "Two guerrillas of the Shining Path and two villagers of Kabul met.")
    assert found["Two guerrillas"] == "shining-path"
    assert found["two villagers"] is None


@pytest.mark.parametrize("shout", [str.lower, str.upper])
def test_a_name_of_ordinary_words_counts_without_capitals_where_its_country_is_named(
    read: Read, shout: Callable[[str], str]
) -> None:
    sentence = "In {} a judge wrote a book on how shining path began and how it ended."
    assert "shining-path" in entities(read, shout(sentence.format("Peru"))).values()
    assert "shining-path" not in entities(read, shout(sentence.format("Kenya"))).values()


def test_a_name_of_ordinary_words_in_small_letters_is_none_where_names_have_capitals(read: Read) -> None:
    assert "shining-path" not in entities(read, "In Peru a shining path led to the Farm of Ana Rudo.").values()


def test_the_users_actors_are_found(read: Read) -> None:
    found = entities(read, "The Orvanian government blamed the Red Heron Brigade.", lists=(LISTS,))
    assert found["Orvanian government"] == "xo-government"
    assert any(entity and entity.startswith("xo-") for shown, entity in found.items() if "Heron" in shown)


def test_ids_are_readable_and_spellings_fold_together() -> None:
    assert slug("Al-Qa'ida in Iraq") == "al-qaida-in-iraq"
    assert fold("Al-Qa’ida") == fold("al qaida") == "alqaida"


def test_every_listed_actor_has_a_kind_and_no_two_share_an_id() -> None:
    actors = load_actors()
    assert all(actor.kind for actor in actors.values())
    assert len(actors) > 1_000
    assert actors["tehrik-i-taliban-pakistan"].country == "PK"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[[actor]]\nname = "A"\nkind = "band"', r"actors\.toml:1: unknown kind 'band'"),
        ('[[actor]]\nname = "A"\n\n[[actor]]\nkind = "media"', r"actors\.toml:4: the actor has no name"),
        ('[[actor]]\nname = "A"\ncolour = "red"', r"actors\.toml:1: unknown field 'colour'"),
        ('[[actor]]\nname = "A"\nfrom = "1999"', r"actors\.toml:1: from is no year"),
        ('[[actor]]\nname = "A"\naliases = "B"', r"actors\.toml:1: aliases is no list"),
        ('[[actor]]\nname = "A\n', r"actors\.toml:2: "),
    ],
)
def test_a_bad_list_is_named_with_its_line(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListError, match=what):
        list(read_actors(path))


def test_a_branch_in_another_country_is_a_group_of_its_own() -> None:
    """Ansar al-Islam (Iraq) once had the names of a group in Mozambique: a list calls both Ansar al-Sunna."""
    groups = load_actors()
    branch, other = groups["islamic-state-mozambique"], groups["ansar-al-islam"]
    assert (branch.country, other.country) == ("MZ", "IQ")
    assert "IS-Mozambique" in branch.aliases
    assert not any("Mozambique" in name for name in other.aliases)
    assert not {*branch.aliases, *branch.acronyms} & {*other.aliases, *other.acronyms}


def test_the_reason_of_a_hashtag_says_that_it_was_split(read: Read, tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text('[[actor]]\nid = "salt"\nname = "Orrin Salt Guard"\n', encoding="utf-8")
    text = "Men of #OrrinSaltGuard took a bridge. The Orrin Salt Guard left."
    found = named(read(text, lists=(str(tmp_path),)), "actor")
    assert found["OrrinSaltGuard"].entity == found["Orrin Salt Guard"].entity == "salt"
    assert found["OrrinSaltGuard"].why == "armed_group: name in the list, the hashtag split"
    assert found["Orrin Salt Guard"].why == "armed_group: name in the list"


def test_years_in_reverse_and_an_unknown_parent_are_told_with_their_lines_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    bad = '[[actor]]\nname = "Orrin Guard"\nfrom = 2010\nto = 1999\n\n[[actor]]\nname = "Tarn Guard"\nparent = "x"\n'
    good = '\n[[actor]]\nname = "Salt Guard"\nfrom = 1999\nto = 2010\nparent = "orrin-guard"\n'
    path.write_text(bad + good, encoding="utf-8")
    lists = (str(tmp_path),)
    assert [(doubt.where, doubt.what.partition(";")[0]) for doubt in doubts(lists)] == [
        (f"{path}:1", "Orrin Guard ends in 1999, before it begins in 2010"),
        (f"{path}:6", "Tarn Guard has the parent 'x', which no list has"),
    ]
    found = load_actors(lists)
    assert (found["orrin-guard"].start, found["orrin-guard"].end) == (None, None)
    assert (found["salt-guard"].start, found["salt-guard"].end) == (1999, 2010)
    assert not list(doubts((LISTS,)))
