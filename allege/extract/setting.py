"""Where a predication is set when its own finder saw no place: a place that its clause or a joined clause names.

Tried in order, the first that gives a place wins: a place that is itself what is hit or taken; a place of the same
clause, also one inside its noun phrases ("killed in a clash at the ferry"); a place of a clause joined to it ("were
killed and others hurt in Orlen"); the place that heads the paragraph of a bulletin ("Orlen: two shells fell").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.entries import entries
from allege.analyse.labels import ANY_SUBJECT, DASHES, has
from allege.claim import ClaimKind, MentionType, Role, Span
from allege.clean.dateline import dateline
from allege.extract.events.where import is_locative, is_loser
from allege.extract.last import Last
from allege.extract.nouns import in_class
from allege.extract.predication import Filler, Predication
from allege.extract.remembered import is_remembered

STEPS = 12
YEAR = re.compile(r"(?:19|20)\d\d")

PARAGRAPH = re.compile(
    r"^[ \t]*(?:[-–*•] ?)?(?P<date>\d{1,2} [A-Z]\w+(?: \d{4})?,? )?"
    r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: (?:district|province|area|county|region))?)"
    r"(?:, [\d][^:\n]{0,20})?:[ \t]+[^\n]+",
    re.MULTILINE,
)
"""A paragraph that begins with a name and a colon; a bullet and a date may stand before, a date behind the name."""

LABELS = frozenset(
    {
        "note",
        "update",
        "photo",
        "editor",
        "contact",
        "background",
        "summary",
        "question",
        "answer",
        "source",
        "statement",
        "witness",
    }
)
"""Words that head a paragraph and name no place."""

JOINS = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep"})


class Setting:
    """The places of one analysis by the verb of the clause that they stand in."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._at: dict[int, list[Filler]] = {}
        self._heads = _LAST.of(analysis)
        for head, mention in sorted(analysis.by_head.items()):
            if mention.type is MentionType.PLACE and not is_loser(analysis.doc[head]):
                verb = _clause(analysis.doc[head])
                if verb is not None:
                    self._at.setdefault(verb.i, []).append(Filler(Role.PLACE, mention.spans, head, mention.type))

    def place(self, predication: Predication) -> Filler | None:
        """The place of an event or a state that has none yet; None where the text ties none to it."""
        if predication.kind not in (ClaimKind.EVENT, ClaimKind.STATE):
            return None
        if any(f.role is Role.PLACE for f in predication.fillers):
            return None
        head = self._analysis.doc[predication.head]
        elsewhere = is_remembered(head) or _has_own_name(head, predication)
        return self._target(predication) or (None if elsewhere else self._around(head) or self._headed(head))

    def _headed(self, head: Token) -> Filler | None:
        """The place that stands before a colon at the head of the paragraph; None for events of another year."""
        at = next((n for n, ((start, end), _) in enumerate(self._heads) if start <= head.idx < end), None)
        if at is None:
            return None
        (start, _), found = self._heads[at]
        dated = (t for t in head.sent if t.idx >= start and t.ent_type_ == "DATE")
        return None if any(YEAR.fullmatch(t.text) for t in dated) else found

    def _target(self, predication: Predication) -> Filler | None:
        """A recipient that is a place."""
        for filler in predication.fillers:
            mention = self._analysis.by_head.get(filler.head)
            if filler.role is Role.RECIPIENT and mention is not None and mention.type is MentionType.PLACE:
                return Filler(Role.PLACE, mention.spans, filler.head, mention.type)
        return None

    def _around(self, head: Token) -> Filler | None:
        verb = _verb_above(head)
        if verb is None:
            return None
        for clause in (verb, *_joined(verb), *_scene(verb)):
            for place in self._at.get(clause.i, []):
                if not is_of_others(self._analysis.doc[place.head], head):
                    return place
        return None


