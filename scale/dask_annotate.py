#!/usr/bin/env python3
"""Annotates a corpus on the workers of a Dask cluster, part by part.

    python3 dask_annotate.py --scheduler tcp://HOST:8786 --out OUT PART.jsonl ...
    python3 dask_annotate.py --scheduler tcp://HOST:8786 --out OUT FOLDER

A part is a file of JSON Lines ({"id", "text", ...} a line), or so many articles of a folder. OUT gets a file of analyses
for each part, its lines in the order of the part's, and manifest.json. A part is written whole or not at all; run again,
only what is missing or has changed is done. A bad article is a line with "error" in its place. Input, OUT and the
annotator must be reachable by the same paths from all workers, as on a shared file system.

Exit status: 0 all done; 1 articles or parts failed, which the manifest names; 2 nothing could be done.
"""

import argparse
import asyncio
import hashlib
import json
import os
import platform
import shlex
import subprocess
import sys
import time
import uuid
from pathlib import Path

TRIES = 3
STATE = ".parts"
# How much of what a failed process said is kept, in characters.
TAIL = 2000
# The manifest is written anew after so many seconds, so that a run can be watched.
MANIFEST_EVERY = 20


class PartFailed(Exception):
    """A part could not be done; the message says why."""


def run_annotator(annotator, arguments, **options):
    """Runs the annotator; where there is none, the message says on which machine."""
    try:
        return subprocess.run([*annotator, *arguments], **options)
    except OSError as error:
        raise PartFailed(f"{platform.node()}: {shlex.join(annotator)} cannot be run: {error.strerror}") from None


def version_here(annotator):
    """On a worker: the annotator's version, or why it cannot be run. Gives (version, problem)."""
    try:
        done = run_annotator(annotator, ["--version"], capture_output=True, text=True, timeout=60)
    except (PartFailed, subprocess.TimeoutExpired) as error:
        return None, str(error)
    if done.returncode != 0:
        return None, f"{platform.node()}: {shlex.join(annotator)} ended with {done.returncode}: {done.stderr.strip()[-TAIL:]}"
    return done.stdout.strip(), None


def annotate_part(part, annotator, options, timeout):
    """On a worker: annotates a part into a file of its own, and gives it the part's name once it is whole."""
    began = time.monotonic()
    output = Path(part["output"])
    unfinished = output.parent / STATE / f"{output.name}.{uuid.uuid4().hex}.unfinished"
    try:
        with open(part["input"], "rb") as lines, open(unfinished, "wb") as analyses:
            arguments = ["annotate", "--quiet", "--jobs", "1", "--input", part["kind"], *options]
            try:
                done = run_annotator(
                    annotator, arguments, stdin=lines, stdout=analyses, stderr=subprocess.PIPE, timeout=timeout
                )
            except subprocess.TimeoutExpired:
                raise PartFailed(f"took longer than {timeout} seconds (--timeout)") from None
            analyses.flush()
            os.fsync(analyses.fileno())
        said = done.stderr.decode("utf-8", "replace").strip()[-TAIL:]
        # 1: some articles are error lines, or the output could not be written; the count tells
        if done.returncode not in (0, 1):
            raise PartFailed(f"the annotator ended with {done.returncode}: {said}")
        wanted, (written, errors) = count_input(part["input"]), count_output(unfinished)
        if written != wanted:
            raise PartFailed(f"{written} lines were written for {wanted} articles: {said}")
        os.replace(unfinished, output)
        return {"articles": written, "errors": errors, "seconds": round(time.monotonic() - began, 3)}
    except OSError as error:
        raise PartFailed(f"{platform.node()}: {error}") from None
    finally:
        unfinished.unlink(missing_ok=True)


def count_input(path):
    """How many articles a part has: its lines that are not blank."""
    with open(path, "rb") as lines:
        return sum(1 for line in lines if line.strip())


def count_output(path):
    """How many lines an output has, and how many of them are errors. A last line without its end is half a line."""
    count, errors = 0, 0
    with open(path, "rb") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                continue
            count += 1
            # quotation marks within a text are escaped: only an analysis has this
            errors += b'"entities":[' not in line
    return count, errors


def parts_of(paths, out, size, annotator):
    """The parts of what was named, each with the file that it is read from and the one that it goes to."""
    parts, names, seen = [], set(), set()

    def unused(name, path):
        # some file systems take no notice of capitals
        if name.casefold() in names:
            name = f"{name}-{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
        names.add(name.casefold())
        return name

    def add(kind, path, name):
        name = unused(name, path)
        parts.append({"name": name, "kind": kind, "input": str(path), "output": str(out / f"{name}.jsonl")})

    for path in map(Path, paths):
        full = path.resolve()
        if full in seen:
            continue
        seen.add(full)
        if path.is_dir():
            # a list of its own for each of several folders of one name
            name = unused(full.name, full)
            for number, listed in enumerate(list_folder(full, out / STATE / name, size, annotator)):
                add("paths", listed, f"{name}-{number:06d}")
        elif path.is_file():
            add("jsonl", full, path.name.removesuffix(".jsonl"))
        else:
            raise SystemExit(f"dask_annotate: {path}: there is no such file or folder")
    return parts


