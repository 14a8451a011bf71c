"""Makes a set of weights from its recipe: train, export, and write down what it was made of.

    SAYSO_DATA=… PUBLISHED=… [FORMER=…] python -m training.tagger [tagger|tagger-clean]

PUBLISHED is the folder with `model.safetensors` and `tokenizer.json` of the MiniLM encoder
(README.md says where they come from). A recipe with `average` takes the mean of what it trains and of the
weights in FORMER, a folder of weights with the digests that it names. The weights land in
`sayso/weights/<name>/`.
"""

from __future__ import annotations

import hashlib
import json
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
    former = json.loads(recipe.read_text(encoding="utf-8")).get("average")
    if former and not is_former(former["files"]):
        print("set FORMER to the folder of the weights that the recipe names", file=sys.stderr)
        return 2
    from training.tagger import average, export, made, train

    published, out = Path(os.environ["PUBLISHED"]), WEIGHTS / name
    trained = Path(os.environ.get("TRAINED", f"{name}.safetensors"))
    if not trained.is_file():
        train.main([str(recipe), str(published), str(trained)])
    export.main([str(trained), str(published), str(out)])
    if former:
        average.main([str(out), os.environ["FORMER"], str(out), str(former["share"])])
    made.write(recipe, published, out)
    return 0


def is_former(files: dict[str, str]) -> bool:
    """Whether FORMER holds files with these SHA-256 digests."""
    folder = os.environ.get("FORMER")
    found = {name: Path(folder, name) for name in files} if folder else {}
    return bool(found) and all(
        path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == files[name]
        for name, path in found.items()
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
