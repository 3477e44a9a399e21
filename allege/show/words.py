"""Plain English for every code of the record: one table each, shared by the terminal, the report and the documentation.

Nothing here judges a claim: the words say what a source does and how firmly it speaks, never whether it is right. The
descriptions of the event types are our own wording of PLOVER's sixteen (manual of 2021), those of the certainty values
of FactBank's eight (Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allege.claim import Act, Certainty, ClaimKind, EvidenceKind, Role, SourceKind
from allege.ledger.rows import Summary, Voice


class Word(NamedTuple):
    """How a code is shown: `label` in a list or beside a claim, `meaning` where there is room for a sentence."""

    label: str
    meaning: str


CERTAINTY: Mapping[Certainty, Word] = {
    Certainty.CT_PLUS: Word("held as certain", "The source says that it is so, without reserve."),
    Certainty.PR_PLUS: Word("held as probable", "The source thinks it likely that it is so."),
    Certainty.PS_PLUS: Word("held as possible", "The source says that it may be so."),
    Certainty.CT_MINUS: Word("held as certainly not so", "The source says that it is not so, without reserve."),
    Certainty.PR_MINUS: Word("held as probably not so", "The source thinks it unlikely."),
    Certainty.PS_MINUS: Word("held as possibly not so", "The source says that it may not be so."),
    Certainty.CT_U: Word("held as settled, not said which way", "The source knows whether it is so and does not tell."),
    Certainty.UU: Word("not committed to", "The source passes it on, asks or supposes it; it does not say so."),
}

MARKS: Mapping[Certainty, str] = {
    Certainty.CT_PLUS: "●",
    Certainty.PR_PLUS: "◐",
    Certainty.PS_PLUS: "○",
    Certainty.CT_MINUS: "●✕",
    Certainty.PR_MINUS: "◐✕",
    Certainty.PS_MINUS: "○✕",
    Certainty.CT_U: "●?",
    Certainty.UU: "?",
}
"""Certainty at a glance and without colour: a fuller circle is firmer; a cross says that it is held not to be so."""

EVIDENCE: Mapping[EvidenceKind, Word] = {
    EvidenceKind.DOCUMENT: Word("on a document", "A paper, order, letter or report that is named or described."),
    EvidenceKind.IMAGERY: Word("on pictures or footage", "Photographs, video or satellite images."),
    EvidenceKind.EYEWITNESS: Word("on an eyewitness", "Somebody who is said to have seen or heard it."),
    EvidenceKind.OFFICIAL_STATEMENT: Word("on an official statement", "A statement by an authority or organisation."),
    EvidenceKind.UNNAMED_INTELLIGENCE: Word("on unnamed intelligence", "Intelligence that nobody can look up."),
    EvidenceKind.PRIOR_REPORT: Word("on an earlier report", "What this or another outlet has reported before."),
    EvidenceKind.STATISTIC: Word("on figures", "A count, a rate or a survey."),
    EvidenceKind.INFERENCE: Word("by inference", "A conclusion from other claims in the text."),
    EvidenceKind.NONE: Word("no evidence offered", "The text offers nothing but the word of whoever says it."),
}

SOURCES: Mapping[SourceKind, Word] = {
    SourceKind.AUTHOR: Word("the author", "Whoever wrote the document, or the outlet speaking of itself."),
    SourceKind.PERSON: Word("a person", "A person who speaks for themselves."),
    SourceKind.OFFICIAL: Word("an official", "Somebody who speaks for an authority, or the authority's office."),
    SourceKind.STATE: Word("a state", "A state or government as such."),
    SourceKind.ARMED_GROUP: Word("an armed group", "An armed group or whoever speaks for it."),
    SourceKind.ORGANIZATION: Word("an organisation", "An organisation that is neither state nor armed group."),
    SourceKind.MEDIA: Word("a news outlet", "A newspaper, agency, broadcaster or site."),
    SourceKind.WITNESS: Word("a witness", "Somebody who was there."),
    SourceKind.DOCUMENT: Word("a document", "A report, letter, order or other paper that speaks for itself."),
    SourceKind.UNNAMED: Word("an unnamed source", "Somebody or something that the text does not name."),
}

VOICES: Mapping[str, Word] = {
    "named": Word("a named source", "Said by somebody whom the text names."),
    "unnamed": Word("an unnamed source", "Said by somebody whom the text leaves without a name."),
    "author": Word("the author's own word", "Said by the document itself; nobody else is cited."),
}

ACTS: Mapping[Act, Word] = {
    Act.ASSERT: Word("says", "States it."),
    Act.DENY: Word("denies", "States that it is not so."),
    Act.ADMIT: Word("admits", "States it against its own interest."),
    Act.CLAIM_RESPONSIBILITY: Word("claims responsibility", "States that it did it itself."),
    Act.ACCUSE: Word("accuses", "States that somebody else did it."),
    Act.PREDICT: Word("predicts", "States that it will be so."),
    Act.DEMAND: Word("demands", "Wants it to be so."),
    Act.ASK: Word("asks", "Asks whether it is so."),
    Act.DOUBT: Word("doubts", "Questions that it is so."),
}

KINDS: Mapping[ClaimKind, Word] = {
    ClaimKind.EVENT: Word("event", "Something is said to have happened, to be happening or to be about to."),
    ClaimKind.RELATION: Word("relation", "Two actors are said to stand in a relation."),
    ClaimKind.DEMAND: Word("demand", "Somebody is said to want something done."),
    ClaimKind.STATE: Word("statement", "Something else is said to be so."),
}

ROLES: Mapping[Role, Word] = {
    Role.ACTOR: Word("who", "Whoever is said to have done it."),
    Role.RECIPIENT: Word("whom", "Whoever it is said to have been done to."),
    Role.PLACE: Word("where", "The place that is given."),
    Role.TIME: Word("when", "The time that is given."),
    Role.INSTRUMENT: Word("with what", "The weapon or means that is given."),
    Role.DEATHS: Word("killed", "The number of dead that is given."),
    Role.INJURIES: Word("injured", "The number of injured that is given."),
    Role.PURPOSE: Word("what for", "The purpose that is given."),
}

EVENTS: Mapping[str, Word] = {
    "AGREE": Word("agreement", "Agrees, offers or promises to cooperate."),
    "CONSULT": Word("meeting or talks", "Meets, visits, hosts or telephones."),
    "SUPPORT": Word("political support", "Backs, praises or recognises; begins or widens diplomatic ties."),
    "CONCEDE": Word("concession", "Gives way in words: promises to ease, halt or withdraw."),
    "COOPERATE": Word("cooperation", "Works together or trades in fact, not only in words."),
    "AID": Word("aid", "Gives money, goods, arms, people or shelter."),
    "RETREAT": Word("withdrawal or release", "Gives way in fact: pulls back, frees, disarms, ceases fire, resigns."),
    "REQUEST": Word("request or order", "Asks, demands or orders."),
    "ACCUSE": Word("accusation or inquiry", "Blames, condemns, sues, charges or investigates."),
    "REJECT": Word("refusal", "Says no to a request, an offer or an accusation."),
    "THREATEN": Word("threat", "Warns of harm or of serious steps."),
    "PROTEST": Word("protest", "Gathers, strikes, boycotts or riots against somebody."),
    "SANCTION": Word("cut in relations", "Reduces or breaks ties, expels, withdraws help, convicts."),
    "MOBILIZE": Word("show of force", "Moves or readies troops, police or weapons without using them."),
    "COERCE": Word("coercion", "Arrests, searches, bans, deports, censors or withholds."),
    "ASSAULT": Word("attack", "Uses force that can do grave bodily harm or destroys property."),
}

RELATIONS: Mapping[str, Word] = {
    "ALLIED_WITH": Word("is allied with", "The two stand on the same side."),
    "FIGHTS": Word("fights", "The two are in armed conflict."),
    "MEMBER_OF": Word("belongs to", "The first is a part or a member of the second."),
    "MERGED_WITH": Word("merged with", "The two became one."),
    "SPLIT_FROM": Word("split from", "The first broke away from the second."),
    "LED_BY": Word("is led by", "The second leads or commands the first."),
    "TRAINED_BY": Word("is trained by", "The second trains the first."),
    "FUNDED_BY": Word("is funded by", "The second pays for the first."),
    "ARMED_BY": Word("is armed by", "The second gives the first its weapons."),
    "SHELTERED_BY": Word("is sheltered by", "The second gives the first a refuge."),
    "EXPELLED_BY": Word("was expelled by", "The second drove the first out."),
    "OPERATES_IN": Word("operates in", "The first is active in the second, a place."),
    "ALSO_KNOWN_AS": Word("is also known as", "The two are names of one actor."),
    "COMMUNICATED_WITH": Word("was in contact with", "The two exchanged messages."),
    "TRADES_IN": Word("trades in", "The first deals in the second."),
}

OTHERS: Mapping[str, Word] = {
    "STATE": Word("statement", "Something else is said to be so."),
    "DEMAND": Word("demand", "Somebody is said to want something done."),
}
"""Types of the claims that are neither event nor relation."""

MODES: Mapping[str, str] = {
    "assist": "help or exchange", "change": "a change of policy", "demo": "demonstration", "disapprove": "disapproval",
    "allege": "allegation or charge", "access": "access allowed", "meet": "talks", "yield": "a concession",
    "third-party": "hosted by a third party", "phone": "by telephone", "hunger": "hunger strike",
    "relations": "breaking off relations", "obstruct": "blockade", "discontinue": "ties cut",
    "withhold": "goods or services withheld", "beat": "beating", "abduct": "abduction",
    "targeted": "targeted killing", "destroy": "destruction of property", "primitive": "fire, blades or stones",
    "aerial": "from the air", "unconventional": "chemical, biological or nuclear", "arrest": "arrest or detention",
}  # fmt: skip
"""Modes whose code does not read as plain English; the others are shown as they are, hyphens as blanks."""


NOBODY = frozenset({"", "nobody named"})
"""What stands for the words of a source that the text does not give."""


def certainty_words(value: Certainty) -> str:
    """ "held as probable" and its like."""
    return CERTAINTY[value].label


def certainty_mark(value: Certainty, *, ascii_only: bool = False) -> str:
    """A mark that needs no colour; where only ASCII can be written, the FactBank value itself."""
    return value.value if ascii_only else MARKS[value]


def type_words(claim_type: str, mode: str | None = None, subtype: str | None = None) -> str:
    """A claim's type as a reader says it: "attack (firearms; Armed clash)"; unknown codes in lower case."""
    word = EVENTS.get(claim_type) or RELATIONS.get(claim_type) or OTHERS.get(claim_type)
    label = word.label if word else claim_type.replace("_", " ").lower()
    finer = [MODES.get(mode, mode.replace("-", " "))] if mode else []
    finer += [subtype] if subtype else []
    return f"{label} ({'; '.join(finer)})" if finer else label


