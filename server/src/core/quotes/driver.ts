import { firstException, isLeftOut, noteApplied } from '../rules/run';
import type { Complement } from '../syntax/complements';
import { groupsIn, type Range, visited, type Zone } from '../syntax/ranges';
import type { VerbGroup } from '../syntax/verbGroups';
import type { Candidate, QuoteWords, Site } from './candidate';
import type { CuePass, CuePlace, Finding, QuotePass, QuoteRule, TokenPass } from './rule';

const NOWHERE: Range = { start: 0, end: 0 };

/** Finds the quotations of a zone. `groups` are the verb groups of the zone's own level, in order. */
export interface ZoneToRead {
  readonly words: QuoteWords;
  readonly zone: Zone;
  readonly groups: readonly VerbGroup[];
  /** Quoted spans that a quotation already uses; what is found is added. */
  readonly used: Set<number>;
}

/**
 * Runs a language's rules over a zone, sentence by sentence and pass by pass. What precedes wins: a cue that a rule took is
 * shown to no later one, and a quoted span that a quotation uses is marked as used.
 * @param sentences - what of each sentence is read
 */
export function runPasses(
  { words, zone, groups, used }: ZoneToRead,
  passes: readonly QuotePass[],
  sentences: readonly Range[],
): readonly Candidate[] {
  const spent = new Set<number>();
  const reading = new Reading(words, zone, groups, used);
  for (const sentence of sentences) {
    reading.sentence = sentence;
    const cues = groupsIn(groups, sentence);
    for (const pass of passes) {
      reading.rest = sentence;
      if (pass.at !== 'cue') askAtTokens(reading, pass);
      else if (cues.length > 0) askAtCues(reading, pass, cues, spent);
    }
  }
  return reading.candidates;
}

/** What rules share while a zone is read, as a site and as the place of a cue: the driver alone changes it. */
class Reading implements Site, CuePlace {
  readonly site = this;
  readonly candidates: Candidate[] = [];
  readonly complements = new Map<number, Complement | null>();
  sentence = NOWHERE;
  rest = NOWHERE;
  cue: VerbGroup;

  constructor(
    readonly words: QuoteWords,
    readonly zone: Zone,
    readonly groups: readonly VerbGroup[],
    readonly used: Set<number>,
  ) {
    // another is set before any rule is asked
    this.cue = groups[0] as VerbGroup;
  }
}

function askAtCues(reading: Reading, pass: CuePass, cues: readonly VerbGroup[], spent: Set<number>): void {
  for (const cue of cues) {
    if ((cue.senses & pass.senses) === 0 || spent.has(cue.head)) continue;
    reading.cue = cue;
    if (firstException(pass.unless, reading) !== undefined) continue;
    if (applyFirst(reading, pass.rules, cue, cue.senses)) spent.add(cue.head);
  }
}

/** Of what is not a cue. */
const EVERY_SENSE = -1;

const TRIGGERS = { 'source phrase': 'sources', 'cue noun': 'cueNouns' } as const;

function askAtTokens(reading: Reading, { at, rules }: TokenPass): void {
  const { words, sentence, zone } = reading;
  for (const token of visited(words, words[TRIGGERS[at]], sentence, zone.span))
    if (token >= reading.rest.start) applyFirst(reading, rules, token, EVERY_SENSE);
}

/** Asks rules in turn until one finds something, and takes it over; whether that is a quotation. Those of other senses are passed over. */
function applyFirst<Trigger>(reading: Reading, rules: readonly QuoteRule<Trigger>[], trigger: Trigger, senses: number): boolean {
  for (const rule of rules) {
    if ((rule.senses & senses) === 0) continue;
    const finding = rule.apply(reading, trigger);
    if (finding === undefined || isLeftOut(rule.id)) continue;
    take(reading, finding);
    if (finding.candidates.length > 0) noteApplied(rule.id);
    return finding.candidates.length > 0;
  }
  return false;
}

/** Where quotations are gathered, with the quoted spans that they use. */
interface Gathered {
  readonly candidates: Candidate[];
  readonly used: Set<number>;
}

/** Takes over the quotations that a rule found, and marks their quoted spans as used. */
export function gather({ candidates, used }: Gathered, finding: Finding): void {
  for (const candidate of finding.candidates) candidates.push(candidate);
  for (const index of finding.marks) used.add(index);
}

function take(reading: Reading, finding: Finding): void {
  gather(reading, finding);
  const { resume } = finding;
  const { rest } = reading;
  if (resume !== undefined && resume > rest.start) reading.rest = { start: resume, end: rest.end };
}
