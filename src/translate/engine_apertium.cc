#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "base/file.h"
#include "base/log.h"
#include "base/strings.h"
#include "text/encoding.h"
#include "translate/apertium_mode.h"
#include "translate/engine.h"
#include "translate/numbers_style.h"
#include "translate/process.h"

namespace kaynak {
namespace {

using translate_detail::Command;
using translate_detail::Exchange;
using translate_detail::Pipeline;
using Steady = std::chrono::steady_clock;

/// Texts that go through a pipeline at once. Latency is 2 ms a block and blocks overlap in the
/// pipeline: 64 was as fast as 400 (4 ms a sentence, all stages on two cores), and a crash costs
/// less.
constexpr std::size_t texts_at_once = 64;
constexpr std::size_t max_text_bytes = 64 << 10;
/// After so many crashes in one request the pipeline is to blame, not a text.
constexpr int max_crashes = 8;

/// What a fresh pipeline of a source language reads first. apertium-tagger's hidden Markov model
/// keeps the ambiguity classes it meets, and once it met adjective/participle ("known") it reads
/// other words differently for good: 49 of 510 English sentences then depended on those before
/// them, none after this primer.
std::string_view primer(const LanguageTag& from) {
  return from.primary() == "en" ? "It is known." : "";
}

/// The pipelines of one pair. Thread-safe.
class Pool {
 public:
  Pool(LanguagePair pair, std::vector<Command> commands, const ApertiumOptions& options)
      : pair_(std::move(pair)), options_(options), commands_(std::move(commands)) {}

  const LanguagePair& pair() const { return pair_; }
  std::string name() const { return pair_.from.value + "-" + pair_.to.value; }

  Result<std::vector<std::string>> translate(const std::vector<std::string>& texts);

 private:
  friend class Request;
  using Handle = std::unique_ptr<Pipeline>;

  Result<Handle> take(Steady::time_point deadline);
  void give(Handle handle);
  Result<Handle> start(Steady::time_point deadline);
  bool end(Handle handle);

  const LanguagePair pair_;
  const ApertiumOptions options_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<Command> commands_;  // guarded by mutex_, as all below
  std::vector<Handle> idle_;
  int taken_ = 0;
};

Milliseconds until(Steady::time_point deadline) {
  return std::max(Milliseconds(1),
                  std::chrono::duration_cast<Milliseconds>(deadline - Steady::now()));
}

/// One call of translate(): goes on behind crashes, and finds out which text it is that crashes.
class Request {
 public:
  Request(Pool& pool, const std::vector<std::string>& texts, Steady::time_point deadline)
      : pool_(pool), texts_(texts), deadline_(deadline) {}

  Result<std::vector<std::string>> run(std::unique_ptr<Pipeline>* pipeline) {
    while (answers_.size() < texts_.size()) {
      if (!*pipeline) {
        KAYNAK_ASSIGN(*pipeline, pool_.start(deadline_));
      }
      const auto begin = answers_.size();
      const bool alone = begin < careful_until_;
      const auto count = alone ? 1 : std::min(texts_at_once, texts_.size() - begin);
      const auto end = ask(**pipeline, begin, count);
      if (end == Exchange::End::complete) continue;
      const bool killed = pool_.end(std::move(*pipeline));
      KAYNAK_TRY(go_on_after(end));
      if (alone && !killed && answers_.size() == begin) blame(begin);
      careful_until_ = std::max(careful_until_, begin + count);
    }
    return std::move(answers_);
  }

 private:
  Exchange::End ask(Pipeline& pipeline, std::size_t begin, std::size_t count) {
    std::string input;
    for (std::size_t i = begin; i < begin + count; ++i)
      input += translate_detail::to_stream(prepared(i)) + '\0';
    const auto max_bytes = 32 * input.size() + (64 << 10);
    const auto got = pipeline.exchange(input, count, until(deadline_), max_bytes);
    for (const auto& block : got.blocks) {
      // When a stage dies, those behind it end their last block too, as if it were whole: only the
      // blank that to_stream() puts at the end proves that it is.
      if (!block.ends_with("[]")) return Exchange::End::ended;
      take(block);
    }
    return got.end;
  }

  std::string prepared(std::size_t text) const {
    return translate_detail::prepare(clip_utf8(texts_[text], max_text_bytes), pool_.pair().from);
  }

  void take(const std::string& block) {
    auto plain = translate_detail::unglue(translate_detail::from_stream(block));
    if (!is_valid_utf8(plain)) {
      answers_.emplace_back();
      return;
    }
    const auto index = answers_.size();
    plain = translate_detail::tidy(texts_[index], std::move(plain));
    answers_.push_back(translate_detail::localise_numbers(prepared(index), pool_.pair().from,
                                                          std::move(plain), pool_.pair().to));
  }

  Result<void> go_on_after(Exchange::End end) {
    if (end == Exchange::End::timed_out)
      return fail(ErrorCode::timed_out, "translate",
                  "Apertium " + pool_.name() + " gave no answer within " +
                      std::to_string(pool_.options_.timeout.count()) + " ms");
    if (++crashes_ > max_crashes)
      return fail(ErrorCode::unavailable, "translate",
                  "Apertium " + pool_.name() +
                      " crashes again and again: run `apertium -l` and "
                      "reinstall the pair's package");
    return {};
  }

  /// A text that ended its pipeline alone gets one more try, since the tagger may just have been
  /// left out. Then it stays without an answer.
  void blame(std::size_t text) {
    if (suspect_ == text) answers_.emplace_back();
    suspect_ = text;
  }

