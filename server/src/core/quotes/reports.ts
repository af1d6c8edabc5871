import { type Complement, clauseEnd, complementOf, hasFiniteVerb } from './clauses';
import { contentReport } from './contents';
import { subjectOf } from './controllers';
import { type Draft, groupsIn, interior, type Range, type Rule, type Scene, stretchesIn } from './draft';
import { behind, type CueGroup } from './groups';
import { CLASS, THIRD } from './lexicon';
import { nounPhraseAt, type Phrase, withApposition } from './phrases';
import { isTitleStretch } from './stretches';
import type { Words } from './words';
import { startsFiniteClause } from './zeroClauses';

/** Reported clauses: que-clauses, indirect questions, infinitives; and marks that a cue brings in directly or behind a colon. */
export function findReports(scene: Scene, sentence: Range): void {
  const { words, spent } = scene;
  const own = groupsIn(scene.groups, sentence);
  for (const group of own) {
    if (group.head < sentence.start || group.head >= sentence.end || spent.has(group.head)) continue;
    if (words.is(group.left - 1, CLASS.subject) && impersonal(scene, group)) continue;
    // "they say adding salt is simple": the subject of what they say
    if (group.mood === 'gerund' && words.pack.zeroThat && scene.drafts.at(-1)?.parts[0]?.start === group.left) continue;
    const complement = complementOf(scene, group, sentence.end) ?? resumedClause(scene, group, sentence);
    if (complement === undefined) continue;
    if (complement.kind === 'colon') colonReport(scene, sentence, group, complement.at);
    else if (complement.kind === 'mark') markReport(scene, sentence, group, complement.at);
    else clauseReport(scene, sentence, group, complement.at, complement.kind);
  }
  for (const group of own) {
    if (group.head < sentence.start || group.head >= sentence.end || spent.has(group.head)) continue;
    if (group.flags.includes('j')) fragmentReport(scene, sentence, group);
    if (!spent.has(group.head)) contentReport(scene, sentence, group);
  }
}

/** "Je le répète, nous devons agir": the clause that le stands for follows the comma. */
function resumedClause(scene: Scene, group: CueGroup, sentence: Range): Complement | undefined {
  const { words } = scene;
  const at = behind(group);
  if (!group.resumed || words.at(at) !== ',' || group.left - sentence.start > 3 || !words.is(group.left - 1, CLASS.subject))
    return undefined;
  const after = { start: at + 1, end: sentence.end };
  return hasFiniteVerb(words, after) && !words.is(at + 1, CLASS.conjunction) && !words.is(at + 1, CLASS.preposition)
    ? { kind: 'that', at: at + 1 }
    : undefined;
}

/** Verbs whose il is nobody: il convient que, il faut dire que. */
function impersonal(scene: Scene, group: CueGroup): boolean {
  const { words } = scene;
  const { impersonalLemmas, impersonalModals, learning } = words.lists;
  return (
    impersonalLemmas.has(group.lemma) ||
    impersonalModals.has(words.verb(group.start)?.lemma ?? '') ||
    (learning.has(group.lemma) && words.is(group.left - 1, CLASS.vague))
  );
}

/** The conjunction that a report at its sentence's head stands behind ("After Reed said that …, …"), or ''. */
function openerOf(words: Words, speaker: Phrase, group: CueGroup, sentence: Range): string {
  if (speaker.start > group.left) return '';
  let i = speaker.start - 1;
  while (i > sentence.start && words.isAdverb(i) && !words.is(i, CLASS.subordinator)) i--;
  return i === sentence.start && words.is(i, CLASS.subordinator) ? words.at(i) : '';
}

/** "asked whether", "explained how": not "can somebody tell me where", "I was wondering what". */
const asksOrTells = (words: Words, group: CueGroup, speaker: Phrase): boolean =>
  group.mood === 'finite' &&
  !words.is(group.start, CLASS.modal) &&
  !words.is(group.left, CLASS.modal) &&
  !(speaker.kind === 'pronoun' && words.pack.firstPerson.has(words.at(speaker.start)));

