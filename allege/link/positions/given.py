"""From claims to answers: what each claim of an incident says about each slot, and on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from allege.claim import Act, Certainty, ClaimKind, Role, SourceKind
from allege.link.incidents.where import afterwards, to_come
from allege.link.model import EventClaim, Filler, Incident, Slot, Story
from allege.link.parts.bearing import Bearing, bearing
from allege.link.positions import figures, mouths, sides, tolls, where, who, whom
from allege.link.positions.forms import Forms
from allege.link.positions.lexicon import lexicon, listed, tokens
from allege.link.positions.passing import passed_on
from allege.link.positions.records import FIGURES, Given, Material, Value, Voice
from allege.link.positions.scene import at_the_scene
from allege.link.positions.voices import author, house, same_voices, voice

NOT_SAID_TO_BE = frozenset({Act.PREDICT, Act.DEMAND, Act.ASK})
"""Acts that do not say that something happened."""

WEAPON_MODES = frozenset({"explosives", "firearms", "heavy-weapons", "aerial", "drone", "primitive", "unconventional",
                          "suicide-attack", "vehicle", "crowd-control"})  # fmt: skip
ACCUSATION = "ACCUSE"

_BY_HEAD = ("aerial", "drone", "firearms")
"""Kinds of weapons that the noun tells, whatever stands before it; "tear gas shells" are no artillery."""


def told(desk: Desk) -> list[Given]:
    """All answers that the claims of the desk's incident give, those that tell of it before those only attached."""
    incident, material = desk.incident, desk.material
    told = [(claim, True) for claim in incident.claims] + [(claim, False) for claim in incident.attached]
    return [one for claim, telling in told if claim in material.claims
            for one in desk.answers(material.claims[claim], telling=telling)]  # fmt: skip


def given(found: Sequence[Given], material: Material) -> tuple[Given, ...]:
    """The answers `found` that are about the incident's own scene, each in the voice of one source."""
    found = list(at_the_scene(found, material))
    roots = same_voices(one.voice for one in found)
    return tuple(_one_voice(one, roots) for one in found)


