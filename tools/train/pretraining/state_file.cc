#include "tools/train/pretraining/state_file.h"

#include <cstdio>
#include <fstream>

#include "absl/strings/str_cat.h"

namespace norn::train {
namespace {

// What a file must agree in with the parameters at hand.
std::vector<uint64_t> Signature(size_t numbers, const std::vector<Parameter*>& parameters) {
  std::vector<uint64_t> signature = {numbers};
  for (const Parameter* parameter : parameters) {
    signature.push_back(static_cast<uint64_t>(parameter->value.rows()));
    signature.push_back(static_cast<uint64_t>(parameter->value.cols()));
  }
  return signature;
}

uint64_t SizeOf(const std::vector<uint64_t>& signature, const std::vector<Parameter*>& parameters) {
  uint64_t size = (signature.size() + signature[0]) * sizeof(uint64_t);
  for (const Parameter* p : parameters) {
    size += 3 * static_cast<uint64_t>(p->value.size()) * sizeof(float);
  }
  return size;
}

}  // namespace

absl::Status SaveState(const std::string& path, const std::vector<uint64_t>& numbers,
                       const std::vector<Parameter*>& parameters) {
  const std::string unfinished = absl::StrCat(path, ".new");
  std::ofstream out(unfinished, std::ios::binary);
  const auto write = [&](const auto* data, uint64_t count) {
    out.write(reinterpret_cast<const char*>(data),
              static_cast<std::streamsize>(count * sizeof(*data)));
  };
  const std::vector<uint64_t> signature = Signature(numbers.size(), parameters);
  write(signature.data(), signature.size());
  write(numbers.data(), numbers.size());
  for (const Parameter* p : parameters) {
    for (const Matrix* m : {&p->value, &p->mean, &p->square}) {
      write(m->data(), static_cast<uint64_t>(m->size()));
    }
  }
  out.close();
  if (!out || std::rename(unfinished.c_str(), path.c_str()) != 0) {
    return absl::UnavailableError(absl::StrCat(path, ": cannot be written"));
  }
  return absl::OkStatus();
}

absl::Status LoadState(const std::string& path, std::vector<uint64_t>& numbers,
                       const std::vector<Parameter*>& parameters) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  const auto size = static_cast<uint64_t>(in.tellg());
  in.seekg(0);
  const auto read = [&](auto* data, uint64_t count) {
    in.read(reinterpret_cast<char*>(data), static_cast<std::streamsize>(count * sizeof(*data)));
  };
  const std::vector<uint64_t> signature = Signature(numbers.size(), parameters);
  std::vector<uint64_t> found(signature.size());
  read(found.data(), found.size());
  if (!in || found != signature || size != SizeOf(signature, parameters)) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, ": not a state of this network; remove it to begin anew"));
  }
  read(numbers.data(), numbers.size());
  for (Parameter* p : parameters) {
    for (Matrix* m : {&p->value, &p->mean, &p->square}) {
      read(m->data(), static_cast<uint64_t>(m->size()));
    }
  }
  return in ? absl::OkStatus() : absl::UnavailableError(absl::StrCat(path, ": cannot be read"));
}

}  // namespace norn::train
