"""What speaks for and against a cue, once its source and content are chosen: signs by name, which `judge` weighs."""

from __future__ import annotations

import math

from allege.analyse.encoder.voices import Voiced
from allege.extract.attribution.quoting.fit import LONG, Quoted
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices.judge import Chosen, odds
from allege.extract.attribution.voices.offer import ENCODER, RULE, MaybeCue

KINDS = ("verb", "noun", "adjective", "phrase")
PLACES = ("ROOT", "ccomp", "xcomp", "relcl", "advcl", "acl", "conj", "amod", "pobj", "dobj", "nsubj")
FORMS = ("VBD", "VBZ", "VBG", "VB", "VBN", "VBP")


def cue_signs(
    tree: Tree, marks: Quoted, cue: MaybeCue, voiced: Voiced, chosen: tuple[Chosen, Chosen]
) -> dict[str, float]:
    """The signs of a cue: what both say of it, where it stands, and what its source and content are like."""
    source, content = chosen
    base, head = cue.base, cue.base.head
    out = {"always": 1.0, "encoder": odds(voiced.chance), "surest piece": odds(voiced.surest)}
    out["begins"] = odds(voiced.begins)
    out["unmarked"], out["alone"] = float(cue.heard is None), float(not cue.rules)
    out["rules"] = odds(cue.rules[0][1]) if cue.rules else 0.0
    out["encoder alone"] = out["encoder"] * out["alone"]
    out["words"] = len(cue.words) - 1.0
    out[f"kind {base.kind}" if base.kind in KINDS else "kind another"] = 1.0
    out.update({f"stands as {tree.dep[head]}": 1.0} if tree.dep[head] in PLACES else {})
    out.update({f"form {tree.tag[head]}": 1.0} if tree.tag[head] in FORMS else {})
    out["within quotation"] = float(marks.at[head] >= 0 and marks.length[marks.at[head]] >= LONG)
    words = content.offer.words
    out["content sure"], out["content chosen"] = odds(cue.content.mean(words)), content.share
    out["content short"] = cue.content.short_of_best(content.offer.pieces) / math.sqrt(len(words) + 1)
    out["content by both"] = float({RULE, ENCODER} <= content.offer.by)
    out["length"], out["very short"] = math.log(len(words)), float(len(words) < 3)
    quoted = float(any(marks.at[i] >= 0 for i in words))
    verbless = float(not any(tree.pos[i] in ("VERB", "AUX") for i in words))
    out["quoted"], out["verbless"], out["verbless quoted"] = quoted, verbless, quoted * verbless
    out["source chosen"] = source.share
    out["source short"] = cue.source.short_of_best(source.offer.pieces)
    out["source by both"] = float({RULE, ENCODER} <= source.offer.by)
    who = source.offer.words
    out["nobody"], out["nobody quoted"] = float(not who), float(not who) * quoted
    out["source sure"] = odds(cue.source.mean(who)) if who else 0.0
    if who:
        first = next((i for i in sorted(who) if tree.head[i] == i or tree.head[i] not in who), min(who))
        out[f"source {tree.pos[first].lower()}"] = float(tree.pos[first] in ("NOUN", "PRON", "PROPN"))
    return out
