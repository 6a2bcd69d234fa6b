#include "ingest/read/syntax/json_value.h"

#include <algorithm>
#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

using nlohmann::json;

constexpr size_t kMaxDepth = 200;

// Builds the tree, and says where and why it cannot.
class TreeBuilder : public nlohmann::detail::json_sax_dom_parser<json> {
 public:
  explicit TreeBuilder(json& tree) : json_sax_dom_parser(tree, false) {}

  bool start_object(size_t size) { return Enter() && json_sax_dom_parser::start_object(size); }
  bool start_array(size_t size) { return Enter() && json_sax_dom_parser::start_array(size); }
  bool end_object() { return Leave() && json_sax_dom_parser::end_object(); }
  bool end_array() { return Leave() && json_sax_dom_parser::end_array(); }
  template <typename Exception>
  bool parse_error(size_t position, const std::string& /*token*/, const Exception& /*error*/) {
    error_at_ = position;
    return false;
  }

  size_t error_at() const { return error_at_; }
  bool is_too_deep() const { return depth_ > kMaxDepth; }

 private:
  bool Enter() { return ++depth_ <= kMaxDepth; }
  bool Leave() {
    --depth_;
    return true;
  }

  size_t depth_ = 0;
  size_t error_at_ = 0;
};

}  // namespace

absl::StatusOr<json> ParseJson(absl::string_view bytes) {
  NORN_RETURN_IF_ERROR(CheckText(bytes, bytes.size()));
  json tree;
  TreeBuilder builder(tree);
  if (json::sax_parse(bytes.begin(), bytes.end(), &builder)) return tree;
  if (builder.is_too_deep()) {
    return absl::InvalidArgumentError(
        absl::StrCat("the JSON has more than ", kMaxDepth, " brackets in each other"));
  }
  return absl::InvalidArgumentError(
      absl::StrCat("not JSON: a mistake at byte ", std::min(builder.error_at(), bytes.size())));
}

const json* FindMember(const json& object, absl::string_view path) {
  const json* at = &object;
  // A member's own name may have a full stop in it.
  if (object.is_object()) {
    const auto whole = object.find(std::string(path));
    if (whole != object.end()) return whole->is_null() ? nullptr : &*whole;
  }
  while (!path.empty()) {
    if (!at->is_object()) return nullptr;
    const size_t stop = std::min(path.find('.'), path.size());
    const auto member = at->find(std::string(path.substr(0, stop)));
    if (member == at->end() || member->is_null()) return nullptr;
    at = &*member;
    path.remove_prefix(std::min(stop + 1, path.size()));
  }
  return at;
}

std::string StringAt(const json& object, absl::string_view path) {
  const json* member = FindMember(object, path);
  return member != nullptr && member->is_string() ? member->get<std::string>() : "";
}

}  // namespace norn::ingest
