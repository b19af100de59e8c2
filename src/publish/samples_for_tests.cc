#include "publish/samples_for_tests.h"

#include <stdexcept>

namespace kaynak::samples {
namespace {

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

/// Appends sentences to `text`, giving their ranges.
std::vector<ByteRange> joined(const std::vector<std::string>& sentences, BlockKind kind,
                              std::string* text) {
  std::vector<ByteRange> ranges;
  for (const auto& sentence : sentences) {
    if (!text->empty() && kind != BlockKind::table) *text += ' ';
    const auto cell_end = sentence.find_last_not_of("\t\n") + 1;  // table cells carry their mark
    ranges.push_back({size_of(*text), size_of(*text) + static_cast<std::uint32_t>(cell_end)});
    *text += sentence;
  }
  return ranges;
}

ByteRange range_of(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + size_of(part)};
}

Block figure_of(const std::string& url, const std::string& caption, const std::string& credit,
                const std::string& alt) {
  Block block = block_of(BlockKind::figure, {caption});
  block.figure = Figure{url, caption, credit, alt, {}, {}};
  return block;
}

Block heading_of(const std::string& text, int level) {
  Block block = block_of(BlockKind::heading, {text});
  block.level = level;
  return block;
}

Block item_of(const std::string& text, bool ordered, int level) {
  Block block = block_of(BlockKind::list_item, {text});
  block.ordered = ordered;
  block.level = level;
  return block;
}

Article article_at(const std::string& url, const char* language, const std::string& outlet) {
  Article article;
  article.id = article_id_for(url);
  article.url = article.canonical_url = url;
  article.language = LanguageTag(language);
  article.outlet = outlet;
  return article;
}

Source source_of(const char* id, const char* name, const char* home, const char* language,
                 const char* country, Rights rights) {
  Source source;
  source.id = SourceId(id);
  source.name = name;
  source.home = home;
  source.language = LanguageTag(language);
  source.country = country;
  source.rights = rights;
  return source;
}

ArticlePage page_of(const Article& article, const Source& source, const char* language) {
  ArticlePage page;
  page.language = LanguageTag(language);
  page.article = article;
  page.source = source;
  page.path =
      std::string(language) + "/2026/08/15/sample-" + article.id.value.substr(0, 8) + ".html";
  page.first_published = parse_iso8601("2026-08-15T16:05:00Z")->utc;
  return page;
}

Comment comment_of(const char* author, const char* text) {
  Comment comment;
  comment.author = author;
  comment.text = text;
  comment.created = parse_iso8601("2026-08-16T09:12:00Z")->utc;
  comment.status = CommentStatus::approved;
  return comment;
}

Article english_wire() {
  Article a = article_at("https://meridianwire.example/2026/river-bridge", "en", "Meridian Wire");
  a.headline = "River bridge reopens after nine months of repairs";
  a.subheadline = "Engineers replaced 254 cables; the crossing carries 18,000 vehicles a day";
  a.section = "Infrastructure";
  a.published = parse_iso8601("2026-08-15T10:20:00+01:00");
  a.authors = {"Clara Whitcombe", "Idris Obuya"};
  a.byline = "By Clara Whitcombe and Idris Obuya";
  a.dateline = {"PORT ELLERY", "Meridian Wire", "Aug 15"};
  a.blocks = {
      block_of(BlockKind::paragraph,
               {"The Ellery bridge reopened to traffic on Saturday after nine months of repairs.",
                "Engineers replaced 254 cables."}),
      figure_of("https://meridianwire.example/img/bridge.jpg",
                "Cars cross the reopened bridge at dawn.", "Meridian Wire / J. Tamm",
                "A suspension bridge in morning fog"),
      block_of(BlockKind::paragraph,
               {"\"We checked every bolt twice,\" said Ruth Adeyemi, the chief engineer.",
                "The work cost 41 million dollars."}),
      heading_of("What comes next", 2),
      block_of(BlockKind::paragraph, {"A second inspection is planned for March.",
                                      "Until then lorries over 30 tonnes must use the tunnel."})};
  a.blocks[0].lead = true;
  a.quotes = {{"We checked every bolt twice,",
               "Ruth Adeyemi",
               "Ruth Adeyemi",
               "said",
               "",
               {2, range_of(a.blocks[2].text, "We checked every bolt twice,")},
               {}}};
  a.hops = {{"author", "Clara Whitcombe", "", {}},
            {"author", "Idris Obuya", "", {}},
            {"publisher", "Meridian Wire", "https://meridianwire.example/", {}}};
  return a;
}

Source wire_source() {
  auto source = source_of("gb/meridian-wire", "Meridian Wire", "https://meridianwire.example/",
                          "en", "GB", Rights::full);
  source.agency = true;
  source.usage_terms = "Subscribers may republish with credit.";
  return source;
}

}  // namespace

