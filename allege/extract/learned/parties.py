"""Who did it and to whom, as the encoder sees it: borders of the parties, and parties that the rules missed.

Whoever speaks in a sentence never becomes the actor of what is told: the source of an attribution is added to nothing
but its own act of speech ("condemned").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, ClaimKind, MentionType, Role, Span, Spans, touches
from allege.extract.events.fill import written
from allege.extract.happenings import happens
from allege.extract.learned.elsewhere import elsewhere, is_feared_of, of_another, only_whence, only_where, told_among
from allege.extract.learned.hearers import has_no_part
from allege.extract.learned.main import by_sentence, main_event
from allege.extract.learned.marked import ROLES, Mark, marks
from allege.extract.near import Near
from allege.extract.nouns import CREWED, contents, in_class, is_harmed, stands_alone, weapon_class
from allege.extract.phrases import heads_line
from allege.extract.predication import TOLLS, Filler, Predication
from allege.extract.remembered import is_remembered
from allege.extract.roles import ACCUSING, SIDES, children, companions, conjuncts, is_infinitive
from allege.extract.roles.control import STRUCK, accused_behind, bidden
from allege.extract.states import OF_SAYING
from allege.extract.wordlists import word_list

SURE = 0.6
"""Chance of a party from which it is added where the rules have nobody."""

BESIDE = 3
"""Words between two parties that are named together, at most."""

NEAR = 4
"""Heads from a deed up to the verb that accuses of it ("accused by residents of burning")."""

OPENING = frozenset({"which", "who", "whom", "whose"})
"""Words before which what a clause hangs on has ended."""

SUBORDINATE = frozenset({"when", "while", "because", "where"})
"""Words with which another clause begins."""

DONE_BY = frozenset({"by", "after", "since", "besides"})
"""Prepositions behind which a gerund tells what was done ("ended it by locking up its leaders")."""

ADDED = frozenset({"addition", "apart", "aside"})
"""Words that with "to" or "from" do the same: "in addition to burning it"."""

HOLDING = frozenset({"COERCE", "SANCTION"})
"""Types of what is done to somebody who is arrested, tried or punished."""

FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types of what may be done to things that no list has, and to people told only by number."""

SHUNNING = frozenset({"boycott"})
"""Modes of what is done to matters as to people: "boycott | the talks"."""

OTHERS = {"ASSAULT": of_another, "THREATEN": is_feared_of}
"""By the type of a deed, who is named beside it and has nothing done to him by it."""

ROUND = frozenset({"dozen", "hundred", "score", "thousand", "million"})
"""Nouns of number that stand for people."""

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
PARTIES = frozenset({MentionType.ACTOR, MentionType.PERSON, MentionType.PLACE})
PEOPLE_AND_THINGS = ("person", "armed", "thing", "territory")


def parted(analysis: Analysis, found: list[Predication], said: Iterable[Attribution]) -> list[Predication]:
    """The same predications, events with the parties that the encoder is sure of.

    Every event takes the borders; the main event of a sentence the parties that nobody has; the others lose those that
    are in doubt (`_shed`). What holds the verb of an event is a clause ("its fighters had burned three farms"), nobody.
    """
    if analysis.encoded is None:
        return found
    out = list(found)
    sources = Near((span, one) for one in said for span in one.source)
    silent = Near((span, span) for span in tellers(found))
    speaking = (f for p in found if p.why == OF_SAYING for f in p.fillers if f.role is Role.ACTOR)
    speakers = Near((span, span) for filler in speaking for span in filler.spans)
    for sentence, at in by_sentence(analysis, found).items():
        verbs = [s for n in at if analysis.doc[found[n].head].pos_ == "VERB" for s in found[n].anchor]
        here = [m for m in marks(analysis, sentence) if not touches(verbs, m.span) and not silent.at(m.span)]
        if not here:
            continue
        whole = Span(min(m.span.start for m in here), max(m.span.end for m in here))
        said, sayers = sources.at(whole), speakers.at(whole)
        for n in at:
            out[n] = _bordered(analysis, out[n], here, said)
        main = main_event(analysis, out, at, here)
        for n in at:
            full = n == main and not is_remembered(analysis.doc[out[n].head])
            free = [m for m in here if not _caught(out, at, n, m) and not _hit(out, at, n, m)]
            others = [m for m in free if not touches(sayers, m.span)]
            out[n] = _completed(analysis, out[n], others, said) if full else _shed(analysis, out[n], here, out[main])
    return out


