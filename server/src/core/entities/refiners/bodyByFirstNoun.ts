import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import { afterLink } from './bodyGoesOn';
import { BY_FORM, HEADS, ORGANISATION_HEAD } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, isHeadline, nameOfWords } from './spans';

/** Office for Light Responsibility, Committee on Harbours: the noun for a body with a capital, and the matter that a small word leads to. */
export const bodyByFirstNoun: CapitalRule = {
  id: 'body-by-first-noun',
  appliesTo: ({ headsLast, bodyLinks }) => headsLast && bodyLinks !== undefined,
  wakes: ({ bits, capital, upper }) => capital && !upper && (bits & HEADS) === ORGANISATION_HEAD,
  refineAt(names, i, { sentence, pack }) {
    const { infos } = sentence;
    const { bits, upper } = infos[i] as WordInfo;
    if ((bits & HEADS) !== ORGANISATION_HEAD || upper || isHeadline(infos)) return names;
    const before = infos[i - 1];
    if (before?.capital === true && !pack.functionWords.has(before.folded)) return names;
    const to = afterLink(sentence, i + 1, pack);
    if (to === undefined) return names;
    const body = nameOfWords(sentence, { from: i, to }, 'ORG', BY_FORM);
    return names.some((name) => overlaps(name, body)) ? names : inTextOrder([...names, body]);
  },
};
