"""What looks like somebody speaking and is not: nobody's word, a purpose, and what the writer concludes."""

from __future__ import annotations

from allege.analyse.clauses.words import THWARTING, WITHHELD
from allege.analyse.committing import committing
from allege.analyse.labels import PAST, PRESENT
from allege.claim import SourceKind
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.hearing.wordless import is_wordless
from allege.extract.attribution.tree import Tree
from allege.extract.certainty.governing import ANYBODY, ARTICLES, HARDLY
from allege.extract.happenings import names_a_doing
from allege.extract.nouns import classes
from allege.extract.reasoning import DOUBTLESS
from allege.extract.reasoning import VERBS as CONCLUDING
from allege.extract.unnamed import ANONYMITY, IDENTITY, REVEALING, UNNAMED

NOBODY = frozenset({"nobody", "none"})
DISPUTING = frozenset({"dispute", "deny", "doubt", "question", "contest"})
FACTS = frozenset({"which", "this", "that", "these"})
NO = frozenset({"no", "little", "scant"})
WRITTEN = (SourceKind.DOCUMENT, SourceKind.MEDIA)
PURPOSED = frozenset({"aim", "intend", "design", "mean"})
"""In the passive with nobody named these tell what a thing is for ("was intended to stop the march")."""

MAKING = committing("doing", "waging") | {"hand", "continue", "resume", "begin", "start", "intensify", "conclude"}
MADE = frozenset({"arrest", "attack", "raid", "strike", "assault", "ambush", "offensive", "counterattack",
                  "operation", "campaign", "patrol", "siege", "push",
                  "counteroffensive", "verdict", "sentence", "headway", "progress", "gain", "sweep", "bombardment",
                  "shelling", "bombing", "airstrike", "advance"})  # fmt: skip
"""What is made, and what a campaign may be of: "their bombing campaign"."""

ANSWERING = frozenset({"respond", "react", "retaliate", "answer", "reply"})
STRIKING = frozenset({"arrest", "attack", "bomb", "bombard", "fire", "raid", "send", "shell", "shoot", "strike"})
"""By which deeds somebody answers without a word."""

WORDLESS = frozenset({"fan", "fire", "force", "hinge", "boycott"}) | THWARTING
"""What says nothing, though a clause stands behind it: "fanned out where bombs fell", "foiled a plot to kill her"."""

FEW = 6
"""Words from "asked" to "not to be named" at most."""

CONDITIONS = frozenset({"if", "unless", "should", "when", "once"})
EVIDENCE = frozenset({"evidence", "proof", "sign", "indication", "trace"})
COMING = frozenset({"emerge", "surface", "appear", "arise"})
CLAIMED = frozenset({"responsibility", "credit"})
WH = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how", "whether", "if"})
COUNTS = frozenset({"more", "fewer", "less", "many", "dozens", "hundreds", "none"})


def barred(tree: Tree, heard: Heard) -> bool:
    """Whether a candidate is no attribution whatever its words: see the rules below."""
    who = heard.speaker
    if heard.kind != "verb":
        acts = _acts(tree, heard) or _supports(tree, heard) or is_wordless(tree, heard)
        acts = acts or _is_of_others(tree, heard) or _is_lacking(tree, heard) or _is_thwarted(tree, heard.head)
        return acts or (who is None and _is_past_doubt(tree, heard.head))
    if is_wordless(tree, heard) or _costs_lives(tree, heard.head) or tree.lemma[heard.head] in WORDLESS:
        return True
    if _rushes(tree, heard.head) or any(holds(tree, heard) for holds in OF_WORDS):
        return True
    if who is None:
        return heard.frame.startswith("done") and (tree.lemma[heard.head] in PURPOSED or _frees(tree, heard.head))
    if _hunted(tree, heard) or _stays_unnamed(tree, heard) or _withholds(tree, heard) or _frees(tree, heard.head):
        return True
    return _beside(tree, heard) or any(holds(tree, heard, who) for holds in OF_SPEAKER)


