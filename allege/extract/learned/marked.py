"""The parties that the encoder marks, word by word: who did it and to whom, with borders that the parse agrees to.

The head's own tags stand on pieces of words and break inside names; here a word counts as one, a gap of two words is
bridged, coordinated parties are told apart, and the noun phrase gives back its articles, titles and numbers. On 114
sentences (dev) the marks alone reach 66.1 / 80.4 exact / overlap F1 as tags, and 76 / 85 read in this way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.heads import Floats, mean
from allege.analyse.labels import SUBJECTS
from allege.claim import Role, Span
from allege.extract.last import Last
from allege.extract.near import Near
from allege.extract.nouns import is_nobody
from allege.extract.phrases import OF, is_day, phrase, when_before

SEEN = 0.5
"""Chance (who did it and to whom together) from which a word is marked."""

GAP = 2
"""Words in a row that the encoder may pass over inside one party ("the rebel-held enclave")."""

ROLES = (Role.ACTOR, Role.RECIPIENT)
DASHES = frozenset({"--", "—", "–", ":"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
INSIDE_NAMES = frozenset({"compound", "amod", "det", "nmod", "nummod"})
LOOSE = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT", "SPACE", "VERB", "AUX", "PART", "ADV"})
"""Parts of speech that no party begins or ends with."""

SET_IN = frozenset({"all", "both", "few", "half", "many", "most", "several", "some"})
"""Words that say behind a comma of how many of a party something is told, and are none of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A party as the encoder sees it: tokens `first` up to `last` (exclusive), the span, its head token, its chance."""

    role: Role
    first: int
    last: int
    span: Span
    head: int
    chance: float

    def holds(self, token: int) -> bool:
        """Whether the token is one of those marked."""
        return self.first <= token < self.last


def marks(analysis: Analysis, sentence: Span) -> list[Mark]:
    """The parties that are marked in a sentence, in text order; none without an encoder."""
    return _LAST.of(analysis).at(sentence)


def _marks(analysis: Analysis) -> Near[Mark]:
    if analysis.encoded is None:
        return Near(())
    doc = analysis.doc
    seen = analysis.encoded.parties([t.idx for t in doc])
    parts = ((role, _trimmed(part)) for role, run in _runs(doc, seen) for part in _parts(run))
    sure = ((role, part, chance) for role, part in parts if part and (chance := _chance(seen, role, part)) >= SEEN)
    found = [_mark(doc, role, part, chance) for role, part, chance in sure]
    return Near((mark.span, mark) for mark in found if not is_nobody(doc[mark.head]))


_LAST = Last(_marks)


def _runs(doc: Doc, seen: Floats) -> Iterator[tuple[int, list[Token]]]:
    """Words of one sentence that are marked alike, gaps bridged."""
    run: list[Token] = []
    current = 0
    for n in (seen.sum(axis=1) >= SEEN).nonzero()[0].tolist():
        token, role = doc[n], int(seen[n].argmax())
        joined = run and role == current and n - run[-1].i <= GAP + 1 and not _crosses(doc, run[-1].i, n)
        if run and not joined:
            yield current, run
            run = []
        run += [*map(doc.__getitem__, range(run[-1].i + 1, n)), token] if run else [token]
        current = role
    if run:
        yield current, run


def _crosses(doc: Doc, before: int, after: int) -> bool:
    return any(doc[n].is_sent_start for n in range(before + 1, after + 1))


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """The members of a coordination, each for itself; a name with "and" in it stays whole, a dateline by itself."""
    first = run[0].i
    inside = (t for t in run if _goes_on(t, first) or _begins(t, first))
    cuts = {max(t.left_edge.i, first) for t in inside}
    part: list[Token] = []
    for token in run:
        if part and (token.i in cuts or token.text in DASHES):
            yield part
            part = []
        part.append(token)
    yield part


def _goes_on(token: Token, first: int) -> bool:
    """Whether a noun is another member of the coordination that begins at `first`."""
    return _is_member(token) and not _in_clause(token, first) and not _is_side(token, first)


def _begins(token: Token, first: int) -> bool:
    """Whether another clause begins behind "and" with its subject: "shelled | a mill and | two clerks | fled"."""
    start = token.left_edge.i
    joined = start - 1 > first and token.doc[start - 1].dep_ == "cc"
    return joined and token.dep_ in SUBJECTS and token.head.dep_ == "conj" and token.head.head.i < first


def _is_member(token: Token) -> bool:
    """Whether a noun is the second or a later member of a coordination of nouns, and not inside a name."""
    first = token.head
    if token.dep_ != "conj" or not {token.pos_, first.pos_} <= {"NOUN", "PROPN"} or first.dep_ in INSIDE_NAMES:
        return False
    if any(c.lower_ in ("aka", "alias") for c in (token.doc[token.left_edge.i], *token.lefts)):
        return False  # "Abery, aka Karo"
    between = token.doc[first.i + 1 : token.i + 1]
    return not all(t.ent_iob_ == "I" and t.ent_type_ == first.ent_type_ for t in between)


def _in_clause(token: Token, first: int) -> bool:
    """Whether a noun belongs to a relative clause on a party that begins at `first`: "villagers who run shops and |
    mills".
    """
    clause = next((a for a in token.ancestors if a.dep_ == "relcl" or a.pos_ in ("VERB", "AUX")), None)
    return clause is not None and clause.dep_ == "relcl" and first <= clause.head.i < token.i


def _is_side(token: Token, first: int) -> bool:
    """Whether a noun is one of two that a party which begins at `first` lies between: "sailors in the strait between
    Velm and | Orsa".
    """
    other = token.head
    return other.dep_ == "pobj" and other.head.lower_ == "between" and other.head.i > first


def _trimmed(part: list[Token]) -> list[Token]:
    """Without what no party begins or ends with."""
    start, end = 0, len(part)
    while start + 1 < end and part[start].ent_type_ == "DATE" and part[start].dep_ == "npadvmod":
        start += 1  # "Friday government troops" begin with "government"
    if end:
        start += when_before(part[0].doc, part[start].i, part[end - 1].i)  # "12 May | soldiers"
    while start < end and (part[start].pos_ in LOOSE and part[start].dep_ not in INSIDE_NAMES):
        start += 1
    end = next((n for n in range(start + 1, end) if part[n].tag_ in ("WDT", "WP") and part[n - 1].text == ","), end)
    while end > start and (
        (part[end - 1].pos_ in LOOSE and part[end - 1].text != ")")
        or part[end - 1].tag_ in ("WDT", "WP")
        or (part[end - 1].dep_ == "det" and part[end - 1].head.i > part[end - 1].i)
    ):
        end -= 1
    end = next((n for n in range(start + 1, end) if part[n].lower_ == "that" and part[n].pos_ == "SCONJ"), end)
    end = next((n for n in range(start + 1, end) if _is_clause_of(part[n], part[start:n])), end)
    end = start + len(before_bracket(part[start:end]))
    end = next((n for n in range(start + 1, end) if names_doer(part[n], part[start].i)), end)
    end = next((n for n in range(start + 1, end) if _is_set_in(part[n], part[start].i)), end)
    while end - start > 1 and is_day(part[end - 1]):
        end -= 1
    return part[start:end] or [t for t in part if t.is_title or t.is_upper][:1]


def before_bracket(part: list[Token]) -> list[Token]:
    """The words of a phrase up to a bracket that opens and does not close in it: "12 people | (nine men"."""
    opened = next((n for n in reversed(range(1, len(part))) if part[n].text == "("), None)
    closed = opened is None or any(t.text == ")" for t in part[opened:])
    return part if closed else part[:opened]


def _is_clause_of(verb: Token, before: list[Token]) -> bool:
    """Whether a verb has its subject among the words before it: "army units | launched"; of a clause on a noun not."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("relcl", "amod", "compound"):
        return False
    return any(t.head.i == verb.i and t.dep_ == "nsubj" and t.tag_ not in ("WDT", "WP") for t in before)


