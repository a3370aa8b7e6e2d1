"""The peer of GanStepBenchmark: the same GAN step in PyTorch, eager. Prints the median of each size.

Same networks, batch, loss, optimizer and order of work: D on fresh real and fake samples, then G on
a fresh latent batch. Needs PyTorch; usage: python gan_step.py [--seconds S] [--size NAME ...] [--r1]
[--channels-last] [--device cuda [--graph]] [--gemm EDGE ...] [--json FILE]. Convolutional networks
are faster in one of the two memory formats: time both. On a GPU a step ends when the device is done,
TF32 is off, and --graph captures the step as a CUDA graph and replays it. The JSON file is one that
gan bench --compare and --from read.
"""

import argparse
import json
import statistics
import time

import torch
from torch import nn
from torch.nn.functional import avg_pool2d, interpolate, relu, softplus

BATCH = {"TOY": 256, "MEDIUM": 128, "LARGE": 256}
LATENT = {"TOY": 2, "MEDIUM": 100, "LARGE": 128}
DENSE = {"TOY": (2, 2, 128), "SMALL": (784, 2, 256), "MEDIUM": (784, 2, 512), "LARGE": (784, 3, 1024)}
IMAGES = {"DCGAN28_32": (28, 1, 32), "DCGAN28_64": (28, 1, 64), "DCGAN32_64": (32, 3, 64), "RESNET32_64": (32, 3, 64)}


CASES = {"TOY": "toy2d", "SMALL": "mlp256", "MEDIUM": "mlp512", "LARGE": "mlp1024", "DCGAN28_32": "dcgan28-width32"}
CASES |= {"DCGAN28_64": "dcgan28", "DCGAN32_64": "dcgan32", "RESNET32_64": "resnet32"}


def dense(inputs, outputs, layers, units, last):
    parts = []
    for _ in range(layers):
        parts += [nn.Linear(inputs, units), nn.LeakyReLU(0.2)]
        inputs = units
    parts.append(nn.Linear(inputs, outputs))
    return nn.Sequential(*parts, *last)


def stages(size):
    count = 0
    while size > 4 and size % 2 == 0:
        size //= 2
        count += 1
    return count, size


def dcgan_generator(latent, size, channels, width):
    count, side = stages(size)
    maps = width << (count - 1)
    parts = [nn.Linear(latent, side * side * maps), nn.Unflatten(1, (maps, side, side))]
    for stage in range(count):
        after = channels if stage == count - 1 else maps // 2
        parts += [nn.BatchNorm2d(maps), nn.ReLU(), nn.ConvTranspose2d(maps, after, 4, 2, 1)]
        maps = after
    return nn.Sequential(*parts, nn.Tanh())


def dcgan_discriminator(size, channels, width):
    count, side = stages(size)
    parts, maps = [], channels
    for stage in range(count):
        parts += [nn.Conv2d(maps, width << stage, 4, 2, 1), nn.LeakyReLU(0.2)]
        maps = width << stage
    return nn.Sequential(*parts, nn.Flatten(), nn.Linear(side * side * maps, 1))


