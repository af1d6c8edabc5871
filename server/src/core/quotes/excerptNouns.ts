import { clauseEnd, hasFiniteVerb } from './clauses';
import type { Draft, Range, Scene } from './draft';
import { isFiniteVerb } from './finiteVerbs';
import { CLASS, FINITE, PARTICIPLE } from './lexicon';
import type { ExcerptWords } from './pack';
import { nounPhraseAt, type Phrase } from './phrases';
import { canSpeak, push } from './reports';
import { subjectBefore } from './subjects';
import { overDependents, wholePhrase } from './wholePhrases';
import type { Words } from './words';

const CONFIDENCE = 0.25;
const COPULAR = 0.4;

/** "cette déclaration", "aucune indication à ce sujet", "les révélations qu'il a faites": nouns for what was said, with all that depends on them. */
export function excerptNouns(scene: Scene, sentence: Range, excerpt: ExcerptWords): void {
  const { words } = scene;
  let from = sentence.start;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (i < from || !excerpt.nouns.has(words.at(i)) || (words.marks.inside[i] !== scene.zone.stretch && !isMarkedAlone(words, i)))
      continue;
    const start = phraseStart(words, i, sentence.start);
    if (
      start < 0 ||
      (start === i && excerpt.guarded.has(words.at(i))) ||
      excerpt.otherSenses.has(words.at(i + 1)) ||
      alreadyRead(scene, i)
    )
      continue;
    const clause = clauseThatItIs(scene, start, i, sentence);
    if (clause !== undefined) {
      push(scene, { ...clause, cue: { start: i, end: i + 1 } });
      from = clause.parts[0]?.end ?? from;
      continue;
    }
    const phrase = phraseOf(words, start, i, sentence.end);
    if (phrase === undefined || phrase.end <= i) continue;
    const speaker = whose(words, scene, i, phrase, sentence) ?? sayer(scene, excerpt, start, sentence);
    if (excerpt.guarded.has(words.at(i)) && speaker === undefined && !isOwned(words, excerpt, start, i)) continue;
    push(scene, {
      parts: [{ start: phrase.start, end: phrase.end }],
      kind: hasMarks(words, phrase) ? 'mixed' : 'indirect',
      rule: 'excerpt noun',
      cue: { start: i, end: i + 1 },
      ...(speaker && { speaker }),
      confidence: CONFIDENCE,
      zone: scene.zone.stretch,
    });
    from = phrase.end;
  }
}

// "Ma première remarque est très simple :" is as long as it gets.
const COPULA_REACH = 8;

/** "Ma réponse est que …", "ma remarque est la suivante : …", "sa réponse : …": what the noun is said to be. */
function clauseThatItIs(scene: Scene, start: number, noun: number, sentence: Range): Omit<Draft, 'cue'> | undefined {
  const { words } = scene;
  const be = words.is(noun + 1, CLASS.being) && words.has(noun + 1, FINITE);
  if (!be && words.at(noun + 1) !== ':') return undefined;
  for (let i = noun + 1; i < Math.min(sentence.end, noun + COPULA_REACH); i++) {
    if (words.at(i) !== ':' && !(i === noun + 2 && words.is(i, CLASS.that))) continue;
    if (words.opens(i + 1) !== undefined) return undefined;
    const end = clauseEnd(scene, i + 1, sentence.end, -1);
    if (end - i < 4 || !hasFiniteVerb(words, { start: i + 1, end })) return undefined;
    const mine = words.pack.firstPerson.has(words.at(start)) && words.is(start, CLASS.determiner);
    return {
      parts: [{ start: i + 1, end }],
      kind: 'indirect',
      rule: 'excerpt clause',
      ...(mine && { speaker: { start, end: start + 1, kind: 'pronoun' as const } }),
      confidence: COPULAR,
      zone: scene.zone.stretch,
    };
  }
  return undefined;
}

/** The noun's whole phrase; marks around the noun alone belong to it. */
function phraseOf(words: Words, start: number, noun: number, limit: number): Phrase | undefined {
  if (words.opens(noun - 1) === undefined || start >= noun) return wholePhrase(words, start, { limit, governor: 'noun' });
  let end = noun + 2;
  while (end < limit && words.isWord(end) && words.info[end]?.classes === 0 && words.verb(end) === undefined) end++;
  return { start, end: overDependents(words, end, { limit, governor: 'noun' }), kind: 'description' };
}

