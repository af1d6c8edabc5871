import { CLASS, HISTORIC, PARTICIPLE } from '../../lexicon/wordClasses';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import type { LooseQuotation } from '../attribute';
import type { QuoteWords } from '../candidate';
import type { Discourse } from '../speakers/discourse';

/** What somebody without a name is called by. */
export interface Description {
  /** The noun. */
  readonly head: string;
  /** Adjectives before it and its complement. */
  readonly more: string;
  /** mon, notre: the narrator's, or of whoever speaks. */
  readonly mine: boolean;
  readonly gender?: 'm' | 'f';
  readonly text: string;
}

/** The singular description of a person that begins at a token; `cued`: a verb of speech shows that it means somebody. */
export function describedAt(
  words: QuoteWords,
  start: number,
  limit: number,
  cued: boolean,
  voices: ReadonlySet<string>,
): Description | undefined {
  const isPerson = (i: number): boolean => words.is(i, CLASS.human) || voices.has(words.at(i));
  const { pack } = words;
  const { kin, mine, nobodys, prenominal, slight } = pack.narrative;
  const opening = words.at(start);
  const bare = kin.has(opening) || isNickname(words, start);
  if (!bare && (!words.is(start, CLASS.determiner) || pack.plural.has(opening) || nobodys.has(opening))) return undefined;
  let head = bare ? start : start + 1;
  const adjectives: string[] = [];
  while (head < Math.min(limit, start + 4) && !isPerson(head) && prenominal.has(words.at(head)))
    adjectives.push(words.at(head++));
  if (head >= Math.min(limit, start + 4) || !isPerson(head)) {
    if (!cued || !words.isWord(start + 1) || words.is(start + 1, CLASS.of | CLASS.preposition)) return undefined;
    head = start + 1;
    adjectives.length = 0;
  }
  if (pack.pluralEndings.some((ending) => words.at(head).endsWith(ending))) return undefined;
  let end = head + 1;
  const more = adjectives.filter((word) => !slight.has(word));
  if (bare && !kin.has(opening)) more.push(words.at(end++));
  else if (end < limit && words.isHuman(end) && !words.has(end, PARTICIPLE)) more.push(words.at(end++));
  else if (words.is(end, CLASS.of) && end + 1 < limit) {
    let k = end + 1;
    while (k < limit && k < end + 4 && words.is(k, CLASS.determiner | CLASS.of)) k++;
    if (k < limit && words.isWord(k)) {
      while (words.isCapital(k + 1) && k + 1 < limit) k++;
      for (let i = end + 1; i <= k; i++) if (!words.is(i, CLASS.determiner | CLASS.of)) more.push(words.at(i));
      end = k + 1;
    }
  }
  const form = kin.get(words.at(head))?.noun ?? words.at(head);
  const gender = genderOf(words, start, head);
  const text = words.text.slice(words.tokens[start]?.start ?? 0, words.tokens[end - 1]?.end ?? 0);
  const own = mine.has(opening) || kin.has(words.at(head));
  return { head: form, more: more.join(' '), mine: own, text, ...(gender && { gender }) };
}

/** "oncle meunier", "tante rude": kin called by a name in small letters, without an article. */
function isNickname(words: QuoteWords, i: number): boolean {
  return (
    words.pack.narrative.kinTitles.has(words.at(i)) &&
    !words.is(i - 1, CLASS.determiner) &&
    words.isWord(i + 1) &&
    !words.isCapital(i + 1) &&
    (words.info[i + 1]?.classes === 0 || words.isHuman(i + 1)) &&
    !isFiniteVerb(words, i + 1) &&
    !words.has(i + 1, HISTORIC | PARTICIPLE)
  );
}

function genderOf(words: QuoteWords, start: number, head: number): 'm' | 'f' | undefined {
  const { pack } = words;
  const opening = words.at(start);
  const noun = words.at(head);
  const { kin, both, determiners, genderless, masculineNoun, feminineNoun, men } = pack.narrative;
  const called = kin.get(noun)?.gender;
  if (called !== undefined) return called;
  if (pack.feminine.has(noun) && !both.has(noun)) return 'f';
  const told = determiners.get(opening);
  if (told !== undefined) return told;
  if (start === head || genderless.has(opening)) return masculineNoun.has(noun) ? 'm' : feminineNoun.test(noun) ? 'f' : undefined;
  return men.has(noun) ? 'm' : undefined;
}

/** The nouns of descriptions that a verb of speech has for its subject: "dit la maraîchère". */
export function voicesOf(discourse: Discourse, found: readonly LooseQuotation[]): Set<string> {
  const { article, prenominal, voices: things } = discourse.pack.narrative;
  const voices = new Set<string>();
  for (const { speaker, cue, rule } of found) {
    if (speaker === undefined || cue === undefined || speaker.phrase.kind !== 'description') continue;
    if (rule !== 'dash' && rule !== 'incise' && rule !== 'incise in marks') continue;
    const words = discourse.scans[speaker.paragraph]?.words;
    const { start, end } = speaker.phrase;
    if (words === undefined || !article.has(words.at(start)) || end - start > 3) continue;
    let noun = start + 1;
    while (noun < end - 1 && prenominal.has(words.at(noun))) noun++;
    if (words.isHuman(noun) || end === noun + 1) voices.add(words.at(noun));
  }
  for (const thing of things) voices.delete(thing);
  return voices;
}
