import { bringsInfinitive, clauseEnd } from './clauses';
import { type Range, type Scene, stretchesIn } from './draft';
import { isFiniteVerb } from './finiteVerbs';
import { behind, type CueGroup } from './groups';
import { CLASS, PARTICIPLE, THIRD } from './lexicon';
import type { ExcerptWords, ObjectSense } from './pack';
import { nounPhraseAt, type Phrase } from './phrases';
import { agentAfter, canSpeak, push, speakerOf } from './reports';
import { isTitleStretch } from './stretches';
import { determinedPhrase, subjectBefore } from './subjects';
import { relativeEnd, wholePhrase, wholeSubject } from './wholePhrases';
import type { Words } from './words';

const OBJECT = 0.35;
const PASSIVE = 0.3;

/** What a cue says as a noun phrase: its object, what its preposition brings in, the subject of its passive. */
export function excerptObject(scene: Scene, sentence: Range, group: CueGroup, excerpt: ExcerptWords): void {
  if (group.mood === 'passive') {
    if (!governedContent(scene, sentence, group, excerpt)) passiveContent(scene, sentence, group, excerpt);
    return;
  }
  if (governedContent(scene, sentence, group, excerpt)) return;
  const sense = excerpt.objects.get(group.lemma) ?? (group.flags.includes('u') ? { voiced: true } : undefined);
  if (sense !== undefined && !relativeContent(scene, sentence, group, sense)) objectContent(scene, sentence, group, sense);
}

function say(
  scene: Scene,
  group: CueGroup,
  said: Range | readonly Range[],
  speaker: Phrase | undefined,
  confidence: number,
): void {
  const { words } = scene;
  const parts = 'start' in said ? [said] : said;
  const marked = parts
    .flatMap((part) => stretchesIn(words, part.start, part.end, scene.zone.stretch))
    .some((index) => !isTitleStretch(words, index));
  push(scene, {
    parts,
    kind: marked ? 'mixed' : 'indirect',
    rule: 'excerpt content',
    cue: { start: group.start, end: group.end },
    ...(speaker && { speaker }),
    confidence,
    zone: scene.zone.stretch,
  });
  scene.spent.add(group.head);
}

/** "annonce la fermeture du pont", "a reconnu une erreur", "signalez toute douleur". */
function objectContent(scene: Scene, sentence: Range, group: CueGroup, sense: ObjectSense): void {
  const { words } = scene;
  if (group.reflexive) return;
  const at = objectStart(words, behind(group), sentence.end);
  if (!beginsObject(words, at)) return;
  // "de graves négligences"
  const article = words.is(at, CLASS.of) && !words.is(at, CLASS.determiner) ? 1 : 0;
  const found = wholePhrase(words, at + article, { limit: sentence.end, governor: 'verb' });
  // "rappelle le but de la fête : aider l'école": what the colon tells is said too
  const told = found !== undefined && words.at(found.end) === ':' ? clauseEnd(scene, found.end + 1, sentence.end, group.head) : 0;
  const phrase = found && { ...found, start: at, end: Math.max(found.end, told) };
  if (phrase === undefined || !fits(words, phrase, sense)) return;
  const imperative = ((words.verb(group.start)?.forms ?? 0) & THIRD) === 0 && group.mood === 'finite';
  const subject = imperative && !words.is(group.left - 1, CLASS.subject) ? undefined : speakerOf(scene, group, sentence);
  const voiced = subject !== undefined && (canSpeak(scene, subject) || !sense.voiced);
  if (voiced && isThing(words, subject)) return;
  if (sense.stated && !(voiced && states(words, subject))) return;
  // an infinitive of purpose or of refusal has no subject of its own: "pour préciser les effets"
  if (!voiced && !(subject === undefined && (imperative || group.mood === 'infinitive'))) return;
  say(scene, group, phrase, voiced ? subject : undefined, OBJECT);
}

