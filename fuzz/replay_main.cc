// Runs a fuzz target over the files of a corpus folder, each as it is, cut in half, and with every
// eighth byte changed.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// Gives the bytes in a buffer of exactly their size, so that a sanitizer sees every read past the
/// end.
void run(const std::string& bytes) {
  const auto exact = std::make_unique<std::uint8_t[]>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), exact.get());
  LLVMFuzzerTestOneInput(exact.get(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::fprintf(stderr, "usage: %s CORPUS_FOLDER\n", argv[0]);
    return 2;
  }
  int files = 0;
  run("");
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    run(bytes);
    run(bytes.substr(0, bytes.size() / 2));
    for (std::size_t i = 0; i < bytes.size(); i += 8) bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
    run(bytes);
    ++files;
  }
  std::printf("replayed %d files\n", files);
  return files > 0 ? 0 : 1;
}
