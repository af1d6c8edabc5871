import { clauseEnd, complementOf } from './clauses';
import { type Range, type Scene, stretchesIn } from './draft';
import { behind, type CueGroup } from './groups';
import { GERUND, PARTICIPLE } from './lexicon';
import { nounPhraseAt, type Phrase } from './phrases';
import { agentAfter, canSpeak, push, speakerOf } from './reports';
import { isTitleStretch } from './stretches';
import { phraseEndingAt, subjectBefore } from './subjects';

// What is said as a noun, not as a clause: reported with a confidence that a reader can set a threshold above.
const ACTIVE = 0.45;
const PASSIVE = 0.35;
const NOUN = 0.3;

/** What a verb of statement says as a noun phrase: "a souligné le besoin", "des incidents ont été rapportés". */
export function contentReport(scene: Scene, sentence: Range, group: CueGroup): void {
  if (group.mood !== 'passive') {
    if (group.flags.includes('u')) activeContent(scene, sentence, group);
  } else if (group.flags.includes('p')) passiveContent(scene, sentence, group);
}

/** "a souligné le besoin de prévention", "rappelle les faits": what is said, as a noun. */
function activeContent(scene: Scene, sentence: Range, group: CueGroup): void {
  const { words, zone } = scene;
  if (group.mood === 'passive' || group.reflexive) return;
  let at = behind(group);
  while (at < sentence.end && words.isAdverb(at)) at++;
  if (!words.is(at, 'determiner') || words.at(at) === 'de') return;
  const phrase = nounPhraseAt(words, at, sentence.end, 'left');
  if (phrase === undefined || phrase.kind === 'pronoun') return;
  // "rappelle ses ambassadeurs" calls them back
  for (let i = at; i < Math.min(phrase.end, at + 4); i++) if (words.is(i, 'time') || words.isHuman(i)) return;
  const speaker = speakerOf(scene, group, sentence);
  if (speaker === undefined || (group.mood === 'infinitive' && !canSpeak(scene, speaker))) return;
  const end = clauseEnd(scene, at, sentence.end, group.head, 'infinitive');
  if (end - at < 2) return;
  const marked = stretchesIn(words, at, end, zone.stretch).filter(
    (index) => !scene.used.has(index) && !isTitleStretch(words, index),
  );
  for (const index of marked) scene.used.add(index);
  push(scene, {
    parts: [{ start: at, end }],
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: 'noun complement',
    cue: { start: group.start, end: group.end },
    speaker,
    confidence: ACTIVE,
    zone: zone.stretch,
  });
  scene.spent.add(group.head);
}

/** "Des fissures ont été signalées par X", "la date indiquée", "il est rapporté que …". */
function passiveContent(scene: Scene, sentence: Range, group: CueGroup): void {
  const { words } = scene;
  const by = agentAfter(scene, group.end, sentence.end);
  const clause = complementOf(scene, group, sentence.end);
  let part: Range | undefined;
  if (group.left === group.head && !words.is(group.head - 1, 'being')) {
    let end = group.left;
    while (end > sentence.start && (words.isAdverb(end - 1) || words.at(end - 1) === 'non')) end--;
    part = phraseEndingAt(words, sentence.start, end, sentence.start);
  } else if (clause?.kind === 'that') part = { start: clause.at, end: clauseEnd(scene, clause.at, sentence.end, group.head) };
  else part = passiveSubject(scene, sentence, group);
  if (part === undefined || part.end - part.start < 2) return;
  pushContent(scene, [part], { start: group.start, end: group.end }, by, PASSIVE);
  scene.spent.add(group.head);
}

/** The subject of a passive; behind an impersonal il the phrase behind the verb. */
function passiveSubject(scene: Scene, sentence: Range, group: CueGroup): Range | undefined {
  const { words } = scene;
  let left = group.left;
  while (left > sentence.start && (words.isAdverb(left - 1) || words.is(left - 1, 'auxiliary') || words.is(left - 1, 'clitic')))
    left--;
  const subject = subjectBefore(words, left, sentence.start);
  if (subject === undefined) return undefined;
  if (subject.kind !== 'pronoun') {
    const relative = words.is(left - 1, 'relative');
    return relative ? { start: subject.start, end: clauseEnd(scene, left, sentence.end, group.head, 'relative') } : subject;
  }
  if (words.at(subject.start) !== 'il') return undefined;
  const at = behind(group) + (words.at(behind(group)) === 'de' ? 1 : 0);
  return nounPhraseAt(words, at, sentence.end, 'left');
}

/** "les révélations de X": nouns that are what was said, with whoever said it. */
export function findSayings(scene: Scene, sentence: Range): void {
  const { words } = scene;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (!words.pack.sayings.has(words.at(i)) || words.marks.inside[i] !== scene.zone.stretch) continue;
    let start = i;
    while (start > sentence.start && !words.is(start, 'determiner') && !words.is(start, 'of') && start > i - 3) start--;
    if (!words.is(start, 'determiner') && !words.is(start, 'of')) continue;
    const phrase = nounPhraseAt(words, words.is(start, 'determiner') ? start : start + 1, sentence.end, 'left');
    if (phrase === undefined || phrase.end <= i) continue;
    if (scene.drafts.slice(-12).some((draft) => draft.cue?.start === i)) continue;
    const of = words.is(i + 1, 'of') ? nounPhraseAt(words, i + 2, phrase.end, 'right') : undefined;
    const speaker = of !== undefined && canSpeak(scene, of) ? of : undefined;
    pushContent(scene, [{ start: phrase.start, end: phrase.end }], { start: i, end: i + 1 }, speaker, NOUN);
    i = phrase.end;
  }
}

function pushContent(scene: Scene, parts: readonly Range[], cue: Range, speaker: Phrase | undefined, confidence: number): void {
  const { words, zone } = scene;
  const marked = parts
    .flatMap((part) => stretchesIn(words, part.start, part.end, zone.stretch))
    .filter((index) => !scene.used.has(index) && !isTitleStretch(words, index));
  for (const index of marked) scene.used.add(index);
  push(scene, {
    parts,
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: 'noun complement',
    cue,
    ...(speaker && { speaker }),
    confidence,
    zone: zone.stretch,
  });
}
