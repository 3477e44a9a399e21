"""Who did it, to whom and with what: the heads that fill the roles of a trigger.

Whom a rule looks for, and where: `recipients`; with what it was done: `tools`.
"""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.committing import committing
from allege.claim import MentionType, Role
from allege.extract.events.before import SIDED
from allege.extract.events.gathered import Parts
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.means import owners
from allege.extract.events.recipients import is_party, nominal_recipients, recipients
from allege.extract.events.supports import Carried, Modified, carried, is_event_noun, modified
from allege.extract.events.tools import take_tools
from allege.extract.happenings import happens
from allege.extract.nominal import named_one
from allege.extract.nouns import (
    contents,
    gerund_behind,
    in_class,
    is_harmed,
    is_nobody,
    is_noun,
    is_paper,
    is_sentient,
    kind,
    weapon_class,
)
from allege.extract.phrases import heads_line, phrase
from allege.extract.predication import Filler
from allege.extract.roles import NOMINAL, at_hands, children, owner, prepositional, spread
from allege.extract.wordlists import word_list

LIFELESS = word_list("lifeless")
"""Nouns for what stands as a subject beside an attack and did not do it."""

FRAGMENTS = word_list("fragments")
"""Nouns for what hits somebody and is nobody."""


def parts(matcher: Matcher, found: Trigger) -> Parts:
    """The doers, those done to and the tools of a trigger."""
    out = _of_noun(matcher, found) if is_noun(found.token) else _of_verb(matcher, found)
    out.agents, out.patients = (tuple(named_one(_of_whom(t)) for t in side) for side in (out.agents, out.patients))
    if found.rule.type in DONE_BY_WRITERS:
        out.agents = tuple(b for a in out.agents for b in written(a) or (a,))
    if found.rule.type == "ASSAULT":
        out.agents = tuple(b for a in out.agents for b in ((a,) if _may_attack(matcher, a) else _firing(matcher, a)))
    take_tools(matcher, found, out)
    if found.rule.reciprocal and not out.agents and out.patients and all(map(_is_between, out.patients)):
        out.agents, out.patients = out.patients, ()
    if found.rule.reciprocal and not out.patients and len(out.agents) > 1:
        out.agents, out.patients = out.agents[:1], out.agents[1:]
    if found.rule.reciprocal and len(out.agents) > 1 and all(_only_located(matcher, p) for p in out.patients):
        out.agents, out.patients = out.agents[:1], out.agents[1:]
    out.patients = tuple(p for p in out.patients if not is_nobody(p) or _is_denied_of(p))
    hit = {p.lower_ for p in out.patients}
    out.agents = tuple(a for a in out.agents if OWN_OBJECT.get(a.lower_) not in hit)  # "I got a call threatening me"
    if out.agents and out.agents[0].dep_ == "nsubj":
        out.patients = tuple(p for p in out.patients if p.i not in {a.i for a in out.agents})
    return out


SENDING = frozenset({"sign", "write", "send", "issue", "post", "publish", "release", "circulate", "distribute"})
DONE_BY_WRITERS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN"})
"""Types of what a letter tells that somebody will do: whoever wrote it will."""


def written(paper: Token) -> tuple[Token, ...]:
    """Who wrote what threatens: "letters signed by | the front |", "a leaflet from | the front |"; else nobody."""
    if not is_paper(paper):
        return ()
    signed = [t for c in children(paper, "acl") if c.lemma_ in SENDING for t in prepositional(c, "by")]
    return spread(signed or prepositional(paper, "from", "by") or children(paper, "poss") or _of_writers(paper))


def _of_writers(paper: Token) -> list[Token]:
    return [t for t in prepositional(paper, "of") if t.pos_ == "PROPN" or in_class(t, "armed")]


def _firing(matcher: Matcher, hit: Token) -> list[Token]:
    """Whose fire or bullets it was that somebody was hit by: "killed by | the guards' | rifle fire"."""
    return owners(matcher, hit) if weapon_class(hit) or hit.lemma_.lower() in FRAGMENTS else []


def _is_denied_of(whom: Token) -> bool:
    """Whether it is said of some people or things that it was done to none of them: "| no prisoner | had been beaten",
    "burned | no village |".
    """
    undergone = whom.dep_ in ("nsubjpass", "dobj") and any(in_class(whom, name) for name in ("person", "thing"))
    return undergone and any(c.lower_ == "no" for c in children(whom, "det"))


