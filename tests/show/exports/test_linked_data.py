"""schema.org, Web Annotation, PROV, STIX and FollowTheMoney: each as its own tools take it."""

import json
from importlib import import_module
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.show.exports.allowed import web_address
from sayso.show.exports.quoting import AROUND_CHARS, selectors
from tests.show.exports.made import WHO, WHY, claims, material
from tests.show.exports.readers import exported
from tests.show.factory import sample

stix2: Any = import_module("stix2")


def graph(kind: str) -> list[dict[str, Any]]:
    every = json.loads(exported("claimreview", material()))["@graph"]
    return [one for one in every if one["@type"] == kind]


def bundle() -> list[dict[str, Any]]:
    objects: list[dict[str, Any]] = json.loads(exported("stix", material()))["objects"]
    return objects


def of_type(type: str) -> list[dict[str, Any]]:
    return [one for one in bundle() if one["type"] == type]


def money() -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("ftm", material()).splitlines()]


def anonymous_names() -> set[str]:
    return {one.source.name for one in sample()[1] if one.source.anonymous}


# schema.org


def test_every_claim_is_there_and_only_the_judged_one_has_a_review() -> None:
    assert [one["text"] for one in graph("Claim")] == [claim.gist for claim in claims()]
    (review,) = graph("ClaimReview")
    assert review["author"] == {"@type": "Person", "name": WHO}
    assert review["reviewBody"] == WHY
    assert review["reviewRating"]["alternateName"] == "holds"
    assert review["claimReviewed"] == claims()[0].gist


def test_a_verdict_that_does_not_count_any_more_is_no_review() -> None:
    first = claims()[0]
    (verdict,) = first.verdicts
    stale = msgspec.structs.replace(verdict, state="before-merge")
    told = tuple(msgspec.structs.replace(each, verdicts=(stale,)) for each in claims())
    assert b"ClaimReview" not in exported("claimreview", material(claims=lambda: iter(told)))
    assert b"opinion--" not in exported("stix", material(claims=lambda: iter(told)))


def test_nobody_anonymous_is_a_speaker() -> None:
    speakers = {one["spokenByCharacter"]["name"] for one in graph("Quotation") if "spokenByCharacter" in one}
    assert "Harbour Office" in speakers
    assert not speakers & anonymous_names()


# Web Annotation


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 60))
def test_a_selector_quotes_the_text_with_what_stands_around(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    quote, at = selectors(text, span)
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert text[at["start"] : at["end"]] == quote["exact"]
    assert max(len(quote["prefix"]), len(quote["suffix"])) <= AROUND_CHARS
    assert text[: span.start].endswith(quote["prefix"])
    assert text[span.end :].startswith(quote["suffix"])


def test_what_says_nothing_is_anchored_to_the_words_that_say_so() -> None:
    items = json.loads(exported("webannotation", material()))["first"]["items"]
    declined = sample()[1][-1]
    (one,) = (item for item in items if item["id"].endswith(declined.id))
    assert one["target"][0]["selector"][0]["exact"] == "did not answer"


def test_an_annotation_tells_the_claims_it_bears_on_and_how() -> None:
    items = json.loads(exported("webannotation", material()))["first"]["items"]
    told = [body["value"] for item in items for body in item["body"] if body["purpose"] == "classifying"]
    assert sorted(words.split(" ")[0] for words in told) == ["denies", "says", "says"]


# PROV


def test_prov_names_no_agent_for_who_is_anonymous_and_every_end_is_there() -> None:
    prov = json.loads(exported("prov", material()))
    labels = {agent["prov:label"] for agent in prov["agent"].values()}
    assert not labels & anonymous_names()
    known = {*prov["entity"], *prov["agent"], *prov["activity"]}
    relations = (
        "wasGeneratedBy",
        "wasAttributedTo",
        "wasAssociatedWith",
        "wasDerivedFrom",
        "wasInfluencedBy",
    )
    ends = {
        value
        for name in relations
        for row in prov[name].values()
        for key, value in row.items()
        if key.startswith("prov:") and key != "prov:type"
    }
    assert ends <= known


def test_a_text_that_was_only_reported_is_an_entity_that_says_so() -> None:
    prov = json.loads(exported("prov", material()))
    labels = [one.get("prov:label", "") for one in prov["entity"].values()]
    assert labels.count("a text of Norland Wire, not read here") == 1


# STIX


def test_the_bundle_is_valid_without_anything_custom() -> None:
    parsed = stix2.parse(exported("stix", material()).decode(), allow_custom=False)
    assert {one["type"] for one in parsed.objects} == {
        "identity", "extension-definition", "note", "report", "opinion",
    }  # fmt: skip


def test_identities_are_those_of_named_bodies_alone() -> None:
    names = {one["name"] for one in of_type("identity")}
    assert {"sayso 0", "The Lantern", "Harbour Office", "ministry"} <= names
    assert "Ilse Marn" not in names
    assert not names & anonymous_names()


def test_no_note_has_a_confidence_and_hearsay_gives_a_report_none() -> None:
    assert [one for one in of_type("note") if "confidence" in one] == []
    contested, unconfirmed = of_type("report")
    assert contested["confidence"] == 50
    assert "confidence" not in unconfirmed


def test_an_opinion_is_what_a_person_decided() -> None:
    (opinion,) = of_type("opinion")
    assert (opinion["opinion"], opinion["authors"], opinion["explanation"]) == ("agree", [WHO], WHY)
    assert opinion["object_refs"] == [of_type("report")[0]["id"]]


def test_every_reference_of_the_bundle_leads_to_an_object_in_it() -> None:
    ids = {one["id"] for one in bundle()}
    refs = {ref for one in bundle() for ref in one.get("object_refs", ())}
    assert refs | {one["created_by_ref"] for one in bundle() if "created_by_ref" in one} <= ids
    assert len(ids) == len(bundle())


# FollowTheMoney


def test_no_entity_is_anybody_anonymous() -> None:
    names = {name for one in money() for name in one["properties"].get("name", ())}
    assert {"The Lantern", "Harbour Office", "Ilse Marn"} <= names
    assert not names & anonymous_names()


def test_stances_are_links_between_statements_and_claims() -> None:
    links = [one["properties"] for one in money() if one["schema"] == "UnknownLink"]
    assert sorted(link["role"][0] for link in links) == ["denies", "supports", "supports"]
    ends = {end for link in links for end in (*link["subject"], *link["object"])}
    assert ends <= {one["id"] for one in money()}


def test_followthemoney_takes_every_entity_and_every_value() -> None:
    ftm = pytest.importorskip(
        "followthemoney", reason="it wants ICU's headers to be built", exc_type=ImportError
    )
    for one in money():
        proxy = ftm.model.get_proxy(one)
        proxy.schema.validate(one)
        assert {name: set(proxy.get(name)) for name in one["properties"]} == {
            name: set(values) for name, values in one["properties"].items()
        }


# Addresses


@pytest.mark.parametrize(
    "url",
    ["//x.org", "javascript:alert(1)", "file:///etc/passwd", "https://user:pw@example.org/",
     "https://a b.org", "https://exa\nmple.org", "https://", "data:text/html,x", "http://example.org\\@evil.org/"],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_left_out(url: str) -> None:
    assert web_address(url) is None


def test_a_web_address_is_kept() -> None:
    assert web_address("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"
