"""Bytes to characters: by declaration, then by what the bytes can be, then by charset-normalizer.

charset-normalizer is what requests and trafilatura use; it is weak on short Western texts with a few odd bytes (it
answers Baltic or DOS code pages), so bytes that Windows-1252 reads as plain punctuation, or that are rarer than one in
fifty, are taken as Windows-1252 before it is asked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from allege.read.source import wide_charset

_SAMPLE = 65_536
_META = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=\s*|<\?xml[^>]{0,100}?encoding\s*=\s*)["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)

ALIASES = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16-be": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16": "utf-8",
}
"""What browsers read under a declared name (WHATWG Encoding Standard; what can be read as ASCII is no UTF-16)."""

_SEVEN_BIT = {"iso2022_jp", "iso2022_kr", "hz"}
_WESTERN = re.compile(r"cp(?:125[0247]|437|775|85\d|86\d)|iso8859_\d+|latin_1|mac_\w+|hp_roman8|tis_620")
_PUNCTUATION = "€‚„…†‡‰‹‘’“”•–—™›\xa0£§©«\xad®°·»"
_WESTERN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒ¡¿ºª" + _PUNCTUATION)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and the codec that gave them; `mixed` when single bytes had to be read as Windows-1252."""

    text: str
    charset: str
    mixed: bool = False


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Reads the bytes that a codec refuses as Windows-1252, so that a file in two encodings keeps every letter."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in bad), error.end


codecs.register_error("allege-western", _as_western)


def decode(content: bytes, declared: str | None = None, *, markup: bool = False) -> Decoded:
    """The characters of `content`; a byte order mark is dropped. `markup`: look for a `<meta charset>` too."""
    if content.startswith(codecs.BOM_UTF8):
        return _decode(content[3:], "utf-8")
    wide = wide_charset(content[:_SAMPLE])
    if wide:
        return _decode(content, wide)
    name = _codec(declared) or (_codec(_declared_inside(content)) if markup else None)
    if name in _SEVEN_BIT:
        return _decode(content, name)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if name is None or name == "utf-8":
        name = "utf-8" if _mostly_utf8(content) else _guess(content)
    return _decode(content, name)


def _decode(content: bytes, charset: str) -> Decoded:
    try:
        return Decoded(content.decode(charset), charset)
    except UnicodeDecodeError:
        return Decoded(content.decode(charset, "allege-western"), charset, mixed=True)


def _declared_inside(content: bytes) -> str | None:
    found = _META.search(content[:4096])
    return found.group(1).decode("ascii", "ignore") if found else None


def _codec(label: str | None) -> str | None:
    """Python's codec for a declared charset; None for an unknown one or one that is not about characters."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding:
        return None
    return ALIASES.get(info.name, info.name)


def _mostly_utf8(content: bytes) -> bool:
    """Whether more of the non-ASCII bytes belong to sound UTF-8 sequences than do not."""
    sound = sum(len(c.encode()) for c in content.decode("utf-8", "ignore") if c > "\x7f")
    high = sum(1 for byte in content if byte > 127)
    return sound * 2 > high


def _guess(content: bytes) -> str:
    sample = _sample(content)
    high = bytes(byte for byte in sample if byte > 127).decode("cp1252", "replace")
    if len(high) * 50 < len(sample) or set(high).issubset(_PUNCTUATION):
        return "cp1252"
    best = from_bytes(sample).best()
    if best is None or (_WESTERN.fullmatch(best.encoding) and _WESTERN_LETTERS.issuperset(high)):
        return "cp1252"
    return best.encoding


def _sample(content: bytes) -> bytes:
    """Up to 64 KiB of whole lines that hold non-ASCII bytes, or the start where the lines are too long."""
    if len(content) <= _SAMPLE:
        return content
    lines: list[bytes] = []
    size = 0
    for line in re.finditer(rb"[^\n]*[\x80-\xff][^\n]*\n?", content):
        if size + len(line.group()) > _SAMPLE:
            break
        lines.append(line.group())
        size += len(line.group())
    return b"".join(lines) or content[:_SAMPLE]
