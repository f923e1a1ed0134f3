"""Use cases, without a terminal."""