Block block_of(BlockKind kind, const std::vector<std::string>& sentences) {
  Block block;
  block.kind = kind;
  for (const auto& range : joined(sentences, kind, &block.text))
    block.sentences.push_back({range, {}});
  return block;
}

Edition edition_of(const Article& article, const LanguageTag& language, EditionKind kind,
                   const std::vector<std::vector<std::string>>& sentences) {
  Edition edition;
  edition.id = edition_id_for(article.id, language);
  edition.article = article.id;
  edition.language = language;
  edition.from = article.language;
  edition.kind = kind;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    EditionBlock block;
    if (i < sentences.size())
      block.sentences = joined(sentences[i], article.blocks[i].kind, &block.text);
    edition.blocks.push_back(std::move(block));
  }
  return edition;
}

Article vietnamese_story() {
  Article a = article_at("https://songbao.example/the-gioi/du-an-dap-nuoc.html", "vi", "Song Báo");
  a.headline = "Triều Sơn khánh thành đập nước lớn nhất vùng cao sau sáu năm xây dựng";
  a.kicker = "Thủy lợi";
  a.section = "Thế giới";
  a.published = parse_iso8601("2026-08-15T14:30:00+07:00");
  a.modified = parse_iso8601("2026-08-15T21:05:00+07:00");
  a.byline = "Ngoc Anh (theo KCNA, Reuters)";
  a.authors = {"Ngoc Anh"};
  a.text_agencies = {"KCNA", "Reuters"};
  a.cited_sources = {"Đài Triều Sơn"};
  a.correction = "Bản trước ghi sai chiều cao của đập là 98 mét.";
  a.blocks = {
      block_of(BlockKind::paragraph, {"Đập nước Bạch Vân được khánh thành sáng 15/8.",
                                      "Công trình cấp nước cho 240.000 hộ dân."}),
      figure_of("https://songbao.example/anh/dap.jpg", "Lễ khánh thành đập Bạch Vân.", "KCNA",
                "Quang cảnh đập nước nhìn từ trên cao"),
      block_of(
          BlockKind::paragraph,
          {"Theo KCNA, thư của kỹ sư trưởng Han Ji-woo viết: \"Nước là nguồn của mọi mùa màng\".",
           "Bức thư được đọc tại buổi lễ.", "Tháng 6 vừa qua, hồ đã tích đủ nước."}),
      Block{},
      heading_of("Con số chính", 2),
      item_of("Chiều cao: 89 mét", false, 1),
      item_of("Sức chứa: 1,2 tỷ mét khối", false, 1),
      item_of("trong đó 0,3 tỷ để chống lũ", false, 2),
      block_of(BlockKind::quote, {"Chúng tôi đã chờ ngày này sáu năm."}),
      block_of(BlockKind::table, {"Năm\t", "Vốn (triệu)\n", "2025\t", "410\n", "2026\t", "385"}),
      Block{},
      block_of(BlockKind::paragraph, {"Giai đoạn hai bắt đầu vào tháng 11."})};
  a.blocks[0].lead = true;
  a.blocks[3].kind = BlockKind::ad_slot;
  a.blocks[3].label = "reklam_2";
  a.blocks[10].kind = BlockKind::embed;
  a.blocks[10].url = "https://video.example/watch?v=42&t=7";
  a.blocks[10].label = "Video: lễ khánh thành";
  auto& spans = a.blocks[2].spans;
  spans.push_back({SpanKind::link, range_of(a.blocks[2].text, "kỹ sư trưởng Han Ji-woo"),
                   "https://songbao.example/han-ji-woo"});
  spans.push_back({SpanKind::emphasis, range_of(a.blocks[2].text, "Han Ji-woo"), ""});
  a.quotes = {{"Nước là nguồn của mọi mùa màng",
               "Han Ji-woo",
               "kỹ sư trưởng Han Ji-woo",
               "viết",
               "KCNA",
               {2, range_of(a.blocks[2].text, "Nước là nguồn của mọi mùa màng")},
               {}},
              {"Chúng tôi đã chờ ngày này sáu năm.",
               "Pak Mi-ran",
               "bà Pak Mi-ran",
               "nói",
               "",
               {8, {0, 10}},
               {}}};
  a.hops = {{"agency", "KCNA", "https://kcna.example/", {}},
            {"agency", "Reuters", "", {}},
            {"photographer", "Ri Song-ho", "", {}},
            {"author", "Ngoc Anh", "", {}},
            {"publisher", "Song Báo", "https://songbao.example/", {}}};
  return a;
}

