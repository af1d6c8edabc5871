import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process wrote something: its number alone is given again to others, after a while or at once in a container. */
export interface ProcessIdentity {
  /** Where process numbers mean the same: one start of one machine, one name space. */
  readonly space: string;
  readonly pid: number;
  /** When it began, as the system counts; empty where the system does not say. */
  readonly start: string;
}

const attempt = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

/** Short and fit for a file's name. */
const SPACE = createHash('sha256')
  .update(
    [
      hostname(),
      attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
      attempt(() => readlinkSync('/proc/self/ns/pid')),
    ].join('|'),
  )
  .digest('hex')
  .slice(0, 8);

/** What the system says of a process: its state (`R`, `S`, `Z` …) and its start; empty where there is no such file. */
function statusOf(pid: number): { readonly state: string; readonly start: string } {
  const status = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // the program's name stands in brackets and may hold anything
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', start: fields[19] ?? '' };
}

/** This process. */
export const THIS_PROCESS: ProcessIdentity = { space: SPACE, pid: process.pid, start: statusOf(process.pid).start };

/** Whether a process still runs. `unknown`: it is of another machine, container or start of this one. */
export function fateOf({ space, pid, start }: ProcessIdentity): 'runs' | 'ended' | 'unknown' {
  if (space !== SPACE) return 'unknown';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'ended';
  }
  const now = statusOf(pid);
  // ended and not yet taken note of by its parent; or the number was given to another
  return now.state === 'Z' || (start !== '' && now.start !== '' && now.start !== start) ? 'ended' : 'runs';
}
