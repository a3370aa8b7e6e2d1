"""Writes loss-family.csv: every loss with one real and one generated logit, and its derivatives, from
the papers' formulas in 50 digits. Run: python3 loss-family.py > loss-family.csv"""

import mpmath
from mpmath import exp, log, mpf, sqrt

mpmath.mp.dps = 50


def sp(x):
    return log(1 + exp(x))


def f_gan(f, df):
    def conjugate(v):
        return exp(v) * df(exp(v)) - f(exp(v))

    return (lambda r, g: -df(exp(r)) + conjugate(g), lambda r, g: -conjugate(g))


def half(x):
    return mpf(x) / 2


losses = {
    "minimax": (lambda r, g: sp(-r) + sp(g), lambda r, g: -sp(g)),
    "non-saturating": (lambda r, g: sp(-r) + sp(g), lambda r, g: sp(-g)),
    "least-squares": (lambda r, g: half((r - 1) ** 2 + g**2), lambda r, g: half((g - 1) ** 2)),
    "hinge": (lambda r, g: max(0, 1 - r) + max(0, 1 + g), lambda r, g: -g),
    "wasserstein": (lambda r, g: g - r, lambda r, g: -g),
    "rpgan": (lambda r, g: sp(g - r), lambda r, g: sp(r - g)),
    "ragan": (lambda r, g: 2 * sp(g - r), lambda r, g: 2 * sp(r - g)),
    "label-smoothing": (
        lambda r, g: mpf("0.9") * sp(-r) + mpf("0.1") * sp(r) + sp(g),
        lambda r, g: sp(-g),
    ),
    "f-gan-kl": f_gan(lambda u: u * log(u), lambda u: log(u) + 1),
    "f-gan-reverse-kl": f_gan(lambda u: -log(u), lambda u: -1 / u),
    "f-gan-pearson": f_gan(lambda u: (u - 1) ** 2, lambda u: 2 * (u - 1)),
    "f-gan-hellinger": f_gan(lambda u: (sqrt(u) - 1) ** 2, lambda u: 1 - 1 / sqrt(u)),
    "f-gan-jensen-shannon": f_gan(
        lambda u: u * log(u) - (u + 1) * log((1 + u) / 2), lambda u: log(2 * u / (1 + u))
    ),
    "f-gan-jeffrey": f_gan(lambda u: (u - 1) * log(u), lambda u: log(u) + 1 - 1 / u),
}


def row(name, d, g, real, fake):
    mpmath.mp.dps = 60 + 3 * int(max(abs(real), abs(fake)))
    r, f = mpf(real), mpf(fake)
    h = mpf(10) ** (-mpmath.mp.dps // 3)
    slope = lambda function, x: (function(x + h) - function(x - h)) / (2 * h)
    numbers = [
        d(r, f),
        slope(lambda x: d(x, f), r),
        slope(lambda x: d(r, x), f),
        g(r, f),
        slope(lambda x: g(r, x), f),
    ]
    cells = [mpmath.nstr(number, 20) for number in numbers]
    print(f"{name},{real},{fake}," + ",".join(cells))


print(f"# mpmath {mpmath.__version__} by loss-family.py: L_D, its derivatives by the real and the generated logit,")
print("# L_G and its derivative by the generated logit, from the papers' formulas")
print("name,real,fake,d,d_real,d_fake,g,g_fake")
for name, (d, g) in losses.items():
    for real, fake in [(0.5, -0.25), (2, 3), (-3, 1.5), (30, -30), (-30, 30), (100, -100), (-100, 100)]:
        row(name, d, g, real, fake)
