import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import type { LineIndex } from '../../core/lineIndex';
import { overlaps, type Span } from '../../core/span';
import { type ReviewMessages, reviewMessages } from '../../messages/reviewing';
import { REVIEW_COMMANDS, type ReviewOperation, type ReviewQuestion } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import { type Inconsistency, inconsistencySteps } from '../../store/consistency';
import { extent, type ReviewItem } from '../../store/reviewItem';
import { isUndecided, itemAt } from '../../store/reviewList';
import { type CorpusSchema, typeNames } from '../../store/schema';
import { flatMapInSteps } from '../../store/turns';
import { fromRange, SOURCE, toRange } from '../convert';
import type { LinkedPlace } from '../guidelines';
import { becauseOf } from '../learning/because';
import { oneLine, wordsOf } from '../reviewConvert';
import { isDecidable } from '../reviews';
import type { AnalysedDocument, Session } from '../session';
import { inTurns } from '../turns';
import { relationsHover } from './relations';

const LEVELS = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
} as const;

/** What is inconsistent in an article, as diagnostics; nothing where the setting says off. */
export async function consistencyDiagnostics(session: Session, analysed: AnalysedDocument): Promise<readonly Diagnostic[]> {
  const level = analysed.settings['diagnostics.consistency'];
  if (level === 'off') return [];
  const words = reviewMessages(session.messages.locale);
  const found = await inconsistencies(session, analysed);
  return inTurns(flatMapInSteps(found, (problem) => [toDiagnostic(analysed, problem, words, LEVELS[level])]));
}

async function inconsistencies(session: Session, analysed: AnalysedDocument): Promise<readonly Inconsistency[]> {
  const elsewhere = session.namesElsewhere(analysed.document.uri);
  // only what people have decided can be inconsistent, here or elsewhere
  if (analysed.undecided && elsewhere === undefined) return [];
  const { text, analysis } = analysed.article;
  return inTurns(inconsistencySteps({ text, items: analysed.items, analysis, ...(elsewhere && { elsewhere }) }));
}

/** A text with what its problems are told in. */
interface Placed {
  readonly article: { readonly text: string; readonly lines: LineIndex };
  readonly schema: CorpusSchema;
}

/** An inconsistency as a diagnostic. */
export function toDiagnostic(
  analysed: Placed,
  problem: Inconsistency,
  words: ReviewMessages,
  severity: DiagnosticSeverity,
): Diagnostic {
  const message = messageOf(analysed, problem, words);
  return { range: toRange(analysed.article.lines, problem.span), severity, source: SOURCE, code: problem.code, message };
}

function messageOf({ article, schema }: Placed, problem: Inconsistency, words: ReviewMessages): string {
  const names = typeNames(schema);
  const title = (type: string | undefined): string => names.title('entity', type ?? '');
  const shown = oneLine(problem.words, 80);
  switch (problem.code) {
    case 'twoTypes':
      return words.twoTypes(shown, title(problem.type), title(problem.other), problem.count ?? 1);
    case 'missedMention':
      return words.missedMention(shown, title(problem.type), problem.count ?? 1);
    case 'boundary':
      return words.boundary(shown, oneLine(article.text.slice(problem.better?.start, problem.better?.end), 80));
    case 'farDate':
      return words.farDate(shown, problem.other ?? '', problem.date ?? '');
  }
}

/** What can be done at a place: mend what is inconsistent, decide on the annotation, change its type, apply to all mentions. */
export async function reviewActions(
  session: Session,
  analysed: AnalysedDocument,
  { range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const words = reviewMessages(session.messages.locale);
  const asked = fromRange(analysed.article.lines, range);
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? await mending(session, analysed, asked, words) : []),
    ...(wanted(CodeActionKind.RefactorRewrite) ? deciding(analysed, asked, words) : []),
  ];
}

