"""Violence that never was: told in a story, in the image of a game or of trade, or only practised.

"In the film a sniper kills a minister", "Rovers were massacred 6-0", "sank a hulk during the exercise", "the first shot
in the price war", "this traffic is killing me". The words stay, as states; nobody is said to have done anything to
anybody. Each frame asks for a word of its own (`stories`, `players`, `drills`, … in data/events/words.toml), and gives
way where somebody is counted dead or hurt, or where armed men or their victims are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.labels import PRESENT
from allege.claim import ClaimKind, MentionType, Role
from allege.extract.nouns import in_class, is_one_of
from allege.extract.predication import TOLLS, Filler, Predication
from allege.extract.wordlists import word_list

STORIES, HEROES, TELLING = word_list("stories"), word_list("heroes"), word_list("telling-stories")
PLAYERS, SIDES, GAMES = word_list("players"), word_list("sides-in-games"), word_list("games")
GAME_DEEDS, SCORED = word_list("game-deeds"), word_list("scored")
HOMES = word_list("homes")
"""Where people live: what hits it is no practice."""
DRILLS, SHAM = word_list("drills"), word_list("sham")
BLOODLESS, FIGURES = word_list("bloodless"), word_list("figures")
TAKING_A_LIFE = word_list("taking-a-life")

FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "CONCEDE"})
SCORE = re.compile(r"(?<![\w-])(\d{1,2})[-–](\d{1,2})(?![\w-]| (?:people|men|women|dead|killed|[a-z]+s\b))")
STEPS = 8


def real(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications in order; events that never were are states, and relations read off them are left out."""
    out = []
    for p in found:
        why = _unreal(analysis, p) if p.kind in (ClaimKind.EVENT, ClaimKind.RELATION) else ""
        if why and p.kind is ClaimKind.EVENT:
            kept = tuple(f for f in p.fillers if f.role not in TOLLS)
            out.append(replace(p.as_state(why), fillers=kept))
        elif not why:
            out.append(p)
    return out


def _unreal(analysis: Analysis, p: Predication) -> str:
    """In which frame a predication is told; "" where it is told as real."""
    head = analysis.doc[p.head]
    if _in_story(head) or _is_filmed(head):
        return "in a story"
    if p.kind is ClaimKind.EVENT and (p.type not in FORCE or any(f.role in TOLLS for f in p.fillers)):
        return ""
    if _in_game(analysis, p, head):
        return "in a game"
    if _in_drill(analysis, p, head):
        return "in an exercise"
    if _in_trade(analysis, p, head):
        return "in the image of a war"
    return "said of oneself" if _of_oneself(analysis, p, head) else ""


def _line(token: Token) -> Iterator[Token]:
    """The token and what it hangs on, up to the root."""
    yield token
    yield from islice(token.ancestors, STEPS)


def _verbs(token: Token) -> Iterator[Token]:
    return (t for t in _line(token) if t.pos_ in ("VERB", "AUX"))


def _is_present(token: Token) -> bool:
    """Whether the nearest verb is in the present, as plots are told."""
    verb = next(_verbs(token), None)
    if verb is None:
        return False
    return verb.tag_ in PRESENT or any(c.dep_ in ("aux", "auxpass") and c.tag_ in PRESENT for c in verb.children)


