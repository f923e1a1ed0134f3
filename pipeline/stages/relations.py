"""What somebody is to another, in the words people use: `zus`, `buurvrouw`, `ablam`, `siostra`.

Our own knowledge, folded to plain letters. They are looked for where a name is told by another's (`related`),
around the name of who invited somebody (`phrases`), and among who comes along (`written_names`).
"""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from pipeline.stages.callnames import exists


def word_set(text: str) -> frozenset[str]:
    """The words of a text, to look them up."""
    return frozenset(text.split())


_FAMILY_WOMEN: Final = word_set("""
    vrouw echtgenote moeder mama mam zus zusje dochter dochtertje tante oma nicht nichtje schoonzus
    schoonzusje schoonmoeder schoondochter kleindochter stiefmoeder stiefdochter pleegmoeder pleegdochter
    weduwe
    mother mum mom sister daughter wife niece
    """)
_FAMILY_MEN: Final = word_set("""
    man echtgenoot vader papa pap broer broertje zoon zoontje oom opa neef neefje zwager schoonvader
    schoonzoon kleinzoon stiefvader stiefzoon pleegvader pleegzoon weduwnaar
    father dad brother son husband nephew
    """)
_FAMILY: Final = (
    _FAMILY_WOMEN
    | _FAMILY_MEN
    | word_set("""
    partner kind kinderen kleinkind ouder ouders pleegkind tweeling verloofde familielid baby child cousin
    zussen broers dochters zonen zoons
    """)
)
_NEAR_WOMEN: Final = word_set("""
    buurvrouw buuf buuv buurv buurmeisje onderbuurvrouw bovenbuurvrouw overbuurvrouw vriendin begeleidster
    verzorgster huisgenote buurvrouwen vriendinnen
    """)
_NEAR_MEN: Final = word_set("""
    buurman buurm buurjongen onderbuurman bovenbuurman overbuurman buurmannen
    """)
_NEAR: Final = word_set("""
    buur buren onderburen bovenburen overburen buurtjes vriend vrienden kennis kennissen collega collegas
    oud-collega ex-collega maatje taalmaatje huisgenoot neighbour neighbor neighbours friend friends colleague
    gast introduce introducee begeleider mantelzorger verzorger tolk hulp oppas chauffeur aanhang loge client
    stagiaire vervanger vervangster invaller invalster plaatsvervanger ex carer guest
    """)
_CALLINGS: Final = word_set("""
    kapper concierge gastvrouw gastheer klasgenoot klasgenote medestudent thuishulp thuiszorg leraar
    lerares docente verpleegkundige vrijwilligster werkster buurtverbinder wijkagent agent buurtwerker
    opbouwwerker jongerenwerker welzijnswerker maatschappelijk sociaal werker beheerder huisarts dokter
    docent meester vrijwilliger voorzitter moderator coach buurtcoach hulpverlener dominee pastoor imam
    """)
_ABROAD_WOMEN: Final = word_set("""
    ablam annem teyzem halam yengem kizim siostra corka zona ciocia abla teyze zuster aunt khti ukhti
    khty khlty zwjty
    """)
_ABROAD_MEN: Final = word_set(
    "abim amcam babam dayim kocam oglum brat syn maz wujek abi amca baba uncle khouya"
)
_ABROAD: Final = word_set("kardesim kuzenim esim")
_NEAR_ABROAD_WOMEN: Final = word_set("sasiadka kolezanka przyjaciolka jarti jrty sdyqty")
_NEAR_ABROAD: Final = word_set("komsu komsum komsumuz arkadas arkadasim sasiad kolega przyjaciel mati sdyqy")
_POLITE_WOMEN: Final = word_set("hanim juf")
_POLITE_MEN: Final = word_set("bey")

WOMEN: Final = _FAMILY_WOMEN | _NEAR_WOMEN | _ABROAD_WOMEN | _NEAR_ABROAD_WOMEN | _POLITE_WOMEN
MEN: Final = _FAMILY_MEN | _NEAR_MEN | _ABROAD_MEN | _POLITE_MEN

KIN: Final = _FAMILY | _ABROAD_WOMEN | _ABROAD_MEN | _ABROAD
"""What somebody of one's family is."""

OF_ANOTHER: Final = _FAMILY | _NEAR_WOMEN | _NEAR_MEN | _NEAR
"""What tells somebody by another's name, or who comes along; not what stands for a form of address."""

RELATIONS: Final = (
    KIN | OF_ANOTHER | _NEAR_ABROAD_WOMEN | _NEAR_ABROAD | _CALLINGS | _POLITE_WOMEN | _POLITE_MEN
)
"""What somebody is to the writer, or does."""

ALSO_NAMES: Final = word_set("man vrouw vriend neef oom zwager zoon meester agent dokter")
"""Of these the ones that are family names as well: `Piet de Man`."""

SELDOM_NAMES: Final = word_set("""
    kind gast broer broers buurman buren vrienden zonen kennis tolk hulp vader ouder papa friend guest child
    """)
"""The same, of few people."""

_FORGIVING: Final = 7
"""So many letters has a word that a slip does not make another."""

_TAIL: Final = 6
"""So many letters at the end of a word tell what somebody is: a `sportmaatje`."""


@lru_cache(maxsize=1 << 12)
def relation_of(word: str) -> str:
    """What somebody is, by a folded word that may have a slip (`buurfrouw`); "" of any other word."""
    if word in RELATIONS:
        return word
    if len(word) < _FORGIVING or exists(word):
        return ""
    return _at_the_end(word) or _slipped(word)


def _at_the_end(word: str) -> str:
    tails = (word[place:] for place in range(1, len(word) - _TAIL + 1))
    return next((tail for tail in tails if tail in RELATIONS and tail not in ALSO_NAMES), "")


def _slipped(word: str) -> str:
    long = (known for known in sorted(RELATIONS) if len(known) >= _FORGIVING)
    return next((known for known in long if OSA.distance(known, word, score_cutoff=1) == 1), "")
