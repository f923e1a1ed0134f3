"""Words and keys: the command line."""


def main() -> None:
    """Run the program `samenkracht`."""
    from pipeline.cli.program import program

    program.main()
