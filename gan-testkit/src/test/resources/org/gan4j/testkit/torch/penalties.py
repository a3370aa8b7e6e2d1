"""Writes penalties.csv: critic penalties and their gradients in the critic's parameters, by PyTorch's
double backward in double precision. Run: python3 penalties.py > penalties.csv

The points between the halves are the real samples, as they are where both halves are equal: the
random shares of the two programs then do not matter."""

import torch

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)

real, fake = torch.randn(6, 3), torch.randn(6, 3)
critic = torch.nn.Sequential(
    torch.nn.Linear(3, 5), torch.nn.Tanh(), torch.nn.Linear(5, 4), torch.nn.LeakyReLU(0.2), torch.nn.Linear(4, 1)
)
with torch.no_grad():
    for parameter in critic.parameters():
        parameter.copy_(torch.randn_like(parameter))


def slopes(points):
    points = points.clone().requires_grad_()
    return torch.autograd.grad(critic(points).sum(), points, create_graph=True)[0]


def norms(points):
    return slopes(points).norm(dim=1)


penalties = {
    "r1": lambda: 2 / 2 * slopes(real).square().sum(1).mean(),
    "r2": lambda: 3 / 2 * slopes(fake).square().sum(1).mean(),
    "wgan-gp": lambda: 10 * (norms(real) - 1).square().mean(),
    "one-sided-gp": lambda: 5 * (norms(real) - 1).clamp(min=0).square().mean(),
    "zero-centred-gp": lambda: 4 * slopes(real).square().sum(1).mean(),
    "dragan": lambda: 7 * (norms(real) - 1).square().mean(),
}


def write(name, numbers):
    shape = "x".join(str(extent) for extent in numbers.shape)
    print(f"{name};{shape};{' '.join(repr(number) for number in numbers.detach().flatten().tolist())}")


print(f"# PyTorch {torch.__version__}, float64, by penalties.py: name; shape; values")
write("real", real)
write("fake", fake)
parameters = list(critic.parameters())
for i, parameter in enumerate(parameters):
    write(f"p{i}", parameter)
for name, penalty in penalties.items():
    value = penalty()
    write(f"{name}/value", value)
    for i, gradient in enumerate(torch.autograd.grad(value, parameters, allow_unused=True)):
        write(f"{name}/p{i}", torch.zeros_like(parameters[i]) if gradient is None else gradient)
