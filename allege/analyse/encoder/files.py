"""The files of a fitted encoder: found, checked against their SHA-256, and opened. No torch, no pickle, no network."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from allege.errors import MissingPart

PARTS = (
    "encoder.onnx", "speech.onnx", "place.onnx", "certain.onnx", "kind.onnx", "scene.onnx", "literal.onnx",
    "tokenizer.json",
)  # fmt: skip
"""What an encoder consists of, beside `encoder.toml`, which holds their digests and how sure each head may be."""

REMEDY = "install Allege again, or set `encoder` to off"


@dataclass(frozen=True, slots=True)
class Parts:
    """The checked bytes of an encoder's files, and the table of `encoder.toml`."""

    where: str
    content: Mapping[str, bytes]
    card: Mapping[str, object]


def folder_of(encoder: str) -> Path:
    """Where the files of the setting `encoder` lie: "on" is the encoder that the package carries, else a folder."""
    return Path(str(files("allege") / "data" / "encoder")) if encoder == "on" else Path(encoder)


def is_there(encoder: str) -> bool:
    """Whether that encoder is installed, without opening it."""
    return (folder_of(encoder) / "encoder.toml").is_file()


def name_of(encoder: str) -> str:
    """The encoder's short name, from its checksum: records say by it what made them. Empty for "off" and for none."""
    if encoder == "off" or not is_there(encoder):
        return ""
    wanted = _card(folder_of(encoder) / "encoder.toml").get("sha256")
    return str(wanted.get("encoder.onnx", ""))[:8] if isinstance(wanted, dict) else ""


def load_parts(encoder: str) -> Parts:
    """Reads and checks an encoder; raises MissingPart with the file, what is wrong with it and what to do."""
    folder = folder_of(encoder)
    card = _card(folder / "encoder.toml")
    wanted = card.get("sha256")
    if not isinstance(wanted, dict):
        raise MissingPart("the encoder's card names no checksums", where=str(folder / "encoder.toml"), remedy=REMEDY)
    content = {}
    for name in PARTS:
        path = folder / name
        try:
            content[name] = path.read_bytes()
        except OSError as error:
            raise MissingPart("a file of the encoder is missing", where=str(path), remedy=REMEDY) from error
        if hashlib.sha256(content[name]).hexdigest() != wanted.get(name):
            raise MissingPart("the file is not the one that was shipped (SHA-256)", where=str(path), remedy=REMEDY)
    return Parts(str(folder), content, card)


def _card(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingPart("no encoder is installed", where=str(path), remedy=REMEDY) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MissingPart(f"the encoder's card cannot be read ({error})", where=str(path), remedy=REMEDY) from error
