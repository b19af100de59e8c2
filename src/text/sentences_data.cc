#include "text/sentences_data.h"

namespace kaynak::text_detail {
namespace {

// clang-format off
constexpr SentenceWords kWords[] = {
    {"en",
     " mr mrs ms dr prof gen gov sen rep lt col maj capt cmdr sgt pvt rev hon adm brig cpl messrs st mt ft pres supt det insp amb vs v viz cf al fr sr. ",
     " jr sr inc ltd co corp bros llc plc dept univ assn est approx ave blvd rd u.s u.k u.n u.s.a e.u d.c l.a n.y a.m p.m e.g i.e etc ph.d b.a m.a b.c a.d ed eds trans ",
     " no nos art fig figs vol pp p ch sec para eq jan feb mar apr jun jul aug sept sep oct nov dec tel ext rs ",
     " the a an it its he she they we i you his her their our my this that these those there here in on at for from by with as if when while after before since but and or so yet however meanwhile although though according what who how why where is are was were has have had no not one some many most both each all even also then now just such to of "},
    {"tr",
     " dr prof doç yrd av op uzm sn st alb yzb tğm org korg tuğg tümg müh ecz bn ",
     " vb vd vs bkz örn yy a.ş ltd şti san tic mah cad sok apt blv krş çev haz ed yay t.c m.ö m.s a.b.d ",
     " no s sf tel cilt c md ",
     " bu şu o bir ve ama fakat ancak ise da de daha en çok ayrıca öte böyle şimdi sonra önce ne kim nasıl neden biz siz onlar ben sen hem eğer çünkü fakat her hiç bazı birçok buna bunun bununla bunlar söz ",
     true},
    {"vi",
     " ts ths pgs gs bs ks lm đ.c tp st q p tx h. mr mrs ms dr đ/c lm. cn ",
     " v.v tr vv tcn scn ",
     " số tr ",
     " và nhưng tuy trong theo khi nếu vì do tại các những một hai ông bà anh chị họ nó đây đó này ngoài trước sau hiện bên đến để với từ cũng không "},
    {"es",
     " sr sra srta sres dr dra prof profa lic ing arq d dña dn gral cnel cap tte mons fr sta sto san exmo excmo ilmo mr mrs ",
     " ud uds vd vds etc ej p.ej av avda c/ cía s.a s.l ee uu ee.uu a.c d.c a.m p.m ss aa jr hnos admón depto dpto tel aprox máx mín ",
     " núm nº no pág págs p art arts fig vol cap ene feb mar abr jun jul ago sept sep oct nov dic tel ",
     " el la los las un una unos unas lo le se su sus este esta estos estas ese esa esos esas aquel y o pero sino aunque cuando como si no en de del al a con por para según tras desde hasta sin sobre entre además también así ya él ella ellos yo nosotros hay es son fue era ha han más muy todo todos cada "},
    {"ca",
     " sr sra srta dr dra prof profa mn st sta ing arq gral il·lm excm hble ",
     " etc p.ex ex av avda pl ctra s.a s.l ee uu ee.uu a.c d.c a.m p.m aprox ",
     " núm pàg pàgs p art fig vol cap gen febr abr jul ag set oct nov des tel ",
     " el la els les l' un una uns unes aquest aquesta aquests aquestes aquell i o però sinó encara quan com si no en de del dels al als a amb per segons després des fins sense sobre entre també així ja ell ella ells jo hi ha és són va van més molt tot tots cada "},
    {"ru",
     " г-н г-жа гг им св проф акад доц канд докт ул пр просп пер пл наб бул обл респ ген полк кап подполк лейт адм инж зам зав напр см ср ст пос дер ",
     " т.е т.д т.п т.к т.н др пр проч тыс млн млрд трлн руб коп долл кг км см мм кв куб мин сек ч г гг в вв н.э до н.э и.о сш с.ш а о им ",
     " № стр с рис табл гл п пп ст т янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек ",
     " в во на с со к ко по из от до за у о об и а но да или если когда как что кто где это этот эта эти тот та те он она они мы вы я его её их ее по при для без под над между также так уже ещё еще однако поэтому после перед не нет по "},
    {"uk",
     " р-н ім св проф акад доц вул просп пров пл обл ген полк адм інж див ст п пані м с смт гр ",
     " т.д т.п т.з ін тис млн млрд трлн грн коп дол кг км см мм кв куб хв с год р рр ст н.е до н.е ",
     " № стор с рис табл гл п ст т січ лют бер квіт трав черв лип серп вер жовт лист груд ",
     " в у на з із зі до по від за о об і й та а але або якщо коли як що хто де це цей ця ці той та ті він вона вони ми ви я його її їх при для без під над між також так вже ще однак тому після перед не ні "},
    {"de",
     " hr fr dr prof ing dipl st frl hrn gen maj hptm kap sen jun ",
     " usw etc z.b u.a d.h v.a o.ä u.s.w bzw ca ggf evtl inkl exkl max min mio mrd mill str gmbh co vgl sog geb gest verh bd hrsg aufl abs v.chr n.chr u.s zzt allg eigtl ",
     " nr s abb art abs bd tel jan feb mär apr jun jul aug sep sept okt nov dez ",
     " der die das den dem des ein eine einen einem einer er sie es wir ihr ich und oder aber doch denn wenn als wie was wer wo in im an am auf aus bei mit nach von vom zu zum zur für durch über unter vor seit bis um dies diese dieser dieses man auch so nun jetzt noch nur nicht kein keine ist sind war waren hat haben wird werden laut ",
     true},
    {"fr",
     " m mm mme mmes mlle mlles dr pr prof me mgr st ste gén col cap lt cdt ",
     " etc cf ex p.ex env av apr j.-c chap éd coll vol s.a ltd bd fg ",
     " no n° p pp art fig vol chap tél janv févr avr juil sept oct nov déc ",
     " le la les un une des l' d' ce cet cette ces il elle ils elles on nous vous je et ou mais donc or ni car si quand lorsque comme que qui où en dans de du au aux à avec pour par selon après avant depuis sans sous sur entre aussi ainsi déjà son sa ses leur leurs notre plus très tout tous chaque c'est il "},
    {"it",
     " sig sigg sig.ra dott dr dott.ssa prof prof.ssa avv ing arch geom rag on sen gen col cap ten mons don s ss ",
     " ecc etc es p.es s.p.a spa s.r.l a.c d.c cfr ca all ",
     " n nn num pag pagg p art artt fig vol cap gen feb mar apr mag giu lug ago set sett ott nov dic tel ",
     " il lo la i gli le un uno una l' questo questa questi queste quello quella e o ma però se quando come che chi dove in di del della dei delle al alla ai alle a da dal dalla con per secondo dopo prima fra tra su sul anche così già lui lei loro io noi non è sono era ha hanno più molto tutto tutti ogni "},
    {"pt",
     " sr sra srs srta dr dra drs prof profa eng arq gen cel cap ten des exmo exma d dom sto sta pe ",
     " etc ex p.ex av r ltda cia s.a a.c d.c a.m p.m aprox máx mín obs jr ",
     " nº n no núm pág págs p art arts fig vol cap jan fev mar abr mai jun jul ago set out nov dez tel ",
     " o a os as um uma uns umas este esta estes estas esse essa isto isso aquele e ou mas porém se quando como que quem onde em no na nos nas de do da dos das ao à aos com por para segundo após antes desde até sem sobre entre também assim já ele ela eles elas eu nós não é são foi era há tem mais muito todo todos cada "},
    {"pl",
     " p pp dr prof hab inż mgr gen płk kpt ppłk mjr por ks bp abp św red ul al pl os im mec ",
     " np itd itp tzw tzn tj m.in ok ww wg zob por jw godz tys mln mld zł gr r w n.e p.n.e s.a sp.z o.o ds ",
     " nr s str rys tab t art ust pkt poz tel ",
     " w we na z ze do od po za u o i a ale lub albo jeśli gdy kiedy jak co kto gdzie to ten ta te ci on ona oni one my wy ja jego jej ich przy dla bez pod nad między także też tak już jeszcze jednak dlatego nie jest są był była było ",
     true},
    {"id",
     " dr drs prof ir h hj tn ny sdr st kh jend letjen brigjen kol kapt ",
     " dll dsb dst dkk tbk pt cv a.n u.p s.d yth ",
     " no hlm hal tel jl jan feb mar apr jun jul agt sept okt nov des ",
     " ini itu dan tetapi namun atau jika ketika saat karena di ke dari pada untuk dengan oleh dalam menurut setelah sebelum sejak ia dia mereka kami kita saya para seorang sebuah tidak juga selain "},
    {"nl",
     " dhr mevr mw dr drs prof ir ing mr st gen kol ",
     " enz bijv bv nl o.a d.w.z i.p.v m.b.t t.o.v vgl ca evt incl excl max min mln mld a.u.b jl ",
     " nr blz p art fig tel jan feb mrt apr jun jul aug sept okt nov dec ",
     " de het een dit dat deze die hij zij ze wij we ik je en of maar want als toen hoe wat wie waar in op aan bij met naar van voor door over onder na sinds tot om er ook zo nu nog niet geen is zijn was waren heeft hebben volgens "},
    {"sv", " dr prof st hr fru ", " bl.a t.ex d.v.s o.s.v osv etc ca m.m m.fl f.d s.k kl f.kr e.kr ", " nr s kap fig tel ",
     " den det de en ett han hon vi jag du och men eller om när som i på av för med till från efter enligt är var har hade "},
    {"da", " dr prof hr fru st ", " bl.a f.eks d.v.s osv etc ca m.m m.fl kl f.kr e.kr ", " nr s kap fig tlf ",
     " den det de en et han hun vi jeg du og men eller hvis når som i på af for med til fra efter ifølge er var har havde ", true},
    {"nb", " dr prof hr fru st ", " bl.a f.eks d.v.s osv etc ca m.m m.fl kl f.kr e.kr ", " nr s kap fig tlf ",
     " den det de en et han hun vi jeg du og men eller hvis når som i på av for med til fra etter ifølge er var har hadde ", true},
    {"cs", " dr mudr judr ing mgr bc prof doc plk gen kpt sv p pí ", " např tj tzv atd apod resp mj tis mil mld kč hod min r n.l př.n.l s.r.o a.s ", " č čl str s odst tel ",
     " v ve na s z do od po za u o a i ale nebo jestli když jak co kdo kde to ten ta ti on ona oni my vy já jeho její jejich pro bez pod nad mezi také tak už ještě však proto ne je jsou byl byla bylo podle ", true},
    {"ro", " dl dna d-l dr prof ing av gen col sf ", " etc ș.a ex p lei mil mld s.a s.r.l î.hr d.hr ", " nr p pag art fig vol tel ",
     " un o acest această acești el ea ei ele și sau dar însă dacă când cum ce cine unde în din de la cu pentru prin după înainte fără pe între tot așa deja nu este sunt era a au "},
    {"hu", " dr prof id ifj özv ", " stb pl kb ún ill u.n m.in i.e i.sz bt kft rt ", " sz o old tel ",
     " a az egy ez ezek ő ők mi ti én és vagy de ha amikor hogy mint ki hol is nem van volt ", true},
    {"el", " κ κα κος δρ καθ αγ στρ ", " π.χ κ.λπ κ.ά δηλ μ.μ π.μ μ.χ π.χ α.ε ", " αρ σελ σ άρθ τηλ ",
     " ο η το οι τα τον την του της των ένας μια ένα αυτός αυτή αυτό και ή αλλά αν όταν όπως που ποιος σε στο στη στην από με για κατά μετά πριν δεν είναι ήταν έχει "},
    {"ar", " د أ م ", " الخ إلخ ق.م م هـ ص ", " ص رقم ج ", " "},
    {"fa", " دکتر ", " ه ق ش م ", " ص ش ", " "},
    {"he", " ד\"ר פרופ עו\"ד ", " וכו ", " עמ מס ", " "},
    {"hi", " डॉ प्रो श्री पं सु ", " रु ", " सं पृ ", " "},
    {"zh", " ", " ", " ", " "},
    {"ja", " ", " ", " ", " "},
    {"ko", " ", " ", " ", " "}};
// clang-format on

}  // namespace

const SentenceWords& sentence_words(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const SentenceWords& words : kWords)
    if (words.language == primary) return words;
  if (primary == "no" || primary == "nn") return sentence_words("nb");
  if (primary == "sk") return sentence_words("cs");
  if (primary == "gl") return sentence_words("es");
  if (primary == "be") return sentence_words("ru");
  if (primary == "az") return sentence_words("tr");
  if (primary == "ms") return sentence_words("id");
  return kWords[0];
}

}  // namespace kaynak::text_detail
