import type { CorpusSchema } from './schema';

/** Where a project's guidelines speak of something: the heading, and its line from 1. */
export interface GuidelinePlace {
  readonly heading: string;
  readonly line: number;
}

/** The path that a schema names as its guidelines; undefined where they are a text, or there are none. */
export function guidelinesPath({ guidelines }: CorpusSchema): string | undefined {
  const isPath = guidelines !== undefined && /^[^\n:*?"<>|]{1,200}\.(?:md|markdown|txt)$/i.test(guidelines);
  return isPath && !guidelines.split(/[\\/]/).includes('..') ? guidelines : undefined;
}

/**
 * Finds the place of each type in guidelines: the first heading (`#` in Markdown) that has its name in files or its title as
 * words. By layer and type, as `entity/PER`.
 */
export function guidelinePlaces(text: string, { layers }: CorpusSchema): ReadonlyMap<string, GuidelinePlace> {
  const headings = text.split(/\r\n|[\r\n]/).flatMap((line, i): GuidelinePlace[] => {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    return heading ? [{ heading, line: i + 1 }] : [];
  });
  const places = new Map<string, GuidelinePlace>();
  for (const layer of layers)
    for (const type of layer.types) {
      const place =
        headings.find(({ heading }) => hasWords(heading, type.id)) ??
        headings.find(({ heading }) => hasWords(heading, type.title));
      if (place) places.set(`${layer.id}/${type.id}`, place);
    }
  return places;
}

function hasWords(heading: string, words: string): boolean {
  const plain = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(words).trim() !== '' && plain(heading).includes(plain(words));
}
