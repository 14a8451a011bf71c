"""The choke point: only public addresses, the very one that was checked, at every hop, under caps."""

import gzip
import socket
from collections.abc import Callable, Sequence

import pytest

from sayso.errors import Problem
from sayso.fetch import Answer, Policy, open_url
from sayso.fetch.policy import refusal
from tests.fetch.server import endless, moved, raw, reply, serving

HERE = Policy(permitted=("127.0.0.1/32",), seconds=20)
PAGE = b"<html><body><p>The governor said that the border was shut.</p></body></html>"


def leading_to(*addresses: str) -> Callable[[str, int], Sequence[str]]:
    return lambda host, port: addresses


def here(host: str, port: int) -> Sequence[str]:
    """The test's resolver: names are on this machine, numbers are themselves."""
    return [host] if host.replace(".", "").isdigit() or ":" in host else ["127.0.0.1"]


def got(found: Answer | Problem) -> Answer:
    assert isinstance(found, Answer), found
    return found


def said(found: Answer | Problem) -> str:
    assert isinstance(found, Problem), found
    return f"{found.what} {found.hint}"


@pytest.mark.usefixtures("loopback")
def test_a_page_is_fetched_with_a_plain_name_and_no_cookie() -> None:
    with serving({"/a?b=%C3%BC": reply(PAGE)}) as server:
        answer = got(open_url(server.url("/a?b=ü#part"), HERE, resolve=here))
        assert (answer.body, answer.status, answer.truncated) == (PAGE, 200, None)
        assert (answer.address, answer.url) == ("127.0.0.1", server.url("/a?b=ü"))
        (asked,) = server.asked
    assert asked["Host"] == f"lantern.example:{server.port}"
    assert asked["User-Agent"] == "sayso"
    assert not {"Cookie", "Authorization", "Referer"} & set(asked)


@pytest.mark.usefixtures("loopback")
def test_redirects_are_followed_and_the_last_address_counts() -> None:
    with serving({"/a": moved("b"), "/b": reply(PAGE)}) as server:
        answer = got(open_url(server.url("/a"), HERE, resolve=here))
        assert answer.url == server.url("/b")


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
        "http://[::ffff:10.0.0.1]/", "http://192.168.1.1:8080/", "http://0.0.0.0/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_a_redirect_to_an_address_that_is_not_public_is_refused(target: str) -> None:
    with serving({"/a": moved(target)}) as server:
        words = said(open_url(server.url("/a"), HERE, resolve=here))
    assert "is redirected to" in words
    assert "which is not fetched" in words


@pytest.mark.usefixtures("loopback")
def test_a_name_that_leads_elsewhere_at_the_next_hop_is_looked_up_and_checked_again() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with serving({"/a": moved("/b"), "/b": reply(PAGE)}) as server:
        words = said(open_url(server.url("/a"), HERE, resolve=lambda host, port: next(answers)))
        assert [asked["path"] for asked in server.asked] == ["/a"]
    assert "10.0.0.1" in words


@pytest.mark.usefixtures("loopback")
def test_the_name_is_looked_up_once_and_the_address_that_was_checked_is_connected_to() -> None:
    looked: list[str] = []

    def changing(host: str, port: int) -> Sequence[str]:
        looked.append(host)
        return ["127.0.0.1"] if len(looked) == 1 else ["10.0.0.1"]

    with serving({"/a": reply(PAGE)}) as server:
        assert got(open_url(server.url("/a"), HERE, resolve=changing)).address == "127.0.0.1"
    assert looked == ["lantern.example"]


@pytest.mark.parametrize("addresses", [("127.0.0.1",), ("203.0.114.1", "10.0.0.1"), ("::1",), ("nonsense",)])
def test_a_name_of_which_any_address_is_not_public_is_refused_before_anything_is_sent(
    addresses: tuple[str, ...],
) -> None:
    found = open_url("http://lantern.example/", Policy(), resolve=leading_to(*addresses))
    assert "which is not fetched" in said(found)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1%eth0",
        "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
        "2001:0:7f00:1::", "", "localhost", "0x7f.1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    assert refusal(address, Policy())


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_not_refused(address: str) -> None:
    assert refusal(address, Policy()) is None


