#include "text/numbers_data.h"

#include <iterator>

namespace kaynak::text_detail {
namespace {

// clang-format off
constexpr NumberLanguage kLanguages[] = {
    {"en", '.', false, false, false, false,
     "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 "
     "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 "
     "sixty=60 seventy=70 eighty=80 ninety=90 ?hundred=e2 ?thousand=e3 ?million=e6 ?billion=e9 ?trillion=e12 ?quadrillion=e15 "
     "?first=1 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 "
     "fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 "
     "?lakh=e5 ?lakhs=e5 ?crore=e7 ?crores=e7 ?mn=e6 ?bn=e9 ?tn=e12 ?mln=e6 ?bln=e9 ?trn=e12 ?a=1 ?an=1 and=+"},
    {"tr", ',', false, true, true, false,
     "sıfır=0 ?bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 ?on=10 yirmi=20 otuz=30 ?kırk=40 elli=50 altmış=60 "
     "yetmiş=70 seksen=80 doksan=90 ?yüz=e2 bin=e3 ?bine=e3 ?bini=e3 ?binin=e3 ?binden=e3 ?binlik=e3 ?binde=e3 ?bine=e3 "
     "?milyon*=e6 ?milyar*=e9 ?trilyon*=e12 ?katrilyon*=e15 ?mn=e6 ?mr=e9"},
    {"az", ',', false, true, true, false,
     "?bir=1 iki=2 üç=3 dörd=4 beş=5 altı=6 yeddi=7 səkkiz=8 doqquz=9 ?on=10 iyirmi=20 otuz=30 qırx=40 əlli=50 altmış=60 "
     "yetmiş=70 səksən=80 doxsan=90 ?yüz=e2 ?min=e3 ?milyon*=e6 ?milyard*=e9 ?trilyon*=e12"},
    {"vi", ',', false, false, true, false,
     "?một=1 ?mốt=1 ?hai=2 ?ba=3 bốn=4 ?tư=4 ?năm=5 ?lăm=5 ?nhăm=5 sáu=6 bảy=7 bẩy=7 tám=8 chín=9 mười=10 ?mươi=e1 ?trăm=e2 "
     "?nghìn=e3 ?ngàn=e3 ?vạn=e4 ?triệu=e6 ?tỷ=e9 ?tỉ=e9 linh=+ lẻ=+"},
    {"es", ',', true, true, false, false,
     "cero=0 ?un=1 ?uno=1 ?una=1 ?ún=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 "
     "trece=13 catorce=14 quince=15 dieciséis=16 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintiun=21 "
     "veintiún=21 veintiuna=21 veintidós=22 veintidos=22 veintitrés=23 veintitres=23 veinticuatro=24 veinticinco=25 "
     "veintiséis=26 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 "
     "setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 "
     "cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 "
     "setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900 mil=e3 ?millón=e6 ?millon=e6 "
     "?millones=e6 ?millardo=e9 ?millardos=e9 ?billón=e12 ?billon=e12 ?billones=e12 ?trillón=e18 ?trillones=e18 ?mill=e6 ?mm=e6 y=+"},
    {"ca", ',', true, true, false, false,
     "zero=0 ?un=1 ?una=1 dos=2 dues=2 tres=3 quatre=4 cinc=5 sis=6 set=7 vuit=8 huit=8 ?nou=9 deu=10 onze=11 dotze=12 tretze=13 "
     "catorze=14 quinze=15 setze=16 disset=17 divuit=18 dinou=19 vint=20 trenta=30 quaranta=40 cinquanta=50 seixanta=60 "
     "setanta=70 vuitanta=80 noranta=90 ?cent=e2 cents=e2 centes=e2 mil=e3 ?milió=e6 ?milions=e6 ?miliard=e9 ?bilió=e12 "
     "?bilions=e12 i=+"},
    {"pt", ',', true, false, false, false,
     "zero=0 ?um=1 ?uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 "
     "catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19 "
     "vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 "
     "duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quatrocentas=400 quinhentos=500 quinhentas=500 seiscentos=600 "
     "seiscentas=600 setecentos=700 setecentas=700 oitocentos=800 oitocentas=800 novecentos=900 novecentas=900 mil=e3 "
     "?milhão=e6 ?milhões=e6 ?bilhão=e9 ?bilhões=e9 ?bilião=e12 ?biliões=e12 ?trilhão=e12 ?trilhões=e12 ?mi=e6 ?bi=e9 ?tri=e12 e=+"},
    {"fr", ',', true, false, false, false,
     "zéro=0 ?un=1 ?une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 ?neuf=9 dix=10 onze=11 douze=12 treize=13 "
     "quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 "
     "octante=80 nonante=90 cent=e2 ?cents=e2 mille=e3 ?million=e6 ?millions=e6 ?milliard=e9 ?milliards=e9 ?billion=e12 "
     "?billions=e12 ?mds=e9 ?md=e9 ?mrd=e9 et=+"},
    {"it", ',', false, true, false, false,
     "zero=0 ?un=1 uno=1 ?una=1 due=2 tre=3 tré=3 quattro=4 cinque=5 ?sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 "
     "tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 ?vent=20 trenta=30 "
     "?trent=30 quaranta=40 ?quarant=40 cinquanta=50 ?cinquant=50 sessanta=60 ?sessant=60 settanta=70 ?settant=70 ottanta=80 "
     "?ottant=80 novanta=90 ?novant=90 cento=e2 ?cent=e2 mille=e3 mila=e3 ?milione=e6 ?milioni=e6 ?miliardo=e9 ?miliardi=e9 "
     "?bilione=e12 ?bilioni=e12 ?mln=e6 ?mld=e9"},
    {"de", ',', true, true, false, true,
     "null=0 ?ein=1 ?eine=1 ?einer=1 ?einem=1 ?einen=1 eins=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 ?sech=6 sieben=7 ?sieb=7 "
     "?acht=8 neun=9 zehn=10 elf=11 zwölf=12 sechzehn=16 siebzehn=17 dreizehn=13 vierzehn=14 fünfzehn=15 achtzehn=18 neunzehn=19 "
     "zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=e2 "
     "tausend=e3 ?million=e6 ?millionen=e6 ?milliarde=e9 ?milliarden=e9 ?billion=e12 ?billionen=e12 ?mio=e6 ?mill=e6 ?mrd=e9 ?bio=e12 und=+"},
    {"nl", ',', false, true, false, true,
     "nul=0 ?een=1 ?één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 "
     "veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 vijftig=50 "
     "zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=e2 duizend=e3 ?miljoen=e6 ?miljard=e9 ?biljoen=e12 ?mln=e6 ?mld=e9 en=+ ën=+"},
    {"sv", ',', true, true, false, false,
     "noll=0 ?en=1 ?ett=1 två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9 tio=10 elva=11 tolv=12 tretton=13 fjorton=14 "
     "femton=15 sexton=16 sjutton=17 arton=18 nitton=19 tjugo=20 trettio=30 fyrtio=40 femtio=50 sextio=60 sjuttio=70 åttio=80 "
     "nittio=90 hundra=e2 tusen=e3 ?miljon=e6 ?miljoner=e6 ?miljard=e9 ?miljarder=e9 ?biljon=e12 ?biljoner=e12 ?mkr=e6 ?mdr=e9"},
    {"nb", ',', true, false, false, false,
     "to=2 tre=3 fire=4 fem=5 seks=6 sju=7 åtte=8 ni=9 ti=10 elleve=11 tolv=12 tretten=13 fjorten=14 femten=15 seksten=16 "
     "sytten=17 atten=18 nitten=19 tjue=20 tretti=30 førti=40 femti=50 seksti=60 sytti=70 åtti=80 nitti=90 ?hundre=e2 "
     "?tusen=e3 ?million=e6 ?millioner=e6 ?milliard=e9 ?milliarder=e9 ?billion=e12 ?mill=e6 ?mrd=e9"},
    {"da", ',', false, false, false, false,
     "to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9 ti=10 elleve=11 tolv=12 ?hundrede=e2 ?tusind=e3 ?million=e6 "
     "?millioner=e6 ?milliard=e9 ?milliarder=e9 ?billion=e12 ?mio=e6 ?mia=e9 ?mio=e6"},
    {"ru", ',', true, false, false, false,
     "ноль=0 один=1 ?одна=1 ?одного=1 ?одной=1 ?одну=1 два=2 две=2 двух=2 двум=2 двумя=2 три=3 трёх=3 трех=3 тремя=3 трем=3 трём=3 "
     "четыре=4 четырёх=4 четырех=4 четырьмя=4 четырем=4 четырём=4 пять=5 пяти=5 пятью=5 шесть=6 шести=6 шестью=6 семь=7 семи=7 "
     "семью=7 восемь=8 восьми=8 восемью=8 девять=9 девяти=9 десять=10 десяти=10 одиннадцать=11 одиннадцати=11 двенадцать=12 "
     "двенадцати=12 тринадцать=13 тринадцати=13 четырнадцать=14 четырнадцати=14 пятнадцать=15 пятнадцати=15 шестнадцать=16 "
     "шестнадцати=16 семнадцать=17 семнадцати=17 восемнадцать=18 восемнадцати=18 девятнадцать=19 девятнадцати=19 двадцать=20 "
     "двадцати=20 тридцать=30 тридцати=30 ?сорок=40 ?сорока=40 пятьдесят=50 пятидесяти=50 шестьдесят=60 шестидесяти=60 "
     "семьдесят=70 семидесяти=70 восемьдесят=80 восьмидесяти=80 девяносто=90 ?сто=100 ?ста=100 двести=200 двухсот=200 триста=300 "
     "трёхсот=300 трехсот=300 четыреста=400 пятьсот=500 пятисот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 "
     "?тысяча=e3 ?тысячи=e3 ?тысяч=e3 ?тысячу=e3 ?тысячам=e3 ?тысячами=e3 ?тысячах=e3 ?тыс=e3 ?миллион=e6 ?миллиона=e6 "
     "?миллионов=e6 ?миллиону=e6 ?миллионам=e6 ?миллионами=e6 ?миллионах=e6 ?миллионы=e6 ?миллионом=e6 ?млн=e6 ?миллиард*=e9 "
     "?млрд=e9 ?триллион*=e12 ?трлн=e12"},
    {"uk", ',', true, false, false, false,
     "нуль=0 один=1 ?одна=1 ?одного=1 ?одну=1 ?одної=1 два=2 дві=2 двох=2 двома=2 три=3 трьох=3 чотири=4 чотирьох=4 п'ять=5 "
     "п’ять=5 п'яти=5 п’яти=5 шість=6 шести=6 сім=7 семи=7 вісім=8 восьми=8 дев'ять=9 дев’ять=9 десять=10 десяти=10 "
     "одинадцять=11 дванадцять=12 тринадцять=13 чотирнадцять=14 п'ятнадцять=15 п’ятнадцять=15 шістнадцять=16 сімнадцять=17 "
     "вісімнадцять=18 дев'ятнадцять=19 дев’ятнадцять=19 двадцять=20 двадцяти=20 тридцять=30 тридцяти=30 ?сорок=40 п'ятдесят=50 "
     "п’ятдесят=50 шістдесят=60 сімдесят=70 вісімдесят=80 дев'яносто=90 дев’яносто=90 ?сто=100 двісті=200 триста=300 чотириста=400 "
     "п'ятсот=500 п’ятсот=500 шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900 дев’ятсот=900 ?тисяча=e3 ?тисячі=e3 ?тисяч=e3 "
     "?тисячу=e3 ?тис=e3 ?мільйон*=e6 ?млн=e6 ?мільярд*=e9 ?млрд=e9 ?трильйон*=e12 ?трлн=e12"},
    {"be", ',', true, false, false, false, "?тысяч*=e3 ?тыс=e3 ?мільён*=e6 ?млн=e6 ?мільярд*=e9 ?млрд=e9 ?трыльён*=e12"},
    {"bg", ',', true, false, false, false, "?хиляди=e3 ?хил=e3 ?милион*=e6 ?млн=e6 ?милиард*=e9 ?млрд=e9 ?трилион*=e12"},
    {"pl", ',', true, false, false, false,
     "zero=0 ?jeden=1 ?jedna=1 ?jedno=1 dwa=2 dwie=2 dwóch=2 dwoje=2 trzy=3 trzech=3 cztery=4 czterech=4 pięć=5 pięciu=5 sześć=6 "
     "sześciu=6 siedem=7 siedmiu=7 osiem=8 ośmiu=8 dziewięć=9 dziewięciu=9 dziesięć=10 dziesięciu=10 jedenaście=11 "
     "jedenastu=11 dwanaście=12 dwunastu=12 trzynaście=13 czternaście=14 piętnaście=15 szesnaście=16 siedemnaście=17 "
     "osiemnaście=18 dziewiętnaście=19 dwadzieścia=20 dwudziestu=20 trzydzieści=30 trzydziestu=30 czterdzieści=40 "
     "pięćdziesiąt=50 sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 sto=100 stu=100 dwieście=200 "
     "trzysta=300 czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 dziewięćset=900 ?tysiąc=e3 ?tysiące=e3 "
     "?tysięcy=e3 ?tys=e3 ?milion*=e6 ?mln=e6 ?miliard*=e9 ?mld=e9 ?bilion*=e12 ?bln=e12"},
    {"cs", ',', true, false, false, false,
     "dva=2 dvě=2 tři=3 čtyři=4 pět=5 šest=6 sedm=7 osm=8 devět=9 deset=10 ?tisíc*=e3 ?milion*=e6 ?mil=e6 ?miliard*=e9 ?mld=e9 ?bilion*=e12"},
    {"sk", ',', true, false, false, false,
     "dva=2 dve=2 tri=3 štyri=4 päť=5 šesť=6 sedem=7 osem=8 deväť=9 desať=10 ?tisíc*=e3 ?milión*=e6 ?mil=e6 ?miliard*=e9 ?mld=e9 ?bilión*=e12"},
    {"sl", ',', false, false, false, false, "?tisoč*=e3 ?milijon*=e6 ?milijard*=e9 ?mio=e6 ?mrd=e9"},
    {"hr", ',', false, false, false, false, "?tisuć*=e3 ?milijun*=e6 ?milijard*=e9 ?mil=e6 ?mlrd=e9"},
    {"bs", ',', false, false, false, false, "?hiljad*=e3 ?milion*=e6 ?milijard*=e9"},
    {"sr", ',', false, false, false, false, "?хиљад*=e3 ?милион*=e6 ?милијард*=e9 ?hiljad*=e3 ?milion*=e6 ?milijard*=e9"},
    {"ro", ',', false, false, false, false,
     "doi=2 două=2 trei=3 patru=4 cinci=5 șase=6 șapte=7 opt=8 nouă=9 zece=10 ?mii=e3 ?mie=e3 ?milion=e6 ?milioane=e6 "
     "?miliard=e9 ?miliarde=e9 ?mil=e6 ?mld=e9"},
    {"hu", ',', true, false, false, false, "?ezer=e3 ?ezren=e3 ?millió*=e6 ?milliárd*=e9 ?billió*=e12"},
    {"fi", ',', true, false, false, false,
     "kaksi=2 kolme=3 neljä=4 viisi=5 kuusi=6 seitsemän=7 kahdeksan=8 yhdeksän=9 kymmenen=10 ?tuhat=e3 ?tuhatta=e3 ?miljoona*=e6 "
     "?miljardi*=e9 ?milj=e6 ?mrd=e9"},
    {"et", ',', true, false, false, false, "?tuhat=e3 ?tuhande*=e3 ?miljon*=e6 ?miljard*=e9"},
    {"lv", ',', true, false, false, false, "?tūkstoš*=e3 ?miljon*=e6 ?miljard*=e9"},
    {"lt", ',', true, false, false, false, "?tūkst*=e3 ?milijon*=e6 ?mln=e6 ?milijard*=e9 ?mlrd=e9"},
    {"el", ',', false, false, false, false, "?χιλιάδες=e3 ?εκατομμύρι*=e6 ?εκατ=e6 ?δισεκατομμύρι*=e9 ?δισ=e9 ?τρισεκατομμύρι*=e12"},
    {"ar", '.', false, false, true, true,
     "صفر=0 ?واحد=1 ?واحدة=1 اثنان=2 اثنين=2 اثنتان=2 اثنتين=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ?ست=6 سبعة=7 ?سبع=7 "
     "ثمانية=8 ثماني=8 ثمان=8 تسعة=9 تسع=9 عشرة=10 عشر=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 "
     "خمسين=50 ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90 ?مئة=e2 ?مائة=e2 مئتان=200 مئتين=200 "
     "مائتان=200 مائتين=200 ثلاثمئة=300 ثلاثمائة=300 أربعمئة=400 أربعمائة=400 خمسمئة=500 خمسمائة=500 ستمئة=600 ستمائة=600 "
     "سبعمئة=700 سبعمائة=700 ثمانمئة=800 ثمانمائة=800 تسعمئة=900 تسعمائة=900 ?ألف=e3 ?ألفا=e3 ?ألفًا=e3 ?آلاف=e3 ?الف=e3 "
     "ألفان=2000 ألفين=2000 ?مليون=e6 ?مليونا=e6 ?مليوناً=e6 ?مليونًا=e6 ?ملايين=e6 مليونان=2000000 مليونين=2000000 ?مليار=e9 "
     "?مليارا=e9 ?مليارًا=e9 ?مليارات=e9 ملياران=2000000000 مليارين=2000000000 ?تريليون*=e12"},
    {"fa", '.', false, false, false, false,
     "دو=2 سه=3 چهار=4 پنج=5 شش=6 هفت=7 هشت=8 نه=9 ده=10 ?هزار=e3 ?میلیون=e6 ?میلیارد=e9 ?تریلیون=e12"},
    {"ur", '.', false, false, false, false, "?ہزار=e3 ?لاکھ=e5 ?کروڑ=e7 ?ملین=e6 ?ارب=e9 ?بلین=e9"},
    {"he", '.', false, false, false, false, "?אלף=e3 ?אלפים=e3 ?מיליון=e6 ?מיליוני=e6 ?מיליארד*=e9 ?טריליון=e12"},
    {"hi", '.', false, false, false, false, "दो=2 तीन=3 चार=4 पांच=5 पाँच=5 छह=6 सात=7 आठ=8 नौ=9 दस=10 ?सौ=e2 ?हजार=e3 ?हज़ार=e3 ?लाख=e5 ?करोड़=e7 ?अरब=e9 ?मिलियन=e6 ?बिलियन=e9"},
    {"bn", '.', false, false, false, false, "?হাজার=e3 ?লাখ=e5 ?কোটি=e7 ?মিলিয়ন=e6 ?বিলিয়ন=e9"},
    {"id", ',', false, false, false, false,
     "nol=0 ?satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 sebelas=11 ?belas=t ?puluh=e1 "
     "?ratus=e2 seratus=100 seribu=1000 ?ribu=e3 ?juta=e6 ?miliar=e9 ?milyar=e9 ?triliun=e12"},
    {"ms", '.', false, false, false, false,
     "?satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 lapan=8 sembilan=9 sepuluh=10 sebelas=11 ?belas=t ?puluh=e1 ?ratus=e2 "
     "seratus=100 seribu=1000 ?ribu=e3 ?juta=e6 ?bilion=e9 ?trilion=e12"},
    {"tl", '.', false, false, false, false, "dalawa=2 tatlo=3 apat=4 lima=5 anim=6 pito=7 walo=8 siyam=9 sampu=10 ?libo=e3 ?milyon=e6 ?milyong=e6 ?bilyon=e9 ?bilyong=e9 ?million=e6 ?billion=e9"},
    {"gl", ',', true, false, false, false, "dous=2 dúas=2 tres=3 catro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 mil=e3 ?millón=e6 ?millóns=e6"},
    {"af", ',', true, false, false, false, "twee=2 drie=3 vier=4 vyf=5 ses=6 sewe=7 agt=8 nege=9 tien=10 ?miljoen=e6 ?miljard=e9"},
    {"is", ',', false, false, false, false, "?þúsund=e3 ?milljón*=e6 ?milljarð*=e9"},
    {"zh", '.', false, false, false, false, ""},
    {"ja", '.', false, false, false, false, ""},
    {"ko", '.', false, false, false, false, ""},
    {"th", '.', false, false, false, false, ""},
    {"", '.', false, false, false, false, ""}};
// clang-format on

}  // namespace

const NumberLanguage& number_language(std::string_view language) {
  std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "no" || primary == "nn") primary = "nb";
  if (primary == "fil") primary = "tl";
  for (const NumberLanguage& row : kLanguages)
    if (row.language == primary) return row;
  return kLanguages[std::size(kLanguages) - 1];
}

}  // namespace kaynak::text_detail
