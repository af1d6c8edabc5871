import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import { HEADS, isCommon, ORGANISATION_HEAD } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { isHeadline, withWords } from './spans';

/**
 * Department for Harbours, Light and Rural Ways; Court of Appeals for the Fourth Circuit: a body's name goes on over a small word
 * or a comma to common words with a capital, which name its matter.
 */
export const bodyGoesOn: NameRefiner = {
  id: 'body-goes-on',
  scope: 'sentence',
  appliesTo: ({ headsLast, conjunctions }) => headsLast && conjunctions !== undefined,
  refine(names, context) {
    let longer: NameSpan[] | undefined;
    names.forEach((name, k) => {
      const to = name.type === 'ORG' ? endOfBody(name, context) : name.to;
      if (to === name.to || names.some((other) => other.from >= name.to && other.from < to)) return;
      longer ??= [...names];
      longer[k] = withWords(name, context.sentence, name.from, to);
    });
    return longer ?? names;
  },
};

function endOfBody({ from, to }: NameSpan, { sentence, pack }: SentenceContext): number {
  const { infos } = sentence;
  const own = infos.slice(from, to);
  if (to - from < 2 || !own.some((info) => isBodyNoun(info, pack)) || isHeadline(infos)) return to;
  const hasMatter = own.some(({ folded }) => pack.bodyLinks?.has(folded) === true);
  return (hasMatter ? endOfList(sentence, to, pack) : undefined) ?? afterLink(sentence, to, pack) ?? to;
}

const isBodyNoun = ({ bits, capital, folded }: WordInfo, { officeWords }: EntityPack): boolean =>
  capital && ((bits & ORGANISATION_HEAD) !== 0 || officeWords.has(folded));

/** Light and Rural Ways: behind commas and the conjunction; undefined where no conjunction ends what commas begin. */
function endOfList({ infos }: TaggedSentence, to: number, pack: EntityPack): number | undefined {
  let at = to;
  while (infos[at]?.text === ',') {
    const next = endOfCommon(infos, at + 1, pack);
    if (next === at + 1) return undefined;
    at = next;
  }
  if (infos[at]?.text === ',') at++;
  if (infos[at] === undefined || pack.conjunctions?.has((infos[at] as WordInfo).folded) !== true) return undefined;
  const end = endOfCommon(infos, at + 1, pack);
  return end === at + 1 ? undefined : end;
}

/** for the Fourth Circuit: behind a small word that leads to a matter, and its article. */
export function afterLink({ infos }: TaggedSentence, to: number, pack: EntityPack): number | undefined {
  if (infos[to] === undefined || pack.bodyLinks?.has((infos[to] as WordInfo).folded) !== true) return undefined;
  const article = infos[to + 1];
  const from = article !== undefined && !article.capital && pack.articles.has(article.folded) ? to + 2 : to + 1;
  const end = endOfCommon(infos, from, pack);
  return end === from ? undefined : end;
}

/** Behind the common words with a capital from one on; the very index where another one is among them. */
function endOfCommon(infos: readonly WordInfo[], from: number, { roles }: EntityPack): number {
  let at = from;
  while (infos[at]?.capital === true) {
    const info = infos[at] as WordInfo;
    if (info.upper || !isCommon(info) || (info.bits & HEADS & ~ORGANISATION_HEAD) !== 0 || roles.has(info.folded)) return from;
    at++;
  }
  return at;
}
