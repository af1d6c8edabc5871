import { formatMessages } from '../messages/formats';
import type { Message } from '../messages/message';

/*
 * JSON.parse takes any depth, but nothing that goes through its value afterwards does: JSON.stringify, a deep comparison,
 * a message to another thread and jsonc-parser all call themselves once a level and end with an exhausted stack. So all
 * JSON from outside is measured before it is parsed, in one pass that keeps no more than a mark a level.
 */

/** How many lists and objects may lie in each other; the deepest of the formats has about ten. XML elements likewise. */
export const DEEPEST = 256;
/** The longest JSON text that is parsed, in UTF-16 code units: its value takes several times as much memory. */
const LONGEST_JSON = 256 * 1024 * 1024;

/** Why a text is not parsed, and where. */
export interface JsonRefusal {
  readonly offset: number;
  readonly message: Message;
}

/**
 * What forbids parsing a JSON text, or undefined. Whether it is valid at all is not looked at; where brackets do not fit
 * each other, the depth is overestimated.
 *
 * @param comments - whether it may hold comments as in `.corpus/schema.json`; brackets in them do not count.
 */
export function jsonRefusal(text: string, comments = false): JsonRefusal | undefined {
  if (text.length > LONGEST_JSON) {
    return { offset: 0, message: formatMessages.tooLong(text.length, LONGEST_JSON) };
  }
  const closers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === SLASH && comments) at = endOfComment(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (closers.push(code + 2) > DEEPEST) {
        return { offset: at, message: formatMessages.tooDeep(DEEPEST) };
      }
    } else if (code === closers.at(-1)) closers.pop();
  }
  return undefined;
}

const QUOTE = 0x22;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
// each closes with the second next character
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;

/** The offset of a string's closing mark; a line's end breaks one off, as parsers that go on after an error have it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE || code === LINE_FEED) return at;
  }
  return text.length;
}

/** The offset of a comment's last character; where none begins, the slash's own. */
function endOfComment(text: string, start: number): number {
  const end =
    text[start + 1] === '/' ? text.indexOf('\n', start) : text[start + 1] === '*' ? text.indexOf('*/', start + 2) + 1 : start;
  return end <= 0 ? text.length : end;
}
