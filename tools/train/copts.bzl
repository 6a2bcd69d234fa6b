"""How training is compiled, so that the same data gives the same model on every machine."""

# Nothing here depends on the processor at hand. What takes the time, products of matrices, chooses
# its vectors at run time (network/matrix_product.h).
EXACT = [
    "-O3",
    # Products and sums stay two operations, so that machines with fused ones round alike.
    "-ffp-contract=off",
    "-fno-math-errno",
]

EXACT_WITH_EIGEN = EXACT + [
    "-DEIGEN_DONT_PARALLELIZE",
    # Debian keeps its headers one folder deeper.
    "-isystem/usr/include/eigen3",
    # gcc 12 warns of its own intrinsics.
    "-Wno-maybe-uninitialized",
]