def _heads(analysis: Analysis) -> Iterator[tuple[Span, Filler]]:
    """Paragraphs that begin with a place and a colon, and that place: bulletins are set out so.

    The label is a place that is known, or a name that the tagger takes for neither somebody nor a body; behind a date
    ("6 May, Orsa:") the tagger is not asked. Capitals throughout ("BREAKING:") are none, nor is a label whose line is a
    heading that somebody says.
    """
    yield from _listed(analysis)
    yield from _behind_datelines(analysis)
    for line in PARAGRAPH.finditer(analysis.document.text):
        words = analysis.doc.char_span(*line.span("place"), alignment_mode="expand")
        if words is None or words.root.is_space or not line.group().rstrip().endswith((".", ";")):
            continue  # a label that the reading blanks ("Update:") is none
        mention = analysis.by_head.get(words.root.i)
        dated = bool(line["date"])
        place = mention is not None and mention.type is MentionType.PLACE
        if line["place"].isupper() and not line.group().isupper():
            continue  # "MILA OREN: …" says it
        if (mention is not None and not place and not dated) or in_class(words.root, "person"):
            continue  # "Minister: …" says it
        foreign = not dated and any(t.ent_type_ in ("PERSON", "ORG", "NORP") for t in words)
        named = all(t.pos_ == "PROPN" and not t.is_upper for t in words if t.text[0].isupper())
        if place or (named and not foreign and words[0].lower_ not in LABELS):
            yield (
                Span(line.end("place"), line.end()),
                Filler(Role.PLACE, (Span(words.start_char, words.end_char),), words.root.i, MentionType.PLACE),
            )


def _listed(analysis: Analysis) -> Iterator[tuple[Span, Filler]]:
    """The entries of lists of incidents, and the places that head them."""
    for entry in entries(analysis.document.text):
        words = None if entry.place is None else analysis.doc.char_span(*entry.place, alignment_mode="expand")
        if words is not None:
            place = Filler(Role.PLACE, (Span(words.start_char, words.end_char),), words.root.i, MentionType.PLACE)
            yield entry.body, place


def _behind_datelines(analysis: Analysis) -> Iterator[tuple[Span, Filler]]:
    """The sentences behind a dateline, and its place: "VELM -- | A bomb went off"."""
    text, last = analysis.document.text, None
    for sentence in analysis.doc.sents:
        if last is not None:
            yield Span(sentence.start_char, sentence.end_char), last
        heads = [t.i for t in sentence if t.i in analysis.by_head] if sentence[-1].text in DASHES else []
        opened = dateline(text, sentence.start_char) if heads else None
        heads = heads if opened is not None and opened.end >= sentence.end_char else []
        places = [analysis.by_head[i] for i in heads if analysis.by_head[i].type is MentionType.PLACE]
        last = Filler(Role.PLACE, places[0].spans, heads[0], MentionType.PLACE) if places else None


_LAST = Last(lambda analysis: tuple(_heads(analysis)))


def is_of_others(place: Token, deed: Token) -> bool:
    """Whether a place tells where those are who do the deed beside: "men burned it and nobody | in Orsa | cared"."""
    subject = next((t for t in (place, *place.ancestors) if t.dep_ in ANY_SUBJECT), None)
    verb = _verb_above(deed)
    if subject is None or verb is None or subject.head.i == verb.i or not has(verb, ANY_SUBJECT):
        return False
    return "conj" in (subject.head.dep_, verb.dep_) and (subject.head.head.i == verb.i or verb.head.i == subject.head.i)


def heads_paragraph(analysis: Analysis, place: Filler) -> bool:
    """Whether a place is what a paragraph of a bulletin begins with."""
    return any(place.spans == head.spans for _, head in _LAST.of(analysis))


def _clause(token: Token) -> Token | None:
    """The verb of the clause in which a place is said to be where something is; None for a place that only names."""
    if token.dep_ == "amod" or token.pos_ == "ADJ" or token.ent_type_ == "NORP":
        return None
    located, at = False, token
    for _ in range(STEPS):
        above = at.head
        if above.i == at.i or at.dep_ == "relcl":
            return None
        located = located or is_locative(above)
        if above.pos_ in ("VERB", "AUX") and above.dep_ != "prep":  # "following a clash in Orsa" goes on
            return above if located else None
        at = above
    return None


def _has_own_name(head: Token, predication: Predication) -> bool:
    """Whether a noun is called by whom or what it befell: marchers in one town may ask about "the Velmar strike"."""
    befell = {f.head for f in predication.fillers if f.role is Role.RECIPIENT}
    return head.pos_ == "NOUN" and any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i in befell for c in head.lefts)


def _verb_above(token: Token) -> Token | None:
    """The token itself where it is a verb, else the nearest verb above it."""
    for _ in range(STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _scene(verb: Token) -> Iterator[Token]:
    """For "in the town, where crowds burned …": the verb of the clause that tells where the "where" is."""
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        above = _verb_above(verb.head)
        if above is not None:
            yield above


def _joined(verb: Token) -> Iterator[Token]:
    """Verbs of clauses joined to this one, nearest first: what it hangs on, then what hangs on it."""
    if verb.dep_ in JOINS and verb.head.pos_ in ("VERB", "AUX"):
        yield verb.head
    yield from (child for child in verb.children if child.dep_ in JOINS and child.pos_ in ("VERB", "AUX"))
