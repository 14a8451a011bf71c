"""A page: sentences in paragraphs with what papers and agencies put around them."""

from collections.abc import Sequence
from datetime import date
from random import Random

from bench.worlds.grammar import knowledge
from bench.worlds.sentences import Mark, Sentence
from bench.worlds.setting import Outlet

Places = list[tuple[int, int, Mark]]


def laid_out(
    sentences: Sequence[Sentence], rng: Random, *, opening: str, head: Sequence[str], foot: Sequence[str]
) -> tuple[str, Places]:
    """The text and its marked places: lines of `head`, paragraphs of a few sentences, lines of `foot`."""
    text = "".join(line + "\n\n" for line in head) + opening
    places: Places = []
    left = 0
    for number, one in enumerate(sentences):
        if number:
            text += " " if left else "\n\n"
        left = left - 1 if left else rng.choice((0, 1, 1, 2))
        places += one.after(len(text))
        text += one.text
    return text + "".join("\n\n" + line for line in foot) + "\n", places


def dateline(outlet: Outlet, day: date) -> str:
    """What stands before the first word of an agency's report; "" for others."""
    month = knowledge("words")["months"][day.month - 1]
    if outlet.kind == "wire":
        short = month if len(month) < 5 else f"{month[:3]}."
        return f"{outlet.city.upper()}, {short} {day.day} ({outlet.name}) - "
    if outlet.kind == "agency":
        return f"{outlet.city.upper()}, {month} {day.day} -- "
    return ""


def credit(copied: Outlet, city: str, rng: Random) -> tuple[str, list[str], list[str]]:
    """How a copy says whose text it is: opening, head and foot."""
    ways: list[tuple[str, list[str], list[str]]] = [
        (f"{city.upper()} ({copied.name}) - ", [], []),
        ("", [f"By our staff and {copied.name}"], []),
        ("", [], [f"({copied.name})"]),
        ("", [], [f"This report was first published by {copied.name}."]),
    ]
    return rng.choice(ways)


def furniture(outlet: Outlet, author: str, rng: Random) -> tuple[list[str], list[str]]:
    """Head and foot that outlets of this kind use."""
    if outlet.kind == "wire":
        return [], [f"(Editing by {author[0]}. {author.split()[-1]})"]
    if outlet.kind == "radio":
        return [f"This is {outlet.name}."], []
    if outlet.kind == "paper":
        return ([f"By {author}"], []) if rng.random() < 0.5 else ([], ["Subscribe to our newsletter."])
    return [], []
