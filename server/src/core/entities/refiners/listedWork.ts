import { overlaps } from '../../span';
import { KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { ListedPhrase, NameSpan } from '../tagger';
import { BY_LISTS, LOCATIONS, ORGANISATIONS } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { inTextOrder, isHeadline, nameOfWords } from './spans';

const WORK = 1 << KIND.work;
const MEDIA = 1 << KIND.media;
const OTHERWISE = LOCATIONS | ORGANISATIONS | (1 << KIND.person) | (1 << KIND.familyName);
const MAX_WORDS = 8;

/**
 * Ligue 1, 24 Heures du Mans, 20 Minutes: what the lists know as a competition's, a work's or a medium's whole name of two
 * words or more, where the model saw nothing or a part of it. A name may begin with the figure before its first capital.
 */
export const listedWork: NameRefiner = {
  id: 'listed-work',
  scope: 'sentence',
  refine(names, context) {
    const { sentence } = context;
    const begun = begunByFigures(context);
    let refined = names;
    for (const { from, length, bits } of begun.length === 0 ? sentence.listed : [...sentence.listed, ...begun]) {
      const type = typeOf(bits, sentence.infos[from] as WordInfo);
      if (type === undefined || !isWritten(sentence.infos.slice(from, from + length))) continue;
      const whole = nameOfWords(sentence, { from, to: from + length }, type, BY_LISTS);
      const touched = refined.filter((name) => overlaps(name, whole));
      if (touched.some((name) => isLargerOrAsGood(name, whole)) || isHeadline(sentence.infos)) continue;
      refined = [...refined.filter((name) => !touched.includes(name)), whole];
    }
    return refined === names ? names : inTextOrder(refined);
  },
};

/** Listed names that begin with the figure before a word with a capital: the model only lists those that begin with one. */
function begunByFigures({ sentence: { infos, capitals }, phrases }: SentenceContext): readonly ListedPhrase[] {
  const begun: ListedPhrase[] = [];
  for (const i of capitals) {
    const figure = infos[i - 1];
    if (figure?.digit !== true || figure.capital || !phrases.begins(figure.foldHash)) continue;
    const hashes = infos.slice(i - 1, i - 1 + MAX_WORDS).map(({ foldHash }) => foldHash);
    const match = phrases.longest(hashes, 0, hashes.length);
    if (match !== undefined && match.length > 1) begun.push({ from: i - 1, ...match });
  }
  return begun;
}

/** MISC for works alone; a medium's name needs the help where it begins with a figure. */
function typeOf(bits: number, first: WordInfo): 'MISC' | 'ORG' | undefined {
  if (first.digit && (bits & MEDIA) !== 0) return 'ORG';
  return (bits & WORK) !== 0 && (bits & OTHERWISE) === 0 ? 'MISC' : undefined;
}

/** Whether a name reaches beyond the listed one, is somebody's, or is that long itself. */
const isLargerOrAsGood = (name: NameSpan, whole: NameSpan): boolean =>
  name.start < whole.start || name.end > whole.end || name.type === 'PER' || name.end - name.start === whole.end - whole.start;

/** Whether words are written as a name is: small ones only after a first one with a capital (Coupe du monde). */
function isWritten([first, second, ...rest]: readonly WordInfo[]): boolean {
  if (first === undefined || second === undefined || !(second.capital || second.digit || second.particle)) return false;
  return first.capital || rest.every((info) => info.capital || info.particle);
}
