"""Who says what: `find(analysis) -> tuple[Attribution, ...]`, by rules over the parse, counts of words and the encoder.

`tree` flattens the parse, `heard` is what a rule hands over, `who` finds whose words they are. `hearing` hears every
attribution there could be; `believing` says how likely each is, and believes the likely ones, or `voices`, where there
is an encoder, those that it and the rules find likely together; `quoting` brings in quotations; `within` finds speech
within and beside speech; `describe` and `acts` say who the source is and what it does by speaking.
See docs/method-attribution.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, Span
from allege.extract.attribution.acts import act_of
from allege.extract.attribution.believing.choose import NESTED, Believed, choose, flat
from allege.extract.attribution.believing.context import weigher
from allege.extract.attribution.describe import describe
from allege.extract.attribution.heard import Heard, spans, stretches
from allege.extract.attribution.hearing.hear import hear_all
from allege.extract.attribution.quoting.alone import housed
from allege.extract.attribution.quoting.below import below
from allege.extract.attribution.quoting.fit import fit, quoted
from allege.extract.attribution.quoting.quotes import quotations
from allege.extract.attribution.tree import Tree, grow
from allege.extract.attribution.voices.voiced import BELIEVE, together
from allege.extract.attribution.within.addressed import addressed
from allege.extract.attribution.within.answering import answering
from allege.extract.attribution.within.apart import apart
from allege.extract.attribution.within.checked import checked
from allege.extract.attribution.within.citing import cited
from allege.extract.attribution.within.contrary import contrary
from allege.extract.attribution.within.informed import heard_from, informed
from allege.extract.attribution.within.inner import inner
from allege.extract.attribution.within.nesting import nested, owners
from allege.extract.attribution.within.set_in import set_in

__all__ = ["find", "with_more"]


def find(analysis: Analysis) -> tuple[Attribution, ...]:
    """Every attribution of a text, in the order of their cues, with ids `a1`, `a2`, …"""
    tree = grow(analysis)
    marks = quoted(tree, quotations(tree.text))
    closed = marks.closed()
    chance = weigher(tree, marks)
    candidates = [(heard, chance(heard)) for heard in hear_all(tree)]
    if analysis.encoded is None:
        likely, within = choose((heard for heard, _ in candidates), chance), NESTED
    else:
        likely = together(tree, marks, analysis.encoded, candidates)
        within = BELIEVE
    believed = flat(tree, housed(tree, marks, fit(tree, marks, likely), chance), closed, within)
    believed = answering(tree, candidates, inner(tree, candidates, believed))
    believed = contrary(tree, informed(tree, heard_from(tree, cited(tree, apart(tree, marks, believed, candidates)))))
    believed = checked(tree, analysis.document.text, below(tree, marks, addressed(tree, believed)))
    believed = _once(set_in(tree, believed))
    made = [_made(analysis, tree, b, quoted=closed[b.heard.head]) for b in believed]
    place = {b.heard.head: n for n, b in enumerate(believed)}
    return nested(made, {n: place[b.outer] for n, b in enumerate(believed) if b.outer in place})


def _once(believed: Iterable[Believed]) -> list[Believed]:
    """In the order of their cues; what was heard at two words but has the same cue, source and content only once."""
    order = sorted(believed, key=lambda b: (b.heard.cue, b.heard.content, b.heard.source, -b.chance))
    return list({(b.heard.cue, b.heard.content, b.heard.source): b for b in reversed(order)}.values())[::-1]


def with_more(
    analysis: Analysis, said: Sequence[Attribution], more: Iterable[tuple[Heard, Act]], score: float
) -> tuple[Attribution, ...]:
    """All attributions of a text in the order of their cues, those in `more` with the act beside them; ids anew."""
    tree = grow(analysis)
    closed = quoted(tree, quotations(tree.text)).closed()
    made = [
        replace(_made(analysis, tree, Believed(heard, score), quoted=closed[heard.head]), act=act)
        for heard, act in more
    ]
    every = sorted((*said, *made), key=lambda a: (a.cue, a.content, a.source))
    return nested([replace(a, within=None) for a in every], owners(every))


def _made(analysis: Analysis, tree: Tree, believed: Believed, *, quoted: bool) -> Attribution:
    heard = believed.heard
    kind, named = describe(analysis, tree, heard.speaker, quoted=quoted)
    return Attribution(
        id="",
        source=spans(tree, heard.source),
        cue=spans(tree, stretches(heard.cue)),
        content=spans(tree, heard.content),
        source_kind=kind,
        named=named,
        act=act_of(tree, heard),
        score=round(believed.chance, 3),
        why=f"{heard.kind} {heard.frame}{_seen(analysis, tree, heard.head)}",
    )


def _seen(analysis: Analysis, tree: Tree, head: int) -> str:
    """What the encoder gives the cue, in words; nothing where it is off."""
    if analysis.encoded is None:
        return ""
    return f", encoder {analysis.encoded.cue((Span(tree.start[head], tree.end[head]),)):.2f}"
