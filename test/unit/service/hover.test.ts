import { describe, expect, it } from 'vitest';
import type { Messages } from '../../../server/src/messages/reading';
import type { Article } from '../../../server/src/service/article';
import { hover } from '../../../server/src/service/hover/hover';
import { article, at, en, fr, hoverContext, VALDORIE, valdorie } from './support';

function hoverOn(made: Article, words: string, messages: Messages = en, searchLinks = false): string {
  const content = hover(hoverContext(made, messages, searchLinks), at(made.text, words).start);
  return content?.markdown ?? '';
}

const goTo = (words: string): string => {
  const { start, end } = at(VALDORIE, words);
  return `goTo:${start}-${end}`;
};

describe('hover on a name', () => {
  it('tells type, role, other names, mentions, speech and dates in the same sentences', () => {
    const markdown = hoverOn(valdorie(), 'Jeanne Morvan');
    expect(markdown).toContain('**Jeanne Morvan** — person');
    expect(markdown).toContain('*ministre de la Pêche*');
    expect(markdown).toContain('Also called: Morvan');
    // two names and the pronoun that stands for her
    expect(markdown).toContain('2 mentions here, 1 in other words: **1** · [2]');
    expect(markdown).toContain(goTo('Morvan#2'));
    expect(markdown).toContain('showAll:3');
    expect(markdown).toContain('2 quotes:');
    expect(markdown).toContain(`[Il faut signer avant mars](${goTo('Il faut signer avant mars')})`);
    expect(markdown).toContain('Dates in the same sentences:');
    expect(markdown).toContain(`](${goTo('mardi')}`);
  });

  it('marks the words that it tells about', () => {
    const made = valdorie();
    const { start, end } = at(made.text, 'Jeanne Morvan');
    expect(hover(hoverContext(made), start + 8)?.span).toEqual({ start, end });
  });

  it('speaks French where the editor does', () => {
    const markdown = hoverOn(valdorie(), 'Jeanne Morvan', fr);
    expect(markdown).toContain('**Jeanne Morvan** — personne');
    expect(markdown).toContain('2 mentions ici, 1 en d’autres mots');
    expect(markdown).toContain('2 citations');
  });

  it('says where a place is', () => {
    const markdown = hoverOn(valdorie(), 'Port-Clair', fr);
    expect(markdown).toContain('Pays\u00a0: France');
    expect(markdown).toContain('48,50° N, 4,25° O');
    expect(markdown).toMatch(/Population\u00a0: 12\s345/);
  });

  it('says of a country that it is one, and which where the text calls it otherwise', () => {
    const made = article('La Suisse et la Confédération se taisent.', {
      entities: [
        ['Suisse', 'LOC', 's'],
        ['Confédération', 'LOC', 'c'],
      ],
      index: [
        { id: 's', place: { country: 'CH' } },
        { id: 'c', place: { country: 'CH' } },
      ],
    });
    expect(hoverOn(made, 'Suisse', fr)).toContain('**Suisse** — pays');
    expect(hoverOn(made, 'Suisse', fr)).not.toContain('Pays\u00a0:');
    expect(hoverOn(made, 'Confédération', fr)).toContain('Pays\u00a0: Suisse');
  });

  it('says how sure it is where it is not', () => {
    expect(hoverOn(valdorie(), 'Morvan#2')).toContain('uncertain, 40%');
    expect(hoverOn(valdorie(), 'Jeanne Morvan')).not.toContain('uncertain');
  });

  it('offers look-ups only where they are wanted, in the language of the article', () => {
    const markdown = hoverOn(valdorie(), 'Port-Clair', en, true);
    expect(markdown).toContain('https://fr.wikipedia.org/w/index.php?search=Port-Clair');
    expect(hoverOn(valdorie(), 'Port-Clair')).not.toContain('http');
  });

  it('leads to the item of Wikidata that the project names', () => {
    const made = article('La Valdorie vote.', {
      entities: [['Valdorie', 'LOC', 'v']],
      index: [{ id: 'v', identifier: 'Q42', note: 'pays *inventé*' }],
    });
    const markdown = hoverOn(made, 'Valdorie', en, true);
    expect(markdown).toContain('(https://www.wikidata.org/wiki/Q42)');
    expect(markdown).toContain('pays \\*inventé\\*');
  });
});

