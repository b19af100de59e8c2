/// @file Work spread over threads, results in the order of the input, memory bounded.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kaynak {

/// Calls `next` (one call at a time, until it gives nothing), `work` on `threads` threads, and
/// `emit` with the results in the order of `next` (one call at a time). At most `4 * threads` items
/// are between next and emit, so memory is constant however long the input and however slow one
/// item. An exception in any of them ends the run and is thrown from here.
template <class In, class Out>
void run_ordered(unsigned threads, const std::function<std::optional<In>()>& next,
                 const std::function<Out(In&&)>& work, const std::function<void(Out&&)>& emit) {
  struct Shared {
    std::mutex input, state;
    std::condition_variable moved;
    std::map<std::size_t, Out> finished;
    std::size_t taken = 0, emitted = 0;
    bool emitting = false, ended = false;
    std::exception_ptr failure;
  } s;
  const std::size_t window = 4 * static_cast<std::size_t>(threads);

  const auto take = [&](std::size_t* index) -> std::optional<In> {
    const std::lock_guard input(s.input);
    {
      std::unique_lock lock(s.state);
      s.moved.wait(lock, [&] { return s.ended || s.taken - s.emitted < window; });
      if (s.ended) return std::nullopt;
      *index = s.taken;
    }
    auto item = next();
    const std::lock_guard lock(s.state);
    if (item)
      ++s.taken;
    else
      s.ended = true;
    return item;
  };
  const auto give = [&](std::size_t index, Out&& out) {
    std::unique_lock lock(s.state);
    s.finished.emplace(index, std::move(out));
    if (s.emitting) return;  // the emitting thread will find it
    s.emitting = true;
    for (auto it = s.finished.find(s.emitted); it != s.finished.end();
         it = s.finished.find(s.emitted)) {
      Out ready = std::move(it->second);
      s.finished.erase(it);
      lock.unlock();
      emit(std::move(ready));
      lock.lock();
      ++s.emitted;
      s.moved.notify_all();
    }
    s.emitting = false;
  };
  const auto loop = [&] {
    try {
      std::size_t index = 0;
      while (auto item = take(&index)) give(index, work(std::move(*item)));
    } catch (...) {
      const std::lock_guard lock(s.state);
      if (!s.failure) s.failure = std::current_exception();
      s.ended = true;
      s.moved.notify_all();
    }
  };
  std::vector<std::thread> pool;
  for (unsigned i = 1; i < threads; ++i) pool.emplace_back(loop);
  loop();
  for (auto& thread : pool) thread.join();
  if (s.failure) std::rethrow_exception(s.failure);
}

}  // namespace kaynak
