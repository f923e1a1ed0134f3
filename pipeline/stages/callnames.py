"""What people are called: a formal first name and its call names, as a Dutch neighbourhood knows them.

Our own knowledge, folded to plain letters: Dutch and Frisian, Turkish, Arabic and Berber, Hindustani, Polish.
"""

import re
from functools import lru_cache
from typing import Final

from pipeline.stages.firstnames import exist_besides, spellings_of

__all__ = ["call_names", "exists", "formal_names", "may_be_called", "spellings_of"]

_CALLED: Final = """
aafke: aaf; aaltje: alie ali; abdelali: ali; abdelaziz: aziz abdel; abdelghani: ghani; abdelhadi: hadi;
abdelhafid: hafid abdel; abdelhak: hak abdel; abdelhakim: hakim; abdelhamid: hamid abdel; abdelilah: ilah
abdel; abdeljalil: jalil; abdelkader: kader kadir abdel kada; abdelkarim: karim abdel krimo; abdellah:
abdel; abdellatif: latif abdel; abdelmajid: majid abdel; abdelmalek: malik malek; abdelnabi: nabi;
abdelouahab: wahab ouahab; abdelrazak: razak; abdelwahid: wahid; abderrahim: rahim abdel; abderrahman:
rahman abdel; abderrazak: razak; abdeslam: salam slam; abdessamad: samad; abdulaziz: aziz; abdulkerim:
kerim; abdullah: apo abdo; abdurrahman: rahman; abraham: bram braam abe ab appie avraham ibo; adelheid:
heidi ada adele; adolf: dolf; adriaan: ad arie aad adrie; adriana: jana adri sjaan arja janny ada jaantje
ariaantje adrie adriaantje sjaantje adrienne ari jaan sjanie; adrianus: adriaan adri arie ad janus sjaan
adje aad ar adrie arij; aegidius: gilles gillis jilles giel; agatha: agaath agaat aagje; agnes: neske
agnies; agnieszka: aga agusia; ahmed: hmed hamou hmida hmad; ahmet: ahmo; aicha: aichatou aish aichi
aichouch; alberdina: dina alie diny; albert: bert ab appie al bertie; alberta: berta bertha bertie;
albertina: tiny tineke tina bertha; albertje: alie bertie; albertus: albert bert bertus ab appie ap;
aldegonda: gonda gonny gon; aleida: alie leida alida aaltje ali; aleksander: olek alek; aleksandra: ola
olka; alexander: alex lex sander xander aleks sacha sasha alec al; alexandra: sandra alexa sacha sasha
xandra lexie; alfons: fons; alfonsus: fons alfons phons; alfred: fred freddy alf freddie bertie; ali: allal;
alicja: ala; alida: alie lida ida ali lies liesje lidy; allegonda: gonda gonny alle; aloysia: wies;
aloysius: louis loe wiel; alphons: fons; alphonsus: fons alphons phons; amalia: lia amelie mia; ambrosius:
broos; anastazja: nastka; andrea: drea; andreas: andre dries andries drees andy; andrew: andy drew; andries:
dries; andrzej: jedrek; angela: angelique angie lena; angelica: angelique; angelina: lina angie angelien;
angelique: lieke angel; anna: ans annie anneke anja anke annet ankie anny an aniela ania ank anni anouk
antje naatje annemieke annick annika anniek hanna anka anusia anne annelies annelie annebeth hania annemiek;
annemarie: an annie ria; anthonia: toos tonny tonia; anthonie: toon ton; anthonius: ton toon tonnie anton
anthonie toine; anthony: tony ton anton; antoine: toine ton; antoinetta: netty nettie toinet toni;
antoinette: netty nettie toinet; anton: ton toon; antonetta: netty nettie toni; antoni: antek tosiek;
antonia: ant toni tonny toos tonia tonnie tony antje antoinette antonie netty teuntje teuna tonneke tonja;
antonie: anton ton toon teun; antonina: tosia; antonio: toni tony tonio; antonius: ant anton ton toon tonnie
tonny antoon teun tony tonie anthonie antonie tinus antoine toine; antoon: ton toon; apollonia: pleun ploon
plonie lonie ploni; apolonia: pola plonie; arend: arie; arnold: nol arno; arnoldus: arnold nol arno nolleke
nolly noldus arnout nout noud aart; arnout: nout arno; arthur: art; august: guus gust; augusta: guusje gusta
guus; augustijn: tijn stijn guus; augustina: guusje; augustinus: guus gust stijn; augustus: guus gust; ayse:
aysegul; aysegul: ayse; babette: babs; badreddine: badr bedri; balthasar: bals; barbara: babs barbro baar
baartje basia baska; barend: bert; bartholomeus: bart mees bartel meeuwis barthel; bartlomiej: bartek;
bartosz: bartek; bastiaan: bas; beatrice: bea trix trixie; beatrijs: bea trijs; beatrix: bea trix trixie;
bedrettin: bedri; belkacem: kacem; benedictus: ben bennie dick benno; benedikt: ben; benjamin: ben benny
benno bennie; berendina: dina dinie diny beppie dien dineke ina ineke; bernadette: detta ber bernie det;
bernard: nard ben benny bert berry; bernardina: dien dina diny bernie dini dineke; bernardus: bernard ben
bernd nard benny berend berry; bernhard: bern ben; bertha: bep; bertram: bert; bertus: bert; boguslaw:
bogdan bogus; boguslawa: bogusia; boleslaw: bolek; bonifatius: faas; boubker: bakr; bouchra: boucha; bozena:
bozenka; brahim: bra; brigitta: gitta britta birgit; bronislawa: bronia; camilla: mila milla; carolina:
carla lien lina caro carolien caroline line ina lineke; caroline: carla lien caro; carolus: carel karel
charles carlo; caspar: cas kas jasper; catharina: rina toos trees katrien katja toosje tini trijn ina karin
kaatje cato nel rien trien kaat katrijn cathy kitty toke cateau trijntje trinette tineke kato katinka to rie
cathrien ineke katelijne carien tiny carin tine rini rineke; catherine: kate cathy katie kitty cat; cecilia:
cilia cil cilly cissy celia; celina: cela; cemal: cemo; cemil: cemo; chaimae: chaima; chandra: chan;
chandrika: chan; chandrikapersad: chandrika chan; charles: charlie chuck chas charley; charlotte: lotte lot
lotje charlot lotta lottie; christiaan: chris christ kris; christian: chris christ; christiane: chris;
christianus: christiaan chris christ christian; christina: chris tineke stien stina christien kristel tina
chrissie chrisje christa stineke krystyna chrissy tiny tine kris; christine: chris stien tine; christoffel:
stoffel chris stof; christopher: chris kit; christophorus: chris christof toffel christoffel; clara:
klaartje claartje clair; clasina: sien siena klaasje sina ina; claudia: clau; claudius: claus; clemens:
clem; clementina: clem tina; clifford: cliff; coenraad: coen koen; conrad: coen koen; constantia: connie
stans stance conny; constantijn: stan costa tijn stijn; constantinus: stan constant; cornelia: corrie cor
nel nelly cokky lia cora corry connie cornelie cokkie keetje neeltje kee corine corien cornee nelleke neel
kokkie nelie cock conny cok; cornelis: cor kees nelis corne cees knelis neel kor crelis corneel cornee
keesje nees kors; cornelius: con neil cor kees cees; cornelus: kees cor cees; corstiaan: cor kors;
cunegonda: gonda gonny; dagmara: daga; daniel: daan dani danny danie dan; daniela: dani; danielle: dani;
danuta: danka dana; dariusz: darek; david: daaf dave davy dawid; debora: deb debby; deborah: deb debby
debbie; desiderius: desi; desiree: desi; diederik: dirk rik diek dick; dimphena: dimph dymph; dionisius:
dion nies denis; dionysius: dion nies dennis; dirk: dick rik durk; dirkje: dika; djaiprakash: djai; dolores:
lola; dominicus: dominik minus domien; dominika: domi; dominique: domi; dorota: dorotka; dorothea: dora door
doortje thea dorien doris do dorothee tea dea dorine; dorothy: dot dolly dottie; driss: dris; ebubekir:
bekir; edgar: ed; edmond: ed eddy; edmund: ed ned eddie eddy; edmundus: edmond ed; eduard: ed edu eddy edo;
eduardus: eduard ed edward eddy; edward: ed eddie eddy ward ted ned teddy edek; edwin: ed; egbert: bert;
egberta: berta bertha; egbertus: egbert bert bertus; egidius: gilles gillis; eleanor: ella nell nellie nora;
eleonora: ellen nora noor leonoor lore elly noortje; elhoussaine: hoss; elisabet: bep; elisabeth: bep els
elly lies lisa betty bets beth liesbeth elise elsje lisette bettie lijsbeth betsie ilse liesje elsa betje
lizzy liz liset lisbeth ella lijs beppie elle ellie lieske lisanne bettina elselien elsbeth betsy elizabet
bes lise liza beb lys; elizabeth: beth betty bess bessie eliza liz lizzie betsy libby lisa elsie; ellen:
nell nellie; elmokhtar: mokhtar; elsbeth: els elsje; elvira: vira; elzbieta: ela elka bietka; emanuel:
manuel emmanuel manus; emerentia: emmy rens; emilia: emmy mila milly mia; emily: em emmy; emine: emi emos;
emma: em emmy; engelbert: bert; engelbertus: bert engelbert engel bertus; engelina: lien engeltje; erik:
rik; ernest: ernie; ernestus: ernst ernest; esmeralda: esmee; esseline: lien lina; eugene: gene; eugenia:
zenia eugenie gienia; eugenius: eugene; eugeniusz: gienek; eva: eefje eef; evelien: lien eef; everardus:
evert everard eef; everdina: dina eef dien diny; everhardus: evert; evert: eef; ewa: ewka; ewelina: ewa;
fadoua: fadwa; fahrettin: fahri; fatiha: fati; fatima: fati fatoum fatimzahra fatna fattouma fatou fatoesj
tima; fatimazahra: fatima zahra; fatma: fato fadime fatos; fatmagul: fatos; feliks: felek; felix: fee;
femmigje: femmy femke; ferdinand: fer ferdi ferry nando; ferdinanda: nanda; ferdinandus: ferdinand ferdi fer
nand ferry; fernanda: nanda; fernando: nando; florence: flo florrie; florentina: flor tina floor floortje;
florentine: floor flo florien; florentius: floor floris flor; floris: flo; frances: fanny fran; francina:
sien fransje cien francien; francis: frank fran; francisca: cisca sis fransje ciska francien frances francis
franca fransien siska cis fran sisca zus; francisco: paco chico; franciscus: frans cis franc ciscus sus
francois francis fransiscus frank; franciszek: franek; franciszka: frania; francois: frans; franklin: frank;
fransisca: fran; fransiscus: frans cis; frederica: freddie riek fredrika frederique rika; frederick: fred
freddie freddy; fredericus: fred frits freek rik; frederik: fred freek frits rik fritz frederic rick;
frederika: riek fredie rika frea; gabriel: gabi gab; gabriela: gabrysia gaby; gabriella: gaby gabi;
gabrielle: gaby; gangadei: ganga; geert: gert; geertje: geer gea; geertruida: truus geertje trudy gerda
truida truusje trui geer geert geertrui geertruy trudie truitje gertie ruda geerte gea geesje; genoveva:
veva; genowefa: gienia; geoffrey: geoff jeff; george: sjors georgie; georgius: george sjors joris; gerald:
gerry jerry; gerard: ger gerry; gerarda: gerda gerrie gerry gerardje gerdien geertje; gerardina: gerda dien
dina diny gerrie dini dinie gerdina gerdien gerry dineke; gerardus: gerard gerrit ger geert gerd geerd grad
sjra sjraar graard gerry gerhard geerke gradus gert; gerharda: gerda gerrie; gerhardus: gerhard ger gerard
gert harrie hardus gerrit geert; gerrit: ger gert gerry; gerritdina: dina gerrie; gerritje: gerda gerrie
gerry; gertrude: gertie; gesina: sien ina gesien sina sientje geesje; gezina: sien ina geesje; gijsbert:
gijs bert; gijsberta: bertha gijsje; gijsbertus: gijs bert gijsbert gijsbrecht bertus; gilbert: gil bert;
godefridus: frits govert fried guus; gozewijn: goos; gradus: grad; grazyna: grazka; grietje: greet gre
griet; grzegorz: grzesiek grzes; guilhelmus: willem guillaume; gulsum: gul; gustaaf: guus staf; gustavus:
guus gust; hadewych: hadewij; hadija: haddouch; halina: hala halinka; hanane: hanan; hanna: hania hanka;
hardjan: har; harmannus: harm herman manus; harmina: harmke mina; harold: harry hal; harriet: hattie; hasan:
hasso; hassan: hassani; hatice: hatun hatos; hayrettin: hayri; hedwig: hedy; heinrich: heinz hein; helen:
nell nellie; helena: leni lena heleen ellen leentje lenie leny lenneke len elly lina lien helene; hendricus:
henk henri harrie hendrik driek henny hein rik rick; hendrik: henk henny hennie rik harrie harry hein driek
hendrikus hendrick hent heino rikus hendri han heink rick heintje henri; hendrika: henny hennie riek rika
heintje riekie hendrikje henrike hetty rieka drika dika hendrien rikie hinke riki henriette hendrina rie;
hendrikje: hennie rika riek; hendrikus: henk henny hennie rik harrie harry hein driek hendrik driekus rikus
hent henri hendri han rick; hendrina: rina henny dien ineke diny; henrica: jettie jet; henricus: henk rik
hein harry henrie rick; henriette: hetty jet jetty jetje henny; henry: harry hal hank; henryk: heniek;
herbert: herb bert bertie; heribertus: bert; herman: manus; hermana: manna; hermanus: herman manus harm maan
herm maanus harmen; hermina: mina mien hermien mientje herma mineke minie harmke henny; hester: hetty;
hieronymus: jeroen; hilda: hil; hilde: hil; hillechien: hilly; hillegonda: gonda hil hilly gonny gon;
hilligje: hilly; hoessein: hocine hoes; horace: horry; houssaine: hoss; hubert: bert huub huib; huberta:
bertie; hubertina: tina bertina huberta tiny bertie; hubertus: huub bert hub hubert huib bertus huibert
hubrecht huup; hugh: hughie; hugo: huug huig; huibert: huib bert; huig: huug; huseyin: husso huso; ibrahim:
ibo brahim ibro ibra ibis; ignatius: ignace naci naas ignas ignaas; ingeborg: inge; irena: irka; ireneusz:
irek; irmgard: irma; isaac: sjaak ies; isabella: bella isa belle ies; isidorus: door dorus; ismail: isma
smain ismo; izabela: iza; jaap: jaapje; jacek: jacus; jacob: jaap co coos jaco koos sjaak jac jacco sjakie
jakob jack job cobus jacques jake ko; jacoba: jac coba co cootje jacqueline koosje ko jaco jacobje coos
coosje jacomien cora cobi cobie coby koby joke; jacobus: jaap ko koos co jac sjaak jacob jacques cobus jaco
jack jakob kobus koosje coos jappie job jacco; jacomina: mien mina jaco coba jacomijn jacomien; jacqueline:
jacky jackie jacq lien linda; jacques: sjaak sjakie; jadwiga: jadzia; jagdish: jag; jakub: kuba; james: jim
jimmy jamie; jamila: jam; jan: jantje janus janek jasiek jasiu; jane: janie jenny; janina: janka jasia;
janna: jannie janneke janny; jannetje: janny jannie jans netty jo janneke jenny; jannigje: jannie janny;
jantina: tina jantje tineke jantien jannie tini; jantje: jannie jenny jantien janny; janusz: jan janek;
jaroslaw: jarek; jeannette: jean netty jeanet; jeffrey: jeff jef; jennifer: jenny jen; jeremias: jerry;
jeroen: roen jer; jerzy: jurek; jessica: jess; joachim: jochem jochen chiem; joanna: asia joasia aska;
joannes: jan johan hans jo john; jodocus: joost; johan: jo hans jan joh han; johanna: jo joh jopie hanna
annie joke hannie anneke jantje janna janny joop hansje johanneke jantien hanneke jans jannetje hanny jannie
johannie annechien joan joanna hannes jeanne hannah jennie joanneke annika joosje annet janneke ans jeanet
anke nans jansje jane sjaan jenny josje; johannes: jan johan hans jo joop hannes johannis joh john jannes
jean jantje johnny joannes johnnie hannus hansje jopie janus johny jon sjon sjang han sjeng; john: jack
johnny jon sjon; johnny: john; jolanda: jo; jolanta: jola jolka; jonathan: jon john; josef: sjef jos jef;
josefa: jos; joseph: jos sjef jef joop joep jo joe; josephina: jose fien fientje josien jos jo josee josina
finie josefien josette ine josje; josephus: jos sjef jozef joseph joep joop jo jef; joshua: josh; josina:
sien josien jo; jozef: jos sjef jef jozek; jozefa: jos jozia; jozefina: jos fien; jozina: sien; juan:
juancho; judith: juut judy; julia: juul jules; juliana: juul lia jul; julianna: julka; julius: juul; jurgen:
jur; jurriaan: jur; justina: tina stien; justus: joost; kadriye: kadi; kamil: kamilek; kamladebie: kamla;
karol: lolek; karolina: karo kaja karola; katarzyna: kasia kaska katka; katherine: kate kathy kit kitty
katie; kazimiera: kazia; kazimierz: kazik kaz kaziu; kenneth: ken; khadija: khadouj dija khadi kadi; klaas:
klaasje niek; klasina: sien klaasje sina sientje ina ineke; koenraad: koen coen; krelis: cor; krishna: kris
kries; krishnadath: krishna kris kries; krisnadath: kries; krystian: kris; krystyna: krysia; krzysztof:
krzys krzysiek krzysio kris krzychu; lahcen: hassan lahssen; lalita: lal; lalla: lala; lambert: bert;
lamberta: bertha berta bertie; lambertje: lammie; lambertus: bert lammert lambert bertus lammie lamme;
lammechien: lammie; lammigje: lammie; laurence: larry; laurens: lau laurent laus rens louw; laurentius:
laurens lau rens laurent lorenz lourens; lawrence: larry; lech: leszek; leendert: leen leo leendertje len
lein; leokadia: lodzia; leonard: len lenny; leonarda: narda leo; leonardina: diny dien; leonardus: leo leon
leonard nard leendert len lenard leen; leonora: nora; leopold: leo pol; leopoldus: leo leopold pol; leszek:
lech; levina: lien vina; lewis: lew; lidwina: lia lidy lidwien lid; lijsbeth: bep bets betsy lies; lilian:
lily; lillian: lily; linda: lin; livinus: levien lieven; lodewijk: lode loe wiek louis loek lou; louis: lou
loe; louisa: wies loes wiesje lou isa lous; louise: loes wies lou loekie wiesje; lourens: laurens lou;
lucas: luuk luc loek loekie; lucia: lucie luus loes lucy loekie; lucianus: lucien; lucretia: lucre creetje;
lucy: lu; ludovica: wies louise loes; ludovicus: louis lodewijk lou ludo vic louk loed loek; ludwik: ludwig;
lukasz: luki; lydia: lidy; maarten: mart maart; machiel: chiel; maciej: maciek; madeleine: madelon;
magdalena: magda lena leentje malgosia leen lenie mada madeleine madelief magdaleen lenka madzia madelon
leny leni marleen; magdalina: lena; mahinder: mahin; mahmoud: hamoud mahmut; malgorzata: gosia malgosia
goska; malika: malek; manuel: manu manolo manny; marcellinus: cel marcel lin; marcellus: marcel; marcin:
marcinek; marcus: mark marc; margaret: maggie peggy meg marge greta madge maisie; margaretha: greet gre
greetje margriet marga rita grietje margreet gerrie griet gretha greta gretchen meta margot margret gretel
margo gretta magreet marguerite ria gonny margie marit margje; margarita: rita marga; maria: ria riet mia
marie mieke marijke marja maaike mies rietje miep marietje miet mariette marietta mieneke myra marieke marij
mimi marika marye mariska riek rie riekie mya mea mary marleen mariet myriam maryka marysia maryla zus
maartje maryse marjo marry manja; marianna: marian janna anna marysia; marianne: janne marian ria; marina:
rina riny rineke; marinus: rinus marien rien rini riny marijn rinie rins; mariusz: mariuszek; marrigje:
marrie; martha: marthe mart marta; martijn: mart tijn; martin: marty; martina: tineke tina marty martien
tiny tinie martine tine tien; martinus: martin tinus maarten martien marten tienus mart martijn ties tijn
tiny rien; mary: molly polly mae; mateusz: mati; matheus: teus thijs matthijs mathieu matthias thieu teeuwes
theeuwis math tjeu; mathias: thijs matthijs ties mathieu math tjeu; mathijs: thijs ties mats matty tijs;
mathilda: tilly thilda til tilda tillie thilde maud; mathilde: maud tilly til; mathildis: thilde til;
matilda: tilly; mattheus: thijs matthijs teus theo mat teeuwis mathieu math tjeu; matthew: matt; matthias:
thijs ties matt mats tijs mattie mathieu math tjeu; matthijs: thijs tijs; mauritius: mau maurits mauri
maurice maus; maurits: mau rits maus; maximiliaan: max; maximilian: max; mechelina: lien lina; mechteld:
mette; mehmet: memo memet mehmetcan memis memos; melchior: mels; memduh: memo; meryem: mery; michael: mike
chiel michel michiel mick mikey mickey chael mikel; michal: michalek misiek; michelle: shell; michiel: chiel
mick giel; miechel: chiel; mieczyslaw: mietek; mimount: mimouna; mina: amina; miranda: mir; mirjam: mir
mirre; miroslaw: mirek; miroslawa: mirka; mohamed: mo moham simo momo mohamedi moha hammou mimoun med mohand
moe memed moh; mohammed: mo moe moha mohand simo moh momo; mokhtar: moktar; monica: moon; monika: moni;
mostafa: mus; mounir: moun; mozes: moos; muhammed: memo mo muho; muhammet: memo mo; murat: muro; mustafa:
moes mus musti mussa moustaf staf musi mistik; muzaffer: muzo; narain: narin; natalia: natasja talia
nataszka nati; nathalie: nat; nathanael: nathan; nathaniel: nathan niel nat nate; nazife: nazi; necmettin:
necmi; neeltje: nelleke nel neel nelly; nelly: nel; nezha: nez; nicholas: nick nico; nicolaas: nico niek
klaas nick klaasje nicky nikolaas niels nic nicol claas; nicolaus: klaas nico niek; nicole: nicky nick nik;
nicolette: nicole nicky colette colet; nicolina: lien; nicoline: lien; norbert: bert; norbertus: norbert
bert noor; noureddine: nour nordin nouri noury; nurettin: nuri; octavia: tavie; olga: ola; oliver: ollie;
olivier: oli; osman: osi; oumaima: oum; parbatie: parba; paschalis: pascal; patricia: pat patty trish trees;
patrick: pat paddy; paulina: paula lien lina paulien pauline; paulus: paul pauwel pouw pauw; pawel: pawelek;
pelagia: pela; percival: percy; peter: pete; petronella: nel nelly nellie petra pieta ella piet pietje
petronel nella petro petri nelleke ptr nelletje pleuntje ploon nely; petrus: piet peter pieter pier pietje
pim pit peet piotr per pierre; philip: phil flip; philippus: flip philip philippe lip flippie; philomena:
mena mien fien philo; pieter: piet pier pietje peet pit; pieternel: nel; pieternella: nel pietje nelly nella
pie neel; piotr: piotrek piotrus; placidus: plaas; premchand: prem; priscilla: cilla pris; przemyslaw:
przemek; quirijn: krijn; quirinus: rinus quirijn krijn crijn; rabia: rab; rachel: rae; rachid: rachi;
rachida: rachi; radhika: radha; radjesh: radj radjen raj; radjinder: radj; radjindre: radjin radj rajen raj;
radoslaw: radek; rafal: raf; rajendra: raj rajen radjen radj; rajesh: raj; ramazan: rama ramo; ramdas: ram;
ramesh: ram; ravindra: ravi; raymond: ray; raymundus: raymond ray; rebecca: becky bekka beck; redouan: redo;
regilio: reggie reg; regina: gina rina regien; reginald: reg reggie; reinbertus: bert; reinder: rein;
reindert: rein; reinerus: reinier rein; reinhard: rein; reinier: rein nier; reinoud: rein; renata: rena
renia; renatus: rene; ricardo: rick ricky; richard: dick ricky rick rich richie rik; robert: rob robbie bob
robby bert robin bobby; robertus: rob robert bert robbert robin; rochus: rock; roeland: roel; roelina:
roelie; roelof: roel; roelofina: roelie; roelofje: roely roelie roelien; roger: rodge; roland: rolo; roman:
romek; ronald: ron ronnie; rosa: roos roosje; rosalia: rosa lia roos saly; rosalie: roos; rosalina: roos
lina; rosalinda: linda; rosemary: rose; roshni: ros; roza: rozalia; rudolf: rudi ruud dolf rudie; rudolph:
rudi ruud dolf; rudolphus: ruud rudi dolf rudolf; rupert: bert; russell: russ; rutger: rut; rutgerus:
rutger; ryszard: rysiek rychu; sadettin: sado; said: saidi; salaheddine: salah; salomon: sal saul; samantha:
sam; samir: sam; samira: sam sami; samuel: sam sem sammy; sander: san; sandhya: san; sandra: san; sara:
sarina saartje; sarah: sally sadie; satish: sat; sebastiaan: bas bastiaan basje; sebastian: bas seba sebek;
selahattin: selo; serkan: serko; servatius: servaas vaas; severinus: sef; sewpersad: sewa; seyfettin: seyfi;
shanti: shan; sharda: shar; shrikant: shri; sidney: sid; sigfridus: fried; sigismund: siegmund; sijbrand:
siebe sybren; silvester: vester sil; simon: siem simen sijmen si; sitaram: sita; slawomir: slawek; soenita:
soen; soerdjpersad: soerdj; soerinder: soerin; soeshila: soesh; sophia: fie fietje fia sofie fieke sophie
fije; soumia: soum; stanislaw: staszek stan stasiek stach stas; stanislawa: stasia; stanley: stan; stefan:
stef steef stefek; stefania: stefa; stefanie: stef steffie; stefanus: stefan steef steven stef; stephanie:
steffie; stephanus: stef steef stefan stephan steven; stephen: steve; steven: stef steef stephan; stijntje:
stien; sukran: suki; suleyman: sulo slimane; sumeyye: sumi; susan: sue susie; susanna: suze sanne suus suzan
susan suzanne san sanna; susanne: sanne suus suze suzan; suzanna: suus; suzanne: suus suze sanne suzan;
svetlana: sveta; sylvester: vester sil; sylwester: sylwek; szymon: szymek; tadeusz: tadek; tarik: tar;
tatjana: tanja; teresa: tereska; tessa: tess; teunis: teun ton; teunisje: teuntje; theodoor: theo ted;
theodora: thea dora doortje dorien door theadora toos dory dorine; theodore: ted teddy theo; theodorus: theo
dorus dirk door teet doris theodoor ted; theresa: trees thea tess; therese: trees; theresia: trees thea resi
threes thera treesje tessa tess tera therese; thomas: tom maas tommie tommy; tijmen: tim; timotheus: tim
timo; timothy: tim; tjeerd: tje; tobias: tobie tob; tomasz: tomek tomus; trijntje: tine; urmila: urmie;
urszula: ula; valentijn: val tijn; valentinus: tinus valentijn; valerie: val; valerius: vaal; veronica: vera
vroon ronnie vroni; victor: vic vick; victoria: vicky viktoria; victorina: rina; vincent: vin vince cent;
vincentius: vincent cent; virginia: gina ginny; vladimir: vova volodja; waclaw: wacek; walburga: wally;
walter: wally walt; walterus: walter wouter wout; waltherus: walter wout; wanda: wandzia; weronika: wera;
wiebe: wieb; wiebren: wieb wiebe; wieslaw: wiesiek; wieslawa: wiesia; wietske: wies; wijnand: wijn nand;
wijnandus: wijnand wijn nand; wiktoria: wika; wilbert: bert; wilfred: wilf; wilhelm: willy wim; wilhelmien:
wil; wilhelmina: willy mien mina wil minnie willemien helma wilma mientje willemijn helmi wilmien willemina
mineke wies miep mimi helmie helmina mins willemientje ina ineke minie miny minke willie mies willeke ien
wilmie will; wilhelmus: wim willem wil willy helmus wiel willempie guus pim helm wiebe wilm wilco willie
will; willem: wim wil willy pim willempje wiebe guus wilco; willemien: wil mien willy; willemijntje: willy
mien; willemina: willy wil mien willemien mina wilma; willempje: wil willy wilma mien; william: bill will
billy willy liam willie; willibrordus: wil brord willibrord bram; wincenty: wicek; winifred: winnie;
wioletta: wiola; wladyslaw: wladek; wladyslawa: wladzia; wlodzimierz: wlodek; wojciech: wojtek; wolter:
wout; wouter: wout; yasemin: yas; yasin: yas; yousra: yous; youssef: joe jous yous; yusuf: yusi; yvonne:
vonnie; zacharia: zak; zacharias: zach; zachary: zach; zbigniew: zbyszek zbych zbychu; zdzislaw: zdzich
zdzisiek; zeger: zeg; zenon: zenek; zeynep: zey zeyno; zofia: zosia; zohra: zoh; zuleyha: zul; zuzanna:
zuzia zuza; zwaantje: zwaan; zygmunt: zyga
"""
"""`formal name: call names`. A formal name and its call name may be one person; two call names of one
formal name (Jan and Hans, both Johannes) are two."""


