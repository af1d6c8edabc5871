import type { SpeakerReason } from '../../../analysis';
import { nameOf } from './evidence';

// What a reader is told for a piece of evidence, by the beginning of its name; the others mean nothing to a reader.
const REASONS: readonly (readonly [evidence: string, reason: SpeakerReason])[] = [
  ['the only one', 'only'],
  ['gender same', 'gender'],
  ['acts before', 'acted'],
  ['last who speaks', 'spoke'],
  ['spoke ', 'spoke'],
  ['turn ', 'spoke'],
  ['nearest who speaks or acts', 'acted'],
  ['last subject', 'subject'],
  ['subject ', 'subject'],
  ['first in the sentence', 'subject'],
  ['named later', 'later'],
  ['named ', 'near'],
  ['prominence ', 'often'],
  ['role shared', 'role'],
  ['complement shared', 'role'],
];

// Never the reason: that somebody is named in the quotation itself, or seldom.
const NEVER: ReadonlySet<string> = new Set(['named in its own words', 'prominence low']);

/** How many reasons a reader is told. */
const TOLD = 3;
// What weighs less decides nothing.
const LEAST = 0.2;

const reasonByEvidence = new Map<number, SpeakerReason | undefined>();

function reasonOf(evidence: number): SpeakerReason | undefined {
  if (reasonByEvidence.has(evidence)) return reasonByEvidence.get(evidence);
  const name = nameOf(evidence);
  const reason =
    NEVER.has(name) || name.endsWith(' none') ? undefined : REASONS.find(([beginning]) => name.startsWith(beginning))?.[1];
  reasonByEvidence.set(evidence, reason);
  return reason;
}

/**
 * What a reader can be told of why somebody was chosen, the weightiest first.
 * @param weightOf - what a piece of evidence adds
 */
export function reasonsIn(evidence: readonly number[], weightOf: (evidence: number) => number): readonly SpeakerReason[] {
  const sums = new Map<SpeakerReason, number>();
  for (const one of evidence) {
    const reason = reasonOf(one);
    if (reason !== undefined) sums.set(reason, (sums.get(reason) ?? 0) + weightOf(one));
  }
  return [...sums]
    .filter(([, sum]) => sum >= LEAST)
    .sort(([, one], [, other]) => other - one)
    .slice(0, TOLD)
    .map(([reason]) => reason);
}