def refuse_to_overwrite(parts, out):
    """Ends where a part would be written over an input, or over what is no file of analyses."""
    inputs = {part["input"] for part in parts}
    for output in [Path(part["output"]) for part in parts]:
        if os.path.realpath(output) in inputs:
            raise SystemExit(f"dask_annotate: {output} is an input and would be written over: choose another --out")
        if output.exists() and not begins_with(output, b'"entities":[', b'"error":'):
            raise SystemExit(f"dask_annotate: {output} is no file of analyses and would be written over: choose another --out")
    manifest = out / "manifest.json"
    if manifest.exists() and b'"annotator"' not in manifest.read_bytes():
        raise SystemExit(f"dask_annotate: {manifest} is no manifest of this program and would be written over: choose another --out")


def begins_with(path, *words):
    """Whether a file's first line has one of some words, or there is none."""
    with open(path, "rb") as lines:
        first = lines.readline()
    return not first or any(word in first for word in words)


def list_folder(folder, start_of_name, size, annotator):
    """Lists a folder's articles into files of so many paths each, named by number; gives the files."""
    try:
        done = run_annotator(annotator, ["summary", "--list", str(folder)], stdout=subprocess.PIPE)
    except PartFailed as error:
        raise SystemExit(f"dask_annotate: {error}") from None
    paths = done.stdout.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    if not paths:
        raise SystemExit(f"dask_annotate: {folder}: no articles")
    for start in range(0, len(paths), size):
        listed = start_of_name.with_name(f"{start_of_name.name}-{start // size:06d}.paths")
        write_whole(listed, "".join(paths[start : start + size]).encode("utf-8", "surrogateescape"))
        yield listed


def write_whole(path, content):
    """Writes a file whole or not at all; one that holds this already keeps its time."""
    if path.exists() and path.read_bytes() == content:
        return
    unfinished = path.with_name(f"{path.name}.{uuid.uuid4().hex}.unfinished")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def fingerprint(part, settings):
    """What an output was made of: a part whose fingerprint is another is done again. Of a list, its files' too."""
    seen = hashlib.sha256(json.dumps(settings).encode())
    paths = [part["input"]]
    if part["kind"] == "paths":
        paths += Path(part["input"]).read_bytes().decode("utf-8", "surrogateescape").splitlines()
    for path in paths:
        try:
            found = os.stat(path)
            seen.update(f"{found.st_size} {found.st_mtime_ns}\n".encode())
        except OSError:
            seen.update(b"missing\n")
    return seen.hexdigest()


def is_done(part, record):
    """Whether an earlier run has done a part as it is now."""
    return record is not None and record["fingerprint"] == part["fingerprint"] and Path(part["output"]).is_file()


def record_of(part, out):
    """What an earlier run has noted of a part; None where there is nothing that can be read."""
    try:
        record = json.loads((out / STATE / f"{part['name']}.json").read_text())
    except (OSError, ValueError, RecursionError):
        return None
    is_whole = isinstance(record, dict) and all(isinstance(record.get(what), int) for what in ("articles", "errors"))
    return record if is_whole and isinstance(record.get("fingerprint"), str) else None