describe('hover on a name that holds a date', () => {
  it('tells of both, the narrower one first', () => {
    const made = article('Le salon Marée 2017 ouvre.', {
      entities: [['Marée 2017', 'MISC', 'salon']],
      dates: [['2017', '2017', { earliest: '2017-01-01', latest: '2017-12-31' }]],
    });
    expect(hoverOn(made, '2017')).toMatch(/^\*\*2017\*\* — date[\s\S]*---\n\n\*\*Marée 2017\*\* — work/);
    expect(hoverOn(made, 'Marée')).toMatch(/^\*\*Marée 2017\*\* — work/);
  });
});

describe('hover on a name inside a longer one', () => {
  it('tells of both', () => {
    const made = article('La mairie de Port-Clair vote demain.', {
      entities: [
        ['mairie de Port-Clair', 'ORG', 'mairie'],
        ['Port-Clair', 'LOC', 'port', { nested: true }],
      ],
    });
    const markdown = hoverOn(made, 'Port-Clair');
    expect(markdown).toContain('**Port-Clair** — place');
    expect(markdown).toContain('[Part of mairie de Port-Clair \\(organisation\\)](goTo:3-23)');
  });
});

describe('hover on the words for a speaker', () => {
  it('tells who a pronoun is', () => {
    const markdown = hoverOn(valdorie(), 'elle ajouté');
    expect(markdown).toMatch(/^“elle” is \*\*Jeanne Morvan\*\*, \*ministre de la Pêche\*, \[2 quotes here\]\(showAll:2\)\n/);
    expect(markdown).toContain('2 mentions here, 1 in other words');
    expect(hoverOn(valdorie(), 'elle ajouté', fr)).toMatch(
      /^« elle » désigne \*\*Jeanne Morvan\*\*, \*ministre de la Pêche\*, \[2 citations ici\]/,
    );
  });

  it('tells what is known where the speaker has no name', () => {
    const made = article('« Partez », crie un passant.', { quotes: [{ spans: ['Partez'], cue: 'crie', speaker: 'un passant' }] });
    expect(hoverOn(made, 'un passant')).toContain('Said by **un passant** — direct speech');
  });
});

describe('hover on a quotation whose speaker is a choice', () => {
  const made = () =>
    article('Jeanne Morvan visite le quai. « Partez », crie-t-elle.', {
      quotes: [{ spans: ['Partez'], speaker: 'elle', speakerName: 'Jeanne Morvan', speakerReasons: ['subject', 'only'] }],
    });

  it('says why it is this one', () => {
    expect(hoverOn(made(), 'Partez')).toContain('Why: subject of the sentence before, the only one who can be meant');
    expect(hoverOn(made(), 'Partez', fr)).toMatch(/Pourquoi\s: sujet de la phrase précédente, seul nom possible/);
  });
});

describe('hover on a quotation of somebody', () => {
  it('leads to the speaker’s words against those of all others; where nobody is known to speak it leads nowhere', () => {
    const made = article('« Partez », dit-elle.', {
      quotes: [{ spans: ['Partez'], speaker: 'elle', speakerName: 'Jeanne Morvan' }],
    });
    expect(hoverOn(made, 'Partez')).toContain('[Words against all others](speakerWords:Jeanne%20Morvan)');
    const nobody = article('On lit « Partez » au mur.', { quotes: [{ spans: ['Partez'] }] });
    expect(hoverOn(nobody, 'Partez')).not.toContain('speakerWords:');
  });
});

describe('hover on a date', () => {
  it('tells the day in the words of the reader, the codes, and the other dates of that day', () => {
    const markdown = hoverOn(valdorie(), 'le 3 janvier 2017');
    expect(markdown).toContain('**Tuesday, January 3, 2017** — date');
    expect(markdown).toContain('TIMEX3 `DATE` `2017-01-03` · EDTF `2017-01-03`');
    expect(markdown).toContain(`Same time: [mardi](${goTo('mardi')}`);
    expect(hoverOn(valdorie(), 'le 3 janvier 2017', fr)).toContain('**mardi 3 janvier 2017** — date');
  });

  it('tells what a relative date was counted from, with a link there', () => {
    expect(hoverOn(valdorie(), 'mardi')).toContain(`[counted from “le 3 janvier 2017”](${goTo('le 3 janvier 2017')}`);
    expect(hoverOn(valdorie(), 'mars')).toContain(`](${goTo('2017-01')}`);
  });

  it('tells whose words it stands in', () => {
    expect(hoverOn(valdorie(), 'mars')).toContain('[In the words of Jeanne Morvan]');
    expect(hoverOn(valdorie(), 'mardi')).not.toContain('In the words of');
  });

  it('says so where the day is not known', () => {
    const made = article('Un lundi, il partira.', { dates: [['Un lundi', 'XXXX-WXX-1']] });
    expect(hoverOn(made, 'Un lundi')).toContain('No specific day given');
  });

  it('gives the days of an interval', () => {
    const made = article('Au printemps, tout change.', {
      dates: [['printemps', '2016-SP', { earliest: '2016-03-20', latest: '2016-06-20' }]],
    });
    expect(hoverOn(made, 'printemps', fr)).toContain('du 20 mars au 20 juin 2016');
  });
});

