import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NameDecisions } from '../../../server/src/corpus/nameDecisions';
import { spelledOut } from '../../../server/src/corpus/parts/subcorpora';
import { QueryError } from '../../../server/src/corpus/query/query';
import { fileMessages } from '../../../server/src/messages/files';
import { readNames, saveNames } from '../../../server/src/store/names';
import { type NameDecision, parseNames, withNames } from '../../../server/src/store/namesFile';
import { readParts, savePart } from '../../../server/src/store/parts';
import { parseParts, type SavedPart, withPart } from '../../../server/src/store/partsFile';

const faults = createRequire(import.meta.url)('../../support/faults.cjs') as {
  arm(plan: { readonly kind: string; readonly at: number; readonly where: string }): void;
  disarm(): readonly string[];
};

const sub = (name: string, value: string): SavedPart => ({ kind: 'subcorpus', name, value });
const same = (name: string, other: string): NameDecision => ({ kind: 'same', type: 'PER', name, other });
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const conflict = (ours: readonly string[], theirs: readonly string[]): string[] => [
  '<<<<<<< HEAD',
  ...ours,
  '=======',
  ...theirs,
  '>>>>>>> theirs',
];
/** What is left of a file when a person takes one side of what git could not merge. */
const taking = (side: 'ours' | 'theirs', text: string): string =>
  text.replace(/<{7} HEAD\n([\s\S]*?)={7}\n([\s\S]*?)>{7} theirs\n/g, side === 'ours' ? '$1' : '$2');

describe('git’s conflict marks in .corpus/parts and .corpus/names', () => {
  it('are told as such, and both sides hold', () => {
    const parts = parseParts(lines('subcorpus A = port', ...conflict(['subcorpus B = quai'], ['subcorpus C = pont'])));
    expect(parts.parts.map(({ name, line }) => [name, line])).toEqual([
      ['A', 1],
      ['B', 3],
      ['C', 5],
    ]);
    const names = parseNames(lines(...conflict(['same PER Anne Morel = A. Morel'], ['apart PER Jean Martin'])));
    expect(names.decisions).toHaveLength(2);
    for (const { problems } of [parts, names])
      expect(problems.map(({ message }) => message)).toEqual(Array(3).fill(fileMessages.mergeConflict));
  });

  it('keep nothing that is decided meanwhile, whichever side is taken', () => {
    const marked = lines(
      'subcorpus A = port',
      ...conflict(['subcorpus C = quai', 'subcorpus M = mer'], ['subcorpus X = pont']),
      'subcorpus Z = z',
    );
    const names = lines(...conflict(['apart PER B B', 'apart PER D D'], ['apart PER E E']), 'same PER Z Z = Z. Z');
    for (const side of ['ours', 'theirs'] as const) {
      // new, changed, and taken out
      expect(taking(side, withPart(marked, sub('D', 'digue')))).toContain('subcorpus D = digue');
      expect(taking(side, withPart(marked, sub('M', 'marée'))).match(/subcorpus M = .*/g)).toEqual(['subcorpus M = marée']);
      expect(taking(side, withPart(marked, sub('X', '')))).not.toContain('subcorpus X');
      const decided = taking(side, withNames(names, [{ kind: 'apart', type: 'PER', name: 'C C' }], []));
      expect(decided).toContain('apart PER C C\n');
      expect(taking(side, withNames(names, [{ kind: 'apart', type: 'PER', name: 'D D' }], []))).toContain('apart PER D D\n');
    }
    // all else stays
    expect(withPart(marked, sub('D', 'digue')).replace('subcorpus D = digue\n', '')).toBe(marked);
    // marks without an end
    expect(withPart('subcorpus A = a\n<<<<<<< HEAD\nsubcorpus C = c\n', sub('B', 'b'))).toBe(
      'subcorpus A = a\nsubcorpus B = b\n<<<<<<< HEAD\nsubcorpus C = c\n',
    );
  });

  it('that are gone may leave a line twice: once is enough', () => {
    expect(
      parseParts(lines('subcorpus A = port', 'subcorpus A = port', 'subcorpus a = quai')).problems.map(({ line }) => line),
    ).toEqual([3]);
    const twice = lines('same PER Anne Morel = A. Morel', 'same PER Anne Morel = A. Morel', 'same PER Luc = A. Morel');
    expect(parseNames(twice).problems.map(({ line }) => line)).toEqual([3]);
    // what is taken out does not come back as what another line says
    expect(withPart(lines('subcorpus A = port', 'subcorpus a = quai', 'subcorpus B = b'), sub('A', ''))).toBe(
      'subcorpus B = b\n',
    );
  });
});

