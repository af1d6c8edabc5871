import fs from 'node:fs';
import path from 'node:path';
import { collectSites } from '../src/core/dates/direction/collect';
import type { Choice } from '../src/core/dates/direction/decide';
import type { Meaning } from '../src/core/dates/expression';
import { packFor } from '../src/core/languages/registry';
import { splitSentences } from '../src/core/text/sentences';
import { tokenize } from '../src/core/text/tokens';
import type { DirectionExample } from './direction';

// A sentence written for a kind counts for less than a date that somebody met in an article.
const OWN_WEIGHT = 0.3;

/**
 * The examples of a language's own sentences (`server/data/<language>/directions.tsv`: ahead or behind, and a sentence with its
 * date in brackets). Both directions weigh the same: which way most of the sentences point says nothing of articles.
 * @throws Error where no date is found in the brackets
 */
export function ownExamples(root: string, language: string): readonly DirectionExample[] {
  const lines = fs.readFileSync(path.join(root, 'server/data', language, 'directions.tsv'), 'utf8').split('\n');
  const found = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => ownExample(line, language));
  const ahead = found.filter((example) => example.ahead).length;
  const half = found.length / 2;
  return found.map((example) => ({
    ...example,
    weight: (OWN_WEIGHT * half) / (example.ahead ? ahead : found.length - ahead),
  }));
}

function ownExample(line: string, language: string): DirectionExample {
  const [direction, marked = ''] = line.split('\t');
  const text = marked.replace(/[[\]]/g, '');
  const [from, to] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const pack = packFor(language);
  const tokens = tokenize(text, pack.text);
  const sites = collectSites({ text, tokens, sentences: splitSentences(tokens, pack.text) }, pack.dates);
  const site = sites.find(({ start, end }) => start < to && from < end);
  if (site === undefined) throw new Error(`No date is found in the brackets of ${language}/directions.tsv: ${line}`);
  const features = [...site.evidence, kindOf(site.meaning)];
  return { language, id: line, ahead: direction === 'ahead', features, weight: OWN_WEIGHT, source: 'ours', context: marked };
}

function kindOf(meaning: Meaning): Choice['kind'] {
  if ((meaning.kind === 'dayPart' || meaning.kind === 'clock') && meaning.day !== undefined) return kindOf(meaning.day);
  if (meaning.kind === 'feast') return 'feast';
  if (meaning.kind !== 'calendar' || meaning.day !== undefined) return 'day';
  return meaning.month === undefined ? 'weekday' : 'month';
}
