"""The occurrences that one document tells of: its claims parted by place, by day and by kind, coarse before fine.

Most claims of a report name neither place nor day; they belong to its main occurrence. What is set apart from it must
say so itself: another place, a day well before, a kind that is never a part of another ("a curfew was imposed"), or
another doer of another deed. A claim that says nothing of the kind goes with the occurrence that its sentence tells of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from allege.claim import Certainty, Role
from allege.link.incidents.again import Known, pointed_at
from allege.link.incidents.cut import Apart, cut
from allege.link.incidents.kinds import VIOLENCE, alone, kind
from allege.link.incidents.lists import lists
from allege.link.incidents.told import BEFORE, Group, Told, another, caught, joins, near_days, other_days, struck_by
from allege.link.incidents.where import at_scene, place_words
from allege.link.model import EventClaim
from allege.link.parts.bearing import bearing

OCCURS = frozenset({Certainty.CT_PLUS, Certainty.PR_PLUS})
"""How firmly a claim must be held to tell of an occurrence: what is only possible, foretold or denied makes none."""
LONG_AGO = 60
"""Days before the document's own from which a deed is of another story, where no other deed of it names a day."""
MOST = 24
"""Occurrences told of beside the main one; a longer round-up's further ones stay with the main one."""


NAMED = 200
"""Claims with a day and a place that no list knows that are compared with each other; further ones stay with the main
occurrence."""


def occurs(claim: EventClaim) -> bool:
    """Whether somebody holds that it happened; what is denied, demanded, foretold or a condition does not occur."""
    return claim.certainty in OCCURS and bearing(claim) is None


@dataclass(frozen=True, slots=True)
class Scene:
    """Claims of one document about one occurrence, in text order; `main`: the one that the document is mostly about."""

    claims: tuple[EventClaim, ...]
    main: bool


def scenes(
    claims: Sequence[EventClaim], published: date | None = None, text: str = "", decided: Apart | None = None
) -> tuple[Scene, ...]:
    """The occurrences that these claims of one document tell of, the main one first; its work grows with the claims.

    `published`: the document's day, from which a deed of years ago is told in passing where no other names a day.
    `text`: the document's, for its paragraphs; without it, it has none. `decided`: what a person told apart.

    A comment or a statement that only speaks of several in passing ("condemns the attack and the shelling") has no main
    one: what it asks, warns of or regrets besides is no occurrence, and would tie those together that it speaks of.
    The claims are those that are held to be so, or that nobody commits himself to; a scene has one at least that is.
    """
    told = [_told(claim) for claim in sorted(claims, key=lambda claim: (claim.start, _at(claim), claim.id))]
    told, named = _by_list(told)
    main, asides = _by_place(told)
    main, earlier = _by_day(main, published)
    main, others = _by_name_and_day(main)
    main, deeds = _by_deed(main)
    apart = [*asides, *earlier, *others, *deeds]
    main = _with_sentences(main, apart)
    main = _with_paragraphs(main, apart, text)
    apart += named
    kept = sorted((one for one in apart if one.size), key=lambda one: (-one.size, _first(one)))
    rest = [item for one in kept[MOST:] for item in one.told]
    found = [_scene([*main.told, *rest], main=True), *(_scene(one.told, main=False) for one in kept[:MOST])]
    if len(found) > 1 and not any(kind(claim) and occurs(claim) for claim in found[0].claims):
        found = found[1:]
    elif not any(occurs(claim) for claim in found[0].claims):
        found = [Scene(one.claims, main=at == 0) for at, one in enumerate(found[1:])]
    return tuple(found if not decided else [part for scene in found for part in _cut(scene, decided)])


def _cut(scene: Scene, decided: Apart) -> Iterator[Scene]:
    """A scene as a person told it apart; what nobody holds to have happened is no scene."""
    main = scene.main
    for part in cut(scene.claims, decided):
        if any(occurs(claim) for claim in part):
            yield Scene(tuple(part), main)
            main = False


def _told(claim: EventClaim) -> Told:
    named = [(f.start, f.end) for f in claim.of(Role.TIME) if f.start is not None and f.end is not None]
    days = (min(start for start, _ in named).toordinal(), max(end for _, end in named).toordinal()) if named else None
    return Told(claim, kind(claim), tuple(at_scene(claim)), days, occurs(claim))


