"""Finds events: PLOVER's sixteen types with mode, ACLED sub-event type, who did what to whom, where, when, with what.

Rules live in data/events/*.toml (see docs/method-claims.md). This package looks them up at each verb, noun and
adjective (`match`), reads the parts off the parse (`fill`, `supports`), and brings in place and time (`where`) and
tolls (`tolls`).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.committing import committing
from allege.claim import ClaimKind, MentionType, Role, Spans
from allege.extract.events.belonging import tolls_of
from allege.extract.events.counts import count_in, counted, of_victims
from allege.extract.events.fill import filler, parts
from allege.extract.events.gathered import Parts
from allege.extract.events.generic import is_generic
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.means import Cast, mode_by_weapon
from allege.extract.events.peaceful import is_peaceful
from allege.extract.events.recipients import HOURS, STANDING
from allege.extract.events.refine import refine
from allege.extract.events.retold import retold
from allege.extract.events.supports import LISTING, carried, listed, modified
from allege.extract.events.understood import understood
from allege.extract.events.where import circumstances
from allege.extract.nouns import contents, is_before_generic, is_noun, kind
from allege.extract.phrases import head_span
from allege.extract.predication import Filler, Predication
from allege.extract.roles import REFLEXIVE, children, is_to_blame, prepositional
from allege.extract.unnamed import stays_unnamed
from allege.extract.wordlists import word_list


def find(analysis: Analysis) -> Iterator[Predication]:
    """The events of a text, in text order."""
    matcher = Matcher(analysis)
    triggers = [t for sentence in analysis.sentences for token in sentence if (t := matcher.trigger(token)) is not None]
    used = {c.i for t in triggers if t.object is not None for c in contents(t.object) if _is_used(matcher, t, c)}
    used |= {t.token.i for t in triggers if _is_of_used(t, used)}
    triggers = [t for t in triggers if t.token.i not in used and _stands(matcher, t)]
    nouns = {t.token.i for t in triggers if is_noun(t.token)}
    hangs = circumstances(analysis, lambda token: token.i in nouns)
    toll_of = tolls_of(analysis, triggers)
    out: list[Predication] = []
    for found in triggers:
        made = _predication(matcher, found, hangs.get(found.token.i, []), toll_of.get(found.token.i, []), hangs)
        out += [made, *_listed(matcher, found, made)]
    yield from understood(analysis, retold(analysis, out))


TOLD_ALONE = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types whose nouns are events even where nobody is named ("the explosion"); "a meeting" alone is none."""

RULED = word_list("ruled")
AFTERWARDS = word_list("afterwards")
"""Verbs of what is done about a deed later ("arrested on Monday over a killing in 2017")."""

CALLING = frozenset({"call", "brand", "label", "dub", "deem", "term", "consider"})
"""Verbs that say what something is called."""

RIGGED = frozenset({"trapped", "booby-trapped", "rigged"})
"""Participles that only say what a thing is filled with."""

HAPPENINGS = frozenset({"ASSAULT", "COERCE"})
"""Types whose participles before a noun are events ("the kidnapped priest"), and nouns where they are made."""


def _is_used(matcher: Matcher, found: Trigger, noun: Token) -> bool:
    """Whether a nominal event is only part of an expression already taken ("lifted the ban", "launched an inquiry")."""
    inner = matcher.trigger(noun)
    if inner is None or not is_noun(noun) or (found.token.lemma_ == "deny" and inner.rule.type == "COERCE"):
        return False  # "denied | the arrest | of two clerks": there are two claims
    return (
        found.rule.anchor_object or inner.rule.type == found.rule.type or inner.rule.type not in ("ASSAULT", "PROTEST")
    )


def _is_of_used(found: Trigger, used: Set[int]) -> bool:
    """Whether a participle on a deed that is taken tells the same deed: "called off a march | planned | for Friday"."""
    verb, rule = found.token, found.rule
    return verb.dep_ == "acl" and verb.head.i in used and rule.anchor_object and found.object == verb.head


def _listed(matcher: Matcher, found: Trigger, whole: Predication) -> Iterator[Predication]:
    """One event for each target that a list names ("several attacks including the Mirna naval base")."""
    token = found.token
    if token.pos_ != "NOUN" or found.rule.type != "ASSAULT":
        return
    for prep in token.children:
        if prep.lower_ not in LISTING or prep.dep_ != "prep":
            continue
        for n, member in enumerate(listed(prep)):
            if any(matcher.trigger(t) is not None for t in (member, *children(member, "compound", "nmod"))):
                if n == 0:
                    break  # "attacks including one on a school in Velm village, Velm county"
                continue
            if kind(matcher.analysis, member) in (MentionType.TIME, MentionType.QUANTITY) or member.tag_ == "NNS":
                continue
            target = filler(matcher, Role.RECIPIENT, member)
            kept = tuple(f for f in whole.fillers if f.role in (Role.ACTOR, Role.PLACE))
            yield replace(
                whole,
                anchor=target.spans,
                head=member.i,
                fillers=(*kept, target),
                why=f"{whole.why}, in a list",
                score=0.7,
            )


