import type { Span } from '../core/span';
import type { AnnotationDocument, DocumentToken } from './annotationDocument';

/** Cuts a text into sentences of tokens; offsets are UTF-16 units into the text given. */
export type Tokenizer = (text: string, language?: string) => TokenizedText;

/** In text order, without overlap; no token holds or borders white space inside; every token lies in one sentence. */
export interface TokenizedText {
  readonly tokens: readonly Span[];
  readonly sentences: readonly Span[];
}

// A run of letters, digits and marks (with inner apostrophes left to the marks), or any single other character.
const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\ufeff]/gu;

/** The tokenizer used where none is given: runs of letters and digits, single marks; one sentence per line. */
export const simpleTokenizer: Tokenizer = (text) => {
  const tokens: Span[] = [];
  const sentences: Span[] = [];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    const first = tokens.length;
    for (const match of text.slice(lineStart, lineEnd).matchAll(TOKEN)) {
      tokens.push({ start: lineStart + match.index, end: lineStart + match.index + match[0].length });
    }
    if (tokens.length > first) sentences.push({ start: (tokens[first] as Span).start, end: (tokens.at(-1) as Span).end });
    lineStart = lineEnd + 1;
  }
  return { tokens, sentences };
};

/** A sentence with its tokens. */
export interface TokenSentence extends Span {
  readonly tokens: readonly DocumentToken[];
}

/**
 * The document's own tokens and sentences, else the tokenizer's; tokens outside any sentence make one of their own.
 * Empty sentences are left out.
 */
export function tokenSentences(document: AnnotationDocument, tokenizer: Tokenizer = simpleTokenizer): readonly TokenSentence[] {
  const cut = document.tokens && document.sentences ? undefined : tokenizer(document.text, document.language);
  const tokens = document.tokens ?? cut?.tokens ?? [];
  const sentences = document.sentences ?? cut?.sentences ?? [];
  const result: { start: number; end: number; tokens: DocumentToken[]; stray: boolean }[] = [];
  let s = 0;
  for (const token of tokens) {
    if (token.end <= token.start) continue;
    while (s < sentences.length && (sentences[s] as Span).end <= token.start) s++;
    const sentence = sentences[s];
    const inside = sentence !== undefined && sentence.start <= token.start;
    const last = result.at(-1);
    if (last && last.stray === !inside && (!inside || last.start === sentence.start)) {
      last.tokens.push(token);
      last.end = Math.max(last.end, token.end);
    } else {
      const start = inside ? sentence.start : token.start;
      const end = inside ? Math.max(sentence.end, token.end) : token.end;
      result.push({ start, end, tokens: [token], stray: !inside });
    }
  }
  return result.map(({ start, end, tokens: own }) => ({ start, end, tokens: own }));
}

/**
 * Widens spans to the tokens that they touch. Gives undefined for a span that touches none.
 * O(log n) per call.
 */
export function tokenAligner(tokens: readonly Span[]): (start: number, end: number) => Span | undefined {
  return (start, end) => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tokens[middle] as Span).end <= start) low = middle + 1;
      else high = middle;
    }
    const first = tokens[low];
    if (!first || first.start >= end) return undefined;
    let last = low;
    while (last + 1 < tokens.length && (tokens[last + 1] as Span).start < end) last++;
    return { start: first.start, end: (tokens[last] as Span).end };
  };
}
