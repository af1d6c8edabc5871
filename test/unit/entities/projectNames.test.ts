import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import type { GazetteerEntry } from '../../../server/src/core/entities/gazetteer';

const NAMES: readonly GazetteerEntry[] = [
  { name: 'collectif du port', type: 'ORG', aliases: [] },
  { name: 'Mer', type: 'ORG', aliases: [] },
  { name: 'la Vague', type: 'ORG', aliases: ['LV', 'A.R.C.'] },
];
const analyser = createAnalyser({ names: NAMES });
const found = (text: string): readonly string[] =>
  analyser.analyse({ id: 'x', text, language: 'fr' }).entities.map(({ text: words, type }) => `${type} ${words}`);

describe('names of the project, by their capitals', () => {
  it.each<[text: string, names: readonly string[]]>([
    // written small: as it is, and where a sentence or a headline gives it capitals
    ['Hier, le collectif du port a protesté.', ['ORG collectif du port']],
    ['Collectif du port : la grève continue.', ['ORG Collectif du port']],
    ['Hier, le COLLECTIF DU PORT a protesté.', ['ORG COLLECTIF DU PORT']],
    // with a capital: not the word that it looks like
    ['Selon Mer, la grève continue.', ['ORG Mer']],
    ['Selon MER, la grève continue.', ['ORG MER']],
    ['Ils regardent la mer en silence.', []],
    // whose first capital is not its first letter
    ['Hier, la Vague a protesté.', ['ORG la Vague']],
    ['La Vague a protesté.', ['ORG La Vague']],
    ['Ils regardent la vague en silence.', []],
    ['Hier, LA VAGUE a protesté.', ['ORG LA VAGUE']],
    // acronyms: as they are alone
    ['Selon LV, la grève continue.', ['ORG LV']],
    ['Ils ont lu lv dans le carnet.', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));
});
