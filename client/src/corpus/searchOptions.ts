import * as vscode from 'vscode';
import type { SearchParams } from '../../../server/src/protocol';
import { ui } from '../ui';
import { asksOnce, withCopiesOnce } from './copiesOnce';

/**
 * A search as a person wants it otherwise: capitals told apart, accents ignored, copies counted once. Undefined where it is
 * given up.
 */
export async function otherwiseCompared(params: SearchParams): Promise<SearchParams | undefined> {
  const { matchCase, ignoreAccents, once } = ui.search.options;
  const rows = [
    { label: matchCase, id: 'matchCase', picked: params.matchCase === true },
    { label: ignoreAccents, id: 'ignoreAccents', picked: params.ignoreAccents === true },
    { label: once, id: 'once', picked: asksOnce(params.query) },
  ];
  const picked = await vscode.window.showQuickPick(rows, { canPickMany: true, title: ui.search.options.title });
  if (picked === undefined) return undefined;
  const is = (id: string): boolean => picked.some((row) => row.id === id);
  return {
    ...params,
    matchCase: is('matchCase'),
    ignoreAccents: is('ignoreAccents'),
    query: withCopiesOnce(params.query, is('once')),
  };
}

/** A search thinned to so many hits by chance: `100`, or `100 7` for other ones. Undefined where it is given up. */
export async function thinned(params: SearchParams): Promise<SearchParams | undefined> {
  const { thinTitle, thinPrompt } = ui.search.options;
  const { size = 100, seed = 1 } = params.sample ?? {};
  const typed = await vscode.window.showInputBox({
    title: thinTitle,
    prompt: thinPrompt,
    value: `${size} ${seed}`,
    validateInput: (value) => (value.trim() === '' || sampleIn(value) !== undefined ? undefined : thinPrompt),
  });
  if (typed === undefined) return undefined;
  const { sample: _, ...whole } = params;
  const sample = sampleIn(typed);
  return sample === undefined ? whole : { ...whole, sample };
}

function sampleIn(written: string): SearchParams['sample'] {
  const [, size, seed = '1'] = /^\s*([1-9]\d{0,6})(?:\s+(\d{1,9}))?\s*$/.exec(written) ?? [];
  return size === undefined ? undefined : { size: Number(size), seed: Number(seed) };
}

/** What of a search is not as it is by default and cannot be seen in its query, in words. */
export function optionsInWords({ matchCase, ignoreAccents, sample }: SearchParams): readonly string[] {
  const { options } = ui.search;
  const said = [
    ...(matchCase ? [options.matchCase] : []),
    ...(ignoreAccents ? [options.ignoreAccents] : []),
    ...(sample ? [options.thinnedTo(sample.size, sample.seed)] : []),
  ];
  return said.length === 0 ? [] : [said.join(' · ')];
}
