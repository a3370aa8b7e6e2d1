"""Reference values for divergences.csv: KL both ways, JSD, TV and V(D*) of pairs of densities.

    python divergences.py > divergences.csv          (mpmath 1.4 and gmpy2; about five minutes)
    python divergences.py 0 2 > half.csv             (every second pair, from the first)

40 digits throughout. mpmath finds the constants, the nodes and the break points; gmpy2's mpfr, at
the same precision, evaluates the integrands because it is ten times as fast. Each pair is integrated
twice, with Gauss-Legendre rules of 20 and 27 points on different subdivisions, halved until the
halves agree to 1e-19; a pair is refused unless both runs agree to 1e-15 (KL: relative above 1) and
both densities integrate to 1 within 1e-15; one of the 227 is refused, for a kink of log p that one
subdivision steps over. Kinks of |p - q| are found by bisection of log p - log q.
Parameters are the doubles nearest to the decimals in the expressions. V is 2 JSD - log 4.
"""

import random
import re

import gmpy2
import mpmath
import reference_table
from gmpy2 import mpfr

DIGITS = 40
gmpy2.get_context().precision = 136
mpmath.mp.dps = 420  # only for break points: 1 - 1e-300 must differ from 1
SECONDS = 240  # per pair


def real(x):
    """An mpf as an mpfr, rounded to 40 digits."""
    sign, man, exp, _ = mpmath.mpf(x)._mpf_
    value = gmpy2.mul_2exp(mpfr(int(man)), exp) if exp >= 0 else gmpy2.div_2exp(mpfr(int(man)), -exp)
    return -value if sign else value


NONE = mpfr("-inf")
LOG2PI = real(mpmath.log(2 * mpmath.pi))
LOG2 = real(mpmath.log(2))


