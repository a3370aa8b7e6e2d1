"""Writes images.csv: a small DCGAN and a small ResNet in FLOAT64, every number by PyTorch.
Run: python3 images.py > images.csv

The lines are those of pytorch.py. PyTorch holds maps as [n, channels, height, width] and a kernel as [out, in, h, w];
GAN4J holds maps as [n, height, width, channels] and a kernel as [out, h * w * in], so both are permuted here. Samples
are vectors of [height, width, channels]. The ResNet's discriminator has spectral norm, from the exact singular
vectors: there the power iteration stands still, and it does not matter that PyTorch differentiates no iteration.
"""

import torch
from torch import nn
from torch.nn.functional import avg_pool2d, interpolate, softplus
from torch.nn.utils.parametrizations import spectral_norm

torch.set_default_dtype(torch.float64)
torch.use_deterministic_algorithms(True)
BATCH, LATENT, GAMMA, STEPS = 6, 3, 10.0, 3


class Maps(nn.Module):
    """Vectors [height, width, channels] as maps."""

    def __init__(self, height, width, channels):
        super().__init__()
        self.shape = (height, width, channels)

    def forward(self, x):
        return x.reshape(-1, *self.shape).permute(0, 3, 1, 2)


class Vectors(nn.Module):
    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1)


class SumPool(nn.Module):
    def forward(self, x):
        return x.sum((2, 3))


class AveragePool(nn.Module):
    def forward(self, x):
        return avg_pool2d(x, 2)


class Up(nn.Module):
    def forward(self, x):
        return interpolate(x, scale_factor=2)


class Residual(nn.Module):
    def __init__(self, branch, shortcut):
        super().__init__()
        self.branch, self.shortcut = branch, shortcut

    def forward(self, x):
        return self.branch(x) + self.shortcut(x)


def named(path, layer):
    layer.path = path
    return layer


def dcgan():
    critic = nn.Sequential(
        Maps(6, 4, 2),
        named("d/conv2d-0", nn.Conv2d(2, 3, 4, 2, 1)),
        nn.LeakyReLU(0.2),
        named("d/conv2d-1", nn.Conv2d(3, 4, 2)),
        nn.Tanh(),
        Vectors(),
        named("d/dense-0", nn.Linear(2 * 1 * 4, 1)),
    )
    generator = nn.Sequential(
        named("g/dense-0", nn.Linear(LATENT, 3 * 2 * 4)),
        Maps(3, 2, 4),
        named("g/batch-norm-0", nn.BatchNorm2d(4)),
        nn.ReLU(),
        named("g/conv-transpose2d-0", nn.ConvTranspose2d(4, 3, 3, 2, 1)),
        nn.Tanh(),
        named("g/conv-transpose2d-1", nn.ConvTranspose2d(3, 2, 2)),
        nn.Tanh(),
        Vectors(),
    )
    return critic, generator


