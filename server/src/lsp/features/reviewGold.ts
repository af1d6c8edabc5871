import type { CancellationToken } from 'vscode-languageserver';
import { LineIndex } from '../../core/lineIndex';
import { agreementWords } from '../../messages/agreement';
import { messageOf } from '../../messages/error';
import { fileMessages } from '../../messages/files';
import { reviewMessages } from '../../messages/reviewing';
import {
  BareRequest,
  type GoldChoiceParams,
  GoldChoiceRequest,
  type GoldDifference,
  type GoldParams,
  type GoldReport,
  GoldRequest,
} from '../../protocol';
import { readAnnotators } from '../../store/annotatorFolders';
import type { ArticleDecisions } from '../../store/articleDecisions';
import { copyBare } from '../../store/bareCopy';
import type { AnnotatedText } from '../../store/compared';
import type { Decisions } from '../../store/decisions';
import { compareText, type Difference, type Variant } from '../../store/differences';
import { readAnyText } from '../../store/fileEncoding';
import { canDecide, decide, differenceId, type GoldChoice, isOpen, ordered, sameChoice } from '../../store/gold';
import { type GoldState, goldFolders, goldProblem, writeGold } from '../../store/goldFolder';
import { RELATION } from '../../store/relationDifferences';
import { type CorpusSchema, typeNames } from '../../store/schema';
import { toFlatRange } from '../convert';
import { withProgress } from '../corpusWalk';
import { cancelled } from '../log';
import { oneLine } from '../reviewConvert';
import { pathOf, uriOf } from '../reviews';
import type { Session } from '../session';
import { settingsFor, signed } from '../signing';
import { answer } from './answer';
import type { Feature } from './feature';
import { decided } from './review';

/** Adjudication: several annotators' folders become a gold folder, and theirs stay as they are. */
export const reviewGoldFeature: Feature = (session) => {
  answer(session, GoldRequest, (params, token) => gold(session, params, token));
  answer(session, GoldChoiceRequest, (params) => choose(session, params));
  answer(session, BareRequest, (params) => bare(session, params));
  return {};
};

async function bare(
  session: Session,
  params: { readonly folder: string; readonly target: string },
): Promise<
  { readonly articles: number; readonly problems: readonly { readonly name: string; readonly message: string }[] } | string
> {
  const [folder, target] = [pathOf(params.folder), pathOf(params.target)];
  if (folder === undefined || target === undefined) return session.say(fileMessages.noFolder);
  const clash = await goldProblem([folder], target);
  if (clash) return session.say(clash);
  const { articles, problems } = await copyBare(folder, target);
  return { articles, problems: problems.map(({ name, message }) => ({ name, message: session.say(message) })) };
}

async function gold(session: Session, params: GoldParams, token: CancellationToken): Promise<GoldReport | string | null> {
  const target = pathOf(params.gold);
  if (target === undefined) return null;
  const folders = params.folders?.flatMap((uri) => pathOf(uri) ?? []) ?? (await goldFolders(target));
  if (folders === undefined) return null;
  const clash = await goldProblem(folders, target);
  if (clash) return session.say(clash);
  const schema = await schemaOf(session, folders);
  const { progress: titles } = reviewMessages(session.messages.locale);
  const state = await withProgress(session, params.workDoneToken, titles.gold, (progress) =>
    writeGold(folders, target, {
      schema,
      label: titles.gold,
      step: (done, total) => {
        if (token.isCancellationRequested) throw cancelled();
        progress(done, total);
      },
      // articles that are passed by are not kept in memory
      open: async (path, text) => (await openIn(session, path)) ?? session.reviews.peek(uriOf(path), text),
      save: async (path, article) => ((await openIn(session, path)) ? decided(session, uriIn(session, path)) : article.save()),
    }),
  );
  return report(session, state, { gold: target, schema, order: params.order ?? 'text' });
}

const schemaOf = async (session: Session, folders: readonly string[]): Promise<CorpusSchema> =>
  (await session.schemas.forArticle(`${uriOf(folders[0] ?? '')}/x.txt`)).schema;