def _is_anothers(tree: Tree, heard: Heard) -> bool:
    """ "His widow | thinks so, | but police say thieves killed him": what police say is none of hers."""
    top = _top(tree, heard)
    said = tree.head[top] if top >= 0 and tree.dep[top] == "ccomp" else -1
    if not heard.head < said < top or tree.dep[said] != "conj" or tree.head[said] != heard.head:
        return False
    shared = tree.lower[heard.head + 1] in ("and", "or")  # "the army said | and the rebels confirmed that"
    return not shared and tree.child(said, "nsubj") is not None


def _supports(tree: Tree, heard: Heard) -> bool:
    """ "Marched in | support | of the mayor": for whom, and no word of theirs; a clause may be one."""
    told = any(tree.dep[i] == "ccomp" for first, last in heard.content for i in range(first, last))
    return tree.lower[heard.head] == "support" and tree.dep[heard.head] == "pobj" and not told


def _is_of_others(tree: Tree, heard: Heard) -> bool:
    """ "Despite | denials from the regiment, | villagers insist": what is said against it is not the villagers'."""
    over, who = tree.head[heard.head], heard.speaker
    own = who is not None and tree.left[heard.head] <= who <= tree.right[heard.head]
    return tree.dep[heard.head] == "pobj" and tree.lower[over] in ("despite", "notwithstanding") and not own


def _is_lacking(tree: Tree, heard: Heard) -> bool:
    """ "Without the captain's | warning, | they would have died": what would have been is not what he warned of."""
    over = tree.head[heard.head]
    if tree.dep[heard.head] != "pobj" or tree.lower[over] not in ("without", "for"):
        return False
    lacks = tree.lower[over] == "without" or tree.lower[over - 1 : over] == ["but"]
    return lacks and not any(tree.left[heard.head] <= i <= tree.right[heard.head] for i, _ in heard.content)


def _is_thwarted(tree: Tree, plan: int) -> bool:
    """ "Guards thwarted a | plan | by settlers to rob it": what they came to know, and no word of theirs."""
    return tree.lemma[tree.head[plan]] in THWARTING and tree.dep[plan] in ("dobj", "nsubjpass")


def _acts(tree: Tree, heard: Heard) -> bool:
    """ "The force's | personnel were patrolling": who does what is told is no word for telling it."""
    verb = tree.head[heard.head]
    told = any(first <= verb < last for first, last in heard.content)
    return told and tree.dep[heard.head] == "nsubj" and verb == heard.head + 2 and tree.tag[verb] == "VBG"


def _is_undisputed(tree: Tree, heard: Heard, who: int) -> bool:
    """ "Nobody disputes that they burned it", "no one", "few", "hardly anyone": the author holds it."""
    beside = {tree.lower[c] for c in (*tree.children[who], *tree.children[heard.head])}
    few = any(tree.lower[i] == "few" and not (i and tree.lower[i - 1] in ARTICLES) for i in (who, *tree.children[who]))
    few = few or (tree.lower[who] in ANYBODY and not beside.isdisjoint(HARDLY))
    nobody = few or tree.lower[who] in NOBODY or (tree.lower[who] == "one" and who > 0 and tree.lower[who - 1] == "no")
    return nobody and tree.lemma[heard.head] in DISPUTING


def _conditional(tree: Tree, heard: Heard) -> bool:
    """ "If rebels attack, the army will respond": a condition is not said; "asked if" has it for its object.

    Nor is one that opens with "had", however it is hung: "had they attacked, nobody would have known".
    """
    clause = next((c for c in tree.children[heard.head] if c == _top(tree, heard)), None)
    if clause is None:
        return False
    opens = tree.lower[tree.left[clause]]
    if opens == "had" and clause < heard.head and tree.dep[tree.left[clause]] in ("aux", "auxpass"):
        return any(tree.lower[c] in ("would", "could", "might") for c in tree.children[heard.head])
    return tree.dep[clause] == "advcl" and opens in CONDITIONS


