"""What was learnt: one folder a model, each with its weights, its card and how it was made."""

from importlib.resources import as_file, files
from pathlib import Path

from sayso.errors import MissingWeights


def weights_file(model: str, name: str) -> Path:
    """The path of a file of a model; MissingWeights where the installation lacks it."""
    with as_file(files("sayso.weights") / model / name) as path:
        if path.is_file():
            return path
    raise MissingWeights(f"the weights {model}/{name} are not in this installation of sayso")


def has_weights(model: str) -> bool:
    """Whether the model's weights are there."""
    return (files("sayso.weights") / model / "made.json").is_file()