def resnet():
    def conv(path, inputs, outputs, kernel):
        return named(path, nn.Conv2d(inputs, outputs, kernel, 1, kernel // 2))

    def block(path, first, halving, inputs, width):
        branch = [] if first else [nn.ReLU()]
        branch += [spectral_norm(conv(f"{path}/branch/spectral-norm-0", inputs, width, 3)), nn.ReLU()]
        branch += [spectral_norm(conv(f"{path}/branch/spectral-norm-1", width, width, 3))]
        shortcut = []
        if halving:
            branch.append(AveragePool())
            shortcut = [AveragePool(), spectral_norm(conv(f"{path}/shortcut/spectral-norm-0", inputs, width, 1))]
        return Residual(nn.Sequential(*branch), nn.Sequential(*shortcut))

    critic = nn.Sequential(
        Maps(8, 8, 1),
        block("d/residual-0", True, True, 1, 3),
        block("d/residual-1", False, True, 3, 3),
        block("d/residual-2", False, False, 3, 3),
        block("d/residual-3", False, False, 3, 3),
        nn.ReLU(),
        SumPool(),
        spectral_norm(named("d/spectral-norm-0", nn.Linear(3, 1))),
    )
    generator = nn.Sequential(
        named("g/dense-0", nn.Linear(LATENT, 4 * 4 * 3)),
        Maps(4, 4, 3),
        Residual(
            nn.Sequential(
                named("g/residual-0/branch/batch-norm-0", nn.BatchNorm2d(3)),
                nn.ReLU(),
                Up(),
                conv("g/residual-0/branch/upsample-conv2d-0", 3, 3, 3),
                named("g/residual-0/branch/batch-norm-1", nn.BatchNorm2d(3)),
                nn.ReLU(),
                conv("g/residual-0/branch/conv2d-0", 3, 3, 3),
            ),
            nn.Sequential(conv("g/residual-0/shortcut/conv2d-0", 3, 3, 1), Up()),
        ),
        named("g/batch-norm-0", nn.BatchNorm2d(3)),
        nn.ReLU(),
        conv("g/conv2d-0", 3, 1, 3),
        nn.Tanh(),
        Vectors(),
    )
    return critic, generator


def optimizers(parameters):
    yield "sgd", torch.optim.SGD(parameters, lr=0.05, momentum=0.9)
    yield "adam", torch.optim.Adam(parameters, lr=1e-3, betas=(0.5, 0.99), eps=1e-8)
    yield "adamw", torch.optim.AdamW(parameters, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.05)
    yield "rmsprop", torch.optim.RMSprop(parameters, lr=1e-3, alpha=0.99, eps=1e-8)


def put(name, tensor):
    shape = "x".join(str(n) for n in tensor.shape)
    print(f"{name};{shape};{' '.join(repr(v) for v in tensor.detach().flatten().tolist())}")


def as_gan4j(tensor):
    """A kernel [a, b, h, w] as the matrix [a, h * w * b]; anything else as it is."""
    return tensor.permute(0, 2, 3, 1).flatten(1) if tensor.dim() == 4 else tensor


def parameters(network):
    """The parameters and their names, in GAN4J's order."""
    for layer in network.modules():
        if hasattr(layer, "path"):
            if hasattr(layer, "parametrizations"):
                yield layer.path + "/weight", layer.parametrizations.weight.original
            else:
                yield layer.path + "/weight", layer.weight
            yield layer.path + "/bias", layer.bias


def buffers(network):
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            yield layer.path + "/running_mean", layer.running_mean
            yield layer.path + "/running_var", layer.running_var
        if hasattr(layer, "parametrizations"):
            state = layer.parametrizations.weight[0]
            v = state._v
            if isinstance(layer, nn.Conv2d):
                v = v.reshape(layer.parametrizations.weight.original.shape[1:]).permute(1, 2, 0).flatten()
            yield layer.path + "/weight_u", state._u.unsqueeze(1)
            yield layer.path + "/weight_v", v.unsqueeze(1)


def put_all(prefix, names, tensors):
    for name, tensor in zip(names, tensors):
        put(f"{prefix}{name[1:]}" if prefix[-1] != "/" else prefix + name, as_gan4j(tensor))


def start_at_singular_vectors(network):
    for layer in network.modules():
        if hasattr(layer, "parametrizations"):
            state = layer.parametrizations.weight[0]
            u, _, v = torch.linalg.svd(layer.parametrizations.weight.original.detach().flatten(1))
            state._u.copy_(u[:, 0])
            state._v.copy_(v[0])


def discriminator_loss(real, fake):
    return softplus(-real).mean() + softplus(fake).mean()


def write(game, critic, generator, features):
    draws = torch.Generator().manual_seed(7)
    named_d, named_g = list(parameters(critic)), list(parameters(generator))
    for name, parameter in named_d + named_g:
        scale = parameter[0].numel() ** -0.5 if parameter.dim() > 1 else 0.3
        parameter.data = scale * torch.randn(parameter.shape, generator=draws)
        if "batch-norm" in name and name.endswith("weight"):
            parameter.data += 1
    start_at_singular_vectors(critic)
    names_d, d = zip(*named_d)
    names_g, g = zip(*named_g)
    put_all(f"{game}/", names_d, d)
    put_all(f"{game}/", names_g, g)
    for name, tensor in buffers(critic):
        put(f"{game}/start/{name}", tensor)
    real_input = torch.randn(BATCH, features, generator=draws).requires_grad_()
    latent = torch.randn(BATCH, LATENT, generator=draws)
    put(f"{game}/real_input", real_input)
    put(f"{game}/latent", latent)

    fake_input = generator(latent)
    real, fake = critic(real_input), critic(fake_input.detach())
    put(f"{game}/fake_input", fake_input)
    put(f"{game}/real", real)
    put(f"{game}/fake", fake)
    for network in (critic, generator):
        for name, tensor in buffers(network):
            put(f"{game}/{name}", tensor)
    critic.eval(), generator.eval()
    put(f"{game}/eval/fake_input", generator(latent))
    put(f"{game}/eval/real", critic(real_input))
    critic.train(), generator.train()

    def gradients(y, of, **options):
        return torch.autograd.grad(y, of, retain_graph=True, **options)

    loss = discriminator_loss(real, fake)
    put(f"{game}/discriminator_loss", loss)
    put_all(f"{game}/discriminator_gradient", names_d, gradients(loss, d))
    (slope,) = torch.autograd.grad(real.sum(), real_input, create_graph=True)
    put(f"{game}/input_gradient", slope)
    r1 = GAMMA / 2 * slope.square().sum(dim=1).mean()
    put(f"{game}/r1", r1)
    put_all(f"{game}/r1_gradient", names_d, gradients(r1, d, materialize_grads=True))
    judged = critic(fake_input)
    for name, value in ("non-saturating", softplus(-judged).mean()), ("minimax", -softplus(judged).mean()):
        put(f"{game}/{name}/loss", value)
        put_all(f"{game}/{name}/gradient", names_g, gradients(value, g))
    return names_d, d, real_input.detach(), fake_input.detach()


def write_steps(game, critic, names, tensors, real_input, fake_input):
    start = [tensor.detach().clone() for tensor in tensors]
    for name, optimizer in optimizers(list(tensors)):
        for _ in range(STEPS):
            optimizer.zero_grad()
            discriminator_loss(critic(real_input), critic(fake_input)).backward()
            optimizer.step()
        put_all(f"{game}/after_{name}", names, tensors)
        for tensor, value in zip(tensors, start):
            tensor.data = value.clone()


print(f"# PyTorch {torch.__version__}, FLOAT64, by images.py: a small DCGAN and a small ResNet, their losses, gradients")
print("# and statistics, and the DCGAN's discriminator after three steps of each optimizer")
critic, generator = dcgan()
write_steps("dcgan", critic, *write("dcgan", critic, generator, 6 * 4 * 2))
critic, generator = resnet()
write("resnet", critic, generator, 8 * 8 * 1)
