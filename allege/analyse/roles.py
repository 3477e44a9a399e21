"""Phrases that name somebody or something by what it is: "two residents", "a police spokesman", "intelligence reports".

The head nouns are in `data/mentions/heads.toml`. A mention runs from the first word before the head that belongs to it
(article, number, adjective) to the head; what follows ("of the village", "who fled") is left out. The article
is kept: of 394 phrases with one, marked by hand in news sentences, 371 have it inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Token

from allege.analyse import data
from allege.analyse.factions import apart, is_faction
from allege.analyse.found import SMALL, Found, spans_of
from allege.analyse.names import is_another
from allege.analyse.places.words import REGION_NOUNS
from allege.claim import Mention, MentionType

BEFORE = frozenset(("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "case"))
STATE_FORCES = {"military": "military", "police": "police"}
ARMED = frozenset(("military", "police", "armed_group"))
UNLISTED = ("tagged ORG", "acronym, given in the text")
"""How the reason of a mention of a body begins that no list knows."""

UNARMED = frozenset(("company", "media", "government", "civilian", "official"))
OF = frozenset(("of", "from"))
LONGEST = 12


@lru_cache(maxsize=1)
def heads() -> Mapping[str, tuple[str, str]]:
    """For each head noun the sort of thing ("person", "group", "document", "weapon") and its kind there."""
    out: dict[str, tuple[str, str]] = {}
    table = data.lexicon("mentions/heads.toml")
    for sort in ("person", "group", "document", "weapon"):
        kinds = table[sort]
        for kind, nouns in kinds.items() if isinstance(kinds, dict) else ():
            for noun in nouns:
                out.setdefault(noun, (sort, kind))
    return out


def find(doc: Doc, named: Iterable[Found]) -> Iterator[Found]:
    """Role phrases; `named` are the names found before, whose actors the phrase may belong to ("Taliban fighters")."""
    lexicon = heads()
    names = list(named)
    shorter = sorted(names, key=lambda f: -f.start)  # "Free Orland Army", not the "Orland Army" within it
    known = (f for f in shorter if (f.mention.entity or f.kind == "demonym") and not is_another(doc, f.start))
    owners = {f.end - 1: f.mention for f in known}
    bodies = {f.end - 1: f.mention for f in shorter if is_unlisted(f.mention)}
    actors = {(f.start, f.end) for f in names if f.mention.type == MentionType.ACTOR}
    places = {f.end - 1 for f in names if f.mention.type == MentionType.PLACE}
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound" or token.ent_type_ == "PERSON":
            continue
        entry = lexicon.get(token.lower_) or lexicon.get(token.lemma_.lower())
        if entry is None or (token.lower_ in REGION_NOUNS and token.i - 1 in places):
            continue
        start, end = _peoples(doc, _start(token), owners), token.i + 1
        bare = doc[start].lower_ in SMALL and (start + 1, end) in actors
        if not bare and not (end - start == 1 and token.pos_ == "PROPN"):
            whose = {**bodies, **owners} if entry[1] == "armed_group" else owners
            yield Found(start, end, _mention(doc, start, token, entry, whose), 3, phrase=True, kind=entry[1])


def is_unlisted(mention: Mention) -> bool:
    """Whether a mention is the name of a body that no list knows, and may have fighters, who are it by that name."""
    named = mention.entity is None and mention.why.startswith(UNLISTED) and '"' not in (mention.name or "")
    return named and _kind_by_name(mention) not in UNARMED


def is_armed(mention: Mention) -> bool:
    """Whether the name of a body that no list knows says that it is an armed one: "… Front", "… Brigades"."""
    return is_unlisted(mention) and _kind_by_name(mention) in ARMED


def _kind_by_name(mention: Mention) -> str:
    """The kind of body that the last word of a name tells; "" where none does."""
    last = (mention.name or " ").lower().split()[-1:]
    known = (heads().get(word) or heads().get(word.removesuffix("s")) for word in last)
    return "armed_group" if last == ["front"] else next((kind for _, kind in filter(None, known)), "")


def _start(head: Token) -> int:
    """The first token before the head that belongs to its phrase without a gap of other words."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in BEFORE and child.text not in ("-", "–", "&", ",", '"', "“", "”"):
            break
        if child.text in ("-", "–") and child.whitespace_:
            break  # "1998 - | Rebels": a heading
        if head.i - child.left_edge.i > LONGEST or child.left_edge.is_space:
            break
        joined = [t.i for t in child.subtree if t.dep_ == "cc" and child.pos_ == "PROPN"]
        start = joined[-1] + 1 if joined else child.left_edge.i
        if joined:
            break
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space or head.doc[start].dep_ == "cc"):
        start += 1
    return start


def _peoples(doc: Doc, start: int, owners: Mapping[int, Mention]) -> int:
    """Further back over adjectives of peoples that commas and "and" join: "Uzbek, Chechen & foreign militants"."""
    while start >= 2 and doc[start - 1].lower_ in (",", "&", "and") and start - 2 in owners:
        if not owners[start - 2].why.startswith("demonym:"):
            break
        start -= 2
    return start


def _mention(doc: Doc, start: int, head: Token, entry: tuple[str, str], owners: Mapping[int, Mention]) -> Mention:
    sort, kind = entry
    spans = spans_of(doc, start, head.i + 1)
    if sort in ("document", "weapon"):
        return Mention(spans, MentionType(sort), score=0.8, why=f"{sort}: {head.lower_}")
    single = sort == "person" and head.tag_ not in ("NNS", "NNPS")
    before = next((owners[i] for i in range(head.i - 1, start - 1, -1) if i in owners), None)
    own = owners.get(head.i)
    if own is not None and own.entity and own.type == MentionType.ACTOR:
        before = own  # "the outlawed | Example Liberation Movement"
    owner = before or _behind(head, owners)
    entity, name = _affiliation(kind, owner) if owner is not None else (None, None)
    why = f"{kind}: {head.lower_}"
    if owner is not None and (entity or name) and is_faction(head, behind=before is None):
        why = f"{why}, {apart(owner.name or entity or '')}"
        entity, name = None, None
    type_ = MentionType.PERSON if single else MentionType.ACTOR
    return Mention(spans, type_, entity=entity, name=name, score=0.75, why=why)


def _behind(head: Token, owners: Mapping[int, Mention]) -> Mention | None:
    """The actor whose somebody is by an "of" phrase: "guerrillas of the Example Front"."""
    for token in head.rights:
        if token.dep_ != "prep" or token.lower_ not in OF:
            return None
        for noun in token.rights:
            owner = owners.get(noun.i)
            if noun.dep_ == "pobj" and owner is not None and owner.type == MentionType.ACTOR:
                return owner if owner.entity or is_unlisted(owner) else None
    return None


def _affiliation(kind: str, owner: Mention) -> tuple[str | None, str | None]:
    """Fighters of a group are the group, soldiers of a state its military; its officials and civilians are neither."""
    if kind not in ARMED:
        return None, None
    if owner.type == MentionType.PLACE:
        force = STATE_FORCES.get(kind)
        is_state = owner.precision == 6 and force is not None and owner.entity
        return (f"{owner.entity}:{force}", f"{owner.name} {force}") if is_state else (None, None)
    return owner.entity, owner.name
