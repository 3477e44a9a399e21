"""Fits `allege/data/certainty/register.toml`: what tells a text that is written as news from any other.

    python tools/fit_register.py TRAIN.jsonl.gz [DEV.jsonl.gz]

Each line is a JSON object with a `text` and its `corpus`; texts of `NEWS` are news, those of `OTHER` are not, the rest
are passed over; both kinds count alike, however many there are. Logistic regression over closed-class words, marks and
parts of speech that are met in at least `SEEN` texts: no names and no topics, and no mark that only tells how a corpus
was split into words. With a second file, the
share of its texts that are told rightly is printed. Run before `tools/fit_factuality.py`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from allege.analyse import pipeline
from allege.extract.certainty import register
from allege.settings import Settings

NEWS, OTHER = frozenset({"UW", "MEANTIME"}), frozenset({"UDS-IH2"})
SEEN, PENALTY = 150, 0.3
CLOSED = frozenset({"PRON", "AUX", "ADP", "DET", "CCONJ", "SCONJ", "PART", "INTJ"})
SAYING = frozenset({"said", "says", "say", "saying", "told", "according"})
MARKS = frozenset("!?%$;")
SPLIT = frozenset({"``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "SYM", "XX", "ADD", "LS", "_SP", "POS"}) | set(".,:$")
HEAD = """\
# What speaks for a text that is written as news (log odds), and against: read by allege/extract/certainty/register.py.
# Written by tools/fit_register.py: logistic regression on train data; do not edit by hand.

"""


def texts(path: str) -> Iterator[tuple[Counter[str], bool, float]]:
    """For each text what tells in it (a sentence's mean), whether it is news, and the chance by the stored weights."""
    rows = [json.loads(line) for line in gzip.decompress(Path(path).read_bytes()).splitlines()]
    asked = [(row["text"], row["corpus"] in NEWS) for row in rows if row["corpus"] in NEWS | OTHER]
    nlp = pipeline.load(Settings().pipeline)
    for doc, news in nlp.pipe(asked, as_tuples=True, batch_size=256):
        each = 1 / max(1, sum(1 for _ in doc.sents))
        told: Counter[str] = Counter()
        for token in doc:
            word = token.lower_
            if word in MARKS | SAYING or (token.pos_ in CLOSED and word.isalpha()):
                told[f"words {word}"] += each  # type: ignore[assignment]
            if token.tag_ not in SPLIT:
                told[f"tags {token.tag_}"] += each  # type: ignore[assignment]
        yield told, news, register.chance_of_news(doc)


def main(train_path: str, dev_path: str | None = None) -> None:
    """Fit on the first file, write the weights, report on the second."""
    train = list(texts(train_path))
    counts = Counter(name for told, _, _ in train for name in told)
    kept = {name for name, count in counts.items() if count >= SEEN}
    table = DictVectorizer()
    x = table.fit_transform([{k: v for k, v in told.items() if k in kept} for told, _, _ in train])
    fitted = LogisticRegression(C=PENALTY, max_iter=3000, class_weight="balanced")
    fitted.fit(x, [news for _, news, _ in train])
    weights = dict(zip(table.feature_names_, fitted.coef_[0].round(2).tolist(), strict=True))
    lines = [f"[always]\nweight = {fitted.intercept_[0]:.2f}\n"]
    for kind in ("words", "tags"):
        own = {name.split(" ", 1)[1]: weight for name, weight in weights.items() if name.startswith(kind) and weight}
        lines.append(f"\n[{kind}]\n" + "".join(f"{json.dumps(name)} = {own[name]}\n" for name in sorted(own)))
    target = Path(str(files("allege") / "data" / "certainty" / "register.toml"))
    target.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(train)} texts, {len(weights)} of {len(counts)} kept", file=sys.stderr)
    if dev_path is not None:
        dev = list(texts(dev_path))
        y = np.array([news for _, news, _ in dev])
        told = fitted.predict(table.transform([dict(told) for told, _, _ in dev]))
        stored = np.array([chance > 0.5 for _, _, chance in dev])
        print(f"told rightly: {(told == y).mean():.3f}; before: {(stored == y).mean():.3f}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:3])