/** An article's URI as its editor spells it, where it is open. */
function uriIn(session: Session, path: string): string {
  return session.articles().find((uri) => pathOf(uri) === path) ?? uriOf(path);
}

/** The decisions of an article that is open, or that an undo may go back to. */
async function openIn(session: Session, path: string): Promise<ArticleDecisions | undefined> {
  const uri = uriIn(session, path);
  await session.reviews.ready(uri);
  return session.reviews.get(uri);
}

async function report(
  session: Session,
  state: GoldState,
  { gold: folder, schema, order }: { readonly gold: string; readonly schema: CorpusSchema; readonly order: GoldParams['order'] },
): Promise<GoldReport> {
  const { annotators, articles, taken } = state;
  const texts = new Map<string, LineIndex>();
  const differences: GoldDifference[] = [];
  for (const difference of ordered(state.differences, order ?? 'text')) {
    const path = `${folder}/${difference.document}`;
    const lines = texts.get(path) ?? new LineIndex((await readAnyText(path)) ?? '');
    texts.set(path, lines);
    const info = differenceInfo(session, difference, { annotators, schema });
    differences.push({ ...info, uri: uriIn(session, path), range: toFlatRange(lines, difference) });
  }
  const problems = [...state.skipped, ...state.remarks].map(({ name, message }) => ({ name, message: session.say(message) }));
  return { annotators, articles, taken, differences, problems };
}

function differenceInfo(
  session: Session,
  difference: Difference,
  { annotators, schema }: { readonly annotators: readonly string[]; readonly schema: CorpusSchema },
): Omit<GoldDifference, 'uri' | 'range'> {
  const names = typeNames(schema);
  const { kinds, relation } = agreementWords(session.messages.locale);
  const who = (numbers: readonly number[]): readonly string[] => numbers.map((i) => annotators[i] ?? '');
  const isRelation = difference.layer === RELATION;
  const layer = isRelation ? relation : (schema.layers.find(({ id }) => id === difference.layer)?.title ?? difference.layer);
  const own = (item: Variant['item']) => difference.words.slice(item.start - difference.start, item.end - difference.start);
  return {
    id: differenceId(difference),
    document: difference.document,
    title: `${layer}: ${kinds[difference.kind]}`,
    words: oneLine(difference.words),
    variants: difference.variants.map(({ annotators: numbers, item }) => ({
      annotators: who(numbers),
      title: relationTitle(item, schema) ?? names.title(item.layer, item.type),
      words: relationWords(item, difference) ?? oneLine(own(item)),
      detail: [item.value, item.attributes.replaceAll('\n', ' ')].filter((part) => part !== undefined && part !== '').join(' '),
    })),
    without: who(difference.without),
  };
}

function relationTitle({ relation }: Variant['item'], { relations = [], events = [] }: CorpusSchema): string | undefined {
  return relation && ([...relations, ...events].find(({ id }) => id === relation.type)?.title ?? relation.type);
}

/** What a relation relates: `Anne Corbin → Vell`; of an event what tells it, then who has which part in it. */
function relationWords({ relation }: Variant['item'], { start, words }: Difference): string | undefined {
  return relation?.ends
    .map(({ role, annotation }) => {
      const own = annotation.spans.map((span) => words.slice(span.start - start, span.end - start)).join(' … ');
      return `${role === '' ? '' : `${role}: `}${oneLine(own)}`;
    })
    .join(' → ');
}

/** By these names steps over several articles are taken back together. */
let joints = 0;

