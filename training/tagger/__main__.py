"""Makes a set of weights from its recipe: train, export, and write down what it was made of.

    SAYSO_DATA=… PUBLISHED=… python -m training.tagger [tagger|tagger-clean]

PUBLISHED is the folder with `model.safetensors` and `tokenizer.json` of the MiniLM encoder
(README.md says where they come from). The weights land in `sayso/weights/<name>/`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "sayso" / "weights"


def main(arguments: list[str]) -> int:
    name = arguments[0] if arguments else "tagger"
    recipe = HERE / "recipes" / f"{name}.json"
    missing = [key for key in ("SAYSO_DATA", "PUBLISHED") if not os.environ.get(key)]
    if missing or not recipe.is_file():
        known = ", ".join(sorted(path.stem for path in recipe.parent.glob("*.json")))
        print(f"set {' and '.join(missing) or 'nothing more'}; recipes: {known}", file=sys.stderr)
        return 2
    from training.tagger import export, made, train

    published, out = Path(os.environ["PUBLISHED"]), WEIGHTS / name
    trained = Path(os.environ.get("TRAINED", f"{name}.safetensors"))
    if not trained.is_file():
        train.main([str(recipe), str(published), str(trained)])
    export.main([str(trained), str(published), str(out)])
    made.write(recipe, published, out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