Source vietnamese_source() {
  auto source =
      source_of("vn/song-bao", "Song Báo", "https://songbao.example/", "vi", "VN", Rights::full);
  source.usage_terms = "CC BY 4.0";
  return source;
}

ArticlePage vietnamese_page() {
  auto page = page_of(vietnamese_story(), vietnamese_source(), "vi");
  page.alternates = {{LanguageTag("vi"), page.path},
                     {LanguageTag("tr"), "tr/2026/08/15/baraj.html"}};
  return page;
}

ArticlePage turkish_page() {
  auto page = page_of(vietnamese_story(), vietnamese_source(), "tr");
  page.alternates = {{LanguageTag("vi"), vietnamese_page().path},
                     {LanguageTag("tr"), "tr/2026/08/15/baraj.html"}};
  page.path = "tr/2026/08/15/baraj.html";
  auto edition = edition_of(
      page.article, LanguageTag("tr"), EditionKind::human,
      {{"Bạch Vân barajı 15 Ağustos sabahı açıldı.", "Yapı 240.000 haneye su sağlıyor."},
       {"Bạch Vân barajının açılış töreni."},
       {"KCNA’ya göre başmühendis Han Ji-woo mektubunda şöyle yazdı: “Su, her hasadın kaynağıdır.”",
        "Mektup törende okundu.", "Geçen haziranda göl dolmuştu."},
       {},
       {"Başlıca sayılar"},
       {"Yükseklik: 89 metre"},
       {"Hacim: 1,2 milyar metreküp"},
       {"bunun 0,3 milyarı taşkın için"},
       {"Bu günü altı yıl bekledik."},
       {"Yıl\t", "Bütçe (milyon)\n", "2025\t", "410\n", "2026\t", "385"},
       {},
       {"İkinci aşama kasımda başlıyor."}});
  edition.headline = "Triều Sơn, yüksek bölgenin en büyük barajını altı yıl sonra açtı";
  edition.translator = "Elif Sönmez";
  page.edition = std::move(edition);
  page.holders = {
      {"KCNA", "https://kcna.example/dam", "", parse_iso8601("2026-08-15T09:00:00+09:00"), true, 1},
      {"Song Báo", page.article.url, page.path, page.article.published, false, 0.92},
      {"Orienta", "https://orienta.example/diga", "", parse_iso8601("2026-08-15"), false, 0.61}};
  page.comments = {comment_of("Deniz", "Çeviri çok açık.\n\nTeşekkürler."),
                   comment_of("Mert K.", "Kaynağı görmek güzel.")};
  return page;
}

ArticlePage english_wire_page() {
  auto page = page_of(english_wire(), wire_source(), "en");
  page.alternates = {{LanguageTag("en"), page.path},
                     {LanguageTag("es"), "es/2026/08/15/puente.html"}};
  return page;
}

ArticlePage spanish_page() {
  auto page = page_of(english_wire(), wire_source(), "es");
  page.path = "es/2026/08/15/puente.html";
  page.alternates = english_wire_page().alternates;
  auto edition = edition_of(
      page.article, LanguageTag("es"), EditionKind::machine,
      {{"El puente Ellery reabrió al tráfico el sábado después de nueve meses de reparaciones.",
        "Los ingenieros reemplazaron 254 cables."},
       {"Los coches cruzan el puente reabierto al amanecer."},
       {"\"Comprobamos cada tornillo dos veces\", dijo Ruth Adeyemi, la ingeniera jefe.",
        "La obra costó 41 millones de dólares."},
       {"Qué viene después"},
       {"Una segunda inspección está planeada para marzo.",
        "Hasta entonces los camiones de más de 30 toneladas deben usar el túnel."}});
  edition.headline = "El puente del río reabre después de nueve meses de reparaciones";
  edition.subheadline =
      "Los ingenieros reemplazaron 254 cables; el cruce lleva 18.000 vehículos al día";
  edition.engine = "Apertium 3.8.3 eng-spa";
  page.edition = std::move(edition);
  page.warnings = {{"name", "", 2, 0, false}};
  return page;
}