async function mending(session: Session, analysed: AnalysedDocument, asked: Span, words: ReviewMessages): Promise<CodeAction[]> {
  const level = analysed.settings['diagnostics.consistency'];
  if (level === 'off') return [];
  const { lines, text } = analysed.article;
  const names = typeNames(analysed.schema);
  return (await inconsistencies(session, analysed)).flatMap((problem): CodeAction[] => {
    if (!overlaps(problem.span, { start: asked.start - 1, end: asked.end + 1 })) return [];
    const action = (title: string, operation: ReviewOperation): CodeAction => ({
      ...commandAction(analysed, title, [operation], CodeActionKind.QuickFix),
      diagnostics: [toDiagnostic(analysed, problem, words, LEVELS[level])],
      isPreferred: true,
    });
    if (problem.code === 'twoTypes' && problem.item !== undefined && problem.other !== undefined)
      return [
        action(words.useType(names.title('entity', problem.other)), {
          kind: 'setType',
          items: [problem.item],
          type: problem.other,
        }),
      ];
    if (problem.code === 'missedMention')
      return [
        action(words.annotateAs(names.title('entity', problem.type)), {
          kind: 'add',
          layer: 'entity',
          type: problem.type,
          ranges: [toRange(lines, problem.span)],
        }),
      ];
    if (problem.code === 'boundary' && problem.item !== undefined && problem.better)
      return [
        action(words.useBoundary(oneLine(text.slice(problem.better.start, problem.better.end), 60)), {
          kind: 'setSpans',
          item: problem.item,
          ranges: [toRange(lines, problem.better)],
        }),
      ];
    return [];
  });
}

function commandAction(
  analysed: AnalysedDocument,
  title: string,
  operations: readonly ReviewOperation[],
  kind: string,
): CodeAction {
  return { title, kind, command: { title, command: REVIEW_COMMANDS.apply, arguments: [analysed.document.uri, operations] } };
}

function deciding(analysed: AnalysedDocument, asked: Span, words: ReviewMessages): CodeAction[] {
  const item = itemAt(analysed.items, asked);
  if (item === undefined) return [];
  const { uri } = analysed.document;
  const names = typeNames(analysed.schema);
  const kind = CodeActionKind.RefactorRewrite;
  const title = names.title(item.layer, item.type);
  const shown = oneLine(wordsOf(analysed.article.text, item), 40);
  const actions: CodeAction[] = [];
  const decide = (label: string, operation: ReviewOperation): void => {
    actions.push(commandAction(analysed, label, [operation], kind));
  };
  if (isUndecided(item) || item.status === 'rejected') decide(words.confirm(title, shown), { kind: 'confirm', items: [item.id] });
  if (item.status !== 'rejected') decide(words.reject(title, shown), { kind: 'reject', items: [item.id] });
  for (const type of analysed.schema.layers.find((layer) => layer.id === item.layer)?.types ?? [])
    if (type.id !== item.type) decide(words.makeIt(type.title), { kind: 'setType', items: [item.id], type: type.id });
  const run = (label: string, command: string, ...rest: readonly string[]): void => {
    actions.push({ title: label, kind, command: { title: label, command, arguments: [uri, item.id, ...rest] } });
  };
  for (const question of [...questionsFor(item), 'note', 'attribute'] as const)
    run(words.ask[question], REVIEW_COMMANDS.ask, question);
  if (item.layer === 'entity') {
    run(words.applyToAll(shown), REVIEW_COMMANDS.applyToAll, 'confirm');
    run(words.rejectAll(shown), REVIEW_COMMANDS.applyToAll, 'reject');
  }
  if (item.annotation !== undefined) decide(words.clear(shown), { kind: 'clear', items: [item.id] });
  return actions;
}

/** What a person may be asked for that makes sense for an item of its layer. */
function questionsFor({ layer }: ReviewItem): readonly ReviewQuestion[] {
  if (layer === 'quote') return ['speaker'];
  if (layer === 'date') return ['value'];
  return layer === 'entity' ? ['sameEntity', 'differentEntity'] : [];
}