/** "could not say whether", "declined to say if". */
function isNegated(words: Words, group: CueGroup): boolean {
  for (let i = group.left - 3; i < group.head; i++)
    if (words.is(i, CLASS.negation) || words.lists.refusal.test(words.at(i))) return true;
  return false;
}

/** A study, a poll, a court, those who do research: whose finding is a statement. */
function inquires(words: Words, speaker: Phrase): boolean {
  for (let i = speaker.start; i < speaker.end; i++) {
    if (words.is(i, CLASS.preposition | CLASS.of)) return false;
    if (words.is(i, CLASS.source) || (words.is(i, CLASS.human) && words.lists.inquirers.test(words.at(i)))) return true;
  }
  return false;
}

/** Notez que: a form of the second person without a subject. */
function isImperative(scene: Scene, group: CueGroup): boolean {
  const forms = scene.words.verb(group.start)?.forms ?? 0;
  return (forms & THIRD) === 0;
}

function clauseReport(scene: Scene, sentence: Range, group: CueGroup, from: number, kind: Complement['kind']): void {
  const { words, zone } = scene;
  const { flags } = group;
  if (group.mood === 'passive') return;
  // "que, dans ces conditions, …"; but "when he said that, …"
  const comma = words.at(from) === ',';
  if (comma && words.pack.zeroThat) {
    // "that, as the boats were old, they sank"
    const led = words.is(from + 1, CLASS.subordinator | CLASS.preposition);
    if (!led || !startsFiniteClause(words, from + 1, sentence.end, false)) return;
  }
  const at = comma ? from + 1 : from;
  const relative = words.is(group.left - 1, CLASS.relative);
  let end = clauseEnd(scene, at, sentence.end, group.head, relative ? 'relative' : kind);
  if (end - at < 2) return;
  if (group.reflexive && !flags.includes('x') && kind !== 'question') return;
  const speaker = speakerOf(scene, group, sentence);
  if (speaker === undefined && (group.mood !== 'finite' || isImperative(scene, group))) return;
  if (words.pack.zeroThat && speaker !== undefined) {
    const opener = openerOf(words, speaker, group, sentence);
    // "if he says that …, we leave": nobody has said it
    if (words.lists.unsaid.has(opener)) return;
    if (opener !== '') end = clauseEnd(scene, at, sentence.end, group.head, 'infinitive');
    if (kind === 'question' && (isNegated(words, group) || !asksOrTells(words, group, speaker))) return;
    // "when you write that", "to say it was late is wrong": nobody's statement
    if (words.lists.addressee.has(words.at(speaker.start))) return;
    if (group.mood === 'infinitive' && kind !== 'infinitive' && !words.lists.speaksBefore.has(words.at(group.left - 2))) return;
    // "said she believes it has “a good reason”": within what she said
    const within = (draft: Draft): boolean =>
      draft.zone === zone.stretch && draft.parts.some((part) => part.start <= group.left && at < part.end);
    if (flags.includes('t') && scene.drafts.slice(-6).some(within)) return;
  }
  if (words.pack.findings?.has(group.lemma) && !(speaker !== undefined && inquires(words, speaker))) return;
  // "Estimant que …, X a porté plainte": the main clause is not reported
  if (group.mood === 'gerund' && speaker !== undefined && speaker.start > at && words.at(speaker.start - 1) === ',')
    end = Math.min(end, speaker.start - 1);
  const marked = stretchesIn(words, at, end, zone.stretch).filter((index) => !isTitleStretch(words, index));
  // "se demande si" is a thought
  if (group.reflexive && !flags.includes('x') && marked.length === 0) return;
  if (!flags.includes('q') && !(/[tr]/.test(flags) && marked.length > 0) && kind !== 'question') return;
  if (kind === 'infinitive' && flags.includes('t') && marked.length === 0) return;
  if (kind === 'question' && speaker === undefined) return;
  // "a dit regretter que …": one report, not two
  if (
    group.mood === 'infinitive' &&
    scene.drafts.slice(-6).some((draft) => draft.rule === 'infinitive' && draft.parts[0]?.start === group.left)
  )
    return;
  // "on dit que" says that nobody in particular says it
  const vague = marked.length === 0 && speaker?.kind === 'pronoun' && words.is(speaker.start, CLASS.vague);
  // "on note que": the reporter himself
  if (vague && (kind !== 'that' || !words.pack.hearsay.has(group.lemma))) return;
  // marked words alone: the span lies inside the marks
  const only = marked.length === 1 ? marked[0] : undefined;
  const inner = only === undefined ? undefined : interior(words, only);
  const part = inner !== undefined && inner.start - 1 === at && inner.end + 1 >= end ? inner : { start: at, end };
  push(scene, {
    parts: [part],
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: kind === 'infinitive' ? 'infinitive' : kind === 'question' ? 'indirect question' : 'that clause',
    cue: { start: group.start, end: group.end },
    ...(speaker && { speaker }),
    confidence: vague ? 0.4 : (speaker === undefined ? 0.6 : 0.9) - (kind === 'infinitive' ? 0.05 : 0),
    zone: zone.stretch,
  });
  scene.spent.add(group.head);
  for (const index of marked) scene.used.add(index);
}

