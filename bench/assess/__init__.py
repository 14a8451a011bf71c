"""How well sources, values and rumours are weighed, against peers in the same run."""
