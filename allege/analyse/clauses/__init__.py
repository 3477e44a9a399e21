"""Mends clauses that the parser hung wrongly, before anything is read off the parse; one module for each fault.

`inverted` and `insets`: who speaks behind or beside what is told. `gerunds`: "Shelling continued". `main_verbs`: a
verb taken for a participle. `reduced`: a participle taken for the verb. `results`: what an explosion left. `victims`:
who was shot, not who shot. `charges`: what somebody is accused of. `attach`: a verb in a row behind a report.
`topics`: who does what is reported on. `contents`: what is rumoured. `targets`: whom a deed is against. `tags`: nouns
for verbs, verbs for nouns. `rows`: verbs that share an object. `appositions`: whose name stands behind a place.
`met`: whoever "I spoke to" tells. `named_as`: who gave his name. `contrast`: who did not. `compounds`: of what place.
`one_name`: names with "and". `turns`: who speaks in turn. `doubts`: no room for them. `reported`: of whom it is said.
`blamed`: by whom. `listed_tellers`: who tells, behind a list. `clefts`: who it was that did it. `captives`: who is
taken hostage. `harms`: what a strike does in a headline. `small`: small words taken for others. `asides`: who rejects
a charge. `dates`: days beside names. `openings`: who acts behind a place. `brackets`: names before one. `between`: two
sides. `after`: who did what came before. `joints`: of whom, by whom each. `relatives`: whom "who" means.
`garden_paths`: a verb that comes too late. `participles`: of what crowd. `lists`: who is a member of a list.
`given`: to whom. `hanging`: how a word takes another's place.
`mends`: which of them is made at what tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from allege.analyse.clauses.compounds import join_former
from allege.analyse.clauses.insets import put_right
from allege.analyse.clauses.inverted import set_right
from allege.analyse.clauses.mends import MENDS, Given, next_mend
from allege.analyse.clauses.one_name import Joined
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