class Part:
    """One named density; at(a, t) is its log at a + t, a point next to which it may be singular."""

    def __init__(self, name, args):
        self.name = name
        self.args = [float(a) for a in args]
        self.mp = [mpmath.mpf(a) for a in self.args]
        self.r = [mpfr(a) for a in self.args]
        getattr(self, name)(*self.mp)

    def set(self, low, high, breaks, centres, growth, alpha=None):
        self.low, self.high, self.breaks, self.centres = low, high, breaks, centres
        self.growth, self.alpha = growth, alpha

    def two_sided(self, centre, scale, multiples):
        return [centre + s * m * scale for m in multiples for s in (-1, 1)]

    def normal(self, mean, sd):
        multiples = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 13, 17]
        self.set(None, None, self.two_sided(mean, sd, multiples), [mean], (2, 2))
        m, s = self.r
        c = -gmpy2.log(s) - LOG2PI / 2
        self.at = lambda a, t: c - ((a - m) + t) ** 2 / (2 * s * s)

    def laplace(self, mean, scale):
        multiples = [0, 1, 2, 4, 8, 16, 32, 64, 110]
        self.set(None, None, self.two_sided(mean, scale, multiples), [mean], (1, 1))
        m, s = self.r
        c = -gmpy2.log(2 * s)
        self.at = lambda a, t: c - abs((a - m) + t) / s

    def exponential(self, mean):
        breaks = [mean * m for m in [0, 1, 2, 4, 8, 16, 32, 64, 110]]
        self.set(mpmath.mpf(0), None, breaks, [mpmath.mpf(0)], (None, 1))
        s = self.r[0]
        c = -gmpy2.log(s)
        self.at = lambda a, t: c - (a + t) / s if a + t >= 0 else NONE

    def uniform(self, a, b):
        self.set(a, b, [a, b], [a, b], (None, None))
        low, high = self.r
        c = -gmpy2.log(high - low)
        self.at = lambda a, t: c if (a - low) + t >= 0 and (a - high) + t <= 0 else NONE

    def power(self, centre, scale, alpha):
        reach = int(24 / min(alpha, 1)) + 12
        reach = max(reach, 70)
        breaks = self.two_sided(centre, scale, [0, 0.5, 1, 2, 4])
        breaks += self.two_sided(centre, scale, [mpmath.mpf(10) ** k for k in range(1, 10)])
        breaks += self.two_sided(centre, scale, [mpmath.mpf(10) ** k for k in range(10, reach, 4)])
        self.set(None, None, breaks, [centre], (0, 0), alpha)

    def cauchy(self, median, scale):
        self.power(median, scale, 1)
        m, s = self.r
        c = -gmpy2.log(s) - real(mpmath.log(mpmath.pi))
        self.at = lambda a, t: c - gmpy2.log1p((((a - m) + t) / s) ** 2)

    def student(self, dof, mean=mpmath.mpf(0), scale=mpmath.mpf(1)):
        self.power(mean, scale, float(dof))
        n, m, s = self.r[0], real(mean), real(scale)
        mpmath.mp.dps = 60
        c = mpmath.loggamma((dof + 1) / 2) - mpmath.loggamma(dof / 2)
        c = real(c - mpmath.log(dof * mpmath.pi) / 2 - mpmath.log(scale))
        mpmath.mp.dps = 420
        self.at = lambda a, t: c - (n + 1) / 2 * gmpy2.log1p((((a - m) + t) / s) ** 2 / n)

    def gamma(self, shape, scale):
        mean, sd = shape * scale, mpmath.sqrt(shape) * scale
        breaks = [mpmath.mpf(0)] + [mean + m * sd for m in (-17, -12, -8, -5, -3, -1, 0, 1, 3, 5, 8, 12)]
        breaks += [mean + m * scale for m in (1, 2, 4, 8, 16, 32, 64, 110)]
        breaks += self.singular(mpmath.mpf(0), 1, min(mean, scale))
        self.set(mpmath.mpf(0), None, [b for b in breaks if b >= 0], [mpmath.mpf(0)], (None, 1))
        k, s = self.r
        mpmath.mp.dps = 60
        c = real(-mpmath.loggamma(shape) - shape * mpmath.log(scale))
        mpmath.mp.dps = 420
        self.at = lambda a, t: c + (k - 1) * gmpy2.log(a + t) - (a + t) / s if a + t > 0 else NONE

    def beta(self, a, b):
        mean = a / (a + b)
        sd = mpmath.sqrt(mean * (1 - mean) / (a + b + 1))
        breaks = [mpmath.mpf(0), mpmath.mpf(1)] + self.two_sided(mean, sd, [0, 1, 2, 4, 7, 12])
        breaks += self.singular(mpmath.mpf(0), 1, mean / 2)
        breaks += self.singular(mpmath.mpf(1), -1, (1 - mean) / 2)
        centres = [mpmath.mpf(0), mpmath.mpf(1)]
        self.set(mpmath.mpf(0), mpmath.mpf(1), [x for x in breaks if 0 <= x <= 1], centres, (None, None))
        u, v = self.r
        mpmath.mp.dps = 60
        c = real(mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b))
        mpmath.mp.dps = 420

        def at(a, t):
            x, rest = a + t, (1 - a) - t
            if x <= 0 or rest <= 0:
                return NONE
            return c + (u - 1) * gmpy2.log(x) + (v - 1) * gmpy2.log(rest)

        self.at = at

    def singular(self, end, side, scale):
        steps = list(range(1, 12, 2)) + list(range(14, 60, 8)) + list(range(70, 310, 30))
        return [end + side * scale * mpmath.mpf(10) ** -k for k in steps]


