#include "extract/date_labels.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/strings.h"
#include "extract/date_reader.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

// Phrases of up to three words, separated by '|'. One with '~' counts only right before a colon or
// a figure: the word means other things too.
constexpr std::string_view published_phrases =
    // English
    "published|publish date|publication date|first published|originally published|posted|posted "
    "on|date posted|created|written|released|release date|issued|uploaded|added|pub date|~date|"
    "~dated|~filed|"
    // German, Dutch
    "veröffentlicht|veröffentlichung|veröffentlichungsdatum|publiziert|publikationsdatum|"
    "erschienen|erscheinungsdatum|erstellt|erstellungsdatum|eingestellt|geschrieben|verfasst|~"
    "datum|"
    "gepubliceerd|publicatiedatum|geplaatst|geschreven|verschenen|"
    // French
    "publié|publiée|publication|date de publication|mis en ligne|mise en ligne|posté|paru|parution|"
    "rédigé|écrit|créé|"
    // Spanish, Catalan, Galician, Portuguese, Italian, Romanian
    "publicado|publicada|publicación|fecha de publicación|creado|creada|escrito|~fecha|publicat|"
    "data de publicació|postado|postada|publicação|data de publicação|criado|pubblicato|"
    "pubblicata|pubblicazione|data di pubblicazione|inserito|scritto|creato|~data|publicată|"
    "data publicării|postat|adăugat|"
    // Polish, Czech, Slovak
    "opublikowano|opublikowany|opublikowane|data publikacji|publikacja|dodano|utworzono|"
    "zamieszczono|napisano|publikováno|zveřejněno|vydáno|vloženo|vytvořeno|publikované|zverejnené|"
    "uverejnené|vydané|pridané|"
    // Slovene, Croatian, Serbian, Macedonian, Bulgarian
    "objavljeno|objavljen|datum objave|објављено|датум објаве|објавено|публикувано|публикувана|"
    "публикуван|"
    // Russian, Ukrainian, Belarusian, Kazakh
    "опубликовано|опубликована|опубликован|дата публикации|публикация|размещено|добавлено|создано|"
    "~дата|опубліковано|дата публікації|розміщено|додано|створено|апублікавана|жарияланды|"
    "жарияланған|"
    // Baltic and Finnic
    "paskelbta|publikuota|publicēts|avaldatud|lisatud|julkaistu|luotu|kirjoitettu|"
    // Nordic
    "publicerad|publicerat|publicerades|skapad|upplagd|inlagd|publisert|offentliggjort|publiceret|"
    "udgivet|oprettet|opprettet|skrevet|lagt ut|birt|útgefið|"
    // Hungarian, Greek, Albanian
    "megjelent|közzétéve|publikálva|létrehozva|feltöltve|δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|"
    "αναρτήθηκε|ημερομηνία δημοσίευσης|publikuar|botuar|"
    // Turkish, Azerbaijani, Uzbek
    "yayınlanma|yayınlandı|yayımlanma|yayımlandı|yayın tarihi|oluşturulma|oluşturma|eklenme|~giriş|"
    "~tarih|yayımlanıb|dərc edilib|chop etilgan|"
    // Arabic, Persian, Urdu, Hebrew
    "نشر|نشرت|النشر|نشر في|تاريخ النشر|كتب في|انتشار|تاریخ انتشار|منتشر شده|شائع|פורסם|פורסמה|"
    "תאריך פרסום|"
    // Languages of India and its neighbours
    "प्रकाशित|पब्लिश|प्रकाशन|প্রকাশিত|প্রকাশ|প্রকাশের|பதிவு|வெளியிடப்பட்டது|ప్రచురించబడిన|പ്രസിദ്ധീകരിച്ചത്|"
    // Malay, Filipino, Vietnamese, Swahili, Armenian, Georgian
    "diterbitkan|dipublikasikan|terbit|diposting|dipublish|tayang|inilathala|nailathala|đăng lúc|"
    "ngày đăng|đăng ngày|xuất bản|ngày xuất bản|imechapishwa|հրապարակվել|გამოქვეყნდა|"
    "გამოქვეყნებულია";

