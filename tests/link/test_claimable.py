"""What may join a claim, and what only points, carries or answers."""

import pytest

from sayso.link.claimable import claimables
from sayso.link.marks import marks_of
from sayso.link.stance import stance_of
from sayso.model import Act, Factuality
from tests.link.made_statements import said, text_of
from tests.link.marked_report import GAZETTEER, marks


@pytest.mark.parametrize(("anonymous", "left"), [(True, ["deny"]), (False, ["deny", "assert"])])
def test_what_nobody_says_and_is_told_only_to_be_denied_supports_nothing(
    anonymous: bool, left: list[str]
) -> None:
    text = text_of("The guard denied the assertion of a club that six traders were shot at Tarn.")
    denial = said(
        text, "The guard", "denied", "the assertion of a club that six traders were shot at Tarn", act="deny",
        factuality="CT-",
    )  # fmt: skip
    inner = said(
        text, "a club", "assertion", "that six traders were shot at Tarn", within=denial, anonymous=anonymous
    )
    assert sorted(c.statement.act for c in claimables([denial, inner])) == sorted(left)


def test_what_a_nameless_source_says_before_it_is_denied_is_said() -> None:
    text = text_of("A nurse said fever broke out in Quillon. The ministry denied it.")
    nurse = said(text, "A nurse", "said", "fever broke out in Quillon", anonymous=True)
    denial = said(text, "The ministry", "denied", "it", act="deny", factuality="CT-")
    assert [c.statement for c in claimables([nurse, denial])] == [nurse, denial]


def test_what_has_fewer_than_two_content_words_is_no_claim() -> None:
    assert "Yes" not in [m.text for m in marks()]
    assert len(marks()) == 5


def test_a_pointer_that_leads_nowhere_is_no_claim() -> None:
    text = text_of("The ministry dismissed these reports.")
    assert claimables([said(text, "The ministry", "dismissed", "these reports", act="deny")]) == []