/** "le problème que vous avez évoqué", "les mesures qu'annonce le maire": the noun that que takes up, with its clause. */
function relativeContent(scene: Scene, sentence: Range, group: CueGroup, sense: ObjectSense): boolean {
  const { words } = scene;
  if (group.mood !== 'finite' || group.reflexive) return false;
  const inverted = words.is(group.left - 1, CLASS.that);
  const subject = inverted
    ? nounPhraseAt(words, behind(group), sentence.end, 'right')
    : subjectBefore(words, group.left, sentence.start);
  if (subject === undefined || isThing(words, subject) || (sense.voiced && !canSpeak(scene, subject))) return false;
  const que = inverted ? group.left - 1 : subject.start - 1;
  if (!words.is(que, CLASS.that) || (!inverted && subject.end !== group.left)) return false;
  const noun = determinedPhrase(words, Math.max(sentence.start, que - ADDRESSEE), que);
  if (noun === undefined || !fits(words, noun, sense)) return false;
  const end = inverted ? subject.end : relativeEnd(words, behind(group), sentence.end, 1);
  say(scene, group, { start: noun.start, end }, subject, PASSIVE);
  return true;
}

/** Over adverbs, "à la presse", ", monsieur le président,": to the object's determiner. */
function objectStart(words: Words, from: number, limit: number): number {
  let at = from;
  for (let turn = 0; turn < 3 && at < limit; turn++) {
    if (words.isAdverb(at) && !words.is(at, CLASS.determiner)) at++;
    else if (words.is(at, CLASS.time)) at++;
    else if (words.at(at) === ',') {
      let close = at + 1;
      while (close < Math.min(limit, at + 12) && words.at(close) !== ',') close++;
      if (words.at(close) !== ',') break;
      at = close + 1;
    } else if (words.is(at, CLASS.preposition) && !words.is(at, CLASS.of)) {
      const noun = words.is(at + 1, CLASS.of) && !words.is(at + 1, CLASS.determiner) ? at + 2 : at + 1;
      const phrase = nounPhraseAt(words, noun, Math.min(limit, at + 9), 'right');
      if (phrase === undefined) break;
      at = phrase.end;
    } else break;
  }
  return at;
}

function beginsObject(words: Words, at: number): boolean {
  if (words.is(at, CLASS.of) && !words.is(at, CLASS.determiner)) return words.isWord(at + 1) && !bringsInfinitive(words, at);
  if (words.pack.excerpt?.partitives.has(words.at(at))) return false;
  return words.is(at, CLASS.determiner) || words.tokens[at]?.kind === 'number' || words.is(at, CLASS.many);
}

/** Whether the object is one that the verb says: no person, no time, none of the nouns that give it another sense. */
function fits(words: Words, phrase: Phrase, sense: ObjectSense): boolean {
  let only = sense.only === undefined;
  const last = Math.min(phrase.end, phrase.start + 5);
  for (let i = phrase.start; i < last && !(i > phrase.start && words.is(i, CLASS.preposition)); i++) {
    if (words.isHuman(i) || words.is(i, CLASS.time) || sense.never?.has(words.at(i))) return false;
    if (sense.only?.has(words.at(i))) only = true;
  }
  // "dit son inquiétude", "dit la vérité"
  if (sense.own && sense.only !== undefined && only) return true;
  const own = words.pack.excerpt?.possessives.has(words.at(phrase.start)) === true;
  return (only || sense.own === true) && (!sense.own || own);
}

/** ce, cela */
const isThing = (words: Words, { start, kind }: Phrase): boolean => kind === 'pronoun' && words.lists.neuter.has(words.at(start));

/** A text, a body or the writer: who states and does not see. */
function states(words: Words, subject: Phrase): boolean {
  if (subject.kind === 'pronoun') return words.pack.firstPerson.has(words.at(subject.start));
  for (let i = subject.start; i < Math.min(subject.end, subject.start + 4); i++)
    if (words.is(i, CLASS.source | CLASS.institution) || words.isHuman(i)) return true;
  return false;
}

const ADDRESSEE = 12;

