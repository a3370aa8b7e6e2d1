"""Writes pytorch.csv: two small GANs in FLOAT64, every number by PyTorch. Run: python3 pytorch.py > pytorch.csv

A line is name;shape;values, values in row-major order with all their digits. Parameters are named as GAN4J
names them: the layer's kind and its place among those of its kind, then weight or bias, which PyTorch lays out alike.
"""

import torch
from torch import nn
from torch.nn.functional import softplus

torch.set_default_dtype(torch.float64)
torch.use_deterministic_algorithms(True)
BATCH, LATENT, DATA, GAMMA, STEPS = 8, 3, 4, 10.0, 3


class Affine(nn.Linear):
    """A fully connected layer with its activation, one part as in GAN4J."""

    def __init__(self, inputs, units, activation=None):
        super().__init__(inputs, units)
        self.activation = activation or nn.Identity()

    def forward(self, x):
        return self.activation(super().forward(x))


def games():
    yield "dense", nn.Sequential(
        Affine(DATA, 6, nn.LeakyReLU(0.2)),
        Affine(6, 5, nn.Tanh()),
        Affine(5, 5, nn.Sigmoid()),
        Affine(5, 4, nn.Softplus()),
        Affine(4, 1),
    ), nn.Sequential(Affine(LATENT, 6, nn.ReLU()), Affine(6, DATA))
    yield "normed", nn.Sequential(
        Affine(DATA, 6),
        nn.BatchNorm1d(6),
        nn.LeakyReLU(0.2),
        Affine(6, 6),
        nn.LayerNorm(6),
        nn.SiLU(),
        Affine(6, 5),
        nn.ELU(),
        Affine(5, 1),
    ), nn.Sequential(Affine(LATENT, 6), nn.BatchNorm1d(6, momentum=0.3), nn.ReLU(), Affine(6, DATA))


def optimizers(parameters):
    yield "sgd", torch.optim.SGD(parameters, lr=0.05, momentum=0.9)
    yield "adam", torch.optim.Adam(parameters, lr=1e-3, betas=(0.5, 0.99), eps=1e-8)
    yield "adamw", torch.optim.AdamW(parameters, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.05)
    yield "rmsprop", torch.optim.RMSprop(parameters, lr=1e-3, alpha=0.99, eps=1e-8)


KINDS = {Affine: "dense", nn.BatchNorm1d: "batch-norm", nn.LayerNorm: "layer-norm"}


def path(network, key):
    position, rest = key.split(".", 1)
    kinds = [KINDS.get(type(layer)) for layer in network]
    kind = kinds[int(position)]
    return f"{kind}-{kinds[: int(position)].count(kind)}/{rest}"


def put(name, tensor):
    shape = "x".join(str(n) for n in tensor.shape)
    print(f"{name};{shape};{' '.join(repr(v) for v in tensor.detach().flatten().tolist())}")


def put_all(name, network, tensors):
    for (key, _), tensor in zip(network.named_parameters(), tensors):
        put(f"{name}/{path(network, key)}", tensor)


def put_running(name, network):
    for key, tensor in network.named_buffers():
        if key.endswith(("running_mean", "running_var")):
            put(f"{name}/{path(network, key)}", tensor)


def discriminator_loss(real, fake):
    return softplus(-real).mean() + softplus(fake).mean()


def gradients(y, network, **options):
    return torch.autograd.grad(y, list(network.parameters()), retain_graph=True, **options)


def write(game, critic, generator):
    draws = torch.Generator().manual_seed(7)
    for parameter in [*critic.parameters(), *generator.parameters()]:
        parameter.data = 0.7 * torch.randn(parameter.shape, generator=draws)
    put_all(f"{game}/d", critic, critic.parameters())
    put_all(f"{game}/g", generator, generator.parameters())
    real_input = torch.randn(BATCH, DATA, generator=draws).requires_grad_()
    latent = torch.randn(BATCH, LATENT, generator=draws)
    put(f"{game}/real_input", real_input)
    put(f"{game}/latent", latent)

    fake_input = generator(latent)
    real, fake = critic(real_input), critic(fake_input.detach())
    put(f"{game}/fake_input", fake_input)
    put(f"{game}/real", real)
    put(f"{game}/fake", fake)
    put_running(f"{game}/d", critic)
    put_running(f"{game}/g", generator)
    critic.eval(), generator.eval()
    put(f"{game}/eval/fake_input", generator(latent))
    put(f"{game}/eval/real", critic(real_input))
    critic.train(), generator.train()

    loss = discriminator_loss(real, fake)
    put(f"{game}/discriminator_loss", loss)
    put_all(f"{game}/discriminator_gradient", critic, gradients(loss, critic))
    (slope,) = torch.autograd.grad(real.sum(), real_input, create_graph=True)
    put(f"{game}/input_gradient", slope)
    r1 = GAMMA / 2 * slope.square().sum(dim=1).mean()
    put(f"{game}/r1", r1)
    put_all(f"{game}/r1_gradient", critic, gradients(r1, critic, materialize_grads=True))
    judged = critic(fake_input)
    for name, value in ("non-saturating", softplus(-judged).mean()), ("minimax", -softplus(judged).mean()):
        put(f"{game}/{name}/loss", value)
        put_all(f"{game}/{name}/gradient", generator, gradients(value, generator))
    return real_input.detach(), fake_input.detach()


def write_steps(game, critic, real_input, fake_input):
    start = [parameter.detach().clone() for parameter in critic.parameters()]
    for name, optimizer in optimizers(list(critic.parameters())):
        for _ in range(STEPS):
            optimizer.zero_grad()
            discriminator_loss(critic(real_input), critic(fake_input)).backward()
            optimizer.step()
        put_all(f"{game}/after_{name}", critic, critic.parameters())
        for parameter, value in zip(critic.parameters(), start):
            parameter.data = value.clone()


print(f"# PyTorch {torch.__version__}, FLOAT64, by pytorch.py: two small GANs, their losses, gradients, running")
print("# statistics, and the first one's discriminator after three steps of each optimizer")
for game, critic, generator in games():
    inputs = write(game, critic, generator)
    if game == "dense":
        # A bias before batch norm has gradient 0, and Adam would follow its rounding errors.
        write_steps(game, critic, *inputs)
