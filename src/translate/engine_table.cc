#include <algorithm>

#include "translate/engine.h"

namespace kaynak {
namespace {

class TableEngine final : public Engine {
 public:
  TableEngine(std::string name, std::vector<LanguagePair> pairs,
              std::vector<std::pair<std::string, std::string>> table)
      : name_(std::move(name)), pairs_(std::move(pairs)), table_(std::move(table)) {}

  std::string name() const override { return name_; }
  std::vector<LanguagePair> pairs() const override { return pairs_; }

  Result<std::vector<std::string>> translate(const LanguagePair& pair,
                                             const std::vector<std::string>& texts) override {
    if (std::find(pairs_.begin(), pairs_.end(), pair) == pairs_.end())
      return fail(ErrorCode::unsupported, "translate", name_ + " does not serve this pair");
    std::vector<std::string> out;
    for (const auto& text : texts) out.push_back(answer(pair, text));
    return out;
  }

 private:
  std::string answer(const LanguagePair& pair, const std::string& text) const {
    for (const auto& [from, to] : table_)
      if (from == text) return to;
    return "(" + pair.to.value + ") " + text;
  }

  const std::string name_;
  const std::vector<LanguagePair> pairs_;
  const std::vector<std::pair<std::string, std::string>> table_;
};

}  // namespace

std::unique_ptr<Engine> make_table_engine(std::string name, std::vector<LanguagePair> pairs,
                                          std::vector<std::pair<std::string, std::string>> table) {
  return std::make_unique<TableEngine>(std::move(name), std::move(pairs), std::move(table));
}

}  // namespace kaynak
