"""Everything found → views of it: the shapes of the command line, reports and pages."""