/** ses « confessions »: the noun alone in marks. */
function isMarkedAlone(words: Words, i: number): boolean {
  return words.opens(i - 1) !== undefined && words.closes(i + 1) !== undefined;
}

/** Where the noun's phrase begins: its determiner, or the plural's de before an adjective; -1 where the noun has neither. */
function phraseStart(words: Words, noun: number, floor: number): number {
  for (let k = noun - 1; k >= floor && k > noun - 5; k--) {
    if (words.is(k, CLASS.determiner)) return k;
    // "n'a pas donné de réponse", "de nouvelles révélations", "une série de déclarations"
    if (words.is(k, CLASS.of)) {
      if (k < noun - 1 || words.is(k - 1, CLASS.negation)) return k;
      return words.lists.pluralNoun.test(words.at(noun)) || words.has(k - 1, PARTICIPLE) ? noun : -1;
    }
    // "ses aveux et révélations"
    if (k === noun - 1 && words.is(k, CLASS.conjunction) && words.lists.pluralNoun.test(words.at(noun))) return noun;
    if (!words.isWord(k) && words.opens(k) === undefined) break;
    if (words.is(k, CLASS.preposition | CLASS.conjunction | CLASS.clitic)) break;
  }
  // a heading: MENTIONS OBLIGATOIRES, Réponse de la Commission
  return noun === floor && (words.lists.pluralNoun.test(words.at(noun)) || words.is(noun + 1, CLASS.of)) ? noun : -1;
}

/** Whether a clause of this noun ("la déclaration selon laquelle …") is reported already, or the noun is a speaker's: "selon les propos de X". */
const alreadyRead = (scene: Scene, noun: number): boolean =>
  scene.drafts.some(
    ({ cue, rule, speaker }) =>
      (cue?.start === noun && rule !== 'noun complement') || (speaker && speaker.start <= noun && noun < speaker.end),
  );

/** The noun's own "de X", "par X", or the subject of its relative clause, where that can speak. */
function whose(words: Words, scene: Scene, noun: number, phrase: Phrase, sentence: Range): Phrase | undefined {
  for (let i = noun + 1; i < phrase.end; i++) {
    if (!words.is(i, CLASS.of) && !words.lists.agent.has(words.at(i))) {
      if (words.is(i, CLASS.that)) return relativeSubject(words, i + 1, phrase.end, scene);
      continue;
    }
    const of = nounPhraseAt(words, i + 1, sentence.end, 'right');
    if (of !== undefined && canSpeak(scene, of)) return of;
  }
  return undefined;
}

function relativeSubject(words: Words, from: number, end: number, scene: Scene): Phrase | undefined {
  for (let i = from; i < end; i++) {
    if (!isFiniteVerb(words, i)) continue;
    const subject = subjectBefore(words, i, from) ?? nounPhraseAt(words, end - 1, end, 'right');
    return subject !== undefined && canSpeak(scene, subject) ? subject : undefined;
  }
  return undefined;
}

/** "La Commission n'a donné aucune indication": the subject of the verb that the noun is said with. */
function sayer(scene: Scene, excerpt: ExcerptWords, start: number, sentence: Range): Phrase | undefined {
  const { words } = scene;
  let i = start - 1;
  while (i > sentence.start && words.isAdverb(i)) i--;
  const lemma = words.verb(i)?.lemma;
  if (lemma === undefined || !excerpt.support.has(lemma)) return undefined;
  let left = i;
  while (
    left > sentence.start &&
    (words.is(left - 1, CLASS.auxiliary | CLASS.clitic | CLASS.negation | CLASS.modal) || words.isAdverb(left - 1))
  )
    left--;
  const subject = subjectBefore(words, left, sentence.start);
  return subject !== undefined && canSpeak(scene, subject) ? subject : undefined;
}

/** "ses observations", "toute critique", "les précisions apportées": somebody's, or said by somebody. */
function isOwned(words: Words, excerpt: ExcerptWords, start: number, noun: number): boolean {
  if (excerpt.owners.has(words.at(start))) return true;
  // "des observations sur ce point", "une critique à l'égard du texte"
  if (
    excerpt.about.has(words.at(noun + 1)) ||
    (words.at(noun + 1) === excerpt.inRegard[0] && words.at(noun + 3) === excerpt.inRegard[1])
  )
    return true;
  const after = words.verb(noun + 1);
  return after !== undefined && excerpt.support.has(after.lemma) && words.has(noun + 1, PARTICIPLE);
}

function hasMarks(words: Words, phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) if (words.opens(i) !== undefined) return true;
  return false;
}
