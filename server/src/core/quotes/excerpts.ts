import { bringsInfinitive, clauseEnd, complementOf, hasFiniteVerb } from './clauses';
import { type Draft, groupsIn, type Range, type Rule, type Scene, sceneOf, type Zone } from './draft';
import { excerptNouns } from './excerptNouns';
import { excerptObject } from './excerptObjects';
import { isFiniteVerb } from './finiteVerbs';
import { behind, type CueGroup } from './groups';
import { CLASS, THIRD } from './lexicon';
import type { ExcerptWords } from './pack';
import { nounPhraseAt, type Phrase } from './phrases';
import { push, speakerOf } from './reports';
import { innerZones, type QuoteScan } from './scan';
import { withoutFinal } from './sentences';

// Longer documents are read as articles, where a reader wants quotations and not every mention of what was said.
const MOST_SENTENCES = 2;

/** Whether a document is a sentence or two by themselves (a treebank's, a concordance's): read for all that is said in it. */
export function isExcerpt(scans: readonly QuoteScan[]): boolean {
  const [scan, more] = scans;
  return scan !== undefined && more === undefined && scan.sentences.length <= MOST_SENTENCES;
}

/**
 * All that is said in an excerpt, its quotations among them: requests, impersonal and unowned clauses ("il faut dire que"), noun
 * phrases ("annonce la fermeture du pont", "les travaux annoncés", "cette déclaration"). With a low confidence.
 */
export function excerptDrafts(scan: QuoteScan): Draft[] {
  const { words, sentences } = scan;
  const excerpt = words.pack.excerpt;
  if (excerpt === undefined) return [...scan.drafts];
  const drafts = [...scan.drafts];
  const open: Zone = { start: 0, end: words.tokens.length, stretch: -1, sentences };
  const marked = words.marks.stretches.length > 0 ? innerZones(words) : [];
  for (const zone of [open, ...marked]) {
    const own = groupsIn(scan.groups, zone).filter((group) => words.marks.inside[group.head] === zone.stretch);
    readZone(sceneOf(words, zone, own, drafts, new Set()), excerpt);
  }
  const more = drafts.slice(scan.drafts.length);
  return withoutShorter(scan.drafts, more).map((draft) => withLead(scan, withClausesApart(scan, draft)));
}

/** What the open text or one marked stretch says besides its quotations. */
function readZone(scene: Scene, excerpt: ExcerptWords): void {
  const { drafts, groups, zone } = scene;
  for (const group of groups)
    if (drafts.some(({ cue, rule }) => rule !== 'noun complement' && cue && cue.start <= group.head && group.head < cue.end))
      scene.spent.add(group.head);
  for (const sentence of zone.sentences) {
    for (const group of groupsIn(groups, sentence)) {
      if (scene.spent.has(group.head)) continue;
      if (
        cleft(scene, sentence, group) ||
        resumedBefore(scene, sentence, group) ||
        unownedClause(scene, sentence, group) ||
        requested(scene, sentence, group)
      )
        continue;
      excerptObject(scene, sentence, group, excerpt);
    }
    excerptNouns(scene, sentence, excerpt);
  }
}

/** What one cue says as a noun is read once, with all that depends on it. */
function withoutShorter(first: readonly Draft[], second: readonly Draft[]): Draft[] {
  const rival = (draft: Draft, others: readonly Draft[]): Draft | undefined =>
    others.find(
      ({ rule, cue }) => cue?.start === draft.cue?.start && (rule === 'noun complement' || draft.rule === 'noun complement'),
    );
  const kept = first.filter((draft) => {
    const other = rival(draft, second);
    return other === undefined || length(other) < length(draft);
  });
  return [...kept, ...second.filter((draft) => rival(draft, kept) === undefined)];
}

const length = ({ parts }: Draft): number => parts.reduce((sum, { start, end }) => sum + end - start, 0);

const CLAUSES: ReadonlySet<Rule> = new Set<Rule>(['that clause', 'indirect question', 'excerpt clause']);

/** "que A et que B", "si A ou si B" as two spans: in an excerpt the second conjunction is nobody's words either. */
function withClausesApart(scan: QuoteScan, draft: Draft): Draft {
  const { words } = scan;
  const conjunction = draft.rule === 'indirect question' ? CLASS.question : CLASS.that;
  if (!CLAUSES.has(draft.rule) || draft.zone !== -1) return draft;
  const parts = draft.parts.flatMap((part) => {
    const pieces: Range[] = [];
    let { start } = part;
    for (let i = start + 2; i < part.end - 2; i++) {
      if (words.marks.inside[i] !== -1 || !words.is(i, CLASS.conjunction) || !words.is(i + 1, conjunction)) continue;
      pieces.push({ start, end: withoutFinal(words, start, i) });
      start = conjunction === CLASS.that ? i + 2 : i + 1;
    }
    return [...pieces, { start, end: part.end }];
  });
  return parts.length === draft.parts.length ? draft : { ...draft, parts };
}

