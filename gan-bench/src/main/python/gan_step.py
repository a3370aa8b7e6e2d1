"""The peer of GanStepBenchmark: the same GAN step in PyTorch, eager. Prints the median of each size.

Same networks, batch, loss, optimizer and order of work: D on fresh real and fake samples, then G on
a fresh latent batch. Needs PyTorch; usage: python gan_step.py [seconds per size]
"""

import statistics
import sys
import time

import torch
from torch import nn
from torch.nn.functional import softplus

SIZES = {  # features, latent, batch, hidden layers, units
    "TOY": (2, 2, 256, 2, 128),
    "SMALL": (784, 64, 64, 2, 256),
    "MEDIUM": (784, 100, 128, 2, 512),
    "LARGE": (784, 128, 256, 3, 1024),
}


def network(inputs, outputs, layers, units, last):
    parts = []
    for _ in range(layers):
        parts += [nn.Linear(inputs, units), nn.LeakyReLU(0.2)]
        inputs = units
    parts.append(nn.Linear(inputs, outputs))
    return nn.Sequential(*parts, *last)


def stepper(features, latent, batch, layers, units):
    data = 2 * torch.rand(4096, features) - 1
    g = network(latent, features, layers, units, [nn.Tanh()])
    d = network(features, 1, layers, units, [])
    g_adam = torch.optim.Adam(g.parameters(), 2e-4, (0.5, 0.999))
    d_adam = torch.optim.Adam(d.parameters(), 2e-4, (0.5, 0.999))
    state = {"at": 0}

    def step():
        at = state["at"]
        state["at"] = (at + batch) % (4096 - batch)
        real = data[at : at + batch]
        with torch.no_grad():
            fake = g(torch.randn(batch, latent))
        logits = d(torch.cat([real, fake]))
        loss = softplus(-logits[:batch]).mean() + softplus(logits[batch:]).mean()
        d_adam.zero_grad(set_to_none=True)
        loss.backward()
        d_adam.step()
        d.requires_grad_(False)
        loss = softplus(-d(g(torch.randn(batch, latent)))).mean()
        d.requires_grad_(True)
        g_adam.zero_grad(set_to_none=True)
        loss.backward()
        g_adam.step()

    return step


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads")
    for name, size in SIZES.items():
        step = stepper(*size)
        start = time.perf_counter()
        while time.perf_counter() - start < seconds / 4:
            step()
        times = []
        while time.perf_counter() - start < seconds:
            before = time.perf_counter()
            step()
            times.append(time.perf_counter() - before)
        print(f"{name:8} median {statistics.median(times) * 1e6:10.0f} us of {len(times)} steps")


main()
