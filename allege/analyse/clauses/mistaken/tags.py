"""Words of a clause that the tagger takes for another part of speech: "the parishes | accuse", "dismissed … | reports".

Nobody who dismisses reports reports them, and whom a relative clause accuses is no name of an accuser.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, OF_NOUNS, SUBJECTS

RELATIVE = frozenset({"which", "whom", "who", "that"})

TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms."})
"""Titles behind which a name stands."""

ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
STANDING = frozenset({"nsubj", "nsubjpass", "dobj"})
"""Labels of what stands for one more of those told of, and for no place in a row."""

HURT = frozenset({"wounded", "injured"})
"""Participles that behind "the" stand for people."""

OFFENSIVE = "-offensive"
"""The end of a word that is read as an adjective and names a deed."""


def retag(token: Token, dismissing: Collection[str], only_verbs: Collection[str], reports: Collection[str]) -> None:
    """Mends the tag of a word and where it hangs; see below.

    `only_verbs`: words that are never nouns ("accuse"); `reports`: nouns for what somebody tells.
    """
    if token.tag_ == "NN" and token.i and token.nbor(-1).lower_ in TITLES and token.text[:1].isupper():
        token.tag_, token.pos_ = "NNP", "PROPN"  # "Mr | Varl"
    elif token.lower_ == "both" and token.dep_ == "advmod" and token.i and abs(token.head.i - token.i) == 1:
        _both(token)
    elif token.tag_ == "NN" and token.dep_ == "relcl":
        _verb_of_relative(token, only_verbs)
    elif token.tag_ == "VBZ" and token.dep_ in OF_NOUNS and token.lemma_ in reports:
        token.tag_, token.pos_ = "NNS", "NOUN"  # "said | reports that rebels had burned it were false"
    elif token.tag_ == "JJ" and token.dep_ in OF_NOUNS and token.lower_.endswith(OFFENSIVE):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.norm_  # "launched a | counter-offensive"
    elif token.tag_ == "JJ" and token.dep_ == "amod" and token.lower_.endswith(OFFENSIVE) and token.i > token.head.i:
        _name_offensive(token)
    elif token.lower_ == "the" and token.dep_ in OF_NOUNS and token.i + 1 < len(token.doc):
        _after_article(token)
    elif token.lower_ == "accused" or token.lower_ in HURT:
        _name_people(token)
    elif token.lower_ in ORDINALS and _stands(token) and any(c.dep_ == "det" for c in token.children):
        token.tag_, token.pos_ = "NN", "NOUN"  # "a | third was captured": somebody
        if token.dep_ == "npadvmod":
            token.dep_ = "nsubjpass"
    elif token.tag_ == "VBZ":
        if token.lemma_ in reports:
            _dismisses(token, dismissing)
        _dismissed(token, dismissing)


def _name_people(token: Token) -> None:
    """ "The | accused | gave the order", "executed the | wounded"."""
    if token.tag_ == "JJ" and token.lower_ in HURT:
        _count_hurt(token)
    elif token.lower_ == "accused":
        if token.dep_ in STANDING and {c.dep_ for c in token.children} == {"det"}:
            token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", "accused"
    elif token.tag_ == "VBN" and [c.lower_ for c in token.lefts] == ["the"] and token.head.lower_ != "among":
        token.tag_, token.pos_ = "NNS", "NOUN"


def _count_hurt(hurt: Token) -> None:
    """ "Two were killed and four more | wounded", "and several more | wounded": what befell so many more."""
    if hurt.dep_ != "conj" or hurt.head.tag_ != "VBN":
        return
    more = hurt.nbor(-1)
    if more.lower_ not in MORE or more.i <= hurt.head.i:
        return
    who = next((c for c in hurt.lefts if c.dep_ in SUBJECTS), None)
    if who is None and more.head.i == hurt.i:
        who = more
        for word in [c for c in hurt.lefts if c.i < more.i and c.dep_ in ("amod", "nummod", "advmod")]:
            word.head = more
    if who is None:
        return
    who.head, who.dep_ = hurt, "nsubjpass"
    if who.i == more.i:
        who.tag_, who.pos_ = "NNS", "NOUN"
    hurt.tag_, hurt.pos_, hurt.lemma_ = "VBN", "VERB", hurt.lower_.removesuffix("ed").replace("injur", "injure")


MORE = frozenset({"more", "others"})


def _name_offensive(deed: Token) -> None:
    """ "Launched a surprise | counter-offensive | on Orsa": the deed, and no kind of a surprise."""
    before = deed.head
    if before.pos_ != "NOUN" or before.i != deed.i - 1:
        return
    deed.tag_, deed.pos_, deed.lemma_ = "NN", "NOUN", deed.norm_
    take_place(deed, before)
    for child in before.children:
        if child.i != deed.i:
            child.head = deed
    before.head, before.dep_ = deed, "compound"


def retag_word(token: Token) -> None:
    """Makes a noun of "a 3-year- | old", a name of "| IS | killed two", and a verb of "late, the Herald | reports, |
    but in time"; gives "16 | other | guards" their number back.
    """
    if token.lower_ == "old" and token.tag_ == "JJ" and token.dep_ in OF_NOUNS and token.i > 2:
        aged = "year" in (token.nbor(-1).lower_, token.nbor(-2).lower_)
        if aged and any(c.dep_ == "det" for c in token.lefts):
            token.tag_, token.pos_ = "NN", "NOUN"
    elif token.lower_ == "slain" and token.dep_ == "acomp" and token.head.lemma_ == "be":
        _slain(token)
    elif token.lower_ == "slain" and token.dep_ == "oprd" and token.head.lemma_ == "find":
        token.tag_, token.pos_, token.lemma_ = "VBN", "VERB", "slay"  # "two nuns were found | slain"
    elif token.lower_ == "reports" and token.dep_ == "parataxis":
        _reports(token)
    elif token.lower_ == "reports" and token.tag_ == "NNS":
        _tells_behind(token)
        _reports_last(token)
    elif token.text == "IS" and token.i + 1 < len(token.doc) and not token.nbor().is_upper:
        _name_group(token)
    elif token.lower_ == "other" and token.dep_ == "amod":
        for number in [c for c in token.lefts if c.dep_ == "nummod"]:
            number.head = token.head


def _name_group(token: Token) -> None:
    """Makes the capitals of a group's name no verb: "| IS | killed two", "16 other | IS | fighters"."""
    after = token.nbor()
    if token.dep_ in ("aux", "auxpass") and token.head.i == token.i + 1:
        _name_doer(token, token.head)
    elif token.dep_ in ("aux", "auxpass") and after.tag_ == "NNS" and after.dep_ in SUBJECTS:
        _name(token, after, "compound")  # "| IS | militants have attacked"
    elif token.dep_ in SUBJECTS and token.tag_ != "NNP":
        _name(token, token.head, token.dep_)  # "said | IS | had killed two"
    elif token.dep_ == "compound":
        _name(token, token.head, "compound")
    elif token.dep_ == "pobj" and after.dep_ == "pobj" and after.head.i == token.head.i:
        token.head, token.dep_ = after, "compound"
    elif token.dep_ == "pobj" and after.tag_ == "NNS" and after.head.i == token.i:
        take_place(after, token)  # "killed by | IS | gunmen"
        for child in list(token.children):
            child.head = after
        _name(token, after, "compound")
    elif token.dep_ == "ccomp" and token.head.i < token.i and not any(c.i < token.i for c in token.children):
        for child in list(token.children):
            child.head = token.head
        _name(token, token.head, "dobj")  # "fought | IS | in Velm"