describe('hover on a quotation', () => {
  it('tells who speaks, the cue, the kind and how sure it is, with links to both ends and the others', () => {
    const markdown = hoverOn(valdorie(), 'faut signer');
    const { start, end } = at(VALDORIE, 'Il faut signer avant mars');
    expect(markdown).toContain('Said by **Jeanne Morvan** — direct speech');
    expect(markdown).toContain('*ministre de la Pêche*');
    expect(markdown).toContain(`Cue: [a déclaré](${goTo('a déclaré')})`);
    expect(markdown).toContain('Confidence: 80%');
    expect(markdown).toContain(`[Start](goTo:${start}-${start}) · [End](goTo:${end}-${end})`);
    expect(markdown).toContain('[2 quotes here](showAll:2)');
  });

  it('is the same on its cue', () => {
    expect(hoverOn(valdorie(), 'a déclaré')).toContain('Said by **Jeanne Morvan**');
  });

  it('links the others of a speaker who has a name but is no entity', () => {
    const parquet = { speaker: 'le parquet', speakerName: 'parquet de Sagre' };
    const made = article('« Un », dit le parquet. « Deux », dit le parquet.', {
      quotes: [
        { spans: ['Un'], ...parquet },
        { spans: ['Deux'], ...parquet },
      ],
    });
    expect(hoverOn(made, 'Un')).toContain('[2 quotes here](showAll:2)');
  });

  it('does not make speech of a title', () => {
    const made = article('Le film « Marée basse » sort.', { quotes: [{ spans: ['Marée basse'], kind: 'title' }] });
    expect(hoverOn(made, 'Marée basse')).toContain('**title, not speech**');
    expect(hoverOn(made, 'Marée basse')).not.toContain('Speaker not found');
  });

  it('warns of a mark that is never closed', () => {
    const made = article('« Partons, dit-il.', {
      quotes: [{ spans: ['Partons'], problem: 'unclosed', cue: 'dit', speaker: 'il' }],
    });
    expect(hoverOn(made, 'Partons')).toContain('⚠ The opening mark is never closed');
  });
});

describe('hover elsewhere', () => {
  it('says nothing on plain text', () => {
    expect(hover(hoverContext(valdorie()), at(VALDORIE, 'arrivée').start)).toBeUndefined();
    expect(hover(hoverContext(article('')), 0)).toBeUndefined();
  });
});

describe('words of the text in a hover', () => {
  it('never become mark-up, links, HTML or icons', () => {
    const name = '[clic](command:evil) <img src=x> **gras** $(zap) `code` www.piege.example';
    const made = article(`${name} parle.`, { entities: [[name, 'PER', 'x']] });
    const markdown = hoverOn(made, name);
    expect(markdown).not.toMatch(/(?<!\\)\[clic/);
    expect(markdown).not.toMatch(/(?<!\\)<img/);
    expect(markdown).not.toMatch(/(?<!\\)\*\*gras/);
    expect(markdown).not.toMatch(/(?<!\\)\$\(zap/);
    expect(markdown).not.toMatch(/(?<!\\)`code/);
    expect(markdown).toContain('www\\.piege');
  });

  it('never break out of a link or its title', () => {
    const name = 'A") [x](command:evil) "B';
    const made = article(`${name} dort. ${name} rêve.`, {
      entities: [
        [name, 'PER', 'x'],
        [`${name}#2`, 'PER', 'x'],
      ],
    });
    expect(hoverOn(made, name)).not.toMatch(/(?<!\\)\]\(command:evil/);
  });

  it('may hold half a surrogate pair', () => {
    const made = article('Le club \ud83d gagne.', { entities: [['club \ud83d', 'ORG', 'x']] });
    expect(hoverOn(made, 'club', en, true)).toContain('search=club%20%EF%BF%BD');
  });
});
