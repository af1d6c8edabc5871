import { readdir, stat } from 'node:fs/promises';
import { commandLine, commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { type Words, wordsOf } from '../messages/topic';
import type { Agreement, LayerAgreement, Score } from '../store/agreement';
import { compareFolders } from '../store/exchange';
import { parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `agreement` was asked to do. */
export interface AgreementOptions {
  readonly first: string;
  readonly second: string;
  readonly format: 'text' | 'json';
}

/** Reads the words after `agreement`. Throws {@link UsageError} with a message for the user. */
export function parseAgreementOptions(words: readonly string[]): AgreementOptions {
  const { values, positionals } = parseWords(words, { json: { type: 'boolean' } } as const);
  const [first, second, ...others] = positionals;
  if (first === undefined || second === undefined || others.length > 0)
    throw new UsageError(commandMessages.wrongCall.twoFolders);
  return { first, second, format: values.json ? 'json' : 'text' };
}

/** Compares two folders. Gives the exit status: 0, or 1 where no article could be compared or some could not. */
export async function agreementCommand(options: AgreementOptions, { stdout, stderr, language }: Surroundings): Promise<number> {
  const words = wordsOf(commandLine, language);
  const missing = await Promise.all([options.first, options.second].map(noFolder));
  for (const problem of missing) if (problem !== undefined) stderr.write(`${say(problem, language)}\n`);
  if (missing.some((problem) => problem !== undefined)) return 1;
  const { agreement, skipped: left } = await compareFolders(options.first, options.second);
  const skipped = left.map(({ name, message }) => ({ name, message: say(message, language) }));
  for (const { name, message } of skipped) stderr.write(`${name}: ${message}\n`);
  if (agreement.documents === 0) {
    stderr.write(`${words.agreement.none}\n`);
    return 1;
  }
  stdout.write(
    options.format === 'json' ? `${JSON.stringify({ ...agreement, skipped }, undefined, 2)}\n` : report(agreement, words),
  );
  return skipped.length === 0 ? 0 : 1;
}

/** Why a path is not a folder that can be read, or undefined. */
async function noFolder(path: string): Promise<Message | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return commandMessages.at(path, fileMessages.notFolder);
    await readdir(path);
    return undefined;
  } catch (error) {
    return commandMessages.at(path, messageOf(error));
  }
}

type CommandWords = Words<typeof commandLine>;

function report(agreement: Agreement, words: CommandWords): string {
  const lines = [words.agreement.summary(agreement.documents, agreement.tokens), ''];
  for (const layer of agreement.layers) lines.push(...table(layer, words), '');
  for (const { document, layer, kind, words: differing, first, second } of agreement.differences) {
    const at = (first ?? second)?.spans[0]?.start ?? 0;
    const side = (annotation: typeof first): string => (annotation === undefined ? '–' : annotation.type);
    lines.push(
      `${document}:${at}: ${layer} ${words.agreement.difference[kind]}: ${differing.replace(/\s+/gu, ' ')} (${side(first)} | ${side(second)})`,
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function table({ layer, kappa, observed, exact, types }: LayerAgreement, { agreement: words }: CommandWords): readonly string[] {
  const row = (name: string, score: Score, value: number | null): string =>
    [
      name.padEnd(12),
      number(value),
      number(score.f1),
      ...[score.first, score.second, score.both].map((count) => String(count).padStart(7)),
    ].join(' ');
  return [
    words.sameType(layer, (100 * observed).toFixed(1)),
    `${''.padEnd(12)} ${'kappa'.padStart(7)} ${'F1'.padStart(7)} ${words.first.padStart(7)} ${words.second.padStart(7)} ${words.both.padStart(7)}`,
    row(words.all, exact, kappa),
    ...types.map((type) => row(type.type, type, type.kappa)),
  ];
}

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3)).padStart(7);
