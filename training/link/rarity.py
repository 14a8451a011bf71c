"""Rarity of word stems: in how many texts of news corpora a stem stands, as tenths of a natural log."""

import gzip
import json
import math
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.link.words import stems_of

OUT = Path(__file__).resolve().parents[2] / "sayso" / "weights" / "link" / "rarity.json"
FEWEST = 6
SLICE_CHARS = 1200


def texts() -> Iterator[str]:
    """Passages of PolNeAR's training part and of every fifth story of KCNA 2011."""
    data = Path(os.environ["SAYSO_DATA"])
    with (data / "polnear" / "train.jsonl").open(encoding="utf-8") as lines:
        whole = [json.loads(line)["text"] for line in lines]
    with gzip.open(data / "kcna" / "kcna_2011_stories.jsonl.gz", "rt", encoding="utf-8") as lines:
        whole += [json.loads(line)["story"] for number, line in enumerate(lines) if number % 5 == 0]
    for text in (text or "" for text in whole):
        for start in range(0, len(text), SLICE_CHARS):
            yield text[start : start + SLICE_CHARS]


def main() -> None:
    """Writes the table."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts():
        seen.update(set(stems_of(text)))
        total += 1
    table = {
        stem: round(10 * math.log(total / count)) for stem, count in sorted(seen.items()) if count >= FEWEST
    }
    most = round(10 * math.log(total / (FEWEST / 2)))
    OUT.write_text(
        json.dumps(
            {"texts": total, "unseen": most, "tenths": table}, ensure_ascii=False, separators=(",", ":")
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