def _at(claim: EventClaim) -> int:
    return claim.anchor_spans[0].start if claim.anchor_spans else claim.start


def _scene(told: Iterable[Told], *, main: bool) -> Scene:
    return Scene(tuple(one.claim for one in sorted(told, key=_in_text)), main)


def _first(group: Group) -> tuple[int, str]:
    one = group.told[0].claim
    return one.start, one.id


def _by_list(told: Sequence[Told]) -> tuple[list[Told], list[Group]]:
    """What is told outside all lists of deeds (see `lists`), and a group for each deed of one."""
    of = {one.claim.id: one for one in told}
    found = [Group.of(VIOLENCE, [of[claim.id]]) for row in lists([one.claim for one in told]) for claim in row]
    gone = {one.claim.id for group in found for one in group.told}
    return [one for one in told if one.claim.id not in gone], found


def _by_place(told: Sequence[Told]) -> tuple[Group, list[Group]]:
    """The main occurrence with all that has no place; those at other places or of kinds that stand by themselves."""
    groups: list[Group] = []
    loose: list[Told] = []
    for one in told:
        if one.kind is None or not (one.places or (one.kind.by_kind and one.days)):
            loose.append(one)
            continue
        near = next((group for group in groups if group.kind == one.kind.name and joins(one, group)), None)
        if near is None and len(groups) >= 2 * MOST:
            loose.append(one)
        elif near is None:
            groups.append(Group.of(one.kind.name, [one]))
        else:
            near.take([one])
    main = _main(groups, loose)
    out = [group for group in groups if group is not main]
    follows = [group for group in out if main is not None and _belongs(group, main)]
    centre = main or Group(VIOLENCE)
    centre.take(loose)
    out = [group for group in out if group not in follows]
    if main is not None and out:
        known = Known.of([one.claim for one in centre.told if one.kind is not None])
        follows += [
            group for group in out if caught(group, centre) or all(known.again(one.claim) for one in group.told)
        ]
    beside = [group for group in out if group not in follows]
    centre.take(one for group in follows for one in group.told)
    struck = [one for group in beside for one in struck_by(group, centre)]
    centre.take(struck)
    return centre, [left for group in beside if (left := group.without(struck)).told]


def _main(groups: Sequence[Group], loose: Sequence[Told]) -> Group | None:
    """The group that what has no place belongs to: the largest, violence before the rest; None where none stands out.

    A text that names each of several occurrences once, and goes on about something else (a comment), has none; nor has
    a round-up of three or more of which none has most.
    """
    able = [group for group in groups if group.kind not in alone()] or ([] if loose else groups)
    said = [one for one in loose if one.occurs]
    placed = [one for one in said if one.places]
    size = {id(one): one.size + sum(joins(other, one) for other in placed) for one in able}
    best = max(able, key=lambda one: (size[id(one)], one.kind == VIOLENCE, -_first(one)[0]), default=None)
    if len(able) > 2 and best is not None and said and 2 * size[id(best)] <= sum(size.values()):
        return None
    if best is None or not said or size[id(best)] > 1 or any(one.kind is not None for one in said):
        return best
    return best if all(one is best or _belongs(one, best) for one in able) else None


def _belongs(group: Group, main: Group) -> bool:
    """Whether a group of another kind is a part of the main occurrence: an arrest where the attack was."""
    if group.kind in alone() or group.kind == main.kind:
        return False
    return any(joins(one, main) for one in group.told)


def _by_day(main: Group, published: date | None) -> tuple[Group, list[Group]]:
    """What is told of a day well before the main one, by day.

    Where nothing names a day, what the rest tells of is held to be of the document's own weeks.
    """
    violent = [one for one in main.told if one.kind is not None and one.days is not None]
    counted = Counter(one.days[0] for one in violent if one.days and one.days[1] - one.days[0] < BEFORE)
    if counted:
        day = _lead(violent, max(counted, key=lambda one: (counted[one], one)))
    elif published is not None and any(one.occurs and one.kind and one.days is None for one in main.told):
        day = published.toordinal() - LONG_AGO
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