def _caught(found: Sequence[Predication], at: Sequence[int], n: int, mark: Mark) -> bool:
    """Whether a marked doer of an assault is whom the same sentence has arrested or tried: no culprit by that alone."""
    if found[n].type != "ASSAULT" or mark.role is not Role.ACTOR:
        return False
    own = {f.head for f in found[n].fillers if f.role is Role.ACTOR}
    held = [f.head for m in at if found[m].type in HOLDING for f in found[m].fillers if f.role is Role.RECIPIENT]
    return any(mark.holds(head) for head in held) and not any(mark.holds(head) for head in own)


def _hit(found: Sequence[Predication], at: Sequence[int], n: int, mark: Mark) -> bool:
    """Whether whom a deed was done to is marked as condemned for it: "condemned the killing of | the mayor"."""
    if found[n].type != "ACCUSE" or mark.role is not Role.RECIPIENT:
        return False
    return any(
        mark.holds(f.head)
        for m in at
        if found[m].type == "ASSAULT" and found[m].head != found[n].head
        for f in found[m].fillers
        if f.role is Role.RECIPIENT
    )


def tellers(found: Iterable[Predication]) -> Spans:
    """Who gives a toll ("the ministry raised the toll to nine"): nobody who did it."""
    tolls = (p for p in found if p.kind is ClaimKind.STATE and any(f.role is Role.DEATHS for f in p.fillers))
    return tuple(span for p in tolls for f in p.fillers if f.role is Role.ACTOR for span in f.spans)


def widened(filler: Filler, span: Span) -> Filler:
    """The filler with the words that `span` has besides: never with fewer ("at least nine" keeps its "at")."""
    if len(filler.spans) != 1:
        return filler
    (own,) = filler.spans
    return replace(filler, spans=(Span(min(own.start, span.start), max(own.end, span.end)),))


def _bordered(
    analysis: Analysis, predication: Predication, seen: Sequence[Mark], said: Sequence[Attribution]
) -> Predication:
    """The predication with its parties as far as the encoder marks them."""
    free = [m for m in seen if not touches(predication.anchor, m.span)]
    fillers = [_seen_as(analysis, filler, free, said) for filler in predication.fillers]
    fillers += [f for own in predication.fillers for f in _with_him(analysis, own, free)]
    bordered = tuple(dict.fromkeys(fillers))
    return predication if bordered == predication.fillers else replace(predication, fillers=bordered)


def _seen_as(analysis: Analysis, filler: Filler, seen: Sequence[Mark], said: Sequence[Attribution]) -> Filler:
    """The filler as it is marked; a pronoun gives way to whom it stands for, where that is marked in its sentence."""
    pronoun = analysis.doc[filler.head].pos_ == "PRON"
    head = analysis.antecedent.get(filler.head, filler.head) if pronoun else filler.head
    itself = head == filler.head
    same = [m for m in seen if m.role is filler.role and m.holds(head)]
    if not same or len(filler.spans) != 1:
        return filler
    others = [s for a in said for s in a.source if itself and not touches(filler.spans, s)]
    mark = next((m for m in same if not touches(others, m.span)), None)
    if mark is None:
        return filler
    other = mark.head != head and happens(analysis.doc[mark.head])
    if other and (analysis.doc[filler.head].pos_ == "ADJ" or in_class(analysis.doc[head], "person")):
        return filler  # of "a Kirelian raid" and "the trial of three guards" only the people act
    if _is_wider(analysis, mark, head):
        return filler
    owned = filler.role is Role.ACTOR and mark.head != head
    if owned and (_only_owns(analysis.doc[head], analysis.doc[mark.head]) or written(analysis.doc[mark.head])):
        return filler  # of "army gunfire" and of "a letter from the army" only the army acts
    return replace(filler, spans=(mark.span,), head=head if itself else mark.head)


