"""What was said of an incident when, and on whose word: reports, denials, claims of responsibility, corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from allege.claim import Act, SourceKind
from allege.link.model import EventClaim, Incident
from allege.link.origins.roots import followed
from allege.link.positions.denials import denial_words
from allege.link.positions.given import Desk
from allege.link.positions.lexicon import lexicon, tokens
from allege.link.positions.records import QUESTIONS, Correction, Denial, Given, Material, Moment, Standing, Voice

NAMED = 3
"""Sources of a report that its moment names."""


def timeline(
    desk: Desk,
    *,
    tell: Sequence[EventClaim],
    amended: Sequence[Correction],
    denied: Sequence[Denial],
    found: Sequence[Given],
) -> tuple[Moment, ...]:
    """The moments of the desk's incident, oldest first; documents without a date come last. `tell`: who report it."""
    moments = [
        *_reports(desk, tell, amended),
        *_denied(denied),
        *_responsibility(desk),
        *_replaced(found, desk.material),
    ]
    return tuple(sorted(moments, key=lambda one: (one.on or date.max, one.document, one.claim or "", one.words)))


def _reports(desk: Desk, tell: Sequence[EventClaim], amended: Sequence[Correction]) -> Iterator[Moment]:
    incident, material = desk.incident, desk.material
    corrects = {one.document: one for one in amended}
    reports = {claim.document for claim in tell}
    spoken = [material.claims[one] for one in incident.claims if one in material.claims]
    cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for claim in (*_of_the_deed(tell, incident), *(one for one in spoken if one.document not in reports)):
        speaker = desk.speaker(claim)
        whose = {} if speaker.kind is SourceKind.AUTHOR else {_named(speaker): None}
        cited[claim.document].update(whose)
    parents = parents_of(material)
    for document in incident.documents:
        story = material.stories.get(document)
        if document in corrects:
            said = "withdraws its report" if corrects[document].withdrawn else "corrects an earlier report"
        elif document not in cited:
            continue
        elif document in parents:
            said = f"repeats {_titled(parents[document], material)}"
        else:
            does = "reports it" if document in reports else "speaks of it"
            said = f"{does} {_on_whose_word(list(cited[document]))}"
        yield Moment(story.published if story else None, document, said)


def _of_the_deed(claims: Sequence[EventClaim], incident: Incident) -> Iterator[EventClaim]:
    """Of each document's claims those of the incident's own type, where it has any: they say on whose word it tells."""
    own = {claim.document for claim in claims if claim.type == incident.type}
    yield from (claim for claim in claims if claim.type == incident.type or claim.document not in own)


def _named(speaker: Voice) -> str:
    """A source by its name; "he" names nobody."""
    pronouns = lexicon().third_person | lexicon().first_person
    return "somebody not named" if pronouns.issuperset(tokens(speaker.words)) else speaker.called or speaker.words


def _on_whose_word(cited: Sequence[str]) -> str:
    """ "on the word of police, Radio Vark and 2 more"; without anybody cited, on its own."""
    if not cited:
        return "on its own word"
    named, more = ", ".join(cited[:NAMED]), len(cited) - NAMED
    return f"on the word of {named}{f' and {more} more' if more > 0 else ''}"


def parents_of(material: Material) -> dict[str, str]:
    """For each document that comes from another stored one, that one."""
    return {one: edge.derived_from for one, edge in followed(material.lineage).items() if edge.derived_from}


def _titled(document: str, material: Material) -> str:
    story = material.stories.get(document)
    return "another report" if story is None else f"“{story.title or story.uri}”"


def _denied(denied: Sequence[Denial]) -> Iterator[Moment]:
    seen = set()
    for one in denied:
        key = (one.voice.key or one.voice.words, one.actor.key if one.actor else "", one.partial)
        if key not in seen:
            seen.add(key)
            yield Moment(one.as_of, one.document, f"{one.voice.words} {denial_words(one)}", one.claim)


def _responsibility(desk: Desk) -> Iterator[Moment]:
    seen = set()
    for name in (*desk.incident.claims, *desk.incident.attached):
        claim = desk.material.claims.get(name)
        if claim is None or not claim.speakers or claim.speakers[-1].act is not Act.CLAIM_RESPONSIBILITY:
            continue
        speaker = desk.speaker(claim)
        if (claim.document, speaker.identity) not in seen:
            seen.add((claim.document, speaker.identity))
            yield Moment(_day(name, desk.material), claim.document, f"{speaker.words} claims responsibility", name)


def _replaced(found: Sequence[Given], material: Material) -> Iterator[Moment]:
    """One moment for all answers of one slot that gave way to one claim, where several documents repeat one answer."""
    seen = set()
    for one in found:
        if one.standing is not Standing.SUPERSEDED or one.by is None or (one.slot, one.value.key, one.by) in seen:
            continue
        seen.add((one.slot, one.value.key, one.by))
        words = f"{QUESTIONS[one.slot]}: {one.value.words} is superseded ({one.why})"
        yield Moment(_day(one.by, material), material.claims[one.by].document, words, one.by)


def _day(claim: str, material: Material) -> date | None:
    story = material.stories.get(material.claims[claim].document)
    return story.published if story else None