def _by_name_and_day(main: Group) -> tuple[Group, list[Group]]:
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


_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


def _with_paragraphs(main: Group, asides: Sequence[Group], text: str) -> Group:
    """The main group without violence that a paragraph on another occurrence goes on with.

    "On 12 May rebels struck a convoy near Velm. Nine soldiers were killed.": a paragraph that begins with what stands
    apart tells of it, until it names a place or a day of the main one.
    """
    begin = [found.end() for found in _PARAGRAPH.finditer(text)]
    if not asides or not begin:
        return main
    of = {one.claim.id: group for group in asides for one in group.told}
    every = [*main.told, *(one for group in asides for one in group.told)]
    kept: list[Told] = []
    within, current = -1, None
    for one in sorted((one for one in every if one.kind is not None), key=lambda one: (_at(one.claim), one.claim.id)):
        paragraph = bisect_right(begin, one.sentence)
        own = of.get(one.claim.id)
        if paragraph != within:
            within, current = paragraph, own
        elif own is not None or one.places or one.days is not None:
            current = own if current is not None else None
        if own is None and current is not None and _goes_on(one, current):
            current.take([one])
        elif own is None:
            kept.append(one)
    return Group.of(main.kind, sorted([*kept, *(one for one in main.told if one.kind is None)], key=_in_text))


def _goes_on(one: Told, group: Group) -> bool:
    return group.kind == VIOLENCE and one.kind is not None and one.kind.name == VIOLENCE


def _in_text(one: Told) -> tuple[int, int, str]:
    return one.sentence, _at(one.claim), one.claim.id


_DEEDS = frozenset({"abduct", "destroy"})
"""Modes of violence that are seldom a part of an attack by somebody else."""


def _by_deed(main: Group) -> tuple[Group, list[Group]]:
    """Abductions and destruction by somebody who does nothing else here, told in sentences of their own."""
    if not any(one.claim.mode in _DEEDS for one in main.told):
        return main, []
    doers: dict[str, list[Told]] = defaultdict(list)
    others: set[str] = set()
    sentences: Counter[int] = Counter()
    for one in main.told:
        known = {filler.entity for filler in one.claim.of(Role.ACTOR) if filler.entity}
        if one.kind is None:
            continue
        if one.claim.mode in _DEEDS and len(known) == 1:
            doers[known.pop()].append(one)
        else:
            others |= known
            sentences[one.sentence] += 1
    told = sum(sentences.values())
    found = [
        Group.of(VIOLENCE, deeds)
        for doer, deeds in sorted(doers.items())
        if doer not in others and told > len(deeds) and not any(sentences[one.sentence] for one in deeds)
    ]
    gone = {one.claim.id for group in found for one in group.told}
    return Group.of(main.kind, [one for one in main.told if one.claim.id not in gone]), found


def _with_sentences(main: Group, asides: Sequence[Group]) -> Group:
    """The main group without what its sentence, or "that" before its word, gives to another occurrence.

    "… an ambush near the bridge in which four soldiers were killed. Nobody has claimed that ambush." What is said of
    another occurrence goes with it too: "residents accuse the guard of burning three farms".
    """
    if not asides:
        return main
    by_sentence: dict[int, Group] = {}
    by_word: dict[str, Group] = {}
    for group in asides:
        for one in group.told:
            by_sentence.setdefault(one.sentence, group)
            if group.kind == VIOLENCE:
                by_word.setdefault(one.claim.anchor.casefold(), group)
    about = {one.sentence for one in main.told if one.kind is not None}
    placed = {one.sentence for one in main.told if one.kind is not None and (one.places or one.days)}
    kept: list[Told] = []
    for one in main.told:
        other: Group | None = None
        if one.kind is not None and one.kind.name == VIOLENCE and not one.places and one.days is None:
            word = one.claim.anchor.casefold() if pointed_at(one.claim, ("that", "those")) else ""
            near = None if one.sentence in placed else by_sentence.get(one.sentence)
            other = (near if near is not None and near.kind == VIOLENCE else None) or by_word.get(word)
        elif one.kind is None and one.sentence not in about:
            other = by_sentence.get(one.sentence)
        if other is None:
            kept.append(one)
        else:
            other.take([one])
    return Group.of(main.kind, kept)
