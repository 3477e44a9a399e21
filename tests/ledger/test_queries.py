"""What a person asks of a ledger, and the rows that answer."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from made import TEXT, report

from allege.claim import Certainty, ClaimKind, EvidenceKind, SourceKind, Span
from allege.errors import NotFound, UsageError
from allege.ledger import ClaimFilter, ClaimRow, Ledger, Thing
from allege.settings import Settings

NAMED = (
    ("in/03_river.txt", "Of 2031"),
    ("seven", None),
    ("in/2031_hills.txt", "In the hills"),
    ("in/coast.txt", "On the coast"),
)
"""Documents by path and title; the digits of their ids begin with their place here."""


@pytest.fixture
def ledger():
    with Ledger(":memory:") as made:
        made.add(report())
        yield made


def test_a_claim_row_says_who_says_so_how_firmly_and_where_it_stands(ledger):
    row = next(ledger.claims())
    assert (row.record_id, row.type, row.anchor, row.published) == ("c1", "ASSAULT", "attacked", date(2031, 6, 9))
    assert row.quote == TEXT[row.start : row.end] == "Police said the Red Column attacked a bridge on Monday."
    assert row.arguments == (
        ("actor", "the Red Column", "Red Column"),
        ("recipient", "a bridge", None),
        ("time", "on Monday", None),
    )
    assert [(v.source, v.name, v.kind, v.value) for v in row.voices] == [
        ("the author", None, SourceKind.AUTHOR, Certainty.UU),
        ("Police", "Vark Police", SourceKind.OFFICIAL, Certainty.CT_PLUS),
    ]
    assert row.evidence == ((EvidenceKind.OFFICIAL_STATEMENT, "Police said"),)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, "c1 c2 c3"),
        ({"source": "POLICE"}, "c1"),
        ({"source": "vark police"}, "c1"),
        ({"source": "intelligence"}, "c2"),
        ({"source": "author"}, "c3"),
        ({"actor": "red column"}, "c1"),
        ({"actor": "bridge"}, "c1"),
        ({"actor": "police"}, ""),
        ({"type": "assault"}, "c1 c2"),
        ({"type": "firearms"}, "c1"),
        ({"type": "attack"}, "c1"),
        ({"kind": ClaimKind.STATE}, "c3"),
        ({"certainty": Certainty.PR_MINUS}, "c2"),
        ({"certainty": "CT+"}, "c1 c3"),
        ({"evidence": EvidenceKind.UNNAMED_INTELLIGENCE}, "c2"),
        ({"evidence": "none"}, "c3"),
        ({"voice": "unnamed"}, "c2"),
        ({"voice": "author"}, "c3"),
        ({"text": "bridges Monday"}, "c1"),
        ({"text": "Monday calm"}, ""),
        ({"text": ""}, "c1 c2 c3"),
        ({"document": "a BRIDGE"}, "c1 c2 c3"),
        ({"document": "0000"}, "c1 c2 c3"),
        ({"document": "elsewhere"}, ""),
        ({"min_score": 0.5}, "c1 c3"),
        ({"limit": 2}, "c1 c2"),
        ({"type": "assault", "voice": "named"}, "c1"),
    ],
)
def test_each_field_of_a_filter_narrows(ledger, wanted, found):
    assert " ".join(row.record_id for row in ledger.claims(ClaimFilter(**wanted))) == found
    assert [row.record_id for row in ledger.claims(**wanted)] == found.split()


def test_case_is_folded_in_every_script():
    named = replace(report().mentions[0], name="Полиция Варка")
    with Ledger(":memory:") as ledger:
        ledger.add(replace(report(), mentions=(named, *report().mentions[1:])))
        assert [row.record_id for row in ledger.claims(source="полиция ВАРКА")] == ["c1"]


def test_the_settings_leave_out_weak_claims_of_lists_but_not_of_the_ledger():
    with Ledger(":memory:", Settings(min_score=0.5)) as ledger:
        ledger.add(report())
        assert [row.record_id for row in ledger.claims()] == ["c1", "c3"]
        assert len(ledger.record(report().document.id).claims) == 3


def test_claims_keep_the_order_of_reading_after_a_document_is_extracted_again():
    with Ledger(":memory:") as ledger:
        for number in (1, 2):
            ledger.add(report(number))
        ledger.replace(report(1, extractor="rules-2"))
        documents = [row.document for row in ledger.claims()]
        assert documents == [report(1).document.id] * 3 + [report(2).document.id] * 3


def test_a_ledger_can_be_written_to_while_its_claims_are_listed():
    with Ledger(":memory:") as ledger:
        for number in range(150):
            ledger.add(report(number))
        listed = ledger.claims()
        next(listed)
        ledger.add(report(999))
        assert len(list(listed)) == 449


@pytest.mark.parametrize("fields", [{"kind": "deed"}, {"certainty": "XX"}, {"voice": "x"}, {"evidence": "hearsay"}])
def test_a_code_that_no_claim_can_have_is_refused_with_those_that_it_can(ledger, fields):
    (field,) = fields
    with pytest.raises(UsageError, match=f"^{field}: '.*' is none that claims can have; use one of "):
        ledger.claims(**fields)


def test_codes_may_be_written_in_any_case(ledger):
    (row,) = ledger.claims(kind="Event", certainty="ct+", voice="Named", type="assault")
    assert row.anchor == "attacked"
    assert [one.anchor for one in ledger.claims(evidence="NONE")]


def test_a_type_that_there_is_not_is_refused_and_one_that_no_claim_has_is_not(ledger):
    with pytest.raises(UsageError, match=r"MAYHEM: is no type of claims.*; use one of ACCUSE, AGREE, "):
        ledger.claims(type="MAYHEM")
    assert list(ledger.claims(type="LED_BY")) == []
    (row,) = ledger.claims(type="Attack")
    assert row.subtype == "Attack"


def test_a_quote_ends_where_its_words_end():
    record = report()
    first, *others = record.claims
    wide = Span(first.sentence.start - 1, first.sentence.end + 1)
    text = TEXT.replace("Monday. ", "Monday.\n")
    with Ledger(":memory:") as ledger:
        document = replace(record.document, text=text)
        ledger.add(replace(record, document=document, claims=(replace(first, sentence=wide), *others)))
        row, (hit,) = next(ledger.claims()), ledger.search("bridge")
    for one in (row, hit):
        assert one.quote == text[one.start : one.end] == "Police said the Red Column attacked a bridge on Monday."
    assert [text[start:end] for start, end in hit.matches] == ["bridge"]


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger):
    row = next(ledger.claims())
    assert ledger.claim(row.id) == ledger.claim(row.id[:8].upper()) == row


def test_a_name_that_fits_nothing_or_several_is_refused_with_a_remedy(ledger):
    ledger.add(report(1))
    with pytest.raises(NotFound, match="zzz: no claim has that name; list them with: allege claims"):
        ledger.claim("zzz")
    with pytest.raises(UsageError, match=r"could be any of several documents: 0000"):
        ledger.document("0000")
    with pytest.raises(NotFound, match="no document"):
        ledger.record("")


def test_a_document_is_found_by_id_beginning_uri_and_end_of_uri(ledger):
    whole = report().document.id
    names = (whole, whole[:20], "0" * 12, "reports/0.txt", "0.txt")
    assert {ledger.document(name).id for name in names} == {whole}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("03", "in/03_river.txt"),  # and not the document whose id begins so
        ("river", "in/03_river.txt"),
        ("03_RIVER.TXT", "in/03_river.txt"),
        ("rows.csv#7", "seven"),
        ("rows", "seven"),
        ("In the hills", "in/2031_hills.txt"),
        ("2031", "in/2031_hills.txt"),
        ("0300", "in/coast.txt"),
    ],
)
def test_a_name_means_what_its_surest_reading_says(name, uri):
    with Ledger(":memory:") as ledger:
        for number, (at, title) in enumerate(NAMED):
            document = replace(report(number).document, id=f"sha256:{number:02}" + "0" * 62, uri=at, title=title)
            ledger.add(replace(report(number), document=document))
        ledger.sighted("sha256:01" + "0" * 62, "rows.csv#7")
        found = ledger.find(name)
        assert (found.uri, ledger.document(name)) == (uri, found)


def test_a_name_that_fits_claims_and_documents_lists_both():
    claim = next(iter(_one().claims())).id
    with _one(uri=f"in/x{claim[:4]}.txt", title="Nothing") as ledger:
        assert isinstance(ledger.find(claim[:4]), ClaimRow)
        ledger.add(replace(report(1), document=replace(report(1).document, id=f"sha256:{claim[:6]}" + "0" * 58)))
        with pytest.raises(UsageError, match=rf"several documents or claims: {claim[:6]}.*, {claim[:10]} \(“"):
            ledger.find(claim[:5])
        with pytest.raises(NotFound):
            ledger.find(claim[:3], Thing.CLAIM)


def _one(**about: object) -> Ledger:
    ledger = Ledger(":memory:")
    ledger.add(replace(report(), document=replace(report().document, **about)))
    return ledger


def test_a_percent_sign_in_a_name_is_a_percent_sign(ledger):
    with pytest.raises(NotFound):
        ledger.document("%.txt")


def test_a_document_row_counts_and_dates(ledger):
    (row,) = ledger.documents()
    assert (row.title, row.characters, row.claims, row.analysed) == ("A bridge in Vark", len(TEXT), 3, True)
    assert abs((datetime.now(UTC) - row.read_at).total_seconds()) < 60
    assert list(ledger.documents("vark")) == [row]
    assert list(ledger.documents("elsewhere")) == []


def test_the_summary_says_on_whose_word_and_what_evidence(ledger):
    found = ledger.summary()
    assert (found.documents, found.claims, found.named, found.unnamed, found.author) == (1, 3, 1, 1, 1)
    assert dict(found.kinds) == {ClaimKind.EVENT: 2, ClaimKind.STATE: 1}
    assert dict(found.evidence)[EvidenceKind.NONE] == 1
    assert ledger.summary("0.txt") == found


def test_the_author_citing_himself_is_counted_apart():
    himself = replace(report().attributions[1], source_kind=SourceKind.AUTHOR)
    with Ledger(":memory:") as ledger:
        ledger.add(replace(report(), attributions=(report().attributions[0], himself)))
        found = ledger.summary()
        assert (found.unnamed, found.author, found.author_prior) == (0, 2, 1)
        assert [row.voice for row in ledger.claims()] == ["named", "author", "author"]


def test_a_claim_without_a_sentence_is_quoted_by_its_anchor():
    bare = replace(report().claims[2], sentence=None)
    with Ledger(":memory:") as ledger:
        ledger.add(replace(report(), claims=(bare,)))
        (row,) = ledger.claims()
        assert (row.quote, TEXT[row.start : row.end]) == ("calm", "calm")
