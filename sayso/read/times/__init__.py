"""Times: expressions of the genre, as inclusive days with a role."""
