"""What a person decides: claims follow at once, verdicts do not travel, revoking restores what was."""

from pathlib import Path

import msgspec
import pytest

from sayso.errors import UsageError
from sayso.model import Assessment, Claim
from sayso.pipeline import Ledger
from sayso.pipeline.deciding import with_word
from sayso.pipeline.linking import link_pending
from tests.pipeline.corpora import every_claim, ledger, written

NAME, WHY = "R. Ames", "the desk compared them"
IMAGE = {
    "kind": "satellite", "reference": "Orbis 12, 2031-04-03", "stance": "supports", "strength": "moderate",
    "text": "The hull lies on the bar.",
}  # fmt: skip


@pytest.fixture
def held(tmp_path: Path) -> Ledger:
    made = ledger(tmp_path / "a.db")
    list(made.add(*written(tmp_path / "files"), rules=True))
    return made


def claim_of(held: Ledger, words: str) -> Claim:
    """The claim whose gist has these words."""
    return next(claim for claim in every_claim(held) if words in claim.gist)


def decide(held: Ledger, what: str, *targets: str, **value: str) -> str:
    """A judgement; its id."""
    return held.judge(what, targets, value, by=NAME, why=WHY).id


def test_what_a_person_holds_to_be_one_claim_is_one_and_says_why(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    made = decide(held, "same", drowned.id, bridge.id)
    one = held.claim(drowned.id)
    members = {member.proposition: member for member in one.statements}
    moved = members[bridge.statements[0].proposition]
    assert {m.proposition for m in (*drowned.statements, *bridge.statements)} == set(members)
    assert (moved.p, moved.why[0]) == (1.0, f"A person decided so: {WHY}.")
    assert one.judgements == (made,)
    assert one.notices[-1] == f"{NAME}, 2032-01-01: these reports are one claim, because {WHY}."


def test_what_a_person_parts_is_never_one_claim_nor_proposed(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    out = next(m for m in drowned.statements if m.publisher == "Radio Hest")
    held.judge("not-same", (drowned.id, out.id), {}, by=NAME, why=WHY)
    left, other = held.claim(drowned.id), held.claim(out.proposition)
    assert left.id != other.id
    assert out.proposition not in {m.proposition for m in (*left.statements, *left.proposals)}
    assert {m.proposition for m in other.proposals}.isdisjoint(m.proposition for m in left.statements)
    assert left.judgements == other.judgements != ()


def test_a_stance_that_is_set_is_that_of_the_statement_and_moves_the_count(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    relay = next(m for m in drowned.statements if m.publisher == "Radio Hest")
    decide(held, "stance", relay.id, drowned.id, stance="denies")
    member = next(m for m in held.claim(drowned.id).statements if m.id == relay.id)
    assert (member.stance, member.p, member.why) == ("denies", 1.0, (f"A person decided so: {WHY}.",))
    assert held.claim(drowned.id).verdicts[0].state == "counts"


def test_the_statement_that_gives_a_claim_its_words_has_no_other_stance(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    with pytest.raises(UsageError, match="has its words from this statement"):
        decide(held, "stance", drowned.statements[0].proposition, drowned.id, stance="denies")


def test_an_outcome_counts_for_the_claim_that_was_judged(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    decide(held, "outcome", drowned.id, outcome="holds")
    (verdict,) = held.claim(drowned.id).verdicts
    assert (verdict.what, verdict.value, verdict.state, verdict.by) == ("outcome", "holds", "counts", NAME)


def test_a_verdict_does_not_travel_along_a_merge(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    outcome = decide(held, "outcome", bridge.id, outcome="holds")
    merge = decide(held, "same", drowned.id, bridge.id)
    (verdict,) = held.claim(drowned.id).verdicts
    assert (verdict.judgement, verdict.state) == (outcome, "before-merge")
    assert "judged before the merge" in " ".join(held.claim(drowned.id).notices)
    assert [row.standing for row in held.judgements()] == ["before-merge", "stands"]
    held.revoke(merge, by=NAME, why="two matters")
    assert held.claim(bridge.id).verdicts[0].state == "counts"


def test_a_verdict_made_after_the_merge_is_about_what_is_one_claim_now(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    decide(held, "same", drowned.id, bridge.id)
    decide(held, "outcome", drowned.id, outcome="fails")
    assert held.claim(drowned.id).verdicts[0].state == "counts"


def test_of_two_outcomes_the_later_counts_and_the_earlier_is_shown_as_overruled(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    decide(held, "outcome", drowned.id, outcome="holds")
    decide(held, "outcome", drowned.id, outcome="fails")
    states = [(v.value, v.state) for v in held.claim(drowned.id).verdicts]
    assert states == [("holds", "overruled"), ("fails", "counts")]
    assert [row.standing for row in held.judgements()] == ["overruled", "stands"]


def test_of_same_and_not_same_the_later_wins_and_the_earlier_is_listed_as_overruled(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    decide(held, "same", drowned.id, bridge.id)
    ids = [claim.statements[0].proposition for claim in (drowned, bridge)]
    later = decide(held, "not-same", *ids)
    rows = held.judgements()
    assert [row.standing for row in rows] == ["overruled", "stands"]
    assert later in rows[0].note
    assert every_claim(held)[0].id != every_claim(held)[1].id
    assert held.claim(bridge.id).judgements == tuple(row.judgement.id for row in rows)


def test_evidence_by_hand_is_one_origin_more_with_its_reference(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    made = held.judge("evidence", (drowned.id,), IMAGE, by=NAME, why=WHY)
    one = held.claim(drowned.id)
    assert one.origins.count == drowned.origins.count + 1
    assert one.origins.groups[-1].origin == "Orbis 12, 2031-04-03 (satellite image, added by hand)"
    assert one.hand[0].id == made.id
    held.judge("evidence", (drowned.id,), {**IMAGE, "text": "It lies still."}, by=NAME, why=WHY)
    assert held.claim(drowned.id).origins.count == drowned.origins.count + 1


def test_evidence_against_contests_a_claim_that_nobody_denied(held: Ledger) -> None:
    bridge = claim_of(held, "bridge")
    held.judge("evidence", (bridge.id,), {**IMAGE, "stance": "denies"}, by=NAME, why=WHY)
    one = held.claim(bridge.id)
    assert (bridge.status, one.status, one.origins_against.count) == ("single-origin", "contested", 1)


@pytest.mark.parametrize(
    "text", ["ask ine@harbour.example", "call +41 44 555 01 99", "call (044) 555 01 99", "number 5550199 22"]
)
def test_the_note_of_an_interview_takes_no_identities(held: Ledger, text: str) -> None:
    value = {**IMAGE, "kind": "interview", "text": text}
    with pytest.raises(UsageError, match="no place for identities"):
        held.judge("evidence", (claim_of(held, "drowned").id,), value, by=NAME, why=WHY)
    assert held.judgements() == []


def test_the_number_of_an_image_and_of_a_tariff_are_no_telephone_numbers(held: Ledger) -> None:
    value = {**IMAGE, "reference": "S2A_MSIL2A_20310403T102031, HS 30022000", "text": "of 2031-04-03"}
    assert held.judge("evidence", (claim_of(held, "drowned").id,), value, by=NAME, why=WHY).stands


def test_an_origin_of_its_own_raises_the_count_by_one_and_a_shared_one_takes_it_back(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    wire, copy = (
        next(m for m in drowned.statements if m.publisher == p) for p in ("Norland Wire", "Arless Courier")
    )
    decide(held, "origin", copy.id, origin="own")
    own = held.claim(drowned.id)
    assert own.origins.count == drowned.origins.count + 1
    assert any("A person decided so" in group.why for group in own.origins.groups)
    decide(held, "origin", wire.document, copy.document, origin="same")
    assert held.claim(drowned.id).origins.count == drowned.origins.count
    assert [row.standing for row in held.judgements()] == ["overruled", "stands"]


def test_a_kind_that_is_set_is_the_kind_of_the_source_wherever_it_is_listed(held: Ledger) -> None:
    made = decide(held, "kind", "Ministry of Waters", kind="organization")
    assert held.source("Ministry of Waters").source.kind == "organization"
    assert made in claim_of(held, "drowned").judgements
    held.revoke(made, by=NAME, why="it is a ministry")
    assert held.source("Ministry of Waters").source.kind == "government"
    assert claim_of(held, "drowned").judgements == ()


def test_an_anonymous_source_has_no_kind(held: Ledger) -> None:
    for name in ("A diver who took part in the rescue", "nobody at all"):
        with pytest.raises(UsageError, match="Anonymous sources are nobody"):
            decide(held, "kind", name, kind="person")


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("word", {"word": "rather likely"}), ("outcome", {"outcome": "true"}), ("kind", {"kind": "spy"}),
        ("stance", {}), ("origin", {"origin": "none"}), ("evidence", {"kind": "rumour"}), ("same", {}),
        ("not-same", {}), ("colour", {}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_nothing_is_kept(
    held: Ledger, what: str, value: dict[str, str]
) -> None:
    with pytest.raises(UsageError):
        held.judge(what, (claim_of(held, "drowned").id,), value, by=NAME, why=WHY)
    assert held.judgements() == []


def test_unknown_ids_unsigned_judgements_and_second_revocations_are_refused(held: Ledger) -> None:
    drowned = claim_of(held, "drowned").id
    with pytest.raises(UsageError, match="no claim"):
        decide(held, "word", "c:00000000", word="likely")
    with pytest.raises(UsageError, match="signed"):
        held.judge("word", (drowned,), {"word": "likely"}, by=" ", why=WHY)
    made = decide(held, "word", drowned, word="likely")
    held.revoke(made[:8], by=NAME, why="too early")
    with pytest.raises(UsageError, match="revoked already"):
        held.revoke(made, by=NAME, why="once more")
    with pytest.raises(UsageError, match="no judgement"):
        held.revoke("j:ffffffff", by=NAME, why="once more")


def test_nobody_splits_off_all_of_a_claim(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    with pytest.raises(UsageError, match="nothing would be left"):
        decide(held, "not-same", drowned.id, *(m.proposition for m in drowned.statements))


def test_a_word_is_shown_as_that_of_who_set_it_and_holds_from_its_day_on(held: Ledger) -> None:
    drowned = claim_of(held, "drowned").id
    decide(held, "word", drowned, word="very likely")
    assert held.claim(drowned).verdicts[0].value == "very likely"
    assert held.claim(drowned, as_of="2031-04-30").verdicts == ()


def test_a_merge_holds_for_earlier_days_too(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    decide(held, "same", drowned.id, bridge.id)
    assert held.claim(drowned.id, as_of="2031-06-01").judgements
    assert held.claim(drowned.id, as_of="2031-05-01").judgements == ()


def test_the_log_still_tells_all_that_is_there(held: Ledger) -> None:
    made = decide(held, "outcome", claim_of(held, "drowned").id, outcome="holds")
    held.revoke(made, by=NAME, why="too early")
    assert held.verify()[0] == ()


def test_revoking_restores_every_claim_byte_for_byte(held: Ledger) -> None:
    before = msgspec.json.encode(every_claim(held))
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    made = [
        decide(held, "same", drowned.id, bridge.id),
        decide(held, "outcome", drowned.id, outcome="holds"),
        decide(held, "kind", "Ministry of Waters", kind="organization"),
        decide(held, "origin", drowned.statements[1].id, origin="own"),
        held.judge("evidence", (drowned.id,), IMAGE, by=NAME, why=WHY).id,
    ]
    for id in (made[2], made[0], made[4], made[1], made[3]):
        held.revoke(id, by=NAME, why="it was wrong")
    assert msgspec.json.encode(every_claim(held)) == before


def test_whether_a_claim_is_resolved_is_told_by_what_counts_alone(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    assert drowned.resolved is None
    decide(held, "outcome", drowned.id, outcome="fails")
    assert held.claim(drowned.id).resolved is False
    decide(held, "outcome", drowned.id, outcome="holds")
    assert held.claim(drowned.id).resolved is True
    decide(held, "same", drowned.id, bridge.id)
    assert held.claim(drowned.id).resolved is None


def test_a_word_of_a_person_takes_the_place_of_the_machines_in_the_assessment(held: Ledger) -> None:
    drowned = claim_of(held, "drowned").id
    decide(held, "word", drowned, word="very likely")
    weighed = Assessment(
        probability=0.4, band=(0.3, 0.5), confidence="low", likelihood="unlikely", admiralty="F6", lines=()
    )
    worded = with_word(msgspec.structs.replace(held.claim(drowned), assessment=weighed)).assessment
    assert worded is not None
    assert (worded.word, worded.word_by, worded.likelihood) == ("very likely", NAME, "unlikely")


def test_a_judgement_on_what_is_not_there_is_orphaned_has_no_effect_and_takes_hold_when_it_comes(
    tmp_path: Path, held: Ledger
) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    decide(held, "same", drowned.id, bridge.id)
    decide(held, "outcome", bridge.statements[0].proposition, outcome="holds")
    other = ledger(tmp_path / "b.db")
    (path,) = written(tmp_path / "more", ["wire.md"])
    list(other.add(path, rules=True))
    before = every_claim(other)
    for one in held.export_judgements().judgements:
        other._store.keep_judgement(one)
    assert [(row.standing, row.claims) for row in other.judgements()] == [("orphaned", ())] * 2
    other._store.drop_linking()
    link_pending(other._store)
    assert every_claim(other) == before
    list(other.add(*written(tmp_path / "files"), rules=True))
    assert every_claim(other) == every_claim(held)
    assert [row.standing for row in other.judgements()] == ["stands", "stands"]


def test_evidence_goes_with_the_words_that_it_was_given_for(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    denial = next(m for m in drowned.statements if m.stance == "denies")
    held.judge("evidence", (denial.proposition,), IMAGE, by=NAME, why=WHY)
    one = held.claim(drowned.id)
    assert (one.hand[0].stance, one.origins.count) == ("denies", drowned.origins.count)
    assert one.origins_against.count == drowned.origins_against.count + 1


def test_an_outcome_on_words_that_deny_the_claim_is_never_turned_around(held: Ledger) -> None:
    drowned = claim_of(held, "drowned")
    denial = next(m for m in drowned.statements if m.stance == "denies")
    decide(held, "outcome", denial.proposition, outcome="holds")
    assert held.claim(drowned.id).verdicts[0].state == "other-words"
    assert [row.standing for row in held.judgements()] == ["other-words"]


def test_of_a_statement_that_says_several_things_one_must_be_named(tmp_path: Path, held: Ledger) -> None:
    path = tmp_path / "both.md"
    said = "The mayor of Quill said that the quay had been closed and that no ferry would sail in May."
    path.write_text(f"---\npublisher: Tern Post\npublished: 2031-05-01\n---\n{said}\n", encoding="utf-8")
    list(held.add(str(path), rules=True))
    (row,) = (row for row in held.documents() if row.publisher == "Tern Post")
    (statement,) = held.statements(row.id)
    first, second = (part.id for part in statement.propositions)
    with pytest.raises(UsageError, match=f"says several things; .*{min(first, second)}"):
        decide(held, "outcome", statement.id, outcome="holds")
    decide(held, "outcome", first, outcome="holds")


def test_a_claim_is_found_by_the_id_that_it_had_before_it_was_merged(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    decide(held, "same", drowned.id, bridge.id)
    assert held.claim(bridge.id).id == held.claim(bridge.id[:9]).id == drowned.id


def test_statements_and_documents_are_meant_by_the_beginnings_of_their_ids(held: Ledger) -> None:
    member = claim_of(held, "bridge").statements[0]
    made = held.judge("origin", (member.id[:10], member.document[:10]), {"origin": "own"}, by=NAME, why=WHY)
    assert made.targets == (member.id, member.document)
    assert held.judge("word", (member.proposition[:10],), {"word": "likely"}, by=NAME, why=WHY).stands


def test_a_stance_towards_the_gist_counts_after_a_merge_that_leaves_the_gist(held: Ledger) -> None:
    drowned, bridge = claim_of(held, "drowned"), claim_of(held, "bridge")
    relay = next(m for m in drowned.statements if m.publisher == "Radio Hest")
    decide(held, "stance", relay.id, drowned.id, stance="comments")
    decide(held, "same", drowned.id, bridge.id)
    one = held.claim(relay.proposition)
    (verdict,) = one.verdicts
    assert verdict.state == ("counts" if one.gist == drowned.gist else "before-merge")
