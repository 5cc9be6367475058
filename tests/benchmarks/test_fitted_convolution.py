import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch fits the convolution and is no dependency of tests or package")

from benchmarks.training import convolution as module  # noqa: E402 - only where PyTorch is
from benchmarks.training.samples import Samples  # noqa: E402 - likewise


def make_samples(features: int = 6) -> Samples:
    """Blocks that are content when they or the block after the next are large."""
    random = np.random.default_rng(1)
    sizes = tuple(int(size) for size in random.integers(1, 60, 200))
    rows = np.abs(random.standard_normal((features, sum(sizes)))).astype(np.float32)
    rows[1] *= 40
    rows[2] = 1
    labels = ((rows[0] > 1) | (np.roll(rows[0], -2) > 1)).astype(np.float32)
    return Samples(rows, labels, np.ones(len(labels), np.float32), sizes)


def test_numpy_says_what_pytorch_said(monkeypatch):
    fitted = []
    read = module.read_convolution
    monkeypatch.setattr(module, "read_convolution", lambda *given: fitted.append(given) or read(*given))
    samples = make_samples()
    convolution = module.fit_convolution(samples)
    network, scale = fitted[0]
    rows = samples.rows[:, :300]
    with torch.no_grad():
        said = network(scale.cases(rows), torch.ones(300)).numpy()
    np.testing.assert_allclose(convolution.logits(rows), said, atol=0.05)  # weights are stored in half precision
    first = samples.sizes[0]
    assert convolution.logged.tolist() == [1]
    assert convolution.dense[:, 2].tolist() == [0.0] * module.CHANNELS
    assert ((convolution.logits(rows[:, :first]) > 0) == (samples.labels[:first] > 0.5)).mean() > 0.8


def test_a_second_fit_gives_the_same_weights():
    one, two = module.fit_convolution(make_samples()), module.fit_convolution(make_samples())
    assert one.dense.tobytes() == two.dense.tobytes()
    assert one.kernels.tobytes() == two.kernels.tobytes()