class Desk:
    """Reads the claims of one incident; knows what else its documents say: who "he" and "the brigade" are."""

    def __init__(self, incident: Incident, material: Material) -> None:
        self.incident = incident
        self.material = material
        self._by_document: dict[str, list[EventClaim]] = defaultdict(list)
        wanted = set(incident.documents)
        for claim in material.claims.values():
            if claim.document in wanted:
                self._by_document[claim.document].append(claim)
        self._sentences: dict[tuple[str, int], list[EventClaim]] = defaultdict(list)
        for claims in self._by_document.values():
            for claim in claims:
                self._sentences[claim.document, claim.start].append(claim)
            claims.sort(key=lambda claim: (claim.start, claim.id))
        self._place = {claim.id: at for claims in self._by_document.values() for at, claim in enumerate(claims)}
        bearing_on = (*incident.claims, *incident.attached)
        self.passed = passed_on((material.claims[one] for one in bearing_on if one in material.claims), material)
        told = (self.material.claims[one] for one in bearing_on if one in self.material.claims)
        self._counted = any(claim.of(Role.DEATHS) and not tolls.either(claim) for claim in told)
        self._own = {claim.document for claim in material.claims.values() if mouths.of_author(claim)}
        deeds = {name: [one for one in claims if one.kind is not ClaimKind.STATE]
                 for name, claims in self._by_document.items()}  # fmt: skip
        names = {document: who.names(claims) for document, claims in deeds.items()}
        everybody = {words: value for one in names.values() for words, value in one.actors.items()}
        self._names = {document: replace(one, others=everybody) for document, one in names.items()}
        self._people = {document: whom.named_people(claims) for document, claims in deeds.items()}
        heard = (speaker for claims in self._by_document.values() for claim in claims for speaker in claim.speakers)
        bodies = (one.words for one in heard if one.named and one.kind in who.BODIES)
        acting = (one.words for claims in deeds.values() for claim in claims for one in claim.of(Role.ACTOR))
        called = (words for words in acting if who.is_name(words))
        self._known = tuple(dict.fromkeys([*(value.words for value in everybody.values()), *bodies, *called]))
        self._forms = {document: Forms(claims, author(self.material.stories.get(document), self._known))
                       for document, claims in deeds.items()}  # fmt: skip

    def speaker(self, claim: EventClaim) -> Voice:
        """On whose word the claim rests."""
        claims = self._by_document.get(claim.document, [])
        heard = voice(claim, self._story(claim), claims[: self._place.get(claim.id, 0)], self._known)
        return self._forms[claim.document].whole(heard) if claims else heard

    def actors(self, claim: EventClaim) -> Iterator[Value]:
        """Whom the claim names as doer."""
        known = self._names.get(claim.document, who.Names())
        speaker = self.speaker(claim)
        for filler in claim.of(Role.ACTOR):
            if mouths.of_others(filler, claim.sentence):
                continue
            if mouths.in_other_mouths(filler, claim.sentence) and claim.document in self._own:
                speaker = author(self._story(claim), self._known)
            spoken = mouths.as_spoken(filler, claim.sentence, speaker)
            value = who.actor(spoken, speaker, known, opening=claim.sentence.startswith(filler.words))
            if value is not None:
                yield value

    def answers(self, claim: EventClaim, *, telling: bool) -> Iterator[Given]:
        """The claim's answers. What is only attached answers where its source commits itself; a denial says who not."""
        claim = refuted(claim)
        if bearing(claim) in (Bearing.DEMANDED, Bearing.FORETOLD) or _only_wanted(claim):
            return
        if not telling and not _asserted(claim):
            return
        if claim.kind is ClaimKind.STATE:
            yield from self._toll(claim)
            return
        if claim.type == ACCUSATION != self.incident.type:
            yield from self._accused(claim)
            return
        same = claim.type == self.incident.type
        speaker = self.speaker(claim)
        if same:
            for value in self.actors(claim):
                answer = sides.denied(value) if claim.certainty.polarity == "-" else value
                yield self._given(claim, Slot.ACTOR, answer, speaker)
                if (against := contradicted(claim)) is not None:
                    yield self._given(against, Slot.ACTOR, sides.denied(value), self.speaker(against))
        if claim.certainty.polarity != "-" and (same or telling):
            for slot, value in _plain(claim, story.published if (story := self._story(claim)) else None):
                if (
                    slot is Slot.PLACE
                    and value.latitude is None
                    and value.words.casefold() in self._people[claim.document]
                ):
                    continue
                if same or slot in FIGURES:
                    held = replace(claim, certainty=self._toll_held(claim, slot, value)) if slot in FIGURES else claim
                    yield self._given(held, slot, value, speaker)
            if not self._counted and (dead := whom.killed(claim)) is not None:
                yield self._given(claim, Slot.DEATHS, dead, speaker)

    def _toll(self, claim: EventClaim) -> Iterator[Given]:
        """The toll that is told by itself, beside the occurrence."""
        for slot, value in _plain(claim, None):
            if slot in FIGURES:
                yield self._given(claim, slot, value, self.speaker(claim))

    def _toll_held(self, claim: EventClaim, slot: Slot, value: Value) -> Certainty:
        """How firmly a toll is held: as firmly as each claim of its sentence holds it, on the same word.

        "The shelling may have killed 14": that there was shelling is held certain, and that it killed 14 possible.
        """
        held = claim.certainty
        role = Role.DEATHS if slot is Slot.DEATHS else Role.INJURIES
        for other in self._sentences[claim.document, claim.start]:
            alike = other.certainty.polarity == held.polarity and _same_word(other, claim)
            if alike and value in map(figures.figure, other.of(role)):
                held = held.at_most(other.certainty.modality)
        return held

    def _accused(self, claim: EventClaim) -> Iterator[Given]:
        """Who is blamed: the accused is the answer, and the word is the accuser's, not the reporter's."""
        if not claim.anchor.casefold().startswith(lexicon().accusing) or claim.certainty.polarity == "-":
            return
        accusers = claim.of(Role.ACTOR)
        speaker = self._heard_beside(claim, accusers[0]) if accusers else self.speaker(claim)
        known = self._names.get(claim.document, who.Names())
        for filler in claim.of(Role.RECIPIENT):
            value = who.actor(filler, speaker, known)
            if value is not None and value.side in sides.NAMES:
                yield self._given(claim, Slot.ACTOR, value, speaker)

    def _heard_beside(self, claim: EventClaim, accuser: Filler) -> Voice:
        """Whoever accuses, as the source of what he says in the same sentence, where he is heard there."""
        said = accuser.words.casefold()
        for one in self._sentences[claim.document, claim.start]:
            heard = one.speakers[-1].words.casefold() if one.speakers else ""
            if heard and (said in heard or heard in said):
                return self.speaker(one)
        return _accuser(accuser)

    def _given(self, claim: EventClaim, slot: Slot, value: Value, speaker: Voice) -> Given:
        origin = self.passed.get(claim.id) or self.material.origins.get(claim.document)
        story = self._story(claim)
        return Given(
            slot,
            value,
            claim.id,
            claim.document,
            origin.root if origin else claim.document,
            bool(origin and origin.known),
            speaker,
            claim.certainty,
            story.published if story else None,
        )

    def _story(self, claim: EventClaim) -> Story | None:
        return self.material.stories.get(claim.document)


def _same_word(one: EventClaim, other: EventClaim) -> bool:
    """Whether two claims rest on the same chain of sources."""
    return [speaker.words for speaker in one.speakers] == [speaker.words for speaker in other.speakers]