class Law:
    """A weighted sum, read from its expression."""

    def __init__(self, text):
        found = re.findall(r"(?:([0-9.e+-]+)\*)?([a-z]+)\(([^)]*)\)", text)
        weights = [float(w) if w else 1.0 for w, _, _ in found]
        self.text = text
        self.parts = [Part(name, args.split(",")) for _, name, args in found]
        total = sum(mpfr(w) for w in weights)
        self.logs = [gmpy2.log(mpfr(w) / total) for w in weights]

    def at(self, a, t):
        if len(self.parts) == 1:
            return self.parts[0].at(a, t)
        terms = [w + part.at(a, t) for w, part in zip(self.logs, self.parts)]
        top = max(terms)
        if top == NONE:
            return NONE
        return top + gmpy2.log(sum(gmpy2.exp(x - top) for x in terms))

    def gather(self, name):
        return [x for part in self.parts for x in getattr(part, name)]

    def growth(self, side):
        powers = [part.growth[side] for part in self.parts if part.growth[side] is not None]
        return min(powers) if powers else None

    def covers(self, point):
        """Whether the density is positive around a point."""
        return any(
            (part.low is None or part.low < point) and (part.high is None or part.high > point)
            for part in self.parts
        )


def infinite(p, q, grid):
    """Whether KL(p|q) is infinite: by support between break points, by moments in the tails."""
    for low, high in zip(grid, grid[1:]):
        middle = (low + high) / 2
        if p.covers(middle) and not q.covers(middle):
            return True
    for side in (0, 1):
        for part in p.parts:
            growth = q.growth(side)
            if part.growth[side] is None:
                continue
            if growth is None or (part.growth[side] == 0 and growth >= part.alpha):
                return True
    return False


