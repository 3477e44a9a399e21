"""Many pairs at once get the numbers that each pair gets by itself."""

from datetime import date

import numpy as np
import pytest
from telling import claim, crowd, deaths, story, unit

from allege.claim import Role
from allege.link.incidents import Collection, build, units
from allege.link.incidents.candidates import candidates
from allege.link.incidents.columns import COLUMNS, batches
from allege.link.incidents.compare import BRIEF_FEATURES, FEATURES, brief_values, values
from allege.link.incidents.pair import pairs
from allege.link.incidents.rows import Rows
from allege.link.incidents.score import probabilities, probability, shipped
from allege.link.model import Filler


def place(name, north):
    return Filler(Role.PLACE, name, entity=name, latitude=north, longitude=3.0, precision=1)


def on(day):
    return Filler(Role.TIME, "that day", start=date(2023, 3, day), end=date(2023, 3, day))


def told(name, words, *fillers):
    text = story(name, words)
    return units(text, [claim(text, words.split()[0], *fillers)])[0]


UNITS = (
    *crowd(30),
    told("one", "Gunmen killed Mara Lenn, 31, in the 1400 block of Tallow Street.", place("a", 1.0), deaths(4)),
    told("two", "Mara Lenn, 31, died in the 1400 block of Tallow Street; 4 died.", place("b", 1.01), deaths(4)),
    told("three", "Mara Lenn was buried in Orrin Vale.", place("a", 1.0), place("c", 5.0)),
    told("four", "Joss Tarrable of Orrin Vale was hurt.", place("d", 7.0), deaths(2)),
    told("six", "Raiders of the Vark Front came at noon.", Filler(Role.ACTOR, "Vark Front", entity="vark"), on(3)),
    told("seven", "Fighters of the Vark Front came at noon.", Filler(Role.ACTOR, "Vark", entity="vark"), on(3), on(4)),
    told("eight", "Nobody was hurt, residents said.", on(9)),
    told("nine", "Shells hit the mill of Orrin Vale.", on(13), deaths(4)),
    told("ten", "Shells hit the mill of Orrin Vale again.", on(14), deaths(2)),
    told("eleven", "Shells hit the mill of Orrin Vale, too.", on(14), deaths(4)),
    unit("five", "Joss Tarrable, 24, and Mara Lenn were shot in Orrin Vale.", None),
)  # fmt: skip


def everything():
    """All pairs, the smaller id on the left, in the order of the left ones."""
    at = sorted(range(len(UNITS)), key=lambda n: UNITS[n].id)
    met = sorted((i, j) for n, i in enumerate(at) for j in at[n + 1 :])
    return np.array(met, dtype=np.int64).T


def test_every_feature_has_the_value_that_it_has_pair_by_pair():
    collection = Collection.of(UNITS)
    left, right = everything()
    (batch,) = batches(Rows(UNITS, collection), left, right)
    one_by_one = list(pairs(UNITS, zip(left.tolist(), right.tolist(), strict=True), collection))
    wanted = np.array([values(pair) for pair in one_by_one])
    assert np.column_stack(batch.features()) == pytest.approx(wanted, abs=1e-12)
    scores = [probability(pair, shipped()) for pair in one_by_one]
    assert build._scores(batch, shipped())[0] == pytest.approx(np.array(scores))
    assert probabilities(batch.features(), shipped().whole).shape == (len(left),)
    assert (wanted != 0).any(axis=0).sum() >= len(FEATURES) - 3  # nearly every feature is put to the test


def test_what_a_sentence_or_two_is_compared_by_is_the_same_pair_by_pair():
    collection = Collection.of(UNITS)
    left, right = everything()
    (batch,) = batches(Rows(UNITS, collection), left, right)
    wanted = [brief_values(pair) for pair in pairs(UNITS, zip(left.tolist(), right.tolist(), strict=True), collection)]
    assert np.column_stack(batch.features(BRIEF_FEATURES)) == pytest.approx(np.array(wanted), abs=1e-12)
    assert batch.brief.any()
    assert not batch.brief.all()


def test_every_feature_has_a_column():
    assert set(COLUMNS) == {feature.name for feature in BRIEF_FEATURES}


def test_a_pair_has_the_same_numbers_to_the_last_bit_whatever_is_compared_beside_it():
    collection = Collection.of(UNITS)
    left, right = everything()
    whole = np.column_stack(next(batches(Rows(UNITS, collection), left, right)).features())
    order = [*range(len(UNITS) - 1, -1, -3)]
    few = [UNITS[n] for n in order]
    for n, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        if i in order and j in order:
            pair = (np.array([order.index(i)]), np.array([order.index(j)]))
            (alone,) = batches(Rows(few, collection), *pair)
            assert np.column_stack(alone.features()).tolist() == whole[n : n + 1].tolist()


def test_candidates_are_pairs_in_order_each_once():
    found = candidates(UNITS, Collection.of(UNITS))
    met = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert met
    assert met == sorted(set(met))
    assert all(i < j for i, j in met)
