"""Which reports say that they correct or withdraw earlier ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from allege.link.model import EventClaim, Incident, Lineage, LineageKind, Origin, Story
from allege.link.origins.outlets import acronyms
from allege.link.positions.lexicon import lexicon, tokens
from allege.link.positions.records import Correction, Material
from allege.link.positions.voices import house, wires

FIRST_LINES = 200
"""Characters at the head of a text in which "CORRECTED:" counts as its title."""

QUOTED = 120
"""Characters of the words that are quoted as the reason."""


def corrections(incident: Incident, material: Material) -> tuple[Correction, ...]:
    """The documents of an incident that correct others of it: earlier ones of the same publisher, wire or origin."""
    stories = [material.stories[one] for one in incident.documents if one in material.stories]
    claims = [material.claims[one] for one in (*incident.claims, *incident.attached) if one in material.claims]
    return tuple(_corrections(stories, claims, material))


def _corrections(stories: list[Story], claims: list[EventClaim], material: Material) -> Iterator[Correction]:
    said = {story.id: announces(story) for story in stories}
    if not any(said.values()):
        return
    edges = _edges(material)
    sources = _whole({story.id: houses(story, edges[story.id]) for story in stories}, stories)
    for story in stories:
        found = said[story.id]
        if found is None:
            continue
        withdrawn, why = found
        before = (one for one in stories if one.id != story.id and _earlier(one, story) and said[one.id] is None)
        named = [one for one in before if _are_of_one(one, story, sources, material)]
        roots = {_root(one, material.origins) for one in named} & set(material.stories)
        copied = [one for one in stories if one.id != story.id and _root(one, material.origins) in roots]
        corrected = tuple(dict.fromkeys(one.id for one in (*named, *copied)))
        if corrected:
            retold = tuple(one.id for one in claims if one.document == story.id and _retells(one)) if withdrawn else ()
            yield Correction(story.id, corrected, withdrawn, why, retold)


def _retells(claim: EventClaim) -> bool:
    """Whether a claim of a withdrawal stands in a sentence that names what is withdrawn, and is no new word on it."""
    return claim.certainty.polarity != "-" and any(
        word.startswith(lexicon().withdrawing) for word in tokens(claim.sentence)
    )


def announces(story: Story) -> tuple[bool, str] | None:
    """What a text says of correcting or withdrawing an earlier one: (withdrawn, its words), else None."""
    lists = lexicon()
    head = f"{story.title or ''}\n{story.text[:FIRST_LINES]}".casefold()
    lines = [line.strip(" *#:-[(") for line in head.splitlines()]
    for withdrawn, titles, notes in (
        (True, lists.withdrawn_titles, lists.withdrawn_notes),
        (False, lists.titles, lists.notes),
    ):
        title = next((line for line in lines if re.match(rf"(?:{'|'.join(map(re.escape, titles))})\b", line)), None)
        if title is not None:
            return withdrawn, _quoted(story, title)
        for note in notes:
            at = story.text.casefold().find(note)
            if at >= 0:
                return withdrawn, _around(story.text, at)
    return None


def houses(story: Story, lineage: Iterable[Lineage]) -> frozenset[str]:
    """Whose report it is: its publisher, the wires it credits, the outside source that its `lineage` leads to."""
    found = {house(name) for name in wires(story)}
    found |= {house(edge.upstream) for edge in lineage if edge.upstream}
    if story.publisher:
        found.add(house(story.publisher))
    return frozenset(found - {""})


def _whole(sources: Mapping[str, frozenset[str]], stories: list[Story]) -> Mapping[str, frozenset[str]]:
    """The same with the whole name beside an agency's letters, where another of these documents gives it."""
    names = [name for story in stories for name in (story.publisher, *wires(story)) if name]
    called = {house(short): house(name) for short, name in acronyms(names).items()}
    return {at: found | {called[name] for name in found if name in called} for at, found in sources.items()}


def _edges(material: Material) -> Mapping[str, list[Lineage]]:
    """By document the edges that name whom it follows."""
    out: defaultdict[str, list[Lineage]] = defaultdict(list)
    for edge in material.lineage:
        if edge.kind in (LineageKind.CREDIT, LineageKind.CITATION):
            out[edge.document].append(edge)
    return out


def _are_of_one(one: Story, other: Story, sources: Mapping[str, frozenset[str]], material: Material) -> bool:
    """Whether two reports are of the same house; where nothing names that of `other`, whether it copies the same."""
    if sources[other.id]:
        return not sources[one.id].isdisjoint(sources[other.id])
    root = _root(other, material.origins)
    return root is not None and _root(one, material.origins) == root


def _earlier(one: Story, other: Story) -> bool:
    return one.published is None or other.published is None or one.published <= other.published


def _root(story: Story, origins: Mapping[str, Origin]) -> str | None:
    return origins[story.id].root if story.id in origins else None


def _quoted(story: Story, line: str) -> str:
    for text in (story.title or "", story.text):
        at = text.casefold().find(line)
        if line and at >= 0:
            return " ".join(text[at : at + QUOTED].splitlines()[0].split())
    return line


def _around(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at) + 2, text.rfind("\n", 0, at) + 1, text.rfind("(", 0, at) + 1, at - QUOTED)
    return " ".join(text[start : start + QUOTED].split())
