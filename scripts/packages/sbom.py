"""The software bill of materials, SPDX 2.3 in JSON.

    sbom.py FOLDER FILE…    FOLDER/dragoman-VERSION.spdx.json, of the files named
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402


def _id(text: str) -> str:
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", text)


def document(files: list[Path]) -> dict[str, object]:
    version = facts.version()
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(files)}
    whole = hashlib.sha256("".join(sums.values()).encode()).hexdigest()
    packages: list[dict[str, object]] = [
        {
            "SPDXID": "SPDXRef-dragoman", "name": "dragoman", "versionInfo": version,
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
            "licenseConcluded": "Apache-2.0", "licenseDeclared": "Apache-2.0",
            "copyrightText": "NOASSERTION", "supplier": "NOASSERTION",
        }
    ]
    relations: list[dict[str, str]] = [
        {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
         "relatedSpdxElement": "SPDXRef-dragoman"}
    ]
    for name, digest in sums.items():
        packages.append(
            {
                "SPDXID": _id(f"file-{name}"), "name": name, "versionInfo": version,
                "packageFileName": name, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
                "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
                "licenseConcluded": "Apache-2.0", "licenseDeclared": "Apache-2.0",
                "copyrightText": "NOASSERTION", "supplier": "NOASSERTION",
            })
        relations.append(
            {"spdxElementId": "SPDXRef-dragoman", "relationshipType": "CONTAINS",
             "relatedSpdxElement": _id(f"file-{name}")})
    for part in facts.parts():
        packages.append(
            {
                "SPDXID": _id(f"part-{part.name}"), "name": part.name,
                "versionInfo": part.version or "NOASSERTION", "downloadLocation": part.source,
                "filesAnalyzed": False, "licenseConcluded": part.licence,
                "licenseDeclared": part.licence, "copyrightText": "NOASSERTION",
                "supplier": "NOASSERTION",
            })
        relations.append(
            {"spdxElementId": "SPDXRef-dragoman", "relationshipType": "STATIC_LINK",
             "relatedSpdxElement": _id(f"part-{part.name}")})
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"dragoman-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/dragoman-{version}-{whole[:32]}",
        "creationInfo": {
            "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(facts.epoch())),
            "creators": ["Tool: dragoman-sbom"],
        },
        "packages": packages, "relationships": relations,
    }


if __name__ == "__main__":
    text = json.dumps(document([Path(name) for name in sys.argv[2:]]), indent=2, sort_keys=True)
    facts.write(Path(sys.argv[1]) / f"dragoman-{facts.version()}.spdx.json",
                (text + "\n").encode())
