"""How a country writes numbers, dates and yes or no, as far as Sheets shows and reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """The marks of one locale. `order` is that of day, month and year in a date typed with numbers."""

    decimal: str = "."
    group: str = ","
    order: str = "dmy"
    date: str = "dd/mm/yyyy"
    time: str = "H:mm:ss"
    currency: str = "€"
    currency_pattern: str = "#,##0.00 [$€]"
    yes: str = "TRUE"
    no: str = "FALSE"

    def pattern(self, kind: str) -> str:
        """The pattern of a number format of which only the type was told."""
        return {
            "TEXT": "@", "NUMBER": "#,##0.00", "PERCENT": "0.00%", "CURRENCY": self.currency_pattern,
            "DATE": self.date, "TIME": self.time, "DATE_TIME": f"{self.date} H:mm:ss",
            "SCIENTIFIC": "0.00E+00",
        }.get(kind, "")  # fmt: skip


ENGLISH = Locale(
    order="mdy", date="M/d/yyyy", time="h:mm:ss AM/PM", currency="$", currency_pattern='"$"#,##0.00'
)
LOCALES = {
    "en_US": ENGLISH,
    "en_GB": Locale(currency="£", currency_pattern='"£"#,##0.00'),
    "nl": Locale(",", ".", date="d-M-yyyy", currency_pattern="[$€ ]#,##0.00", yes="WAAR", no="ONWAAR"),
    "fr": Locale(",", "\u202f", yes="VRAI", no="FAUX"),
    "de": Locale(",", ".", date="dd.MM.yyyy", yes="WAHR", no="FALSCH"),
}


def locale(name: str) -> Locale:
    """The locale of a name such as `nl_NL`; one that is not known here writes as in the United States."""
    return LOCALES.get(name) or LOCALES.get(name.partition("_")[0], ENGLISH)