/** a dit : « … », Je le répète : nous … */
function colonReport(scene: Scene, sentence: Range, group: CueGroup, at: number): void {
  const { words, zone } = scene;
  const { flags } = group;
  if (!/[dqc]/.test(flags) || group.mood === 'passive') return;
  const speaker = speakerOf(scene, group, sentence);
  const stretch = words.opens(at);
  if (stretch !== undefined && stretch.parent === zone.stretch) {
    directFrom(scene, sentence, at, group, speaker, 'colon');
    return;
  }
  if (!flags.includes('q') || flags.includes('t') || speaker === undefined) return;
  const end = clauseEnd(scene, at, sentence.end, group.head);
  if (end - at < 3 || !hasFiniteVerb(words, { start: at, end })) return;
  const marked = stretchesIn(words, at, end, zone.stretch).filter((index) => !isTitleStretch(words, index));
  push(scene, {
    parts: [{ start: at, end }],
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    rule: 'colon',
    cue: { start: group.start, end: group.end },
    speaker,
    confidence: 0.65,
    zone: zone.stretch,
  });
  for (const index of marked) scene.used.add(index);
  scene.spent.add(group.head);
}

/** The cue's subject; for a participle behind an incise the incise's own speaker ("a réagi X, ajoutant que …"). */
export function speakerOf(scene: Scene, group: CueGroup, sentence: Range): Phrase | undefined {
  if (group.mood === 'gerund') {
    const before = scene.drafts
      .slice(-12)
      .findLast(
        (draft) =>
          draft.rule === 'incise' && draft.cue !== undefined && draft.cue.start >= sentence.start && draft.cue.end <= group.left,
      );
    if (before?.speaker !== undefined) return before.speaker;
    // "X estime que Y a eu tort, ajoutant que": X's own participle, not that of the clause
    const around = scene.drafts
      .slice(-12)
      .findLast(
        (draft) =>
          draft.rule === 'that clause' &&
          draft.zone === scene.zone.stretch &&
          (draft.cue?.start ?? -1) >= sentence.start &&
          (draft.parts[0]?.start ?? group.left) < group.left,
      );
    if (around?.speaker !== undefined && scene.words.at(group.left - 1) === ',') return around.speaker;
  }
  return subjectOf(scene.words, group, sentence.start, sentence.end);
}