  Pool& pool_;
  const std::vector<std::string>& texts_;
  const Steady::time_point deadline_;
  std::vector<std::string> answers_;
  std::size_t careful_until_ = 0;  // texts before this one go alone
  std::size_t suspect_ = static_cast<std::size_t>(-1);
  int crashes_ = 0;
};

Result<std::vector<std::string>> Pool::translate(const std::vector<std::string>& texts) {
  const auto deadline = Steady::now() + options_.timeout;
  KAYNAK_ASSIGN(auto pipeline, take(deadline));
  auto result = Request(*this, texts, deadline).run(&pipeline);
  give(std::move(pipeline));
  return result;
}

/// A place in the pool; the handle is empty where no pipeline is running yet.
Result<Pool::Handle> Pool::take(Steady::time_point deadline) {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_until(lock, deadline, [&] { return taken_ < options_.processes_per_pair; }))
    return fail(ErrorCode::timed_out, "translate", "all pipelines of " + name() + " are busy");
  ++taken_;
  if (idle_.empty()) return Handle();
  auto handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void Pool::give(Handle handle) {
  {
    const std::lock_guard lock(mutex_);
    --taken_;
    if (handle) idle_.push_back(std::move(handle));
  }
  returned_.notify_one();
}

Result<Pool::Handle> Pool::start(Steady::time_point deadline) {
  std::vector<Command> commands;
  {
    const std::lock_guard lock(mutex_);
    commands = commands_;
  }
  KAYNAK_ASSIGN(auto pipeline, Pipeline::start(commands));
  if (const auto text = primer(pair_.from); !text.empty())
    pipeline->exchange(translate_detail::to_stream(text) + '\0', 1, until(deadline), 1 << 16);
  return pipeline;
}

/// Ends a pipeline that failed. A tagger that crashes by itself is left out from now on, where the
/// pair's constraint grammar can stand in for it: the model that Debian 12 ships for rus-ukr kills
/// its tagger at the first ambiguous word. Gives whether somebody else ended a program.
bool Pool::end(Handle handle) {
  const auto [crashed, killed] = handle->end(Milliseconds(50));
  const std::lock_guard lock(mutex_);
  const auto at = static_cast<std::size_t>(crashed);
  if (crashed < 0 || at >= commands_.size() || commands_[at][0] != "apertium-tagger") return killed;
  auto shorter = translate_detail::without_tagger(commands_);
  if (!shorter) return killed;
  commands_ = std::move(*shorter);
  log_info("translate",
           "Apertium " + name() + ": the tagger crashed; its constraint grammar goes on alone");
  return killed;
}

class ApertiumEngine final : public Engine {
 public:
  ApertiumEngine(std::string name, std::vector<std::unique_ptr<Pool>> pools)
      : name_(std::move(name)), pools_(std::move(pools)) {}

  std::string name() const override { return name_; }

  std::vector<LanguagePair> pairs() const override {
    std::vector<LanguagePair> out;
    for (const auto& pool : pools_) out.push_back(pool->pair());
    return out;
  }

  Result<std::vector<std::string>> translate(const LanguagePair& pair,
                                             const std::vector<std::string>& texts) override {
    for (const auto& pool : pools_)
      if (pool->pair() == pair) return pool->translate(texts);
    return fail(ErrorCode::unsupported, "translate",
                "Apertium has no pair " + pair.from.value + "-" + pair.to.value + " installed");
  }

 private:
  const std::string name_;
  const std::vector<std::unique_ptr<Pool>> pools_;
};

/// "Apertium 3.8.3", as the `apertium` script in PATH prints it; without a number where it does
/// not.
std::string installed_name() {
  auto asked = Pipeline::start({{"apertium", "-V"}});
  if (!asked) return "Apertium";
  // It ends no block with a zero byte, so what came before its end is what counts.
  const auto said = (*asked)->read_all(Milliseconds(5000), 200);
  const auto line = trim(said);
  const bool plausible = istarts_with(line, "Apertium ") && line.size() < 40 &&
                         line.find('\n') == std::string_view::npos && is_valid_utf8(line);
  return plausible ? std::string(line) : "Apertium";
}

/// The pipelines of all mode files in a folder, by name; broken ones are passed over with a
/// warning.
std::vector<std::unique_ptr<Pool>> find_pools(const ApertiumOptions& options) {
  std::vector<Path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(options.modes_folder, error))
    if (entry.path().extension() == ".mode") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::unique_ptr<Pool>> pools;
  for (const auto& file : files) {
    const auto pair = translate_detail::pair_of_mode(file.stem().string());
    if (!pair) continue;
    const auto text = read_file(file, 64 << 10);
    auto commands = text ? translate_detail::parse_mode(*text) : fail(text.error());
    if (commands)
      pools.push_back(std::make_unique<Pool>(*pair, std::move(*commands), options));
    else
      log_warning("translate", file.string() + ": " + commands.error().detail);
  }
  return pools;
}

}  // namespace

Result<std::unique_ptr<Engine>> make_apertium_engine(const ApertiumOptions& options) {
  auto pools = find_pools(options);
  if (pools.empty())
    return fail(ErrorCode::unavailable, "translate",
                "no Apertium pairs in " + options.modes_folder +
                    ": install Debian's apertium and a pair such as apertium-eng-spa");
  return std::unique_ptr<Engine>(
      std::make_unique<ApertiumEngine>(installed_name(), std::move(pools)));
}

}  // namespace kaynak
