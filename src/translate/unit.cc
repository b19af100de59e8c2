#include "translate/unit.h"

#include "base/strings.h"
#include "text/unicode.h"
#include "translate/numbers_style.h"
#include "translate/repair.h"

namespace kaynak::translate_detail {
namespace {

struct Answer {
  std::string text;
  bool repaired = false;
};

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (is_letter(next_code_point(text, &i))) return true;
  return false;
}

/// One step of a route. No engine sees a text without letters: its numbers are written the target's
/// way, and an empty one (no answer before) stays empty.
Result<void> take_step(const RouteStep& step, std::vector<Answer>* answers) {
  std::vector<std::string> texts;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    auto& text = (*answers)[i].text;
    if (!has_letter(text)) {
      text = localise_numbers(text, step.pair.from, text, step.pair.to);
      continue;
    }
    texts.push_back(text);
    places.push_back(i);
  }
  if (texts.empty()) return {};
  KAYNAK_ASSIGN(auto translated, step.engine->translate(step.pair, texts));
  if (translated.size() != texts.size())
    return fail(ErrorCode::malformed, "translate",
                step.engine->name() + " answered " + std::to_string(texts.size()) + " texts with " +
                    std::to_string(translated.size()));
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto& answer = (*answers)[places[i]];
    auto text = std::move(translated[i]);
    if (has_entity(text) && !has_entity(answer.text)) {
      text = repair_entities(text);
      answer.repaired = true;
    }
    // An answer is one line of text, whatever the engine made of it.
    answer.text = localise_numbers(answer.text, step.pair.from, fold_space(text), step.pair.to);
  }
  return {};
}

Result<std::vector<Answer>> follow(const std::vector<RouteStep>& route,
                                   const std::vector<std::string>& texts) {
  std::vector<Answer> answers;
  for (const auto& text : texts) answers.push_back({text, false});
  for (const auto& step : route) KAYNAK_TRY(take_step(step, &answers));
  return answers;
}

Result<void> translate_in_pieces(const std::vector<RouteStep>& route,
                                 const std::vector<Unit*>& units) {
  std::vector<std::string> pieces;
  for (const auto* unit : units)
    for (const auto& piece : unit->masked.pieces()) pieces.emplace_back(trim(piece));
  KAYNAK_ASSIGN(const auto answers, follow(route, pieces));
  auto next = answers.begin();
  for (auto* unit : units) {
    std::vector<std::string> translated;
    for (std::size_t i = unit->masked.pieces().size(); i > 0; --i, ++next) {
      translated.push_back(next->text);
      unit->repaired |= next->repaired;
    }
    unit->result = unit->masked.join(translated);
  }
  return {};
}

}  // namespace

Result<void> translate_units(const std::vector<RouteStep>& route, std::vector<Unit>* units) {
  std::vector<std::string> texts;
  std::vector<Unit*> sent, in_pieces, wordless;
  for (auto& unit : *units) {
    if (unit.known) continue;
    if (!unit.masked.has_words()) {
      wordless.push_back(&unit);
      continue;
    }
    texts.push_back(unit.masked.masked());
    sent.push_back(&unit);
  }
  KAYNAK_ASSIGN(const auto answers, follow(route, texts));
  for (std::size_t i = 0; i < sent.size(); ++i) {
    if (answers[i].text.empty()) continue;
    auto restored = sent[i]->masked.restore(answers[i].text);
    sent[i]->repaired = answers[i].repaired;
    if (restored)
      sent[i]->result = std::move(*restored);
    else
      in_pieces.push_back(sent[i]);
  }
  for (auto* unit : in_pieces) unit->in_pieces = true;
  in_pieces.insert(in_pieces.end(), wordless.begin(), wordless.end());
  return in_pieces.empty() ? Result<void>() : translate_in_pieces(route, in_pieces);
}

}  // namespace kaynak::translate_detail
