#include "store/store_for_tests.h"

namespace kaynak::store_detail {
namespace {

class Search : public StoreTest {
 protected:
  ArticleId index(const std::string& name, const std::string& language, const std::string& headline,
                  const std::string& body) {
    const ArticleId id = put(article_named(name));
    const auto done = store->index_text(id, LanguageTag(language), headline, body);
    EXPECT_TRUE(done) << (done ? "" : done.error().message());
    return id;
  }
  std::vector<std::string> found(const std::string& query) {
    auto hits = store->search(query, 20);
    EXPECT_TRUE(hits) << (hits ? "" : hits.error().message());
    std::vector<std::string> ids;
    if (hits)
      for (const SearchHit& hit : *hits)
        ids.push_back(hit.article.value + "." + hit.language.value);
    return ids;
  }
};

TEST_F(Search, FindsAllWordsInAnyLanguageWithoutCaseOrMarks) {
  const ArticleId a = index("a", "vi", "Bão đổ bộ", "Cơn bão số 5 đã đổ bộ vào miền Trung.");
  const ArticleId b = index("b", "tr", "Fırtına", "Kasırga İzmir kıyılarına ulaştı.");
  index("c", "en", "Storm", "A storm reached the coast of Izmit.");
  EXPECT_EQ(found("BAO mien trung"), std::vector<std::string>{a.value + ".vi"});
  EXPECT_EQ(found("izmir"), std::vector<std::string>{b.value + ".tr"});
  EXPECT_TRUE(found("storm izmir").empty());
}

TEST_F(Search, SegmentsTextWithoutBlanks) {
  const ArticleId a = index("a", "ja", "首相", "東京で会議が開かれた。");
  EXPECT_EQ(found("東京"), std::vector<std::string>{a.value + ".ja"});
}

TEST_F(Search, FallsBackToBeginningsOfWords) {
  const ArticleId a = index("a", "tr", "Haber", "Depremde kimse yaralanmadı.");
  EXPECT_EQ(found("deprem"), std::vector<std::string>{a.value + ".tr"});
  const ArticleId b = index("b", "tr", "Deprem", "Kısa.");
  EXPECT_EQ(found("deprem"), std::vector<std::string>{b.value + ".tr"}) << "whole words go first";
}

TEST_F(Search, HasNoSyntaxToInject) {
  const ArticleId a = index("a", "en", "Report", "The minister said OR not near the harbour.");
  for (const char* query : {"\"", "*", "minister*", "headline:report", "NEAR(minister harbour)",
                            "a AND", "-minister", "minister\" OR \"x", "^report", "{headline} : x",
                            "(", "'; DROP TABLE texts;--", "", "   ", "\xff\xfe"}) {
    const auto hits = store->search(query, 10);
    EXPECT_TRUE(hits) << query << ": " << hits.error().message();
  }
  EXPECT_EQ(found("harbour! minister?"), std::vector<std::string>{a.value + ".en"});
  EXPECT_TRUE(store->search(std::string(100000, 'x') + " y", 10));
}

TEST_F(Search, ReplacesAndForgetsTexts) {
  const ArticleId a = index("a", "en", "One", "alpha");
  index("a", "en", "Two", "beta");
  EXPECT_TRUE(found("alpha").empty());
  EXPECT_EQ(found("beta").size(), 1u);
  KAYNAK_OK(store->index_text(a, LanguageTag("es"), "Dos", "beta gama"));
  EXPECT_EQ(found("beta").size(), 2u);
  KAYNAK_OK(store->unindex(a));
  EXPECT_TRUE(found("beta").empty());
  KAYNAK_GET(problems, store->check());
  EXPECT_TRUE(problems.empty()) << problems.front();
}

TEST_F(Search, SnippetsArePlainTextAroundTheMatch) {
  std::string body;
  for (int i = 0; i < 100; ++i) body += "câu số " + std::to_string(i) + " không có gì. ";
  index("a", "vi", "Tin", body + "Cá voi <b>xanh</b> trở lại vịnh. " + body);
  KAYNAK_GET(hits, store->search("ca voi", 5));
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_NE(hits[0].snippet.find("Cá voi <b>xanh</b> trở lại"), std::string::npos)
      << hits[0].snippet;
  EXPECT_TRUE(hits[0].snippet.starts_with("… "));
  EXPECT_TRUE(hits[0].snippet.ends_with(" …"));
  EXPECT_LT(hits[0].snippet.size(), 400u);
}

TEST_F(Search, HeadlinesWeighMoreThanBodies) {
  index("a", "en", "Other", "harbour and many more words here to read");
  const ArticleId b = index("b", "en", "Harbour", "words and many more words here to read");
  KAYNAK_GET(hits, store->search("harbour", 5));
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].article, b);
  EXPECT_LT(hits[0].rank, hits[1].rank);
}

}  // namespace
}  // namespace kaynak::store_detail
