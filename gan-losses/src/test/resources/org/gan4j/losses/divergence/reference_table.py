"""What the scripts that write reference values share: nodes, the agreement of two runs, the table."""

import decimal
import signal
import sys

import mpmath

NAMES = ("kl_pq", "kl_qp", "jsd", "tv", "mass_p", "mass_q")


def legendre(n, real):
    """Gauss-Legendre nodes and weights on (-1, 1), each made an mpfr by real."""
    with mpmath.workdps(90):
        nodes = []
        derivative = lambda x: n * (mpmath.legendre(n - 1, x) - x * mpmath.legendre(n, x)) / (1 - x * x)
        for i in range(n):
            x = mpmath.cos(mpmath.pi * (i + 0.75) / (n + 0.5))
            for _ in range(9):
                x -= mpmath.legendre(n, x) / derivative(x)
            nodes.append((real(x), real(2 / ((1 - x * x) * derivative(x) ** 2))))
    if abs(sum(w for _, w in nodes) - 2) > 1e-40:
        raise ArithmeticError(f"{n} nodes: the weights do not sum to 2")
    return nodes


def root(f, a, b, positive, steps):
    """Bisects a change of sign of f between a and b; positive says whether f is so at a."""
    for _ in range(steps):
        middle = (a + b) / 2
        value = f(middle)
        if value == 0:
            return middle
        if (value > 0) == positive:
            a = middle
        else:
            b = middle
    return (a + b) / 2


def nearest_miss(f, a, b, steps):
    """Where |f| is least between a and b, by thirds."""
    for _ in range(steps):
        third = (b - a) / 3
        if abs(f(a + third)) < abs(f(b - third)):
            b -= third
        else:
            a += third
    return (a + b) / 2


def require_agreement(first, second):
    """Refuses a pair whose two runs differ by more than 1e-15, or whose masses are not 1."""
    for name, a, b in zip(NAMES, first, second):
        if abs(a - b) > 1e-15 * max(1, abs(a)):
            raise ArithmeticError(f"{name}: {a} and {b}")
        if name.startswith("mass") and abs(a - 1) > 1e-15:
            raise ArithmeticError(f"{name}: {a}")


def row(integrals, log2, no_pq, no_qp):
    """The five numbers of a row; integrals holds twice JSD and twice TV."""
    kl_pq, kl_qp, jsd, tv = integrals[0], integrals[1], integrals[2] / 2, integrals[3] / 2
    found = (kl_pq, kl_qp, jsd, tv, 2 * jsd - 2 * log2)
    numbers = [f"{decimal.Decimal(str(x)):.25e}" if x else "0" for x in found]
    if no_pq:
        numbers[0] = "Infinity"
    if no_qp:
        numbers[1] = "Infinity"
    return numbers


def too_long(signum, frame):
    raise TimeoutError("time limit")


def write(pairs, reference, seconds):
    """Prints the table of the pairs, or of every STEP-th from FIRST, as the arguments say."""
    first, step = (int(a) for a in sys.argv[1:]) if len(sys.argv) > 1 else (0, 1)
    signal.signal(signal.SIGALRM, too_long)
    if first == 0:
        print("p;q;kl_pq;kl_qp;jsd;tv;v", flush=True)
    for i, (p, q) in enumerate(dict.fromkeys(pairs)):
        if i % step != first:
            continue
        signal.alarm(seconds)
        try:
            print(";".join([p, q] + reference(p, q)), flush=True)
        except (ArithmeticError, TimeoutError) as refusal:
            print(f"{i} {p} | {q}: {refusal}", file=sys.stderr, flush=True)
        signal.alarm(0)
