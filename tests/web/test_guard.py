"""Nobody reads or writes but whoever has the key, on this machine, from our own pages."""

import pytest
from starlette.testclient import TestClient

from sayso.web.app import make_app
from tests.web.site import KEY, ORIGIN, Site


@pytest.fixture
def stranger(site: Site) -> TestClient:
    return TestClient(make_app(site.serving), base_url=ORIGIN, follow_redirects=False)


def test_without_the_key_nothing_is_shown(stranger: TestClient) -> None:
    for path in ("/", "/documents", "/jobs/1", "/nowhere"):
        answer = stranger.get(path)
        assert (answer.status_code, "ferry" in answer.text) == (401, False)


def test_a_wrong_key_opens_nothing(stranger: TestClient) -> None:
    assert stranger.get("/", params={"key": "guess"}).status_code == 401
    assert stranger.get("/", headers={"authorization": "Bearer guess"}).status_code == 401


def test_the_key_leaves_the_address_and_stays_in_a_cookie_that_no_script_sees(stranger: TestClient) -> None:
    answer = stranger.get("/documents", params={"key": KEY, "as_of": "2031-05-01"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents?as_of=2031-05-01")
    kept = answer.headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=strict" in kept


def test_the_landing_never_leads_to_another_site(stranger: TestClient) -> None:
    answer = stranger.get(f"{ORIGIN}//evil.example/x", params={"key": KEY})
    assert answer.headers["location"] == "/evil.example/x"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8731", "127.0.0.1:80", "127.0.0.1", ""])
def test_a_name_that_was_bound_to_this_machine_is_refused(site: Site, host: str) -> None:
    assert site.client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", None])
def test_a_form_of_another_site_writes_nothing(site: Site, origin: str | None) -> None:
    headers = {"origin": origin} if origin else {}
    answer = site.client.post("/add", data={"token": site.serving.token}, headers=headers)
    assert answer.status_code == 403


def test_a_form_without_its_token_writes_nothing(site: Site) -> None:
    answer = site.client.post("/add", data={"token": "x"}, headers={"origin": ORIGIN})
    assert answer.status_code == 403


def test_a_program_with_the_key_needs_no_page(stranger: TestClient) -> None:
    assert stranger.get("/documents", headers={"authorization": f"Bearer {KEY}"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/documents", "/nowhere", "/jobs/none"])
def test_every_answer_is_locked_down(site: Site, path: str) -> None:
    headers = site.client.get(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