/** "informe les élus de la fermeture", "fait état de retards", "alerte sur un risque", "sont avertis du danger". */
function governedContent(scene: Scene, sentence: Range, group: CueGroup, excerpt: ExcerptWords): boolean {
  const { words } = scene;
  const prepositions = excerpt.governed.get(group.lemma);
  if (prepositions === undefined) return false;
  const expression = group.end > group.head + 1;
  if (excerpt.expressions.has(group.lemma) !== expression) return false;
  const subject = group.mood === 'passive' ? agentAfter(scene, group.end, sentence.end) : speakerOf(scene, group, sentence);
  if (subject !== undefined && isThing(words, subject)) return false;
  const i = governorAt(scene, sentence, group, prepositions);
  const part = i < 0 ? relativeOf(scene, sentence, group, expression) : governedBy(words, i, sentence.end);
  if (part === undefined) return false;
  const voiced = subject !== undefined && canSpeak(scene, subject);
  say(scene, group, part, voiced ? subject : undefined, OBJECT);
  return true;
}

function governedBy(words: Words, i: number, limit: number): Range | undefined {
  // "de fermer le port" is another construction
  if (bringsInfinitive(words, i)) return undefined;
  const phrase = wholePhrase(words, i + 1, { limit, governor: 'verb' });
  return phrase && { start: i + 1, end: phrase.end };
}

/** Where the preposition stands: right behind the verb, or behind those who are told. */
function governorAt(scene: Scene, sentence: Range, group: CueGroup, prepositions: readonly string[]): number {
  const { words } = scene;
  const from = behind(group);
  const told = words.pack.tellings.has(group.lemma) || group.flags.includes('o');
  for (let i = from; i < Math.min(sentence.end, from + ADDRESSEE) && !/^[,;:.]$/.test(words.at(i)); i++) {
    if (words.is(i, CLASS.that | CLASS.relative | CLASS.conjunction) || words.pack.excerpt?.whether.has(words.at(i))) return -1;
    // "informe le maire de Courvelles de …"
    const named = i > from && words.isCapital(i + 1);
    if (governs(words, i, prepositions) && !named) return i;
    if (!told && !words.isAdverb(i)) return -1;
  }
  return -1;
}

/** "les succès dont nous pouvons faire état": what dont takes up. */
function relativeOf(scene: Scene, sentence: Range, group: CueGroup, expression: boolean): Range | undefined {
  const { words } = scene;
  if (!expression) return undefined;
  for (let i = group.left - 1; i > Math.max(sentence.start, group.left - ADDRESSEE); i--) {
    if (!words.pack.excerpt?.ofWhich.has(words.at(i))) continue;
    const noun = determinedPhrase(words, Math.max(sentence.start, i - ADDRESSEE), i);
    return noun && { start: noun.start, end: relativeEnd(words, behind(group), sentence.end, 1) };
  }
  return undefined;
}

function governs(words: Words, i: number, prepositions: readonly string[]): boolean {
  const text = words.at(i);
  const contracted = words.pack.excerpt?.contractions.get(text);
  return prepositions.some((preposition) => preposition === text || preposition === contracted);
}

/** "Les travaux annoncés", "la sentence lui est notifiée", "l'affaire, révélée par un journal, …". */
function passiveContent(scene: Scene, sentence: Range, group: CueGroup, excerpt: ExcerptWords): void {
  const { words } = scene;
  if (
    !(excerpt.passives.has(group.lemma) || excerpt.agented.has(group.lemma)) ||
    words.pack.otherPassives.get(group.lemma)?.has(words.at(group.end))
  )
    return;
  const by = agentAfter(scene, group.end, sentence.end);
  if (excerpt.agented.has(group.lemma) && by === undefined) return;
  const part = group.left === group.head ? participleNoun(scene, sentence, group) : passiveSubject(scene, sentence, group);
  if (part === undefined || !fits(words, part, withoutOwner(excerpt.objects.get(group.lemma)))) return;
  const second = group.left === group.head ? undefined : ellipticSubject(words, group, sentence.end);
  say(scene, group, second ? [part, second] : [part], by !== undefined && canSpeak(scene, by) ? by : undefined, PASSIVE);
}

