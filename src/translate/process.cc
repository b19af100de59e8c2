#include "translate/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <thread>

namespace kaynak::translate_detail {
namespace {

void close_fd(int* fd) {
  if (*fd >= 0) ::close(*fd);
  *fd = -1;
}

/// The environment of every program: a locale that reads UTF-8, and the path it is found by.
std::vector<std::string> child_environment() {
  const char* path = std::getenv("PATH");
  return {std::string("PATH=") + (path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin"),
          "LC_ALL=C.UTF-8", "LANG=C.UTF-8"};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (auto& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

/// Starts one program; 0 or the error number. The descriptors given close by themselves on exec.
int spawn(Command command, int in, int out, int err, pid_t* pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, err, 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);  // also what others opened without CLOEXEC
  sigset_t none, pipe;
  sigemptyset(&none);
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &pipe);
  // A group of their own: Ctrl-C on a terminal asks us to stop, and we finish the article at hand
  // first. Should we be killed, the programs see the end of their input and leave too.
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  auto environment = child_environment();
  const auto argv = pointers(command);
  const auto envp = pointers(environment);
  const int error = ::posix_spawnp(pid, argv[0], &actions, &attributes, argv.data(), envp.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

Unexpected no_pipe() {
  return fail(ErrorCode::unavailable, "translate",
              std::string("cannot make a pipe: ") + std::strerror(errno));
}

/// Writes what fits. False when the other end is gone.
bool write_some(int fd, std::string_view* rest) {
  // A socket, so that a dead reader gives an error and not SIGPIPE.
  const auto n = ::send(fd, rest->data(), std::min<std::size_t>(rest->size(), 1 << 16),
                        MSG_NOSIGNAL | MSG_DONTWAIT);
  if (n > 0) rest->remove_prefix(static_cast<std::size_t>(n));
  return n >= 0 || errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/// Reads what is there; false at the end.
bool read_some(int fd, std::string* into) {
  std::array<char, 1 << 16> buffer;
  const auto n = ::read(fd, buffer.data(), buffer.size());
  if (n > 0) into->append(buffer.data(), static_cast<std::size_t>(n));
  return n > 0 || (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR));
}

/// Moves the complete blocks out of `bytes`.
void take_blocks(std::string* bytes, std::size_t* searched, std::size_t limit,
                 std::vector<std::string>* blocks) {
  std::size_t begin = 0;
  for (auto zero = bytes->find('\0', *searched);
       zero != std::string::npos && blocks->size() < limit; zero = bytes->find('\0', begin)) {
    blocks->push_back(bytes->substr(begin, zero - begin));
    begin = zero + 1;
  }
  bytes->erase(0, begin);
  *searched = bytes->size();
}

/// How those that have ended did; nothing while all run.
std::optional<Pipeline::Deaths> deaths_of(const std::vector<pid_t>& processes) {
  std::optional<Pipeline::Deaths> out;
  for (std::size_t i = 0; i < processes.size(); ++i) {
    siginfo_t info{};
    const auto id = static_cast<id_t>(processes[i]);
    if (::waitid(P_PID, id, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0) continue;
    if (!out) out.emplace();
    if (info.si_code != CLD_KILLED && info.si_code != CLD_DUMPED) continue;
    const int signal = info.si_status;
    const bool own = signal == SIGSEGV || signal == SIGABRT || signal == SIGBUS ||
                     signal == SIGFPE || signal == SIGILL;
    if (own && out->crashed < 0) out->crashed = static_cast<int>(i);
    if (!own && signal != SIGPIPE) out->killed = true;
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<Pipeline>> Pipeline::start(const std::vector<Command>& commands) {
  std::unique_ptr<Pipeline> made(new Pipeline);
  std::array<int, 2> first{}, errors{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, first.data()) != 0) return no_pipe();
  made->input_ = first[0];
  int upstream = first[1];
  if (::pipe2(errors.data(), O_CLOEXEC) != 0) {
    close_fd(&upstream);
    return no_pipe();
  }
  made->errors_ = errors[0];
  ::fcntl(errors[0], F_SETFL, O_NONBLOCK);
  for (const auto& command : commands) {
    std::array<int, 2> link{-1, -1};
    pid_t pid = -1;
    int error = command.empty() ? EINVAL : 0;
    if (error == 0 && ::pipe2(link.data(), O_CLOEXEC) != 0) error = errno;
    if (error == 0) error = spawn(command, upstream, link[1], errors[1], &pid);
    close_fd(&upstream);
    close_fd(&link[1]);
    upstream = link[0];
    if (error == 0) {
      made->processes_.push_back(pid);
      continue;
    }
    close_fd(&upstream);
    close_fd(&errors[1]);
    return fail(ErrorCode::unavailable, "translate",
                "cannot start " + (command.empty() ? std::string("an empty command") : command[0]) +
                    ": " + std::strerror(error));
  }
  close_fd(&errors[1]);
  made->output_ = upstream;
  ::fcntl(upstream, F_SETFL, O_NONBLOCK);
  return made;
}

Pipeline::~Pipeline() { end(); }

Exchange Pipeline::exchange(std::string_view input, std::size_t blocks, Milliseconds timeout,
                            std::size_t max_bytes) {
  using Steady = std::chrono::steady_clock;
  const auto deadline = Steady::now() + timeout;
  Exchange result;
  std::string bytes, errors;
  std::size_t searched = 0, received = 0;
  while (result.blocks.size() < blocks) {
    const auto left = std::chrono::duration_cast<Milliseconds>(deadline - Steady::now()).count();
    if (left <= 0) {
      result.end = Exchange::End::timed_out;
      break;
    }
    std::array<pollfd, 3> fds{pollfd{output_, POLLIN, 0}, pollfd{errors_, POLLIN, 0},
                              pollfd{input.empty() ? -1 : input_, POLLOUT, 0}};
    if (::poll(fds.data(), fds.size(), static_cast<int>(std::min<long long>(left, 60000))) < 0)
      continue;  // EINTR
    if (fds[1].revents != 0 && !read_some(errors_, &errors)) close_fd(&errors_);
    if (errors.size() > 1000) errors.erase(0, errors.size() - 500);
    // A first program that is gone shows as the end of the output, too: what was answered before is
    // still read.
    if (fds[2].revents != 0 && !write_some(input_, &input)) input = {};
    if (fds[0].revents == 0) continue;
    const auto before = bytes.size();
    const bool more = read_some(output_, &bytes);
    received += bytes.size() - before;
    take_blocks(&bytes, &searched, blocks, &result.blocks);
    if (result.blocks.size() == blocks) break;
    if (!more) result.end = Exchange::End::ended;
    if (received > max_bytes) result.end = Exchange::End::too_large;
    if (result.end != Exchange::End::complete) break;
  }
  if (errors_ >= 0) read_some(errors_, &errors);
  if (!errors.empty()) complaints_ = errors.substr(errors.size() > 500 ? errors.size() - 500 : 0);
  return result;
}

std::string Pipeline::read_all(Milliseconds timeout, std::size_t max_bytes) {
  using Steady = std::chrono::steady_clock;
  close_fd(&input_);
  const auto deadline = Steady::now() + timeout;
  std::string bytes;
  while (bytes.size() < max_bytes) {
    const auto left = std::chrono::duration_cast<Milliseconds>(deadline - Steady::now()).count();
    pollfd fd{output_, POLLIN, 0};
    if (left <= 0 || ::poll(&fd, 1, static_cast<int>(left)) == 0) break;
    if (!read_some(output_, &bytes)) break;
  }
  return bytes.substr(0, max_bytes);
}

Pipeline::Deaths Pipeline::end(Milliseconds patience) {
  auto deaths = deaths_of(processes_);
  // The end of a program's output is seen a moment before its end.
  for (; patience.count() > 0 && !deaths; patience -= Milliseconds(1)) {
    std::this_thread::sleep_for(Milliseconds(1));
    deaths = deaths_of(processes_);
  }
  for (const pid_t pid : processes_)
    ::kill(pid, SIGKILL);  // not reaped yet, so the number is still theirs
  for (const pid_t pid : processes_)
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  processes_.clear();
  close_fd(&input_);
  close_fd(&output_);
  close_fd(&errors_);
  return deaths.value_or(Deaths());
}

}  // namespace kaynak::translate_detail
