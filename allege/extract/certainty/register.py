"""Whether a text is written as news is: how firmly readers take the same words depends on it.

"The board will meet on Monday" in a newswire is taken for all but certain, in a letter or an advertisement for open. A
weighted count of closed-class words, marks and parts of speech tells the two apart: no names, no topics. The weights
are data (`allege/data/certainty/register.toml`), fitted by `tools/fit_register.py`. Of single sentences of the dev part
82 % are told rightly; of 40 whole texts on gun violence 38 are taken for news, of 40 wire reports of 1988–90 27, of 40
on an election campaign 24.
"""

from __future__ import annotations

from math import exp, sqrt

from spacy.tokens import Doc

from allege.analyse import data

FURTHEST = 4.0
"""The highest log odds: no text is taken for news, or for none, beyond doubt."""


def chance_of_news(doc: Doc) -> float:
    """The chance that the text is news: what its sentences say on the mean, the surer the more there are."""
    return 1 / (1 + exp(-max(-FURTHEST, min(FURTHEST, _odds(doc)))))


def _odds(doc: Doc) -> float:
    sentences = sum(1 for _ in doc.sents) or 1
    words, tags = ({doc.vocab.strings[name]: weight for name, weight in table.items()} for table in (WORDS, TAGS))
    total = ALWAYS
    for word, tag in doc.to_array(["LOWER", "TAG"]).tolist():
        total += (words.get(word, 0.0) + tags.get(tag, 0.0)) / sentences
    return total * sqrt(sentences)


def _table(name: str) -> dict[str, float]:
    return data.lexicon("certainty/register.toml")[name]  # type: ignore[return-value]


ALWAYS = _table("always")["weight"]
"""What every text has: the log odds of a sentence with no word that tells."""

WORDS = _table("words")
"""What each word or mark adds."""

TAGS = _table("tags")
"""What each part of speech (Penn Treebank tag) adds."""
