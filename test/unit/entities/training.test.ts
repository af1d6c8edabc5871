import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT, type Section } from '../../../server/src/core/entities/model/format';
import { LABELS, labelOf, OUTSIDE, TYPES, UNIT } from '../../../server/src/core/entities/model/labels';
import { openTagModel } from '../../../server/src/core/entities/model/tagModel';
import { packFor } from '../../../server/src/core/languages/registry';
import { type Example, trainCrf } from '../../../server/training/crf';
import { type GoldDocument, readGum } from '../../../server/training/data';
import { recallByNovelty } from '../../../server/training/evaluate';
import { addOwnLists, PhraseCollector } from '../../../server/training/lists';
import { readLexicon } from '../../../server/training/wordnet';

const MISC = labelOf(TYPES.indexOf('MISC'), UNIT);
const ALL_MISC = [0, 1, 2, 3].map((position) => labelOf(TYPES.indexOf('MISC'), position));

/** A chain of one word with one feature. */
const word = (feature: number, label: number, unlabelled?: readonly number[]): Example => ({
  starts: Int32Array.from([0, 1]),
  features: Int32Array.from([feature]),
  gold: Uint8Array.from([label]),
  weight: 1,
  ...(unlabelled && { unlabelled }),
});

const repeated = (n: number, example: Example): Example[] => Array.from({ length: n }, () => example);

function bestOf(weights: Float32Array, feature: number): number {
  const row = weights.subarray(feature * LABELS, (feature + 1) * LABELS);
  return row.indexOf(Math.max(...row));
}

describe('learning from a set that leaves a type out', () => {
  const options = { features: 2, epochs: 20, rate: 0.1, l2: 0.1, dropout: 0, wordDropout: 0, seed: 1 };
  const WORK = 0;
  const PLAIN = 1;
  const labelled = [...repeated(10, word(WORK, MISC)), ...repeated(10, word(PLAIN, OUTSIDE))];

  it('does not unlearn the type where the set says nothing of it', () => {
    const unsaid = repeated(30, word(WORK, OUTSIDE, ALL_MISC));
    const { weights } = trainCrf([...labelled, ...unsaid], options);
    expect(bestOf(weights, WORK)).toBe(MISC);
    expect(bestOf(weights, PLAIN)).toBe(OUTSIDE);
  });
  it('unlearns it where the set says that there is none', () => {
    const denied = repeated(30, word(WORK, OUTSIDE));
    expect(bestOf(trainCrf([...labelled, ...denied], options).weights, WORK)).toBe(OUTSIDE);
  });
  it('learns nothing of words whose label is not known', () => {
    const open = repeated(30, { ...word(WORK, OUTSIDE), open: Uint8Array.from([1]) });
    expect(bestOf(trainCrf([...labelled, ...open], options).weights, WORK)).toBe(MISC);
  });
  it('gives the same weights again', () => {
    const unsaid = repeated(5, word(WORK, OUTSIDE, ALL_MISC));
    const once = trainCrf([...labelled, ...unsaid], options);
    expect(trainCrf([...labelled, ...unsaid], options)).toEqual(once);
  });
});

describe('names out of noun phrases', () => {
  const habits = {
    titles: new Set(['dr']),
    demonyms: new Set(['volmish']),
    isPlace: (name: string) => name === 'Volmia',
  };

  function read(rows: string): { names: string[]; open: string[] } {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gum-'));
    fs.writeFileSync(path.join(folder, 'a.tsv'), rows.trim().replaceAll('/', '\t').replaceAll(' ', '\n'));
    const [document] = readGum(folder, habits);
    fs.rmSync(folder, { recursive: true });
    const text = (span: { start: number; end: number }) => document?.text.slice(span.start, span.end) ?? '';
    return {
      names: document?.spans.map((span) => `${span.type} ${text(span)}`) ?? [],
      open: document?.doubtful?.map(text) ?? [],
    };
  }

  it('are phrases of capitalised words without article and title, and the heads behind plain words', () => {
    expect(
      read(
        'The/organization Harbour/organization Council/organization saw/O Dr/person Ann/person Sarn/person at/O the/object quay/object ./O',
      ),
    ).toEqual({
      names: ['ORG Harbour Council', 'PER Ann Sarn'],
      open: [],
    });
    expect(read('saw/O the/organization carmaker/organization Belto/organization ./O').names).toEqual(['ORG Belto']);
  });
  it('are places where lists say so, whatever they do', () => {
    expect(read('Yesterday/time Volmia/organization agreed/O ./O').names).toEqual(['LOC Volmia']);
  });
  it('are left open inside other phrases, and settled by the same name elsewhere', () => {
    const { names, open } = read(
      'a/person friend/person of/person Sarn/person left/O the/object house/object of/object Belto/object ./O\n\nThen/O Sarn/person slept/O ./O',
    );
    expect(names).toEqual(['PER Sarn', 'PER Sarn']);
    expect(open).toEqual(['Belto']);
  });
  it('are no adjectives of peoples, times or words that a sentence begins with', () => {
    expect(read('They/person met/O a/person Volmish/person on/O Monday/time ./O\n\nthey/person left/O ./O')).toEqual({
      names: [],
      open: [],
    });
  });
});

