"""Exports: what the filters show, in forms that other tools read, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import os
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from told import blog, filled, harbour, run

from allege.claim import (
    Act,
    BlockKind,
    Certainty,
    ClaimKind,
    CreditKind,
    EvidenceKind,
    MentionType,
    Role,
    SourceKind,
)
from allege.show.export.claims_csv import COLUMNS, FORMULA, guarded
from allege.show.export.lines import json_line
from allege.show.export.record import record_json

SCHEMA = json.loads(files("allege").joinpath("record.schema.json").read_text(encoding="utf-8"))
PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")

ANY_TEXT = st.text(st.characters(codec=None))
"""Lone surrogates too, which no file can hold."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("ledger"))


def validate(record):
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(record)


def rows(result):
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("record", [harbour(), blog()], ids=["harbour", "blog"])
def test_records_fit_the_schema(record):
    validate(json.loads(json_line(record_json(record))))


def test_the_schema_refuses_what_is_no_record():
    record = record_json(harbour())
    broken = (
        record | {"claims": [record["claims"][0] | {"certainty": []}]},
        record | {"claims": [record["claims"][0] | {"certainty": [{"source": "a1", "value": "CT+"}]}]},
        record | {"claims": [record["claims"][0] | {"certainty": [{"source": "author", "value": "sure"}]}]},
        record | {"mentions": [record["mentions"][0] | {"spans": []}]},
        record | {"mentions": [record["mentions"][0] | {"low": 3}]},
        record | {"document": record["document"] | {"id": "harbour.txt"}},
        {name: value for name, value in record.items() if name != "claims"},
    )
    for case in broken:
        assert not Draft202012Validator(SCHEMA).is_valid(json.loads(json_line(case)))


def test_the_schema_knows_exactly_our_codes():
    parts = SCHEMA["$defs"]
    document, claim = parts["document"]["properties"], parts["claim"]["properties"]
    for part, codes in (
        (document["blocks"]["items"]["properties"]["kind"], BlockKind),
        (document["credits"]["items"]["properties"]["kind"], CreditKind),
        (parts["mention"]["properties"]["type"], MentionType),
        (parts["attribution"]["properties"]["source_kind"], SourceKind),
        (parts["attribution"]["properties"]["act"], Act),
        (claim["kind"], ClaimKind),
        (claim["arguments"]["items"]["properties"]["role"], Role),
        (claim["evidence"]["items"]["properties"]["kind"], EvidenceKind),
        (parts["commitment"]["properties"]["value"], Certainty),
    ):
        assert part["enum"] == [code.value for code in codes]


@pytest.mark.parametrize("part", ["document", "mention", "attribution", "claim"])
def test_every_field_of_the_schema_is_explained(part):
    section = PAGE.partition(f"\n## {part}")[2].partition("\n## ")[0]
    missing = [name for name in SCHEMA["$defs"][part]["properties"] if f"`{name}`" not in section]
    assert missing == []


def test_every_field_of_the_record_and_every_column_of_the_table_is_explained():
    assert [name for name in (*SCHEMA["properties"], *COLUMNS) if f"`{name}`" not in PAGE] == []


def test_the_example_in_the_documentation_is_a_record_whose_spans_hold_its_words():
    record = json.loads(PAGE.partition("```json\n")[2].partition("\n```")[0])
    validate(record)
    text = record["document"]["text"]
    words = {text[start:end] for mention in record["mentions"] for start, end in mention["spans"]}
    assert words == {"Two residents", "armed men", "Monday"}
    said = record["attributions"][0]
    assert [text[slice(*said[part][0])] for part in ("source", "cue", "content")] == [
        "Two residents",
        "said",
        "that armed men burned the ferry office on Monday",
    ]
    assert text[slice(*record["claims"][0]["anchor"][0])] == "burned"
    assert record["claims"][0]["sentence"] == [0, len(text)]


def test_records_come_out_as_they_were_stored(ledger):
    lines = run("export", "--format", "jsonl", "--ledger", ledger).stdout.splitlines()
    assert [json.loads(line) for line in lines] == [
        json.loads(json.dumps(record_json(record))) for record in (harbour(), blog())
    ]


