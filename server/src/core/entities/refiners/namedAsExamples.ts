import type { EntityType } from '../../analysis';
import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_FORM, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { endOfCapitals, inTextOrder, nameOfWords } from './spans';

/** The longest name of an enumeration, in words, and how many words may lead from the noun to the first one. */
const MAX_NAME = 4;
const MAX_LEAD = 3;

/**
 * Brands such as Tolvia, Mirva and Sable; des villes comme Tolvanne: what is named as an example of a noun is what that says
 * (Hearst 1992, the first two patterns), where the model saw nothing or doubts.
 */
export const namedAsExamples: CapitalRule = {
  id: 'named-as-examples',
  appliesTo: ({ classNouns }) => classNouns !== undefined,
  wakes: ({ folded }, { classNouns }) => classNouns?.has(folded) === true,
  refineAt(names, i, { sentence, pack }) {
    const type = classBefore(sentence, i, pack);
    if (type === undefined) return names;
    return itemsFrom(sentence, i, pack).reduce<readonly NameSpan[]>(
      (found, item) => withItem(found, item, type, sentence),
      names,
    );
  },
};

/** The type that the noun says which leads to a word through "such as" or its like. */
function classBefore({ infos }: TaggedSentence, i: number, pack: EntityPack): EntityType | undefined {
  let at = i - 1;
  if (infos[at] !== undefined && pack.articles.has((infos[at] as WordInfo).folded)) at--;
  for (let words = 1; words <= MAX_LEAD; words++) {
    const lead = infos.slice(at - words + 1, at + 1);
    if (lead.length < words || !pack.exampleLeads?.has(lead.map(({ folded }) => folded).join(' '))) continue;
    const noun = infos[at - words]?.text === ',' ? at - words - 1 : at - words;
    const info = infos[noun];
    // Apps such as …: the capital is the sentence's
    return info === undefined || (info.capital && noun > 0) ? undefined : pack.classNouns?.get(info.folded);
  }
  return undefined;
}

interface Item {
  readonly from: number;
  readonly to: number;
}

/** The words with a capital from one on, and those that commas and small words lead on to. */
function itemsFrom(sentence: TaggedSentence, first: number, pack: EntityPack): readonly Item[] {
  const items: Item[] = [];
  for (let from: number | undefined = first; from !== undefined; ) {
    const to: number = endOfCapitals(sentence, from, MAX_NAME);
    // Dr. Sable is not cut at the stop
    if (sentence.infos[to]?.text === '.' && sentence.infos[to + 1]?.capital === true) break;
    items.push({ from, to });
    from = nextItem(sentence, to, pack);
  }
  return items;
}

function nextItem({ infos }: TaggedSentence, to: number, { exampleJoins, articles }: EntityPack): number | undefined {
  const joins = (info: WordInfo | undefined): boolean => info !== undefined && exampleJoins?.has(info.folded) === true;
  let at = to;
  if (infos[at]?.text === ',') at++;
  if (joins(infos[at])) at++;
  if (at === to) return undefined;
  if (infos[at] !== undefined && articles.has((infos[at] as WordInfo).folded)) at++;
  return infos[at]?.capital === true ? at : undefined;
}

/** The names with an item of the enumeration among them as what it is. */
function withItem(names: readonly NameSpan[], item: Item, type: EntityType, sentence: TaggedSentence): readonly NameSpan[] {
  const name = nameOfWords(sentence, item, type, BY_FORM);
  const touched = names.filter((other) => overlaps(other, name));
  if (touched.length === 0) return inTextOrder([...names, name]);
  const [found] = touched as [NameSpan];
  const { start } = sentence.words[item.from] as Word;
  if (touched.length > 1 || found.type === type || found.confidence >= SURE || found.start !== start) return names;
  return names.map((other) => (other === found ? { ...found, type, confidence: BY_FORM } : other));
}
