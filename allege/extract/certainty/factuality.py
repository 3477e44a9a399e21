"""The author's commitment to a predicate as a number from -3 (certainly not) to 3 (certainly so).

The number is a sum of weights of named features, all read off the way from the predicate to the root of its sentence:
the value that the rules give, what hedges and embeds the predicate, tense, person. The weights are data
(`allege/data/certainty/factuality.toml`), fitted by `tools/fit_factuality.py`: one table for news, one for all else,
because readers take the same words otherwise there (what "will" be stands at 2.2 in newswire, at -1.9 in web text). The
two sums are mixed by the chance that the text is news (register.py). The number is finer than the FactBank value, and
differs from it on purpose where something is reported: the author does not commit himself to what a source said (Uu),
yet readers hold that an author who passes on a flat report believes it more than not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from allege.analyse import data
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
"""What is stated stays above, what is denied below: sums of weights do not always keep to it. Only where the rules work
alone: the encoder sees denials for itself."""

DENIED = 0.4
"""The most that readers give what somebody is only told to deny ("denied that it had shelled the mill").

Too rare for a weight of its own: the seven clauses of the train data that are denied, dismissed or disputed, with no
"not" about them, stand at 0.35 on the mean (-0.9 … 1.8), where the weights say 2.4.
"""
REFUTED = -1.0
"""The same for what the author calls false in the next sentence, which neither path nor encoder sees."""

NEWS, OTHER = "news", "other"
"""The two kinds of text that have weights of their own."""

BENDS = (0, 2)
"""Where the line from the encoder's figure to the blended one may bend."""

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


@dataclass(frozen=True, slots=True)
class Figures:
    """The author's commitment by the rules: were the text news, were it not, and the chance (0 … 1) that it is.

    `most`: no more than that, whatever rules and encoder say (`DENIED`, `REFUTED`).
    """

    news: float
    other: float
    chance: float
    value: Certainty
    most: float = HIGHEST

    @property
    def rules(self) -> float:
        """What the rules say without an encoder: the mean of the two, within the bounds that the value sets."""
        return min(self.most, bounded(self.chance * self.news + (1 - self.chance) * self.other, self.value))


def figures(reader: Reader, path: Path, value: Certainty) -> Figures:
    """The author's commitment to the predicate at the innermost end of `path`, whose value the rules found."""
    return mixed(WEIGHTS, tuple(features(reader, path, value)), reader.chance_of_news, value)


def mixed(weights: Mapping[str, Mapping[str, float]], told: Sequence[str], chance: float, value: Certainty) -> Figures:
    """The same of the named features, by weights for both kinds of text."""
    news, other = (_within(sum(table.get(name, 0.0) for name in told)) for table in (weights[NEWS], weights[OTHER]))
    return Figures(news, other, chance, value)


def bounded(total: float, value: Certainty) -> float:
    """A sum of weights within the bounds that the value sets, to two places."""
    lowest, highest = BOUNDS.get(value, (LOWEST, HIGHEST))
    return round(min(max(total, lowest), highest), 2)


def blended(figures: Figures, seen: float | None) -> float:
    """The rules' figures and the encoder's as one, to two places; the rules' alone where the encoder saw nothing.

    A sum of weights of `parts`, between -3 and 3.
    """
    if seen is None:
        return figures.rules
    total = _within(sum(BLEND[name] * value for name, value in parts(figures, seen).items()))
    return round(min(figures.most, total), 2)


def parts(figures: Figures, seen: float) -> Mapping[str, float]:
    """What the one figure is made of, by name: two sums of the rules' figure and the encoder's, by the text's kind."""
    out: dict[str, float] = {}
    for kind, rules, share in ((NEWS, figures.news, figures.chance), (OTHER, figures.other, 1 - figures.chance)):
        own = {"always": 1.0, "rules": rules, "encoder": seen}
        own |= {f"encoder above {bend}": max(seen - bend, 0.0) for bend in BENDS}
        out |= {f"{kind}: {name}": share * part for name, part in own.items()}
    return out


def _within(total: float) -> float:
    return min(max(total, LOWEST), HIGHEST)


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


def _tables(name: str) -> dict[str, dict[str, float]]:
    return data.lexicon(f"certainty/{name}.toml")  # type: ignore[return-value]


WEIGHTS = _tables("factuality")
"""What each feature adds to the author's commitment by the rules, by the kind of text."""

BLEND = _tables("blend")["weights"]
"""What each of `parts` adds to the one figure of rules and encoder."""
