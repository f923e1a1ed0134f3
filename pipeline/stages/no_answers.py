"""What people write, folded, where they are asked for something that they have not or do not want to tell."""

from typing import Final

NO_ANSWER: Final = frozenset({
    "geen", "geen organisatie", "idem", "nee", "niet van toepassing", "nvt", "n v t", "n a", "onbekend",
    "weet ik niet", "zie boven", "no", "none", "not applicable", "unknown", "x", "xx", "xxx",
})  # fmt: skip
"""In place of any answer, without signs between the words."""

NO_ORGANISATION: Final = NO_ANSWER | {
    "bewoner", "bewoonster", "bewoners", "buurtbewoner", "buurtbewoonster", "inwoner", "particulier", "prive",
    "private", "resident", "zelf", "gepensioneerd", "met pensioen", "aow", "huisvrouw", "huisman", "student",
    "zzp", "geen werk", "werkloos", "werkzoekend", "uitkering", "vrijwilliger", "als boven", "niks", "0",
}  # fmt: skip

NO_MAILBOX: Final = frozenset({
    "geen", "geenmail", "geenemail", "nomail", "nee", "nvt", "n.v.t", "onbekend", "none", "no", "unknown",
    "test", "noemail", "naam", "geenadres",
})  # fmt: skip
"""Before the @ of an address that is none."""

_NAMELESS: Final = """
anoniem anonymous onbekend onbekende geen nvt n.v.t n.v.t. n.n.b. nnb ntb idem ditto zelfde volgt nog naam
onleesbaar handtekening niet zeggen geven noemen zie boven mevrouw meneer vrouw man dame heer persoon
turkse poolse marokkaanse surinaamse syrische chinese deelnemer deelneemster bewoner bewoonster bezoeker gast
"""
NAMELESS: Final = frozenset(_NAMELESS.split())
"""Words that people write, and no others, who do not tell a name: `Turkse vrouw`, `naam volgt`."""

NO_PHONE: Final = frozenset({"+31612345678", "+31123456789"})
NO_POSTCODE: Final = frozenset({"1234ab", "1111aa", "9999zz", "0000aa"})
NO_BIRTH: Final = frozenset({"19000101", "19010101", "20000000"})
"""What is filled in where something must be, and looks like an answer."""
