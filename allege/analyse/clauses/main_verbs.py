"""The verb behind a long subject: "Gunmen on motorbikes | killed nine", "Men believed to be rebels | shot two".

Two garden paths lead the parser astray. It takes "killed" for a participle of the noun before it, though a participle
has no object of its own, and "believed" for what the men do, though nobody believes to be something. The verb is made
the sentence's and gets its subject back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
NAMING = ("nmod", "compound")
PASSIVE = frozenset({"by", "been", "being"})
CLIMBED = 6
"""Phrases climbed at most from a noun to the first one of the subject ("men on motorbikes in the town of …")."""


def find_main(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Mends the clause of a word that is taken for a participle, or the other way round; see above.

    `words`: lemmas of verbs that as participles have an object ("given": "two_objects"), and of verbs of holding
    something of somebody ("believed": "held_of").
    """
    if token.tag_ == "VBD" and token.dep_ == "amod":
        _not_attribute(token)
    if token.tag_ not in ("VBN", "VBD"):
        return
    if token.dep_ != "acl" and (token.lemma_ in words["linked"] or any(c.dep_ == "agent" for c in token.children)):
        _linked(token)
    if token.dep_ != "acl" and _is_garden_path(token):
        _hang(token)
    elif token.lemma_ in words["held_of"]:
        mend = _keep if token.dep_ == "acl" else _participle
        mend(token)
    elif token.dep_ == "acl" and token.lemma_ not in words["two_objects"]:
        _not_participle(token)


def _not_attribute(verb: Token) -> None:
    """ "They say the police | tortured | secretary Ola Brann", read as one name: a past tense is a verb."""
    noun = verb.head
    doers = [c for c in noun.children if c.i < verb.i and c.dep_ in NAMING and c.pos_ in ("NOUN", "PROPN")]
    if not doers or noun.i < verb.i or noun.dep_ not in ("dobj", "ROOT") or doers[-1].i + 1 != verb.i:
        return
    before = [c for c in noun.children if c.i < doers[-1].i]
    after = [c for c in noun.children if c.i > noun.i and c.dep_ in ("prep", "advcl", "punct", "npadvmod")]
    above, label = (verb, "ROOT") if noun.dep_ == "ROOT" else (noun.head, "ccomp")
    verb.head, verb.dep_, verb.pos_ = above, label, "VERB"
    noun.head, noun.dep_ = verb, "dobj"
    doers[-1].head, doers[-1].dep_ = verb, "nsubj"
    for child in before:
        child.head = doers[-1]
    for child in after:
        child.head = verb


def _not_participle(verb: Token) -> None:
    """ "Gunmen on motorbikes | killed nine villagers": the subject is the first noun, where it has no verb."""
    if not any(c.dep_ == "dobj" for c in verb.children) or any(c.lower_ in PASSIVE for c in verb.children):
        return
    noun = verb.head
    for _ in range(CLIMBED):
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.head.pos_ not in ("NOUN", "PROPN"):
            break
        noun = noun.head.head
    if noun.i == verb.head.i or noun.dep_ != "ROOT":
        return
    later = [c for c in noun.children if c.i > verb.i]
    verb.tag_ = "VBD"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in later:
        child.head = verb


def _participle(held: Token) -> None:
    """ "Men | believed to be rebels | shot two guards": what is believed of them hangs on the subject."""
    end = held.i + 2
    if end >= len(held.doc) or held.nbor().tag_ != "TO" or any(c.dep_ in ("aux", "auxpass") for c in held.children):
        return
    subject = next((c for c in held.children if c.dep_ in SUBJECTS and c.i < held.i), None)
    infinitive = held.doc[end]
    verb = _finite(held, end)
    if subject is None or infinitive.tag_ != "VB" or verb is None:
        return
    above, label = (verb, "ROOT") if held.head.i == held.i else (held.head, held.dep_)
    told = [c for c in verb.children if c.dep_ in SUBJECTS and c.i > end]
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    verb.head, verb.dep_ = above, label
    subject.head, subject.dep_ = verb, "nsubj"
    held.head, held.dep_, held.tag_ = subject, "acl", "VBN"
    infinitive.head, infinitive.dep_ = held, "xcomp"
    held.nbor().head, held.nbor().dep_ = infinitive, "aux"
    for noun in told:
        noun.head, noun.dep_ = infinitive, "attr"


def _linked(tie: Token) -> None:
    """ "Men | allegedly linked to the front | attacked a depot": whose they are is no deed, nor is the deed alleged.

    "Relatives of the crew | seized by rebels | held a vigil": a participle on the noun before it.
    """
    subject = next((c for c in tie.children if c.dep_ in SUBJECTS and c.i < tie.i), None)
    helped = any(c.dep_ in ("aux", "auxpass", "cc", "dobj") for c in tie.children)
    verb = next((c for c in tie.children if c.dep_ in ("conj", "dep", "ccomp", "advcl") and c.i > tie.i), None)
    if subject is None or helped or verb is None or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return
    if any(c.dep_ in (*SUBJECTS, "mark") for c in verb.children):
        return
    above, label = (verb, "ROOT") if tie.head.i == tie.i else (tie.head, tie.dep_)
    verb.head, verb.dep_ = above, label
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    subject.head, subject.dep_ = verb, "nsubj"
    before = tie.nbor(-1)
    held = before if before.pos_ in ("NOUN", "PROPN") and before.i > subject.i else subject
    tie.head, tie.dep_, tie.tag_ = held, "acl", "VBN"
    for child in list(tie.children):
        if child.i > verb.i or child.is_punct:
            child.head = verb


def _is_garden_path(verb: Token) -> bool:
    """Whether a past tense has a subject and, behind "by", one who did it, and the sentence a finite verb besides."""
    labels = {c.dep_ for c in verb.children}
    if verb.tag_ != "VBD" or verb.dep_ != "ccomp" or labels & {"dobj", "aux", "auxpass", "mark", "ccomp", "xcomp"}:
        return False
    later = verb.head
    own = any(c.dep_ in (*SUBJECTS, "expl") and c.i > verb.i for c in later.children)
    if own or later.i < verb.i or any(t.is_punct for t in verb.doc[verb.i : later.i]):
        return False
    return {"agent", "nsubj"} <= labels


def _hang(verb: Token) -> None:
    """ "The engineers | seized on 12 June by rebels | are missing": a participle on the subject."""
    subject = next(c for c in verb.children if c.dep_ in SUBJECTS)
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    subject.head, subject.dep_ = verb.head, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def _keep(held: Token) -> None:
    """ "A man believed to be the leader | was arrested": the leader is what he is believed to be, not arrested, too."""
    end = held.i + 2
    if end >= len(held.doc) or held.nbor().tag_ != "TO" or held.doc[end].lemma_ != "be":
        return
    held.tag_ = "VBN"
    for noun in list(held.head.head.children):
        if noun.dep_ in SUBJECTS and noun.left_edge.i == end + 1:
            noun.head, noun.dep_ = held.doc[end], "attr"


def _finite(held: Token, end: int) -> Token | None:
    """The verb behind the infinitive that tells what the subject did."""
    for verb in held.children:
        if verb.i > end and verb.dep_ in ("ccomp", "conj", "dep") and verb.tag_ in ("VBD", "VBN"):
            own = [c for c in verb.children if c.dep_ in SUBJECTS]
            stolen = all(c.i > end and c.left_edge.i == end + 1 for c in own)
            return verb if stolen and not any(c.dep_ == "mark" for c in verb.children) else None
    return None
