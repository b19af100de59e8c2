#include "extract/phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/byte_set.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

struct PhraseList {
  PhraseKind kind;
  bool whole;  ///< the text is the phrase (but for marks at its end), else it begins with it
  std::string_view phrases;  ///< lower case, separated by '|'
  bool any_length = false;   ///< also at the beginning of long texts
};

constexpr PhraseList lists[] = {
    // What nothing but such notes begins with, however long they are.
    {PhraseKind::rights, false,
     "зарегистрировано федеральной|все права на материалы|для читателей: в россии признаны|"
     "свидетельство о регистрации|平台声明|免责声明|責任編集|责任编辑|責任編輯|انتهای پیام|پایان "
     "پیام",
     true},
    {PhraseKind::photo, false,
     "file photo:|file photo –|file photo -|file – |(file photo)|file picture:", true},
    {PhraseKind::share, false,
     "hat dir dieser artikel gefallen|hat ihnen dieser artikel gefallen|if you enjoyed this "
     "article|"
     "benachrichtigungen erfolgreich aktiviert|ask your question in the form|do you have questions "
     "about",
     true},
    {PhraseKind::read_more, false,
     "lea:|lea además|lea aquí|mira:|mira también|mirá también|vea también|vea:|vea además|"
     "sigue leyendo|le recomendamos|noticia relacionada|lire :|lire:|relire|à relire|lies auch|"
     "lies dazu|lesen sie dazu|schon gelesen|lesetipps|jetzt lesen|auch spannend|leia:|veja:|"
     "confira:|leggi:|leggi qui|vedi anche|scopri anche|czytaj:|zobacz:|polecamy|przeczytaj|"
     "lees:|zie ook|baca:|lihat juga|simak:|читайте:|смотрите:|материалы по теме|еще по теме|"
     "ещё по теме|подробнее:|mời bạn đọc|có thể bạn quan tâm|bài liên quan|ilginizi çekebilir|"
     "ayrıca bakınız|إقرأ|شاهد أيضا|for more stories like this|über dieses thema berichte|"
     "dieses thema im programm|jump to recipe|skip to recipe|zum rezept springen|direkt zum "
     "rezept|springe zu rezept|read more|read also|also read|also see|also on |see also|read "
     "next|read the full|read:|more:|more :|more from|more on|more about|related:|related articles|"
     "related stories|related topics|related posts|related news|related content|you may also|"
     "you might also|recommended|don't miss|don’t miss|most read|most popular|trending|top "
     "stories|latest news|watch:|watch now|listen:|click here|continue reading|must read|up "
     "next|next story|previous article|next article|previous post|next post|keep reading|"
     "further reading|in pictures:|view gallery|view comments|full story|mehr:|lesen sie auch|"
     "lesen sie mehr|mehr über |alte ştiri|alte știri|alte stiri|mehr zum thema|mehr "
     "dazu|weiterlesen|mehr lesen|auch interessant|lesen sie "
     "hier|das könnte sie|das könnte dich|das könnte ihnen|mehr aus|mehr von|meistgelesen|zum "
     "thema|lesetipp|siehe auch|passend dazu|ähnliche artikel|weitere artikel|weitere themen|"
     "weitere nachrichten|mehr artikel|hier geht es|à lire aussi|a lire aussi|lire aussi|à lire|"
     "lire la suite|lire également|à lire également|voir aussi|sur le même sujet|les plus lus|"
     "plus d'articles|articles similaires|à voir aussi|lea también|lee también|leer más|lea más|"
     "ver también|te puede interesar|le puede interesar|más información|puedes leer|lee más|"
     "también te puede|noticias relacionadas|más noticias|más leídas|lo más leído|te "
     "recomendamos|leia também|leia mais|veja também|saiba mais|confira também|mais lidas|veja "
     "mais|leia ainda|leggi anche|leggi tutto|leggi di più|per approfondire|potrebbe "
     "interessarti|ti potrebbe interessare|guarda anche|lees ook|lees meer|lees verder|meer "
     "over|bekijk ook|meest gelezen|les også|les mer|læs også|læs mere|läs också|läs mer|läs "
     "även|mer om|lue myös|lue lisää|czytaj też|czytaj także|czytaj więcej|czytaj również|"
     "zobacz też|zobacz także|zobacz również|zobacz więcej|přečtěte si|čtěte také|čtěte i|"
     "prečítajte si|čítajte|olvassa el|citește și|citeste si|vezi și|прочетете още|вижте още|"
     "читайте также|читайте ещё|читать далее|смотрите также|по теме|читайте також|читати також|"
     "διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|ilgili haber|ilgili haberler|bunlar da "
     "ilginizi|haberin devamı|devamını oku|bunu da oku|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|المزيد "
     "من|مواضيع ذات صلة|בנושא זה|קרא עוד|مزید پڑھیں|यह भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন|baca "
     "juga|baca selengkapnya|simak juga|xem thêm|đọc thêm|tin liên quan|อ่านเพิ่มเติม|関連記事|"
     "あわせて読みたい|相关阅读|相關新聞|延伸閱讀|相关新闻|관련기사"},
    {PhraseKind::share, false,
     "we want to hear from you|we'd like to hear from you|bitte markieren sie die|haben sie einen "
     "fehler|fehler gefunden?|spotted a mistake|spotted an error|pokud jste v článku|"
     "une erreur dans l'article|get in touch with our|do you have a story|got a story|have you got "
     "a story|do you have a "
     "tip|got a tip?|contact our news|email our news|send us your story|if you liked this|if "
     "you enjoyed this|liked this article|möchten sie den artikel teilen|hat dir dieser|hat "
     "ihnen dieser|gefällt dir dieser|gefällt ihnen dieser|gefällt dir unser|vous avez aimé cet|"
     "ti è piaciuto|te gustó|¿te gustó|sharing is caring|share this|like this story? share|did you "
     "like this|"
     "enjoyed this article|share on|share via|share article|share story|follow us|follow @|like "
     "us on|find us on|tweet this|email this|print this|copy link|link copied|save article|"
     "teilen auf|artikel teilen|diesen artikel teilen|folgen sie uns|folge uns|partager sur|"
     "partager cet|suivez-nous|suivez nous|comparte en|compartir en|síguenos|sigue a|"
     "compartilhe|compartilhar|siga-nos|condividi su|seguici|deel dit|volg ons|del artikel|del "
     "på|dela på|udostępnij|sdílet|paylaş|bizi takip|поделиться|подписывайтесь|следите за|شارك|"
     "تابعنا|bagikan|ikuti kami|chia sẻ|シェアする|分享到|공유하기|add us on google|google news"},
    {PhraseKind::share, true,
     "share|tweet|facebook|twitter|whatsapp|email|e-mail|print|linkedin|pinterest|telegram|copy|"
     "save|teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|stampa|delen|"
     "del|dela|drukuj|paylaş|yazdır|bookmark|text size|font size|schriftgröße|taille du texte|"
     "tamaño de letra|tamanho da fonte|listen|download|reddit|messenger|flipboard|instagram|"
     "youtube|x|tumblr|mail|like|pocket|gmail|sms|facebook messenger"},
    {PhraseKind::newsletter, false,
     "sign up|subscribe|want more |get the latest|get our|newsletter|join our|register for|enter "
     "your "
     "email|your email|never miss|stay up to date|stay informed|by signing up|by submitting|"
     "thanks for signing|thank you for subscribing|click this link or scan|scan the qr code|"
     "you'll receive daily|no one will be able to see who|if you're on a desktop, simply scan|"
     "we also treat our|if you don't like our community|to leave our community|if you're "
     "curious, you can read our|abonnieren sie|jetzt abonnieren|newsletter abonnieren|melden "
     "sie sich|jetzt anmelden|inscrivez-vous|abonnez-vous|recevez|recevoir|suscríbete|"
     "suscríbase|recibe|regístrate|apúntate|inscreva-se|assine|cadastre-se|receba|iscriviti|"
     "abbonati|ricevi|meld je aan|schrijf je in|abonneer|tilmeld|meld deg på|prenumerera|zapisz "
     "się|подпишитесь|abone ol|اشترك|đăng ký nhận|無料メール"},
    {PhraseKind::comments, false,
     "leave a comment|leave a reply|post a comment|add a comment|add comment|write a comment|"
     "join the conversation|join the discussion|comments (|comment (|comments are closed|no "
     "comments|0 comments|show comments|view comments|your email address will not|mail (will "
     "not be|email (will not be|mail (required|email (required|name (required|e-mail (wird|name "
     "(wird|name (benötigt|e-mail (ne sera|correo electrónico (no|e-mail (não|e-mail (non|"
     "e-mail (wordt|report abuse|reply to|log in to reply|log in to comment|kommentar schreiben|"
     "kommentar verfassen|kommentare (|schreiben sie|diskutieren sie|schreibe einen|ihre "
     "e-mail-adresse|deine e-mail|commentaires|laisser un commentaire|réagir|écrire un "
     "commentaire|comentarios|deja un comentario|deja tu comentario|comentar|comentários|deixe "
     "um comentário|deixe seu|commenti|lascia un commento|reageer|reacties|skriv en kommentar|"
     "kommentarer|komentarze|dodaj komentarz|yorumlar|yorum yap|yorum yaz|комментарии|оставить "
     "комментарий|добавить комментарий|коментари|bình luận|ý kiến|komentar|แสดงความคิดเห็น|コメント|"
     "评论|댓글"},
    {PhraseKind::comments, true,
     "comments|comment|kommentare|kommentar|commentaires|reply|antworten|responder|répondre|"
     "replies|discussion"},
    {PhraseKind::rights, false,
     "©|copyright|(c) 20|all rights reserved|alle rechte|tous droits|todos los derechos|todos "
     "os direitos|tutti i diritti|powered by|terms of use|terms and conditions|terms of service|"
     "privacy policy|impressum|datenschutz|mentions légales|aviso legal|все права|tüm hakları|"
     "bản quyền|この記事|无断转载|저작권자|무단전재|reprints|do not sell"},
    {PhraseKind::ad, true,
     "advertisement|advertisment|advertising|ad|ads|advert|sponsored|sponsored content|promoted|"
     "paid content|promotion|anzeige|werbung|advertorial|publicité|publicite|pub|annonce|"
     "annonces|publicidad|anuncio|publicidade|anúncio|pubblicità|annuncio|advertentie|reklame|"
     "reklam|annons|mainos|reklama|reclamă|hirdetés|реклама|διαφήμιση|إعلان|اعلان|विज्ञापन|"
     "iklan|quảng cáo|โฆษณา|広告|廣告|广告|광고|story continues below advertisement|article "
     "continues "
     "below advertisement|advertisement - scroll to continue|continue reading below|article "
     "continues after ad|continua a leggere dopo la pubblicità|die nach der werbung weiterlesen|"
     "continúa leyendo después de la publicidad|continua após a publicidade|advertisement / "
     "annonce|- advertisement -|- advertisement|-advertisement-|- werbung -|reklamı geç"},
    {PhraseKind::ad, false,
     "this post may contain affiliate|this post contains affiliate|this article contains "
     "affiliate|as an amazon associate|we may earn a|we may receive a commission|we "
     "independently|dieser beitrag enthält|dieser artikel enthält affiliate|*werbung|story "
     "continues below|article continues below|scroll to continue|continues after advert|lesen "
     "sie weiter nach|der artikel geht unten weiter|der artikel geht weiter|weiter nach der "
     "anzeige|la suite après cette publicité|la suite après la publicité|l'article continue "
     "après|el artículo continúa|a notícia continua após|l'articolo continua dopo|het artikel "
     "gaat verder|artikkelen fortsetter under|artiklen fortsætter|artikeln fortsätter"},
    {PhraseKind::tags, false,
     "tags:|tagged:|tagged with|topics:|filed under|posted in|categories:|category:|keywords:|"
     "schlagwörter|schlagworte|themen:|stichworte|mots-clés|mots clés|thèmes :|etiquetas|temas:|"
     "palavras-chave|tópicos|argomenti:|tag:|trefwoorden|emner:|ämnen:|tagi:|słowa kluczowe|"
     "теги:|ключевые слова|метки:|etiketler|konular|الكلمات|từ khóa|タグ"},
    {PhraseKind::tags, true,
     "tags|tag|topics|themen|schlagworte|temas|thèmes|tagi|теги|category|categories|in this "
     "article|table of contents|on this page|in diesem artikel|inhaltsverzeichnis|"
     "inhaltsübersicht|sommaire|dans cet article|tabla de contenidos|en este artículo|índice de "
     "contenidos|índice|neste artigo|indice dei contenuti|in questo articolo|inhoudsopgave|in dit "
     "artikel|spis treści|obsah|содержание|оглавление|зміст|içindekiler|mục lục|nội dung bài viết|"
     "目次|目录|목차|المحتويات|daftar isi"},
    {PhraseKind::photo, false,
     "image illustrative|beitragsbild|titelbild:|symbolbild|archivbild|imagen ilustrativa|foto "
     "ilustrativa|photo:|photos:|photos by|photos :|bilder:|images:|photo by|photo "
     "credit|photograph:|image:|image credit|image source|"
     "picture:|getty images|file photo|foto:|foto: |fotos:|bild:|bildquelle|quelle:|crédit "
     "photo|photo :|crédits|imagen:|fuente:|crédito|crédit|credit:|source:|via:|fonte:|kaynak:|"
     "nguồn:|ảnh:|фото:|источник:|źródło:|fot.|図:|写真|来源|出典|(photo|(foto|caption:|image "
     "caption|"
     "media caption|image copyright|play video|watch video"},
    {PhraseKind::date, false,
     "dieser beitrag wurde am|der beitrag wurde am|dieser eintrag wurde|dieser artikel wurde am|"
     "this entry was posted|this post was written|cet article a été publié|cette entrée a été|"
     "esta entrada fue publicada|questa voce è stata pubblicata|dit bericht werd geplaatst|ten "
     "wpis został|запись опубликована|published|updated|last updated|last modified|posted on|"
     "posted at|posted:|date:|first published|modified|veröffentlicht|aktualisiert|stand:|"
     "erstellt|publié|mis à jour|mise à jour|modifié|publicado|actualizado|atualizado|"
     "pubblicato|aggiornato|gepubliceerd|bijgewerkt|publisert|oppdatert|publicerad|uppdaterad|"
     "udgivet|opublikowano|aktualizacja|publikováno|опубликовано|обновлено|yayınlanma|"
     "güncelleme|giriş:|eklenme|نشر في|cập nhật|diterbitkan|公開日|更新日|发布时间|입력 "
     "20|기사입력"},
    {PhraseKind::byline, false,
     "by |written by|author:|reporting by|von |autor:|par |por |di |door |av |af |tekst:|text:|"
     "redaktion|автор:|yazar|muhabir|tác giả|作者|文/|记者|كتبت:|كتب:|بقلم|about the author|über "
     "den "
     "autor|sobre el autor|meet the author"},
    {PhraseKind::paywall, false,
     "subscribe to read|subscribe to continue|to continue reading|this article is for "
     "subscribers|subscribers only|already a subscriber|log in to read|sign in to read|already "
     "have an account|you have reached your|support our journalism|become a member|please log "
     "in|weiterlesen mit|sie haben noch|jetzt weiterlesen|sie sind bereits|bereits abonnent|mit "
     "abo|kostenlos testen|jetzt kostenlos testen|diesen artikel weiterlesen|cet article est "
     "réservé|réservé aux abonnés|article "
     "réservé|déjà abonné|il vous reste|contenido exclusivo|para seguir leyendo|ya eres "
     "suscriptor|conteúdo exclusivo|já é assinante|contenuto riservato|sei già abbonato|artikel "
     "voor abonnees|kun for abonnenter|denne artikkelen er|artykuł dostępny|support us|donate"},
    {PhraseKind::consent, false,
     "we use cookies|this site uses cookies|this website uses cookies|cookie|by continuing to|"
     "please enable javascript|javascript is|you need to enable|your browser does not|wir "
     "verwenden cookies|diese website verwendet|diese webseite|um diesen inhalt|an dieser "
     "stelle findest du einen|personenbezogene daten können an|wenn du diesen inhalt|hier wird "
     "ein externer inhalt|hier ist ein externer inhalt|ce contenu est fourni par|este contenido "
     "está alojado|per vedere questo contenuto|an dieser stelle finden sie|empfohlener "
     "redaktioneller inhalt|externer inhalt|ich bin damit einverstanden|nous utilisons des "
     "cookies|ce site utilise|utilizamos cookies|este sitio|usamos cookies|questo sito utilizza|"
     "deze website gebruikt|vi bruger cookies|vi bruker|ta strona|мы используем|çerez|accept "
     "all|manage cookies|this content is hosted by|adblock"},
    {PhraseKind::correction, false,
     "correction:|correction |corrections:|clarification:|editor's note|editor’s note|this "
     "article was amended|this article has been corrected|this article has been updated|this "
     "story has been corrected|this story has been updated|an earlier version|a previous "
     "version|korrektur:|anmerkung der redaktion|in einer früheren version|transparenzhinweis|"
     "rectificatif|erratum|précision:|corrección:|fe de errores|esta información ha sido|"
     "correção:|errata:|rettifica:|errata corrige|correctie:|rectificatie|rettelse:|rättelse:|"
     "korrigering:|sprostowanie|oprava:|исправление:|уточнение:|düzeltme:|düzeltme |تصحيح:|đính "
     "chính|koreksi:|ralat:|訂正|更正|정정"},
    {PhraseKind::error_page, false,
     "page not found|404|error 404|not found|the page you|this page isn't|this page can’t|"
     "access denied|forbidden|seite nicht gefunden|page introuvable|página no encontrada|página "
     "não encontrada|pagina non trovata|pagina niet gevonden|страница не найдена|sayfa "
     "bulunamadı|nie znaleziono|checking your browser|just a moment|attention required|are you "
     "a robot|pardon our interruption|service unavailable|verify you are human|error:|server "
     "error|500 internal|502 bad|503 service|504 gateway|we'll be right back|we’ll be right "
     "back|we'll be back soon|we’ll be back soon|be right back|under maintenance|site "
     "maintenance|scheduled maintenance|temporarily unavailable|something went wrong|oops|"
     "wartungsarbeiten|vorübergehend nicht erreichbar|site en maintenance|sitio en "
     "mantenimiento|site em manutenção|sito in manutenzione|przerwa techniczna|bakım çalışması|"
     "технические работы|сайт временно недоступен|trang không tồn "
     "tại|ページが見つかりません|页面不存在|페이지를 찾을 "
     "수 없습니다|الصفحة غير موجودة"},
    {PhraseKind::error_page, true,
     "error|error page|fehler|fehlermeldung|erreur|erreur technique|error técnico|erro|errore|fout|"
     "fejl|feil|błąd|chyba|hiba|eroare|ошибка|помилка|hata|خطأ|lỗi|kesalahan|エラー|错误|오류"},
};

