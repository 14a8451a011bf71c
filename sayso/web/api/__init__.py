"""The interface for programs: the commands of the terminal as addresses under /api, in the same words."""
