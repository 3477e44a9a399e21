"""How firmly each source of a chain holds a predication, and how firmly the author does on a scale.

The values are FactBank's (Saurí & Pustejovsky 2009); they are found by a walk over the parse from the outermost
clause down to the predicate (Saurí & Pustejovsky 2012). docs/method-certainty.md tells the rules and how well they do.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.committing import committing
from allege.analyse.reading import scare_nouns, scare_quotes
from allege.claim import Act, Attribution, Certainty, Commitment, SourceKind, Spans, covers
from allege.extract.certainty import factuality
from allege.extract.certainty.factuality import Figures
from allege.extract.certainty.governing import RAISING, form_of, lookup
from allege.extract.certainty.lexicon import ANCHOR, CUES, SOURCES, SourceCue
from allege.extract.certainty.local import SUBJECTS, is_condition
from allege.extract.certainty.path import REFUTING, Path, Reader
from allege.extract.certainty.refuted import settled
from allege.extract.certainty.spoken import (
    MINDS,
    OWNED,
    claims,
    first_person,
    is_acted_out,
    is_against,
    is_opposed,
    is_past_doubt,
    is_scant,
    is_to_come,
    lie,
    only_asked_after,
    withholds,
)
from allege.extract.certainty.step import Step
from allege.extract.certainty.suspects import hedged
from allege.extract.last import Last
from allege.extract.predication import Predication

ASSERTIVE_MODALS = frozenset({"must", "would", "should", "can", "will", "could", "shall", "have"})
IMPLICATIVE = frozenset({"implicative", "negative implicative"})
CLAUSAL = frozenset({"ccomp", "csubj", "csubjpass", "pcomp"})
OPEN_ACTS = frozenset({Act.DEMAND, Act.ASK})
AGAINST = frozenset({Act.DENY, Act.DOUBT})
OWNING = frozenset({Act.CLAIM_RESPONSIBILITY, Act.ADMIT})
QUOTES = frozenset({'"', "\u201c", "\u2018", "\u00ab"})
LOOKING = frozenset({"appear", "seem"})
CHARGES = frozenset({"charge", "accusation", "allegation", "indictment", "count"})
CONFIRMING = frozenset({"confirm", "acknowledge", "verify", "corroborate"})
"""Verbs with which a source makes another's report its own word."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How firmly each source of a chain holds a predication; the author first."""

    commitments: tuple[Commitment, ...]
    figures: Figures

    @property
    def factuality(self) -> float:
        """The author's commitment on the scale -3 … 3, by the rules alone."""
        return self.figures.rules