struct Phrase {
  std::string_view text;
  PhraseKind kind;
  bool whole;
  bool any_length;
  int order;  ///< among all
};

/// Where phrases that begin with these bytes are. One bucket holds a few of them.
std::size_t bucket_of(std::string_view s) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  return (byte(0) * 37u + (s.size() > 1 ? byte(1) : 0u) * 5u + (s.size() > 2 ? byte(2) : 0u)) %
         1024;
}

/// Phrases by their first three bytes; the few shorter ones apart.
class PhraseTable {
 public:
  PhraseTable() {
    for (const PhraseList& list : lists)
      for (const auto phrase : split(list.phrases, '|'))
        if (!phrase.empty())
          (phrase.size() < 3 ? short_ : buckets_[bucket_of(phrase)])
              .push_back({phrase, list.kind, list.whole, list.any_length, ++order_});
  }

  /// Calls `visit` with those that may begin `s`, in the order of the lists, until it is true.
  template <typename Visit>
  void each(std::string_view s, Visit visit) const {
    const auto& bucket = buckets_[bucket_of(s)];
    auto a = bucket.begin();
    for (auto b = short_.begin(); a != bucket.end() || b != short_.end();) {
      const bool first = b == short_.end() || (a != bucket.end() && a->order < b->order);
      if (visit(first ? *a++ : *b++)) return;
    }
  }

