"""What a text offers to back a claim: who is quoted for it, what is shown or cited for it in its sentence, what it is
concluded from. Words in data/evidence/kinds.toml; nothing found is the kind `none`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, ClaimKind, Evidence, EvidenceKind, SourceKind, Span, Spans, merge_spans
from allege.extract import bystanders, reasoning
from allege.extract.last import Last
from allege.extract.predication import Predication
from allege.extract.reasoning import Inference, lies_under

_DATA = tomllib.loads((files("allege") / "data" / "evidence" / "kinds.toml").read_text(encoding="utf-8"))
NOUNS = {lemma: EvidenceKind(kind) for kind, lemmas in reversed(_DATA["nouns"].items()) for lemma in lemmas}
REPORTS = frozenset(_DATA["reports"]["nouns"])
OFFICIAL = frozenset(_DATA["reports"]["official"])
MEDIA_CUES = frozenset(_DATA["media"]["cues"])
MEDIA_ONLY = frozenset(_DATA["reports"]["media_only"])
BY_MEDIA = frozenset(_DATA["reports"]["by_media"])
SECRET = frozenset(_DATA["intelligence"]["words"])
SECRET_NOUNS = frozenset(_DATA["intelligence"]["nouns"])
QUALIFIED = REPORTS | MEDIA_ONLY | SECRET_NOUNS
"""Nouns that name one kind of evidence or another by the words before them."""

SOURCE_KINDS = {SourceKind(kind): EvidenceKind(value) for kind, value in _DATA["source_kinds"].items()}
SPEECH = frozenset(_DATA["speech"]["cues"])
SHOWING = frozenset(_DATA["licence"]["verbs"])
CITING = frozenset(_DATA["licence"]["by"])
PREPOSITIONS = frozenset(_DATA["licence"]["prepositions"])
PARTICIPLES = frozenset(_DATA["licence"]["participles"])
PRIOR_VERBS = frozenset(_DATA["prior"]["verbs"])
SEEING = frozenset(_DATA["seeing"]["verbs"])
CAUGHT = frozenset(_DATA["caught"]["verbs"])
SPEAKERS = frozenset({EvidenceKind.OFFICIAL_STATEMENT, EvidenceKind.EYEWITNESS, EvidenceKind.PRIOR_REPORT})
NO_TESTIMONY = frozenset({Act.DEMAND, Act.ASK})
LEFT = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod"})
MAX_RIGHT = 8
MAX_STEPS = 25


@dataclass(frozen=True, slots=True)
class Offer:
    """A phrase that backs something. `at`: the index of the word that says so ("shows"); `noun`: its own index."""

    kind: EvidenceKind
    span: Span
    at: int
    noun: int


def offered(analysis: Analysis, predication: Predication, chain: tuple[Attribution, ...]) -> tuple[Evidence, ...]:
    """The evidence for a predication, each kind once, in the enumeration's order; only `none` if there is none."""
    found: dict[EvidenceKind, list[Span]] = {}
    token = analysis.doc[predication.head]
    said = _LAST.of(analysis)
    for item in (a for a in chain if a.act not in NO_TESTIMONY):
        if item not in said.spoken:
            said.spoken[item] = tuple(_from_source(analysis, item))
        for kind, spans in said.spoken[item]:
            found.setdefault(kind, []).extend(spans)
        if not said.spoken[item] and predication.kind == ClaimKind.EVENT and bystanders.tells(analysis, item, SPEECH):
            found.setdefault(EvidenceKind.EYEWITNESS, []).extend(item.source)
    sentence = analysis.sentence_of(token).start
    for offer in said.offers.get(sentence, ()):
        sign = analysis.doc[offer.at]
        apart = sign.head.i == offer.noun or not lies_under(token, offer.noun, asides=True)
        if apart and _backs(sign, token):
            found.setdefault(offer.kind, []).append(offer.span)
    for drawn in said.drawn.get(sentence, ()):
        if drawn.concludes(token) and predication.kind != ClaimKind.DEMAND:
            found.setdefault(EvidenceKind.INFERENCE, []).append(drawn.marker)
    if not found:
        return (Evidence(EvidenceKind.NONE),)
    return tuple(Evidence(kind, merge_spans(found[kind])) for kind in EvidenceKind if kind in found)


