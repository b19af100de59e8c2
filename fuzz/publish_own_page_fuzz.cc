// Our own page gives our own article back: an article made of the input's bytes (in six languages,
// of the length articles have) is rendered, its page parsed and extracted; headline, authors, date,
// language and text come out as they went in, block by block.
//
// What differs and may: the byline (a page says "By …" in its reader's language); the name that
// extraction finds where the article has no author (the outlet, which stands where authors do); the
// outlet (the page is ours); a language's region; anchors; ad slots and embeds (on a page they are
// boxes and links); spans other than links and emphasis (quotations and other languages are marked
// by elements that are no spans); and a caption may come out as a paragraph too. Input that is too
// short for an article is left alone: whether a page holds one is no matter of publishing.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "publish/site.h"

namespace {

using namespace kaynak;

constexpr std::size_t least_paragraphs = 4, most_blocks = 40;

/// Clauses, any two of which make a sentence, and names of people.
struct Vocabulary {
  const char* language;
  std::array<const char*, 8> clauses;
  std::array<const char*, 3> names;
  const char* heading;
};

constexpr std::array<Vocabulary, 6> vocabularies{{
    {"en",
     {"the ice in the harbour broke a month before it usually does",
      "ships that waited at the old quay may leave from Friday on",
      "the harbour master had kept the log since the spring of his first year",
      "fishers in the north of the bay reported open water two weeks ago",
      "the coast guard did not want to confirm what the town had seen",
      "the ferry to the islands runs again every morning and evening",
      "nobody could say how much the repair of the mole would cost",
      "the council will meet on Tuesday and hear both sides"},
     {"Mira Lind", "Tom Okafor", "Ingrid Sele"},
     "What the harbour needs"},
    {"tr",
     {"limandaki buz bu yıl her zamankinden bir ay önce kırıldı",
      "eski rıhtımda bekleyen gemiler cumadan itibaren ayrılabilecek",
      "liman müdürü defteri göreve başladığı ilk bahardan beri tutuyordu",
      "körfezin kuzeyindeki balıkçılar iki hafta önce açık su görmüştü",
      "sahil güvenlik kasabanın gördüklerini doğrulamak istemedi",
      "adalara giden vapur her sabah ve her akşam yeniden çalışıyor",
      "mendireğin onarımının kaça mal olacağını kimse söyleyemedi",
      "belediye meclisi salı günü toplanıp iki tarafı da dinleyecek"},
     {"Defne Aksoylu", "Murat Şengül", "Işıl Yurdakul"},
     "Limanın ihtiyacı ne"},
    {"vi",
     {"băng trong cảng vỡ sớm hơn mọi năm một tháng",
      "các tàu đợi ở bến cũ có thể rời đi từ thứ sáu",
      "người giữ cảng đã ghi sổ từ mùa xuân năm đầu tiên",
      "ngư dân ở phía bắc vịnh báo có nước trống từ hai tuần trước",
      "lực lượng tuần duyên không muốn xác nhận điều dân làng thấy",
      "phà ra đảo chạy lại mỗi sáng và mỗi tối",
      "không ai nói được việc sửa con đê sẽ tốn bao nhiêu",
      "hội đồng sẽ họp vào thứ ba và nghe cả hai bên"},
     {"Nguyễn Thu Hà", "Trần Minh Quân", "Lê Ngọc Anh"},
     "Cảng cần những gì"},
    {"ar",
     {"انكسر الجليد في الميناء قبل موعده المعتاد بشهر كامل",
      "يمكن للسفن التي انتظرت عند الرصيف القديم أن تغادر ابتداء من الجمعة",
      "كان مدير الميناء يكتب السجل منذ ربيع عامه الأول",
      "أبلغ الصيادون في شمال الخليج عن مياه مفتوحة قبل أسبوعين",
      "لم يرغب خفر السواحل في تأكيد ما رآه أهل البلدة", "تعود العبارة إلى الجزر كل صباح وكل مساء",
      "لم يستطع أحد أن يقول كم سيكلف إصلاح كاسر الأمواج",
      "سيجتمع المجلس يوم الثلاثاء ويستمع إلى الطرفين"},
     {"سلمى الحداد", "كريم النجار", "ليلى منصور"},
     "ما يحتاج إليه الميناء"},
    {"ru",
     {"лёд в гавани сломался на месяц раньше обычного",
      "суда, ждавшие у старого причала, смогут уйти начиная с пятницы",
      "начальник порта вёл журнал с весны своего первого года",
      "рыбаки на севере залива сообщили об открытой воде две недели назад",
      "береговая охрана не захотела подтвердить то, что видел город",
      "паром на острова снова ходит каждое утро и каждый вечер",
      "никто не мог сказать, во сколько обойдётся ремонт мола",
      "совет соберётся во вторник и выслушает обе стороны"},
     {"Анна Ветрова", "Пётр Климов", "Ольга Сомова"},
     "Что нужно гавани"},
    {"es",
     {"el hielo del puerto se rompió un mes antes de lo habitual",
      "los barcos que esperaban en el muelle viejo podrán salir desde el viernes",
      "el capitán del puerto llevaba el diario desde la primavera de su primer año",
      "los pescadores del norte de la bahía vieron agua abierta hace dos semanas",
      "la guardia costera no quiso confirmar lo que había visto el pueblo",
      "el transbordador a las islas vuelve a salir cada mañana y cada tarde",
      "nadie supo decir cuánto costará la reparación del espigón",
      "el concejo se reunirá el martes y escuchará a las dos partes"},
     {"Lucía Barral", "Andrés Quiroga", "Inés Calvo"},
     "Lo que necesita el puerto"},
}};

/// The input, one choice a byte; zeros after its end.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  bool done() const { return at_ >= size_; }
  std::uint32_t below(std::uint32_t n) { return (done() ? 0u : data_[at_++]) % n; }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

class Writer {
 public:
  Writer(Choices choices, const Vocabulary& words) : choose_(choices), words_(words) {}

