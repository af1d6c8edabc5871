import { clauseEnd, hasFiniteVerb } from './clauses';
import { type Range, type Scene, stretchesIn, visited } from './draft';
import { CLASS } from './lexicon';
import { nounPhraseAt, type Phrase } from './phrases';
import { canSpeak, push } from './reports';
import { isTitleStretch } from './stretches';
import { relativeEnd } from './wholePhrases';

const REACH = 14;

/** Noun cues: "la déclaration de X selon laquelle …", "l'affirmation du député que …". */
export function findNounCues(scene: Scene, sentence: Range): void {
  const { words, zone } = scene;
  let from = sentence.start;
  for (const i of visited(words, words.cueNouns, sentence, zone.stretch)) {
    if (i < from || !words.is(i - 1, CLASS.determiner)) continue;
    const found = clauseOf(scene, i, sentence.end);
    if (found === undefined) continue;
    // "après l'affirmation du député que …, le ministre a …": without a verb before it the noun leads to the main clause
    const leads = !hasFiniteVerb(words, { start: sentence.start, end: i });
    const whole = clauseEnd(scene, found.at, sentence.end, -1, leads ? 'infinitive' : 'that');
    const end = leads ? Math.min(whole, relativeEnd(words, found.at, sentence.end)) : whole;
    if (end - found.at < 3 || scene.drafts.slice(-12).some((draft) => draft.parts[0]?.start === found.at)) continue;
    const marked = stretchesIn(words, found.at, end, zone.stretch).filter(
      (index) => !scene.used.has(index) && !isTitleStretch(words, index),
    );
    for (const index of marked) scene.used.add(index);
    push(scene, {
      parts: [{ start: found.at, end }],
      kind: marked.length > 0 ? 'mixed' : 'indirect',
      rule: 'noun cue',
      cue: { start: i, end: i + 1 },
      ...(found.speaker && { speaker: found.speaker }),
      confidence: found.speaker === undefined ? 0.55 : 0.75,
      zone: zone.stretch,
    });
    from = end + 1;
  }
}

function clauseOf(scene: Scene, noun: number, limit: number): { at: number; speaker?: Phrase } | undefined {
  const { words } = scene;
  let of = noun + 1;
  while (of < noun + 4 && words.isWord(of) && !words.is(of, CLASS.of) && !words.is(of, CLASS.that)) of++;
  const whose = words.is(of, CLASS.of) ? nounPhraseAt(words, of + 1, Math.min(limit, noun + REACH), 'right') : undefined;
  // "l'annonce des résultats qu'il attendait": nobody's announcement, and a relative
  const speaker = whose !== undefined && canSpeak(scene, whose) && !words.is(whose.start, CLASS.source) ? whose : undefined;
  for (let k = noun + 1; k < Math.min(limit, noun + REACH); k++) {
    if (words.opens(k) !== undefined || words.at(k) === ';' || words.at(k) === ':') return undefined;
    const attributed = words.pack.attributions.some((phrase) => phrase.words.length === 1 && phrase.words[0] === words.at(k));
    if (attributed && words.is(k + 1, CLASS.relative)) return { at: k + 2, ...(speaker && { speaker }) };
    // "les informations qu'il a données": a plural with que is taken up by a relative
    if (words.pack.inversion && words.is(k, CLASS.that) && words.at(noun).endsWith('s')) return undefined;
    if (words.is(k, CLASS.that) && (k === noun + 1 || k === speaker?.end)) return { at: k + 1, ...(speaker && { speaker }) };
  }
  return undefined;
}
