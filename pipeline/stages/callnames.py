"""First names that belong together, and first names that exist: what a Dutch neighbourhood knows by heart.

Three lists of our own knowledge, folded to plain letters. A typing error between two names that both
exist is no typing error but another person (Ton and Tom, Samir and Samira), and that is what
the lists are for in the first place.
"""

from functools import lru_cache
from typing import Final

_CALLED: Final = """
abraham: bram braam abe ab appie
adriana: jana adri sjaan arja janny ada
adrianus: adriaan adri arie ad janus
aleida: alie leida alida aaltje
alexander: alex lex sander xander
aleksandra: ola
aleksander: olek alek
alexandra: sandra alexa
alida: alie lida
andreas: andre dries andries
andrzej: jedrek
anna: ans annie anneke anja anke annet ankie anny an aniela ania
antonia: toni tonny toos tonia
antonius: anton ton toon tonnie tonny antoon teun
antonie: anton ton toon teun
arnoldus: arnold nol arno
bartholomeus: bart mees
bernardus: bernard ben bernd nard
catharina: rina toos trees katrien katja toosje tini trijn ina karin kaatje cato nel rien
chandra: chan
christiaan: chris christ
christina: chris tineke stien stina christien kristel tina
cornelia: corrie cor nel nelly cokky lia cora corry connie cornelie
cornelis: cor kees nelis corne cees
daniel: daan dani danny
dirk: dick
elisabeth: bep els elly lies lisa betty bets beth liesbeth elise elsje lisette bettie lijsbeth betsie ilse
elzbieta: ela
evert: eef
everdina: dina eef
fatima: fati
ferdinand: fer ferdi
ferdinandus: ferdinand ferdi
franciscus: frans cis franc
francisca: cisca sis fransje ciska
frederik: fred freek frits rik
frederika: riek fredie rika
geertruida: truus geertje trudy gerda truida truusje trui geer
gerarda: gerda
gerardus: gerard gerrit ger geert
gerrit: ger
gijsbert: gijs bert
gijsbertus: gijs bert gijsbert
grzegorz: grzesiek
helena: leni lena heleen ellen leentje
hendrik: henk henny hennie rik harrie harry hein driek
hendrika: henny hennie riek rika heintje riekie hendrikje henrike
hendrikus: henk henny hennie rik harrie harry hein driek hendrik
hermanus: herman manus
hermina: mina mien hermien mientje
hubertus: huub bert hub hubert
ignatius: ignace naci
jacob: jaap co coos jaco koos sjaak
jacoba: coba co cootje jacqueline koosje
jacobus: jaap ko koos co jac sjaak jacob
jantina: tina jantje tineke
johan: jo
johanna: jo jopie hanna annie joke hannie anneke jantje janna janny joop hansje johanneke
johannes: jan johan hans jo joop hannes
jozef: jos sjef jef
josephus: jos sjef jozef joseph
josephina: jose fien fientje josien
katarzyna: kasia
krzysztof: krzys
laurens: lau laurent
laurentius: laurens lau
lambertus: bert lammert lambert
leendert: leen leo
leonardus: leo leon leonard
lodewijk: lode loe
ludovicus: louis lodewijk
magdalena: magda lena leentje malgosia
malgorzata: gosia
margaretha: greet gre greetje margriet marga rita grietje margreet gerrie griet
maria: ria riet mia marie mieke marijke marja maaike mies rietje miep marietje miet mariette
maarten: mart
marinus: rinus marien rien
martha: marthe
martina: tineke
martinus: martin tinus maarten
matheus: teus thijs matthijs mathieu
mathilda: tilly thilda
mathias: thijs matthijs
mattheus: thijs matthijs teus theo
michael: mike chiel michel
michal: michalek
michiel: chiel
mohamed: mo moham simo momo
mustafa: moes mus musti
nicolaas: nico niek klaas nick
nicolina: lien
nicolette: nicole
olga: ola
petronella: nel nelly nellie petra pieta ella piet
petrus: piet peter pieter
philippus: flip philip
pieter: piet
pieternella: nel pietje
radjesh: radj radjen raj
radjindre: radjin radj
ramdas: ram
reinier: rein
robert: rob robbie bob robby bert
robertus: rob robert bert
rudolf: rudi ruud dolf
sebastiaan: bas bastiaan
simon: siem
stanislaw: staszek stan
stefanus: stefan steef
stephanie: steffie
soerinder: soerin
susanna: suze sanne suus
theodora: thea dora doortje
theodorus: theo dorus dirk
thomas: tom
tomasz: tomek
victor: vic
vincentius: vincent cent
wilhelmina: willy mien mina wil minnie willemien helma wilma mientje willemijn
wilhelmus: wim willem wil willy helmus
willem: wim wil willy pim
yasemin: yas
zbigniew: zbyszek
abdelkader: kader kadir
abdelkarim: karim
abdelmajid: majid
abdelhamid: hamid
abdelaziz: aziz
abdelhakim: hakim
abderrahim: rahim
abderrahman: rahman
abdellah: abdel
abdullah: apo
"""
"""`formal name: call names`. A formal name and its call name may be one person; two call names of one
formal name (Jan and Hans, both Johannes) are two."""