def _name(word: Token, head: Token, label: str) -> None:
    """Makes a word a name that hangs there."""
    word.head, word.dep_ = head, label
    word.tag_, word.pos_, word.lemma_ = "NNP", "PROPN", word.text


def _name_doer(name: Token, verb: Token) -> None:
    """ "| IS | killed and jailed two", with nobody else to whom it could be done: the group did it."""
    if verb.tag_ not in ("VBN", "VBD", "VBZ") or any(c.dep_ in ANY_SUBJECT for c in verb.children):
        return
    _name(name, verb, "nsubj")
    for one in (verb, *verb.conjuncts):
        if one.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in one.children):
            one.tag_ = "VBD"


def _slain(token: Token) -> None:
    """ "The mayor was | slain": what was done to him."""
    be = token.head
    take_place(token, be)
    token.tag_, token.pos_, token.lemma_ = "VBN", "VERB", "slay"
    for child in [c for c in be.children if c.i != token.i]:
        child.head = token
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    be.head, be.dep_, be.pos_ = token, "auxpass", "AUX"


def _reports(token: Token) -> None:
    """Makes it a verb; what follows is not said of reports."""
    if not any(c.dep_ == "nsubj" for c in token.lefts):
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", "report"
    for child in [c for c in token.rights if c.dep_ in ("acl", "advcl") and c.tag_ == "VBG"]:
        child.head, child.dep_ = token.head, "advcl"


def _tells_behind(token: Token) -> None:
    """ "They shelled it, a reader | reports | by telephone": one reader has no reports, he tells what stands before."""
    who = token.nbor(-1) if token.i else token
    article = next((c for t in (token, who) for c in t.lefts if c.lower_ in ("a", "an") and c.dep_ == "det"), None)
    if who.dep_ not in ("compound", "nmod") or who.head.i != token.i or article is None or article.i < 2:
        return
    told = token.head
    if article.nbor(-1).text != "," or told.i > article.i or told.pos_ not in ("VERB", "AUX"):
        return
    for child in [c for c in token.lefts if c.i != who.i and not c.is_punct]:
        child.head = who
    token.tag_, token.pos_, token.lemma_, token.dep_ = "VBZ", "VERB", "report", "parataxis"
    who.dep_ = "nsubj"


