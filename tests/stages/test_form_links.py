"""The links to the forms, from the tab beside the responses."""

from pipeline.model.responses import RawTab
from pipeline.stages.form_links import read_links
from pipeline.templates import load_catalogue


def test_what_is_no_address_is_no_link() -> None:
    catalogue = load_catalogue()
    words = {name: text.nl for name, text in catalogue.texts["forms"].items()}
    rows = (
        (words["links_intro"],),
        (words["links_fill_in"], words["links_key"]),
        ("https://forms.gle/abc", "signup"),
        ("https://forms.gle/def", ""),
        ("volgt nog", "vote"),
        (),
    )
    tabs = (RawTab(words["links"], rows), RawTab("Iets anders", rows[:2]))
    assert read_links(tabs, catalogue) == {"signup": "https://forms.gle/abc"}
