"""Who does it and to whom, read off the dependency parse: subjects, objects, control, coordination, phrases.

Labels are those of spaCy's English pipelines (ClearNLP). Every function is total: on a broken parse it answers with
an empty list. Climbing is bounded by `REACH`, so a very long sentence costs no more than a short one for each predicate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from allege.claim import Span, Spans, merge_spans
from allege.extract.nouns import in_class

REACH = 8
"""How many steps up the tree a missing subject is looked for."""

WIDEST = 60
"""Tokens after which a phrase is cut."""

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OBJECTIVE = frozenset({"them", "those", "him", "her", "us"})
EMPTY = frozenset({"there", "this", "that", "what", "which", "whose", "who", "whom", "these", "those", "it", "one"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
VERBAL = frozenset({"VERB", "AUX"})

SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "threaten", "pledge", "swear", "agree", "refuse", "use", "take", "have", "make"}
)
"""Verbs whose own subject, not whose object, does what the infinitive says."""

ACCUSING = frozenset(
    ["accuse", "suspect", "prevent", "stop", "ban", "bar", "blame", "condemn", "criticise", "criticize", "charge", "convict", "thank", "praise", "arrest", "detain", "deter", "warn", "acquit", "clear", "keep", "prohibit", "forgive", "punish", "jail", "sentence", "indict", "dissuade", "discourage", "exclude", "implicate"]
)
"""Verbs whose object does what the gerund after "of", "for" or "from" says ("accused them of shelling")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The logical subject (`agents`) and object (`patients`) of a predicate, passive undone; heads of phrases."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    passive: bool = False


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of `token` with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it ("police and soldiers"), in text order, nominal ones only."""
    out, front = [token], [token]
    while front and len(out) < 40:
        front = [c for t in front for c in t.children if c.dep_ in ("conj", "appos_conj") and c.pos_ in NOMINAL]
        out += front
    return out


def spread(tokens: list[Token]) -> tuple[Token, ...]:
    """All conjuncts of all tokens, without repetition; relative pronouns replaced, empty pronouns left out."""
    found: dict[int, Token] = {}
    for token in tokens:
        for item in conjuncts(token):
            named = antecedent(item) if item.lower_ in RELATIVE else item
            if named is not None and (named.lower_ not in EMPTY or (named.lower_ == "it" and named.dep_ != "expl")):
                found.setdefault(named.i, named)
    return tuple(found.values())


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the one its relative clause hangs on."""
    if pronoun.i > pronoun.sent.start and pronoun.nbor(-1).lower_ in OBJECTIVE:
        return pronoun.nbor(-1)
    at = pronoun.head
    for _ in range(REACH):
        if at.dep_ == "relcl" or (at.dep_ == "acl" and at.head.pos_ in NOMINAL):
            return at.head
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` stands in the passive: an auxiliary says so, or it is a past participle on a noun."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head) and not any(c.dep_ == "dobj" for c in verb.children)
    return any(c.dep_ == "agent" for c in verb.children) or (verb.dep_ in ("advcl", "ROOT") and not _object(verb))


def _object(verb: Token) -> list[Token]:
    return children(verb, "dobj", "obj")


def surface(verb: Token, reach: int = REACH) -> list[Token]:
    """The grammatical subject of a predicate, its own or the one it is controlled by."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        return own
    return _controller(verb, reach - 1) if reach > 0 else []


def _controller(verb: Token, reach: int) -> list[Token]:
    head, label = verb.head, verb.dep_
    if head.i == verb.i:
        return []
    if label in ("acl", "relcl"):
        return _of_noun(verb, head, reach)
    if label == "pcomp":
        return _of_preposition(head, reach)
    if label == "amod" and head.pos_ in NOMINAL:
        return [head]
    if label in ("xcomp", "conj", "advcl", "ccomp", "acomp", "oprd", "dep", "attr", "prep"):
        if head.pos_ in VERBAL:
            objects = _object(head) if label in ("xcomp", "oprd") and head.lemma_ not in SUBJECT_CONTROL else []
            return objects or surface(head, reach)
        if head.pos_ in ("ADJ", "ADV", "ADP", "SCONJ"):
            return surface(head, reach)
        if label in ("advcl", "conj") and head.pos_ in NOMINAL:
            return children(head, "poss")
    return []


def _of_noun(verb: Token, noun: Token, reach: int) -> list[Token]:
    """The subject of a clause on a noun: the noun, unless it is an infinitive or has a gap for the object."""
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        owner = children(noun, "poss")
        if owner:
            return owner
        if noun.dep_ in ("dobj", "pobj", "attr"):
            governor = noun.head.head if noun.dep_ == "pobj" else noun.head
            if governor.pos_ in VERBAL and governor.i != verb.i:
                return surface(governor, reach)
        return []
    if (
        verb.tag_ == "VBG"
        and noun.dep_ == "dobj"
        and noun.pos_ == "NOUN"
        and noun.i == verb.i - 1
        and not in_class(noun, "person")
    ):
        return surface(noun.head, reach)
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VBN"):
        return [noun]
    return [noun] if verb.dep_ == "relcl" else []


def _of_preposition(preposition: Token, reach: int) -> list[Token]:
    governor = preposition.head
    beside = children(preposition, "pobj")
    if beside:
        return beside
    if governor.pos_ in VERBAL:
        if governor.lemma_ in ACCUSING:
            return patients_of(governor, reach)
        return surface(governor, reach)
    if governor.pos_ in ("ADJ", "ADV"):
        return surface(governor, reach)
    if governor.pos_ in NOMINAL:
        owner = children(governor, "poss")
        if owner:
            return owner
        if governor.dep_ in ("dobj", "attr", "pobj") and governor.head.pos_ in VERBAL:
            return surface(governor.head, reach)
    return []


def patients_of(verb: Token, reach: int = REACH) -> list[Token]:
    """The logical object of a verb as it stands (heads, not spread)."""
    if is_passive(verb):
        return surface(verb, reach)
    found = _object(verb)
    if (
        not found
        and verb.dep_ == "relcl"
        and children(verb, "nsubj")
        and children(verb, "nsubj")[0].lower_ not in RELATIVE
    ):
        dangling = any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
        return [] if dangling else [verb.head]
    return found


def frame(verb: Token) -> Frame:
    """Who acts and who is acted upon, passive and relative clauses undone, conjuncts spread."""
    passive = is_passive(verb)
    if passive:
        agents = [p for by in children(verb, "agent", "prep") if by.lower_ == "by" for p in children(by, "pobj")]
        return Frame(spread(agents or _shared_agent(verb)), spread(surface(verb)), passive=True)
    subject = surface(verb)
    patients = patients_of(verb)
    if not patients and verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.i > verb.head.i:
        patients = []
    return Frame(spread(subject), spread([p for p in patients if p not in subject]))


def _shared_agent(verb: Token) -> list[Token]:
    """The agent that a coordinated participle carries for all ("kidnapped and murdered by gunmen")."""
    for other in children(verb, "conj"):
        if other.tag_ == "VBN":
            return [p for by in children(other, "agent") for p in children(by, "pobj")]
    return []


FIXED = frozenset({"according", "due", "owing", "thanks", "prior", "next", "because", "instead", "as"})
"""First words of compound prepositions: what follows their "to" or "of" is no party to the event."""


def prepositional(head: Token, *names: str) -> list[Token]:
    """The objects of prepositions `names` on `head`, also two-word ones ("out of"), conjuncts not spread."""
    out = []
    for prep in head.children:
        if prep.dep_ in ("prep", "agent", "prt", "advmod", "dative") and prep.pos_ in (
            "ADP",
            "SCONJ",
            "ADV",
            "PART",
            "VERB",
        ):
            name = prep.lower_
            if name in FIXED and name not in names:
                continue
            objects = children(prep, "pobj")
            for inner in children(prep, "prep"):
                if f"{name} {inner.lower_}" in names or inner.lower_ in names:
                    out += children(inner, "pobj")
            if name in names:
                out += objects
    return out


def dative(verb: Token) -> list[Token]:
    """The indirect object ("gave them aid", "gave aid to them")."""
    out = []
    for child in verb.children:
        if child.dep_ == "dative":
            out += children(child, "pobj") or ([child] if child.pos_ in NOMINAL else [])
    return out


def owner(noun: Token) -> list[Token]:
    """Whose it is: the possessor, or the object of "of" or "by"."""
    return children(noun, "poss") or prepositional(noun, "of", "by", "from")


_KEPT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "quantmod",
        "nmod",
        "advmod",
        "case",
        "predet",
        "neg",
        "npadvmod",
        "punct",
    }
)
_JOINS = frozenset({"of"})
_TAKES_MORE = frozenset(
    {"member", "group", "people", "police", "authority", "government", "man", "official", "troop", "soldier", "force"}
)


def phrase(head: Token) -> Spans:
    """The span of the noun phrase of `head`: premodifiers, "of" phrases and names in apposition right behind it.

    Relative clauses, participles, coordinated phrases and other trailing phrases are left out: they say more about the
    thing and do not name it (this choice agrees best with the spans that annotators marked, see docs/method-claims.md).
    """
    start, end = head.i, head.i
    for token in _inside(head):
        start, end = min(start, token.i), max(end, token.i)
    doc = head.doc
    start = max(start, head.i - WIDEST)
    end = min(end, head.i + WIDEST)
    while start < head.i and (doc[start].is_punct or doc[start].is_space) and doc[start].text not in "\"“'‘":
        start += 1
    while end > head.i and (doc[end].is_punct or doc[end].is_space) and doc[end].text not in ")”\"’'":
        end -= 1
    if end + 1 < len(doc) and doc[end + 1].text == ")" and doc[end].i > head.i and doc[end].nbor(-1).text == "(":
        end += 1
    last = doc[end]
    return merge_spans([Span(doc[start].idx, last.idx + len(last))])


def _inside(head: Token) -> Iterator[Token]:
    """The tokens that belong to the phrase of `head`."""
    stack, count = [head], 0
    while stack and count < WIDEST:
        token = stack.pop()
        count += 1
        yield token
        for child in token.children:
            if child.dep_ in _KEPT and (child.dep_ != "punct" or _bracket(child, token)):
                if child.dep_ == "advmod" and child.i > token.i:
                    continue
                stack.append(child)
            elif (child.dep_ == "prep" and child.lower_ in _JOINS and child.i == _after(token)) or (child.dep_ == "pobj" and token.dep_ == "prep") or (child.dep_ in ("conj", "cc") and token.dep_ in ("amod", "compound", "nmod") and child.i < head.i) or (child.dep_ == "appos" and _acronym(child)):
                stack.append(child)


def _after(token: Token) -> int:
    return token.i + 1


def _bracket(mark: Token, head: Token) -> bool:
    """Whether a punctuation mark lies between parts of the name ("-", "/") or before the head."""
    return mark.i < head.i and mark.text in "-–/'’\"“”."


def _acronym(token: Token) -> bool:
    """An apposition in brackets that is all capitals: "(SDF)"."""
    return token.is_upper and token.i > 0 and token.nbor(-1).text == "("


def head_span(*tokens: Token) -> Spans:
    """The spans of these tokens alone."""
    return merge_spans([Span(t.idx, t.idx + len(t)) for t in tokens])