def names_doer(token: Token, first: int) -> bool:
    """Whether a word begins what hangs on the deed before a party: "the looting of a depot | by militiamen"."""
    return token.lower_ == "by" and token.head.i < first


def _is_set_in(comma: Token, first: int) -> bool:
    """Whether a comma opens what is set in behind a party: "miners, | many with their children", "his men, | a panel
    has found".
    """
    if comma.text != "," or comma.i + 1 >= len(comma.doc):
        return False
    after = comma.nbor()
    some = after.lower_ in SET_IN and after.dep_ == "appos" and first <= after.head.i < comma.i
    subjects = (t for t in (after, *after.ancestors) if t.dep_ == "nsubj" and t.left_edge.i == after.i)
    return some or any(t.head.dep_ == "parataxis" and t.head.head.i > t.i for t in subjects)


def _chance(seen: Floats, role: int, part: list[Token]) -> float:
    """The mean chance of the role over some neighbouring words."""
    return mean(seen[part[0].i : part[-1].i + 1, role])


def _mark(doc: Doc, role: int, part: list[Token], chance: float) -> Mark:
    first, last = part[0].i, part[-1].i + 1
    head = doc[first:last].root
    while head.dep_ in INSIDE_NAMES and head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i:
        head = head.head
    start, end = part[0].idx, part[-1].idx + len(part[-1])
    if head.pos_ in NOMINAL:
        whole = phrase(head, OF)
        start, end = min(start, whole[0].start), max(end, whole[-1].end)
    return Mark(ROLES[role], first, last, Span(start, end), head.i, chance)