def _is_wider(analysis: Analysis, mark: Mark, head: int) -> bool:
    """Whether a mark holds words of another clause or phrase than its party's: "The raid, which | the militia",
    "guerrillas | when a patrol passed", "Orsa valley, | the guards".
    """
    first = analysis.doc[head].left_edge.i
    for token in analysis.tokens((mark.span,)):
        before = token.i < head and (token.lower_ in OPENING or (token.text == "," and token.i < first))
        if before or (token.i > head and token.lower_ in SUBORDINATE):
            return True
    return False


def _with_him(analysis: Analysis, filler: Filler, seen: Sequence[Mark]) -> Iterator[Filler]:
    """The others for whom "they" stands, where they are marked: "Abery and Osk said that they agree"."""
    if analysis.doc[filler.head].lower_ not in ("they", "them") or filler.head not in analysis.antecedent:
        return
    for other in conjuncts(analysis.doc[analysis.antecedent[filler.head]])[1:]:
        mark = next((m for m in seen if m.role is filler.role and m.holds(other.i)), None)
        if mark is not None:
            yield replace(filler, spans=(mark.span,), head=mark.head)


def _only_owns(owner: Token, weapon: Token) -> bool:
    """Whether a weapon acts for nobody that it is named with: "army gunfire"; of "Kirelian warplanes" people say it."""
    kind = weapon_class(weapon)
    named = owner.head.i == weapon.i and owner.i < weapon.i
    return bool(kind) and (kind not in CREWED or not named)


def _completed(
    analysis: Analysis, predication: Predication, seen: Sequence[Mark], said: Sequence[Attribution]
) -> Predication:
    """The predication with the parties that only the encoder sees, where the rules found none that it marks.

    A recipient that names neither somebody nor something that can be hit ("welcomed the efforts") gives way to one
    that is marked.
    """
    fillers, laid = list(predication.fillers), predication.laid
    barred = [*predication.anchor, *_barred(predication, said)]
    for role in ROLES:
        if role is Role.ACTOR and predication.settled:
            continue
        free = [m for m in seen if m.role is role and m.chance >= SURE and not touches(barred, m.span)]
        free = [m for m in free if not has_no_part(analysis.doc[predication.head], analysis.doc[m.head])]
        if role is Role.ACTOR and predication.type in ("ASSAULT", "PROTEST", "COERCE"):
            free = [m for m in free if not elsewhere(analysis, analysis.doc[predication.head], analysis.doc[m.head])]
        held = [m for m in free if any(m.holds(f.head) for f in fillers if f.role is role)]
        if role is Role.RECIPIENT:
            heads = ((m, analysis.doc[m.head]) for m in free)
            free = [m for m, t in heads if not (_is_near(t) or t.dep_ == "attr" or _is_aside(t, predication.head))]
        else:
            hit = {analysis.antecedent.get(f.head, f.head) for f in fillers if f.role is Role.RECIPIENT}
            free = [m for m in free if not any(m.holds(head) for head in hit)]
            free = [m for m in free if not _is_named_for(analysis.doc[m.head], hit)]
        other = OTHERS.get(predication.type) if role is Role.RECIPIENT else None
        if other is not None:
            free = [m for m in free if not other(analysis.doc[predication.head], analysis.doc[m.head])]
        located = predication.type == "PROTEST" or any(f.role is role for f in fillers)
        if role is Role.RECIPIENT and predication.type in ("ASSAULT", "PROTEST") and located:
            free = [m for m in free if m in held or not only_where(analysis.doc[m.head])]
        if held:
            free = [m for m in free if any(_beside(m, other) for other in held)]
        elif role is Role.RECIPIENT and free:
            fillers = [f for f in fillers if f.role is not role or _somebody(analysis, f.head)]
        kept = predication.type in FORCE or predication.mode in SHUNNING
        if not held and not free and role is Role.RECIPIENT and not kept:
            fillers = [f for f in fillers if f.role is not role or _is_named(analysis, f)]
        if not held and any(f.role is role for f in fillers):
            continue
        taken = [s for f in fillers if f.role in (*ROLES, *TOLLS, Role.INSTRUMENT) for s in f.spans]
        if role is Role.ACTOR:
            free = [m for m in free if _can_act(analysis.doc[m.head])]
            told = (told_among(analysis.doc[predication.head], analysis.doc[m.head]) for m in free)
            laid = next((be.i for be in told if be is not None), laid)
        fillers += [Filler(role, (m.span,), m.head) for m in free if not touches(taken, m.span)]
    return replace(predication, fillers=tuple(fillers), laid=laid)


