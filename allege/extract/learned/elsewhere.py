"""Who is named beside a deed and has nothing to do with it: no doer of it, however sure the encoder is of a doer."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.labels import SUBJECTS
from allege.claim import MentionType
from allege.extract.happenings import happens
from allege.extract.nouns import in_class, is_nobody, is_noun, is_town
from allege.extract.roles import RELATIVE, children, frame
from allege.extract.roles.voice import MISTREATED
from allege.extract.wordlists import word_list

TELLINGS = word_list("tellings")
"""Nouns of what somebody says, shows or feels about a deed; whoever it comes from did not do it."""

SUFFERING = frozenset({"suffer", "sustain", "receive", "undergo", "survive", "endure", "lose"})
"""Verbs whose subject has done to him what their object names."""

RECORDING = word_list("recording")
"""Verbs of keeping count of deeds: who recorded one did not do it."""


INQUIRING = word_list("inquiring")
"""Verbs of those who come after a deed and look into it."""

FLEEING = frozenset({"die", "escape", "flee", "hide", "live", "mourn", "survive"})
"""Verbs of what victims do; who did the deed is another."""


def elsewhere(analysis: Analysis, act: Token, party: Token) -> bool:
    """Whether somebody does something else that only has to do with an act: "police tracked down an attack".

    The subject of a verb over a noun, where the rules do not take that verb for one that carries the act; the subject
    of a clause beside one that has its own ("rebels attacked a post; a mine killed a child"); an act, no doer ("last
    week's attack killed nine").
    """
    told = party.dep_ == "poss" and party.head.lemma_.lower() in TELLINGS
    if told and any(above.i == party.head.i for above in act.ancestors):
        return True  # "their list of the killings", "her prayers for the dead of the massacre"
    if act.dep_ == "amod" or any(map(is_nobody, children(act, "nsubjpass", "dobj"))):
        return True  # "fled from | captured Velm" names nobody who captured it, "no one was hurt" nobody who hurt
    if any(apart(act, _first_of(party)) for apart in APART):
        return True
    if party.dep_ == "pobj" and party.head.dep_ in ("agent", "prep") and party.head.head.lemma_ in RECORDING:
        return party.head.lower_ == "by"  # "incidents recorded by the council"
    if is_noun(act):
        above = party.dep_ == "nsubj" and any(a.i == party.head.i for a in act.ancestors)
        return above or (_only_dates(act) and not act.is_ancestor(party))
    own = children(act, "nsubj", "nsubjpass") if act.lemma_ in TAKING_IN else children(act, "nsubj")
    apart = party.dep_ == "nsubj" and party.head.i != act.i and any(a.i == act.i for a in party.head.ancestors)
    known = analysis.by_head.get(party.i)
    is_act = party.pos_ == "NOUN" and happens(party) and (known is None or known.type is not MentionType.ACTOR)
    return (apart and bool(own) and own[0].lower_ not in RELATIVE) or (is_act and not in_class(party, "person"))


def _first_of(party: Token) -> Token:
    """The first of those whom somebody stands in a row with: "guards and | soldiers | patrolled"."""
    while party.dep_ == "conj" and party.head.pos_ in ("NOUN", "PROPN"):
        party = party.head
    return party


def _did_another(act: Token, party: Token) -> bool:
    """Whether somebody stands behind "by" at a later passive: "was burned but is now guarded by | soldiers"."""
    verb = party.head.head
    if party.dep_ != "pobj" or party.head.dep_ != "agent" or verb.i <= act.i:
        return False
    return verb.pos_ == "VERB" and bool(children(verb, "auxpass")) and verb.dep_ == "conj" and verb.head.i == act.i


TAKING_IN = frozenset({"arrest", "charge", "convict", "detain", "imprison", "indict", "jail", "sentence"})
"""What only those in authority do: "was arrested after | activists | took up the case" names none of them."""


def _is_overtaken(act: Token, party: Token) -> bool:
    """Whether somebody only did something else when it happened: "| guards | were asleep when a mortar went off"."""
    if act.dep_ == "advcl" and not children(act, "nsubj", "nsubjpass"):
        act = act.head  # "were sitting there when a gun went off, | wounding one"
    if act.dep_ != "advcl" or act.head.i != party.head.i or party.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if not children(act, "nsubj", "nsubjpass"):
        return False
    return any(c.lower_ in MEANWHILE and c.dep_ in ("advmod", "mark") for c in act.lefts)


MEANWHILE = frozenset({"when", "as", "while", "until", "after", "before", "since"})

PASSING = frozenset(
    {"arrive", "drive", "enter", "head", "leave", "move", "pass", "patrol", "return", "sit", "sleep", "stand", "travel",
     "walk", "work"}
)  # fmt: skip
"""What somebody does who only is where it happens."""


def _passes(act: Token, party: Token) -> bool:
    """Whether somebody only came by when it was done: "a bomb was set off when | a convoy | passed"."""
    verb = party.head
    return party.dep_ == "nsubj" and verb.dep_ == "advcl" and verb.lemma_ in PASSING and verb.head.i == act.i


def _only_dates(act: Token) -> bool:
    """Whether a deed only says when something else was: "Seven months before | the attack, Ola Brann wrote"."""
    return act.dep_ == "pobj" and act.head.lower_ in WHEN


WHEN = frozenset({"before", "after", "since", "until"})


def of_another(act: Token, party: Token) -> bool:
    """Whether a phrase stands outside the clause in which a deed is told: "the regime, which tortured many, lectures |
    others", "fled | Orsa since fighting erupted", "shot a clerk, embarrassing | the council".
    """
    if is_beside(act, party) or _is_told(act, party) or _goes_on(act, party):
        return True
    clause = next((t for t in (act, *act.ancestors) if t.dep_ in CLAUSES and _is_whole(t)), None)
    if clause is None or clause.left_edge.i <= party.i <= clause.right_edge.i:
        return False
    return clause.dep_ == "advcl" or party.i > clause.right_edge.i


def is_feared_of(act: Token, party: Token) -> bool:
    """Whether somebody undergoes what others may do: "nurses warned that troops could storm | the camp"."""
    clause = next(iter(children(act, "ccomp")), None)
    if act.lemma_ not in WARNING or clause is None or not clause.left_edge.i <= party.i <= clause.right_edge.i:
        return False
    theirs = ("its", "their", "his", "her", "our", "my")
    who = children(clause, "nsubj", "nsubjpass")
    return any(c.pos_ != "PRON" and all(p.lower_ not in theirs for p in children(c, "poss")) for c in who)


WARNING = frozenset({"warn", "caution"})


def _is_where_shot(act: Token, party: Token) -> bool:
    """Whether a phrase says where somebody was shot: "two clerks were shot dead at | a gate"."""
    over = party.head.head
    hung = over.i == act.i or (over.lower_ == "dead" and over.head.i == act.i)
    if act.lemma_ != "shoot" or party.dep_ != "pobj" or party.head.lower_ != "at" or not hung:
        return False
    return any(c.i != party.i for c in children(act, "dobj", "nsubjpass")) and not in_class(party, "person")


def _goes_on(act: Token, party: Token) -> bool:
    """Whether the next clause begins with a phrase: "burned the mill, and | the guards | fled"."""
    verb = party.head
    return party.dep_ in SUBJECTS and verb.dep_ == "conj" and verb.i != act.i and verb.head.i == act.i < party.i


TELLING = frozenset({"tell", "inform", "brief", "update", "notify", "remind", "assure", "warn", "ask", "question"})
"""Verbs whose object is told of something, or asked."""


def _is_told(act: Token, party: Token) -> bool:
    """Whether somebody is only told of a deed: "updated | the members of the council | on the siege"."""
    return party.dep_ in ("dobj", "dative") and party.head.lemma_ in TELLING and party.head.i not in (act.i, act.head.i)


def is_beside(act: Token, party: Token) -> bool:
    """Whether a phrase is the object of a participle beside the deed that harms nobody, stands outside an aside that
    tells of the deed ("Osk, a leader of a group that owned up to attacks"), or says where somebody was shot.
    """
    if is_cleared(act, party) or _is_where_shot(act, party):
        return True
    verb, aside = party.head, next((t for t in act.ancestors if t.dep_ == "relcl"), None)
    if aside is not None and act.pos_ == "NOUN" and not aside.left_edge.i <= party.i <= aside.right_edge.i:
        return party.i not in {aside.head.i, *(t.i for t in aside.head.conjuncts)}
    if party.dep_ != "dobj" or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < act.i:
        return False
    return verb.lemma_ not in MISTREATED and any(above.i == act.i for above in verb.ancestors)


CLAUSES = frozenset({"relcl", "advcl"})


def _is_whole(clause: Token) -> bool:
    """Whether a clause has its own subject, and a word that joins it to what it hangs on."""
    joined = clause.dep_ == "relcl" or any(c.dep_ == "mark" for c in clause.lefts)
    return joined and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.lefts)


def _inquires(act: Token, party: Token) -> bool:
    """Whether somebody looks into it: "a shooting left nine wounded, and | police in Velm | are investigating"."""
    return party.dep_ == "nsubj" and party.head.lemma_ in INQUIRING and party.head.i != act.i


def _suffers(act: Token, party: Token) -> bool:
    """Whether somebody is who it was done to: "a minor who | sustained | a wound"."""
    if act.lemma_ not in SUFFERING:
        return False
    own = children(act, "nsubj")
    return party in own or (act.dep_ == "relcl" and party.i == act.head.i)


def _flees(act: Token, party: Token) -> bool:
    """Whether somebody is among the victims: "villagers | have fled; hundreds were killed"."""
    who = frame(act)
    return party.dep_ == "nsubj" and party.head.lemma_ in FLEEING and who.passive and not who.agents


def _sees(act: Token, party: Token) -> bool:
    """Whether somebody does something else over what was done to others by nobody named.

    "Medics | treat a woman shot in the head", "a guard | searches the hall where six were shot".
    """
    who = frame(act)
    over = party.dep_ == "nsubj" and act.dep_ in ("acl", "relcl") and any(a.i == party.head.i for a in act.ancestors)
    return over and who.passive and not who.agents


def _is_told_of_victim(act: Token, party: Token) -> bool:
    """Whether a phrase only tells who was hit: "people shot were clerks of | the mill", "| an infant | is among those
    shot".
    """
    over = next((a for a in act.ancestors if a.lemma_ == "be" and a.dep_ not in ("aux", "auxpass")), None)
    if over is None or act.dep_ not in ("acl", "conj") or not frame(act).passive:
        return False
    top = next((t for t in (party, *party.ancestors) if t.head.i == over.i), None)
    if top is None or any(t.i == act.i for t in top.subtree):
        return False
    return top.dep_ in ("nsubj", "attr")


def only_whence(token: Token) -> bool:
    """Whether a phrase says where somebody is from: "youths | from Orsa" act, not the town."""
    return token.dep_ == "pobj" and token.head.lower_ == "from" and in_class(token.head.head, "person")


WHERE = frozenset({"in", "through", "across"})


def only_where(token: Token) -> bool:
    """Whether a phrase says where: "in Orsa", "in this city"; who is hit is told."""
    while token.dep_ == "conj" or (token.dep_ == "pobj" and token.head.lower_ == "of" and is_town(token.head.head)):
        token = token.head if token.dep_ == "conj" else token.head.head  # "in the city | of Orsa", "in Orsa and | Velm"
    named = token.ent_type_ in ("GPE", "LOC") or is_town(token)
    return token.dep_ == "pobj" and token.head.lower_ in WHERE and named


def _is_at_scene(act: Token, party: Token) -> bool:
    """Whether somebody only comes to where it was done: "| medics | left where a bomb had gone off"."""
    told = act.dep_ == "ccomp" and act.head.dep_ == "relcl"  # "in which, the council said, nine were hurt"
    where = (told or act.dep_ == "relcl") and any(map(_says_where, (act.head if told else act).lefts))
    over = party.dep_ == "nsubj" and any(a.i == party.head.i for a in act.ancestors)
    own = any(c.pos_ != "PRON" for c in children(act, "nsubj", "nsubjpass"))  # "the armory, where | they | seized guns"
    return where and over and own and party.head.lemma_ not in MISTREATED


def _says_where(word: Token) -> bool:
    """ "Where", "in which"."""
    return word.lower_ == "where" or (word.dep_ == "prep" and any(c.lower_ == "which" for c in word.children))


def is_cleared(act: Token, party: Token) -> bool:
    """Whether somebody is said not to have been the one: "| Osk | had a gun, but isn't the one who fired"."""
    be = act.head.head
    if act.dep_ != "relcl" or be.lemma_ != "be" or act.head.dep_ != "attr" or not children(be, "neg"):
        return False
    first = be
    while first.dep_ == "conj" and not children(first, "nsubj"):
        first = first.head
    last = [*children(first, "nsubj"), *(c for v in children(first, "ccomp") for c in children(v, "nsubj"))]
    return any(t.i == party.i for t in last)


APART = (
    is_cleared, _is_overtaken, _did_another, _passes, _is_told_of_victim, _suffers, _sees, _flees, _inquires,
    _is_at_scene,
)  # fmt: skip
"""In which ways somebody who is named beside a deed did something else."""


def told_among(act: Token, party: Token) -> Token | None:
    """The word by which somebody is told to be one of those who did it: "guards | were | not among those who did"."""
    be = party.head
    among = [c for c in be.children if c.lower_ == "among" and act in c.subtree]
    return be if among and party.dep_ == "nsubj" and be.lemma_ == "be" else None
