#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "text/numbers.h"
#include "text/test_data.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

std::set<std::string> holding(std::string_view source, const char* from, std::string_view target,
                              const char* to) {
  std::set<std::string> out;
  for (const auto& f : check_text({source, LanguageTag(from), target, LanguageTag(to), {}}))
    if (f.holds) out.insert(f.check);
  return out;
}
std::set<std::string> all(std::string_view source, const char* from, std::string_view target,
                          const char* to) {
  std::set<std::string> out;
  for (const auto& f : check_text({source, LanguageTag(from), target, LanguageTag(to), {}}))
    out.insert(f.check);
  return out;
}
using Checks = std::set<std::string>;

TEST(Fidelity, PassesAFairTranslation) {
  EXPECT_EQ(all("\"We lost 1,250.5 hectares,\" he said on 15 August.", "en",
                "«Hemos perdido 1.250,5 hectáreas», dijo el 15 de agosto.", "es"),
            Checks());
}

TEST(Fidelity, HoldsWhatLostOrChangedANumber) {
  EXPECT_EQ(holding("254 people left.", "en", "Se fueron personas.", "es"), Checks{"number"});
  EXPECT_EQ(holding("254 people left.", "en", "Se fueron 245 personas.", "es"), Checks{"number"});
  EXPECT_EQ(holding("Scores of 5 and 5.", "en", "Resultados de 5 y 6.", "es"), Checks{"number"});
  EXPECT_EQ(holding("It cost 1.5 million.", "en", "Costó 1,5.", "es"), Checks{"number"});
  EXPECT_EQ(holding("It cost 1,250 euros.", "en", "Costó 1,250 euros.", "es"), Checks{"number"})
      << "reads 1.25";
}

TEST(Fidelity, ForgivesOtherWaysToWriteANumber) {
  EXPECT_EQ(holding("the 19th century", "en", "el siglo XIX", "es"), Checks());
  EXPECT_EQ(holding("at 8 pm", "en", "a las 20", "es"), Checks());
  EXPECT_EQ(holding("8月15日に出発した。", "ja", "They left on August 15.", "en"), Checks());
  EXPECT_EQ(holding("a las 21:59 y a las 20:00", "es", "a les 21.59 i a les 20.00", "ca"),
            Checks());
  EXPECT_EQ(holding("a les 21.59", "ca", "a las 21:59", "es"), Checks());
  EXPECT_EQ(holding("a las 21:59", "es", "a les 21.58", "ca"), Checks{"number"});
  EXPECT_EQ(holding("254 million people", "en", "254 milyon kişi", "tr"), Checks());
  EXPECT_EQ(holding("One of them has three dogs.", "en", "Alguien tiene perros.", "es"), Checks());
}

TEST(Fidelity, NotesAnAddedNumberWithoutHolding) {
  EXPECT_EQ(holding("People left.", "en", "Se fueron 254 personas.", "es"), Checks());
  EXPECT_EQ(all("People left.", "en", "Se fueron 254 personas.", "es"), Checks{"number"});
}

TEST(Fidelity, HoldsWhatLostAUrlAnAddressOrAnOpaquePart) {
  EXPECT_EQ(holding("See https://a.example/x.", "en", "Ver https://a.ejemplo/x.", "es"),
            Checks{"url"});
  EXPECT_EQ(holding("Write to a@b.example.", "en", "Escriba.", "es"), Checks{"opaque"});
  const auto findings =
      check_text({"Box AB here", LanguageTag("en"), "Caja aquí", LanguageTag("es"), {"AB"}});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].check, "opaque");
}

TEST(Fidelity, CountsQuotationMarksOfAnyStyle) {
  EXPECT_EQ(holding("“No,” he said.", "en", "«No», dijo.", "es"), Checks());
  EXPECT_EQ(holding("'No,' he said, it's late.", "en", "„Nein“, sagte er.", "de"), Checks());
  EXPECT_EQ(holding("“No,” he said.", "en", "「いいえ」と言った。", "ja"), Checks());
  EXPECT_EQ(holding("“No,” he said.", "en", "No, dijo.", "es"), Checks{"quotation_mark"});
  EXPECT_EQ(holding("\"No\", he said.", "en", "\"No, dijo.", "es"), Checks{"quotation_mark"});
  EXPECT_EQ(holding("It's the dogs' house.", "en", "Es la casa de los perros.", "es"), Checks());
  EXPECT_EQ(holding("a 27\" screen", "en", "una pantalla de 27 pulgadas", "es"), Checks());
}

TEST(Fidelity, HoldsAnEmptyTranslationAlone) {
  EXPECT_EQ(holding("Twelve \"men\" and 15 dogs.", "en", " … ", "es"), Checks{"empty"});
  EXPECT_EQ(holding("— * —", "en", "", "es"), Checks());
}

TEST(Fidelity, NotesCopiesLengthsAndEntities) {
  EXPECT_EQ(all("The bridge will open again soon.", "en", "The bridge will open again soon.", "es"),
            Checks{"copy"});
  EXPECT_EQ(all("Reuters", "en", "Reuters", "es"), Checks());
  EXPECT_EQ(all("The bridge over the river will open again soon, the minister said.", "en",
                "El puente.", "es"),
            Checks{"length"});
  EXPECT_EQ(all("It is late.", "en", "Es tarde &amp; oscuro.", "es"), Checks{"engine"});
}

