#include "extract/furniture.h"

#include <string>
#include <unordered_set>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

// Parted by '|'. A translated page translates its placeholders, too: "[ad_2]" becomes "[quảng
// cáo_2]".
constexpr std::string_view advertisements =
    "ad|ads|adv|advert|advertisement|advertising|adslot|adunit|sponsored|sponsor|banner|the ad|"
    "anzeige|anzeigen|werbung|werbeanzeige|reklame|inserat|"                   // de
    "publicité|publicite|pub|annonce|annonce publicitaire|encart|réclame|"     // fr
    "publicidad|anuncio|anuncios|aviso|aviso publicitario|"                    // es, gl
    "publicidade|anúncio|anuncios|propaganda|"                                 // pt
    "pubblicità|annuncio|inserzione|annuncio pubblicitario|"                   // it
    "anunci|publicitat|iragarkia|publizitatea|"                                // ca, eu
    "advertentie|reclame|advertensie|"                                         // nl, af
    "annonse|reklame|annons|reklam|annoncer|mainos|ilmoitus|auglýsing|"        // scandinavia
    "reklaam|reklāma|sludinājums|reklama|skelbimas|"                           // et, lv, lt
    "reklama|ogłoszenie|inzerce|reklamy|inzercia|"                             // pl, cs, sk
    "hirdetés|reklám|reclamă|publicitate|anunț|"                               // hu, ro
    "реклама|обява|оглас|рекламен|oglas|oglasi|"                               // bg, sr, hr, sl
    "reklamë|njoftim|shpallje|διαφήμιση|διαφημιση|αγγελία|"                    // sq, el
    "reklam|ilan|duyuru|reklamı|reklam alanı|elan|жарнама|e'lon|reklama|"      // tr, az, kk, uz
    "реклама|объявление|рекламный блок|оголошення|рэклама|"                    // ru, uk, be
    "რეკლამა|գովազդ|реклам|зар сурталчилгаа|"                                  // ka, hy, mn
    "פרסומת|מודעה|إعلان|اعلان|إعلانات|آگهی|تبلیغات|تبلیغ|اشتہار|"              // he, ar, fa, ur
    "विज्ञापन|जाहिरात|বিজ্ঞাপন|જાહેરાત|ਇਸ਼ਤਿਹਾਰ|"                                  // hi, mr, bn, gu, pa
    "விளம்பரம்|ప్రకటన|ಜಾಹೀರಾತು|പരസ്യം|දැන්වීම|"                                      // ta, te, kn, ml, si
    "โฆษณา|ໂຄສະນາ|ການໂຄສະນາ|ការផ្សាយពាណិជ្ជកម្ម|ကြော်ငြာ|"                          // th, lo, km, my
    "quảng cáo|quang cao|iklan|reklame iklan|patalastas|tangazo|isikhangiso|"  // vi, id, tl, sw
    "广告|廣告|広告|広告枠|광고|ማስታወቂያ|fógra|hysbyseb|reklamo";                // zh, ja, ko

constexpr std::string_view counted =
    "comment|comments|reply|replies|share|shares|view|views|like|likes|response|responses|"
    "kommentar|kommentare|kommentaren|antworten|aufrufe|"
    "commentaire|commentaires|réaction|réactions|partages|vues|"
    "comentario|comentarios|respuestas|visitas|compartidos|"
    "comentário|comentários|visualizações|commento|commenti|condivisioni|visualizzazioni|"
    "comentari|comentaris|reactie|reacties|opmerkingen|"
    "kommentarer|visninger|delinger|visningar|kommentti|kommenttia|kommentit|ummæli|"
    "kommentaarid|komentāri|komentarai|komentarz|komentarze|komentarzy|"
    "komentář|komentáře|komentářů|komentáre|komentár|hozzászólás|hozzászólások|"
    "comentarii|comentariu|коментар|коментари|коментарі|komentari|komentar|komentarji|komente|"
    "σχόλια|σχόλιο|yorum|yorumlar|görüntülenme|şərh|пікір|izohlar|"
    "комментарий|комментария|комментариев|комментарии|просмотров|каментары|"
    "კომენტარი|მեկնաբանություն|תגובה|תגובות|تعليق|تعليقات|التعليقات|نظر|نظرات|دیدگاه|تبصرے|"
    "टिप्पणी|टिप्पणियाँ|মন্তব্য|கருத்துகள்|వ్యాఖ్యలు|"
    "ความคิดเห็น|bình luận|ý kiến|lượt xem|komentar|ulasan|maoni|"
    "评论|条评论|評論|コメント|件のコメント|댓글|댓글수|조회";

class Words {
 public:
  explicit Words(std::string_view list) {
    for (const auto word : split(list, '|'))
      if (!word.empty()) words_.insert(compact(word));
  }
  bool has(std::string_view text) const { return words_.contains(compact(text)); }

 private:
  /// Letters alone, folded.
  static std::string compact(std::string_view text) {
    std::string out;
    const std::string folded = fold(text);
    for (std::size_t i = 0; i < folded.size();) {
      const char32_t c = next_code_point(folded, &i);
      if (is_letter(c)) append_utf8(&out, c);
    }
    return out;
  }
  std::unordered_set<std::string> words_;
};

struct Shape {
  std::string letters;  ///< words parted by blanks
  int figures = 0;      ///< runs of digits
  bool other = false;   ///< a mark that stands in no counter
};

Shape shape_of(std::string_view text) {
  Shape shape;
  bool digit = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    const bool is_figure = is_digit(c);
    shape.figures += is_figure && !digit;
    digit = is_figure || (digit && (c == U'.' || c == U','));
    const bool mark = (c >= 0x300 && c <= 0x36F) || (c >= 0x900 && c <= 0x109F);  // vowel signs
    if (is_letter(c) || (mark && !is_figure))
      append_utf8(&shape.letters, c);
    else if (c == U' ' || c == U'_' || c == U'-')
      shape.letters += ' ';
    else if (!is_figure &&
             std::u32string_view(U"().,:[]（）：'’|").find(c) == std::u32string_view::npos)
      shape.other = true;
  }
  return shape;
}

}  // namespace

bool names_advertisement(std::string_view inside) {
  static const Words words(advertisements);
  if (inside.size() > 60) return false;
  return words.has(inside);
}

bool is_counter(std::string_view line) {
  static const Words words(counted);
  if (line.size() > 60 || line.size() < 3) return false;
  const Shape shape = shape_of(line);
  return shape.figures == 1 && !shape.other && words.has(shape.letters);
}

}  // namespace kaynak::extract_detail
