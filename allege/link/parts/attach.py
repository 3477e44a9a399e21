"""To which incident a claim belongs that only bears on one: denied, possible, demanded or foretold.

Such a claim names the occurrence as others do: by its kind, by who, whom, where and when. Each shared particular adds,
each difference takes away, and what clashes on place, day or people is out (see `clash`). Weights and bounds:
allege/data/link/attach.toml.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from allege.claim import Role
from allege.link.model import EventClaim, Incident
from allege.link.parts.bearing import Bearing, bearing
from allege.link.parts.clash import Sides, Whereabouts, clash, days_apart, kilometres, where_meant, whereabouts
from allege.link.parts.kin import of_one_kind
from allege.link.parts.telling import Particulars, Telling, of_claim, particulars

MOST_INCIDENTS = 200
"""A key that more incidents than this have is passed over in finding candidates."""
MOST_TELLINGS = 60
"""Claims of one incident whose anchors and places are looked at: evenly spread over a crowd."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A claim, the incident that it is about, how it bears on it, and why it is thought to."""

    claim: str
    incident: str
    bearing: Bearing
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the claims of an incident say of it, together. Days are ordinals; `spots` are (latitude, longitude).

    `stated`: the days that claims name; without any, `days` are those of the documents.
    """

    id: str
    types: frozenset[str]
    anchors: frozenset[tuple[str, ...]]
    modes: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    spots: tuple[tuple[float, float], ...]
    places: frozenset[str]
    days: tuple[int, ...]
    documents: frozenset[str]
    stated: tuple[int, ...]
    there: Whereabouts


Reason = tuple[float, str]


def attach(
    claims: Iterable[EventClaim],
    incidents: Iterable[Incident],
    told: Mapping[str, EventClaim],
    published: Mapping[str, date] | None = None,
) -> dict[str, Attachment]:
    """For each claim that only bears on an occurrence the incident that it is about, where one is found.

    `told` holds the claims of the incidents by id, `published` the days of documents. Claims that tell of an occurrence
    themselves (see `bearing`) are passed over. The work grows with the claims, not with claims × incidents.
    """
    days = {document: day.toordinal() for document, day in (published or {}).items()}
    profiles = _Profiles({one.id: one for one in incidents}, told, days)
    index = profiles.index()
    found: dict[str, Attachment] = {}
    for claim in sorted(claims, key=lambda one: one.id):
        how = bearing(claim)
        best = _best(claim, how, index, profiles, days.get(claim.document)) if how is not None else None
        if best is not None:
            found[claim.id] = best
    return found


def profile(incident: Incident, claims: list[EventClaim], days: Mapping[str, int]) -> Profile:
    """What an incident's claims say of it: who, whom, where and when by all of them, however many there are."""
    claims = sorted(claims, key=lambda one: one.id)
    step = max(1, math.ceil(len(claims) / MOST_TELLINGS))
    some = [(claim, of_claim(claim)) for claim in claims[::step]]
    known = [particulars(claim) for claim in claims]
    stated = sorted({p.days[0] for p in known if p.days is not None})
    return Profile(
        incident.id,
        frozenset({incident.type, *(p.type for p in known)}),
        frozenset(telling.words for _, telling in some),
        frozenset(p.mode for p in known if p.mode),
        frozenset[str]().union(*(p.actors for p in known)),
        frozenset[str]().union(*(p.recipients for p in known)),
        tuple(sorted({spot for claim, _ in some for spot in _spots(claim)})),
        frozenset[str]().union(*(p.places for p in known)),
        tuple(stated or sorted({days[d] for d in incident.documents if d in days})),
        frozenset(incident.documents),
        tuple(stated),
        whereabouts(claim for claim, _ in some),
    )


class _Profiles(dict[str, Profile]):
    """The profiles of incidents by id, each made when it is first asked for: most incidents are asked nothing."""

    def __init__(
        self, incidents: Mapping[str, Incident], told: Mapping[str, EventClaim], days: Mapping[str, int]
    ) -> None:
        super().__init__()
        self._incidents, self._told, self._days = incidents, told, days

    def __missing__(self, name: str) -> Profile:
        self[name] = found = profile(self._incidents[name], self._claims(name), self._days)
        return found

    def _claims(self, name: str) -> list[EventClaim]:
        return [self._told[claim] for claim in self._incidents[name].claims if claim in self._told]

    def index(self) -> dict[str, list[str]]:
        """The incidents by what a claim can share with them: a document, an actor, a recipient, a place."""
        index: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._incidents):
            keys = set(self._incidents[name].documents)
            for claim in self._claims(name):
                told = particulars(claim)
                keys |= told.actors | told.recipients | told.places
            for key in keys:
                index[key].append(name)
        return index


