"""Whatever programs ask: an answer of the described shape and status, or a sentence; never a traceback.

Made of the interface's own description: each route, each parameter and each field of a body gets values that
fit and values that do not.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from docs.reference.interface import described
from tests.web.site import ORIGIN, Site

DESCRIBED = described()
SHAPES = DESCRIBED["components"]
FEW = settings(
    max_examples=8, derandomize=True, database=None, deadline=None,
    phases=(Phase.explicit, Phase.generate),
)  # fmt: skip
HOSTILE = (
    "", " ", "\x00", "a\x00b", "\x1b[2J", "\u202e\u2066", "\ufeff", "0", "-1", "007", "1e9", "NaN", "9" * 40,
    "c:", "d:", "s:none", "p:zzzz", "e:1", "j:", "f:1234", "c:" + "0" * 20, "n:" + "f" * 400, "../../etc",
    "%", "%%41", "'", '"', "\"' OR 1=1 --", "ferry AND NOT (", "NEAR(", "*", '"ferry', "ａｂｃ", "평양",
    "🚢" * 50, "i\u0307\u0323", "<script>alert(1)</script>", "2031-02-30", "2031-4-1", "0000-00-00",
    "9999-12-31", "0001-01-01", "2031-04-02T00:00:00Z", "true", "null", "[]", "{}", "x" * 3_000, "a " * 900,
    "\n\r\n", "~", "#", "?", "&", "=", ";", "\\", "/", "//", "a/b",
)  # fmt: skip
DAYS = ("2031-04-01", "2031-04-04", "2031-06-01", "2032-01-01", "1999-12-31")
DOTS = frozenset({".", ".."})  # what a client itself takes out of an address
WRONG: tuple[Any, ...] = (
    None, True, 7, -1, 1.5, 10**30, "", "x", "\x00", "\ud800", [], ["a", 1], {}, {"a": {}}, {"\ud800": 1},
    "9" * 500, [[]] * 3,
)  # fmt: skip
BODIES = (
    b"", b"{", b"nonsense", b"\xff\xfe", b"NaN", b'"text"', b"[]", b"3", b"null", b"[" * 5_000,
    b'{"by": "\\ud800"}', b'{"\\ud800": 1}', b'{"a": 1e999}', b'{"by": "a", "by": "b"}',
)  # fmt: skip


def operations(*methods: str) -> list[Any]:
    """The described routes of some methods, each with a name for the report."""
    return [
        pytest.param(path, method, id=f"{method} {path}")
        for path, found in DESCRIBED["paths"].items()
        for method in found
        if method in methods
    ]


@pytest.fixture(scope="module")
def fuzzed(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of these tests alone: some of what they send fits."""
    place = tmp_path_factory.mktemp("fuzzed") / "c.db"
    shutil.copy(made_once, place)
    shutil.copytree(f"{made_once}.files", f"{place}.files")
    found = Site(place)
    yield found
    found.close()


@pytest.fixture(scope="module")
def known(site: Site) -> tuple[str, ...]:
    """Ids and names that are there."""
    claim = site.client.get("/api/claims").json()["items"][0]
    member = claim["statements"][0]
    source = site.client.get("/api/sources").json()["items"][0]
    return (
        claim["id"], claim["id"][:8], member["id"], member["proposition"], member["document"], source["id"],
        source["name"], "ferry", "csv", "claim",
    )  # fmt: skip


