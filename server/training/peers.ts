import { createRequire } from 'node:module';
import path from 'node:path';
import type { EntityType } from '../src/core/analysis';
import type { GoldSpan } from './data';

interface Match {
  readonly offset: { readonly start: number; readonly length: number };
  readonly text: string;
}
interface View {
  json(options: object): Match[];
}
type Library = (text: string) => { people(): View; places(): View; organizations(): View };

/** The names that compromise (en) or fr-compromise (fr) finds, in the form the scorer reads. */
export function openPeer(root: string, language: string): ((text: string) => GoldSpan[]) | undefined {
  const name = language === 'fr' ? 'fr-compromise' : language === 'en' ? 'compromise' : undefined;
  if (name === undefined) return undefined;
  const library: Library = createRequire(path.join(root, 'package.json'))(name);
  return (text) => {
    const document = library(text);
    const spans: GoldSpan[] = [];
    const add = (view: View, type: EntityType): void => {
      for (const { offset } of view.json({ offset: true })) {
        const span = trim(text, offset.start, offset.start + offset.length);
        if (span.end > span.start) spans.push({ ...span, type });
      }
    };
    add(document.people(), 'PER');
    add(document.places(), 'LOC');
    add(document.organizations(), 'ORG');
    return spans;
  };
}

/** Without the marks and articles that the library counts to a match. */
function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && !/[\p{L}\p{N}]/u.test(text[start] as string)) start++;
  while (end > start && !/[\p{L}\p{N}]/u.test(text[end - 1] as string)) end--;
  const article = /^(?:l|d)['’]|^(?:le|la|les|the)\s+/iu.exec(text.slice(start, end));
  return { start: start + (article?.[0].length ?? 0), end };
}
