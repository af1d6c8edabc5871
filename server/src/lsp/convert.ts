import {
  type CodeLens,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  InlayHintKind,
  type Position,
  type Range,
  type SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import type { EntityType } from '../core/analysis';
import type { LineIndex } from '../core/lineIndex';
import type { Span } from '../core/span';
import { COMMANDS, type FlatRange, type GoToArguments, type ShowLocationsArguments } from '../protocol';
import type { Lens } from '../service/codeLens';
import type { Problem } from '../service/diagnostics';
import type { FoldedLines } from '../service/folding';
import type { RowProblem } from '../service/gazetteerFile';
import type { LinkTargets } from '../service/hover/context';
import type { Hint } from '../service/inlayHints';
import { uriComponent } from '../service/markdown';
import type { OutlineItem } from '../service/outline';
import type { Highlight } from '../service/references';

/** The one place where offsets and the service's terms become the protocol's. Positions are UTF-16. */

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toFlatRange(lines: LineIndex, span: Span): FlatRange {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return [start.line, start.character, end.line, end.character];
}

export function spanOfFlat(lines: LineIndex, [startLine, startCharacter, endLine, endCharacter]: FlatRange): Span {
  return {
    start: lines.offsetAt({ line: startLine, character: startCharacter }),
    end: lines.offsetAt({ line: endLine, character: endCharacter }),
  };
}

export const fromFlatRange = ([startLine, startCharacter, endLine, endCharacter]: FlatRange): Range => ({
  start: { line: startLine, character: startCharacter },
  end: { line: endLine, character: endCharacter },
});

/** A link that runs a command of the client. */
export function commandAddress(command: string, args: readonly unknown[]): string {
  return `command:${command}?${uriComponent(JSON.stringify(args))}`;
}

// A link holds its places itself; a list of more is not read through, and would make the hover a file of its own.
const MOST_PLACES = 500;

/** Links in hovers become links to the client's commands. */
export function targets(uri: string, lines: LineIndex): LinkTargets {
  return {
    goTo(span) {
      const args: GoToArguments = [uri, ...toFlatRange(lines, span)];
      return commandAddress(COMMANDS.goTo, args);
    },
    showAll(at, places) {
      const { line, character } = lines.positionAt(at.start);
      const args: ShowLocationsArguments = [
        uri,
        line,
        character,
        places.slice(0, MOST_PLACES).map((place) => toFlatRange(lines, place)),
      ];
      return commandAddress(COMMANDS.showLocations, args);
    },
    copyQuote(span) {
      const [line, character] = toFlatRange(lines, span);
      return commandAddress(COMMANDS.copyQuote, [uri, line, character]);
    },
    // an untitled document is in no folder
    ...(uri.startsWith('file:') && { speakerWords: (name: string) => commandAddress(COMMANDS.speakerWords, [name]) }),
    findName: (name) => commandAddress(COMMANDS.findName, [name]),
    mergeName: (name, type) => commandAddress(COMMANDS.mergeName, [uri, name, type]),
    splitName: (name, type) => commandAddress(COMMANDS.splitName, [uri, name, type]),
    setDate: () => commandAddress(COMMANDS.setArticleDate, [uri]),
  };
}

export function fromRange(lines: LineIndex, range: Range): Span {
  return { start: fromPosition(lines, range.start), end: fromPosition(lines, range.end) };
}

export function fromPosition(lines: LineIndex, position: Position): number {
  return lines.offsetAt(position);
}

const SYMBOLS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  header: SymbolKind.Key,
  title: SymbolKind.Class,
  byline: SymbolKind.Constant,
  lead: SymbolKind.Interface,
  paragraph: SymbolKind.Field,
  heading: SymbolKind.Module,
  caption: SymbolKind.Property,
  teaser: SymbolKind.Event,
  speaker: SymbolKind.Class,
  quote: SymbolKind.String,
  date: SymbolKind.Number,
  relation: SymbolKind.Operator,
};

export function toDocumentSymbol(lines: LineIndex, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: SYMBOLS[item.kind],
    range: toRange(lines, item.span),
    selectionRange: toRange(lines, item.selection),
    children: item.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

/** An entity's kind, as the outline and the search for symbols show it: the super-types of the token types. */
export const ENTITY_SYMBOLS: Readonly<Record<EntityType, SymbolKind>> = {
  PER: SymbolKind.Class,
  ORG: SymbolKind.Namespace,
  LOC: SymbolKind.Struct,
  MISC: SymbolKind.Event,
};

export function toFoldingRange({ start, end, kind }: FoldedLines): FoldingRange {
  const named =
    kind === 'section' ? FoldingRangeKind.Region : kind === 'aside' || kind === 'header' ? FoldingRangeKind.Comment : undefined;
  return { startLine: start, endLine: end, ...(named !== undefined && { kind: named }) };
}

/** Steps from the inside out become a chain from the inside to its parents. */
export function toSelectionRange(lines: LineIndex, steps: readonly Span[]): SelectionRange {
  let outer: SelectionRange | undefined;
  for (const step of [...steps].reverse()) {
    outer = { range: toRange(lines, step), ...(outer && { parent: outer }) };
  }
  return outer ?? { range: toRange(lines, { start: 0, end: 0 }) };
}

export function toHighlight(lines: LineIndex, highlight: Highlight): DocumentHighlight {
  const kind = highlight.kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  return { range: toRange(lines, highlight), kind };
}

export function toCodeLens(lines: LineIndex, uri: string, lens: Lens): CodeLens {
  const range = toRange(lines, lens.span);
  const places = lens.places.map((place) => toFlatRange(lines, place));
  const args = [uri, range.start.line, range.start.character, places];
  return { range, command: { title: lens.title, command: COMMANDS.showLocations, arguments: args } };
}

export function toInlayHint(lines: LineIndex, hint: Hint): InlayHint {
  return {
    position: lines.positionAt(hint.offset),
    label: hint.label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(hint.tooltip !== undefined && { tooltip: hint.tooltip }),
  };
}

/** What diagnostics are signed with. */
export const SOURCE = 'Corpus Annotator';

const SEVERITY = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

export function toDiagnostic(lines: LineIndex, problem: Problem): Diagnostic {
  return {
    range: toRange(lines, problem.span),
    severity: SEVERITY[problem.level],
    source: SOURCE,
    code: problem.code,
    message: problem.message,
  };
}

export function toRowDiagnostic(lines: LineIndex, problem: RowProblem): Diagnostic {
  return { range: toRange(lines, problem.span), severity: SEVERITY[problem.level], source: SOURCE, message: problem.message };
}
