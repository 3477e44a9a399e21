"""Owning up, denying and blaming without saying what: "A bomb killed three. The army blamed the front."

What is meant is the last assault told before: "claimed responsibility", "blamed the front", "said they were
responsible", "was behind it", "did it". The claim is anchored at the words that say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, MentionType, Role, Span
from allege.extract.blame.aside import FLATLY, aside
from allege.extract.blame.doers import is_assault, is_struck, laid, ties
from allege.extract.blame.links import COMMITTED, IT, is_again, words
from allege.extract.blame.named import acts
from allege.extract.blame.tie import Tie
from allege.extract.certainty.lexicon import CUES
from allege.extract.events.counts import DEAD
from allege.extract.happenings import happens
from allege.extract.nouns import in_class, is_nobody, with_lemma
from allege.extract.phrases import phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import (
    POINTING,
    RELATIVE,
    SUBJECTS,
    antecedent,
    children,
    frame,
    is_to_blame,
    prepositional,
    spread,
    surface,
)
from allege.extract.unowned import unowned

NEAR = 3
"""Sentences back in which the deed is looked for."""

CLOSE = 2
"""The same for "did it", which may mean anything that was told."""

NEXT = 1
"""The same for what is said of the deed, and not the deed itself: "the army denied the accusation"."""

OUTCOMES = frozenset({"kill", "wound", "injure", "hurt", "maim", "leave", "destroy", "damage"})
"""Lemmas of what comes of an assault that is told before them in the same sentence."""

SCORE = 0.6
SHARED = frozenset({Role.RECIPIENT, Role.INSTRUMENT, Role.PLACE, Role.TIME})
"""What the deed's own words say of it; who did it is another's word, and a toll is told once."""


def bare(analysis: Analysis, found: Iterable[Predication]) -> Iterator[tuple[Predication, Tie]]:
    """The deeds that are owned up to, denied or laid at a door without being named, each with what ties it there."""
    assaults = sorted((p for p in found if is_assault(p)), key=lambda p: p.head)
    denials = (*aside(analysis), *_answers(analysis)) if assaults else ()
    again: list[Predication] = []
    for word, tie, near in _ties(analysis) if assaults else ():
        deed = _before(analysis, assaults, word, near)
        if deed is not None:
            told = _told(word, deed, tie)
            again.append(_with_doers(word, told, tie))
            yield told, tie
    if denials:  # whoever is accused did it, and not who accuses him
        assaults = sorted([*laid(analysis, assaults, ties(analysis, assaults)), *again], key=lambda p: p.head)
    for verb, thing, tie in denials:
        deed = _before(analysis, assaults, verb, NEXT if _is_of_before(verb, thing) else 0)
        if deed is not None and (thing.lower_ not in IT or _is_main(analysis.doc[deed.head])):
            yield _denied(verb, thing, deed, tie)


def _with_doers(word: Token, told: Predication, tie: Tie) -> Predication:
    """A deed told once more, at the word that says so, with those at whose door that lays it."""
    doers = tuple(Filler(Role.ACTOR, phrase(t), t.i) for t in tie.doers)
    return replace(told, head=word.i, fillers=(*doers, *told.fillers))


def _is_of_before(verb: Token, thing: Token) -> bool:
    """Whether what is denied may be what the sentence before tells: "the accusation", and no "which" of this one.

    "They threatened to kill him. They get arms from Norland, | which | Norland denies" denies no killing.
    """
    own = thing.lower_ in RELATIVE and verb.head.lemma_.lower() not in CUES.hearsay
    return thing.head.i == verb.i and not own


def _before(analysis: Analysis, assaults: list[Predication], word: Token, near: int) -> Predication | None:
    """The last assault told before a word, at most so many sentences back, or that of which it is what came of it."""
    deed = next((p for p in reversed(assaults) if p.head < word.i), None)
    if deed is None or _between(analysis, deed.head, word.i) > near:
        return None
    return _whole(analysis, assaults, deed)


def _whole(analysis: Analysis, assaults: list[Predication], deed: Predication) -> Predication:
    """The assault by which somebody was hurt: "Shells | hit | a market, killing three and | wounding | nine"."""
    at, found = analysis.doc[deed.head], deed
    while at.lemma_ in OUTCOMES and at.dep_ in ("advcl", "conj") and at.head.i < at.i:
        at = at.head
        found = next((p for p in assaults if p.head == at.i), found)
    return found


def _ties(analysis: Analysis) -> Iterator[tuple[Token, Tie, int]]:
    """The words that own up, deny or blame; the tie they make; how many sentences back the deed may be."""
    for noun in with_lemma(analysis.doc, words("owned") | words("denied")):
        act = _act(noun)
        tie = None if act is None else _tie(noun, act)
        if tie is not None:
            yield noun, tie, NEAR
    for verb in with_lemma(analysis.doc, words("blaming")):
        doers = _blamed(verb)
        if doers:
            yield verb, Tie(verb, doers, Act.ACCUSE, next(iter(frame(verb).agents), None), (verb,)), NEAR
    for noun in with_lemma(analysis.doc, ("finger",)):
        verb = noun.head
        if noun.dep_ == "dobj" and f"{verb.lemma_} finger at" in words("pointing") and not unowned(verb):
            doers = tuple(t for t in spread(prepositional(verb, "at")) if _is_party(analysis, t))
            if doers:
                yield verb, Tie(verb, doers, Act.ACCUSE, next(iter(frame(verb).agents), None), (verb, noun)), NEAR
    for noun in with_lemma(analysis.doc, ("suspicion",)):
        verb = noun.head
        on = [prep for prep in children(verb, "prep") if f"{verb.lemma_} {prep.lower_}" in words("resting")]
        doers = spread([t for prep in on for t in children(prep, "pobj")])
        if noun.dep_ == "nsubj" and doers:
            yield verb, Tie(verb, doers, Act.ACCUSE, None, (verb, noun)), NEAR
    yield from _told_again(analysis)
    yield from _of_crimes(analysis)
    for word, be in _responsible(analysis):
        doers = spread(surface(be))
        if any(_is_party(analysis, d) for d in doers):
            yield word, Tie(word, doers, at=be), NEAR


def _of_crimes(analysis: Analysis) -> Iterator[tuple[Token, Tie, int]]:
    """The same of "the crime" told before, and of who it may have been: "committed the crime", "it could have been"."""
    for be in with_lemma(analysis.doc, ("be",)):
        doers = _supposed(be)
        if any(_is_party(analysis, d) for d in doers):
            yield be, Tie(be, doers, at=be), CLOSE
        doers = _it_was(be)
        if doers and all(_is_party(analysis, d) for d in doers):
            yield be, Tie(be, doers, at=be), NEXT
    for verb in with_lemma(analysis.doc, COMMITTED | {"participate", "take"}):
        doers = _committed(verb)
        if any(_is_party(analysis, d) for d in doers):
            yield verb, Tie(verb, doers, at=verb), CLOSE


def _told_again(analysis: Analysis) -> Iterator[tuple[Token, Tie, int]]:
    """The same where a pronoun stands for the deed: "held them responsible for it", "carried it out", "did it"."""
    for word in with_lemma(analysis.doc, ("responsible", "accountable")):
        tie = _held(word)
        if tie is not None:
            yield word, tie, NEAR
    for verb in with_lemma(analysis.doc, ("do",)):
        if verb.pos_ == "VERB" and any(c.lower_ in IT for c in children(verb, "dobj")) and _is_told(verb):
            doers = frame(verb).agents
            if doers and doers[0].lower_ not in RELATIVE:
                yield verb, Tie(verb, doers, at=verb), CLOSE
    for verb in with_lemma(analysis.doc, words("whose")):
        doers = _at_whose_door(verb)
        if any(_is_party(analysis, d) for d in doers):
            yield verb, Tie(verb, doers, Act.ACCUSE, next(iter(frame(verb).agents), None), (verb,)), NEAR
    for verb in with_lemma(analysis.doc, COMMITTED):
        things = children(verb, "dobj")
        aside_told = any(c.lower_ == "which" for c in things) and verb.head.dep_ == "relcl"
        again = any(c.lower_ in IT for c in things) and _is_told(verb)
        if verb.dep_ == "ccomp" and (aside_told or again):
            doers = frame(verb).agents
            if aside_told and doers and doers[0].pos_ == "PRON":  # "which the front says | it carried out"
                doers = frame(verb.head).agents or doers
            if doers and doers[0].lower_ not in RELATIVE:
                yield verb, Tie(verb, doers, at=verb), 0 if aside_told else CLOSE


def _answers(analysis: Analysis) -> Iterator[tuple[Token, Token, Tie]]:
    """Denials of what was said a moment ago: the verb, "the accusation" or the like, and the tie to who denies it."""
    for verb in with_lemma(analysis.doc, words("denying")):
        things = [t for t in children(verb, "dobj") if t.lemma_.lower() in CUES.hearsay and _is_meant(t)]
        if not things and verb.lemma_ in FLATLY and verb.dep_ in MAIN:
            things = [t for t in children(verb, "dobj") if t.lower_ in IT and not any(t.children)]
        agents = frame(verb).agents
        if verb.pos_ == "VERB" and things and agents and not is_nobody(agents[0]) and not unowned(verb):
            yield verb, things[0], Tie(verb, agents, Act.DENY, agents[0], (verb,), verb)


MAIN = frozenset({"ROOT", "conj", "ccomp"})
"""Labels on the way from a sentence down to what it asserts, or has somebody say."""


ACCUSING = frozenset({"accuse", "charge", "suspect", "blame"})


def _is_main(deed: Token) -> bool:
    """Whether a deed is what a sentence tells or accuses of, so that "it" means it: "They burned it. He denied it"."""
    if deed.dep_ in ("pcomp", "pobj") and deed.head.lower_ in ("of", "for", "with"):
        deed = next((t for t in (deed.head.head, deed.head.head.head) if t.lemma_ in ACCUSING), deed)
    while deed.dep_ in MAIN and deed.head.i != deed.i:
        deed = deed.head
    return deed.dep_ == "ROOT" and deed.pos_ == "VERB"


def _is_meant(noun: Token) -> bool:
    """Whether a word for what is said means what was said before: "the accusation", "all such claims"."""
    known = {c.lower_ for c in noun.lefts}
    if noun.lemma_.lower() in TOLD and any(c.dep_ in ("amod", "compound", "poss") for c in noun.lefts):
        return False  # "rejected | the army's version": others tell it, and it need not be of his deed
    return not known.isdisjoint(POINTING | {"such"}) and not children(noun, "prep", "acl", "relcl")


def _blamed(verb: Token) -> tuple[Token, ...]:
    """Whom a verb of blame accuses where it does not say of what ("the army blamed the front"); nobody else."""
    if verb.pos_ != "VERB" or verb.dep_ == "amod" or any(c.i > verb.i for c in children(verb, "ccomp", "xcomp")):
        return ()  # "a | suspected | rebel" is suspected of being one
    whom = frame(verb).patients
    each = any(t.lower_ in ("other", "another") and t.i and t.nbor(-1).lower_ in ("each", "one") for t in whom)
    if each:
        whom = frame(verb).agents  # "the army and the front blamed each other"
    around = list(children(verb, "prep", "dative"))
    around += [c for t in whom for c in children(t, "prep") if any(map(_is_done, children(c, "pobj")))]
    if any(not children(c, "pobj") or not is_again(children(c, "pobj")[0]) for c in around if c.lower_ in BEHIND_BLAME):
        return ()
    blamed = tuple(t for t in whom if t.pos_ in ("PROPN", "PRON") or (in_class(t, "person") and not is_struck(t)))
    return whom if each and blamed and len(whom) == 2 else blamed


def _is_done(noun: Token) -> bool:
    """Whether a noun is a deed, or stands for one: "blamed rebels for | it |", no "men in | uniform |"."""
    return happens(noun) or is_again(noun) or noun.tag_ == "VBG" or noun.lemma_.lower() in DEAD


def _at_whose_door(verb: Token) -> tuple[Token, ...]:
    """At whose door the deed told before is laid: "blamed it on | the militias", "attributed this to | them"."""
    told = [t for t in children(verb, "dobj") if is_again(t) and t.tag_ != "WDT"]
    if verb.pos_ != "VERB" or not told or unowned(verb):
        return ()
    preps = [p for p in children(verb, "prep", "dative") if f"{verb.lemma_} {p.lower_}" in words("laid")]
    return spread([t for p in preps for t in children(p, "pobj") if t.ent_type_ not in ("DATE", "TIME")])


def _supposed(be: Token) -> tuple[Token, ...]:
    """Who may have done the deed told before: "it could have been | the front or its rivals"."""
    it = any(c.lower_ == "it" for c in children(be, "nsubj"))
    may = any(c.tag_ == "MD" for c in be.lefts) and any(c.lower_ == "have" for c in be.lefts)
    doers = spread(children(be, "attr")) if it and may else ()
    told = any(children(d, "relcl", "acl") for d in doers) or children(be, "ccomp", "advcl")
    return () if told or not all(acts(d) for d in doers) else doers


def _it_was(be: Token) -> tuple[Token, ...]:
    """Who somebody says did the deed told before: "the front says | it was the army", "swears it was not the front"."""
    it = any(c.lower_ == "it" for c in children(be, "nsubj"))
    if not it or be.dep_ != "ccomp" or be.tag_ != "VBD" or be.head.i > be.i:
        return ()
    doers = spread(children(be, "attr"))
    before = be.sent[: be.i - be.sent.start]
    if any(t.tag_ in ("WP", "WRB", "WDT") or t.lower_ in ("asked", "question") for t in before):
        return ()  # "asked who runs the mill, he said it was the army"
    more = [c for c in be.rights if c.dep_ in ("ccomp", "advcl", "acomp", "xcomp", "relcl")]
    told = more or any(children(d, "relcl", "acl", "prep") for d in doers)
    return () if told or not all(acts(d) for d in doers) else doers


def _committed(verb: Token) -> tuple[Token, ...]:
    """Who did the deed told before: "soldiers | committed the crime", "took part in the crime"."""
    things = children(verb, "dobj", "nsubjpass")
    if verb.lemma_ not in COMMITTED:
        part = [t for t in things if t.lower_ == "part"]
        taking = verb.lemma_ == "participate" or part
        things = [t for over in (verb, *part) for t in prepositional(over, "in")] if taking else []
    meant = any(t.lower_ not in IT and is_again(t) for t in things)
    doers = frame(verb).agents if verb.pos_ == "VERB" and meant else ()
    return () if doers and doers[0].lower_ in RELATIVE else doers


def _held(word: Token) -> Tie | None:
    """ "Held the army fully responsible (for it)", where the deed is not named again."""
    over = word.head
    behind = prepositional(word, "for") or prepositional(over, "for")
    alone = not behind and (over.lemma_, word.lemma_) == ("hold", "responsible")
    if not alone and (over.lemma_ not in words("finding") or not behind or not all(map(_is_told_before, behind))):
        return None
    doers = spread(children(word, *SUBJECTS) or [t for t in frame(over).patients if t.i < word.i])
    voice = next(iter(frame(over).agents), None)
    if not doers or unowned(over):
        return None
    return Tie(word, doers, Act.ACCUSE, voice, (over, word), at=over)


def _is_told_before(token: Token) -> bool:
    """Whether a word stands for a deed told before, also where a clause hangs on it: "an incident | for which …"."""
    noun = antecedent(token) if token.tag_ == "WDT" else None
    if noun is None:
        return is_again(token)
    return noun.lemma_ in words("again") and any(c.lower_ in POINTING for c in noun.lefts)


TOLD = frozenset({"account", "news", "report", "story", "version", "narrative"})
"""Nouns for what somebody tells, that accuse nobody."""

BEHIND_BLAME = frozenset({"for", "of", "on", "over", "in", "with", "about", "after"})
"""Prepositions behind which stands what somebody is blamed for, or on whom it is blamed."""


def _responsible(analysis: Analysis) -> Iterator[tuple[Token, Token]]:
    """The words that say whose the deed told before was, and the verb they hang on: "responsible", "behind it"."""
    for word in with_lemma(analysis.doc, ("responsible",)):
        over = word.head
        if word.dep_ == "acomp" and over.lemma_ == "be" and _leaves_deed(word):
            yield word, over
    for word in with_lemma(analysis.doc, ("blame",)):
        if is_to_blame(word) and _leaves_deed(word):
            yield word, word.head
    for word in with_lemma(analysis.doc, ("behind",)):
        if word.head.lemma_ == "be" and any(map(is_again, children(word, "pobj"))):
            yield word, word.head


def _leaves_deed(word: Token) -> bool:
    """Whether nothing else stands behind "for": whoever is "responsible for | paying the guards" did no deed."""
    behind = [p for p in children(word, "prep") if p.lower_ == "for"]
    return all(map(is_again, prepositional(word, "for"))) and not any(children(p, "pcomp") for p in behind)


def _is_told(verb: Token) -> bool:
    """Whether somebody tells who "did it", of others or of himself."""
    return verb.dep_ == "ccomp" or any(c.lower_ in words("own") for c in children(verb, *SUBJECTS))


def _is_party(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    known = mention is not None and mention.type in (MentionType.ACTOR, MentionType.PERSON, MentionType.PLACE)
    return known or acts(token)


def _act(noun: Token) -> Act | None:
    """What is done with a noun of owning up that stands without its deed."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.pos_ != "NOUN":
        return None
    verb, name = noun.head, noun.lemma_.lower()
    preps = {c.lower_ for t in (verb, noun) for c in children(t, "prep") if not _is_it(c)}
    if unowned(verb, noun):
        return None
    if name in words("owned") and verb.lemma_ in words("claiming") and preps.isdisjoint(("for", "of", "over")):
        return Act.CLAIM_RESPONSIBILITY
    denies = name in words("denied") and verb.lemma_ in words("denying")
    return Act.DENY if denies and preps.isdisjoint(("for", "of", "in", "with", "to")) else None


