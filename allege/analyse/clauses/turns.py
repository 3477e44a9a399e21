"""Who speaks in turn: in "Mr Aven: The minister told us that …" the minister told it, and Mr Aven says so.

The parser takes the label before the colon for a second subject of the first verb behind it.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import SUBJECTS

LOOSE = "dep"


def set_apart(label: Token) -> None:
    """Makes a label at the start of a sentence no subject, where the verb has another one behind the colon."""
    if label.dep_ not in SUBJECTS:
        return
    after = label.right_edge if label.right_edge.text == ":" else _next(label.right_edge)
    if after is None or after.text != ":" or label.left_edge.i != label.sent.start:
        return
    if any(c.dep_ in SUBJECTS and c.i > after.i for c in label.head.children):
        label.dep_ = LOOSE


def _next(token: Token) -> Token | None:
    return token.nbor() if token.i + 1 < len(token.doc) else None
