"""How a claim stands, in the same words wherever it is told."""

from typing import get_args

import pytest

from sayso.model import Claim, ClaimStatus, Origins
from sayso.show.claim_words import DIFFERING, STATUS, standing, weighed
from sayso.show.exports.sentences import told_claim
from tests.show.exports.made import claims


def claim(status: ClaimStatus, origins: int) -> Claim:
    found = Origins(count=origins, low=origins, high=origins)
    return Claim(id="c:1", gist="g", status=status, as_of=None, statements=(), origins=found)


def test_several_origins_that_differ_are_not_called_one() -> None:
    assert standing(claim("single-origin", 2)) == DIFFERING
    assert standing(claim("single-origin", 1)) == STATUS["single-origin"]


@pytest.mark.parametrize("status", [one for one in get_args(ClaimStatus) if one != "single-origin"])
def test_any_other_status_means_the_same_with_any_number_of_origins(status: ClaimStatus) -> None:
    assert {standing(claim(status, origins)) for origins in (0, 1, 3)} == {STATUS[status]}


def test_how_likely_it_is_is_never_told_as_if_it_were_so() -> None:
    assert weighed(("It is likely to be so.", "Confidence is low."))[0].startswith("By the lines of evidence")
    assert weighed(()) == ()
    assert not [s for one in claims() for s in told_claim(one) if s.startswith("It is ")]