 private:
  int order_ = 0;
  std::array<std::vector<Phrase>, 1024> buckets_;
  std::vector<Phrase> short_;
};

std::string_view strip_marks(std::string_view s) {
  static constexpr ByteSet before(" >*[(|#/-+"), after(" .:!-+>*[]()|#/");
  const std::string_view begun = before.trim_front(s), bare = after.trim_back(begun);
  return bare.empty() ? begun : bare;  // marks alone: "..."
}

bool long_allowed(PhraseKind kind) {
  return kind == PhraseKind::correction || kind == PhraseKind::consent ||
         kind == PhraseKind::paywall;
}

PhraseKind phrase_in(std::string_view lowered, bool is_long) {
  static const PhraseTable table;
  const std::string_view bare = strip_marks(lowered);
  if (bare.empty()) return PhraseKind::none;
  for (const std::string_view s : {lowered, bare}) {
    PhraseKind found = PhraseKind::none;
    table.each(s, [&](const Phrase& p) {
      if (is_long && !p.any_length && !long_allowed(p.kind)) return false;
      if (p.whole ? bare != p.text && s != p.text : !s.starts_with(p.text)) return false;
      found = p.kind;
      return true;
    });
    if (found != PhraseKind::none) return found;
    if (bare.size() == lowered.size()) break;
  }
  return PhraseKind::none;
}

}  // namespace