constexpr std::string_view updated_phrases =
    "updated|update|last updated|last update|date updated|modified|last modified|revised|edited|"
    "last edited|last edit|reviewed|last reviewed|last review|last changed|"
    "aktualisiert|aktualisierung|geändert|überarbeitet|bearbeitet|letzte änderung|~stand|stand vom|"
    "stand der|bijgewerkt|gewijzigd|laatst gewijzigd|aangepast|"
    "mis à jour|mise à jour|mises à jour|modifié|modifiée|actualisé|actualisée|dernière "
    "modification|"
    "~maj|actualizado|actualizada|actualización|modificado|modificada|actualitzat|actualitzada|"
    "atualizado|atualizada|atualização|aggiornato|aggiornata|aggiornamento|modificato|ultima "
    "modifica|actualizat|actualizată|modificat|"
    "aktualizacja|zaktualizowano|zmodyfikowano|ostatnia zmiana|edytowano|aktualizováno|"
    "aktualizované|upraveno|upravené|změněno|zmenené|ažurirano|posodobljeno|ажурирано|обновено|"
    "актуализирано|променено|обновлено|обновлена|обновление|изменено|отредактировано|оновлено|"
    "змінено|жаңартылды|atnaujinta|atjaunots|atjaunināts|uuendatud|muudetud|päivitetty|"
    "muokattu|uppdaterad|uppdaterat|uppdaterades|ändrad|oppdatert|endret|redigert|opdateret|ændret|"
    "redigeret|uppfært|frissítve|frissült|módosítva|ενημερώθηκε|ενημέρωση|τελευταία ενημέρωση|"
    "τροποποιήθηκε|güncelleme|güncellenme|güncellendi|son güncelleme|yenilənib|yangilangan|"
    "تحديث|محدث|آخر تحديث|تعديل|به روز رسانی|بروزرسانی|ویرایش|עודכן|עודכנה|עדכון|"
    "अपडेट|अपडेटेड|संशोधित|আপডেট|হালনাগাদ|diperbarui|diperbaharui|diupdate|kemas kini|dikemas kini|"
    "cập nhật|imesasishwa|թարմացվել|განახლდა";

constexpr std::string_view other_phrases =
    "copyright|joined|registered|member since|registriert|mitglied seit|dabei seit|beigetreten|"
    "anmeldedatum|inscrit|inscription|membre depuis|registrado|miembro desde|membro desde|iscritto|"
    "registrato|dołączył|rejestracja|registrován|регистрация|зарегистрирован|реєстрація|born|"
    "geboren|expires|deadline|next review|next update|review due|accessed|retrieved|abgerufen|"
    "printed|event date|anmeldeschluss|bewerbungsschluss|gültig|valid|~termin|~beginn|~when|~wann|"
    "~begins|~starts|üyelik tarihi|kayıt tarihi|tham gia";

// In scripts without blanks a label is found inside a run of characters.
constexpr std::string_view published_runs =
    "发布|發布|發佈|发表|發表|刊登|刊發|刊发|上传|发稿|公開|投稿|掲載|配信|발행|입력|등록|게시|"
    "승인|작성|송고|"
    "เผยแพร่|โพสต์|ลงวันที่";
constexpr std::string_view updated_runs =
    "更新|修改|修订|修正|수정|업데이트|갱신|อัปเดต|อัพเดท|แก้ไข|ปรับปรุง";

struct Phrase {
  DateLabel label = DateLabel::none;
  bool needs_colon = false;
  std::size_t words = 0;  ///< of the longest phrase that begins with this word; 0: none does
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};

class PhraseTable {
 public:
  PhraseTable() {
    add(published_phrases, DateLabel::published);
    add(updated_phrases, DateLabel::updated);
    add(other_phrases, DateLabel::other);
  }
  const Phrase* find(std::string_view words) const {
    const auto found = phrases_.find(words);
    return found == phrases_.end() ? nullptr : &found->second;
  }

 private:
  void add(std::string_view list, DateLabel label) {
    for (std::string_view item : split(list, '|')) {
      const bool needs_colon = item.starts_with('~');
      if (needs_colon) item.remove_prefix(1);
      const std::string folded = fold(item);
      Phrase& phrase = phrases_[folded];
      phrase.label = label;
      phrase.needs_colon = needs_colon;
      Phrase& first = phrases_[folded.substr(0, folded.find(' '))];
      const auto blanks = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
      first.words = std::max(first.words, blanks + 1);
    }
  }
  std::unordered_map<std::string, Phrase, Hash, std::equal_to<>> phrases_;
};

const PhraseTable& phrases() {
  static const PhraseTable table;
  return table;
}

