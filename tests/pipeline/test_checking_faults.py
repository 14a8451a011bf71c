"""One fault at a time, each in a sentence of its own, against a report that prints it otherwise; and none."""

from collections.abc import Iterator

import pytest

from sayso.model import Finding
from sayso.pipeline import Ledger
from tests.pipeline.corpora import ledger

REPORT = """---
title: The dredger of Port Arless
publisher: The Arless Courier
published: 2031-05-02
---
A clerk at the Harbour Office told The Arless Courier that the dredger had been sold to a firm in Quill.

The Ministry of Waters claimed that the second ferry lay safely in the dock of Hest.

“The anchor was already gone when we came to the wreck,” said the diver Olve Brandt. “Nobody counted the boats
that morning,” said a stoker who asked not to be named.

The director of the shipyard denied that the pumps had failed. He has reportedly been dismissed since then.

The first crane for the new quay was delivered to the island of Hest on 4 March, the mayor of Hest said.
"""
LATER = """---
title: Ministry on the dredger
publisher: Velmark State Gazette
published: 2031-05-04
---
Stories of a sale of the dredger are invented, Minister Tove Arn said. There was no sale of the dredger,
she explained.
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("faults")
    for name, text in (("report.md", REPORT), ("later.md", LATER)):
        (folder / name).write_text(text, encoding="utf-8")
    with ledger(folder / "a.db") as opened:
        list(opened.add(str(folder / "report.md"), str(folder / "later.md")))
        yield opened


def found(held: Ledger, draft: str, kind: str) -> list[Finding]:
    return [finding for finding in held.check(draft).findings if finding.kind == kind]


def test_claimed_that_became_confirmed_lost_its_hedge(held: Ledger) -> None:
    said = "The Ministry of Waters {} that the second ferry lay safely in the dock of Hest."
    assert found(held, said.format("confirmed"), "lost-hedge")
    assert not found(held, said.format("claimed"), "lost-hedge")


def test_a_source_that_became_sources_lost_its_number(held: Ledger) -> None:
    said = (
        "{} at the Harbour Office told The Arless Courier that the dredger had been sold to a firm in Quill."
    )
    assert found(held, said.format("Sources"), "lost-hedge")
    assert not found(held, said.format("A clerk"), "lost-hedge")


def test_words_of_one_speaker_given_to_another_are_a_misquotation(held: Ledger) -> None:
    (finding,) = found(
        held, "“The anchor was already gone when we came to the wreck,” said the pilot Ada Lund.", "misquote"
    )
    assert "Olve Brandt" in finding.why
    assert not finding.perhaps
    own = "“The anchor was already gone when we came to the wreck,” said the diver Olve Brandt."
    assert not found(held, own, "misquote")


def test_words_of_an_unnamed_speaker_given_to_a_named_one_are_perhaps_a_misquotation(held: Ledger) -> None:
    (finding,) = found(
        held, "“Nobody counted the boats that morning,” said the diver Olve Brandt.", "misquote"
    )
    assert finding.perhaps
    assert not found(held, "“Nobody counted the boats that morning,” said a stoker.", "misquote")


def test_what_is_hearsay_behind_a_pronoun_is_not_certain(held: Ledger) -> None:
    assert all(
        f.perhaps for f in found(held, "The director of the shipyard has been dismissed.", "lost-hedge")
    )
    assert found(held, "The director of the shipyard has been dismissed.", "lost-hedge")
    assert not found(held, "The director of the shipyard has reportedly been dismissed.", "lost-hedge")


def test_a_slipped_day_and_month_are_another_date(held: Ledger) -> None:
    said = (
        "The first crane for the new quay was delivered to the island of Hest on {}, the mayor of Hest said."
    )
    assert found(held, said.format("14 March"), "date")
    assert found(held, said.format("4 May"), "date")
    assert not found(held, said.format("4 March"), "date")


def test_a_denial_in_other_words_is_missed_where_it_is_left_out(held: Ledger) -> None:
    draft = "The dredger had been sold to a firm in Quill, a clerk at the Harbour Office said."
    assert found(held, draft, "denied")
    assert not found(held, f"{draft} Minister Tove Arn denied the sale of the dredger.", "denied")


def test_the_month_of_may_is_no_hedge(held: Ledger) -> None:
    draft = "The director of the shipyard has been dismissed in May."
    assert found(held, draft, "lost-hedge")


TOLL = """---
title: The barge Ondine
publisher: The Arless Courier
published: 2031-05-02
---
The Harbour Office announced that five sailors had drowned when the barge Ondine sank off Hest.
"""
REFUSED = """---
title: Families on the Ondine
publisher: Radio Hest
published: 2031-05-04
---
The Families Association denied that five sailors had drowned when the barge Ondine sank off Hest.
"""
ANNOUNCED = "The Harbour Office announced that five sailors had drowned when the barge Ondine sank off Hest."


@pytest.fixture(scope="module")
def toll(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("toll")
    for name, text in (("toll.md", TOLL), ("refused.md", REFUSED)):
        (folder / name).write_text(text, encoding="utf-8")
    with ledger(folder / "a.db") as opened:
        list(opened.add(str(folder / "toll.md"), str(folder / "refused.md")))
        yield opened


def test_a_number_that_somebody_denies_is_told_unless_the_draft_calls_it_disputed(toll: Ledger) -> None:
    assert found(toll, ANNOUNCED, "denied")
    assert not found(toll, f"{ANNOUNCED} The number of dead remains in dispute.", "denied")
    own = "Five sailors drowned when the barge Ondine sank off Hest. The number of dead remains in dispute."
    assert found(toll, own, "denied"), "what the draft says itself is its own to defend"


def test_what_a_sentence_calls_disputed_is_not_put_as_certain(held: Ledger) -> None:
    sold = "The dredger has been sold to a firm in Quill"
    assert found(held, f"{sold}.", "lost-hedge")
    assert not found(held, f"{sold}, which is disputed.", "lost-hedge")


FERRY = """---
title: The ferry of Hest
publisher: The Arless Courier
published: 2031-06-02
---
The Harbour Office employs some 200 divers, Minister Tove Arn said.

