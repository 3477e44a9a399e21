"""What the words of a cue tell of the act of speech: that it was withheld, lies ahead, leaves no doubt, or is a lie."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import WH
from allege.claim import Certainty
from allege.extract.certainty.governing import SPEAKERS
from allege.extract.certainty.lexicon import CUES, SOURCES
from allege.extract.certainty.local import is_definite, is_harmless

ADVISING = frozenset({"advise", "argue", "counsel", "decide", "lean", "recommend", "rule", "speak", "vote", "warn"})
"""Verbs that turn against what may be done, not what was."""

LATER = frozenset(
    {"later", "afterwards", "subsequently", "eventually", "again", "then", "often", "always", "repeatedly"}
)
"""Adverbs with which "would" tells what did happen."""

OWNED = frozenset({"responsibility", "credit", "blame"})
"""What is claimed, or not, of a deed."""


def is_past_doubt(token: Token) -> bool:
    """Whether a word of a cue only says how surely: "prove beyond doubt", "left no doubt"."""
    return (
        (token.dep_ == "pobj" and token.head.lower_ in ("beyond", "without")) or is_harmless(token) or is_scant(token)
    )


def is_scant(token: Token) -> bool:
    """Whether it is a doubt of which there is hardly any: "left little doubt"."""
    return token.lower_ in CUES.harmless and any(c.lower_ in CUES.traits["scant"] for c in token.lefts)


def lie(cue: Token) -> Token | None:
    """The word that calls it a lie to say so: "they lie when they say that", "misled us by claiming that"; or None."""
    over = cue.head
    opens = {c.lower_ for c in cue.lefts if c.dep_ in {"mark", "advmod"}}
    if cue.dep_ == "pcomp":
        opens, over = {over.lower_}, over.head
    return over if over.lemma_.lower() in SOURCES.lying and opens & SOURCES.lying_by else None


def withholds(cue: Token) -> bool:
    """Whether the cue is a refusal to speak: "refused to confirm", "declined to comment"."""
    if cue.lemma_.lower() not in {"refuse", "decline"}:
        return False
    withheld = [c for c in cue.children if c.dep_ == "xcomp"]
    owned = any(c.dep_ == "dobj" and c.lemma_.lower() in OWNED for verb in withheld for c in verb.children)
    return owned or any(verb.lemma_.lower() in SOURCES.withheld for verb in withheld)


def is_opposed(top: Token) -> bool:
    """Whether what a source speaks of is what it is against: "voted against using it", "against a raid"."""
    if top.dep_ not in {"pcomp", "pobj"} or top.head.lower_ != "against":
        return False
    return top.tag_ == "VBG" or (top.head.head.lemma_ in ADVISING and not is_definite(top))


def is_to_come(cue: Token) -> bool:
    """Whether speech lies ahead of what is told: "her lawyer would tell the court"; not "would later tell"."""
    said = {c.lower_ for c in cue.lefts if c.dep_ in {"aux", "advmod"}}
    told = {c.lower_ for c in cue.children if c.dep_ == "advmod"}
    made = cue.lemma_ == "have" and any(c.dep_ == "ccomp" and c.lemma_ in MINDS for c in cue.rights)
    return not made and "would" in said and "have" not in said and not told & LATER and not first_person(cue)


MINDS = frozenset({"believe", "think"})
"""What somebody "would have us" do who tells us a thing."""

GATHERING = frozenset({"assemble", "converge", "demonstrate", "gather", "march", "parade", "protest", "rally"})


def is_acted_out(cue: Token) -> bool:
    """Whether people came together to say it, and by that said it: "marched | to denounce | the killing of a clerk"."""
    purpose = cue.dep_ in {"advcl", "xcomp"} and any(c.tag_ == "TO" for c in cue.lefts)
    return purpose and cue.head.lemma_ in GATHERING and cue.head.i < cue.i


def first_person(cue: Token) -> bool:
    """Whether the author speaks for himself: "I say", "we reported"."""
    return any(c.dep_ == "nsubj" and c.lower_ in SPEAKERS for c in cue.lefts)


def only_asked_after(cue: Token) -> bool:
    """Whether what somebody said is told, and asked whether it is so: "they say he was shot, can anyone confirm?"."""
    words = [t for t in cue.sent if not t.is_space]
    last = next((t for t in reversed(words) if t.text.strip("?")), cue)
    comma = next((t for t in reversed(words) if t.i < last.i and t.text in {",", ";"}), None)
    if words[-1].text[-1:] != "?" or comma is None or comma.i < cue.i or comma.i + 2 > last.i:
        return False
    if _inverts(words[0]) or words[0].tag_ in WH or words[0].lower_ in {"if", "whether"}:
        return False
    first = comma.nbor()
    return first.lower_ == "any" or (_inverts(first) and last.i > comma.i + 2)


def _inverts(first: Token) -> bool:
    """Whether a clause opens with its auxiliary: "can anyone confirm", "is it true"."""
    return first.pos_ in {"AUX", "VERB"} and first.tag_ in {"MD", "VBD", "VBP", "VBZ"}


def is_against(cue: Token, told: Certainty) -> bool:
    """Whether a clause with "as" hangs behind what is denied: "he was not killed, as the front | claimed".

    `told`: what the clause before it holds. Whether the front said that he was or that he was not, the words do not
    tell; whoever bears it out ("as the front confirmed") said that he was not.
    """
    behind = cue.dep_ == "advcl" and cue.head.i < cue.i and told.polarity == "-"
    opened = any(c.dep_ == "mark" and c.lower_ == "as" for c in cue.lefts)
    return behind and opened and cue.lemma_ not in SOURCES.bearing_out


def claims(lemmas: frozenset[str]) -> bool:
    """Whether the words of a cue tell a thing that its author does not hold: "claimed", "alleged"."""
    return not lemmas.isdisjoint(SOURCES.claiming)
