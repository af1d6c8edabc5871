import type { AnnotationDocument } from '../annotationDocument';
import { labelled } from '../articleLabels';
import { attribute, descendants, elements, textContent, XML_URI, type XmlElement } from '../xml/read';

/** What a header says of an article, under the names of metadata.csv. */
export type HeaderFacts = Readonly<Partial<Record<'date' | 'title' | 'author' | 'source', string>>>;

/**
 * What a `teiHeader` says of the text that it heads: title and author of the title statement, the source's title, and the day
 * on which the text was made: that of `creation`, else of the source (a first edition before any other), else of the setting
 * (a sitting), else of the publication.
 */
export function headerFacts(header: XmlElement | undefined): HeaderFacts {
  if (!header) return {};
  const statement = descendants(header, 'titleStmt')[0];
  const source = descendants(header, 'sourceDesc')[0];
  const said = {
    title: words(statement && mainTitle(elements(statement, 'title'))),
    author: statement && elements(statement, 'author').map(authorName).filter(Boolean).join('; '),
    source: words(source && descendants(source, 'title')[0]),
    date: dateOf(header),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''));
}

/** The keywords of a text class, by what they are of: their own type, else their list's name, else `keywords`. */
export function headerLabels(header: XmlElement | undefined): Pick<AnnotationDocument, 'labels'> {
  const lists = header ? descendants(header, 'textClass').flatMap((element) => elements(element, 'keywords')) : [];
  return labelled(
    lists.flatMap((list) =>
      descendants(list, 'term').flatMap((term): (readonly [string, string])[] => {
        const [name, said] = [attribute(term, 'type') || attribute(list, 'n') || 'keywords', termText(term)];
        return said === '' && !attribute(term, 'type') ? [] : [[name, said]];
      }),
    ),
  );
}

const mainTitle = (titles: readonly XmlElement[]): XmlElement | undefined =>
  titles.find((title) => attribute(title, 'type') === 'main') ?? titles[0];

/** What an author element says beside who it is. */
const NOT_THE_NAME = new Set([
  'idno',
  'date',
  'birth',
  'death',
  'ref',
  'ptr',
  'email',
  'affiliation',
  'address',
  'note',
  'graphic',
]);

/**
 * An author's name as catalogues have it: of a name in parts the surname and the forenames (`Adam, Juliette`), else the first
 * name, else the words without numbers, days and addresses.
 */
function authorName(author: XmlElement): string {
  const name = [author, ...descendants(author, 'persName')].find((element) => elements(element, 'surname').length > 0);
  if (name) {
    const part = (local: string): string => elements(name, local).map(words).filter(Boolean).join(' ');
    return [part('surname'), [part('forename'), part('nameLink')].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  }
  const isMixed = author.children.some((child) => typeof child === 'string' && child.trim() !== '');
  const named = isMixed ? undefined : ['persName', 'name', 'orgName'].flatMap((local) => descendants(author, local))[0];
  return words(named ?? withoutParts(author)) ?? '';
}

function withoutParts(element: XmlElement): XmlElement {
  return {
    ...element,
    children: element.children.filter((child) => typeof child === 'string' || !NOT_THE_NAME.has(child.local)),
  };
}

/** White space in a term is that of a pretty-printed file, unless the term says that it is its own. */
function termText(term: XmlElement): string {
  return attribute(term, 'space', XML_URI) === 'preserve' ? textContent(term) : (words(term) ?? '');
}

/** A text as mark-up that is laid out in lines says it: white space is one space, and none at its ends. */
export const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

function words(element: XmlElement | undefined): string | undefined {
  return element && oneSpaced(textContent(element));
}

function dateOf(header: XmlElement): string | undefined {
  const dates = (name: string): readonly XmlElement[] =>
    descendants(header, name).flatMap((element) => descendants(element, 'date'));
  const edition = (type: RegExp): readonly XmlElement[] =>
    descendants(header, 'bibl')
      .filter((bibl) => type.test(attribute(bibl, 'type') ?? ''))
      .flatMap((bibl) => descendants(bibl, 'date'));
  const candidates = [
    ...dates('creation'),
    ...edition(/first/i),
    ...edition(/print/i),
    ...dates('sourceDesc'),
    ...dates('setting'),
    ...dates('publicationStmt'),
  ];
  for (const date of candidates) {
    const value = dayOf(date);
    if (value !== undefined) return value;
  }
  return undefined;
}

function dayOf(date: XmlElement): string | undefined {
  const custom = attribute(date, 'when-custom');
  if (custom !== undefined && custom !== '') return custom;
  const said = ['when', 'when-iso', 'from', 'notBefore']
    .map((name) => attribute(date, name))
    .find((value) => value !== undefined);
  return /^-?\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])/.exec(said ?? textContent(date).trim())?.[0];
}
