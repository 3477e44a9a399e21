"""The occurrences that one document tells of: its claims parted by place, by day and by kind, coarse before fine.

Most claims of a report name neither place nor day; they belong to its main occurrence. What is set apart from it must
say so itself: another place, a day well before, a kind that is never a part of another ("a curfew was imposed"), or
another doer of another deed. A claim that says nothing of the kind goes with the occurrence that its sentence tells of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from allege.claim import Certainty, Role
from allege.link.incidents.again import Known
from allege.link.incidents.cut import Apart, cut
from allege.link.incidents.days import by_day, by_name_and_day
from allege.link.incidents.going_on import with_paragraphs, with_sentences
from allege.link.incidents.kinds import VIOLENCE, alone, kind
from allege.link.incidents.lists import lists
from allege.link.incidents.told import Group, Told, caught, in_text, joins, struck_by
from allege.link.incidents.where import at_scene
from allege.link.model import EventClaim
from allege.link.parts.bearing import bearing

OCCURS = frozenset({Certainty.CT_PLUS, Certainty.PR_PLUS})
"""How firmly a claim must be held to tell of an occurrence: what is only possible, foretold or denied makes none."""
MOST = 24
"""Occurrences told of beside the main one; a longer round-up's further ones stay with the main one."""


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
    told = sorted((_told(claim) for claim in claims), key=in_text)
    told, named = _by_list(told)
    main, asides = _by_place(told)
    main, earlier = by_day(main, published)
    main, others = by_name_and_day(main)
    main, deeds = _by_deed(main)
    apart = [*asides, *earlier, *others, *deeds]
    main = with_sentences(main, apart)
    main = with_paragraphs(main, apart, text)
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


def _scene(told: Iterable[Told], *, main: bool) -> Scene:
    return Scene(tuple(one.claim for one in sorted(told, key=in_text)), main)


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
