import { describe, expect, it } from 'vitest';
import { auditFindings } from '../../../scripts/audit.mjs';
import { bundledPackages, namedPackages, noticeOf, shippingProblems } from '../../../scripts/notices.mjs';

describe('the licences of what is bundled', () => {
  it('are those of each package that a bundle holds something of, nested ones too', () => {
    const inputs = {
      'server/src/main.ts': { bytesInOutput: 10 },
      'node_modules/a/index.js': { bytesInOutput: 10 },
      'node_modules/a/lib/b.js': { bytesInOutput: 10 },
      'node_modules/a/node_modules/@c/d/index.js': { bytesInOutput: 10 },
      'node_modules/unused/index.js': { bytesInOutput: 0 },
    };
    expect(bundledPackages({ outputs: { 'dist/x.js': { inputs } } })).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/@c/d',
    ]);
  });

  it('are those of the packages that tables are made of', () => {
    const sources = ["import names from 'names';", 'const file = require(`@x/places/a.json`);'];
    expect(namedPackages(sources, ['names', '@x/places', 'name', 'places'])).toEqual(['names', '@x/places']);
  });

  it('stand there with their holders; a package without any is an error', () => {
    const own = { name: 'a', version: '1.0.0', license: 'MIT' };
    expect(noticeOf(own, ['Copyright A\r\n'])).toBe('a 1.0.0 (MIT)\n\n-------------\n\nCopyright A');
    expect(() => noticeOf(own, [])).toThrow('a 1.0.0 bears no licence');
    expect(() => noticeOf({ ...own, name: 'constructor' }, [])).toThrow('bears no licence');
    expect(noticeOf({ ...own, name: 'saxes' }, [])).toMatch(/Isaac Z\. Schlueter[\s\S]*Permission to use, copy/);
  });
});

describe('what ships', () => {
  it('is what the manifest says that ships, so that an audit sees it', () => {
    const packages = {
      '': { dependencies: { a: '1.0.0', idle: '1.0.0' } },
      'node_modules/a': {},
      'node_modules/a/node_modules/b': {},
      'node_modules/c': { dev: true },
      'node_modules/idle': {},
    };
    const bundled = ['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c'];
    expect(shippingProblems(bundled, { packages })).toEqual([
      expect.stringContaining('node_modules/c is in a bundle'),
      expect.stringContaining('idle is in no bundle'),
    ]);
  });
});

describe('what npm audit answers', () => {
  it('is a list of packages, or nothing where it could not ask', () => {
    expect(auditFindings('{"vulnerabilities":{}}')).toEqual([]);
    expect(auditFindings('npm warn x\n{"vulnerabilities":{"a":{"severity":"high"}}}')).toEqual(['a (high)']);
    expect(auditFindings('npm error network\n{"message":"offline","error":{"code":"ENOTFOUND"}}')).toBeUndefined();
    expect(auditFindings('npm error network')).toBeUndefined();
  });
});
