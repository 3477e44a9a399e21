"""The mends that are made token by token, in their order, and the tokens at which each could find something to mend.

Of some 130 mends two or three have to do with a token: each asks first for a word, a tag or a label. What it asks
for is told here, so that the others are not called: these take 10 ms for 1,000 words, where all took 21 when they were
sixty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from allege.analyse.clauses.harm.captives import CAPTIVES, part_captive
from allege.analyse.clauses.harm.results import WHEN, free_explosion, hang_results, part_harms, part_total
from allege.analyse.clauses.harm.victims import give_dead, hang_on_victim
from allege.analyse.clauses.harm.whom import ABOUT, AIMED, UNITS, describe_whom, measure, undergo_fire
from allege.analyse.clauses.lists.members import (
    JOINING,
    count_among,
    give_back,
    join_behind_post,
    join_member,
    part_members,
)
from allege.analyse.clauses.lists.rows import hang_on_watched, hang_past, join_alike, join_pair, join_row, resume
from allege.analyse.clauses.lists.sides import hang_between, hang_not, part_sides
from allege.analyse.clauses.mistaken import headlines, people, small, tags
from allege.analyse.clauses.mistaken.alight import BURNING, have_done, set_alight
from allege.analyse.clauses.mistaken.asked import ATTACKING, make_asked, make_never
from allege.analyse.clauses.mistaken.joints import JOINTS
from allege.analyse.clauses.mistaken.ranks import SAYING, make_say
from allege.analyse.clauses.mistaken.shots import make_shoot
from allege.analyse.clauses.mistaken.taken_over import (
    CHANCES,
    GROUNDS,
    MOVES,
    free_from_chance,
    give_leave,
    make_move,
    tell_grounds,
    turn_over,
)
from allege.analyse.clauses.mistaken.undergoing import CLEARED, DENIED, TAKEN, deny_too, take_for_participle
from allege.analyse.clauses.modifiers.participles import hang_on_crowd, hang_on_demonstrating, open_with
from allege.analyse.clauses.modifiers.prepositions import (
    hang_by,
    hang_never,
    hang_on_deed,
    hang_on_done,
    hang_to,
    make_object,
    meet_those,
)
from allege.analyse.clauses.modifiers.relatives import (
    TOLD,
    give_object,
    hang_on_named,
    hang_on_told,
    hang_relative,
    hang_told_relative,
    name_inside,
)
from allege.analyse.clauses.names.appointments import POSTED, part_appointed
from allege.analyse.clauses.names.appositions import (
    hang_on_somebody,
    join_beside_name,
    name_now,
    name_received,
    put_in_brackets,
)
from allege.analyse.clauses.names.compounds import BEARINGS, free_bearing, join_place, join_second
from allege.analyse.clauses.names.dates import (
    HOURS,
    WEEKDAYS,
    free_date,
    free_from_aside,
    free_ranged,
    free_subject,
    free_year,
    hang_day,
    hang_hour,
)
from allege.analyse.clauses.names.one_name import ARTICLES, Joined, join_article, join_name
from allege.analyse.clauses.names.openings import free_doer
from allege.analyse.clauses.names.ranked import RANKS, hang_on_name
from allege.analyse.clauses.reports import contents, own_clauses
from allege.analyse.clauses.reports.behind import hang_on_reporter
from allege.analyse.clauses.reports.blamed import (
    RESPONSIBLE,
    free_blamer,
    hang_blame,
    hang_on_message,
    hang_responsible,
)
from allege.analyse.clauses.reports.charges import (
    BLAMING_WORDS,
    give_rejected,
    hang_charge,
    hang_on_charge,
    hang_on_charged,
    part_blaming,
)
from allege.analyse.clauses.reports.told_of import HUNG, hang_on_told_of, hang_on_topic
from allege.analyse.clauses.speakers.interrupted import (
    BEHIND,
    deny_helped,
    hang_judged,
    join_alternative,
    join_helped,
    join_interrupted,
    join_linked,
    join_parted,
    set_aside,
    set_behind,
    set_between,
    tell_command,
)
from allege.analyse.clauses.speakers.introduced import hang_on_met, set_apart, speak_for_named
from allege.analyse.clauses.speakers.listed_tellers import free_last, free_tellers, tell_all
from allege.analyse.clauses.speakers.told_before import free_told
from allege.analyse.clauses.speakers.told_last import LAST, be_untrue, do_besides, tell_last
from allege.analyse.clauses.speakers.told_on import tell_on
from allege.analyse.clauses.verbs import gerunds
from allege.analyse.clauses.verbs.caused import make_undergo
from allege.analyse.clauses.verbs.doubled import (
    CLAIMING,
    NOTING,
    SOME,
    give_whom,
    share,
    state_briefly,
    state_singly,
)
from allege.analyse.clauses.verbs.garden_paths import (
    SINCE,
    describe_source,
    free_from_source,
    give_subject,
    mend_path,
    part_harm,
)
from allege.analyse.clauses.verbs.helping import help_accused, help_inverted, turn_round
from allege.analyse.clauses.verbs.main_verbs import find_main
from allege.analyse.clauses.verbs.reduced import free_later
from allege.analyse.clauses.verbs.rows_of_deeds import BESIDE, DEEDS, tell_deed
from allege.analyse.clauses.verbs.unmet import OPENING, free_condition, hang_condition, make_condition
from allege.analyse.clauses.words import WITHHELD
from allege.analyse.labels import FINITE, OF_NOUNS, PAST, PRESENT_OR_PAST, SUBJECTS

Words = frozenset[str]
ANY: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Given:
    """The lists that mends ask: of clauses.toml by name, who can speak and be accused, places, names with "and"."""

    words: Mapping[str, Words]
    somebody: Words
    accused: Words
    places: Words
    names: Joined


@dataclass(frozen=True, slots=True)
class At:
    """Tokens: those with one of these words (in lower case), tags and labels; `ANY` stands for all."""

    words: Words = ANY
    tags: Words = ANY
    labels: Words = ANY

    def holds(self, word: str, tag: str, label: str) -> bool:
        """Whether a token with that word, tag and label is one."""
        asked = ((self.words, word), (self.tags, tag), (self.labels, label))
        return all(one in listed for listed, one in asked if listed is not ANY)


@dataclass(frozen=True, slots=True)
class Mend:
    """What is done with a token, and the tokens with which it may change something: it changes none but `at` one."""

    work: Callable[[Token, Given], None]
    at: tuple[At, ...]


def _at(work: Callable[[Token, Given], None], *at: At) -> Mend:
    return Mend(work, at)


def _set(*words: str) -> Words:
    return frozenset(words)


MENDS: tuple[Mend, ...] = (
    _at(lambda t, _: hang_on_name(t), At(words=RANKS)),
    _at(lambda t, _: hang_day(t), At(words=WEEKDAYS, labels=_set("compound"))),
    _at(lambda t, _: hang_hour(t), At(words=HOURS, labels=_set("punct"))),
    _at(
        lambda t, g: tags.retag(t, g.words["dismissing"], g.words["only_verbs"], g.words["reports"]),
        At(tags=_set("NN", "VBZ")),
        At(tags=_set("JJ"), labels=OF_NOUNS | {"amod"}),
        At(words=_set("both"), labels=_set("advmod")),
        At(words=_set("the"), labels=OF_NOUNS),
        At(words=_set("accused"), labels=tags.STANDING),
        At(words=tags.HURT, tags=_set("JJ"), labels=_set("conj")),
        At(words=tags.HURT, tags=_set("VBN"), labels=OF_NOUNS | {"appos", "conj", "attr"}),
        At(words=tags.ORDINALS),
    ),
    _at(lambda t, _: set_alight(t), At(words=BURNING)),
    _at(lambda t, _: take_for_participle(t), At(words=frozenset(TAKEN | CLEARED), tags=_set("JJ"))),
    _at(lambda t, _: deny_too(t), At(words=DENIED, tags=_set("VBD", "VBN"), labels=_set("conj"))),
    _at(lambda t, g: have_done(t, g.somebody), At(words=_set("had", "have", "has"), tags=FINITE)),
    _at(lambda t, _: make_asked(t), At(words=ATTACKING, labels=SUBJECTS | {"ROOT"})),
    _at(lambda t, _: tell_deed(t), At(words=DEEDS, labels=BESIDE)),
    _at(lambda t, _: make_never(t), At(words=ATTACKING, labels=frozenset({"dobj", "pobj"}))),
    _at(lambda t, _: make_say(t), At(words=frozenset(SAYING), labels=SUBJECTS | {"ROOT", "ccomp", "amod", "compound"})),
    _at(
        lambda t, _: small.mend_small(t),
        At(tags=PAST),
        At(words=JOINTS | small.STOPS | small.PLACING | small.PARTICLES | small.KEPT),
        At(words=_set("not", "offensive", "more", "was", "were")),
    ),
    _at(
        lambda t, _: small.mend_particle(t),
        At(tags=_set("RP"), labels=_set("advmod")),
        At(words=small.ASIDE, labels=_set("advmod")),
    ),
    _at(lambda t, _: small.stress(t), At(words=small.SELVES, labels=_set("dobj"))),
    _at(lambda t, _: small.bare_seen(t), At(tags=_set("VBD"), labels=_set("ccomp"))),
    _at(lambda t, _: small.deny_far(t), At(tags=_set("JJ", "VBN"), labels=small.JUDGED)),
    _at(lambda t, _: small.name_few(t), At(words=small.FEW, labels=_set("amod"))),
    _at(lambda t, g: people.name_people(t, g.somebody), At(tags=_set("VBZ"), labels=SUBJECTS)),
    _at(lambda t, g: people.give_to(t, g.words["two_objects"]), At(words=WITHHELD, labels=_set("dobj"))),
    _at(lambda t, _: people.name_told(t), At(labels=_set("ccomp"))),
    _at(lambda t, _: people.name_doers_found(t), At(tags=FINITE, labels=_set("aux", "auxpass"))),
    _at(lambda t, _: people.free_from_day(t), At(tags=_set("VBD"), labels=_set("conj"))),
    _at(lambda t, _: people.name_general(t), At(words=_set("general"), tags=_set("JJ"))),
    _at(lambda t, _: people.free_from_time(t), At(words=people.MOMENTS, labels=_set("dobj", "npadvmod"))),
    _at(lambda t, _: people.hang_on_plan(t), At(tags=_set("VB"), labels=people.PLANNED)),
    _at(lambda t, _: people.count_in(t), At(words=people.COUNTED_IN)),
    _at(lambda t, g: give_whom(t, g.words["reporting"] | g.words["telling"]), At(labels=_set("nsubj"))),
    _at(lambda t, _: state_briefly(t), At(words=frozenset(NOTING), tags=_set("NNS"))),
    _at(lambda t, _: state_singly(t), At(words=frozenset(CLAIMING), tags=_set("NNS"))),
    _at(lambda t, _: share(t), At(words=SOME, labels=SUBJECTS)),
    _at(lambda t, _: free_from_chance(t), At(words=CHANCES, labels=_set("pobj"))),
    _at(lambda t, _: give_leave(t), At(words=_set("leave"), tags=_set("VB", "VBP"))),
    _at(lambda t, _: make_move(t), At(words=frozenset(MOVES), tags=_set("NNS"), labels=_set("conj", "dobj"))),
    _at(lambda t, _: turn_over(t), At(labels=_set("dobj"))),
    _at(lambda t, _: tell_grounds(t), At(words=GROUNDS)),
    _at(lambda t, _: free_date(t), At(labels=_set("pobj", "compound", "nmod"))),
    _at(lambda t, _: free_year(t), At(tags=_set("CD"), labels=_set("nummod"))),
    _at(lambda t, _: free_ranged(t), At(words=_set("between"))),
    _at(lambda t, _: free_from_aside(t), At(words=_set("on", "in"), labels=_set("prep"))),
    _at(lambda t, _: free_subject(t), At(tags=_set("VBN", "VBD"), labels=_set("conj"))),
    _at(lambda t, _: resume(t), At(tags=_set("VBG"), labels=_set("conj"))),
    _at(lambda t, _: free_doer(t), At(tags=FINITE | {"VBN"})),
    _at(lambda t, _: put_in_brackets(t), At(labels=OF_NOUNS)),
    _at(lambda t, _: hang_between(t), At(words=_set("between"), labels=_set("prep"))),
    _at(lambda t, _: part_sides(t), At(words=_set("between"))),
    _at(lambda t, _: free_bearing(t), At(words=BEARINGS)),
    _at(lambda t, _: hang_blame(t), At(words=_set("blamed"))),
    _at(lambda t, _: hang_responsible(t), At(words=RESPONSIBLE)),
    _at(lambda t, _: hang_on_message(t), At(tags=_set("VBG"), labels=_set("acl"))),
    _at(lambda t, g: own_clauses.give_object(t, g.words["reporting"], g.words["denying"]), At(labels=_set("ccomp"))),
    _at(lambda t, g: own_clauses.hang_told(t, g.words["two_objects"]), At(labels=_set("acl", "relcl"))),
    _at(lambda t, g: own_clauses.hang_ordered(t, g.somebody), At(tags=_set("VB"), labels=_set("advcl"))),
    _at(
        lambda t, g: own_clauses.hang_on_teller(t, g.words["two_objects"]),
        At(words=_set("that"), labels=_set("mark")),
    ),
    _at(lambda t, _: own_clauses.hang_under(t), At(labels=_set("ccomp"))),
    _at(lambda t, g: part_blaming(t, g.words["denying"]), At(words=BLAMING_WORDS, labels=_set("conj"))),
    _at(lambda t, g: give_rejected(t, g.words["dismissing"], g.words["reports"]), At(labels=_set("appos"))),
    _at(lambda t, g: hang_on_charge(t, g.words["reports"], g.words["denying"]), At(tags=PRESENT_OR_PAST)),
    _at(lambda t, _: headlines.make_verb(t), At(words=frozenset(headlines.HARMING))),
    _at(
        lambda t, g: headlines.make_refusal(t, g.words["reports"]),
        At(words=frozenset(headlines.REFUSING), labels=_set("nsubj", "aux")),
    ),
    _at(
        lambda t, g: headlines.make_hint(t, g.somebody),
        At(words=frozenset(headlines.HINTING), tags=_set("NNS"), labels=_set("appos", "npadvmod")),
    ),
    _at(lambda t, _: headlines.make_hurt(t), At(words=_set("hurt"), tags=_set("NN"))),
    _at(lambda t, _: headlines.make_attack(t), At(words=_set("as"), labels=_set("prep"))),
    _at(lambda t, _: headlines.undergo_throw(t), At(words=headlines.THROWN)),
    _at(lambda t, g: describe_whom(t, g.words["undergone"]), At(words=ABOUT, labels=_set("xcomp", "pcomp"))),
    _at(lambda t, _: undergo_fire(t), At(words=AIMED, labels=_set("prep", "prt"))),
    _at(lambda t, g: measure(t, g.words["undergone"], g.somebody), At(words=UNITS, labels=_set("dobj"))),
    _at(
        lambda t, _: make_shoot(t),
        At(words=_set("shot"), tags=_set("NN")),
        At(words=_set("shot"), labels=_set("pobj", "dobj")),
    ),
    _at(lambda t, _: hang_on_named(t), At(labels=TOLD)),
    _at(lambda t, _: part_captive(t), At(words=CAPTIVES | {"for"})),
    _at(lambda t, _: set_apart(t), At(labels=SUBJECTS)),
    _at(lambda t, _: make_object(t), At(labels=_set("pobj"))),
    _at(lambda t, _: join_interrupted(t), At(tags=FINITE | {"VBN"}, labels=BEHIND | {"ROOT"})),
    _at(lambda t, _: join_linked(t), At(labels=_set("acomp"))),
    _at(lambda t, _: deny_helped(t), At(words=_set("never", "not"), labels=_set("advmod"))),
    _at(lambda t, _: join_helped(t), At(tags=PAST | {"VB", "VBG"}, labels=BEHIND | {"ROOT"})),
    _at(lambda t, _: join_parted(t), At(tags=FINITE | {"VBN"}, labels=_set("conj", "ccomp"))),
    _at(lambda t, _: join_alternative(t), At(tags=FINITE | {"VB"}, labels=_set("conj"))),
    _at(lambda t, g: set_between(t, g.words["telling"]), At(tags=FINITE | {"VBN"}, labels=_set("conj"))),
    _at(lambda t, g: tell_on(t, g.words["telling"]), At(tags=FINITE | {"VBN", "VB"}, labels=_set("conj"))),
    _at(lambda t, g: tell_last(t, g.words["telling"]), At(tags=FINITE | {"VBN"}, labels=LAST)),
    _at(lambda t, g: do_besides(t, g.words["harming"]), At(tags=FINITE, labels=_set("conj"))),
    _at(lambda t, _: be_untrue(t), At(words=_set("that"), labels=_set("mark"))),
    _at(lambda t, _: set_aside(t), At(tags=_set("VBD"), labels=_set("advcl", "conj", "relcl"))),
    _at(lambda t, _: set_behind(t), At(tags=_set("VBD"), labels=_set("ccomp"))),
    _at(lambda t, _: tell_command(t), At(tags=_set("VB"), labels=_set("advcl"))),
    _at(lambda t, _: hang_judged(t), At(words=_set("that"), labels=_set("mark"))),
    _at(lambda t, _: hang_on_watched(t), At(tags=_set("VBD"), labels=_set("conj"))),
    _at(lambda t, _: hang_past(t), At(tags=_set("VBD"), labels=_set("conj"))),
    _at(lambda t, _: speak_for_named(t), At(labels=_set("advcl"))),
    _at(lambda t, _: join_alike(t), At(labels=_set("conj"))),
    _at(lambda t, g: join_row(t, g.words["two_objects"]), At(tags=PAST | {"VB"}, labels=_set("conj", "dep"))),
    _at(lambda t, _: join_pair(t), At(tags=PAST, labels=_set("amod"))),
    _at(lambda t, _: give_subject(t), At(tags=_set("VBD"))),
    _at(lambda t, _: help_accused(t), At(tags=PAST | {"JJ"}, labels=_set("xcomp", "acomp", "advcl", "oprd", "ccomp"))),
    _at(lambda t, _: help_inverted(t), At(words=_set("had", "have", "has"), tags=FINITE)),
    _at(lambda t, _: hang_never(t), At(words=_set("at", "in", "on", "under"), labels=_set("prep"))),
    _at(lambda t, _: turn_round(t), At(tags=_set("VBN"), labels=_set("ROOT", "ccomp", "advcl"))),
    _at(lambda t, _: hang_not(t), At(words=_set("not"))),
    _at(lambda t, g: join_place(t, g.places), At(labels=_set("compound"))),
    _at(lambda t, _: join_second(t), At(labels=_set("dobj"))),
    _at(lambda t, g: join_name(t, g.names), At(words=_set("and"))),
    _at(lambda t, _: join_article(t), At(words=ARTICLES)),
    _at(lambda t, g: hang_on_met(t, g.words["reporting"]), At(words=_set("to"), labels=_set("aux"))),
    _at(lambda t, g: gerunds.name_deed(t, g.words["lasting"]), At(tags=_set("VBG"), labels=gerunds.TAKEN_FOR)),
    _at(lambda t, _: gerunds.name_headed(t), At(tags=_set("VBG"), labels=_set("ROOT"))),
    _at(lambda t, _: gerunds.describe_subject(t), At(tags=_set("VBG"), labels=_set("csubj", "csubjpass"))),
    _at(lambda t, _: gerunds.join_deed(t), At(tags=_set("VBG"), labels=_set("conj"))),
    _at(lambda t, _: gerunds.name_heard(t), At(tags=_set("VBG"), labels=_set("xcomp", "ccomp"))),
    _at(lambda t, _: gerunds.describe_people(t), At(words=gerunds.LOOKS, tags=PAST)),
    _at(lambda t, _: gerunds.describe_doer(t), At(tags=_set("VBG"), labels=_set("pcomp"))),
    _at(lambda t, _: gerunds.free_progressive(t), At(tags=_set("VBG"), labels=_set("amod"))),
    _at(lambda t, _: gerunds.free_verb(t), At(labels=_set("amod", "advmod", "compound"))),
    _at(
        lambda t, g: gerunds.free_denied(t, g.words["denying"] | g.words["owning_up"], g.somebody),
        At(tags=_set("VBG", "NN"), labels=_set("amod", "compound")),
    ),
    _at(lambda t, g: free_blamer(t, g.somebody), At(tags=PAST, labels=_set("acl"))),
    _at(lambda t, g: free_tellers(t, g.words["telling"], g.somebody), At(tags=PRESENT_OR_PAST)),
    _at(lambda t, g: tell_all(t, g.words["telling"]), At(tags=PAST, labels=_set("conj"))),
    _at(lambda t, g: free_last(t, g.words["telling"], g.somebody), At(tags=PAST, labels=_set("acl"))),
    _at(lambda t, g: gerunds.give_doer(t, g.words["pointing"]), At(labels=_set("advcl", "pcomp"))),
    _at(lambda t, g: part_appointed(t, g.words["posts"], g.somebody), At(tags=_set("NN"), labels=POSTED)),
    _at(lambda t, g: find_main(t, g.words, g.somebody), At(tags=PAST, labels=_set("amod", "acl"))),
    _at(lambda t, _: mend_path(t), At(tags=PAST), At(words=SINCE, labels=_set("prep", "ROOT"))),
    _at(lambda t, g: part_harm(t, g.words["harming"]), At(tags=PAST)),
    _at(lambda t, _: describe_source(t), At(words=_set("according"), labels=_set("prep"))),
    _at(lambda t, _: free_from_source(t), At(words=_set("according"), labels=_set("prep"))),
    _at(lambda t, _: make_condition(t), At(words=_set("had"))),
    _at(lambda t, _: hang_condition(t), At(labels=_set("ccomp"))),
    _at(lambda t, g: free_condition(t, g.words["telling"] | g.words["inverting"]), At(words=OPENING)),
    _at(lambda t, g: free_told(t, g.words), At(tags=PAST, labels=_set("acl"))),
    _at(lambda t, _: make_undergo(t), At(tags=PAST | {"NN"}, labels=_set("ccomp"))),
    _at(lambda t, _: tags.retag_word(t), At(words=_set("old", "slain", "reports", "is", "other"))),
    _at(lambda t, _: hang_on_told_of(t), At(tags=PAST)),
    _at(lambda t, g: free_later(t, g.words), At(tags=PAST)),
    _at(lambda t, g: free_explosion(t, g.words), At(tags=PAST, labels=_set("acl"))),
    _at(lambda t, _: part_total(t), At(words=WHEN, labels=_set("quantmod"))),
    _at(lambda t, _: part_harms(t), At(tags=_set("VBN"), labels=_set("ccomp"))),
    _at(lambda t, g: hang_results(t, g.words), At(tags=_set("VBG"), labels=_set("advcl", "xcomp", "conj"))),
    _at(lambda t, g: hang_on_victim(t, g.words), At(tags=PAST), At(words=_set("that", "shot"))),
    _at(lambda t, g: hang_charge(t, g.words["charging"], g.accused), At(words=_set("of"), labels=_set("prep"))),
    _at(lambda t, g: hang_on_charged(t, g.words["tried"]), At(tags=_set("VBN"), labels=_set("acl"))),
    _at(lambda t, _: hang_on_reporter(t), At(labels=_set("advcl", "conj"))),
    _at(lambda t, g: hang_on_crowd(t, g.words), At(tags=_set("VBG"), labels=_set("advcl"))),
    _at(lambda t, _: open_with(t), At(tags=_set("NNS"), labels=_set("nsubj"))),
    _at(lambda t, g: hang_on_demonstrating(t, g.words, g.places), At(tags=_set("VBG"), labels=_set("acl"))),
    _at(lambda t, g: hang_on_topic(t, g.words["speaking_of"]), At(tags=_set("VBG"), labels=HUNG)),
    _at(lambda t, _: name_received(t), At(labels=_set("dobj"))),
    _at(lambda t, _: name_inside(t), At(tags=_set("NNP"), labels=_set("dobj"))),
    _at(lambda t, _: name_now(t), At(tags=_set("NN"), labels=_set("nsubj"))),
    _at(lambda t, _: give_dead(t), At(words=_set("dead"), labels=_set("acomp", "advmod", "oprd", "xcomp"))),
    _at(lambda t, _: hang_on_somebody(t), At(tags=_set("NNP", "NNPS"), labels=_set("appos", "conj"))),
    _at(lambda t, _: join_beside_name(t), At(labels=_set("conj"))),
    _at(lambda t, _: join_behind_post(t), At(tags=_set("NNP", "NNS"), labels=_set("conj"))),
    _at(lambda t, _: hang_on_told(t), At(tags=PAST, labels=_set("conj", "dep"))),
    _at(lambda t, _: join_member(t), At(words=JOINING, labels=_set("cc"))),
    _at(lambda t, _: part_members(t), At(labels=_set("appos"))),
    _at(lambda t, _: give_back(t), At(labels=_set("conj"))),
    _at(lambda t, _: count_among(t), At(words=_set("among"), labels=_set("prep"))),
    _at(lambda t, g: meet_those(t, g.somebody), At(tags=_set("VBG"), labels=_set("pcomp"))),
    _at(lambda t, g: hang_told_relative(t, g.words["telling"] | g.words["inverting"]), At(tags=_set("WDT", "WP"))),
    _at(lambda t, _: give_object(t), At(tags=_set("WDT", "WP"), labels=_set("nsubj"))),
    _at(lambda t, _: hang_relative(t), At(words=_set("who")), At(labels=SUBJECTS)),
    _at(lambda t, _: hang_on_deed(t), At(words=_set("against"))),
    _at(lambda t, _: hang_by(t), At(words=_set("by"), labels=_set("prep", "agent"))),
    _at(lambda t, _: hang_to(t), At(words=_set("to"), labels=_set("prep"))),
    _at(lambda t, g: hang_on_done(t, g.words, g.somebody), At(words=_set("of"), labels=_set("prep"))),
    _at(lambda t, g: contents.make_content(t, g.words["reports"], g.words["two_objects"]), At(words=_set("that"))),
    _at(lambda t, g: contents.make_relative(t, g.words["reports"], g.words["denying"]), At(words=_set("that"))),
    _at(lambda t, _: contents.make_subject(t), At(words=_set("that"), labels=_set("mark"))),
    _at(lambda t, _: contents.make_pronoun(t), At(words=_set("that"), labels=_set("mark"))),
    _at(
        lambda t, g: contents.hang_on_those(t, g.words["telling"]),
        At(words=_set("that"), labels=_set("mark", "dobj")),
    ),
    _at(lambda t, _: contents.join_content(t), At(words=_set("that"), labels=_set("mark"))),
    _at(lambda t, g: contents.make_rumoured(t, g.words["reports"]), At(words=_set("that"))),
    _at(lambda t, _: contents.make_heard(t), At(words=_set("that"))),
    _at(lambda t, _: contents.make_question(t), At(words=_set("whether"))),
)

WORDS = frozenset[str]().union(*(at.words for mend in MENDS for at in mend.at))
"""The words that any mend asks for."""


def next_mend(word: str, tag: str, label: str, start: int = 0) -> int:
    """The number of the first mend from `start` on for a token with that word, tag and label; len(MENDS) for none.

    A mend may give the token another tag or label: the next is asked for with those that it has by then.
    """
    return _next(word if word in WORDS else "", tag, label, start)


@cache
def _next(word: str, tag: str, label: str, start: int) -> int:
    fitting = (n for n in range(start, len(MENDS)) if any(at.holds(word, tag, label) for at in MENDS[n].at))
    return next(fitting, len(MENDS))
