"""The tree of documents by where they come from, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from allege.link.model import Lineage, LineageKind, Story
from allege.link.origins import tell
from allege.link.origins.roots import origins
from allege.link.origins.telling import labels
from allege.link.origins.tree import Branch, tree
from allege.show.descent import Descent
from allege.show.terminal.screen import Screen, one_line, wrap

WORDS = 80
"""Code points of the shared words that are shown."""


def lineage_page(found: Descent, screen: Screen) -> Iterator[str]:
    """The sentence about the documents, then their tree with the shared words, then what else they have in common."""
    yield from wrap(tell(found.stories, found.edges, found.claims, found.counted), screen.width, "", "  ")
    name = labels(found.stories, found.edges)
    stories = {story.id: story for story in found.stories}
    yield ""
    for branch in tree(found.stories, found.edges):
        yield from _branch(branch, name, stories, screen)
    for heading, kinds in _BESIDE:
        shared = list(_in_common(found, name, kinds))
        if shared:
            yield ""
            yield screen.style(heading, "dim")
            for line in shared:
                yield from wrap(line, screen.width, "  ", "    ")


_BESIDE = (
    ("Neither is a copy of the other, but both rest on one source or quotation:",
     (LineageKind.QUOTATION, LineageKind.SOURCE)),
    ("It is not sure whether one comes from the other; the lineage of the first is unknown:", (LineageKind.ALIKE,)),
)  # fmt: skip
"""What two documents have in common that makes neither come from the other."""


def _branch(branch: Branch, name: dict[str, str], stories: dict[str, Story], screen: Screen) -> Iterator[str]:
    before, under = _lines(branch.lasts, screen)
    label = name.get(branch.document or "", "")
    story = stories.get(branch.document or "")
    title = one_line(story.title or branch.name if story else branch.name)
    day = f"  {story.published}" if story and story.published else ""
    head = f"{label} {title}".strip()
    yield before + screen.style(screen.fit(head + day, max(screen.width - len(before), 20)), "bold")
    for line in wrap(one_line(branch.why), screen.width, under, under):
        yield screen.style(line, "dim")
    words = _shared_words(branch.edge, story)
    if words:
        yield under + screen.fit(words, max(screen.width - len(under), 20))


def _lines(lasts: tuple[bool, ...], screen: Screen) -> tuple[str, str]:
    """What stands before a branch, and before the lines under it."""
    tee, corner, bar = ("├─ ", "└─ ", "│  ") if screen.unicode else ("|- ", "`- ", "|  ")
    above = "".join("   " if last else bar for last in lasts[:-1])
    if not lasts:
        return "", "   "
    return above + (corner if lasts[-1] else tee), above + ("   " if lasts[-1] else bar) + "   "


def _shared_words(edge: Lineage | None, story: Story | None) -> str:
    """The beginning of the longest stretch that shows the edge, in quotation marks."""
    if edge is None or story is None or not edge.spans:
        return ""
    start, end = max(edge.spans, key=lambda span: (span.end - span.start, -span.start))
    words = one_line(story.text[start:end])
    return f"“{words[:WORDS]}{'…' if len(words) > WORDS else ''}”"


def _in_common(found: Descent, name: dict[str, str], kinds: tuple[LineageKind, ...]) -> Iterator[str]:
    """What documents share that come from two origins; those of one origin are no two witnesses anyhow."""
    root = {document: origin.root for document, origin in origins(found.stories, found.edges).items()}
    for edge in found.edges:
        pair = (edge.document, edge.derived_from or "")
        if edge.kind in kinds and name.keys() >= set(pair) and root[pair[0]] != root[pair[1]]:
            yield f"{name[pair[0]]} and {name[pair[1]]}: {one_line(edge.why)}"