def _is_between(side: Token) -> bool:
    """Whether it is one of those between whom something is: "talks between | the league | and | the ministry"."""
    while side.dep_ == "conj":
        side = side.head
    return side.dep_ == "pobj" and side.head.lower_ in ("between", "among", "amongst")


COUNTING = frozenset({"none", "neither", "one", "nobody"})
"""Words that say of how many of those behind an "of" it is told."""


def _of_whom(token: Token) -> Token:
    """Those of whom it is said that none did it: "none of | the guards", "not one of | the rebels"."""
    of = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in ("of", "from", "in", "among")), None)
    if of is None or token.lower_ not in COUNTING or not is_nobody(token):
        return token
    return next((c for c in of.children if c.dep_ == "pobj"), token)


SERIES = frozenset({"barrage", "number", "pair", "series", "spate", "string", "succession", "wave"})
"""Nouns for so many deeds, which do nothing beside them."""

VESSELS = frozenset(
    {"boat", "cutter", "destroyer", "dinghy", "frigate", "ship", "speedboat", "submarine", "trawler", "vessel"}
)
FIRING = frozenset({"attack", "bombard", "fire", "open", "ram", "shell", "shoot", "torpedo"})
"""By what a vessel attacks, and whoever sails in it: "opened fire"."""


def _may_attack(matcher: Matcher, token: Token) -> bool:
    """Whether a phrase can be who attacks: no wall, no video, no deaths, nobody, nor who speaks before a colon."""
    if heads_line(token) or token.lemma_.lower() in FRAGMENTS or is_nobody(token):
        return False
    if happens(token) and token.i not in matcher.analysis.by_head and not in_class(token, "state force"):
        return False
    if token.pos_ != "NOUN" or token.ent_type_ or weapon_class(token) or in_class(token, "person"):
        return True
    known = kind(matcher.analysis, token) is MentionType.ACTOR
    deed = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else token.head
    if token.lemma_ in VESSELS and (deed.i != token.head.i or token.dep_ == "nsubj") and deed.lemma_ in FIRING:
        return True  # "a patrol boat was firing on the trawler", "shelled by a ship": whoever sails in it
    return token.lemma_ not in LIFELESS and (known or not in_class(token, "thing"))


def _only_located(matcher: Matcher, token: Token) -> bool:
    """Whether a phrase is no other side: a matter, or the place of a meeting."""
    return not is_party(matcher, token) or (token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "on"))


def _of_verb(matcher: Matcher, found: Trigger) -> Parts:
    rule, who = found.rule, found.frame
    agents = () if rule.actor == ("none",) or _is_only_named(found.token) else who.agents
    if rule.actor and rule.actor != ("none",):
        things = [t for word in (found.token, *who.patients) for t in prepositional(word, *rule.actor)]
        agents = spread(things)  # "received threats | from the militia"
    elif not agents and who.passive and rule.mode != "release" and (rule.type in MOVED or rule.name == "give aid"):
        agents = tuple(p for p in who.patients if any(in_class(c, "armed") for c in contents(p)))
    elif any(a.head.lemma_ in CRASHING and a.head.i == found.token.head.i for a in agents):
        agents = ()  # "a helicopter crashed, | killing four"
    elif (not agents and (rule.deaths or rule.injuries)) or rule.actor == ("none",):
        victims = {v.i for v in who.patients}
        agents = tuple(a for a in _of_the_event(matcher, found.token) if not is_theirs(matcher.analysis, a, victims))
    elif not agents and who.passive and rule.mode in IN_RAIDS:
        victims = {v.i for v in who.patients}
        raiders = _of_the_event(matcher, found.token, RAIDS)
        raiders = raiders if rule.mode != "arrest" or any(map(_may_hold, raiders)) else ()
        agents = tuple(a for a in raiders if not is_theirs(matcher.analysis, a, victims))
    agents = agents or spread(at_hands(found.token))
    return Parts(_resolved(matcher, agents), recipients(matcher, found, rule.recipient))


def is_theirs(analysis: Analysis, doer: Token, victims: Set[int]) -> bool:
    """Whether a deed is that of those who fell in it: "fighters were killed during | their | offensive", "in the |
    latter's | raid", which names them again. `victims`: the heads of their phrases.
    """
    if doer.lower_ == "latter":
        return bool(victims)
    return analysis.antecedent.get(doer.i, doer.i) in victims


