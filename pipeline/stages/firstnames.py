"""First names: the spellings of one name, and names that exist.

Our own knowledge, folded to plain letters; a spelling that two names share belongs to both.
"""

from functools import lru_cache
from typing import Final

_SPELLED: Final = """
aal aaltje; aart aard; abdel abdul abdoul abdoel abdal; abdelhakim abdulhakim; abdelhamid abdulhamit
abdulhamid; abdelkader abdelkadir abdulkadir abdoelkader abdelqader abdulkader; abdelkarim abdulkerim
abdulkarim abdoelkariem; abdellah abdullah abdallah abdoellah abdoulah abdulah abdullahi cabdullahi
cabdullaahi; abdellatif abdullatif abdulatif; abdelmajid abdulmecit; abderrahim abdurrahim abdelrahim
abderahim; abderrahman abdurrahman abdelrahman abdulrahman abderahman; abdeslam abdesslam abdessalam
abdelsalam; abdi cabdi; abdirahman cabdiraxmaan abdiraxman; abdulaziz abdelaziz abdulazis; adam adem; adil
adel; adriaan adriaen adrian; ahlam ahlem; ahmed achmed ahmad achmad ahmet axmed; aicha aisha aysha aischa
ajsha aysa ayse caasha caisha; aleida alijda aleijda aleyda; aleksander alexander; aleksandra alexandra; ali
alie cali; ali aly; allegonda alegonda; amar amer; amina amienah aminah ameena emine aminata; amine amien;
amine amin emin; amir emir ameer; anas anass enes enas; andries andrys; andrzej andreas andrew; anil aniel;
anita anieta; anja anya; ank anke; anke ancke; anna ana; annemarie annamarie annemari annmarie; annemieke
annemiek; anouk anouck; antje ant; anwar enver anouar anwer; archana artjana artchana; arend arent; arjan
arjen ariaan arian; asha asja aasha; ashok asjok asok; ashwin asjwin aswin; astrid astrit; ayman aymane
eymen; ayoub ayub eyup ayoeb; badreddine badreddin bedrettin; bep beppie; berend barend; bets betsie betsy;
bianca bianka; bidjai bijay vijay widjai vidjai; bilal bilel bielal billal; birgit birgitte; boudewijn
boudewyn; brigitte brigitta; can djan; carina karina; carla karla; carlijn karlijn; carolien karolien
caroline karoline; caspar casper kasper kaspar; catharina catharine cathrina catherina catrina catarina
katrina; celal djelal jelal; celal jalal djalal; cengiz djengiz; chadija khadija gadija hatice khadiya
kadija chadidja khadidja; chaima chaimae shaima chayma; champa tjampa; chandra tjandra tsjandra chander;
chantal chantalle sjantal; charles karel karol; charlotte sjarlotte charlot; cheryl sjeryl sheryl; chitra
tjitra; christa krista; christel kristel christelle; christiaan kristiaan christian kristian; christien
kristien; cigdem tsjigdem; claire klaire clair; clara klara claar; clasina klasina klazina; co coba; coen
koen; coenraad koenraad koenraat; conny connie; constant konstant; cor corrie; corina corinna korina;
cornelia kornelia; cornelis kornelis; corrie corry; corstiaan korstiaan; cynthia sintia synthia; danielle
daniele; daphne dafne; debby debbie; deborah debora; denise denize; derek derrick derick; desiree dezire;
devi dewi; diederik diederick; dien dientje dina; dinesh dienesh dinesj dines; dirk durk; djaienti djainti
jayanti; doortje door; dorien doryn; dounia dunya donya dounya; driss idris idriss; eddy ed eddie; edgar
edgard; edith edyta; eduard edouard edward; edwin edwyn; egbert ekbert; elif alif; elisabeth elisabet;
elisabeth elizabeth; ellen elen; ellie elly; els elsje; elzbieta elisabeth; emiel emile emil; emmy emmie;
ercan erdjan; erik eric erick; ernst ernest; esma asma asmae asmaa; esther ester; eveline evelien evelyne
evelyn; ewa eva; farah faarax; farid fareed; fatima fatma fatimah fadma fatema fatoema; fatuma faduma fadumo
faadumo fatumo; fem femke; ferry ferrie; fien fientje; firas feras; francisca franciska fransisca; frans
frants; fred freddy; fredericus frederikus; frederik frederick; frederik fredrik; gamal jamal cemal; ganesh
ganes ganesj; gayatri gaitri gajatri; geer geertje; geert geerd; geertruida geertruda; geertruida geertruyda
gertruida gertruda geertruide; geeta gita gieta; genoveva genowefa; gerard gerhard; gerda gerta; gerrie
gerry gerri; gerrit gerret gerit; gertjan geertjan; gezina geziena; gijs gys; gijsbert gysbert gijsbrecht;
gijsbertus gysbertus; griet grietje; grzegorz gregor; gul guel; gulay guelay; gulsen guelsen gulshen; gulsum
gulsoem; guus guusje; gwen gwenn; habiba habibah; hafid hafed abdelhafid; hafida hafieda hafeda; hafsa
hafssa hafza; hajar hager hacer hajer; hakim hakiem; hakima hakiema; halima haliema halime xaliimo xalimo
haleema; hamid hamied hamit; hamza hamsa; hanan hanane henan; hanna hannah hana; hanneke hannecke; hans
hansch; harm harmen; harrie harry harri; harry harrie hari; hasan hassan hassane xasan xassan; hatice hatije
hatidje; havva hawa; hayat hajat hayate; heidi haidy heidy; heleen helene; hendrik henderik hinderik;
hendrik hendrick henrik henrick; hendrika hendrica henderika; hendrikje henderikje; hendrikus henderikus
hinderikus hendericus; hendrikus hendricus; hennie henny; henny henri; henriette henrietta; hermien hermine;
hiba heba; hicham hisham hisjam; hilde hilda; hind hend; hoessein hussein houssein husein hosein hossein
hussain huseyin hoesein houcine hocine houssine hossain hoessain houssaine hoesseyn lhoucine lhoussaine
elhoussaine lhousaine xuseen xusein; houda huda hoeda hoda; houria huriye hoeria; hubertina hubertien
huberdina huberdien; hugo huugo; huib huyb; ibrahim brahim ebrahim ibrahiem; ibtissam ibtisam ebtisam
btissam; ikram ekrem ikrame; ilham ilhame; ilias ilyas elias ilyes iljas; ilona elona; ilse ilze elze; ilyas
elyas; imad imed emad; imane iman; indra iendra inder; inge ingeh; ingrid ingrit; irene ireen; iris irys;
ismael ismail smail ismaiel ismaaciil; ismail smain ismayil; issam isam; ivo yvo; izaak isaac isaak; jaap
jappie; jaap yaap; jacco jacko jakko; jacob jakob jacop; jacoba jakoba; jacobus jakobus; jacomina jakomina;
jacqueline jaqueline jacquelien jacquline jacqeline zjaklien; jakub jacob; jama jaamac jamac; jamal djamal
jamaal cemal; jamie jaimy jamy; jamila djamila cemile jamilah; jan yan; jannie janny jannij; jasmina yasmina
jasmin yasmin jasmijn yasemin yasmine; jaswant djaswant; jawad djawad cevat jaouad jaouwad; jeannette jeanet
jeanette janette jannet sjanet janet; jeffrey jeffry geoffrey; jelle jelles; jenny jennie; jeroen jeroun
yeroen; jessica jessika yessica; jet jetje jetty; jetty jettie; jihad cihat djihad jihade; jo joke; joanna
johanna; jochem joachim; johan johann; johannes johannis; johannes johannus joannes johanes; joke yoke;
jolanda yolanda jolande; jolijn jolyn; joop joob; joost yoost; joris jorys; jorn joern; jose josee;
josephina josefina josephine josefine; josephina jozefina josefina; josephus josefus jozephus; jozef josef
joseph; judith judit; julia julja; juliette juliet; jurgen juergen jeurgen; justyna justina; kaat kaatje;
kadir kader qadir; kamil camil; kamla kamala kaamla; kaoutar kauthar kawtar kevser; karima kariema; karin
carin karen caren karine carine; karolina carolina; kasia kazia kasja; katarzyna katharina catharina; kees
cees; kees keesje; kemal kamal; kenza kinza; kerim karim kariem; khadija khadisha khadijah khdija; khalid
chalid halit khaled galid; khalil halil galil; khaoula khawla gaoula khaula; kim kym; kirsten kirstin; klaar
klaartje; klaas claas; koos kobus; krishna krisjna kisjna krisna; krystyna kristina christina; krzysztof
kristof krzystof; lahcen lahsen lahssen lahcene lahoucen elhassan; lakshmi laksmi luxmi lachmi; larbi
elarbi; latifa latiefa latifah; laurens laurence lourens; leela lila liela; leen leentje; leendert leender
leendart; leonie leony; leonora leonoor; leslie lesley; leyla laila layla leila lejla lailah; lianne liane;
lies liesje; liesbeth lisbeth; lisette lizette liset; loes loesje; loes lous; lotte lot; loubna lubna
loebna; louis lowie lewis; louisa loeisa luisa luiza; louise louize luise; lucas lukas loekas; lucia luzia;
lukasz lucas lukas; luuk luk luc; lydia lidia lydie; maaike maike mayke; maarten marten; maciej matthias;
madelon madeleine; mahamud maxamud mohamud; mahdi mehdi elmehdi; mahesh mahesj mahes; mahmoud mahmut mahmud
mahmood mehmood; malek malik meliks; malgorzata margaretha; malika malica malikah; manon manonne; marc mark;
margaretha margareta margretha margarita margarete; margreet magreet; margriet margrit; maria mariah marya;
marian marjan mariam marianne; marie mieke; marieke mariecke; mariette mariet; marijke marieke; marjolein
marjolijn marioleine; marleen marlene marlien; marloes marlous; marouan marwan marouane merwan; martha
marta; martijn martyn martien; mateusz matheus mattheus; mathijs matthijs matijs mattijs; mathijs matthys
mathys matthijs; mathilde mathilda matilda; maurice moritz; meena mina miena; mehmet mehmed; meike maike;
merel meral; meryem mariam maryam meriem miriam mirjam; meryem miryam myriam maryem mariem; michiel machiel;
mien mientje mina; miep mieps; mike maik meik; mikolaj nikolaj nicolai; mimoun mimoen mimun; miranda
mirande; mirella mirelle; mohamed mohammad muhammet mohamud mehmed mhamed mohand mohamadou mohammet
mohammedi; mohamed mohammed muhammed mohamad mohammad muhammad muhamed mohamet moehamed mouhamed moehammed
maxamed; mohamud mahamud mohamoud mahamoud mohammud muhamud; monika monica; monique moniek monic; mostafa
mustafa moustafa moestafa mostapha mustapha; mouna muna moena; mounir munir moenir; mourad murat moerad
murad; moussa musa moesa mousa; nabil nebil nabiel; nabila nebile nabielah; nadia nadja nadiya; nadir nader;
naima naiema; najat najaat; najib necip najieb; najma nejma; naresh nares naresj; natalia natalya nathalia;
nathalie natalie nathaly natalia; nawal nawel newal naoual nawaal; neel neeltje; nel nelleke nelly; nelly
nellie nelleke; nesrin nasrin nasreen; nico niko nicco; nicolaas nicolas nikolaas niclaas; nicolaus
nikolaus; nicole nikol nicol; nicoline nicolien; nienke nynke; nora noura; nour noor nur; noureddine nordin
nourdin noureddin nurettin nordine; noureddine nouredine nouraddin; nouria nuriye nourya; nurten noerten;
oliwia olivia; omaima oumayma; omar umar oemar omer cumar; osman usman othman oesman cismaan outman outmane
othmane; otman outmane; ouafae ouafa wafae wafa; ouarda warda; oumaima oemaima umaima; oussama osama usama
oesama; ozgur oezgur; ozlem oezlem; patricia patrycja; paulien pauline pauliene; pawel paul; peer peter;
peter pieter petar; petra pietra; petronella petronela pieternella; petronella pieternelletje; philip filip
philippe phillip; pien pientje; piet pietje; pieter piter; piotr peter pjotr; priya prieja prija; quinten
quentin; rabia rabiya rabiaa; rachel rachelle raquel; rachid rasjid rashid rasit raschid; rachida rasjida
rashida rachiedah; radha raadha; radjesh rajesh radjes rajes raadjesh; rahma rahmah; rajendra radjendra
radjinder rajinder radjin radjindre rajindre; rakesh rakesj rakes; ralph ralf; ramadan ramazan ramadhan;
ramdas raamdas; ramesh rames raames ramesj; rania raniya; rania ranya; ravindra ravinder rabindra; raymond
raimond remon; rebecca rebekka; reda rida redha; redouan redouane ridouan redwan ridvan rezwan rudwan;
regillio regilio; reinier reynier; ricardo rikardo; richard rikard ritchard; rie riek rieke; rietje riet;
rim reem riem; riny rini rinie; robbert robert; roland roeland; ron ronny ronnie; ronald ronalt; roos
roosje; rosalie rosalia; ruben roeben; rudi rudy ruudi; ruth rut; saar saartje; sabah sabaa; sabah sabaah;
sabine sabina; sabri sabrie; sabrina zabrina; sadettin saadeddine; safae safa safaa; said saeed saied saiid;
saida saiida; salah saleh; salaheddine salaheddin selahattin salahdin; salima saliema; salma selma salmah;
saloua salwa seloua; samia samiya samiye; samir sameer semir; samira samiera; sana sanae sanaa; sandeep
sandiep sandip; sandra sandrah; sandra xandra zandra; sangeeta sangita; sanjay sanjai sandjai sandjay; sara
sarah saar; saskia saskija saschia; satish satis satisj; savitri sawitri savitrie; sawsan sousan sausan;
selim salim saliem; serife sharifa charifa cherifa; shakir sjakir chakir; shanti santi shantie sjanti
chanti; sharda sjarda charda shaarda; sheela sheila sjiela shila; shirin sjirin chirin shereen sherin
shireen; shirley shurley sherley; shirley sjirlie; shiva sjiwa siva; sien sientje; siham sihem; sijbrand
sybrand siebrand; simone simoon; sita seeta sieta; sjaan sjaantje; sjoerd sjurd; soeresh suresh soerish
suresch soeres sures soereesh; soerinder surinder; soeshila sushila shushila; sofia sophia sofie sophie;
sonja sonia sonya; sophia sofija; soraya suraya soeraya; souad suad soead soeaad; soufian soufiane sofyan
sufyan soefian sofian soufyane sofiane; souhaila suhaila soehaila; soumaya sumaya soemaya soumia soumiya
sumeyye; stanislaw stanislav; stefan stephan stephen; stephanie stefanie stefany; stien stijntje stientje;
stijn styn; sukran soekran; sukru soekroe; suleyman soulaiman sulaiman soeleiman slimane soliman souleymane
soeleyman suleiman soelaiman; sunil soeniel soenil suniel; sunita soenita sunieta; susanna suzanna zuzanna;
suzanne susanne susan suzan; sven swen; sylvester sylwester; sylvia silvia; sylvia silvija sylvie sylwia;
szymon simon; tahar tahir taher; tamara tamar; tanja tania tanya; taoufik tawfik toufik taufik; tariq tarik
tarek tareq; tayeb taib taieb; theo teo; theodorus teodorus; theresia teresia theresa teresa therezia;
theunis teunis; thijs thys tijs; thomas tomas tomasz; tijmen tiemen tymen thijmen; tijn tyn; tine tineke;
tineke tieneke; tjitske tjietske; tom thom; tonny tonnie tony; toos toosje; touria thouria soraya toeria
thuraya; trijn trijntje trien tryntje; trudy trudie; truus trus; truus truusje; ugur oegoer; uma oema; umit
oemit umid; urmila oermila ormila; ursula ursela urszula; usha oesha oesja; valentina walentyna; valerie
valery; vera verah wera; veronica weronika; veronika weronika; veronique veroniek; vincent vinsent; vinod
winod binod wienod; vishnu bisnoe wishnoe visnoe wisnoe; wahid ouahid vahit; walid oualid velit; wanda
vanda; wesley wesly; wesley wessley; wies wiesje; wietske wytske; wijnand wynand; wijnandus wynandus; wiktor
viktor victor; wiktoria victoria viktoria; wil willy will; wilfred wilfried; wilhelmina wilhelmien
willemina; wilhelmus willhelmus wilhelm; willem wilem; willy willie; wioletta violetta; wouter walter;
xander zander; xiomara siomara; yahya jahja yahia iahia; yamina jamina yaminah; yasser yasir yaser jasser;
yassin yassine jasin yasin jassin; younes yunes; youness yoenes; youness younes yunus joenoes younous yonis;
youssef yusuf joesoef yousef yousouf jussuf joessoef yusef yoesoef josef; yvette ivette; yvonne ivonne;
yvonne yvon; zakaria zakariya zekeriya zakarya zacharia zekerya; zeynep zainab zeinab zineb zaynab; zeynep
zeyneb zeinep zenep; zofia sofia; zohra zahra zohrah zehra zora; zuleyha zoulikha zulayka zoelaikha
zulaikha; zulfikar zulfiqar
"""
"""Spellings of one name between two semicolons."""

