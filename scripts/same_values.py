"""Whether PyYAML, which follows YAML 1.1, reads from canonical YAML what stands in the JSON."""

import json
import sys

import yaml


def differences(path, a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted(set(a) | set(b), key=str):
            if key not in a or key not in b:
                yield f"{path}.{key}: on one side only"
            else:
                yield from differences(f"{path}.{key}", a[key], b[key])
    elif isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            yield f"{path}: {len(a)} and {len(b)} items"
        for index, (x, y) in enumerate(zip(a, b)):
            yield from differences(f"{path}[{index}]", x, y)
    elif type(a) is not type(b) or a != b:
        yield f"{path}: {a!r} and {b!r}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        from_yaml = yaml.safe_load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        from_json = json.load(file)
    found = list(differences("", from_yaml, from_json))
    for line in found[:20]:
        print(line, file=sys.stderr)
    sys.exit(1 if found else 0)


main()
