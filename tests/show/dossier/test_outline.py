"""What stands beside a claim of a brief: only what has an origin of its own is called another origin."""

from sayso.model import DossierClaim, OriginGroup, Origins, Quote
from sayso.show.dossier.outline import _claim

KNOWN = OriginGroup(origin="Harbour Union", documents=("d:1",), why="", statements=("s:1",))
SECOND = OriginGroup(origin="Tessa Vorn", documents=("d:2",), why="", statements=("s:2",))
UNKNOWN = OriginGroup(
    origin="Norland Online", documents=("d:3",), why="", statements=("s:3",), recorded=False
)


def quote(number: int) -> Quote:
    return Quote(
        text="The ferry sank.", spans=(), said=(), statement=f"s:{number}", proposition=None,
        document=f"d:{number}", publisher="Norland Wire", published="2031-04-02", source="",
        kind="media", anonymous=False, act="assert",
        chain=(), factuality=None,
    )  # fmt: skip


def told() -> list[str]:
    counted = Origins(count=2, low=2, high=3, groups=(KNOWN, SECOND, UNKNOWN))
    claim = DossierClaim(
        id="c:1", status="corroborated", lead=quote(1), further=(quote(2), quote(3)), documents=3,
        origins=counted,
    )  # fmt: skip
    return [getattr(part, "label", "") or getattr(part, "words", "") for part in _claim(claim, {}).parts]


def test_a_report_without_lineage_is_another_origin_only_perhaps() -> None:
    parts = told()
    assert [part for part in parts if part.endswith("another origin:") or part == "Another origin:"] == [
        "Another origin:", "Perhaps another origin:",
    ]  # fmt: skip


def test_a_claim_goes_back_to_none_of_those_that_count_for_nothing() -> None:
    assert "It goes back to Harbour Union; Tessa Vorn." in told()
