"""Sentences that are read wrongly up to a verb that comes too late: "the boy shot in Velm, is buried".

"The killer of Ian Velk, the boy | lured away and shot, | is held": the parser takes the participle for the verb, and
both nouns for its subject. "A letter claiming | responsibility | was signed": what is claimed for the subject.
"Woman | killed | at mill, four others shot": whom the second verb was not done to. "Taken there after | gunmen this
week | placed a bomb": the noun for all that stands behind "after", and whoever is told of before for who placed it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import make_participle, take_place
from allege.analyse.labels import ANY_SUBJECT, FINITE, PAST, SUBJECTS, has

CLAIMING = frozenset({"claim", "accept", "take", "admit", "deny"})
SINCE = frozenset({"after", "before", "since", "following"})
UNDONE = frozenset({"dobj", "aux", "auxpass", "ccomp"})
"""What a verb has that tells what its subject did."""

LOOSE = frozenset({"dep", "conj", "ccomp", "advcl"})
"""Labels under which the parser hangs a verb that it no longer expects."""



def mend_path(token: Token) -> None:
    """Gives such a verb its subject, and hangs the participle on whom it is said of."""
    if token.tag_ in PAST and token.pos_ == "VERB":
        _two_subjects(token)
        _reduced(token)
        _claimed(token)
        _passed(token)
    elif token.lower_ in SINCE:
        _since(token)
        if token.dep_ == "prep":
            _behind_preposition(token)


def _two_subjects(verb: Token) -> None:
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    if len(subjects) != 2 or subjects[1].left_edge.nbor(-1).text != ",":
        return
    first, second = subjects
    late = next((c for c in verb.rights if c.dep_ == "conj" and _is_late(c)), None)
    participle = next((c for c in first.rights if c.dep_ == "acl" and c.tag_ in PAST), None)
    if late is not None and second.right_edge.i + 1 == verb.i:
        take_place(late, verb)
        first.head, first.dep_ = late, "nsubjpass" if has(late, {"auxpass"}) else "nsubj"
        near = second.left_edge.nbor(-2)
        second.head, second.dep_ = near if near.pos_ in ("NOUN", "PROPN") else first, "appos"
        make_participle(verb, second)
        for child in [c for c in verb.rights if c.i > late.i]:
            child.head = late
    elif participle is not None and any(c.dep_ == "nummod" for c in second.lefts):
        first.head, first.dep_ = participle, "nsubjpass"
        participle.head, participle.dep_, participle.tag_ = verb, "ccomp", "VBN"
        verb.tag_ = "VBN"


def _reduced(verb: Token) -> None:
    """ "Miners | evicted | by guards marched on the town": what was done to them stands before what they did."""
    by = next((c for c in verb.rights if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if by is None or subject is None or subject.right_edge.i + 1 != verb.i or has(verb, UNDONE):
        return
    late = next((c for c in verb.rights if c.dep_ in LOOSE and c.tag_ == "VBD" and c.i > by.i), None)
    if late is None or late.left_edge.i != late.i or late.i != by.right_edge.i + 1:
        return
    take_place(late, verb)
    subject.head, subject.dep_ = late, "nsubj"
    make_participle(verb, subject)
    by.dep_ = "agent"
    for child in [c for c in verb.rights if c.i > late.i]:
        child.head = late


def _is_late(verb: Token) -> bool:
    """Whether a verb behind a comma has its own auxiliary in the present or past, and no subject."""
    comma = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.lefts)
    return comma and helped and not has(verb, SUBJECTS)


def _claimed(verb: Token) -> None:
    """ "A letter claiming responsibility for it | was signed": the letter was."""
    claims = verb.head
    noun = claims.head
    thing = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.dep_ != "ccomp" or claims.dep_ != "acl" or claims.tag_ != "VBG" or claims.lemma_ not in CLAIMING:
        return
    if thing is None or noun.dep_ != "ROOT" or thing.left_edge.i != claims.i + 1:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, thing.dep_
    thing.head, thing.dep_ = claims, "dobj"


def _passed(verb: Token) -> None:
    """ "It went off when a convoy | passed | by the mill": the convoy did, and nothing was passed by a mill."""
    noun = verb.head
    when = next((c for c in noun.lefts if c.dep_ == "advmod" and c.tag_ == "WRB"), None)
    if verb.dep_ != "acl" or noun.dep_ != "advcl" or noun.pos_ not in ("NOUN", "PROPN") or when is None:
        return
    take_place(verb, noun)
    verb.tag_ = "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    when.head = verb
    for by in [c for c in verb.rights if c.dep_ == "agent"]:
        by.dep_ = "prep"


def _since(since: Token) -> None:
    """ "Osk has | since | massed troops": what it has done since then, and no time since massed troops."""
    helper = since.nbor(-1) if since.i else since
    things = next((c for c in since.rights if c.dep_ == "pobj"), None)
    if since.lower_ != "since" or helper.lemma_ != "have" or things is None:
        return
    over = since if helper.head.i == since.i else helper
    verb = since.nbor()
    if verb.tag_ not in PAST or verb.head.i != things.i or verb.dep_ != "amod" or has(helper, {"dobj"}):
        return
    take_place(verb, over)
    verb.tag_, verb.pos_ = "VBN", "VERB"
    for child in [c for c in over.children if c.i not in (since.i, helper.i, things.i)]:
        child.head = verb
    for child in [c for c in things.rights if c.dep_ == "prep" and c.lower_ != "of"]:
        child.head = verb
    helper.head, helper.dep_, helper.pos_ = verb, "aux", "AUX"
    things.head, things.dep_ = verb, "dobj"
    since.head, since.dep_ = verb, "advmod"


def _behind_preposition(since: Token) -> None:
    """ "Those arrested after | the mayor's murder | were freed": the murder was not."""
    if has(since, {"pobj", "pcomp"}) or since.i + 1 >= len(since.doc):
        return
    noun = next((t for t in (since.nbor(), *since.nbor().ancestors) if t.dep_ in SUBJECTS), None)
    if noun is None or noun.left_edge.i != since.i + 1 or noun.pos_ not in ("NOUN", "PROPN"):
        return
    verb = noun.head
    if any(c.dep_ in SUBJECTS and c.i < since.i for c in verb.lefts):
        noun.head, noun.dep_ = since, "pobj"


def part_harm(verb: Token, harming: Collection[str]) -> None:
    """ "The blasts that wounded Osk | killed | his father": a verb of harm has no clause, and he killed nobody."""
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if not subjects:
        return
    whom, deed = subjects[-1], subjects[0]
    harm = whom.left_edge.nbor(-1) if whom.left_edge.i else whom
    if harm.dep_ != "relcl" or harm.lemma_ not in harming or has(harm, {"dobj"}):
        return
    which = next((c for c in harm.lefts if c.dep_ == "nsubj"), None)
    if which is None or which.lower_ not in ("that", "which"):
        return
    if len(subjects) == 1 and verb.head.i == harm.i and harm.head.dep_ == "dobj":
        deed = harm.head
        verb.head, verb.dep_ = deed.head, "ccomp"
        deed.head, deed.dep_ = verb, "nsubj"
    if harm.head.i == deed.i and deed.head.i == verb.i:
        whom.head, whom.dep_ = harm, "dobj"


def free_from_source(according: Token) -> None:
    """ "According to a report from the guard, | the army | stormed the mill": no more of those who tell."""
    verb = according.head
    if verb.tag_ not in FINITE or according.i > verb.i or has(verb, ANY_SUBJECT | {"agent"}):
        return
    who = next((t for t in according.subtree if t.dep_ in ("conj", "appos") and _ends_before(t, verb)), None)
    if who is None or who.pos_ not in ("NOUN", "PROPN") or who.left_edge.nbor(-1).text != ",":
        return
    if any(c.dep_ == "cc" and c.i < who.i for c in who.head.rights):
        return
    who.head, who.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"


def describe_source(according: Token) -> None:
    """ "According to two witnesses | interviewed | apart": those who tell, and no second deed told beside the first."""
    verb = according.head
    if verb.tag_ != "VBN" or verb.dep_ == "acl" or has(verb, ANY_SUBJECT | {"aux", "auxpass"}) or according.i > verb.i:
        return
    who = next((t for t in according.subtree if t.dep_ == "pobj" and t.right_edge.i + 1 == verb.i), None)
    if who is None or who.pos_ not in ("NOUN", "PROPN") or verb.head.i >= according.i:
        return
    over = verb.head
    for child in [c for c in verb.lefts if c.i < who.left_edge.i]:
        child.head = over
    verb.head, verb.dep_ = who, "acl"


def _ends_before(noun: Token, verb: Token) -> bool:
    """Whether a phrase ends right before a verb or its auxiliaries."""
    helped = [c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")]
    return noun.right_edge.i + 1 == min([*(i for i in helped if i > noun.i), verb.i])


OPENING = frozenset({"after", "before", "since", "until"})
BESIDE = frozenset({"npadvmod", "advmod"})


def give_subject(verb: Token) -> None:
    """Gives a past tense without a subject the noun right before it that stands behind "after" or the like."""
    if verb.tag_ != "VBD" or has(verb, ANY_SUBJECT | {"aux", "auxpass", "cc"}):
        return
    at = verb.i - 1
    beside = {t.i for c in verb.lefts if c.dep_ in BESIDE for t in c.subtree}
    while at in beside and at > verb.sent.start:
        at -= 1
    noun = _named_before(verb.doc[at])
    named = noun.i != at
    prep = noun.head
    if noun.dep_ == "pobj" and prep.dep_ == "mark" and prep.head.i == verb.i and prep.i < noun.i:
        noun.head, noun.dep_ = verb, "nsubj"  # "as | the council | warned of a crisis": "as" has the clause, no noun
        return
    if noun.dep_ != "pobj" or prep.lower_ not in OPENING or prep.head.i in (verb.i, noun.i) or noun.ent_type_ == "DATE":
        return
    if prep.i > noun.i or verb.i in {t.i for t in noun.subtree} or not (named or has(verb, {"dobj", "prep"})):
        return
    over = prep.head
    if verb.is_ancestor(over):
        return
    noun.head, noun.dep_ = verb, "nsubj"
    prep.head, prep.dep_ = verb, "mark"
    verb.head, verb.dep_ = over, "advcl"
    name = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if named and name is not None and noun.lower_ == "one":  # "the last | one, Ada Lorun, resigned": she did
        name.head, name.dep_ = verb, "nsubj"
        noun.head, noun.dep_ = name, "nmod"


def _named_before(last: Token) -> Token:
    """The noun that a name between two commas is for: "after the last premier, Ada Lorun, | resigned"."""
    if last.text != "," or not last.i:
        return last
    before = last.nbor(-1)
    name = next((t for t in (before, *before.ancestors) if t.dep_ in NAMED and t.right_edge.i <= last.i), None)
    if name is None or name.pos_ != "PROPN" or name.left_edge.i < 2 or name.left_edge.nbor(-1).text != ",":
        return last
    noun = name.head if name.dep_ == "appos" else name.left_edge.nbor(-2)
    if noun.dep_ != "pobj" or noun.head.lower_ not in OPENING or noun.i > name.left_edge.i:
        return last
    name.head, name.dep_ = noun, "appos"
    return noun


NAMED = frozenset({"appos", "oprd", "dobj", "npadvmod", "dep"})
"""Labels of a name between commas, right or wrong."""