/** "En 1990, selon X, la digue …": when and where belongs to what X says. */
function withLead(scan: QuoteScan, draft: Draft): Draft {
  const { words, sentences } = scan;
  const [first, more] = draft.parts;
  const { cue } = draft;
  if (draft.rule !== 'attribution' || draft.zone !== -1 || cue === undefined || first === undefined || more !== undefined)
    return draft;
  const sentence = sentences.find(({ start, end }) => start <= cue.start && cue.start < end);
  if (sentence === undefined || first.start < cue.start || !words.is(sentence.start, CLASS.preposition | CLASS.time))
    return draft;
  const lead = { start: sentence.start, end: withoutFinal(words, sentence.start, cue.start) };
  if (lead.end - lead.start < 2 || words.at(lead.end) !== ',' || hasFiniteVerb(words, lead)) return draft;
  return { ...draft, parts: [lead, ...draft.parts] };
}

const CLAUSE = 0.4;

/** Emits what a cue says; false for what is too short to be a clause. */
function say(scene: Scene, group: CueGroup, said: Range | readonly Range[], speaker: Phrase | undefined): boolean {
  const parts = 'start' in said ? [said] : said;
  if (parts.some((part) => part.end - part.start < 2)) return false;
  push(scene, {
    parts,
    kind: 'indirect',
    rule: 'excerpt clause',
    cue: { start: group.start, end: group.end },
    ...(speaker && { speaker }),
    confidence: CLAUSE,
    zone: scene.zone.stretch,
  });
  scene.spent.add(group.head);
  return true;
}

/** "Il faut dire que …", "force est de constater que …", "notons que …", "ils ont été informés que …", "demande que …". */
function unownedClause(scene: Scene, sentence: Range, group: CueGroup): boolean {
  const { words } = scene;
  const complement = complementOf(scene, group, sentence.end) ?? freeRelative(scene, sentence, group);
  if (complement === undefined || (complement.kind !== 'that' && complement.kind !== 'question'))
    return asShown(scene, sentence, group);
  const said = /[qs]/.test(group.flags) && !/[t]/.test(group.flags);
  const requested = group.flags.includes('r') && complement.kind === 'that';
  if (!said && !requested) return false;
  if (group.reflexive && !group.flags.includes('x')) return false;
  if (words.lists.impersonalLemmas.has(group.lemma)) return false;
  const at = words.at(complement.at) === ',' ? complement.at + 1 : complement.at;
  const relative = words.is(group.left - 1, CLASS.relative);
  const end = clauseEnd(scene, at, sentence.end, group.head, relative ? 'relative' : complement.kind);
  const impersonal = words.lists.impersonalModals.has(words.verb(group.start)?.lemma ?? '');
  const owned = group.mood !== 'passive' && !isImperative(scene, group) && !impersonal;
  const speaker = owned ? speakerOf(scene, group, sentence) : undefined;
  return say(scene, group, { start: at, end }, speaker);
}

/** Notons que, dites-le: a first or second person without its subject. */
function isImperative(scene: Scene, group: CueGroup): boolean {
  const { words } = scene;
  const forms = words.verb(group.start)?.forms ?? 0;
  return group.mood === 'finite' && (forms & THIRD) === 0 && !words.is(group.left - 1, CLASS.subject);
}

/** "dire ce qu'il a vu", "révéler qui a payé": what a verb that takes questions says without one. */
function freeRelative(scene: Scene, sentence: Range, group: CueGroup): { kind: 'question'; at: number } | undefined {
  const { words } = scene;
  if (!/[sq]/.test(group.flags)) return undefined;
  let at = behind(group);
  while (at < sentence.end && words.isAdverb(at)) at++;
  const ce = words.lists.freeRelative.has(words.at(at)) && words.is(at + 1, CLASS.that | CLASS.relative);
  return ce || (words.pack.excerpt?.who.has(words.at(at)) && group.flags.includes('s')) ? { kind: 'question', at } : undefined;
}

/** "Comme indiqué ci-dessus, …": the clause that the participle refers to. */
function asShown(scene: Scene, sentence: Range, group: CueGroup): boolean {
  const { words } = scene;
  if (group.mood !== 'passive' || group.left !== group.head || !words.endsOpener(group.head - 1)) return false;
  if (!/[qdu]/.test(group.flags)) return false;
  let pause = group.end;
  while (pause < sentence.end && words.at(pause) !== ',') pause++;
  if (group.head - 1 <= sentence.start)
    return say(scene, group, { start: pause + 1, end: withoutFinal(words, pause + 1, sentence.end) }, undefined);
  const end = withoutFinal(words, sentence.start, group.head - 1);
  return say(scene, group, { start: sentence.start, end }, undefined);
}

