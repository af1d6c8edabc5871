import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { STAND_INS, webConfigurations } from '../../../scripts/lib/webBundles.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles a text as the browser's server is, and gives the bundle. */
async function bundled(contents: string): Promise<string> {
  const common = { absWorkingDir: ROOT, bundle: true, write: false, logLevel: 'silent' } as const;
  const { entryPoints: _, ...options } = webConfigurations(common)[1] ?? {};
  const { outputFiles = [] } = await build({
    ...options,
    stdin: { contents, resolveDir: `${ROOT}server/src/store`, loader: 'ts' },
  });
  return outputFiles[0]?.text ?? '';
}

describe('the bundles for a browser', () => {
  it.each([
    ["import { readFileSync } from 'node:fs'; readFileSync('a');", 'node:fs'],
    ["import { createHash } from 'crypto'; createHash('sha256');", 'crypto'],
    ["import './exchange';", 'node:fs'],
  ])('are not made of %s', async (source, module) => {
    await expect(bundled(source)).rejects.toThrow(`needs ${module}, which no browser has`);
  });

  it('hold the stand-in of what asks the system', async () => {
    const text = await bundled("import { withLock } from './lock'; withLock('a', async () => undefined);");
    expect(text).toContain('server/src/web/lock.ts');
    expect(text).not.toContain('server/src/store/lock.ts');
  });

  it('have the words of everything that is in them', async () => {
    const common = { absWorkingDir: ROOT, bundle: true, write: false, metafile: true, logLevel: 'silent' } as const;
    const { metafile } = await build(webConfigurations(common)[1] ?? {});
    const topics = 'server/src/web/topics.ts';
    const imports = Object.entries(metafile?.inputs ?? {}).map(
      ([file, { imports }]) => [file, imports.map(({ path }) => path)] as const,
    );
    const listed = imports.find(([file]) => file === topics)?.[1] ?? [];
    const said = readFileSync(`${ROOT}server/src/messages/topics.ts`, 'utf8');
    const used = imports
      .filter(([file]) => file !== topics && !file.startsWith('server/src/messages/'))
      .flatMap(([, paths]) => paths)
      // topics whose texts are given as messages
      .filter((path) => said.includes(`'./${path.replace(/^.*messages\/|\.ts$/g, '')}'`) && path.includes('src/messages/'));
    expect(used.length).toBeGreaterThan(10);
    for (const path of new Set(used)) if (!path.endsWith('/topic.ts')) expect(listed).toContain(path);
  });

  it('have every module that says that it stands in for another, and no other', () => {
    const saying = ['client', 'server'].flatMap((side) =>
      readdirSync(`${ROOT}${side}/src/web`)
        .map((name) => `${side}/src/web/${name}`)
        .filter((file) => readFileSync(ROOT + file, 'utf8').includes('Stands in for `')),
    );
    expect(Object.values(STAND_INS).sort()).toEqual(saying.sort());
    for (const file of Object.keys(STAND_INS)) expect(existsSync(ROOT + file), file).toBe(true);
  });
});