class Up(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norms = nn.ModuleList([nn.BatchNorm2d(width) for _ in range(2)])
        self.convs = nn.ModuleList([nn.Conv2d(width, width, 3, 1, 1) for _ in range(2)])
        self.direct = nn.Conv2d(width, width, 1)

    def forward(self, x):
        h = self.convs[0](interpolate(relu(self.norms[0](x)), scale_factor=2))
        h = self.convs[1](relu(self.norms[1](h)))
        return h + interpolate(self.direct(x), scale_factor=2)


class Down(nn.Module):
    def __init__(self, inputs, width, first, halving):
        super().__init__()
        self.first, self.halving = first, halving
        self.convs = nn.ModuleList([nn.Conv2d(i, width, 3, 1, 1) for i in (inputs, width)])
        self.direct = nn.Conv2d(inputs, width, 1) if halving else nn.Identity()

    def forward(self, x):
        h = self.convs[1](relu(self.convs[0](x if self.first else relu(x))))
        if not self.halving:
            return h + x
        return avg_pool2d(h, 2) + self.direct(avg_pool2d(x, 2))


class SumPool(nn.Module):
    def forward(self, x):
        return x.sum((2, 3))


def resnet_generator(latent, size, channels, width):
    count, side = stages(size)
    blocks = [Up(width) for _ in range(count)]
    last = [nn.BatchNorm2d(width), nn.ReLU(), nn.Conv2d(width, channels, 3, 1, 1), nn.Tanh()]
    return nn.Sequential(nn.Linear(latent, side * side * width), nn.Unflatten(1, (width, side, side)), *blocks, *last)


def resnet_discriminator(size, channels, width):
    blocks = [Down(channels, width, True, True), Down(width, width, False, True)]
    blocks += [Down(width, width, False, False) for _ in range(2)]
    return nn.Sequential(*blocks, nn.ReLU(), SumPool(), nn.Linear(width, 1))


def networks(name, latent):
    if name in DENSE:
        features, layers, units = DENSE[name]
        g = dense(latent, features, layers, units, [nn.Tanh()])
        return g, dense(features, 1, layers, units, []), (features,)
    size, channels, width = IMAGES[name]
    if name.startswith("RESNET"):
        g, d = resnet_generator(latent, size, channels, width), resnet_discriminator(size, channels, width)
    else:
        g, d = dcgan_generator(latent, size, channels, width), dcgan_discriminator(size, channels, width)
    return g, d, (channels, size, size)


def stepper(name, r1, channels_last, device, graph):
    batch, latent = BATCH.get(name, 64), LATENT.get(name, 64)
    g, d, shape = networks(name, latent)
    data = 2 * torch.rand(4096, *shape) - 1
    g, d, data = (x.to(device) for x in (g, d, data))
    if channels_last:
        g, d, data = (x.to(memory_format=torch.channels_last) for x in (g, d, data))
    g_adam = torch.optim.Adam(g.parameters(), 2e-4, (0.5, 0.999), fused=True, capturable=graph)
    d_adam = torch.optim.Adam(d.parameters(), 2e-4, (0.5, 0.999), fused=True, capturable=graph)
    state = {"at": 0}

    def update(real):
        with torch.no_grad():
            fake = g(torch.randn(batch, latent, device=device))
        if r1:
            real = real.detach().requires_grad_(True)
        logits = d(torch.cat([real, fake]))
        loss = softplus(-logits[:batch]).mean() + softplus(logits[batch:]).mean()
        if r1:
            (slope,) = torch.autograd.grad(logits[:batch].sum(), real, create_graph=True)
            loss = loss + 0.5 * slope.square().sum() / batch
        d_adam.zero_grad(set_to_none=True)
        loss.backward()
        d_adam.step()
        d.requires_grad_(False)
        loss = softplus(-d(g(torch.randn(batch, latent, device=device)))).mean()
        d.requires_grad_(True)
        g_adam.zero_grad(set_to_none=True)
        loss.backward()
        g_adam.step()

    def real():
        at = state["at"]
        state["at"] = (at + batch) % (4096 - batch)
        return data[at : at + batch]

    if not graph:
        return lambda: update(real())
    static = real().clone()
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(3):
            update(static)
    torch.cuda.current_stream().wait_stream(side)
    captured = torch.cuda.CUDAGraph()
    with torch.cuda.graph(captured):
        update(static)

    def replay():
        static.copy_(real())
        captured.replay()

    return replay


def gemm(edge, device):
    a, b = torch.rand(edge, edge, device=device), torch.rand(edge, edge, device=device)
    out = torch.empty(edge, edge, device=device)
    return lambda: torch.matmul(a, b.T, out=out)


def measure(run, seconds, device):
    def timed():
        run()
        if device == "cuda":
            torch.cuda.synchronize()

    start = time.perf_counter()
    while time.perf_counter() - start < seconds / 4:
        timed()
    times = []
    while time.perf_counter() - start < seconds or len(times) < 3:
        before = time.perf_counter()
        timed()
        times.append(time.perf_counter() - before)
    return times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--size", nargs="*", default=list(DENSE) + list(IMAGES))
    parser.add_argument("--r1", action="store_true")
    parser.add_argument("--channels-last", action="store_true")
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    parser.add_argument("--graph", action="store_true")
    parser.add_argument("--gemm", type=int, nargs="*", default=[])
    parser.add_argument("--json")
    options = parser.parse_args()
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    where = torch.cuda.get_device_name() if options.device == "cuda" else f"{torch.get_num_threads()} threads"
    print(f"PyTorch {torch.__version__}, {where}")
    backend = "pytorch" + ("+graph" if options.graph else "") + ("-cl" if options.channels_last else "")
    cases = []

    def report(case, times):
        median = statistics.median(times) * 1e6
        cases.append({"name": case, "backend": backend, "median_us": median, "rounds": len(times)})
        print(f"{case:28} median {median:10.1f} us of {len(times)} runs", flush=True)

    for name in options.size:
        if options.channels_last and name in DENSE:
            continue
        step = stepper(name, options.r1, options.channels_last, options.device, options.graph)
        case = "step/" + CASES[name] + ("-r1" if options.r1 else "")
        report(case, measure(step, options.seconds, options.device))
    for edge in options.gemm:
        times = measure(gemm(edge, options.device), options.seconds, options.device)
        report(f"gemm/{edge}x{edge}x{edge}-nt", times)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"facts": {"pytorch": torch.__version__, "device": where}, "cases": cases}, file, indent=2)


main()
