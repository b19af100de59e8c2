#include "extract/page_features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <initializer_list>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/word_table.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::string_view names[] = {
#define KAYNAK_FEATURE(name) #name,
    KAYNAK_PAGE_FEATURES(KAYNAK_FEATURE)
#undef KAYNAK_FEATURE
};

struct Group {
  P kind;
  std::string_view words;
};

/// Bit k of what it finds means the k-th group: there are more features than bits.
template <std::size_t n>
WordTable<std::size_t> table_of(const Group (&groups)[n]) {
  std::array<WordGroup<std::size_t>, n> by_place{};
  for (std::size_t k = 0; k < n; ++k) by_place[k] = {k, groups[k].words};
  return WordTable<std::size_t>(by_place);
}

/// schema.org types, lower case.
constexpr Group type_groups[] = {
    {P::data_news,
     "newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle "
     "opinionnewsarticle reviewnewsarticle askpublicnewsarticle liveblogposting"},
    {P::data_blog, "blogposting article socialmediaposting scholarlyarticle report recipe review"},
    {P::data_listing,
     "collectionpage itemlist searchresultspage blog offercatalog searchaction gallery "
     "imagegallery"},
    {P::data_product,
     "product productgroup offer aggregateoffer individualproduct productmodel checkoutpage "
     "aggregaterating vehicle"},
    {P::data_forum, "discussionforumposting qapage question answer comment"},
    {P::data_organisation,
     "localbusiness service professionalservice homeandconstructionbusiness contactpage aboutpage "
     "store restaurant hotel medicalbusiness financialservice profilepage event jobposting "
     "corporation educationalorganization course"},
    {P::data_software,
     "softwareapplication webapplication mobileapplication techarticle apireference"},
    {P::data_faq, "faqpage howto"}};

/// Words in an address.
constexpr Group path_groups[] = {
    {P::url_forum,
     "forum forums thread threads topic topics viewtopic showthread questions question discussion "
     "discussions community t talk board boards showtopic posts comments ubbthreads"},
    {P::url_product,
     "product products p item items shop store dp buy cart produkt produkte producto productos "
     "produit produits collections sku pd"},
    {P::url_listing,
     "category categories tag tags author authors archive archives search page index latest all "
     "list collection topics section kategorie categoria categorie etiqueta thema themen browse "
     "directory best-sellers catalog"},
    {P::url_docs,
     "docs doc documentation api reference manual guide guides wiki tutorial tutorials handbook "
     "help kb support learn library stable book faq"},
    {P::url_service,
     "services service about contact solutions pricing careers locations location company "
     "features platform products-services plans demo tools calculators calculator jobs team "
     "leistungen servicios service-area pages"},
    {P::url_article,
     "article articles news blog story stories post nachrichten artikel noticia noticias noticia "
     "actualite actualites haber haberler press magazine opinion politics sport sports world "
     "business nyheter notizie aktuelles blogs"}};

/// Words in the title and headline.
constexpr Group title_groups[] = {
    {P::title_forum,
     "forum forums thread threads topic community discussion discussions board reddit foro "
     "viewtopic bbs"},
    {P::title_product,
     "buy price prices shop store sale deals refurbished shipping kaufen preis "
     "comprar precio acheter prix rental"},
    {P::title_listing,
     "list archives archive category categories tag page search results events calendar courses "
     "podcasts standings rankings directory collection collections listings jobs browse recipes "
     "reviews all latest library news"},
    {P::title_docs,
     "documentation docs doc reference manual guide tutorial api handbook introduction "
     "configuration config install installation usage quickstart overview readthedocs wiki"},
    {P::title_service,
     "services service solutions consulting agency company near control cleaning repair contact "
     "about careers pricing plans calculator quote professionals experts contractors coupons "
     "volunteers"}};

/// Words in the name of the software that made the page.
constexpr Group generator_groups[] = {
    {P::made_docs,
     "sphinx docusaurus mkdocs vitepress vuepress gitbook mediawiki hugo jekyll doxygen readme "
     "docsify nextra mdbook"},
    {P::made_forum, "discourse phpbb vbulletin xenforo invision bbpress mybb smf flarum"},
    {P::made_shop, "woocommerce shopify magento prestashop bigcommerce opencart"},
    {P::made_blog, "wordpress ghost blogger medium substack drupal joomla typo"}};

