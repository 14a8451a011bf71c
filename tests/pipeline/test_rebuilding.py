"""A claim that nothing touches is left as it is, and what stands in copied words is looked up once."""

from pathlib import Path

import pytest

from sayso.link.bonds import UNBOUND
from sayso.pipeline import Ledger, claiming
from sayso.pipeline.claiming import rebuild, retell, unchanged
from sayso.pipeline.components import Component, components_with, portions_with
from sayso.pipeline.reprints import Reprints
from tests.pipeline.corpora import FILES, MOMENT


def test_the_same_members_untouched_are_the_same_claim() -> None:
    homes = {"a": "c:1", "b": "c:1"}
    assert unchanged([["a", "b"]], homes, set()) == {"c:1"}
    assert not unchanged([["a", "b"]], homes, {"a"})
    assert not unchanged([["a", "b"]], {**homes, "other": "c:1"}, set())
    assert not unchanged([["a", "b"]], {"a": "c:1"}, set())
    assert not unchanged([["a"], ["b"]], homes, set())
    assert not unchanged([["a", "b"]], {}, set())


def ledger_in(folder: Path) -> Ledger:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    held = Ledger(folder / "a.db", clock=lambda: MOMENT)
    list(held.add(*(str(folder / name) for name in FILES), workers=1, rules=True))
    return held


def test_making_claims_anew_changes_nothing(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as held:
        store = held._store
        before = store.claims()
        every = [m.proposition for claim in before for m in claim.statements]
        rebuild(store, every)
        assert store.claims() == before
        rebuild(store, every[:1])
        assert store.claims() == before


def test_without_partial_copies_nothing_is_fetched(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as held:
        claim = held.claims().claims[0]
        reprints = Reprints(held._store)
        assert set(reprints.copied(claim.statements, ()).values()) == {()}
        assert not reprints.texts


def test_telling_claims_anew_changes_nothing_and_makes_only_those_that_are_asked_for(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as held:
        store = held._store
        before = store.claims()
        retell(store, [m.proposition for claim in before for m in claim.statements])
        assert store.claims() == before


def test_a_proposition_that_is_in_no_claim_yet_gets_one(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as held:
        store = held._store
        before = store.claims()
        store.replace_claims([before[0].id], [])
        retell(store, [before[0].statements[0].proposition])
        assert store.claims() == before


def test_what_is_decided_of_a_claim_does_not_make_its_component_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ledger_in(tmp_path) as held:
        claim = held.claims().claims[0]
        gist = claim.statements[0].proposition

        def components(*_: object) -> list[Component]:
            raise AssertionError("the component was fetched")

        monkeypatch.setattr(claiming, "components_with", components)
        held.judge("outcome", [gist], {"outcome": "holds"}, by="R. Ames", why="seen")
        assert [verdict.value for verdict in held.claim(gist).verdicts] == ["holds"]


def test_in_portions_claims_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger_in(tmp_path) as held:
        store = held._store
        before = store.claims()
        monkeypatch.setattr(claiming, "PORTION", 2)
        made = rebuild(store, [m.proposition for claim in before for m in claim.statements])
        assert store.claims() == before
        assert made == {claim.id for claim in before}


def test_portions_are_whole_components_with_all_their_links(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as held:
        store = held._store
        every = [m.proposition for claim in store.claims() for m in claim.statements]
        whole = components_with(store, every, UNBOUND)
        parts = list(portions_with(store, every, UNBOUND, 3))
        assert [one for portion in parts for one in portion] == whole
        assert len(parts) > 1
        assert all(len(p) == 1 or sum(len(c.propositions) for c in p) <= 3 for p in parts)