def fitting(schema: dict[str, Any], known: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Values that a parameter of that schema takes, most of them."""
    if "anyOf" in schema:
        return st.one_of(*(fitting(one, known) for one in schema["anyOf"] if one.get("type") != "null"))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") == "array":
        return st.lists(fitting(schema["items"], known), min_size=1, max_size=3)
    if schema.get("type") == "integer":
        return st.integers(schema.get("minimum", 0), min(schema.get("maximum", 50), 50))
    if schema.get("type") == "boolean":
        return st.sampled_from(["true", "false"])
    return st.sampled_from(DAYS) if schema.get("format") == "date" else st.sampled_from(known)


def drawn(data: st.DataObject, parameter: dict[str, Any], known: tuple[str, ...]) -> Any:
    """A value for a parameter, or None where it is left out."""
    fit = fitting(parameter["schema"], known)
    hostile = st.sampled_from(HOSTILE) | st.text(max_size=12).filter(is_unicode)
    left_out = st.nothing() if parameter["in"] == "path" else st.none()
    return data.draw(st.one_of(left_out, fit, fit, hostile), label=parameter["name"])


def is_unicode(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def address(data: st.DataObject, path: str, method: str, known: tuple[str, ...]) -> str:
    """An address of a route, with some of its parameters."""
    asked: list[tuple[str, str]] = []
    for one in DESCRIBED["paths"][path][method].get("parameters", []):
        value = drawn(data, one, known)
        if one["in"] == "path":
            part = "x" if DOTS.intersection(str(value).split("/")) else str(value)
            path = path.replace("{" + one["name"] + "}", quote(part, safe=""))
        elif value is not None:
            asked += [(one["name"], str(each)) for each in (value if isinstance(value, list) else [value])]
    return path + (f"?{urlencode(asked)}" if asked else "")


def judged(answer: Any, path: str, method: str) -> None:
    """AssertionError where an answer is not as it is described."""
    responses = DESCRIBED["paths"][path][method]["responses"]
    assert str(answer.status_code) in responses, (answer.status_code, answer.text)
    media = answer.headers["content-type"]
    if answer.status_code >= 400:
        assert media == "application/json"
        told = answer.json()
        assert set(told) == {"error"}
        assert told["error"].strip()
        assert "Traceback" not in told["error"]
        return
    content = responses[str(answer.status_code)]["content"]
    assert any(media.startswith(one) for one in content), media
    if media.endswith("json") and not path.startswith("/api/export"):
        jsonschema.Draft202012Validator({**content[media]["schema"], "components": SHAPES}).validate(
            answer.json()
        )


@pytest.mark.parametrize(("path", "method"), operations("get"))
@FEW
@given(data=st.data())
def test_whatever_is_asked_is_answered_as_described(
    site: Site, known: tuple[str, ...], path: str, method: str, data: st.DataObject
) -> None:
    asked = address(data, path, method, known)
    judged(site.client.get(asked), path, method)


def body_schema(path: str) -> dict[str, Any]:
    """The schema of what is sent along, its fields one level deep; {} for a file."""
    content = DESCRIBED["paths"][path]["post"]["requestBody"]["content"].get("application/json")
    if content is None:
        return {}
    name = content["schema"]["$ref"].rpartition("/")[2]
    return dict(SHAPES["schemas"][name])


def sent_along(data: st.DataObject, path: str, known: tuple[str, ...]) -> bytes:
    """A body with one thing or more that does not fit."""
    fields = body_schema(path).get("properties", {})
    if not fields or data.draw(st.booleans(), label="nonsense"):
        return data.draw(st.sampled_from(BODIES))
    made = {name: data.draw(fitting(one, known), label=name) for name, one in fields.items()}
    for name in data.draw(st.sets(st.sampled_from(sorted(fields)), min_size=1, max_size=2), label="wrong"):
        made[name] = data.draw(st.sampled_from(WRONG) | st.sampled_from(HOSTILE))
    if "rules" in made:
        made["rules"] = data.draw(st.sampled_from(["maybe", 7, [], {}]))
    if data.draw(st.integers(0, 4), label="more") == 0:
        made[data.draw(st.sampled_from(["more", "\ud800", ""]))] = 1
    return json.dumps(made).encode()


@pytest.mark.parametrize(("path", "method"), operations("post"))
@FEW
@given(data=st.data())
def test_whatever_is_sent_is_answered_as_described(
    fuzzed: Site, known: tuple[str, ...], path: str, method: str, data: st.DataObject
) -> None:
    asked = address(data, path, method, ("none", *known[-4:]))
    media = data.draw(st.sampled_from(["application/json"] * 4 + ["text/plain", "multipart/form-data", "x"]))
    answer = fuzzed.client.post(
        asked, content=sent_along(data, path, known), headers={"origin": ORIGIN, "content-type": media}
    )
    judged(answer, path, method)


@FEW
@given(
    name=st.sampled_from(HOSTILE) | st.text(max_size=8).filter(is_unicode),
    published=st.sampled_from((*HOSTILE, *DAYS)), language=st.sampled_from(HOSTILE),
    content=st.sampled_from([b"", b"\x00\xff", b"<html", b"PK\x03\x04", b"The office said it is shut."]),
)  # fmt: skip
def test_whatever_file_is_sent_is_answered_as_described(
    fuzzed: Site, name: str, published: str, language: str, content: bytes
) -> None:
    fields = {"published": published, "language": language, "rules": "true"}
    for path, field in (("/api/documents", "files"), ("/api/verify", "pack")):
        answer = fuzzed.client.post(
            path, data=fields, files={field: (name, content)}, headers={"origin": ORIGIN}
        )
        judged(answer, path, "post")


@pytest.mark.parametrize(
    "address",
    [
        "/api/claims/%ff%fe", "/api/claims?q=%ff%fe", "/api/search?q=%00", "/api/claims/", "/api//claims",
        "/api/claims?limit=%EF%BC%91", "/api/claims?limit=1&limit=x", "/api/nowhere",
    ],
)  # fmt: skip
def test_an_address_that_is_no_text_is_answered_with_a_sentence(site: Site, address: str) -> None:
    answer = site.client.get(address)
    assert answer.status_code in {200, 400, 404}
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_a_method_that_no_route_has_is_answered_with_a_sentence(site: Site, method: str) -> None:
    answer = site.client.request(method, "/api/claims", headers={"origin": ORIGIN})
    assert (answer.status_code, set(answer.json())) == (405, {"error"})
