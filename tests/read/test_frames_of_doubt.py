"""What somebody holds to be unlikely or impossible, in whatever verb, and what he does not know."""

import pytest

from sayso.read.cues.finding import read_cue


@pytest.mark.parametrize(
    ("cue", "act", "certainty", "negates"),
    [
        ("judge it unlikely", "believe", "PR", True),
        ("deems it doubtful", "believe", "PR", True),
        ("regarded it as most improbable", "believe", "PR", True),
        ("considers it impossible", "believe", "PR", True),
        ("does not think it implausible", "believe", "PR", False),
        ("judged it probable", "believe", "PR", False),
        ("called it inconceivable", "deny", "CT", True),
        ("described it as impossible", "deny", "CT", True),
        ("lack evidence", "unconfirmed", "U", False),
        ("lacked any proof", "unconfirmed", "U", False),
        ("was unaware", "believe", "U", False),
        ("was aware", "believe", "CT", False),
        ("is not so sure", "forecast", "PR", True),
        ("judged the case", "infer", "CT", False),
    ],
)
def test_a_frame_of_doubt_holds_with_any_verb(cue: str, act: str, certainty: str, negates: bool) -> None:
    reading = read_cue(cue)
    assert (reading.act, reading.certainty, reading.negates) == (act, certainty, negates)
