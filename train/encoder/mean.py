"""The mean of the weights of several cycles that began at the same ones, as weights of its own.

`python -m train.encoder.mean WEIGHTS... --out FILE`; each of WEIGHTS is what `learn` wrote (`.pt`) or a folder of
exported files. Runs from one start that saw the data in another order end in one basin: the mean of their weights reads
at least as well as the best of them, and says less of what only one of them learned by heart (Wortsman et al. 2022,
"Model soups"). It costs nothing when it runs: it is one network.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

import torch
from torch import Tensor

from train.encoder.network import Network
from train.encoder.resume import resume


def weights(source: Path) -> Mapping[str, Tensor]:
    """The weights that `learn` wrote to a file, or those of an exported encoder in a folder."""
    network = Network()
    if source.is_dir():
        resume(network, source)
    else:
        network.load_state_dict(torch.load(source, weights_only=True))
    return network.state_dict()


def mean(found: Iterable[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight; counters are those of the first. Raises ValueError where nothing is given."""
    several = list(found)
    if not several:
        raise ValueError("no weights to take the mean of")
    first = several[0]
    return {
        name: torch.stack([one[name] for one in several]).mean(0) if value.is_floating_point() else value
        for name, value in first.items()
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    torch.save(mean(weights(one) for one in asked.weights), asked.out)


if __name__ == "__main__":
    main()
