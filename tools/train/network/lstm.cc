#include "tools/train/network/lstm.h"

#include <algorithm>

#include "tools/train/network/exact_math.h"
#include "tools/train/network/matrix_product.h"

namespace norn::train {
namespace {

// Steps in the direction's order.
int StepAt(const Packing& packing, int i, int which) {
  const int steps = static_cast<int>(packing.begin.size());
  return which == 0 ? i : steps - 1 - i;
}

Matrix Sigmoid(const Eigen::Ref<const Matrix>& x) {
  return x.unaryExpr([](float value) { return 1 / (1 + Exp(-value)); });
}

}  // namespace

Lstm::Lstm(int inputs, int units, Random& random) : units_(units) {
  for (Direction& d : directions_) {
    d.input = Parameter(4 * units, inputs, random);
    d.recurrent = Parameter(4 * units, units, random);
    d.bias = Parameter::Zero(4 * units, 1);
    d.bias.value.middleRows(units, units).setOnes();  // forget nothing at first
  }
}

std::vector<Parameter*> Lstm::parameters() {
  std::vector<Parameter*> all;
  for (Direction& d : directions_) {
    for (Parameter* p : {&d.input, &d.recurrent, &d.bias}) all.push_back(p);
  }
  return all;
}

const Matrix& Lstm::Forward(const Packing& packing, const Matrix& input) {
  states_.resize(2 * units_, packing.columns);
  for (const int which : {0, 1}) Run(packing, input, which);
  return states_;
}

void Lstm::Run(const Packing& packing, const Matrix& input, int which) {
  Direction& d = directions_[which];
  d.gates = Product(d.input.value, input);
  d.gates.colwise() += d.bias.value.col(0);
  d.cell.resize(units_, packing.columns);
  d.before.setZero(units_, packing.columns);
  d.cell_before.setZero(units_, packing.columns);
  const int steps = static_cast<int>(packing.begin.size());
  for (int i = 0; i < steps; ++i) {
    const int step = StepAt(packing, i, which);
    const int n = packing.count[step];
    const int at = packing.begin[step];
    if (i > 0) {
      const int previous = StepAt(packing, i - 1, which);
      const int shared = std::min(n, packing.count[previous]);
      const int from = packing.begin[previous];
      d.before.middleCols(at, shared) = states_.block(which * units_, from, units_, shared);
      d.cell_before.middleCols(at, shared) = d.cell.middleCols(from, shared);
      AddProduct(d.recurrent.value, d.before.middleCols(at, shared),
                 d.gates.middleCols(at, shared));
    }
    auto gates = d.gates.middleCols(at, n);
    gates.topRows(2 * units_) = Sigmoid(gates.topRows(2 * units_));
    gates.middleRows(2 * units_, units_) = gates.middleRows(2 * units_, units_).array().tanh();
    gates.bottomRows(units_) = Sigmoid(gates.bottomRows(units_));
    auto cell = d.cell.middleCols(at, n).array();
    cell = gates.topRows(units_).array() * gates.middleRows(2 * units_, units_).array() +
           gates.middleRows(units_, units_).array() * d.cell_before.middleCols(at, n).array();
    states_.block(which * units_, at, units_, n) = gates.bottomRows(units_).array() * cell.tanh();
  }
}

Matrix Lstm::Backward(const Packing& packing, const Matrix& input, const Matrix& gradient) {
  Matrix input_gradient = RunBack(packing, input, gradient, 0);
  input_gradient += RunBack(packing, input, gradient, 1);
  return input_gradient;
}

Matrix Lstm::RunBack(const Packing& packing, const Matrix& input, const Matrix& gradient,
                     int which) {
  Direction& d = directions_[which];
  Matrix state_gradient = gradient.middleRows(which * units_, units_);
  Matrix cell_gradient = Matrix::Zero(units_, packing.columns);
  Matrix gates_gradient(4 * units_, packing.columns);
  const int steps = static_cast<int>(packing.begin.size());
  for (int i = steps - 1; i >= 0; --i) {
    const int step = StepAt(packing, i, which);
    const int n = packing.count[step];
    const int at = packing.begin[step];
    const auto gates = d.gates.middleCols(at, n);
    const auto in = gates.topRows(units_).array();
    const auto forget = gates.middleRows(units_, units_).array();
    const auto fresh = gates.middleRows(2 * units_, units_).array();
    const auto out = gates.bottomRows(units_).array();
    const Eigen::ArrayXXf squashed = d.cell.middleCols(at, n).array().tanh();
    const auto dh = state_gradient.middleCols(at, n).array();
    auto dc = cell_gradient.middleCols(at, n).array();
    dc += dh * out * (1 - squashed.square());
    auto dg = gates_gradient.middleCols(at, n);
    dg.topRows(units_) = dc * fresh * in * (1 - in);
    dg.middleRows(units_, units_) =
        dc * d.cell_before.middleCols(at, n).array() * forget * (1 - forget);
    dg.middleRows(2 * units_, units_) = dc * in * (1 - fresh.square());
    dg.bottomRows(units_) = dh * squashed * out * (1 - out);
    if (i == 0) continue;
    const int previous = StepAt(packing, i - 1, which);
    const int shared = std::min(n, packing.count[previous]);
    const int to = packing.begin[previous];
    AddProduct(d.recurrent.value.transpose(), dg.leftCols(shared),
               state_gradient.middleCols(to, shared));
    cell_gradient.middleCols(to, shared).array() += (dc * forget).leftCols(shared);
  }
  AddProduct(gates_gradient, input.transpose(), d.input.gradient);
  AddProduct(gates_gradient, d.before.transpose(), d.recurrent.gradient);
  d.bias.gradient += gates_gradient.rowwise().sum();
  return Product(d.input.value.transpose(), gates_gradient);
}

}  // namespace norn::train
