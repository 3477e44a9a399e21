"""Records written by hand: a text, and what is said in it by its words, whose offsets are looked up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from allege.claim import (
    Act,
    Argument,
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Commitment,
    Document,
    Evidence,
    EvidenceKind,
    Mention,
    MentionType,
    Record,
    Role,
    SourceKind,
    Span,
    Spans,
)


@dataclass
class Hand:
    """Builds one record step by step."""

    text: str
    mentions: list[Mention] = field(default_factory=list)
    said: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def at(self, *words: str) -> Spans:
        """The spans of these words, each looked up behind the one before."""
        out, start = [], 0
        for word in words:
            found = self.text.index(word, start)
            start = found + len(word)
            out.append(Span(found, start))
        return tuple(out)

    def mention(self, words: str, kind: MentionType = MentionType.ACTOR, **more: object) -> str:
        """A mention of the first place where these words stand; its id."""
        known = next((m for m in self.mentions if m.spans == self.at(words)), None)
        if known is None:
            known = replace(Mention(self.at(words), kind, id=f"m{len(self.mentions) + 1}"), **more)  # type: ignore[arg-type]
            self.mentions.append(known)
        return known.id

    def says(
        self,
        source: str,
        cue: str,
        *content: str,
        named: bool = False,
        kind: SourceKind = SourceKind.OFFICIAL,
        act: Act = Act.ASSERT,
        within: str | None = None,
    ) -> str:
        """An attribution; its id. An empty source is one that the text does not name."""
        name = f"a{len(self.said) + 1}"
        mention = self.mention(source) if source else None
        self.said.append(
            Attribution(
                name,
                self.at(source) if source else (),
                self.at(cue) if cue else (),
                self.at(*content),
                within,
                mention,
                kind if source else SourceKind.UNNAMED,
                named,
                act,
                0.9,
                "by hand",
            )
        )
        return name

    def claims_that(
        self,
        anchor: str,
        *chain: str,
        kind: ClaimKind = ClaimKind.EVENT,
        code: str = "ASSAULT",
        values: tuple[Certainty, ...] = (Certainty.CT_PLUS,),
        roles: dict[Role, str] | None = None,
        evidence: dict[EvidenceKind, str] | None = None,
        supports: tuple[str, ...] = (),
    ) -> str:
        """A claim with the author's value and one for each of `chain`; its id."""
        name = f"c{len(self.claims) + 1}"
        offered = tuple(Evidence(k, self.at(w) if w else ()) for k, w in (evidence or {}).items())
        self.claims.append(
            Claim(
                id=name,
                anchor=self.at(anchor),
                kind=kind,
                type=code,
                arguments=tuple(Argument(r, self.mention(w)) for r, w in (roles or {}).items()),
                attributions=chain,
                certainty=tuple(Commitment(s, v) for s, v in zip(("author", *chain), values, strict=True)),
                evidence=offered or (Evidence(EvidenceKind.NONE),),
                supports=supports,
                score=0.8,
                why="by hand",
                sentence=Span(0, len(self.text)),
            )
        )
        return name

    def record(self, **more: object) -> Record:
        """The record; `more` are fields of its document."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        document = replace(Document(f"sha256:{digest}", "hand.txt", self.text), **more)  # type: ignore[arg-type]
        return Record(document, tuple(self.mentions), tuple(self.said), tuple(self.claims), extractor="hand")
