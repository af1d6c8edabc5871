import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Block, Quotation, TemporalExpression } from '../core/analysis';
import type { Span } from '../core/span';
import type { Messages } from '../messages/reading';
import { type Article, extentOf } from '../service/article';
import { type BlockContents, blockContents, blockOutline, type OutlineRelation, sections } from '../service/outline';
import { toDocumentSymbol } from './convert';

/** A block of the last outline. */
interface KnownBlock {
  readonly contents: BlockContents;
  readonly text: string;
  /** The roles of those who speak in it, see {@link rolesIn}. */
  readonly roles: string;
  readonly symbol: DocumentSymbol;
}

/** The outline of one document over its versions: a block that says what it said, at the same line, is not outlined again. */
export class OutlineMemory {
  #known: readonly KnownBlock[] = [];

  /** The outline of a version as the protocol has it. */
  symbols(article: Article, messages: Messages, relations: readonly OutlineRelation[]): DocumentSymbol[] {
    const blocks = blockContents(article, relations);
    const before = this.#known;
    this.#known = blocks.map((contents, index) => {
      const { start, end } = contents.block;
      const text = article.text.slice(start, end);
      const roles = rolesIn(article, contents);
      const found = [before[index], before[index + before.length - blocks.length]].find(
        (known) => known !== undefined && known.roles === roles && known.text === text && saysTheSame(known, contents, article),
      );
      const symbol = found?.symbol ?? toDocumentSymbol(article.lines, blockOutline(article, contents, messages));
      // the contents of this version: what is kept of the last one goes
      return { contents, text: found?.text ?? ownCopy(text), roles, symbol };
    });
    return sections(
      this.#known.map(({ symbol }) => symbol),
      ({ kind }) => kind === SymbolKind.Module,
      (symbol, children) => ({
        ...symbol,
        range: { start: symbol.range.start, end: children.at(-1)?.range.end ?? symbol.range.end },
        children,
      }),
    );
  }
}

/** A part of a string keeps the whole of it. */
const ownCopy = (text: string): string => JSON.parse(JSON.stringify(text));

const rolesIn = (article: Article, { quotes }: BlockContents): string =>
  quotes.map(({ speakerEntity }) => article.entity(speakerEntity)?.role ?? '').join('\n');

/** Whether a block of the same words has the same outline, place in the protocol's terms included. */
function saysTheSame({ contents, symbol }: KnownBlock, now: BlockContents, article: Article): boolean {
  const [before, block] = [contents.block, now.block];
  if (before.role !== block.role || contents.relations.length + now.relations.length > 0) return false;
  const { line, character } = article.lines.positionAt(block.start);
  if (symbol.range.start.line !== line || symbol.range.start.character !== character) return false;
  const by = block.start - before.start;
  return (
    areAlike(contents.quotes, now.quotes, (a, b) => isSameSpeech(a, b, by) && extentOf(b).end <= block.end) &&
    areAlike(contents.dates, now.dates, (a, b) => isSameDate(a, b, by) && isWithin(b, block))
  );
}

const isWithin = ({ start, end }: Span, block: Block): boolean => block.start <= start && end <= block.end;

const areAlike = <T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean =>
  a.length === b.length && a.every((one, i) => isSame(one, b[i] as T));

/** @param by - how far the second stands behind the first */
function isSameSpeech(a: Quotation, b: Quotation, by: number): boolean {
  return (
    a.kind === b.kind &&
    a.speakerName === b.speakerName &&
    a.speakerEntity === b.speakerEntity &&
    a.speaker?.text === b.speaker?.text &&
    (a.speaker === undefined || b.speaker === undefined || isMoved(a.speaker, b.speaker, by)) &&
    areAlike(a.spans, b.spans, (one, other) => one[0] + by === other[0] && one[1] + by === other[1])
  );
}

const isSameDate = (a: TemporalExpression, b: TemporalExpression, by: number): boolean =>
  isMoved(a, b, by) && a.text === b.text && a.type === b.type && a.value === b.value && a.mod === b.mod && a.freq === b.freq;

const isMoved = (a: Span, b: Span, by: number): boolean => a.start + by === b.start && a.end + by === b.end;