class Pair:
    def __init__(self, p, q):
        self.p, self.q = Law(p), Law(q)
        self.centres = sorted(set(self.p.gather("centres") + self.q.gather("centres")))
        self.grid = sorted(set(self.p.gather("breaks") + self.q.gather("breaks")))
        self.no_pq = infinite(self.p, self.q, self.grid)
        self.no_qp = infinite(self.q, self.p, self.grid)

    def panels(self):
        for low, high in zip(self.grid, self.grid[1:]):
            yield self.panel(low, high)

    def panel(self, low, high):
        """(anchor, side, from, to): x = anchor + t, or anchor + side exp(t) where it spans decades."""
        middle = (low + high) / 2
        nearest = min(self.centres, key=lambda c: abs(c - middle))
        for centre in sorted(self.centres, key=lambda c: abs(c - middle)):
            if low > centre or high < centre:
                near, far = sorted((abs(low - centre), abs(high - centre)))
                if far > 3 * near:
                    side = 1 if low > centre else -1
                    mpmath.mp.dps = 60
                    ends = real(mpmath.log(near)), real(mpmath.log(far))
                    mpmath.mp.dps = 420
                    return (real(centre), side) + ends
                break
        for end, side in ((low, 1), (high, -1)):
            if end in self.centres and high - low < mpmath.mpf(10) ** -200:
                return None  # (1e-300)^0.1 is nothing
        return (real(nearest), 0, real(low - nearest), real(high - nearest))

    def both(self, panel, t):
        anchor, side, _, _ = panel
        offset = side * gmpy2.exp(t) if side else t
        return self.p.at(anchor, offset), self.q.at(anchor, offset)

    def logit(self, panel, t):
        lp, lq = self.both(panel, t)
        return mpfr(0) if lp == lq else lp - lq

    def split_at_kinks(self, panel):
        """The panel, cut where log p = log q; near misses are followed to their minimum."""
        anchor, side, low, high = panel
        n = 16
        ts = [low + (high - low) * (2 * i + 1) / (2 * n) for i in range(n)]
        values = [self.logit(panel, t) for t in ts]
        for i in range(1, n - 1):
            left, here, right = values[i - 1 : i + 2]
            if abs(here) < min(abs(left), abs(right)) and left * right > 0 and left * here > 0:
                t = reference_table.nearest_miss(lambda t: self.logit(panel, t), ts[i - 1], ts[i + 1], 60)
                ts.append(t)
        ts = [low] + sorted(ts) + [high]
        cuts = []
        span = high - low
        values = [None] + [self.logit(panel, t) for t in ts[1:-1]] + [None]
        values[0] = self.logit(panel, low + span / 10**12)
        values[-1] = self.logit(panel, high - span / 10**12)
        for (a, fa), (b, fb) in zip(zip(ts, values), zip(ts[1:], values[1:])):
            if fa * fb < 0 and gmpy2.is_finite(fa) and gmpy2.is_finite(fb):
                cuts.append(reference_table.root(lambda t: self.logit(panel, t), a, b, fa > 0, 125))
        ends = [low] + cuts + [high]
        return [(anchor, side, a, b) for a, b in zip(ends, ends[1:]) if b > a]

    def values(self, panel, t):
        """Jacobian times p log(p/q), q log(q/p), p log(p/m) + q log(q/m), |p - q|, p, q."""
        lp, lq = self.both(panel, t)
        p, q = gmpy2.exp(lp), gmpy2.exp(lq)
        top = max(lp, lq)
        zero = mpfr(0)
        if top == NONE:
            return [zero] * 6
        lm = top + gmpy2.log1p(gmpy2.exp(min(lp, lq) - top)) - LOG2
        jac = gmpy2.exp(t) if panel[1] else mpfr(1)
        return [
            zero if self.no_pq or p == 0 else jac * p * (lp - lq),
            zero if self.no_qp or q == 0 else jac * q * (lq - lp),
            jac * ((p * (lp - lm) if p else zero) + (q * (lq - lm) if q else zero)),
            jac * abs(p - q),
            jac * p,
            jac * q,
        ]

    def rule(self, panel, nodes):
        half, middle = (panel[3] - panel[2]) / 2, (panel[3] + panel[2]) / 2
        sums = [mpfr(0)] * 6
        for node, weight in nodes:
            values = self.values(panel, middle + half * node)
            sums = [s + weight * v for s, v in zip(sums, values)]
        return [half * s for s in sums]

    def adaptive(self, panel, nodes, whole, depth=0):
        anchor, side, low, high = panel
        middle = (low + high) / 2
        left, right = (anchor, side, low, middle), (anchor, side, middle, high)
        a, b = self.rule(left, nodes), self.rule(right, nodes)
        halves = [x + y for x, y in zip(a, b)]
        if depth > 60 or all(
            abs(x - y) <= 1e-19 * max(1, abs(x)) for x, y in zip(halves, whole)
        ):
            return halves
        a = self.adaptive(left, nodes, a, depth + 1)
        b = self.adaptive(right, nodes, b, depth + 1)
        return [x + y for x, y in zip(a, b)]

    def integrals(self, nodes, ratio):
        total = [mpfr(0)] * 6
        for panel in filter(None, self.panels()):
            for piece in self.split_at_kinks(panel):
                anchor, side, low, high = piece
                cut = low + (high - low) * mpfr(ratio)
                for part in ((anchor, side, low, cut), (anchor, side, cut, high)):
                    if part[3] > part[2]:
                        found = self.adaptive(part, nodes, self.rule(part, nodes))
                        total = [x + y for x, y in zip(total, found)]
        return total


def reference(p, q):
    pair = Pair(p, q)
    first = pair.integrals(RULES[0], 0.5)
    reference_table.require_agreement(first, pair.integrals(RULES[1], 0.381966))
    return reference_table.row(first, LOG2, pair.no_pq, pair.no_qp)


def number(x):
    return f"{x:.4g}"


def some_scale(r):
    return number(10 ** r.uniform(-3, 3))


def some_mean(r):
    return number(r.choice([r.uniform(-2, 2), r.uniform(-30, 30), r.uniform(-500, 500)]))


def some_mixture(r):
    weights = r.choice([["1"], ["0.5", "0.5"], ["0.3", "0.7"], ["0.25", "0.5", "0.25"], ["0.001", "0.999"]])
    parts = [f"normal({some_mean(r)},{some_scale(r)})" for _ in weights]
    return parts[0] if len(parts) == 1 else "+".join(f"{w}*{x}" for w, x in zip(weights, parts))


def some_tail(r):
    m, s = some_mean(r), some_scale(r)
    return r.choice(
        [f"cauchy({m},{s})", f"student({r.choice([0.5, 1.5, 2.5, 3, 5, 20])},{m},{s})", f"laplace({m},{s})"]
    )