@pytest.mark.usefixtures("loopback")
def test_private_addresses_are_fetched_where_the_user_allows_it() -> None:
    with serving({"/a": reply(PAGE)}) as server:
        assert got(open_url(server.url("/a"), Policy(allow_private=True), resolve=here)).body == PAGE


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "http and https"),
        ("ftp://lantern.example/", "http and https"),
        ("gopher://lantern.example/", "http and https"),
        ("lantern.example", "http and https"),
        ("http://user:secret@lantern.example/", "a name or a password"),
        ("http:///a", "no host"),
        ("http://lantern.example:99999/", "Port"),
        ("http://[::1", "cannot be reached"),
        ("http://" + "a" * 300 + ".example/", "no host"),
        ("http://a/" + "b" * 9_000, "too long"),
    ],
)
def test_an_address_of_another_kind_is_refused(url: str, why: str) -> None:
    assert why in said(open_url(url, Policy(), resolve=leading_to("8.8.8.8")))


def test_a_name_that_is_not_known_is_a_problem() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert "Name or service not known" in said(open_url("http://nowhere.example/", Policy(), resolve=unknown))


@pytest.mark.usefixtures("loopback")
def test_a_circle_of_redirects_ends() -> None:
    with serving({"/a": moved("/a")}) as server:
        assert "more than 5 times" in said(open_url(server.url("/a"), HERE, resolve=here))
        assert len(server.asked) == 6


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "javascript:alert(1)", "http://u:p@lantern.example/", ""]
)
def test_a_redirect_to_another_kind_of_address_is_refused(location: str) -> None:
    with serving({"/a": moved(location)}) as server:
        assert isinstance(open_url(server.url("/a"), HERE, resolve=here), Problem)


@pytest.mark.usefixtures("loopback")
def test_an_endless_body_is_cut_at_the_cap_and_said() -> None:
    with serving({"/a": endless(b"word " * 1_000)}) as server:
        policy = Policy(permitted=HERE.permitted, answer_bytes=100_000)
        answer = got(open_url(server.url("/a"), policy, resolve=here))
    assert (len(answer.body), answer.truncated) == (100_000, "length")


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nX: ", HEAD])
def test_a_server_that_does_not_go_on_is_left_in_time(sent: bytes) -> None:
    with serving({"/a": raw(sent, then_waits=True)}) as server:
        policy = Policy(permitted=HERE.permitted, seconds=0.3)
        assert "longer than 0.3 seconds" in said(open_url(server.url("/a"), policy, resolve=here))


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(
    "more", [b"\r\n", b"Content-Length: 900\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n3\r\n"]
)
def test_what_came_of_a_slow_body_is_kept_and_said_to_be_cut(more: bytes) -> None:
    with serving({"/a": raw(HEAD + more + b"He said so", then_waits=True)}) as server:
        policy = Policy(permitted=HERE.permitted, seconds=0.3)
        answer = got(open_url(server.url("/a"), policy, resolve=here))
    assert answer.body.startswith(b"He")
    assert answer.truncated == "time"


@pytest.mark.usefixtures("loopback")
def test_a_body_that_breaks_off_is_kept_and_said_to_be_cut() -> None:
    with serving({"/a": raw(HEAD + b"Content-Length: 900\r\n\r\nHe said so")}) as server:
        answer = got(open_url(server.url("/a"), HERE, resolve=here))
    assert (answer.body, answer.truncated) == (b"He said so", "disconnect")


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(
    "sent", [b"nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200]
)
def test_an_answer_that_is_not_http_is_a_problem(sent: bytes) -> None:
    with serving({"/a": raw(sent)}) as server:
        assert isinstance(open_url(server.url("/a"), HERE, resolve=here), Problem)


@pytest.mark.usefixtures("loopback")
def test_other_answers_are_problems() -> None:
    with serving({"/a": reply(PAGE, status="404 Not Found")}) as server:
        assert "404 Not Found" in said(open_url(server.url("/a"), HERE, resolve=here))


@pytest.mark.usefixtures("loopback")
def test_a_packed_body_is_kept_packed() -> None:
    packed = gzip.compress(b"a" * 10_000_000)
    with serving({"/a": reply(packed, Content_Encoding="gzip")}) as server:
        assert got(open_url(server.url("/a"), HERE, resolve=here)).body == packed


@pytest.mark.usefixtures("loopback")
def test_nothing_listens_is_a_problem() -> None:
    with serving({}) as server:
        url = server.url("/a")
    assert "cannot be reached" in said(open_url(url, HERE, resolve=here))


@pytest.mark.usefixtures("loopback")
def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://10.0.0.1:3128")
    monkeypatch.setenv("http_proxy", "http://10.0.0.1:3128")
    with serving({"/a": reply(PAGE)}) as server:
        assert got(open_url(server.url("/a"), HERE, resolve=here)).body == PAGE
