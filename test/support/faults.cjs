// Makes calls of the system fail, in this process or in one that has this file with --require.
//
//   ENOSPC, EIO …  the call fails with this code        SHORT  writes half and says so, once
//   FULL           writes half and says so, and every later write fails with ENOSPC
//   LIE            writes half and says that it wrote all KILL   the process ends before the call
//   HALF           the process ends when half is written
//
//   HOLD   calls wait, all of them, until there is another plan: a disk that does not answer
//
// With `delay` each such call comes up to so many milliseconds later, so that processes meet in each other's gaps.
//
// A plan names the nth call, counted among those whose path (either of two) fits `where`; at 0 they are counted only.
// In another process the plan is in the file that FAULTS names, read again before each call; what was counted is written
// beside it at the end, and after each call of a plan with `count: true`.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const real = { readFileSync: fs.readFileSync, writeFileSync: fs.writeFileSync, writeSync: fs.writeSync };
const promised = [
  'open',
  'rename',
  'link',
  'unlink',
  'mkdir',
  'rm',
  'stat',
  'lstat',
  'realpath',
  'access',
  'chmod',
  'readFile',
  'appendFile',
];
const ofHandles = ['write', 'writeFile', 'read', 'sync', 'datasync', 'truncate', 'close', 'stat', 'chmod', 'chown'];
const writing = new Set(['write', 'writeFile', 'writeSync']);
/** Calls that change nothing: whoever is ended before them is ended before the next one that does. */
const looking = new Set(['stat', 'lstat', 'realpath', 'access', 'read', 'readFile']);

let plan;
let seen = '';
let calls = 0;
let log = [];
let full = false;

function arm(next) {
  plan = next && { ...next, where: new RegExp(next.where ?? '') };
  [calls, log, full] = [0, [], false];
}

function disarm() {
  plan = undefined;
  return log;
}

function look() {
  const file = process.env.FAULTS;
  if (file === undefined) return;
  let text = '';
  try {
    text = real.readFileSync(file, 'utf8');
  } catch {
    // no plan
  }
  if (text === seen) return;
  seen = text;
  try {
    arm(text === '' ? undefined : JSON.parse(text));
  } catch {
    // half written: read again before the next call
    seen = '';
  }
}

const failure = (code, name, path) =>
  Object.assign(new Error(`${code}: made to fail, ${name} '${path}'`), { code, errno: -1, syscall: name, path });

/** What becomes of a call: undefined (it is made), or what to do in its place. */
function fate(name, paths) {
  look();
  if (plan === undefined || plan.kind === 'HOLD' || !paths.some((path) => plan.where.test(String(path)))) return undefined;
  if (plan.kind.match(/^(?:KILL|HALF)$/) && looking.has(name)) return undefined;
  calls++;
  log.push(`${name} ${paths.join(' ')}`);
  if (plan.count) real.writeFileSync(`${process.env.FAULTS}.log`, log.join('\n'));
  if (full && writing.has(name)) return { fail: failure('ENOSPC', name, paths[0]) };
  if (calls !== plan.at) return undefined;
  switch (plan.kind) {
    case 'KILL':
      return { end: true };
    case 'HALF':
      return writing.has(name) ? { half: true, end: true } : { end: true };
    case 'FULL':
      full = true;
      return writing.has(name) ? { half: true } : undefined;
    case 'SHORT':
      return writing.has(name) ? { half: true } : undefined;
    case 'LIE':
      return writing.has(name) ? { half: true, lie: true } : undefined;
    default:
      return { fail: failure(plan.kind, name, paths[0]) };
  }
}

const bytesOf = (args) => (typeof args[0] === 'string' ? Buffer.from(args[0]) : args[0]);

function writeHalf(fd, args) {
  const bytes = bytesOf(args);
  const [from, length, position] = typeof args[1] === 'number' ? [args[1], args[2], args[3]] : [0, bytes.length, undefined];
  const half = Math.max(1, Math.floor(length / 2));
  return { written: real.writeSync(fd, bytes, from, half, position ?? null), length };
}

function end() {
  process.kill(process.pid, 'SIGKILL');
  // a signal takes a moment: nothing more may happen meanwhile
  return new Promise(() => {});
}

const paths = new WeakMap();
function watchHandle(handle, path) {
  paths.set(handle, path);
  for (const name of ofHandles) {
    const original = handle[name];
    handle[name] = async function (...args) {
      const fated = fate(name, [path]);
      if (fated === undefined) return original.apply(this, args);
      if (fated.fail) {
        // a file that could not be closed is closed all the same
        if (name === 'close') await original.call(this);
        throw fated.fail;
      }
      const done = fated.half && writeHalf(this.fd, args);
      if (fated.end) return end();
      return { bytesWritten: fated.lie ? done.length : done.written, buffer: args[0] };
    };
  }
  return handle;
}

async function linger(paths) {
  look();
  while (plan?.kind === 'HOLD' && paths.some((path) => plan.where.test(String(path)))) {
    await new Promise((done) => setTimeout(done, 5));
    look();
  }
  if (!plan?.delay || !paths.some((path) => plan.where.test(String(path)))) return;
  const until = performance.now() + Math.random() * plan.delay;
  while (performance.now() < until) await new Promise((done) => setImmediate(done));
}

for (const name of promised) {
  const original = fs.promises[name];
  fs.promises[name] = async function (...args) {
    const named = name === 'rename' || name === 'link' ? [args[0], args[1]] : [args[0]];
    await linger(named);
    const fated = fate(name, named);
    if (fated?.fail) throw fated.fail;
    if (fated?.end) return end();
    const result = await original.apply(this, args);
    return name === 'open' ? watchHandle(result, String(args[0])) : result;
  };
}
fs.writeSync = (fd, ...args) => {
  const fated = fd === 1 ? fate('writeSync', ['standard output']) : undefined;
  if (fated === undefined) return real.writeSync(fd, ...args);
  if (fated.fail) throw fated.fail;
  const { written, length } = writeHalf(fd, args);
  return fated.lie ? length : written;
};
syncBuiltinESMExports();
if (process.env.FAULTS !== undefined)
  process.on('exit', () => {
    if (log.length > 0) real.writeFileSync(`${process.env.FAULTS}.log`, log.join('\n'));
  });

module.exports = { arm, disarm };
