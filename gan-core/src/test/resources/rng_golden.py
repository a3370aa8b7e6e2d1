"""Second implementation of org.gan4j.core.random in Python; prints the golden draws of RngTest.

L64X128MixRandom after Steele and Vigna 2021, "LXM: Better Splittable Pseudorandom Number
Generators", with the seed expansion of the JDK.
"""

MASK = (1 << 64) - 1
GOLDEN, SILVER = 0x9E3779B97F4A7C15, 0x6A09E667F3BCC909


def finalise(z, shifts, factors):
    for shift, factor in zip(shifts, factors):
        z = (z ^ (z >> shift)) * factor & MASK
    return z ^ (z >> shifts[2])


def stafford13(z):
    return finalise(z, (30, 27, 31), (0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def murmur(z):
    return finalise(z, (33, 33, 33), (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53))


def lea(z):
    return finalise(z, (32, 32, 32), (0xDABA0B6EB09322E3, 0xDABA0B6EB09322E3))


def rotate(z, by):
    return (z << by | z >> (64 - by)) & MASK


def fnv(name):
    h = 0xCBF29CE484222325
    for byte in name.encode("utf-16-le"):
        h = (h ^ byte) * 0x100000001B3 & MASK
    return h


def longs(seed, name, step, count):
    key = stafford13(stafford13((seed + GOLDEN) & MASK) ^ fnv(name))
    state = stafford13((key + step * SILVER) & MASK) ^ SILVER
    a, s = murmur(state) | 1, 1
    x0, x1 = stafford13(state), stafford13((state + GOLDEN) & MASK)
    for _ in range(count):
        yield lea((s + x0) & MASK)
        s = (0xD1342543DE82EF95 * s + a) & MASK
        q0, q1 = x0, x0 ^ x1
        x0 = rotate(q0, 24) ^ q1 ^ (q1 << 16 & MASK)
        x1 = rotate(q1, 37)


for seed, name, step in ((0, "latent", 0), (-1, "d/drop1#real", 1 << 40)):
    draws = [v - (1 << 64) if v >> 63 else v for v in longs(seed, name, step, 3)]
    print(seed, name, step, draws)
