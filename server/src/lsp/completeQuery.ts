import { ONCE } from '../corpus/copies';
import { type Comparison, compileQuery } from '../corpus/query/compile';
import { parseQuery, QueryError } from '../corpus/query/query';
import { goesOn, type Wanted, wantedAtEnd, writtenValue } from '../corpus/query/wanted';
import { completing } from '../messages/completing';
import { wordsOf } from '../messages/topic';
import type { CompleteQueryParams, QueryCompletion, QueryCompletions } from '../protocol';
import type { CorpusSchema } from '../store/schema';
import { folderFor } from './corpusWalk';
import { partsOfProject, withParts } from './parts';
import type { Session } from './session';

/** More than these nobody looks through: who types another letter has fewer. */
const MOST = 40;

/** Whoever types waits no longer for an index, in milliseconds. */
const SOON = 300;

/** What a query could go on with where it ends, and what is wrong with it as it stands. */
export async function completeQuery(session: Session, params: CompleteQueryParams): Promise<QueryCompletions> {
  const problem = await problemOf(session, params);
  const wanted = wantedAtEnd(params.query);
  const candidates = wanted === undefined ? [] : await candidatesFor(session, params.uri, wanted);
  const completions = candidates.slice(0, MOST).map(
    ({ value, detail }): QueryCompletion => ({
      query: params.query.slice(0, wanted?.from) + written(value, wanted as Wanted),
      label: value,
      detail,
    }),
  );
  return { completions, ...(problem !== undefined && { problem }) };
}

async function problemOf(session: Session, params: CompleteQueryParams & Comparison): Promise<string | undefined> {
  if (params.query.trim() === '') return undefined;
  try {
    const whole = await withParts(session, params);
    if (whole instanceof QueryError) return session.say(whole.said);
    compileQuery(parseQuery(whole.query));
    return undefined;
  } catch (error) {
    if (error instanceof QueryError) return session.say(error.said);
    throw error;
  }
}

function written(value: string, { kind, form = 'filter' }: Wanted): string {
  if (kind === 'filter') return `${value}:`;
  return kind === 'attribute' ? `${value}="` : writtenValue(value, form);
}

interface Candidate {
  readonly value: string;
  readonly detail: string;
}

const ATTRIBUTES = ['word', 'entity', 'type', 'speaker', 'quote', 'date', 'layer', 'attribute', 'property', 'decided'] as const;
const FILTERS = [...ATTRIBUTES.filter((name) => name !== 'word'), 'file', 'language', 'copies', 'in'] as const;

async function candidatesFor(session: Session, uri: string, wanted: Wanted): Promise<readonly Candidate[]> {
  const words = wordsOf(completing, session.messages.locale);
  const named = (names: readonly (keyof typeof words.filters)[]): readonly Candidate[] =>
    names.map((value) => ({ value, detail: words.filters[value] }));
  const folder = (await folderFor(session, uri)) ?? uri;
  const begun = (all: readonly Candidate[]): readonly Candidate[] => all.filter(({ value }) => goesOn(value, wanted.written));
  if (wanted.kind === 'attribute') return begun(named(ATTRIBUTES));
  if (wanted.kind === 'value') {
    const known = await ofProject(session, folder, wanted.of ?? '');
    return known === undefined ? fromIndex(session, folder, wanted.of ?? '', wanted.written) : begun(known);
  }
  const columns = await fromIndex(session, folder, '', wanted.written);
  return [...begun(named(FILTERS)), ...columns.map(({ value }) => ({ value, detail: words.column }))];
}

/** Values that the project declares, or that are always the same; undefined where articles have them. */
async function ofProject(session: Session, folder: string, of: string): Promise<readonly Candidate[] | undefined> {
  const bare = (values: readonly string[]): readonly Candidate[] => values.map((value) => ({ value, detail: '' }));
  const { schema } = await session.schemas.forArticle(`${folder}/x.txt`);
  switch (of) {
    case 'decided':
      return bare(['no', 'yes']);
    case 'copies':
      return bare([ONCE]);
    case 'type':
      return typesOf(schema, 'entity');
    case 'quote':
      return typesOf(schema, 'quote');
    case 'layer':
      return layersOf(schema);
    case 'attribute':
      return attributesOf(schema);
    case 'property':
      return bare(await propertiesOf(session, folder));
    case 'in':
      return ((await partsOfProject(session, folder))?.parts ?? [])
        .filter(({ kind }) => kind === 'subcorpus')
        .map(({ name, value }) => ({ value: name, detail: value }));
    case 'word':
    case 'file':
      return bare([]);
    default:
      return undefined;
  }
}

const typesOf = ({ layers }: CorpusSchema, id: string): readonly Candidate[] =>
  layers.filter((layer) => layer.id === id).flatMap(({ types }) => types.map((type) => ({ value: type.id, detail: type.title })));

const layersOf = ({ layers }: CorpusSchema): readonly Candidate[] =>
  layers.flatMap(({ id, title, types }) => [
    { value: id, detail: title },
    ...types.map((type) => ({ value: `${id}=${type.id}`, detail: type.title })),
  ]);

const attributesOf = ({ layers }: CorpusSchema): readonly Candidate[] =>
  layers.flatMap(({ attributes }) =>
    attributes.flatMap(({ id, title, values }) => [
      { value: id, detail: title },
      ...values.map((value) => ({ value: `${id}=${value}`, detail: title })),
    ]),
  );

async function propertiesOf(session: Session, folder: string): Promise<readonly string[]> {
  const { entries } = await session.gazetteers.forArticle(`${folder}/x.txt`);
  const found = entries.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, value]) => [name, `${name}=${value}`]),
  );
  return [...new Set(found)].sort();
}

async function fromIndex(session: Session, folder: string, of: string, begun: string): Promise<readonly Candidate[]> {
  const words = wordsOf(completing, session.messages.locale);
  session.index?.start();
  const asked = session.index?.ask({ kind: 'values', folder, of, written: begun, most: MOST });
  const soon = new Promise<undefined>((done) => setTimeout(() => done(undefined), SOON).unref());
  const values = await Promise.race([asked?.catch(() => undefined), soon]);
  return (values ?? []).map(({ value, articles }) => ({ value, detail: words.articles(articles) }));
}
