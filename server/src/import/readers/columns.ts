import { importingMessages } from '../../messages/importing';
import { bodyOf, doubtful, FIELDS, type Field, type ImportedArticle, oneLine, type Read } from './article';
import { looksLikeHtml, textOfHtml } from './htmlText';

/** Which column of a table, or key of a record, says what; null: none, whatever it is called. */
export type ColumnMapping = { readonly [field in Field]?: string | null };

/** A row of a table, or a record, by the names of its columns, in their order. */
export type Row = ReadonlyMap<string, string>;

/**
 * What each field's column is usually called, in French and English, as {@link plainName} writes it; the surest first.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: [
    ...['text', 'texte', 'body', 'corps', 'fulltext', 'texteintegral', 'textecomplet', 'articletext', 'articlebody', 'maintext'],
    ...['textearticle', 'textedelarticle', 'bodytext', 'contenu', 'content', 'contents', 'plaintext', 'rawtext', 'article'],
    ...['paragraphs', 'paragraphes', 'story', 'message', 'transcription'],
  ],
  date: [
    ...['date', 'publicationdate', 'datepublication', 'datedepublication', 'dateparution', 'datedeparution', 'pubdate'],
    ...['publishedat', 'publisheddate', 'datepublished', 'published', 'publieele', 'publiele', 'webpublicationdate'],
    ...[
      'articledate',
      'datearticle',
      'jour',
      'day',
      'parution',
      'datetime',
      'timestamp',
      'created',
      'createdat',
      'year',
      'annee',
    ],
  ],
  title: ['title', 'titre', 'headline', 'headlinemain', 'articletitle', 'titrearticle', 'webtitle', 'heading', 'intitule'],
  source: [
    ...['source', 'sourcename', 'nomsource', 'journal', 'newspaper', 'media', 'publication', 'publicationname', 'outlet'],
    ...['titredepresse', 'titrepresse', 'organe', 'publisher', 'editeur', 'revue', 'magazine', 'sitename', 'domain', 'feed'],
  ],
  author: [
    ...['author', 'auteur', 'authors', 'auteurs', 'authorname', 'byline', 'bylineoriginal', 'signature', 'journaliste'],
    ...['journalist', 'writer', 'creator', 'redacteur'],
  ],
  id: [
    ...['id', 'identifiant', 'identifier', 'uid', 'uuid', 'guid', 'articleid', 'idarticle', 'docid', 'iddoc', 'documentid'],
    ...['numero', 'no', 'num', 'number', 'key', 'accessionnumber'],
  ],
};

/** A column's text has so many characters on average: what is shorter is a title or a name. */
const LONG = 60;

/**
 * Tells columns by their names, French or English, whatever their case, accents and joints; the text, where no name tells
 * it, by which column is the longest.
 *
 * @param names - as in the file.
 * @param rows - some of them.
 * @param chosen - what a person has said; it holds. A name that the file does not have is left out.
 */
export function guessColumns(names: readonly string[], rows: readonly Row[], chosen: ColumnMapping = {}): ColumnMapping {
  const guessed = chosenColumns(names, chosen);
  const taken = new Set(Object.values(guessed).filter((name) => name !== null));
  for (const field of FIELDS) {
    if (guessed[field] !== undefined) continue;
    const name = guessOne(field, names, taken) ?? (field === 'text' ? longest(names, rows, taken) : undefined);
    if (name === undefined) continue;
    guessed[field] = name;
    taken.add(name);
  }
  return guessed;
}

function chosenColumns(names: readonly string[], chosen: ColumnMapping): { [field in Field]?: string | null } {
  const found: { [field in Field]?: string | null } = {};
  for (const field of FIELDS) {
    const said = chosen[field];
    const name = said == null ? said : columnNamed(names, said);
    if (name !== undefined) found[field] = name;
  }
  return found;
}

/** The column that a person means: as it is written, else in another case or without accents. */
export function columnNamed(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => name === wanted) ?? names.find((name) => plainName(name) === plainName(wanted));
}

/** The field that a name stands for; undefined where it is none of them. */
export function fieldNamed(name: string): Field | undefined {
  return FIELDS.find((field) => NAMES[field].includes(plainName(name)));
}

/**
 * The article that a row tells of. What is in no field is metadata.
 *
 * @param line - where the row begins.
 */
export function articleOfRow(row: Row, mapping: ColumnMapping, line: number): Read {
  const of = (field: Field): string | undefined => row.get(mapping[field] ?? '');
  const written = of('text') ?? '';
  const body = looksLikeHtml(written) ? bodyOf(textOfHtml(written)) : bodyOfCell(written);
  if (body === '') return doubtful(line, importingMessages.emptyText);
  const fields = new Set(Object.values(mapping));
  const metadata = new Map<string, string>();
  for (const [name, value] of row) {
    const said = oneLine(value);
    if (said !== undefined && !fields.has(name)) metadata.set(name, said);
  }
  const article: ImportedArticle = {
    body,
    date: oneLine(of('date')),
    title: oneLine(of('title')),
    source: oneLine(of('source')),
    author: oneLine(of('author')),
    id: oneLine(of('id')),
    metadata,
    line,
  };
  return { article };
}

/** Where a cell has empty lines these part its paragraphs, else each line is one. */
function bodyOfCell(cell: string): string {
  const text = cell.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/^\ufeff/, '');
  return bodyOf(text.split(/\n[ \t]*\n\s*/.test(text) ? /\n[ \t]*(?:\n[ \t]*)+/ : /\n/));
}

/** A name in small letters and figures alone. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function guessOne(field: Field, names: readonly string[], taken: ReadonlySet<string>): string | undefined {
  for (const known of NAMES[field]) {
    const name = names.find((candidate) => !taken.has(candidate) && plainName(candidate) === known);
    if (name !== undefined) return name;
  }
  return undefined;
}

function longest(names: readonly string[], rows: readonly Row[], taken: ReadonlySet<string>): string | undefined {
  const free = names.filter((name) => !taken.has(name));
  const lengthOf = (name: string): number =>
    rows.reduce((sum, row) => sum + (row.get(name)?.length ?? 0), 0) / Math.max(1, rows.length);
  const best = free.reduce<string | undefined>(
    (first, other) => (first === undefined || lengthOf(other) > lengthOf(first) ? other : first),
    undefined,
  );
  return best !== undefined && lengthOf(best) >= LONG ? best : undefined;
}