/** Marked words right behind a cue: a quotation where they can stand alone, otherwise a fragment. */
function markReport(scene: Scene, sentence: Range, group: CueGroup, at: number): void {
  const { words } = scene;
  const { flags } = group;
  if (scene.used.has(words.marks.inside[at] as number)) return;
  const before = behind(group);
  if (before !== at && !onlyLight(scene, before, at)) return;
  if (group.mood === 'passive') {
    if (flags.includes('j')) fragmentReport(scene, sentence, group);
    return;
  }
  if (!/[dqtj]/.test(flags) || flags.includes('z')) return;
  const inner = interior(words, words.marks.inside[at] as number);
  const speaker = speakerOf(scene, group, sentence);
  const said = flags.includes('d') && words.isCapital(inner.start) && /^[,:]$/.test(words.at(at - 1));
  // "He said “It leaks.”": the capital and the stop make a sentence
  const sentenceLike = words.pack.zeroThat && words.isCapital(inner.start) && /^[.!?,]$/.test(words.at(inner.end - 1));
  const clause = said || (sentenceLike && flags.includes('d')) || hasFiniteVerb(words, inner) || inner.end - inner.start >= 6;
  if (group.mood === 'infinitive' && (speaker === undefined || !(said || canSpeak(scene, speaker)))) return;
  if (clause && /[dqt]/.test(flags)) directFrom(scene, sentence, at, group, speaker, 'mark');
  else if (/[dj]/.test(flags) && speaker !== undefined && group.mood !== 'infinitive')
    pushFragments(scene, group, words.marks.inside[at] as number, speaker);
}

/** Only adverbs, commas and addressees stand between. */
function onlyLight(scene: Scene, from: number, to: number): boolean {
  const { words } = scene;
  for (let i = from; i < to; i++) if (words.at(i) === ';' || words.at(i) === '.') return false;
  return true;
}

/** A direct quotation that begins at an opening mark, with the stretches that follow it. */
export function directFrom(
  scene: Scene,
  sentence: Range,
  at: number,
  group: CueGroup | undefined,
  speaker: Phrase | undefined,
  rule: Rule,
): void {
  const { words, zone } = scene;
  const first = words.marks.inside[at] as number;
  if (scene.used.has(first)) return;
  const parts = [interior(words, first)];
  scene.used.add(first);
  let i = (words.marks.stretches[first]?.close ?? at) + 1;
  // « A » et « B »
  while (i < sentence.end) {
    let k = i;
    if (words.at(k) === ',') k++;
    if (words.lists.and.has(words.at(k)) || words.lists.afterwards.has(words.at(k))) k++;
    const next = k > i || words.opens(k) !== undefined ? words.opens(k) : undefined;
    if (next === undefined || next.parent !== zone.stretch) break;
    const index = words.marks.inside[k] as number;
    parts.push(interior(words, index));
    scene.used.add(index);
    i = next.close + 1;
  }
  const unclosed = words.marks.stretches[first]?.closed === false;
  push(scene, {
    parts,
    kind: 'direct',
    rule,
    ...(group && { cue: { start: group.start, end: group.end } }),
    ...(speaker && { speaker }),
    confidence: speaker === undefined ? 0.7 : 0.95,
    zone: zone.stretch,
    ...(unclosed && { problem: 'unclosed' as const }),
  });
  if (group !== undefined) scene.spent.add(group.head);
}