def _plain(claim: EventClaim, published: date | None) -> Iterator[tuple[Slot, Value]]:
    """The answers that stand in the claim's own fillers. `published`: the day of its document."""
    either = tolls.either(claim)
    for filler in claim.fillers:
        if filler.role is Role.PLACE and (afterwards(filler, claim.sentence) or whom.only_whence(filler, claim)):
            continue
        if filler.role is Role.TIME and to_come(filler, published):
            continue
        if filler.role is Role.RECIPIENT and whom.only_where(filler, claim):
            continue
        if filler.role in (Role.DEATHS, Role.INJURIES) and either:
            continue
        value = _READERS[filler.role][1](filler) if filler.role in _READERS else None
        if value is not None:
            yield _READERS[filler.role][0], value
    if claim.mode in WEAPON_MODES:
        yield Slot.WEAPON, _means(str(claim.mode))
    anchor = claim.anchor.casefold()
    for label, stems in lexicon().outcome.items():
        if anchor.startswith(stems):
            yield Slot.OUTCOME, Value(label, label)


def _instrument(filler: Filler) -> Value | None:
    words = " ".join(filler.words.split())
    said = [word for word in tokens(whom.COUNT.sub("", words)) if word not in lexicon().articles]
    if not said or said[0] == "no":
        return None
    mode = next((mode for mode, names in lexicon().weapons.items() if listed(" ".join(said), names)), None)
    if mode is None and len(said) > 1:  # "the regime's aircraft", "machine guns"
        mode = next((mode for mode in _BY_HEAD if listed(who.head_word(words), lexicon().weapons[mode])), None)
    return Value(" ".join(said), words) if mode is None else _means(mode)


def _means(mode: str) -> Value:
    return Value(mode, lexicon().means.get(mode, mode.replace("-", " ")))


_READERS = {
    Role.RECIPIENT: (Slot.RECIPIENT, whom.recipient),
    Role.PLACE: (Slot.PLACE, where.place),
    Role.TIME: (Slot.DATE, where.day),
    Role.DEATHS: (Slot.DEATHS, figures.figure),
    Role.INJURIES: (Slot.INJURIES, figures.figure),
    Role.INSTRUMENT: (Slot.WEAPON, _instrument),
}


def _only_wanted(claim: EventClaim) -> bool:
    """Whether it is demanded, asked or foretold and nobody says that it happened."""
    return claim.certainty.polarity == "u" and bool({one.act for one in claim.speakers[1:]} & NOT_SAID_TO_BE)


def _asserted(claim: EventClaim) -> bool:
    """Whether some source commits itself to the claim or to its opposite."""
    acts = {speaker.act for speaker in claim.speakers[1:]}
    return claim.certainty.polarity != "u" and not acts & NOT_SAID_TO_BE


def refuted(claim: EventClaim) -> EventClaim:
    """What is only passed on, as whoever calls it false holds it ("reports of it are false"); all else as it is."""
    if claim.certainty.polarity != "u" or bearing(claim) is not Bearing.DENIED:
        return claim
    last = max(at for at, speaker in enumerate(claim.speakers) if speaker.value.polarity == "-")
    return replace(claim, speakers=claim.speakers[: last + 1], certainty=claim.speakers[last].value)


def contradicted(claim: EventClaim) -> EventClaim | None:
    """What its source says and whoever passes it on calls false, as that one holds it: "they lie when they say it"."""
    against = [at for at, speaker in enumerate(claim.speakers[:-1]) if speaker.value is Certainty.CT_MINUS]
    if claim.certainty.polarity != "+" or not against:
        return None
    return replace(claim, speakers=claim.speakers[: against[-1] + 1], certainty=Certainty.CT_MINUS)


def _is_person(filler: Filler) -> bool:
    """Whether an accuser is somebody by an office before the name, or by two or three capital words that name no body:
    "Premier Oda Renn", "Oda Renn"; "the Lake Council" is none.
    """
    said = " ".join(filler.words.split()).split(",")[0].split()
    if filler.entity and not filler.entity.startswith(sides.UNLISTED):
        return False
    lists = lexicon()
    bodies = lists.anybody | lists.armed | lists.civil | lists.state | lists.group_names | lists.offices | lists.bodily
    plain = 1 < len(said) <= MOST_OF_PERSON and all(word[:1].isupper() for word in said)
    words = [word.casefold() for word in said]
    return plain and words[0] not in lists.articles and not any(listed(word, bodies) for word in words)


MOST_OF_PERSON = 4
"""Words of a person's name with what he is."""


def _accuser(filler: Filler) -> Voice:
    words = filler.name or " ".join(filler.words.split())
    identity = filler.entity or house(words)
    lists = lexicon()
    anyone = not filler.entity and listed(who.head_word(words), lists.anybody | lists.armed | lists.civil)
    named = bool(filler.entity or filler.name)
    kind = SourceKind.PERSON if _is_person(filler) else SourceKind.ORGANIZATION
    return Voice(words, kind, named, None if anyone else identity, identity)


def _one_voice(one: Given, roots: Mapping[str, str]) -> Given:
    key = one.voice.key
    return one if key is None or roots[key] == key else replace(one, voice=replace(one.voice, key=roots[key]))


def by_slot(found: Iterable[Given]) -> Mapping[Slot, Sequence[Given]]:
    """The answers of each slot that has any."""
    out: dict[Slot, list[Given]] = defaultdict(list)
    for one in found:
        out[one.slot].append(one)
    return out
