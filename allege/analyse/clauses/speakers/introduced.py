"""Who tells what, where he is introduced on the way: by whoever writes, by his own name, by a label before a colon.

"A doctor | I spoke to | said nine had died": the doctor says it. The parser takes "I spoke" for the sentence and "to
said" for an infinitive, though no finite verb follows a "to". "A worker | who gave his name as Tomas | said he …": the
worker does; the parser takes the name for the subject of "said". "Mr Aven: | The minister told us that …": the minister
told it, and Mr Aven says so; the parser takes the label for a second subject of the first verb behind the colon.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import SUBJECTS

FINITE = frozenset({"VBD", "VBZ"})
BESIDE = frozenset({"npadvmod", "dobj", "dep", "nsubj", "advmod"})


def hang_on_met(to: Token, reporting: Collection[str]) -> None:
    """Gives a verb of `reporting` (lemmas) behind "I spoke to" the noun before "I" for its subject."""
    said, spoke = to.head, to.head.head
    if to.lower_ != "to" or to.dep_ != "aux" or said.tag_ not in FINITE or said.lemma_ not in reporting:
        return
    if said.dep_ not in ("xcomp", "advcl", "ccomp") or spoke.i + 1 != to.i or to.i + 1 != said.i:
        return
    writer = next((c for c in spoke.children if c.dep_ == "nsubj" and c.i < spoke.i), None)
    beside = [spoke.head] if spoke.dep_ == "relcl" else [c for c in spoke.children if c.dep_ in BESIDE]
    who = next((c for c in beside if writer is not None and c.i < writer.i), None)
    if writer is None or who is None or who.pos_ not in ("NOUN", "PROPN") or who.i + 1 != writer.left_edge.i:
        return
    over = who if spoke.dep_ == "relcl" else spoke
    if over.i == who.i and who.dep_ != "ROOT":
        return
    outside = [c for c in spoke.children if c.is_punct or c.i < who.left_edge.i or c.i > said.i]
    take_place(said, over)
    who.head, who.dep_ = said, "nsubj"
    spoke.head, spoke.dep_ = who, "relcl"
    to.head, to.dep_, to.tag_, to.pos_ = spoke, "prep", "IN", "ADP"
    for child in outside:
        child.head = said


NAMING = frozenset({"give", "identify", "introduce", "describe", "name"})


def speak_for_named(verb: Token) -> None:
    """Hangs a verb of speech behind "gave his name as X" on the one who gave it: he is its subject, X is "as" whom."""
    clause = verb.head
    if verb.dep_ != "advcl" or clause.dep_ != "relcl" or clause.lemma_ not in NAMING:
        return
    speaker = clause.head
    name = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    mark = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "as"), None)
    if name is None or mark is None or speaker.dep_ != "ROOT" or speaker.pos_ not in ("NOUN", "PROPN"):
        return
    mark.head, mark.dep_ = clause, "prep"
    name.head, name.dep_ = mark, "pobj"
    verb.head, verb.dep_ = verb, "ROOT"
    speaker.head, speaker.dep_ = verb, "nsubj"


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