MOVED = frozenset({"MOBILIZE", "RETREAT"})
"""Types of what those under arms do who are sent: "troops were deployed"; "soldiers were treated" in a clinic."""

IN_RAIDS = frozenset({"arrest", "firearms", "abduct"})
RAIDS = frozenset({"raid", "swoop", "ambush"})
"""What somebody is taken or shot in by those who make it; in an attack also they themselves may be."""


def _may_hold(raider: Token) -> bool:
    """Whether who makes a raid may be who arrests in it: "held in the raid | by rebels" are rebels, as it may be."""
    return any(in_class(t, "state force") or in_class(t, "police") for t in contents(raider))


OWN_OBJECT = {"i": "me", "we": "us"}
"""A pronoun as subject, and as object of the same; "himself" is nobody's recipient anyhow (`recipients`)."""

CRASHING = frozenset({"crash", "capsize", "derail", "overturn"})
"""Verbs of what happens to a craft, which does no deed by it."""

RAINING = frozenset({"shell", "bomb", "bombard", "strafe"})
SETTING = frozenset({"in", "during", "amid", "from"})
"""Prepositions behind which "shooting" and "stabbing" only name what went on: "four hurt in shooting"."""

AIMING = ("at", "into", "on", "toward", "towards", "with")
"""Prepositions behind a gerund that somebody does: "the man in black shooting at the guards"."""


def _is_only_named(verb: Token) -> bool:
    """Whether a gerund only names what went on: "fled as shelling resumed", "hurt in a street shooting"."""
    if verb.tag_ != "VBG" or children(verb, "dobj", "nsubj"):
        return False
    if verb.dep_ == "acl":
        return verb.lemma_ in ("shoot", "stab") and _stands_in_setting(verb)
    if verb.dep_ != "pcomp":
        return False
    return verb.lemma_ in RAINING or (verb.lemma_ in ("shoot", "stab") and verb.head.lower_ in SETTING)


def _stands_in_setting(verb: Token) -> bool:
    """Whether a gerund is read as a clause on a noun, and names what went on: "a victim in a night shooting dies"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    behind = before.dep_ == "pobj" and before.head.lower_ in SETTING and verb.head.i < before.head.i
    return behind and not prepositional(verb, *AIMING)


def _of_the_event(matcher: Matcher, verb: Token, deeds: Set[str] = frozenset()) -> tuple[Token, ...]:
    """Who did it where the event is only the setting ("two were killed in police firing"); `deeds`: these alone."""
    for noun in prepositional(verb, "in", "by", "during", "from"):
        if deeds and noun.lemma_ not in deeds:
            continue
        act = gerund_behind(noun)
        for word in (noun, *((act,) if act is not None else ()), *children(noun, "acl", "compound")):
            inner = matcher.trigger(word)
            if inner is not None and inner.rule.type == "ASSAULT":
                if inner.rule.reciprocal and prepositional(word, "between", "among"):
                    return ()  # "killed in clashes between the army and rebels", by either
                return modified(matcher, inner).agents if is_noun(word) else matcher.frame(word).agents
    return ()


def _of_noun(matcher: Matcher, found: Trigger) -> Parts:
    inside: Modified = modified(matcher, found)
    around: Carried = carried(matcher, found.token)
    told = tuple(a for a in around.agents if not is_nobody(a))
    agents = told if _only_placed(matcher, found.token, inside, around) else inside.agents or told
    order = found.rule.noun_recipient or found.rule.recipient
    patients = inside.patients if inside.patients and found.rule.reciprocal else ()
    patients = patients or nominal_recipients(matcher, found, order) or _dying(found.token)
    patients = patients or inside.patients or around.patients
    if not agents and found.rule.poss != "recipient" and "of" in order and not found.rule.reciprocal:
        agents, patients = _of_phrase(matcher, found, patients)
    if found.rule.reciprocal and len(agents) > 1 and not patients:
        agents, patients = agents[:1], agents[1:]
    patients = tuple(p for p in patients if not is_nobody(p))
    taken = {p.i for p in patients}
    return Parts(
        tuple(a for a in _resolved(matcher, agents) if a.i not in taken), patients, list(inside.tools), around.host
    )


def _dying(act: Token) -> tuple[Token, ...]:
    """Whose death an act names, or the manner of: "the | shooting | death of a clerk", "his fatal | shooting"."""
    named = act.dep_ in ("compound", "amod", "nmod") and act.head.lemma_ == "death"
    fatal = act.lemma_ in ("shooting", "stabbing") and any(c.lower_ == "fatal" for c in children(act, "amod"))
    if fatal and not prepositional(act, "of", "by"):
        return spread(children(act, "poss"))  # "a mother's fatal | shooting"
    return spread(owner(act.head)) if named else ()


def _only_placed(matcher: Matcher, act: Token, inside: Modified, around: Carried) -> bool:
    """Whether the name before a deed says where, for its doer is told: "a man carried out | an Orsa attack"."""
    if around.host is None or around.host.lemma_ not in committing("doing") or not (inside.agents and around.agents):
        return False
    known = [m for a in inside.agents if (m := matcher.analysis.by_head.get(a.i)) is not None and m.entity]
    by_name = all(a.i < act.i and a.pos_ == "PROPN" and a.dep_ != "poss" for a in inside.agents)
    return by_name and not any(m.type is MentionType.ACTOR for m in known)


def _of_phrase(
    matcher: Matcher, found: Trigger, patients: tuple[Token, ...]
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Somebody in the "of" phrase of an act is who did it ("the attacks of the gunmen"); a thing is what was hit."""
    of = spread(prepositional(found.token, "of"))
    doers = tuple(t for t in of if is_sentient(matcher.analysis, t)) if not _is_done_to(found) else ()
    if doers and doers == patients:
        return doers, ()
    return (doers, patients) if doers else ((), patients)


