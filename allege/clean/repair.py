"""Mends broken characters in the clean text: mojibake, HTML entities left in plain text, control characters.

ftfy does the mending (the library the field uses for it); this file keeps the offsets. Curly quotes and the writer's
Unicode form stay as they are.
"""

from __future__ import annotations

import re

from ftfy import TextFixerConfig, fix_text

from allege.claim import Run
from allege.clean.align import align
from allege.clean.offsets import joined, shifted

_CONFIG = TextFixerConfig(uncurl_quotes=False, normalization=None, explain=False)
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ODD = re.compile(r"[^\t -~]|&(?:#|\w{2,8};)")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and zero-width blanks: they split words and show nothing. Joiners that shape Arabic script stay."""


def repair(text: str) -> tuple[str, tuple[Run, ...]]:
    """The mended text with `\\n` line ends, and its runs back to `text`."""
    pieces: list[str] = []
    runs: list[Run] = []
    size = 0
    for line in _LINE.finditer(text):
        body, end = line.groups()
        mended = fix_text(body.translate(_INVISIBLE), _CONFIG) if _ODD.search(body) else body
        runs.extend(shifted(align(mended, body), size, line.start()))
        size += len(mended)
        pieces.append(mended)
        if end:
            if end != "\r":
                runs.append(Run(size, line.end() - 1, 1))
            pieces.append("\n")
            size += 1
    return "".join(pieces), joined(runs)
