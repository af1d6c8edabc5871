import { Readability } from '@mozilla/readability';
import { importingMessages } from '../../messages/importing';
import { bodyOf, lost, oneLine, type Read } from './article';
import type { Page, PageNode } from './dom';
import { readEuropresse } from './europresse';
import { isFactivaHtml, readFactivaHtml } from './factiva';
import { attributeAt, blocksOf, parsePage, textAt } from './htmlText';

/**
 * The articles of an HTML file: those of a press archive's export, else the main text of a page, without what stands round
 * it (menus, teasers, notices), by the library that Firefox's reader view is.
 *
 * @param name - the file's, for the title of a page that has none.
 */
export function readHtml(html: string, name: string): readonly Read[] {
  const page = parsePage(html);
  if (page.querySelector('.DocPublicationName, .docOcurrContainer, .titreArticle') !== null) return readEuropresse(page);
  if (isFactivaHtml(page)) return readFactivaHtml(page);
  return [readPage(page, name)];
}

function readPage(page: Page, name: string): Read {
  const meta = (...names: readonly string[]): string | undefined => {
    for (const each of names) {
      const value = attributeAt(page, `meta[property="${each}"], meta[name="${each}"], meta[itemprop="${each}"]`, 'content');
      if (value !== undefined) return oneLine(value);
    }
    return undefined;
  };
  const metadata = new Map<string, string>();
  const keep = (column: string, value: string | undefined): void => {
    if (value !== undefined) metadata.set(column, value);
  };
  keep('url', attributeAt(page, 'link[rel="canonical"]', 'href') ?? meta('og:url'));
  keep('section', meta('article:section'));
  keep('keywords', meta('keywords', 'news_keywords'));
  keep('language', oneLine(page.documentElement?.getAttribute('lang')));
  const date =
    meta('article:published_time', 'datePublished', 'date', 'pubdate', 'dc.date', 'DC.date', 'dcterms.date', 'publish-date') ??
    attributeAt(page, 'time[datetime]', 'datetime');
  const site = meta('og:site_name', 'application-name', 'dc.publisher');
  const author = meta('author', 'article:author', 'dc.creator', 'DC.creator');
  const heading = textAt(page, 'h1') ?? meta('og:title', 'twitter:title') ?? textAt(page, 'title');
  // the library takes the page apart
  const found = mainText(page);
  const paragraphs = blocksOf(found.root);
  const title = heading ?? oneLine(found.title) ?? name;
  const body = bodyOf(withoutTitle(paragraphs, title));
  if (body === '') return lost(1, importingMessages.noMainText);
  return {
    article: {
      body,
      title,
      date: date ?? found.date,
      source: site ?? found.site,
      author: (author?.startsWith('http') ? undefined : author) ?? found.author,
      metadata,
      line: 1,
    },
  };
}

interface MainText {
  readonly root: PageNode;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly site?: string | undefined;
  readonly author?: string | undefined;
}

/** No page is written deeper, or longer: the library would take hours over it. */
const DEEPEST = 150;
const MOST_ELEMENTS = 50_000;

/** Where a page is too short, too odd or too deep for the library, all of it is the text. */
function mainText(page: Page): MainText {
  if (isTooMuch(page)) return { root: page.body };
  const whole = page.body.cloneNode(true);
  const found = new Readability(page as never, { charThreshold: 200 }).parse();
  if (!found?.content || !found.textContent?.trim()) return { root: whole };
  return {
    root: parsePage(found.content).body,
    title: found.title ?? undefined,
    date: oneLine(found.publishedTime),
    site: oneLine(found.siteName),
    author: oneLine(found.byline),
  };
}

function isTooMuch(page: Page): boolean {
  let [depth, elements] = [0, 0];
  let node: PageNode | null = page.body;
  while (node !== null) {
    if (++elements > MOST_ELEMENTS || depth > DEEPEST) return true;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node !== null && node !== page.body && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
    }
    if (node === null || node === page.body) return false;
    node = node.nextSibling;
  }
  return false;
}

function withoutTitle(paragraphs: readonly string[], title: string): readonly string[] {
  return paragraphs[0]?.replace(/\s+/g, ' ').trim() === title ? paragraphs.slice(1) : paragraphs;
}
