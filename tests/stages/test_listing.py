"""A list with headed columns, however it lies on a tab."""

from pipeline.model.responses import RawCell, RawTab
from pipeline.stages.listing import Listing, read_listing


def test_rows_keep_their_number_and_blank_ones_are_left_out() -> None:
    rows: list[list[RawCell]] = [
        ["", None],
        ["Wie", "Hoeveel "],
        ["Noor", 3.0],
        [],
        ["  ", ""],
        ["Sem"],
        ["Lot", 1.5, "los"],
    ]
    assert read_listing(RawTab("lijst", rows)) == Listing(
        ("Wie", "Hoeveel"), ((3, ("Noor", "3")), (6, ("Sem", "")), (7, ("Lot", "1.5")))
    )


def test_an_empty_tab_is_an_empty_list() -> None:
    assert read_listing(RawTab("leeg", [])) == Listing((), ())


def test_the_first_name_that_fits_tells_the_column() -> None:
    listing = Listing(("Naam", "ID", "id"), ())
    assert listing.place("id", "naam") == 1
    assert listing.place("code", "NAAM:") == 0
    assert listing.place("code") is None
