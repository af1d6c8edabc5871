import { complementOf } from '../../syntax/complements';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords, Site } from '../candidate';

/** The opening mark that a cue is followed by, with nothing but adverbs and addressees between; or -1. */
export function markAfter(site: Site, cue: VerbGroup): number {
  const complement = complementOf(site, cue, site.sentence.end);
  if (complement?.kind !== 'mark' || site.used.has(site.words.marks.inside[complement.at] as number)) return -1;
  return onlyLight(site.words, afterGroup(cue), complement.at) ? complement.at : -1;
}

function onlyLight(words: QuoteWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.at(i) === ';' || words.at(i) === '.') return false;
  return true;
}
