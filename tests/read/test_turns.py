"""All turns of phrase together: however many there are, each looks only at what stands beside it."""

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.read.mending.completion import complete
from sayso.read.mending.misquoted import with_misquoted
from sayso.read.mending.pointing import with_pointers
from sayso.read.mending.unsaid import without_unsaid
from sayso.read.turns.asides import with_hosts_of_asides
from sayso.read.turns.finding import with_turns, with_turns_around
from sayso.text import sentences
from tests.read.readers import reader
from tests.stopwatch import cpu_seconds, here, timed

TURNS = (
    "Contrary to what the ministry said, the mill had closed. The camp is not, as officials say, a school. "
    "The union said nine men had died, the ministry four. The minister falsely said the road was open. "
    "The ministry called the report a heap of lies. The army says the town is free, a claim residents deny. "
    "What the ministry calls a school is a prison, men say. The mayor misquoted the minister as saying that "
    "the war was lost. The minister’s promise that the men would be freed has not been kept. "
    "The convoy, which officials had said would arrive in March, never came. "
    "The firm is facing claims that the river was poisoned. The mayor, asked if he would go, smiled. "
    "Toll was accused by the minister of lying. That the war was over is denied. "
    "Did the army deny that it had fired? If the army admits that it fired, the talks will resume. "
    "The opposition wants the minister to admit that he lied. The ministry repeated its denial that it knew. "
    "The army says the village fell on Monday, the rebels that it never fell. "
    "It was the president, not the minister, who said that the war was over. "
    "The prosecutor said, and the witness denied, that he had been paid. "
    "The watch does not claim that the camp is full, as some media have reported. "
    "Army denies shelling town, says rebels did it. "
)


@timed
def test_turns_of_phrase_take_time_that_grows_with_their_number() -> None:
    def seconds(count: int) -> float:
        text = TURNS * count
        spans = sentences(text, abbreviations("en"), Span(0, len(text)))
        found = complete(text, spans, reader("rules").relations(text, spans), "en")

        def turned() -> int:
            read = with_pointers(text, spans, with_misquoted(text, spans, found, "en"), "en")
            read = with_turns_around(text, spans, with_turns(text, spans, read, "en"), "en")
            read = without_unsaid(text, spans, read, "en")
            return len(with_hosts_of_asides(text, spans, read, "en"))

        assert turned() >= count
        return cpu_seconds(turned)

    assert seconds(120) < 7 * seconds(30) + here(0.1)
