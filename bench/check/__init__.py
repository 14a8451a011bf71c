"""How many planted faults of our drafts checking finds, and how often it cries wolf."""
