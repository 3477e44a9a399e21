"""Lineage that a document itself tells: the agency that it credits, the report that its claims are taken from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from allege.claim import Credit, CreditKind, SourceKind, Span, merge_spans
from allege.link.model import EventClaim, Lineage, LineageKind, Speaker, Story
from allege.link.origins.direction import headed
from allege.link.origins.outlets import plain, shown
from allege.read.address import host

WIRE, VIA = 0.9, 0.8
"""How sure a credit is: an agency's own mark, and another outlet named as the place it was taken from."""

DAYS = 14
"""How much older than what cites it a cited report may be."""

SHORTEST = 5
"""Letters of a part of a host that may be an outlet's name."""

ABOUT = 0.5
"""Share of the names in a citing sentence that the cited report must hold to be the one that is meant."""

_NAME = re.compile(r"(?<![.!?“\"] )\b[A-Z][\w’'-]+")
_SAID = frozenset({SourceKind.MEDIA, SourceKind.DOCUMENT})


def credits_of(stories: Iterable[Story]) -> Iterator[Lineage]:
    """An edge for each agency or outlet that a story credits and that is not its own publisher."""
    for story in stories:
        seen = {plain(story.publisher or "")}
        for credit in story.credits:
            name = plain(credit.name)
            if credit.kind is not CreditKind.DATELINE and name and name not in seen:
                seen.add(name)
                yield _credit_edge(story, credit)


def _credit_edge(story: Story, credit: Credit) -> Lineage:
    name, wire = shown(credit.name), credit.kind is CreditKind.WIRE
    why = f"credits {name}" if wire else f"says that it is taken from {name}"
    return Lineage(story.id, None, LineageKind.CREDIT, WIRE if wire else VIA, why, name, credit.spans)


def citations(stories: Sequence[Story], claims: Iterable[EventClaim]) -> Iterator[Lineage]:
    """An edge for each outlet or paper that a story's claims are taken from, with the report meant where it is stored.

    `score` is the share of the story's event claims that rest on it.
    """
    outlets = by_outlet(stories)
    told: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.document].append(claim)
    for story in sorted(stories, key=lambda item: item.id):
        total = len(told[story.id])
        resting: defaultdict[str, list[tuple[EventClaim, Speaker]]] = defaultdict(list)
        for claim in told[story.id]:
            speaker = _report(claim, story) if claim.start >= _head(story) else None
            if speaker:
                name = plain(speaker.name or speaker.words)
                resting[name].append((claim, speaker))
        for name in sorted(resting):
            yield _citation(story, name, resting[name], len(resting[name]) / total, outlets)


def _head(story: Story) -> int:
    """Where the text below the headline begins: "Autopsy: man shot" and "Man shot - Packet News" cite nobody."""
    body = story.text[story.front :]
    return len(story.text) - len(body.lstrip().partition("\n")[2]) if headed(story) else story.front


def _report(claim: EventClaim, story: Story) -> Speaker | None:
    """The outermost named outlet or paper that a claim rests on; the story's own publisher cites nobody so."""
    own = {"", plain(story.publisher or "")}
    cited = (speaker for speaker in claim.speakers if speaker.kind in _SAID and speaker.named)
    return next((s for s in cited if (name := plain(s.name or s.words)) not in own and not _is_at(story, name)), None)


def _is_at(story: Story, name: str) -> bool:
    """Whether a story's host is called by this name, or ends with it: "the Herald" at tarsk-herald.example."""
    short = squeezed(name)
    return len(short) >= SHORTEST and any(label.endswith(short) for label in labels(story))


def _citation(
    story: Story, name: str, resting: list[tuple[EventClaim, Speaker]], share: float, outlets: Mapping[str, list[Story]]
) -> Lineage:
    words = shown(resting[0][1].name or resting[0][1].words)
    spans = merge_spans(Span(claim.start, claim.end) for claim, _ in resting)
    reports = outlets.get(name) or outlets.get(squeezed(name)) or ()
    meant = _meant(story, name, [claim for claim, _ in resting], reports)
    count = len(resting)
    why = f"{count} of its claims {'rests' if count == 1 else 'rest'} on {words}"
    if meant is None:
        return Lineage(story.id, None, LineageKind.CITATION, round(share, 4), why, words, spans)
    whole = (Span(0, len(meant.text)),) if meant.text else ()
    why += f", whose report of {meant.published or 'no date'} tells of the same names"
    return Lineage(story.id, meant.id, LineageKind.CITATION, round(share, 4), why, words, spans, whole)


def _meant(story: Story, outlet: str, claims: Sequence[EventClaim], reports: Sequence[Story]) -> Story | None:
    """The cited outlet's report that is meant: not younger, at most a fortnight old, with most of the names told there.

    Of two that tell as much, the outlet's own before a paper that only prints it.
    """
    own = set(outlet.title().split())
    names = {name for claim in claims for name in _inside(claim.sentence)} - own
    names = names or set(_inside(story.text)) - own  # "according to the Herald, eleven were killed" names nobody
    if not names:
        return None
    best: tuple[float, bool, int, str] | None = None
    found: Story | None = None
    for report in reports:
        age = _age(story, report)
        if report.id == story.id or age is None or not 0 <= age <= DAYS:
            continue
        share = sum(name in report.text for name in names) / len(names)
        rank = (share, outlet in _names(report), -age, report.id)
        if share >= ABOUT and (best is None or rank > best):
            best, found = rank, report
    return found


def _inside(text: str) -> Iterator[str]:
    """Words with a capital letter, but for the first."""
    return (found.group() for found in _NAME.finditer(text) if found.start())


def _age(story: Story, report: Story) -> int | None:
    if story.published is None or report.published is None:
        return None
    return (story.published - report.published).days


def by_outlet(stories: Iterable[Story]) -> dict[str, list[Story]]:
    """Stories by the outlet that published them: its name, the agency of its own dateline, its host without "www.", and
    the parts of its host that may be a name.
    """
    out: defaultdict[str, list[Story]] = defaultdict(list)
    for story in sorted(stories, key=lambda item: item.id):
        names = _names(story)
        names |= {plain(credit.name) for credit in story.credits if credit.kind is CreditKind.WIRE}
        names |= set(labels(story))
        for name in sorted(names - {""}):
            out[name].append(story)
    return dict(out)


def _names(story: Story) -> set[str]:
    """What whoever publishes a story goes by: a name, a host."""
    return {plain(story.publisher or ""), host(story.uri)}


def labels(story: Story) -> list[str]:
    """The parts of a story's host that are long enough to be a name, their hyphens left out: "tarskherald"."""
    name = host(story.uri) or (story.publisher or "")
    parts = name.casefold().split(".")[:-1] if " " not in name else ()
    return [short for part in parts if len(short := squeezed(part)) >= SHORTEST]


def squeezed(name: str) -> str:
    """A name's letters and digits alone."""
    return "".join(character for character in name if character.isalnum())


def main_voice(claims: Iterable[EventClaim]) -> Speaker | None:
    """The innermost source that most of the claims rest on; the author is none. None where nobody is cited."""
    cited = [claim.speakers[-1] for claim in claims if claim.speakers]
    heard = Counter(speaker for speaker in cited if speaker.kind is not SourceKind.AUTHOR)
    if not heard:
        return None
    return max(sorted(heard, key=lambda s: (s.words, s.value)), key=lambda s: heard[s])
