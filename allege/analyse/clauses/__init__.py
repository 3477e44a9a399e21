"""Mends clauses that the parser hung wrongly, before anything is read off the parse; one room for each kind of fault.

`speakers`: who tells. `reports`: what hangs on a report, a charge or blame. `verbs`: which word is the verb of a
clause. `modifiers`: of whom a relative clause, a participle or a preposition is said. `lists`: what stands in a row.
`names`: what is a part of a name, or another name. `harm`: who was harmed, and by what. `mistaken`: words taken for
others.
`mends`: which mend is made at what tokens, in what order. `hanging`: how a word takes another's place. `words`: the
words that mends ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from allege.analyse.clauses.mends import MENDS, Given, next_mend
from allege.analyse.clauses.names.compounds import join_former
from allege.analyse.clauses.names.one_name import Joined
from allege.analyse.clauses.speakers.insets import put_right
from allege.analyse.clauses.speakers.inverted import set_right
from allege.analyse.clauses.words import accused, places, speakers, words


def mend(docs: Iterable[Doc], names: Joined | None = None) -> Iterator[Doc]:
    """The same Docs with their clauses mended; `names`: listed ones with "and" in them."""
    given = Given(words(), speakers(), accused(), places(), names or {})
    for doc in docs:
        set_right(doc, given.words["inverting"], given.words["telling"], given.somebody)
        put_right(doc, given.words["reporting"])
        join_former(doc)
        for token in doc:
            word = token.lower_
            n = next_mend(word, token.tag_, token.dep_)
            while n < len(MENDS):
                MENDS[n].work(token, given)
                n = next_mend(word, token.tag_, token.dep_, n + 1)
        yield doc


__all__ = ["mend"]
