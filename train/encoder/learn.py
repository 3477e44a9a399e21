"""Fits the network: `python -m train.encoder.learn --data DATA --out FOLDER`. Saves the weights after each epoch.

Without `--start` it begins at the base weights; with `--start allege/data/encoder` it goes on from an exported encoder.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
import tomllib
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from train.encoder.data import LOADERS, Example, batches, sampled
from train.encoder.losses import LOSSES, attribution, attribution_kept
from train.encoder.network import BASE, Network
from train.encoder.resume import resume

HERE = Path(__file__).parent


def examples(config: dict[str, Any], data: Path, split: str) -> dict[str, list[Example]]:
    """The examples of every task of the configuration."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return {task: list(LOADERS[task](tokenizer, data, split, config["pieces"])) for task in config["tasks"]}


def epoch(
    config: dict[str, Any], sets: dict[str, list[Example]], dice: random.Random
) -> list[tuple[str, list[Example]]]:
    """The batches of one epoch, tasks mixed."""
    out = []
    for task, chosen in config["tasks"].items():
        drawn = sampled(task, sets[task], chosen["share"], dice)
        out += [(task, batch) for batch in batches(drawn, config["batch_pieces"], dice)]
    dice.shuffle(out)
    return out


def optimizer(config: dict[str, Any], network: Network, steps: int) -> tuple[Any, Any]:
    """AdamW with its own rate for the heads, and a one-cycle schedule over `steps`."""
    if config["freeze_embeddings"]:
        network.encoder.embeddings.requires_grad_(False)
    for layer in network.encoder.encoder.layer[: config["freeze_layers"]]:
        layer.requires_grad_(False)
    base = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    rates = [config["rate_encoder"], config["rate_heads"]]
    groups = [{"params": base, "lr": rates[0]}, {"params": heads, "lr": rates[1]}]
    adam = torch.optim.AdamW(groups, weight_decay=config["weight_decay"], fused=True)
    return adam, torch.optim.lr_scheduler.OneCycleLR(adam, rates, total_steps=steps + 1, pct_start=config["warm_up"])


def learn(config: dict[str, Any], data: Path, out: Path, start: Path | None = None) -> None:
    """Fits on the train parts and writes `epoch<n>.pt` to `out`; goes on from the exported encoder `start`, if any."""
    random.seed(config["seed"])
    torch.manual_seed(config["seed"])
    dice = random.Random(config["seed"])
    sets = examples(config, data, "train")
    plan = [epoch(config, sets, dice) for _ in range(config["epochs"])]
    steps = sum(map(len, plan))
    network = Network(config["dropout"], config["hidden_pieces"])
    teacher = None
    if start is not None:
        resume(network, start)
        if config.get("keep"):
            teacher = copy.deepcopy(network).eval().requires_grad_(False)
    adam, schedule = optimizer(config, network, steps)
    print({task: len(found) for task, found in sets.items()}, steps, "steps", flush=True)
    began, done, pieces, running = time.monotonic(), 0, 0, dict.fromkeys(config["tasks"], 0.0)
    for number, mixed in enumerate(plan):
        network.train()
        for task, batch in mixed:
            if teacher is not None and LOSSES[task] is attribution:
                loss, gone = attribution_kept(network, batch, teacher)
                (loss * config["tasks"][task]["weight"] + gone * config["keep"]).backward()
                running["drift"] = 0.97 * running.get("drift", gone.item()) + 0.03 * gone.item()
            else:
                loss = LOSSES[task](network, batch)
                (loss * config["tasks"][task]["weight"]).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            adam.zero_grad(set_to_none=True)
            schedule.step()
            done += 1
            pieces += sum(len(example.ids) for example in batch)
            running[task] = 0.97 * running[task] + 0.03 * loss.item() if running[task] else loss.item()
            if done % 20 == 0:
                seconds = time.monotonic() - began
                line = {"epoch": number, "step": done, "of": steps, "seconds": round(seconds), "pieces": pieces}
                print(json.dumps(line | {task: round(value, 3) for task, value in running.items()}), flush=True)
        torch.save(network.state_dict(), out / f"epoch{number + 1}.pt")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="the folder of an exported encoder to go on from")
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(asked.threads)
    learn(tomllib.loads(asked.config.read_text(encoding="utf-8")), asked.data, asked.out, asked.start)


if __name__ == "__main__":
    main()
