"""What a document never says, read off its record: one small function for each question, a plain sentence or nothing.

No sentence here judges whether a claim is right. Each states an absence that a reader can check, with its numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable

from allege.claim import Act, Claim, ClaimKind, CreditKind, EvidenceKind, MentionType, Role
from allege.show.voices import Reading, evidence_kinds
from allege.show.words import plural

Finding = str | None

NAMES = 6
"""Names that one sentence lists before it says how many more there are."""

DONE = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE"})
"""Events whose actor would want to answer."""

HELPED = frozenset({"TRAINED_BY", "FUNDED_BY", "ARMED_BY", "SHELTERED_BY", "LED_BY"})
"""Relations whose second party would want to answer."""


SMALL = frozenset({"the", "of", "and", "for", "in", "al", "de", "la"})
"""Words within a name that bear no capital."""


def missing(reading: Reading, *, but: Container[Callable[[Reading], Finding]] = ()) -> tuple[str, ...]:
    """The sentences that apply to this document, in a fixed order; none where there are no claims.

    `but`: questions that the page answers elsewhere.
    """
    if not reading.record.claims:
        return ()
    asked = (question for question in QUESTIONS if question not in but)
    return tuple(found for question in asked if (found := question(reading)))


def documents_cited(reading: Reading) -> Finding:
    """Whether any claim cites a paper that could be asked for."""
    cited = sum(EvidenceKind.DOCUMENT in evidence_kinds(c) for c in reading.record.claims)
    return None if cited else "No document is cited."


def named_sources(reading: Reading) -> Finding:
    """For how many claims nobody is named who could be asked."""
    claims = reading.record.claims
    without = sum(reading.voice(c) != "named" for c in claims)
    if without == len(claims):
        return f"No claim has a named source ({plural(len(claims), 'claim')})."
    return f"No named source for {without:,} of {plural(len(claims), 'claim')}." if without else None


def unnamed_sources(reading: Reading) -> Finding:
    """Which sources stay without a name, and how much rests on them."""
    bearing = (reading.voices[c.id][-1].source for c in reading.record.claims if reading.voice(c) == "unnamed")
    rests = Counter(bearing)
    if not rests:
        return None
    listed = _listed([f"{f'“{words}”' if words else 'unstated'} ({number})" for words, number in rests.most_common()])
    return f"Sources that are not named carry {plural(sum(rests.values()), 'claim')}: {listed}."


def evidence(reading: Reading) -> Finding:
    """For how many claims the text offers nothing but somebody's word."""
    claims = reading.record.claims
    bare = sum(evidence_kinds(c) == {EvidenceKind.NONE} for c in claims)
    if bare == len(claims):
        return f"No evidence is offered for any of the {plural(bare, 'claim')}."
    return f"No evidence is offered for {bare:,} of {plural(len(claims), 'claim')}." if bare else None


def own_reports(reading: Reading) -> Finding:
    """Where earlier reports are the evidence."""
    prior = [c for c in reading.record.claims if EvidenceKind.PRIOR_REPORT in evidence_kinds(c)]
    rest = _only(len(prior), "claim rests", "claims rest")
    return f"{rest} on an earlier report that is not repeated here." if prior else None


def dates(reading: Reading) -> Finding:
    """For how many events no time is given."""
    return _without(reading, Role.TIME, "date or time")


def places(reading: Reading) -> Finding:
    """For how many events no place is given."""
    return _without(reading, Role.PLACE, "place")


def actors(reading: Reading) -> Finding:
    """For how many events nobody is said to have done it."""
    return _without(reading, Role.ACTOR, "actor")


def numbers(reading: Reading) -> Finding:
    """Whether attacks come without any number of dead or injured."""
    attacks = [c for c in reading.record.claims if c.type == "ASSAULT"]
    counted = any(a.role in {Role.DEATHS, Role.INJURIES} for c in attacks for a in c.arguments)
    quantities = any(m.type == MentionType.QUANTITY for m in reading.record.mentions)
    if not attacks or counted:
        return None
    tail = "" if quantities else ", and no other number stands in the text"
    return f"No number of dead or injured is given for any of {plural(len(attacks), 'claim')} of attack{tail}."