PhraseKind phrase_of(std::string_view text) {
  constexpr std::size_t longest = 80;
  const bool is_long = text.size() > 200;
  text = clip_utf8(text, longest);
  // Case folding leaves the dot of the Turkish capital İ as a mark of its own.
  if (!is_ascii(text)) return phrase_in(replace_all(fold_case(text), "i\u0307", "i"), is_long);
  std::array<char, longest> lowered;
  std::transform(text.begin(), text.end(), lowered.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return phrase_in({lowered.data(), text.size()}, is_long);
}

bool calls_to_follow(std::string_view text) {
  static constexpr std::string_view begins[] = {
      "follow ",  "find us ", "like us ", "join us ",    "connect with ", "folgen sie ",
      "folge ",   "folgt ",   "suivez",   "rejoignez",   "retrouvez",     "síguenos",
      "siguenos", "sigue ",   "siga ",    "síganos",     "seguici",       "segui ",
      "seguiu",   "segueix",  "siga-nos", "acompanhe ",  "volg ",         "følg ",
      "följ ",    "seuraa ",  "obserwuj", "śledź",       "sledujte",      "urmăreș",
      "urmareș",  "подпис",   "следите",  "читайте нас", "підпис",        "стежте",
      "takip",    "bizi ",    "تابعونا",  "تابعنا",      "theo dõi ",     "ikuti ",
      "ακολουθ",  "kövess"};
  constexpr std::size_t longest = 40;
  const std::string lowered = fold_case(clip_utf8(fold_space(text), longest));
  return std::any_of(std::begin(begins), std::end(begins),
                     [&](std::string_view begin) { return lowered.starts_with(begin); });
}

bool calls_to_write(std::string_view text) {
  static constexpr std::string_view asks[] = {
      "get in touch",      "mail us",      "emailing us",   "write to us",    "contact our",
      "schreiben sie uns", "schreib uns",  "schreibt uns",  "écrivez-nous",   "écrivez à",
      "contactez-nous",    "escríbenos",   "escríbanos",    "escreva para",   "scrivici",
      "scriveteci",        "mail ons",     "skriv til oss", "skriv till oss", "napisz do nas",
      "napište nám",       "напишите нам", "пишите нам",    "bize yazın",     "gửi về"};
  if (text.find('@') == text.npos) return false;
  const std::string lowered = fold_case(text);
  return std::any_of(std::begin(asks), std::end(asks),
                     [&](std::string_view ask) { return lowered.find(ask) != std::string::npos; });
}

}  // namespace kaynak::extract_detail
