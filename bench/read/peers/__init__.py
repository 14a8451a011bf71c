"""Other ways to find who says what, measured in the same run; each file makes one finder."""