def unheard(reading: Reading) -> Finding:
    """Who is said by name to have done something to somebody, and is nowhere a source."""
    heard = {_who(reading, a.source_mention) for a in reading.record.attributions if a.source_mention}
    accused: dict[str, str] = {}
    for claim in reading.record.claims:
        for mention in _accused(claim):
            who = _who(reading, mention)
            if who and who not in heard and _is_named(reading, mention):
                accused.setdefault(who, reading.mentions[mention].name or reading.words(mention))
    return f"Said to have done something, and never heard here: {_listed(list(accused.values()))}." if accused else None


def questions(reading: Reading) -> Finding:
    """How much is asked and not asserted."""
    asked = sum(_is_asked(reading, c) for c in reading.record.claims)
    return f"{_only(asked, 'claim stands', 'claims stand')} in a question, which asserts nothing." if asked else None


def inferences(reading: Reading) -> Finding:
    """How much is concluded from what the text itself says before."""
    drawn = sum(EvidenceKind.INFERENCE in evidence_kinds(c) for c in reading.record.claims)
    conclusions = _only(drawn, "claim is a conclusion", "claims are conclusions")
    return f"{conclusions} from other claims of the text." if drawn else None


def imprint(reading: Reading) -> Finding:
    """What the document does not say of itself; a wire or outlet that it credits stands for a publisher."""
    document = reading.record.document
    credited = any(credit.kind != CreditKind.DATELINE for credit in document.credits)
    given = {
        "author": document.byline,
        "publisher": document.publisher or credited,
        "date of publication": document.published,
    }
    absent = [f"no {name}" for name, value in given.items() if not value]
    return f"The document gives {_and(absent)} that we could find." if absent else None


QUESTIONS: tuple[Callable[[Reading], Finding], ...] = (
    documents_cited, named_sources, unnamed_sources, evidence, own_reports, inferences, questions, dates, places,
    actors, numbers, unheard, imprint,
)  # fmt: skip


def _without(reading: Reading, role: Role, noun: str) -> Finding:
    events = [c for c in reading.record.claims if c.kind == ClaimKind.EVENT]
    bare = sum(all(a.role != role for a in c.arguments) for c in events)
    if not bare:
        return None
    if bare == len(events):
        return f"No {noun} for any of {plural(bare, 'event')}." if bare > 1 else f"No {noun} for the one event."
    return f"No {noun} for {bare:,} of {plural(len(events), 'event')}."


def _accused(claim: Claim) -> Iterable[str]:
    role = Role.ACTOR if claim.type in DONE else Role.RECIPIENT if claim.type in HELPED else None
    return (a.mention for a in claim.arguments if a.role == role)


def _who(reading: Reading, mention: str) -> str:
    """What tells one actor from another: its entity, else its name, else its words."""
    known = reading.mentions.get(mention)
    return (known.entity or known.name or reading.words(mention)).casefold() if known else ""


def _is_named(reading: Reading, mention: str) -> bool:
    """Whether somebody could be asked: a known name, or several words written as a name is."""
    if reading.mentions[mention].type not in {MentionType.ACTOR, MentionType.PERSON}:
        return False
    if reading.mentions[mention].name is not None:
        return True
    words = reading.words(mention).split()
    names = [word for word in words if word[:1].isupper() and word.lower() not in SMALL]
    return len(names) > 1 and all(word in names or word.lower() in SMALL for word in words)


def _is_asked(reading: Reading, claim: Claim) -> bool:
    reasons = " ".join(c.why for c in claim.certainty)
    return "question" in reasons or any(voice.act == Act.ASK for voice in reading.voices[claim.id])


def _listed(names: list[str]) -> str:
    shown, more = names[:NAMES], len(names) - NAMES
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + f" and {parts[-1]}"


def _only(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