class Judge:
    """Judges the predications of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._reader = Reader(analysis.doc)
        self._scare = tuple(scare_quotes(analysis.document.text))
        self._scare_nouns = tuple(scare_nouns(analysis.document.text))
        self._cues: dict[str, tuple[Token | None, frozenset[str]]] = {}

    def judge(self, predication: Predication, chain: tuple[Attribution, ...]) -> Judged:
        """The commitments of the author and of each source in `chain`, in that order."""
        judged = self._read(predication, chain)
        if chain and chain[-1].act in OWNING:
            return judged  # "an alleged spokesman claimed the attack": claimed it was
        held = hedged(self._analysis, predication, judged.commitments)
        token = self._analysis.doc[predication.head]
        author, *others = settled(self._analysis, token, chain, held)
        own = (author_if_own(c, a, author) for c, a in zip(others, chain, strict=True))
        return Judged((author, *own), _at_most(judged.figures, author, held, chain))

    def _read(self, predication: Predication, chain: tuple[Attribution, ...]) -> Judged:
        """The same by the words around the predicate alone."""
        token = self._analysis.doc[predication.head]
        if predication.laid is not None:
            by_word = self._judged(self._analysis.doc[predication.laid], chain)
            return Judged(by_word.commitments, self._judged(token, chain).figures)
        if predication.act is not None:
            return _denied_with(self._judged(token, chain), self._judged(self._analysis.doc[predication.act], chain))
        if not predication.absorbed:
            return self._judged(token, chain)
        with self._reader.silenced(token):
            return self._judged(token, chain)

    def _judged(self, token: Token, chain: tuple[Attribution, ...]) -> Judged:
        path = self._reader.path(token)
        own, why = self._reader.fold(path)
        held = tuple(self._held(path, chain, n) for n in range(len(chain)))
        spoken = sum(1 for _ in _leading_author(chain))
        if not chain:
            quoted = any(start < token.idx < end for start, end in self._scare)
            quoted = quoted or any(start <= token.idx < end for start, end in self._scare_nouns)
            open_ = quoted and own.polarity != "-"  # the "attack" may be a hoax all the same
            author = Commitment("author", Certainty.UU, "scare quotes") if open_ else Commitment("author", own, why)
        elif spoken == len(chain):
            author = Commitment("author", held[-1].value, held[-1].why)
        elif spoken and self._answers(chain[spoken - 1], chain[spoken:]):
            author = Commitment("author", held[spoken - 1].value, held[spoken - 1].why)  # "We reject the claim that …"
        else:
            value, reason = self._vouched(path, chain[spoken:])
            author = Commitment("author", value, reason)
        commitments = (author, *(author_if_own(c, a, author) for c, a in zip(held, chain, strict=True)))
        return Judged(commitments, factuality.figures(self._reader, path, own))

    def _held(self, path: Path, chain: tuple[Attribution, ...], n: int) -> Commitment:
        """What the n-th source holds: its own words where it is the innermost, else what it takes for granted."""
        item = chain[n]
        answers = self._answers(item, chain[n + 1 :])
        if n + 1 < len(chain) and not answers:
            value, why = self._vouched(path, chain[n + 1 :])
            return Commitment(item.id, value, why)
        inside = path[:1] if covers(item.cue, path[0][0].idx) else _within(path, item.content)
        start, act = self._start(item, inside, chain[n - 1].content if n else None)
        if item.act is Act.DOUBT and inside[-1][1].form == "definite" and self._tells_why(item):
            start, act = ANCHOR, ""
        verdict = next((t for t, _ in inside if t.lower_ == "guilty"), None) if item.act is Act.DENY else None
        with self._reader.silenced(verdict) if verdict is not None else nullcontext():
            value, why = self._reader.fold(_within(path, chain[-1].content) if answers else inside, start)
        if value == Certainty.UU and start == Certainty.CT_MINUS and item.act is Act.DENY and _is_of_plan(inside):
            value, why = start, "no hedge"
        if value.polarity == "-" and self._set_against(item):
            claimed = claims(self._cue(item)[1])
            value, why = (start, "what is denied") if claimed else (Certainty.UU, "that it is or is not")
        return Commitment(item.id, value, why if not act else act if why == "no hedge" else f"{act}, {why}")

    def _answers(self, item: Attribution, inner: tuple[Attribution, ...]) -> bool:
        """Whether a source rejects or confirms the report that the next one in the chain makes, and so takes a stand.

        "The council rejected a claim by the front that …" is no "denied that the front claimed that …".
        """
        report = self._cue(inner[0])[0] if len(inner) == 1 else None
        if report is None or report.lemma_.lower() not in CUES.hearsay:
            return False
        over = report.head.head if report.dep_ == "pobj" and report.head.lower_ == "as" else report.head
        tied = report.pos_ == "NOUN" and report.dep_ in ("dobj", "nsubjpass", "pobj") and covers(item.cue, over.idx)
        return tied and (item.act in AGAINST or not self._cue(item)[1].isdisjoint(CONFIRMING))

    def _start(self, item: Attribution, inside: Path, outer: Spans | None) -> tuple[Certainty, str]:
        """What the act of speaking says of its whole content, and why where it is not a plain assertion."""
        cue, lemmas = self._cue(item)
        phrases = sorted(lemmas | {f"{lemma} out" for lemma in lemmas if "out" in lemmas}, key=_by_weight)
        known = next((SOURCES.cues[phrase] for phrase in phrases if phrase in SOURCES.cues), None)
        if known is not None and known.value == Certainty.CT_MINUS and item.act is Act.ACCUSE:
            known = None  # "rejects the invasion" disapproves of it
        named = item.act is Act.DENY or (cue is not None and any(c.dep_ == "oprd" for c in cue.children))
        makes_believe = cue is not None and cue.lemma_ == "have" and lemmas & MINDS
        if makes_believe or ("call" in lemmas and named):
            known = None  # "called the attack an outrage", "called the report a lie" asks for nothing
        top = inside[-1][0] if inside else None
        if _is_indirect_question(inside):
            return (Certainty.CT_U if lemmas & SOURCES.factive else Certainty.UU), "indirect question"
        if top is not None and is_opposed(top):
            return Certainty.UU, "'against'"
        if item.act in OPEN_ACTS or (top is not None and "warn" in lemmas and form_of(top) == "to"):
            return Certainty.UU, f"act '{item.act.value}'" if item.act in OPEN_ACTS else "warning against"
        if item.act is Act.DOUBT and (lemmas & CHARGES or (known is None and lemmas & {"claim", *OWNED})):
            return Certainty.UU, "charge dropped" if lemmas & CHARGES else "not owned up to"
        value = known.value if known is not None else SOURCES.acts[item.act.value]
        name = f"cue '{cue.lemma_.lower()}'" if cue is not None and value != ANCHOR else ""
        scant = any(map(is_scant, self._analysis.tokens(item.cue)))
        plain = (Certainty.PR_PLUS, "little doubt") if scant else (value, name)
        cleared = item.act is Act.DENY and cue is not None and cue.pos_ == "NOUN" and cue.lemma_.lower() in CHARGES
        if cue is None or cleared or self._is_label(item) or (item.source and self._judged_false(cue)):
            return plain
        return self._unsaid(cue, item, outer, known) or plain

    def _tells_why(self, item: Attribution) -> bool:
        """Whether it is why a deed was done that nobody tells: "have not determined | a motive for the raid"."""
        return any(t.lemma_.lower() in CUES.traits["why"] for t in self._analysis.tokens(item.content))

    def _is_label(self, item: Attribution) -> bool:
        """Whether the cue heads what it says: "Claim: …". That is no command."""
        behind = self._analysis.document.text[item.cue[-1].end :].lstrip(" ")[:1]
        return not item.source and behind in (":", "\n")

    def _hung(self, item: Attribution, cue: Token) -> Token:
        """The cue; of a participle the verb that its speaker is the subject of, wherever the parser hung it.

        "The army denied that it shelled Orsa, | saying rebels had": not what was denied.
        """
        speaker = self._analysis.head_of(item.source) if item.source and cue.dep_ == "advcl" else None
        if speaker is None or cue.tag_ != "VBG" or speaker.dep_ != "nsubj":
            return cue
        return speaker.head if any(a.i == speaker.head.i for a in cue.ancestors) else cue

    def _unsaid(
        self, cue: Token, item: Attribution, outer: Spans | None, known: SourceCue | None
    ) -> tuple[Certainty, str] | None:
        """What a source holds whose act of speech is refused, denied or left open, and why; None where it did speak."""
        hung = self._hung(item, cue)
        name = f"cue '{cue.lemma_.lower()}'"
        if cue.lower_ == "according":
            return None  # "have not been heard from, according to clerks": these are not denied
        if withholds(cue):
            return Certainty.UU, f"{name} tells nothing"
        if self._denied(hung, item, outer):
            return (known.negated if known is not None else Certainty.UU), f"{name} denied"
        if self._open(hung, item, outer):
            return Certainty.UU, f"{name} not asserted"
        return (Certainty.PR_PLUS, f"{name} yet to come") if known is None and is_to_come(hung) else None

    def _cue_value(self, cue: Token, item: Attribution, outer: Spans | None) -> Certainty:
        """What is held of an act of speech; what it says itself ("it is not true that …, he | said") tells nothing."""
        path = _outside(self._reader.path(cue), item.content)
        return self._reader.fold(_within(path, outer) if outer else path)[0]

    def _denied(self, cue: Token, item: Attribution, outer: Spans | None) -> bool:
        return self._cue_value(cue, item, outer).polarity == "-"

    def _judged_false(self, cue: Token) -> bool:
        """Whether somebody's claim is only called false: he made it all the same. Of nobody's reports none is left."""
        return cue.dep_ in SUBJECTS and self._reader.step(cue).signature.name in REFUTING

    def _open(self, cue: Token, item: Attribution, outer: Spans | None) -> bool:
        if self._cue_value(cue, item, outer) != Certainty.UU or only_asked_after(cue):
            return False
        if any(c.dep_ == "advcl" and is_condition(c) for c in cue.children):
            return not first_person(cue)
        if is_acted_out(cue) and self._cue_value(cue.head, item, outer) == Certainty.CT_PLUS:
            return False
        return not any(c.dep_ == "aux" and c.lower_ in ASSERTIVE_MODALS for c in cue.children)

    def _is_granted(self, item: Attribution) -> bool:
        """Whether the author takes for granted what is told by using that cue; not by "was never | proven | that"."""
        lemmas = self._cue(item)[1] & SOURCES.factive
        return bool(lemmas) and not (item.act is Act.DOUBT and "prove" in lemmas)

    def _vouched(self, path: Path, chain: tuple[Attribution, ...]) -> tuple[Certainty, str]:
        """What somebody holds who reports the words of `chain` (outermost first)."""
        innermost = _within(path, chain[-1].content)
        if all(self._is_granted(item) and not self._is_quoted(item) for item in chain):
            if _is_indirect_question(innermost):
                return Certainty.CT_U, "indirect question"
            value, why = self._reader.fold(innermost)
            return value, f"factive cue, {why}" if why != "no hedge" else "factive cue"
        if self._set_against(chain[0]):
            return self._reader.fold(_within(path, chain[0].content))
        cue, lemmas = self._cue(chain[0])
        outcome = cue is not None and _is_outcome(innermost[-1][1], cue)
        if len(chain) == 1 and (outcome or "contrary" in lemmas):
            return self._reader.fold(path if outcome else innermost)
        told = cue is not None and (cue.pos_ == "NOUN" or cue.lemma_ in RAISING - {"find"})
        if len(chain) == 1 and told:
            value, why = self._reader.fold(path)
            refuted = {value.polarity, self._reader.fold(innermost)[0].polarity} == {"+", "-"}
            if refuted or (not chain[0].source and (value.modality in {"PR", "PS"} or value.polarity == "-")):
                return value, why  # "indicates the notion that", "their claims that … are untrue": the author's view
        thought = None if cue is None or len(chain) > 1 else self._thought(cue)
        return thought or (Certainty.UU, "attributed")

    def _set_against(self, item: Attribution) -> bool:
        """Whether the author denies what somebody may have said: "he was not killed, as the front claimed"."""
        cue = self._cue(item)[0]
        return cue is not None and is_against(cue, self._reader.local(cue.head).value)

    def _is_quoted(self, item: Attribution) -> bool:
        """Whether a source's own words are given, which the author only hands on: 'recalled: "They shot him"'."""
        start = item.content[0].start
        before = self._analysis.document.text[max(start - 1, 0) : start + 1]
        return any(mark in before for mark in QUOTES)

    def _thought(self, cue: Token) -> tuple[Certainty, str] | None:
        """What the words around a cue tell of what their author thinks of it: "falsely", "they lie when they say"."""
        adverb = next((c.lower_ for c in cue.children if c.lower_ in SOURCES.author_adverbs), None)
        if adverb is not None:
            return SOURCES.author_adverbs[adverb], f"adverb '{adverb}'"
        made_up = lookup(cue, "np")
        if made_up is not None and made_up.name == "false":
            return Certainty.CT_MINUS, f"'{cue.lemma_.lower()}'"  # "invented the tale that they burned it"
        lying = lie(cue)
        if lying is None:
            return None
        return self._reader.fold(self._reader.path(lying))[0].negated(), f"told as a '{lying.lemma_.lower()}'"

    def _cue(self, item: Attribution) -> tuple[Token | None, frozenset[str]]:
        """The token that carries a cue (its verb before its noun), and the lemmas of all its tokens."""
        found = self._cues.get(item.id)
        if found is None:
            tokens = [t for t in self._analysis.tokens(item.cue) if not (t.is_punct or t.is_space or is_past_doubt(t))]
            verb = next((t for t in tokens if t.pos_ == "VERB"), None)
            head = verb or (self._analysis.head_of(item.cue) if tokens else None)
            found = head, frozenset(t.lemma_.lower() for t in tokens)
            self._cues[item.id] = found
        return found