def test_a_filter_narrows_records_to_its_claims_and_leaves_no_dangling_support(ledger):
    lines = run("export", "--format", "jsonl", "--certainty", "PS+", "--ledger", ledger).stdout.splitlines()
    (record,) = map(json.loads, lines)
    assert [(claim["id"], claim["supports"]) for claim in record["claims"]] == [("c1", [])]
    assert len(record["mentions"]) == len(blog().mentions)
    validate(record)


def test_the_table_has_a_row_a_claim_and_the_columns_that_are_documented(ledger):
    table = rows(run("export", "--format", "csv", "--ledger", ledger))
    assert len(table) == 5
    assert list(table[0]) == list(COLUMNS)
    first = table[0]
    assert (first["source"], first["voice"], first["certainty"]) == ("Two residents", "unnamed", "CT+")
    assert (first["actor"], first["actor_name"], first["time"]) == ("Tide Brigade", "Tide Brigade of Orvane", "Monday")
    assert first["author_certainty"] == "Uu"
    assert harbour().document.text[int(first["start"]) : int(first["end"])] == first["quote"]


@pytest.mark.parametrize(
    "options", [(), ("--voice", "author"), ("--type", "ASSAULT", "--limit", "2"), ("--text", "guards")], ids=" ".join
)
def test_the_table_holds_exactly_what_the_filters_show(ledger, options):
    shown = run("claims", "--json", *options, "--ledger", ledger).stdout.splitlines()
    table = rows(run("export", "--format", "csv", *options, "--ledger", ledger))
    assert [row["claim"] for row in table] == [json.loads(line)["id"] for line in shown]


def test_a_sentence_that_a_spreadsheet_would_run_is_guarded(ledger):
    quotes = [row["quote"] for row in rows(run("export", "--format", "csv", "--ledger", ledger))]
    assert "'=Intelligence reports suggest that at least 9 guards may have died." in quotes


@given(ANY_TEXT)
def test_no_cell_begins_as_a_formula_and_every_cell_can_be_written(text):
    cell = guarded(text)
    assert not cell.lstrip(" \n").startswith(FORMULA)
    cell.encode()
    if not text.lstrip(" \n").startswith(FORMULA):
        assert cell == text.encode("utf-8", "backslashreplace").decode()


def test_numbers_are_no_formulas():
    assert [guarded(cell) for cell in (-3.0, 7, None)] == [-3.0, 7, None]


@given(st.dictionaries(ANY_TEXT, ANY_TEXT), st.sampled_from(["utf-8", "ascii"]))
def test_a_json_line_comes_back_as_it_went_whatever_the_stream(value, encoding):
    line = json_line(value, encoding)
    assert json.loads(line.encode(encoding).decode(encoding)) == value
    assert "\n" not in line


def test_a_file_takes_its_place_whole_and_the_byte_order_mark_comes_first(ledger, tmp_path):
    table = tmp_path / "claims.csv"
    result = run("export", "--format", "csv", "--bom", "-o", table, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Wrote 5 claims to {table}" in result.stderr
    assert table.read_bytes().startswith(b"\xef\xbb\xbfclaim,")
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_a_failing_export_leaves_the_old_file(ledger, tmp_path, monkeypatch):
    table = tmp_path / "claims.csv"
    table.write_text("old\n", encoding="utf-8")
    monkeypatch.setitem(COLUMNS, "claim", lambda row: row.no_such_field)
    assert run("export", "--format", "csv", "-o", table, "--ledger", ledger).exit_code == 1
    assert table.read_text(encoding="utf-8") == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


@pytest.mark.parametrize("command", [("export", "--format", "csv"), ("report",)])
def test_the_ledger_is_never_overwritten(command, tmp_path):
    held = filled(tmp_path)
    before = held.read_bytes()
    result = run(*command, "-o", held, "--ledger", held)
    assert result.exit_code == 2
    assert "is the ledger itself; give the output another name" in result.stderr
    assert held.read_bytes() == before


def test_a_folder_that_is_not_there_is_one_line(ledger, tmp_path):
    result = run("export", "--format", "csv", "-o", tmp_path / "no" / "claims.csv", "--ledger", ledger)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_what_is_no_plain_file_is_written_to_and_stays_what_it_is(tmp_path):
    ledger, pipe = filled(tmp_path), tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("export", "--format", "csv", "-o", pipe, "--ledger", ledger).exit_code == 0
        assert os.read(reader, 60_000).startswith(b"claim,")
        assert pipe.is_fifo()
    finally:
        os.close(reader)
