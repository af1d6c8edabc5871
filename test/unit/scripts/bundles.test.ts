import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The packages that a program is made of, as the build makes it. */
async function packagesIn(entry: string): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    outdir: 'nowhere',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return new Set(Object.keys(metafile.inputs).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
}

/** What reads documents: megabytes that nobody waits for who opens an article. */
const FOR_DOCUMENTS = ['mammoth', 'unpdf', 'linkedom', '@mozilla/readability', 'jszip'];

describe('what the programs are made of', () => {
  it.each(['server/src/main.ts', 'server/src/cli/main.ts'])(
    '%s leaves the libraries for documents to the importer',
    async (entry) => {
      const packages = await packagesIn(entry);
      expect(FOR_DOCUMENTS.filter((name) => packages.has(name))).toEqual([]);
    },
  );

  it('the importer has them', async () => {
    const packages = await packagesIn('server/src/importer.ts');
    expect(FOR_DOCUMENTS.filter((name) => !packages.has(name))).toEqual([]);
  });
});
