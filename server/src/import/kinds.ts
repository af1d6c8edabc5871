import { isIramuteq } from './readers/iramuteq';

/** What a file that is brought in is read as. */
export type SourceKind = 'table' | 'json' | 'html' | 'docx' | 'odt' | 'rtf' | 'pdf' | 'iramuteq' | 'xml';

const BY_EXTENSION: Readonly<Record<string, SourceKind>> = {
  csv: 'table',
  tsv: 'table',
  tab: 'table',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  pdf: 'pdf',
  xml: 'xml',
  tei: 'xml',
};

/**
 * What a file is, by its first bytes, else by its name: archives give files any name. Undefined for what is of no such kind;
 * `text` for a text that is an article already, or none.
 */
export function sourceKind(name: string, beginning: Uint8Array): SourceKind | 'text' | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  const head = new TextDecoder('latin1').decode(beginning.subarray(0, 1024)).replace(/^(?:ï»¿|\s)+/, '');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:<!doctype html|<html)/i.test(head)) return 'html';
  if (head.startsWith('PK\x03\x04')) return named === 'odt' ? 'odt' : named === 'docx' ? 'docx' : undefined;
  if (/^txt$/.test(extension) || extension === '') return isIramuteq(head) ? 'iramuteq' : 'text';
  return named;
}

/** Whether a folder's file is looked at at all, by its name alone. */
export function mayBeSource(name: string): boolean {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(BY_EXTENSION, extension) || extension === 'txt') && !OWN_FILES.test(name);
}

/** What this program writes itself beside articles. */
const OWN_FILES = /^(?:metadata|import-report)\.csv$/i;
