"""Makes metrics.json: two sets of points in three dimensions, and what NumPy and SciPy find of them.

Nothing is shared with the Java code but the definitions: the sliced Wasserstein distance repeats the sorted
shadows to a common length, MMD and the neighbours come from full matrices of distances, the Fréchet distance from
scipy.linalg.sqrtm of the product of the covariances, the divergences from
scipy.stats.entropy and scipy.spatial.distance.jensenshannon. All in double precision.
Run: python3 metrics.py > metrics.json
"""

import json
import sys

import numpy as np
from scipy.linalg import sqrtm
from scipy.spatial.distance import cdist, jensenshannon
from scipy.stats import entropy

N, M, DIRECTIONS, K, WIDE = 300, 240, 24, 5, 12
BANDWIDTHS = (0.4, 1.0, 2.5)

rng = np.random.default_rng(20)
mix = np.array([[1.0, 0.3, 0.0], [0.0, 0.8, -0.4], [0.2, 0.0, 0.6]])
# in steps of 1/4096, which are exact in single precision
real = np.round(rng.normal(size=(N, 3)) @ mix * 4096) / 4096
fake = np.round((0.3 + rng.normal(size=(M, 3)) * [0.7, 1.1, 0.5]) * 4096) / 4096
normals = np.round(rng.normal(size=(DIRECTIONS, 3)), 4)


def sliced_wasserstein():
    total = 0
    for theta in normals / np.linalg.norm(normals, axis=1, keepdims=True):
        common = np.lcm(N, M)
        a = np.repeat(np.sort(real @ theta), common // N)
        b = np.repeat(np.sort(fake @ theta), common // M)
        total += np.mean((a - b) ** 2)
    return np.sqrt(total / DIRECTIONS)


def mmd():
    def kernel(x, y):
        squares = cdist(x, y, "sqeuclidean")
        return np.mean([np.exp(-squares / (2 * s * s)) for s in BANDWIDTHS], axis=0)

    def without_diagonal(x):
        return (kernel(x, x).sum() - len(x)) / (len(x) * (len(x) - 1))

    return without_diagonal(real) + without_diagonal(fake) - 2 * kernel(real, fake).mean()


def frechet(mean1, cov1, mean2, cov2):
    return ((mean1 - mean2) ** 2).sum() + np.trace(cov1 + cov2 - 2 * np.real(sqrtm(cov1 @ cov2)))


def kernel_distance():
    def kernel(x, y):
        return (x @ y.T / 3 + 1) ** 3

    def without_diagonal(x):
        gram = kernel(x, x)
        return (gram.sum() - np.trace(gram)) / (len(x) * (len(x) - 1))

    a = real[:M]
    return without_diagonal(a) + without_diagonal(fake) - 2 * kernel(a, fake).mean()


def neighbours():
    def radii(x):
        return np.partition(cdist(x, x), K, axis=1)[:, K]  # column 0 is the sample itself

    across = cdist(real, fake)
    in_real = across <= radii(real)[:, None]
    in_fake = across <= radii(fake)[None, :]
    return {
        "precision": in_real.any(axis=0).mean(),
        "recall": in_fake.any(axis=1).mean(),
        "density": in_real.sum() / (K * M),
        "coverage": in_real.any(axis=1).mean(),
    }


factors = np.round(rng.normal(size=(2, WIDE, WIDE)), 2) * np.geomspace(1, 0.01, WIDE)
covariances = factors @ factors.transpose(0, 2, 1)
means = np.round(rng.normal(size=(2, WIDE)), 2)

edges = [-8, -1, -0.5, 0, 0.5, 1, 8]
p = np.histogram2d(real[:, 0], real[:, 1], bins=edges)[0].ravel() + 1
q = np.histogram2d(fake[:, 0], fake[:, 1], bins=edges)[0].ravel() + 1

json.dump(
    {
        "real": real.ravel().tolist(),
        "fake": fake.ravel().tolist(),
        "normals": normals.ravel().tolist(),
        "directions": DIRECTIONS,
        "bandwidths": BANDWIDTHS,
        "k": K,
        "p": p.tolist(),
        "q": q.tolist(),
        "slicedWasserstein": sliced_wasserstein(),
        "mmdSquared": mmd(),
        "frechet": frechet(real.mean(axis=0), np.cov(real.T), fake.mean(axis=0), np.cov(fake.T)),
        "means": means.ravel().tolist(),
        "covariances": covariances.ravel().tolist(),
        "frechetOfCovariances": frechet(means[0], covariances[0], means[1], covariances[1]),
        "kernelDistance": kernel_distance(),
        **neighbours(),
        "kl": entropy(p, q),
        "jsd": jensenshannon(p, q) ** 2,
    },
    sys.stdout,
)
print()
