import { importingMessages } from '../../messages/importing';
import { bodyOf, doubtful, oneLine, type Read } from './article';

/** Whether paragraphs are those of a LexisNexis (Nexis Uni) export. */
export const isLexisNexis = (paragraphs: readonly string[]): boolean =>
  paragraphs.some((paragraph) => END.test(paragraph)) && paragraphs.some((paragraph) => BODY.test(paragraph));

/**
 * The articles of a LexisNexis export: title, source, day, lines `Section:`, `Length:`, `Byline:`, then the text below
 * `Body`, up to `Classification`, `Load-Date:` or `End of Document`. French headings are known too.
 */
export function readLexisNexis(paragraphs: readonly string[]): readonly Read[] {
  const articles: Read[] = [];
  let begun = 0;
  for (const [i, paragraph] of paragraphs.entries()) {
    if (!END.test(paragraph)) continue;
    articles.push(readOne(paragraphs.slice(begun, i), articles.length + 1));
    begun = i + 1;
  }
  return articles;
}

const END = /^\s*(?:End of Document|Fin du document)\s*$/i;
const BODY = /^\s*(?:Body|Corps)\s*$/i;
const AFTER = /^\s*(?:Classification|Graphic|Graphique|Load-Date\s*:.*|Date de chargement\s*:.*|Notes)\s*$/i;
const RIGHTS = /^\s*(?:Copyright|©|\(c\)|Tous droits|All Rights)/i;
const LABELLED = /^\s*(\p{Lu}[\p{L} -]{2,24}?)\s*:\s*(\S.*)$/u;
/** A day in words or figures with its year; what follows it (Monday, the edition) does not matter. */
const DAY = /(?:\d{1,2}(?:er)?\s+\p{L}{3,10}\.?,?\s+\d{4}|\p{L}{3,10}\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d|\d\d?\/\d\d?\/\d{4})/u;

/** What the labels stand for, French and English. */
const LABELS: Readonly<Record<string, string>> = {
  byline: 'author',
  auteur: 'author',
  section: 'section',
  rubrique: 'section',
  length: '',
  longueur: '',
  dateline: 'dateline',
  lieu: 'dateline',
  highlight: 'highlight',
  chapeau: 'highlight',
  language: 'language',
  langue: 'language',
  'publication-type': 'publication_type',
  'type de publication': 'publication_type',
  subject: 'subjects',
  sujet: 'subjects',
  geographic: 'regions',
  'load-date': 'load_date',
  'date de chargement': 'load_date',
};

function readOne(paragraphs: readonly string[], line: number): Read {
  const body = paragraphs.findIndex((paragraph) => BODY.test(paragraph));
  const after = paragraphs.findIndex((paragraph, i) => i > body && AFTER.test(paragraph));
  const text = body < 0 ? '' : bodyOf(paragraphs.slice(body + 1, after < 0 ? undefined : after));
  if (text === '') return doubtful(line, importingMessages.emptyText);
  const head = paragraphs.slice(0, body).flatMap((paragraph) => paragraph.split('\n'));
  const plain = head.map((each) => each.trim()).filter((each) => each !== '' && !RIGHTS.test(each) && !LABELLED.test(each));
  const day = plain.findIndex((each, i) => i > 0 && DAY.test(each));
  const metadata = new Map<string, string>();
  for (const each of [...head, ...(after < 0 ? [] : paragraphs.slice(after))]) takeLabelled(each, metadata);
  const author = metadata.get('author');
  metadata.delete('author');
  return {
    article: {
      body: text,
      title: oneLine(plain[0]),
      source: oneLine(day === 1 ? undefined : plain[1]),
      date: day < 0 ? metadata.get('load_date') : DAY.exec(plain[day] ?? '')?.[0],
      author,
      metadata,
      line,
    },
  };
}

function takeLabelled(paragraph: string, metadata: Map<string, string>): void {
  const [, label = '', value = ''] = LABELLED.exec(paragraph) ?? [];
  const known = label.toLowerCase();
  const column = Object.hasOwn(LABELS, known) ? LABELS[known] : undefined;
  if (column && !metadata.has(column)) metadata.set(column, value.replace(/\s+/g, ' ').trim());
}
