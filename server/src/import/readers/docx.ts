import mammoth from 'mammoth';
import { descendants, readXml, textContent } from '../../formats/xml/read';
import { importingMessages } from '../../messages/importing';
import { unpack } from './archive';
import { bodyOf, doubtful, lost, oneLine, type Read, type WholeFile } from './article';
import type { PageElement } from './dom';
import { blocksOf, parsePage, textAt } from './htmlText';
import { isLexisNexis, readLexisNexis } from './lexisNexis';

/** Reads a Word document: the articles of a LexisNexis export, else one article. Notes, remarks and what was deleted are left out. */
export async function readDocx({ name, bytes }: WholeFile): Promise<readonly Read[]> {
  const parts = unpack(bytes, PARTS);
  if (typeof parts === 'string') return [lost(1, importingMessages.archive[parts])];
  if (!parts.has('word/document.xml')) return [lost(1, importingMessages.encryptedOrOther)];
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) }, OPTIONS);
  const { body: root } = parsePage(value);
  const notes = root.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]').length;
  const paragraphs = blocksOf(root, isNote);
  if (isLexisNexis(paragraphs)) return readLexisNexis(paragraphs);
  const core = readXml(parts.get('docProps/core.xml') ?? '').root;
  const ofCore = (local: string): string | undefined => {
    const element = core && descendants(core, local)[0];
    return element && oneLine(textContent(element));
  };
  const heading = textAt(root, 'h1');
  const starts = heading !== undefined && paragraphs[0]?.replace(/\s+/g, ' ') === heading;
  const body = bodyOf(starts ? paragraphs.slice(1) : paragraphs);
  if (body === '') return [lost(1, importingMessages.emptyText)];
  const title = (starts ? heading : undefined) ?? ofCore('title') ?? name;
  return [
    { article: { body, title, author: ofCore('creator'), metadata: new Map(), line: 1 } },
    ...(notes > 0 ? [doubtful(1, importingMessages.notesLeftOut(notes))] : []),
  ];
}

/** What the library reads is looked at before, so that none is larger than a document may be. */
const PARTS = [
  ...['word/document.xml', 'docProps/core.xml', 'word/styles.xml', 'word/numbering.xml', 'word/footnotes.xml'],
  ...['word/endnotes.xml', 'word/comments.xml'],
];

const OPTIONS = {
  styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Titre'] => h1:fresh"],
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  externalFileAccess: false,
};

/** Notes stand in lists at the end, their marks in the text. */
const isNote = (element: PageElement): boolean =>
  /^(?:foot|end)note-\d/.test(element.id) || (element.localName === 'sup' && element.querySelector('a[href^="#"]') !== null);