def author_if_own(held: Commitment, item: Attribution, author: Commitment) -> Commitment:
    """The author's own value where the text speaks of its author as a source ("we reported"), else what is held."""
    return Commitment(held.source, author.value, author.why) if item.source_kind == SourceKind.AUTHOR else held


def _at_most(
    figures: Figures, author: Commitment, held: tuple[Commitment, ...], chain: tuple[Attribution, ...]
) -> Figures:
    """The figures, with no more than readers give what is only denied, or what the author refutes further on."""
    if author.value == Certainty.CT_MINUS and held[0].value != Certainty.CT_MINUS:
        return replace(figures, most=factuality.REFUTED)
    denied = bool(chain) and chain[-1].act is Act.DENY and held[-1].value == Certainty.CT_MINUS
    return replace(figures, most=factuality.DENIED) if denied and author.value == Certainty.UU else figures


def _denied_with(harm: Judged, act: Judged) -> Judged:
    """What is held of a harm whose doers are those of an act: whoever denies the act denies that they did the harm."""
    pairs = zip(harm.commitments, act.commitments, strict=True)
    return Judged(tuple(b if b.value.polarity == "-" else a for a, b in pairs), harm.figures)


def _leading_author(chain: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    spoken = next((n for n, a in enumerate(chain) if a.source_kind != SourceKind.AUTHOR), len(chain))
    return chain[:spoken]


def _is_outcome(step: Step, cue: Token) -> bool:
    """Whether the cue tells what came of it: "refused to attack", "managed to leave"."""
    return step.governor is not None and step.governor.i == cue.i and step.signature.name in IMPLICATIVE


def _is_of_plan(inside: Path) -> bool:
    """Whether a deed is denied with the plan for it or the order: "denied planning | any raid on it"."""
    if len(inside) != 2:
        return False
    (deed, step), (over, _) = inside
    return deed.dep_ == "dobj" and step.signature.name in {"plan", "wish"} and over.lemma_ in PLANNING


PLANNING = committing("planning", "ordering")


def _by_weight(word: str) -> tuple[bool, str]:
    """Order in which the words of a cue are asked: how it looks comes last ("appeared to | deny")."""
    return word in LOOKING, word


def _is_indirect_question(inside: Path) -> bool:
    """Whether the content of an attribution asks "whether"."""
    return bool(inside) and inside[-1][0].dep_ in CLAUSAL and form_of(inside[-1][0]) == "whether"


def _within(path: Path, content: Spans) -> Path:
    """The part of a path that lies in `content`; the predicate itself always does."""
    for n, (_, step) in enumerate(path):
        if step.governor is None or not covers(content, step.governor.idx):
            return path[: n + 1]
    return path


def _outside(path: Path, content: Spans) -> Path:
    """The part of a path before it enters `content`."""
    for n, (_, step) in enumerate(path):
        if step.governor is not None and covers(content, step.governor.idx):
            return path[: n + 1]
    return path


_LAST = Last(Judge)


def judge(analysis: Analysis, predication: Predication, chain: tuple[Attribution, ...]) -> Judged:
    """How firmly the author and each source of `chain` (outermost first) hold a predication."""
    return _LAST.of(analysis).judge(predication, chain)
