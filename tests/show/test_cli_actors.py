"""The commands about actors, as a user calls them."""

from __future__ import annotations

import json

import pytest
from hand import Hand
from told import filled, run

from allege.claim import Act, Certainty, ClaimKind, MentionType, Role
from allege.ledger import Ledger

BRIGADE = "tide-brigade"


@pytest.fixture
def ledger(tmp_path):
    return filled(tmp_path)


def test_actors_are_listed_with_the_words_that_name_them(ledger):
    result = run("entities", "--ledger", ledger)
    assert result.exit_code == 0
    assert "Tide Brigade of Orvane" in result.stdout
    assert BRIGADE in result.stdout
    lines = [json.loads(line) for line in run("entities", "tide", "--json", "--ledger", ledger).stdout.splitlines()]
    assert [line["entity"] for line in lines] == [BRIGADE]
    assert lines[0]["aliases"]["Tide Brigade"] == 1


def test_an_actor_is_shown_with_who_claims_what_about_it(ledger):
    result = run("entity", "Tide Brigade", "--ledger", ledger)
    assert result.exit_code == 0
    assert "On a list that is not at hand" in result.stdout
    assert "Two residents (1)" in result.stdout
    assert "Seen as:\n  Tide Brigade (1)\n" in result.stdout
    shown = json.loads(run("entity", BRIGADE, "--json", "--ledger", ledger).stdout)
    assert shown["told_by"] == [{"source": "Two residents", "claims": 1}]
    assert shown["listed"] is False
    assert [(one["words"], one["times"]) for one in shown["named"]] == [("Tide Brigade", 1)]


def test_a_name_that_nobody_has_is_said_in_one_line(ledger):
    result = run("entity", "Salt League of Nowhere", "--ledger", ledger)
    assert result.exit_code == 1
    assert result.stderr.startswith("allege: Salt League of Nowhere: no actor")


def test_a_merge_is_kept_can_be_contradicted_and_taken_back(ledger):
    pair = (BRIGADE, "United Nations")
    first = run("merge", *pair, "--analyst", "ada", "--ledger", ledger)
    assert first.exit_code == 0
    assert "judgement" in first.stdout
    assert "has decided so before" in run("merge", *pair, "--analyst", "ada", "--ledger", ledger).stdout
    second = run("split", *pair, "--analyst", "bel", "--ledger", ledger)
    assert "bel says" in second.stderr
    assert "ada said" in second.stderr
    undone = run("split", *pair, "--undo", "--ledger", ledger)
    assert "Taken back" in undone.stdout
    assert undone.stderr == ""
    assert run("split", *pair, "--undo", "--ledger", ledger).exit_code == 1


def test_an_actor_cannot_be_merged_with_itself(ledger):
    result = run("merge", BRIGADE, "Tide Brigade", "--ledger", ledger)
    assert result.exit_code == 2
    assert "one and the same" in result.stderr


def test_a_name_can_be_split_from_the_actor_that_goes_by_it(ledger):
    result = run("split", BRIGADE, "the Tide Brigade", "--ledger", ledger)
    assert result.exit_code in (0, 1)
    result = run("split", BRIGADE, "Tide Brigade", "--ledger", ledger)
    assert result.exit_code == 0
    assert "name:" in result.stdout


def test_names_are_resolved_one_by_one_and_as_lines():
    shown = run("resolve", "Orrin Salt Workers League")
    assert shown.exit_code == 0
    assert "known by its own words" in shown.stdout
    only = json.loads(run("resolve", "Orrin Salt Workers League", "--list-only", "--json").stdout)
    assert only["entity"] is None
    assert only["alias"] == "Orrin Salt Workers League"
    given = '{"alias": "Salt Workers League of Orrin", "n": 1}\n\n{"alias": "League of Orrin Salt Workers", "n": 2}\n'
    lines = [json.loads(line) for line in run("resolve", "--json", stdin=given).stdout.splitlines()]
    assert [line["n"] for line in lines] == [1, 2]
    assert len({line["entity"] for line in lines}) == 1


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("no json", "line 2: is no JSON"),
        ('{"country": "XO"}', "line 2: has no alias"),
        ('{"alias": "Salt", "country": 7}', "line 2: `country` is neither"),
        ('{"alias": "Salt", "year": "long ago"}', "line 2: `year` is no number"),
    ],
)
def test_a_bad_line_is_named(line, what):
    result = run("resolve", "--json", stdin='{"alias": "Salt"}\n' + line + "\n")
    assert result.exit_code == 2
    assert what in result.stderr


def test_what_is_doubtful_in_a_users_list_is_one_line_each_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "actors.toml"
    path.write_text('[[actor]]\nname = "Orrin Guard"\nfrom = 2010\nto = 1999\nparent = "nobody"\n', encoding="utf-8")
    result = run("resolve", "Orrin Guard", "--lists", path)
    assert result.exit_code == 0
    assert "[orrin-guard]" in result.stdout
    assert [line.startswith(f"allege: {path}:1: Orrin Guard ") for line in result.stderr.splitlines()] == [True, True]


