import { importingMessages } from '../../messages/importing';
import { bodyOf, lost, oneLine, type Read, type WholeFile } from './article';
import { isFactivaText, readFactivaLines } from './factiva';
import { isLexisNexis, readLexisNexis } from './lexisNexis';
import { type RtfText, readRtfText } from './rtfText';

/** Reads a file of rich text: the articles of a press archive's export, else one article. */
export function readRtf({ name, bytes }: WholeFile): readonly Read[] {
  const text = readRtfText(bytes);
  if (text === undefined) return [lost(1, importingMessages.notRtf)];
  if (isFactivaText(text.paragraphs)) return readFactivaLines(text.paragraphs);
  if (isLexisNexis(text.paragraphs)) return readLexisNexis(text.paragraphs);
  const body = bodyOf(text.paragraphs);
  if (body === '') return [lost(1, importingMessages.emptyText)];
  return [{ article: { body, ...facts(text, name), metadata: new Map(), line: 1 } }];
}

function facts({ info }: RtfText, name: string): { readonly title: string; readonly author?: string | undefined } {
  return { title: oneLine(info.get('title')) ?? name, author: oneLine(info.get('author')) };
}
