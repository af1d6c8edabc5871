import { decodeAs, decodeText, type Encoding, isEncoding } from '../core/text/encoding';
import { NotTextError } from './fileError';
import { alignTexts } from './fileText';
import { readFileBytes, SIZE_LIMITS } from './readText';

/** VS Code's names for encodings that are not simply ours without the hyphens. */
const NAMES: readonly (readonly [ours: string, editors: string])[] = [
  ['utf-8', 'utf8'],
  ['utf-8-bom', 'utf8bom'],
  ['macintosh', 'macroman'],
  ['ibm866', 'cp866'],
  ['koi8-r', 'koi8r'],
  ['koi8-u', 'koi8u'],
  ['shift_jis', 'shiftjis'],
  ['euc-jp', 'eucjp'],
  ['euc-kr', 'euckr'],
  ['big5', 'big5hkscs'],
];

/** An encoding's name as VS Code spells it: windows-1252 is windows1252. */
export function editorEncoding(encoding: Encoding): string {
  return NAMES.find(([ours]) => ours === encoding)?.[1] ?? encoding.replace(/[-_]/g, '');
}

/** VS Code's name as ours; undefined for an encoding that we cannot read. */
export function encodingOfEditor(name: string): Encoding | undefined {
  const lower = name.toLowerCase();
  const known = NAMES.find(([, editors]) => editors === lower)?.[0];
  const spelt = known ?? lower.replace(/^(windows|utf)(\d)/, '$1-$2').replace(/^iso8859(\d+)$/, 'iso-8859-$1');
  return isEncoding(spelt) ? spelt : undefined;
}

/** Whether an editor's encoding is UTF-8. */
export const isUtf8 = (name: string): boolean => name === 'utf8' || name === 'utf8bom';

/**
 * A text's file as an editor that shows `text` has read it: in UTF-8 or what its bytes seem to be in where that gives the
 * text, else in the editor's own encoding where that does. Where none does (the editor has changed it), what is likelier.
 * Undefined where there is no file.
 *
 * @param editors - VS Code's name of the encoding that the editor read it in.
 * @throws FileError for what is not a text, or no text in the encoding that the editor shows it in.
 */
export async function readAsShown(path: string, text: string, editors: string | undefined): Promise<string | undefined> {
  const bytes = await readFileBytes(path, SIZE_LIMITS.text);
  if (bytes === undefined) return undefined;
  const found = decodeText(bytes);
  const isSure = found?.encoding.startsWith('utf-8') === true;
  if (found !== undefined && alignTexts(text, found.text) !== undefined) return found.text;
  const own = editors === undefined ? undefined : readIn(bytes, editors);
  if (own !== undefined && alignTexts(text, own) !== undefined) return own;
  // what stands for letters that could not be read is nothing to decide on, and offsets in it are wrong for everybody else
  if (found === undefined || (!isSure && text.includes('\uFFFD'))) throw new NotTextError(path);
  return isSure ? found.text : (own ?? found.text);
}

/** Bytes in an editor's encoding; undefined where they are not, or it cannot be read. */
function readIn(bytes: Uint8Array, editors: string): string | undefined {
  if (editors === 'iso88591') return latin1(bytes);
  const encoding = encodingOfEditor(editors);
  return encoding === undefined ? undefined : decodeAs(bytes, encoding);
}

/** Bytes as the first letters of Unicode: `TextDecoder` takes what is called ISO 8859-1 for Windows-1252. */
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // no more arguments than a call may have
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return pieces.join('');
}
