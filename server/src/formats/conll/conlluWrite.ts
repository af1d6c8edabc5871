import { lossMessages } from '../../messages/losses';
import type { AnnotationDocument } from '../annotationDocument';
import { addAll } from '../collections';
import type { WriteOptions, WriteResult } from '../format';
import { fromLabel } from '../labels';
import type { LossItem } from '../loss';
import { type TaggedSentence, tagSentences } from './columns';
import { type ConlluOrigin, escapeSpaces, FEATURES, formatMisc, NER_KEYS, parseMisc, type RawSentence } from './conlluRows';
import { bracketsOf, bracketType } from './entityBrackets';
import { encodeTags } from './iob';

/** Writes all documents into one file. */
export function writeConllu(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const variant = options.variant ?? 'misc';
  const contents = documents.map((document) => {
    const {
      reduced,
      sentences,
      losses: own,
    } = tagSentences(document, options.tokenizer, options, (able) =>
      variant !== 'entity'
        ? able
        : {
            ...able,
            discontinuous: true,
            overlap: 'any' as const,
            label: (layer: string, type: string) => fromLabel(bracketType(layer, type)),
            groups: (group) => (group.members.length > 1 ? { id: group.id, members: group.members, attributes: {} } : undefined),
          },
    );
    addAll(losses, own);
    return new DocumentWriter(document, reduced, sentences, variant, losses).write();
  });
  const global = variant === 'entity' ? '# global.Entity = eid-etype-head\n' : '';
  return {
    files: [
      { name: `${options.name ?? 'corpus'}.${variant === 'iob2' ? 'iob2' : 'conllu'}`, content: global + contents.join('') },
    ],
    losses,
  };
}

class DocumentWriter {
  readonly #document: AnnotationDocument;
  readonly #sentences: readonly TaggedSentence[];
  readonly #variant: string;
  readonly #losses: LossItem[];
  readonly #entities: readonly string[];

  constructor(
    document: AnnotationDocument,
    reduced: AnnotationDocument,
    sentences: readonly TaggedSentence[],
    variant: string,
    losses: LossItem[],
  ) {
    this.#document = document;
    this.#sentences = sentences;
    this.#variant = variant;
    this.#losses = losses;
    this.#entities =
      variant === 'entity'
        ? bracketsOf(
            reduced,
            sentences.flatMap((sentence) => sentence.tokens),
          )
        : [];
  }

  write(): string {
    const origin = this.#matchingOrigin();
    let content = '';
    let token = 0;
    this.#sentences.forEach((sentence, s) => {
      const tags = this.#variant === 'entity' ? [] : encodeTags(sentence.tokens.length, sentence.chunks);
      const raw = origin?.[s];
      const lines =
        this.#variant === 'iob2'
          ? this.#fiveColumns(sentence, tags)
          : raw
            ? this.#kept(raw, tags, token)
            : this.#fresh(s, tags, token);
      content += `${[...this.#comments(s, raw), ...lines].join('\n')}\n\n`;
      token += sentence.tokens.length;
    });
    if (this.#variant === 'iob2') this.#reportText();
    return content;
  }

  /** The lines as read, where the tokens are still the ones that they had. */
  #matchingOrigin(): readonly RawSentence[] | undefined {
    if (this.#document.origin?.format !== 'conllu' || this.#variant === 'iob2') return undefined;
    const { sentences } = this.#document.origin.data as ConlluOrigin;
    const forms = sentences.map((sentence) => sentence.rows.filter((row) => row.surface).map((row) => row.cells[1] ?? ''));
    const words = this.#sentences.map((sentence) =>
      sentence.tokens.map((token) => this.#document.text.slice(token.start, token.end)),
    );
    return JSON.stringify(forms) === JSON.stringify(words) ? sentences : undefined;
  }

  #comments(s: number, raw: RawSentence | undefined): string[] {
    if (raw) return raw.comments.filter((comment) => !/^# *global\.Entity/.test(comment));
    const sentence = this.#sentences[s] as TaggedSentence;
    const begin = sentence.tokens[0]?.start ?? sentence.start;
    const end = sentence.tokens.at(-1)?.end ?? sentence.end;
    // One line, and one space for any white space, as the words with SpaceAfter=No give it.
    const words = this.#document.text.slice(begin, end).replace(/\s+/gu, ' ');
    return [...(s === 0 ? [`# newdoc id = ${this.#document.id}`] : []), `# text = ${words}`];
  }

  #kept(raw: RawSentence, tags: readonly string[], offset: number): string[] {
    let surface = 0;
    return raw.rows.map((row) => {
      if (!row.surface) return row.cells.join('\t');
      const misc = parseMisc(row.cells[9] ?? '_');
      const i = surface++;
      // The key that the file has is kept; O is written only where the file did so.
      const key = NER_KEYS.find((candidate) => misc.has(candidate)) ?? 'NER';
      this.#tag(misc, key, tags[i], this.#entities[offset + i]);
      return [...row.cells.slice(0, 9), formatMisc(misc)].join('\t');
    });
  }

  #tag(misc: Map<string, string>, key: string, tag: string | undefined, entity: string | undefined): void {
    if (this.#variant === 'entity') {
      misc.delete(key);
      if (entity) misc.set('Entity', entity);
      else misc.delete('Entity');
    } else if (tag !== 'O' && tag !== undefined) misc.set(key, tag);
    else if (misc.get(key) !== 'O') misc.delete(key);
  }

  #fresh(s: number, tags: readonly string[], offset: number): string[] {
    const { tokens } = this.#sentences[s] as TaggedSentence;
    const text = this.#document.text;
    return tokens.map((token, i) => {
      const misc = new Map<string, string>();
      const next = tokens[i + 1]?.start ?? this.#sentences[s + 1]?.tokens[0]?.start ?? text.length;
      const gap = text.slice(token.end, next);
      if (s === 0 && i === 0 && token.start > 0) misc.set('SpacesBefore', escapeSpaces(text.slice(0, token.start)));
      if (gap === '') misc.set('SpaceAfter', 'No');
      else if (gap !== ' ' || i === tokens.length - 1) misc.set('SpacesAfter', escapeSpaces(gap));
      this.#tag(misc, 'NER', tags[i], this.#entities[offset + i]);
      const features = token.features ?? {};
      // Heads are numbers of words, which stay as long as the tokens of the sentence do.
      const columns = FEATURES.map((name) => features[name] ?? '_');
      return [String(i + 1), text.slice(token.start, token.end), ...columns, formatMisc(misc)].join('\t');
    });
  }

  #fiveColumns(sentence: TaggedSentence, tags: readonly string[]): string[] {
    return sentence.tokens.map((token, i) =>
      [String(i + 1), this.#document.text.slice(token.start, token.end), tags[i], '-', '-'].join('\t'),
    );
  }

  #reportText(): void {
    const text = this.#sentences
      .map((sentence) => this.#document.text.slice(sentence.tokens[0]?.start, sentence.tokens.at(-1)?.end).replace(/\s+/gu, ' '))
      .join('\n');
    if (text !== this.#document.text)
      this.#losses.push({
        document: this.#document.id,
        kind: 'text',
        detail: lossMessages.whiteSpaceButSingle,
      });
    if (this.#sentences.some((sentence) => sentence.tokens.some((token) => token.features))) {
      this.#losses.push({
        document: this.#document.id,
        kind: 'token',
        field: 'features',
        detail: lossMessages.syntax,
      });
    }
  }
}