def _reports_last(token: Token) -> None:
    """ "They fled, the Sisters of Orsa charity | reports |.": the charity reports it, at the very end."""
    who = token.nbor(-1) if token.i else token
    over = token.head.head if token.dep_ == "pobj" else token
    behind = token.doc[token.i + 1 : token.sent.end]
    if over.dep_ not in ("appos", "conj") or who.dep_ != "compound" or who.head.i != token.i:
        return
    first = over.left_edge
    last = len(behind) > 0 and behind[0].text == "." and all(t.is_punct or t.is_space for t in behind)
    told = next((t for t in over.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if not last or first.lower_ != "the" or not first.i or first.nbor(-1).text != "," or told is None:
        return
    for child in [c for c in token.lefts if c.i != who.i]:
        child.head = who
    if over.i == token.i:
        over = who
    else:
        who.head, who.dep_ = token.head, "pobj"
    token.head, token.dep_, token.tag_, token.pos_, token.lemma_ = told, "parataxis", "VBZ", "VERB", "report"
    over.head, over.dep_ = token, "nsubj"


def _both(both: Token) -> None:
    """ "Sentenced | both | to life in prison": whom, not how."""
    verb = both.nbor(-1)
    if verb.tag_ == "VBD" and both.head.i in (verb.i, both.i + 1) and both.head.pos_ in ("VERB", "ADP"):
        both.head, both.dep_, both.pos_ = verb, "dobj", "PRON"


def _verb_of_relative(token: Token, only_verbs: Collection[str]) -> None:
    """ "The guard, which the parishes | accuse of it": a verb, its subject not part of a name."""
    labels = {child.dep_ for child in token.children}
    if token.lower_ in only_verbs and "dobj" not in labels:
        names = [c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i]
        which = next((c for c in token.children if c.lower_ in RELATIVE), None)
        if not names or which is None:
            return
        for child in list(token.children):
            if child.dep_ in ("det", "amod") and child.i < names[-1].i:
                child.head = names[-1]
        names[-1].dep_, which.dep_ = "nsubj", "dobj"
    elif not {"nsubj", "dobj"} <= labels:
        return
    token.tag_, token.pos_ = "VBP", "VERB"


def _after_article(article: Token) -> None:
    """ "The | SyAAF struck": an unknown name that is taken for an adverb."""
    name = article.nbor()
    if name.dep_ == "advmod" and name.head.i == article.head.i and any(c.isupper() for c in name.text):
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", article.dep_
        article.head, article.dep_ = name, "det"


def _stands(ordinal: Token) -> bool:
    """Whether one more of those told of has a verb, also "one was hurt and a | third captured"."""
    bare = ordinal.dep_ == "npadvmod" and ordinal.head.tag_ == "VBN" and ordinal.head.dep_ == "conj"
    return ordinal.dep_ in STANDING or (bare and ordinal.i + 1 == ordinal.head.i)


def _dismisses(token: Token, dismissing: Collection[str]) -> None:
    """ "The envoy rejects | reports that rebels burned the mill": what he does, and no envoy's rejects that report."""
    verb = next((c for c in token.children if c.dep_ == "nsubj" and c.i == token.i - 1), None)
    if verb is None or verb.tag_ != "NNS" or verb.lemma_ not in dismissing:
        return
    names = [c for c in verb.children if c.dep_ in ("compound", "nmod") and c.i < verb.i]
    if not names:
        return
    above, label = (verb, token.dep_) if token.head.i == token.i else (token.head, token.dep_)
    for child in list(verb.children):
        child.head = child if child.i == names[-1].i else names[-1]
    for child in list(token.children):
        if child.dep_ == "ccomp":
            child.dep_ = "acl"
        elif child.i != verb.i:
            child.head = verb
    verb.head, verb.dep_, verb.tag_, verb.pos_ = above, label, "VBZ", "VERB"
    names[-1].head, names[-1].dep_ = verb, "nsubj"
    token.head, token.dep_, token.tag_, token.pos_ = verb, "dobj", "NNS", "NOUN"


def _dismissed(token: Token, dismissing: Collection[str]) -> None:
    """ "Dismissed as fairy tales | reports that prisoners had been tortured": a noun, and what is dismissed."""
    before = next((c for c in token.children if c.dep_ == "ccomp" and c.i < token.i and c.lemma_ in dismissing), None)
    over = before if before is not None else token.head
    if over.lemma_ not in dismissing or over.i >= token.i:
        return
    if before is None and token.dep_ not in ("dep", "conj", "ccomp", "parataxis"):
        return
    as_what = any(c.lower_ == "as" and c.i > over.i for c in over.children)
    filled = any(c.dep_ == "dobj" or c.lower_ == "and" for c in over.children)
    if not as_what or filled or any(c.dep_ in ("nsubj", "aux") for c in token.children):
        return
    if before is not None:
        root = token.head.i == token.i
        over.head, over.dep_ = (over if root else token.head), token.dep_
        for child in list(token.children):
            if child.is_punct:
                child.head = over
    token.head, token.dep_, token.tag_, token.pos_ = over, "dobj", "NNS", "NOUN"


__all__ = ["retag", "retag_word"]
