"""Adds documents to a ledger until it is killed; says each one that was acknowledged. Run as a program."""

import sys
from pathlib import Path

from tests.store.ledgers import TEXT, add, document, ledger


def main(folder: str, first: str) -> None:
    with ledger(Path(folder)) as store:
        print("open", flush=True)
        for at in range(int(first), 100_000):
            one = document(f"{TEXT}", url=f"https://lantern.example/{at}")
            add(store, one, original=f"bytes of {at}".encode())
            store.mark_done(one.id, "link")
            print(one.id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