def _is_named_for(token: Token, hit: Collection[int]) -> bool:
    """Whether a phrase only says who somebody is that it was done to: "Velk, | a shop owner, | was shot"."""
    return token.dep_ == "appos" and token.head.i in hit


def _can_act(token: Token) -> bool:
    """Whether a phrase with this head can be a doer: no weapon, no label, and not only whose a thing is."""
    if heads_line(token) or token.lemma_.lower() in LIFELESS:
        return False
    if any(c.lower_ == "among" and c.dep_ == "prep" for c in token.children):
        return False  # "an officer among five dead"
    if token.like_num and any(weapon_class(t) for of in token.rights if of.lower_ == "of" for t in of.rights):
        return False  # "one of its jets": whose they are
    if only_whence(token) or is_harmed(token) or _is_scene(token) or _is_companion(token):
        return False
    return stands_alone(token) and (not weapon_class(token) or in_class(token, "person"))


SPEAKERS = frozenset({"we", "us", "i", "me"})
"""Pronouns of whoever speaks, who is known wherever somebody is heard."""

LIFELESS = word_list("lifeless")
"""Nouns for what attacks nobody: "captured by a | camera"."""

SCENES = frozenset({"in", "at", "near", "around", "outside", "inside"})


def _is_near(token: Token) -> bool:
    """Whether a phrase says near what a deed was, which was not done to it."""
    return token.dep_ == "pobj" and token.head.lower_ == "near"


def _is_aside(token: Token, act: int) -> bool:
    """Whether a phrase stands in a clause on a noun that tells nothing of the deed: "whoever met | Osk | will vote"."""
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return clause is not None and not clause.left_edge.i <= act <= clause.right_edge.i


def _is_scene(token: Token) -> bool:
    """Whether a phrase only says where a deed was: "clashes in | Orsa | killed two"."""
    where = token.dep_ == "pobj" and token.head.lower_ in SCENES
    return where and not any(in_class(token, name) for name in ("person", "armed"))


def _is_companion(token: Token) -> bool:
    """Whether the same was done to somebody: "he was captured with two | fighters", who captured nobody."""
    return token.dep_ == "pobj" and any(other.i == token.i for other in companions(token.head.head))


def _beside(mark: Mark, other: Mark) -> bool:
    """Whether two parties are named together ("Orsa, Nisra and Tarn")."""
    return min(abs(mark.first - other.last), abs(other.first - mark.last)) <= BESIDE


def _barred(predication: Predication, said: Sequence[Attribution]) -> Iterator[Span]:
    """The speakers of these attributions, but not those whose act of speech the predication is."""
    for attribution in said:
        if not any(touches(predication.anchor, cue) for cue in attribution.cue):
            yield from attribution.source


def _shed(analysis: Analysis, predication: Predication, seen: Sequence[Mark], main: Predication) -> Predication:
    """A side event without the parties that the encoder does not see and the rules have little ground for.

    These are all parties of what is only wanted, offered or planned ("a call to release them"), pronouns nobody is
    known for, and recipients that are nobody. What did happen keeps its victims ("the attack that killed two") and its
    doer where the sentence's main event has the same ("they burned the mill and killed two boys").
    """
    unrealised = _unrealised(analysis.doc[predication.head])
    shared = {f.head for f in main.fillers if f.role is Role.ACTOR} if not unrealised else set()
    kept = []
    for filler in predication.fillers:
        marked = any(m.holds(filler.head) and (m.role is filler.role or not unrealised) for m in seen)
        named = filler.head in analysis.antecedent or analysis.doc[filler.head].lower_ in SPEAKERS
        unknown = analysis.doc[filler.head].pos_ == "PRON" and not named
        weak = unrealised or unknown or not (_somebody(analysis, filler.head) or _is_craft(analysis, filler))
        told = filler.role is Role.ACTOR and (predication.settled or filler.head in shared)
        told = told or (not unrealised and _is_harmed(analysis, predication, filler))
        if filler.role not in ROLES or marked or told or not weak:
            kept.append(filler)
    return replace(predication, fillers=tuple(kept))