/** "C'est une réussite, et je le dis sans flatter personne": the clause before, which le stands for. */
function resumedBefore(scene: Scene, sentence: Range, group: CueGroup): boolean {
  const { words } = scene;
  const subject = group.left - 1;
  if (!group.resumed || group.reflexive || group.mood !== 'finite' || !/[qd]/.test(group.flags) || /[t]/.test(group.flags))
    return false;
  if (!words.is(subject, CLASS.subject) || !words.pack.firstPerson.has(words.at(subject))) return false;
  let before = subject;
  while (before > sentence.start && (words.is(before - 1, CLASS.conjunction) || words.isAdverb(before - 1))) before--;
  const speaker: Phrase = { start: subject, end: subject + 1, kind: 'pronoun' };
  if (words.at(before - 1) === ',' && before - sentence.start > 1) {
    const first = { start: sentence.start, end: withoutFinal(words, sentence.start, before) };
    return say(scene, group, [first, ...restBehind(scene, sentence, group, first)], speaker);
  }
  // "je l'ai dit en commission, cet amendement …"
  let pause = behind(group);
  while (pause < Math.min(sentence.end, group.end + 8) && words.at(pause) !== ',') pause++;
  if (words.at(pause) !== ',' || before - sentence.start > 3) return false;
  let clause = false;
  for (let i = pause + 1; i < sentence.end; i++) if (isFiniteVerb(words, i)) clause = true;
  if (!clause) return false;
  const end = withoutFinal(words, pause + 1, sentence.end);
  return say(scene, group, { start: pause + 1, end }, speaker);
}

/** "Ce rapport, je le dis franchement, manque d'ambition": the verb of what was begun before. */
function restBehind(scene: Scene, sentence: Range, group: CueGroup, first: Range): Range[] {
  const { words } = scene;
  if (hasFiniteVerb(words, first)) return [];
  let pause = behind(group);
  while (pause < Math.min(sentence.end, group.end + 8) && words.at(pause) !== ',') pause++;
  const rest = { start: pause + 1, end: withoutFinal(words, pause + 1, sentence.end) };
  return words.at(pause) === ',' && rest.end - rest.start > 1 ? [rest] : [];
}

/** "Ce que je veux dire, c'est que …", "ce que nous demandons, c'est l'égalité": what stands behind c'est. */
function cleft(scene: Scene, sentence: Range, group: CueGroup): boolean {
  const { words } = scene;
  if (group.mood !== 'finite' || !/[qr]/.test(group.flags) || /[t]/.test(group.flags)) return false;
  let is = behind(group);
  while (is < Math.min(sentence.end, group.end + 8) && words.at(is) !== ',') is++;
  if (words.at(is) !== ',' || !words.pack.excerpt?.cleft.has(words.at(is + 1)) || !words.is(is + 2, CLASS.being)) return false;
  let ce = group.left - 1;
  while (ce > sentence.start && ce > group.left - 8 && !words.lists.freeRelative.has(words.at(ce))) ce--;
  if (!words.lists.freeRelative.has(words.at(ce)) || !words.is(ce + 1, CLASS.that)) return false;
  let at = is + 3;
  while (words.isAdverb(at)) at++;
  if (words.is(at, CLASS.that)) at++;
  const speaker = nounPhraseAt(words, ce + 2, group.left, 'left');
  return say(scene, group, { start: at, end: clauseEnd(scene, at, sentence.end, group.head) }, speaker);
}

const REQUEST_REACH = 14;

/** "demande au gouvernement de revoir sa copie", "invite les élus à patienter": the infinitive that is asked for. */
function requested(scene: Scene, sentence: Range, group: CueGroup): boolean {
  const { words } = scene;
  if (!group.flags.includes('r') || group.mood === 'passive') return false;
  const stop = Math.min(sentence.end, behind(group) + REQUEST_REACH);
  for (let i = behind(group); i < stop && !/^[,;:.]$/.test(words.at(i)); i++) {
    if (!words.pack.excerpt?.requested.has(words.at(i))) continue;
    if (!bringsInfinitive(words, i)) continue;
    const end = clauseEnd(scene, i + 1, sentence.end, group.head, 'infinitive');
    return say(scene, group, { start: i + 1, end }, speakerOf(scene, group, sentence));
  }
  return false;
}
