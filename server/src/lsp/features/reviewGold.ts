import type { CancellationToken } from 'vscode-languageserver';
import { LineIndex } from '../../core/lineIndex';
import { agreementWords } from '../../messages/agreement';
import { messageOf } from '../../messages/error';
import { reviewMessages } from '../../messages/reviewing';
import {
  type GoldChoiceParams,
  GoldChoiceRequest,
  type GoldDifference,
  type GoldParams,
  type GoldReport,
  GoldRequest,
} from '../../protocol';
import { readAnnotators } from '../../store/annotatorFolders';
import type { ArticleDecisions } from '../../store/articleDecisions';
import type { Decisions } from '../../store/decisions';
import { compareText, type Difference, type Variant } from '../../store/differences';
import { readAnyText } from '../../store/fileEncoding';
import { decide, differenceId, ordered } from '../../store/gold';
import { type GoldState, goldFolders, goldProblem, writeGold } from '../../store/goldFolder';
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
  return {};
};

async function gold(session: Session, params: GoldParams, token: CancellationToken): Promise<GoldReport | string | null> {
  const target = pathOf(params.gold);
  if (target === undefined) return null;
  const folders = params.folders?.flatMap((uri) => pathOf(uri) ?? []) ?? (await goldFolders(target));
  if (folders === undefined) return null;
  const clash = goldProblem(folders, target);
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
  const { kinds } = agreementWords(session.messages.locale);
  const who = (numbers: readonly number[]): readonly string[] => numbers.map((i) => annotators[i] ?? '');
  const layer = schema.layers.find(({ id }) => id === difference.layer)?.title ?? difference.layer;
  const own = (item: Variant['item']) => difference.words.slice(item.start - difference.start, item.end - difference.start);
  return {
    id: differenceId(difference),
    document: difference.document,
    title: `${layer}: ${kinds[difference.kind]}`,
    words: oneLine(difference.words),
    variants: difference.variants.map(({ annotators: numbers, item }) => ({
      annotators: who(numbers),
      title: names.title(item.layer, item.type),
      words: oneLine(own(item)),
      detail: [item.value, item.attributes.replaceAll('\n', ' ')].filter((part) => part !== undefined && part !== '').join(' '),
    })),
    without: who(difference.without),
  };
}

async function choose(
  session: Session,
  { gold: goldUri, document, id, choice }: GoldChoiceParams,
): Promise<{ readonly ok: true; readonly unwritten?: true } | { readonly ok: false; readonly message: string }> {
  const words = reviewMessages(session.messages.locale);
  const target = pathOf(goldUri);
  const folders = target === undefined ? undefined : await goldFolders(target);
  if (target === undefined || folders === undefined) return { ok: false, message: words.changed };
  try {
    const { texts } = await readAnnotators(folders, { reference: target, only: document });
    const schema = await schemaOf(session, folders);
    const [text] = texts;
    const difference = text && compareText(text, schema).differences.find((one) => differenceId(one) === id);
    if (text === undefined || difference === undefined) return { ok: false, message: words.changed };
    const path = `${target}/${document}`;
    const article = (await openIn(session, path)) ?? (await session.reviews.closed(uriOf(path), text.text));
    const { readOnly, decisions } = article.state;
    if (readOnly !== undefined) return { ok: false, message: words.readOnly(session.say(readOnly)) };
    if (decisions.document.text !== text.text) return { ok: false, message: words.changed };
    const label = words.gold(oneLine(difference.words, 60));
    const uri = uriIn(session, path);
    const settings = await settingsFor(session, uri);
    const change = (now: Decisions): Decisions => decide(now, difference, choice, { sources: text.by, schema });
    article.decide((now) => signed(settings, now, change(now)), label);
    await decided(session, uri);
    return { ok: true, ...(!session.reviews.isKept(uri) && { unwritten: true as const }) };
  } catch (error) {
    return { ok: false, message: session.say(messageOf(error)) };
  }
}
