import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { type Article, createArticle } from '../../../server/src/service/article';
import { type NeighbourKind, neighbour } from '../../../server/src/service/neighbour';
import { definition, highlights, references } from '../../../server/src/service/references';
import { quotesBySpeaker, timeline } from '../../../server/src/service/views';
import { findEntities } from '../../../server/src/service/workspaceSymbols';
import { article, at, en, fr, valdorie, words } from './support';

const place = (made: Article, sought: string): number => at(made.text, sought).start;

describe('go to definition', () => {
  it.each([
    ['Morvan#2', 'Jeanne Morvan'],
    ['elle ajouté', 'Jeanne Morvan'],
    ['mardi', 'le 3 janvier 2017'],
    ['mars', '2017-01'],
    ['sommes', 'elle'],
    ['a déclaré', 'la ministre de la Pêche, Jeanne Morvan'],
  ])('from %s leads to %s', (from, to) => {
    const made = valdorie();
    const found = definition(made, place(made, from));
    expect(found && words(made, [found.target])).toEqual([to]);
  });

  it('leads nowhere from plain text', () => {
    const made = valdorie();
    expect(definition(made, place(made, 'arrivée'))).toBeUndefined();
  });
});

describe('go to definition of a relative date in an article without a header', () => {
  const read = (text: string): Article => createArticle(text, createAnalyser().analyse({ id: 'x', text, language: 'fr' }));

  it.each([
    'Le port rouvre\n\nPar Olga Brandt\n\nPublié le 3 mars 2017 à 10 h 30\n\nLe port a rouvert hier, a dit la mairie.',
    'Vell, le 3 mars 2017 – Le port a rouvert hier, a dit la mairie.',
  ])('leads to the day that the article tells of itself: %j', (text) => {
    expect(read(text).analysis.dates.find((date) => date.text === 'hier')?.value).toBe('2017-03-02');
    const found = definition(read(text), at(text, 'hier').start);
    expect(found && words(read(text), [found.target])).toEqual(['le 3 mars 2017']);
  });
});

describe('references and highlights', () => {
  it('are the mentions of the same entity, the pronoun that speaks among them', () => {
    const made = valdorie();
    expect(words(made, references(made, place(made, 'Jeanne')))).toEqual(['Jeanne Morvan', 'elle', 'Morvan']);
    expect(words(made, highlights(made, place(made, 'elle ajouté')))).toEqual(
      words(made, references(made, place(made, 'Jeanne'))),
    );
  });

  it('are not other things of the same name', () => {
    const made = article('Lorient bat Nantes. La ville de Lorient fête son club.', {
      entities: [
        ['Lorient', 'ORG', 'club'],
        ['Lorient#2', 'LOC', 'ville'],
      ],
    });
    expect(references(made, 0)).toHaveLength(1);
  });

  it('are the dates of the same day', () => {
    const made = valdorie();
    expect(words(made, highlights(made, place(made, 'mardi')))).toEqual(['le 3 janvier 2017', 'mardi']);
  });

  it('mark all parts of a quotation with its cue and speaker', () => {
    const text = '« Non », dit Yann, « jamais ».';
    const made = article(text, { quotes: [{ spans: ['Non', 'jamais'], cue: 'dit', speaker: 'Yann' }] });
    expect(words(made, highlights(made, place(made, 'jamais')))).toEqual(['Non', 'dit', 'Yann', 'jamais']);
  });

  it('work with the caret behind the last letter', () => {
    const made = valdorie();
    expect(highlights(made, at(made.text, 'mardi').end)).toHaveLength(2);
  });
});

