"""What a text says about the names in it: acronyms that it defines, actors that it names in full, countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from allege.link.entities.countries import country_code
from allege.link.entities.index import Index
from allege.link.entities.spelling import initials, letters, lexicon, tokens
from allege.link.entities.ways import Setting

LONGEST = 9
"""Words of a name of the list that are looked for in a text."""

_DEFINED = re.compile(r"((?:[^\W\d_][\w'’\-]*\s+){2,12})[(\[]([A-Z][A-Za-z0-9&/\-]{1,11})[)\]]")
_BEFORE = re.compile(r"\b([A-Z][A-Z0-9&/\-]{1,11})\s+[(\[]([^()\[\]]{8,90})[)\]]")


def setting_of(text: str, index: Index, known: Setting | None = None) -> Setting:
    """`known` with what the text adds to it."""
    known = known or Setting()
    named, countries = set(known.named), set(known.countries)
    words = re.findall(r"[^\W_]+(?:['’\-][^\W_]+)*", text)
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            hits = index.exact.get(letters("".join(words[start:end])), ()) if words[start][0].isupper() else ()
            if len(hits) == 1 and len(tokens(hits[0].written)) > 1 and hits[0].entity.kind != "state":
                named.add(hits[0].entity.id)
            joined = letters("".join(words[start:end]))
            if end - start < 4 and words[start][0].isupper() and len(joined) > 3:
                code = country_code(" ".join(words[start:end])) or index.lands.get(joined)
                countries |= {code} if code else set()
    defined = (*known.defined, *definitions(text))
    return replace(known, countries=frozenset(countries), named=frozenset(named), defined=defined)


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms and the long names that the text gives for them: "Long Name (LN)" and "LN (Long Name)"."""
    for match in _DEFINED.finditer(text):
        words = match.group(1).split()
        for start in range(len(words)):
            long = " ".join(words[start:])
            small = words[start].lower() in lexicon().stop
            if not small and letters(match.group(2)).upper() in initials(long):
                yield match.group(2), long
                break
    for match in _BEFORE.finditer(text):
        if letters(match.group(1)).upper() in initials(match.group(2)):
            yield match.group(1), match.group(2)
