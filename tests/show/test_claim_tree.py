"""The documents of an origin stand under whom they had the claim from, each once."""

from collections.abc import Iterable
from itertools import pairwise

from sayso.model import Derivation, OriginGroup
from sayso.show.claim_tree import DEEPEST, Branch, had_words, tree


def edge(document: str, of: str | None, p: float = 1.0, share: float | None = None) -> Derivation:
    return Derivation(
        id=f"{document}{of}", kind="cites" if share is None else "copies", document=document, of=of,
        outlet="Norland Wire", p=p, share=share, evidence=("",),
    )  # fmt: skip


def group(*documents: str) -> OriginGroup:
    return OriginGroup(origin="Port Office", documents=documents, why="")


def everyone(branches: Iterable[Branch]) -> list[str]:
    return [id for one in branches for id in (one.document, *everyone(one.under))]


def test_a_document_stands_under_the_one_it_had_it_from() -> None:
    (root,) = tree(group("d:1", "d:2", "d:3"), {}, [edge("d:2", "d:1"), edge("d:3", "d:2")])
    assert (root.document, root.under[0].document, root.under[0].under[0].document) == ("d:1", "d:2", "d:3")


def test_documents_that_cite_each_other_make_no_circle() -> None:
    found = tree(group("d:1", "d:2"), {}, [edge("d:1", "d:2"), edge("d:2", "d:1")])
    assert sorted(everyone(found)) == ["d:1", "d:2"]


def test_a_long_chain_is_not_indented_without_end() -> None:
    ids = [f"d:{number:03}" for number in range(600)]
    found = tree(group(*ids), {}, [edge(b, a) for a, b in pairwise(ids)])
    assert sorted(everyone(found)) == ids

    def depth(branches: tuple[Branch, ...]) -> int:
        return 1 + max((depth(one.under) for one in branches), default=0)

    assert depth(found) <= DEEPEST + 2


def test_how_it_was_had_is_told_with_its_share() -> None:
    assert had_words(edge("d:2", "d:1", share=0.96)) == "prints the text of Norland Wire, 96% of its words"
    assert had_words(edge("d:2", None)) == "cites Norland Wire (reported only)"
    assert had_words(None) == ""
