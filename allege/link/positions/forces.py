"""Whose forces: "Norland's troops" and "the army of Norland" are one doer, "Kirelian forces" another.

For countries and groups that no list has: what a list has is known by its entity.
"""

from __future__ import annotations

from allege.link.positions.lexicon import lexicon, listed
from allege.link.positions.records import Value

PEOPLES = ("ians", "ian", "eans", "ean", "ese", "ish", "ans", "an")
"""What words for the people of a country end in, the longest first."""

SHORTEST = 4
"""Letters of a name that are left without its ending, at least."""


def forces(words: str, *, opening: bool = False) -> Value | None:
    """The forces of the one who is named beside a small word for forces; None for all else.

    `opening`: the words open a sentence, so that their capital tells nothing ("Security forces").
    """
    lists = lexicon()
    named: list[str] = []
    others: list[str] = []
    for at, word in enumerate(words.split()):
        plain = word.strip(",()").removesuffix("'s").removesuffix("’s")
        small = plain.casefold()
        if small in lists.articles or small in lists.around:
            continue
        if not plain[:1].isupper():
            others.append(small)
        elif not (opening and at == 0) or plain != word or _root(small) != small:
            named.append(small)
        elif not listed(small, lists.military):
            return None
    if len(named) != 1 or not others or not all(listed(word, lists.military | lists.crewed) for word in others):
        return None
    kept = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    return Value(f"forces of {_root(named[0]).rstrip('aeiou')}", kept, side="state name")


def _root(name: str) -> str:
    ending = next((end for end in PEOPLES if name.endswith(end) and len(name) - len(end) >= SHORTEST), "")
    return name.removesuffix(ending)
