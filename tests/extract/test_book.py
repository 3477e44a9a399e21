"""What mentions of a record go by."""

from __future__ import annotations

from dataclasses import replace

from finding import read

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Mention, MentionType, Role, Span, Spans
from allege.extract.assemble import extract
from allege.extract.book import MentionBook
from allege.extract.predication import Filler, Predication


def test_a_pronoun_goes_by_the_words_it_stands_for_where_these_have_no_other_name() -> None:
    text = "The police surrounded the market. They opened fire on the crowd."
    record = next(iter(extract([read(text)])))
    named = {text[m.spans[0].start : m.spans[0].end]: m.name for m in record.mentions}
    assert named["They"] == "The police"
    assert named["The police"] is None


def test_a_pronoun_goes_by_a_name_of_which_nothing_else_is_known() -> None:
    text = "Sister Agna Vell, who keeps the school, was there. \"They never came,\" she said."
    assert mention_of(text, "she").name == "Sister Agna Vell"
    assert mention_of("A miller was there. They never came, he said.", "he").name is None


def mention_of(text: str, words: str) -> Mention:
    record = next(iter(extract([read(text)])))
    return next(m for m in record.mentions if text[m.spans[0].start : m.spans[0].end] == words)


def test_members_and_units_of_an_armed_group_are_that_group() -> None:
    assert mention_of("Members of the Taliban met the mayor.", "Members of the Taliban").entity == "taliban"
    assert mention_of("Three Taliban cadres met the mayor.", "Three Taliban cadres").entity == "taliban"


def test_fighters_of_a_body_that_no_list_knows_go_by_its_name() -> None:
    name = "Ash Liberation Front"
    for who in (f"{name} fighters", f"Members of the {name}", f"Gunmen from the {name}"):
        assert mention_of(f"{who} killed the mayor.", who).name == name


def test_who_robs_for_no_bank_and_has_left_the_front_goes_by_no_name() -> None:
    for who in ("Gunmen of the Orsa Bank", "A splinter group of the Ash Liberation Front"):
        assert mention_of(f"{who} killed the mayor.", who).name is None


def test_a_listed_name_with_a_word_before_it_is_the_listed_body() -> None:
    who = "The outlawed Tupac Amaru Revolutionary Movement"
    assert mention_of(f"{who} met the mayor.", who).entity == "tupac-amaru-revolutionary-movement"


def test_members_of_what_bears_no_arms_are_nobody_known() -> None:
    who = "Members of the United Nations"
    assert mention_of(f"{who} met the mayor.", who).entity is None


def test_a_body_whose_house_is_hit_is_a_thing_there_and_a_doer_elsewhere() -> None:
    text = "The Vanna Bank was bombed."
    bank = (Span(0, 14),)
    hit, talk = (Predication(ClaimKind.EVENT, type_, (Span(19, 25),), 4) for type_ in ("ASSAULT", "CONSULT"))
    found = [replace(hit, fillers=(Filler(Role.RECIPIENT, bank, 2, MentionType.PLACE),))]
    assert _type_of(MentionBook(_with_actor(text, bank), found, ()), bank) is MentionType.PLACE
    found += [replace(talk, fillers=(Filler(Role.ACTOR, bank, 2),))]
    assert _type_of(MentionBook(_with_actor(text, bank), found, ()), bank) is MentionType.ACTOR


def _with_actor(text: str, spans: Spans) -> Analysis:
    return replace(read(text), mentions=(Mention(spans, MentionType.ACTOR, name="Vanna Bank"),))


def _type_of(book: MentionBook, spans: Spans) -> MentionType:
    return next(m.type for m in book.mentions if m.spans == spans)


def test_a_breakaway_wing_is_not_the_body_that_it_left() -> None:
    who = "A breakaway wing of the Taliban"
    found = mention_of(f"{who} met the mayor.", who)
    assert (found.entity, found.type) == (None, MentionType.ACTOR)
    assert "a part of Taliban or split from it" in found.why
    acts_for_it = "The armed wing of the Taliban"
    assert mention_of(f"{acts_for_it} met the mayor.", acts_for_it).entity == "taliban"


def test_a_splinter_faction_is_related_to_the_body_and_never_to_itself() -> None:
    record = next(iter(extract([read("A splinter faction of the Taliban killed three men on Sunday.")])))
    by_id = {m.id: m.entity for m in record.mentions}
    ends = [[by_id[a.mention] for a in c.arguments] for c in record.claims if c.type in ("MEMBER_OF", "SPLIT_FROM")]
    assert ends
    assert all(end == [None, "taliban"] for end in ends)
