import { tableMessages as messages } from '../../messages/tables';
import { isSpeech } from '../parts/partition';
import { plain } from '../query/folding';
import type { NamedFacts, SearchDocument, Tokens } from '../searchDocument';
import type { Counting } from './counting';
import { wordsIn } from './scope';
import type { Column, TableKind, TableRequest, TableRow } from './table';
import { filter, literal, within } from './written';

/** Something annotated as a list counts it. */
interface Item extends Pick<Tokens, 'first'> {
  /** Empty where it is not known. */
  readonly name: string;
  readonly type?: string;
  readonly facts: NamedFacts;
  /** How many words it is; of quotations. */
  readonly words: number;
}

type ItemKind = Extract<TableKind, 'entities' | 'speakers' | 'cues' | 'quotes'>;

/** Lists of what is annotated: names, who speaks, what brings speech in, kinds of quotations. What is not known has a row of its own. */
export function itemCounting(request: TableRequest): Counting {
  const kind = request.kind as ItemKind;
  const { group } = request;
  return {
    columns: group === undefined ? COLUMNS[kind] : [{ id: 'group', title: group, form: 'text' }],
    count({ document, keys, article, partOf }, counts) {
      for (const item of itemsOf(kind, document, keys)) {
        const key = group === undefined ? `${item.type ?? ''}\u0001${item.name}` : propertyOf(item.facts, group);
        counts.add(key, article, partOf(item.first), item.words);
      }
    },
    read: (key) => (group === undefined ? itemRow(kind, key, request) : { cells: [key], query: null }),
  };
}

const { columns: titles } = messages;
const NAME = (title: Column['title'], id: string): Column => ({ id, title, form: 'text' });
const COLUMNS: Readonly<Record<ItemKind, readonly Column[]>> = {
  entities: [NAME(titles.name, 'name'), NAME(titles.type, 'type')],
  speakers: [NAME(titles.speaker, 'speaker')],
  cues: [NAME(titles.cue, 'cue')],
  quotes: [NAME(titles.quote, 'quote')],
};

function itemRow(kind: ItemKind, key: string, request: TableRequest): TableRow {
  const [type = '', name = ''] = key.split('\u0001');
  if (kind === 'entities')
    return { cells: [name, type], query: within(`${filter('entity', name)} ${filter('type', type)}`, request) };
  if (name === '') return { cells: [''], query: null };
  const query = kind === 'speakers' ? filter('speaker', name) : kind === 'quotes' ? filter('quote', name) : literal(name);
  return { cells: [name], query: within(query, request) };
}

/** What a list of a kind counts in a document. */
function itemsOf(kind: ItemKind, document: SearchDocument, keys: Uint32Array): readonly Item[] {
  if (kind === 'entities')
    return document.mentions.map((mention) => ({
      first: mention.first,
      name: mention.names[0] ?? '',
      type: mention.type,
      facts: mention,
      words: 0,
    }));
  const quotations = kind === 'quotes' ? document.quotations : document.quotations.filter(isSpeech);
  return quotations.map((quotation) => {
    const said = kind === 'speakers' ? quotation.speakers[0] : kind === 'cues' ? quotation.cue : quotation.kind;
    const name = kind === 'cues' ? plain(said ?? '', true, false).replace(/\s+/g, ' ') : (said ?? '');
    const words = quotation.parts.reduce((sum, { first, last }) => sum + wordsIn(keys, first, last), 0);
    return { first: quotation.first, name, facts: quotation, words };
  });
}

const GENDER = /^(?:gender|sex|genre|sexe)$/i;

/**
 * What somebody has in a column of the gazetteer; for the gender, where that says nothing, the one that the text or a first
 * name tells (`f`, `m`). Empty where it is not known: nothing is guessed.
 */
function propertyOf({ properties = {}, gender }: NamedFacts, name: string): string {
  const wanted = name.toLowerCase();
  const isGender = GENDER.test(name);
  for (const [column, value] of Object.entries(properties)) {
    const own = column.toLowerCase();
    if (own === wanted || (isGender && GENDER.test(own))) return value;
  }
  return isGender ? (gender ?? '') : '';
}