def kind_of(noun: Token) -> EvidenceKind | None:
    """The kind of evidence that a noun names with the words before it ("intelligence reports"), if any."""
    lemma = noun.lemma_.lower()
    before = {word for c in noun.lefts for word in (c.lower_, c.lemma_.lower())} if lemma in QUALIFIED else set[str]()
    if (before & SECRET and lemma in SECRET_NOUNS) or (lemma == "intelligence" and noun.pos_ == "NOUN"):
        return EvidenceKind.UNNAMED_INTELLIGENCE
    if lemma in REPORTS and before & OFFICIAL:
        return EvidenceKind.OFFICIAL_STATEMENT
    if lemma in REPORTS:
        bare = noun.tag_ in {"NNS", "NNPS"} and not any(c.dep_ in {"det", "poss"} for c in noun.lefts)
        by_others = any(c.dep_ in {"poss", "compound"} and c.ent_type_ for c in noun.lefts)
        return EvidenceKind.PRIOR_REPORT if before & BY_MEDIA or (bare and not by_others) else EvidenceKind.DOCUMENT
    if lemma == "recording" and noun.i and noun.nbor(-1).lower_ in {"begin", "end"}:
        return None  # "(end recording)": how transcripts of broadcasts set off what was played
    if lemma in MEDIA_ONLY:
        return EvidenceKind.PRIOR_REPORT if before & BY_MEDIA else None
    return NOUNS.get(lemma) or NOUNS.get(noun.lower_)


def _from_source(analysis: Analysis, item: Attribution) -> Iterator[tuple[EvidenceKind, Spans]]:
    """What the source of an attribution is as evidence: its noun decides, then who it is."""
    head = analysis.head_of(item.source) if item.source else None
    kind = kind_of(head) if head is not None else None
    if kind == EvidenceKind.UNNAMED_INTELLIGENCE and item.named:
        kind = EvidenceKind.OFFICIAL_STATEMENT
    if kind is None and item.source_kind == SourceKind.AUTHOR:
        if any(t.lemma_.lower() in PRIOR_VERBS and t.tag_ in {"VBD", "VBN"} for t in analysis.tokens(item.cue)):
            yield EvidenceKind.PRIOR_REPORT, merge_spans([*item.source, *item.cue])
        if any(t.lemma_.lower() in SEEING and t.tag_ == "VBD" for t in analysis.tokens(item.cue)):
            yield EvidenceKind.EYEWITNESS, merge_spans([*item.source, *item.cue])
        return
    kind = kind or SOURCE_KINDS.get(item.source_kind)
    if kind is None and item.source_kind == SourceKind.MEDIA:
        reports = any(t.lemma_.lower() in MEDIA_CUES for t in analysis.tokens(item.cue))
        kind = EvidenceKind.PRIOR_REPORT if reports else None
    cue = tuple(analysis.tokens(item.cue))
    said = any(t.lemma_.lower() in SPEECH for t in cue) and not any(_is_open(t) for t in cue)
    if kind is not None and item.source and (said or kind not in SPEAKERS):
        yield kind, item.source
    for token in cue:
        named = kind_of(token) if token.pos_ == "NOUN" else None
        if named is not None and named != kind and named not in SPEAKERS:
            yield named, (_phrase(token),)


def _is_open(cue: Token) -> bool:
    """Whether a cue tells of speech that is only wanted or possible: "should reveal", "might say"."""
    return any(c.lower_ in {"should", "must", "may", "might", "could"} for c in cue.lefts)


def _backs(sign: Token, token: Token) -> bool:
    """Whether what stands at `sign` is offered for the predicate at `token`: it governs it, or is an aside to it."""
    if token.i == sign.i:
        return _shows_a_thing(sign)
    return lies_under(token, sign.i) or _hangs_on(sign, token.i)


def _shows_a_thing(verb: Token) -> bool:
    """Whether what is shown is a thing and not a clause: "a photograph shows two craters" is itself backed by it."""
    deps = {c.dep_ for c in verb.rights}
    return verb.lemma_.lower() in CAUGHT and "dobj" in deps and "ccomp" not in deps


def _hangs_on(sign: Token, top: int) -> bool:
    """Whether a citation hangs on the predicate: "X happened, according to N", "as N shows", "citing N"."""
    for _ in range(MAX_STEPS):
        if sign.i == top:
            return True
        marks = {c.lower_ for c in sign.lefts if c.dep_ in {"mark", "advmod"}}
        plain = sign.dep_ in {"prep", "pcomp", "pobj", "parataxis", "punct", "dep", "advmod"}
        if sign.head.i == sign.i or not (plain or (sign.dep_ in {"advcl", "acl"} and marks <= {"as", "so"})):
            return False
        sign = sign.head
    return False


