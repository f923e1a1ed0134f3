"""What participants read is plain: short sentences, everyday words."""

import re

import pytest

from pipeline.templates import load_catalogue
from pipeline.templates.participants import participant_texts

LONGEST = 15
"""The most words of a sentence."""

SENTENCES = re.compile(r"(?<=[.!?:])\s+|\n|;\s")
ASIDE = re.compile(r"\([^()]*\)")

OFFICIALESE = {
    "nl": (
        "aangaande aanvang aanwenden betreffende conform derhalve desbetreffende diens dient "
        "dienen doch echter geschieden gaarne hetgeen hieromtrent indien inzake jegens "
        "krachtens middels mits nadien nopens omtrent ondergetekende reeds slechts tevens "
        "teneinde thans uiterlijk uwerzijds verstrekken verzoeken voornoemde voorts wederom "
        "zodoende zulks participeren faciliteren implementeren evalueren optimaliseren traject "
        "stakeholder "
    ),
    "en": (
        "commence endeavour facilitate forthwith hereby herein heretofore hereunder "
        "notwithstanding pursuant regarding remittance stakeholder terminate thereafter "
        "therein utilise whereas aforementioned "
    ),
}

TEXTS = list(participant_texts(load_catalogue()))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_is_longer_than_fifteen_words(language):
    long = {
        f"{where}: {sentence}"
        for where, text in TEXTS
        for sentence in SENTENCES.split(ASIDE.sub("", text[language]))
        if len(sentence.split()) > LONGEST
    }
    assert long == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_is_of_an_office(language):
    pattern = re.compile(rf"\b({'|'.join(OFFICIALESE[language].split())})\b", re.IGNORECASE)
    found = {f"{where}: {word[0]}" for where, text in TEXTS for word in pattern.finditer(text[language])}
    assert found == set()


def test_everything_a_participant_reads_is_looked_at():
    places = {where.partition(":")[0] for where, _text in TEXTS}
    catalogue = load_catalogue()
    assert places == {f"forms/{key}.toml" for key in catalogue.forms} | {
        "texts/forms.toml", "texts/print.toml", "texts/wall.toml",
    }  # fmt: skip
    assert any(text.nl == "Wat is uw naam?" for _where, text in TEXTS)


def test_participants_are_addressed_politely():
    familiar = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    assert {where for where, text in TEXTS if familiar.search(text.nl)} == set()
