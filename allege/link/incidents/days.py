"""What a document tells of other days than its main one, and of another name and another day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice

from allege.link.incidents.kinds import VIOLENCE
from allege.link.incidents.told import BEFORE, Group, Told, another, near_days, other_days
from allege.link.incidents.where import place_words

LONG_AGO = 60
"""Days before the document's own from which a deed is of another story, where no other deed of it names a day."""
TRIALS = frozenset({"ACCUSE", "COERCE"})
"""Types of claims of charges, trials and sentences."""

NAMED = 200
"""Claims with a day and a place that no list knows that are compared with each other; further ones stay with the main
occurrence."""


def by_day(main: Group, published: date | None) -> tuple[Group, list[Group]]:
    """What is told of a day well before the main one, by day.

    Where nothing names a day, what the rest tells of is held to be of the document's own weeks.
    """
    violent = [one for one in main.told if one.kind is not None and one.days is not None]
    counted = Counter(one.days[0] for one in violent if one.days and one.days[1] - one.days[0] < BEFORE)
    if counted:
        day = _lead(violent, max(counted, key=lambda one: (counted[one], one)))
    elif published is not None and any(one.occurs and one.kind and one.days is None for one in main.told):
        day = published.toordinal() - LONG_AGO
        tried = {one.sentence for one in main.told if one.claim.type in TRIALS}
        violent = [one for one in violent if one.sentence not in tried]  # what a trial is about is all long ago
    else:
        return main, []
    own = [one for one in violent if one.days is not None and one.days[0] <= day <= one.days[1]]
    earlier = [
        one
        for one in violent
        if one.days is not None and (one.days[1] < day - BEFORE or (one.days[1] < day and another(one, own)))
    ]
    earlier.sort(key=lambda one: (one.days or (0, 0), one.sentence, one.claim.id))
    found: list[Group] = []
    for one in earlier:
        last = found[-1].told[-1] if found else None
        if last is not None and near_days(one, last):
            found[-1].take([one])
        else:
            found.append(Group.of(VIOLENCE, [one]))
    gone = {one.claim.id for one in earlier}
    return Group.of(main.kind, [one for one in main.told if one.claim.id not in gone]), found


def by_name_and_day(main: Group) -> tuple[Group, list[Group]]:
    """Violence at a place that no list knows, on a day of its own; another name and another day are another occurrence.

    Of a name alone nobody knows whether it is of another town or of a part of one; so both have to differ. What stands
    in one sentence is of one occurrence.
    """
    clusters: list[list[tuple[Told, frozenset[str]]]] = []
    told = (one for one in main.told if one.kind is not None and one.kind.name == VIOLENCE and one.days is not None)
    for one, names in islice(((one, names) for one in told if (names := place_words(one.claim))), NAMED):
        near = [cluster for cluster in clusters if any(_one_scene((one, names), other) for other in cluster)]
        clusters = [cluster for cluster in clusters if not any(cluster is other for other in near)]
        clusters.append([*(item for cluster in near for item in cluster), (one, names)])
    if len(clusters) < 2:
        return main, []
    clusters.sort(key=lambda cluster: (-len(cluster), cluster[0][0].sentence))
    others = [Group.of(VIOLENCE, [one for one, _ in cluster]) for cluster in clusters[1:]]
    gone = {one.claim.id for group in others for one in group.told}
    return Group.of(main.kind, [one for one in main.told if one.claim.id not in gone]), others


def _one_scene(one: tuple[Told, frozenset[str]], other: tuple[Told, frozenset[str]]) -> bool:
    told, beside = one[0], other[0]
    return told.sentence == beside.sentence or not one[1].isdisjoint(other[1]) or not other_days(told, beside)


def _lead(violent: Sequence[Told], day: int) -> int:
    """The main day: the commonest one, or a later one of a deed of its own that the text begins with.

    "A roadside bomb killed three on Friday … where 14 were killed on Monday": the older one is told again. Without a
    weapon it may be what came of it: "a man who was shot on Monday died on Friday".
    """
    first = violent[0]
    assert first.days is not None
    own = first.occurs and first.claim.mode is not None and first.days[1] - first.days[0] < BEFORE
    alone = all(one.sentence != first.sentence for one in violent if one.days and one.days[0] == day)
    return first.days[0] if own and alone and first.days[0] > day + BEFORE else day
