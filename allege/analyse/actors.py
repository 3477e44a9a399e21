"""Actors of the list in a text: by name, by an acronym that the text supports, and forces of a state by rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from allege.analyse import data
from allege.analyse.actor_list import Actor
from allege.analyse.choosing import About, Around, Choice, Form, bodies, chosen, kinds_beside, told
from allege.analyse.found import Found, spans_of
from allege.analyse.inside import goes_on_before, goes_on_behind
from allege.analyse.matching import Common, Match, Trie, Words
from allege.analyse.names import is_another
from allege.analyse.places.geography import Place
from allege.analyse.reading import text_of
from allege.claim import Mention, MentionType

_DEFINED = re.compile(r"[(\[]\s*([A-Z][A-Za-z&.\-/]{1,9})\s*[)\]]")

Hit = tuple[Match[Form], tuple[Form, ...]]


class ActorFinder:
    """Matches a list of actors. `common` tells ordinary words from names."""

    def __init__(self, actors: Mapping[str, Actor], common: Common) -> None:
        self._common = common
        doubtful, known = (frozenset(data.lines(f"actors/{name}.txt")) for name in ("ambiguous", "letters"))
        stray = frozenset(map(str, _listed(data.lexicon("link/names.toml")["common"])))
        self._trie: Trie[Form] = Trie([])
        for actor in actors.values():
            for name in actor.names:
                if name != actor.name and not actor.own and name.lower().removeprefix("the ") in stray:
                    continue  # "the Guardians" of a novel are nobody's soldiers because a country is named
                short = name.isupper() and len(name) < 7
                often = name in doubtful or name in actor.doubtful
                needs = often or self._is_weak(name, actor) or (short and not actor.sure)
                self._trie.add(name, Form(actor, name, short, needs, not often and (actor.sure or not short)))
            for name in actor.acronyms:
                opens = actor.sure and name not in doubtful
                self._trie.add(name, Form(actor, name, True, not (opens and name in known), opens))
        self._forces: Trie[str] = Trie([])
        for kind, nouns in data.lexicon("mentions/forces.toml").items():
            for noun in nouns if isinstance(nouns, list) else ():
                self._forces.add(noun, kind)

    def _is_weak(self, name: str, actor: Actor) -> bool:
        words = re.findall(r"\w+", name.lower())
        return ((not actor.sure and len(words) < 4) or len(words) == 1) and all(map(self._common, words))

    def find(self, words: Words, around: Around) -> Iterator[Found]:
        """The listed actors in a text."""

        def held(match: Match[Form]) -> tuple[Form, ...]:
            weak = (f for f in match.items if around.caseless and _is_told(match, f, around.countries))
            forms = tuple(f for f in match.items if self._written(words.doc, match, f)) or tuple(weak)
            return tuple(f for f in forms if f.exact) if self._is_part(words.doc, match, forms, around) else forms

        hits = [(m, held(m)) for m in self._trie.find(words, lambda m: bool(held(m)))]
        defined = _definitions(words.doc, hits)
        about = self._about(hits, around, defined)
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for match, forms in hits:
            kinds[forms[0].text] |= kinds_beside(words.doc, match.start, match.end) if forms[0].exact else set()
        for match, forms in hits:
            choice = chosen(forms, about, around.years(match.start), frozenset(kinds[forms[0].text]))
            if choice.actor is not None or choice.may:
                yield _found(words.doc, match, choice)
        yield from _local(words, hits, defined)

    def _about(self, hits: Sequence[Hit], around: Around, defined: Mapping[str, Actor | str]) -> About:
        """What the full names tell: first those of one body, then those of several that the rest decides."""
        full = [(m, kept) for m, forms in hits if (kept := [f for f in forms if not f.exact and not f.needs])]
        clear = frozenset(forms[0].actor.id for _, forms in full if len(bodies(forms)) == 1)
        sure = (f.actor for _, forms in full for f in forms if f.actor.id in clear)
        lands = frozenset(actor.country for actor in sure if actor.country)
        about = About(clear, clear, lands, around.countries, defined)
        several = (chosen(forms, about, around.years(m.start)).actor for m, forms in full if len(bodies(forms)) > 1)
        return replace(about, named=clear | {actor.id for actor in several if actor is not None})

    def _is_part(self, doc: Doc, match: Match[Form], forms: Sequence[Form], around: Around) -> bool:
        """Whether the words are a part of a longer proper name, which is somebody else's."""
        if around.caseless or all(f.exact for f in forms):
            return False
        name, countries = doc[match.start : match.end], {f.actor.country for f in forms}
        return goes_on_behind(name, self._common) or goes_on_before(name, self._common, around.lands, countries)

    def _written(self, doc: Doc, match: Match[Form], form: Form) -> bool:
        """Whether the text writes the name as a name: an acronym just so, else with a capital or an unusual word."""
        text = doc[match.start : match.end].text
        if form.exact:
            return text in (form.text, form.text.replace(".", "")) or text.replace(".", "") == form.text
        if any(doc[i].text[0].isupper() for i in range(match.start, match.end)):
            return match.end - match.start > 1 or not (doc[match.start].is_sent_start and self._common(text.lower()))
        return match.end - match.start >= 5 or not all(
            self._common(doc[i].lower_) for i in range(match.start, match.end)
        )

    def forces(self, words: Words, places: Iterable[tuple[Match[Place], Place]]) -> Iterator[Found]:
        """Forces and bodies of states: a country, its people or a place, then a noun of `data/mentions/forces.toml`."""
        for match, place in places:
            force = (
                self._forces.longest(words, match.last + 1, lambda m: True)
                if match.last + 1 < len(words.text)
                else None
            )
            if force is None or any(words.doc[i].text in ",;:()" for i in range(match.end, force.start)):
                continue
            if is_another(words.doc, match.start):
                continue
            kind = force.items[0]
            owner = place.entity or place.name
            mention = Mention(
                spans_of(words.doc, match.start, force.end),
                MentionType.ACTOR,
                entity=f"{owner}:{kind}" if place.entity else None,
                name=f"{place.name} {kind}",
                score=0.9,
                why=f"{place.kind} and a word for its {kind}",
            )
            yield Found(match.start, force.end, mention, 1, kind=kind)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _is_told(match: Match[Form], form: Form, countries: frozenset[str]) -> bool:
    """Whether a name of ordinary words ("Example Dawn") is one where nothing has capitals: its country is named."""
    return match.end - match.start > 1 and not form.exact and not form.needs and form.actor.country in countries


