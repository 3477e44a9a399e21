"""How the words around a deed lay it at somebody's door: "accused them of it", "held them responsible for it".

A tie is read off the parse, from the deed upwards (`links`), past words that only stand between ("of being the
mastermind of"), to the word that says whose it is: one rule for each way to say it. Words in
data/attribution/blame.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from allege.claim import Act
from allege.extract.blame import courts, named, phrases
from allege.extract.blame.links import FEW, Link, links, words
from allege.extract.blame.tie import Tie
from allege.extract.nouns import in_class, is_nobody
from allege.extract.roles import (
    NOMINAL,
    RELATIVE,
    SUBJECTS,
    children,
    frame,
    patients_of,
    prepositional,
    spread,
    surface,
)
from allege.extract.unowned import NEGATIONS, unowned
from allege.extract.wordlists import word_list

LIFELESS = word_list("lifeless")
"""Nouns for what did no deed."""


def tie_of(deed: Token) -> Tie | None:
    """The tie that is nearest to a deed, if its sentence has one."""
    return next((tie for link in links(deed) for rule in RULES for tie in rule(link)), None) or _captor(deed)


def _captor(deed: Token) -> Tie | None:
    """Who holds or releases somebody who was kidnapped: "they are still holding a senator | kidnapped in May"."""
    verb = _holding(deed) if deed.lemma_ in ABDUCTED and not children(deed, "agent") else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_ not in HOLDING or unowned(verb):
        return None
    doers = tuple(t for t in frame(verb).agents if named.acts(t) and not any(in_class(t, c) for c in LAWFUL))
    return Tie(verb, doers, at=verb) if doers else None  # as firmly as they are said to hold him


def _holding(deed: Token) -> Token | None:
    """The verb with an object that a clause tells of; behind a comma the parser hangs it on the verb."""
    if deed.dep_ == "advcl" and deed.tag_ == "VBN" and deed.nbor(-1).text == ",":
        return deed.head if any(c.i < deed.i for c in children(deed.head, "dobj", "nsubjpass")) else None
    whom = _first_of(deed.head)
    return whom.head if deed.dep_ in ("acl", "relcl") and whom.dep_ in ("dobj", "nsubjpass") else None


ABDUCTED = frozenset({"kidnap", "abduct", "hijack", "seize"})
HOLDING = frozenset({"hold", "release"})
LAWFUL = frozenset({"police", "state force"})
"""Classes of those who hold somebody by law, and who set free whom others have taken."""


def _accused(link: Link) -> Iterator[Tie]:
    """ "Accused them of it": whoever is accused is the object; parsers hang the preposition on a party too."""
    first = _first_of(link.word)  # "blame both the army and the rebels | for it"
    whom = first if first.dep_ in ("dobj", "nsubjpass") else None
    verb = link.word if whom is None else whom.head
    if link.word.dep_ == "pobj" and link.word.head.head.lemma_ == "sentence":  # "sentenced him to nine years | for it"
        verb = link.word.head.head
    if link.word.dep_ == "pobj" and link.word.head.dep_ == "agent":  # "accused by them | of it"
        verb = link.word.head.head
    if verb.pos_ != "VERB":
        if link.word.lemma_ in words("quarrel") and link.preposition == "over":  # "trade blame over it", read as nouns
            yield Tie(link.word, ())
        return
    who = frame(verb)
    if f"{verb.lemma_} {link.preposition}" in words("accusing") | words("holding") | words("convicting"):
        doers = who.patients if whom is None else spread([whom])
        if not doers and verb.dep_ == "pcomp":  # "the arrest of two guards on charges of being | implicated in it"
            doers = courts.held_over(verb.head.head)
        if verb.lemma_ == "hold" and not any(named.is_somebody(d) for d in doers):
            return  # "talks held over the clash"
        if not doers and verb.lemma_ in words("clearing"):
            return  # "cleared of murder, …"
        each = len(doers) == 1 and doers[0].lower_ in ("other", "another") and doers[0].dep_ == "dobj"
        at = verb if f"{verb.lemma_} {link.preposition}" in words("holding") | words("convicting") else None
        voice = _first(who.agents) or (_behind_deed(link) if who.passive and doers else None)
        act = Act.DENY if verb.lemma_ in words("clearing") else Act.ACCUSE
        both = who.agents if len(who.agents) > 1 else ()  # "the two sides blame each other": which did it is open
        yield Tie(verb, both if each else doers, act, voice, (verb,), at)
    elif whom is not None and whom.lemma_ in words("quarrel") and link.preposition in ("over", "for", "about"):
        yield Tie(verb, who.agents, Act.ACCUSE, _first(who.agents), (verb, whom))


def _gapped(link: Link) -> Iterator[Tie]:
    """ "Blamed the rebels for the raid and | the army | for the shelling": each is blamed for its own."""
    whom = link.word
    if whom.pos_ not in NOMINAL or whom.dep_ != "conj" or link.child.i < whom.i:
        return
    verb = next((t for t in whom.ancestors if t.pos_ == "VERB" and t.i < whom.i), whom)
    if f"{verb.lemma_} {link.preposition}" not in words("accusing") | words("holding"):
        return
    before = verb.doc[verb.i : whom.i]
    if frame(verb).patients and any(t.dep_ == "prep" and t.lower_ == link.preposition for t in before):
        yield Tie(verb, (whom,), Act.ACCUSE, _first(frame(verb).agents), (verb,), alone=True)


def _behind_deed(link: Link) -> Token | None:
    """Who accuses where the parser hangs it on the deed: "they were blamed for the attack | by the ministry"."""
    deeds = children(link.child, "pobj", "pcomp")
    return next((by for deed in deeds for by in prepositional(deed, "by")), None)


def _laid(link: Link) -> Iterator[Tie]:
    """ "Blamed it on them": whoever is accused is behind a preposition."""
    verb = link.word
    if verb.pos_ != "VERB" or link.preposition:
        return
    held = [] if link.child.i == verb.i else children(link.child, "prep")
    for prep in (*children(verb, "prep", "dative"), *held):
        if f"{verb.lemma_} {prep.lower_}" in words("laid"):
            doers = tuple(d for d in spread(children(prep, "pobj")) if not _is_thing(d))
            if doers:
                yield Tie(verb, doers, Act.ACCUSE, _voice(verb), (verb,))


def _is_thing(token: Token) -> bool:
    """Whether a deed can only be put down to it as a cause: "attributed the riot to | a film"."""
    thing = in_class(token, "thing") or token.lemma_.lower() in LIFELESS
    return token.pos_ == "NOUN" and thing and not named.acts(token)


def _theirs(link: Link) -> Iterator[Tie]:
    """ "Was responsible for it", "held them responsible for it"."""
    word = link.word
    if link.preposition == "behind" and word.lemma_ == "be":
        yield Tie(word, spread(surface(word)), at=word)
    elif link.preposition == "behind" and word.pos_ in NOMINAL and named.acts(word):
        yield Tie(link.child, spread([word]))
    if link.name not in words("theirs"):
        return
    over = word.head
    if over.dep_ == "prep" and over.lower_ == "as" and over.head.lemma_ in words("finding"):
        verb = over.head
        whom = patients_of(verb) or prepositional(verb, "to")
        yield _found(verb, word, whom)
    elif word.dep_ == "amod" and word.i > over.i:
        held = _first_of(over)  # "hold the government and the police | responsible"
        if held.dep_ in ("dobj", "nsubjpass") and _finds(held.head):
            yield _found(held.head, word, [held])
    elif word.dep_ in ("acomp", "oprd", "ccomp", "xcomp", "attr") and _finds(over):
        yield _found(over, word, children(word, *SUBJECTS) or patients_of(over))
    elif over.lemma_ == "be" and word.dep_ in ("acomp", "attr"):
        denied = any(c.dep_ == "neg" for c in word.children)  # "was | not guilty"
        yield Tie(word, spread(surface(over)), at=word if denied else over)


def _first_of(noun: Token) -> Token:
    """The first of some coordinated nouns, by any of them."""
    for _ in range(FEW):
        if noun.dep_ != "conj" or noun.head.pos_ not in NOMINAL:
            break
        noun = noun.head
    return noun


def _finds(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_ in words("finding")


def _found(verb: Token, word: Token, whom: list[Token]) -> Tie:
    denied = any(c.lower_ in NEGATIONS for t in (word, verb) for c in t.children)
    return Tie(word, spread(whom), Act.DENY if denied else Act.ACCUSE, _voice(verb), (verb, word))


def _claimed(link: Link) -> Iterator[Tie]:
    """ "Claimed responsibility for it", "owned up to it", "claimed it", "denied any role in it"."""
    verb, noun = _with_object(link)
    if _takes_part(verb, noun):
        return  # "took no part in it": see `_borne`
    if verb.lemma_ in words("claiming") and noun is not None and unowned(verb, noun):
        yield Tie(noun, ())
    elif noun is not None and noun.lemma_.lower() in words("owned") and verb.lemma_ in words("claiming"):
        yield _by(verb, Act.CLAIM_RESPONSIBILITY, noun)
    elif noun is not None and noun.lemma_.lower() in words("denied") and verb.lemma_ in words("denying"):
        yield _by(verb, Act.DENY, noun)
    elif link.name in words("confessing") and verb.pos_ == "VERB":
        yield _by(verb, Act.ADMIT)
    elif not link.preposition and verb.lemma_ == "deny" and link.child.dep_ == "dobj":
        yield _by(verb, Act.DENY)
    elif link.preposition == "with" and verb.lemma_ == "do" and verb.head.lower_ == "nothing":
        had = verb.head.head
        yield Tie(verb, spread(surface(had)), at=had)
    elif not link.preposition and verb.lemma_ == "claim" and _claims(link):
        yield _by(verb, Act.CLAIM_RESPONSIBILITY)


def _claims(link: Link) -> bool:
    """Whether the deed is what is claimed; not in "the attack that | claimed twelve lives"."""
    claims = link.child.i == link.word.i and any(c.lower_ not in RELATIVE for c in children(link.word, "dobj"))
    return not claims and link.child.dep_ in ("dobj", "nsubjpass", "acl", "relcl")


def _with_object(link: Link) -> tuple[Token, Token | None]:
    """The verb that a link leads to, and the noun that it has for its object: "took | responsibility"."""
    word = link.word
    if word.pos_ == "NOUN" and word.dep_ in ("dobj", "nsubjpass"):
        return word.head, word
    return word, next(iter(children(word, "dobj")), None) if link.preposition else None


def _by(verb: Token, act: Act, noun: Token | None = None) -> Tie:
    """What somebody says of itself: its subject, or in the passive its agent, is the doer."""
    if act is Act.DENY and unowned(verb):
        return Tie(noun or verb, ())  # "refused to confirm or deny it"
    doer = _voice(verb)
    cue = (verb,) if noun is None else (verb, noun)
    at = (noun or verb) if act is Act.DENY else None
    senders = () if doer is None or verb.dep_ != "acl" else _senders(doer)
    if senders and act is Act.CLAIM_RESPONSIBILITY:
        return Tie(noun or verb, senders, act, senders[0], cue, at)
    whose = [] if noun is None else [t for t in children(noun, "poss") if t.pos_ != "PRON"]
    if whose and act is Act.DENY:  # "denied the army's involvement in it"
        return Tie(noun or verb, spread(whose), act, doer, cue, at)
    return Tie(noun or verb, () if doer is None or is_nobody(doer) else spread([doer]), act, doer, cue, at)


def _senders(noun: Token) -> tuple[Token, ...]:
    """Whose a letter or a call is: "a call | from the front | claiming responsibility for it"."""
    if noun.lemma_.lower() not in words("papers") and noun.lemma_.lower() not in ("call", "claim"):
        return ()
    return tuple(t for t in spread(prepositional(noun, "from", "by", "of")) if named.acts(t))


def _pointed(link: Link) -> Iterator[Tie]:
    """ "Pinned the blame for it on them", "pointed the finger at them over it"."""
    verb = next((t for t in (link.word, *link.word.ancestors) if t.pos_ == "VERB"), link.word)
    deed = next(iter(children(link.child, "pobj", "pcomp")), link.child)
    if link.preposition not in phrases.OF_WHAT or verb.pos_ != "VERB":
        return
    for noun, doers in phrases.pointed(verb, deed, words("pointing")):
        if doers:
            yield Tie(verb, doers, Act.ACCUSE, _voice(verb), (verb, noun))


def _disowned(link: Link) -> Iterator[Tie]:
    """ "Disowned it", "distanced itself from it", "washed its hands of it"."""
    verb, noun = _with_object(link)
    if not link.preposition and link.child.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in words("disowning"):
        yield _by(verb, Act.DENY)
    elif link.preposition and noun is not None and phrases.parts_from(verb, link.preposition, words("parting")):
        yield _by(verb, Act.DENY, noun)


def _rests(link: Link) -> Iterator[Tie]:
    """ "The blame for it lies with them"."""
    noun, verb = link.word, link.word.head
    if noun.lemma_.lower() not in ("blame", "responsibility") or noun.dep_ != "nsubj":
        return
    for prep in children(verb, "prep"):
        if f"{verb.lemma_.lower()} {prep.lower_}" in words("resting"):
            yield Tie(noun, spread(children(prep, "pobj")), at=verb)


def _borne(link: Link) -> Iterator[Tie]:
    """ "They bear responsibility for it", "took part in it", "participated in it".

    Who took no part in it is named to say that it was not he; "bears no responsibility" names nobody who did it.
    """
    verb, noun = _with_object(link)
    name = verb.lemma_ if noun is None else f"{verb.lemma_} {noun.lemma_.lower()}"
    if verb.pos_ != "VERB" or f"{name} {link.preposition}" not in words("borne"):
        return
    named_ = _takes_part(verb, noun) or not unowned(verb, noun)
    yield Tie(noun or verb, spread(surface(verb)) if named_ else (), at=verb)


def _takes_part(verb: Token, noun: Token | None) -> bool:
    """ "Took part in", "participated in", "had no hand in"."""
    return verb.lemma_ in words("taking") and (noun is None or noun.lemma_.lower() in words("parts"))


RULES: tuple[Callable[[Link], Iterator[Tie]], ...] = (
    _pointed,
    _gapped,
    _accused,
    courts.sought,
    courts.arrested,
    courts.tried,
    courts.faced,
    courts.pleaded,
    _laid,
    _theirs,
    _claimed,
    _disowned,
    _rests,
    _borne,
    named.part,
    named.made,
    named.marked,
    named.identified,
)


def _voice(verb: Token) -> Token | None:
    """Who says what a verb says: its subject, or in the passive its agent."""
    return _first(frame(verb).agents)


def _first(found: tuple[Token, ...]) -> Token | None:
    return found[0] if found else None
