"""Made worlds: the same arguments, the same world; what is said to be true of one holds in it."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from bench.ledger.gold import GoldClaim, GoldOrigins
from bench.worlds import KINDS, World, make_world
from bench.worlds.grammar import capital, drawn, filled, knowledge, settled
from bench.worlds.numbers import plain, spelled

SEEDS = range(4)
every_kind = pytest.mark.parametrize("kind", KINDS)


def worlds(kind: str) -> list[World]:
    return [make_world(kind, seed, 3) for seed in SEEDS]


def named(world: World) -> dict[str, GoldClaim]:
    return {claim.name: claim for claim in world.truth.claims}


@every_kind
def test_the_same_arguments_give_the_same_world(kind: str) -> None:
    assert make_world(kind, 5, 2) == make_world(kind, 5, 2)
    assert make_world(kind, 5, 2) != make_world(kind, 6, 2)


@every_kind
def test_every_planted_quotation_is_verbatim(kind: str) -> None:
    for world in worlds(kind):
        texts = {document.name: document.text for document in world.documents}
        for claim in world.truth.claims:
            for member in claim.members:
                found = tuple(texts[member.document][start:end] for start, end in member.spans)
                assert found == member.words


@every_kind
def test_no_two_members_share_a_place(kind: str) -> None:
    for world in worlds(kind):
        places = Counter((m.document, m.spans) for claim in world.truth.claims for m in claim.members)
        assert set(places.values()) == {1}


@every_kind
def test_derivations_are_between_documents_and_run_backwards_in_time(kind: str) -> None:
    for world in worlds(kind):
        order = {document.name: n for n, document in enumerate(world.documents)}
        days = [document.published for document in world.documents]
        assert all(earlier <= later for earlier, later in pairwise(days))
        for edge in world.truth.derivations:
            assert edge.of is not None
            assert order[edge.of] < order[edge.document], (kind, world.seed, edge)


@every_kind
def test_the_count_of_origins_is_the_number_of_roots(kind: str) -> None:
    for world in worlds(kind):
        claims = named(world)
        for origins in world.truth.origins:
            for side, stances in ((origins.support, {"supports", "updates"}), (origins.denial, {"denies"})):
                roots = roots_of(world, claims[origins.claim], stances)
                assert side.low == side.high == len(side.groups) == len(roots), (kind, world.seed, origins)


@every_kind
def test_groups_hold_exactly_the_documents_that_take_the_stance(kind: str) -> None:
    for world in worlds(kind):
        claims = named(world)
        shared = {name for name, claim in claims.items() if len(claim.documents) > 1}
        assert {origins.claim for origins in world.truth.origins} == shared
        for origins in world.truth.origins:
            taking = {
                m.document for m in claims[origins.claim].members if m.stance in ("supports", "updates")
            }
            assert grouped(origins) == taking


def test_a_woozle_has_ten_reports_and_three_origins() -> None:
    for world in worlds("woozle"):
        main = next(origins for origins in world.truth.origins if origins.claim == "story-0")
        assert len(named(world)["story-0"].documents) == 10
        assert main.support.low == 3
        biggest = sorted(len(documents) for _, documents in main.support.groups)
        assert biggest[0] == 1


def test_an_uncredited_paraphrase_names_nobody_and_is_hidden() -> None:
    for world in worlds("uncredited"):
        names = {document.name: document for document in world.documents}
        for edge in world.truth.derivations:
            if edge.why == "paraphrase" and edge.hidden and edge.of:
                assert names[edge.of].publisher not in names[edge.document].text


def test_flooding_multiplies_one_report_and_not_its_origins() -> None:
    for kind in ("flood-seen", "flood-hidden", "flood-forged"):
        for world in worlds(kind):
            main = next(origins for origins in world.truth.origins if origins.claim == "story-0")
            assert max(len(documents) for _, documents in main.support.groups) >= 7
            assert main.support.low <= 2


def test_a_translation_names_the_page_that_it_translates() -> None:
    for world in worlds("translation"):
        urls = {document.name: document.url for document in world.documents}
        twins = {document.name: document for document in world.documents if document.translation_of}
        edges = [edge for edge in world.truth.derivations if edge.kind == "translates"]
        assert {edge.document for edge in edges} == set(twins)
        for edge in edges:
            assert edge.of is not None
            assert twins[edge.document].translation_of == urls[edge.of]
            assert "Translated by" in twins[edge.document].text


def test_look_alikes_are_told_apart() -> None:
    for world in worlds("lookalike"):
        claims = named(world)
        assert world.truth.apart
        for one, other in world.truth.apart:
            assert not claims[one].documents & claims[other].documents


def test_outlets_of_one_owner_are_named_with_it() -> None:
    for world in worlds("owner"):
        assert len(world.owners) >= 3
        printed = " ".join(document.text for document in world.documents)
        publishers = {document.publisher for document in world.documents}
        for outlet, owner in world.owners.items():
            assert outlet not in publishers or f"{outlet} is part of {owner}." in printed


def test_a_correction_is_linked_to_what_it_corrects() -> None:
    for world in worlds("correction"):
        publishers = {document.name: document.publisher for document in world.documents}
        corrected = [edge for edge in world.truth.derivations if edge.kind == "corrects"]
        assert len(corrected) == 3
        assert all(edge.of and publishers[edge.document] == publishers[edge.of] for edge in corrected)


@every_kind
def test_texts_are_clean_and_short(kind: str) -> None:
    for world in worlds(kind):
        for document in world.documents:
            assert not re.search(r"[\ue000-\uf8ff{}\[\]<>|]|  | [,.]|,,|\.\.|\ba [aeiou]", document.text), (
                document.text
            )
            assert 35 <= len(document.text.split()) <= 300, document.text


def test_one_event_is_told_in_many_ways() -> None:
    told = {
        member.words[0].lower()
        for seed in range(12)
        for claim in make_world("flood-hidden", seed, 1).truth.claims
        for member in claim.members
        if claim.name.startswith("story")
    }
    assert len(told) >= 250


def test_a_world_is_written_as_files_that_are_read_back(tmp_path: Path) -> None:
    world = make_world("mixed", 1, 2)
    world.write(tmp_path)
    names = sorted(path.stem for path in tmp_path.glob("*.md"))
    assert names == [document.name for document in world.documents]
    _, front, text = (tmp_path / f"{names[0]}.md").read_text(encoding="utf-8").split("---\n", 2)
    assert f"url: {world.documents[0].url}" in front
    assert text == world.documents[0].text


def test_a_world_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one story"):
        make_world("benign", 1, 0)
    with pytest.raises(KeyError):
        make_world("heaven", 1, 1)


def test_templates_are_drawn_settled_and_filled() -> None:
    from random import Random

    assert drawn("a [b|b] c", Random(1)) == "a b c"
    assert settled("<x|y> and <x|y>", 3) == "y and y"
    assert filled("{Who}, {who} .", {"who": "the man"}) == "The man, the man."
    assert capital("“we") == "“We"


def test_numbers_are_printed_as_in_newspapers() -> None:
    assert [plain(number) for number in (2, 12, 13, 4800)] == ["two", "twelve", "13", "4,800"]
    assert [spelled(number) for number in (17, 40, 63, 230)] == ["seventeen", "forty", "sixty-three", "230"]


def test_events_offer_enough_wordings() -> None:
    events = knowledge("events")
    assert len(events) >= 10
    templates = [
        one for event in events.values() for key in ("clauses", "nouns", "denials") for one in event[key]
    ]
    templates += [one for event in events.values() for detail in event["details"].values() for one in detail]
    frames = [one for several in knowledge("words")["frames"].values() for one in several]
    assert sum(ways(one) for one in templates + frames) >= 800


def ways(template: str) -> int:
    """In how many ways the outermost choices of a template can be drawn."""
    total = 1
    for choice in re.findall(r"\[([^\[\]]*)\]", template):
        total *= choice.count("|") + 1
    return total


def grouped(origins: GoldOrigins) -> set[str]:
    return {document for _, documents in origins.support.groups for document in documents}


def roots_of(world: World, claim: GoldClaim, stances: set[str]) -> set[str]:
    """Documents that take the stance and have it from no other document that does."""
    taking = {member.document for member in claim.members if member.stance in stances}
    derived = {e.document for e in world.truth.derivations if e.document in taking and e.of in taking}
    return taking - derived
