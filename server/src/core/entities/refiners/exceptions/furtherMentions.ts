import type { Exception } from '../../../rules/rule';
import type { KnownName } from '../../document/knownNames';
import type { WordRange } from '../../mention';
import { FLAG, type WordInfo } from '../../model/wordInfo';
import type { EntityPack } from '../../pack';
import type { Word } from '../../words';
import { isSmallAsARule, isTitle } from '../kinds';

/** Words that may be a further mention of a name of the document. */
export interface FurtherMention extends WordRange {
  readonly pack: EntityPack;
}

/**
 * "Le Monde" of a newspaper, but "Le monde attend": a common word has its capital from the sentence's beginning; not so the
 * family name of somebody named in full before a verb ("Petit a dit").
 */
export const capitalOfSentence: Exception<FurtherMention & { readonly isFamily: boolean }> = {
  id: 'capital-of-sentence',
  holds({ sentence: { infos }, from, to, pack, isFamily }) {
    const head = infos[from] as WordInfo;
    if (to - from > 1 || head.upper) return false;
    const before = infos[from - 1];
    const opens = before === undefined || (before.flags & FLAG.parts) !== 0;
    if (isFamily && pack.complementEnds.has(infos[to]?.folded ?? '') && !pack.functionWords.has(head.folded)) return false;
    return pack.functionWords.has(head.folded) || (opens && isSmallAsARule(head));
  },
};

/** "Tolvanne" in "Port Tolvanne Express": a word with a capital beside it, no title, makes a longer name. */
export const partOfLongerName: Exception<FurtherMention> = {
  id: 'part-of-longer-name',
  holds({ sentence: { infos }, from, to, pack }) {
    const [before, after] = [infos[from - 1], infos[to]];
    if (after !== undefined && (after.flags & (FLAG.capital | FLAG.digit)) !== 0 && !isTitle(after.folded, pack)) return true;
    return from > 1 && before?.capital === true && !isTitle(before.folded, pack);
  },
};

const SIGNS_BEFORE: ReadonlySet<string> = new Set(['@', '/']);
const SIGNS_AFTER: ReadonlySet<string> = new Set(['$', '_']);

/** "@Tolvanne", "Tolvanne.fr": a part of an address or of a code. */
export const partOfAddressOrCode: Exception<FurtherMention> = {
  id: 'part-of-address-or-code',
  holds({ sentence: { words, infos }, from, to }) {
    if (SIGNS_AFTER.has(infos[to]?.text ?? '') || SIGNS_BEFORE.has(infos[from - 1]?.text ?? '')) return true;
    return to - from === 1 && (words[from] as Word).text.includes('.');
  },
};

/** What was found so rarely, and stands so often where nothing was found, is not a name. */
export const missedMoreOften: Exception<KnownName> = {
  id: 'missed-more-often',
  holds: ({ missed, found, isFamily }) => missed > found && !isFamily,
};

/** "the West" where Ivo West is named: a family name that is a word too has no article but the one of several people (les Roy). */
export const behindArticle: Exception<FurtherMention & { readonly isFamily: boolean }> = {
  id: 'behind-article',
  holds({ sentence: { infos }, from, pack, isFamily }) {
    const before = infos[from - 1]?.folded ?? '';
    return isFamily && pack.articles.has(before) && pack.families?.has(before) !== true;
  },
};