def _stands(matcher: Matcher, found: Trigger) -> bool:
    """Whether a trigger is an event here: some nouns only where somebody does it, and none that only name a thing."""
    token = found.token
    unmeant = is_to_blame(token) or _only_names(token) or is_peaceful(found) or stays_unnamed(token)
    unmeant = unmeant or _is_found_so(token)
    unmeant = unmeant or (token.dep_ == "xcomp" and token.tag_ == "VBN" and stays_unnamed(token.head))
    if unmeant or _is_held(token) or _harms_nobody(found) or is_generic(matcher, found):
        return False
    if not is_noun(token):
        first = token.head if token.dep_ == "conj" else token  # "American and | allied | forces"
        return first.dep_ not in ("amod", "compound") or is_noun(first) or _is_deed_before(found)
    if token.dep_ in ("compound", "nmod") and is_noun(token.head) and token.head.i > token.i:
        return is_before_generic(token)
    if found.rule.needs_support or found.rule.type not in TOLD_ALONE:
        inside, around = modified(matcher, found), carried(matcher, token)
        done = found.rule.type in HAPPENINGS and around.host is not None and children(around.host, "nsubjpass")
        alone = inside.agents or around.agents or around.patients or done or _is_in_force(found)
        alone = alone or _is_counted(found) or _is_under_way(found)
        return bool(alone or (not found.rule.needs_support and parts(matcher, found).patients))
    if found.rule.needs_copula:
        return token.head.lower_ == "in"
    return True


def _is_found_so(token: Token) -> bool:
    """Whether somebody is come upon so, by whoever's hand: "was found | hanged | in her flat"."""
    return token.lemma_ == "hang" and token.tag_ == "VBN" and token.head.lemma_ in ("find", "discover")


def _is_counted(found: Trigger) -> bool:
    """Whether it is told how often it was done: "54 cases of | arrest |"."""
    token = found.token
    if found.rule.type not in HAPPENINGS or token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    cases = token.head.head
    return cases.lemma_.lower() in CASES and (cases.tag_ == "NNS" or bool(children(cases, "nummod")))


def _is_under_way(found: Trigger) -> bool:
    """Whether those who leave have begun to, or are done: "the | pullout | had begun"."""
    token = found.token
    return found.rule.mode == "withdraw" and token.dep_ == "nsubj" and token.head.lemma_ in PROCEEDING


CASES = frozenset({"case", "incident", "instance", "episode", "act"})
"""Nouns that count deeds of a kind."""

PROCEEDING = frozenset({"begin", "start", "commence", "continue", "proceed", "end", "finish", "conclude", "resume"})
"""Verbs of what is being done by whoever has to."""


def _is_in_force(found: Trigger) -> bool:
    """Whether an order holds: "a curfew in force", "a curfew is in place"."""
    token = found.token
    said = children(token.head, "prep") if token.dep_ == "nsubj" and token.head.lemma_ == "be" else []
    behind = (c for p in (*children(token, "prep"), *said) if p.lower_ == "in" for c in p.children)
    return found.rule.mode == "curfew" and any(c.lower_ in STANDING for c in behind)


def _harms_nobody(found: Trigger) -> bool:
    """Whether something only rises or falls ("shot up by 5 | percent"), or people shut themselves in or get out."""
    if found.rule.type == "COERCE":
        return any(c.lower_ in REFLEXIVE for c in children(found.token, "dobj"))
    token, over = found.token, found.token.head.head
    if token.lemma_.lower() == "jailbreak" and token.dep_ == "pobj" and over.lemma_ in FLEEING:
        return True  # "escaped in a jailbreak"
    return found.rule.type == "ASSAULT" and any(p.lemma_.lower() in UNITS_OF_CHANGE for p in prepositional(token, "by"))


FLEEING = frozenset({"escape", "flee", "break", "get"})
"""Verbs of those who get out."""

UNITS_OF_CHANGE = frozenset({"percent", "%", "percentage", "point"})
"""Units of a rise or fall."""


def _is_deed_before(found: Trigger) -> bool:
    """Whether a participle before a noun tells what was done: "the kidnapped priest", no "booby-trapped car"."""
    token = found.token
    joined = token.nbor(-1 if token.i else 0).text == "-" or bool(children(token, "npadvmod"))
    return found.rule.type in HAPPENINGS and not joined and token.lower_ not in RULED | RIGGED


def _only_names(token: Token) -> bool:
    """Whether a word only says what something is called, or heads a note."""
    return _is_named_so(token) or _is_label(token)


DATED = frozenset({"on", "around", "between", "about", "from"})
"""Prepositions that open a dated note."""


def _is_label(token: Token) -> bool:
    """Whether a word only heads a dated note: "Property | destruction: On 12 March rebels burned the mill"."""
    behind = token.doc[token.i + 1 : token.i + 4]
    dated = len(behind) == 3 and behind[0].text == ":" and behind[1].lower_ in DATED
    return dated and behind[2].ent_type_ == "DATE"


