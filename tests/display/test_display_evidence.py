"""The evidence of a claim, the reader and the quotes: words cut from the text that they cite."""

from dataclasses import replace

from lake_agreement import LAKE
from lake_case import LakeCase
from lake_facts import make_figures, make_progress, make_statements
from lake_texts import FERRY, GAZETTE, LEAFLET, SHORE, WIRE

from pactwatch.display.documents import COUNTED, find_web_address, make_document_row, make_document_rows
from pactwatch.display.evidence import make_evidence
from pactwatch.display.issues import find_issues
from pactwatch.display.quotes import find_quotes, make_quote
from pactwatch.display.reader import make_paragraphs
from pactwatch.display.sentences import make_sentences
from pactwatch.display.speakers import trace_speakers


def test_the_sentence_stands_between_its_neighbours() -> None:
    row = make_evidence(make_figures()[0], GAZETTE, LAKE)
    assert "".join(piece.text for piece in row.pieces).startswith("At least 12 people")
    assert [piece.text for piece in row.pieces if "figure" in piece.tones] == ["12"]
    assert row.before.startswith('"We have kept our word')
    assert row.after.startswith("Oske said Veyl had fired")


def test_evidence_tells_all_that_is_known() -> None:
    row = make_evidence(make_figures()[0], GAZETTE, LAKE)
    assert (row.hedge, row.said, row.modality) == ("at least", "16 Mar 2031", "asserted")
    assert row.window == "“since the shelling stopped”"
    assert row.maker == "by-hand 1" and row.rule == "cut" and len(row.claim) == 24
    assert row.state == "unreviewed"


def test_a_judgement_shows_its_reviewer_and_reason() -> None:
    row = make_evidence(make_figures()[5], GAZETTE, LAKE)
    assert (row.state, row.state_reason) == ("accepted", "K. Lind: the number is in the table too")


def test_a_line_of_furniture_is_never_context() -> None:
    row = make_evidence(make_progress()[-1], GAZETTE, LAKE)
    assert row.after == ""


def test_the_chain_runs_from_the_outlet_to_the_source() -> None:
    carried = next(fact for fact in make_figures() if fact.claim.words.startswith("Some 15"))
    assert trace_speakers(carried, LAKE) == ("Eastern Shore, in its own voice", "carrying Norrin Wire")
    quote = make_statements()[3]
    assert trace_speakers(quote, LAKE) == ("Norrin Wire", "Tove Brann (Norrin)")
    open_speaker = make_statements()[5]
    assert trace_speakers(open_speaker, LAKE)[-1] == "An official, not resolved"


def test_an_undated_document_says_so_with_the_reason() -> None:
    row = make_evidence(make_statements()[5], LEAFLET, LAKE)
    assert row.published == "undated: no day is printed and the manifest gives none"
    assert not row.dated


def test_the_reader_shows_every_passage_and_marks_every_claim() -> None:
    facts = LakeCase().facts()
    paragraphs = make_paragraphs(GAZETTE, facts, LAKE)
    shown = [piece.text for p in paragraphs for line in p.lines for piece in line.pieces]
    assert "".join(shown).replace("\n", "") == "".join(p.span.of(GAZETTE.text) for p in GAZETTE.passages)
    marked = {
        claim for p in paragraphs for line in p.lines for piece in line.pieces for claim in piece.claims
    }
    own = {fact.claim.key for fact in facts if fact.document.id == GAZETTE.document.id}
    assert marked == own
    noted = {note.claim for p in paragraphs for line in p.lines for note in line.notes}
    assert noted == own


def test_the_reader_labels_furniture_and_marks_nothing_in_it() -> None:
    paragraphs = make_paragraphs(GAZETTE, LakeCase().facts(), LAKE)
    furniture = [paragraph for paragraph in paragraphs if paragraph.kind == "furniture"]
    assert len(furniture) == 1 and furniture[0].label == "page furniture, not read"
    assert len(furniture[0].lines) == 2
    assert not any(piece.claims for line in furniture[0].lines for piece in line.pieces)


def test_a_rejected_claim_is_counted_and_not_marked() -> None:
    facts = LakeCase().facts()
    rejected = next(
        fact for fact in make_progress() if fact.judgement and fact.judgement.decision == "reject"
    )
    paragraphs = make_paragraphs(WIRE, facts, LAKE)
    marked = {
        claim for p in paragraphs for line in p.lines for piece in line.pieces for claim in piece.claims
    }
    assert rejected.claim.key not in marked
    row = make_document_row(WIRE.document, None, [f for f in facts if f.document.id == WIRE.document.id])
    assert row.rejected == 1


