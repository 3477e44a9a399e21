"""A participle that is taken for the verb of its clause: "Men | believed to be rebels | shot two guards".

The verb behind it is then somebody else's, or hangs on it ("relatives of the crew | seized by rebels | held a vigil";
"police moved in when rockets | fired from the hills | hit the bridge"; "all four people | shot | were clerks"). The
verb takes the participle's place and gets its subject, of whom the participle is said. Where the participle is read
right, it may still have taken what stands behind it for its own ("a man | believed to be the leader | was arrested").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.clauses.hanging import make_participle, noun_before, take_place
from allege.analyse.labels import PAST, SUBJECTS, has

OPENING = frozenset({"when", "after", "as", "before", "because", "while", "once", "that"})
CLAUSES = frozenset({"advcl", "ccomp"})
HELPING = frozenset({"aux", "auxpass", "dobj", "ccomp", "xcomp", "neg"})


def free_later(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Gives the verb behind a participle its place and its subject; see above.

    `words`: lemmas of verbs of holding something of somebody ("believed": "held_of"), of those that say whose somebody
    ("linked") or some place ("ruling") is, of what is done to somebody ("undergone") or to a place ("striking").
    """
    if token.tag_ not in PAST:
        return
    if token.dep_ != "acl" and (token.lemma_ in words["linked"] or has(token, {"agent"})):
        _linked(token)
    if token.dep_ != "acl" and _is_done_by(token):
        _done_by(token)
    elif token.lemma_ in words["held_of"]:
        mend = _kept if token.dep_ == "acl" else _held
        mend(token)
    _behind_opening(token)
    _beside_helper(token)
    if token.lemma_ in words["ruling"] and token.head.lemma_ in words["striking"]:
        _before_ruled(token)
    if token.tag_ in PAST and token.lemma_ in words["undergone"]:
        _before_copula(token)


def _held(held: Token) -> None:
    """ "Men | believed to be rebels | shot two guards": what is believed of them hangs on the subject."""
    end = held.i + 2
    if end >= len(held.doc) or held.nbor().tag_ != "TO" or has(held, {"aux", "auxpass"}):
        return
    subject = next((c for c in held.children if c.dep_ in SUBJECTS and c.i < held.i), None)
    if held.dep_ == "advcl" and _hangs_beside(held, subject):
        return
    first = held.doc[end]
    verb = _finite(held, end)
    if subject is None or first.tag_ != "VB" or verb is None:
        return
    infinitive = first.head if first.dep_ in ("aux", "auxpass") and end < first.head.i < verb.i else first
    told = [c for c in verb.children if c.dep_ in SUBJECTS and c.i > end]
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    take_place(verb, held)
    subject.head, subject.dep_ = verb, "nsubj"
    make_participle(held, subject)
    infinitive.head, infinitive.dep_ = held, "xcomp"
    held.nbor().head, held.nbor().dep_ = infinitive, "aux"
    for noun in told:
        noun.head, noun.dep_ = infinitive, "attr"


def _hangs_beside(held: Token, subject: Token | None) -> bool:
    """Makes it a participle of its subject or of the noun before it, where the verb beside it can spare them.

    "When men | suspected to be rebels | fired", "they marched to a jail | believed to hold hundreds", "Osk, | said to
    have planned it, | fled".
    """
    verb = held.head
    if subject is None and verb.i > held.i:
        noun = noun_before(held)
        if noun is not None and noun.dep_ in SUBJECTS and noun.head.i == verb.i:
            make_participle(held, noun)
            return True
    if subject is None and verb.i < held.i and held.nbor(-1).pos_ in ("NOUN", "PROPN"):
        noun = noun_before(held)
        if noun is not None and noun.dep_ not in SUBJECTS and noun.head.i != held.i:
            make_participle(held, noun)
            return True
    if subject is None or verb.i < held.i or verb.tag_ not in PAST or has(held, {"mark"}):
        return False
    if has(verb, SUBJECTS):
        return False
    subject.head, subject.dep_ = verb, _as_subject(verb)
    make_participle(held, subject)
    return True


def _finite(held: Token, end: int) -> Token | None:
    """The verb behind the infinitive that tells what the subject did."""
    for verb in held.children:
        inset = verb.dep_ == "advcl" and held.nbor(-1).text == "," == verb.left_edge.nbor(-1).text
        if verb.i > end and (inset or verb.dep_ in ("ccomp", "conj", "dep")) and verb.tag_ in PAST:
            own = [c for c in verb.children if c.dep_ in SUBJECTS]
            stolen = all(c.i > end and c.left_edge.i == end + 1 for c in own)
            return verb if stolen and not has(verb, {"mark"}) else None
    return None


def _kept(held: Token) -> None:
    """ "A man believed to be the leader | was arrested": the leader is what he is believed to be, not arrested, too."""
    end = held.i + 2
    if end >= len(held.doc) or held.nbor().tag_ != "TO" or held.doc[end].lemma_ != "be":
        return
    held.tag_ = "VBN"
    for noun in list(held.head.head.children):
        if noun.dep_ in SUBJECTS and noun.left_edge.i == end + 1:
            noun.head, noun.dep_ = held.doc[end], "attr"


