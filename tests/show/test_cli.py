"""The commands that look into a ledger, as a user calls them."""

from __future__ import annotations

import json

import pytest
from told import filled, harbour, run

from allege.show.cli import table
from allege.show.export.record import record_json


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("ledger"))


def objects(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_manual_names_every_command_setting_and_exit_code():
    page = run("--help").stdout
    for word in (*(entry.name for entry in table.COMMANDS), "max_characters", "ALLEGE_CONFIG", "NO_COLOR", "130"):
        assert word in page
    assert [group for group in table.GROUPS if f"{group}:" not in page] == []


@pytest.mark.parametrize("entry", table.COMMANDS, ids=lambda entry: entry.name)
def test_every_command_in_the_table_has_a_help_page(entry):
    result = run(entry.name, "--help")
    assert result.exit_code == 0
    assert f"allege {entry.name}" in result.stdout


def test_documents_are_listed_with_what_show_takes(ledger):
    result = run("documents", "--ledger", ledger)
    assert result.exit_code == 0
    assert "Ferry office burns" in result.stdout
    assert "2 documents, 5 claims" in result.stdout
    digits = result.stdout.splitlines()[1].split()[0]
    assert "Ferry office burns" in run("show", digits, "--ledger", ledger).stdout


def test_the_ledger_may_be_named_before_or_after_the_command(ledger):
    assert run("--ledger", ledger, "documents").stdout == run("documents", "--ledger", ledger).stdout
    assert run("documents", ALLEGE_LEDGER=str(ledger)).stdout == run("documents", "--ledger", ledger).stdout


def test_a_claim_is_shown_with_its_words_voice_firmness_and_evidence(ledger):
    page = run("claims", "--source", "residents", "--ledger", ledger).stdout
    assert "● " in page
    assert "attack “burned”: held as certain" in page
    assert "“Two residents said that the Tide Brigade burned the ferry office on Monday.”" in page
    assert "who: “Tide Brigade” (Tide Brigade of Orvane)" in page
    assert "says: “Two residents” (a witness, not named) · on an eyewitness (“Two residents”)" in page


def test_a_denied_claim_is_not_shown_as_held(ledger):
    page = run("claims", "--certainty", "CT-", "--ledger", ledger).stdout
    assert "●✕" in page
    assert "held as certainly not so" in page
    assert "denies: “A spokesman”" in page


def test_a_sentence_stands_once_above_all_that_it_claims(ledger):
    lines = run("claims", "--document", "harbour", "--ledger", ledger, COLUMNS="200").stdout.splitlines()
    quotes = [line for line in lines if line.startswith("“")]
    assert len(quotes) == len(set(quotes)) > 1
    first = lines.index("“Two residents said that the Tide Brigade burned the ferry office on Monday.”")
    assert lines[first - 1] == ""
    assert "“burned”" in lines[first + 1]
    assert lines[first + 1].startswith("  ●")


@pytest.mark.parametrize(
    ("options", "anchors"),
    [
        ((), ["burned", "attacked", "closed", "died", "did"]),
        (("--document", "harbour"), ["burned", "attacked", "closed"]),
        (("--actor", "tide brigade of"), ["burned"]),
        (("--type", "state"), ["closed"]),
        (("--kind", "STATE"), ["closed"]),
        (("--certainty", "ps+"), ["died"]),
        (("--evidence", "none"), ["attacked", "closed", "did"]),
        (("--evidence", "eyewitness"), ["burned"]),
        (("--text", "guards"), ["died"]),
        (("--voice", "author"), ["closed", "did"]),
        (("--limit", "2"), ["burned", "attacked"]),
        (("--min-score", "0.9"), []),
        (("--voice", "author", "--document", "blog"), ["did"]),
    ],
)
def test_every_filter_narrows(ledger, options, anchors):
    found = objects(run("claims", "--json", *options, "--ledger", ledger))
    assert [claim["anchor"] for claim in found] == anchors


def test_a_claim_s_json_says_who_says_it_author_first(ledger):
    claim = objects(run("claims", "--json", "--limit", "1", "--ledger", ledger))[0]
    assert [(voice["source"], voice["value"]) for voice in claim["voices"]] == [
        ("the author", "Uu"),
        ("Two residents", "CT+"),
    ]
    assert (claim["voice"], claim["certainty"], claim["published"]) == ("unnamed", "CT+", "2031-03-04")


def test_brief_gives_a_line_a_claim_and_cuts_in_a_pipe_only_where_columns_are_asked_for(ledger):
    lines = run("claims", "--brief", "--ledger", ledger).stdout.splitlines()
    assert len(lines) == 5
    assert lines[0].endswith("on Monday.")
    for command in (("claims", "--brief"), ("documents",)):
        cut = run(*command, "--ledger", ledger, COLUMNS="40").stdout.splitlines()
        assert max(map(len, cut)) <= 40


def test_brief_without_a_hit_says_so_where_no_program_reads_it(ledger):
    found = run("claims", "--brief", "--text", "zeppelin", "--ledger", ledger)
    assert (found.stdout, found.stderr, found.exit_code) == ("", "allege: no claim fits\n", 0)


def test_narrow_screens_wrap_and_lose_no_word(ledger):
    wide = run("claims", "--ledger", ledger, COLUMNS="200").stdout
    narrow = run("claims", "--ledger", ledger, COLUMNS="40").stdout
    assert narrow.split() == wide.split()
    assert max(len(line) for line in narrow.splitlines()) <= 40


def test_show_puts_claims_under_their_sentence_and_marks_who_says_it(ledger):
    lines = run("show", "harbour.txt", "--ledger", ledger).stdout.splitlines()
    at = lines.index("Two residents said that the Tide Brigade burned the ferry office on Monday.")
    assert lines[at + 1] == "============= ~~~~      .................................................."
    assert "burned" in lines[at + 2]
    assert "[folded: comment form, 3 lines]" in lines
    assert "[byline: By Ada Quill]" in lines
    assert not any("Email" in line for line in lines)


def test_show_finds_a_document_by_a_part_of_its_title_and_a_claim_by_its_digits(ledger):
    assert "Ferry office burns" in run("show", "ferry office", "--ledger", ledger).stdout
    claim = objects(run("claims", "--json", "--limit", "1", "--ledger", ledger))[0]
    page = run("show", claim["id"][:10], "--ledger", ledger).stdout
    assert f"Claim {claim['id']}" in page
    assert "● “Two residents” (a witness, not named) says: held as certain (CT+)" in page
    assert "? the author says: not committed to (Uu)" in page


def test_show_as_json_is_the_record(ledger):
    assert objects(run("show", "harbour.txt", "--json", "--ledger", ledger)) == [
        json.loads(json.dumps(record_json(harbour())))
    ]


def test_search_finds_sentences_and_says_where(ledger):
    hits = objects(run("search", "burn", "--json", "--ledger", ledger))
    text = harbour().document.text
    assert [text[start:end] for hit in hits for start, end in hit["matches"]] == ["burned"]
    assert "Ferry office burns" in run("search", "burn", "--ledger", ledger).stdout
    assert run("search", "zeppelin", "--ledger", ledger).stdout == "Nothing found.\n"


def test_an_argument_with_blanks_is_searched_as_a_phrase(ledger):
    assert len(objects(run("search", "ferry office", "--json", "--ledger", ledger))) == 1
    assert objects(run("search", "office ferry", "--json", "--ledger", ledger)) == []
    assert len(objects(run("search", "office", "ferry", "--json", "--ledger", ledger))) == 1
    hint = "Nothing found with “office ferry” as it stands; to find the words apart: allege search office ferry."
    assert run("search", "office ferry", "--ledger", ledger).stdout == hint + "\n"


def test_failures_are_listed_with_their_remedy(ledger):
    assert "news/broken.bin: is no text; leave it out" in run("failures", "--ledger", ledger).stdout
    assert objects(run("failures", "--json", "--ledger", ledger))[0]["remedy"] == "leave it out"


def test_report_writes_a_page_and_prints_its_path(ledger, tmp_path):
    page = tmp_path / "page.html"
    result = run("report", "-o", page, "--ledger", ledger)
    assert result.stdout == f"{page}\n"
    assert result.stderr == ""
    assert "ferry office" in page.read_text(encoding="utf-8")
    assert "5 claims: none on a named source" in page.read_text(encoding="utf-8")


def test_piped_output_has_no_colours(ledger):
    for command in ("documents", "claims", "show harbour.txt", "search burn", "failures", "doctor"):
        assert "\x1b" not in run(*command.split(), "--ledger", ledger).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "nothing-like-it"), 1, "allege: nothing-like-it: no document or claim has that name; list them "),
        (("show", "."), 2, "allege: .: could be any of several documents: 1cf4f5cd ("),
        (("claims", "--certainty", "sure"), 2, "value for '--certainty': 'sure' is not one of CT+, PR+"),
        (("grade", "police", "q"), 2, "'q' is not one of A, B, C"),
        (("claims", "--type", "MAYHEM"), 2, "allege: MAYHEM: is no type of claims"),
        (("export", "--format", "csv", "-o", "/nowhere/x.csv"), 1, "allege: /nowhere/x.csv: No such file"),
        (("claims", "--no-such"), 2, "see allege claims --help"),
        (("clams",), 2, "allege: No such command 'clams'; did you mean claims?; see allege --help"),
        (("xyzzy",), 2, "allege: No such command 'xyzzy'; see allege --help"),
        ((), 2, "allege: Missing command; see allege --help"),
        (("search",), 2, "allege: search: Missing argument"),
        (("export",), 2, "allege: export: Missing option '--format'"),
    ],
)
def test_what_goes_wrong_takes_one_line_and_an_exit_code(ledger, arguments, code, said):
    result = run("--ledger", ledger, *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stderr.startswith("allege: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_without_a_ledger_the_user_hears_how_to_make_one(tmp_path):
    result = run("claims", "--ledger", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "there is no ledger here; make one with: allege read PATH" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_ledger_is_named_and_left_alone(tmp_path):
    letter = tmp_path / "letter.db"
    letter.write_text("Dear editor, this is a letter and no database at all.\n" * 40, encoding="utf-8")
    before = letter.read_bytes()
    result = run("claims", "--ledger", letter)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "is no ledger" in result.stderr
    assert letter.read_bytes() == before


def test_a_broken_settings_file_stops_work_but_no_help(tmp_path):
    settings = tmp_path / "bad.toml"
    settings.write_text("ledgr = 'x.db'\n", encoding="utf-8")
    result = run("--config", settings, "claims")
    assert result.exit_code == 1
    assert "unknown setting 'ledgr'" in result.stderr
    assert run("--config", settings, "claims", "--help").exit_code == 0


def test_a_fault_of_ours_is_one_line_too(ledger, monkeypatch):
    monkeypatch.setattr("allege.show.terminal.claims.SHORT", "ten")
    result = run("claims", "--ledger", ledger)
    assert result.exit_code == 1
    assert "this is a fault in Allege (TypeError: " in result.stderr
    assert result.stderr.count("\n") == 1