@dataclass(frozen=True, slots=True)
class _Said:
    """What the sentences of one text offer and conclude, by where they begin; what its sources are."""

    offers: dict[int, tuple[Offer, ...]]
    drawn: dict[int, list[Inference]]
    spoken: dict[Attribution, tuple[tuple[EvidenceKind, Spans], ...]] = field(default_factory=dict)


def _said(analysis: Analysis) -> _Said:
    offers: dict[int, tuple[Offer, ...]] = {}
    for sentence in analysis.sentences:
        found = tuple(o for t in sentence for o in (_offer(t) if t.pos_ in {"NOUN", "PROPN"} else _own_report(t)))
        if found:
            offers[sentence.start_char] = found
    drawn: dict[int, list[Inference]] = {}
    for inference in reasoning.find(analysis):
        if inference.drawn:
            drawn.setdefault(analysis.sentences[inference.sentence].start_char, []).append(inference)
    return _Said(offers, drawn)


_LAST = Last(_said)


def _offer(noun: Token) -> Iterator[Offer]:
    kind = kind_of(noun)
    sign = None if kind is None else _sign(noun, kind)
    if kind is not None and sign is not None:
        yield Offer(kind, _phrase(noun), sign.i, noun.i)


def _own_report(verb: Token) -> Iterator[Offer]:
    """The author's earlier report: "we have already reported on ..."."""
    if verb.lemma_ in PRIOR_VERBS and verb.tag_ in {"VBD", "VBN"}:
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        about = any(c.dep_ == "ccomp" or (c.dep_ == "prep" and c.lower_ in {"on", "about"}) for c in verb.rights)
        if about and subject is not None and subject.lower_ in {"we", "i"}:
            yield Offer(EvidenceKind.PRIOR_REPORT, Span(subject.idx, verb.idx + len(verb)), verb.i, subject.i)


def _sign(noun: Token, kind: EvidenceKind) -> Token | None:
    """The word that makes a noun an offer of evidence; None where the noun is only spoken of."""
    head, dep = noun.head, noun.dep_
    speaks = kind in SPEAKERS and noun.lemma_.lower() not in REPORTS
    if dep == "nsubj" and head.lemma_.lower() in SHOWING and not speaks:
        return None if any(c.tag_ == "MD" or c.dep_ == "neg" for c in head.lefts) else head
    if dep == "pobj" and _preposition(head) in PREPOSITIONS:
        return head
    if dep == "dobj" and head.lemma_.lower() in CITING and head.tag_ == "VBG":
        return head
    released = any(c.dep_ == "acl" and c.lemma_.lower() in PARTICIPLES for c in noun.rights)
    if dep == "pobj" and released and not speaks and head.lower_ in {"in", "by", "per", "as"}:
        return head
    return _picturing(noun, kind)


def _picturing(noun: Token, kind: EvidenceKind) -> Token | None:
    """The word that says what is to be seen in a thing: "a video showing ...", "was captured on camera footage"."""
    showing = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBG"), None)
    if showing is not None and showing.lemma_.lower() in SHOWING and kind not in SPEAKERS:
        return showing
    seen = noun.dep_ == "pobj" and kind == EvidenceKind.IMAGERY and noun.head.lower_ in {"on", "in"}
    return noun.head.head if seen and _is_caught(noun.head.head) else None


def _is_caught(verb: Token) -> bool:
    """Whether a verb says that something was recorded, and it was: "was captured on", not "was not seen in"."""
    return verb.tag_ == "VBN" and verb.lemma_.lower() in CAUGHT and not any(c.dep_ == "neg" for c in verb.lefts)


def _preposition(token: Token) -> str:
    before = token.nbor(-1).lower_ if token.i else ""
    three = f"{token.nbor(-2).lower_} {before} {token.lower_}" if token.i > 1 else ""
    four = f"{token.nbor(-3).lower_} {three}" if token.i > 2 else ""
    joined = f"{before} {token.lower_}"
    return next((p for p in (four, three, joined) if p in PREPOSITIONS), token.lower_)


def _phrase(noun: Token) -> Span:
    """The noun with what stands before it, and the short phrases after it that say whose it is or who saw it."""
    lefts = [c for c in noun.lefts if c.dep_ in LEFT]
    first = min([noun, *(c.left_edge for c in lefts)], key=lambda t: t.i)
    last = noun
    for child in noun.rights:
        edge = child.right_edge
        if child.dep_ not in {"prep", "acl"} or edge.i - noun.i > MAX_RIGHT:
            break
        last = edge
    return Span(first.idx, last.idx + len(last))