  Article write() {
    Article a;
    a.language = LanguageTag(words_.language);
    a.headline = std::string(clause());
    for (auto n = choose_.below(3); n > 0; --n) a.authors.push_back(words_.names[n - 1]);
    a.published = ZonedTime{
        parse_iso8601("2026-11-01T00:00:00Z")->utc + std::chrono::minutes(choose_.below(200) * 211),
        std::chrono::minutes(60 * choose_.below(12)), true};
    a.url = a.canonical_url = "https://norrvik.example/ice";
    while (!choose_.done() && a.blocks.size() < most_blocks) add_part(&a.blocks);
    return a;
  }

 private:
  std::string_view clause() { return words_.clauses[choose_.below(8)]; }

  /// No two are alike: a page that says a thing twice says it once.
  std::string sentence() {
    return std::to_string(++count_) + " " + std::string(clause()) + ", " + std::string(clause());
  }

  Block text_block(BlockKind kind, std::uint32_t sentences) {
    Block b;
    b.kind = kind;
    for (std::uint32_t i = 0; i < sentences; ++i) {
      const auto begin = static_cast<std::uint32_t>(b.text.size());
      b.text += sentence() + ".";
      b.sentences.push_back({{begin, static_cast<std::uint32_t>(b.text.size())}, {}});
      if (i + 1 < sentences) b.text += " ";
    }
    return b;
  }

  void add_part(std::vector<Block>* blocks) {
    switch (choose_.below(12)) {
      case 0:
        return add_heading(blocks);
      case 1:
        blocks->push_back(text_block(BlockKind::quote, 1 + choose_.below(2)));
        return;
      case 2:
        return add_list(blocks);
      case 3:
        return add_table(blocks);
      case 4:
        return add_figure(blocks);
      default:
        blocks->push_back(text_block(BlockKind::paragraph, 2 + choose_.below(3)));
        mark(&blocks->back());
    }
  }

  /// A span over a sentence.
  void mark(Block* b) {
    constexpr std::array kinds{SpanKind::link, SpanKind::emphasis, SpanKind::strong};
    const auto which = choose_.below(8);
    if (which >= kinds.size()) return;
    const bool link = kinds[which] == SpanKind::link;
    const auto& sentence = b->sentences.front().range;
    b->spans.push_back({kinds[which],
                        {sentence.begin, sentence.end},
                        link ? "https://norrvik.example/" + std::to_string(count_) : ""});
  }

  void add_heading(std::vector<Block>* blocks) {
    Block b;
    b.kind = BlockKind::heading;
    b.level = 2 + static_cast<int>(choose_.below(3));
    b.text = std::string(words_.heading) + " " + std::to_string(++count_);
    b.sentences = {{{0, static_cast<std::uint32_t>(b.text.size())}, {}}};
    blocks->push_back(std::move(b));
    blocks->push_back(text_block(BlockKind::paragraph, 2));
  }

  void add_list(std::vector<Block>* blocks) {
    const bool ordered = choose_.below(2) == 1;
    for (auto n = 2 + choose_.below(3); n > 0; --n) {
      blocks->push_back(text_block(BlockKind::list_item, 1));
      blocks->back().ordered = ordered;
      blocks->back().level = 1;
    }
    blocks->push_back(text_block(BlockKind::paragraph, 2));
  }

