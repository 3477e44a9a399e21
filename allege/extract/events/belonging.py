"""To which event a toll belongs: "the blast left 13 dead", "an attack killing 28", "12 died in a raid".

A toll stays in the mouth of whoever gives it ("officials say three were killed in a raid, residents say twelve died"),
and goes to an act rather than to another outcome: the dead are no count of the wounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Role
from allege.extract.events import tolls
from allege.extract.events.counts import DEAD, of_victims
from allege.extract.events.match import Trigger
from allege.extract.events.understood import causes
from allege.extract.predication import Filler
from allege.extract.roles import SAYS

GIVING = SAYS | {"put", "give", "record", "register", "document", "verify"}
"""Verbs by which somebody gives a toll."""

STEPS = 12


def tolls_of(analysis: Analysis, triggers: Iterable[Trigger]) -> Mapping[int, list[Filler]]:
    """Tolls given as states, and by verbs of killing that hang on another event, by the event they belong to."""
    out: dict[int, list[Filler]] = {}
    by_sentence: dict[int, dict[int, Trigger]] = {}
    for trigger in triggers:
        if trigger.rule.type == "ASSAULT" or trigger.rule.mode == "riot":
            by_sentence.setdefault(trigger.token.sent.start, {})[trigger.token.i] = trigger
    before: dict[int, Trigger] = {}
    for sentence in analysis.sentences:
        here = by_sentence.get(sentence.start, {})
        told, before = before, here
        if not here:
            out.update(_added(analysis, sentence, told, out))
            continue
        for word, toll in tolls.stated(analysis, sentence):
            at = _event_of(word, toll.role, here)
            if at is not None:
                out.setdefault(at, []).append(toll)
        _pass_on(analysis, here, out)
    return out


def _added(
    analysis: Analysis, sentence: SpacySpan, told: Mapping[int, Trigger], known: Mapping[int, list[Filler]]
) -> Iterator[tuple[int, list[Filler]]]:
    """The toll that a line without a verb adds to the one act of the sentence before: "Rebels raided it. 5 dead."."""
    acts = [i for i, trigger in told.items() if outcome(trigger) is None and _voice(trigger.token) is None]
    if len(acts) != 1 or acts[0] in known or any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" for t in sentence):
        return
    given = tolls.stated(analysis, sentence)
    added = [toll for word, toll in given if word.dep_ in ("ROOT", "amod", "acl") and not tolls.is_entry(word)]
    if added:
        yield acts[0], added


def outcome(trigger: Trigger) -> Role | None:
    """The toll that a verb of killing or wounding gives of itself; None of other events."""
    if trigger.token.pos_ == "NOUN":
        return None
    return Role.DEATHS if trigger.rule.deaths else Role.INJURIES if trigger.rule.injuries else None


def _event_of(word: Token, role: Role, here: Mapping[int, Trigger]) -> int | None:
    """The event of a stated toll: one that the word hangs on, else the nearest act, else the nearest outcome like it.

    Numbers of dead beside a verb of wounding alone go to that: there is nothing else to hold them.
    """
    voice = _voice(word)
    same = {i: t for i, t in here.items() if _voice(t.token) == voice}
    acts = {i for i, t in same.items() if outcome(t) is None}
    above = next((i for i in _around(word) if i in acts), None)
    if above is not None:
        return above
    alike = {i for i, t in same.items() if outcome(t) is role}
    rest = set(same) if word.lemma_.lower() in DEAD else set()
    pool = acts or alike or rest
    return min(pool, key=lambda i: (abs(i - word.i), i)) if pool else None


def _voice(token: Token) -> int | None:
    """The clause of somebody's words that a token stands in, by its verb; None for the author's."""
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if head.lemma_ in GIVING and token.dep_ in ("ccomp", "dobj", "xcomp") and not _is_beside(token, head):
            return head.i
        token = head
    return None


def _is_beside(clause: Token, verb: Token) -> bool:
    """Whether a clause stands before a verb of telling and a semicolon: "Rebels came; | the army reported two dead"."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def _around(word: Token) -> Iterator[int]:
    """What a toll hangs on, nearest first, with the subjects of its verbs."""
    at = word
    for _ in range(STEPS):
        if at.pos_ in ("VERB", "AUX"):
            yield from (c.i for c in at.children if c.dep_ in ("nsubj", "nsubjpass"))
        if at.head.i == at.i:
            return
        at = at.head
        yield at.i


def _pass_on(analysis: Analysis, here: Mapping[int, Trigger], out: dict[int, list[Filler]]) -> None:
    """Gives the toll of "killing 28" to the event that it hangs on or that is its subject."""
    for trigger in here.values():
        role = outcome(trigger)
        if role is None:
            continue
        host = _host(trigger.token, here)
        if host is not None:
            out.setdefault(host, []).extend(of_victims(analysis, role, trigger.frame.patients))


def _host(token: Token, here: Mapping[int, Trigger]) -> int | None:
    """The event that the killing or hurting at `token` is the outcome of; other outcomes are passed over."""
    at, seen = token, {token.i}
    for _ in range(4):
        above = next((h for h in _hosts(at) if h.i in here and h.i not in seen), None)
        if above is None:
            return None
        if outcome(here[above.i]) is None:
            return above.i
        at = above
        seen.add(at.i)
    return None


def _hosts(token: Token) -> list[Token]:
    """Where the result of an act may belong: what its participle hangs on, its subject, a carrying verb's object."""
    out = [c for c in token.children if c.dep_ in ("nsubj", "agent")]
    out += causes(token)
    if token.dep_ in ("advcl", "conj", "acl", "relcl"):
        out.append(token.head)
        out += [c for c in token.head.children if c.dep_ == "dobj"]
    return out