struct Found {
  std::size_t begin = 0, end = 0;
  DateLabel label = DateLabel::none;
};

bool is_word_byte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (u >= 'a' && u <= 'z');
}
std::size_t word_end(std::string_view s, std::size_t i) {
  while (i < s.size() && is_word_byte(s[i])) ++i;
  return i;
}

/// Whether a colon comes right behind, or figures as of a date: "24.11.", "2026-11".
bool leads_to_date(std::string_view s, std::size_t i) {
  i = std::min(s.find_first_not_of(" \t\r\n\xC2\xA0", i), s.size());
  if (i < s.size() && s[i] == ':') return true;
  const auto figures = i;
  while (i < s.size() && s[i] >= '0' && s[i] <= '9') ++i;
  return i > figures && i < s.size() && std::string_view("./-").find(s[i]) != s.npos;
}

/// The longest phrase at `i`, where a word begins.
Found phrase_at(std::string_view s, std::size_t i) {
  std::size_t end = word_end(s, i);
  const Phrase* phrase = phrases().find(s.substr(i, end - i));
  Found found{i, end, DateLabel::none};
  const std::size_t longest = phrase ? phrase->words : 0;
  for (std::size_t words = 1; words <= longest; ++words) {
    if (words > 1) {
      if (end + 1 >= s.size() || s[end] != ' ' || !is_word_byte(s[end + 1])) break;
      end = word_end(s, end + 1);
      phrase = phrases().find(s.substr(i, end - i));
    }
    if (phrase && phrase->label != DateLabel::none &&
        (!phrase->needs_colon || leads_to_date(s, end)))
      found = {i, end, phrase->label};
  }
  return found;
}

bool has_script_without_blanks(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto u = static_cast<unsigned char>(s[i]);
    if (u >= 0xE3 && u <= 0xED) return true;
    if (u == 0xE0 && i + 1 < s.size() && (static_cast<unsigned char>(s[i + 1]) & 0xFE) == 0xB8)
      return true;
  }
  return false;
}

std::vector<std::string> folded_items(std::string_view list) {
  std::vector<std::string> items;
  for (const std::string_view item : split(list, '|')) items.push_back(fold(item));
  return items;
}

void find_runs(std::string_view s, const std::vector<std::string>& runs, DateLabel label,
               std::vector<Found>* found) {
  for (const std::string& run : runs)
    if (const auto at = s.find(run); at != s.npos) found->push_back({at, at + run.size(), label});
}

std::vector<Found> labels_of(std::string_view s) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < s.size();) {
    if (s.substr(i, 2) == "\xC2\xA9") {  // ©
      found.push_back({i, i + 2, DateLabel::other});
      i += 2;
    } else if (is_word_byte(s[i])) {
      const Found phrase = phrase_at(s, i);
      if (phrase.label != DateLabel::none) found.push_back(phrase);
      i = phrase.end;
    } else {
      ++i;
    }
  }
  if (has_script_without_blanks(s)) {
    static const auto published = folded_items(published_runs);
    static const auto updated = folded_items(updated_runs);
    find_runs(s, published, DateLabel::published, &found);
    find_runs(s, updated, DateLabel::updated, &found);
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.begin < b.begin; });
  }
  return found;
}

}  // namespace

std::vector<DateSegment> date_segments(std::string_view folded) {
  std::vector<DateSegment> segments;
  DateLabel label = DateLabel::none;
  std::size_t begin = 0;
  for (const Found& next : labels_of(folded)) {
    if (next.begin < begin) continue;
    const std::string_view text = folded.substr(begin, next.begin - begin);
    if (has_figure(text)) {
      segments.push_back({text, label});
      label = next.label;
    } else if (label == DateLabel::none || label == DateLabel::other) {
      label = next.label;
    }
    begin = next.end;
  }
  const std::string_view rest = folded.substr(begin);
  const bool labels_behind = !segments.empty() && segments.back().label == DateLabel::none;
  if (labels_behind && !has_figure(rest, 2))
    segments.back().label = label;
  else if (has_figure(rest))
    segments.push_back({rest, label});
  return segments;
}

DateLabel label_in(std::string_view folded) {
  const auto found = labels_of(folded);
  return found.empty() ? DateLabel::none : found.front().label;
}

DateLabel last_label_in(std::string_view folded) {
  const auto found = labels_of(folded);
  return found.empty() ? DateLabel::none : found.back().label;
}

}  // namespace kaynak::extract_detail
