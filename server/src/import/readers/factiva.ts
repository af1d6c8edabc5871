import { importingMessages } from '../../messages/importing';
import { bodyOf, doubtful, oneLine, type Read } from './article';
import type { Page, PageElement } from './dom';
import { blocksOf, textAt } from './htmlText';

/** Whether a page is an export of Factiva's. */
export function isFactivaHtml(page: Page): boolean {
  return page.querySelector('div.article[class*="Article"], .articleParagraph, p[class*="articleParagraph"]') !== null;
}

/**
 * The articles of a Factiva export in HTML, in either of its makes: a table whose first column holds codes (`HD`, `PD`,
 * `SN` …), or a headline and lines that follow each other.
 */
export function readFactivaHtml(page: Page): readonly Read[] {
  const found = [...page.querySelectorAll('div.article')];
  const articles: readonly PageElement[] = found.length > 0 ? found : [page.body];
  return articles.map((article, i) => {
    const rows = codedRows(article);
    return rows.has('HD') || rows.has('PD') ? ofCodes(rows, i + 1) : ofHtmlLines(article, i + 1);
  });
}

/**
 * The articles of a Factiva export that was read as lines (RTF): each ends with a line `Document LEMOND0020160112ec1c0002v`.
 */
export function readFactivaLines(lines: readonly string[]): readonly Read[] {
  const articles: Read[] = [];
  let begun = 0;
  for (const [i, line] of lines.entries()) {
    if (!NUMBER.test(line)) continue;
    articles.push(ofLines(lines.slice(begun, i + 1), articles.length + 1));
    begun = i + 1;
  }
  return articles;
}

/** Whether lines are those of a Factiva export. */
export const isFactivaText = (lines: readonly string[]): boolean =>
  lines.some((line) => NUMBER.test(line)) && lines.some((line) => COUNT.test(line.trim()));

const NUMBER = /^\s*Document\s+([A-Za-z]{2,8}\w{0,4}0?20\d{6}\w{5,12})\s*$/;
/** `512 words`, `1.204 mots` */
const COUNT = /^[\d\s.,\u00a0\u202f]+\s*(?:words|mots|palabras|parole|W[öo]rter|palavras)$/i;
const TIME = /^\d{1,2}[:h]\d{2}(?:\s*(?:[AP]M|GMT|CET|CEST))?$/i;
const DAY = /^(?:\d{1,2}(?:er)?\s+\p{L}{3,10}\.?\s+\d{4}|\p{L}{3,10}\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d)$/u;
const CODE = /^[A-Z][A-Z0-9]{1,7}$/;
const LANGUAGE =
  /^(?:English|Anglais|French|Français|German|Allemand|Deutsch|Spanish|Espagnol|Italian|Italien|Dutch|Portuguese)$/i;
const RIGHTS = /^(?:\(c\)|©|Copyright|Tous droits|All rights)/i;
const BYLINE = /^(?:By|Par|De|Von)\s+(.+)$/;

/** The rows of an article's tables, by their codes: paragraphs of each. */
function codedRows(article: PageElement): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const row of article.querySelectorAll('tr')) {
    const [head, value] = row.querySelectorAll('td,th');
    const code = head?.textContent?.replace(/\s+/g, '');
    if (value !== undefined && code !== undefined && /^[A-Z]{2,3}$/.test(code)) rows.set(code, blocksOf(value));
  }
  return rows;
}