_EXIST: Final = """
aad aarti aartje abbas abdiaziz abdikadir abdirizak abeba abeer abel abena achraf adan adjoa adnan adwoa
afia afra afua agata aida aiden aike aimee akin akke akosua akram akua alan alana alberto albina aleksy
alena alessandra alessandro alexia alfredo aliaa alice aliciya alicja aliya alja almaz altan alwin alya ama
amal amani amanuel amara amber amelia amira amit ammar amr amrita anand anastasia anastasiya anders andreea
andrei andrej aneta angel angelika angeline angelo anika anis anish anjali annabel annabelle annefleur
annelies annelotte annette anouschka antoine aram arda areej ariana ariane arletta arlette armando arnaldo
arnaud arne artur arturo arun arwin arzu ashley ashna asim asiya asli asror asuman atif atilla atiya
augustyna aukje aurelia aurora ava axel aya ayaan ayan aydin ayham ayhan ayla aylin aynur aysel aysen
aytekin azat azeb aziza azra babette bahar banu baran baris basel bashar bashir bassam bassel bastian batoul
batul baukje bayan bayram beata beate beau bekir belinda belma benan berat berfin berhane berk berkay berna
berrie berthe betul beyza bibi birgul birsen bisrat bjorn bo boaz bonnie bora boris boukje boy brenda brian
britney britt broer bronislaw bruno bulent burak burhan bushra busra camiel camille canan candan caner cansu
carlos carmelita carmen carola carole cassandra cecile cedric celeste celine cem cemre cenk ceren cetin
ceylan chadia chahid chahrazad chaib chakib charissa charita charlene charmaine chaymae chelsea cheyenne
chloe christophe cihan cindy clarissa claudette cleo clifton clive cob coby constance consuelo coskun craig
curtis czeslaw czeslawa dagmar dagny daisy dalal damian damla danai dania danil danilo danique danitsja
daria darja darwin darwina davide dawit dean deepak delano delia delphine demi deniz dennis deqa derya
devika devin dewa dhiraj diana didem diede diego dieter dieuwertje dieuwke dilan dilara dilber dilek dima
dimitri dimphy dineke dini diyar djoeke dogan dolores dominique donald donna donny doreen douae doutzen
douwe duco duncan durdane duru duygu dwight dylan ebbe ebru ece eda edeltraud edem edip edna edo eelco eelke
eelkje efe efua ege eise ekua elena eleni elia eliana elikem elin elina eline elisa elisha elke elleke ellis
elmar elmas elmira elodie eloise elske elvan elvis elza emel emrah emre emriye engelien engin enno enrico
enrique erdal erdem erdinc eren ergun erhan erica erika erkan erna erol errol ersin erwin esi esin esmeray
esmina esra estelle ethel etienne evi ewald ewout ezgi ezra fabian fabienne fabiola fadi fadila fahd fahima
faisal faisel faiza fakir farhad farhan farhiya farida farouk farrah faruk fatemeh fatih fatin fatmagul
fatos faye faysal fedde fedor fedora feike felicia feline femmy fenna fenne fenny ferhat feride ferit
fernando ferran feruza fetma fidan fiifi fikret fikri fikriye filiz filmon filomena filsan finn fiona firat
firdaous firdaus fleur florian fokje folkert fouad fouzia francesca francine francisco franka franny freija
freweini frida friso froukelien froukje fuat funda furkan gabriela gamze gea geesje gemma genevieve georgina
gerben gerdien gerdina gerlinde gerlof germa germaine gertrud gerwin ghada ghaith ghassan ghislaine ghizlane
gianni giel gifty gilmar ginelly gino giovanna giovanni gisela gizem glenda glenn gloria gokhan gonul goof
goran gosse grace gracia grada gregory guido guillermo gulcan guled gulten gunay guowei gurkan gwenda
gwendolyn gyula habib habtom haitham haitske hajo hakan haldun halim haluk hamdi hamida hamide hanadi hanae
handan hanife hannan hannelore harald haresh haroen haroon haroun harun hasibe hasna hasret hatem hatim
hayriye hazem hector hedi hedwig heiko hella helmut hensley heval hibaq hibo hidde hikmet hilal hilbert
hille hilmi hiske hiwet hodan hong houssam hulya humphrey huong hussam ibrahima ibtihal ida idil ieke iem
ifrah ignas igor ihsan ikbal ilhan ilja ilkay ilker ilknur imke imre inaya ineke ines inez ingeborg ingmar
inna ipek irem irfan irina irma irmgard irwin isabel isabelle isaias isaura isha ishaan iskander ismahan
ismay ismet ivan ivana ivar iwona iyad jacek jada jagoda jaira jairo jalila jamil janine janko jarl jarno
jaromir jasna jason javed javier jay jaya jayden jaylano jeandro jeanine jelena jelka jelmer jelte jeltje
jens jeremy jermain jermaine jerome jesper jesse jessy jetske jianhua jihane jildou jill jilles jing jinte
jip jitse jitske joanne joao joaquin jodie joel joeri joey jolana jolein jolien joline jonas jonne jordi
jordy jorge jorien jorrit jort josine jouke jovana joyce jozien juan juanita julian julie jumana jurjen
jurmaine jurre jurriaan justin kaan kacper kahsay kai kaitlyn kaj kamer kamiel kamila kanwal karan karsten
kathleen kavita kay kaya kayla kayleigh kazim keisha keith kelly kenan kerem kerstin kevin keziban khadra
kidane kiek kieu kiki kinan kinga kiran kisanet klaus koert kofi kojo konrad koray kubilay kubra kumar
kumari kwabena kwadwo kwaku kwame kwamena kwasi kwesi kyra ladan laima lale lama lamia lana lando lara
larissa lars latoya laura laurine lavinia lea leandra leman lennart lenneke leona leontien leontine leroy
letebrhan letitia levent levi liban lieke lieuwe lieve lijda lilian liliane lilly linde lindsay lindsey
lineke ling linh linsey lionel livia lize loek logan loiza lola lorena lorenzo loret loretta lorna lorraine
lotus louay lourdes luana luca lucien lucinda ludmila luis luke luna lut lutfi luwam lyanne lynn lysanne
maaikel maame maartje mabel machteld madelein maha mahad maher mahir maikel maja majd majda malak malick
malou malti manal mandy manfred manju manoj mansour manuela mara maran marcela marcella marcia marco marek
margit margje mariana mariela marija marijana marik marilou marilyn marin mario marion maris marissa marit
marita maritza marjanne marjo marjon marjorie marlies marlijn marlon marnix marsha martine martje marvin
maryse marzena masha masja matteo maud maureen mauro mawuli maxim maxime maya mazen mebrahtu megan mehtap
meiling meindert mel melania melanie melek melike melina melisa melissa melle meltem melvin mendes menna
menno mercedes merhawi merhawit merijn merle mert mertcan merve mesut mete metin metje michaela michalina
miguel mihret milad milan milena miles millie milosz milou ming minh minke mira mirka mirte mirthe mirza
misha mitchel mitra moataz mohan mohannad mohini moira monir morris mouad muammer muhannad muhsin mukaddes
mukhtar munevver murielle mussie mutasem muzaffer myrna myrte myrthe naciye nada nadine nadjat nafisa
nagihan nahid naim nalan nancy nanda naomi narges nasim nasra nasser nassim natasha natnael natsnet naz
nazan nazim nazime nazli nazmiye nebahat necati necmiye neha nelson nena nergis nermin neslihan nevin nevzat
ngoc nhung niamh nidal nigel nihat nikki nikola nilay nilgun nilofer nils nima nimco nimet nimo nina ninke
nirmala nisha nisrine nizar noa noah noel noelle noemi norah norma nouhaila nuh nuran nuray nurcan nurgul
nurhan nursel oanh obada odette odin oguz okan okke oktay olaf ole oleg oman omid omur ona onno onur orhan
orlando oscar oskar otmar otto ouail ouassima oumar oumnia oya ozan ozge ozgul ozkan pablo padma pamela
pascal pascale pascalle pearl pedro pelin pelle penny pepijn perihan perry phoebe phuong pia piebe pinar
pippa ploni polat pooja poonam pradeep prakash pranav prince princess priscilla puck qiang quang quincy
quinty qusai quynh rabab rabiye radboud radia rafael raffaela rahel rainier rajae rami ramon ramona rana
randy ranjana ranomi raoul rasha rasul ravi ravin rayan recep refik reinder reinhard reinout reintje rekha
remco remi remziye rena renata renske renu resul reyhan reza rhea riad rian rianne richenel rieneke rifat
rignald rijk riley rima rinaldo ringo rinke rinske rishi rishma ritchie ritesh ritske roan robel rochelle
roderick rodney rodrigo roeli rolf romain romana romeo romy ronan ronja roosmarijn rosalinde rosemarie
roshan rosie rosita rowan rowena roxana roxanne roy roya rozemarijn rudsel rukiye rula ruurd ryan saadia
saba saban sabriye sadet sadi sadia sadik safak saffira safiya sagal sahar sahin sahra saira sait saja
sajida sakina sakine salem saliha salman salome salvador samanta samara samer samet samiha sandor sandy
sanelly saniye santina santosh sarai sarita sascha savanna savas savita saynab saziye seada sean seda sedat
sedef sefa seher selam selcuk selda selin selman selorm semhar semih semiha semra sena senait sengul senna
sennait sera serap serdar serena serhan serhat serkan serpil server serwaa serwah seval sevda sevgi sevil
sevim seyit seyma shadi shafiq shahd shahin shaista shakira shana shanaya shanice shaniqua shanique shanna
shannon shanta sharlene sharmila sharon sharona shauna sherida sherwin shiraz shobha shurman sibel sibylle
siebe sienna siets sietske sietze sifra sigrid sigrun sihame sija sijtje sil sila silke silvan silvana simay
simona simran sinan sinem siri sjaane sjoerdje sjouke sjoukje skye sohail soner songul sonny souhail
soukaina stacey steffen stella sterre sua suat suha sultan sumeyra suna svenja sybren sylvain sylvana sytse
sytske tabitha taco taha tahira taina talal talha tamer taner tansu tara tarkan taryn tatiana tatjana tayfun
tayyip tesfay tessa thalia thanh thao theun thierry thuy tiago tieme tiffany titia titus tjalling tjarda
tjebbe tjeerd toby todd toine tolga tonja tonneke toprak torsten toshi tracy trang tsega tsehay tsehaynesh
tuana tuba tugay tugba tulay tuncay tuncer turan turgut tuyet tycho tygo tyler tyrone ubah uche ufuk ulku
ulla ulrike umut unal urvin uschi utku uwe vandana vanessa vasil vedat veerle verena verona vesna vidya
viggo vikash vildan vincenzo viola violet virgil vita vito vivian vivienne volkan volkert wael wafaa wahiba
waldemar wanita warner warsan weam wencke wendela wendell wendy werner wesam wessel wiam wibe widad wieger
wieke wilbert wilco wildan willeke wilmer winston winta wisal wubbe wybren xanthe xavier xenia xiaohong
xiaoling yaa yamin yannick yara yasar yassir yavuz yaw yazan yeliz yente yesim yesmina yfke yigit yildirim
yildiz ying yoga yohan yohannes yolande yonas yordanos yorick younas yuksel yuri yusra zafer zaineb zaki
zakia zamira zara zayd zeki zekiye zeliha zena zerai zerina zerrin zeynel ziad zina zita ziya zoe zoey
zoubida zubeyde zuhal zuhra zulaika zulfiye zulkuf zuzana zygmunt
"""
"""Names that exist beside those in the other lists."""


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[str]]:
    spelled: dict[str, frozenset[str]] = {}
    for entry in " ".join(_SPELLED.split()).split(";"):
        spellings = frozenset(entry.split())
        for name in spellings:
            spelled[name] = spelled.get(name, frozenset()) | spellings
    return spelled


def exist_besides() -> frozenset[str]:
    """All names in these lists."""
    return frozenset(_spellings()).union(_EXIST.split())


def spellings_of(name: str) -> frozenset[str]:
    """All spellings of `name`, itself among them."""
    return _spellings().get(name) or frozenset({name})