_MAY_BE: Final = """
adriaan: arjan arjen; adriana: rianne ariane rian; adrianus: arjan rian arjen; anna: anita annemarie annette;
barbara: babette; catharina: karen; elisabeth: liselotte babette; johanna: jeannette janine jeanine; leonarda:
leonie; magdalena: marlene; maria: marianne marjan marion manon marjolein mirjam mariska marloes marian
marielle marlies marjon marlene; monica: monique moniek; sophia: sonja; veronica: veronique
"""
"""`name: names` that some of its bearers are called by, and most who bear them were given: by name alone not
one person without asking, nor two. Frank is none of these: a Franciscus is Frank as a Johannes is Jan."""


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


_ENDING: Final = re.compile(r"(?:ie|y)$")
_TWICE: Final = re.compile(r"([b-df-hj-np-tv-z])\1(?=i$)")


def _one_way(call: str) -> str:
    """A call name in one of the ways to write it: Rudy, Rudie and Rudi, Nelly and Nely are one."""
    return _TWICE.sub(r"\1", _ENDING.sub("i", call))


@lru_cache(maxsize=1)
def _formal_one_way() -> dict[str, frozenset[str]]:
    """The formal names by call name, that written in one way."""
    formal: dict[str, frozenset[str]] = {}
    for call, names in _formal().items():
        formal[_one_way(call)] = formal.get(_one_way(call), frozenset()) | names
    return formal


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    formal = _formal()
    return frozenset({*formal, *(name for names in formal.values() for name in names)}) | exist_besides()


@lru_cache(maxsize=1 << 14)
def formal_names(name: str) -> frozenset[str]:
    """The formal names that `name` is a call name of, and their other spellings."""
    formal = _formal_one_way().get(_one_way(name), frozenset()) - {name}
    return frozenset(spelling for found in formal for spelling in spellings_of(found))


def exists(name: str) -> bool:
    """Whether `name` is a first name we know.

    What would be a typing error is more often another person where both names exist: Ton and Tom, Samir
    and Samira.
    """
    return name in _known()