/// Words in class names and ids.
constexpr Group class_groups[] = {
    {P::class_forum,
     "thread threads forum forums reply replies topic topics discussion postbit phpbb vbulletin "
     "xenforo discourse poster signature postcount quote reputation answer answers question "
     "messageblock posttext"},
    {P::class_product,
     "product products addtocart cart price prices sku shop buybox variant variants basket "
     "checkout quantity instock review reviews rating ratings wishlist"},
    {P::class_article,
     "article byline dateline author published pubdate standfirst lede headline entry story "
     "newsarticle articlebody blogpost hentry"},
    {P::class_docs,
     "docs documentation sphinx docusaurus mkdocs vitepress toctree sidebartoc highlight prism "
     "headerlink anchorjs "
     "rst codeblock admonition gitbook doc apidoc mdbook"}};

float log_scale(double x) { return static_cast<float>(std::log2(1 + x) / 8); }
float share(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0f;
}

/// Calls `see` with each word of letters in `text`, in lower case, and its hash.
template <typename See>
void each_word(std::string_view text, See see) {
  std::array<char, 32> word;
  std::size_t n = 0;
  Fnv1a hash;
  const auto flush = [&] {
    if (n > 0) see(std::string_view(word.data(), n), hash);
    n = 0;
    hash = {};
  };
  for (const char c : text.substr(0, 512)) {
    const char l = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (l < 'a' || l > 'z')
      flush();
    else if (n < word.size())
      word[n++] = l, hash.add(l);
  }
  flush();
}

class Measurer {
 public:
  explicit Measurer(const PageEvidence& e) : e_(e) {}

  PageFeatures run() {
    f_[P::bias] = 1;
    claims();
    address();
    text();
    elements();
    page_texts();
    blocks();
    return f_;
  }

