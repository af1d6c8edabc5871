import { readdir, stat } from 'node:fs/promises';
import type { Agreement, LayerAgreement, Score } from '../store/agreement';
import { compareFolders } from '../store/exchange';
import { errorCode } from '../store/fileError';
import type { Surroundings } from './annotate';
import { reason } from './input';
import { parseWords, UsageError } from './options';

/** What `agreement` was asked to do. */
export interface AgreementOptions {
  readonly first: string;
  readonly second: string;
  readonly format: 'text' | 'json';
}

export const AGREEMENT_USAGE = `  corpus-annotator agreement [--json] DIR1 DIR2

Compares two annotators' folders, article by article: Cohen's kappa by tokens, F1 of spans, and each difference.

  --json            all of it as one JSON object
`;

/** Reads the words after `agreement`. Throws {@link UsageError} with a message for the user. */
export function parseAgreementOptions(words: readonly string[]): AgreementOptions {
  const { values, positionals } = parseWords(words, { json: { type: 'boolean' } } as const);
  const [first, second, ...others] = positionals;
  if (first === undefined || second === undefined || others.length > 0) throw new UsageError('name two folders');
  return { first, second, format: values.json ? 'json' : 'text' };
}

/** Compares two folders. Gives the exit status: 0, or 1 where no article could be compared or some could not. */
export async function agreementCommand(options: AgreementOptions, { stdout, stderr }: Surroundings): Promise<number> {
  const missing = await Promise.all([options.first, options.second].map(noFolder));
  for (const problem of missing) if (problem !== undefined) stderr.write(`${problem}\n`);
  if (missing.some((problem) => problem !== undefined)) return 1;
  const { agreement, skipped } = await compareFolders(options.first, options.second);
  for (const { name, message } of skipped) stderr.write(`${name}: ${message}\n`);
  if (agreement.documents === 0) {
    stderr.write('no article is annotated in both folders\n');
    return 1;
  }
  stdout.write(options.format === 'json' ? `${JSON.stringify({ ...agreement, skipped }, undefined, 2)}\n` : report(agreement));
  return skipped.length === 0 ? 0 : 1;
}

/** Why a path is no folder that can be read, or undefined. */
async function noFolder(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return `${path}: is no folder`;
    await readdir(path);
    return undefined;
  } catch (error) {
    // what is read as a folder and is a file
    return `${path}: ${errorCode(error) === 'ENOTDIR' ? 'is no folder' : reason(error)}`;
  }
}

function report(agreement: Agreement): string {
  const lines = [`${agreement.documents} articles, ${agreement.tokens} tokens`, ''];
  for (const layer of agreement.layers) lines.push(...table(layer), '');
  for (const { document, layer, kind, words, first, second } of agreement.differences) {
    const at = (first ?? second)?.spans[0]?.start ?? 0;
    const side = (annotation: typeof first): string => (annotation === undefined ? '–' : annotation.type);
    lines.push(`${document}:${at}: ${layer} ${kind}: ${words.replace(/\s+/gu, ' ')} (${side(first)} | ${side(second)})`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function table({ layer, kappa, observed, exact, types }: LayerAgreement): readonly string[] {
  const row = (name: string, score: Score, value: number | null): string =>
    [
      name.padEnd(12),
      number(value),
      number(score.f1),
      ...[score.first, score.second, score.both].map((count) => String(count).padStart(7)),
    ].join(' ');
  return [
    `${layer}: same type on ${(100 * observed).toFixed(1)} % of tokens`,
    `${''.padEnd(12)} ${'kappa'.padStart(7)} ${'F1'.padStart(7)} ${'first'.padStart(7)} ${'second'.padStart(7)} ${'both'.padStart(7)}`,
    row('all', exact, kappa),
    ...types.map((type) => row(type.type, type, type.kappa)),
  ];
}

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3)).padStart(7);
