"""Correcting a reading in the browser: by printed words, told where they do not fit, taken back whole."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso.model import Statement
from sayso.pipeline import Ledger
from tests.pipeline.corrections import hearing, said
from tests.web.site import Site, links

SIGNED = {"by": "R. Ames", "why": "read it again with the desk"}


def meant(site: Site, words: str) -> Statement:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return said(ledger, words)


def shown(site: Site) -> bytes:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return msgspec.json.encode((ledger.statements(hearing(ledger)), ledger.claims().claims))


def sent(site: Site, one: Statement, **fields: Any) -> Any:
    return site.post(f"/documents/{one.document}/correct", statement=one.id, **fields)


def test_the_sentence_stands_with_its_neighbours_and_what_is_read(own_site: Site) -> None:
    one = meant(own_site, "the radio was")
    html = own_site.get(f"/documents/{one.document}/correct", statement=one.id)
    text = unescape(re.sub(r"<[^>]+>", "", html.split('class="pick"')[1].split("</article>")[0]))
    assert "A clerk at the Office said" in text
    assert "We never got a call" in text
    assert "declined to comment" not in text
    assert f">{one.content.text}</textarea>" in html


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("the radio was", {"what": "source", "voice": "words", "source": "A clerk at the Office"}),
        ("the radio was", {"what": "source", "voice": "nobody"}),
        ("the radio was", {"what": "cue", "cue": "had told"}),
        ("never got a call", {"what": "content", "content": "We never got"}),
        ("never got a call", {"what": "act", "act": "deny"}),
        ("the radio was", {"what": "evidentiality", "evidentiality": "direct"}),
        ("never got a call", {"what": "anonymous", "anonymous": "yes"}),
        ("never got a call", {"what": "factuality-0", "factuality-0": "PS+"}),
        ("would sail again", {"what": "time", "time": "in May", "first": "2032-05-01", "role": "due"}),
        ("never got a call", {"what": "not-a-statement"}),
    ],
)
def test_a_correction_is_shown_and_undo_restores_what_was_read(
    own_site: Site, words: str, fields: dict[str, str]
) -> None:
    before, one = shown(own_site), meant(own_site, words)
    answer = sent(own_site, one, **fields, **SIGNED)
    assert answer.status_code == 303, unescape(re.sub(r"<[^>]+>", " ", answer.text))
    assert shown(own_site) != before
    page = own_site.client.get(answer.headers["location"])
    assert "Written into the log" in page.text
    made = re.search(r"/log/(j:\w+)/revoke", page.text)
    assert made is not None
    own_site.post(f"/log/{made[1]}/revoke", by="T. Bell", why="undone at once")
    assert shown(own_site) == before
    again = own_site.client.get(answer.headers["location"]).text
    assert "Taken back: " in again
    assert "Written into the log" not in again


def test_the_second_of_two_clauses_is_corrected_alone(own_site: Site) -> None:
    one = meant(own_site, "would sail again")
    if len(one.propositions) < 2:
        raise AssertionError("the sentence has two clauses")
    sent(own_site, one, what="factuality-1", **{"factuality-1": "PS+"}, **SIGNED)
    now = meant(own_site, "would sail again")
    assert [part.factuality for part in now.propositions[:2]] == [one.propositions[0].factuality, "PS+"]


def test_words_that_stand_nowhere_are_told_and_nothing_typed_is_lost(own_site: Site) -> None:
    before, one = shown(own_site), meant(own_site, "the radio was")
    answer = sent(
        own_site, one, what="source", voice="words", source='The "Pope" <b>', cue="typed too", **SIGNED
    )
    assert answer.status_code == 400
    assert "does not stand in this text" in answer.text
    text = unescape(answer.text)
    assert 'value="The "Pope" <b>"' in text
    assert 'value="typed too"' in text
    assert "<b>" not in answer.text.split('class="correct-form"')[1]
    assert shown(own_site) == before


def test_words_in_several_places_ask_which(own_site: Site) -> None:
    one = meant(own_site, "the radio was")
    answer = sent(own_site, one, what="cue", cue="t", **SIGNED)
    assert "say which below" in answer.text
    assert 'name="at"' in answer.text


@pytest.mark.parametrize("missing", [{"why": ""}, {"by": ""}, {"what": ""}, {"act": "sing"}])
def test_what_is_incomplete_is_refused_with_the_form_kept(own_site: Site, missing: dict[str, str]) -> None:
    before, one = shown(own_site), meant(own_site, "never got a call")
    fields = {"what": "act", "act": "deny", "content": "kept words", **SIGNED, **missing}
    answer = sent(own_site, one, **fields)
    assert answer.status_code == 400
    assert "kept words" in answer.text
    assert shown(own_site) == before


def test_a_missed_statement_is_added_by_its_words(own_site: Site) -> None:
    one = meant(own_site, "never got a call")
    fields = {"source": "Tessa Vorn", "cue": "leads", "content": "the inquiry"}
    path = f"/documents/{one.document}/correct"
    asking = own_site.post(path, what="statement", **fields, **SIGNED)
    assert "stands in 2 places" in asking.text
    place = re.findall(r"at (\d+) \(", asking.text)[1]
    answer = own_site.post(path, what="statement", at=place, **fields, **SIGNED)
    assert answer.status_code == 303, unescape(re.sub(r"<[^>]+>", " ", answer.text))
    now = meant(own_site, "the inquiry")
    assert answer.headers["location"].endswith(f"#{now.id.replace(':', '-')}")


def test_an_address_of_before_the_correction_leads_to_what_is_read_now(own_site: Site) -> None:
    one = meant(own_site, "never got a call")
    sent(own_site, one, what="content", content="We never got", **SIGNED)
    html = own_site.get(f"/documents/{one.document}/correct", statement=one.id)
    assert ">We never got</textarea>" in html


def test_each_card_of_the_reader_leads_to_a_form(own_site: Site) -> None:
    one = meant(own_site, "never got a call")
    for path in links(own_site.get(f"/documents/{one.document}"), f"/documents/{one.document}/correct"):
        assert own_site.client.get(path).status_code == 200


def test_the_form_for_a_missed_statement_shows_all_of_the_text(own_site: Site) -> None:
    one = meant(own_site, "never got a call")
    html = own_site.get(f"/documents/{one.document}/correct")
    text = re.sub(
        r"<[^>]+>", "", html.split('class="pick"')[1].split("</p></div></div>")[0].partition(">")[2]
    )
    with Ledger(own_site.serving.held.path, read_only=True) as ledger:
        assert unescape(text) == ledger.document(one.document).text
    assert not re.findall(r'href="#s-', html)


def test_a_statement_that_is_not_there_is_said(site: Site) -> None:
    one = meant(site, "never got a call")
    answer = site.client.get(f"/documents/{one.document}/correct", params={"statement": "s:none"})
    assert answer.status_code == 404


def test_words_with_hidden_characters_are_quoted_as_they_are(own_site: Site, tmp_path: Path) -> None:
    head = "---\ntitle: Hidden\npublisher: Post\npublished: 2031-04-20\n---\n"
    text = "The Harbour Office said that the har\u00adbour was \u200bshut. Nobody said more."
    (tmp_path / "hidden.md").write_text(head + text, encoding="utf-8")
    with Ledger(own_site.serving.held.path) as ledger:
        list(ledger.add(str(tmp_path / "hidden.md"), rules=True))
        id = next(row.id for row in ledger.documents() if row.title == "Hidden")
        one = ledger.statements(id)[0]
    html = own_site.get(f"/documents/{id}/correct", statement=one.id)
    held = re.search(r'<textarea name="content"[^>]*>(.*?)</textarea>', html, re.DOTALL)
    assert held is not None
    assert unescape(held[1]) == one.content.text
    assert sent(own_site, one, what="content", content=unescape(held[1])[:-5], **SIGNED).status_code == 303