def _found(doc: Doc, match: Match[Form], choice: Choice) -> Found:
    spans = spans_of(doc, match.start, match.end)
    first = choice.actor or choice.may[0]
    kind = MentionType.PERSON if first.kind == "person" else MentionType.ACTOR
    entity, name = (first.id, first.name) if choice.actor else (None, doc[match.start : match.end].text)
    score, why = (0.95 if choice.actor else 0.5), f"{first.kind}: {told(choice)}{_split(doc, match)}"
    mention = Mention(spans, kind, entity=entity, name=name, score=score, why=why)
    return Found(match.start, match.end, mention, 0, kind=first.kind)


def _split(doc: Doc, match: Match[Form]) -> str:
    """That the words were written as one, where they were: a hashtag (its sign is read as a blank), or joined words."""
    words = doc[match.start : match.end]
    if not any(one.is_alpha and two.is_alpha and not one.whitespace_ for one, two in pairwise(words)):
        return ""
    tag = match.start and doc[match.start - 1].is_space
    return f", the {'hashtag' if tag else 'joined word'} split"


def _definitions(doc: Doc, hits: Iterable[Hit]) -> dict[str, Actor | str]:
    """Acronyms that the text gives in brackets after a long name: the listed actor, or the long name as written."""
    ends: dict[int, Actor] = {}
    for match, forms in hits:
        long = [f for f in forms if not f.exact]
        if long:
            ends[doc[match.end - 1].idx + len(doc[match.end - 1])] = long[0].actor
    out: dict[str, Actor | str] = {}
    text = text_of(doc)
    for found in _DEFINED.finditer(text):
        before = text[max(0, found.start() - 120) : found.start()].rstrip()
        actor = ends.get(found.start()) or ends.get(found.start() - 1) or ends.get(found.start() - 2)
        long_name = actor or _spelled(before, found.group(1))
        if long_name and found.group(1) not in out:
            out[found.group(1)] = long_name
    return out


def _spelled(before: str, acronym: str) -> str:
    """The words before the bracket whose initials are the acronym's letters ("Example Unity Front (EUF)"), if any."""
    letters = [c for c in acronym if c.isupper()]
    words = list(re.finditer(r"[^\W\d_][\w'’.]*", before))
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while (
            at >= 0
            and words[at].group()[0].upper() != letter
            and words[at].group().islower()
            and len(words[at].group()) < 5
        ):
            at -= 1
        if at < 0 or words[at].group()[0].upper() != letter:
            return ""
    return before[words[at].start() :] if len(letters) > 1 else ""


def _local(words: Words, hits: Iterable[Hit], defined: Mapping[str, Actor | str]) -> Iterator[Found]:
    """Mentions by acronyms that the text itself defines and the list does not know."""
    doc = words.doc
    taken = {match.start for match, forms in hits if not isinstance(defined.get(forms[0].text), str)}
    names = {acronym: name for acronym, name in defined.items() if isinstance(name, str)}
    for token in doc if names else ():
        name = names.get(token.text)
        if name is not None and token.i not in taken:
            spans = spans_of(doc, token.i, token.i + 1)
            mention = Mention(spans, MentionType.ACTOR, name=name, score=0.8, why="acronym, given in the text")
            yield Found(token.i, token.i + 1, mention, 1)