def _told_in(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """What stands behind such a preposition under the event or a verb above it."""
    row = [t for above in _line(token) for t in (above, *(c for c in above.children if c.dep_ == "conj"))]
    for above in row:
        for child in above.children:
            if child.dep_ == "prep" and child.lower_ in prepositions:
                yield from (c for c in child.children if c.dep_ == "pobj")


def _subjects(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each verb above with its subject, the event's own first."""
    for verb in _verbs(token):
        yield from ((verb, c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))


IN = frozenset({"in"})


def _in_story(token: Token) -> bool:
    if any(_said(v) for v, s in _subjects(token) if v.lemma_ == "have" and is_one_of(s, STORIES)):
        return True  # "legend has it that …"
    if not _is_present(token):
        return False
    if any(is_one_of(noun, STORIES) for noun in _told_in(token, IN)):
        return True
    for verb, subject in _subjects(token):
        if is_one_of(subject, HEROES) and any(is_one_of(t, STORIES) for t in _of(subject)):
            return True
        if verb.lemma_ in TELLING and verb.i != token.i and is_one_of(subject, STORIES):
            return True
    return False


QUOTES = frozenset({'"', "“", "‘", "``"})


def _is_filmed(verb: Token) -> bool:
    """Whether a title is what somebody shoots: "is shooting "Grain and Honour," a story about millers"."""
    if verb.lemma_ != "shoot" or verb.pos_ != "VERB":
        return False
    shot = (c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i)
    return any(c.doc[c.left_edge.i].text in QUOTES or _follows_quote(c) for c in shot)


def _follows_quote(noun: Token) -> bool:
    """Whether a phrase is capitalised words right behind an opening quotation mark."""
    first = noun.left_edge
    return first.i > 0 and first.nbor(-1).text in QUOTES and noun.is_title


def _said(verb: Token) -> list[Token]:
    return [c for c in verb.subtree if c.dep_ in ("ccomp", "acl", "relcl") and c.i > verb.i]


def _of(noun: Token) -> Iterator[Token]:
    """What a noun belongs to: "the novel's hero", "the film hero", "the hero of the novel"."""
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "in"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _in_game(analysis: Analysis, p: Predication, head: Token) -> bool:
    if head.lemma_.lower() not in GAME_DEEDS or _names_people(analysis, p):
        return False
    return any(_is_played(t) for t in head.sent if t.pos_ in ("VERB", "NOUN"))


def _is_played(verb: Token) -> bool:
    """Whether a deed is one of a game: a score stands behind it, or who plays does it."""
    lemma = verb.lemma_.lower()
    if lemma in SCORED and verb.pos_ == "VERB":
        found = SCORE.search(verb.sent.text, verb.idx - verb.sent.start_char)
        if found is not None and min(int(found[1]), int(found[2])) <= 9:
            return True
    return lemma in GAME_DEEDS and any(_plays(s) for _, s in islice(_subjects(verb), 1) if s.dep_ == "nsubj")


def _plays(subject: Token) -> bool:
    about = [c for c in subject.children if c.dep_ in ("compound", "nmod", "amod", "appos")]
    if any(is_one_of(t, PLAYERS) for t in (subject, *about)):
        return True
    return is_one_of(subject, SIDES) and any(c.lemma_.lower() in GAMES for c in about)


def _names_people(analysis: Analysis, p: Predication) -> bool:
    """Whether whom it hits is told by what they are: "two policemen", "a boy"; names may be those of sides."""
    return any(in_class(t, "person") or in_class(t, "armed") for t in _fillers(analysis, p, Role.RECIPIENT))


def _fillers(analysis: Analysis, p: Predication, role: Role) -> Iterator[Token]:
    return (analysis.doc[f.head] for f in p.fillers if isinstance(f, Filler) and f.role is role)


DURING = frozenset({"during", "in", "at", "throughout", "for", "as"})


def _in_drill(analysis: Analysis, p: Predication, head: Token) -> bool:
    """Whether the armed of a state did it to nobody while they practised, or to what only stands for something."""
    if _names_people(analysis, p) or any(in_class(t, "group") for t in _fillers(analysis, p, Role.ACTOR)):
        return False
    targets = list(_fillers(analysis, p, Role.RECIPIENT))
    if any(_is_sham(t) for t in targets):
        return True
    if any(is_one_of(t, HOMES) or _is_somebody(analysis, t) for t in targets):
        return False
    within = [noun for t in (head, *targets) for noun in _told_in(t, DURING)]
    inside = (below for noun in within for below in (noun, *_part_of(noun)))
    return any(is_one_of(noun, DRILLS) and noun.i != head.i for noun in inside)


def _is_somebody(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    return mention is not None and mention.type in (MentionType.ACTOR, MentionType.PERSON)


def _is_sham(target: Token) -> bool:
    return any(c.lower_ in SHAM for c in target.children)


def _part_of(noun: Token) -> Iterator[Token]:
    """Of what something is part: "as part of the exercise"."""
    return _of(noun) if noun.lower_ == "part" else iter(())


def _in_trade(analysis: Analysis, p: Predication, head: Token) -> bool:
    """Whether a war over prices or the like is told of in the sentence or the one before, and no armed man in this."""
    if head.lemma_.lower() not in FIGURES or _names_people(analysis, p):
        return False
    if any(in_class(t, "armed") for t in _fillers(analysis, p, Role.ACTOR)):
        return False
    start = head.sent.start
    around = [head.sent] if start == 0 else [head.sent, head.doc[start - 1].sent]
    wars = (t for sentence in around for t in sentence if t.lemma_.lower() in ("war", "battle"))
    return any(c.lemma_.lower() in BLOODLESS for war in wars for c in war.children if c.dep_ in ("compound", "amod"))


def _of_oneself(analysis: Analysis, p: Predication, head: Token) -> bool:
    """Whether somebody tells that he was killed: "she killed me"; what may come ("they will kill me") can be meant."""
    if head.lemma_.lower() not in TAKING_A_LIFE or head.tag_ not in ("VBD", "VBG", "VBZ"):
        return False
    if any(c.tag_ == "MD" for c in head.children) or head.dep_ in ("xcomp", "pcomp", "advcl"):
        return False
    return any(t.lower_ == "me" for t in _fillers(analysis, p, Role.RECIPIENT))


__all__ = ["real"]