def _found(tree: Tree, heard: Heard) -> bool:
    """ "Journalist found shot dead", "police found | the lorry that rebels had stolen": nobody states what he finds."""
    after = heard.head + 1
    if _comes_upon(tree, heard.head):
        return True
    if tree.lemma[heard.head] != "find":
        return False
    thing = tree.child(heard.head, "dobj")
    below = {tree.dep[c] for c in tree.children[heard.head] if c > heard.head}
    solid = thing is not None and tree.lemma[thing].lower() in classes()["person"] | classes()["thing"]
    plain = below.isdisjoint(("ccomp", "xcomp", "oprd", "acomp", "auxpass"))
    return (after < len(tree.tag) and tree.tag[after] == "VBN") or (solid and plain and tree.pos[thing or 0] == "NOUN")


def _comes_upon(tree: Tree, find: int) -> bool:
    """ "They came home | to find | that guards had burned it": what they came upon, and no word of theirs."""
    over = tree.head[find]
    if tree.lemma[find] not in ("find", "discover") or tree.dep[find] != "advcl" or tree.tag[find] != "VB":
        return False
    past = tree.tag[over] in PAST or any(tree.dep[c] == "aux" and tree.tag[c] == "VBD" for c in tree.children[over])
    told = tree.child(find, "ccomp")
    return (
        over < find
        and past
        and told is not None
        and tree.lower[tree.left[told]] not in WH
        and not any(tree.dep[c] == "prt" for c in tree.children[find])
    )


def _rushes(tree: Tree, verb: int) -> bool:
    """ "Mounted police | charged | the crowd": nobody is accused, where nothing is said of what."""
    if tree.lemma[verb] != "charge":
        return False
    crowds = classes()["protesters"] | classes()["protester"]
    thing = tree.child(verb, "dobj")
    below = tree.children[verb]
    what = any(tree.dep[c] in ("ccomp", "xcomp") or tree.lower[c] in ("with", "of", "over") for c in below)
    return thing is not None and tree.lemma[thing].lower() in crowds and not what


HELD = frozenset({"believe", "allege", "suspect", "presume", "think", "rumour", "rumor", "reckon", "say", "know"})
"""Verbs that in the passive, said of somebody, tell what others hold of him."""


def _is_held_of(tree: Tree, heard: Heard) -> bool:
    """ "Osk, | believed | to be behind it": what somebody is held to have done is no word of his."""
    verb = heard.head
    if tree.lemma[verb] not in HELD or not heard.source:
        return False
    if tree.dep[verb] in ("acl", "relcl") and tree.tag[verb] == "VBN" and heard.speaker == tree.head[verb]:
        return True
    infinitive = tree.tag[verb + 1 : verb + 2] == ["TO"] and tree.lemma[verb + 2 : verb + 3] in (["be"], ["have"])
    return infinitive and tree.tag[verb] in PAST and tree.child(verb, "aux", "auxpass") is None


def _is_how_it_looks(tree: Tree, heard: Heard, who: int) -> bool:
    """ "It | seems | that she was killed": nobody says so but the author."""
    return tree.lemma[heard.head] in ("seem", "appear") and tree.lower[who] == "it"


def _costs_lives(tree: Tree, verb: int) -> bool:
    """ "The blasts | claimed | 37 lives": nobody says anything."""
    thing = tree.child(verb, "dobj")
    return tree.lemma[verb] == "claim" and thing is not None and tree.lemma[thing].lower() in ("life", "victim")


def _hunted(tree: Tree, heard: Heard) -> bool:
    """ "Who is wanted by the police": whom somebody looks for, and no word of theirs."""
    if tree.lemma[heard.head] != "want" or tree.child(heard.head, "agent") is None:
        return False
    return tree.child(heard.head, "xcomp", "ccomp") is None


