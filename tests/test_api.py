"""The five lines of an analyst, and what they must not cost."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import allege
from allege.claim import Document
from allege.errors import LedgerError, ReadError
from allege.settings import Settings

NEWS = "Police in Vark said that the Red Column had attacked a bridge. Nobody was hurt.\n"
ALONE = Settings(workers=1)


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "news.txt").write_text(NEWS)
    return tmp_path / "in"


def test_the_main_job_fits_in_five_lines(folder, tmp_path):
    ledger = allege.Ledger(tmp_path / "x.db")
    ledger.read(folder)
    for claim in ledger.claims(source="police"):
        assert "attacked" in claim.quote
        assert claim.voice in {"named", "unnamed"}
    assert len(list(ledger.claims(source="police"))) >= 1
    ledger.close()


SCRIPT = """
import sys
import allege
ledger = allege.Ledger(sys.argv[1])
print(ledger.read(sys.argv[2], plain=True).read)
"""


def test_a_script_without_a_main_guard_may_use_many_processes(tmp_path, folder):
    for number in range(10):
        (folder / f"{number}.txt").write_text(f"Bulletin {number}. {NEWS}".ljust(10_000, "\n"))
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, script, tmp_path / "x.db", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("11\n", "")


def test_read_gives_whole_records_in_order_without_a_ledger(folder):
    (folder / "a.txt").write_text(NEWS.replace("bridge", "mill"))
    records = allege.read(folder, ALONE)
    assert [Path(r.document.uri).name for r in records] == ["a.txt", "news.txt"]
    assert allege.read([folder / "news.txt"], ALONE) == records[1:]


def test_read_warns_of_what_it_could_not_read_and_raises_when_that_is_all(folder):
    (folder / "empty.txt").touch()
    with pytest.warns(UserWarning, match=r"empty\.txt"):
        assert len(allege.read(folder, ALONE)) == 1
    with pytest.raises(ReadError, match=r"empty\.txt"):
        allege.read(folder / "empty.txt", ALONE)


def test_annotate_takes_a_text_exactly_as_it_is_with_what_is_known_about_it():
    record = allege.annotate(f"  {NEWS}\r\n", title="News", published="2031-06-09", publisher="Vark Courier")
    assert record.document.text == f"  {NEWS}\r\n"
    assert (record.document.published, record.document.publisher) == (date(2031, 6, 9), "Vark Courier")
    assert any(record.document.quote(claim.anchor) == "attacked" for claim in record.claims)


def test_annotate_takes_a_document():
    document = Document("sha256:00", "x.txt", NEWS)
    assert allege.annotate(document).document == document
    assert allege.annotate(document, title="T").document == replace(document, title="T")


def test_a_text_always_gets_the_same_record_whatever_signs_it_holds():
    text = '\ud800\0 “Nobody’ said "x\u202e\n'
    assert allege.annotate(text) == allege.annotate(text)


def test_a_ledger_takes_its_settings_from_the_working_folder(tmp_path, monkeypatch):
    (tmp_path / "allege.toml").write_text('ledger = "mine.db"\n')
    monkeypatch.chdir(tmp_path)
    with allege.Ledger() as ledger:
        assert ledger.name == "mine.db"
    assert (tmp_path / "mine.db").exists()
    with pytest.raises(LedgerError, match="there is no ledger here"):
        allege.Ledger(tmp_path / "other.db", create=False)


def test_records_documents_and_claims_show_themselves_in_a_notebook(folder):
    with allege.Ledger(":memory:", ALONE) as ledger:
        ledger.read(str(folder))
        shown = (ledger.record("news.txt"), ledger.record("news.txt").document, next(ledger.claims()))
    for thing in shown:
        html = thing._repr_html_()
        assert "<" in html
        assert "bridge" in html


def test_redo_is_at_hand_too(folder):
    with allege.Ledger(":memory:", ALONE) as ledger:
        ledger.read(folder)
        assert ledger.redo(everything=True).read == 1


def test_read_stays_a_function_when_the_readers_are_loaded():
    code = "import allege, allege.read, allege.clean\nfrom allege.read import read_paths\nassert callable(allege.read)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_allege_loads_no_database_and_no_language_model():
    code = "import sys, allege; print({'sqlalchemy', 'spacy', 'numpy', 'jinja2', 'trafilatura'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
