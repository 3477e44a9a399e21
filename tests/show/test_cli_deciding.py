"""A person decides that two incidents are one, or that two reports of one tell of two; and takes it back."""

from __future__ import annotations

import json

import pytest
from told import run

REPORTS = {
    "vark": "Gunmen attacked the mill in Vark on 3 March 2031 and killed 12 people.",
    "tollen": "A bomb exploded in the market of Tollen on 9 June 2031 and wounded four traders.",
    "orrin": "Soldiers shelled a farm near Orrin on 2 August 2031 and killed a shepherd.",
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("deciding")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("read", folder, "--ledger", folder / "three.db").exit_code == 0
    return folder / "three.db"


def told(ledger):
    """The files of each incident."""
    names = {line["id"]: line["uri"].rsplit("/", 1)[-1] for line in lines("documents", ledger)}
    return sorted(sorted(names[one] for one in line["documents"]) for line in lines("incidents", ledger))


def lines(command, ledger):
    return list(map(json.loads, run(command, "--json", "--ledger", ledger).stdout.splitlines()))


def test_two_incidents_are_one_on_a_persons_word_and_two_again_when_it_is_taken_back(read):
    before = told(read)
    assert before == [["orrin.txt"], ["tollen.txt"], ["vark.txt"]]
    (vark,) = [one["id"] for one in lines("incidents", read) if "12" in json.dumps(one["slots"].get("deaths", ""))]
    said = run("merge", "--incidents", vark[:10], "orrin.txt", "--analyst", "ada", "--ledger", read)
    assert (said.exit_code, "of ada" in said.stdout) == (0, True)
    assert "(attack, claim " in said.stdout
    assert f" {read.parent}/orrin.txt tell of one incident: judgement " in said.stdout
    run("link", "--ledger", read)
    assert told(read) == [["orrin.txt", "vark.txt"], ["tollen.txt"]]
    assert "one incident already" in run("merge", "--incidents", "vark.txt", "orrin.txt", "--ledger", read).stderr
    apart = run("split", "--incidents", "vark.txt", "orrin.txt", "--analyst", "bel", "--ledger", read)
    assert "bel says" in apart.stderr
    assert "ada said" in apart.stderr
    run("link", "--ledger", read)
    assert told(read) == before
    for command in ("split", "merge"):
        undone = run(command, "--incidents", "vark.txt", "orrin.txt", "--undo", "--ledger", read)
        assert "Taken back" in undone.stdout
    run("link", "--ledger", read)
    assert told(read) == before
    assert run("merge", "--incidents", "vark.txt", "orrin.txt", "--undo", "--ledger", read).exit_code == 1


def test_what_is_no_pair_of_reports_of_one_incident_cannot_be_split(read):
    for pair in (("vark.txt", "tollen.txt"), ("vark.txt", "vark.txt")):
        said = run("split", "--incidents", *pair, "--ledger", read)
        assert (said.exit_code, "no two reports of one incident" in said.stderr) == (2, True)
    assert run("merge", "--incidents", "nowhere.txt", "vark.txt", "--ledger", read).exit_code == 1
