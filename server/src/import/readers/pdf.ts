import { getDocumentProxy } from 'unpdf';
import { importingMessages } from '../../messages/importing';
import { bodyOf, lost, oneLine, type Read, type WholeFile } from './article';
import { type PdfPage, type PdfPiece, pdfParagraphs } from './pdfLayout';

/**
 * Reads a PDF with a text layer as one article: lines are put together of their pieces, columns follow each other, words
 * that were parted at line ends are joined, page numbers and running heads are left out. Nothing in the file is run.
 */
export async function readPdf({ name, bytes }: WholeFile): Promise<readonly Read[]> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // the library takes the bytes for its own, and none of Node's kind
    pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, disableFontFace: true, verbosity: 0 });
  } catch (error) {
    const isLocked = (error as Error | undefined)?.name === 'PasswordException';
    return [lost(1, isLocked ? importingMessages.encryptedPdf : importingMessages.damagedPdf)];
  }
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await pageOf(await pdf.getPage(number)));
    const { paragraphs, title: printed } = pdfParagraphs(pages);
    const body = bodyOf(paragraphs);
    if (body === '' && printed === undefined) return [lost(1, importingMessages.noTextLayer(pages.length))];
    const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as {
      readonly info: Readonly<Record<string, unknown>>;
    };
    const said = (key: string): string | undefined => (typeof info[key] === 'string' ? oneLine(info[key]) : undefined);
    const title = printed ?? titleOf(said('Title')) ?? name;
    return [{ article: { body: body === '' ? title : body, title, author: said('Author'), metadata: new Map(), line: 1 } }];
  } finally {
    await pdf.destroy();
  }
}

/** Programs put a file's name where a title could stand. */
const titleOf = (title: string | undefined): string | undefined =>
  title === undefined || /\.(?:docx?|odt|indd|qxd|pdf|tex)$|^(?:untitled|sans titre|microsoft word)/i.test(title)
    ? undefined
    : title;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function pageOf(page: Page): Promise<PdfPage> {
  const { items } = await page.getTextContent();
  const { width, height } = page.getViewport({ scale: 1 });
  const pieces: PdfPiece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [, turned = 0, , up = 0, x = 0, y = 0] = item.transform as readonly number[];
    // what is turned stands in the margin
    if (Math.abs(turned) > 0.1 || up <= 0) continue;
    pieces.push({ text: item.str, x, y, width: item.width, size: up });
  }
  page.cleanup();
  return { width, height, pieces };
}
