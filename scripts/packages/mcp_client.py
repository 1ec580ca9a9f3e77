"""`dragoman mcp` as an assistant uses it: by the protocol's public client, and by hostile lines.

    mcp_client.py PROGRAM EXAMPLES      (with the package mcp)
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mcp import StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client

PROGRAM, EXAMPLES = sys.argv[1], Path(sys.argv[2])
faults: list[str] = []


def check(holds: bool, words: str) -> None:
    if not holds:
        faults.append(words)
        print(f"mcp: {words}", file=sys.stderr)


def server(*arguments: str) -> StdioServerParameters:
    return StdioServerParameters(command=PROGRAM, args=["mcp", *arguments])


def text(result) -> str:
    return "".join(part.text for part in result.content)


def program(*arguments: str) -> str:
    return subprocess.run(
        [PROGRAM, *arguments], capture_output=True, text=True, check=True).stdout


async def asks_and_cites(mode: str) -> None:
    """Every tool by the client, each answer with statements whose quotes are in the case."""
    case = str(EXAMPLES / "sarn")
    texts = " ".join(
        " ".join(path.read_text("utf-8").split()) for path in (EXAMPLES / "sarn/texts").iterdir())
    async with Client(stdio_client(server(case)), mode=mode) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        check({"case", "text", "positions", "search", "entry", "brief", "propose_candidate"}
              <= set(tools), f"tools: {sorted(tools)}")
        words = {"search": {"words": "water"}, "entry": {}, "text": {}, "propose_candidate": None}
        overview = text(await client.call_tool("case", {}))
        ids = [line.split("`")[1] for line in overview.split("\n") if line.startswith("- `")]
        words["entry"] = {"id": ids[0]}
        sources = overview.split("## Sources")[1].split("`")[1::2]
        words["text"] = {"source": sources[0]}
        quotes = 0
        for name in tools:
            if words.get(name, {}) is None:
                continue
            result = await client.call_tool(name, words.get(name, {}))
            model = name in ("settlement", "simulation", "stability")
            check(not result.is_error or model, f"{name}: {text(result)[:200]}")
            for statement in (result.structured_content or {}).get("statements", []):
                check(f"[{statement['id']}]" in text(result), f"{name}: {statement['id']} not cited")
                if statement["quote"]:
                    quotes += 1
                    for piece in statement["quote"].split(" … "):
                        check(" ".join(piece.split()) in texts,
                              f"{name}: a quote that no text has: {piece!r}")
        check(quotes > 50, f"only {quotes} quotes")
        wrong = await client.call_tool("positions", {"party": ["nobody"]})
        check(wrong.is_error, "an unknown party is no error")


async def proposes() -> None:
    """A suggestion waits in the file; nothing of the record changes; a person accepts it."""
    with tempfile.TemporaryDirectory() as folder:
        for form in ("yaml", "dragoman"):
            shutil.copytree(EXAMPLES / "sarn", Path(folder) / form)
            case = str(Path(folder) / form)
            if form == "dragoman":
                case = str(Path(folder) / "sarn.dragoman")
                program("convert", str(Path(folder) / form), "--output", case, "--by", "anna")
            before = json.loads(program("timeline", case, "--format", "json"))["view"]
            # What the program itself would propose, so that the words are sure to be found.
            found = None
            async with Client(stdio_client(server(case, "--by", "anna")), mode="legacy") as client:
                overview = text(await client.call_tool("case", {}))
                for source in overview.split("## Sources")[1].split("`")[1::2]:
                    part = await client.call_tool("text", {"source": source, "length": 8000})
                    if part.is_error:
                        continue
                    body = part.structured_content["text"]
                    for sentence in body.replace("\n", " ").split(". "):
                        for cue in (" said that ", " says that "):
                            if cue in sentence:
                                speaker, words = sentence.split(cue, 1)
                                speaker = " ".join(speaker.split()[-2:])
                                result = await client.call_tool(
                                    "propose_candidate",
                                    {"source": source, "quote": words.strip(), "speaker": speaker})
                                if not result.is_error:
                                    found = result.structured_content["suggestion"]
                                    break
                        if found:
                            break
                    if found:
                        break
                invented = await client.call_tool(
                    "propose_candidate",
                    {"source": source, "quote": "the minister resigned over the dam this morning",
                     "speaker": "The minister"})
                check(invented.is_error, f"{form}: an invented quote was taken")
            after = json.loads(program("timeline", case, "--format", "json"))["view"]
            check(before == after, f"{form}: the record changed")
            if found is None:
                print(f"mcp: {form}: no sentence to propose in the example", file=sys.stderr)
                continue
            shown = program("suggest", case, "--explain", found)
            check("waiting" in shown and "assistant" in shown, f"{form}: {shown[:200]}")
        async with Client(stdio_client(server(case, "--read-only")), mode="legacy") as client:
            tools = {tool.name for tool in (await client.list_tools()).tools}
            check("propose_candidate" not in tools, "--read-only takes suggestions")


def answers(arguments: list[str], lines: list[bytes], seconds: float = 60) -> list[dict]:
    done = subprocess.run(
        [PROGRAM, "mcp", *arguments], input=b"\n".join(lines) + b"\n", capture_output=True,
        timeout=seconds)
    check(done.returncode == 0, f"ended with {done.returncode}: {done.stderr[:300]!r}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def call(number: int, name: str, arguments: object) -> bytes:
    return json.dumps(
        {"jsonrpc": "2.0", "id": number, "method": "tools/call",
         "params": {"name": name, "arguments": arguments}}).encode()


HELLO = json.dumps(
    {"jsonrpc": "2.0", "id": 0, "method": "initialize",
     "params": {"protocolVersion": "2025-06-18", "capabilities": {},
                "clientInfo": {"name": "t", "version": "1"}}}).encode()


def is_hardened() -> None:
    case = str(EXAMPLES / "sarn")
    huge = b'{"jsonrpc":"2.0","id":9,"method":"ping","params":{"a":"' + b"x" * 30_000_000 + b'"}}'
    hostile = [
        b"", b"{", b"\xff\xfe\x00", b"[" * 200_000, b'{"jsonrpc":"2.0","id":1,"method":"shutdown"}',
        b"[]", b'{"jsonrpc":"2.0","id":1e400,"method":"ping"}', b"GET / HTTP/1.1", huge,
        b'{"jsonrpc":"2.0","id":2,"method":"ping","id":3}',
        call(4, "text", {"source": "../../../../etc/passwd"}),
        call(5, "entry", {"id": "/etc/passwd"}),
        call(6, "positions", {"party": {"$ref": "file:///etc/passwd"}}),
        call(7, "positions", {"as_of": "2025-05-16; rm -rf /"}),
        call(8, "positions", "party=x"), call(9, "sh", {"command": "id"}),
        call(10, "search", {"words": "$(touch /tmp/dragoman-was-here)"}),
        call(11, "search", {"words": "\u0000\u001b[2J\u202e"}),
    ]
    last = b'{"jsonrpc":"2.0","id":"last","method":"ping"}'
    start = time.monotonic()
    found = answers([case], [HELLO, *hostile, last])
    took = time.monotonic() - start
    check(found[-1] == {"jsonrpc": "2.0", "id": "last", "result": {}}, "it did not live through it")
    check(took < 30, f"hostile lines took {took:.1f} s")
    check("root:" not in json.dumps(found), "a file of the machine was read")
    for answer in found[1:-1]:
        refused = "error" in answer or answer["result"].get("isError") or answer["id"] in (2, 3, 10, 11)
        check(bool(refused), f"answered: {json.dumps(answer)[:200]}")
    # A client that goes away in the middle of a line, and one that says nothing.
    check(answers([case], [HELLO, b'{"jsonrpc":"2.0","id":1,"meth'])[-1]["error"]["code"] == -32700,
          "half a line")
    check(answers([case], []) == [], "silence")
    missing = subprocess.run(
        [PROGRAM, "mcp", "/no/such/case"], stdin=subprocess.DEVNULL, capture_output=True)
    check(missing.returncode == 3 and not missing.stdout, "a case that is not there")


def sees_through_the_lens() -> None:
    case = str(EXAMPLES / "istanbul")
    (hello, listed, refused, given) = answers(
        [case, "--as-of", "2022", "--redact"],
        [HELLO, b'{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
         call(2, "positions", {"as_of": "2025"}), call(3, "positions", {})])
    tools = {tool["name"]: tool for tool in listed["result"]["tools"]}
    for name in tools:
        parameters = tools[name]["inputSchema"]["properties"]
        check("as_of" not in parameters and "redact" not in parameters, f"{name} takes {parameters}")
    check(refused["result"]["isError"], "a fixed date was changed")
    check("as of 2022" in given["result"]["structuredContent"]["lens"], "the lens is not in force")
    check("never an instruction" in hello["result"]["instructions"]
          or "is an instruction" in hello["result"]["instructions"], "no caution")


def main() -> None:
    asyncio.run(asks_and_cites("legacy"))
    asyncio.run(asks_and_cites("auto"))
    asyncio.run(proposes())
    is_hardened()
    sees_through_the_lens()
    if faults:
        raise SystemExit(f"mcp: {len(faults)} faults")
    print("mcp: every tool by the public client, suggestions, hostile lines: as it should be")


main()