def _makes(tree: Tree, heard: Heard) -> bool:
    """ "Police make arrest in market shooting", "Court hands down verdict in arson": a deed, no word."""
    if tree.lemma[heard.head] in ANSWERING:
        return any(tree.lemma[done] in MAKING | STRIKING for done in _means(tree, heard.head))
    if tree.lemma[heard.head] not in MAKING:
        return False
    things = [c for c in tree.children[heard.head] if tree.dep[c] == "dobj"]
    kinds = [c for thing in things for c in tree.children[thing] if tree.dep[c] in ("compound", "amod")]
    return any(tree.lemma[thing] in MADE for thing in (*things, *kinds))


def _means(tree: Tree, verb: int) -> list[int]:
    """What is done behind "by": "responded by | launching | air strikes"."""
    by = (c for c in tree.children[verb] if tree.dep[c] == "prep" and tree.lower[c] == "by")
    return [c for preposition in by for c in tree.children[preposition] if tree.dep[c] == "pcomp"]


def _top(tree: Tree, heard: Heard) -> int:
    """The word of the content that hangs on no other of it; -1 where the content has several pieces."""
    if len(heard.content) != 1:
        return -1
    first, last = heard.content[0]
    return next((i for i in range(first, last) if not first <= tree.head[i] < last), -1)


def _asked_after(tree: Tree, heard: Heard, who: int) -> bool:
    """ "Who ordered the killing?", "it is not known who ordered it": whoever is asked after says nothing."""
    return tree.lower[who] == "who" and tree.dep[heard.head] in ("ROOT", "ccomp", "pcomp", "csubj")


def _stays_unnamed(tree: Tree, heard: Heard) -> bool:
    """ "An official who asked not to be named": how a source wants to be told of, and nothing that it says."""
    if tree.lemma[heard.head] in REVEALING and _names_self(tree, heard.head):
        return True
    if tree.lemma[heard.head] not in UNNAMED["asking"]:
        return False
    below = range(heard.head + 1, min(tree.right[heard.head], heard.head + FEW) + 1)
    if any(tree.lemma[i].lower() in ANONYMITY for i in below):
        return True
    if any(tree.lemma[i] in REVEALING and tree.tag[i] == "VB" and _names_self(tree, i) for i in below):
        return True
    return any(tree.lemma[i] in UNNAMED["naming"] and tree.tag[i] == "VBN" and tree.dep[i] == "xcomp" for i in below)


def _frees(tree: Tree, verb: int) -> bool:
    """ "The rebels released 30 hostages", "one of the clerks was released": somebody, and no statement."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None or tree.lemma[verb] not in ("release", "free"):
        return False
    captive = tree.lemma[thing].lower() in ("hostage", "prisoner", "captive", "detainee", "inmate")
    captive = captive or (tree.dep[thing] == "nsubjpass" and tree.pos[thing] == "NUM")
    return captive or tree.entity[thing] == "PERSON" or tree.lower[thing] in ("them", "him", "her", "me", "us")


def _names_self(tree: Tree, verb: int) -> bool:
    """ "Not to reveal | his name", "to give | her name"."""
    return any(tree.dep[c] == "dobj" and tree.lemma[c].lower() in IDENTITY for c in tree.children[verb])


def _withholds(tree: Tree, heard: Heard) -> bool:
    """ "Guards denied passage to three convoys": what somebody does not let others do, and no word of his."""
    top = tree.head[heard.head] if tree.dep[heard.head] == "xcomp" else heard.head
    if tree.lemma[top] not in ("deny", "refuse"):
        return False
    below = (top, *(c for c in tree.children[top] if tree.dep[c] == "xcomp"))
    return any(tree.dep[c] == "dobj" and tree.lemma[c].lower() in WITHHELD for v in below for c in tree.children[v])


def _unclaimed(tree: Tree, heard: Heard, who: int) -> bool:
    """ "No group claimed responsibility for the blast", "claimed the blast", "claimed it": nobody says anything."""
    named = heard.key.rpartition(" ")[2] in CLAIMED or (tree.lemma[heard.head] == "claim" and _deed(tree, heard.head))
    if not named and all(tree.lemma[c] not in CLAIMED for c in tree.children[heard.head]):
        return False
    return tree.lower[who] in NOBODY or any(tree.dep[c] == "det" and tree.lower[c] == "no" for c in tree.children[who])


def _deed(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb is a deed, or "it", and no clause is told."""
    thing = tree.child(verb, "dobj")
    if thing is None or any(tree.dep[c] in ("ccomp", "xcomp") and c > verb for c in tree.children[verb]):
        return False
    return tree.lower[thing] in ("it", "them") or names_a_doing(tree.lemma[thing].lower())


