#include "ingest/extract/mentions/offices.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace norn::ingest {

OfficeBook::OfficeBook(const Lexicon& lexicon, EntityTable& entities, const DayRange& published)
    : lexicon_(lexicon), entities_(entities), published_(published) {}

void OfficeBook::Add(uint32_t holder, std::optional<uint32_t> of, const Title& title,
                     ByteSpan evidence) {
  titled_[title.office->code()].insert(holder);
  if (of) {
    told_.insert(*of);
  } else {
    of = OfFromLexicon(holder, *title.office);
    // "NATO-sjef", "EUs utenrikssjef"
    const bool is_in_title =
        of && absl::StartsWithIgnoreCase(title.text, entities_.entity(*of).name());
    if (is_in_title) told_.insert(*of);
  }
  if (!of || *of == holder) return;
  for (const proto::OfficeClaim& known : claims_) {
    if (known.holder() == holder && known.of() == *of && known.office() == title.office->code()) {
      return;
    }
  }
  proto::OfficeClaim claim;
  claim.set_holder(holder);
  claim.set_of(*of);
  claim.set_title(title.text);
  claim.set_office(title.office->code());
  claim.mutable_evidence()->set_start(evidence.begin);
  claim.mutable_evidence()->set_end(evidence.end);
  claims_.push_back(std::move(claim));
}

void OfficeBook::AddInferred(uint32_t holder, uint32_t of, const Title& title, ByteSpan evidence) {
  const size_t known = claims_.size();
  Add(holder, of, title, evidence);
  if (claims_.size() > known) inferred_.insert(static_cast<uint32_t>(known));
}

std::optional<uint32_t> OfficeBook::NamedHolderOf(const std::string& office,
                                                  std::optional<uint32_t> of) const {
  for (size_t i = claims_.size(); i-- > 0;) {
    const proto::OfficeClaim& claim = claims_[i];
    const bool is_meant = of ? claim.of() == *of : !inferred_.contains(static_cast<uint32_t>(i));
    if (claim.office() == office && is_meant) return claim.holder();
  }
  return std::nullopt;
}

std::optional<uint32_t> OfficeBook::HolderOf(const std::string& office,
                                             std::optional<uint32_t> of) {
  if (const auto named = NamedHolderOf(office, of)) return named;
  if (!of) return std::nullopt;
  return LexiconHolder(office, entities_.entity(*of).lexicon_id());
}

std::optional<uint32_t> OfficeBook::OnlyHolderOf(const std::string& office) const {
  const auto titled = titled_.find(office);
  if (titled == titled_.end() || titled->second.size() != 1) return std::nullopt;
  return *titled->second.begin();
}

bool OfficeBook::Holds(uint32_t entity, absl::string_view office) const {
  const bool claimed = std::any_of(claims_.begin(), claims_.end(), [&](const auto& claim) {
    return claim.holder() == entity && claim.office() == office;
  });
  if (claimed) return true;
  const Actor* actor = entities_.actor(entity);
  return actor != nullptr &&
         std::any_of(actor->tenure().begin(), actor->tenure().end(),
                     [&](const Actor::Tenure& tenure) { return tenure.office() == office; });
}

// The tenure covers the days of publication, as far as its own dates are known.
bool OfficeBook::IsCurrent(const Actor::Tenure& tenure) const {
  if (published_.empty()) return tenure.until().empty();
  const auto from = ParseIsoDate(tenure.from());
  const auto until = ParseIsoDate(tenure.until());
  return (!from || *from->from <= *published_.to) && (!until || *until->to >= *published_.from);
}

std::optional<uint32_t> OfficeBook::LexiconHolder(absl::string_view office, absl::string_view of) {
  if (of.empty()) return std::nullopt;
  const Actor* holder = nullptr;
  for (const Actor& actor : lexicon_.actor()) {
    for (const Actor::Tenure& tenure : actor.tenure()) {
      if (tenure.office() != office || tenure.of() != of || !IsCurrent(tenure)) continue;
      // Two in one month: the article does not say which.
      if (holder != nullptr && holder != &actor) return std::nullopt;
      holder = &actor;
    }
  }
  if (holder == nullptr) return std::nullopt;
  return entities_.ActorById(*holder);
}

std::optional<uint32_t> OfficeBook::OfFromLexicon(uint32_t holder, const Office& office) {
  const Actor* actor = entities_.actor(holder);
  if (actor == nullptr) return std::nullopt;
  for (const Actor::Tenure& tenure : actor->tenure()) {
    if (tenure.office() != office.code()) continue;
    for (const State& state : lexicon_.state()) {
      if (state.id() == tenure.of()) return entities_.StateById(state.id());
    }
    for (const Actor& organization : lexicon_.actor()) {
      if (organization.id() == tenure.of()) return entities_.ActorById(organization);
    }
  }
  if (!actor->state().empty()) return entities_.StateById(actor->state());
  return std::nullopt;
}

}  // namespace norn::ingest
