#include "text/dates_data.h"

#include <iterator>

namespace kaynak::text_detail {
namespace {

// clang-format off
constexpr DateWords kWords[] = {
    {"en",
     "january=m1 jan=m1 february=m2 feb=m2 ?march=m3 ?mar=m3 april=m4 apr=m4 ?may=m5 june=m6 jun=m6 july=m7 jul=m7 august=m8 aug=m8 "
     "september=m9 sept=m9 sep=m9 october=m10 oct=m10 november=m11 nov=m11 december=m12 dec=m12 "
     "monday=w1 mon=w1 tuesday=w2 tue=w2 tues=w2 wednesday=w3 ?wed=w3 thursday=w4 thu=w4 thur=w4 thurs=w4 friday=w5 fri=w5 "
     "saturday=w6 ?sat=w6 sunday=w7 ?sun=w7 "
     "today=d0 tonight=d0 yesterday=d-1 tomorrow=d1 day_before_yesterday=d-2 the_day_before_yesterday=d-2 "
     "day_after_tomorrow=d2 the_day_after_tomorrow=d2 last_night=d-1 this_morning=d0 this_afternoon=d0 this_evening=d0 "
     "second=us seconds=us sec=us secs=us minute=un minutes=un min=un mins=un hour=uh hours=uh hr=uh hrs=uh day=ud days=ud week=uw weeks=uw month=um "
     "months=um year=uy years=uy weekend=ue last=< past=< previous=< this=j= current== next=> coming=> upcoming=> following=> "
     "ago=a in=yI within=I from_now=i of=j the=j on=c since=y during=y year=y st=o nd=o rd=o th=o"},
    {"tr",
     "ocak=m1 oca=m1 ocakta=m1 ocak'ta=m1 şubat=m2 şub=m2 mart=m3 nisan=m4 nis=m4 mayıs=m5 may=m5 haziran=m6 haz=m6 temmuz=m7 tem=m7 "
     "ağustos=m8 ağu=m8 eylül=m9 eyl=m9 ekim=m10 eki=m10 kasım=m11 kas=m11 aralık=m12 ara=m12 "
     "ocakta=m1 şubatta=m2 martta=m3 nisanda=m4 mayısta=m5 haziranda=m6 temmuzda=m7 ağustosta=m8 eylülde=m9 ekimde=m10 kasımda=m11 "
     "aralıkta=m12 pazartesi=w1 pzt=w1 salı=w2 çarşamba=w3 çar=w3 perşembe=w4 per=w4 cuma=w5 cumartesi=w6 cmt=w6 ?pazar=w7 "
     "pazartesi_günü=w1 salı_günü=w2 çarşamba_günü=w3 perşembe_günü=w4 cuma_günü=w5 cumartesi_günü=w6 pazar_günü=w7 "
     "pazartesiye=w1 salıya=w2 perşembeye=w4 cumaya=w5 cumartesiye=w6 "
     "bugün=d0 bugünkü=d0 bu_sabah=d0 bu_akşam=d0 bu_gece=d0 dün=d-1 dünkü=d-1 dün_gece=d-1 dün_akşam=d-1 yarın=d1 yarınki=d1 önceki_gün=d-2 "
     "evvelki_gün=d-2 evvelsi_gün=d-2 öbür_gün=d2 ertesi_gün=R1 "
     "saniye=us dakika=un dk=un saat=uh gün=ud hafta=uw ay=um yıl=uy sene=uy haftaya=W1 gelecek_yıl=Y1 haftasonu=ue hafta_sonu=ue "
     "günü=o haftası=uw haftanın=uw ayında=Y ayı=Y ayının=Y ayın=um yılın=uy geçen=< geçtiğimiz=< önceki=< bu=j= gelecek=> önümüzdeki=> "
     "önce=a evvel=a geçen_yıl=Y-1 geçen_sene=Y-1 bu_yıl=Y0 bu_sene=Y0 yılında=Y yılı=Y yılının=Y yılından=Y yılına=Y senesinde=Y "
     "yılındaki=Y tarihinde=o tarihli=o"},
    {"vi",
     "tháng_giêng=m1 tháng_một=m1 tháng_hai=m2 tháng_ba=m3 tháng_tư=m4 tháng_bốn=m4 tháng_năm=m5 tháng_sáu=m6 tháng_bảy=m7 tháng_tám=m8 "
     "tháng_chín=m9 tháng_mười=m10 tháng_mười_một=m11 tháng_mười_hai=m12 tháng_chạp=m12 tháng=mmum "
     "thứ_hai=w1 thứ_ba=w2 thứ_tư=w3 thứ_năm=w4 thứ_sáu=w5 thứ_bảy=w6 thứ_bẩy=w6 chủ_nhật=w7 chúa_nhật=w7 thứ_2=w1 thứ_3=w2 thứ_4=w3 "
     "thứ_5=w4 thứ_6=w5 thứ_7=w6 hôm_nay=d0 nay=j sáng_nay=d0 chiều_nay=d0 tối_nay=d0 đêm_nay=d0 hôm_qua=d-1 đêm_qua=d-1 tối_qua=d-1 sáng_qua=d-1 chiều_qua=d-1 "
     "ngày_hôm_qua=d-1 ngày_hôm_nay=d0 ngày_mai=d1 sáng_mai=d1 hôm_kia=d-2 ngày_kia=d2 mai=j hôm_trước=j "
     "giây=us phút=un giờ=uh tiếng=uh ngày=cud tuần=uw năm=yuy cuối_tuần=ue năm_nay=Y0 năm_ngoái=Y-1 năm_trước=Y-1 năm_sau=Y1 năm_tới=Y1 "
     "tuần_qua=W-1 tuần_rồi=W-1 tháng_qua=M-1 tháng_rồi=M-1 năm_qua=Y-1 trước=<a qua=< này== hiện_nay=j nay== tới=> sau=> nữa=i cách_đây=A vào=c hồi=c mồng=c mùng=c"},
    {"es",
     "enero=m1 ene=m1 febrero=m2 feb=m2 marzo=m3 ?mar=m3 abril=m4 abr=m4 mayo=m5 ?may=m5 junio=m6 jun=m6 julio=m7 jul=m7 agosto=m8 ago=m8 "
     "septiembre=m9 setiembre=m9 sept=m9 sep=m9 octubre=m10 oct=m10 noviembre=m11 nov=m11 diciembre=m12 dic=m12 "
     "lunes=w1 martes=w2 miércoles=w3 miercoles=w3 jueves=w4 viernes=w5 sábado=w6 sabado=w6 domingo=w7 "
     "hoy=d0 ayer=d-1 anoche=d-1 mañana=d1 anteayer=d-2 antier=d-2 antes_de_ayer=d-2 pasado_mañana=d2 esta_mañana=d0 esta_noche=d0 esta_tarde=d0 "
     "la_mañana=j una_mañana=j por_la_mañana=j de_la_mañana=j segundo=us segundos=us minuto=un minutos=un hora=uh horas=uh día=ud días=ud dia=ud dias=ud "
     "semana=uw semanas=uw mes=um meses=um año=yuy años=uy fin_de_semana=ue pasado=< pasada=< último=< última=< anterior=< este=j= esta=j= "
     "próximo=> próxima=> proximo=> proxima=> siguiente=> entrante=> que_viene=> hace=A atrás=a dentro_de=I en=yI de=j del=j el=c la=j los=j las=j desde=y º=o "
     "hogaño=j"},
    {"ca",
     "gener=m1 gen=m1 febrer=m2 febr=m2 març=m3 abril=m4 abr=m4 maig=m5 juny=m6 juliol=m7 jul=m7 agost=m8 ag=m8 setembre=m9 set=m9 octubre=m10 "
     "oct=m10 novembre=m11 nov=m11 desembre=m12 dilluns=w1 dimarts=w2 dimecres=w3 dijous=w4 divendres=w5 dissabte=w6 diumenge=w7 "
     "avui=d0 ahir=d-1 anit=d-1 demà=d1 abans-d'ahir=d-2 abans_d'ahir=d-2 despús-ahir=d-2 demà_passat=d2 passat_demà=d2 aquest_matí=d0 aquesta_nit=d0 "
     "aquesta_tarda=d0 segon=us segons=us minut=un minuts=un hora=uh hores=uh dia=ud dies=ud setmana=uw setmanes=uw mes=um mesos=um any=yuy anys=uy "
     "cap_de_setmana=ue passat=< passada=< darrer=< darrera=< últim=< última=< aquest=j= aquesta=j= enguany=Y0 pròxim=> pròxima=> vinent=> que_ve=> fa=A "
     "d'aquí=I d'aquí_a=I en=y el=yc al=y del=jy de=j d=j dels=j la=j des=j"},
    {"pt",
     "janeiro=m1 jan=m1 fevereiro=m2 fev=m2 março=m3 ?mar=m3 abril=m4 abr=m4 maio=m5 ?mai=m5 junho=m6 jun=m6 julho=m7 jul=m7 agosto=m8 ago=m8 "
     "setembro=m9 set=m9 outubro=m10 out=m10 novembro=m11 nov=m11 dezembro=m12 dez=m12 segunda-feira=w1 ?segunda=w1 terça-feira=w2 terça=w2 "
     "quarta-feira=w3 quinta-feira=w4 sexta-feira=w5 sexta=w5 sábado=w6 domingo=w7 hoje=d0 ontem=d-1 amanhã=d1 anteontem=d-2 depois_de_amanhã=d2 "
     "esta_manhã=d0 esta_noite=d0 segundos=us minuto=un minutos=un hora=uh horas=uh dia=cud dias=ud semana=uw semanas=uw mês=um meses=um ano=yuy anos=uy "
     "fim_de_semana=ue passado=< passada=< último=< última=< anterior=< este=j= esta=j= neste=j= nesta=j= deste=j= desta=j= próximo=> próxima=> "
     "que_vem=> seguinte=> há=A atrás=a daqui_a=I dentro_de=I em=yI no=j na=j de=j do=j da=j o=j a=j º=o"},
    {"it",
     "gennaio=m1 gen=m1 febbraio=m2 feb=m2 marzo=m3 ?mar=m3 aprile=m4 apr=m4 maggio=m5 mag=m5 giugno=m6 giu=m6 luglio=m7 lug=m7 agosto=m8 ?ago=m8 "
     "settembre=m9 sett=m9 set=m9 ottobre=m10 ott=m10 novembre=m11 nov=m11 dicembre=m12 dic=m12 lunedì=w1 martedì=w2 mercoledì=w3 giovedì=w4 "
     "venerdì=w5 sabato=w6 domenica=w7 oggi=d0 ieri=d-1 domani=d1 l'altro_ieri=d-2 altro_ieri=d-2 avantieri=d-2 dopodomani=d2 stamattina=d0 stasera=d0 "
     "stamani=d0 stanotte=d0 secondi=us minuto=un minuti=un ora=uh ore=uh giorno=ud giorni=ud settimana=uw settimane=uw mese=um mesi=um anno=yuy anni=uy "
     "fine_settimana=ue weekend=ue scorso=< scorsa=< passato=< passata=< ultimo=< ultima=< precedente=< questo=j= questa=j= quest=j= prossimo=> prossima=> entrante=> "
     "venturo=> fa=a tra=I fra=I entro=I nel=y dal=y del=jy il=c di=j dell=j lo=j la=j º=o"},
    {"fr",
     "janvier=m1 janv=m1 février=m2 févr=m2 fév=m2 ?mars=m3 avril=m4 avr=m4 mai=m5 juin=m6 juillet=m7 juil=m7 août=m8 aout=m8 septembre=m9 sept=m9 octobre=m10 "
     "oct=m10 novembre=m11 nov=m11 décembre=m12 déc=m12 lundi=w1 mardi=w2 mercredi=w3 jeudi=w4 vendredi=w5 samedi=w6 dimanche=w7 "
     "aujourd'hui=d0 aujourd’hui=d0 hier=d-1 demain=d1 avant-hier=d-2 après-demain=d2 ce_matin=d0 ce_soir=d0 cet_après-midi=d0 cette_nuit=d0 hier_soir=d-1 "
     "seconde=us secondes=us minute=un minutes=un heure=uh heures=uh jour=ud jours=ud semaine=uw semaines=uw mois=um an=uy ans=uy année=uy années=uy week-end=ue "
     "weekend=ue fin_de_semaine=ue dernier=< dernière=< derniers=< passé=< passée=< précédent=< précédente=< ce=j= cet=j= cette=j= prochain=> prochaine=> suivant=> suivante=> "
     "il_y_a=A auparavant=a dans=I en=y depuis=y fin=y début=y de=j d=j du=j le=c la=j l=j au=j er=o"},
    {"de",
     "januar=m1 jänner=m1 jan=m1 februar=m2 feb=m2 märz=m3 mär=m3 april=m4 apr=m4 mai=m5 juni=m6 jun=m6 juli=m7 jul=m7 august=m8 aug=m8 september=m9 "
     "sept=m9 sep=m9 oktober=m10 okt=m10 november=m11 nov=m11 dezember=m12 dez=m12 montag=w1 dienstag=w2 mittwoch=w3 donnerstag=w4 freitag=w5 samstag=w6 "
     "sonnabend=w6 sonntag=w7 montagabend=w1 dienstagabend=w2 mittwochabend=w3 donnerstagabend=w4 freitagabend=w5 samstagabend=w6 sonntagabend=w7 "
     "montagmorgen=w1 dienstagmorgen=w2 mittwochmorgen=w3 donnerstagmorgen=w4 freitagmorgen=w5 samstagmorgen=w6 sonntagmorgen=w7 montags=j "
     "heute=d0 gestern=d-1 ?morgen=d1 vorgestern=d-2 übermorgen=d2 heute_morgen=d0 heute_abend=d0 gestern_abend=d-1 gestern_morgen=d-1 morgen_früh=d1 sekunde=us sekunden=us minute=un "
     "minuten=un stunde=uh stunden=uh tag=ud tage=ud tagen=ud woche=uw wochen=uw monat=um monate=um monaten=um monats=um jahr=yuy jahre=yuy jahren=uy jahres=uy "
     "wochenende=ue letzten=< letzte=< letzter=< letztes=< letztem=< vergangenen=< vergangene=< vergangenes=< vergangener=< vorigen=< vorige=< voriges=< diesen=j= "
     "diese=j= dieser=j= dieses=j= diesem=j= kommenden=> kommende=> kommender=> kommendes=> nächsten=> nächste=> nächster=> nächstes=> nächstem=> vor=A zuvor=a "
     "später=i in=I seit=y im=j am=c der=j des=j dem=j den=c anfang=j mitte=j ende=j uhr=o"},
    {"nl",
     "januari=m1 jan=m1 februari=m2 feb=m2 maart=m3 mrt=m3 april=m4 apr=m4 mei=m5 juni=m6 jun=m6 juli=m7 jul=m7 augustus=m8 aug=m8 september=m9 sept=m9 sep=m9 "
     "oktober=m10 okt=m10 november=m11 nov=m11 december=m12 dec=m12 maandag=w1 dinsdag=w2 woensdag=w3 donderdag=w4 vrijdag=w5 zaterdag=w6 zondag=w7 "
     "vandaag=d0 gisteren=d-1 morgen=d1 eergisteren=d-2 overmorgen=d2 vanochtend=d0 vanmorgen=d0 vanavond=d0 vanmiddag=d0 gisteravond=d-1 seconden=us minuut=un minuten=un uur=uh uren=uh dag=ud "
     "dagen=ud week=uw weken=uw maand=um maanden=um jaar=uy jaren=uy weekend=ue vorige=< afgelopen=< laatste=< voorbije=< deze=j= dit=j= volgende=> komende=> aanstaande=> "
     "geleden=a over=I in=y sinds=y van=j de=j het=j op=c"},
    {"ru",
     "январь=m1 января=m1 январе=m1 янв=m1 февраль=m2 февраля=m2 феврале=m2 фев=m2 февр=m2 мар=m3 март=m3 марта=m3 марте=m3 апрель=m4 апреля=m4 апреле=m4 апр=m4 "
     "май=m5 мая=m5 мае=m5 июнь=m6 июня=m6 июне=m6 июн=m6 июль=m7 июля=m7 июле=m7 июл=m7 август=m8 августа=m8 августе=m8 авг=m8 сентябрь=m9 сентября=m9 "
     "сентябре=m9 сен=m9 сент=m9 октябрь=m10 октября=m10 октябре=m10 окт=m10 ноябрь=m11 ноября=m11 ноябре=m11 ноя=m11 нояб=m11 декабрь=m12 декабря=m12 "
     "декабре=m12 дек=m12 понедельник=w1 понедельника=w1 понедельнику=w1 вторник=w2 вторника=w2 среда=w3 ?среду=w3 ?среды=w3 в_среду=w3 четверг=w4 четверга=w4 пятница=w5 пятницу=w5 "
     "пятницы=w5 суббота=w6 субботу=w6 субботы=w6 воскресенье=w7 воскресенья=w7 сегодня=d0 вчера=d-1 завтра=d1 позавчера=d-2 послезавтра=d2 накануне=d-1 "
     "секунд=us секунды=us секунду=us минут=un минуты=un минуту=un мин=un час=uh часа=uh часов=uh день=ud дня=ud дней=ud неделя=uw недели=uw недель=uw неделю=uw неделе=uw "
     "месяц=um месяца=um месяцев=um месяце=um год=uyY года=uyY году=uyY лет=uy годом=Y годы=uy г=Y гг=Y выходные=ue прошлый=< прошлого=< прошлом=< прошлую=< прошлой=< прошлая=< прошлые=< минувший=< "
     "минувшую=< минувшего=< минувшей=< минувшем=< этот=j= этого=j= этом=j= эту=j= этой=j= эта=j= нынешнего=j= нынешнем=j= текущего=j= текущем=j= следующий=> следующего=> следующем=> следующую=> следующей=> "
     "следующая=> будущего=> будущем=> ближайший=> назад=a тому_назад=a через=I в=c во=c на=j с=j по=j от=c к=j го=o е=o"},
    {"uk",
     "січень=m1 січня=m1 січні=m1 січ=m1 лютий=m2 лютого=m2 лютому=m2 лют=m2 березень=m3 березня=m3 березні=m3 бер=m3 квітень=m4 квітня=m4 квітні=m4 квіт=m4 "
     "травень=m5 травня=m5 травні=m5 трав=m5 червень=m6 червня=m6 червні=m6 черв=m6 липень=m7 липня=m7 липні=m7 лип=m7 серпень=m8 серпня=m8 серпні=m8 серп=m8 "
     "вересень=m9 вересня=m9 вересні=m9 вер=m9 жовтень=m10 жовтня=m10 жовтні=m10 жовт=m10 листопад=m11 листопада=m11 листопаді=m11 лист=m11 грудень=m12 грудня=m12 "
     "грудні=m12 груд=m12 понеділок=w1 понеділка=w1 вівторок=w2 вівторка=w2 середа=w3 ?середу=w3 ?середи=w3 у_середу=w3 в_середу=w3 четвер=w4 четверга=w4 п'ятниця=w5 п'ятницю=w5 п'ятниці=w5 п’ятниця=w5 "
     "п’ятницю=w5 субота=w6 суботу=w6 суботи=w6 неділя=w7 неділю=w7 неділі=w7 сьогодні=d0 вчора=d-1 учора=d-1 завтра=d1 позавчора=d-2 післязавтра=d2 напередодні=d-1 "
     "секунд=us хвилин=un хвилини=un хвилину=un година=uh години=uh годин=uh годину=uh день=ud дні=ud днів=ud тиждень=uw тижні=uw тижнів=uw тижня=uw місяць=um місяці=um "
     "місяців=um місяця=um рік=uyY року=uyY році=uyY роки=uy років=uy р=Y вихідні=ue минулий=< минулого=< минулому=< минулу=< минулої=< цей=j= цього=j= цьому=j= цю=j= "
     "ця=j= цієї=j= наступний=> наступного=> наступному=> наступну=> наступної=> тому=a через=I за=I у=c в=c на=j з=j від=c го=o"},
    {"pl",
     "styczeń=m1 stycznia=m1 styczniu=m1 sty=m1 luty=m2 lutego=m2 lutym=m2 lut=m2 marzec=m3 marca=m3 marcu=m3 mar=m3 kwiecień=m4 kwietnia=m4 kwietniu=m4 kwi=m4 "
     "maj=m5 maja=m5 maju=m5 czerwiec=m6 czerwca=m6 czerwcu=m6 cze=m6 lipiec=m7 lipca=m7 lipcu=m7 lip=m7 sierpień=m8 sierpnia=m8 sierpniu=m8 sie=m8 wrzesień=m9 "
     "września=m9 wrześniu=m9 wrz=m9 październik=m10 października=m10 październiku=m10 paź=m10 listopad=m11 listopada=m11 listopadzie=m11 lis=m11 grudzień=m12 "
     "grudnia=m12 grudniu=m12 gru=m12 poniedziałek=w1 poniedziałku=w1 wtorek=w2 wtorku=w2 środa=w3 środę=w3 środy=w3 czwartek=w4 czwartku=w4 piątek=w5 piątku=w5 "
     "sobota=w6 sobotę=w6 soboty=w6 niedziela=w7 niedzielę=w7 niedzieli=w7 dziś=d0 dzisiaj=d0 wczoraj=d-1 jutro=d1 przedwczoraj=d-2 pojutrze=d2 sekund=us sekundy=us minut=un minuty=un minutę=un "
     "godzina=uh godziny=uh godzin=uh godzinę=uh dzień=ud dni=ud dnia=ud tydzień=uw tygodnie=uw tygodni=uw tygodniu=uw tygodnia=uw miesiąc=um miesiące=um miesięcy=um "
     "miesiącu=um miesiąca=um rok=yuyY roku=yuyY lata=uy lat=uy r=Y weekend=ue ubiegły=< ubiegłym=< ubiegłego=< ubiegłą=< zeszły=< zeszłym=< zeszłego=< zeszłą=< miniony=< "
     "minionym=< minioną=< ostatni=< ostatnim=< ostatnią=< poprzedni=< ten=j= tym=j= tego=j= tę=j= ta=j= bieżącym=j= przyszły=> przyszłym=> przyszłego=> przyszłą=> następny=> następnym=> następną=> "
     "najbliższy=> temu=a za=I w=c we=c od=c na=j"},
    {"ar",
     "يناير=m1 كانون_الثاني=m1 جانفي=m1 فبراير=m2 شباط=m2 فيفري=m2 مارس=m3 آذار=m3 أبريل=m4 ابريل=m4 إبريل=m4 نيسان=m4 أفريل=m4 مايو=m5 أيار=m5 ماي=m5 "
     "يونيو=m6 يونيه=m6 حزيران=m6 جوان=m6 يوليو=m7 يوليه=m7 تموز=m7 جويلية=m7 أغسطس=m8 اغسطس=m8 آب=m8 ?أوت=m8 سبتمبر=m9 أيلول=m9 شتنبر=m9 أكتوبر=m10 اكتوبر=m10 "
     "تشرين_الأول=m10 نوفمبر=m11 تشرين_الثاني=m11 نونبر=m11 ديسمبر=m12 كانون_الأول=m12 دجنبر=m12 الاثنين=w1 الإثنين=w1 اثنين=w1 الثلاثاء=w2 ثلاثاء=w2 الأربعاء=w3 "
     "الاربعاء=w3 الخميس=w4 الجمعة=w5 السبت=w6 الأحد=w7 الاحد=w7 ?أحد=j اليوم=d0 أمس=d-1 امس=d-1 غدا=d1 غداً=d1 غدًا=d1 الغد=d1 أول_أمس=d-2 أول_من_أمس=d-2 "
     "بعد_غد=d2 البارحة=d-1 مساء_اليوم=d0 صباح_اليوم=d0 مساء_أمس=d-1 ثانية=us ثوان=us دقيقة=un دقائق=un ساعة=uh ساعات=uh يوم=cud أيام=ud يوما=ud يومًا=ud أسبوع=uw الأسبوع=uw أسابيع=uw شهر=um الشهر=um "
     "أشهر=um شهور=um سنة=yuy السنة=uy سنوات=uy عام=yuy العام=yuy أعوام=uy عاما=uy الماضي=< الماضية=< المنصرم=< الفائت=< السابق=< هذا=j= هذه=j= الجاري=< الحالي== الحالية== "
     "المقبل=> المقبلة=> القادم=> القادمة=> قبل=A منذ=A بعد=I خلال=I من=j في=yc بتاريخ=c"},
    {"fa",
     "ژانویه=m1 فوریه=m2 مارس=m3 آوریل=m4 مه=m5 ژوئن=m6 ژوئیه=m7 اوت=m8 سپتامبر=m9 اکتبر=m10 نوامبر=m11 دسامبر=m12 دوشنبه=w1 سه‌شنبه=w2 سه_شنبه=w2 چهارشنبه=w3 "
     "پنجشنبه=w4 پنج‌شنبه=w4 جمعه=w5 شنبه=w6 یکشنبه=w7 امروز=d0 دیروز=d-1 فردا=d1 دقیقه=un ساعت=uh روز=ud هفته=uw ماه=um سال=uyy گذشته=< آینده=> این=j= پیش=a قبل=a"},
    {"id",
     "januari=m1 jan=m1 februari=m2 feb=m2 maret=m3 mar=m3 april=m4 apr=m4 mei=m5 juni=m6 jun=m6 juli=m7 jul=m7 agustus=m8 agu=m8 agt=m8 september=m9 sep=m9 oktober=m10 okt=m10 "
     "november=m11 nov=m11 desember=m12 des=m12 senin=w1 selasa=w2 rabu=w3 kamis=w4 jumat=w5 sabtu=w6 minggu=uw hari_minggu=w7 hari_ini=d0 kemarin=d-1 besok=d1 lusa=d2 "
     "detik=us menit=un jam=uh hari=ud pekan=uw bulan=um tahun=yuy lalu=<a ini== depan=> mendatang=> pada=c tanggal=c"},
    {"zh",
     "月=MM 月份=MM 日=DD 号=DD 號=DD 年=YY 周一=w1 周二=w2 周三=w3 周四=w4 周五=w5 周六=w6 周日=w7 周天=w7 週一=w1 週二=w2 週三=w3 週四=w4 週五=w5 週六=w6 週日=w7 星期一=w1 星期二=w2 星期三=w3 星期四=w4 星期五=w5 "
     "星期六=w6 星期日=w7 星期天=w7 礼拜一=w1 礼拜二=w2 礼拜三=w3 礼拜四=w4 礼拜五=w5 礼拜六=w6 礼拜天=w7 今天=d0 今日=d0 今晚=d0 今晨=d0 今早=d0 昨天=d-1 昨日=d-1 昨晚=d-1 明天=d1 明日=d1 前天=d-2 后天=d2 後天=d2 "
     "上周=W-1 上週=W-1 上星期=W-1 上个星期=W-1 上個星期=W-1 本周=W0 本週=W0 这周=W0 這週=W0 本星期=W0 这个星期=W0 下周=W1 下週=W1 下星期=W1 下个星期=W1 下個星期=W1 上月=M-1 上个月=M-1 上個月=M-1 本月=M0 这个月=M0 "
     "這個月=M0 下月=M1 下个月=M1 下個月=M1 去年=Y-1 今年=Y0 明年=Y1 前年=Y-2 后年=Y2 周末=E0 週末=E0 本周末=E0 上周末=E-1 下周末=E1 秒=us 秒钟=us 分钟=un 分鐘=un 小时=uh 小時=uh 天=ud 周=uw 週=uw 星期=uw 个月=um 個月=um "
     "前=a 之前=a 以前=a 后=i 後=i 之后=i 之後=i"},
    {"ja",
     "月=MM 日=DD 年=YY 月曜日=w1 月曜=w1 火曜日=w2 火曜=w2 水曜日=w3 水曜=w3 木曜日=w4 木曜=w4 金曜日=w5 金曜=w5 土曜日=w6 土曜=w6 日曜日=w7 日曜=w7 今日=d0 きょう=d0 本日=d0 昨日=d-1 きのう=d-1 明日=d1 あす=d1 あした=d1 "
     "一昨日=d-2 おととい=d-2 明後日=d2 あさって=d2 今朝=d0 今夜=d0 今晩=d0 昨夜=d-1 昨晩=d-1 先週=W-1 今週=W0 来週=W1 先月=M-1 今月=M0 来月=M1 去年=Y-1 昨年=Y-1 今年=Y0 本年=Y0 来年=Y1 一昨年=Y-2 週末=E0 今週末=E0 先週末=E-1 来週末=E1 秒=us 分=un 時間=uh "
     "日間=ud 週間=uw か月=um ヶ月=um カ月=um ヵ月=um 年間=uy 前=a 後=i の=j"},
    {"ko",
     "월=MM 일=DD 년=YY 월요일=w1 화요일=w2 수요일=w3 목요일=w4 금요일=w5 토요일=w6 일요일=w7 오늘=d0 어제=d-1 내일=d1 그저께=d-2 모레=d2 지난주=W-1 이번주=W0 이번_주=W0 다음주=W1 다음_주=W1 지난달=M-1 이번달=M0 이번_달=M0 다음달=M1 "
     "다음_달=M1 작년=Y-1 지난해=Y-1 올해=Y0 내년=Y1 초=us 분=un 시간=uh 주=uw 개월=um 전=a 후=i"}};

constexpr ZoneName kZones[] = {
    {"z", 0}, {"utc", 0}, {"gmt", 0}, {"wet", 0}, {"bst", 60}, {"west", 60}, {"cet", 60}, {"mez", 60}, {"cest", 120}, {"mesz", 120},
    {"sast", 120}, {"cat", 120}, {"eet", 120}, {"eest", 180}, {"msk", 180}, {"мск", 180}, {"trt", 180}, {"tsi", 180}, {"eat", 180},
    {"gst", 240}, {"pkt", 300}, {"ist", 330}, {"npt", 345}, {"ict", 420}, {"wib", 420}, {"hkt", 480}, {"sgt", 480}, {"myt", 480},
    {"pht", 480}, {"wita", 480}, {"awst", 480}, {"jst", 540}, {"kst", 540}, {"wit", 540}, {"aest", 600}, {"aedt", 660}, {"nzst", 720},
    {"nzdt", 780}, {"brt", -180}, {"art", -180}, {"nst", -210}, {"ast", -240}, {"adt", -180}, {"clt", -240}, {"edt", -240}, {"est", -300},
    {"et", -300}, {"cot", -300}, {"cdt", -300}, {"cst", -360}, {"mdt", -360}, {"mst", -420}, {"pdt", -420}, {"pst", -480}, {"akst", -540},
    {"hst", -600}};
// clang-format on

}  // namespace

const DateWords* date_words(std::string_view language) {
  std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "ms") primary = "id";
  for (const DateWords& row : kWords)
    if (row.language == primary) return &row;
  return nullptr;
}

