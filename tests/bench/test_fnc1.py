"""The challenge's own score, and trees that decide from JSON as they did when they were fitted."""

import msgspec
import numpy as np
import pytest

from bench.link.fnc1 import TREES, by_rules, scores
from bench.link.fnc1_figures import FEATURES, figures
from bench.link.fnc1_texts import Body, seen
from bench.link.trees import Forest, Tree, decided, load_forest, splits
from sayso.link.view import View, view_of

STUMP = Tree(figure=(0, -1, -1), threshold=(0.5, 0, 0), left=(1, 0, 0), right=(2, 0, 0), value=(0, -1.0, 1.0))
FLAT = Tree(figure=(-1,), threshold=(0,), left=(0,), right=(0,), value=(0.0,))
FOREST = Forest(classes=("no", "yes"), features=("x",), bias=(0.0, 0.0), rounds=((FLAT, STUMP),))


def test_a_tree_goes_left_up_to_its_threshold() -> None:
    assert decided(FOREST, np.array([[0.5], [0.6]])) == ["no", "yes"]


def test_a_bias_leans_the_answer() -> None:
    leaning = Forest(classes=("no", "yes"), features=("x",), bias=(0.0, 1.5), rounds=FOREST.rounds)
    assert decided(leaning, np.array([[0.1]])) == ["yes"]


def test_how_often_a_figure_is_asked_is_shown() -> None:
    assert splits(FOREST) == [("x", 1)]


def test_the_trees_that_are_kept_ask_for_the_figures_there_are() -> None:
    assert load_forest(TREES).features == FEATURES


@pytest.mark.parametrize(
    ("gold", "found", "relative"),
    [
        (["agree"], ["agree"], 1.0),
        (["agree"], ["discuss"], 0.25),
        (["agree"], ["unrelated"], 0.0),
        (["unrelated"], ["agree"], 0.0),
        (["unrelated", "agree"], ["unrelated", "disagree"], 0.4),
    ],
)
def test_the_score_is_the_challenges(gold: list[str], found: list[str], relative: float) -> None:
    assert scores(gold, found)["relative score"] == relative


def test_a_denying_body_disagrees_and_another_matter_is_unrelated() -> None:
    texts = [
        "Ferry Saint Osric sinks off Port Arless",
        "The ferry Saint Osric did not sink off Port Arless, the Ministry of Waters said.",
        "The ferry Saint Osric sank off Port Arless, the Ministry of Waters said.",
        "The mayor of Quill opened a new library for children.",
    ]
    head, *views = seen(texts)
    bodies = [Body(text=view.mark.text, sentences=(view,), propositions=(others(view),)) for view in views]
    heads = [head] * len(bodies)
    rows = figures(heads, bodies)
    assert rows.shape == (3, len(FEATURES))
    assert by_rules(rows, heads, bodies) == ["disagree", "discuss", "unrelated"]


def others(view: View) -> View:
    """The view of a text as what others say."""
    return view_of(msgspec.structs.replace(view.mark, author=False))
