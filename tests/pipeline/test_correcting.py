"""A person corrects a reading: everything downstream follows, and revoking restores what was before."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Judgement, Repair
from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.correcting import follow
from tests.laws.reading_laws import broken_laws
from tests.pipeline.corrections import (
    BY,
    WHY,
    copied,
    correct,
    corrected_ledger,
    hearing,
    opened,
    revoke,
    said,
)
from tests.pipeline.whole import differing, whole


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("once")
    corrected_ledger(folder).close()
    return folder / "c.db"


@pytest.fixture
def held(made_once: Path, tmp_path: Path) -> Ledger:
    return copied(made_once, tmp_path)


def is_whole(held: Ledger) -> None:
    """The ledger is whole, and what is shown of the hearing still keeps the laws of a reading."""
    assert held.verify()[0] == ()
    assert held._store.stale() == frozenset()
    document = held.document(hearing(held))
    assert broken_laws(document, held.statements(document.id)) == []


def test_the_source_is_what_the_person_pointed_at(held: Ledger) -> None:
    before = said(held, "nine passengers")
    made = correct(held, "source", before.id, words="Tessa Vorn")
    now = said(held, "nine passengers")
    assert (now.source.text, now.source.name, now.source.anonymous) == ("Tessa Vorn", "Tessa Vorn", False)
    assert (now.confidence, now.corrected_by) == (1.0, (made.id,))
    assert now.chain == ("Norland Wire", "Tessa Vorn")
    assert made.targets == (before.id, before.document)
    is_whole(held)


def test_who_is_named_once_is_resolved_like_every_other_source(held: Ledger) -> None:
    correct(held, "source", said(held, "nine passengers").id, words="The Harbour Office")
    assert said(held, "nine passengers").source.name == "Harbour Office"


def test_a_person_may_say_whom_the_words_stand_for(held: Ledger) -> None:
    made = correct(
        held, "source", said(held, "nine").id, words="a second clerk", name="Omar Dell", kind="person"
    )
    assert said(held, "nine").source.name == "Omar Dell"
    assert made.value["source"]["name"] == "Omar Dell"


def test_hearsay_has_nobody_and_the_author_is_the_publisher(held: Ledger) -> None:
    correct(held, "source", said(held, "nine").id, nobody=True)
    now = said(held, "nine")
    assert (now.source.kind, now.source.spans, now.chain) == ("unspecified", (), ("Norland Wire",))
    correct(held, "source", said(held, "never got").id, author=True)
    now = said(held, "never got")
    assert (now.source.kind, now.source.name) == ("author", "Norland Wire")
    is_whole(held)


def test_a_shorter_content_lets_go_what_stood_inside(held: Ledger) -> None:
    outer = said(held, "the captain had told the inquiry")
    correct(held, "content", outer.id, words="that the captain")
    inner = said(held, "the radio was")
    assert inner.within is None
    assert inner.chain == ("Norland Wire", "captain")
    is_whole(held)


def test_a_longer_content_takes_in_what_stands_there_and_its_chain(held: Ledger) -> None:
    outer = said(held, "the hull was safe")
    text = held.document(hearing(held)).text
    words = text[outer.content.spans[0].start : text.index("the radio was")].strip() + " the radio was silent"
    correct(held, "content", outer.id, words=words)
    inner = said(held, "that the captain had told", cue="said")
    assert inner.within == said(held, "that the hull was safe").id
    assert inner.chain == ("Norland Wire", "Harbour Office", "clerk at the Office")
    assert said(held, "the radio was", cue="had told").chain[-1] == "captain"
    is_whole(held)


def test_a_corrected_source_is_in_the_chain_of_all_that_stands_inside(held: Ledger) -> None:
    outer = said(held, "the captain had told the inquiry")
    correct(held, "source", outer.id, words="Tessa Vorn")
    assert said(held, "the radio was", cue="had told").chain == ("Norland Wire", "Tessa Vorn", "captain")


def test_the_cue_brings_its_act(held: Ledger) -> None:
    statement = said(held, "the hull was safe")
    correct(held, "act", statement.id, act="promise")
    assert said(held, "the hull was safe").act == "promise"
    correct(held, "cue", statement.id, nobody=True)
    now = said(held, "the hull was safe")
    assert (now.cue, now.source.kind) == (None, "author")
    assert now.act == "promise"
    is_whole(held)


def test_certainty_of_one_clause_leaves_the_others(held: Ledger) -> None:
    statement = said(held, "the hull was safe")
    correct(held, "factuality", statement.id, factuality="PS+", words="the hull was safe")
    assert [p.factuality for p in said(held, "the hull was safe").propositions] == ["CT+", "PS+"]
    correct(held, "factuality", statement.id, factuality="U")
    assert [p.factuality for p in said(held, "the hull was safe").propositions] == ["U", "U"]


def test_a_time_gets_days_and_loses_them(held: Ledger) -> None:
    statement = said(held, "sail again in May")
    correct(held, "time", statement.id, words="in May", first="2031-05-10", last="2031-05-20", role="due")
    (time,) = [t for p in said(held, "sail again").propositions for t in p.times]
    assert (time.text, time.from_, time.to, time.role) == ("in May", "2031-05-10", "2031-05-20", "due")
    assert [row.first for row in held.timeline(due=True) if row.document == hearing(held)] == ["2031-05-10"]
    correct(held, "time", statement.id, words="in May", role=None)
    assert [t for p in said(held, "sail again").propositions for t in p.times] == []


def test_evidentiality_and_anonymity_are_set(held: Ledger) -> None:
    statement = said(held, "never got")
    correct(held, "evidentiality", statement.id, evidentiality="direct")
    correct(held, "anonymous", statement.id, anonymous=True)
    now = said(held, "never got")
    assert (now.evidentiality, now.source.anonymous) == ("direct", True)
    assert "Tessa Vorn" not in {row.name for row in held.sources()}


def test_a_source_needs_words_that_attribute(held: Ledger) -> None:
    statement = said(held, "never got")
    made = correct(held, "source", statement.id, author=True)
    correct(held, "cue", statement.id, nobody=True)
    with pytest.raises(UsageError, match="no words attribute it"):
        correct(held, "source", said(held, "never got").id, words="Tessa Vorn")
    with pytest.raises(UsageError, match="which words attribute"):
        correct(held, "statement", hearing(held), source="Tessa Vorn", content="who leads the inquiry")
    revoke(held, made)
    assert said(held, "never got").source.kind == "author"
    is_whole(held)


def test_what_is_no_statement_is_not_shown_and_is_in_no_claim(held: Ledger) -> None:
    statement = said(held, "nine passengers")
    correct(held, "not-a-statement", statement.id)
    assert statement.id not in {s.id for s in held.statements(hearing(held))}
    members = {m.id for c in held.claims(ClaimQuery(limit=0)).claims for m in (*c.statements, *c.proposals)}
    assert statement.id not in members
    is_whole(held)


def test_what_stood_inside_no_statement_goes_to_what_was_around_it(held: Ledger) -> None:
    correct(held, "not-a-statement", said(held, "the captain had told the inquiry").id)
    assert said(held, "the radio was").within is None
    is_whole(held)


def test_a_missed_statement_is_added_with_its_chain_and_joins_its_claim(held: Ledger) -> None:
    gone = said(held, "nine passengers")
    correct(held, "not-a-statement", gone.id)
    made = correct(
        held, "statement", hearing(held), source="Tessa Vorn", cue="According to",
        content="at least nine passengers drowned when the ferry Saint Osric sank off Port Arless on Tuesday",
    )  # fmt: skip
    now = said(held, "nine passengers")
    assert (now.corrected_by, now.source.name, now.chain) == (
        (made.id,), "Tessa Vorn", ("Norland Wire", "Tessa Vorn"),
    )  # fmt: skip
    claim = held.claim(now.id)
    assert {m.publisher for m in claim.statements} >= {"Norland Wire", "Radio Hest"}
    correct(held, "source", now.id, words="a second clerk")
    assert said(held, "nine passengers").source.text == "a second clerk"
    is_whole(held)


def test_a_correction_moves_a_statement_from_claim_to_claim(held: Ledger) -> None:
    statement = said(held, "nine passengers")
    assert len(held.claim(statement.id).statements) > 2
    correct(held, "content", statement.id, words="Arless")
    with pytest.raises(UsageError, match="is in no claim"):
        held.claim(said(held, "Arless").id)
    correct(held, "content", statement.id, words="the ferry Saint Osric sank off Port Arless on Tuesday")
    assert len(held.claim(said(held, "Arless").id).statements) > 2


def test_revoking_restores_exactly_the_state_before(held: Ledger) -> None:
    before = whole(held)
    made = correct(held, "source", said(held, "nine passengers").id, words="Tessa Vorn")
    between = whole(held)
    other = correct(held, "not-a-statement", said(held, "the radio was", cue="had told").id)
    assert differing(before, between)
    revoke(held, other)
    assert differing(between, whole(held)) == []
    revoke(held, made)
    assert differing(before, whole(held)) == []
    is_whole(held)


def test_the_reader_s_own_reading_is_kept_beside_the_corrected_one(held: Ledger) -> None:
    document = hearing(held)
    before = held.statements(document)
    correct(held, "source", said(held, "nine passengers").id, words="Tessa Vorn")
    own, by_hand = held._store.readings(document)
    assert by_hand.startswith(f"{own}~")
    assert held._store.statements(document, own) == before
    (change,) = held.diff_readings(document).changes
    assert (change.kind, held.diff_readings(document).same) == ("changed", len(before) - 1)


def test_a_judgement_on_a_reading_quotes_nothing(held: Ledger) -> None:
    correct(held, "source", said(held, "nine").id, words="Tessa Vorn")
    correct(held, "content", said(held, "never got").id, words="We never got a call")
    correct(held, "statement", hearing(held), source="Tessa Vorn", cue="leads", content="the inquiry", at=258)
    text = held.document(hearing(held)).text
    for made in held._store.judgements():
        for word in ("Vorn", "never", "inquiry"):
            assert word in text
            assert word not in str(made.value)


@pytest.mark.parametrize(
    ("what", "repair", "named"),
    [
        ("source", {"words": "the sea captain"}, "does not stand in this text"),
        ("source", {"words": "the inquiry"}, "stands in 2 places"),
        ("source", {"words": "the inquiry", "at": 3}, "does not stand at 3"),
        ("source", {}, "say which printed words"),
        ("source", {"words": "told"}, "cannot be the source and"),
        ("cue", {"words": "The Harbour Office told"}, "cannot be the source and"),
        ("source", {"words": "a clerk", "nobody": True}, "say which printed words"),
        ("cue", {}, "say which printed words are the cue"),
        ("content", {"words": ""}, "quoted as they stand"),
        ("act", {}, "which act"),
        ("factuality", {"factuality": "U", "words": "Tessa Vorn"}, "not of one clause"),
        ("time", {"words": "on Sunday"}, "inside one clause"),
        ("time", {"words": "in May", "first": "2031-05-02", "last": "2031-05-01"}, "later than"),
        ("anonymous", {}, "whether the source"),
        ("evidentiality", {}, "how the source knows"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_done(
    held: Ledger, what: Any, repair: dict[str, Any], named: str
) -> None:
    before = whole(held)
    with pytest.raises(UsageError, match=named):
        correct(held, what, said(held, "the hull was safe").id, **repair)
    assert held._store.judgements() == ()
    assert differing(before, whole(held)) == []


def test_a_statement_that_stands_there_already_is_not_made_twice(held: Ledger) -> None:
    one, other = said(held, "never got"), said(held, "nine passengers")
    correct(held, "source", one.id, words="Tessa Vorn")
    with pytest.raises(UsageError, match="already"):
        correct(
            held, "statement", hearing(held), source=other.source.text, cue="According to",
            content=" ".join(other.content.text.split()),
        )  # fmt: skip


@pytest.mark.parametrize("target", ["s:none", "s:", "d:none"])
def test_an_unknown_target_is_said(held: Ledger, target: str) -> None:
    with pytest.raises(UsageError):
        correct(held, "act", target, act="deny")
    with pytest.raises(UsageError, match="no document"):
        correct(held, "statement", target, content="x")


def test_an_unsigned_correction_is_refused(held: Ledger) -> None:
    with pytest.raises(UsageError, match="must say"):
        held.correct("act", said(held, "nine").id, Repair(act="deny"), by="", why=WHY)


def test_a_value_that_somebody_made_up_is_orphaned_and_hurts_nothing(held: Ledger) -> None:
    store, statement, document = held._store, said(held, "nine passengers"), hearing(held)
    before = whole(held)
    for what, value in MADE_UP:
        made = store.judge(what, (statement.id, document), value, by=BY, why=f"{value}")
        follow(store, [made])
        assert differing(before, whole(held)) == [], value
    assert {one.judgement.id for one in held.orphans()} == {one.id for one in store.judgements()}
    assert held.verify()[0] == ()


MADE_UP: list[tuple[Any, dict[str, Any]]] = [
    ("source", {}),
    ("source", {"reading": 3}),
    ("source", {"reading": "x"}),
    ("source", {"reading": "x", "source": {"spans": [[5, 2]], "kind": "person"}}),
    ("source", {"reading": "x", "source": {"spans": [[0, 10**9]]}}),
    ("source", {"reading": "x", "source": {"spans": [[4, 9], [2, 3]]}}),
    ("source", {"reading": "x", "source": {"spans": [[0, 4]], "kind": "wizard"}}),
    ("content", {"reading": "x", "content": {"spans": [[0, 9]], "propositions": [{"spans": [[20, 30]]}]}}),
    ("content", {"reading": "x", "content": {"spans": [[0, 9]], "propositions": [{"spans": [[1, 3]]}] * 2}}),
    ("time", {"reading": "x", "time": {"spans": [[0, 9]], "from": "soon", "role": "due"}}),
    ("act", {"reading": "x", "act": "sing"}),
]
MATTERS: dict[str, Any] = {
    "act": {"act": "deny"},
    "factuality": {"factuality": "PR-"},
    "evidentiality": {"evidentiality": "direct"},
    "anonymous": {"anonymous": True},
    "source": {"words": "Tessa Vorn"},
    "content": {"words": "Tuesday"},
    "not-a-statement": {},
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return corrected_ledger(tmp_path_factory.mktemp("laws"))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(sorted(MATTERS)), st.integers(0, 5)), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_whatever_is_corrected_and_in_whatever_order_it_is_revoked_the_ledger_is_as_before(
    shared: Ledger, steps: list[tuple[Any, int]], draw: Any
) -> None:
    before = whole(shared)
    ids = [s.id for s in shared.statements(hearing(shared))]
    made: list[Judgement] = []
    for what, number in steps:
        try:
            made.append(correct(shared, what, ids[number % len(ids)], **MATTERS[what]))
        except UsageError:
            continue  # it was judged to be no statement, or would be another one's twin
        is_whole(shared)
    draw.shuffle(made)
    for one in made:
        revoke(shared, one)
        is_whole(shared)
    assert differing(before, whole(shared)) == []


def test_what_was_corrected_before_the_document_came_is_foretold_as_it_was_corrected(
    held: Ledger, made_once: Path, tmp_path: Path
) -> None:
    made = correct(held, "source", said(held, "sail again").id, words="Tessa Vorn")
    before = [one for one in held.expectations().expectations if "sail again" in one.gist]
    assert [one.promisor for one in before] == ["Tessa Vorn"]
    with opened(tmp_path / "later.db") as later:
        later._store.judge(made.what, made.targets, made.value, by=BY, why=WHY)
        files = made_once.parent / "files"
        list(later.add(str(files / "hearing.md"), rules=True))
        after = [one for one in later.expectations().expectations if "sail again" in one.gist]
        assert [(one.gist, one.promisor) for one in after] == [(one.gist, one.promisor) for one in before]