AIMED = frozenset({"aerial", "destroy", "drone", "explosives", "heavy-weapons"})
"""Modes whose nouns take what is hit behind "of" ("the shelling of Orsa")."""

OF_DOERS = word_list("of-doers")
"""Nouns in -ing of what somebody does, without an object ("the firing of the guards")."""


CLOSING = frozenset({"blockade", "siege", "encirclement", "invasion", "bombardment", "storming"})
"""Nouns that take what is shut in or gone into behind "of" ("the blockade of Orsa")."""


def _is_done_to(found: Trigger) -> bool:
    """Whether what stands behind "of" has it done to them: "the shooting of a clerk", not "the raid of the gunmen"."""
    noun = found.token.lemma_.lower()
    return found.rule.mode in AIMED or noun in CLOSING or (noun.endswith("ing") and noun not in OF_DOERS)


def _resolved(matcher: Matcher, agents: tuple[Token, ...]) -> tuple[Token, ...]:
    """Doers with nominal events replaced by who did those ("the attack by gunmen killed nine"), talks by who talks."""
    out: list[Token] = []
    for agent in (_of_series(matcher, agent) for agent in agents):
        if agent.pos_ == "NOUN" and in_class(agent, "talks") and prepositional(agent, "between"):
            out += spread(prepositional(agent, "between"))
        elif is_event_noun(matcher, agent) and agent.pos_ == "NOUN":
            found = matcher.trigger(agent)
            inside = modified(matcher, found) if found else Modified()
            around = carried(matcher, agent)
            out += around.agents if _only_placed(matcher, agent, inside, around) else inside.agents
        elif is_harmed(agent):
            continue
        elif agent.ent_type_ not in ("DATE", "TIME", "MONEY") and (agent.pos_ in NOMINAL or _names_side(agent)):
            out.append(agent)
    return tuple(dict.fromkeys(out))


def _of_series(matcher: Matcher, agent: Token) -> Token:
    """The deeds that are told to be many: "a series of | raids | by the Front killed nine"; else the word itself."""
    of = prepositional(agent, "of") if agent.lemma_ in SERIES else []
    return next((deed for deed in of if is_event_noun(matcher, deed)), agent)


def _names_side(token: Token) -> bool:
    """Whether an adjective names who does it: "a Kirelian raid", "a rebel attack"."""
    return token.pos_ == "ADJ" and (token.ent_type_ == "NORP" or token.lower_ in SIDED)


def filler(matcher: Matcher, role: Role, token: Token) -> Filler:
    """A filler for a phrase by its head."""
    if role is Role.INSTRUMENT:
        return Filler(role, phrase(token), token.i, MentionType.WEAPON)
    if role is Role.RECIPIENT:
        return Filler(role, phrase(token), token.i, _recipient_type(matcher, token))
    return Filler(role, phrase(token), token.i)


def _recipient_type(matcher: Matcher, token: Token) -> MentionType | None:
    if token.i in matcher.analysis.by_head and not in_class(token, "thing"):
        return None
    found = kind(matcher.analysis, token)
    return None if found is MentionType.ACTOR else found
