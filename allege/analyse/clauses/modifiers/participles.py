"""Whose a participle is behind a crowd: "police clashed with demonstrators | trying to storm it" tells of them.

"Posted a video of marchers, | chanting and waving flags": those who are seen do it, and not who posted it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.labels import SUBJECTS, has

OTHERS = frozenset({"them", "him", "her", "themselves"})
"""Objects that are the crowd itself: "fired on marchers, trying to disperse them"."""


def hang_on_crowd(participle: Token, words: Mapping[str, Collection[str]]) -> None:
    """Hangs it on the crowd before it; `words`: lemmas of "crowds", of what they do ("pressing"), and of "footage"."""
    if participle.tag_ != "VBG" or participle.dep_ != "advcl" or not participle.i or has(participle, SUBJECTS):
        return
    before = participle.nbor(-1)
    if before.text == ",":
        _hang_on_seen(participle, before, words)
        return
    met = before.dep_ in ("pobj", "dobj") and before.lemma_.lower() in words["crowds"]
    if met and participle.lemma_ in words["pressing"] and not any(t.lower_ in OTHERS for t in participle.subtree):
        participle.head, participle.dep_ = before, "acl"


def hang_on_demonstrating(participle: Token, words: Mapping[str, Collection[str]], places: Collection[str]) -> None:
    """ "Thousands marched in the city | calling for an end to it": they call, and the city does not.

    `words`: lemmas of what crowds do ("pressing", "voicing"); `places`: nouns for places.
    """
    place = participle.head
    said = participle.lemma_ in words["pressing"] or participle.lemma_ in words["voicing"]
    if participle.tag_ != "VBG" or participle.dep_ != "acl" or not said or place.dep_ != "pobj":
        return
    verb = place.head.head
    located = place.ent_type_ in ("GPE", "LOC", "FAC") or place.lemma_.lower() in places
    if located and place.head.lower_ in WHERE and verb.pos_ == "VERB" and not has(verb, {"dobj"}):
        participle.head, participle.dep_ = verb, "advcl"


WHERE = frozenset({"in", "at", "outside", "near", "through", "around", "on", "to"})


def open_with(carried: Token) -> None:
    """ "Waving banners and chanting slogans, | nine farmers | marched": what they did; no banners of a kind marched.

    `carried`: what is taken for a second subject of the verb, with the participle for an adjective.
    """
    verb = carried.head
    if carried.tag_ != "NNS" or carried.dep_ != "nsubj" or carried.i > verb.i:
        return
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i > carried.i), None)
    if doer is None or doer.left_edge.nbor(-1).text != ",":
        return
    row = [carried, *(c for c in carried.conjuncts if c.i < doer.left_edge.i)]
    verbs = [noun.left_edge for noun in row]
    if any(v.tag_ != "VBG" or v.dep_ != "amod" or v.head.i != noun.i for v, noun in zip(verbs, row, strict=True)):
        return
    before = verbs[0].nbor(-1) if verbs[0].i > carried.sent.start else None
    if before is not None and before.text not in OPENING:
        return
    joints = [c for noun in row for c in noun.children if c.dep_ in ("cc", "punct")]
    for n, (did, noun) in enumerate(zip(verbs, row, strict=True)):
        did.head, did.dep_ = (verbs[0], "conj") if n else (verb, "advcl")
        did.pos_ = "VERB"
        noun.head, noun.dep_ = did, "dobj"
    for joint in joints:
        joint.head = verbs[0]


OPENING = frozenset({",", '"', "``", "“", "''", ":", "-", "--", "–", "—", "\n", "\n\n"})
"""What may stand before a sentence's first word."""


def _hang_on_seen(participle: Token, comma: Token, words: Mapping[str, Collection[str]]) -> None:
    """ "Footage of a group of marchers, | chanting": the group does."""
    verb = participle.head
    shown = next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in words["footage"]), None)
    of = next((c for c in (*verb.rights, *(shown.rights if shown else ())) if c.lower_ == "of"), None)
    if shown is None or of is None or of.i < shown.i or of.right_edge.i != comma.i - 1:
        return
    seen = next((c for c in of.rights if c.dep_ == "pobj"), None)
    if seen is None or not any(t.lemma_.lower() in words["crowds"] for t in seen.subtree):
        return
    of.head, of.dep_ = shown, "prep"
    later = [c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBG" and c.i > participle.i]
    participle.head, participle.dep_ = seen, "acl"
    for other in later:
        other.head = participle