The court heard 26 stokers, all of whom praised the captain.

Two clerks at the Harbour Office told The Arless Courier that the office had closed the ferry on 10 May.

“We had our tickets in our hands,” one stoker said. “They saw the tickets.” Nobody was paid.

It could not be verified whether the boats stored in Hest since 2025 are still seaworthy.
"""
QUAY = """---
title: The head of the quay
publisher: Radio Hest
published: 2031-06-03
---
The head of the quay, Olve Marn, has been arrested in Hest.
"""
SORRY = """---
title: "Correction: the head of the quay"
publisher: Radio Hest
published: 2031-06-09
---
This is a correction. On 3 June this station reported that the head of the quay, Olve Marn, had been
arrested in Hest. We withdraw that report.
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in (("ferry.md", FERRY), ("quay.md", QUAY), ("sorry.md", SORRY)):
        (folder / name).write_text(text, encoding="utf-8")
    with ledger(folder / "a.db") as opened:
        list(opened.add(*(str(folder / name) for name in ("ferry.md", "quay.md", "sorry.md"))))
        yield opened


def test_a_number_that_makes_the_match_less_sure_is_found_all_the_same(ferry: Ledger) -> None:
    said = "The Harbour Office employs {} divers, Minister Tove Arn said."
    assert found(ferry, said.format("some 600"), "number")
    assert not found(ferry, said.format("about 200"), "number")


def test_a_number_in_a_sentence_with_a_few_more_words_is_a_slip(ferry: Ledger) -> None:
    said = "The court of the harbour heard {} stokers, all of whom praised the captain."
    assert found(ferry, said.format(36), "number")
    assert not found(ferry, said.format(26), "number")


def test_another_month_for_a_day_is_another_date(ferry: Ledger) -> None:
    said = "The office closed the ferry in {} 2031, two clerks at the Harbour Office told The Arless Courier."
    assert found(ferry, said.format("March"), "date")
    assert not found(ferry, said.format("May"), "date")


def test_words_of_one_speaker_may_be_quoted_on(ferry: Ledger) -> None:
    assert not found(
        ferry, "“We had our tickets in our hands. They saw the tickets,” a stoker said.", "misquote"
    )
    assert found(ferry, "“We had our tickets in hand. They saw the tickets,” a stoker said.", "misquote")


def test_what_could_not_be_verified_is_not_certain(ferry: Ledger) -> None:
    said = "The boats stored in Hest since 2025 are {} seaworthy."
    assert found(ferry, said.format("no longer"), "lost-hedge")
    assert not found(
        ferry, f"It is unclear whether {said[:1].lower()}{said[1:].format('still')}", "lost-hedge"
    )


def test_a_report_that_its_outlet_took_back_is_no_report(ferry: Ledger) -> None:
    draft = "The head of the quay, Olve Marn, has been arrested in Hest, Radio Hest reported."
    assert found(ferry, draft, "lost-hedge")
    assert not found(ferry, f"{draft} Radio Hest withdrew the report.", "lost-hedge")