def _is_named_so(token: Token) -> bool:
    """Whether a participle only says what something is called: "calling it dangerous and | insulting"."""
    first = token.head if token.dep_ == "conj" else token
    return token.tag_ == "VBG" and first.dep_ == "oprd" and first.head.lemma_ in CALLING


def _is_held(token: Token) -> bool:
    """Whether it is said to be in custody or not: a state, and nobody's arrest."""
    return token.lower_ == "custody" and token.head.lower_ == "in" and token.head.head.lemma_ == "be"


def _predication(
    matcher: Matcher, found: Trigger, hung: list[Filler], stated: list[Filler], hangs: object
) -> Predication:
    who = _without_itself(_without_times(parts(matcher, found)), found)
    hung = [*hung, *_of_clause(found, {f.role for f in hung}, hangs)]
    refined = refine(matcher, found)
    cast = Cast(who.agents, tuple(who.tools))
    mode = mode_by_weapon(refined.mode, found, cast)
    fillers = [
        *(filler(matcher, Role.ACTOR, t) for t in who.agents),
        *(filler(matcher, Role.RECIPIENT, t) for t in who.patients),
        *(filler(matcher, Role.INSTRUMENT, t) for t in who.tools),
        *_around(who, hung, hangs),
        *_tolls(matcher.analysis, found, who, stated),
    ]
    return Predication(
        ClaimKind.EVENT,
        refined.type,
        anchor(found),
        found.token.i,
        mode,
        fillers=tuple(dict.fromkeys(fillers)),
        score=found.rule.score,
        why=refined.why,
        absorbed=refined.absorbed,
    )


def _of_clause(found: Trigger, known: Set[Role], hangs: object) -> list[Filler]:
    """Where and when a deed was done by the clause that says so: "killed in strikes | carried out on 8 March"."""
    if not is_noun(found.token) or not isinstance(hangs, dict):
        return []
    clauses = (c for c in children(found.token, "acl") if c.lemma_ in committing("doing", "waging"))
    return [f for clause in clauses for f in hangs.get(clause.i, []) if f.role not in known]


def _without_times(who: Parts) -> Parts:
    """The same parties without the hour by which something was done: "claimed by nightfall"."""
    agents = tuple(t for t in who.agents if t.lower_ not in HOURS and t.ent_type_ not in ("DATE", "TIME"))
    return who if len(agents) == len(who.agents) else replace(who, agents=agents)


def _without_itself(who: Parts, found: Trigger) -> Parts:
    """The same without the deed's own word for a party: "denies a link | with the explosion", "wounds | suffered"."""
    own = {found.token.i, *([found.object.i] if found.rule.anchor_object and found.object is not None else [])}
    return replace(
        who,
        patients=tuple(t for t in who.patients if t.i not in own),
        tools=[t for t in who.tools if t.i != found.token.i],
    )


def _around(who: Parts, hung: list[Filler], hangs: object) -> list[Filler]:
    """Places and times of the event, or else of the verb that carries it, unless they already are recipients.

    Not when and where somebody is arrested or tried for it.
    """
    taken = {t.i for t in who.patients}
    host = who.host if who.host is not None and who.host.lemma_ not in AFTERWARDS else None
    own = {f.role for f in hung}
    carried_by = hangs.get(host.i, []) if host is not None and isinstance(hangs, dict) else []
    carried_by = [f for f in carried_by if f.role not in own]
    return [f for f in (*hung, *carried_by) if f.head not in taken]


def _tolls(analysis: Analysis, found: Trigger, who: Parts, stated: list[Filler]) -> list[Filler]:
    if found.rule.deaths:
        dead = list(of_victims(analysis, Role.DEATHS, who.patients))
        number = count_in(found.token) if is_noun(found.token) and not dead and not stated else None
        return [*dead, *stated, *([] if number is None else [counted(analysis, Role.DEATHS, number)])]
    if found.rule.injuries:
        return [*of_victims(analysis, Role.INJURIES, who.patients), *stated]
    return stated


def _before(found: Trigger) -> list[Token]:
    """The words before a noun that belong to its name ("air" in "air strike")."""
    at = found.token.i
    out: list[Token] = []
    while len(out) < found.words and at > 0:
        at -= 1
        if found.token.doc[at].text != "-":
            out.append(found.token.doc[at])
    return out


def anchor(found: Trigger) -> Spans:
    """The words that name the event: the trigger, its particle, and the noun or word that makes the expression."""
    words = [*_before(found), found.token]
    rule = found.rule
    if found.particle is not None and abs(found.particle.i - found.token.i) <= 4:
        words.append(found.particle)
    if rule.anchor_object and found.object is not None:
        words.append(found.object)
    if rule.anchor_with and found.phrase is not None:
        words += [found.phrase.head, found.phrase] if found.phrase.dep_ == "pobj" else [found.phrase]
    if rule.anchor_with_prep and found.phrase is not None:
        words.append(found.phrase if found.phrase.pos_ == "ADP" else found.phrase.head)
    if rule.anchor_complement and found.complement is not None:
        words.append(found.complement)
    return head_span(*words)


__all__ = ["find"]
