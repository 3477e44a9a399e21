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
`garden_paths`: a verb that comes too late. `hanging`: how a word takes another's place. `participles`: of what crowd.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from allege.analyse.clauses.after import give_subject
from allege.analyse.clauses.appositions import hang_on_somebody
from allege.analyse.clauses.asides import hang_on_charge
from allege.analyse.clauses.attach import hang_on_reporter
from allege.analyse.clauses.between import part_sides
from allege.analyse.clauses.blamed import free_blamer, hang_blame, hang_on_message, hang_responsible
from allege.analyse.clauses.brackets import put_in_brackets
from allege.analyse.clauses.captives import part_captive
from allege.analyse.clauses.charges import charge
from allege.analyse.clauses.clefts import hang_on_named
from allege.analyse.clauses.compounds import free_bearing, join_former, join_place
from allege.analyse.clauses.contents import make_content, make_relative, split_denial
from allege.analyse.clauses.contrast import hang_not
from allege.analyse.clauses.dates import free_date
from allege.analyse.clauses.doubts import make_object
from allege.analyse.clauses.garden_paths import mend_path
from allege.analyse.clauses.gerunds import free_denied, free_verb, give_doer, name_deed, name_heard
from allege.analyse.clauses.harms import make_verb
from allege.analyse.clauses.insets import put_right
from allege.analyse.clauses.inverted import set_right
from allege.analyse.clauses.listed_tellers import free_tellers
from allege.analyse.clauses.main_verbs import find_main
from allege.analyse.clauses.met import hang_on_met
from allege.analyse.clauses.named_as import speak_for_named
from allege.analyse.clauses.one_name import Joined, join_article, join_name
from allege.analyse.clauses.openings import free_doer
from allege.analyse.clauses.participles import hang_on_crowd
from allege.analyse.clauses.reduced import free_later
from allege.analyse.clauses.relatives import hang_relative
from allege.analyse.clauses.reported import hang_on_told_of
from allege.analyse.clauses.results import free_explosion, hang_results, part_harms
from allege.analyse.clauses.rows import join_alike, join_row
from allege.analyse.clauses.small import mend_small
from allege.analyse.clauses.tags import retag, retag_word
from allege.analyse.clauses.targets import hang_on_deed, hang_on_done
from allege.analyse.clauses.topics import hang_on_topic
from allege.analyse.clauses.turns import set_apart
from allege.analyse.clauses.victims import hang_on_victim
from allege.analyse.clauses.words import accused, places, speakers, words
from allege.analyse.headings import DAYS

HOURS = frozenset({"a.m.", "p.m.", "am", "pm"})


def mend(docs: Iterable[Doc], names: Joined | None = None) -> Iterator[Doc]:
    """The same Docs with their clauses mended; `names`: listed ones with "and" in them."""
    listed, somebody, charged, placed = words(), speakers(), accused(), places()
    for doc in docs:
        _mend_whole(doc, listed, somebody)
        for token in doc:
            if _is_day_behind_on(token):
                token.head, token.dep_ = token.nbor(-1), "pobj"  # "on Sunday robbers raided": no "Sunday robbers"
            if _is_hour(token):
                token.head, token.dep_ = token.nbor(-2), "pobj"  # "shortly after 11 p.m.": the sentence does not end
            retag(token, listed["dismissing"], listed["only_verbs"], listed["reports"])
            mend_small(token)
            _part(token)
            hang_on_charge(token, listed["reports"], listed["denying"])
            make_verb(token)
            hang_on_named(token)
            part_captive(token)
            set_apart(token)
            make_object(token)
            speak_for_named(token)
            join_alike(token)
            join_row(token, listed["two_objects"])
            give_subject(token)
            hang_not(token)
            _join(token, placed, names or {})
            hang_on_met(token, listed["reporting"])
            name_deed(token, listed["lasting"])
            name_heard(token)
            free_verb(token)
            free_denied(token, listed["denying"], somebody)
            free_blamer(token, somebody)
            free_tellers(token, listed["telling"], somebody)
            give_doer(token, listed["pointing"])
            _find(token, listed, somebody)
            hang_on_told_of(token)
            free_later(token, listed)
            free_explosion(token, listed)
            part_harms(token)
            hang_results(token, listed)
            hang_on_victim(token, listed)
            _charge(token, listed["charging"], charged)
            hang_on_reporter(token)
            hang_on_crowd(token, listed)
            hang_on_topic(token, listed["speaking_of"])
            hang_on_somebody(token)
            hang_relative(token)
            hang_on_deed(token)
            hang_on_done(token, listed, somebody)
            make_content(token, listed["reports"], listed["two_objects"])
            make_relative(token, listed["reports"], listed["denying"])
            split_denial(token, listed["reports"], listed["denying"])
        yield doc


def _mend_whole(doc: Doc, listed: Mapping[str, frozenset[str]], somebody: frozenset[str]) -> None:
    """What is mended before the others: who speaks, and words that a hyphen joins."""
    set_right(doc, listed["inverting"], listed["telling"], somebody)
    put_right(doc, listed["reporting"])
    join_former(doc)


def _find(token: Token, listed: Mapping[str, Collection[str]], somebody: Collection[str]) -> None:
    """Finds the verb of a sentence that is taken for another."""
    find_main(token, listed, somebody)
    mend_path(token)
    retag_word(token)


def _charge(token: Token, charging: Collection[str], charged: Collection[str]) -> None:
    """Hangs a charge on the word that accuses."""
    accuses = charge(token, charging, charged)
    if accuses is not None:
        token.head = accuses


def _join(token: Token, placed: frozenset[str], names: Joined) -> None:
    """Puts together what one name is made of."""
    join_place(token, placed)
    join_name(token, names)
    join_article(token)


def _part(token: Token) -> None:
    """Takes apart what stands beside a name and is none of it."""
    free_date(token)
    free_doer(token)
    put_in_brackets(token)
    part_sides(token)
    free_bearing(token)
    hang_blame(token)
    hang_responsible(token)
    hang_on_message(token)


def _is_day_behind_on(token: Token) -> bool:
    """Whether a weekday behind "on" is read as part of the name of who comes next; never where "on" hangs on it."""
    if token.dep_ != "compound" or token.text not in DAYS or not token.i or token.nbor(-1).lower_ != "on":
        return False
    return all(above.i != token.i for above in token.nbor(-1).ancestors)


def _is_hour(token: Token) -> bool:
    """Whether "a.m." or "p.m." with its number, behind a preposition, is taken for the mark that ends a sentence."""
    if token.dep_ != "punct" or token.lower_ not in HOURS or token.i - token.sent.start < 2:
        return False
    return token.nbor(-1).tag_ == "CD" and token.nbor(-2).dep_ == "prep"


__all__ = ["mend"]
