import { manifestOf } from './contributes';
import { DECLARATION, type Declaration } from './declaration';
import { keysPage, reviewTable, settingsPage, stepTable } from './pages';

/**
 * What the generated files are to hold, by their paths from the project's folder. `read` gives the text of a file, or
 * undefined where there is none: `package.json`, `README.md` and `README.fr.md` are written by hand but for some parts, and are refused
 * with an Error that names the file where those parts cannot be found.
 */
export function generatedFiles(
  read: (file: string) => string | undefined,
  declaration: Declaration = DECLARATION,
): ReadonlyMap<string, string> {
  const { english, french, ...parts } = manifestOf(declaration);
  return new Map([
    ['package.json', withParts(read('package.json'), parts)],
    ['package.nls.json', json(english)],
    ['package.nls.fr.json', json(french)],
    ['docs/settings.md', settingsPage(declaration)],
    ['docs/keys.md', keysPage(declaration)],
    ...(['en', 'fr'] as const).map((language): [string, string] => {
      const file = language === 'en' ? 'README.md' : 'README.fr.md';
      const tables = { 'keys that step': stepTable(declaration, language), 'review keys': reviewTable(declaration, language) };
      return [file, withTables(file, read(file), tables)];
    }),
  ]);
}

/** The generated files that are not as they are to be, or not there. */
export function staleFiles(read: (file: string) => string | undefined, declaration: Declaration = DECLARATION): string[] {
  return [...generatedFiles(read, declaration)].filter(([file, text]) => read(file) !== text).map(([file]) => file);
}

/** Replaces parts of the manifest where they stand; everything else, its order too, is whoever's wrote it: people's, npm's. */
function withParts(text: string | undefined, parts: Readonly<Record<string, unknown>>): string {
  if (text === undefined) throw new Error('package.json is missing');
  return json({ ...JSON.parse(text), ...parts });
}

/** Replaces what stands between the markers of each table. */
function withTables(file: string, text: string | undefined, tables: Readonly<Record<string, string>>): string {
  let changed = text ?? '';
  for (const [name, table] of Object.entries(tables)) {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [changed.indexOf(start), changed.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${file}: the markers ${start} and ${end} are missing`);
    changed = `${changed.slice(0, from + start.length)}\n\n${table}\n\n${changed.slice(to)}`;
  }
  return changed;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