def test_documents_newest_first_and_the_undated_last() -> None:
    case = LakeCase()
    rows = make_document_rows([(article.document, None) for article in case.articles], case.facts(), {})
    assert rows[0].file == "digest-0418.txt"
    assert rows[-1].file == "leaflet.txt"
    ferry = next(row for row in rows if row.file == FERRY.document.name)
    assert ferry.elsewhere == "1 about the time before this agreement, 1 about something else"
    assert dict(zip(COUNTED, ferry.counts, strict=True))["figure"] == 2


def test_only_addresses_of_the_web_become_links() -> None:
    assert find_web_address("https://gazette.invalid/0318") == "https://gazette.invalid/0318"
    assert find_web_address("javascript:alert(1)") is None
    assert find_web_address("data:text/html,x") is None
    assert find_web_address(None) is None


def test_quotes_are_narrowed_by_speaker_provision_and_form() -> None:
    facts = LakeCase().facts()
    assert find_quotes(facts, LAKE).total == 7
    assert len(find_quotes(facts, LAKE, speaker="person:Ilmar Oske").facts) == 3
    assert len(find_quotes(facts, LAKE, provision="garrison").facts) == 2
    assert len(find_quotes(facts, LAKE, form="direct").facts) == 2
    assert find_quotes(facts, LAKE, speaker="person:Nobody").facts == ()


def test_quoted_words_are_set_apart_and_keep_their_marks_once() -> None:
    row = make_quote(make_statements()[2], GAZETTE.text, LAKE)
    assert row.words == 'Veyl had fired on two Aldran boats … "a plain breach" of the accord'
    assert "".join(piece.text for piece in row.pieces) == row.words
    assert [piece.text for piece in row.pieces if piece.tones] == ["a plain breach"]


def test_open_speakers_stale_judgements_and_failed_expectations_are_listed() -> None:
    case = LakeCase()
    listed = [(row.document, row.withdrawn) for row in case.documents()]
    issues = find_issues(case.problems(), case.status(), case.facts(), listed)
    assert [row.words for row in issues.speakers] == ["He", "An official"]
    assert [row.file for row in issues.stale] == ["gazette-0318.txt"]
    assert [row.file for row in issues.apart] == ["ferry-2029.txt", "ferry-2029.txt"]
    assert [(row.file, row.number) for row in issues.left_out] == [("leaflet.txt", 4)]
    assert issues.number == 2 + 2 + 1 + 1
    assert SHORE.document.name not in {row.file for row in issues.left_out}


def test_a_sentence_stands_once_with_all_that_was_read_in_it() -> None:
    """The first sentence of the gazette holds a statement, a figure and a step."""
    facts = [fact for fact in LakeCase().facts() if "46 of the 48 crew members" in fact.claim.words]
    rows = make_sentences(facts, LakeCase().article, LAKE)
    assert len(facts) == 3 and len(rows) == 1
    assert set(rows[0].claims) == {fact.claim.key for fact in facts}
    assert {tone for piece in rows[0].pieces for tone in piece.tones} >= {"statement", "figure", "progress"}
    assert [speaker.name for speaker in rows[0].speakers] == ["Ilmar Oske"]
    assert rows[0].states == ("unreviewed", "accepted")


def test_a_sentence_tells_its_modes_and_its_own_voice() -> None:
    denied = [fact for fact in LakeCase().facts() if fact.claim.words == "Aldra denies it."]
    assert make_sentences(denied, LakeCase().article, LAKE)[0].modes == ("denied",)
    own = [fact for fact in LakeCase().facts() if fact.claim.words.startswith("Some 15")]
    assert make_sentences(own, LakeCase().article, LAKE)[0].own_voice


def test_a_digest_has_no_voice_of_its_own() -> None:
    fact = next(fact for fact in LakeCase().facts() if fact.document.digest)
    alone = replace(
        fact, claim=replace(fact.claim, speakers=()), placement=replace(fact.placement, speakers=())
    )
    assert trace_speakers(alone, LAKE) == ("Pactwatch, naming no speaker",)


def test_a_claim_that_is_not_asserted_says_so_in_the_margin() -> None:
    paragraphs = make_paragraphs(SHORE, LakeCase().facts(), LAKE)
    notes = [note.words for paragraph in paragraphs for line in paragraph.lines for note in line.notes]
    assert "(denied)" in notes
