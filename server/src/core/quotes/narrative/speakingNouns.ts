import type { PlacedQuotation } from '../assemble/quotation';
import type { Discourse } from '../speakers/discourse';

// "la vieille maraîchère": article, adjective and noun.
const MAX_TOKENS = 3;

/** The nouns of descriptions that are the subject of a reporting clause's verb: "dit la maraîchère". */
export function speakingNounsOf(discourse: Discourse, found: readonly PlacedQuotation[]): Set<string> {
  const nouns = new Set<string>();
  for (const quotation of found) {
    const noun = speakingNoun(discourse, quotation);
    if (noun !== undefined) nouns.add(noun);
  }
  for (const voice of discourse.pack.narrative.voices) nouns.delete(voice);
  return nouns;
}

function speakingNoun({ scans, pack }: Discourse, { speaker, cue, rule }: PlacedQuotation): string | undefined {
  if (speaker?.phrase.kind !== 'description' || cue === undefined) return undefined;
  if (rule !== 'dash-turn' && rule !== 'reporting-clause' && rule !== 'reporting-clause-in-marks') return undefined;
  const words = scans[speaker.paragraph]?.words;
  const { start, end } = speaker.phrase;
  const { singularArticles, prenominalAdjectives } = pack.narrative;
  if (words === undefined || !singularArticles.has(words.at(start)) || end - start > MAX_TOKENS) return undefined;
  let noun = start + 1;
  while (noun < end - 1 && prenominalAdjectives.has(words.at(noun))) noun++;
  return words.isHuman(noun) || end === noun + 1 ? words.at(noun) : undefined;
}
