import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensurePackages, outdatedReason } from '../../../scripts/lib/setup.mjs';

const lock = (packages: Record<string, object>) => ({ packages });
const wanted = lock({
  '': {},
  'node_modules/mocha': { version: '11.7.5' },
  'node_modules/a/node_modules/b': { version: '1.0.0' },
  'node_modules/@esbuild/win32-x64': { version: '0.28.2', optional: true },
});
const installed = lock({ 'node_modules/mocha': { version: '11.7.5' }, 'node_modules/a/node_modules/b': { version: '1.0.0' } });

describe('whether npm ci is needed', () => {
  it('is not, when all but packages for other systems are there', () => {
    expect(outdatedReason(wanted, installed)).toBeUndefined();
  });

  it('is, when nothing is installed', () => {
    expect(outdatedReason(wanted, undefined)).toBe('none are there yet');
  });

  it('is, when a package is missing', () => {
    expect(outdatedReason(wanted, lock({ 'node_modules/mocha': { version: '11.7.5' } }))).toBe('b is missing');
  });

  it('is, when a package changed its version', () => {
    const older = lock({ ...installed.packages, 'node_modules/mocha': { version: '11.7.4' } });
    expect(outdatedReason(wanted, older)).toBe('mocha is of another version');
  });
});

describe('programs that a test needs', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('are left as they are where they are there', async () => {
    await expect(ensurePackages(['neovim'], () => true)).resolves.toBeUndefined();
  });

  it('are named on a machine of a user, and nothing is installed there', async () => {
    vi.stubEnv('CI', '');
    await expect(ensurePackages(['emacs-nox', 'elpa-eglot'], () => false)).rejects.toThrow(
      'needs emacs-nox elpa-eglot (apt-get install emacs-nox elpa-eglot)',
    );
  });

  it('are told not to be had where nothing may be skipped and nothing can be installed', async () => {
    vi.stubEnv('CI', 'true');
    vi.stubEnv('PATH', '');
    await expect(ensurePackages(['neovim'], () => false)).rejects.toThrow('cannot install that from here');
  });
});
