"""One written name → the entity that it names, with the reason; or nobody, with those whom it may name.

The ways, surest first: a name of the list letter by letter; the same words in another order, language or spelling; the
same words but for "group" and the like; the same consonants; an acronym, with support. What only looks alike is a
candidate for a person and never an answer: "SPLM" is not "SPLM-North", "FARC" not "FARDC". A faction is not its parent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from allege.analyse import data
from allege.link.entities.index import CUT, MAIN, Hit, Index
from allege.link.entities.known import Entity
from allege.link.entities.readings import Part, Reading, readings
from allege.link.entities.spelling import (
    hashtag,
    is_acronym,
    is_bare,
    is_common,
    is_numbered,
    key,
    letters,
    lexicon,
    tokens,
)
from allege.link.entities.ways import Setting, Way, Ways

LEAST = 0.5
"""A score below leaves the name unresolved; what scored is a candidate."""

ALIKE = 78
"""Share of letters (0–100, rapidfuzz's token_sort_ratio) from which a name of the list is shown as a candidate."""

CANDIDATES = 5

NAMED = 0.95
"""A way's score above which the name stands in the lists letter by letter, or the text says what it is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may stand for; `score` 0 to 1."""

    entity: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a name names. `entity` is None where nothing fits well enough; `parent`: the entity it is a faction of.

    `shared`: several bodies of the lists have just this name, and nothing tells which is meant: the candidates.
    """

    entity: str | None = None
    name: str | None = None
    score: float = 0.0
    why: str = "no list has this name"
    candidates: tuple[Candidate, ...] = ()
    parent: str | None = None
    shared: bool = False


@dataclass
class Resolver:
    """Answers for names, one at a time; the same name in the same setting has the same answer always."""

    index: Index
    doubtful: frozenset[str] = field(
        default_factory=lambda: frozenset(map(letters, data.lines("actors/ambiguous.txt")))
    )

    def __post_init__(self) -> None:
        self.ways = Ways(self.index)

    def resolve(self, name: str, setting: Setting | None = None) -> Answer:
        """Whom `name` names in the setting."""
        setting = setting or Setting()
        if not letters(name):
            return Answer(why="there are no letters in it")
        found: list[tuple[Reading, Answer]] = []
        for reading in readings(name, self.index.lands):
            answer = self._read(reading, setting)
            if reading.part is Part.WHOLE and answer.entity and answer.score >= 0.9:
                return answer
            found.append((reading, answer))
        return self._with_candidates(name, self._weighed(found), setting)

    def _read(self, reading: Reading, setting: Setting) -> Answer:
        if reading.country:
            setting = replace(setting, countries=frozenset({reading.country}))
        answer = Answer()
        for way in self.ways.of(reading.text, setting):
            found = self._chosen(way, setting)
            if found.entity and not (way.acronym and answer.candidates):
                answer = found
                break
            answer = answer if answer.candidates else found
        if answer.entity and reading.part is not Part.WHOLE:
            return replace(answer, why=f"{reading.part}: {answer.why}")
        split = hashtag(reading.text)  # by its letters alone it is the name already: say what was done to it
        if answer.entity and split != reading.text.lstrip("#"):
            what = "hashtag" if reading.text.startswith("#") else "joined word"
            return replace(answer, why=f"the {what} split into {split!r}: {answer.why}")
        return answer

    def _chosen(self, way: Way, setting: Setting) -> Answer:
        """The one entity among those found, where country, years and descent leave one."""
        hits = way.hits
        if not hits or way.common:
            return Answer(why=way.why, candidates=_listed(hits, way.score, "a name of the list")) if hits else Answer()
        placed = [hit for hit in hits if hit.entity.countries & setting.countries]
        free = [hit for hit in hits if not hit.entity.countries]
        kept = placed or (free if setting.countries and free else list(hits))
        kept = [hit for hit in kept if _alive(hit.entity, setting.year)] or kept
        kept = self._without_parents(kept)
        if len(kept) > 1 and not way.acronym and not setting.countries:
            first, *rest = sorted(kept, key=lambda hit: hit.rank)
            if first.rank < rest[0].rank and (first.rank == MAIN or rest[0].rank == CUT):
                return self._said(way, first, way.score * 0.8, "others have it as a second name", kept)
        if len(kept) > 1:
            named = [hit for hit in kept if hit.entity.id in setting.named]
            if len(named) != 1:
                why = f"{way.why}, but {len(kept)} have it"
                return Answer(why=why, candidates=_listed(kept, way.score * 0.5, way.why), shared=way.score > NAMED)
            kept = named
        return self._supported(way, kept[0], setting, hits)

    def may_know(self, name: str) -> bool:
        """Whether a name could have an answer in a document; the quick look before `resolve` with a strict setting."""
        return any(
            letters(r.text) in self.index.exact
            or letters(r.text) in self.index.acronyms
            or key(r.text) in self.index.words
            or (is_acronym(r.text) and letters(r.text).upper() in self.index.initials)
            for r in readings(name, self.index.lands)
        )

    def _supported(self, way: Way, hit: Hit, setting: Setting, hits: Sequence[Hit]) -> Answer:
        """The answer for the one entity left: how sure it is depends on what speaks for it."""
        entity = hit.entity
        if entity.id in setting.named:
            return self._said(way, hit, way.score, "which the text names in full", hits)
        if entity.countries & setting.countries:
            return self._said(way, hit, way.score, "and the country fits", hits)
        if setting.strict and (way.acronym or len(tokens(hit.written)) < 2):
            why = "an acronym" if way.acronym else "a name of one word"
            return Answer(why=f"{why} without support in the text", candidates=_listed([hit], way.score * 0.5, way.why))
        return self._unsupported(way, hit, hits, away=bool(setting.countries and entity.countries))

    def _unsupported(self, way: Way, hit: Hit, hits: Sequence[Hit], *, away: bool) -> Answer:
        """The answer where nothing else speaks for it; `away`: the list has it for another country."""
        if way.acronym:
            size = sum(c.isalnum() for c in hit.written)
            worth = {2: -0.52, 3: -0.34, 4: -0.22}.get(size, -0.14)
            doubt = 0.1 if letters(hit.written) in self.doubtful else 0.0
            return self._said(
                way, hit, way.score + worth - doubt - 0.3 * away, "without support from its setting", hits
            )
        if is_numbered(hit.written):
            why = f"{way.why} ({hit.written}), but the number of a unit without its country"
            return Answer(why=why, candidates=_listed([hit], way.score * 0.5, way.why))
        if away:
            cut = 0.1 if len(tokens(hit.written)) > 2 else 0.25
            return self._said(way, hit, way.score - cut, "though the list has it for another country", hits)
        return self._said(way, hit, way.score, "", hits)

    def _said(self, way: Way, hit: Hit, score: float, more: str, hits: Sequence[Hit]) -> Answer:
        why = f"{way.why} ({hit.written}){', ' + more if more else ''}"
        score = round(max(score, 0.0), 3)
        others = _listed([other for other in hits if other.entity.id != hit.entity.id], score * 0.5, way.why)
        if score < LEAST:
            return Answer(why=why, candidates=(Candidate(hit.entity.id, hit.entity.name, score, why), *others))
        return Answer(hit.entity.id, hit.entity.name, score, why, others, hit.entity.parent or None)

    def _without_parents(self, hits: list[Hit]) -> list[Hit]:
        """A name that both a faction and its parent bear is the faction's: it says more."""
        ids = {hit.entity.id for hit in hits}
        above = {p.id for hit in hits if (p := self.index.parent(hit.entity)) is not None} & ids
        return [hit for hit in hits if hit.entity.id not in above]

    def _weighed(self, found: Sequence[tuple[Reading, Answer]]) -> Answer:
        """One answer for all readings: they must not name two, and a faction of a known body is a body of its own."""
        whole = found[0][1]
        said = [(reading, answer) for reading, answer in found if answer.entity]
        for reading, answer in said:
            loosely = reading.part is Part.BODY and whole.entity == answer.entity  # "faction" says no more than "group"
            if reading.faction and (not whole.entity or loosely):
                return self._faction(reading.faction, answer)
        entities = {answer.entity for _, answer in said}
        if len(entities) == 2:
            said = self._narrowed(said)
            entities = {answer.entity for _, answer in said}
        if len(entities) > 1:
            both = [Candidate(str(a.entity), str(a.name), a.score, a.why) for _, a in said]
            return Answer(why="its parts name two actors", candidates=tuple({c.entity: c for c in both}.values()))
        if said:
            return max((answer for _, answer in said), key=lambda answer: answer.score)
        return next((answer for _, answer in found if answer.candidates), whole)

    def _faction(self, words: str, above: Answer) -> Answer:
        """The faction of a body that the list knows by these words; else nobody: a faction is not its parent."""
        parent = self.index.by_id[str(above.entity)]
        ours = {token for name in (*parent.names, *parent.acronyms) for token in tokens(name)}
        asked = _own(words) - ours
        fits = [c for c in self.index.children.get(parent.id, ()) if asked & {t for n in c.names for t in tokens(n)}]
        if len(fits) == 1:
            why = f"the faction of {parent.name} that the list has by these words"
            return Answer(fits[0].id, fits[0].name, 0.8, why, parent=parent.id)
        why = f"{words!r} stands for a part of {parent.name}; a faction is not its parent"
        near = tuple(Candidate(e.id, e.name, 0.4, "a part of it, or itself") for e in (*fits, parent))
        return Answer(why=why, candidates=near[:CANDIDATES], parent=parent.id)

    def _narrowed(self, said: list[tuple[Reading, Answer]]) -> list[tuple[Reading, Answer]]:
        """A long name outweighs the acronym beside it; a faction its parent."""
        ids = {str(answer.entity) for _, answer in said}
        above = {self.index.by_id[i].parent for i in ids if i in self.index.by_id}
        kept = [(r, a) for r, a in said if a.entity not in above]
        if len({a.entity for _, a in kept}) > 1:
            kept = [(r, a) for r, a in kept if r.part is not Part.ACRONYM]
        return kept or said

    def _with_candidates(self, name: str, answer: Answer, setting: Setting) -> Answer:
        """Names of the list that look alike, for a person to decide, where there is no answer."""
        if answer.entity or answer.shared or is_acronym(name) or is_bare(name) or is_common(name) or setting.strict:
            return answer
        near = process.extract(
            key(name), self.ways.keys, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=3 * CANDIDATES
        )
        alike = [hit for other, _, _ in near for hit in self.index.words[other]]
        shares = {hit.entity.id: share for other, share, _ in reversed(near) for hit in self.index.words[other]}
        more = [
            Candidate(h.entity.id, h.entity.name, round(shares[h.entity.id] / 200, 3), f"looks like {h.written}")
            for h in alike
        ]
        unique = {c.entity: c for c in reversed((*answer.candidates, *more))}
        ordered = sorted(unique.values(), key=lambda c: (-c.score, c.entity))
        return replace(answer, candidates=tuple(ordered[:CANDIDATES]))


def _alive(entity: Entity, year: int | None) -> bool:
    """Whether the lists' years leave the entity in the year; a year of grace at both ends."""
    if year is None:
        return True
    return (entity.start is None or entity.start - 1 <= year) and (entity.end is None or year <= entity.end + 1)


def _own(words: str) -> frozenset[str]:
    """The words that name somebody: neither of the table nor a letter or two."""
    known = lexicon()
    return frozenset(token for token in tokens(words) if token not in known.ordinary and len(token) > 2)


def _listed(hits: Iterable[Hit], score: float, why: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(h.entity.id, h.entity.name, round(score, 3), f"{why} ({h.written})") for h in hits)[
        :CANDIDATES
    ]
