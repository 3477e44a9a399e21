"""The author's commitment to a predicate as a number from -3 (certainly not) to 3 (certainly so).

The number is a sum of weights of named features, all read off the way from the predicate to the root of its sentence:
the value that the rules give, what hedges and embeds the predicate, tense, person. The weights are data
(`allege/data/certainty/factuality.toml`), fitted by `tools/fit_factuality.py`. It is finer than the FactBank value, and
differs from it on purpose where something is reported: the author does not commit himself to what a source said (Uu),
yet readers hold that an author who passes on a flat report believes it more than not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from spacy.tokens import Token

from allege.claim import Certainty
from allege.extract.certainty.local import SUBJECTS, is_definite, is_noun

if TYPE_CHECKING:
    from allege.extract.certainty.path import Path, Reader

LOWEST, HIGHEST = -3.0, 3.0
BOUNDS = {
    Certainty.CT_PLUS: (0.5, HIGHEST),
    Certainty.CT_MINUS: (LOWEST, -1.0),
    Certainty.PR_MINUS: (LOWEST, -0.5),
    Certainty.PS_MINUS: (LOWEST, 0.0),
}
"""What is stated stays above, what is denied below: sums of weights do not always keep to it. On newswire (UW) the
bounds lift r from .604 to .629; web text (UDS-IH2), whose readers often scored the denial itself, loses .015."""
PERSONS = {
    "i": "first",
    "we": "first",
    "you": "second",
    "it": "it",
    "there": "it",
    "this": "it",
    "that": "it",
    "who": "relative",
    "which": "relative",
}


def score(reader: Reader, path: Path, value: Certainty) -> float:
    """The author's commitment to the predicate at the innermost end of `path`, whose value the rules found."""
    return bounded(sum(WEIGHTS.get(name, 0.0) for name in features(reader, path, value)), value)


def bounded(total: float, value: Certainty) -> float:
    """A sum of weights within the bounds that the value sets, to two places."""
    lowest, highest = BOUNDS.get(value, (LOWEST, HIGHEST))
    return round(min(max(total, lowest), highest), 2)


def blended(rules: float, seen: float | None) -> float:
    """The rules' figure and the encoder's as one, to two places; the rules' alone where the encoder saw nothing.

    A sum of weights of `parts`, between -3 and 3. Against a fixed share (.6 of the encoder) r rises from .803 to .809
    on left-out texts.
    """
    if seen is None:
        return rules
    total = sum(BLEND[name] * value for name, value in parts(rules, seen).items())
    return round(min(max(total, LOWEST), HIGHEST), 2)


def parts(rules: float, seen: float) -> Mapping[str, float]:
    """What the one figure is made of, by name: the rules' figure and the encoder's, alone and together."""
    return {
        "always": 1.0,
        "rules": rules,
        "encoder": seen,
        "encoder squared": seen**2,
        "encoder cubed": seen**3,
        "encoder, unsigned": abs(seen),
        "both": rules * seen,
    }


def features(reader: Reader, path: Path, value: Certainty) -> Iterator[str]:
    """The names of what tells on the commitment, each at most once; "always" is the mean."""
    seen = {"always": None, f"value={value}": None}
    token, step = path[0]
    seen.update(dict.fromkeys(_own(token)))
    seen.update(dict.fromkeys(f"here:{name}" for name in reader.local(token).features))
    form = step.form or "root"
    seen.update(dict.fromkeys((f"form={form}", f"{value}:{form}", f"{value}:{token.tag_}")))
    for depth, (_, outward) in enumerate(path[:4]):
        governor = outward.governor
        if governor is None:
            break
        near = "" if depth == 0 else "above:"
        name = outward.signature.name
        if name:
            seen[f"{near}{name}/{outward.form}"] = None
        if depth == 0:
            seen[f"under={governor.lemma_.lower()}/{outward.form}"] = None
        else:
            seen[f"{near}form={outward.form}"] = None
        where = "over" if depth == 0 else "above"
        seen.update(dict.fromkeys(f"{where}:{cue}" for cue in reader.local(governor).features))
    yield from seen


def _own(token: Token) -> Iterator[str]:
    if is_noun(token):
        yield "noun"
        yield "noun:definite" if is_definite(token) else "noun:bare"
        yield f"noun:{token.dep_}"
        yield f"tag={token.tag_}"
        return
    tense, person = token.tag_, "none"
    for child in token.lefts:
        if child.dep_ in {"aux", "auxpass"}:
            tense += f"+{child.lemma_.lower() if child.tag_ != 'TO' else 'to'}{'/past' if child.tag_ == 'VBD' else ''}"
        elif child.dep_ in SUBJECTS:
            person = PERSONS.get(child.lower_, "plural" if child.tag_ in {"NNS", "NNPS"} else "other")
    yield f"tense={tense}"
    yield f"tag={token.tag_}"
    yield f"person={person}"
    yield f"dep={token.dep_}"


def _weights(table: str) -> Mapping[str, float]:
    path = files("allege") / "data" / "certainty" / f"{table}.toml"
    return {name: float(weight) for name, weight in tomllib.loads(path.read_text(encoding="utf-8"))["weights"].items()}


WEIGHTS = _weights("factuality")
"""What each feature adds to the author's commitment by the rules."""

BLEND = _weights("blend")
"""What each of `parts` adds to the one figure of rules and encoder."""