PERSONAL = frozenset({"targeted", "arrest", "abduct", "beat", "torture", "sexual"})
"""Modes of what is done to people, whatever they are called: "the killing of | the heiress"."""


def _is_harmed(analysis: Analysis, predication: Predication, filler: Filler) -> bool:
    """Whether a noun undergoes force, or is let go: it keeps its place, whatever it names.

    As the object of the verb; of what is done to people alone also behind "of".
    """
    token = analysis.doc[filler.head]
    if filler.role is not Role.RECIPIENT or token.pos_ not in ("NOUN", "PRON"):
        return False
    if predication.mode in PERSONAL:
        return token.dep_ != "pobj" or token.head.lower_ == "of"
    forced = predication.type in FORCE or predication.mode == "release" or predication.mode in SHUNNING
    return forced and token.dep_ in ("dobj", "nsubjpass")


def _unrealised(token: Token) -> bool:
    """Whether a verb says what a word names that is only wanted, offered or planned ("a call to release them").

    Not what somebody is accused of ("of shelling"), did meanwhile, or is asked or threatens to do ("ordered them to
    leave"): there the doer is told.
    """
    if token.pos_ != "VERB":
        return False
    if is_infinitive(token):
        behind = token.head.head  # "charged him with an attempt to kill the mayor"
        charged = token.dep_ == "acl" and behind.pos_ == "ADP" and accused_behind(behind) is not None
        told = charged or bool(bidden(token, token.head))
        return not told and (token.dep_ in ("acl", "relcl") or token.head.pos_ in ("NOUN", "PROPN", "ADJ"))
    if token.dep_ == "pcomp" and (token.head.lower_ in DONE_BY or token.head.head.lower_ in ADDED):
        return False
    if token.dep_ == "pcomp" and token.head.lower_ == "with" and children(token, "nsubj"):
        return False  # "with police detaining several clerks"
    if token.dep_ == "pcomp" and token.head.lower_ == "for" and token.head.head.lemma_ in STRUCK:
        return False  # "shot a clerk for refusing to stop"
    accused = any(above.lemma_ in ACCUSING for above in islice(token.ancestors, NEAR))
    return token.dep_ == "pcomp" and token.tag_ == "VBG" and not accused


def _somebody(analysis: Analysis, at: int) -> bool:
    """Whether a phrase with this head names somebody, or something that can be hit: no "efforts", no "policies".

    A number that stands alone counts people ("wounding about 30").
    """
    token, mention = analysis.doc[at], analysis.by_head.get(at)
    if token.pos_ in ("PROPN", "PRON", "NUM") or token.ent_type_ in NAMES or token.lemma_.lower() in SIDES | ROUND:
        return True
    if mention is not None and mention.type in PARTIES:
        return True
    return any(in_class(c, name) for c in contents(token) for name in PEOPLE_AND_THINGS)


def _is_craft(analysis: Analysis, filler: Filler) -> bool:
    """Whether it is an aircraft, to which something is done: "a gunship | was shot down"."""
    return filler.role is Role.RECIPIENT and in_class(analysis.doc[filler.head], "aerial")


def _is_named(analysis: Analysis, filler: Filler) -> bool:
    """Whether a phrase is somebody, or says whose it is: "Abery's offer"; no "accusations", "direct talks", no sum."""
    if analysis.doc[filler.head].pos_ == "NUM":
        return False
    inside = (t for t in analysis.tokens(filler.spans) if t.dep_ != "compound" or t.ent_type_ in NAMES)
    return any(t.pos_ != "NUM" and _somebody(analysis, t.i) for t in inside)  # "family silver" is nobody
