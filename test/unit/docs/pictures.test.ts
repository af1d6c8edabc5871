import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PICTURES, pictureFile, pictureFiles } from '../../../scripts/lib/pictures.mjs';

const FOLDERS = [...new Set(PICTURES.map(({ folder }) => folder))];
const present = FOLDERS.flatMap((folder) => fs.readdirSync(folder).map((name) => `${folder}/${name}`)).sort();

describe('pictures of the product', () => {
  it('are those that npm run screenshots takes: none is missing, none is left over', () => {
    expect(present).toEqual(pictureFiles().sort());
  });

  it('are there for each step of the walkthrough in each language and theme, and for no step that is gone', () => {
    const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
    const steps: { id: string; media: { image: Record<string, string> } }[] = contributes.walkthroughs[0].steps;
    const taken = PICTURES.filter(({ folder }) => folder === 'client/media/walkthrough').map(({ name }) => name);
    expect(taken).toEqual(steps.map(({ id }) => id));
    for (const language of ['', '.fr']) {
      const texts = JSON.parse(fs.readFileSync(`package.nls${language}.json`, 'utf8'));
      for (const { media } of steps)
        for (const kind of ['light', 'dark', 'hc', 'hcLight']) {
          const file = texts[media.image[kind]?.slice(1, -1) ?? ''];
          expect(fs.existsSync(file), file).toBe(true);
        }
    }
  });

  it('that README and the documentation show are there, and each that is taken for them is shown', () => {
    const pages = ['README.md', 'README.fr.md', ...fs.readdirSync('docs').map((name) => `docs/${name}`)]
      .concat(fs.readdirSync('docs/fr').map((name) => `docs/fr/${name}`))
      .filter((name) => name.endsWith('.md'));
    const text = pages.map((page) => fs.readFileSync(page, 'utf8')).join('\n');
    const shown = new Set([...text.matchAll(/images\/([\w-]+\.webp)/g)].map(([, name]) => `docs/images/${name}`));
    for (const file of shown) expect(present).toContain(file);
    for (const { name, folder } of PICTURES)
      if (folder === 'docs/images')
        for (const language of ['en', 'fr']) expect(shown).toContain(pictureFile(name, language, 'light'));
  });

  it('that move stay below two megabytes, and all of them together below eight', () => {
    const sizes = new Map(present.map((file) => [file, fs.statSync(file).size]));
    for (const language of ['en', 'fr']) expect(sizes.get(pictureFile('keys', language, 'light'))).toBeLessThan(2_000_000);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(8_000_000);
    const moving = fs.readFileSync(pictureFile('keys', 'en', 'light')).toString('latin1');
    expect(moving).toContain('ANIM');
  });
});