def some_on_unit(r):
    shape = lambda: r.choice([0.1, 0.2, 0.5, 0.75, 1, 1.5, 2, 3.7, 10, 40])
    return r.choice(
        [f"beta({shape()},{shape()})"] * 3
        + [f"0.5*beta({shape()},{shape()})+0.5*uniform(0,1)", "uniform(0,1)"]
    )


def some_positive(r):
    shape = r.choice([0.1, 0.2, 0.5, 0.9, 1, 1.5, 3, 8, 30, 100])
    return r.choice([f"gamma({shape},{some_scale(r)})"] * 2 + [f"exponential({some_scale(r)})"])


def some_bounded(r):
    a, w = r.uniform(-3, 3), 10 ** r.uniform(-1, 1)
    c = r.uniform(-3, 3)
    return r.choice(
        [
            f"uniform({number(a)},{number(a + w)})",
            f"0.5*uniform({number(a)},{number(a + w)})+0.5*uniform({number(c)},{number(c + 1)})",
        ]
    )


def pairs():
    """Fixed hard cases, then random ones of every family."""
    yield "normal(0,1)", "normal(1000,0.001)"
    yield "normal(1000,0.001)", "normal(0,1000)"
    yield "normal(0,0.001)", "normal(0,1000)"
    yield "normal(0,1)", "normal(0,1.000001)"
    yield "normal(0,1)", "normal(0.000001,1)"
    yield "normal(0,1)", "normal(0,1)"
    yield "cauchy(0,1)", "cauchy(1000,0.001)"
    yield "student(2.5)", "normal(0,1)"
    yield "student(1.5)", "laplace(0,1)"
    yield "cauchy(0,1)", "normal(0,1)"
    yield "beta(0.1,0.1)", "beta(0.5,2)"
    yield "beta(0.1,1)", "uniform(0,1)"
    yield "gamma(0.1,1)", "exponential(1)"
    yield "gamma(100,0.1)", "normal(10,1)"
    yield "uniform(0,1)", "uniform(0.5,2)"
    yield "uniform(0,1)", "uniform(2,3)"
    yield "0.5*uniform(0,1)+0.5*normal(0,1)", "normal(0,1)"
    # Nearly tangent crossings: q touches p, lies just below and just above, at one point or more.
    for height in ("0.39", "0.3988", "0.39894", "0.3989422804", "0.39895", "0.399"):
        half = 0.5 / float(height)
        yield "normal(0,1)", f"uniform({-half!r},{half!r})"
    for sd in ("1.3", "1.99", "2", "2.001"):
        yield "normal(0,1)", f"0.5*normal(-1,{sd})+0.5*normal(1,{sd})"
    for m in ("0.9", "0.99", "0.9999", "1"):
        yield "laplace(0,1)", f"0.5*laplace(-{m},1)+0.5*laplace({m},1)"
    yield "0.5*normal(0,1)+0.5*normal(3,1)", "0.4999*normal(0,1)+0.5001*normal(3,1)"
    yield "0.9*normal(0,1)+0.1*normal(0.5,0.01)", "0.9*normal(0,1)+0.1*normal(0.51,0.01)"
    r = random.Random(20140610)
    for _ in range(55):
        yield some_mixture(r), some_mixture(r)
    for _ in range(35):
        yield some_tail(r), some_tail(r)
    for _ in range(15):
        yield some_tail(r), some_mixture(r)
    for _ in range(30):
        yield some_on_unit(r), some_on_unit(r)
    for _ in range(25):
        yield some_positive(r), some_positive(r)
    for _ in range(15):
        yield some_bounded(r), some_bounded(r)
    for _ in range(12):
        yield some_bounded(r), some_mixture(r)
    for _ in range(8):
        yield some_positive(r), some_tail(r)


RULES = [reference_table.legendre(20, real), reference_table.legendre(27, real)]
reference_table.write(pairs(), reference, SECONDS)
