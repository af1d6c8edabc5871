import type { EntityType } from '../../analysis';
import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import { listedType } from './expandToListedName';
import { FAMILY_NAME, GIVEN_NAME, PERSONS_AND_WORKS } from './kinds';
import type { NameException, NameRefiner, SentenceContext } from './refiner';

/** What speaks against an organisation or a place: the words are a person's name too, a part of one, or a work's. */
const OTHERWISE_NAMED = PERSONS_AND_WORKS | FAMILY_NAME | GIVEN_NAME;

/** From here on the model's type is more often right than the lists' is. */
const DOUBT = 0.65;

interface Retyping {
  readonly name: NameSpan;
  readonly type: EntityType;
  readonly context: SentenceContext;
}

/** "L'Europe remporte la coupe", "she signed for Tolvane": beside words of sport a place is a team where the model took it for one. */
const sideInContest: Exception<Retyping> & NameException = {
  id: 'side-in-contest',
  appliesTo: ({ contestWords }) => contestWords !== undefined,
  holds: ({ name, type, context: { sentence, pack } }) =>
    name.type === 'ORG' && type === 'LOC' && sentence.infos.some(({ folded }) => pack.contestWords?.has(folded) === true),
};

const EXCEPT: readonly (Exception<Retyping> & NameException)[] = [sideInContest];

/** Gives a doubtful name the type that the lists have for just these words, where they know nothing else by them. */
export const retypeFromList: NameRefiner = {
  id: 'retype-from-list',
  scope: 'sentence',
  except: EXCEPT,
  refine(names, context) {
    let retyped: NameSpan[] | undefined;
    for (let k = 0; k < names.length; k++) {
      const name = names[k] as NameSpan;
      const type = name.confidence >= DOUBT ? undefined : typeInLists(name, context);
      if (type === undefined || type === name.type || !isAccepted(EXCEPT, { name, type, context })) continue;
      retyped ??= [...names];
      retyped[k] = { ...name, type };
    }
    return retyped ?? names;
  },
};

function typeInLists({ from, to }: NameSpan, { sentence, phrases }: SentenceContext) {
  const hashes: number[] = [];
  for (let i = from; i < to; i++) hashes.push((sentence.infos[i] as WordInfo).foldHash);
  const bits = phrases.bits(hashes);
  return (bits & OTHERWISE_NAMED) === 0 ? listedType(bits) : undefined;
}