def test_what_only_hands_on_a_statement_is_no_claim_of_its_own() -> None:
    text = text_of("The Lantern reported that a nurse said fever broke out in Quillon.")
    outer = said(text, "The Lantern", "reported", "a nurse said fever broke out in Quillon", kind="media")
    inner = said(text, "a nurse", "said", "fever broke out in Quillon", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [inner]


def test_a_part_of_a_clause_is_no_claim_and_the_clause_is_one() -> None:
    text = text_of("The hospital said it had admitted nine people in Quillon.")
    outer = said(text, "The hospital", "said", "it had admitted nine people in Quillon")
    inner = said(text, "it", "had admitted", "nine", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [outer]


def test_that_somebody_ordered_something_is_a_claim_and_what_was_ordered_another() -> None:
    text = text_of("The guard said his unit had been told by the army to shut the river.")
    outer = said(text, "The guard", "said", "his unit had been told by the army to shut the river")
    inner = said(text, "the army", "told", "to shut the river", within=outer, act="demand")
    assert [c.statement for c in claimables([outer, inner])] == [outer, inner]


@pytest.mark.parametrize(("act", "opens"), [("deny", "that"), ("decline", "whether")])
def test_what_is_denied_to_have_been_said_was_not_said(act: Act, opens: str) -> None:
    text = text_of(f"The army answered {opens} it had ordered the men to shut the river.")
    outer = said(text, "The army", "answered", f"{opens} it had ordered the men to shut the river", act=act)
    inner = said(text, "it", "ordered", "the men to shut the river", within=outer, act="demand")
    assert [c.statement for c in claimables([outer, inner])] == [outer]


def test_the_claim_of_another_that_is_denied_was_made() -> None:
    text = text_of("The army denied the union’s claim that the river was shut.")
    outer = said(text, "The army", "denied", "the union’s claim that the river was shut", act="deny")
    inner = said(text, "the union", "claim", "that the river was shut", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [outer, inner]


def test_an_account_that_cannot_be_checked_is_all_of_it() -> None:
    text = text_of(
        "Nine men died at Tarn, a nurse said. The wards at Tarn are full, she said. The account is open."
    )
    first = said(text, "a nurse", "said", "Nine men died at Tarn", name="nurse", anonymous=True)
    second = said(text, "she", "said", "The wards at Tarn are full", name="nurse", anonymous=True)
    unchecked = said(text, "", "is open", "The account", act="unconfirmed")
    assert marks_of(text, [first, second, unchecked], None, GAZETTEER)[-1].target == first.propositions[0].id


@pytest.mark.parametrize(
    ("words", "factuality"),
    [
        ("This is not true", "CT-"), ("that was not the case", "CT-"), ("it had not", "CT-"),
        ("they did not", "CT-"), ("Nothing of the sort happened", "CT-"), ("Not so", "CT-"),
        ("Nonsense", "CT+"), ("This is a lie", "CT+"), ("It was wrong", "CT+"),
    ],
)  # fmt: skip
def test_a_short_answer_denies_what_was_said_before(words: str, factuality: Factuality) -> None:
    text = text_of(f"Tarn has burned, a nurse said. {words}, the army said.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    answer = said(text, "the army", "said", words, factuality=factuality)
    mark = marks_of(text, [first, answer], None, GAZETTEER)[-1]
    assert (mark.target, mark.negated) == (first.propositions[0].id, True)


@pytest.mark.parametrize(
    ("cue", "words"), [("confirmed", "the report"), ("confirmed", "this"), ("said", "It is true")]
)
def test_who_confirms_what_was_said_says_it(cue: str, words: str) -> None:
    text = text_of(f"Tarn has burned, a nurse said. The army {cue} {words}.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    mark = marks_of(text, [first, said(text, "The army", cue, words)], None, GAZETTEER)[-1]
    assert (mark.target, mark.negated) == (first.propositions[0].id, False)


def test_what_only_points_and_neither_denies_nor_confirms_is_no_claim() -> None:
    text = text_of("Tarn has burned, a nurse said. The army read this.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    assert len(marks_of(text, [first, said(text, "The army", "read", "this")], None, GAZETTEER)) == 1


def test_who_rejects_a_report_denies_what_a_relative_clause_tells_of_it() -> None:
    text = text_of("The ministry rejected the Post’s report, which said that nine men had died.")
    told = said(text, "the Post’s report", "said", "that nine men had died")
    no = said(text, "The ministry", "rejected", "the Post’s report", act="deny", factuality="CT-")
    found = marks_of(text, [no, told], None, GAZETTEER)
    assert [(one.act, one.target) for one in found] == [
        ("deny", told.propositions[0].id),
        ("assert", None),
    ]


@pytest.mark.parametrize("words", ["any involvement", "all responsibility for the fire at Tarn"])
def test_who_denies_having_done_it_denies_a_part(words: str) -> None:
    text = text_of(f"Tarn has burned, a nurse said. The army denied {words}.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    denial = said(text, "The army", "denied", words, act="deny", factuality="CT-")
    assert marks_of(text, [first, denial], None, GAZETTEER)[-1].partial


def test_the_claim_that_is_denied_is_that_of_its_owner() -> None:
    text = text_of(
        "Tarn has burned, a clerk said. Rain fell at Tarn, a nurse said. The army denied the clerk's claim."
    )
    clerk = said(text, "a clerk", "said", "Tarn has burned", name="clerk", anonymous=True)
    nurse = said(text, "a nurse", "said", "Rain fell at Tarn", name="nurse", anonymous=True)
    denial = said(text, "The army", "denied", "the clerk's claim", act="deny", factuality="CT-")
    assert marks_of(text, [clerk, nurse, denial], None, GAZETTEER)[-1].target == clerk.propositions[0].id


def test_who_takes_back_his_own_report_denies_it() -> None:
    text = text_of("We reported that Tarn had burned. We withdraw that report. That was wrong.")
    first = said(text, "We", "reported", "that Tarn had burned", name="Lantern", kind="media")
    taken = said(text, "We", "withdraw", "that report", name="Lantern", kind="media", act="deny")
    wrong = said(text, "", "", "That was wrong", name="Lantern", kind="author")
    marks = marks_of(text, [first, taken, wrong], None, GAZETTEER)
    assert [(mark.target, mark.negated) for mark in marks[1:]] == [(first.propositions[0].id, True)] * 2


def test_what_is_wrong_but_no_words_is_not_denied() -> None:
    text = text_of("A guard said the road at Tarn was wrong and the troops were withdrawn.")
    words = "the road at Tarn was wrong and the troops were withdrawn"
    (mark,) = marks_of(text, [said(text, "A guard", "said", words)], None, GAZETTEER)
    assert not mark.negated


@pytest.mark.parametrize(
    ("verdict", "negated"),
    [
        ("are a fabrication", True),
        ("are nothing but lies", True),
        ("are nothing but a far-fetched story", True),
        ("are not false", False),
        ("are new", False),
    ],
)
def test_who_calls_reports_false_denies_what_they_say(verdict: str, negated: bool) -> None:
    words = f"reports that the dam at Tarn broke {verdict}"
    text = text_of(f"Foreign {words}, the minister said.")
    outer = said(text, "the minister", "said", words, factuality="CT-" if "not" in verdict.split() else "CT+")
    (mark,) = marks_of(text, [outer], None, GAZETTEER)
    assert mark.negated is negated


def test_a_report_that_is_only_pointed_at_is_denied_by_calling_it_a_lie() -> None:
    text = text_of("The dam at Tarn broke, the Lantern reported. The report is a lie, the minister said.")
    told = said(text, "the Lantern", "reported", "The dam at Tarn broke", kind="media")
    denial = said(text, "the minister", "said", "The report is a lie")
    first, second = marks_of(text, [told, denial], None, GAZETTEER)
    assert (second.target, second.negated) == (first.proposition, True)


def test_words_that_run_into_the_verdict_on_them_are_no_claim() -> None:
    text = text_of("Reports that the dam at Tarn broke are lies, the minister said.")
    outer = said(text, "the minister", "said", "Reports that the dam at Tarn broke are lies")
    inner = said(text, "Tarn", "Reports", "that the dam at Tarn broke are lies", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [outer]


@pytest.mark.parametrize(("words", "is_claim"), [("there is a shortage", True), ("for his job", False)])
def test_one_content_word_makes_a_claim_only_in_a_clause(words: str, is_claim: bool) -> None:
    text = text_of(f"The minister said {words}.")
    assert bool(claimables([said(text, "The minister", "said", words)])) is is_claim


@pytest.mark.parametrize(
    ("cue", "is_open"),
    [
        ("has no information about", True),
        ("Whether", True),
        ("is disputed among", True),
        ("has told of", False),
    ],
)
def test_what_its_cue_leaves_open_is_left_open(cue: str, is_open: bool) -> None:
    text = text_of(f"The ministry {cue} a fire at the Tarn colliery.")
    (mark,) = marks_of(
        text, [said(text, "The ministry", cue, "a fire at the Tarn colliery")], None, GAZETTEER
    )
    assert mark.question is is_open
    assert (stance_of(mark, mark)[0] == "comments") is is_open


@pytest.mark.parametrize(
    ("cue", "behind", "factuality", "negated"),
    [
        ("found no trace of", "", "CT+", True),
        ("Rumours of", " are a fabrication", "CT+", True),
        ("found", "", "CT+", False),
        ("Rumours of", " are spreading", "CT+", False),
        ("found no trace of", "", "CT-", True),
    ],
)
def test_what_is_denied_beside_it_is_denied(
    cue: str, behind: str, factuality: Factuality, negated: bool
) -> None:
    text = text_of(f"Here {cue} a fire at the Tarn colliery{behind}.")
    fire = "a fire at the Tarn colliery"
    one = said(text, "", cue, fire, kind="unspecified", factuality=factuality)
    (mark,) = marks_of(text, [one], None, GAZETTEER)
    assert mark.negated is negated


def test_who_is_called_a_liar_by_another_has_still_said_it() -> None:
    text = text_of("The Courier’s report that the mayor fled is false, the ministry said.")
    outer = said(text, "the ministry", "said", "The Courier’s report that the mayor fled is false")
    inner = said(text, "The Courier", "report", "that the mayor fled", kind="media", within=outer)
    courier, ministry = sorted(marks_of(text, [outer, inner], None, GAZETTEER), key=lambda m: len(m.text))
    assert (courier.negated, ministry.negated, ministry.target) == (False, True, courier.proposition)
    assert stance_of(ministry, courier)[0] == "denies"


def test_talk_of_nobody_that_another_calls_false_says_nothing() -> None:
    text = text_of("Reports that the mayor fled are a fabrication, the ministry said.")
    outer = said(text, "the ministry", "said", "Reports that the mayor fled are a fabrication")
    inner = said(text, "", "Reports", "that the mayor fled", kind="unspecified", within=outer)
    (only,) = marks_of(text, [outer, inner], None, GAZETTEER)
    assert (only.statement, only.negated) == (outer.id, True)


def test_who_takes_his_own_words_back_says_one_thing() -> None:
    text = text_of("The minister withdrew his statement that the Tarn dam is safe.")
    denial = said(
        text, "The minister", "withdrew", "his statement that the Tarn dam is safe", name="minister",
        act="deny", factuality="CT-",
    )  # fmt: skip
    inner = said(text, "his", "statement", "that the Tarn dam is safe", name="minister", within=denial)
    assert [c.statement.act for c in claimables([denial, inner])] == ["deny"]


@pytest.mark.parametrize(
    ("article", "left"),
    [
        ("An article on 5 May", ["deny"]),
        ("An earlier report", ["deny"]),
        ("A report of May 5", ["deny"]),
        ("Our story", ["deny"]),
        ("An earlier report by The Lamp", ["assert", "deny"]),
        ("A report", ["assert", "deny"]),
        ("The minister", ["assert", "deny"]),
    ],
)
def test_an_own_article_of_before_says_nothing_where_its_words_are_taken_back(
    article: str, left: list[str]
) -> None:
    text = text_of(f"{article} said that nine men drowned. The correct number is four.")
    told = said(text, article, "said", "that nine men drowned")
    own = said(
        text, "", article, "that nine men drowned", name="Harrow Post", kind="author", act="deny",
        factuality="CT-",
    )  # fmt: skip
    assert sorted(c.statement.act for c in claimables([told, own])) == left
