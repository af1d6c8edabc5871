import { interior } from '../../syntax/ranges';
import type { QuoteWords, RuleName, Site } from '../candidate';
import type { Finding } from '../rule';
import { cueRange, type DirectStart } from './drafts';

/**
 * A direct quotation from an opening mark on, with the quoted spans that are coordinated with it: « A » et « B ».
 * Nothing where the first one belongs to another quotation already.
 */
export function directSpeech({ site, at, cue, speaker }: DirectStart, rule: RuleName): Finding | undefined {
  const { words } = site;
  const first = words.marks.inside[at] as number;
  if (site.used.has(first)) return undefined;
  const marks = [first, ...coordinatedSpans(site, first)];
  const unclosed = words.marks.spans[first]?.closed === false;
  return {
    candidates: [
      {
        parts: marks.map((index) => interior(words, index)),
        kind: 'direct',
        rule,
        cue: cueRange(cue),
        ...(speaker && { speaker }),
        confidence: speaker === undefined ? 0.7 : 0.95,
        zone: site.zone.span,
        ...(unclosed && { problem: 'unclosed' as const }),
      },
    ],
    marks,
  };
}

function coordinatedSpans({ words, sentence, zone }: Site, first: number): number[] {
  const found: number[] = [];
  let i = (words.marks.spans[first]?.close ?? sentence.end) + 1;
  while (i < sentence.end) {
    const k = overCoordination(words, i);
    const next = words.opens(k);
    if (next === undefined || next.parent !== zone.span) break;
    found.push(words.marks.inside[k] as number);
    i = next.close + 1;
  }
  return found;
}

/** Over a comma and et, puis. */
function overCoordination(words: QuoteWords, at: number): number {
  const next = words.at(at) === ',' ? at + 1 : at;
  const conjunction = words.lists.and.has(words.at(next)) || words.lists.afterwards.has(words.at(next));
  return conjunction ? next + 1 : next;
}
