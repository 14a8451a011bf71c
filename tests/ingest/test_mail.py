"""Reading e-mail: the text, subject and day; nobody's address, in no field and in no original."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.ingest import Defaults, read_bytes
from sayso.ingest.caps import CAPS
from sayso.ingest.capture import captures_of
from sayso.ingest.piece import Piece
from sayso.model import Document
from tests.ingest.made_files import article
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER, one, refused, whats

HEAD = (
    "Received: from relay.example\r\nFrom: Quiet <quiet@hidden.example>\r\nTo: desk@lantern.example\r\n"
    "Cc: other@hidden.example\r\nSubject: =?utf-8?q?Border_shut_=E2=80=93_now?=\r\n"
    "Date: Sat, 17 May 2031 23:30:00 +0900\r\nMessage-ID: <1@hidden.example>\r\nMIME-Version: 1.0\r\n"
)
SECRETS = (b"quiet", b"hidden.example", b"desk@", b"relay")


def mail(*parts: str, kind: str = "multipart/alternative") -> str:
    """A mail of several parts, each with its own header."""
    body = "".join(f"--x\r\n{part}\r\n" for part in parts)
    return f'{HEAD}Content-Type: {kind}; boundary="x"\r\n\r\n{body}--x--\r\n'


PLAIN = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{GOVERNOR}\r\n"
HTML = f"Content-Type: text/html; charset=utf-8\r\n\r\n<p>{TRADER}</p>"
SIMPLE = f"{HEAD}\r\n{GOVERNOR}\r\n"


def test_subject_and_day_are_kept_and_the_sender_is_not_the_publisher() -> None:
    document = one(SIMPLE, "a.eml")
    assert document.text.strip() == GOVERNOR
    assert (document.title, document.published) == ("Border shut – now", "2031-05-17")
    assert (document.publisher, document.author) == (None, None)


def test_the_publisher_is_who_the_user_says() -> None:
    assert one(SIMPLE, "a.eml", Defaults(publisher="The Ostrel Letter")).publisher == "The Ostrel Letter"


@pytest.mark.parametrize("data", [SIMPLE, mail(PLAIN, HTML), mail(HTML), mail(PLAIN, kind="multipart/mixed")])
def test_no_address_is_kept_in_the_document_nor_in_the_original(data: str) -> None:
    (capture,) = captures_of(Piece(name="a.eml", data=data.encode()), ENGLISH, CAPS)
    assert not isinstance(capture, Problem)
    written = msgspec.json.encode(capture.document) + capture.original
    assert [secret for secret in SECRETS if secret in written] == []


def test_plain_text_goes_before_html() -> None:
    assert one(mail(HTML, PLAIN), "a.eml").text.strip() == GOVERNOR


def test_a_mail_of_html_alone_is_read_without_what_is_hidden() -> None:
    hidden = HTML.replace("</p>", "</p><p style='display:none'>He denied it.</p>")
    assert one(mail(hidden), "a.eml").text == TRADER


def test_attachments_are_counted_and_not_named() -> None:
    attached = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=quiet.pdf\r\n\r\nx"
    document = one(mail(PLAIN, attached, kind="multipart/mixed"), "a.eml")
    assert "1 attachment was left out" in whats(document)
    assert "quiet" not in whats(document)


def test_a_declared_charset_is_followed() -> None:
    body = "Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    data = (HEAD + body).encode() + "Граница закрыта, сказал он.".encode("koi8-r")
    assert "Граница закрыта" in one(data, "a.eml", Defaults()).text


def test_a_mail_is_told_by_its_header_and_a_memo_is_none() -> None:
    assert one(SIMPLE, "-").title == "Border shut – now"
    memo = f"From: the editor\nSubject: the border\n\n{GOVERNOR}"
    assert one(memo, "-").text == memo


def test_a_mail_without_text_is_a_problem() -> None:
    assert "no text" in refused(f"{HEAD}Content-Type: image/png\r\n\r\nx", "a.eml").what


def test_a_page_saved_as_mhtml_is_read_as_a_page() -> None:
    part = f"Content-Type: text/html; charset=utf-8\r\n\r\n{article('Border shut')}"
    head = "Snapshot-Content-Location: https://lantern.example/1\r\n"
    document = one(head + mail(part, kind="multipart/related"), "a.mhtml")
    assert (document.title, document.url) == ("Border shut", "https://lantern.example/1")
    assert GOVERNOR in document.text


@pytest.mark.parametrize(
    "field",
    ["Subject: " + "=?utf-8?q?" * 3_000, "Date: " + "(" * 50_000, "Content-Type: a/b;" + ' c*0="' * 4_000],
)
def test_a_hostile_field_costs_little_and_gives_a_document_or_a_problem(field: str) -> None:
    for found in read_bytes(f"MIME-Version: 1.0\r\n{field}\r\n\r\n{GOVERNOR}".encode(), "a.eml", ENGLISH):
        assert isinstance(found, Document | Problem)


@given(st.binary(max_size=80), st.integers(0, 600))
def test_a_mail_with_any_bytes_in_it_gives_documents_or_problems(noise: bytes, at: int) -> None:
    data = mail(PLAIN, HTML).encode()
    for found in read_bytes(data[:at] + noise + data[at:], "a.eml", ENGLISH):
        assert isinstance(found, Document | Problem)
