"""Claims that are only passed on: a report that rests on what another report says is no telling of its own.

"According to reports on social media", "the Herald reports", "a post on the channel Harbour Eye said": the claim's
origin is where that report comes from, and where nobody can tell which report is meant it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from allege.claim import Act, Role, SourceKind
from allege.link.incidents.kinds import kind
from allege.link.model import EventClaim, LineageKind, Origin, Speaker
from allege.link.origins.outlets import plain
from allege.link.parts.bearing import bearing
from allege.link.positions.lexicon import lexicon, singular, tokens
from allege.link.positions.records import Material

UNNAMED = "passes on reports that it does not name"
DOUBTED = "is told by whoever found nothing that shows it"


def passed_on(claims: Iterable[EventClaim], material: Material) -> Mapping[str, Origin]:
    """The origin of each claim that rests on another report, by its id; claims of their document's own are left out.

    What rests on a report that only passes on itself has the origin of what that one has.
    """
    told = list(claims)
    doubting = {claim.document for claim in told if unproven(claim) and claim.speakers[-1].kind is SourceKind.AUTHOR}
    found: dict[str, Origin] = {}
    for claim in told:
        report = _report(claim)
        origin = _origin(claim, report, material) if report is not None else None
        if claim.document in doubting and len(claim.speakers) > 1 and bearing(claim) is None:
            origin = Origin(claim.document, claim.document, known=False, why=DOUBTED)
        if origin is not None:
            found[claim.id] = origin
    return _followed(told, {**found, **_hearsay(told, found)})


def unproven(claim: EventClaim) -> bool:
    """Whether the author or a named source looked into it and found nothing that shows it, whoever may have done it."""
    source = claim.speakers[-1] if claim.speakers else None
    if source is None or source.act is not Act.DOUBT or not (source.named or source.kind is SourceKind.AUTHOR):
        return False
    sentence = claim.sentence.casefold()
    return not claim.of(Role.ACTOR) and any(words in sentence for words in lexicon().unproven)


def _hearsay(told: Iterable[EventClaim], found: Mapping[str, Origin]) -> dict[str, Origin]:
    """What "is said" by nobody, in documents that rest on reports which they do not name."""
    unnamed = {origin.document: origin for origin in found.values() if origin.why == UNNAMED}
    heard = (one for one in told if one.document in unnamed and len(one.speakers) > 1 and not one.speakers[-1].words)
    return {one.id: unnamed[one.document] for one in heard}


def _followed(told: Iterable[EventClaim], found: dict[str, Origin]) -> dict[str, Origin]:
    """Each origin, or in the place of a document that only passes on itself, that document's."""
    tells: dict[str, list[Origin | None]] = {}
    for claim in told:
        if bearing(claim) is None and kind(claim) is not None:
            tells.setdefault(claim.document, []).append(found.get(claim.id))
    passing = {name: own[0] for name, own in tells.items() if own and own[0] is not None and None not in own}
    out = {}
    for name, origin in found.items():
        last, seen = origin, set[str]()
        while last.root in passing and last.root not in seen:
            seen.add(last.root)
            last = passing[last.root]
        out[name] = last
    return out


def _report(claim: EventClaim) -> Speaker | None:
    """The outermost report, post or outlet that the claim rests on."""
    return next((one for one in claim.speakers[1:] if one.kind in (SourceKind.MEDIA, SourceKind.DOCUMENT)), None)


def _origin(claim: EventClaim, report: Speaker, material: Material) -> Origin | None:
    """Where the report comes from: the stored one that is meant, the outlet that has it, or nobody knows."""
    own = material.origins.get(claim.document)
    if report.kind is SourceKind.MEDIA and report.named:
        return _cited(claim, report, material)
    stored = _by_name_in(report.words, claim.document, material)
    if stored is not None:
        return stored
    if not _unnamed(report.words) or own is None:
        return None
    return Origin(claim.document, own.root, known=False, why=UNNAMED)


def _cited(claim: EventClaim, report: Speaker, material: Material) -> Origin | None:
    """The origin of the outlet's report; None for the publisher's own name."""
    name = plain(report.name or report.words)
    for edge in material.lineage:
        if edge.document == claim.document and edge.kind is LineageKind.CITATION and plain(edge.upstream or "") == name:
            meant = material.origins.get(edge.derived_from or "")
            return meant or Origin(claim.document, edge.upstream or name, known=True, why=edge.why)
    return None


def _by_name_in(words: str, document: str, material: Material) -> Origin | None:
    """The origin of another document whose publisher is named in these words: "a post on the channel Harbour Eye"."""
    said = f" {' '.join(tokens(words))} "
    for name, story in sorted(material.stories.items()):
        publisher = " ".join(tokens(story.publisher or ""))
        if name != document and publisher and f" {publisher} " in said and name in material.origins:
            return material.origins[name]
    return None


def _unnamed(words: str) -> bool:
    """Whether these are reports that nobody can look up: "social media", "local news reports", "viral posts"."""
    said = [word for word in tokens(words) if word not in lexicon().articles]
    plural = any(word != singular(word) or word == "media" for word in said if singular(word) in lexicon().reports)
    return plural and all(singular(word) in lexicon().reports or word in lexicon().beside for word in said)
