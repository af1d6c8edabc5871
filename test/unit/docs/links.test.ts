import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What people read of the project, from its folder. */
const PAGES = [
  ...['README.md', 'README.fr.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'samples/README.md'],
  ...(fs.readdirSync('docs', { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md') && !name.includes('.vitepress'))
    .map((name) => `docs/${name}`),
];

const withoutCode = (text: string): string => text.replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, '').replace(/`[^`\n]*`/g, '');

/** The names that GitHub and the documentation's generator give to headings. */
function anchors(text: string): Set<string> {
  const headings = [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => title);
  return new Set(
    headings.map((title) =>
      title
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}
const withoutFences = (text: string): string => text.replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, '');

/** Links of a page that lead nowhere. */
function broken(page: string, text: string): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : path.join(path.dirname(page), decodeURIComponent(file));
    if (!fs.existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchors(fs.readFileSync(target, 'utf8')).has(anchor);
  });
}

describe('the documentation', () => {
  test.each(PAGES)('%s links to what is there', (page) => {
    expect(broken(page, fs.readFileSync(page, 'utf8'))).toEqual([]);
  });

  test('a link to a missing page or heading is found', () => {
    const text = '[a](docs/none.md) [b](docs/keys.md#nowhere) [c](docs/keys.md#keys) `[d](none)`';
    expect(broken('README.md', text)).toEqual(['docs/none.md', 'docs/keys.md#nowhere']);
  });

  test('has the user’s pages in both languages', () => {
    const french = fs.readdirSync('docs/fr').sort();
    expect(french.length).toBeGreaterThan(8);
    for (const page of french) expect(fs.existsSync(`docs/${page}`), page).toBe(true);
  });

  test('of both languages names the same programs, formats and settings', () => {
    const english = fs.readFileSync('README.md', 'utf8');
    const french = fs.readFileSync('README.fr.md', 'utf8');
    const compared = (text: string): number => (text.match(/^\| .* \| .* \| .* \| .* \| .* \|$/gm) ?? []).length;
    expect(compared(french)).toBe(compared(english));
    for (const command of ['annotate', 'convert', 'agreement', 'summary'])
      for (const text of [english, french]) expect(text).toContain(`dist/cli.js ${command}`);
  });
});
