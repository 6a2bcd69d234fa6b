#include "query/functions/aggregates.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/runtime/arithmetic.h"
#include "query/values/value_order.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

class Count : public Aggregate {
 public:
  explicit Count(Span) {}
  void Add(Execution&, absl::Span<const Value>) override { ++count_; }
  Value Result(Execution&) override { return Value::Int(count_); }

 private:
  int64_t count_ = 0;
};

class Sum : public Aggregate {
 public:
  explicit Sum(Span span) : span_(span) {}
  void Add(Execution& execution, absl::Span<const Value> args) override {
    if (!args[0].is_number() && !args[0].is(Kind::kDuration)) {
      execution.Fail(
          ErrorCode::kInvalidArgumentValue, span_,
          absl::StrCat("sum() takes numbers and durations, not ", KindName(args[0].kind())));
      return;
    }
    total_ = empty_ ? args[0] : query::Add(execution, span_, total_, args[0]);
    empty_ = false;
  }
  Value Result(Execution&) override { return empty_ ? Value::Int(0) : total_; }

 private:
  Span span_;
  Value total_;
  bool empty_ = true;
};

// Welford's way: mean and spread without the loss of large sums.
class Average : public Aggregate {
 public:
  explicit Average(Span span) : span_(span) {}
  void Add(Execution& execution, absl::Span<const Value> args) override {
    ++count_;
    if (args[0].is(Kind::kDuration)) {
      durations_ = count_ == 1 ? args[0] : query::Add(execution, span_, durations_, args[0]);
    } else if (args[0].is_number()) {
      double delta = args[0].number() - mean_;
      mean_ += delta / static_cast<double>(count_);
      squares_ += delta * (args[0].number() - mean_);
    } else {
      execution.Fail(ErrorCode::kInvalidArgumentValue, span_,
                     absl::StrCat("this takes numbers, not ", KindName(args[0].kind())));
    }
  }
  Value Result(Execution& execution) override {
    if (count_ == 0) return Value();
    if (!durations_.is_null()) return Divide(execution, span_, durations_, Value::Int(count_));
    return Value::Float(mean_);
  }

 protected:
  int64_t count_ = 0;
  double squares_ = 0;

 private:
  Span span_;
  double mean_ = 0;
  Value durations_;
};

template <int degrees>
class Deviation : public Average {
 public:
  using Average::Average;
  Value Result(Execution&) override {
    if (count_ <= degrees) return Value::Float(0);
    return Value::Float(std::sqrt(squares_ / static_cast<double>(count_ - degrees)));
  }
};

template <int sign>
class Extreme : public Aggregate {
 public:
  explicit Extreme(Span) {}
  void Add(Execution& execution, absl::Span<const Value> args) override {
    if (!execution.MayWalk(args[0])) return;
    if (best_.is_null() || Compare(args[0], best_) * sign > 0) best_ = args[0];
  }
  Value Result(Execution&) override { return best_; }

 private:
  Value best_;
};

class Collect : public Aggregate {
 public:
  explicit Collect(Span) {}
  void Add(Execution& execution, absl::Span<const Value> args) override {
    items_.push_back(args[0]);
    execution.Reserve(sizeof(Value));
    reserved_ += static_cast<int64_t>(sizeof(Value));
  }
  Value Result(Execution& execution) override {
    execution.Reserve(-reserved_);
    return Value::List(std::move(items_));
  }

 private:
  Value::Items items_;
  int64_t reserved_ = 0;
};

// percentileDisc gives a value that was there, percentileCont one between two of them.
template <bool continuous>
class Percentile : public Aggregate {
 public:
  explicit Percentile(Span span) : span_(span) {}
  void Add(Execution& execution, absl::Span<const Value> args) override {
    if (!args[0].is_number() || !args[1].is_number()) {
      execution.Fail(ErrorCode::kInvalidArgumentValue, span_, "a percentile takes numbers");
      return;
    }
    double fraction = args[1].number();
    if (!(fraction >= 0 && fraction <= 1)) {
      execution.Fail(ErrorCode::kNumberOutOfRange, span_,
                     absl::StrCat("a percentile lies between 0.0 and 1.0, not at ", fraction));
      return;
    }
    fraction_ = fraction;
    values_.push_back(args[0]);
    execution.Reserve(sizeof(Value));
  }
  Value Result(Execution& execution) override {
    if (values_.empty()) return Value();
    std::sort(values_.begin(), values_.end(),
              [](const Value& a, const Value& b) { return Compare(a, b) < 0; });
    execution.Reserve(-static_cast<int64_t>(values_.size() * sizeof(Value)));
    auto size = static_cast<double>(values_.size());
    if (!continuous) {
      double rank = std::ceil(fraction_ * size);
      return values_[static_cast<size_t>(std::max(rank, 1.0)) - 1];
    }
    double place = fraction_ * (size - 1);
    auto low = static_cast<size_t>(std::floor(place));
    auto high = static_cast<size_t>(std::ceil(place));
    double part = place - std::floor(place);
    return Value::Float(values_[low].number() * (1 - part) + values_[high].number() * part);
  }

 private:
  Span span_;
  double fraction_ = 0;
  Value::Items values_;
};

template <typename T>
std::unique_ptr<Aggregate> Make(Span span) {
  return std::make_unique<T>(span);
}

constexpr KindMask kSummable = kNumberKinds | kDurationKind;

constexpr AggregateInfo kAggregates[] = {
    {"count", 1, kAnyKind, kIntegerKind, Make<Count>},
    {"sum", 1, kSummable, kSummable, Make<Sum>},
    {"avg", 1, kSummable, kFloatKind | kDurationKind, Make<Average>},
    {"min", 1, kAnyKind, kAnyKind, Make<Extreme<-1>>},
    {"max", 1, kAnyKind, kAnyKind, Make<Extreme<1>>},
    {"collect", 1, kAnyKind, kListKind, Make<Collect>},
    {"collect_list", 1, kAnyKind, kListKind, Make<Collect>},
    {"stddev_samp", 1, kNumberKinds, kFloatKind, Make<Deviation<1>>},
    {"stddev_pop", 1, kNumberKinds, kFloatKind, Make<Deviation<0>>},
    {"percentile_disc", 2, kNumberKinds, kNumberKinds, Make<Percentile<false>>},
    {"percentile_cont", 2, kNumberKinds, kFloatKind, Make<Percentile<true>>},
    {"stDev", 1, kNumberKinds, kFloatKind, Make<Deviation<1>>},
    {"stDevP", 1, kNumberKinds, kFloatKind, Make<Deviation<0>>},
    {"percentileDisc", 2, kNumberKinds, kNumberKinds, Make<Percentile<false>>},
    {"percentileCont", 2, kNumberKinds, kFloatKind, Make<Percentile<true>>},
};

}  // namespace

const AggregateInfo* FindAggregate(absl::string_view name) {
  for (const AggregateInfo& info : kAggregates) {
    if (absl::EqualsIgnoreCase(info.name, name)) return &info;
  }
  return nullptr;
}

std::vector<std::string> AggregateNames() {
  std::vector<std::string> names;
  for (const AggregateInfo& info : kAggregates) names.emplace_back(info.name);
  return names;
}

}  // namespace norn::query
