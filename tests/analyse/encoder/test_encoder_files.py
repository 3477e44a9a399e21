"""A foreign, broken or missing encoder is told in one line with its remedy; without one the rules work alone."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from allege.analyse.encoder.files import PARTS, folder_of, is_there, load_parts, name_of
from allege.analyse.encoder.model import load_model
from allege.analyse.pipeline import analyse
from allege.claim import Document, Record
from allege.errors import MissingPart
from allege.run import annotate
from allege.settings import Settings

TEXT = "Police said rebels attacked the bridge near Nisra on Monday."


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[Path]:
    """A copy of the packaged encoder that a test may break."""
    folder = tmp_path / "encoder"
    shutil.copytree(folder_of("on"), folder)
    yield folder
    shutil.rmtree(folder)


def complaint(folder: Path) -> MissingPart:
    """What opening the encoder in `folder` raises, checked to be one line that names a file and a remedy."""
    with pytest.raises(MissingPart) as caught:
        load_model(str(folder))
    assert "\n" not in str(caught.value)
    assert caught.value.where.startswith(str(folder))
    assert "set `encoder` to off" in caught.value.remedy
    return caught.value


def sign(folder: Path) -> None:
    """Writes the card anew, so that the files are those it names."""
    lines = [f'"{name}" = "{hashlib.sha256((folder / name).read_bytes()).hexdigest()}"' for name in PARTS]
    (folder / "encoder.toml").write_text("[sha256]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def test_the_packaged_encoder_is_whole_and_small():
    parts = load_parts("on")
    assert set(parts.content) == set(PARTS)
    assert sum(map(len, parts.content.values())) <= 30e6
    assert len(name_of("on")) == 8


@pytest.mark.parametrize("name", PARTS)
def test_a_changed_file_is_refused(copied, name):
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(bytes(content))
    said = complaint(copied)
    assert "SHA-256" in said.what
    assert said.where == str(copied / name)


@pytest.mark.parametrize("name", PARTS)
def test_a_missing_file_is_named(copied, name):
    (copied / name).unlink()
    said = complaint(copied)
    assert "missing" in said.what
    assert said.where == str(copied / name)


@pytest.mark.parametrize(
    ("card", "what"),
    [
        (b"sha256 = ", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"", "names no checksums"),
        (b"sha256 = 3\n", "names no checksums"),
        (b"[sha256]\n", "SHA-256"),
        (b'[sha256]\n"encoder.onnx" = 7\n', "SHA-256"),
    ],
)
def test_a_broken_card_is_told(copied, card, what):
    (copied / "encoder.toml").write_bytes(card)
    said = complaint(copied)
    assert what in said.what


@pytest.mark.parametrize("value", ["0", "-1.5", "nan", "inf", "'hot'", "true", "[1.0]"])
def test_a_temperature_that_is_no_positive_number_is_refused(copied, value):
    sign(copied)
    with (copied / "encoder.toml").open("a", encoding="utf-8") as card:
        card.write(f"[temperature]\npair = {value}\n")
    said = complaint(copied)
    assert said.where == str(copied / "encoder.toml")
    assert "temperature of pair" in said.what


@pytest.mark.parametrize("name", [name for name in PARTS if name.endswith(".onnx")])
def test_a_file_that_is_no_graph_is_named_even_with_a_fitting_checksum(copied, name):
    (copied / name).write_bytes(b"not a graph " * 99)
    sign(copied)
    assert complaint(copied).where == str(copied / name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("encoder.onnx", "kind.onnx"),
        ("speech.onnx", "certain.onnx"),
        ("place.onnx", "encoder.onnx"),
        ("certain.onnx", "place.onnx"),
        ("kind.onnx", "certain.onnx"),
    ],
)
def test_a_foreign_graph_is_named_before_any_text_is_read(copied, name, other):
    shutil.copy(copied / other, copied / name)
    sign(copied)
    said = complaint(copied)
    assert said.where == str(copied / name)
    assert "does not fit" in said.what


@pytest.mark.parametrize("content", [b"{}", b"\xff", b"[1, 2]", b'{"model": {"type": "WordPiece"}}'])
def test_a_file_that_is_no_tokenizer_is_named(copied, content):
    (copied / "tokenizer.json").write_bytes(content)
    sign(copied)
    said = complaint(copied)
    assert said.where == str(copied / "tokenizer.json")
    assert "tokenizer cannot be opened" in said.what


def test_a_tokenizer_with_more_word_pieces_than_the_encoder_knows_is_refused(copied):
    about = json.loads((copied / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = about["model"]["vocab"]
    vocabulary.update({f"zz{n}": len(vocabulary) + n for n in range(500)})
    (copied / "tokenizer.json").write_text(json.dumps(about), encoding="utf-8")
    sign(copied)
    assert "does not fit" in complaint(copied).what


def test_a_tokenizer_without_the_marks_of_a_window_is_refused(copied):
    about = json.loads((copied / "tokenizer.json").read_text(encoding="utf-8"))
    about["added_tokens"] = []
    about["post_processor"] = None
    about["model"]["vocab"] = {"[UNK]": 0, "the": 1}
    (copied / "tokenizer.json").write_text(json.dumps(about), encoding="utf-8")
    sign(copied)
    said = complaint(copied)
    assert said.where == str(copied / "tokenizer.json")
    assert "does not fit" in said.what


def test_a_folder_without_an_encoder_is_told(tmp_path):
    said = complaint(tmp_path)
    assert "no encoder is installed" in said.what
    with pytest.raises(MissingPart):
        list(annotate([Document("sha256:0", "test", TEXT)], Settings(encoder=str(tmp_path), workers=1)))


def test_off_means_rules_alone():
    (analysis,) = analyse([Document("sha256:0", "test", TEXT)], Settings(encoder="off"))
    assert analysis.encoded is None
    assert name_of("off") == ""
    (record,) = annotate([Document("sha256:0", "test", TEXT)], Settings(encoder="off", workers=1))
    assert isinstance(record, Record)
    assert record.claims
    assert "encoder" not in " ".join((record.extractor, *(c.why for c in record.claims)))


def test_where_the_package_carries_none_on_means_rules_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("allege.analyse.encoder.files.folder_of", lambda encoder: tmp_path)
    assert not is_there("on")
    assert name_of("on") == ""
    documents = [Document("sha256:0", "test", TEXT)]
    (bare,) = annotate(documents, Settings(encoder="on", workers=1))
    (rules,) = annotate(documents, Settings(encoder="off", workers=1))
    assert bare == rules


def test_a_record_says_which_encoder_helped():
    (record,) = annotate([Document("sha256:0", "test", TEXT)], Settings(workers=1))
    assert isinstance(record, Record)
    assert name_of("on") in record.extractor