/** "A a été rapporté chez l'adulte et B chez l'enfant": the subject of the same verb left out, told by the same preposition. */
function ellipticSubject(words: Words, group: CueGroup, limit: number): Range | undefined {
  const preposition = words.at(group.end);
  if (!words.is(group.end, CLASS.preposition) || words.lists.agent.has(preposition)) return undefined;
  for (let i = group.end + 2; i < Math.min(limit, group.end + LONGEST_ADJUNCT); i++) {
    if (!(words.at(i) === ',' || words.pack.excerpt?.joiners.has(words.at(i))) || !words.is(i + 1, CLASS.determiner)) continue;
    for (let k = i + 3; k < Math.min(limit, i + ADDRESSEE); k++) {
      if (words.at(k) === preposition && !words.is(k - 1, CLASS.conjunction)) return { start: i + 1, end: k };
      if (isFiniteVerb(words, k) || !words.isWord(k)) break;
    }
  }
  return undefined;
}

const LONGEST_ADJUNCT = 16;

const withoutOwner = (sense: ObjectSense | undefined): ObjectSense => ({
  ...(sense?.only && { only: sense.only }),
  ...(sense?.never && { never: sense.never }),
});

/** The noun that a participle stands behind, or before: "Révélée au grand jour, cette affaire …". */
function participleNoun(scene: Scene, sentence: Range, group: CueGroup): Phrase | undefined {
  const { words } = scene;
  let end = group.left;
  while (end > sentence.start && (words.isAdverb(end - 1) || words.lists.non.has(words.at(end - 1)) || words.at(end - 1) === ','))
    end--;
  if (end <= sentence.start) {
    let pause = group.end;
    while (pause < sentence.end && words.at(pause) !== ',') pause++;
    return words.is(pause + 1, CLASS.determiner)
      ? wholePhrase(words, pause + 1, { limit: sentence.end, governor: 'verb' })
      : undefined;
  }
  return determinedPhrase(words, Math.max(sentence.start, end - ADDRESSEE), end) ?? bareNoun(words, sentence.start, end);
}

/** "Effets indésirables rapportés": a noun without a determiner, or with a sign that no phrase holds, back to what governs it. */
function bareNoun(words: Words, floor: number, end: number): Phrase | undefined {
  let start = end;
  while (start > floor && start > end - ADDRESSEE && words.isWord(start - 1) && !words.is(start - 1, NO_NOUN)) start--;
  const noun = end > start && !isFiniteVerb(words, start) && !words.isHuman(end - 1) && !words.is(end - 1, CLASS.subordinator);
  if (!noun || words.endsOpener(end - 1)) return undefined;
  return { start: words.is(start - 1, CLASS.determiner) ? start - 1 : start, end, kind: 'description' };
}

const NO_NOUN =
  CLASS.determiner |
  CLASS.preposition |
  CLASS.conjunction |
  CLASS.relative |
  CLASS.that |
  CLASS.clitic |
  CLASS.auxiliary |
  CLASS.being;

function passiveSubject(scene: Scene, sentence: Range, group: CueGroup): Phrase | undefined {
  const { words } = scene;
  let left = group.left;
  while (
    left > sentence.start &&
    (words.isAdverb(left - 1) ||
      words.is(left - 1, CLASS.auxiliary | CLASS.clitic | CLASS.negation) ||
      (words.has(left - 1, PARTICIPLE) && words.is(left - 1, CLASS.being)))
  )
    left--;
  if (words.is(left - 1, CLASS.relative)) {
    // "les cas qui ont été signalés et qui n'ont pas été cités": both relatives take up the same noun
    const shared = scene.drafts.findLast(
      ({ parts: [part] }) => part !== undefined && part.start >= sentence.start && part.start < left && group.head < part.end,
    );
    const [part] = shared?.rule === 'excerpt content' ? shared.parts : [];
    if (part !== undefined && (words.is(left - 2, CLASS.conjunction) || words.at(left - 2) === ','))
      return { ...part, kind: 'description' };
    const end = words.at(left - 2) === ',' ? left - 2 : left - 1;
    const noun = determinedPhrase(words, Math.max(sentence.start, end - ADDRESSEE), end);
    return noun && { ...noun, end: relativeEnd(words, behind(group), sentence.end, 1) };
  }
  if (words.lists.impersonal.has(words.at(left - 1)))
    return wholePhrase(words, behind(group), { limit: sentence.end, governor: 'verb' });
  return wholeSubject(words, left, sentence.start);
}
