import { importingMessages } from '../../messages/importing';
import { bodyOf, doubtful, oneLine, type Read } from './article';
import type { Page, PageElement } from './dom';
import { attributeAt, blocksOf, textAt } from './htmlText';

/**
 * The articles of a Europresse export in HTML: an `article` each, its head in elements with classes of their own. Both
 * the older make (`span.DocPublicationName`, `div.DocText`) and the newer one (`div.rdp__…`, `div.docOcurrContainer`).
 */
export function readEuropresse(page: Page): readonly Read[] {
  const found = [...page.querySelectorAll('article')];
  const articles: readonly PageElement[] = found.length > 0 ? found : page.body ? [page.body] : [];
  return articles.map((article, i) => readOne(article, i + 1));
}

function readOne(article: PageElement, line: number): Read {
  const container = article.querySelector('.docOcurrContainer') ?? article.querySelector('.DocText');
  const body = container === null ? '' : bodyOf(blocksOf(container, isNoText));
  if (body === '') return doubtful(line, importingMessages.emptyText);
  const number = textAt(article, '.publiC-lblNodoc', '.PubliC_lblNodoc');
  const head = textAt(article, '.DocHeader', '.rdp__DocHeader');
  const published = textAt(article, '.DocPublicationName', '.rdp__DocPublicationName');
  const metadata = new Map<string, string>();
  const keep = (column: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') metadata.set(column, value);
  };
  keep('section', sectionOf(head));
  keep('page', /\bp(?:ages?)?\.?\s*([\w-]+)/.exec(head ?? '')?.[1]);
  keep('edition', oneLine(published?.slice(sourceOf(published).length).replace(/^[\s,;–-]+/, '')));
  keep('url', attributeAt(article, '.DocText a[href^="http"], .docOcurrContainer a[href^="http"]', 'href'));
  return {
    article: {
      body,
      title: textAt(article, '.titreArticleVisu', '.TitreArticleVisu', '.titreArticle'),
      // the day in the number is a figure and has one form; the head's is in words
      date: dayInNumber(number) ?? head,
      source: published === undefined ? undefined : sourceOf(published),
      author: authorOf(textAt(article, '.docAuthors', '.sm-margin-bottomNews')),
      id: number,
      metadata,
      line,
    },
  };
}

/** Links to the original and what belongs to pictures are not the article's words. */
function isNoText(element: PageElement): boolean {
  const name = element.localName.toLowerCase();
  if (name === 'aside' || name === 'footer' || name === 'header') return true;
  return /\b(?:titreArticle|docAuthors|DocHeader|DocPublicationName|apd-wrapper|Doc-LegalInfo|publiC-lblNodoc)\b/.test(
    element.getAttribute('class') ?? '',
  );
}

/** `news·20160112·LM·4839201` */
function dayInNumber(number: string | undefined): string | undefined {
  const [, year, month, day] = /[·.](\d{4})(\d\d)(\d\d)[·.]/.exec(number ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

/** `Le Monde, no. 22001`, `Le Figaro (site web) …` */
const sourceOf = (published: string): string => (/^[^,]*?(?=\s*(?:,|,?\s+no\.|$))/.exec(published)?.[0] ?? published).trim();

/** `International, mardi 12 janvier 2016, p. 4`: what stands before the day. */
function sectionOf(head: string | undefined): string | undefined {
  const first = head?.split(',')[0]?.trim();
  return first === undefined || /\d/.test(first) || !head?.includes(',') || /day$|di$|manche$/i.test(first) ? undefined : first;
}

const authorOf = (words: string | undefined): string | undefined => oneLine(words?.replace(/^[/\s]+|[;\s]+$/g, ''));
