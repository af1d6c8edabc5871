#!/usr/bin/env node
// Completes package-lock.json after `npm install` from a mirror of the npm registry that lacks packages for other systems:
// npm then leaves them out of the lock file, and `npm ci` refuses it, on every system.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, ROOT } from './lib/project.mjs';

const OS = /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(?=-|$)/;
const CPU = /-(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64|wasm32)(?=-|$)/;

/**
 * The entries that the lock file lacks: one for each optional package of another that is not there and whose name tells
 * a system or a processor, so that npm knows where to skip it. Place in the lock file → entry.
 */
export function missingEntries(lock) {
  const missing = {};
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(lock, place, name) || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) continue;
      const system = systemOf(name);
      if (system) missing[`node_modules/${name}`] = { version, ...pick(entry, ['dev']), ...system, optional: true };
    }
  }
  return missing;
}

/** Whether the package is found from this place: below it, or below any folder above. */
function isPresent(lock, place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

function systemOf(name) {
  const [, os] = OS.exec(name) ?? [];
  const [, cpu] = CPU.exec(name) ?? [];
  if (!os && !cpu) return undefined;
  const musl = /musl/.test(name);
  const glibc = os === 'linux' && /-gnu/.test(name);
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os && { os: [os] }),
    ...(musl && { libc: ['musl'] }),
    ...(glibc && { libc: ['glibc'] }),
  };
}

const pick = (entry, keys) => Object.fromEntries(keys.filter((key) => entry[key]).map((key) => [key, entry[key]]));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const file = path.join(ROOT, 'package-lock.json');
    const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
    const missing = missingEntries(lock);
    const packages = { ...lock.packages, ...missing };
    // As npm sorts them.
    lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
    if (Object.keys(missing).length > 0) fs.writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
    console.log(`${Object.keys(missing).length} packages for other systems added to package-lock.json`);
  });
}
