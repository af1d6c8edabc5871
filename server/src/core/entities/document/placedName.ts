import type { EntityMention, EntityType } from '../../analysis';
import type { DocumentView, ParagraphView, PlacedParagraph } from '../../document';
import type { SketchedMention } from '../../sketch';
import { bySpan } from '../../span';
import type { Mention, ParagraphName } from '../mention';
import type { EntityPack } from '../pack';
import type { Apposition } from './apposition';
import { type DocumentNames, fact, type ParagraphNames } from './paragraphNames';
import { readApposition, readArticle } from './roles';

/**
 * A paragraph's name as a mention in the present version of its document: the same object in all of them, so that an edit makes
 * none anew. What the words around it say is read at the first question.
 */
class PlacedName implements Mention {
  start = 0;
  end = 0;
  paragraph = 0;
  entity: string | undefined = undefined;
  readonly text: string;
  readonly type: EntityType;
  readonly confidence: number;
  readonly nested: true | undefined;
  readonly #name: ParagraphName;
  readonly #view: ParagraphView;
  readonly #pack: EntityPack;
  #apposition: Apposition | undefined;
  #article: ReturnType<typeof readArticle> | undefined;
  #wordBefore: string | undefined;
  #given: EntityMention | undefined;

  constructor(name: ParagraphName, view: ParagraphView, pack: EntityPack) {
    this.text = name.text;
    this.type = name.type;
    this.confidence = name.confidence;
    this.nested = name.nested;
    this.#name = name;
    this.#view = view;
    this.#pack = pack;
  }

  /** Puts it where its paragraph stands now. */
  place(paragraph: number, by: number): void {
    this.start = this.#name.start + by;
    this.end = this.#name.end + by;
    this.paragraph = paragraph;
    this.entity = undefined;
  }

  get apposition(): Apposition {
    this.#apposition ??= readApposition(this.#name, this.#view, this.#pack);
    return this.#apposition;
  }

  get article(): ReturnType<typeof readArticle> {
    this.#article ??= readArticle(this.#name, this.#view, this.#pack);
    return this.#article;
  }

  get wordBefore(): string {
    this.#wordBefore ??= wordBefore(this.#view.text, this.#name.start);
    return this.#wordBefore;
  }

  get isOpened(): boolean {
    const { text } = this.#view;
    const at = this.#name.start;
    return text[at - 1] === '(' || text[at - 2] === '(' || text[at - 3] === '(';
  }

  /** As the analysis gives it out: the very object of an earlier version that says the same. */
  get given(): EntityMention {
    const { start, end, text, type, entity = '', confidence, nested } = this;
    if (this.#given?.start !== start || this.#given.entity !== entity)
      this.#given = nested
        ? { start, end, text, type, entity, confidence, nested }
        : { start, end, text, type, entity, confidence };
    return this.#given;
  }
}

/** The names of a paragraph, in the order of the text. */
const namesIn = fact(({ list, of }: ParagraphNames, pack: EntityPack): readonly PlacedName[] =>
  [...list].sort(bySpan).map((name) => new PlacedName(name, of.view, pack)),
);

/** All names as mentions at their places in the document, in text order. */
export function placeNames({ paragraphs }: DocumentView, names: DocumentNames, pack: EntityPack): readonly PlacedName[] {
  const mentions: PlacedName[] = [];
  for (let p = 0; p < names.length; p++) {
    const here = names[p] as ParagraphNames;
    if (here.list.length === 0) continue;
    const { start } = paragraphs[p] as PlacedParagraph;
    for (const name of namesIn(here, pack)) {
      name.place(p, start);
      mentions.push(name);
    }
  }
  return mentions;
}

/** All names at their places in the document, before it is known what they refer to. */
export function sketchNames({ paragraphs }: DocumentView, names: DocumentNames): readonly SketchedMention[] {
  const sketched: SketchedMention[] = [];
  for (let p = 0; p < names.length; p++) {
    const base = paragraphs[p]?.start ?? 0;
    for (const { start, end, type, confidence, nested } of (names[p] as ParagraphNames).list)
      sketched.push({ start: start + base, end: end + base, type, confidence, ...(nested && { nested }) });
  }
  return sketched;
}

const BLANKS = ' \u00a0\u202f';
/** No title, rank or kinsman's word is longer. */
const MAX_TITLE = 14;

/** The word before a name, in small letters and without a full stop after it; only one that may be a title is read. */
function wordBefore(text: string, at: number): string {
  let end = at - 1;
  if (end < 1 || !BLANKS.includes(text[end] as string)) return '';
  if (text[end - 1] === '.') end--;
  let start = end;
  while (start > 0 && end - start <= MAX_TITLE && isLetter(text.charCodeAt(start - 1))) start--;
  return end - start > MAX_TITLE ? '' : text.slice(start, end).toLowerCase();
}

const isLetter = (code: number): boolean => ((code | 32) >= 0x61 && (code | 32) <= 0x7a) || (code >= 0xc0 && code < 0x2000);
