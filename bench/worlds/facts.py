"""A story: one invented event, its particulars, and the wordings in which it may be told."""

import re
from datetime import date, timedelta
from random import Random

import msgspec

from bench.ledger.gold import GoldValue
from bench.worlds.grammar import drawn, fresh, knowledge, settled
from bench.worlds.numbers import amount, plain
from bench.worlds.setting import Setting


class Story(msgspec.Struct, kw_only=True):
    """`main` is the claim's name; `details` the names of particulars; `numbers` are theirs.

    `dated`: its day is always printed, since another story differs in nothing else. `used`: wordings
    that are spent, so that no two texts agree by chance.
    """

    main: str
    event: str
    place: str
    country: str
    demonym: str
    body: str
    agency: str
    day: date
    number: int
    details: tuple[str, ...]
    numbers: dict[str, tuple[int, int]]
    turn: int
    dated: bool = False
    used: set[str] = msgspec.field(default_factory=set)

    @property
    def gist(self) -> str:
        """The event in plain words, for people."""
        return title_noun(self, Random(0), self.number)

    def claim(self, detail: str) -> str:
        """The name of a particular's claim."""
        return f"{self.main}-{detail}"


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """Words that say a claim, and the number in them."""

    words: str
    value: GoldValue | None = None


def make_story(rng: Random, setting: Setting, name: str, event: str, day: date) -> Story:
    """A story of this kind of event in a new town."""
    known = knowledge("events")[event]
    return Story(
        main=name,
        event=event,
        place=setting.town(),
        country=setting.country,
        demonym=setting.demonym,
        body=rng.choice(known["body"]),
        agency=setting.agency.name,
        day=day,
        number=_rounded(rng.randint(*known["range"])),
        turn=rng.randrange(12),
        details=tuple(known["details"]),
        numbers={detail: (rng.randint(2, 9), rng.randint(20, 95)) for detail in known["details"]},
    )


def sources_of(story: Story, rng: Random) -> list[tuple[str, str]]:
    """Who may tell it: at first mention and later ("a nurse", "the nurse"), in a drawn order."""
    found = [drawn(one, rng).split("|") for one in _told(story, "sources")]
    rng.shuffle(found)
    return [(one[0], one[1]) for one in found]


def clause(story: Story, rng: Random, number: int, published: date, *, at_head: bool) -> Wording:
    """A finite clause that says the event with this number."""
    return _counted(story, rng, _told(story, "clauses"), number, published, at_head=at_head)


def noun(story: Story, rng: Random, number: int, published: date) -> Wording:
    """A noun phrase that says the event with this number."""
    return _counted(story, rng, _told(story, "nouns"), number, published, at_head=False)


def title_noun(story: Story, rng: Random, number: int) -> str:
    """The event as a title has it, with the number and nothing around it."""
    words = drawn(rng.choice(_told(story, "nouns")), rng)
    return _smooth(_common(story, words).replace("{n}", plain(number)))


def detail(story: Story, rng: Random, name: str) -> Wording:
    """A clause that says a particular."""
    few, many = story.numbers[name]
    words = fresh(_particulars(story, name), rng, story.used)
    return Wording(words=_common(story, words).replace("{m}", plain(few)).replace("{k}", plain(many)))


def denied(story: Story, rng: Random) -> Wording:
    """What the body denies, as it stands after "denied that"."""
    return Wording(words=_common(story, fresh(_told(story, "denials"), rng, story.used)))


def quotes_of(story: Story) -> list[str]:
    """Sentences that those who were there may say."""
    return _told(story, "quotes")


def _counted(
    story: Story, rng: Random, templates: list[str], number: int, published: date, *, at_head: bool
) -> Wording:
    known = knowledge("events")[story.event]
    words = fresh(templates, rng, story.used)
    head = at_head and words.startswith("{n}")
    figure, value = amount(number, known["slot"], known["unit"], rng, at_head=head)
    words = _common(story, words).replace("{n}", figure).replace("{day}", _day(story, rng, published))
    return Wording(words=_smooth(words), value=value)


def _rounded(number: int) -> int:
    """As people who estimate would say it: to tens above a hundred, to hundreds above a thousand."""
    step = 100 if number > 1000 else 10 if number > 100 else 1
    return number // step * step


def _day(story: Story, rng: Random, published: date) -> str:
    printed = f"on {story.day.day} {knowledge('words')['months'][story.day.month - 1]}"
    if story.dated:
        return printed
    weekday = f"on {knowledge('words')['weekdays'][story.day.weekday()]}"
    near = timedelta() < published - story.day < timedelta(days=6)
    return rng.choice((printed, printed, weekday if near else printed, ""))


def _common(story: Story, words: str) -> str:
    month = knowledge("words")["months"][(story.day.month - 3) % 12]
    for slot, filling in (
        ("place", story.place), ("country", story.country), ("dem", story.demonym),
        ("body", story.body), ("month", month),
    ):  # fmt: skip
        words = words.replace("{" + slot + "}", filling)
    return words


def _smooth(words: str) -> str:
    """Without what an omitted day leaves behind, with "an" before a vowel."""
    words = re.sub(r" {2,}", " ", words).replace(" ,", ",").strip()
    return re.sub(r"\b([Aa]) (?=[aeiouAEIOU])", r"\1n ", words)


def _told(story: Story, key: str) -> list[str]:
    """The templates of this kind, with what stays the same throughout the story settled."""
    return [settled(template, story.turn) for template in knowledge("events")[story.event][key]]


def _particulars(story: Story, name: str) -> list[str]:
    templates = knowledge("events")[story.event]["details"][name]
    return [settled(template, story.turn) for template in templates]
