"""The ledger in a browser: pages and an interface on this machine alone, by `sayso serve`."""