async function choose(session: Session, params: GoldChoiceParams): Promise<GoldChosen> {
  const { gold: goldUri, document, id, choice, alike } = params;
  const words = reviewMessages(session.messages.locale);
  const target = pathOf(goldUri);
  const folders = target === undefined ? undefined : await goldFolders(target);
  if (target === undefined || folders === undefined) return { ok: false, message: words.changed };
  try {
    const { texts } = await readAnnotators(folders, { reference: target, ...(!alike && { only: document }) });
    const schema = await schemaOf(session, folders);
    const compared = texts.map((text) => ({ text, differences: compareText(text, schema).differences }));
    const meant = compared.find(({ text }) => text.id === document)?.differences.find((one) => differenceId(one) === id);
    if (meant === undefined) return { ok: false, message: words.changed };
    const label = words.gold(oneLine(meant.words, 60));
    const step = { target, schema, label, ...(alike && { joint: `gold-${++joints}` }) };
    const wanted = compared.map(({ text, differences }) => ({
      text,
      choices: differences.flatMap((difference): Decision[] => {
        const own = difference === meant ? choice : alike && sameChoice(meant, choice, difference);
        return own ? [{ difference, choice: own }] : [];
      }),
    }));
    return await decideAll(session, wanted, document, step);
  } catch (error) {
    return { ok: false, message: session.say(messageOf(error)) };
  }
}

/** Decides in each article; where the one that was meant cannot be decided on, in none. */
async function decideAll(
  session: Session,
  wanted: readonly { readonly text: AnnotatedText; readonly choices: readonly Decision[] }[],
  document: string,
  step: GoldStep,
): Promise<GoldChosen> {
  const decidedOn: { document: string; id: string }[] = [];
  let isKept = true;
  const inTurn = [...wanted].sort((a, b) => Number(b.text.id === document) - Number(a.text.id === document));
  for (const { text, choices } of inTurn) {
    if (choices.length === 0) continue;
    const done = await decideIn(session, text, choices, step);
    if ('message' in done) {
      if (text.id === document) return done;
      continue;
    }
    isKept &&= done.isKept;
    for (const one of done.decided) decidedOn.push({ document: text.id, id: differenceId(one) });
  }
  return { ok: true, decided: decidedOn, ...(!isKept && { unwritten: true as const }) };
}

type GoldChosen =
  | {
      readonly ok: true;
      readonly decided: readonly { readonly document: string; readonly id: string }[];
      readonly unwritten?: true;
    }
  | { readonly ok: false; readonly message: string; readonly waits?: true };

interface Decision {
  readonly difference: Difference;
  readonly choice: GoldChoice;
}

interface GoldStep {
  readonly target: string;
  readonly schema: CorpusSchema;
  readonly label: string;
  readonly joint?: string;
}

/** Decides on differences of one article, as one step; those that are alike only where nobody has decided on them. Why it cannot, else. */
async function decideIn(
  session: Session,
  text: AnnotatedText,
  choices: readonly Decision[],
  { target, schema, label, joint }: GoldStep,
): Promise<Exclude<GoldChosen, { ok: true }> | { readonly isKept: boolean; readonly decided: readonly Difference[] }> {
  const words = reviewMessages(session.messages.locale);
  const path = `${target}/${text.id}`;
  const article = (await openIn(session, path)) ?? (await session.reviews.closed(uriOf(path), text.text));
  const { readOnly, decisions } = article.state;
  if (readOnly !== undefined) return { ok: false, message: words.readOnly(session.say(readOnly)) };
  if (decisions.document.text !== text.text) return { ok: false, message: words.changed };
  const open =
    choices.length === 1 && joint === undefined
      ? choices
      : choices.filter(({ difference }) => isOpen(difference, decisions, schema));
  const sources = { sources: text.by, schema };
  if (!open.every(({ difference, choice }) => canDecide(decisions, difference, choice, sources)))
    return { ok: false, message: words.goldEnds, waits: true };
  const uri = uriIn(session, path);
  const settings = await settingsFor(session, uri);
  const change = (now: Decisions): Decisions =>
    open.reduce((before, { difference, choice }) => decide(before, difference, choice, sources), now);
  article.decide((now) => signed(settings, now, change(now)), label, joint);
  await decided(session, uri);
  return { isKept: session.reviews.isKept(uri), decided: open.map(({ difference }) => difference) };
}
