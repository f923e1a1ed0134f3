"""What people are called: a formal first name and its call names, as a Dutch neighbourhood knows them.

Our own knowledge, folded to plain letters: Dutch and Frisian, Turkish, Arabic and Berber, Hindustani, Polish.
"""

from functools import lru_cache
from typing import Final

from pipeline.stages.firstnames import exist_besides, spellings_of

__all__ = ["call_names", "exists", "formal_names", "may_be_called", "spellings_of"]

_CALLED: Final = """
aafke: aaf; aaltje: alie; abdelali: ali; abdelaziz: aziz; abdelghani: ghani; abdelhadi: hadi; abdelhafid:
hafid abdel; abdelhak: hak abdel; abdelhakim: hakim; abdelhamid: hamid; abdelilah: ilah abdel; abdeljalil:
jalil; abdelkader: kader kadir abdel kada; abdelkarim: karim abdel krimo; abdellah: abdel; abdellatif: latif
abdel; abdelmajid: majid; abdelmalek: malik malek; abdelnabi: nabi; abdelouahab: wahab ouahab; abdelrazak:
razak; abdelwahid: wahid; abderrahim: rahim; abderrahman: rahman; abderrazak: razak; abdeslam: salam;
abdessamad: samad; abdulaziz: aziz; abdulkerim: kerim; abdullah: apo abdo; abdurrahman: rahman; abraham: bram
braam abe ab appie avraham ibo; adelheid: heidi ada adele; adolf: dolf; adriana: jana adri sjaan arja janny
ada jaantje ariaantje adrie adriaantje sjaantje adrienne ari jaan sjanie; adrianus: adriaan adri arie ad janus
sjaan adje aad ar adrie; agatha: agaath agaat aagje; agnes: neske agnies; agnieszka: aga agusia; ahmed: hmed
hamou hmida hmad; aicha: aichatou aish aichi; alberdina: dina alie; albert: bert ab appie al bertie; alberta:
berta bertha; albertus: albert bert bertus ab appie ap; aldegonda: gonda gonny; aleida: alie leida alida
aaltje; aleksander: olek alek; aleksandra: ola olka; alexander: alex lex sander xander aleks sacha sasha alec
al; alexandra: sandra alexa sacha sasha xandra lexie; alfonsus: fons alfons phons; alfred: fred freddy alf
freddie bertie; ali: allal; alicja: ala; alida: alie lida ida; allegonda: gonda gonny alle; aloysia: wies;
alphonsus: fons alphons phons; amalia: lia amelie mia; ambrosius: broos; anastazja: nastka; andrea: drea;
andreas: andre dries andries drees andy; andrew: andy drew; andrzej: jedrek; angela: angelique angie lena;
angelina: lina angie angelien; angelique: lieke angel; anna: ans annie anneke anja anke annet ankie anny an
aniela ania ank anni anouk antje naatje annemieke annick annika anniek hanna anka anusia anne annelies annelie
annebeth; annemarie: an annie ria; anthonia: toos; anthonie: toon ton; anthonius: ton toon tonnie anton
anthonie; anthony: tony ton anton; antoinetta: netty nettie toinet toni; antoinette: netty nettie toinet;
antonetta: netty nettie toni; antonia: toni tonny toos tonia tonnie tony antje antoinette antonie netty;
antonie: anton ton toon teun; antonina: tosia; antonio: toni tony; antonius: anton ton toon tonnie tonny
antoon teun tony tonie anthonie antonie tinus antoine; apollonia: pleun ploon plonie; apolonia: pola plonie;
arend: arie; arnold: nol arno; arnoldus: arnold nol arno nolleke nolly noldus arnout nout; arthur: art;
august: guus gust; augusta: guusje gusta guus; augustinus: guus gust stijn; augustus: guus gust; ayse:
aysegul; aysegul: ayse; balthasar: bals; barbara: babs barbro baar baartje basia baska; barend: bert;
bartholomeus: bart mees bartel meeuwis barthel; bartlomiej: bartek; bastiaan: bas; beatrice: bea trix trixie;
beatrijs: bea trijs; beatrix: bea trix trixie; belkacem: kacem; benedictus: ben bennie dick benno; benedikt:
ben; benjamin: ben benny benno bennie; berendina: dina dinie diny beppie; bernadette: detta ber bernie;
bernard: nard; bernardina: dien dina diny bernie; bernardus: bernard ben bernd nard benny berend; bernhard:
bern ben; bertha: bep; bertram: bert; boguslaw: bogdan bogus; boguslawa: bogusia; boleslaw: bolek; bonifatius:
faas; boubker: bakr; bouchra: boucha; bozena: bozenka; brahim: bra; brigitta: gitta britta birgit; bronislawa:
bronia; camilla: mila milla; carolina: carla lien lina caro carolien caroline line ina; caroline: carla lien
caro; carolus: carel karel charles carlo; caspar: cas kas jasper; catharina: rina toos trees katrien katja
toosje tini trijn ina karin kaatje cato nel rien trien kaat katrijn cathy kitty toke cateau trijntje trinette
tineke kato katinka to rie cathrien ineke katelijne carien tiny carin; catherine: kate cathy katie kitty cat;
cecilia: cilia cil cilly cissy celia; celina: cela; chaimae: chaima; chandra: chan; chandrikapersad: chandrika
chan; charles: charlie chuck chas charley; charlotte: lotte lot lotje charlot lotta lottie; christiaan: chris
christ; christian: chris christ; christiane: chris; christianus: christiaan chris christ christian; christina:
chris tineke stien stina christien kristel tina chrissie chrisje christa stineke krystyna chrissy tiny;
christoffel: stoffel chris stof; christopher: chris kit; christophorus: chris christof toffel christoffel;
clara: klaartje claartje clair; clasina: sien siena klaasje sina ina; claudia: clau; claudius: claus; clemens:
clem; clementina: clem tina; coenraad: coen koen; constantia: connie stans stance; constantijn: stan costa
tijn; constantinus: stan constant; cornelia: corrie cor nel nelly cokky lia cora corry connie cornelie cokkie
keetje neeltje kee corine corien cornee nelleke neel kokkie nelie cock conny cok; cornelis: cor kees nelis
corne cees knelis neel kor crelis corneel cornee keesje nees kors; cornelius: con neil; cornelus: kees cor;
cunegonda: gonda gonny; daniel: daan dani danny danie dan; daniela: dani; danuta: danka dana; dariusz: darek;
david: daaf dave davy dawid; debora: deb debby; deborah: deb debby; desiderius: desi; diederik: dirk rik diek;
dimphena: dimph dymph; dionisius: dion nies denis; dionysius: dion nies; dirk: dick rik durk; dirkje: dika;
djaiprakash: djai; dominicus: dominik minus domien; dominika: domi; dorota: dorotka; dorothea: dora door
doortje thea dorien doris do dorothee tea; dorothy: dot dolly dottie; driss: dris; edgar: ed; edmund: ed ned
eddie; edmundus: edmond ed; eduard: ed edu eddy; eduardus: eduard ed edward; edward: ed eddie eddy ward ted
ned teddy; edwin: ed; egbertus: egbert bert; eleanor: ella nell nellie nora; eleonora: ellen nora noor leonoor
lore elly noortje; elhoussaine: hoss; elisabeth: bep els elly lies lisa betty bets beth liesbeth elise elsje
lisette bettie lijsbeth betsie ilse liesje elsa betje lizzy liz liset lisbeth ella lijs beppie elle ellie
lieske lisanne bettina elselien elsbeth betsy elizabet bes lise liza beb lys; elizabeth: beth betty bess
bessie eliza liz lizzie betsy libby lisa elsie; ellen: nell nellie; elmokhtar: mokhtar; elvira: vira;
elzbieta: ela elka bietka; emanuel: manuel emmanuel manus; emerentia: emmy rens; emilia: emmy mila milly mia;
emily: em emmy; emine: emi; emma: em; engelbertus: bert engelbert engel bertus; engelina: lien engeltje; erik:
rik; ernest: ernie; ernestus: ernst ernest; esmeralda: esmee; esseline: lien lina; eugene: gene; eugenia:
zenia eugenie; eugenius: eugene; eva: eefje eef; evelien: lien eef; everardus: evert everard eef; everdina:
dina eef dien; everhardus: evert; evert: eef; ewa: ewka; ewelina: ewa; fadoua: fadwa; fatima: fati fatoum
fatimzahra fatna fattouma fatou fatiha fatoesj; fatimazahra: fatima zahra; fatma: fato fadime; felix: fee;
ferdinand: fer ferdi ferry; ferdinandus: ferdinand ferdi fer nand ferry; florence: flo florrie; florentina:
flor tina floor floortje; florentine: floor flo florien; florentius: floor floris flor; floris: flo; frances:
fanny fran; francina: sien fransje cien francien; francis: frank fran; francisca: cisca sis fransje ciska
francien frances francis franca fransien siska cis fran sisca zus; franciscus: frans cis franc ciscus sus
francois francis fransiscus; franciszek: franek; franklin: frank; fransisca: fran; fransiscus: frans cis;
frederica: freddie riek fredrika frederique rika; frederick: fred freddie freddy; fredericus: fred frits freek
rik; frederik: fred freek frits rik fritz frederic; frederika: riek fredie rika frea; gabriel: gabi gab;
gabriela: gabrysia; gabriella: gaby; gangadei: ganga; geert: gert; geertje: geer gea; geertruida: truus
geertje trudy gerda truida truusje trui geer geert geertrui geertruy trudie truitje gertie ruda geerte gea
geesje; genoveva: veva; geoffrey: geoff jeff; george: sjors georgie; georgius: george sjors joris; gerald:
gerry jerry; gerarda: gerda gerrie gerry gerardje gerdien geertje; gerardina: gerda dien dina diny gerrie dini
dinie gerdina gerdien; gerardus: gerard gerrit ger geert gerd geerd grad sjra sjraar graard gerry gerhard
geerke gradus; gerharda: gerda gerrie; gerhardus: gerhard ger gerard gert harrie hardus gerrit geert; gerrit:
ger gert gerry; gerritdina: dina gerrie; gerritje: gerda gerrie; gertrude: gertie; gesina: sien ina gesien
sina sientje; gezina: sien ina; gijsbert: gijs bert; gijsberta: bertha gijsje; gijsbertus: gijs bert gijsbert
gijsbrecht bertus; gilbert: gil bert; godefridus: frits govert fried guus; gozewijn: goos; gradus: grad;
grazyna: grazka; grzegorz: grzesiek grzes; guilhelmus: willem guillaume; gulsum: gul gulsen; gustaaf: guus
staf; hadewych: hadewij; hadija: haddouch; halina: hala halinka; hanane: hanan; hardjan: har; harmannus: harm;
harold: harry hal; harriet: hattie; hassan: hassani; hatice: hatun; heinrich: heinz; helen: nell nellie;
helena: leni lena heleen ellen leentje lenie leny lenneke len; hendricus: henk henri harrie hendrik driek
henny hein rik; hendrik: henk henny hennie rik harrie harry hein driek hendrikus hendrick hent heino rikus
hendri han heink rick heintje; hendrika: henny hennie riek rika heintje riekie hendrikje henrike hetty rieka
drika dika hendrien rikie hinke riki henriette hendrina rie; hendrikje: hennie rika; hendrikus: henk henny
hennie rik harrie harry hein driek hendrik driekus rikus hent henri hendri han; hendrina: rina henny dien;
henrica: jettie jet; henricus: henk rik hein harry henrie; henriette: hetty jet jetty jetje; henry: harry hal
hank; henryk: heniek; herbert: herb bert bertie; heribertus: bert; hermana: manna; hermanus: herman manus harm
maan herm maanus harmen; hermina: mina mien hermien mientje herma mineke minie; hieronymus: jeroen; hilda:
hil; hilde: hil; hillegonda: gonda hil hilly; hoessein: hocine hoes; horace: horry; houssaine: hoss;
hubertina: tina bertina huberta; hubertus: huub bert hub hubert huib bertus huibert hubrecht huup; hugh:
hughie; hugo: huug; huibert: huib bert; huseyin: husso; ibrahim: ibo brahim ibro ibra; ignatius: ignace naci
naas; irena: irka; isaac: sjaak ies; isabella: bella isa belle ies; isidorus: door dorus; ismail: isma smain
ismo; izabela: iza; jaap: jaapje; jacob: jaap co coos jaco koos sjaak jac jacco sjakie jakob jack job cobus
jacques jake; jacoba: coba co cootje jacqueline koosje ko jaco jacobje coos coosje jacomien cora cobi cobie
coby koby; jacobus: jaap ko koos co jac sjaak jacob jacques cobus jaco jack jakob kobus koosje coos jappie;
jacomina: mien mina jaco coba; jacqueline: jacky jackie jacq lien linda; jadwiga: jadzia; jagdish: jag; jakub:
kuba; james: jim jimmy jamie; jamila: jam; jan: jantje janus janek jasiek; jane: janie jenny; janina: janka;
jannetje: janny jannie jans netty jo; jannigje: jannie janny; jantina: tina jantje tineke; jantje: jannie;
janusz: jan janek; jaroslaw: jarek; jeannette: jean netty jeanet; jeffrey: jeff; jennifer: jenny jen;
jeremias: jerry; jeroen: roen jer; jerzy: jurek; jessica: jess; joachim: jochem jochen chiem; joanna: asia
joasia aska; joannes: jan johan hans jo john; jodocus: joost; johan: jo hans jan joh; johanna: jo jopie hanna
annie joke hannie anneke jantje janna janny joop hansje johanneke jantien hanneke jans jannetje hanny jannie
johannie annechien joan joanna hannes jeanne hannah jennie joanneke annika joosje annet janneke ans jeanet
anke nans jansje jane sjaan; johannes: jan johan hans jo joop hannes johannis joh john jannes jean jantje
johnny joannes johnnie hannus hansje jopie janus johny jon sjon sjang; john: jack johnny jon; johnny: john;
jolanda: jo; jolanta: jola; jonathan: jon john; josef: sjef jos jef; joseph: jos sjef jef joop joep jo joe;
josephina: jose fien fientje josien jos jo josee josina finie josefien josette ine; josephus: jos sjef jozef
joseph joep joop jo; joshua: josh; josina: sien josien jo; jozef: jos sjef jef jozek; jozefa: jos; jozefina:
jos fien; jozina: sien; judith: juut judy; julia: juul jules; juliana: juul lia jul; julianna: julka; julius:
juul; jurgen: jur; jurriaan: jur; justina: tina; justus: joost; kadriye: kadi; kamil: kamilek; kamladebie:
kamla; karima: karim; karolina: karo kaja karola; katarzyna: kasia kaska katka; katherine: kate kathy kit
kitty katie; kazimierz: kazik kaz; kenneth: ken; khadija: khadouj dija khadi kadi; klaas: klaasje niek;
klasina: sien klaasje sina sientje; koenraad: koen coen; krelis: cor; krishna: kris kries; krishnadath:
krishna kris; krystian: kris; krystyna: krysia; krzysztof: krzys krzysiek krzysio kris; lahcen: hassan
lahssen; lalita: lal; lalla: lala; lamberta: bertha; lambertus: bert lammert lambert bertus lammie lamme;
laurence: larry; laurens: lau laurent laus rens louw; laurentius: laurens lau rens laurent lorenz lourens;
lawrence: larry; lech: leszek; leendert: leen leo leendertje len; leonard: len lenny; leonarda: narda leo;
leonardus: leo leon leonard nard leendert len lenard leen; leonora: nora; leopoldus: leo leopold pol; leszek:
lech; levina: lien vina; lewis: lew; lidwina: lia lidy lidwien lid; lijsbeth: bep; lillian: lily; lodewijk:
lode loe wiek louis loek lou; louis: lou loe; louisa: wies loes wiesje lou isa lous; louise: loes wies lou;
lourens: laurens lou; lucas: luuk luc loek; lucia: lucie luus loes; lucretia: lucre creetje; lucy: lu;
ludovica: wies louise loes; ludovicus: louis lodewijk lou ludo vic louk loed; ludwik: ludwig; lukasz: luki;
lydia: lidy; maarten: mart maart; machiel: chiel; maciej: maciek; madeleine: madelon; magdalena: magda lena
leentje malgosia leen lenie mada madeleine madelief magdaleen lenka madzia madelon leny leni marleen;
magdalina: lena; mahinder: mahin; mahmoud: hamoud mahmut; malgorzata: gosia malgosia goska; malika: malek;
manuel: manu; marcellinus: cel marcel lin; marcellus: marcel; marcin: marcinek; marcus: mark marc; margaret:
maggie peggy meg marge greta madge maisie; margaretha: greet gre greetje margriet marga rita grietje margreet
gerrie griet gretha greta gretchen meta margot margret gretel margo gretta magreet marguerite ria gonny margie
marit; margarita: rita marga; maria: ria riet mia marie mieke marijke marja maaike mies rietje miep marietje
miet mariette marietta mieneke myra marieke marij mimi marika marye mariska riek rie riekie mya mea mary
marleen mariet myriam maryka marysia maryla zus maartje maryse marjo; marianna: marian janna anna; marianne:
janne marian ria; marina: rina; marinus: rinus marien rien rini riny marijn rinie rins; mariusz: mariuszek;
martha: marthe mart marta; martijn: mart tijn; martin: marty; martina: tineke tina marty martien tiny tinie
martine tine tien; martinus: martin tinus maarten martien marten tienus mart martijn ties tijn tiny; mary:
molly polly mae; mateusz: mati; matheus: teus thijs matthijs mathieu matthias thieu teeuwes theeuwis; mathias:
thijs matthijs ties; mathijs: thijs ties mats matty tijs; mathilda: tilly thilda til tilda tillie thilde maud;
mathilde: maud tilly til; mathildis: thilde til; matilda: tilly; mattheus: thijs matthijs teus theo mat
teeuwis; matthew: matt; matthias: thijs ties matt mats tijs mattie; matthijs: thijs tijs; mauritius: mau
maurits mauri maurice maus; maurits: mau rits maus; maximiliaan: max; maximilian: max; mechelina: lien lina;
mechteld: mette; mehmet: memo memet mehmetcan; melchior: mels; memduh: memo; meryem: mery; michael: mike chiel
michel michiel mick mikey mickey chael mikel; michal: michalek misiek; michelle: shell; michiel: chiel mick
giel; miechel: chiel; mieczyslaw: mietek; mimount: mimouna; mina: amina; miroslaw: mirek; mohamed: mo moham
simo momo mohamedi moha hammou mimoun med mohand moe memed moh; mohammed: mo moe moha mohand simo moh momo;
mokhtar: moktar; monica: moon; monika: moni; mostafa: mus; mounir: moun; mozes: moos; muhammed: memo mo muho;
mustafa: moes mus musti mussa moustaf staf musi; naima: naim; narain: narin; natalia: natasja talia nataszka
nati; nathalie: nat; nathanael: nathan; nathaniel: nathan niel nat nate; nazife: nazi; neeltje: nelleke nel
neel; nelly: nel; nezha: nez; nicholas: nick nico; nicolaas: nico niek klaas nick klaasje nicky nikolaas niels
nic nicol claas; nicolaus: klaas nico; nicole: nicky nick nik; nicolette: nicole nicky colette colet;
nicolina: lien; norbertus: norbert bert noor; noureddine: nour nordin nouri; nurettin: nuri; octavia: tavie;
olga: ola; oliver: ollie; olivier: oli; oumaima: oum; parbatie: parba; patricia: pat patty trish trees;
patrick: pat paddy; paulina: paula lien lina paulien; paulus: paul pauwel pouw pauw; pawel: pawelek; pelagia:
pela; percival: percy; peter: pete; petronella: nel nelly nellie petra pieta ella piet pietje petronel nella
petro petri nelleke ptr nelletje pleuntje ploon; petrus: piet peter pieter pier pietje pim pit peet piotr per
pierre; philip: phil flip; philippus: flip philip philippe lip flippie; philomena: mena mien fien philo;
pieter: piet pier pietje peet pit; pieternel: nel; pieternella: nel pietje nelly nella pie neel; piotr:
piotrek piotrus; placidus: plaas; premchand: prem; przemyslaw: przemek; quirinus: rinus quirijn krijn; rabia:
rab; rachel: rae; rachid: rachi; rachida: rachi; radhika: radha; radjesh: radj radjen raj; radjinder: radj;
radjindre: radjin radj; radoslaw: radek; rafal: raf; rajendra: raj rajen; rajesh: raj; ramazan: rama; ramdas:
ram; ramesh: ram; raymond: ray; rebecca: becky bekka beck; redouan: redo; regina: gina rina; reginald: reg
reggie; reinbertus: bert; reindert: rein; reinier: rein nier; reinoud: rein; renata: rena renia; renatus:
rene; ricardo: rick ricky; richard: dick ricky rick rich richie; robert: rob robbie bob robby bert robin
bobby; robertus: rob robert bert robbert; rochus: rock; roelof: roel; roelofje: roely roelie roelien; roger:
rodge; roland: rolo; ronald: ron ronnie; rosa: roos roosje; rosalia: rosa lia roos saly; rosalie: roos;
rosalina: roos lina; rosemary: rose; roshni: ros; roza: rozalia; rudolf: rudi ruud dolf rudie; rudolph: rudi
ruud dolf; rudolphus: ruud rudi dolf rudolf; rupert: bert; russell: russ; rutger: rut; ryszard: rysiek; said:
saidi; salomon: sal saul; samantha: sam; samira: sam sami; samuel: sam sem sammy; sander: san; sandhya: san;
sara: sarina saartje; sarah: sally sadie; satish: sat; sebastiaan: bas bastiaan basje; sebastian: bas seba;
selahattin: selo; servatius: servaas vaas; severinus: sef; sewpersad: sewa; shanti: shan; sharda: shar;
shrikant: shri; sidney: sid; sigfridus: fried; sigismund: siegmund; silvester: vester; simon: siem simen
sijmen si; sitaram: sita; slawomir: slawek; soenita: soen; soerdjpersad: soerdj; soerinder: soerin; sophia:
fie fietje fia sofie fieke sophie fije; soumia: soum; stanislaw: staszek stan stasiek stach; stanislawa:
stasia; stanley: stan; stefan: stef steef stefek; stefania: stefa; stefanie: stef steffie; stefanus: stefan
steef steven; stephanie: steffie; stephanus: stef steef stefan stephan steven; stephen: steve; steven: stef
steef stephan; stijntje: stien; sukran: suki; suleyman: sulo slimane; sumeyye: sumi; susan: sue susie;
susanna: suze sanne suus suzan susan suzanne san sanna; suzanna: suus; suzanne: suus suze; svetlana: sveta;
sylvester: vester; sylwester: sylwek; szymon: szymek; tadeusz: tadek; tarik: tar; tatjana: tanja; teresa:
tereska; teunis: teun ton; theodoor: theo; theodora: thea dora doortje dorien door theadora; theodore: ted
teddy theo; theodorus: theo dorus dirk door teet doris theodoor ted; theresa: trees thea tess; therese: trees;
theresia: trees thea resi threes thera treesje tessa tess tera therese; thomas: tom maas tommie tommy; tijmen:
tim; timotheus: tim timo; timothy: tim; tjeerd: tje; tobias: tobie tob; tomasz: tomek tomus; trijntje: tine;
urszula: ula; valentijn: val tijn; valentinus: tinus; valerius: vaal; veronica: vera vroon ronnie vroni;
victor: vic vick; victoria: vicky viktoria; victorina: rina; vincent: vin vince cent; vincentius: vincent
cent; virginia: gina ginny; vladimir: vova volodja; waclaw: wacek; walburga: wally; walter: wally walt;
walterus: walter wouter wout; waltherus: walter wout; wanda: wandzia; wiebren: wieb; wieslaw: wiesiek;
wieslawa: wiesia; wietske: wies; wilfred: wilf; wilhelm: willy wim; wilhelmina: willy mien mina wil minnie
willemien helma wilma mientje willemijn helmi wilmien willemina mineke wies miep mimi helmie helmina mins
willemientje ina ineke minie miny minke willie; wilhelmus: wim willem wil willy helmus wiel willempie guus pim
helm wiebe wilm wilco willie will; willem: wim wil willy pim willempje wiebe guus wilco; willemina: willy wil
mien willemien mina wilma; william: bill will billy willy liam willie; willibrordus: wil brord willibrord
bram; wincenty: wicek; winifred: winnie; wladyslaw: wladek; wlodzimierz: wlodek; wojciech: wojtek; wolter:
wout; wouter: wout; yasemin: yas; yasin: yas; yousra: yous; youssef: joe jous; yusuf: yusi; zacharia: zak;
zacharias: zach; zachary: zach; zbigniew: zbyszek zbych; zdzislaw: zdzich; zeger: zeg; zeynep: zey zeyno;
zofia: zosia; zohra: zoh; zuleyha: zul; zuzanna: zuzia zuza; zwaantje: zwaan
"""
"""`formal name: call names`. A formal name and its call name may be one person; two call names of one
formal name (Jan and Hans, both Johannes) are two."""