def _linked(tie: Token) -> None:
    """ "Men | allegedly linked to the front | attacked a depot": whose they are is no deed, nor is the deed alleged.

    "Relatives of the crew | seized by rebels | held a vigil": a participle on the noun before it.
    """
    subject = next((c for c in tie.children if c.dep_ in SUBJECTS and c.i < tie.i), None)
    verb = next((c for c in tie.children if c.dep_ in ("conj", "dep", "ccomp", "advcl") and c.i > tie.i), None)
    if subject is None or has(tie, {"aux", "auxpass", "cc", "dobj"}) or verb is None:
        return
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or has(verb, {*SUBJECTS, "mark"}):
        return
    take_place(verb, tie)
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    subject.head, subject.dep_ = verb, "nsubj"
    before = tie.nbor(-1)
    held = before if before.pos_ in ("NOUN", "PROPN") and before.i > subject.i else subject
    make_participle(tie, held)
    for child in list(tie.children):
        if child.i > verb.i or child.is_punct:
            child.head = verb


def _is_done_by(verb: Token) -> bool:
    """Whether a past tense has a subject and, behind "by", one who did it, and the sentence a finite verb besides."""
    labels = {c.dep_ for c in verb.children}
    if verb.tag_ != "VBD" or verb.dep_ != "ccomp" or labels & {"dobj", "aux", "auxpass", "mark", "ccomp", "xcomp"}:
        return False
    later = verb.head
    own = any(c.dep_ in {*SUBJECTS, "expl"} and c.i > verb.i for c in later.children)
    if own or later.i < verb.i or any(t.is_punct for t in verb.doc[verb.i : later.i]):
        return False
    return {"agent", "nsubj"} <= labels


def _done_by(verb: Token) -> None:
    """ "The engineers | seized on 12 June by rebels | are missing": a participle on the subject."""
    subject = next(c for c in verb.children if c.dep_ in SUBJECTS)
    subject.head, subject.dep_ = verb.head, _as_subject(verb.head)
    make_participle(verb, subject)


def _behind_opening(participle: Token) -> None:
    """ "When rockets | fired from the hills | hit the bridge": the rockets hit it, and not who came running."""
    if participle.tag_ not in PAST or participle.dep_ not in CLAUSES or has(participle, HELPING):
        return
    if not any(c.dep_ == "prep" for c in participle.rights):
        return
    thing = next((c for c in participle.lefts if c.dep_ in SUBJECTS), None)
    opening = next((c for c in participle.lefts if c.dep_ in ("mark", "advmod") and c.lower_ in OPENING), None)
    end = participle.right_edge.i + 1
    if thing is None or opening is None or thing.pos_ == "PRON" or end >= participle.sent.end:
        return
    above, label = participle.head, participle.dep_
    verb = participle.doc[end].head if participle.doc[end].dep_ in ("aux", "auxpass") else participle.doc[end]
    if verb.tag_ not in PAST or verb.i < end or has(verb, SUBJECTS):
        return
    if any(c.i == above.i and c.dep_ == "csubj" for c in verb.lefts):  # "23 wounded when drones launched … | struck"
        take_place(above, verb)
    elif verb.head.i not in (above.i, participle.i, above.head.i if above.dep_ == "conj" else above.i):
        return
    verb.head, verb.dep_ = above, label
    verb.tag_ = "VBD" if verb.i == end else verb.tag_
    thing.head, thing.dep_ = verb, _as_subject(verb)
    opening.head = verb
    make_participle(participle, thing)


def _beside_helper(verb: Token) -> None:
    """ "After forces | backing the rebels | attacked": the forces attacked, and not who stands before."""
    opening = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if opening is None or verb.dep_ != "advcl" or has(verb, SUBJECTS):
        return
    helper = next((c for c in opening.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    who = next((c for c in helper.lefts if c.dep_ == "nsubj"), None) if helper is not None else None
    if helper is None or who is None or helper.right_edge.i != verb.i - 1:
        return
    who.head, who.dep_ = verb, _as_subject(verb)
    helper.head, helper.dep_ = who, "acl"


def _before_ruled(rule: Token) -> None:
    """ "Shelled the Dawn Front | held villages": the villages were shelled, and no clause."""
    noun = next((c for c in rule.rights if c.dep_ == "dobj"), None)
    holder = next((c for c in rule.lefts if c.dep_ in SUBJECTS), None)
    if noun is None or holder is None or rule.dep_ != "ccomp" or noun.left_edge.i != rule.i + 1:
        return
    if noun.tag_ not in ("NN", "NNS") or has(rule, {"mark", "aux"}) or has(noun, {"det", "poss", "nummod"}):
        return
    noun.head, noun.dep_ = rule.head, "dobj"
    for child in list(rule.rights):
        child.head = rule.head
    make_participle(rule, noun)
    rule.dep_, holder.dep_ = "amod", "npadvmod"


def _before_copula(verb: Token) -> None:
    """ "All four people | shot | were clerks": a verb with another's predicate behind it is a participle."""
    copula = next((c for c in verb.children if c.lemma_ == "be" and c.dep_ == "ccomp" and c.i > verb.i), None)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if copula is None or subject is None or verb.i != subject.right_edge.i + 1:
        return
    if has(copula, {*SUBJECTS, "mark"}) or copula.left_edge.i <= verb.i:
        return
    behind = [c for c in verb.children if c.i > copula.right_edge.i]
    take_place(copula, verb)
    subject.head, subject.dep_ = copula, "nsubj"
    make_participle(verb, subject)
    for child in behind:
        child.head = copula


def _as_subject(verb: Token) -> str:
    """The label of a subject of this verb, which may be passive."""
    return "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
