"""Words and keys: the command line."""
