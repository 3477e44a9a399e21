"""What a source does by its words: deny, admit, accuse … read off the cue with `allege/data/attribution/acts.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from allege.analyse import data
from allege.analyse.told import told
from allege.claim import Act
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree
from allege.extract.roles import POINTING
from allege.extract.unowned import WITHHOLDING

NEVER = frozenset({"not", "n't", "never", "no", "nobody", "none", "neither", "nor", "without", "hardly", "n’t"})
NOBODY = frozenset({"not", "no", "nobody", "none", "neither", "hardly"})
"""First words of a source that say that nobody is meant."""

COMMITTING = (Act.ASSERT, Act.DENY, Act.ADMIT, Act.CLAIM_RESPONSIBILITY)
OPEN = frozenset({"must", "should", "may", "might", "ought"})
"""Modals under which nothing has been said yet: "should announce"."""

DEMANDS = frozenset({"to", "ask:to", "object+to", "at:for", "at:on", "clause"})


def act_of(tree: Tree, heard: Heard) -> Act:
    """The act of a cue; a report denied or only wished for commits nobody (`DOUBT`), or to the contrary (`DENY`)."""
    act = _plain(tree, heard)
    if heard.kind != "verb":
        return act
    if act in COMMITTING and _unsaid(tree, heard):
        return Act.DOUBT
    if not _negated(tree, heard):
        return act
    if act == Act.DOUBT:
        return Act.ASSERT
    if tree.lemma[heard.head] in _words("raised", "negation"):
        return Act.DENY
    return Act.DOUBT if act in (*COMMITTING, Act.PREDICT, Act.ACCUSE) else act


SURELY = frozenset({"beyond", "without", "little", "scant", "scarce"})
"""Words before "doubt" that leave none, or hardly any: "proved beyond doubt", "leaves little doubt"."""


def _plain(tree: Tree, heard: Heard) -> Act:
    known = _acts()
    verb, _, noun = heard.key.partition(" ")
    preposition = "to" if heard.frame == "to" else heard.frame.partition(":")[2] or heard.frame.partition("+")[2]
    act = _of_a_report(tree, heard) or _by_its_words(tree, heard, verb, noun)
    if act is not None:
        return act
    thing = tree.child(heard.head, "dobj", "nsubjpass")
    whole = "" if thing is None else f"{verb} {tree.lemma[thing]}"  # "claimed | responsibility"
    particle = f"{verb} {noun.partition(' ')[0]}"  # "waved | away | reports"
    if Act.DENY in (known.get(particle), known.get(verb)):
        return Act.DENY  # "refuted the charge that", whatever was charged
    for name in (f"{heard.key} {preposition}", heard.key, noun, whole, verb):
        if name in known:
            return known[name]
    return Act.ASSERT


def _of_a_report(tree: Tree, heard: Heard) -> Act | None:
    """What is done with a report that somebody calls false or takes back."""
    if _calls_it_false(tree, heard) or _clears(tree, heard):
        return Act.DENY
    return Act.DOUBT if _takes_it_back(tree, heard) or _is_dropped(tree, heard) else None


def _clears(tree: Tree, heard: Heard) -> bool:
    """ "Acquitted him of the charge that he robbed them", "cleared of charges that": what was charged was not so."""
    verb = heard.head if heard.kind == "verb" else _over_of(tree, heard.head)
    if verb is None or tree.lemma[verb] not in _words("court", "clearing") or tree.child(verb, "neg") is not None:
        return False
    return any(tree.lower[c] in ("of", "from") for c in _below(tree, verb))


def _is_dropped(tree: Tree, heard: Heard) -> bool:
    """ "Charges that he shot a boy were dropped", "dropped the charge that": nobody brings it any longer."""
    charge = heard.head if heard.kind == "noun" else tree.child(heard.head, "dobj")
    if charge is None or tree.lemma[charge].lower() not in _words("court", "charges"):
        return False
    verb = tree.head[charge] if heard.kind == "noun" else heard.head
    if tree.dep[charge] not in ("dobj", "nsubjpass"):
        return False
    particle = tree.child(verb, "prt")
    whole = tree.lemma[verb] if particle is None else f"{tree.lemma[verb]} {tree.lower[particle]}"
    return whole in _words("court", "dropping")


def _over_of(tree: Tree, noun: int) -> int | None:
    """The verb over "of" before a noun, also where the parser hung that on whoever is cleared of it."""
    of = tree.head[noun]
    if tree.dep[noun] != "pobj" or tree.lower[of] not in ("of", "from"):
        return None
    over = tree.head[of]
    return tree.head[over] if tree.dep[over] in ("dobj", "nsubjpass") else over


def _below(tree: Tree, verb: int) -> list[int]:
    """What hangs on a verb and on its object."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    return [*tree.children[verb], *(() if thing is None else tree.children[thing])]


