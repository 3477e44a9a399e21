"""spaCy's attribute ruler, which remembers what its rules say of a word: the same annotations in a fifth of the time.

The ruler turns tags into parts of speech and morphology with 179 patterns, and tries all of them on each token. Nearly
all are of one token and ask about its tag, its relation and a few word forms alone: there are not many such keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

KEYS = ("TAG", "DEP", "LOWER", "IS_SPACE")
"""What remembered patterns may ask about."""

Pattern = Sequence[Mapping[str, Any]]
"""What it says of each token of a run."""

Match = tuple[int, int, int, int]
"""A rule's number, its key in the vocabulary, and the first token and the one past the last."""


def remember(ruler: AttributeRuler) -> None:
    """Makes the ruler remember what it can, and set what it says of one token without a Span around it."""
    ruler.match = _Memory(ruler).match  # type: ignore[method-assign]
    by_span, attributes = ruler.set_annotations, ruler.attrs

    def annotate(doc: Doc, matches: Iterable[Match]) -> None:
        for match in matches:
            number, _, start, end = match
            if end == start + 1:
                set_token_attrs(doc[start], attributes[number])
            else:
                by_span(doc, [match])  # type: ignore[no-untyped-call]

    ruler.set_annotations = annotate  # type: ignore[method-assign]


class _Memory:
    """Patterns of one token, told from memory; those of more or about anything else, matched as ever."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._strings = ruler.vocab.strings
        self._kept, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}
        forms = set[str]()
        for number, rule in enumerate(ruler.patterns):
            patterns = cast(Sequence[Pattern], rule["patterns"])
            kept = [pattern for pattern in patterns if _is_simple(pattern)]
            forms.update(form for (token,) in kept for form in _forms(token) or ())
            _add(self._kept, number, kept)
            _add(self._others, number, [pattern for pattern in patterns if not _is_simple(pattern)])
        self._forms = frozenset(map(self._strings.add, forms))

    def match(self, doc: Doc) -> list[Match]:
        """What `AttributeRuler.match` gives: all matches in the order of the rules, so that later ones prevail."""
        out = [self._numbered(found) for found in self._others(doc, allow_missing=True)]
        known, forms = self._known, self._forms
        for at, (tag, dep, form, blank) in enumerate(doc.to_array(list(KEYS)).tolist()):
            key = (tag, dep, form if form in forms else 0, blank)  # all other words are alike to the patterns
            if key not in known:
                one = self._kept(doc[at : at + 1], allow_missing=True)
                known[key] = tuple(self._numbered(found)[:2] for found in one)
            for number, name in known[key]:
                out.append((number, name, at, at + 1))
        out.sort()
        return out

    def _numbered(self, found: Any) -> Match:
        name, start, end = found
        return int(self._strings[name]), name, start, end


def _is_simple(pattern: Pattern) -> bool:
    """Whether it is about one token, and about nothing but its tag, relation and word form, of which it names some."""
    return len(pattern) == 1 and set(map(str, pattern[0])).issubset(KEYS) and _forms(pattern[0]) is not None


def _forms(token: Mapping[str, Any]) -> Sequence[str] | None:
    """The word forms that a pattern names; None where it asks for them in another way ("REGEX")."""
    asked = token.get("LOWER", {"IN": ()})
    if isinstance(asked, str):
        return (asked,)
    return tuple(asked["IN"]) if isinstance(asked, dict) and set(asked) == {"IN"} else None


def _add(matcher: Matcher, number: int, patterns: Iterable[Pattern]) -> None:
    if listed := [list(map(dict, pattern)) for pattern in patterns]:
        matcher.add(str(number), cast(Any, listed))
