"""Prints the divergences of the two mixtures of PlaneTest by the trapezoidal rule on a fine grid of the
plane, which converges faster than any power for smooth functions that fall off; two grids agree to 13 digits.
Run: python3 plane.py
"""

import numpy as np


def log_gaussian(x, y, mean, sd, rho):
    u = (x - mean[0]) / sd[0]
    v = (y - mean[1]) / sd[1]
    square = (u * u - 2 * rho * u * v + v * v) / (1 - rho * rho)
    return -square / 2 - np.log(2 * np.pi * sd[0] * sd[1] * np.sqrt(1 - rho * rho))


def log_p(x, y):
    return np.logaddexp(
        np.log(0.4) + log_gaussian(x, y, (-1, 0), (0.6, 0.8), 0.5),
        np.log(0.6) + log_gaussian(x, y, (1, 0.5), (0.5, 0.4), -0.3),
    )


def log_q(x, y):
    return log_gaussian(x, y, (0.2, 0.1), (1.2, 0.9), 0.2)


for points in (3001, 4001):
    axis = np.linspace(-14, 14, points)
    area = (axis[1] - axis[0]) ** 2
    x, y = np.meshgrid(axis, axis)
    a, b = log_p(x, y), log_q(x, y)
    p, q, m = np.exp(a), np.exp(b), np.logaddexp(a, b) - np.log(2)
    kl_pq = area * np.sum(p * (a - b))
    kl_qp = area * np.sum(q * (b - a))
    jsd = area * np.sum(p * (a - m) + q * (b - m)) / 2
    print(points, *(f"{value:.15f}" for value in (kl_pq, kl_qp, jsd, 2 * jsd - np.log(4))))
