import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingEntries } from '../../../scripts/complete-lock.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: {
        'tool-linux-x64': '2.0.0',
        'tool-linux-x64-musl': '2.0.0',
        '@tool/win32-arm64': '2.0.0',
        extra: '1.0.0',
      },
    },
    'node_modules/tool-linux-x64': { version: '2.0.0' },
  },
};

describe('the lock file for other systems', () => {
  it('gets the packages that a mirror of the registry did not have', () => {
    expect(missingEntries(lock)).toEqual({
      'node_modules/tool-linux-x64-musl': {
        version: '2.0.0',
        dev: true,
        cpu: ['x64'],
        os: ['linux'],
        libc: ['musl'],
        optional: true,
      },
      'node_modules/@tool/win32-arm64': { version: '2.0.0', dev: true, cpu: ['arm64'], os: ['win32'], optional: true },
    });
  });

  it('finds a package that is installed below another', () => {
    const below = {
      packages: {
        'node_modules/a/node_modules/tool': { optionalDependencies: { 'tool-darwin-x64': '1.0.0', 'tool-win32-x64': '1.0.0' } },
        'node_modules/a/node_modules/tool-darwin-x64': { version: '1.0.0' },
        'node_modules/tool-win32-x64': { version: '1.0.0' },
      },
    };
    expect(missingEntries(below)).toEqual({});
  });

  it('is complete in this project: else run scripts/complete-lock.mjs', () => {
    const own = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
    expect(missingEntries(own)).toEqual({});
  });
});
