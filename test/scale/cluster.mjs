// A real Dask cluster on loopback, each part of it a process of its own, and the Python that runs it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, run, say } from '../../scripts/lib/project.mjs';
import { ensurePackages, isCI } from '../../scripts/lib/setup.mjs';

const OWN = path.join(ROOT, 'node_modules', '.cache', 'corpus-annotator-dask');

/** A Python that has dask.distributed; in CI one is made where there is none. Throws where it cannot be had. */
export async function pythonWithDask() {
  const own = path.join(OWN, 'bin', 'python3');
  const known = [process.env.DASK_PYTHON, own, 'python3', '/usr/bin/python3'].filter(Boolean);
  const find = async () => {
    for (const python of known)
      if ((await run(python, ['-c', 'import distributed'], { capture: true })).code === 0) return python;
    return undefined;
  };
  const found = await find();
  if (found) return found;
  if (isCI()) {
    say('Installing Dask with pip');
    await run('python3', ['-m', 'venv', OWN], { capture: true });
    await run(own, ['-m', 'pip', 'install', '--quiet', '-r', path.join(ROOT, 'scale/requirements.txt')], { capture: true });
  }
  const made = await find();
  if (made) return made;
  await ensurePackages(['python3-distributed'], () => fs.existsSync('/usr/lib/python3/dist-packages/distributed'));
  return '/usr/bin/python3';
}

/** A scheduler with workers; all of them end with `stop`. */
export class Cluster {
  #python;
  #scratch;
  #processes = [];

  constructor(python, scratch) {
    this.#python = python;
    this.#scratch = scratch;
  }

  /** Starts the scheduler; afterwards `address` is its. */
  async start() {
    const file = path.join(this.#scratch, 'scheduler.json');
    this.#spawn('dask_scheduler', ['--host', '127.0.0.1', '--port', '0', '--no-dashboard', '--scheduler-file', file]);
    this.address = await until('the scheduler', () => readAddress(file));
  }

  /** Starts a worker that handles one part at a time; gives its process. */
  worker() {
    const args = ['--no-nanny', '--nthreads', '1', '--no-dashboard', '--local-directory', this.#scratch];
    return this.#spawn('dask_worker', [this.address, ...args]);
  }

  stop() {
    for (const child of this.#processes) child.kill('SIGKILL');
  }

  #spawn(program, args) {
    const log = fs.openSync(path.join(this.#scratch, 'cluster.log'), 'a');
    const child = spawn(this.#python, ['-m', `distributed.cli.${program}`, ...args], { stdio: ['ignore', log, log] });
    fs.closeSync(log);
    this.#processes.push(child);
    return child;
  }
}

function readAddress(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).address;
  } catch {
    return undefined;
  }
}

/** Waits until there is something; fails where there is nothing after a minute. */
export async function until(what, condition) {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const found = condition();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain for ${what}`);
}
