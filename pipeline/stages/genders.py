"""First names that are a woman's or a man's, to know whom `mevr. Jansen` cannot be.

Our own knowledge; what both may bear, and what we do not know, is neither.
"""

from functools import lru_cache
from typing import Final

from pipeline.stages.callnames import exists, formal_names
from pipeline.stages.firstnames import spellings_of

_WOMEN: Final = """
aaltje adriana agatha agnes agnieszka aicha alberta aleida alexandra alice alida alina amal amina amira
andrea angela angelique anita anja anke anna anne anneke annelies annemarie annemieke annet annette annie
anouk antje antoinette antonia arzu asha asiye astrid asya aylin ayse aysel baukje beata beatrix berna
berendina bernadette betty bianca birgit bouchra bozena bregje brigitta carina carla carolina caroline
catharina cecilia chaimae charlotte chantal christa christel christina clara claudia coby cornelia daniela
danuta deborah debby derya diana dilek dina dorota ebru edith ela elena elif elisabeth elise ellen elly els
elsa else elzbieta emine emma esma esra esther eva ewa fadma farida fatima fatiha fatma femke fien filiz
floor frederika francisca froukje geertje geertruida gerda gerarda gerritje gonny greetje grietje gul guler
hanan hind ikram nisrine siham wafa rajae gulsen hafida hafsa hajar halima halina hanife hanna hannah
hanneke hasna hatice havva heleen helena helma hendrika henriette hetty hilda hilde hilke hubertina imane
ilham ilona ilse indra ineke inge ingrid irena irene iris irma isabella jacoba jacqueline jamila janna
janneke jannetje janny jantine jantje jessica joanna johanna jolanda joke josephina josina judith julia
juliana julie karima karin katarzyna kavita khadija kim klaasje krystyna kubra lamia latifa laura laila
leila lena leonie leyla lia lidwina liesbeth lieke lies lina linda lisa lise loes loubna louisa louise lotte
lucia lutfiye lydia maaike maartje madelon magdalena maja malgorzata malika manon margaretha margo maria
mariam marianne marieke mariette marije marijke marina mariska marja marjan marjolein marlies marloes marta
martha martine martina maryam maryem maud meral meryem mia mieke miep milou mimount mina mirjam miriam
monica monika monique mounia nadia naima nancy natalia natasja nel nelleke nermin nezha nicole nienke nilgun
nina noor nora nuran nurhan nursel ouafa paula petra petronella pien pinar priya rabia rachel rachida radha
rahma rebecca regina renate rhea ria rianne rina rita roos rosa rosalie roza ruth saadia saida saliha saloua
samira sandra sanne sanneke sara sarah selma semra serpil sevda sevgi sevim shanti sibel sietske sigrid
sihame sita sjaan sofia songul sonja sonia sophie soraya soumaya suhaila suhela sumaya sunita susan susanna
suzanne sylvia tanja teresa thea theodora theresia tilly tineke tiny tjitske toos trees trijntje truus tulay
turkan ursula usha vanessa vera veronica wendy wies wilhelmina willeke wilma yamina yasmina yasmin yvonne
yvette zahra zakia zehra zeynep zofia zohra zuzanna
"""
_MEN: Final = """
aad aart abdelkader abdelkarim abdellah abdelmajid abderrahim abderrahman abdullah abraham achraf adam adil
adnan adrianus ahmed albert albertus alexander alfred ali amar amine amir andre andreas andrzej anil
anthonie anton antonius anwar arend arie arjan arnold arnoldus arthur arturo ashok ashwin augustinus ayhan
ayoub aziz aydin barend bart bartholomeus bas bastiaan ben benjamin bernardus bert bilal bjorn bob boris
boudewijn bram brahim burak casper cees cemal cengiz charles christiaan claudius coenraad constantijn coen
cor cornelis daan daniel david dennis derk dick diederik dirk dogan driss eddy edwin eelco egbert elias
emiel emre enes erdem eric erik erkan ernst erol evert fahd faisal farid ferdinand ferhat fikret floris
fouad frank frans franciscus fred frederik freek fuat gabriel geert georg george gerard gerardus gerben
gerrit gijs gijsbert gokhan guido gustaaf guus haci hafid hakan hakim halil hamid hamza hans harald harm
harold harrie harry hassan hein heinrich hendrik henk henri herman hermanus hicham hilmi hubertus hugo
huseyin hussein ibrahim idris ignatius ilias ilyas imad imran isa ismail ivo izaak jaap jacob jacobus
jacques jamal jan janusz jarek jaroslaw jasper jawad jelle jeroen jerzy johan johannes joost joop joseph
jozef jurgen kadir kamal kareem karel karim kasper kazimierz kees kemal kenan kevin khalid klaas koen koos
krishna krzysztof lambertus lars laurens leendert leo leon leonardus levent lodewijk louis luc lucas luuk
maarten mahmoud malik marcel marcin marco marcus marek mario marinus marius mark martijn martin martinus
mathijs matthias mattheus maurice max mehdi mehmet menno metin michael michal michel michiel miguel milan
mimoun mohamed mohan mounir mourad murat mustafa nabil najib naresh nathan nico nicolaas niels noureddine
nuri okan olaf omar onno orhan osman othman otto oussama ozan ozgur patrick paul paulus pawel peter petrus
philip piet pieter piotr quirinus rachid rafal ramazan ramon ravi rayan recep redouan reinier remco reza
richard rik rinus rob robert roel roelof roger roland rolf roy roman ron ronald rudolf rutger ruud ryszard
sabri samuel said salah salim samir sander satish sebastiaan selim serdar sergio sezer sidney siebe sietse
sieb simon sjoerd sofian soufiane stefan stephan steven sulaiman sunil suresh tamer tarik teun theodorus
theo thijs thomas tijmen tim timo tjeerd tobias tom tomasz ton tuncay turgut ugur veli vijay vincent volkan
waldemar walid walter wassim werner wessel wietse wilfred willem wim winston wouter yahya yasin yavuz younes
youssef yunus yusuf zakaria zbigniew zeki
"""


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_WOMEN.split()), frozenset(_MEN.split())


@lru_cache(maxsize=1 << 12)
def gender_of(name: str) -> str:
    """`f` or `m` of a folded first name, "" of what both may bear and of what we do not know."""
    women, men = _known()
    if (name in women) != (name in men):
        return "f" if name in women else "m"
    forms = {*spellings_of(name), *formal_names(name)}
    if forms.isdisjoint(women) == forms.isdisjoint(men):
        return ""
    return "m" if forms.isdisjoint(women) else "f"


def is_given(name: str) -> bool:
    """Whether a folded first name is one that many were given, and not only called by."""
    return any(name in names for names in _known())


_SPELLED_LONGER: Final = {"a": "a", "e": "ai", "ye": ""}
"""What makes a name a woman's, and behind which letters it only makes another spelling: Arie, Wafaa."""


@lru_cache(maxsize=1 << 14)
def is_her_form(one: str, other: str) -> bool:
    """Whether one first name is the other, in any spelling, with an ending that makes it a woman's.

    Khalid or Khaled and Khalida, Ali and Aliye, René and Renée; not Hanan and Hanane, a woman's both.
    """
    pairs = ((one, other), (other, one))
    return any(_is_hers(his, hers) for name, hers in pairs for his in (name, *spellings_of(name)))


def _is_hers(his: str, hers: str) -> bool:
    ending = hers[len(his) :]
    if not ending or not hers.startswith(his) or not exists(his) or gender_of(his) == "f":
        return False
    return his[-1] not in _SPELLED_LONGER.get(ending, his[-1])