def _by_its_words(tree: Tree, heard: Heard, verb: str, noun: str) -> Act | None:
    """The act of a cue that its own words change: "prove beyond doubt", "insist that it be", "plead guilty"."""
    if verb in _words("against", "verbs") and _is_done(tree, heard.head):
        return Act.ACCUSE
    if "doubt" in (verb, noun) and any(tree.lower[i] in SURELY for i in heard.cue):
        return Act.ASSERT
    if verb == "insist" and _wishes(tree, heard.head):
        return Act.DEMAND
    if verb in ("ask", "tell"):
        return _asks(tree, heard) if verb == "ask" else _tells_to(tree, heard)
    if verb in ("advise", "swear"):
        return Act.ASSERT if _informs(tree, heard.head) else None
    return _pleads(tree, heard.head) if verb == "plead" else None


def _asks(tree: Tree, heard: Heard) -> Act | None:
    """Whether "ask" asks a question or for something; None where the lists decide."""
    if any("?" in tree.lower[a : z + 1] for a, z in heard.content):
        return Act.ASK
    return Act.DEMAND if heard.frame in DEMANDS or _told_to(tree, heard) else None


def _tells_to(tree: Tree, heard: Heard) -> Act | None:
    """ "Told us to leave": who tells others to do something tells nothing."""
    return Act.DEMAND if heard.frame in ("ask:to", "object+to") and _told_to(tree, heard) else None