def _best(
    claim: EventClaim, how: Bearing, index: Mapping[str, list[str]], profiles: Mapping[str, Profile], day: int | None
) -> Attachment | None:
    p = particulars(claim)
    asked = _Asked(claim, how, of_claim(claim), p, day, where_meant(claim))
    keys = sorted({claim.document, *p.actors, *p.recipients, *p.places})
    elsewhere = claim.document in index  # it has an occurrence of its own, which what it leaves unsaid is about
    near = {name for key in keys if len(index.get(key, ())) <= MOST_INCIDENTS for name in index.get(key, ())}
    scored = []
    apart_days = _scale()["apart_days"]
    for name in near:
        other = profiles[name]
        if elsewhere and claim.document not in other.documents and not _tied(asked, other):
            continue
        # days are quickly compared, and tell most incidents of the same people and places apart
        if days_apart(p.days, other.stated) > apart_days or _clash(asked, other):
            continue
        reasons = list(_reasons(asked, other))
        scored.append((math.fsum(amount for amount, _ in reasons), name, reasons))
    scored.sort(key=lambda row: (-row[0], row[1]))
    if not scored or scored[0][0] < _scale()["least"]:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _scale()["margin"]:
        return None
    score, name, reasons = scored[0]
    return Attachment(claim.id, name, how, round(score, 3), tuple(words for amount, words in reasons if amount))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A claim that bears on an occurrence, read once: how, and the day of its document."""

    claim: EventClaim
    how: Bearing
    telling: Telling
    p: Particulars
    published: int | None
    meant: Whereabouts


def _tied(asked: _Asked, other: Profile) -> bool:
    """Whether a claim shares a day, a place or somebody's name with an incident, and not only who anybody may be.

    "No arrests have been made" in a report of one shooting is no word on another one whose suspects police arrested.
    """
    p = asked.p
    if p.places & other.places or (p.days is not None and not days_apart(p.days, other.stated) and other.stated):
        return True
    shared = (p.actors & other.actors) | (p.recipients & other.recipients)
    fillers = asked.claim.of(Role.ACTOR) + asked.claim.of(Role.RECIPIENT)
    known = {filler.entity for filler in fillers if filler.entity}
    return not shared.isdisjoint(asked.telling.names | asked.telling.names_inside | known)


def _clash(asked: _Asked, other: Profile) -> str | None:
    """Why a claim cannot be about an incident; None where it can."""
    sides = Sides(
        asked.p, other.actors, other.recipients, other.stated, asked.claim.document in other.documents, other.places
    )
    bounds = _scale()
    return clash(asked.meant, other.there, sides, near_km=bounds["near_km"], near_days=bounds["apart_days"])


def _reasons(asked: _Asked, other: Profile) -> Iterator[Reason]:
    """What speaks for and against a claim being about an incident."""
    scale, p = _scale(), asked.p
    yield from _kind(asked.telling, p, other)
    for name, mine, theirs in (("actor", p.actors, other.actors), ("recipient", p.recipients, other.recipients)):
        both = mine & theirs
        if both:
            yield scale[name], f"same {name}: {', '.join(sorted(both))}"
        elif mine and theirs:
            yield scale[f"{name}_other"], f"another {name}"
    yield from _where(asked.claim, p, other)
    yield from _when(p, other, asked.published, asked.how)
    if asked.claim.document in other.documents:
        yield scale["document"], "in a document that tells of it"


def _kind(telling: Telling, p: Particulars, other: Profile) -> Iterator[Reason]:
    scale = _scale()
    related = any(of_one_kind(telling.words, words) for words in other.anchors)
    if related:
        yield scale["anchor"], f"“{telling.anchor}” names the same kind of occurrence"
    if p.type in other.types:
        yield scale["type"], f"same type: {p.type}"
    elif not related:
        yield scale["type_other"], f"another type: {p.type}"
    if p.mode and other.modes:
        same = p.mode in other.modes
        yield scale["mode" if same else "mode_other"], f"{'same' if same else 'another'} mode: {p.mode}"


def _where(claim: EventClaim, p: Particulars, other: Profile) -> Iterator[Reason]:
    scale = _scale()
    if p.places & other.places:
        yield scale["place"], "same place"
        return
    gaps = [kilometres(a, b) for a in _spots(claim) for b in other.spots]
    if gaps and min(gaps) <= scale["near_km"]:
        yield scale["place"] / 2, f"{min(gaps):.0f} km apart"
    elif gaps and min(gaps) > scale["far_km"]:
        yield scale["place_other"], f"{min(gaps):.0f} km apart"


def _when(p: Particulars, other: Profile, published: int | None, how: Bearing) -> Iterator[Reason]:
    """Days that the claim names, else the day of its document: later reports deny and doubt, earlier ones foretell."""
    scale = _scale()
    if not other.days:
        return
    if p.days is not None:
        gap = min(max(p.days[0] - day, day - p.days[1], 0) for day in other.days)
        if gap <= scale["near_days"]:
            yield scale["day"], "same days"
        elif gap > scale["far_days"]:
            yield scale["day_other"], f"{gap:.0f} days apart"
    elif published is not None:
        late = min((published - day for day in other.days), key=abs)
        late = -late if how in (Bearing.FORETOLD, Bearing.DEMANDED) else late
        if not -scale["near_days"] <= late <= scale["late_days"]:
            yield scale["day_other"], f"published {abs(late)} days away"
        elif abs(late) <= scale["far_days"]:
            yield scale["published"], f"published {abs(late)} days away"


def _spots(claim: EventClaim) -> list[tuple[float, float]]:
    """Where the claim's places are that are no coarser than a district (UCDP's `where_prec` 3)."""
    fillers = (f for f in claim.of(Role.PLACE) if (f.precision or 9) <= 3)
    return [(f.latitude, f.longitude) for f in fillers if f.latitude is not None and f.longitude is not None]


@cache
def _scale() -> Mapping[str, float]:
    text = resources.files("allege").joinpath("data/link/attach.toml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in tomllib.loads(text).items()}