def voice_words(voice: Voice) -> str:
    """Who one source of a chain is: `the author`, `“a police spokesman” (an official, not named)`."""
    if voice.kind == SourceKind.AUTHOR:
        return "the author" if voice.source in {"", "author", "the author"} else f"the author (“{voice.source}”)"
    if voice.source in NOBODY:
        return "somebody whom the text does not name"
    kind = SOURCES[voice.kind].label
    name = f"{voice.name}: " if voice.name and voice.name.casefold() != voice.source.casefold() else ""
    return f"“{voice.source}” ({name}{kind}{'' if voice.named or voice.kind == SourceKind.UNNAMED else ', not named'})"


def act_words(voice: Voice) -> str:
    """What a source does: "says", "denies"; "says" for the author and for acts that this version does not know."""
    return ACTS[Act(voice.act)].label if voice.act in set(Act) else ACTS[Act.ASSERT].label


def chain_words(voices: Sequence[Voice]) -> str:
    """Who says it, whoever is said to know first: `“two residents” (a witness, not named), as told by “the agency” …`.

    The author closes every chain and is named only where nobody else is cited.
    """
    told = [voice_words(voice) for voice in reversed(voices[1:] or voices)]
    return ", as told by ".join(told)


def summary_sentence(summary: Summary) -> str:
    """On whose word the claims rest, and whether a document is cited, as one line for an editor.

    "31 claims: 3 on a named source's word, 6 on unnamed sources, 1 cites the author's own earlier report, 21 the
    author's own word; no document cited."
    """
    if not summary.claims:
        return "No claims found."
    own = summary.claims - summary.named - summary.unnamed - summary.author_prior
    parts = [
        f"{summary.named or 'none'} on a named source's word",
        _some(summary.unnamed, "on an unnamed source", "on unnamed sources"),
        _some(summary.author_prior, "cites the author's own earlier report", "cite the author's own earlier reports"),
        _some(own, "the author's own word", "the author's own word"),
    ]
    documents = dict(summary.evidence).get(EvidenceKind.DOCUMENT, 0)
    cited = _some(documents, "cites a document", "cite a document") or "no document cited"
    return f"{plural(summary.claims, 'claim')}: {', '.join(part for part in parts if part)}; {cited}."


def evidence_lines(summary: Summary) -> list[str]:
    """How many claims rest on each kind of evidence, one line each, the kinds in the order of the record."""
    counts = dict(summary.evidence)
    labels = {kind: word.label for kind, word in EVIDENCE.items()} | {EvidenceKind.NONE: "with no evidence offered"}
    return [f"{counts[kind]:,} {labels[kind]}" for kind in EvidenceKind if counts.get(kind)]


def plural(number: int, noun: str) -> str:
    """ "1 claim", "1,204 claims"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _some(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
