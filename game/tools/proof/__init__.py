"""Prove what can be reached in a story, and what cannot."""
