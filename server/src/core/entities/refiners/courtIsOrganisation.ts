import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import { EVENT_HEAD, ORGANISATION_HEAD, PLACE_HEAD, SURE } from './kinds';
import type { NameCorrection } from './refiner';

/** Takes a doubtful place for the body that its last word says it is (High Court). */
export const courtIsOrganisation: NameCorrection = {
  id: 'court-is-organisation',
  appliesTo: (pack) => pack.headsLast,
  correct(name, { sentence, pack }) {
    const { type, confidence, from, to } = name;
    if (type !== 'LOC' || to - from < 2 || confidence >= SURE) return name;
    return isBody(sentence.infos[to - 1] as WordInfo, pack) ? { ...name, type: 'ORG' } : name;
  },
};

/** Whether a noun is one for bodies and for nothing else, or a court's, which may be a site too. */
const isBody = ({ bits, folded }: WordInfo, pack: EntityPack): boolean =>
  (bits & ORGANISATION_HEAD) !== 0 && ((bits & (PLACE_HEAD | EVENT_HEAD)) === 0 || pack.courts.has(folded));