describe('dictionaries', () => {
  it('tell what words mean and whether they are written small, inflected too', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wordnet-'));
    fs.mkdirSync(path.join(folder, 'dict'));
    fs.writeFileSync(
      path.join(folder, 'dict/index.sense'),
      ['baker%1:18:00:: 1 1 7', 'bake%2:36:00:: 2 1 3', 'bakery%1:06:00:: 3 1 2', 'baker%1:06:01:: 4 2 9'].join('\n'),
    );
    fs.writeFileSync(path.join(folder, 'index.dic'), '3\nbaker/MS\nBelto/M\nbakery/SM');
    const resolve = (name: string) => path.join(folder, name.startsWith('wordnet') ? 'package.json' : 'index.js');
    const lexicon = readLexicon({ resolve } as unknown as NodeJS.Require);
    fs.rmSync(folder, { recursive: true });
    expect(lexicon.sense('bakers')).toBe(lexicon.sense('baker'));
    expect(lexicon.sense('bakeries')).toBe(lexicon.sense('bakery'));
    expect(lexicon.sense('bakery')).toBe(lexicon.sense('baker'));
    expect(lexicon.sense('baking')).not.toBe(lexicon.sense('baker'));
    expect(lexicon.sense('unheard')).toBe(0);
    expect([lexicon.casing('bakeries'), lexicon.casing('belto'), lexicon.casing('unheard')]).toEqual([5, 1, 0]);
  });
});

describe('confidence', () => {
  const open = (calibration?: readonly (readonly (readonly [number, number])[])[]) => {
    const sections = new Map<string, Section>([['transitions', new Float32Array(LABELS * LABELS)]]);
    return openTagModel(
      { meta: { language: 'fr', format: FORMAT, scale: 1, ...(calibration && { calibration }) }, sections },
      new Set(),
    );
  };
  const line = [
    [0.4, 0.3],
    [0.8, 0.6],
    [0.99, 0.95],
  ] as const;

  it('is what was right of such names, on a line between the points measured', () => {
    const model = open([line]);
    expect(model.calibrated(0, 0.8)).toBeCloseTo(0.6);
    expect(model.calibrated(0, 0.6)).toBeCloseTo(0.45);
    expect(model.calibrated(0, 0.1)).toBeCloseTo(0.3);
    expect(model.calibrated(0, 1)).toBeCloseTo(0.95);
  });
  it("is the model's own where nothing was measured", () => {
    expect(open().calibrated(0, 0.7)).toBe(0.7);
    expect(open([line]).calibrated(2, 0.7)).toBe(0.7);
  });
});

describe('recall of new names', () => {
  const text = 'Orbanne salue Telvia.';
  const document = (id: string, block: string, types: GoldDocument['spans'][number]['type'][]): GoldDocument => ({
    id,
    text,
    block,
    set: 'test',
    spans: types.map((type, i) => (i === 0 ? { start: 0, end: 7, type } : { start: 14, end: 20, type })),
  });
  const orbanne = { start: 0, end: 7, type: 'LOC' } as const;
  const partOf = ({ block }: GoldDocument): number => Number(block);

  it('is told apart from that of names that another part knows', () => {
    const pairs = [
      [document('a', '0', ['LOC', 'ORG']), [orbanne]],
      [document('b', '1', ['LOC']), [orbanne]],
    ] as const;
    expect(recallByNovelty(pairs, partOf)).toEqual([
      'LOC: 100.0 of 2 names that other blocks know, – of 0 new ones',
      'ORG: – of 0 names that other blocks know, 0.0 of 1 new ones',
    ]);
  });

  it('takes a name for new where only its own part knows it, or another one as something else', () => {
    const pairs = [
      [document('a', '0', ['LOC']), [orbanne]],
      [document('b', '0', ['LOC']), []],
      [document('c', '1', ['PER']), []],
    ] as const;
    expect(recallByNovelty(pairs, partOf)).toEqual([
      'LOC: – of 0 names that other blocks know, 50.0 of 2 new ones',
      'PER: – of 0 names that other blocks know, 0.0 of 1 new ones',
    ]);
  });
});

describe('the lists of names in server/data', () => {
  it.each(['de', 'en', 'fr', 'shared'])('of %s are read by training, and no other table is taken for one', (folder) => {
    const collector = new PhraseCollector(packFor('fr').text);
    // throws at a line whose kind it does not know: a table of words or sentences
    addOwnLists(collector, path.join(import.meta.dirname, '../../../server/data', folder));
    expect(collector.bits.size > 0).toBe(folder !== 'de');
  });
});