/**
 * What a hover says of the item at a place: its status and who proposes it, with links to decide on it. Undefined where
 * there is none.
 */
export function reviewHover(
  session: Session,
  analysed: AnalysedDocument,
  offset: number,
  {
    address,
    places,
  }: {
    readonly address: (command: string, args: readonly unknown[]) => string;
    readonly places: ReadonlyMap<string, LinkedPlace>;
  },
): { readonly markdown: string; readonly span: Span } | undefined {
  const item = itemAt(analysed.items, { start: offset, end: offset });
  if (item === undefined) return undefined;
  const words = reviewMessages(session.messages.locale);
  const { uri } = analysed.document;
  const link = (title: string, command: string, args: readonly unknown[]): string => `[${title}](${address(command, args)})`;
  const apply = (title: string, kind: 'confirm' | 'reject'): string =>
    link(title, REVIEW_COMMANDS.apply, [uri, [{ kind, items: [item.id] }]]);
  const links = [
    ...(item.status === 'confirmed' ? [] : [apply(words.actions.confirm, 'confirm')]),
    ...(item.status === 'rejected' ? [] : [apply(words.actions.reject, 'reject')]),
    link(words.actions.change, REVIEW_COMMANDS.chooseType, [uri, item.id]),
    ...questionsFor(item).map((question) => link(words.ask[question], REVIEW_COMMANDS.ask, [uri, item.id, question])),
    ...(item.layer === 'entity' ? [link(words.actions.all, REVIEW_COMMANDS.applyToAll, [uri, item.id, 'confirm'])] : []),
  ];
  // another editor decides by code actions and commands of the server
  const offered = !isDecidable(uri) ? [words.copy] : session.standard ? [] : [links.join(' · ')];
  const notes = item.note === undefined ? [] : [`${words.note}: ${escapeMarkdown(oneLine(item.note))}`];
  const related = relationsHover(session, analysed, item);
  const definition = definitionOf(analysed.schema, item);
  const place = places.get(`${item.layer}/${item.type}`);
  const because = becauseOf(item, typeNames(analysed.schema), session.messages.locale);
  const more = [
    ...(because === undefined ? [] : [escapeMarkdown(because)]),
    ...(definition ? [`*${escapeMarkdown(definition)}*`] : []),
    ...(place ? [`${words.guidelines}: [${escapeMarkdown(place.heading)}](${place.uri})`] : []),
    ...notes,
    ...(related === undefined ? [] : [related]),
  ];
  return { markdown: [standing(analysed, item, words), ...more, ...offered].join('\n\n'), span: extent(item) };
}

/** When the type of an item is to be chosen, as its schema says: what one needs to decide. */
function definitionOf(schema: CorpusSchema, { layer, type }: ReviewItem): string | undefined {
  const declared = schema.layers.find(({ id }) => id === layer);
  return declared?.types.find(({ id }) => id === type)?.guidelines ?? declared?.guidelines;
}

function standing({ schema }: AnalysedDocument, item: ReviewItem, words: ReviewMessages): string {
  const title = typeNames(schema).title(item.layer, item.type);
  const parts = [`${title}, ${words.status[item.status]}`];
  const sources = item.sources.length > 0 ? item.sources : item.judged ? [item.judged.source] : [];
  if (sources.length > 0) parts.push(words.by([sources.join(', '), item.version ?? item.judged?.version ?? ''].join(' ').trim()));
  const score = item.score ?? item.judged?.score;
  if (item.signed) parts.push([item.signed.by, item.signed.day ?? ''].join(' ').trim());
  if (score !== undefined) parts.push(`${Math.round(score * 100)} %`);
  if (item.was) parts.push(words.wasOn(oneLine(item.was.map((anchor) => anchor.exact).join(' … '), 80)));
  return escapeMarkdown(parts.join(' · '));
}
