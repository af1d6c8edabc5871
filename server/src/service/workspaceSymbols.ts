import type { Entity } from '../core/analysis';
import type { Span } from '../core/span';
import type { Article } from './article';
import { firstMention } from './references';

/** An entity that answers a search, with its first mention. */
export interface FoundEntity {
  readonly entity: Entity;
  readonly span: Span;
}

/** The entities whose name or alias holds the query's letters in order, whatever their case or accents; all for an empty query. */
export function findEntities(article: Article, query: string): FoundEntity[] {
  const letters = foldName(query).replace(/\s+/g, '');
  const found: FoundEntity[] = [];
  for (const entity of article.analysis.entityIndex) {
    const span = firstMention(article, entity.id);
    if (span === undefined || ![entity.name, ...entity.aliases].some((name) => holdsLetters(foldName(name), letters))) continue;
    found.push({ entity, span: { start: span.start, end: span.end } });
  }
  return found;
}

/** Letters as they are compared: whatever their case or accents. */
export const foldName = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether letters stand in a name in their order, others between them. */
export function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
