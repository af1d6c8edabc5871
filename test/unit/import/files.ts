import { strToU8, zipSync } from 'fflate';

/** Files of other forms, made for the tests as programs make them. */

const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A paragraph of a Word document: its words, or its inner XML where it begins with `<`; `style`: `Heading1`, `Title`. */
export interface WordParagraph {
  readonly text: string;
  readonly style?: string;
}

/** A Word document. */
export function docx(
  paragraphs: readonly (string | WordParagraph)[],
  core: Readonly<Record<string, string>> = {},
  notes: readonly string[] = [],
): Uint8Array {
  const body = paragraphs.map((paragraph) => {
    const { text, style } = typeof paragraph === 'string' ? { text: paragraph, style: undefined } : paragraph;
    const runs = text.startsWith('<')
      ? text
      : text
          .split('\n')
          .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
          .join('<w:r><w:br/></w:r>');
    return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`;
  });
  const files: Record<string, string> = {
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    ),
    'word/styles.xml': xml(
      `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    ),
    'word/footnotes.xml': xml(
      `<w:footnotes ${W}>${notes.map((note, i) => `<w:footnote w:id="${i + 1}"><w:p><w:r><w:t>${escaped(note)}</w:t></w:r></w:p></w:footnote>`).join('')}</w:footnotes>`,
    ),
    'word/document.xml': xml(`<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`),
    'docProps/core.xml': xml(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${Object.entries(
        core,
      )
        .map(([name, value]) => `<dc:${name}>${escaped(value)}</dc:${name}>`)
        .join('')}</cp:coreProperties>`,
    ),
  };
  return zipped(files);
}

/** An OpenDocument text: inner XML of its `office:text`, and of its `office:meta`. */
export function odt(text: string, meta = ''): Uint8Array {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': xml(
      `<office:document-content ${names}><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
    'meta.xml': xml(`<office:document-meta ${names}><office:meta>${meta}</office:meta></office:document-meta>`),
  });
}

export const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])), { level: 1 });

/** A line of text on a page, in points from the lower left corner. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF of A4 pages in Helvetica; its letters are those of Windows-1252. */
export function pdf(
  pages: readonly (readonly PrintedLine[])[],
  info: Readonly<Record<string, string>> = {},
  more: { readonly trailer?: string; readonly objects?: readonly string[] } = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const parent = pages.length * 2 + 2;
  const kids = pages.map((lines) => {
    const drawn = lines
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`)
      .join('\n');
    const stream = add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const catalog = add(`<< /Type /Catalog /Pages ${parent} 0 R >>`);
  const facts = add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  );
  for (const object of more.objects ?? []) add(object);
  let content = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = content.length;
    content += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = content.length;
  content += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  content += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${facts} 0 R ${more.trailer ?? ''} >>\nstartxref\n${table}\n%%EOF`;
  return windows1252(content);
}

const MARKS: Readonly<Record<string, number>> = {
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
  œ: 0x9c,
  '€': 0x80,
};

/** A text in the encoding of Western Windows. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => MARKS[letter] ?? letter.charCodeAt(0)));

/** A text in pieces of so many characters, as they come from a disk. */
export async function* chunks(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** All that a generator gives. */
export async function all<T>(found: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const each of found) list.push(each);
  return list;
}