class Manifest:
    """What was done, for people and for whoever reads the output."""

    def __init__(self, out, version):
        self.out, self.version = out, version
        self.done, self.failed, self.written = {}, {}, 0.0

    def add(self, part, facts):
        self.done[part["name"]] = {"input": part["input"], "output": Path(part["output"]).name, **facts}

    def fail(self, part, reason):
        self.failed[part["name"]] = {"input": part["input"], "reason": reason}

    def total(self, what):
        return sum(facts[what] for facts in self.done.values())

    def write(self, waiting):
        content = {
            "annotator": self.version,
            "articles": self.total("articles"),
            "errors": self.total("errors"),
            "parts": self.done,
            "failed": self.failed,
            "waiting": waiting,
        }
        write_whole(self.out / "manifest.json", (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())
        self.written = time.monotonic()


def connect(address, wait):
    """A client of the scheduler, with a worker at least. Says what is not there."""
    from distributed import Client

    try:
        client = Client(address, timeout=wait)
    except (OSError, asyncio.TimeoutError, ValueError) as error:
        raise SystemExit(f"dask_annotate: no scheduler answers at {address}: {str(error) or type(error).__name__}") from None
    try:
        client.wait_for_workers(1, timeout=wait)
    except (TimeoutError, asyncio.TimeoutError):
        raise SystemExit(f"dask_annotate: the scheduler at {address} has no workers: start some (dask worker {address})") from None
    return client


def check_workers(client, annotator):
    """The annotator's version on all workers, and the workers that can run it (None: all). Says which cannot."""
    found = client.run(version_here, annotator)
    good = [worker for worker, (version, _) in found.items() if version]
    for worker, (_, problem) in found.items():
        if problem:
            print(f"dask_annotate: worker {worker} is left out: {problem}", file=sys.stderr)
    versions = {found[worker][0] for worker in good}
    if not good:
        raise SystemExit("dask_annotate: no worker can run the annotator (--annotator names it; it needs Node 20)")
    if len(versions) > 1:
        raise SystemExit(f"dask_annotate: workers have different versions of the annotator: {', '.join(sorted(versions))}")
    return versions.pop(), None if len(good) == len(found) else good


def run_parts(client, parts, manifest, arguments):
    """Hands the parts out and notes each as it comes back."""
    from distributed import as_completed

    annotator, options, timeout, workers = arguments
    futures = {}
    for part in parts:
        key = f"{part['name']}-{uuid.uuid4().hex}"
        futures[
            client.submit(
                annotate_part, part, annotator, options, timeout, key=key, retries=TRIES - 1, workers=workers, pure=False
            )
        ] = part
    waiting = len(futures)
    for future in as_completed(futures):
        part, waiting = futures.pop(future), waiting - 1
        if future.status == "finished":
            facts = {**future.result(), "fingerprint": part["fingerprint"]}
            write_whole(manifest.out / STATE / f"{part['name']}.json", json.dumps(facts).encode())
            manifest.add(part, facts)
        else:
            reason = str(future.exception()) if future.status == "error" else future.status
            manifest.fail(part, reason)
            print(f"dask_annotate: {part['name']} failed {TRIES} times: {reason}", file=sys.stderr)
        future.release()
        if waiting == 0 or time.monotonic() - manifest.written > MANIFEST_EVERY:
            manifest.write(waiting)
            print(f"{len(manifest.done)} of {len(manifest.done) + waiting} parts, {manifest.total('articles')} articles")


def options_of(words):
    about, more = __doc__.split("\n\n", 1)
    parser = argparse.ArgumentParser(
        description=about, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", nargs="+", help="files of JSON Lines, or folders of articles")
    parser.add_argument("--scheduler", required=True, help="the address that dask scheduler prints")
    parser.add_argument("--out", required=True, type=Path, help="the folder to write into")
    parser.add_argument("--annotator", default="corpus-annotator", help="how workers call the program (corpus-annotator)")
    parser.add_argument("--options", default="", help='more options of annotate, as in --options "--language fr"')
    parser.add_argument("--part-size", type=int, default=500, help="articles of a folder to a part (500)")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds that one part may take (3600)")
    parser.add_argument("--wait", type=float, default=30, help="seconds to wait for scheduler and workers (30)")
    return parser.parse_args(words)


def annotate(asked):
    """Does what was asked; gives the exit status."""
    annotator, options = shlex.split(asked.annotator), shlex.split(asked.options)
    out = asked.out.resolve()
    (out / STATE).mkdir(parents=True, exist_ok=True)
    with connect(asked.scheduler, asked.wait) as client:
        version, workers = check_workers(client, annotator)
        parts = parts_of(asked.input, out, asked.part_size, annotator)
        refuse_to_overwrite(parts, out)
        manifest = Manifest(out, version)
        ahead = []
        for part in parts:
            part["fingerprint"] = fingerprint(part, [version, options, part["name"]])
            record = record_of(part, out)
            if is_done(part, record):
                manifest.add(part, record)
            else:
                Path(part["output"]).unlink(missing_ok=True)
                ahead.append(part)
        if len(ahead) < len(parts):
            print(f"{len(parts) - len(ahead)} of {len(parts)} parts are done already")
        try:
            run_parts(client, ahead, manifest, (annotator, options, asked.timeout, workers))
        finally:
            manifest.write(len(parts) - len(manifest.done) - len(manifest.failed))
    for left in (out / STATE).glob("*.unfinished"):
        left.unlink(missing_ok=True)
    print(f"{manifest.total('articles')} articles, {manifest.total('errors')} of them errors; {len(manifest.failed)} parts failed")
    return 1 if manifest.failed or manifest.total("errors") else 0


def main(words):
    try:
        return annotate(options_of(words))
    except SystemExit as end:
        # a message of ours; argparse ends with a number
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 2
        raise
    except KeyboardInterrupt:
        print("dask_annotate: stopped; run it again to go on", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"dask_annotate: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
