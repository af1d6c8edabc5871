// The process that tests run in, and its end where one does not end by itself.
import { fork } from 'node:child_process';
import path from 'node:path';
import { ROOT, UserError } from '../lib/project.mjs';

const WORKER = path.join(ROOT, 'scripts/mutants/worker.mjs');
/** Megabytes of objects: what grows without end is found before the machine has none left. */
const MEMORY = 3000;

/**
 * `begin(mutants)` has their places counted; `ask(task, limit)` gives a task's answer, or `{ by: 'no end' }` where nothing was
 * heard for `limit` milliseconds or the process died; then the next task finds a new one.
 */
export function testsInProcess() {
  let child;
  let ready;
  const start = () => {
    // a group of its own, so that what tests start ends with it
    child = fork(WORKER, {
      cwd: ROOT,
      detached: true,
      execArgv: [`--max-old-space-size=${MEMORY}`],
      stdio: ['ignore', 'ignore', process.env.MUTATE_DEBUG ? 'inherit' : 'ignore', 'ipc'],
    });
    ready = new Promise((resolve) => child.once('message', resolve));
  };
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  const ask = async (task, limit) => {
    await ready;
    const { answer, broken } = await heard(child, task, limit);
    if (!broken) return answer;
    end();
    start();
    return { by: 'no end' };
  };
  start();
  process.once('SIGINT', () => {
    end();
    process.exit(130);
  });
  return { begin: (mutants) => ask({ task: 'watch', mutants }, Number.POSITIVE_INFINITY), ask, end };
}

function heard(child, task, limit) {
  return new Promise((resolve, reject) => {
    let timer;
    const finish = (settle) => {
      clearTimeout(timer);
      child.off('message', listen);
      child.off('exit', die);
      settle();
    };
    const wait = () => {
      clearTimeout(timer);
      if (Number.isFinite(limit)) timer = setTimeout(die, limit);
    };
    const die = () => finish(() => resolve({ broken: true }));
    const listen = ({ done, broken }) => {
      if (broken !== undefined) finish(() => reject(new UserError(broken)));
      else if (done !== undefined) finish(() => resolve({ answer: done }));
      else wait();
    };
    child.on('message', listen);
    child.once('exit', die);
    wait();
    child.send(task);
  });
}
