"""What somebody is asked to say is not yet said."""

from sayso.model import words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.bidden import without_bidden
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from tests.read.relations import relation


def cues(text: str, *relations: Relation) -> list[str]:
    found = [Attribution(relation=each, cue=read_cue(words_at(text, each.cue))) for each in relations]
    return [words_at(text, each.relation.cue) for each in without_bidden(text, found)]


def test_what_is_recommended_is_not_said() -> None:
    text = "The panel recommends that States report any transfer."
    outer = relation(text, "The panel", "recommends", "that States report any transfer")
    assert cues(text, outer, relation(text, "States", "report", "any transfer")) == ["recommends"]


def test_what_is_said_inside_of_a_demand_stays() -> None:
    text = "The panel demanded that men whom States reported be freed."
    outer = relation(text, "The panel", "demanded", "that men whom States reported be freed")
    assert cues(text, outer, relation(text, "States", "reported", "men")) == ["demanded", "reported"]


def test_what_is_said_to_be_reported_stays() -> None:
    text = "The panel said that States report any transfer."
    outer = relation(text, "The panel", "said", "that States report any transfer")
    assert cues(text, outer, relation(text, "States", "report", "any transfer")) == ["said", "report"]
