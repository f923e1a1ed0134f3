"""The shared vocabulary: frozen dataclasses on the standard library alone."""