def _is_done(tree: Tree, verb: int) -> bool:
    """Whether a verb's object is a deed that is known: "rejected the invasion"; of "an attack" none need have been."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None or tree.lemma[thing].lower() not in _words("against", "deeds"):
        return False
    before = [c for c in tree.children[thing] if c < thing]
    return any(tree.lower[c] in POINTING or tree.dep[c] == "poss" for c in before)


def _wishes(tree: Tree, verb: int) -> bool:
    """The clause says what is to be: "insisted that it be lifted"; "insisted that it was lifted" tells."""
    clause = tree.child(verb, "ccomp")
    if clause is None or clause < verb:
        return False
    first = next((c for c in tree.children[clause] if tree.dep[c] in ("aux", "auxpass")), clause)
    return tree.tag[first] == "VB"


def _informs(tree: Tree, verb: int) -> bool:
    """The clause tells what is or was: "advised us that three were killed"; of "should leave" it is advice.

    So with an oath: "swore that guards had shot him", "swears that it was not he"; "swore that they would" speaks of
    what is to come.
    """
    clause = tree.child(verb, "ccomp")
    if clause is None or clause < verb or _wishes(tree, verb):
        return False
    first = next((c for c in tree.children[clause] if tree.dep[c] in ("aux", "auxpass")), clause)
    return tree.tag[first] in ("VBD", "VBZ", "VBP")


def _pleads(tree: Tree, verb: int) -> Act | None:
    """ "Pleaded guilty", "pleaded not guilty"; None for any other plea."""
    behind = tree.lower[verb + 1 : verb + 3]
    if behind[:1] == ["guilty"]:
        return Act.ADMIT
    return Act.DENY if behind == ["not", "guilty"] else None


def _calls_it_false(tree: Tree, heard: Heard) -> bool:
    """ "Called the report a lie", "described the charge as absurd": what is called so is a report, not somebody."""
    if tree.lemma[heard.head] not in _words("false", "calling"):
        return False
    thing = tree.child(heard.head, "dobj", "nsubjpass")
    below = [*tree.children[heard.head], *(() if thing is None else tree.children[thing])]
    said = [c for c in below if tree.dep[c] in ("oprd", "attr", "xcomp", "ccomp", "acomp", "appos")]
    said += [c for p in below if tree.lower[p] == "as" for c in tree.children[p]]
    said += [c for clause in said if tree.pos[clause] in ("VERB", "AUX") for c in tree.children[clause]]
    named = {tree.lemma[i].lower() for i in (*said, *([] if thing is None else [thing]))}
    report = bool(named & _reports())
    if (
        report and heard.content
    ):  # "called the report that troops burned the mill a lie": the parser hangs it on "burned"
        named.add(tree.lemma[tree.last_word(heard.content[-1][1] - 1)].lower())
    if named & _words("false", "shown"):
        named -= _words("false", "insulting")
    pronoun = thing is not None and tree.lower[thing] in ("it", "this", "that", "them", "these")
    flat = not named.isdisjoint(_words("false", "untrue"))
    return (flat and (report or pronoun)) or (report and not named.isdisjoint(_words("false", "worthless")))


def _takes_it_back(tree: Tree, heard: Heard) -> bool:
    """ "Retracted its report", "backtracked on its claim": what is taken back is a report."""
    cue = [tree.lemma[i].lower() for i in heard.cue]
    back = {*cue, *(f"{cue[0]} {tree.lower[i]}" for i in heard.cue[1:2])}  # "took | back | his claim"
    first = heard.content[0][0] if heard.content else heard.head
    cue += [tree.lemma[first].lower()] if tree.tag[first] == "VBG" else []  # "apologised for | saying that"
    told = _reports() | _words("taken_back", "telling")
    return not _words("taken_back", "verbs").isdisjoint(back) and not told.isdisjoint(cue)


def _told_to(tree: Tree, heard: Heard) -> bool:
    """The content holds a bare infinitive of its own: "asked the army to leave"."""
    return any(
        tree.tag[c] == "VB" and tree.dep[c] in ("ccomp", "xcomp", "advcl") and tree.child(c, "aux") is not None
        for c in tree.children[heard.head]
    )


def _unsaid(tree: Tree, heard: Heard) -> bool:
    """Whether the cue only says that something may or ought to be said; "I must admit" says it."""
    if heard.speaker is None or tree.lower[heard.speaker] in ("i", "we"):
        return False
    return any(tree.lemma[i] in OPEN and tree.tag[i] == "MD" for i in heard.cue)


def _negated(tree: Tree, heard: Heard) -> bool:
    """Whether the cue says that it was not said: "did not say", "refused to confirm", "nobody claimed"."""
    words = [tree.lower[i] for i in heard.cue if i < heard.head or tree.dep[i] == "neg"]
    if any(word in NEVER for word in words):
        return True
    if any(tree.lower[i] == "no" and tree.dep[i] == "det" and tree.dep[tree.head[i]] == "dobj" for i in heard.cue):
        return True  # "claimed no responsibility", "have no doubt"
    if any(tree.lower[i] == "yet" and i + 1 in heard.cue and tree.lower[i + 1] == "to" for i in heard.cue):
        return True
    if any(tree.lemma[i] in WITHHOLDING for i in heard.cue if i < heard.head and tree.pos[i] != "ADV"):
        return True
    return any(tree.lower[i] in NOBODY for first, last in heard.source for i in range(first, min(last, first + 2)))


def is_act(verb: str) -> bool:
    """Whether a verb by itself tells what a source does by its words: "accused", "denied"."""
    return verb in _acts()


def only_tells(verb: str) -> bool:
    """Whether a verb does nothing but tell: "reported", "stated"."""
    return verb in _words("telling", "verbs")


def finds(verb: str) -> bool:
    """Whether a verb, set in between commas, tells what somebody came to know: "a panel has found"."""
    return verb in _words("telling", "finding")


def leads(key: str) -> bool:
    """Whether a verb only leads to the verb of speech under it: "went on to say", "refused to say"."""
    return key in WITHHOLDING or key in _words("leading", "verbs")


@cache
def _reports() -> frozenset[str]:
    """Nouns for what may be called false."""
    return told() | _words("false", "reports")


@cache
def _acts() -> Mapping[str, Act]:
    table = data.lexicon("attribution/acts.toml")
    return {str(word): Act(act) for act, words in table.items() if isinstance(words, list) for word in words}


@cache
def _words(section: str, name: str) -> frozenset[str]:
    table = data.lexicon("attribution/acts.toml")[section]
    return frozenset(table[name]) if isinstance(table, dict) else frozenset()
