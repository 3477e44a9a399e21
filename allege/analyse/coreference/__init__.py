"""Whom "he", "they", "it" and "the group" refer to: the best phrase of the last three sentences, by small votes.

After Lappin & Leass (1994): subjects before objects, near before far, names and what the text keeps speaking of before
the rest; number, gender and animacy must agree, and a pronoun is not the subject of its own verb. Linear in the text.
coreferee 1.5.0 was looked at: its package holds no trained model, and it wants word vectors.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from allege.analyse.coreference.anaphors import wanted_by
from allege.analyse.coreference.others import others_of
from allege.analyse.coreference.phrases import Known, Phrase, again, by_head_token, counts, denies, phrase_at
from allege.analyse.coreference.quoted import speakers
from allege.analyse.coreference.scores import Talk, best_of
from allege.analyse.found import Found
from allege.claim import MentionType

__all__ = ["resolve"]

WINDOW = 3
"""Sentences before its own in which a pronoun looks for its antecedent."""
MOST = 60
"""Phrases remembered, so that a sentence without end costs no more."""


def resolve(doc: Doc, found: Iterable[Found]) -> Mapping[int, int]:
    """Antecedents by the index of the anaphor's token: indexes of head tokens; an antecedent is earlier, no anaphor."""
    by_head = by_head_token(doc, found)
    inside = _inside(doc)
    out: dict[int, int] = {}
    said: Counter[int] = Counter()
    talk = Talk(said, _quoted(doc))
    sayers = speakers(doc, talk.quoted)
    sexes: dict[str, str] = {}
    people = frozenset(doc[i].text for i, one in by_head.items() if one.mention.type is MentionType.PERSON)
    memory: deque[Phrase] = deque(maxlen=MOST)
    for number, sentence in enumerate(doc.sents):
        while memory and memory[0].sentence < number - WINDOW:
            memory.popleft()
        for token in sentence:
            wanted = wanted_by(token, by_head)
            others = others_of(token, wanted, out) if wanted is not None else ()
            sayer = sayers.get(token.i) if wanted is not None and wanted.sort == "one" else None
            free = (p for p in memory if p.head not in others and (sayer is None or doc[p.head].text != sayer))
            if wanted is not None and wanted.gender:  # what a later "she" told of a name holds for all of it
                free = (p for p in free if sexes.get(doc[p.head].text, wanted.gender) == wanted.gender)
            best = best_of(token, wanted, free, talk, number) if wanted is not None else None
            if best is not None:
                out[token.i] = best.head
                said[best.head] += 1
                memory.append(again(best, token, number))
                if memory[-1].named and memory[-1].gender:
                    sexes.setdefault(doc[best.head].text, memory[-1].gender)
            elif (
                token.i not in inside
                and token.pos_ in ("NOUN", "PROPN")
                and token.dep_ not in ("compound", "amod", "nmod")
                and token.ent_type_ not in ("DATE", "TIME")
                and not counts(token)
                and not denies(token)
            ):
                memory.append(phrase_at(token, by_head.get(token.i), number, Known(sexes, people)))
    return out


def _inside(doc: Doc) -> frozenset[int]:
    """Words of a body's name beside its head: the Isles of "the Council of the Isles" are spoken of by nobody."""
    names = (name for name in doc.ents if name.label_ == "ORG")
    return frozenset(i for name in names for i in range(name.start, name.end) if i != name.root.i)


def _quoted(doc: Doc) -> list[bool]:
    """For each word whether it stands between double quotation marks, which a line that ends does not leave open."""
    out: list[bool] = []
    inside = False
    for token in doc:
        if token.text in _OPENING or (token.text == '"' and not inside):
            inside = True
        elif token.text in _CLOSING or token.text == '"' or (token.is_space and token.text.count("\n") > 1):
            inside = False
        out.append(inside)
    return out


_OPENING = frozenset(("“", "„", "``", "«"))
_CLOSING = frozenset(("”", "''", "»"))