def _beside(tree: Tree, heard: Heard) -> bool:
    """ "Police say twelve dead, neighbours say many more": what police say is not what neighbours say."""
    if heard.frame != "front":
        return False
    told = [c for c in tree.children[heard.head] if tree.dep[c] == "ccomp" and c < heard.head]
    other = any(tree.lemma[c] == tree.lemma[heard.head] and tree.child(c, "nsubj") is not None for c in told)
    return other and any(_tells(tree, c) for c in tree.children[heard.head] if c > heard.head)


def _tells(tree: Tree, i: int) -> bool:
    """Whether a dependent of a verb of saying is what is said: an object, a clause, or a count."""
    if tree.dep[i] in ("dobj", "ccomp"):
        return True
    inside = range(tree.left[i], tree.right[i] + 1)
    return tree.dep[i] != "prep" and any(tree.pos[k] == "NUM" or tree.lower[k] in COUNTS for k in inside)


def _leaves_no_doubt(tree: Tree, heard: Heard, who: int) -> bool:
    """ "It leaves no doubt that they burned it", "…, leaving no doubt that": whoever writes so concludes it himself."""
    fact = tree.lower[who] in FACTS | {"it"}
    verb = tree.head[who] if fact else heard.head
    if tree.lemma[verb] != "leave" or not (fact or tree.dep[verb] == "advcl"):
        return False
    if tree.dep[verb] == "relcl" and tree.left[verb] and tree.lower[tree.left[verb] - 1] != ",":
        return False  # "photographs which leave no doubt": they say so
    return any(tree.dep[c] == "dobj" and _is_past_doubt(tree, c) for c in tree.children[verb])


def _is_past_doubt(tree: Tree, noun: int) -> bool:
    """ "No doubt", "little question": how sure it is, and no word of anybody's."""
    return tree.lemma[noun] in DOUBTLESS and any(tree.lower[c] in NO for c in tree.children[noun] if c < noun)


def _concluded(tree: Tree, heard: Heard, who: int) -> bool:
    """ "They are well armed, which suggests that …": a fact speaks; "a report which suggests that" is a source."""
    if tree.lower[who] not in FACTS or tree.lemma[heard.head] not in CONCLUDING:
        return False
    up = tree.head[heard.head]
    noun = up if tree.dep[heard.head] == "relcl" else -1
    if noun < 0:
        return True
    kind = noun_kind(tree, noun)
    if tree.pos[noun] == "PROPN":
        return kind not in WRITTEN and tree.tag[heard.head] in PRESENT
    return kind is None and tree.pos[noun] != "PRON"


def _lacks_evidence(tree: Tree, heard: Heard, who: int) -> bool:
    """ "No | evidence | has emerged that they burned it": nobody says so but the author."""
    none = any(tree.dep[c] == "det" and tree.lower[c] in NO for c in tree.children[who])
    return none and tree.lemma[who] in EVIDENCE and tree.lemma[heard.head] in COMING


OF_WORDS = (_is_anothers, _is_held_of, _conditional, _found, _makes)
"""What bars a verb by what it is said to say."""

OF_SPEAKER = (_is_how_it_looks, _lacks_evidence, _asked_after, _leaves_no_doubt, _is_undisputed, _unclaimed, _concluded)
"""What bars a candidate by who is said to speak."""
