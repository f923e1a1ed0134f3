"""`python -m pipeline.cli` is `samenkracht`."""

from pipeline.cli import main

main()
