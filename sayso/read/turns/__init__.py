"""Turns of phrase: verdicts, silence, gestures, gaps, what is told again or held against somebody."""