def _is_it(preposition: Token) -> bool:
    """Whether what stands behind a preposition is the deed told before: "denied any part in it"."""
    return any(map(is_again, children(preposition, "pobj")))


def _tie(noun: Token, act: Act) -> Tie | None:
    agents = frame(noun.head).agents
    if not agents or is_nobody(agents[0]):
        return None
    return Tie(noun, agents, act, agents[0], (noun.head,), noun if act is Act.DENY else None)


def _between(analysis: Analysis, first: int, last: int) -> int:
    return sum(analysis.doc[first].idx < s.start_char <= analysis.doc[last].idx for s in analysis.sentences)


def _denied(verb: Token, thing: Token, deed: Predication, tie: Tie) -> tuple[Predication, Tie]:
    """The deed as denied by the way: with its own doers where it has any, else with those who deny it."""
    told = _told(verb, deed, tie)
    doers = tuple(f for f in deed.fillers if f.role is Role.ACTOR)
    told = replace(told, head=thing.i, fillers=(*doers, *told.fillers), why=f"{deed.why}, denied by the way")
    return (replace(told, laid=verb.i), replace(tie, doers=())) if doers else (told, tie)


def _told(word: Token, deed: Predication, tie: Tie) -> Predication:
    """The deed as told once more; its doer comes with the tie.

    Whoever is blamed stands in what is said, the word of blame does not: there the claim hangs on the doer, or on
    "each other".
    """
    whom = next((t for t in children(word, "dobj") if t.lower_ in ("other", "another")), None)
    blamed = tie.doers[0] if whom is None or tie.voice not in tie.doers else whom
    return replace(
        deed,
        anchor=(Span(word.idx, word.idx + len(word)),),
        head=blamed.i if tie.act is Act.ACCUSE else word.i,
        fillers=tuple(f for f in deed.fillers if f.role in SHARED),
        score=SCORE,
        why=f"{deed.why} before",
        absorbed=False,
    )
