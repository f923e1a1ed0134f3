"""Words and keys: the command line."""

import gc
import sys


def main() -> None:
    """Run the program `samenkracht`; Ctrl-C while it still starts ends it without a word."""
    try:
        from pipeline.cli.program import program

        program.main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # else all that is left would be walked once more: of 100 000 people, for a second
