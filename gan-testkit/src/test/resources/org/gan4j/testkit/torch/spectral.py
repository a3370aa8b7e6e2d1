"""Writes spectral.csv: PyTorch's spectral_norm of a linear layer, in double precision, from given
singular vectors. Run: python3 spectral.py > spectral.csv

Three training passes from u and v, then an evaluation pass. In the last training pass the vectors
have converged after many silent ones, and the gradient in the weight is written."""

import torch
from torch.nn.utils.parametrizations import spectral_norm

torch.manual_seed(4)
torch.set_default_dtype(torch.float64)


def write(name, numbers):
    shape = "x".join(str(extent) for extent in numbers.shape)
    print(f"{name};{shape};{' '.join(repr(number) for number in numbers.detach().flatten().tolist())}")


print(f"# PyTorch {torch.__version__}, float64, by spectral.py: name; shape; values")
weight, bias, x = torch.randn(5, 3), torch.randn(5), torch.randn(6, 3)
linear = torch.nn.Linear(3, 5)
with torch.no_grad():
    linear.weight.copy_(weight)
    linear.bias.copy_(bias)
layer = spectral_norm(linear)
state = layer.parametrizations.weight[0]
state._u = torch.nn.functional.normalize(torch.randn(5), dim=0)
state._v = torch.nn.functional.normalize(torch.randn(3), dim=0)
write("weight", weight)
write("bias", bias)
write("x", x)
write("u", state._u.unsqueeze(1))
write("v", state._v.unsqueeze(1))
layer.train()
for i in range(3):
    write(f"train{i}", layer(x))
write("u3", state._u.unsqueeze(1))
write("v3", state._v.unsqueeze(1))
layer.eval()
write("eval", layer(x))
layer.train()
with torch.no_grad():
    for _ in range(2000):
        layer(x)
layer(x).square().sum().backward()
write("gradient", layer.parametrizations.weight.original.grad)