int zone_minutes(std::string_view name) {
  for (const ZoneName& zone : kZones)
    if (zone.name == name) return zone.minutes;
  return -1441;
}

const char* const kMonthLocales[] = {
    "en", "tr", "vi", "es", "ca", "ru", "ar", "ar_SY",   "ar_DZ", "ar_MA", "de", "de_AT",
    "fr", "it", "pt", "pl", "uk", "nl", "sv", "nb",      "da",    "fi",    "is", "et",
    "lv", "lt", "cs", "sk", "sl", "hr", "sr", "sr_Latn", "bs",    "mk",    "bg", "ro",
    "hu", "el", "sq", "he", "fa", "ur", "hi", "bn",      "mr",    "ne",    "gu", "pa",
    "ta", "te", "kn", "ml", "si", "th", "lo", "km",      "my",    "id",    "ms", "fil",
    "sw", "af", "eu", "gl", "cy", "ga", "mt", "az",      "kk",    "ky",    "uz", "mn",
    "hy", "ka", "be", "am", "so", "zu", "ha", "ku",      "tk"};
const unsigned kMonthLocaleCount = static_cast<unsigned>(std::size(kMonthLocales));

const std::string_view kPersianMonths =
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند";

const std::string_view kExtraMonths =
    "ઓગસ્ટ=8 urtarrilaren=1 otsailaren=2 martxoaren=3 apirilaren=4 maiatzaren=5 ekainaren=6 "
    "uztailaren=7 abuztuaren=8 irailaren=9 urriaren=10 azaroaren=11 abenduaren=12 "
    "январи=1 феврали=2 марти=3 апрели=4 майи=5 июни=6 июли=7 августи=8 сентябри=9 октябри=10 "
    "ноябри=11 декабри=12 جنوري=1 فبروري=2 اپرېل=4 مۍ=5 جولای=7 اګست=8 سپتمبر=9 "
    "januaro=1 februaro=2 marto=3 aprilo=4 majo=5 junio=6 julio=7 aŭgusto=8 septembro=9 "
    "oktobro=10 novembro=11 decembro=12 çile=1 sibat=2 adar=3 nîsan=4 gulan=5 hezîran=6 pûşper=6 "
    "tîrmeh=7 tebax=8 îlon=9 cotmeh=10 kewçêr=10 mijdar=11 sermawez=11 berfanbar=12 "
    "sept=9 setiembre=9 settember=9 ene=1 abr=4 ago=8 dic=12 fev=2 mai=5 out=10 dez=12 okt=10 "
    "mrt=3 maj=5 "
    "траўня=5 листоп=11 берез=3 квіт=4 ян=1 studenog=11 दिसम्बर=12 सितम्बर=9 नवम्बर=11 फरवरी=2 "
    "फ़रवरी=2 জানুয়ারী=1 ফেব্রুয়ারী=2 "
    "янв=1 фев=2 мар=3 апр=4 июн=6 июл=7 авг=8 сен=9 сент=9 окт=10 ноя=11 нояб=11 дек=12 "
    "tháng_giêng=1 tháng_một=1 tháng_hai=2 tháng_ba=3 tháng_tư=4 tháng_năm=5 tháng_sáu=6 "
    "tháng_bảy=7 tháng_tám=8 tháng_chín=9 "
    "tháng_mười=10 tháng_mười_một=11 tháng_mười_hai=12 "
    "كانون_الثاني=1 شباط=2 آذار=3 نيسان=4 أيار=5 حزيران=6 تموز=7 آب=8 أيلول=9 تشرين_الأول=10 "
    "تشرين_الثاني=11 كانون_الأول=12 "
    "ינו=1 פבר=2 מרץ=3 אפר=4 יונ=6 יול=7 אוג=8 ספט=9 אוק=10 נוב=11 דצמ=12 "
    "ιαν=1 φεβ=2 μαρ=3 απρ=4 ιουν=6 ιουλ=7 αυγ=8 σεπ=9 οκτ=10 νοε=11 δεκ=12 "
    "січ=1 лют=2 бер=3 кві=4 тра=5 чер=6 лип=7 сер=8 вер=9 жов=10 лис=11 гру=12";

}  // namespace kaynak::text_detail