/// A translation of data/mt with its languages.
struct Row {
  std::string source, reference;
  LanguageTag from, to;
  Json hypotheses;
};

std::vector<Row> read_rows(std::size_t every) {
  std::vector<Row> out;
  for (const auto& row : text_test::read_rows("mt/outputs.jsonl.gz", every)) {
    const auto parts = split(row["id"].as_string(), '/');
    const auto dash = parts[1].find('-');
    out.push_back({row["src"].as_string(), row["ref"].as_string(),
                   LanguageTag(parts[1].substr(0, dash)), LanguageTag(parts[1].substr(dash + 1)),
                   row["hyp"]});
  }
  return out;
}

Checks held(const Row& row, std::string_view target) {
  Checks out;
  for (const auto& f : check_text({row.source, row.from, target, row.to, {}}))
    if (f.holds) out.insert(f.check);
  return out;
}

class MachineTranslations : public testing::Test {
 protected:
  void SetUp() override {
    rows_ = read_rows(7);
    if (rows_.empty()) GTEST_SKIP() << "no " << text_test::data_path("mt/outputs.jsonl.gz");
  }
  double share_held(const std::function<std::string(const Row&)>& target,
                    const std::string& check = {}) {
    double flagged = 0, count = 0;
    for (const auto& row : rows_) {
      const auto text = target(row);
      if (text.empty()) continue;
      const auto checks = held(row, text);
      flagged += check.empty() ? !checks.empty() : checks.count(check) > 0;
      ++count;
    }
    return count == 0 ? 0 : flagged / count;
  }
  std::vector<Row> rows_;
};

TEST_F(MachineTranslations, HumanReferencesAreHardlyEverHeld) {
  const auto reference = [](const Row& row) { return row.reference; };
  const double any = share_held(reference), number = share_held(reference, "number");
  std::printf("references held: %.2f %% (numbers %.2f %%)\n", 100 * any, 100 * number);
  EXPECT_LE(any, 0.032);     // measured on all rows: 2.8 %
  EXPECT_LE(number, 0.014);  // 1.1 %; the naive comparison gives 13 %
}

TEST_F(MachineTranslations, WorseEnginesAreHeldMoreOften) {
  const auto of = [&](const std::string& engine) {
    return share_held([&](const Row& row) { return row.hypotheses[engine].as_string(); });
  };
  const double microsoft = of("microsoft"), argos = of("argos"), opusmt = of("opusmt");
  std::printf("held: microsoft %.2f %%, argos %.2f %%, opusmt %.2f %%\n", 100 * microsoft,
              100 * argos, 100 * opusmt);
  EXPECT_LT(microsoft, argos);
  EXPECT_LT(argos, opusmt);
}

/// The reference without the bytes of one number, or with its first digit changed.
std::vector<std::string> with_planted_fault(const Row& row, bool deleted) {
  std::set<std::string> known;
  for (const auto& n : find_numbers(row.source, row.from.value))
    if (!n.in_words) known.insert(n.value);
  std::vector<std::string> out;
  for (const auto& n : find_numbers(row.reference, row.to.value)) {
    if (n.in_words || known.count(n.value) == 0) continue;
    auto text = row.reference;
    if (deleted) {
      text.erase(n.begin, n.end - n.begin);
    } else {
      const auto digit = text.find_first_of("0123456789", n.begin);
      if (digit == std::string::npos || digit >= n.end) continue;
      text[digit] = static_cast<char>(text[digit] == '9' ? '4' : text[digit] + 1);
    }
    out.push_back(std::move(text));
  }
  return out;
}

TEST_F(MachineTranslations, PlantedNumberFaultsAreFound) {
  for (const bool deleted : {true, false}) {
    double found = 0, planted = 0;
    for (const auto& row : rows_) {
      if (held(row, row.reference).count("number") > 0) continue;
      for (const auto& text : with_planted_fault(row, deleted)) {
        ++planted;
        found += held(row, text).count("number") > 0;
      }
    }
    std::printf("%s numbers found: %.1f %% of %.0f\n", deleted ? "deleted" : "changed",
                100 * found / planted, planted);
    // Measured on all rows: 93.6 % deleted (the others stand in the sentence twice), 96.9 %
    // changed.
    EXPECT_GE(found / planted, deleted ? 0.92 : 0.95);
  }
}

TEST_F(MachineTranslations, LostQuotationMarksAreFound) {
  double found = 0, planted = 0;
  for (const auto& row : rows_) {
    if (row.source.find('"') == std::string::npos ||
        held(row, row.reference).count("quotation_mark") > 0)
      continue;
    for (const std::string mark : {"\"", "“", "”", "«", "»", "„", "「"}) {
      const auto at = row.reference.find(mark);
      if (at == std::string::npos) continue;
      auto text = row.reference;
      text.erase(at, mark.size());
      ++planted;
      found += held(row, text).count("quotation_mark") > 0;
    }
  }
  std::printf("lost quotation marks found: %.1f %% of %.0f\n", 100 * found / planted, planted);
  EXPECT_GE(found / planted,
            0.94);  // measured on all rows: 95 % (the others have more marks than the source)
}

}  // namespace
}  // namespace kaynak