  void add_table(std::vector<Block>* blocks) {
    Block b;
    b.kind = BlockKind::table;
    const auto rows = 2 + choose_.below(3), columns = 2 + choose_.below(2);
    for (std::uint32_t i = 0; i < rows * columns; ++i) {
      if (i > 0) b.text += i % columns == 0 ? '\n' : '\t';
      const auto begin = static_cast<std::uint32_t>(b.text.size());
      b.text += std::to_string(++count_) + " " + words_.names[i % 3];
      b.sentences.push_back({{begin, static_cast<std::uint32_t>(b.text.size())}, {}});
    }
    blocks->push_back(std::move(b));
    blocks->push_back(text_block(BlockKind::paragraph, 2));
  }

  void add_figure(std::vector<Block>* blocks) {
    Block b = text_block(BlockKind::figure, 1);
    b.figure = Figure{};
    b.figure->url = "https://norrvik.example/ice-" + std::to_string(++count_) + ".jpg";
    b.figure->caption = b.text;
    b.figure->alt = b.text;
    b.figure->credit = words_.names[choose_.below(3)];
    blocks->push_back(std::move(b));
    blocks->push_back(text_block(BlockKind::paragraph, 2));
  }

  Choices choose_;
  const Vocabulary& words_;
  int count_ = 100;
};

const Site& site() {
  static const Site loaded = [] {
    SiteOptions options;
    options.base_url = "https://kaynak.example";
    for (const auto& v : vocabularies) options.languages.emplace_back(v.language);
    const auto share = share_folder();
    if (!share) std::abort();
    auto result = Site::load(options, {*share / "theme"}, *share / "locale");
    if (!result) std::abort();
    return std::move(*result);
  }();
  return loaded;
}

Result<Article> read_back(const Article& article) {
  ArticlePage page;
  page.article = article;
  page.article.outlet = page.source.name = "Norrvik Post";
  page.source.id = SourceId("norrvik");
  page.source.home = "https://norrvik.example/";
  page.source.rights = Rights::full;
  page.language = article.language;
  page.path = site().path_for(page.language, article, article.headline);
  page.alternates = {{page.language, page.path}};
  const auto html = site().render_article(page).bytes;
  KAYNAK_ASSIGN(const auto document, Document::parse(html));
  PageContext context;
  context.url = "https://kaynak.example/" + page.path;
  return extract(document, context);
}

void require_same(const std::string& what, const std::string& put_in, const std::string& came_out) {
  if (put_in == came_out) return;
  std::fprintf(stderr, "%s differs:\n  in:  %s\n  out: %s\n", what.c_str(), put_in.c_str(),
               came_out.c_str());
  std::abort();
}

/// What of an article a page must keep, a line a fact.
std::string facts(const Block& b) {
  std::string out = std::string(to_string(b.kind)) + " " + std::to_string(b.level) + " " + b.text;
  if (b.kind == BlockKind::list_item) out += b.ordered ? " (ordered)" : "";
  if (b.figure) out += " | " + b.figure->url + " | " + b.figure->credit;
  for (const Span& s : b.spans)
    if (s.kind == SpanKind::link || s.kind == SpanKind::emphasis || s.kind == SpanKind::strong)
      out += std::string(" | ") + to_string(s.kind) + " " + std::to_string(s.range.begin) + "-" +
             std::to_string(s.range.end) + " " + s.value;
  return out;
}

bool is_caption(const Block& b, const std::vector<Block>& of) {
  return b.kind == BlockKind::paragraph &&
         std::any_of(of.begin(), of.end(), [&](const Block& figure) {
           return figure.figure && b.text.starts_with(figure.text);
         });
}

void require_same_blocks(const std::vector<Block>& put_in, std::vector<Block> came_out) {
  std::erase_if(came_out, [&](const Block& b) { return is_caption(b, put_in); });
  for (std::size_t i = 0; i < std::max(put_in.size(), came_out.size()); ++i)
    require_same("block " + std::to_string(i), i < put_in.size() ? facts(put_in[i]) : "none",
                 i < came_out.size() ? facts(came_out[i]) : "none");
}

std::string names(const Article& a) {
  std::string out;
  for (const auto& name : a.authors) out += name + ";";
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const Vocabulary& words = vocabularies[data[0] % vocabularies.size()];
  const Article article = Writer(Choices(data + 1, size - 1), words).write();
  std::size_t paragraphs = 0;
  for (const Block& b : article.blocks) paragraphs += b.kind == BlockKind::paragraph;
  if (paragraphs < least_paragraphs) return 0;
  const auto found = read_back(article);
  if (!found) require_same("page", "an article", found.error().message());
  require_same("headline", article.headline, found->headline);
  if (!article.authors.empty()) require_same("authors", names(article), names(*found));
  require_same("published", to_rfc3339(*article.published),
               found->published ? to_rfc3339(*found->published) : "none");
  require_same("language", article.language.value, found->language.value);
  require_same_blocks(article.blocks, found->blocks);
  return 0;
}
