import type { ChildProcess } from 'node:child_process';

/** How long a program has to end by itself once it was told to, in milliseconds. */
const GRACE = 2_000;

/** Programs that were told to end and have not. */
const stubborn = new Set<ChildProcess>();

/** Ends a program: it is told to, and killed where it has not ended after a grace, or when this process ends before. */
export function endProgram(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (stubborn.size === 0) process.once('exit', killAll);
  stubborn.add(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
  // a program that ends leaves nothing to wait for
  timer.unref();
  child.once('exit', () => {
    clearTimeout(timer);
    stubborn.delete(child);
    if (stubborn.size === 0) process.removeListener('exit', killAll);
  });
  child.stdin?.destroy();
  child.kill();
}

function killAll(): void {
  for (const child of stubborn) child.kill('SIGKILL');
}
