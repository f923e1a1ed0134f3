"""A1 notation, as Google's addresses have it."""


def quoted(title: str) -> str:
    """A title as A1 notation wants it."""
    return "'" + title.replace("'", "''") + "'"


def column_letters(column: int) -> str:
    """The letters of a column, counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
