#include "text/dates_data.h"

namespace kaynak::text_detail {
namespace {

// clang-format off
constexpr DateWords kMore[] = {
    {"en",
     "upcoming=>v1 coming=>v1 beginning=S starting=S commencing=S days=* fortnight=uw#2 fortnights=uw#2 couple=#2 half_a_year=um#6 year_and_a_half=um#18 decade=x penultimate=o-2 next-to-last=o-2 second-to-last=o-2 about=r around=r roughly=r approximately=r nearly=r almost=r some=r "
     "mondays=* tuesdays=* wednesdays=* thursdays=* fridays=* saturdays=* sundays=* the_day_before=R-1 the_previous_day=R-1 the_next_day=R1 the_following_day=R1 the_day_after=R1 in_just=I in_only=I in_about=I year-end=p3uy month-end=p3um years=* months=* weeks=* quarters=* centuries=* &=n ?now=d0 week_after_next=W2 weekend=ue later=l jan=m1 decade=x coming_days=j to_come=> century=uc centuries=uc fridays=w5 thursdays=w4 wednesdays=w3 saturdays=w6 sundays=w7 date=j from=f between=f to=t until=ty till=ty through=ty thru=t and=n & =n after=+y before=~y following=+> later_than=+y prior_to=~y by=y~ from=yf year=uy years=uy yr=uy yrs=uy mo=um wk=uw "
     "quarter=uq quarters=uq ?q=uq qtr=uq qtrs=uq half=ub ?h=ub fortnight=uw summer=s2 winter=s4 ?spring=s1 ?fall=s3 autumn=s3 s=x early=p1 beginning=p1 start=p1 mid=p2 middle=p2 late=p3 end=p3 "
     "first=o1 second=o2 third=o3 fourth=o4 fifth=o5 sixth=o6 seventh=o7 eighth=o8 ninth=o9 tenth=o10 eleventh=o11 twelfth=o12 thirteenth=o13 fourteenth=o14 fifteenth=o15 sixteenth=o16 "
     "seventeenth=o17 eighteenth=o18 nineteenth=o19 twentieth=o20 thirtieth=o30 hence=i from_today=i back=a in=j calendar_year=uy past=< final=o-1 mondays=w1 tuesdays=w2 of_the=j in_the=j "
     "overnight=d0 tonite=d0 tmrw=d1 tomorrows=d1 this=j= ?eve=j most_recent=< immediate=j business=j same=j to_date=t today's=d0"},
    {"tr",
     "önümüzdeki=>v2 yarım_yıl=um#6 bir_buçuk_yıl=um#18 sondan_ikinci=o-2 "
     "haftasına=uw haftasında=uw haftasını=uw haftasının=uw ertesi_gün=R1 ertesi_günü=R1 önceki_gün=d-2 bir_gün_sonra=R1 salı=w2 bir_gün_önce=R-1 yüzyıl=uc yüzyılda=uc yüzyılın=uc ile=n ila=tn ve=n kadar=k arası=k arasında=k arasındaki=k aralığı=k aralığında=k sonra=i+ sonraki=> sonrasında=+ sonrası=+ beri=j itibaren=j çeyrek=uq çeyreği=uq çeyreğinde=uq çeyreğin=uq çeyreğine=uq "
     "çeyrek_yıl=uq üç_aylık=uq yarısı=ub yarısında=ub yaz=s2 yazı=s2 yazında=s2 kış=s4 kışı=s4 kışında=s4 ilkbahar=s1 ilkbaharında=s1 bahar=s1 sonbahar=s3 sonbaharda=s3 sonbaharında=s3 yaza=s2 kışın=s4 yazın=s2 "
     "birinci=o1 ilk=o1 ikinci=o2 üçüncü=o3 dördüncü=o4 beşinci=o5 altıncı=o6 yedinci=o7 sekizinci=o8 dokuzuncu=o9 onuncu=o10 on_birinci=o11 on_ikinci=o12 inci=o ıncı=o uncu=o üncü=o nci=o ncı=o son=<o-1 "
     "başı=p1 başında=p1 başlarında=p1 başından=p1 ortası=p2 ortasında=p2 ortalarında=p2 sonu=p3 sonunda=p3 sonlarında=p3 sonuna=p3 sonundan=p3 lı=x li=x lar=x ler=x lu=x lü=x lı_yıllar=x larda=x lerde=x "
     "öbürki_gün=d2 ertesi=j içinde=i haftanın=uw hafta=uw ay=um ayda=um yılda=uy haftada=uw günde=ud sene=uy aynı=j günden=j gününden=j gününe=j öbür_hafta=W2 bu_ay=M0 "
     "ocağa=m1 ocak'a=m1 şubata=m2 marta=m3 nisana=m4 mayısa=m5 hazirana=m6 temmuza=m7 ağustosa=m8 eylüle=m9 ekime=m10 kasıma=m11 aralığa=m12 ocaktan=m1 şubattan=m2 marttan=m3 nisandan=m4 mayıstan=m5 hazirandan=m6 "
     "temmuzdan=m7 ağustostan=m8 eylülden=m9 ekimden=m10 kasımdan=m11 aralıktan=m12 ocağın=m1 şubatın=m2 martın=m3 nisanın=m4 mayısın=m5 haziranın=m6 temmuzun=m7 ağustosun=m8 eylülün=m9 ekimin=m10 kasımın=m11 "
     "aralığın=m12 ocağı=m1 şubatı=m2 martı=m3 nisanı=m4 mayısı=m5 haziranı=m6 temmuzu=m7 ağustosu=m8 eylülü=m9 ekimi=m10 kasımı=m11 aralığı=m12 "
     "pazartesinden=w1 pazartesiden=w1 salıdan=w2 çarşambadan=w3 perşembeden=w4 cumadan=w5 cumartesiden=w6 pazartesisi=w1 salısı=w2 çarşambası=w3 perşembesi=w4 cuması=w5 cumartesisi=w6 pazarı=w7 çarşambaya=w3 ?pazara=w7 "
     "pazartesileri=j çarşambayı=w3 perşembeyi=w4 cumayı=w5 pazartesiyi=w1 haftaları=uw günleri=ud ayları=um yılları=uy günü=ud haftası=uw ay_sonu=p3um yıl_sonu=p3uy ay_sonunda=p3um yıl_sonunda=p3uy yıl_sonuna=p3uy geçen=< geçtiğimiz=< önceki=< bundan=j bugünden=d0 yarından=d1 dünden=d-1 "
     "önceki_yıl=Y-1 evvelki_yıl=Y-2 yılın=uyY yıl=uyY yılı=uyY bir_sonraki=> bir_önceki=< gelecek=> önümüzdeki=>"},
    {"vi",
     "tới=>v1 nửa_tháng=uf#1 nửa_năm=um#6 khoảng=r gần=r áp_chót=o-2 "
     "hôm_sau=R1 ngày_hôm_sau=R1 hôm_trước=R-1 ngày_hôm_trước=R-1 thế_kỷ=uc từ=f giữa=f đến=t tới=t> và=n sau=+>i trước=~ kể_từ=y từ_ngày=f quý=uq nửa=ub mùa_hè=s2 mùa_đông=s4 mùa_xuân=s1 mùa_thu=s3 đầu=p1 giữa=p2 cuối=p3 mùa_hạ=s2 "
     "đầu_tiên=o1 thứ_nhất=o1 cuối_cùng=o-1 bữa_nay=d0 bữa_qua=d-1 hôm=c ngày_kìa=d2 hôm_kia=d-2 ngày_hôm_kia=d-2 hiện_tại== vừa_rồi=< vừa_qua=< rồi=< qua=< tiếp_theo=> kế_tiếp=> tới=> năm=yuy nữa=i của=j trong=j thập_niên=x thập_kỷ=x những_năm=x "
     "ba=j quý_nay=j mốt=d2 tháng_này=M0 tháng_trước=M-1 tháng_sau=M1 tháng_tới=M1"},
    {"es",
     "próximo=>v2 próxima=>v2 proximo=>v2 entrante=>v2 que_comienza=S que_empieza=S que_va=S a_partir_del=S días=* dias=* año_y_medio=um#18 medio_año=um#6 unos=r unas=r cerca_de=r aproximadamente=r casi=r alrededor_de=r penúltimo=o-2 penúltima=o-2 primeros=o1 primeras=o1 últimos=<* últimas=<* pasados=<* pasadas=<* próximos=>* próximas=>* anteriores=<* siguientes=>* "
     "década=x quincena=uf años=* meses=* semanas=* trimestres=* siglos=* ?ahora=d0 ?t=uq ?h=ub er=o día_siguiente=R1 día_anterior=R-1 dia_anterior=R-1 víspera=R-1 después=l más_tarde=l antes_de=~y después_de=+y tras=y hacia=t sept=m9 miérc=w3 juev=w4 vier=w5 lun=w1 mar=w2 por_venir=> siglo=uc desde=yf entre=f de=jf del=jyf a=t al=t hasta=ty y=n e=n después_de=+ antes_de=~ tras=+ trimestre=uq trimestres=uq semestre=ub verano=s2 invierno=s4 primavera=s1 otoño=s3 principios=p1 comienzos=p1 inicios=p1 mediados=p2 "
     "finales=p3 fines=p3 fin=p3 final=p3 primer=o1 primero=o1 primera=o1 segundo=o2 segunda=o2 tercer=o3 tercero=o3 tercera=o3 cuarto=o4 cuarta=o4 quinto=o5 quinta=o5 sexto=o6 sexta=o6 séptimo=o7 octavo=o8 noveno=o9 décimo=o10 "
     "último=<o-1 última=<o-1 últimos=< últimas=< pasados=< pasadas=< próximos=> próximas=> anteriores=< siguientes=> que_vienen=> viene=j década=x años=uyx los_años=x año=yuy presente== actual== corriente== uno=j "
     "lun=w1 mar=w2 ?mie=w3 mié=w3 jue=w4 vie=w5 ?sáb=w6 ?sab=w6 dom=w7 anteanoche=d-2 por_delante=i a_la=j a_partir_de=j tarde=j ene=m1 durante=j antepasado=<< antepasada=<< mismo=j"},
    {"pt",
     "próximo=>v2 próxima=>v2 que_começa=S que_inicia=S proximo=>v2 proxima=>v2 dias=* ano_e_meio=um#18 meio_ano=um#6 cerca_de=r aproximadamente=r quase=r penúltimo=o-2 penúltima=o-2 ?segunda=w1o2 primeiros=o1 primeiras=o1 últimos=<* últimas=<* passados=<* passadas=<* próximos=>* próximas=>* anteriores=<* seguintes=>* "
     "quinzena=uf anos=* meses=* semanas=* ?agora=d0 ?t=uq dia_seguinte=R1 dia_anterior=R-1 véspera=R-1 depois=l mais_tarde=l após=+y antes_de=~y depois_de=+y século=uc desde=yf entre=f de=jf a=tj à=t às=t até=ty ao=t aos=t e=n após=+ depois_de=+ antes_de=~ depois_do=+ antes_do=~ trimestre=uq trimestres=uq semestre=ub verão=s2 inverno=s4 primavera=s1 outono=s3 início=p1 começo=p1 meados=p2 "
     "final=p3 finais=p3 fim=p3 fins=p3 primeiro=o1 primeira=o1 segundo=uso2 ?segunda=w1 segunda_feira=w1 terceiro=o3 terceira=o3 quarto=o4 quinto=o5 sexto=o6 sétimo=o7 oitavo=o8 nono=o9 décimo=o10 décimo_primeiro=o11 décimo_segundo=o12 "
     "último=<o-1 última=<o-1 últimos=< últimas=< passados=< passadas=< próximos=> próximas=> proximo=> proxima=> proximos=> proximas=> anteriores=< seguintes=> que_vêm=> que_vem=> década=x anos=uyx atual== corrente== "
     "seg=w1 terca=w2 terca-feira=w2 ?quarta=w3 quarta_feira=w3 qua=w3 ?quinta=w4 quinta_feira=w4 qui=w4 sexta_feira=w5 sex=w5 sab=w6 sáb=w6 dom=w7 amanha=d1 essa=j= esse=j= nessa=j= nesse=j= dessa=j= desse=j= este=j= presente== "
     "faz=A atras=a mes=um ano_passado=Y-1 tarde=j terça_feira=w2 feira=j ontem=d-1 hoje=d0 retrasado=<< retrasada=<< partir=j em=yI durante=j"},
    {"it",
     "prossimo=>v2 prossima=>v2 che_inizia=S giorni=* anno_e_mezzo=um#18 mezzo_anno=um#6 circa=r quasi=r un_paio_di=#2 penultimo=o-2 penultima=o-2 primi=o1 prime=o1 ultimi=<* ultime=<* scorsi=<* scorse=<* passati=<* passate=<* prossimi=>* prossime=>* precedenti=<* seguenti=>* "
     "in=yjI anni=* mesi=* settimane=* ?t=uq giorno_dopo=R1 giorno_successivo=R1 giorno_seguente=R1 giorno_prima=R-1 giorno_precedente=R-1 vigilia=j dopo=l+ più_tardi=l secolo=uc dal=yf dallo=f dall=f da=f dai=f tra=If fra=If al=t all=t allo=t ai=t a=t fino_al=t fino_a=t sino_al=t e=n ed=n dopo=+i prima_di=~ prima_del=~ trimestre=uq trimestri=uq semestre=ub estate=s2 inverno=s4 primavera=s1 autunno=s3 "
     "inizio=p1 inizi=p1 metà=p2 fine=p3 primo=o1 prima=o1 secondo=uso2 seconda=o2 terzo=o3 terza=o3 quarto=o4 quarta=o4 quinto=o5 sesto=o6 settimo=o7 ottavo=o8 nono=o9 decimo=o10 ultimo=<o-1 ultima=<o-1 ultimi=< ultime=< scorsi=< "
     "scorse=< passati=< passate=< prossimi=> prossime=> prossimo=> seguenti=> seguente=> successivo=> successiva=> precedenti=< decennio=x anni=uyx nei=j negli=j nelle=j nella=y nello=y nell=y della=j dello=j dei=j degli=j delle=j gli=j i=j le=j l=j un=j il=cj "
     "lun=w1 ?mar=m3 mer=w3 gio=w4 ven=w5 ?sab=w6 ?dom=w7 martedi=w2 lunedi=w1 mercoledi=w3 giovedi=w4 venerdi=w5 domani=d1 dopo_domani=d2 altroieri=d-2 genn=m1 febbr=m2 corrente== corso=j in=yj entro=y dopo_il=y prima_del=y"},
    {"fr",
     "prochain=>v2 commençant=S débutant=S jours=* an_et_demi=um#18 environ=r quelque=r près_de=r à_peu_près=r presque=r avant-dernier=o-2 avant-dernière=o-2 quinze_jours=uf derniers=<* dernières=<* prochains=>* prochaines=>* précédents=<* précédentes=<* suivants=>* suivantes=>* passés=<* passées=<* premiers=o1 premières=o1 "
     "années=* ans=* semaines=* trimestres=* ?maintenant=d0 veille=R-1 lendemain=R1 jour_précédent=R-1 jour_suivant=R1 à_venir=> jan=m1 fevr=m2 sep=m9 août=m8 ?t=uq ?h=ub plus_tard=l après-coup=j hebdomadaire=j tôt=j ce_jour=d0 siècle=uc il_ya=A depuis=yf entre=f de=jf du=jf dès=f à=t au=tj jusqu=t jusqu'au=t jusqu'à=t jusqu'en=ty et=n après=+y avant=~y trimestre=uq trimestres=uq semestre=ub été=s2 hiver=s4 printemps=s1 automne=s3 début=p1 mi=p2 milieu=p2 courant=p2 fin=p3 "
     "premier=o1 première=o1 deuxième=o2 second=o2 seconde=uso2 troisième=o3 quatrième=o4 cinquième=o5 sixième=o6 dixième=o10 dernier=<o-1 dernière=<o-1 derniers=< dernières=< passés=< passées=< prochains=> prochaines=> précédents=< suivants=> suivantes=> "
     "suivants=> décennie=x années=uyx année=uyy an=uy lun=w1 mar=w2 ?mer=w3 jeu=w4 ven=w5 sam=w6 ?dim=w7 quinzaine=uf eme=o ème=o e=o è=o d_après=> qui_suit=> prochain=> précédent=< les=j ces=j= des=j aux=t dans=I courant=j tard=i ici=j le_jour=j "
     "avant_hier=d-2 aujourd_hui=d0 jour_même=j en_cours== avant-dernier=<< avant-dernière=<< plus_tôt=a plus_tard=i vers=y pour=j"},
    {"de",
     "kommenden=>v1 kommende=>v1 kommender=>v1 kommendem=>v1 beginnend=S ab=S beiden=#2 paar=#2 tage=* tagen=* halben_jahr=um#6 halbes_jahr=um#6 anderthalb_jahren=um#18 eineinhalb_jahren=um#18 etwa=r rund=r ungefähr=r circa=r knapp=r gut=r fast=r zirka=r vorletzten=o-2 vorletzte=o-2 vorletzter=o-2 vorletztes=o-2 "
     "jahrzehnt=x jahrzehnts=x ?mo=w1 jahren=* jahre=* wochen=* monaten=* monate=* quartalen=* ?jetzt=d0 für=cj ?q=uq folgetag=R1 vortag=R-1 tag_darauf=R1 tags_darauf=R1 tag_danach=R1 tag_zuvor=R-1 später=l darauf=l danach=l nächsten_tag=R1 paar=j unter_der_woche=j heuer=Y0 vorjahres=Y-1 jahrhundert=uc jahrhunderts=uc von=fj vom=f zwischen=f ab=f bis=t zum=t zur=t und=n nach=+ vor=A~ nach_dem=+ quartal=uq quartals=uq quartale=uq quartalen=uq halbjahr=ub halbjahres=ub sommer=s2 sommers=s2 winter=s4 winters=s4 frühling=s1 frühjahr=s1 frühjahrs=s1 herbst=s3 herbstes=s3 "
     "anfang=p1 mitte=p2 ende=p3 jahresende=p3uy monatsende=p3um jahresanfang=j erste=o1 ersten=o1 erster=o1 erstes=o1 zweite=o2 zweiten=o2 zweiter=o2 zweites=o2 dritte=o3 dritten=o3 dritter=o3 drittes=o3 vierte=o4 vierten=o4 vierter=o4 viertes=o4 fünfte=o5 fünften=o5 fünfter=o5 "
     "sechste=o6 sechsten=o6 siebte=o7 siebten=o7 achte=o8 achten=o8 neunte=o9 neunten=o9 zehnte=o10 zehnten=o10 elfte=o11 elften=o11 zwölfte=o12 zwölften=o12 zwölfter=o12 dreizehnten=o13 vierzehnten=o14 fünfzehnten=o15 sechzehnten=o16 siebzehnten=o17 "
     "achtzehnten=o18 neunzehnten=o19 zwanzigsten=o20 einundzwanzigsten=o21 zweiundzwanzigsten=o22 dreiundzwanzigsten=o23 vierundzwanzigsten=o24 fünfundzwanzigsten=o25 sechsundzwanzigsten=o26 siebenundzwanzigsten=o27 achtundzwanzigsten=o28 "
     "neunundzwanzigsten=o29 dreißigsten=o30 einunddreißigsten=o31 letzten=<o-1 letzte=<o-1 letzter=<o-1 letztes=<o-1 letztem=<o-1 übernächsten=>> übernächste=>> übernächstes=>> übernächster=>> vorletzten=<< vorletzte=<< vorletztes=<< vorletzter=<< "
     "vorvorgestern=d-3 überübermorgen=d3 vorjahr=Y-1 vorjahres=Y-1 vormonat=M-1 vormonats=M-1 vorwoche=W-1 er=x ern=x ter=o tes=o te=o ten=o ?mo=w1 ?di=w2 ?mi=w3 ?do=w4 ?fr=w5 ?sa=w6 ?so=w7 laufenden== aktuellen== jahr=yuy "
     "wochen=uw beiden=j die=j das=j ?heuer=Y0 samstagfrüh=w6 sonntagfrüh=w7 montagfrüh=w1 dienstagfrüh=w2 mittwochfrüh=w3 donnerstagfrüh=w4 freitagfrüh=w5 montagnachmittag=w1 dienstagnachmittag=w2 mittwochnachmittag=w3 donnerstagnachmittag=w4 "
     "freitagnachmittag=w5 samstagnachmittag=w6 sonntagnachmittag=w7 montagmittag=w1 dienstagmittag=w2 mittwochmittag=w3 donnerstagmittag=w4 freitagmittag=w5 samstagmittag=w6 sonntagmittag=w7 montagvormittag=w1 dienstagvormittag=w2 mittwochvormittag=w3 "
     "donnerstagvormittag=w4 freitagvormittag=w5 samstagvormittag=w6 sonntagvormittag=w7 montagnacht=w1 dienstagnacht=w2 mittwochnacht=w3 donnerstagnacht=w4 freitagnacht=w5 samstagnacht=w6 sonntagnacht=w7 im_jahr=y"},
    {"nl",
     "komende=>v1 aanstaande=>v1 aankomende=>v1 komend=>v1 eerstvolgende=>v1 beginnend=S aanvangend=S beginnende=S vanaf=S dagen=* half_jaar=um#6 anderhalf_jaar=um#18 ongeveer=r ruim=r bijna=r circa=r voorlaatste=o-2 op_een_na_laatste=o-2 "
     "in=I jaar=uy jaareinde=p3uy jaren=* weken=* maanden=* kwartalen=* ?nu=d0 ?q=uq ?k=uq ?h=ub dag_erna=R1 dag_daarna=R1 volgende_dag=R1 dag_ervoor=R-1 dag_daarvoor=R-1 later=l huidig=j= kalenderjaar=uy eeuw=uc van=jf vanaf=f tussen=f tot=t t/m=t tot_en_met=t en=n na=+y voor=~y sinds=yf kwartaal=uq kwartalen=uq halfjaar=ub zomer=s2 winter=s4 lente=s1 voorjaar=s1 herfst=s3 najaar=s3 begin=p1 medio=p2 midden=p2 half=p2 eind=p3 einde=p3 "
     "eerste=o1 tweede=o2 derde=o3 vierde=o4 vijfde=o5 zesde=o6 zevende=o7 achtste=o8 negende=o9 tiende=o10 elfde=o11 twaalfde=o12 dertiende=o13 veertiende=o14 vijftiende=o15 twintigste=o20 laatste=<o-1 vorig=< volgend=> afgelopen=< aankomende=> "
     "komend=> jongstleden=< eerstvolgende=> weken=uw jaren=uyx maanden=um ?ma=w1 ?di=w2 ?wo=w3 ?do=w4 ?vr=w5 ?za=w6 ?zo=w7 maandagavond=w1 dinsdagavond=w2 woensdagavond=w3 donderdagavond=w4 vrijdagavond=w5 zaterdagavond=w6 zondagavond=w7 "
     "maandagochtend=w1 dinsdagochtend=w2 woensdagochtend=w3 donderdagochtend=w4 vrijdagochtend=w5 zaterdagochtend=w6 zondagochtend=w7 maandagmiddag=w1 dinsdagmiddag=w2 woensdagmiddag=w3 donderdagmiddag=w4 vrijdagmiddag=w5 zaterdagmiddag=w6 zondagmiddag=w7 "
     "huidige== lopende== dit=j= e=o ste=o de=oj er=x later=i jaar=yuy eergisteravond=d-2 morgenochtend=d1 morgenavond=d1 vannacht=d0 het_weekend=ue in_het=y binnen=I"},
    {"ru",
     "ближайший=>v1 ближайшую=>v1 ближайшее=>v1 начиная_с=S дней=* дни=* полгода=um#6 полтора_года=um#18 сутки=ud#1 двое_суток=ud#2 трое_суток=ud#3 около=r примерно=r почти=r предпоследний=o-2 предпоследнюю=o-2 предпоследнее=o-2 предпоследнего=o-2 "
     "годы=* годах=* лет=* недель=* месяцев=* на_следующий_день=R1 следующий_день=R1 днём_ранее=R-1 днем_ранее=R-1 позже=l спустя=l век=uc века=uc веке=uc с=jf со=f от=f между=f по=jt до=ty и=n после=+y квартал=uq квартала=uq квартале=uq кварталом=uq полугодие=ub полугодия=ub полугодии=ub лето=s2 летом=s2 лета=s2 зима=s4 зимой=s4 зимы=s4 зиму=s4 весна=s1 весной=s1 весны=s1 весну=s1 осень=s3 осенью=s3 осени=s3 "
     "начало=p1 начале=p1 начала=p1 начало=p1 середина=p2 середине=p2 середины=p2 конец=p3 конце=p3 конца=p3 концу=p3 первый=o1 первого=o1 первое=o1 первом=o1 первая=o1 первую=o1 первой=o1 второй=o2 второго=o2 второе=o2 втором=o2 вторую=o2 третий=o3 третьего=o3 третье=o3 "
     "третьем=o3 третьему=o3 четвертый=o4 четвёртый=o4 четвертого=o4 четвёртого=o4 четвертое=o4 четвёртое=o4 четвертом=o4 четвёртом=o4 пятый=o5 пятого=o5 пятое=o5 шестое=o6 шестого=o6 седьмое=o7 седьмого=o7 восьмое=o8 восьмого=o8 девятое=o9 девятого=o9 десятое=o10 десятого=o10 "
     "одиннадцатое=o11 двенадцатое=o12 тринадцатое=o13 четырнадцатое=o14 пятнадцатое=o15 пятнадцатого=o15 шестнадцатое=o16 семнадцатое=o17 восемнадцатое=o18 восемнадцатого=o18 девятнадцатое=o19 двадцатое=o20 двадцатого=o20 тридцатое=o30 четвёртому=o4 четвертому=o4 "
     "последний=<o-1 последнего=<o-1 последнее=<o-1 последнюю=<o-1 последние=< прошедшие=< прошлых=< последних=< следующие=> ближайшие=> ближайших=> следующих=> предстоящие=> позапрошлый=<< позапрошлом=<< позапрошлого=<< позапрошлую=<< позапрошлой=<< "
     "позапозавчера=d-3 послепослезавтра=d3 х=x е=ox ое=o ого=o ый=o летие=x годов=Yx годы=uyx годах=Yx пн=w1 вт=w2 ср=w3 чт=w4 пт=w5 сб=w6 вс=w7 средой=w3 пятницей=w5 понедельником=w1 утром=j нынешней=j= нынешний=j= текущий=j= текущей=j= выходных=ue уик-энд=ue "
     "дней=ud месяцами=um суток=ud сутки=ud неделями=uw ближайшую=> дня=ud позже=i спустя=i за=j тому=j январем=m1 минувших=<"},
    {"ar",
     "المقبل=>v2 القادم=>v2 المقبلة=>v2 القادمة=>v2 يومين=ud#2 يومان=ud#2 اليومين=ud#2 أسبوعين=uw#2 اسبوعين=uw#2 أسبوعان=uw#2 الأسبوعين=uw#2 الاسبوعين=uw#2 شهرين=um#2 شهران=um#2 الشهرين=um#2 سنتين=uy#2 سنتان=uy#2 السنتين=uy#2 عامين=uy#2 عامان=uy#2 العامين=uy#2 أيام=* الأيام=* أسابيع=* الأسابيع=* أشهر=* الأشهر=* شهور=* الشهور=* سنوات=* السنوات=* أعوام=* الأعوام=* نحو=r حوالي=r قرابة=r زهاء=r "
     "اليوم=ud يوم=ud الحادي_عشر=o11 الثاني_عشر=o12 الثالث_عشرة=o13 الرابع_عشر=o14 السابع_عشرة=o17 الثامن_عشر=o18 شهر_واحد=m1 شهر_اثنين=m2 شهر_ثلاثة=m3 شهر_ثلاث=m3 شهر_اربعة=m4 شهر_أربعة=m4 شهر_خمسة=m5 شهر_ستة=m6 شهر_سبعة=m7 شهر_ثمانية=m8 شهر_تسعة=m9 شهر_عشرة=m10 الشهر_السابع=m7 الشهر_الثامن=m8 الشهر_التاسع=m9 الشهر_العاشر=m10 بشهر=j اسبوع=uw اليوم_التالي=R1 اليوم_السابق=R-1 القرن=uc من=jf بين=f منذ=Af إلى=t الى=t حتى=t وحتى=t لغاية=t و=n بعد=I+ قبل=A~ الربع=uq ربع=uq النصف=ub الصيف=s2 صيف=s2 الشتاء=s4 شتاء=s4 الربيع=s1 ربيع=s1 الخريف=s3 خريف=s3 أوائل=p1 اوائل=p1 مطلع=p1 بداية=p1 منتصف=p2 نصف=p2 نص=p2 أواسط=p2 نهاية=p3 أواخر=p3 اواخر=p3 "
     "الأول=o1 الاول=o1 أول=o1 اول=o1 الأولى=o1 الاولى=o1 الثاني=o2 ثاني=o2 ثان=o2 الثانية=o2 الثالث=o3 ثالث=o3 الثالثة=o3 الرابع=o4 الرابعة=o4 الخامس=o5 السادس=o6 السابع=o7 الثامن=o8 التاسع=o9 العاشر=o10 الثالث_عشر=o13 الخامس_عشر=o15 السادس_عشر=o16 السابع_عشر=o17 "
     "التاسع_عشر=o19 العشرين=o20 الأخير=<o-1 الاخير=<o-1 الأخيرة=<o-1 الاخيرة=<o-1 آخر=o-1 اخر=o-1 الجاي=> الماضيين=< الماضيتين=< الأخيرين=< القادمين=> القادمتين=> السابقة=< الحالي== هذا=j= "
     "الأسابيع=uw الاسبوع=uw الأسبوعين=uw أسبوعين=uw الأيام=ud الايام=ud الشهور=um الأشهر=um شهرين=um الشهرين=um السنتين=uy عامين=uy العامين=uy السنوات=uyx الأعوام=uy يومين=ud لعام=yY بعام=y الفصل=uq عقد=x بالأمس=d-1 بالامس=d-1 أمس=d-1 غد=d1 يوم_غد=d1 بكرة=d1 امبارح=d-1 "
     "اربعاء=w3 أربعاء=w3 خميس=w4 جمعة=w5 سبت=w6 في_شهر=j شهر=um عام=yuy سنة=yuy بحلول=y مايو=m5"},
    {"zh",
     "半个月=uf#1 半個月=uf#1 约=r 約=r "
     "下下周末=E2 上上周末=E-2 上上個週末=E-2 上上个周末=E-2 上个周末=E-1 上個週末=E-1 下个周末=E1 下個週末=E1 這個週末=E0 这个周末=E0 前半年=p7 后半年=p8 次日=R1 翌日=R1 翌年=j 上半年=p7 前半年=p7 下半年=p8 后半年=p8 後半年=p8 当日=j 世纪=uc 世紀=uc 从=f 由=f 自=f 在=j 到=t 至=t 和=n 与=n 及=n 之间=k 为止=k 期间=k 止=k 第=j 个=j 個=j 的=j 季度=uq 半年=ub 夏天=s2 夏季=s2 夏=s2 冬天=s4 冬季=s4 冬=s4 春天=s1 春季=s1 春=s1 秋天=s3 秋季=s3 秋=s3 初=p1 年初=p1 月初=p1 中=j 中旬=p5 上旬=p4 下旬=p6 底=p3 末=p3 年底=p3uy 月底=p3um 年代=x 年末=p3 "
     "最后=o-1 最後=o-1 上=< 下=> 过去=< 過去=< 未来=> 未來=> 接下来=> 今后=> 今後=> 最近=< 之后=i+ 以后=i+ 以前=a~ 后=i+ 後=i+ 前=<a 这=j= 這=j= 今=j= 本=j= 该=j 尋日=d-1 後日=d2 后日=d2 前日=d-2 大后天=d3 大後天=d3 大後日=d3 大前天=d-3 当天=j 前天=d-2 同日=j "
     "礼拜=uw 禮拜=uw 年=YYuy 月=MMum 日=DDud 天=ud 周=uw 上上周=W-2 下下周=W2 上上个月=M-2 下下个月=M2 大前年=Y-3 禮拜一=w1 禮拜二=w2 禮拜三=w3 禮拜四=w4 禮拜五=w5 禮拜六=w6 禮拜日=w7 禮拜天=w7 礼拜日=w7 上礼拜=W-1 上個禮拜=W-1 上禮拜=W-1 下礼拜=W1 下禮拜=W1 这礼拜=W0 這禮拜=W0 今個禮拜=W0 今個礼拜=W0 今個星期=W0 今星期=W0 这一周=W0 "
     "这一礼拜=W0 這一禮拜=W0 这一年=Y0 這一年=Y0 下年=Y1 下個禮拜=W1 上年=Y-1 今個月=M0 民国=g1911 民國=g1911 至今=j 截至=j 首季=j 以来=j"},
    {"ja",
     "次の=>v1 約=r 半月=uf#1 半年=um#6 最終=o-1 "
     "いちがつ=m1 にがつ=m2 さんがつ=m3 しがつ=m4 ごがつ=m5 ろくがつ=m6 しちがつ=m7 はちがつ=m8 くがつ=m9 じゅうがつ=m10 じゅういちがつ=m11 じゅうにがつ=m12 来週末=E1 翌日=R1 翌週=W1 翌月=M1 前日=R-1 前半=p7 後半=p8 上半期=p7 下半期=p8 この1週間=W0 当四半期=Q0 現四半期=Q0 昨四半期=Q-1 今四半期=Q0 世紀=uc から=t 〜=t まで=k にかけて=k いっぱい=k の間=k 間=k と=n 、=j 第=j の=j は=j に=j 四半期=uq 半期=ub 夏=s2 冬=s4 春=s1 秋=s3 初め=p1 初旬=p4 上旬=p4 中旬=p5 下旬=p6 頭=p1 末=p3 半ば=p2 年末=p3 月末=p3 年代=x 最後=o-1 最初=o1 この=j= 今=j= 前=a<~ 次=> 次の=> 過去=< 直近=< 今後=> 来=> 先=< 同日=j 当日=j "
     "日=DDud 年=YYuy 月=MMum 週=uw 週間=uw 日間=ud 年間=uy か月間=um ヶ月間=um カ月間=um ヶ月=um ケ月=um 先々週=W-2 再来週=W2 さらいしゅう=W2 先々月=M-2 再来月=M2 再来年=Y2 おととし=Y-2 前の週=W-1 この週=W0 先の週=W-1 こんげつ=M0 前の月=M-1 前年=Y-1 先年=Y-1 当年=Y0 今年度=j 後=i+ 以降=j 以前=j より=j 過ぎ=i 経過=i 経ったら=i で=j "
     "令和=g2018 平成=g1988 昭和=g1925 大正=g1911 明治=g1867 月曜=w1 げつようび=w1 すいようび=w3 もくようび=w4 きんようび=w5 どようび=w6 にちようび=w7 がつ=MM しあさって=d3 明後日=d2 明朝=d1 明晩=d1 一昨夜=d-2 さきおととい=d-3 現在=j 今四半期=Q0 来四半期=Q1 前四半期=Q-1 先四半期=Q-1"},
    {"ko",
     "오는=>v1 다가오는=>v1 하루=ud#1 이틀=ud#2 사흘=ud#3 나흘=ud#4 닷새=ud#5 엿새=ud#6 이레=ud#7 여드레=ud#8 아흐레=ud#9 열흘=ud#10 보름=ud#15 한_달=um#1 한달=um#1 두_달=um#2 두달=um#2 세_달=um#3 석_달=um#3 석달=um#3 네_달=um#4 넉_달=um#4 다섯_달=um#5 여섯_달=um#6 일주일=uw#1 한_주=uw#1 두_주=uw#2 이주일=uw#2 한_해=uy#1 두_해=uy#2 반년=um#6 그끄저께=d-3 그끄제=d-3 다가오는=> 오는=> 안에=i 이내=i 이내에=i 이후=j 세_번째=o3 네_번째=o4 약=r "
     "다음날=R1 다음_날=R1 이튿날=R1 전날=R-1 상반기=p7 하반기=p8 올_해=Y0 세기=uc 부터=t ~=t 에서=t 까지=k 사이=k 사이에=k 동안=k 과=n 와=n 분기=uq 반기=ub 여름=s2 겨울=s4 봄=s1 가을=s3 초=usp1 초순=p4 중순=p5 하순=p6 말=p3 중=j 년대=x 마지막=o-1 첫=o1 첫째=o1 첫번째=o1 첫_번째=o1 둘째=o2 두번째=o2 두_번째=o2 셋째=o3 세번째=o3 넷째=o4 네번째=o4 째=j 번째=o 다음=> 지난=< 이번=j= 앞으로=> 향후=> 최근=< 이전=< "
     "올=j= 일=DDud 년=YYuy 월=MMum 개월=um 달=um 주일=uw 주간=uw 주=uw 일간=ud 해=uy 년간=uy 내=i 후=i+ 뒤=i+ 전=a~ 그제=d-2 엊그제=d-2 내일모레=d2 글피=d3 이날=d0 당일=j 금일=d0 작일=d-1 명일=d1 재작년=Y-2 그러께=Y-2 후년=Y2 내후년=Y2 이달=M0 지난_달=M-1 지난_주=W-1 지난해=Y-1 금주=W0 차주=W1 내주=W1 전주=W-1 다다음주=W2 지지난주=W-2 "
     "주말=E0 이번_주말=E0 지난_주말=E-1 지난주말=E-1 다음_주말=E1 월=MM 의=j 에=j 은=j 는=j 일월=m1 이월=m2 삼월=m3 사월=m4 오월=m5 유월=m6 칠월=m7 팔월=m8 구월=m9 시월=m10 십일월=m11 십이월=m12"},
    {"pl",
     "najbliższy=>v1 najbliższą=>v1 najbliższym=>v1 najbliższej=>v1 dni=* pół_roku=um#6 półtora_roku=um#18 około=r prawie=r niemal=r przedostatni=o-2 przedostatnim=o-2 przedostatnią=o-2 "
     "lat=* lata=* tygodni=* miesięcy=* następnego_dnia=R1 dzień_później=R1 dzień_wcześniej=R-1 poprzedniego_dnia=R-1 później=l wiek=uc wieku=uc od=f między=f pomiędzy=f do=t i=n a=n po=+ przed=~ kwartał=uq kwartale=uq kwartału=uq kwartal=uq półrocze=ub półroczu=ub lato=s2 latem=s2 lata=s2uyx zima=s4 zimą=s4 zimy=s4 wiosna=s1 wiosną=s1 wiosny=s1 jesień=s3 jesienią=s3 jesieni=s3 początek=p1 początku=p1 połowie=p2 "
     "połowa=p2 połowy=p2 koniec=p3 końcu=p3 końca=p3 pierwszy=o1 pierwszego=o1 pierwsza=o1 pierwszą=o1 pierwszym=o1 pierwszej=o1 drugi=o2 drugiego=o2 druga=o2 drugą=o2 drugim=o2 trzeci=o3 trzeciego=o3 trzecia=o3 trzecim=o3 czwarty=o4 czwartego=o4 czwartym=o4 piąty=o5 piątego=o5 "
     "ósmy=o8 ósmego=o8 osmego=o8 piętnasty=o15 piętnastego=o15 ostatni=<o-1 ostatnie=< ostatnich=< ostatniego=<o-1 ostatniej=<o-1 poprzednia=< poprzedniego=< poprzedniej=< następne=> następnych=> nastepne=> nastepny=> nastepnego=> następnego=> następnej=> nastepna=> następna=> kolejny=> kolejne=> "
     "kolejnego=> kolejnym=> kolejna=> kolejną=> najbliższym=> najbliższą=> najbliższe=> przyszła=> br=Y0 ub=< bieżącego=j= obecny=j= obecnym=j= tej=j= te=j= tą=j= to=j= dzisiejszy=d0 dzisiejsza=d0 dzisiejszą=d0 dzisiejszym=d0 dzis=d0 dzień_przed_wczoraj=d-2 "
     "poniedziałkowy=w1 poniedziałkowym=w1 poniedziałkowego=w1 poniedziałkowe=w1 wtorkowy=w2 wtorkowym=w2 wtorkowego=w2 środowy=w3 środowym=w3 środowego=w3 czwartkowy=w4 czwartkowym=w4 czwartkowego=w4 piątkowy=w5 piątkowym=w5 piątkowego=w5 sobotni=w6 sobotnim=w6 sobotniego=w6 niedzielny=w7 "
     "niedzielnym=w7 niedzielnego=w7 pon=w1 poniedzialek=w1 poniedziałku=w1 poniedzialku=w1 wt=w2 wtr=w2 sr=w3 śr=w3 środa=w3 czw=w4 pt=w5 piatek=w5 piątku=w5 sob=w6 niedz=w7 ndz=w7 temu=a później=i dziś=d0 ego=o go=o ty=o tego=oj= szy=o ci=o ym=o z=j we=c tydzien=uw tyg=uw"},
    {"uk",
     "найближчий=>v1 найближчу=>v1 найближчої=>v1 найближчого=>v1 днів=* дні=* півроку=um#6 півтора_року=um#18 близько=r приблизно=r майже=r передостанній=o-2 передостанню=o-2 "
     "роки=* років=* тижнів=* місяців=* з=jf від=f між=f по=t до=t та=n і=n й=n після=+ квартал=uq кварталу=uq кварталі=uq літо=s2 влітку=s2 зима=s4 взимку=s4 весна=s1 навесні=s1 осінь=s3 восени=s3 початку=p1 середині=p2 кінці=p3 кінця=p3 перший=o1 першого=o1 перше=o1 другий=o2 другого=o2 третій=o3 третього=o3 третє=o3 "
     "четвертий=o4 четвертого=o4 останній=<o-1 останні=< останніх=< останнього=<o-1 наступні=> наступних=> найближчі=> позаминулий=<< позаминулого=<< х=x роках=uyx роки=uyx пн=w1 вт=w2 ср=w3 чт=w4 пт=w5 сб=w6 нд=w7 тому=a"},
    {"ca",
     "pròxim=>v2 vinent=>v2 que_comença=S dies=* any_i_mig=um#18 mig_any=um#6 uns=r unes=r aproximadament=r gairebé=r penúltim=o-2 penúltima=o-2 primers=o1 primeres=o1 "
     "anys=* mesos=* setmanes=* des_de=yf entre=f de=jf del=jyf a=tj al=t fins=t fins_al=t i=n després=+ abans=~ trimestre=uq semestre=ub estiu=s2 hivern=s4 primavera=s1 tardor=s3 principis=p1 mitjan=p2 mitjans=p2 finals=p3 final=p3 primer=o1 primera=o1 segon=o2 segona=o2 tercer=o3 tercera=o3 quart=o4 últim=<o-1 última=<o-1 últims=< "
     "últimes=< passats=< passades=< darrers=< darreres=< pròxims=> pròximes=> vinents=> anys=uyx dècada=x dl=w1 dt=w2 dc=w3 dj=w4 dv=w5 ds=w6 dg=w7"},
    {"hi",
     "लगभग=r करीब=r "
     "आने_वाले=> आने_वाली=> हफ्ता=uw हफ़्ता=uw हफ्तों=uw हफ़्तों=uw अंदर=i भीतर=i कल=d-1 वाले=j दिनांक=j सदी=uc शताब्दी=uc से=t तक=k के_बीच=k बीच=k और=n का=j की=j के=j को=j में=j बाद=i+ पहले=a~ पूर्व=a~ आज=d0 परसों=d2 दिन=ud दिनों=ud सप्ताह=uw हफ्ते=uw हफ़्ते=uw महीने=um महीना=um महीनों=um माह=um साल=uy वर्ष=uyy वर्षों=uy सालों=uy तिमाही=uq पिछले=< पिछला=< पिछली=< गत=< अगले=> अगला=> अगली=> आगामी=> इस=j= वर्तमान== "
     "पहला=o1 पहली=o1 प्रथम=o1 दूसरा=o2 दूसरे=o2 दूसरी=o2 तीसरा=o3 तीसरे=o3 तीसरी=o3 चौथा=o4 चौथे=o4 चौथी=o4 अंतिम=o-1 आखिरी=o-1 गर्मी=s2 सर्दी=s4 वसंत=s1 पतझड़=s3 शुरुआत=p1 मध्य=p2 अंत=p3 दशक=x सोमवार=w1 मंगलवार=w2 मंगल=w2 बुधवार=w3 गुरुवार=w4 बृहस्पतिवार=w4 शुक्रवार=w5 शनिवार=w6 रविवार=w7 सन=y सन्=y "
     "जनवरी=m1 फरवरी=m2 फ़रवरी=m2 मार्च=m3 अप्रैल=m4 मई=m5 जून=m6 जुलाई=m7 अगस्त=m8 सितंबर=m9 सितम्बर=m9 अक्टूबर=m10 अक्तूबर=m10 नवंबर=m11 नवम्बर=m11 दिसंबर=m12 दिसम्बर=m12 तारीख=j सप्ताहांत=ue वीकेंड=ue"},
    {"sv",
     "kommande=>v1 halvår=um#6 halvt_år=um#6 ungefär=r cirka=r omkring=r näst_sista=o-2 "
     "veckor=* månader=* från=f mellan=f till=t och=n efter=+ före=~ kvartalet=uq kvartal=uq sommar=s2 sommaren=s2 vinter=s4 vintern=s4 vår=s1 våren=s1 höst=s3 hösten=s3 början=p1 mitten=p2 slutet=p3 första=o1 andra=o2 tredje=o3 fjärde=o4 femte=o5 sista=o-1 idag=d0 i_dag=d0 igår=d-1 i_går=d-1 imorgon=d1 i_morgon=d1 "
     "i_förrgår=d-2 förrgår=d-2 i_övermorgon=d2 övermorgon=d2 ikväll=d0 i_kväll=d0 dag=ud dagar=ud vecka=uw veckan=uw veckor=uw månad=um månaden=um månader=um år=uy året=uy helgen=ue helg=ue förra=< senaste=< föregående=< nästa=> kommande=> denna=j= den_här=j= detta=j= i_år=Y0 i_fjol=Y-1 ifjol=Y-1 sedan=a för=j om=I i=jy "
     "den=c på=c av=j måndag=w1 tisdag=w2 onsdag=w3 torsdag=w4 fredag=w5 lördag=w6 söndag=w7 måndagen=w1 tisdagen=w2 onsdagen=w3 torsdagen=w4 fredagen=w5 lördagen=w6 söndagen=w7 måndags=w1 tisdags=w2 onsdags=w3 torsdags=w4 fredags=w5 lördags=w6 söndags=w7 e=o de=o a=o år=uyy"},
    {"da",
     "kommende=>v1 halvt_år=um#6 halvandet_år=um#18 cirka=r omkring=r næstsidste=o-2 "
     "uger=* måneder=* fra=f mellem=f til=t og=n efter=+ før=~ kvartal=uq sommer=s2 sommeren=s2 vinter=s4 vinteren=s4 forår=s1 foråret=s1 efterår=s3 efteråret=s3 starten=p1 begyndelsen=p1 midten=p2 slutningen=p3 første=o1 anden=o2 andet=o2 tredje=o3 fjerde=o4 femte=o5 sidste=<o-1 i_dag=d0 idag=d0 i_går=d-1 igår=d-1 i_morgen=d1 imorgen=d1 "
     "i_forgårs=d-2 forgårs=d-2 i_overmorgen=d2 overmorgen=d2 i_aften=d0 dag=ud dage=ud uge=uw ugen=uw uger=uw måned=um måneden=um måneder=um år=uyy året=uy weekend=ue weekenden=ue forrige=< seneste=< næste=> kommende=> denne=j= dette=j= i_år=Y0 sidste_år=Y-1 siden=a for=j om=I i=jy den=c d=c på=c af=j "
     "mandag=w1 tirsdag=w2 onsdag=w3 torsdag=w4 fredag=w5 lørdag=w6 søndag=w7"},
    {"nb",
     "kommende=>v1 halvt_år=um#6 halvannet_år=um#18 cirka=r omtrent=r nest_siste=o-2 "
     "uker=* måneder=* fra=f mellom=f til=t og=n etter=+ før=~ kvartal=uq sommer=s2 sommeren=s2 vinter=s4 vinteren=s4 vår=s1 våren=s1 høst=s3 høsten=s3 starten=p1 begynnelsen=p1 midten=p2 slutten=p3 første=o1 andre=o2 tredje=o3 fjerde=o4 femte=o5 siste=<o-1 i_dag=d0 idag=d0 i_går=d-1 igår=d-1 i_morgen=d1 imorgen=d1 i_forgårs=d-2 i_overmorgen=d2 "
     "overimorgen=d2 i_kveld=d0 dag=ud dager=ud uke=uw uken=uw uka=uw uker=uw måned=um måneden=um måneder=um år=uyy året=uy helg=ue helgen=ue helga=ue forrige=< seneste=< neste=> kommende=> denne=j= dette=j= i_år=Y0 i_fjor=Y-1 fjor=Y-1 siden=a for=j om=I i=jy den=c på=c av=j mandag=w1 tirsdag=w2 onsdag=w3 torsdag=w4 fredag=w5 "
     "lørdag=w6 søndag=w7"},
    {"fi",
     "puoli_vuotta=um#6 puolitoista_vuotta=um#18 noin=r lähes=r toiseksi_viimeinen=o-2 "
     "kesällä=s2 kesä=s2 talvella=s4 keväällä=s1 syksyllä=s3 alussa=p1 puolivälissä=p2 lopussa=p3 ensimmäinen=o1 tänään=d0 eilen=d-1 huomenna=d1 toissapäivänä=d-2 ylihuomenna=d2 päivä=ud päivää=ud viikko=uw viikolla=uw viikkoa=uw kuukausi=um kuukautta=um kuussa=um vuosi=uy vuonna=yuy vuotta=uy viikonloppuna=ue viime=< viimeisen=< ensi=> "
     "tulevana=> tänä=j= tällä=j= tässä=j= viime_vuonna=Y-1 ensi_vuonna=Y1 tänä_vuonna=Y0 sitten=a päästä=i maanantaina=w1 tiistaina=w2 keskiviikkona=w3 torstaina=w4 perjantaina=w5 lauantaina=w6 sunnuntaina=w7 maanantai=w1 tiistai=w2 keskiviikko=w3 torstai=w4 perjantai=w5 lauantai=w6 sunnuntai=w7 tammikuuta=m1 helmikuuta=m2 maaliskuuta=m3 huhtikuuta=m4 "
     "toukokuuta=m5 kesäkuuta=m6 heinäkuuta=m7 elokuuta=m8 syyskuuta=m9 lokakuuta=m10 marraskuuta=m11 joulukuuta=m12 tammikuussa=m1 helmikuussa=m2 maaliskuussa=m3 huhtikuussa=m4 toukokuussa=m5 kesäkuussa=m6 heinäkuussa=m7 elokuussa=m8 syyskuussa=m9 lokakuussa=m10 marraskuussa=m11 joulukuussa=m12"},
    {"cs",
     "nadcházející=>v1 nejbližší=>v1 půl_roku=um#6 půldruhého_roku=um#18 asi=r přibližně=r téměř=r předposlední=o-2 "
     "let=* týdnů=* měsíců=* od=f mezi=f do=t až=t a=n po=+ před=A~ čtvrtletí=uq pololetí=ub léto=s2 létě=s2 léta=s2 zima=s4 zimě=s4 zimu=s4 jaro=s1 jaře=s1 jara=s1 podzim=s3 podzimu=s3 začátek=p1 začátku=p1 počátku=p1 polovině=p2 konec=p3 konci=p3 konce=p3 závěru=p3 první=o1 druhé=o2 druhý=o2 druhého=o2 třetí=o3 čtvrté=o4 čtvrtý=o4 poslední=<o-1 dnes=d0 včera=d-1 zítra=d1 "
     "předevčírem=d-2 pozítří=d2 den=ud dny=ud dnů=ud dní=ud týden=uw týdny=uw týdnů=uw týdnu=uw měsíc=um měsíce=um měsíců=um měsíci=um rok=uyY roku=uyY roce=uyy roky=uy let=uy lety=uy víkend=ue víkendu=ue minulý=< minulého=< minulém=< minulou=< uplynulý=< loni=Y-1 vloni=Y-1 letos=Y0 příští=> příštího=> příštím=> nadcházející=> tento=j= tohoto=j= tomto=j= "
     "tuto=j= za=I v=jc ve=jc na=j z=j dne=c pondělí=w1 úterý=w2 úterního=w2 středa=w3 středu=w3 středy=w3 čtvrtek=w4 čtvrtka=w4 pátek=w5 pátku=w5 sobota=w6 sobotu=w6 soboty=w6 neděle=w7 neděli=w7 leden=m1 ledna=m1 lednu=m1 únor=m2 února=m2 únoru=m2 březen=m3 března=m3 březnu=m3 duben=m4 dubna=m4 dubnu=m4 květen=m5 května=m5 květnu=m5 červen=m6 června=m6 "
     "červnu=m6 červenec=m7 července=m7 červenci=m7 srpen=m8 srpna=m8 srpnu=m8 září=m9 říjen=m10 října=m10 říjnu=m10 listopad=m11 listopadu=m11 prosinec=m12 prosince=m12 prosinci=m12"},
    {"el",
     "ερχόμενη=>v1 ερχόμενο=>v1 έναν_μήνα=um#1 περίπου=r δεκαπενθήμερο=uf προτελευταία=o-2 "
     "γενάρη=m1 γενάρης=m1 ιανουαρίου=m1 φλεβάρη=m2 φλεβάρης=m2 μάρτη=m3 μάρτης=m3 απρίλη=m4 απρίλης=m4 μάη=m5 μάης=m5 ιούνη=m6 ιούνης=m6 ιούλη=m7 ιούλης=m7 σεπτέμβρη=m9 σεπτέμβρης=m9 οκτώβρη=m10 οκτώβρης=m10 νοέμβρη=m11 νοέμβρης=m11 δεκέμβρη=m12 δεκέμβρης=m12 εχθές=d-1 πέρσι=Y-1 ο=o τρέχουσα=j= τρέχον=j= χρονιά=uy βδομάδας=uw εβδομάδας=uw επόμενης=> περασμένης=< προηγούμενης=< μήνα=um επόμενου=> περασμένου=< τριμήνου=uq χρόνια=* εβδομάδες=* μήνες=* από=f μεταξύ=f έως=t μέχρι=t ως=t και=n μετά=+i πριν=A~ τρίμηνο=uq τριμήνου=uq εξάμηνο=ub καλοκαίρι=s2 χειμώνα=s4 χειμώνας=s4 άνοιξη=s1 φθινόπωρο=s3 αρχές=p1 μέσα=p2 τέλη=p3 τέλος=p3 πρώτη=o1 πρώτο=o1 πρώτος=o1 δεύτερη=o2 δεύτερο=o2 τρίτη=o3w2 τρίτο=o3 τέταρτο=o4 τελευταία=<o-1 τελευταίο=<o-1 τελευταίες=< τελευταίους=< σήμερα=d0 χθες=d-1 χτες=d-1 αύριο=d1 "
     "προχθές=d-2 προχτές=d-2 μεθαύριο=d2 απόψε=d0 ημέρα=ud ημέρες=ud μέρα=ud μέρες=ud εβδομάδα=uw εβδομάδες=uw βδομάδα=uw μήνας=um μήνα=um μήνες=um χρόνο=uy χρόνια=uy έτος=uy έτη=uy σαββατοκύριακο=ue προηγούμενη=< προηγούμενο=< περασμένη=< περασμένο=< περασμένος=< επόμενη=> επόμενο=> επόμενος=> επόμενες=> επόμενα=> επόμενους=> ερχόμενη=> ερχόμενο=> αυτή=j= αυτό=j= αυτόν=j= "
     "πέρυσι=Y-1 φέτος=Y0 του_χρόνου=Y1 σε=I το=yj του=jy την=j τη=j τον=jc της=j στις=c στη=j στην=j στο=yj οι=j τις=j τα=j τους=j δευτέρα=w1 δευτέρας=w1 τρίτης=w2 τετάρτη=w3 τετάρτης=w3 πέμπτη=w4 πέμπτης=w4 παρασκευή=w5 παρασκευής=w5 σάββατο=w6 σαββάτου=w6 κυριακή=w7 κυριακής=w7 ιανουάριο=m1 φεβρουάριο=m2 μάρτιο=m3 απρίλιο=m4 μάιο=m5 μαΐου=m5 ιούνιο=m6 "
     "ιούλιο=m7 αύγουστο=m8 σεπτέμβριο=m9 οκτώβριο=m10 νοέμβριο=m11 δεκέμβριο=m12 η=oj ης=o ου=o"},
    {"ro",
     "viitor=>v2 viitoare=>v2 circa=r aproximativ=r aproape=r penultima=o-2 penultimul=o-2 "
     "din=f de_la=f între=f până_la=t la=t și=n după=+ înainte=~ trimestru=uq trimestrul=uq vara=s2 iarna=s4 primăvara=s1 toamna=s3 începutul=p1 mijlocul=p2 sfârșitul=p3 finalul=p3 primul=o1 prima=o1 ultimul=<o-1 ultima=<o-1 ultimele=< ultimii=< azi=d0 astăzi=d0 ieri=d-1 mâine=d1 alaltăieri=d-2 poimâine=d2 aseară=d-1 zi=ud zile=ud săptămână=uw săptămâna=uw "
     "săptămâni=uw lună=um luna=um luni=umw1 an=uy anul=yuy ani=uy weekend=ue trecut=< trecută=< viitor=> viitoare=> următoarea=> următorul=> acest=j= această=j= acum=A în=jyI pe=c de=j marți=w2 miercuri=w3 joi=w4 vineri=w5 sâmbătă=w6 duminică=w7 anul_acesta=Y0"},
    {"hu",
     "fél_év=um#6 fél_éve=um#6 másfél_éve=um#18 körülbelül=r mintegy=r utolsó_előtti=o-2 "
     "mai=d0 tegnapi=d-1 holnapi=d1 tavalyi=Y-1 idei=Y0 hétfői=w1 keddi=w2 szerdai=w3 csütörtöki=w4 pénteki=w5 szombati=w6 vasárnapi=w7 januári=m1 februári=m2 márciusi=m3 áprilisi=m4 májusi=m5 júniusi=m6 júliusi=m7 augusztusi=m8 szeptemberi=m9 októberi=m10 novemberi=m11 decemberi=m12 március_idusa=j je=o jén=o ai=o ei=o között=k óta=j és=n után=+i előtt=a~ negyedév=uq negyedéve=uq negyedévében=uq nyár=s2 nyáron=s2 nyarán=s2 tél=s4 télen=s4 tavasz=s1 tavasszal=s1 ősz=s3 ősszel=s3 elején=p1 közepén=p2 végén=p3 vége=p3 első=o1 második=o2 harmadik=o3 negyedik=o4 utolsó=o-1 ma=d0 tegnap=d-1 holnap=d1 tegnapelőtt=d-2 holnapután=d2 este=j nap=ud napja=ud héten=uw hét=uw hete=uw "
     "hónap=um hónapban=um hónapja=um év=uyY évben=uyY éve=uy hétvégén=ue hétvége=ue múlt=< elmúlt=< előző=< jövő=> következő=> ez=j= ezen=j= e=j= tavaly=Y-1 idén=Y0 jövőre=Y1 múlva=i hétfő=w1 hétfőn=w1 kedd=w2 kedden=w2 szerda=w3 szerdán=w3 csütörtök=w4 csütörtökön=w4 péntek=w5 pénteken=w5 szombat=w6 szombaton=w6 vasárnap=w7 januárban=m1 februárban=m2 "
     "márciusban=m3 áprilisban=m4 májusban=m5 júniusban=m6 júliusban=m7 augusztusban=m8 szeptemberben=m9 októberben=m10 novemberben=m11 decemberben=m12 én=o án=o jén=o től=t ig=k"},
    {"he",
     "יומיים=ud#2 שבועיים=uw#2 חודשיים=um#2 שנתיים=uy#2 חצי_שנה=um#6 כ=r "
     "היום=d0 אתמול=d-1 מחר=d1 שלשום=d-2 מחרתיים=d2 יום=ud ימים=ud שבוע=uw שבועות=uw חודש=um חודשים=um שנה=uy שנים=uy שעבר=< שעברה=< האחרון=< הבא=> הבאה=> הקרוב=> הזה== השנה=Y0 אשתקד=Y-1 לפני=A בעוד=I בשנת=y עד=t ועד=t רביע=uq רבעון=uq קיץ=s2 חורף=s4 אביב=s1 סתיו=s3 תחילת=p1 אמצע=p2 סוף=p3 "
     "ראשון=o1w7 שני=o2w1 שלישי=o3w2 רביעי=o4w3 חמישי=w4 שישי=w5 שבת=w6 יום_ראשון=w7 יום_שני=w1 יום_שלישי=w2 יום_רביעי=w3 יום_חמישי=w4 יום_שישי=w5 יום_שבת=w6 ביום=c ב=c בינואר=m1 בפברואר=m2 במרץ=m3 באפריל=m4 במאי=m5 ביוני=m6 ביולי=m7 באוגוסט=m8 בספטמבר=m9 באוקטובר=m10 בנובמבר=m11 בדצמבר=m12"},
    {"hr",
     "nadolazeći=>v1 nadolazeće=>v1 pola_godine=um#6 oko=r otprilike=r gotovo=r pretposljednji=o-2 "
     "danas=d0 jučer=d-1 sutra=d1 prekjučer=d-2 prekosutra=d2 večeras=d0 sinoć=d-1 dan=ud dana=ud tjedan=uw tjedna=uw tjedana=uw mjesec=um mjeseca=um mjeseci=um godina=uy godine=uyY godinu=uy vikend=ue vikenda=ue prošli=< prošlog=< prošle=< prošlu=< sljedeći=> sljedećeg=> sljedeće=> idući=> idućeg=> iduće=> ovaj=j= ovog=j= ove=j= ovu=j= lani=Y-1 prije=A~ za=I u=jc od=f "
     "između=f do=t i=n nakon=+ tromjesečje=uq ljeto=s2 ljeta=s2 zima=s4 zime=s4 proljeće=s1 proljeća=s1 jesen=s3 jeseni=s3 početkom=p1 sredinom=p2 krajem=p3 prvi=o1 prvog=o1 drugi=o2 treći=o3 zadnji=<o-1 posljednji=<o-1 ponedjeljak=w1 ponedjeljka=w1 utorak=w2 utorka=w2 srijeda=w3 srijedu=w3 srijede=w3 četvrtak=w4 četvrtka=w4 petak=w5 petka=w5 subota=w6 subotu=w6 "
     "nedjelja=w7 nedjelju=w7 siječanj=m1 siječnja=m1 siječnju=m1 veljača=m2 veljače=m2 veljači=m2 ožujak=m3 ožujka=m3 ožujku=m3 travanj=m4 travnja=m4 travnju=m4 svibanj=m5 svibnja=m5 svibnju=m5 lipanj=m6 lipnja=m6 lipnju=m6 srpanj=m7 srpnja=m7 srpnju=m7 kolovoz=m8 kolovoza=m8 kolovozu=m8 rujan=m9 rujna=m9 rujnu=m9 listopad=m10 listopada=m10 listopadu=m10 "
     "studeni=m11 studenog=m11 studenoga=m11 studenom=m11 prosinac=m12 prosinca=m12 prosincu=m12"},
    {"bg",
     "днес=d0 вчера=d-1 утре=d1 завчера=d-2 онзи_ден=d-2 вдругиден=d2 ден=ud дни=ud седмица=uw седмици=uw седмицата=uw месец=um месеца=um година=uyY години=uy г=Y уикенд=ue минал=< миналия=< миналата=< миналото=< следващ=> следващия=> следващата=> този=j= тази=j= преди=A~ след=I+ през=y на=jc в=c от=f между=f до=t и=n"},
    {"id",
     "setengah_tahun=um#6 sekitar=r kira-kira=r hampir=r "
     "dari=f antara=f sejak=fy hingga=t sampai=t dan=n setelah=+ sebelum=~ kuartal=uq triwulan=uq semester=ub awal=p1 pertengahan=p2 akhir=p3 pertama=o1 kedua=o2 ketiga=o3 keempat=o4 terakhir=<o-1 kemarin_lalu=j tadi=j malam_ini=d0 pagi_ini=d0 siang_ini=d0 sore_ini=d0 kemudian=i silam=a dalam=j di=y tahun=uyy akhir_pekan=ue "
     "tahun_ini=Y0 tahun_lalu=Y-1 tahun_depan=Y1 minggu_ini=W0 minggu_lalu=W-1 minggu_depan=W1 pekan_ini=W0 pekan_lalu=W-1 pekan_depan=W1 bulan_ini=M0 bulan_lalu=M-1 bulan_depan=M1 hari_senin=w1 hari_selasa=w2 hari_rabu=w3 hari_kamis=w4 hari_jumat=w5 hari_sabtu=w6 era=j"},
    {"th",
     "วันนี้=d0 เมื่อวาน=d-1 เมื่อวานนี้=d-1 พรุ่งนี้=d1"},
    {"fa",
     "از=f بین=f تا=t و=n پس_از=+ پیش_از=~ ابتدای=p1 اوایل=p1 اواسط=p2 اواخر=p3 پایان=p3 تابستان=s2 زمستان=s4 بهار=s1 پاییز=s3 امسال=Y0 پارسال=Y-1 هفته=uw ماه=um سال=uyy گذشته=< آینده=> جاری== آذر=j دی=j"}};
// clang-format on

}  // namespace

const DateWords* more_date_words(std::string_view language) {
  std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "ms") primary = "id";
  if (primary == "no" || primary == "nn") primary = "nb";
  for (const DateWords& row : kMore)
    if (row.language == primary) return &row;
  return nullptr;
}

}  // namespace kaynak::text_detail