_SPELLED: Final = """
aicha aisha aysha aischa aicha ajsha aysa ayse
ahmed achmed ahmad achmad ahmet
abdel abdul abdoul abdoel abdal
abdelkader abdelkadir abdulkadir abdoelkader abdelqader abdulkader
abdellah abdullah abdallah abdoellah abdoulah abdulah
abderrahim abdurrahim abdelrahim abderahim
abderrahman abdurrahman abdelrahman abdulrahman abderahman
ali aly
amina amienah aminah
amar amer
anna ana
bilal bilel bielal billal
carla karla
carolien karolien caroline karoline
chadija khadija gadija hatice khadiya kadija chadidja khadidja
chaima chaimae shaima chayma
charles karel
cornelis kornelis
deborah debora
driss idris idriss
elisabeth elizabeth
erik eric erick
esther ester
fatima fatma fatimah fadma fatema fatoema
fatiha fatiha
farid fareed
frans frants
frederik frederick
gerard gerhard
habiba habibah
hafid hafed abdelhafid
hamza hamsa
hanane hanan
hans hansch
hasan hassan hassane
hayat hajat hayate
hicham hisham hisjam
hoessein hussein houssein husein hosein hossein hussain huseyin hoesein
ibrahim brahim ebrahim ibrahiem
ilias ilyas elias ilyes iljas
imane iman
ismael ismail smail ismaiel
jacqueline jaqueline jacquelien
jamal djamal jamaal cemal
jamila djamila cemile jamilah
jan yan
jasmina yasmina jasmin yasmin jasmijn yasemin yasmine
jaap yaap
johan johann
joost yoost
karin carin
karima kariema
kees cees
kemal kamal
khalid chalid halit khaled galid
krzysztof kristof krzystof
krystyna kristina christina
latifa latiefa latifah
lotte lot
lucas lukas loekas
maarten marten
malika malica malikah
marc mark
marijke marieke
mathijs matthijs matijs mattijs
mehmet mehmed
meryem mariam maryam meriem miriam mirjam
mimoun mimoen mimun
mohamed mohammed muhammed mohamad mohammad muhammad muhamed mohamet moehamed mouhamed moehammed
mohamud mahamud mohamoud mahamoud mohammud muhamud
mostafa mustafa moustafa moestafa mostapha mustapha
nadia nadja nadiya
najat najaat
naima naiema
noureddine nordin nourdin noureddin nurettin nordine
omar umar oemar omer
osman usman othman oesman
peter pieter petar
piotr pjotr
rachid rasjid rashid rasit raschid
radjesh rajesh radjes rajes raadjesh
ramdas raamdas
rania ranya
sabah sabaah
said saeed saied saiid
saida saiida
salah saleh
samira samiera
sara sarah saar
shanti santi shantie
shirley shurley sherley
sofia sophia sofie sophie
soerinder surinder
soeresh suresh soerish suresch soeres sures soereesh
souad suad soead soeaad
stefan stephan stephen
suzanne susanne susan suzan
sylvia silvia
tariq tarik tarek tareq
theo teo
thomas tomas tomasz
tom thom
vincent vinsent
wesley wessley
willem wilem
yamina jamina yaminah
yassin yassine jasin yasin jassin
youness younes yunus joenoes younous yonis
youssef yusuf joesoef yousef yousouf jussuf joessoef yusef yoesoef josef
yvonne ivonne
zeynep zainab zeinab zineb zaynab
zohra zahra zohrah zehra
"""
"""Spellings of one name, one name a line."""

