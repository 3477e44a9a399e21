"""Reading and annotating through the command line, on real text with the real pipeline."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from told import run

from allege.ledger import Ledger

SCHEMA = Draft202012Validator(json.loads(files("allege").joinpath("record.schema.json").read_text(encoding="utf-8")))

NOTICE = "A spokesman for the ferry company said on Monday that two boats were burned in Dunmarrow.\n"
LETTER = "The harbour council has denied that it paid the Red Heron Brigade.\n"


@pytest.fixture
def folder(tmp_path):
    for name, content in (("a.txt", NOTICE), ("b.md", LETTER), ("copy.txt", NOTICE)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"")
    return tmp_path


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_tells_what_was_read_what_failed_and_whose_word_it_is(folder):
    ledger = folder / "l.db"
    result = run("read", folder, "--ledger", ledger, "--workers", "1")
    assert result.exit_code == 1
    assert "2 documents read" in result.stdout
    assert "1 known already, 1 could not be read." in " ".join(result.stdout.split())
    assert "l.db holds 2 documents." in result.stdout
    assert " claim" in result.stdout
    assert result.stderr.startswith("allege: ")
    assert "broken.txt" in result.stderr
    assert result.stderr.count("\n") == 1
    assert "broken.txt" in run("failures", "--ledger", ledger).stdout


def test_a_row_of_a_table_is_found_by_the_table_and_says_where_it_stands(tmp_path):
    table, ledger = tmp_path / "rows.csv", tmp_path / "l.db"
    table.write_text(f'doc,title,text\nn1,One boat,"{NOTICE}"\nn2,Two boats,"{LETTER}"\n', encoding="utf-8")
    for _ in range(2):
        assert run("read", table, "--ledger", ledger, "--no-link").exit_code == 0
    listed = run("documents", "--ledger", ledger, COLUMNS="400").stdout
    assert f"One boat  (n1 in {table}#1)" in listed
    assert "Two boats" in run("show", "rows.csv#2", "--ledger", ledger).stdout
    both = run("show", "rows.csv", "--ledger", ledger)
    assert (both.exit_code, "One boat, n1" in both.stderr, "Two boats, n2" in both.stderr) == (2, True, True)


def test_reading_again_reads_nothing_twice(folder):
    ledger = folder / "l.db"
    run("read", folder / "a.txt", "--ledger", ledger)
    with Ledger(ledger) as held:
        before = [held.record(row.id) for row in held.documents()]
    result = run("read", folder / "a.txt", "--ledger", ledger)
    assert result.exit_code == 0
    assert "0 documents read" in result.stdout
    assert "1 known already" in result.stdout
    with Ledger(ledger) as held:
        assert [held.record(row.id) for row in held.documents()] == before


def test_read_as_json_is_one_object_with_the_run_and_the_ledger(folder):
    (told,) = records(run("read", folder, "--ledger", folder / "l.db", "--json"))
    assert (told["read"], told["known"], told["interrupted"]) == (2, 1, False)
    assert told["failed"][0]["uri"].endswith("broken.txt")
    assert told["holds"]["documents"] == 2


def test_annotate_prints_records_in_the_order_given_and_goes_on_after_a_failure(folder):
    result = run("annotate", folder / "b.md", folder / "broken.txt", folder / "none.txt", folder / "a.txt")
    assert result.exit_code == 1
    assert [record["document"]["uri"].rpartition("/")[2] for record in records(result)] == ["b.md", "a.txt"]
    assert result.stderr.count("\n") == 2
    assert all(line.startswith("allege: ") for line in result.stderr.splitlines())


def test_annotated_records_fit_the_schema_and_every_span_holds_words(folder):
    for record in records(run("annotate", folder / "a.txt", folder / "b.md")):
        SCHEMA.validate(record)
        text = record["document"]["text"]
        spans = [span for mention in record["mentions"] for span in mention["spans"]]
        for said in record["attributions"]:
            spans += [*said["source"], *said["cue"], *said["content"]]
        spans += [span for claim in record["claims"] for span in claim["anchor"]]
        assert spans
        assert all(text[start:end].strip() for start, end in spans)


def test_plain_keeps_the_file_s_text_to_the_letter(tmp_path):
    text = "  Police said:\r\n“two men were arrested.”\r\nLeave a comment\r\n"
    (tmp_path / "raw.txt").write_text(text, encoding="utf-8", newline="")
    (record,) = records(run("annotate", "--plain", tmp_path / "raw.txt"))
    assert record["document"]["text"] == text


def test_standard_input_is_a_document_too():
    (record,) = records(run("annotate", "-", stdin=NOTICE))
    assert record["document"]["uri"] == "stdin:"
    assert NOTICE.strip() in record["document"]["text"]


def test_redo_extracts_again_only_where_asked(folder):
    ledger = folder / "l.db"
    run("read", folder / "a.txt", "--ledger", ledger)
    assert "0 documents read" in run("redo", "--ledger", ledger).stdout
    assert "1 document read" in run("redo", "--all", "--ledger", ledger).stdout


def test_a_pipeline_that_is_not_installed_is_one_line_with_a_remedy(folder):
    result = run("annotate", folder / "a.txt", ALLEGE_PIPELINE="no_such_pipeline")
    assert result.exit_code == 1
    assert result.stderr.startswith("allege: no_such_pipeline: no such spaCy pipeline is installed; pip install ")
    assert result.stderr.count("\n") == 1


def test_a_document_in_another_language_is_listed_as_not_analysed_once(tmp_path):
    french = "Les deux parties se sont réunies au moulin et ont décidé de rouvrir la route."
    (tmp_path / "fr.txt").write_text(french, encoding="utf-8")
    ledger = tmp_path / "l.db"
    assert run("read", tmp_path / "fr.txt", "--ledger", ledger).exit_code == 0
    listed = run("documents", "--ledger", ledger).stdout
    assert listed.count("not analysed") == 1
    assert "its language is 'fr'" in listed


def test_a_text_that_is_stored_but_not_analysed_is_named_with_the_reason_and_is_no_failure(tmp_path):
    text = "Le porte-parole a déclaré lundi que deux bateaux avaient été brûlés dans le port de la ville.\n"
    (tmp_path / "avis.txt").write_text(text, encoding="utf-8")
    result = run("read", tmp_path, "--ledger", tmp_path / "l.db", "--workers", "1")
    assert result.exit_code == 0
    assert "avis.txt: stored, but not analysed: its language is 'fr'" in result.stderr


def test_an_empty_standard_input_is_named_once():
    assert run("annotate", "-", stdin="").stderr.startswith("allege: stdin: ")
