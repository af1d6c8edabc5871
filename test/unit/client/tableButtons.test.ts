import { describe, expect, test } from 'vitest';
import { buttonsOf, isToggle, toggled } from '../../../client/src/corpus/tableButtons';
import { tables } from '../../../server/src/messages/tables';
import { wordsOf } from '../../../server/src/messages/topic';
import type { TableAsked } from '../../../server/src/protocol';

const commands = (table: TableAsked): string[] => buttonsOf({ table }).map(({ command }) => command);

describe('the settings of a table', () => {
  test('collocates have a window, within the sentence or across; the words within quotations have none', () => {
    expect(commands({ kind: 'collocates', queries: ['port'] })).toEqual(
      expect.arrayContaining(['window', 'crossSentences', 'stop', 'lemmas', 'minimum', 'once']),
    );
    expect(commands({ kind: 'collocates', queries: ['port'] })).not.toContain('reading');
    const near = commands({ kind: 'collocates', speaker: { name: 'Anne Morel', words: 'near' } });
    expect(near).toEqual(expect.arrayContaining(['reading', 'window']));
    const inside = commands({ kind: 'collocates', speaker: { name: 'Anne Morel', words: 'inside' } });
    expect(inside).toContain('reading');
    expect(inside).not.toContain('window');
    expect(inside).not.toContain('crossSentences');
  });

  test('names and quotations are grouped, words are not', () => {
    expect(commands({ kind: 'speakers' })).toEqual(['within', 'by', 'group', 'minimum', 'once']);
    expect(commands({ kind: 'words' })).not.toContain('group');
    expect(commands({ kind: 'series' })).not.toContain('minimum');
  });

  test('one that is in force or not is the other way round after a click, and back after two', () => {
    const settings = { table: { kind: 'words', marks: true } } as const;
    for (const command of ['once', 'marks', 'matchCase', 'ignoreAccents'] as const) {
      const on = (of: Parameters<typeof buttonsOf>[0]) => buttonsOf(of).find((button) => button.command === command)?.pressed;
      expect(isToggle(command)).toBe(true);
      expect(on(toggled(settings, command))).toBe(!on(settings));
      expect(on(toggled(toggled(settings, command), command))).toBe(on(settings));
    }
  });

  test('each has a name in both languages', () => {
    for (const language of ['en', 'fr'])
      for (const command of commands({ kind: 'collocates', speaker: { name: '', words: 'near' } }))
        expect(wordsOf(tables, language).editor[command as 'window']).toMatch(/\p{L}/u);
  });
});