_EXIST: Final = """
aad adele adem adil adnan agnes agnieszka aike akke albert alberto alfons alfred alice alicja alphons altan
amal amber amelia amin amine amir amira anand anders andrea andrej angela angelique angelo anika anil anish
anita anouk antje antoine anwar ariana armando arthur arturo asha ashna asim asiya asma astrid asuman atilla
aukje aurelia ayhan aylin ayman aytekin aziza baran barbara baukje beata beatrice beatrix berend bernadette
bertha berthe bianca bianka bogdan boris bouchra boudewijn boukje brigitte britt burak burhan carlos
carmelita carmen celal cem cengiz cetin chantal charissa charlene charlotte cindy claudia clemens clifton
coen coenraad corien curtis dagmar damian daphne darek daria dariusz david deniz dennis desiree dewi diana
diederik diego dilek dineke dinesh dion dolores dominik dominique donald dorien dorota dounia duco dwight
dylan ed eda edgar edith edo eduard edward edwin eelco egbert elif eline eliza elke elmas elmira elske emel
emiel emil emilia emily emine emma emre enrico enver ercan erdal erdem ergun erika erkan erna ernst errol
erwin esma esra ethel eugene eva eveline ewa ewout ezgi fabian fadila faisal faiza farah farida faruk fatih
fatos fedde femke ferhat feride fidan filip filiz floor floris fouad fouzia frances frank franka fransien
freddy frida gabriel gabriela ganesh gerben gerdien germaine gert gertrud ghislaine gina gita glenn gloria
gonul goran gregory greta guido guillermo gul gulay gulcan gulsen gunay gurkan guus hadi hajar hakan haldun
halil halima halime hamida hanife hannah hannelore harm haroen haroun hasna hatim heidi heidy hella helmut
henri henriette herbert hilal hilda hilde hind houda houria huda hugo hulya ibtissam ida igor ihsan ikram
ilham ilknur ilona ineke inez inge ingrid irena irene iris irma isa isabel isabelle ismet ivan ivar iwona
jaantje jacek jack jadwiga jakub james janet janette janina janine janneke janusz jarek jaroslaw jasper jay
jean jeanet jeanette jeanine jeannette jeffrey jelle jennifer jenny jens jermaine jeroen jerry jerzy jessica
jet jetske jetty jill jim jitske joan joanna joaquin jochem joel joep joeri joey john johnny jolanda jolanta
jolien jon jonas jonathan jordy jorge joris jorn joshua joyce juan judith julia julian juliana julie
juliette jurgen jurjen justin justyna kaj kamiel kamil kamila karina karol kaya kazimierz keith kelly kenan
kenneth kerem kerim kevin kim kirsten klara koen koert konrad koray krishna kubra laila lale lars laura lea
leila leman leonie leroy leyla lianne lidia lieke lilian liliane linda lisanne lize loes loret lou louisa
louise lourdes lubna luc luca lucia lucie lucien ludo luis luisa luuk lydia maartje machteld madelon mahmoud
mahmut majda malak mandy manfred manju manoj manon manuel manuela marcel marcela marcin marco marcus marek
margot marian marianna marija marijn marilyn marina mario marion maris marit mariusz marleen marlies marloes
marlon marnix martijn martine marwan maryse mathilde matteo maud maureen maurice maurits mauro max maxim
mehdi melanie melek melissa melvin menno mercedes merel merijn merve mesut metin michelle miguel mila milan
mira mirek mirella miroslaw mirza mitchel moniek monika monique mounir mourad muna munir murat myra myriam
nabil nabila nadine nadir naomi narain natalia natalie natasja nawal nazan necati nelleke nermin nesrin
nevin niels nigel nihat nilay nils nina noa noah noor nora norbert norma nour nouria nuray nuri nursel
nurten odette okan oktay olaf oleg oliver olivia onno orhan oscar oskar otto ouafae ouarda ozan ozgur ozlem
pablo pamela patricia patrick patrycja paul paula paulien pauline pawel pedro peggy pepijn perihan pia pien
pinar polat prem priya przemek quinten quinty rabia rachel rachida radboud rafael rafal raffaela rahma
rainier ramazan ramon ramona randy ranjana raoul ravi ravin raymond regina reinhard remco remi renata rene
renee renske resul reza riad ricardo richard richenel ridouan rinaldo rinke rinske rishi rishma ritesh roel
roelof roger roland rolf romana romeo romy ronald ronnie roos rosa rosalie rosemarie rosita roxanne roy
ruben rudy ruth ryszard saadia saba sabina sabine sabrina sadia safiya sahin sait saliha salim salima salma
sam sami samir sammy samuel sandeep sandy sanjay santosh saskia savas sebastian selim selin selma semra
sergio serkan sevda sevgi sevim shaista shakira shanice sharda sharon sheila shiraz sibel siebe sienna
sietske sigrid sila silvana simone sinan sita sjoerd sjors sjoukje slawek slawomir sonja soraya soufian
soumaya stefania stijn suat sultan sunil sunita sven svetlana swen sybren szymon taha tahir tamara tanja
tatiana teresa theresia tiago tiemen tijmen tijn tim timo tjeerd tobias toine tolga tonja tony tugba tuncay
turgut tyrone ugur ulrike umit umut ursula valentina vanessa vera veronica veronika vijay viktor vinod
virgil vivian volkan wahid waldemar walter wanda wendy werner wessel wieger wiktor wilfred winston wouter
xavier yahya yara yavuz yeliz yildiz yolanda yuksel yuri yusra zakaria zakia zara zdzislaw zekiye zerrin zoe
zofia zoubida zuhal zuleyha zygmunt
"""
"""Names that exist beside those in the other lists."""


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], frozenset[str]]:
    """Formal names by call name, spellings by name, all names that exist."""
    formal: dict[str, set[str]] = {}
    for line in _CALLED.split("\n")[1:-1]:
        name, _, called = line.partition(":")
        for call in called.split():
            formal.setdefault(call, set()).add(name)
    spelled: dict[str, frozenset[str]] = {}
    for line in _SPELLED.split("\n")[1:-1]:
        spellings = frozenset(line.split())
        for name in spellings:
            spelled[name] = spelled.get(name, frozenset()) | spellings
    formals = {name for names in formal.values() for name in names}
    known = frozenset({*formal, *formals, *spelled, *_EXIST.split()})
    return {call: frozenset(names) for call, names in formal.items()}, spelled, known


@lru_cache(maxsize=1 << 14)
def formal_names(name: str) -> frozenset[str]:
    """The formal names that `name` is a call name of, and their other spellings."""
    formal, _, _ = _tables()
    return frozenset(spelling for found in formal.get(name, ()) for spelling in spellings_of(found))


def spellings_of(name: str) -> frozenset[str]:
    """All spellings of `name`, itself among them."""
    _, spelled, _ = _tables()
    return spelled.get(name) or frozenset({name})


def exists(name: str) -> bool:
    """Whether `name` is a first name we know."""
    return name in _tables()[2]