ArticlePage arabic_page() {
  Article a = article_at("https://mada.example/akhbar/mina.html", "ar", "صحيفة المدى الجديد");
  a.headline = "افتتاح الميناء الشرقي بعد توسعته يضاعف طاقته الاستيعابية";
  a.section = "اقتصاد";
  a.published = parse_iso8601("2026-08-14T18:45:00+03:00");
  a.authors = {"ليلى حدّاد"};
  a.text_agencies = {"Reuters"};
  a.blocks = {block_of(BlockKind::paragraph,
                       {"افتُتح الميناء الشرقي أمس الجمعة بعد أعمال توسعة استمرت ثلاث سنوات.",
                        "وتبلغ كلفة المشروع 320 مليون دولار."}),
              figure_of("https://mada.example/s/mina.jpg", "سفينة حاويات تدخل الميناء.", "Reuters",
                        "ميناء"),
              block_of(BlockKind::paragraph,
                       {"وقال مدير الميناء سامي درويش: «نستقبل الآن سفنًا ضعف حجم السابق».",
                        "ومن المقرر بدء المرحلة الثانية في مارس."})};
  a.blocks[0].lead = true;
  a.quotes = {{"نستقبل الآن سفنًا ضعف حجم السابق",
               "سامي درويش",
               "مدير الميناء سامي درويش",
               "قال",
               "",
               {2, range_of(a.blocks[2].text, "نستقبل الآن سفنًا ضعف حجم السابق")},
               {}}};
  a.hops = {{"agency", "Reuters", "", {}}, {"author", "ليلى حدّاد", "", {}}};
  auto page = page_of(a,
                      source_of("ae/al-mada", "صحيفة المدى الجديد", "https://mada.example/", "ar",
                                "AE", Rights::full),
                      "ar");
  page.alternates = {{LanguageTag("ar"), page.path}};
  page.comments = {comment_of("Omar", "شكرًا.")};
  return page;
}

ArticlePage arabic_page_in_english() {
  auto page = arabic_page();
  page.language = LanguageTag("en");
  page.path = "en/2026/08/14/mina.html";
  page.comments.clear();
  return page;
}

ArticlePage excerpt_page() {
  auto source = source_of("us/tidewater-post", "Tidewater Post", "https://tidewaterpost.example/",
                          "en", "US", Rights::excerpt);
  source.excerpt_words = 12;
  source.usage_terms = "Headline and short excerpt with a link.";
  Article a = article_at("https://tidewaterpost.example/harbor", "en", "Tidewater Post");
  a.headline = "Harbor ferries switch to electric power";
  a.subheadline = "A subheadline that is not granted";
  a.published = parse_iso8601("2026-08-13T08:00:00-04:00");
  a.authors = {"Jonas Pell"};
  a.blocks = {
      block_of(
          BlockKind::paragraph,
          {"The first of nine electric ferries began its regular crossings on Thursday morning, "
           "ending four decades of diesel.",
           "Second sentence kept by the outlet."}),
      figure_of("https://tidewaterpost.example/f.jpg", "A ferry not granted.", "Pell", "ferry"),
      block_of(BlockKind::paragraph, {"The body is not ours to print."})};
  a.blocks[0].lead = true;
  auto page = page_of(a, source, "en");
  page.alternates = {{LanguageTag("en"), page.path}};
  return page;
}

ArticlePage withdrawn_page() {
  auto page = english_wire_page();
  page.article.status = PubStatus::canceled;
  page.article.modified = parse_iso8601("2026-08-16T12:00:00+01:00");
  return page;
}

Listing front_listing(const LanguageTag& language) {
  Listing listing{language, {}};
  for (auto page :
       {turkish_page(), spanish_page(), arabic_page(), excerpt_page(), vietnamese_page()}) {
    auto item = listing_item(page);
    listing.items.push_back(item);
  }
  for (int i = 0; i < 4; ++i) listing.items.push_back(listing.items[static_cast<std::size_t>(i)]);
  listing.items[6].image_url.clear();
  return listing;
}

SiteOptions options() {
  SiteOptions options;
  options.base_url = "https://kaynak.example";
  for (const char* tag : {"en", "tr", "vi", "es", "ca", "ru", "ar"})
    options.languages.emplace_back(tag);
  return options;
}

Site site(SiteOptions options) {
  if (options.languages.empty()) options = samples::options();
  auto loaded = Site::load(options, {Path(KAYNAK_ROOT) / "theme"}, Path(KAYNAK_ROOT) / "locale");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return std::move(*loaded);
}

const Site& shipped_site() {
  static const Site loaded = site();
  return loaded;
}

std::string article(const ArticlePage& page) { return shipped_site().render_article(page).bytes; }

}  // namespace kaynak::samples