/** dénonce des « blocages », qualifié de « … » par X, s'est dit « … ». */
function fragmentReport(scene: Scene, sentence: Range, group: CueGroup): void {
  const { words } = scene;
  const at = markInObject(scene, group, sentence.end);
  if (at < 0) return;
  // "y voit « … »" judges; seeing something does not
  const judging = words.lists.judgesWith.get(group.lemma);
  if (judging !== undefined && words.at(group.left) !== judging) return;
  // "a lancé une « … »" names what was begun
  if (words.lists.begins.has(group.lemma) && at > behind(group)) return;
  // "présente comme « … »" judges; showing does not
  if (words.pack.likening.has(group.lemma) && !hasComparison(words, behind(group), at)) return;
  const index = words.marks.inside[at] as number;
  if (scene.used.has(index) || isTitleStretch(words, index)) return;
  let speaker: Phrase | undefined;
  if (group.mood === 'passive') {
    const close = words.marks.stretches[index]?.close ?? at;
    const by = agentAfter(scene, close + 1, sentence.end) ?? agentAfter(scene, group.end, at);
    if (by === undefined) return;
    speaker = by;
  } else speaker = speakerOf(scene, group, sentence);
  if (speaker === undefined || (group.mood === 'infinitive' && !canSpeak(scene, speaker))) return;
  pushFragments(scene, group, index, speaker);
}

function hasComparison(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.lists.comparedAs.has(words.at(i))) return true;
  return false;
}

/** A fragment, and those that are coordinated with it: des « A » et l'« B ». */
function pushFragments(scene: Scene, group: CueGroup, first: number, speaker: Phrase): void {
  const { words, zone } = scene;
  pushFragment(scene, group, first, speaker);
  let i = (words.marks.stretches[first]?.close ?? 0) + 1;
  for (let turn = 0; turn < 3; turn++) {
    if (words.at(i) !== ',' && !words.lists.and.has(words.at(i))) break;
    let k = i + 1;
    while (k < i + 4 && (words.is(k, CLASS.determiner) || words.is(k, CLASS.preposition))) k++;
    const next = words.opens(k);
    if (next === undefined || next.parent !== zone.stretch || scene.used.has(words.marks.inside[k] as number)) break;
    pushFragment(scene, group, words.marks.inside[k] as number, speaker);
    i = next.close + 1;
  }
}

/** A name, a pronoun or a noun for people or institutions. */
export function canSpeak(scene: Scene, phrase: Phrase): boolean {
  const { words } = scene;
  if (phrase.kind !== 'description') return true;
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.isHuman(i) || words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return true;
  return false;
}

/** Who did what a passive says, told within a few words from a token: par le maire, by the mayor. */
export function agentAfter(scene: Scene, from: number, limit: number): Phrase | undefined {
  const { words } = scene;
  for (let i = from; i < Math.min(limit, from + 6); i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const phrase = nounPhraseAt(words, i + 1, limit, 'right');
    return phrase === undefined ? undefined : withApposition(words, phrase, limit, 'right');
  }
  return undefined;
}

/** The opening mark within the object's few words behind a cue, or -1. */
function markInObject(scene: Scene, group: CueGroup, limit: number): number {
  const { words, zone } = scene;
  const from = behind(group);
  for (let i = from; i < Math.min(limit, from + 7); i++) {
    const stretch = words.opens(i);
    if (stretch !== undefined) return stretch.parent === zone.stretch ? i : -1;
    const text = words.at(i);
    if (text === ',' || text === '.' || text === ';' || text === ':' || words.is(i, CLASS.that) || words.is(i, CLASS.relative))
      return -1;
    if (words.is(i, CLASS.naming)) return -1;
    // "a défendu le maire lors des récentes « tensions »": said of the time, not by the verb
    if (words.pack.occasions.has(text)) return -1;
  }
  return -1;
}

function pushFragment(scene: Scene, group: CueGroup, index: number, speaker: Phrase): void {
  const inner = interior(scene.words, index);
  push(scene, {
    parts: [inner],
    kind: 'mixed',
    rule: 'fragment',
    cue: { start: group.start, end: group.end },
    speaker,
    confidence: 0.7,
    zone: scene.zone.stretch,
  });
  scene.used.add(index);
  scene.spent.add(group.head);
}

/** Adds a quotation to those found so far. */
export function push(scene: Scene, draft: Draft): void {
  scene.drafts.push(draft);
}
