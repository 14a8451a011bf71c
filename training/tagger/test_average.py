"""The mean of two graphs is between them, and is of one network only."""

from typing import Any

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")

from training.tagger.average import averaged, constants  # noqa: E402
from training.tagger.graph import Graph  # noqa: E402
from training.tagger.quantizing import LEVELS, ZERO, Whole, made_unsigned, quantized  # noqa: E402


def graph(factor: float, width: int = 3) -> Any:
    """One product and one addition, whose numbers are `factor` times those of the first graph."""
    made: Any = Graph()
    weight = factor * np.arange(1, 4 * width + 1, dtype=np.float32).reshape(width, 4)
    product = made.linear("x", weight, np.full(width, factor, np.float32))
    made.call("Add", product, made.constant(np.full(width, 2 * factor, np.float32)), out="y")
    value: Any = onnx.helper.make_tensor_value_info
    return made.model([value("x", 1, [1, 4])], [value("y", 1, [1, width])])


def full(model: Any) -> list[Any]:
    """The weight of the product as it is meant, its bias, and the addition."""
    numbers, scale, zero, bias, more = constants(model).values()
    return [Whole(numbers, scale, zero).full, bias, more]


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_mean_lies_between(share: float) -> None:
    found = full(averaged(graph(3), graph(1), share))
    factor = 3 * share + 1 - share
    for one, other in zip(found, full(graph(1)), strict=True):
        assert np.allclose(one, factor * other, rtol=0.02)


def test_two_networks_have_no_mean() -> None:
    with pytest.raises(ValueError, match="not of one network"):
        averaged(graph(1), graph(1, width=2), 0.5)


def test_whole_numbers_are_unsigned_and_near() -> None:
    weight = np.array([[0.5, -3.0], [-1.0, 1.5]], np.float32)
    found = quantized(weight)
    assert found.numbers.dtype == np.uint8
    assert found.numbers.max() <= ZERO + LEVELS
    assert np.allclose(found.full, weight, atol=np.abs(weight).max(0) / LEVELS)


def test_a_signed_graph_made_unsigned_has_the_same_weights() -> None:
    numbers = np.array([[-127, 5], [3, 127]], np.int8)
    made: Any = Graph()
    names = (made.constant(numbers), made.constant(np.array([0.5, 2.0], np.float32)), "")
    made.call("DynamicQuantizeMatMul", "x", *names, out="y", contrib=True)
    value: Any = onnx.helper.make_tensor_value_info
    model = made_unsigned(made.model([value("x", 1, [1, 2])], [value("y", 1, [1, 2])]))
    held = constants(model)
    [node] = model.graph.node
    unsigned = Whole(*(held[name] for name in node.input[1:4]))
    assert np.array_equal(unsigned.full, numbers * np.array([0.5, 2.0], np.float32))
