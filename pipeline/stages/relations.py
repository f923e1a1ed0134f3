"""What somebody is to another, in the words people use: `zus`, `buurvrouw`, `ablam`, `siostra`.

Our own knowledge, folded to plain letters. They are looked for where a name is told by another's (`related`),
around the name of who invited somebody (`phrases`), and among who comes along (`written_names`).
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FAMILY_WOMEN: Final = _words("""
    vrouw echtgenote moeder mama mam zus zusje dochter dochtertje tante oma nicht nichtje schoonzus
    schoonmoeder schoondochter kleindochter stiefdochter pleegdochter weduwe
    mother sister daughter wife niece
    """)
_FAMILY_MEN: Final = _words("""
    man echtgenoot vader papa pap broer broertje zoon zoontje oom opa neef neefje zwager schoonvader
    schoonzoon kleinzoon stiefzoon pleegzoon weduwnaar
    father brother son husband nephew
    """)
_FAMILY: Final = (
    _FAMILY_WOMEN
    | _FAMILY_MEN
    | _words(
        "partner kind kinderen kleinkind ouder ouders pleegkind tweeling verloofde familielid baby child"
    )
)
_NEAR_WOMEN: Final = _words("""
    buurvrouw buuf buurmeisje onderbuurvrouw bovenbuurvrouw overbuurvrouw vriendin begeleidster verzorgster
    """)
_NEAR_MEN: Final = _words("buurman buurjongen onderbuurman bovenbuurman overbuurman")
_NEAR: Final = _words("""
    buur buren vriend vrienden kennis collega maatje huisgenoot neighbour neighbor friend colleague
    gast introduce introducee begeleider mantelzorger verzorger tolk hulp oppas chauffeur aanhang loge client
    stagiaire vervanger vervangster invaller invalster plaatsvervanger ex carer guest
    """)
_CALLINGS: Final = _words("""
    wijkagent agent buurtwerker opbouwwerker sociaal werker huisarts dokter docent meester juf vrijwilliger
    voorzitter moderator coach hulpverlener dominee pastoor imam
    """)
_ABROAD_WOMEN: Final = _words(
    "ablam annem teyzem halam yengem kizim siostra corka zona ciocia abla teyze zuster aunt"
)
_ABROAD_MEN: Final = _words("abim amcam babam dayim kocam oglum brat syn maz wujek abi amca baba uncle")
_ABROAD: Final = _words("kardesim kuzenim esim khti khouya")
_POLITE_WOMEN: Final = _words("hanim juf")
_POLITE_MEN: Final = _words("bey")

WOMEN: Final = _FAMILY_WOMEN | _NEAR_WOMEN | _ABROAD_WOMEN | _POLITE_WOMEN
MEN: Final = _FAMILY_MEN | _NEAR_MEN | _ABROAD_MEN | _POLITE_MEN

KIN: Final = _FAMILY | _ABROAD_WOMEN | _ABROAD_MEN | _ABROAD
"""What somebody of one's family is."""

OF_ANOTHER: Final = _FAMILY | _NEAR_WOMEN | _NEAR_MEN | _NEAR
"""What tells somebody by another's name, or who comes along; not what stands for a form of address."""

RELATIONS: Final = KIN | OF_ANOTHER | _CALLINGS | _POLITE_WOMEN | _POLITE_MEN
"""What somebody is to the writer, or does."""

ALSO_NAMES: Final = _words("man vrouw vriend neef oom zwager zoon meester agent dokter")
"""Of these the ones that are family names as well: `Piet de Man`."""

SELDOM_NAMES: Final = _words("kind gast broer buurman kennis tolk hulp vader ouder papa friend guest child")
"""The same, of few people."""
