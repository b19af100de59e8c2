/// @file Words that stand in and around bylines, in many languages: lower case, parted by '|'.
#pragma once

#include <string_view>

namespace kaynak::extract_detail::byline_words {

// Before a name, with the blank or colon that follows.
inline constexpr std::string_view leads =
    "by |by: |by:|written by |written by: |words by |words: |story by |reported by |reporting by |"
    "posted by |published by |created by |article by |articles by |article by: |review by |"
    "analysis by |analysis: |opinion by |commentary by |comment by |column by |essay by |"
    "perspective by |report by |a report by |review: by |an interview by |as told to |"
    "author: |author:|authors: |authors:|author |authors |author(s): |author(s) |contributors: "
    "|contributor: |from |interview: |interview "
    "by |von |von: |von:|autor: |autor:|autorin: |autorin |autorin/autor |autor/in: |autor*in: "
    "|autoren: |autoren |text: |text:|text "
    "von "
    "|geschrieben von |verfasst von |erstellt von |veröffentlicht von |ein artikel von |artikel "
    "von "
    "|artikel von: |ein beitrag von |ein interview von |ein kommentar von |eine analyse von |"
    "eine kolumne von |ein porträt von |ein bericht von |eine rezension von |analyse von |"
    "analyse: |kolumne von |essay von |bericht von |reportage von |gastbeitrag von |rezension von |"
    "interview von |aufgezeichnet von |protokolliert von |"
    "eine reportage von |ein essay von |ein gastbeitrag von |kommentar von |redaktion: |redakteur: "
    "|redakteurin: |interview: |protokoll: |par |par: |auteur : |auteur: |auteur(s) : |écrit par |"
    "publié par |rédigé par |propos recueillis par |entretien réalisé par |enquête de |chronique "
    "de |tribune de |"
    "un article de |un reportage de |récit de |analyse de |análisis de |opinión de |columna de |"
    "crónica de |reportaje de |entrevista de |un reportaje de |análise de |opinião de |coluna de |"
    "crônica de |reportagem de |reportagem: |analisi di |commento di |opinione di |intervista di |"
    "articolo di |inchiesta di |column door |analyse door |opinie door |analys av |krönika av |"
    "kommentar av |reportage av |kommentar af |analyse af |analyse av |por |por: |por:|escrito por "
    "|publicado por |"
    "autor/a: |autora: |texto: |di |a cura di |scritto da |pubblicato da |door |door: |tekst: |"
    "geschreven door |av |av: |af |skrevet av |skrevet af |skriven av |text av |autor |napisał |"
    "oprac. |opracowanie: |автор: |автор:|текст: |автор |авторы: |yazan: |yazar: |yazan |yazar |"
    "haber: |muhabir: |tác giả: |bài: |theo |kirjoittaja: |teksti: |oleh |oleh: |penulis: |"
    "pewarta: |reporter: |laporan |作者：|作者:|文/|文：|文・|記者|记者|取材・文|بقلم |بقلم: "
    "|كتب |كتب: |كتبت |كتبت: |الكاتب: |κείμενο: |γράφει ο |γράφει η |του |text de ";

// Words that join names.
inline constexpr std::string_view joins =
    "and|und|et|y|e|en|og|och|&|i|ve|и|та|și|şi|with|mit|con|και|sowie|plus|dan|și|a|и";

// Behind an opening bracket, more names follow: "Ana Weiß (with Mira Lind)".
inline constexpr std::string_view withs = "with|mit|avec|con|com|med|met|amb|z|ze|s|cu|с|із|з";

// After these words come dates, places and organisations.
inline constexpr std::string_view enders =
    "am|on|at|the|for|für|from|aus|in|im|em|um|para|pour|om|vom|dans|à|um|uhr|sur|sobre|sul|über|"
    "about|is|"
    "ist|est|es|è|är|er|was|has|hat|schreibt|writes|who|that|behalf|via|published|updated|posted|"
    "veröffentlicht|aktualisiert|publié|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|"
    "opublikowano|last|shares|share|min|read|monday|tuesday|wednesday|thursday|friday|saturday|"
    "sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|"
    "mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|january|february|march|april|june|"
    "july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|"
    "dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "jan.|feb|feb.|mar.|apr|apr.|jun.|jul|jul.|aug|aug.|sep|sep.|sept|sept.|oct|oct.|okt|nov|nov.|"
    "dec|dec.|dez|dez.|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|pm|a.m.|p.m.|gmt|utc|"
    "cet|cest|edt|"
    "cst|cdt|mst|mdt|pst|pdt|bst|aest|aedt|nzdt|sgt|hkt|jst|kst|myt|wib|pht|pkt|sast";

// After these, what came before is no name either: "Center for …".
inline constexpr std::string_view organisation_enders =
    "for|für|in|im|from|aus|para|pour|about|über|the";

// Whoever comes after these made the pictures or the translation.
inline constexpr std::string_view helper_words =
    "photo|photos|photographs|photography|foto|fotos|fotografie|bild|bilder|illustration|"
    "illustrationen|illustrations|illustrated|ilustración|illustrazione|photographie|fotoğraf|"
    "kamera|video|grafik|graphics|фото|ảnh|写真|übersetzung|übersetzt|translation|translated|"
    "traduction|traduit|traducción|"
    "traducido|traduzione|tradotto|tradução|vertaling";

// What a person is, after the name.
inline constexpr std::string_view role_words =
    "writer|reporter|redakteur|redakteurin|editor|journalist|journalistin|journaliste|periodista|"
    "correspondent|korrespondent|korrespondentin|correspondant|corresponsal|director|manager|"
    "professor|columnist|producer|contributor|contributing|freelance|senior|junior|chief|founder|"
    "ceo|president|author|autor|autorin|auteur|ressortleiter|chefredakteur|volontär|volontärin|"
    "muhabir|muhabiri|consultant|specialist|analyst|strategist|executive|officer|head|expert|coach|"
    "therapist|leiter|leiterin|projektleiterin|projektleiter|geschäftsführer|geschäftsführerin|"
    "pressesprecher|pressesprecherin|ansprechpartner|kontakt|contact|redazione|wartawan|certified|"
    "registered|licensed|co-founder|researcher|engineer|marketing|sr.|rechtsanwalt|"
    "rechtsanwältin|coordinator|koordinator";

// A name that holds one of these words is no person's.
inline constexpr std::string_view not_persons =
    "redaktion|redaction|redacción|redação|redazione|redactie|redaksi|redakcja|redakce|redacao|"
    "redaccion|rédaction|redaktionen|редакция|редакція|editorial|newsroom|staff|desk|team|admin|"
    "administrator|webmaster|agency|agencies|agencia|agence|agentur|agenturen|nachrichtenagentur|"
    "reuters|news|media|press|online|webdesk|correspondent|"
    "contributor|contributors|guest|editor|editors|newspaper|magazine|blog|"
    "facebook|twitter|updated|published|share|comment|minuten|bureau|network|publisher|anonymous|"
    "unknown|gastbeitrag|gastautor|autor|autoren|"
    "author|authors|email|e-mail|follow|subscribe|copyright|the|uhr|"
    "tv|pressemitteilung|presse|zeitung|service|redaktor|ajansı|sitesinde|afp|dpa|"
    "efe|ansa|sda|pti|ani|ians|xinhua|tass|upi|belga|ritzau|ntb|getty|istockphoto|image|photo|foto|"
    "written|posted|veröffentlicht|artikel|article|articles|beitrag|beiträge|posts|mehr|more|"
    "uncategorized|international|leadership|nachrichten|kommentare|comments|e.v.|gmbh|ag|inc.|ltd|"
    "llc|stiftung|foundation|institut|institute|university|universität|verlag|magazin|group|"
    "company|studio|profile|about|über|view|all|stop|skip|tags|software|politics|"
    "politik|wirtschaft|kultur|sport|sports|business|world|opinion|lifestyle|allgemein|aktuelles|"
    "gespräch|interview|quelle|source|stay|connected|me!|services|rankings|datum|date|"
    "name|fragen|newsletter|autor:innen|haber|haberler|nächster|voriger|modified|checked|reviewed|"
    "fact|"
    "guide|tips|content|strategy|estimate|related|visited|today|social|links|güncelleme|reviews|"
    "category|member|undefined|"
    "details|polizei|amt|medizin|anmelden|teilen|iklan|bio|see|clinic|books|jobs|strategies|"
    "security|letters|leserbriefe|abmelden|courtesy|cortesía|profil|"
    // Social networks and portals: their share links look like names.
    "reddit|linkedin|whatsapp|telegram|pinterest|instagram|youtube|tiktok|flipboard|messenger|"
    "viber|"
    "xing|mastodon|bluesky|tumblr|snapchat|skype|네이버|카카오톡|"
    // Desks and outlets in other languages
    "información|informacion|informaciones|noticias|notícias|periódico|periodico|prensa|jornal|"
    "giornale|notizie|quotidiano|actualités|gazeta|wiadomości|zprávy|berita|"
    "live|portal|gazette|tribune|chronicle|telegraph|observer|radio|advertising|webredaktion|"
    "onlineredaktion|redaktör|redaktionell|toimitus|toimittaja|redaktionens|szerkesztőség|"
    "szerkesztő|redakcia|uredništvo|redakcija|redaksia|redaktori|redacția|redactia|redacció|"
    "erredakzioa|merkezi|ajans|gazetesi|editör|editörü|servisi|редактор|редактора|"
    "корреспондент|агентство|новости|новини|пресс-служба|прес-служба|служба|агенция|уредник|"
    "συντακτική|σύνταξη|ομάδα|מערכת|כתבי|חדשות|تحرير|التحرير|وكالات|وكالة|صحيفة|مراسل|"
    "محرر|متابعات|أخبار|خبرگزاری|اخبار|تحریریه|خبرنگار|خبرنگاران|ब्यूरो|न्यूज|न्यूज़|डेस्क|संवाददाता|टीम|"
    "संपादक|ডেস্ক|প্রতিবেদক|প্রতিনিধি|নিউজ|ન્યૂઝ|ડેસ્ક|بیورو|ڈیسک|نیوز";

inline constexpr std::string_view particles =
    "de|del|della|di|da|do|dos|das|du|des|van|von|der|den|ter|ten|zu|zur|la|le|al|el|bin|ibn|ben|"
    "bint|af|av|y|e|dela|vom|op|'t|dan|abu|os";

// Anywhere in a name.
inline constexpr std::string_view not_person_phrases = "associated press|agence france|all rights";

// Of links and buttons: nothing that holds one is a byline.
inline constexpr std::string_view button_phrases =
    "read more|min read|http|www.|anmelden|abmelden|einloggen|ausloggen|log out|sign "
    "out|registrieren|log in|sign in|se connecter|iniciar sesión|"
    "logga in|zaloguj|giriş yap|查看更多|阅读更多|返回|続きを読む|もっと見る|더보기|자세히";

// What a reporter writes about, before the role: "Ana Weiß, court reporter".
inline constexpr std::string_view beats =
    "arts|business|city|climate|consumer|court|crime|culture|data|democracy|economics|education|"
    "entertainment|environment|features|finance|football|health|investigations|investigative|legal|"
    "local|money|national|news|political|politics|royal|science|security|showbiz|social|sport|"
    "sports|staff|tech|technology|transport|travel|web|world";

// Words that end so are organisations or addresses.
inline constexpr std::string_view organisation_ends =
    ".com|.de|.org|.net|.ch|.at|.md|.cat|.nl|.be|.fr|.it|.es|.pt|.pl|.cz|.sk|.hu|.ro|.bg|.gr|.ru|."
    "ua|"
    ".by|.kz|.tr|.ir|.il|.in|.pk|.lk|.cn|.jp|.kr|.tw|.hk|.sg|.my|.id|.vn|.th|.au|.nz|.za|.uk|.ie|."
    "ca|"
    ".mx|.ar|.br|.cl|.pe|.uy|.se|.dk|.no|.fi|.ee|.lv|.lt|.hr|.rs|.si|.mk|.eu|.tv|.info|.news|."
    "online|"
    "admin|ministerium|verband|zeitung|nachrichten|verlag|"
    "stiftung|"
    "verein|redaktion|anzeiger|agentur|"
    "gesellschaft|universität|hochschule|fraktion";

}  // namespace kaynak::extract_detail::byline_words
