import type { TemporalExpression } from '../../../server/src/core/analysis';
import { describeDate } from '../../../server/src/core/dates/describe';
import { collectSites } from '../../../server/src/core/dates/direction/collect';
import type { ParagraphView } from '../../../server/src/core/document';
import { openModel } from '../../../server/src/core/entities/index';
import { compoundTest, scoreParagraph } from '../../../server/src/core/entities/tagger';
import { english } from '../../../server/src/core/languages/en/index';
import { french } from '../../../server/src/core/languages/fr/index';
import type { Choice } from '../../../server/src/core/quotes/speakers/ranking/rank';
import { withApposition } from '../../../server/src/core/syntax/appositions';
import { clauseEnd } from '../../../server/src/core/syntax/clauseEnds';
import { type ClauseSite, complementOf } from '../../../server/src/core/syntax/complements';
import { subjectOf } from '../../../server/src/core/syntax/control';
import { nounPhraseAt } from '../../../server/src/core/syntax/nounPhrases';
import { ParagraphWords } from '../../../server/src/core/syntax/paragraphWords';
import type { Range } from '../../../server/src/core/syntax/ranges';
import { quoteSentences } from '../../../server/src/core/syntax/sentences';
import { findVerbGroups, type VerbGroup } from '../../../server/src/core/syntax/verbGroups';
import { splitSentences } from '../../../server/src/core/text/sentences';
import { tokenize } from '../../../server/src/core/text/tokens';

const PACKS = { fr: french, en: english };
export type Language = keyof typeof PACKS;

/** A text as one paragraph, as each layer is given it. */
export function viewOf(text: string, language: Language): ParagraphView {
  const { text: rules } = PACKS[language];
  const tokens = tokenize(text, rules);
  return { text, tokens, sentences: splitSentences(tokens, rules) };
}

/** What the grammar sees in a paragraph: sentences, verbs with their subjects and what they bring in, noun phrases. */
export function drawGrammar(view: ParagraphView, language: Language): string[] {
  const words = new ParagraphWords(view, PACKS[language].quotes);
  const sentences = quoteSentences(words);
  const groups = findVerbGroups(words);
  const zone = { start: 0, end: view.tokens.length, span: -1, sentences };
  const site = { words, zone, groups, complements: new Map() };
  const verbs = groups.map((group) => {
    const sentence = sentences.find(({ start, end }) => group.head >= start && group.head < end);
    return `verb ${drawVerb(words, group)}${sentence ? drawArguments(site, group, sentence) : ''}`;
  });
  const phrases = view.tokens.map((_, i) => drawPhrase(words, i)).filter((phrase) => phrase !== '');
  return [
    `sentences ${sentences.map(({ start, end }) => `${start}-${end}`).join(' ')}`,
    ...verbs,
    `phrases ${phrases.join(' ')}`,
  ];
}

const drawVerb = (words: ParagraphWords, { left, end, head, mood, reflexive, inverted }: VerbGroup): string =>
  `${words.at(head)} ${left}-${head}-${end} ${mood}${reflexive ? ' reflexive' : ''}${inverted >= 0 ? ` inverted ${inverted}` : ''}`;

function drawArguments(site: ClauseSite, group: VerbGroup, { start, end }: Range): string {
  const subject = subjectOf(site.words, group, start, end);
  const brought = complementOf(site, group, end);
  const to = brought && clauseEnd(site, { start: brought.at, end }, group.head, brought.kind);
  const relative = clauseEnd(site, { start: group.end, end }, group.head, 'relative');
  return [
    ...(subject ? [` subject ${subject.start}-${subject.end}`] : []),
    ...(brought ? [` ${brought.kind} ${brought.at}-${to}`] : []),
    ` relative -${relative}`,
  ].join('');
}

/** The phrases that begin with a token, seen from before a verb and from after it, with their appositions. */
function drawPhrase(words: ParagraphWords, i: number): string {
  const limit = words.tokens.length;
  const [left, right] = (['left', 'right'] as const).map((side) => {
    const phrase = nounPhraseAt(words, i, limit, side);
    return phrase && `${phrase.end}-${withApposition(words, phrase, limit, side).end}`;
  });
  if (left === undefined && right === undefined) return '';
  return `${i}:${left ?? ''}${left === right ? '' : `/${right ?? ''}`}`;
}

/** The scores that a model gives the words of names, label by label added up, and what speaks for the direction of dates. */
export function drawScores(view: ParagraphView, language: Language, bytes: Uint8Array): string[] {
  const { dates, entities } = PACKS[language];
  const opened = openModel(bytes, entities);
  if (opened === undefined) throw new Error(`no model of ${language}`);
  const { model } = opened;
  const chains = scoreParagraph(view, model, entities, compoundTest(model.phrases)).flatMap(({ words, chains: own }) =>
    own.map(({ from, length, scores }) => {
      const size = scores.length / length;
      return words
        .slice(from, from + length)
        .map((word, i) => `${word.text} ${drawRow(scores.subarray(i * size, (i + 1) * size))}`);
    }),
  );
  return [
    ...chains.map((chain) => `scores ${chain.join(', ')}`),
    ...collectSites(view, dates).map(({ start, end, evidence }) => `towards ${start}-${end} ${evidence.join(' ')}`),
  ];
}

/** The best label, its score and the sum of all, each weighed by its place. */
function drawRow(scores: Float32Array): string {
  const best = scores.indexOf(Math.max(...scores));
  const sum = scores.reduce((before, score, i) => before + score * (i + 1), 0);
  return `${best} ${(scores[best] as number).toFixed(2)} ${sum.toFixed(2)}`;
}

/** Who could be meant where a quotation's speaker has no name, and what speaks for each. */
export const drawChoice = ({ options }: Choice): string =>
  `choice ${options.map(({ resolution, features }) => `${resolution?.name ?? '-'}: ${features.join(' ')}`).join(' | ')}`;

/** A date in words, in both languages of the interface. */
export function drawDate(expression: TemporalExpression, date: string | null): string {
  const said = ['fr', 'en'].map((ui) => Object.values(describeDate(expression, ui, date)).join(' ; '));
  return `date ${expression.value} ${said.join(' | ')}`;
}
