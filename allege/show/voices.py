"""A record's claims with their voices, and the counts a person wants first (as `Ledger.summary` counts them)."""

from __future__ import annotations

from collections import Counter

from allege.claim import Act, Certainty, Claim, ClaimKind, EvidenceKind, Record, SourceKind, whose_word
from allege.ledger.rows import Summary, Voice
from allege.show.words import ACTS, act_words, certainty_words

WANTED = "wanted, not said to be so"


class Reading:
    """A record with its parts by id, and each claim's voices, looked up once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.mentions = {m.id: m for m in record.mentions}
        self.said = {a.id: a for a in record.attributions}
        self.voices = {c.id: self._voices(c) for c in record.claims}

    def voice(self, claim: Claim) -> str:
        """On whose word a claim rests: "named", "unnamed" or "author"."""
        voices = self.voices[claim.id]
        return whose_word([voice.kind for voice in voices[1:]], named=voices[-1].named)

    def words(self, mention: str) -> str:
        """The words of a mention, on one line."""
        return " ".join(self.record.document.quote(self.mentions[mention].spans).split())

    def name(self, mention: str) -> str:
        """The canonical name of a mention where its words do not hold it, else nothing."""
        name = self.mentions[mention].name or ""
        return "" if name.casefold() in self.words(mention).casefold() else name

    def _voices(self, claim: Claim) -> tuple[Voice, ...]:
        held = {c.source: c.value for c in claim.certainty}
        author = Voice("the author", None, SourceKind.AUTHOR, True, "assert", held.get("author", Certainty.UU))
        chain = (self.said[a] for a in claim.attributions)
        return author, *(
            Voice(
                source=" ".join(self.record.document.quote(a.source).split()),
                name=self.mentions[a.source_mention].name if a.source_mention in self.mentions else None,
                kind=a.source_kind,
                named=a.named,
                act=a.act,
                value=held.get(a.id, Certainty.UU),
            )
            for a in chain
        )


def tally(reading: Reading) -> Summary:
    """The counts of one document."""
    record = reading.record
    voices = Counter(reading.voice(c) for c in record.claims)
    evidence = Counter(kind for c in record.claims for kind in evidence_kinds(c))
    kinds = Counter(c.kind for c in record.claims)
    prior = sum(reading.voice(c) == "author" and _own_report(reading, c) for c in record.claims)
    return Summary(
        documents=1,
        not_analysed=int(not record.analysed),
        claims=len(record.claims),
        named=voices["named"],
        unnamed=voices["unnamed"],
        author=voices["author"],
        author_prior=prior,
        evidence=tuple((kind, evidence[kind]) for kind in EvidenceKind if evidence[kind]),
        kinds=tuple((kind, kinds[kind]) for kind in ClaimKind if kinds[kind]),
        failures=0,
    )


def _own_report(reading: Reading, claim: Claim) -> bool:
    cites_itself = any(voice.kind == SourceKind.AUTHOR for voice in reading.voices[claim.id][1:])
    return cites_itself or EvidenceKind.PRIOR_REPORT in evidence_kinds(claim)


def evidence_kinds(claim: Claim) -> set[EvidenceKind]:
    """What is offered for a claim; `NONE` alone where nothing is."""
    return {e.kind for e in claim.evidence if e.kind != EvidenceKind.NONE} or {EvidenceKind.NONE}


def firmness(kind: ClaimKind, value: Certainty) -> str:
    """How firmly a claim is held, in words; whoever demands something does not say that it is so."""
    return WANTED if kind == ClaimKind.DEMAND and value == Certainty.UU else certainty_words(value)


def speaks(kind: ClaimKind, voice: Voice) -> str:
    """What a source does by speaking: "says", "denies"; a demand is demanded, whatever the verb."""
    return ACTS[Act.DEMAND].label if kind == ClaimKind.DEMAND else act_words(voice)