/** Codes that have a field of their own, and those that are dates, texts or furniture; all others are metadata. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['SE', 'section'],
  ['PG', 'page'],
  ['ED', 'edition'],
  ['SC', 'source_code'],
  ['LA', 'language'],
  ['CO', 'companies'],
  ['IN', 'industries'],
  ['NS', 'subjects'],
  ['RE', 'regions'],
]);

function ofCodes(rows: ReadonlyMap<string, readonly string[]>, line: number): Read {
  const of = (code: string): string | undefined => oneLine(rows.get(code)?.join(' '));
  const body = bodyOf([...(rows.get('LP') ?? []), ...(rows.get('TD') ?? [])]);
  if (body === '') return doubtful(line, importingMessages.emptyText);
  const metadata = new Map<string, string>();
  for (const [code, column] of CODES) {
    const value = of(code);
    if (value !== undefined) metadata.set(column, value);
  }
  const author = of('BY');
  return {
    article: {
      body,
      title: of('HD'),
      date: of('PD'),
      source: of('SN'),
      author: BYLINE.exec(author ?? '')?.[1] ?? author,
      id: of('AN')?.replace(/^Document\s+/, ''),
      metadata,
      line,
    },
  };
}

function ofHtmlLines(article: PageElement, line: number): Read {
  const title = textAt(article, '[class*="Headline"]', '#hd', 'b');
  const body = [...article.querySelectorAll('p[class*="articleParagraph"]')].flatMap((paragraph) => blocksOf(paragraph));
  const all = blocksOf(article);
  const first = body[0] === undefined ? all.length : all.indexOf(body[0]);
  // what stands before the first paragraph is the head
  return ofLines([...all.slice(0, first), '', ...body, ...all.filter((each) => NUMBER.test(each))], line, title);
}

interface Head {
  title?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  source?: string | undefined;
  readonly metadata: Map<string, string>;
}

/**
 * An article as lines: headline, perhaps who wrote it, so many words, day, perhaps the time, source, its code, perhaps the
 * page, language, whose right it is, then the text. An empty line ends the head where the maker tells it.
 */
function ofLines(lines: readonly string[], line: number, title?: string): Read {
  const number = NUMBER.exec(lines.at(-1) ?? '')?.[1];
  const content = number === undefined ? lines : lines.slice(0, -1);
  const head: Head = { metadata: new Map() };
  const count = content.findIndex((each) => COUNT.test(each.trim()));
  const before = content.slice(0, Math.max(0, count)).filter((each) => each.trim() !== '');
  const byline = before.length > 1 ? before.find((each) => BYLINE.test(each.trim())) : undefined;
  head.author = byline && BYLINE.exec(byline.trim())?.[1];
  head.title = title ?? oneLine(before.filter((each) => each !== byline).at(-1));
  const end = readHead(content, count + 1, head);
  const body = bodyOf(content.slice(end).filter((each) => each.trim() !== title || title === undefined));
  if (body === '') return doubtful(line, importingMessages.emptyText);
  return { article: { ...head, body, id: number, line } };
}

/** Reads the head's lines after the count of words; gives where the text begins. */
function readHead(content: readonly string[], from: number, head: Head): number {
  let at = from;
  for (; at < content.length; at++) {
    const said = content[at]?.trim() ?? '';
    if (said === '' && head.date !== undefined) break;
    if (!takeHeadLine(said, head)) break;
  }
  while (content[at]?.trim() === '') at++;
  // the paragraph that says whose right it is may stand alone behind an empty line
  return RIGHTS.test(content[at]?.trim() ?? '') ? at + 1 : at;
}

function takeHeadLine(said: string, head: Head): boolean {
  if (said === '' || TIME.test(said) || RIGHTS.test(said)) return true;
  if (head.date === undefined && DAY.test(said)) head.date = said;
  else if (LANGUAGE.test(said)) head.metadata.set('language', said);
  else if (head.source !== undefined && CODE.test(said) && !head.metadata.has('source_code'))
    head.metadata.set('source_code', said);
  else if (head.source === undefined && head.date !== undefined && said.length < 80) head.source = said;
  else if (/^(?:p\.?\s*)?[A-Z]?\d{1,3}$/.test(said)) head.metadata.set('page', said);
  else if (!head.metadata.has('language') && said.length < 60 && !/[.!?…»”"]$/.test(said)) head.metadata.set('section', said);
  else return false;
  return true;
}
