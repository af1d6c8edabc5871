import { attribute, descendants, elements, readXml, textContent, type XmlElement } from '../../formats/xml/read';
import { importingMessages } from '../../messages/importing';
import { bodyOf, doubtful, type Field, oneLine, type Read } from './article';
import { fieldNamed } from './columns';
import { walkXml } from './xmlWalk';

/**
 * The texts of an XML file as TXM takes and makes it: a `text` element each, whose attributes are the metadata, with plain
 * text, `w` elements, or `w` elements that hold their form beside its analyses. TEI files are read by the same elements;
 * title, author and date are then looked for in their header.
 */
export function readTxm(content: string): readonly Read[] {
  const reading = readXml(content);
  if (!reading.root) return reading.problems.map((problem) => ({ problem }));
  const { root } = reading;
  const texts = descendants(root, 'text').filter((text) => elements(text, 'text').length === 0);
  const found = texts.length > 0 ? texts : [root];
  const header = descendants(root, 'teiHeader');
  return found.map((text, i) => {
    const own = header.length === found.length ? header[i] : header[0];
    return articleOf(text, own, found.length > 1 ? i + 1 : text.line);
  });
}

/** Elements that part paragraphs. */
const BLOCKS = new Set('p head ab lg l sp div div1 div2 div3 body front back text item list note title u turn'.split(' '));
/** What a text holds that is not its words. */
const SILENT = new Set(['teiHeader', 'ana', 'interp', 'fw', 'desc', 'metadata', 'standOff']);

function articleOf(text: XmlElement, header: XmlElement | undefined, line: number): Read {
  const { fields, metadata } = attributesOf(text);
  const body = bodyOf(paragraphsOf(text));
  if (body === '') return doubtful(line, importingMessages.emptyText);
  const inHeader = (local: string): string | undefined => {
    const found = header && descendants(header, local)[0];
    return found && oneLine(textContent(found));
  };
  const date = header && descendants(header, 'date').find((each) => attribute(each, 'when') !== undefined);
  return {
    article: {
      body,
      title: fields.title ?? inHeader('title'),
      author: fields.author ?? inHeader('author'),
      date: fields.date ?? (date && attribute(date, 'when')),
      source: fields.source,
      id: fields.id,
      metadata,
      line,
    },
  };
}

function attributesOf(text: XmlElement) {
  const fields: { [field in Field]?: string | undefined } = {};
  const metadata = new Map<string, string>();
  for (const { local, value, uri } of text.attributes) {
    const said = oneLine(value);
    if (said === undefined || uri !== '' || local === 'type') continue;
    const field = fieldNamed(local);
    if (field === undefined || field === 'text' || fields[field] !== undefined) metadata.set(local, said);
    else fields[field] = said;
  }
  return { fields, metadata };
}

function paragraphsOf(root: XmlElement): readonly string[] {
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    if (current.trim() !== '') paragraphs.push(current.replace(/\s+/g, ' ').trim());
    current = '';
  };
  walkXml(root, {
    text(words) {
      current += words;
    },
    enter(element) {
      if (BLOCKS.has(element.local)) flush();
      const isWord = element.local === 'w' || element.local === 'pc';
      if (isWord) current = withWord(current, element);
      return !isWord && !SILENT.has(element.local);
    },
    leave({ local }) {
      if (BLOCKS.has(local)) flush();
    },
  });
  flush();
  return paragraphs;
}

/**
 * A word alone, or its `form` beside what was told of it. Words stand apart in such files: marks are put where a printer
 * would. Where the words themselves are marked up in running text, they stand as the text has them.
 */
function withWord(before: string, element: XmlElement): string {
  const form = elements(element, 'form')[0];
  const word = textContent(form ?? element).trim();
  const text = before.trimEnd();
  const isApart = form !== undefined || text !== before || before === '';
  const isClose = !isApart || /^[.,)\]…]+$/.test(word) || /[\p{L}]['’]$|[([]$/u.test(text);
  return isClose ? text + word : `${text} ${word}`;
}
