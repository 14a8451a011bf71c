"""Claims → assessments: lines of evidence in decibans, likelihood and confidence in words."""