def test_an_actor_is_found_without_its_article_and_what_looks_alike_is_named(tmp_path):
    path = tmp_path / "told.db"
    text = "The Sable Wave Movement burned a mill in Tarn Hollow. Dead were found in Orlo."
    hand = Hand(text)
    hand.mention("The Sable Wave Movement", MentionType.ACTOR, name="The Sable Wave Movement", entity="sable")
    hand.mention("Tarn Hollow", MentionType.PLACE, name="Tarn Hollow", entity="xo-tarn-hollow")
    hand.mention("Orlo", MentionType.PLACE, name="Orlo", geonames=77)
    hand.claims_that("burned", roles={Role.ACTOR: "The Sable Wave Movement", Role.PLACE: "Tarn Hollow"})
    hand.claims_that("found", roles={Role.PLACE: "Orlo"})
    with Ledger(path) as ledger:
        ledger.add(hand.record())
    assert "[sable]" in run("entity", "Sable Wave Movement", "--ledger", path).stdout
    alike = run("entity", "Sabel Wave Movment", "--ledger", path)
    assert alike.exit_code == 1
    assert "it looks like sable" in alike.stderr
    places = {"tarn hollow": "xo-tarn-hollow", "Orlo": "geonames:77", "geonames:77": "geonames:77"}
    for wanted, identity in places.items():
        shown = run("entity", wanted, "--ledger", path)
        assert f"[{identity}]" in shown.stdout
        assert "A place of the ledger" in shown.stdout
        assert json.loads(run("entity", wanted, "--json", "--ledger", path).stdout)["claims"] == 1
    assert "it looks like xo-tarn-hollow" in run("entity", "Tarn Holow", "--ledger", path).stderr


def test_a_relation_is_shown_as_it_is_held_not_as_said(tmp_path):
    """Whoever denies a relation, or demands that it end, does not say that it holds."""
    path = tmp_path / "told.db"
    said, denied = "The Salt Wing was armed by Vark, a rival said.", "Vark never armed the Salt Wing, its consul said."
    hand = Hand(f"{said} {denied} It burned a mill.")
    hand.mention("Salt Wing", MentionType.ACTOR, name="Salt Wing", entity="salt")
    said = hand.says("a rival", "said", "The Salt Wing was armed by Vark")
    denied = hand.says("its consul", "said", "Vark never armed the Salt Wing", act=Act.DENY)
    hand.claims_that("burned", roles={Role.ACTOR: "Salt Wing"})
    ends = {Role.ACTOR: "Salt Wing", Role.RECIPIENT: "Vark"}
    relation = {"kind": ClaimKind.RELATION, "code": "ARMED_BY", "roles": ends}
    hand.claims_that("armed", said, values=(Certainty.UU, Certainty.CT_PLUS), **relation)
    hand.claims_that("never armed", denied, values=(Certainty.UU, Certainty.CT_MINUS), **relation)
    with Ledger(path) as ledger:
        ledger.add(hand.record())
    shown = run("entity", "salt", "--ledger", path, COLUMNS="120").stdout
    assert "Salt Wing is armed by Vark (says: a rival)" in shown
    assert "Salt Wing is armed by Vark (denies: its consul; held as certainly not so)" in shown
    lines = json.loads(run("entity", "salt", "--json", "--ledger", path).stdout)["relations"]
    assert {(one["source"], one["act"], one["certainty"]) for one in lines} == {
        ("a rival", "says", "CT+"), ("its consul", "denies", "CT-"),
    }  # fmt: skip


def test_a_country_that_is_none_is_named_in_one_line():
    result = run("resolve", "Salt", "--country", "Chad", "--country", "Saltonia")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("allege: --country Saltonia: is no country that the lists know")
    assert run("resolve", "Salt", "--country", "TCD", "--country", "Chad").exit_code == 0


REPORTS = {
    "a": "The Salt Wing attacked a mill in Vark on 3 March 2031. The Tollen Front killed two men. The army denied it.",
    "b": "SWG fighters burned a farm near Vark. SWG attacked a mill. The Mining Ministry arrested the Tollen Front.",
}


@pytest.fixture
def read(tmp_path):
    for name, text in REPORTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("read", tmp_path, "--ledger", tmp_path / "x.db").exit_code == 0
    return tmp_path / "x.db"


def names_of(ledger):
    lines = run("entities", "--json", "--ledger", ledger).stdout.splitlines()
    return {line["name"]: sorted(line["aliases"]) for line in map(json.loads, lines)}


def test_names_that_claims_carry_can_be_merged_though_no_list_has_them_and_parted_again(read):
    assert names_of(read) == {}
    assert "Salt Wing (1)" in run("entities", "--ledger", read).stdout
    assert "allege merge says whose name it is" in run("entity", "Salt Wing", "--ledger", read, COLUMNS="200").stdout
    said = run("merge", "salt wing", "SWG", "--analyst", "ada", "--ledger", read)
    assert said.stdout.startswith("Salt Wing [name:")
    assert "and SWG [name:swg] are one actor, by the name of the first: judgement" in said.stdout
    run("link", "--ledger", read)
    assert names_of(read) == {"Salt Wing": ["SWG", "The Salt Wing"]}
    parted = run("split", "Salt Wing", "SWG", "--analyst", "bel", "--ledger", read)
    assert "bel says" in parted.stderr
    run("link", "--ledger", read)
    assert names_of(read) == {"Salt Wing": ["The Salt Wing"], "SWG": ["SWG"]}
    for command in ("split", "merge"):
        undone = run(command, "Salt Wing", "SWG", "--undo", "--ledger", read)
        assert undone.stdout.startswith("Taken back: Salt Wing [")
    run("link", "--ledger", read)
    assert names_of(read) == {}


@pytest.mark.parametrize("words", ["the army", "the front", "the guards", "The resistance"])
def test_no_decision_is_kept_on_a_body_that_the_words_do_not_name(read, words):
    for command in ("merge", "split"):
        result = run(command, "Tollen Front", words, "--ledger", read)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"{words}: no actor of the ledger or the lists has this name" in result.stderr


def test_a_name_is_one_with_and_without_its_article_and_one_that_stands_within_another_is_told(read):
    assert "one and the same" in run("merge", "Tollen Front", "The Tollen Front", "--ledger", read).stderr
    assert "it looks like Mining Ministry" in run("merge", "Tollen Front", "Mining", "--ledger", read).stderr
