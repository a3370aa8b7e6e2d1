"""Writes loss-values.csv: softplus and sigmoid to 50 digits. Run: python3 loss-values.py > loss-values.csv"""

import mpmath

mpmath.mp.dps = 50
print(f"# mpmath {mpmath.__version__}, mp.dps = 50, by loss-values.py: softplus(x) = log(1 + e^x)")
print("# and sigmoid(x) = 1/(1 + e^-x), both in full relative precision in the tails")
print("x,softplus,sigmoid")
for x in [0, 1, -1, 20, -20, 30, -30, 100, -100, 10000, -10000]:
    mpmath.mp.dps = 50 + int(abs(x))  # so that 1 + e^-|x| keeps the digits of e^-|x|
    z = mpmath.mpf(x)
    softplus = mpmath.log(1 + mpmath.exp(z))
    sigmoid = 1 / (1 + mpmath.exp(-z))
    mpmath.mp.dps = 50
    print(f"{x},{mpmath.nstr(+softplus, 50)},{mpmath.nstr(+sigmoid, 50)}")
