import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../../server/src/service/codeLens';
import { type ProblemLevels, problems } from '../../../server/src/service/diagnostics';
import { inlayHints } from '../../../server/src/service/inlayHints';
import { visible } from '../../../server/src/service/visible';
import { article, en, fr, type QuoteSketch, valdorie, words } from './support';

const ALL: ProblemLevels = { unbalancedMarks: 'information', speechWithoutSpeaker: 'hint' };

describe('problems', () => {
  function mended(text: string, quote: QuoteSketch): string | undefined {
    const fix = problems(article(text, { quotes: [quote] }), ALL, fr).find((problem) => problem.code === 'unbalancedMark')?.fix;
    return fix && text.slice(0, fix.offset) + fix.insert + text.slice(fix.offset);
  }

  it.each([
    ['« Partons, dit Yann.', '« Partons », dit Yann.'],
    ['«\u00a0Partons, dit Yann.', '«\u00a0Partons\u00a0», dit Yann.'],
    ['«Partons, dit Yann.', '«Partons», dit Yann.'],
    ['“Partons, dit Yann.', '“Partons”, dit Yann.'],
    ['„Partons, dit Yann.', '„Partons“, dit Yann.'],
    ['"Partons, dit Yann.', '"Partons", dit Yann.'],
    ['<< Partons, dit Yann.', '<< Partons >>, dit Yann.'],
    ['`` Partons, dit Yann.', "`` Partons '', dit Yann."],
  ])('closes %s', (text, expected) => {
    expect(mended(text, { spans: ['Partons'], problem: 'unclosed', speaker: 'Yann' })).toBe(expected);
  });

  it('opens a mark that was only closed', () => {
    expect(mended('Partons », dit Yann.', { spans: ['Partons'], problem: 'unopened', speaker: 'Yann' })).toBe(
      '« Partons », dit Yann.',
    );
  });

  it('stand at the mark', () => {
    const made = article('Il crie : « Partons.', { quotes: [{ spans: ['Partons'], problem: 'unclosed', speaker: 'Il' }] });
    const [problem] = problems(made, ALL, en);
    expect(problem && words(made, [problem.span])).toEqual(['«']);
    expect(problem?.message).toBe('This mark « is never closed.');
  });

  it('name direct speech that nobody speaks, and nothing else', () => {
    const made = article('« Oui. » Le film « Marée ». « Non », dit-il.', {
      quotes: [{ spans: ['Oui.'] }, { spans: ['Marée'], kind: 'title' }, { spans: ['Non'], speaker: 'il' }],
    });
    expect(problems(made, ALL, en).map((problem) => [problem.code, words(made, [problem.span])[0]])).toEqual([
      ['speechWithoutSpeaker', 'Oui.'],
    ]);
    expect(problems(made, { ...ALL, speechWithoutSpeaker: 'off' }, en)).toEqual([]);
  });

  it('are none in a sound article', () => {
    expect(problems(valdorie(), ALL, en)).toEqual([]);
  });
});

describe('lenses', () => {
  it('count quotations, by speaker too, dates and people, and list them', () => {
    expect(codeLenses(valdorie(), fr).map((lens) => [lens.title, lens.places.length])).toEqual([
      ['2 citations', 2],
      ['Jeanne Morvan\u00a0: 2 citations', 2],
      ['3 dates', 3],
      ['1 personne', 1],
    ]);
  });

  it('name speakers that have a name, those who speak most first', () => {
    const made = article('« Un », dit Léa. « Deux », dit-il. « Trois », dit Paul. « Quatre », dit Paul.', {
      entities: [
        ['Léa', 'PER', 'lea'],
        ['Paul', 'PER', 'paul'],
      ],
      quotes: [
        { spans: ['Un'], speaker: 'Léa', speakerEntity: 'lea', speakerName: 'Léa' },
        { spans: ['Deux'], speaker: 'il' },
        { spans: ['Trois'], speaker: 'Paul', speakerEntity: 'paul', speakerName: 'Paul' },
        { spans: ['Quatre'], speaker: 'Paul#2', speakerEntity: 'paul', speakerName: 'Paul' },
      ],
    });
    expect(codeLenses(made, en).map((lens) => lens.title)).toEqual(['4 quotes', 'Paul: 2 quotes', 'Léa: 1 quote', '2 people']);
  });

  it('leave out what there is none of', () => {
    expect(codeLenses(article('Rien à signaler ici.'), fr)).toEqual([]);
  });
});

describe('hints', () => {
  const whole = { start: 0, end: 10_000 };
  it('give the value of relative dates and the name of pronouns that speak', () => {
    const made = valdorie();
    const labels = inlayHints(made, whole, { dates: true, speakers: true }, fr).map((hint) => [
      made.text.slice(hint.offset - 4, hint.offset),
      hint.label,
    ]);
    expect(labels).toEqual([
      ['mars', '→ 2017-03'],
      ['elle', '→ Jeanne Morvan'],
      ['ardi', '→ 2017-01-03'],
    ]);
  });

  it('come only for what is wanted and in the range', () => {
    expect(inlayHints(valdorie(), whole, { dates: false, speakers: true }, fr)).toHaveLength(1);
    expect(inlayHints(valdorie(), { start: 0, end: 20 }, { dates: true, speakers: true }, fr)).toEqual([]);
  });
});

describe('what is shown', () => {
  const all = { entities: true, dates: true, quotes: true, minimumConfidence: 0 };
  it('leaves out layers that are switched off', () => {
    const { analysis } = valdorie();
    expect(visible(analysis, { ...all, dates: false }).dates).toEqual([]);
    expect(visible(analysis, { ...all, entities: false }).entities).toEqual([]);
    expect(visible(analysis, { ...all, quotes: false }).quotes).toEqual([]);
    expect(visible(analysis, all)).toBe(analysis);
  });

  it('leaves out what is not sure enough, and keeps parents right', () => {
    const made = article('« Un » « Deux « Trois » »', {
      quotes: [
        { spans: ['Un'], confidence: 0.2 },
        { spans: ['Deux « Trois »'], confidence: 0.9 },
        { spans: ['Trois'], confidence: 0.9, parent: 1 },
      ],
    });
    const { quotes } = visible(made.analysis, { ...all, minimumConfidence: 0.5 });
    expect(quotes.map((quote) => [quote.text, quote.parent])).toEqual([
      ['Deux « Trois »', undefined],
      ['Trois', 0],
    ]);
  });
});