describe('as many lines as a file may have', () => {
  const MANY = 15_000;

  it('are read, whatever each says of the others', () => {
    const parts = parseParts(lines(...Array.from({ length: MANY }, (_, i) => `subcorpus p${i} = x`)));
    expect(parts.parts).toHaveLength(MANY);
    // each a name of the one before; the last first, so that each way to the head is as long as it can be
    const chain = Array.from({ length: MANY }, (_, i) => `same PER A${i} = A${i + 1}`);
    for (const order of [chain, chain.toReversed()]) {
      const { decisions, problems } = parseNames(lines(...order, `same PER A${MANY} = A0`));
      expect(problems.map(({ line }) => line)).toEqual([MANY + 1]);
      const decided = new NameDecisions(decisions);
      expect(decided.headOf('PER', `A${MANY}`)).toBe('A0');
      expect(decided.groups.map(({ names }) => names.length)).toEqual([MANY + 1]);
    }
  });

  it('of sub-corpora within each other are refused where they say too much', () => {
    const doubled = Array.from({ length: 30 }, (_, i) => sub(`P${i}`, `in:P${i + 1} in:P${i + 1}`));
    const deep = Array.from({ length: 3_000 }, (_, i) => sub(`P${i}`, `in:P${i + 1}`));
    for (const all of [[...doubled, sub('P30', 'source:Phare')], deep])
      expect(() => spelledOut('port in:P0', all)).toThrow(QueryError);
    expect(spelledOut('port in:P25', [...doubled, sub('P30', 'source:Phare')]).match(/source:Phare/g)).toHaveLength(32);
  });
});

describe('on a disk', () => {
  let root: string;
  const at = (...names: readonly string[]): string => join(root, ...names);
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'project-files-')));
  });
  afterEach(() => {
    faults.disarm();
    rmSync(root, { recursive: true, force: true });
  });
  const FILES = [
    {
      name: 'parts',
      old: 'subcorpus Old = quai\n',
      made: 'subcorpus New = port\nsubcorpus Old = quai\n',
      save: () => savePart(root, sub('New', 'port'), root),
      read: () => readParts(root, root),
    },
    {
      name: 'names',
      old: 'same PER Luc Bertin = L. Bertin\n',
      made: 'same PER Anne Morel = A. Morel\nsame PER Luc Bertin = L. Bertin\n',
      save: () => saveNames(root, { added: [same('Anne Morel', 'A. Morel')], removed: [] }, root),
      read: () => readNames(root, root),
    },
  ];

  for (const { name, old, made, save, read } of FILES) {
    const file = (): string => at('.corpus', name);

    it(`.corpus/${name} is old or new, whichever call fails, and the failure is thrown`, async () => {
      mkdirSync(at('.corpus'));
      const attempt = async (kind: string, n: number): Promise<readonly [unknown, readonly string[]]> => {
        writeFileSync(file(), old);
        faults.arm({ kind, at: n, where: root });
        const error = await save().catch((thrown: unknown) => thrown);
        return [error, faults.disarm()];
      };
      const [, log] = await attempt('EIO', 0);
      expect(readFileSync(file(), 'utf8')).toBe(made);
      for (const [i, call] of log.entries()) {
        for (const kind of call.startsWith('write') ? ['ENOSPC', 'FULL', 'LIE'] : ['ENOSPC', 'EIO']) {
          const [error] = await attempt(kind, i + 1);
          const isNew = readFileSync(file(), 'utf8') === made;
          if (!isNew) expect([readFileSync(file(), 'utf8'), error], `${kind} ${call}`).toEqual([old, expect.any(Error)]);
          expect(readdirSync(at('.corpus')), `${kind} ${call}`).toEqual([name]);
        }
      }
    });

    it(`.corpus/${name} that is a device, a folder, or huge is refused by its name, and stays`, async () => {
      mkdirSync(at('.corpus'));
      symlinkSync('/dev/zero', file());
      for (const doing of [read, save]) await expect(doing()).rejects.toThrow(name);
      rmSync(file());
      mkdirSync(file());
      for (const doing of [read, save]) await expect(doing()).rejects.toThrow(name);
      rmSync(file(), { recursive: true });
      writeFileSync(file(), '# '.repeat(2_000_000));
      for (const doing of [read, save]) await expect(doing()).rejects.toThrow(name);
      expect(readFileSync(file()).length).toBe(4_000_000);
    });

    it(`.corpus/${name} is not written through a link that leads out of the project`, async () => {
      const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
      try {
        symlinkSync(elsewhere, at('.corpus'));
        await expect(save()).rejects.toThrow();
        expect(readdirSync(elsewhere)).toEqual([]);
        rmSync(at('.corpus'));
        mkdirSync(at('.corpus'));
        writeFileSync(join(elsewhere, 'theirs'), old);
        symlinkSync(join(elsewhere, 'theirs'), file());
        await expect(save()).rejects.toThrow();
        expect(readFileSync(join(elsewhere, 'theirs'), 'utf8')).toBe(old);
      } finally {
        rmSync(elsewhere, { recursive: true, force: true });
      }
    });
  }

  it('what two windows write at once is all there', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i);
    await Promise.all(
      numbers.flatMap((i) => [
        savePart(root, sub(`P${i}`, 'port'), root),
        saveNames(root, { added: [same(`Anne ${i}`, `A. ${i}`)], removed: [] }, root),
      ]),
    );
    expect((await readParts(root, root)).parts.map(({ name }) => name).sort()).toEqual(numbers.map((i) => `P${i}`).sort());
    expect((await readNames(root, root)).decisions).toHaveLength(12);
    expect(existsSync(at('.corpus'))).toBe(true);
  });
});