_MAY_BE: Final = """
adriana: rianne ariane; adrianus: arjan; anna: anita annemarie annette; catharina: karin; elisabeth: ilse;
franciscus: frank; johanna: jeannette janine;
maria: marianne marjan marion manon marjolein mirjam mariska marloes;
martinus: martijn; petronella: petra; wilhelmina: willemijn
"""
"""`name: names` that some of its bearers are called by, and others are given: not one person without asking,
nor two."""


@lru_cache(maxsize=1)
def _may_be() -> dict[str, frozenset[str]]:
    entries = (entry.partition(":") for entry in " ".join(_MAY_BE.split()).split(";"))
    return {name.strip(): frozenset(called.split()) for name, _, called in entries}


def may_be_called(name: str, called: str) -> bool:
    """Whether somebody of this first name may be called by the other, which is a name by itself too."""
    return called in _may_be().get(name, ())


@lru_cache(maxsize=1)
def _called() -> dict[str, frozenset[str]]:
    """The call names by formal name."""
    called: dict[str, set[str]] = {}
    for call, names in _formal().items():
        for name in names:
            called.setdefault(name, set()).add(call)
    return {name: frozenset(calls) for name, calls in called.items()}


def call_names(name: str) -> frozenset[str]:
    """What somebody of this formal name may be called."""
    return _called().get(name, frozenset())


@lru_cache(maxsize=1)
def _formal() -> dict[str, frozenset[str]]:
    """The formal names by call name."""
    formal: dict[str, set[str]] = {}
    for entry in " ".join(_CALLED.split()).split(";"):
        name, _, called = entry.partition(":")
        for call in called.split():
            formal.setdefault(call, set()).add(name.strip())
    return {call: frozenset(names) for call, names in formal.items()}


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    formal = _formal()
    return frozenset({*formal, *(name for names in formal.values() for name in names)}) | exist_besides()


@lru_cache(maxsize=1 << 14)
def formal_names(name: str) -> frozenset[str]:
    """The formal names that `name` is a call name of, and their other spellings."""
    return frozenset(spelling for found in _formal().get(name, ()) for spelling in spellings_of(found))


def exists(name: str) -> bool:
    """Whether `name` is a first name we know.

    A typing error between two names that both exist is no typing error but another person: Ton and
    Tom, Samir and Samira.
    """
    return name in _known()