 private:
  template <std::size_t n>
  void mark(const Group (&groups)[n], std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1)
      f_[groups[static_cast<std::size_t>(std::countr_zero(bits))].kind] = 1;
  }

  void claims() {
    static const auto types = table_of(type_groups);
    for (const auto& type : e_.data.page_types) mark(type_groups, types.find(ascii_lower(type)));
    static const auto makers = table_of(generator_groups), titles = table_of(title_groups);
    each_word(e_.data.meta({"generator"}), [&](std::string_view word, Fnv1a hash) {
      mark(generator_groups, makers.find(word, hash));
    });
    for (const std::string_view text : {e_.title, e_.headline})
      each_word(text, [&](std::string_view word, Fnv1a hash) {
        mark(title_groups, titles.find(word, hash));
      });
    const auto blanks = std::count(e_.headline.begin(), e_.headline.end(), ' ');
    f_[P::headline_words] = log_scale(static_cast<double>(blanks));
    f_[P::headline_short] = blanks <= 1;
    f_[P::data_none] = e_.data.page_types.empty();
    f_[P::data_article] = e_.data.article.found;
    const auto og = ascii_lower(e_.data.meta({"og:type"}));
    f_[P::og_article] = og == "article" || og == "news" || og == "newsarticle" || og == "blog";
    f_[P::og_website] = og == "website";
    f_[P::og_product] = og.starts_with("product") || og.starts_with("og:product");
    f_[P::og_none] = og.empty();
    f_[P::article_metas] =
        !e_.data
             .meta({"article:published_time", "article:section", "article:tag", "article:author"})
             .empty();
    f_[P::has_author] =
        !e_.data.article.authors.empty() || !e_.data.meta({"author", "article:author"}).empty();
    f_[P::has_published] = !e_.data.article.published.empty() ||
                           !e_.data
                                .meta({"article:published_time", "datepublished", "date", "pubdate",
                                       "parsely-pub-date", "dc.date", "dcterms.created"})
                                .empty();
    f_[P::has_modified] = !e_.data.article.modified.empty() ||
                          !e_.data.meta({"article:modified_time", "datemodified"}).empty();
  }

  void address() {
    static const auto words = table_of(path_groups);
    const auto url = Url::parse(e_.url);
    if (!url) return;
    f_[P::has_url] = 1;
    const std::string_view host = url->host(), path = url->path();
    for (const std::string_view word : {"forum", "community", "talk", "board", "stackexchange"})
      if (host.find(word) != host.npos) f_[P::host_forum] = 1;
    for (const std::string_view word :
         {"docs", "developer", "doc.", "readthedocs", "wiki", "learn."})
      if (host.find(word) != host.npos) f_[P::host_docs] = 1;
    f_[P::url_root] = path.size() <= 1 && url->query().empty();
    f_[P::url_deep] =
        std::min<float>(static_cast<float>(std::count(path.begin(), path.end(), '/')), 6) / 6;
    f_[P::url_index] = path.size() > 1 && path.ends_with("/");
    each_word(path, [&](std::string_view word, Fnv1a hash) {
      mark(path_groups, words.find(word, hash));
    });
    const std::string_view last = last_segment(path);
    const auto dashes =
        std::count(last.begin(), last.end(), '-') + std::count(last.begin(), last.end(), '_');
    f_[P::url_slug] = dashes >= 3;
    f_[P::url_number] = longest_digits(path) >= 5;
    f_[P::url_date] = path.find("/20") != path.npos || path.find("/19") != path.npos;
  }

  static std::string_view last_segment(std::string_view path) {
    while (path.ends_with("/")) path.remove_suffix(1);
    return path.substr(path.rfind('/') + 1);
  }

  static std::size_t longest_digits(std::string_view s) {
    std::size_t longest = 0, n = 0;
    for (const char c : s) {
      n = c >= '0' && c <= '9' ? n + 1 : 0;
      longest = std::max(longest, n);
    }
    return longest;
  }

  void text() {
    double all = 0, links = 0, headings = 0, items = 0, tables = 0, code = 0, quotes = 0;
    double blocks = 0, paragraphs = 0, long_ones = 0, shorts = 0, figures = 0;
    for (const Block& b : e_.blocks) {
      const auto size = static_cast<double>(b.text.size());
      figures += b.kind == BlockKind::figure;
      if (b.kind == BlockKind::figure || b.text.empty()) continue;
      ++blocks;
      all += size;
      for (const Span& s : b.spans)
        if (s.kind == SpanKind::link) links += s.range.size();
      headings += b.kind == BlockKind::heading;
      items += b.kind == BlockKind::list_item ? size : 0;
      tables += b.kind == BlockKind::table ? size : 0;
      quotes += b.kind == BlockKind::quote ? size : 0;
      paragraphs += b.kind == BlockKind::paragraph && size >= 60;
      long_ones += size >= 250;
      shorts += size < 60;
      const NodeIndex node = node_at(b.source.begin);
      code += node != no_node && has(e_.map.info[node].places, Place::pre) ? size : 0;
    }
    kept_ = all;
    f_[P::log_text] = log_scale(all / 100);
    f_[P::log_paragraphs] = log_scale(paragraphs);
    f_[P::long_paragraphs] = share(long_ones, blocks);
    f_[P::link_share] = share(links, all);
    f_[P::heading_share] = share(headings, blocks);
    f_[P::list_share] = share(items, all);
    f_[P::table_share] = share(tables, all);
    f_[P::code_share] = share(code, all);
    f_[P::quote_share] = share(quotes, all);
    f_[P::short_share] = share(shorts, blocks);
    f_[P::figures] = log_scale(figures);
    f_[P::no_headline] = e_.headline.empty();
    f_[P::title_question] = e_.headline.ends_with("?");
  }

  /// The container of the block of text that begins at a byte.
  NodeIndex node_at(std::uint32_t text_begin) const {
    const auto it =
        std::lower_bound(e_.map.blocks.begin(), e_.map.blocks.end(), text_begin,
                         [](const TextBlock& b, std::uint32_t at) { return b.text_begin < at; });
    return it == e_.map.blocks.end() ? no_node : it->container;
  }

  void elements() {
    static const auto words = table_of(class_groups);
    std::array<std::uint32_t, static_cast<std::size_t>(Tag::last_)> tags{};
    std::array<std::uint64_t, 4> classes{};
    double users = 0;
    for (NodeIndex i = 0; i < e_.page.nodes().size(); ++i) {
      const Tag tag = e_.page.node(i).tag;
      ++tags[static_cast<std::size_t>(tag)];
      users += tag == Tag::a && leads_to_user(e_.page.attribute(i, "href"));
    }
    const auto count = [&](std::initializer_list<Tag> of) {
      double sum = 0;
      for (const Tag tag : of) sum += tags[static_cast<std::size_t>(tag)];
      return sum;
    };
    const double times = count({Tag::time});
    for (const ElementName& name : e_.map.names) {
      if (name.classes == 0) continue;
      each_word(name.value, [&](std::string_view word, Fnv1a hash) {
        for (std::uint64_t bits = words.find(word, hash); bits != 0; bits &= bits - 1)
          classes[static_cast<std::size_t>(std::countr_zero(bits))] += name.classes;
      });
    }
    f_[P::log_articles] = log_scale(count({Tag::article}));
    f_[P::log_times] = log_scale(times);
    f_[P::log_forms] = log_scale(count({Tag::input, Tag::textarea, Tag::select}));
    f_[P::log_buttons] = log_scale(count({Tag::button}));
    f_[P::log_code] = log_scale(count({Tag::pre, Tag::code}));
    f_[P::log_headings] = log_scale(count({Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6}));
    f_[P::log_images] = log_scale(count({Tag::img}));
    f_[P::one_time] = times == 1 || times == 2;
    // Beyond some sixty they are those of readers who commented on an article.
    constexpr float many = 0.75f;
    f_[P::log_user_links] = std::min(log_scale(users), many);
    for (std::size_t k = 0; k < classes.size(); ++k)
      f_[class_groups[k].kind] = log_scale(static_cast<double>(classes[k]));
  }

  /// To the page of a member: "/user/ana", "/members/ana/".
  static bool leads_to_user(std::string_view href) {
    constexpr std::size_t longest = 8;  // "profiles"
    for (std::size_t slash = href.find('/'); slash < href.size();) {
      const std::size_t begin = slash + 1;
      for (slash = begin; slash < href.size() && href[slash] != '/';) ++slash;
      std::string_view part = href.substr(begin, slash - begin);
      if (part.size() > longest) continue;
      if (part.ends_with('s')) part.remove_suffix(1);
      if (part == "user" || part == "member" || part == "profile" || part == "u") return true;
    }
    return false;
  }

  /// What the first and second look at the page's blocks found, over all of them.
  void blocks() {
    constexpr auto date = first_phrase + static_cast<std::size_t>(PhraseKind::date);
    constexpr auto author = first_near + static_cast<std::size_t>(Meaning::author);
    constexpr auto nav = first_far + static_cast<std::size_t>(Meaning::nav);
    constexpr auto caption = first_place + static_cast<std::size_t>(Place::caption);
    constexpr auto comment = first_place + static_cast<std::size_t>(Place::comment_item);
    static constexpr std::pair<P, std::size_t> counted[] = {
        {P::log_dates, date},
        {P::log_authors, author},
        {P::log_italic, static_cast<std::size_t>(F::all_italic)},
        {P::log_parent_kept, static_cast<std::size_t>(F::parent_kept)},
        {P::log_after_kept, static_cast<std::size_t>(F::after_kept)},
        {P::log_captions, caption},
        {P::log_comments, comment},
        {P::nav_share, nav}};
    std::array<double, std::size(counted)> counts{};
    for (const BlockFeatures& b : e_.content.features)
      for (std::size_t k = 0; k < counts.size(); ++k)
        counts[k] += b.values[counted[k].second] > 0.5f;
    const auto all = static_cast<double>(e_.content.features.size());
    for (std::size_t k = 0; k < counts.size(); ++k) {
      const P kind = counted[k].first;
      f_[kind] = kind == P::nav_share ? share(counts[k], all) : log_scale(counts[k]);
    }
  }

  /// All the page's texts, kept or not.
  void page_texts() {
    double all = 0, links = 0, prices = 0, you = 0, in_main = 0;
    for (const TextBlock& b : e_.map.blocks) {
      all += b.length, links += b.link_length;
      const std::string_view text = raw_text_of(e_.page, b);
      prices += static_cast<double>(count_prices(text));
      you += text.size() < 200 && (contains(text, " your ") || text.starts_with("Get "));
      if (e_.content.main != no_node && b.container >= e_.content.main &&
          b.container < e_.page.node(e_.content.main).subtree_end)
        in_main += b.length;
    }
    f_[P::kept_share] = std::min(1.0f, share(kept_, all));
    f_[P::page_link_share] = share(links, all);
    f_[P::log_prices] = log_scale(prices);
    f_[P::says_you] = log_scale(you);
    f_[P::body_is_main] = share(in_main, all);
  }

  static bool digit_at(std::string_view text, std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  }
  /// "$20", "20 €": signs of money beside a figure.
  static std::size_t count_prices(std::string_view text) {
    static constexpr ByteSet begins("$\xE2\xC2");
    std::size_t prices = 0;
    for (auto at = begins.find(text); at != text.npos; at = begins.find(text, at + 1))
      for (const std::string_view sign : {"$", "€", "£"}) {
        if (text[at] != sign[0] || !text.substr(at).starts_with(sign)) continue;
        const auto after = at + sign.size();
        prices += digit_at(text, after) || (after < text.size() && digit_at(text, after + 1)) ||
                  (at > 0 && digit_at(text, at - 1)) || (at > 1 && digit_at(text, at - 2));
      }
    return prices;
  }

  const PageEvidence& e_;
  PageFeatures f_;
  double kept_ = 0;
};

}  // namespace

std::string_view page_feature_name(std::size_t index) { return names[index]; }

PageFeatures measure_page(const PageEvidence& evidence) { return Measurer(evidence).run(); }

}  // namespace kaynak::extract_detail
