"""The desk: what has been written of one story so far, and the sentences that any report is made of."""

from datetime import date, timedelta
from random import Random

import msgspec

from bench.worlds.facts import Story, clause, denied, detail, noun, quotes_of
from bench.worlds.grammar import capital, drawn, knowledge
from bench.worlds.plans import Step
from bench.worlds.sentences import Mark, Sentence, sentence
from bench.worlds.setting import Outlet, Setting
from sayso.model.claim import Stance
from sayso.model.derivation import DerivationKind

Edge = tuple[DerivationKind, int, bool]
"""Kind, number of the document that it goes to, hidden or not."""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A document before it is laid out. `source`, `short`: who told it, at first mention and later.

    `ground`: whom it names for the event, with the number of that document (None where it is a person).
    """

    step: Step
    outlet: Outlet
    published: date
    author: str
    sentences: tuple[Sentence, ...]
    roots: tuple[str, ...]
    number: int
    source: str = ""
    short: str = ""
    ground: tuple[str, int | None] = ("", None)
    edges: tuple[Edge, ...] = ()

    @property
    def details(self) -> tuple[str, ...]:
        """Claims of the particulars that it tells."""
        return tuple(mark.claim for one in self.sentences if one.kind == "detail" for *_, mark in one.spans)


class Desk(msgspec.Struct, kw_only=True):
    """One story under way. `sources`: who has not talked yet.

    `spent`: how often a kind of sentence beside the matter stood in this world; `told`: of which lands.
    """

    story: Story
    setting: Setting
    rng: Random
    sources: list[tuple[str, str]]
    spent: dict[str, int]
    told: set[tuple[str, str]]
    written: list[Written] = msgspec.field(default_factory=list)
    denial: int | None = None
    last: str = ""

    def frame(self, name: str) -> str:
        """A drawn frame of this name, not the one that was drawn last."""
        frames = [one for one in knowledge("words")["frames"][name] if one != self.last]
        self.last = self.rng.choice(frames)
        return drawn(self.last, self.rng)

    def main(
        self, template: str, slots: dict[str, str], day: date, number: int, roots: tuple[str, ...],
        stance: Stance = "supports", point: Mark | None = None,
    ) -> Sentence:  # fmt: skip
        """The sentence that says the event in this template; `point` is what a pointing slot says."""
        nominal = "{noun}" in template or "{Noun}" in template
        if nominal:
            said = noun(self.story, self.rng, number, day)
        else:
            said = clause(self.story, self.rng, number, day, at_head=template.startswith("{Clause}"))
        slot = "noun" if nominal else "clause"
        marks = {slot: Mark(claim=self.story.main, roots=roots, stance=stance, value=said.value)}
        if point is not None:
            marks["point"] = point
        return sentence("main", template, slots | {slot: said.words}, marks)

    def particular(self, frame: str, slots: dict[str, str], roots: tuple[str, ...], claim: str) -> Sentence:
        """The sentence that says a particular, by the name of its claim."""
        said = detail(self.story, self.rng, claim.removeprefix(self.story.main + "-"))
        mark = Mark(claim=claim, roots=roots)
        return sentence("detail", self.frame(frame), slots | {"clause": said.words}, {"clause": mark})

    def quotation(self, short: str, roots: tuple[str, ...]) -> list[Sentence]:
        """One sentence with a quotation that nobody has used, or none."""
        left = [words for words in quotes_of(self.story) if words not in self.story.used]
        if not left:
            return []
        words = self.rng.choice(left)
        self.story.used.add(words)
        mark = Mark(claim=f"{self.story.main}-quote-{quotes_of(self.story).index(words)}", roots=roots)
        return [sentence("quote", self.frame("quote"), {"short": short, "quote": words}, {"quote": mark})]

    def unverified(self, outlet: Outlet) -> Sentence:
        """A sentence in which the outlet says that it could not check."""
        mark = Mark(claim=self.story.main, roots=(), stance="comments")
        return sentence("other", self.frame("unverified"), {"outlet": outlet.name}, {"point": mark})

    def denied_elsewhere(self) -> Sentence:
        """A sentence in which somebody relays the state's denial."""
        said = denied(self.story, self.rng)
        mark = Mark(claim=self.story.main, roots=(self.story.body,), stance="denies")
        slots = {"body": f"{self.story.demonym} {self.story.body}", "agency": "the " + self.story.agency}
        return sentence("other", self.frame("denied"), slots | {"denial": said.words}, {"denial": mark})

    def asides(self, outlet: Outlet, low: int, high: int) -> list[Sentence]:
        """So many sentences beside the matter, in the outlet's own voice."""
        return [self._aside(outlet) for _ in range(self.rng.randint(low, high))]

    def day_after(self, of: tuple[int, ...]) -> date:
        """A day of publication that is not before that of any of these documents."""
        first = self.story.day + timedelta(days=1)
        days = [self.written[number].published for number in of] or [first]
        return max(days) + timedelta(days=self.rng.choice((0, 1, 1, 2)))

    def _aside(self, outlet: Outlet) -> Sentence:
        """A sentence whose template was least used in this world, of a town or land that it has not told of.

        Otherwise two that differ in a number or a month were one matter with two values.
        """
        templates = knowledge("words")["beside"]
        least = min(self.spent.get(template, 0) for template in templates)
        template = self.rng.choice([one for one in templates if self.spent.get(one, 0) == least])
        self.spent[template] = least + 1
        number = sum(self.spent.values())
        body = sentence(
            "beside", drawn(template, self.rng).removesuffix("."), self._aside_slots(template), {}
        )
        mark = Mark(claim=f"beside-{number}", roots=(outlet.name,))
        before, said, after = _parted(capital(body.text))
        place = (len(before), len(before) + len(said), mark)
        return Sentence(text=before + said + after + ".", spans=(place,), kind="beside")

    def _aside_slots(self, template: str) -> dict[str, str]:
        words, rng = knowledge("words"), self.rng
        return {
            "town": self.setting.town(),
            "town2": self.setting.town(),
            "person": self.setting.person(),
            "land": self._land(template),
            "month": rng.choice(words["months"]),
            "weekday": rng.choice(words["weekdays"]),
            "year": str(rng.randint(1961, 2024)),
            "k": str(rng.randint(13, 95)),
            "m": words["small"][rng.randint(2, 12)],
        }

    def _land(self, template: str) -> str:
        """A drawn land, or the next one of which no such sentence was told; any where all were."""
        lands = (self.setting.country, *self.setting.neighbours)
        at = lands.index(self.rng.choice(lands))
        ordered = (*lands[at:], *lands[:at])
        land = next((one for one in ordered if (template, one) not in self.told), ordered[0])
        self.told.add((template, land))
        return land


def _parted(words: str) -> tuple[str, str, str]:
    """What stands before, within and after «…»; all of it is within where there is none."""
    if "«" not in words:
        return "", words, ""
    before, _, rest = words.partition("«")
    said, _, after = rest.partition("»")
    return before, said, after


def weekday_of(day: date) -> str:
    """The English name of the day of the week."""
    found: str = knowledge("words")["weekdays"][day.weekday()]
    return found


def date_in_words(day: date) -> str:
    """As in "3 May"."""
    return f"{day.day} {knowledge('words')['months'][day.month - 1]}"