describe('stepping to the next and the previous', () => {
  function walk(made: Article, kind: NeighbourKind, direction: 'next' | 'previous', steps: number, from = 0): string[] {
    let offset = from;
    const seen: string[] = [];
    for (let i = 0; i < steps; i++) {
      const found = neighbour(made, offset, kind, direction, en);
      if (found === undefined) return seen;
      seen.push(`${words(made, [found.span])[0]} ${found.index}/${found.total}${found.wrapped ? ' wrapped' : ''}`);
      offset = found.span.start;
    }
    return seen;
  }

  it('goes through all of a kind and around the end', () => {
    expect(walk(valdorie(), 'date', 'next', 5)).toEqual([
      'mars 1/3',
      'le 3 janvier 2017 2/3',
      'mardi 3/3',
      'mars 1/3 wrapped',
      'le 3 janvier 2017 2/3',
    ]);
    expect(walk(valdorie(), 'quote', 'previous', 3)).toEqual([
      'Nous sommes prêts 2/2 wrapped',
      'Il faut signer avant mars 1/2',
      'Nous sommes prêts 2/2 wrapped',
    ]);
  });

  it('goes through the mentions of one entity', () => {
    const made = valdorie();
    expect(walk(made, 'mention', 'next', 2, place(made, 'Port-Clair'))).toEqual(['Port-Clair 2/2', 'Port-Clair 1/2 wrapped']);
  });

  it('goes through the speech of one speaker, also from the pronoun', () => {
    const text = '« Oui », dit Léa. « Non », dit Paul. « Peut-être », reprend-elle.';
    const made = article(text, {
      entities: [
        ['Léa', 'PER', 'lea'],
        ['Paul', 'PER', 'paul'],
      ],
      quotes: [
        { spans: ['Oui'], cue: 'dit', speaker: 'Léa', speakerEntity: 'lea', speakerName: 'Léa' },
        { spans: ['Non'], cue: 'dit#2', speaker: 'Paul', speakerEntity: 'paul', speakerName: 'Paul' },
        { spans: ['Peut-être'], cue: 'reprend', speaker: 'elle', speakerEntity: 'lea', speakerName: 'Léa' },
      ],
    });
    expect(walk(made, 'quoteBySameSpeaker', 'next', 2, place(made, 'Oui'))).toEqual(['Peut-être 2/2', 'Oui 1/2 wrapped']);
    expect(walk(made, 'quoteBySameSpeaker', 'previous', 1, place(made, 'elle'))).toEqual(['Peut-être 2/2']);
  });

  it('passes over titles and words held at a distance', () => {
    const made = article('Le film « Marée ». « Bien », dit-il.', {
      quotes: [
        { spans: ['Marée'], kind: 'title' },
        { spans: ['Bien'], cue: 'dit', speaker: 'il' },
      ],
    });
    expect(walk(made, 'quote', 'next', 2)).toEqual(['Bien 1/1', 'Bien 1/1 wrapped']);
  });

  it('says what was found', () => {
    const made = valdorie();
    expect(neighbour(made, 0, 'entity', 'next', en)?.label).toBe('Valdorie, place');
    expect(neighbour(made, 0, 'quote', 'next', fr)?.label).toBe('Jeanne Morvan, discours direct');
  });

  it('finds nothing in an article without any', () => {
    expect(neighbour(article('Rien.'), 0, 'date', 'next', en)).toBeUndefined();
  });
});

describe('views', () => {
  it('groups speech by speaker, in order, with the unknown last', () => {
    const made = article('« Oui ». « Non », dit Paul. « Si », dit-il.', {
      entities: [['Paul', 'PER', 'paul']],
      quotes: [
        { spans: ['Oui'] },
        { spans: ['Non'], speaker: 'Paul', speakerEntity: 'paul', speakerName: 'Paul' },
        { spans: ['Si'], speaker: 'il', speakerEntity: 'paul', speakerName: 'Paul' },
      ],
    });
    expect(quotesBySpeaker(made).map((group) => [group.name, group.quotes.map((quote) => quote.text)])).toEqual([
      ['Paul', ['Non', 'Si']],
      ['', ['Oui']],
    ]);
  });

  it('orders dates by time, with the timeless last', () => {
    const made = article('Un jour, en 2016, puis le 2 mai 2015, sous Auguste.', {
      dates: [
        ['Un jour', 'FUTURE_REF'],
        ['2016', '2016', { earliest: '2016-01-01', latest: '2016-12-31' }],
        ['le 2 mai 2015', '2015-05-02', { earliest: '2015-05-02', latest: '2015-05-02' }],
        ['sous Auguste', '-0026', { earliest: '-0026-01-16', latest: '0014-08-19' }],
      ],
    });
    expect(timeline(made, en).map((entry) => entry.date.text)).toEqual(['sous Auguste', 'le 2 mai 2015', '2016', 'Un jour']);
  });

  it('finds entities by letters in order, without case and accents', () => {
    const made = article('Élodie Le Goff et Yann Kervella votent.', {
      entities: [
        ['Élodie Le Goff', 'PER', 'e'],
        ['Yann Kervella', 'PER', 'y'],
      ],
    });
    expect(findEntities(made, 'elgoff').map((found) => found.entity.name)).toEqual(['Élodie Le Goff']);
    expect(findEntities(made, '')).toHaveLength(2);
  });
});
