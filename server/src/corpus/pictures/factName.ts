import { pictures } from '../../messages/pictures';
import { wordsOf } from '../../messages/topic';
import type { DashboardSection } from './dashboard';
import { typeName } from './typeName';

/** A row of a dashboard as people call it; names stay as they are. */
export function factName(section: DashboardSection, item: string, language: string | undefined): string {
  const { drawn, locale } = wordsOf(pictures, language);
  switch (section) {
    case 'corpus':
      return Object.entries(drawn.facts).find(([name]) => name === item)?.[1] ?? item;
    case 'language':
      return languageName(item, locale);
    case 'type':
      return typeName(item === 'date' ? item : `entity/${item}`, language);
    case 'quote':
      return typeName(`quote/${item}`, language);
    case 'review':
      return typeName(item, language);
    default:
      return item;
  }
}

/** A language by its name; what is none stays as it is. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
