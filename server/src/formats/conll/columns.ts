import type { Span } from '../../core/span';
import type { AnnotationDocument, DocumentToken } from '../annotationDocument';
import { fromLabel, plainLabel, toLabel } from '../labels';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { type ReduceOptions, reduce } from '../reduce';
import { type Nameless, numberAnnotations } from '../renumber';
import { type Tokenizer, type TokenSentence, tokenAligner, tokenSentences } from '../tokens';
import type { Chunk } from './iob';

/** A sentence as a column file has it: words, and what stands between them where the file tells. */
export interface ColumnSentence {
  readonly forms: readonly string[];
  /** `# text =`. */
  readonly text?: string;
  /** What follows each word, where the file says it; otherwise one space. */
  readonly after?: readonly (string | undefined)[];
  /** What stands before the sentence; by default a line break between sentences. */
  readonly before?: string;
  readonly features?: readonly (DocumentToken['features'] | undefined)[];
  /** Chunks, one list per column of tags. */
  readonly layers: readonly (readonly Chunk[])[];
}

/** The text put together again, with its tokens; `aligned` is false for sentences whose words are not in their text. */
export interface Assembly {
  readonly text: string;
  readonly tokens: readonly DocumentToken[];
  readonly sentences: readonly Span[];
  readonly annotations: AnnotationDocument['annotations'];
  readonly misaligned: readonly number[];
}

/** Puts the text of column sentences together and places tokens and chunks in it. */
export function assemble(sentences: readonly ColumnSentence[]): Assembly {
  let text = '';
  let pending: string | undefined;
  const tokens: DocumentToken[] = [];
  const spans: Span[] = [];
  const drafts: Nameless[] = [];
  const misaligned: number[] = [];
  sentences.forEach((sentence, s) => {
    text += sentence.before ?? (s === 0 ? '' : (pending ?? '\n'));
    const start = text.length;
    const placed = sentence.text === undefined ? undefined : align(sentence.forms, sentence.text);
    if (sentence.text !== undefined && !placed) misaligned.push(s);
    const first = tokens.length;
    if (placed) text += sentence.text;
    sentence.forms.forEach((form, i) => {
      const features = sentence.features?.[i];
      const from = placed ? start + (placed[i] as number) : text.length;
      tokens.push({ start: from, end: from + form.length, ...(features && Object.keys(features).length > 0 && { features }) });
      const last = i === sentence.forms.length - 1;
      if (!placed) text += form + (last ? '' : (sentence.after?.[i] ?? ' '));
    });
    pending = sentence.after?.at(-1);
    spans.push({ start: tokens[first]?.start ?? start, end: tokens.at(-1)?.end ?? start });
    for (const chunk of sentence.layers.flat()) {
      const [head, tail] = [tokens[first + chunk.first], tokens[first + chunk.end - 1]];
      if (head && tail) drafts.push({ ...fromLabel(chunk.label), spans: [{ start: head.start, end: tail.end }], attributes: {} });
    }
  });
  text += pending ?? '';
  return { text, tokens, sentences: spans, annotations: numberAnnotations(drafts), misaligned };
}

/** Where each word begins in the text; undefined where they are not its words. */
function align(forms: readonly string[], text: string): readonly number[] | undefined {
  const starts: number[] = [];
  let at = 0;
  for (const form of forms) {
    while (at < text.length && !text.startsWith(form, at) && /\s/u.test(text[at] as string)) at++;
    if (!text.startsWith(form, at)) return undefined;
    starts.push(at);
    at += form.length;
  }
  return text.slice(at).trim() === '' ? starts : undefined;
}

/** What a format of flat tags over tokens can say of a document whose sentences are given. */
function columnCapabilities(sentences: readonly TokenSentence[]): Capabilities {
  const widen = tokenAligner(sentences.flatMap((sentence) => sentence.tokens));
  return {
    ...EVERYTHING,
    ids: false,
    // Quotations hold the names in them, and only one of the two would be left; structure is not a mention at all.
    accepts: ({ layer }) => layer !== 'quote' && layer !== 'structure',
    label: (layer, type) => fromLabel(plainLabel(toLabel(layer, type))),
    emptySpans: false,
    discontinuous: false,
    overlap: 'none',
    align: (start, end) => cutAtSentences(widen(start, end), sentences),
    attributes: false,
    links: false,
    notes: false,
    status: false,
    source: false,
    score: false,
    relations: 'none',
    groups: false,
    language: false,
    date: false,
  };
}

/** A chunk ends with its sentence: a longer span is cut in pieces. */
function cutAtSentences(span: Span | undefined, sentences: readonly TokenSentence[]): readonly Span[] | undefined {
  if (!span) return undefined;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle] as Span).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const own = sentences[low];
  // Nearly all spans lie in one sentence, however long it is.
  if (own && own.start <= span.start && span.end <= own.end) return [span];
  const pieces: Span[] = [];

  for (let i = low; i < sentences.length && (sentences[i] as Span).start < span.end; i++) {
    const inside = (sentences[i] as TokenSentence).tokens.filter((token) => token.start >= span.start && token.end <= span.end);
    if (inside.length > 0) pieces.push({ start: (inside[0] as Span).start, end: (inside.at(-1) as Span).end });
  }
  return pieces.length > 0 ? pieces : undefined;
}

/** A sentence to write: its tokens and the chunks over them. */
export interface TaggedSentence extends TokenSentence {
  readonly chunks: readonly Chunk[];
}

/** Cuts the document down to flat chunks over its tokens. */
export function tagSentences(
  document: AnnotationDocument,
  tokenizer: Tokenizer | undefined,
  options: ReduceOptions,
  change: (capabilities: Capabilities) => Capabilities = (capabilities) => capabilities,
): { readonly reduced: AnnotationDocument; readonly sentences: readonly TaggedSentence[]; readonly losses: readonly LossItem[] } {
  const sentences = tokenSentences(document, tokenizer);
  const { document: reduced, losses } = reduce(document, change(columnCapabilities(sentences)), options);
  return { reduced, losses, sentences: tag(sentences, reduced) };
}

function tag(sentences: readonly TokenSentence[], document: AnnotationDocument): readonly TaggedSentence[] {
  const ordered = document.annotations
    .flatMap((annotation) =>
      annotation.spans.map((span) => ({ ...span, label: plainLabel(toLabel(annotation.layer, annotation.type)) })),
    )
    .sort((a, b) => a.start - b.start);
  let next = 0;
  return sentences.map((sentence): TaggedSentence => {
    const chunks: Chunk[] = [];
    const indices = new Map(sentence.tokens.map((token, i) => [token.start, i]));
    const ends = new Map(sentence.tokens.map((token, i) => [token.end, i + 1]));
    for (; next < ordered.length && (ordered[next] as Span).start < sentence.end; next++) {
      const { start, end, label } = ordered[next] as Span & { label: string };
      const [first, last] = [indices.get(start), ends.get(end)];
      if (first !== undefined && last !== undefined) chunks.push({ first, end: last, label });
    }
    return { ...sentence, chunks };
  });
}
