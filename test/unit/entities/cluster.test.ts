import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../server/src/core/analysis';
import type { Mention } from '../../../server/src/core/entities/mention';
import { clusterMentions } from '../../../server/src/core/entities/sieves';
import type { Cluster } from '../../../server/src/core/entities/sieves/clusters';
import { french } from '../../../server/src/core/languages/fr/index';

/** Mentions given as [type, name] in order; what stands between them is a space, or an opening parenthesis where the name begins with one. */
function cluster(...names: [EntityType, string][]): Cluster[] {
  let text = '';
  const mentions = names.map(([type, written]): Mention => {
    const opened = written.startsWith('(');
    const name = opened ? written.slice(1) : written;
    text += opened ? '(' : '';
    const start = text.length;
    text += `${name} `;
    return { start, end: start + name.length, text: name, type, confidence: 1, paragraph: 0 };
  });
  return clusterMentions(mentions, french.entities, { between: (a, b) => text.slice(a.end, b.start) });
}

const summary = (clusters: readonly Cluster[]): string[] =>
  clusters.map((c) => `${c.type} ${c.name} ×${c.mentions.length}${c.aliases.length > 0 ? ` = ${c.aliases.join(', ')}` : ''}`);

describe('clustering', () => {
  it('gives a family name to the full name before it', () => {
    expect(summary(cluster(['PER', 'Élodie Marchal'], ['PER', 'Marchal']))).toEqual(['PER Élodie Marchal ×2 = Marchal']);
  });
  it('gives a family name to the nearer of two bearers', () => {
    const clusters = cluster(['PER', 'Jean Roux'], ['PER', 'Roux'], ['PER', 'Léa Roux'], ['PER', 'Roux']);
    // both short mentions are one name: it goes to the bearer named last before its first use
    expect(summary(clusters)).toEqual(['PER Jean Roux ×3 = Roux', 'PER Léa Roux ×1']);
  });
  it('gives a name without its second family name to the full one', () => {
    expect(summary(cluster(['PER', 'Tomás Vega Robledo'], ['PER', 'Tomás Vega']))).toEqual([
      'PER Tomás Vega Robledo ×2 = Tomás Vega',
    ]);
  });
  it('gives a name with a letter for the given name to the full one', () => {
    expect(cluster(['PER', 'Jean-Luc Vega'], ['PER', 'J.-L. Vega'], ['PER', 'J. Vega'])).toHaveLength(1);
    expect(cluster(['PER', 'Jean-Luc Vega'], ['PER', 'M. Vega'], ['PER', 'P.-L. Vega'])).toHaveLength(3);
  });
  it('keeps a place apart from the one in parentheses that it lies in', () => {
    expect(cluster(['LOC', 'Valbrume'], ['LOC', '(Haute-Arve'])).toHaveLength(2);
  });
  it('gives a body without what says whose it is to the only one named before', () => {
    const council: [EntityType, string] = ['ORG', 'Conseil de sécurité'];
    expect(cluster(['ORG', 'Conseil de sécurité de la Varnie'], council)).toHaveLength(1);
    expect(cluster(council, ['ORG', 'Conseil de sécurité de la Varnie'])).toHaveLength(2);
    expect(cluster(['ORG', 'Parti vert européen'], ['ORG', 'Parti vert'])).toHaveLength(2);
  });
  it('gives an event without its year to that of the only year', () => {
    expect(cluster(['MISC', 'Tour des phares 2016'], ['MISC', 'Tour des phares'])).toHaveLength(1);
    const both = cluster(['MISC', 'Tour des phares 2016'], ['MISC', 'Tour des phares 2015'], ['MISC', 'Tour des phares']);
    expect(both).toHaveLength(3);
  });
  it('keeps different full names of one family apart', () => {
    expect(cluster(['PER', 'Jean Roux'], ['PER', 'Léa Roux'])).toHaveLength(2);
  });
  it('takes accents, hyphens and articles as no difference', () => {
    expect(cluster(['LOC', 'Saint-Étienne'], ['LOC', 'Saint Etienne'])).toHaveLength(1);
    expect(cluster(['ORG', 'Le Courrier'], ['ORG', 'Courrier'])).toHaveLength(1);
  });
  it('joins an acronym with the name whose initials it has', () => {
    expect(summary(cluster(['ORG', 'Ligue des amis du rail'], ['ORG', 'LAR']))).toEqual(['ORG Ligue des amis du rail ×2 = LAR']);
  });
  it('joins an acronym in parentheses whatever its letters', () => {
    expect(cluster(['ORG', 'Fédération des pêcheurs'], ['ORG', '(Fedpec'])).toHaveLength(1);
  });
  it('joins names that the table knows as one thing', () => {
    expect(summary(cluster(['ORG', 'Daech'], ['ORG', 'EI'], ['ORG', 'État islamique']))).toEqual([
      'ORG État islamique ×3 = Daech, EI',
    ]);
  });
  it('joins one name’s spellings and short given names, under the usual one', () => {
    expect(summary(cluster(['PER', 'Rachal Klamenn'], ['PER', 'Rachel Klamenn'], ['PER', 'Rachel Klamenn']))).toEqual([
      'PER Rachel Klamenn ×3 = Rachal Klamenn',
    ]);
    expect(cluster(['PER', 'Gwen Jorvasen'], ['PER', 'Gwen Jorvassen'], ['PER', 'Jorvaseen'])).toHaveLength(1);
    expect(summary(cluster(['PER', 'Tim Vega'], ['PER', 'Timothy Vega']))).toEqual(['PER Timothy Vega ×2 = Tim Vega']);
    expect(cluster(['PER', 'Bill Vega'], ['PER', 'William Vega'])).toHaveLength(1);
  });
  it('takes a title that the model took into the name for no part of it', () => {
    expect(cluster(['PER', 'Jean Roux'], ['PER', 'Dr Roux'], ['PER', 'Sir Jean Roux'])).toHaveLength(1);
  });
  it('keeps kinsmen apart whose given names are alike', () => {
    expect(cluster(['PER', 'Daniel Vega'], ['PER', 'Daniela Vega'], ['PER', 'Mario Vega'], ['PER', 'Maria Vega'])).toHaveLength(
      4,
    );
    expect(cluster(['PER', 'Jean Roux'], ['PER', 'Jan Roux'], ['PER', 'Jean Rous'])).toHaveLength(3);
  });
  it('writes a name with its accents, and not in capitals throughout', () => {
    expect(summary(cluster(['PER', 'ÉLODIE MARCHAL'], ['PER', 'Élodie Marchal']))[0]).toMatch(/^PER Élodie Marchal/);
    expect(summary(cluster(['PER', 'Elodie Marchal'], ['PER', 'Elodie Marchal'], ['PER', 'Élodie Marchal']))[0]).toMatch(
      /^PER Élodie Marchal/,
    );
    expect(cluster(['PER', 'Bjørn Løvås'], ['PER', 'Bjorn Lovas'])).toHaveLength(1);
  });
  it('gives a firm’s name without its ending to the firm, whichever comes first', () => {
    expect(cluster(['ORG', 'Lanthier'], ['ORG', 'Lanthier Inc.'], ['ORG', 'Lanthier'])).toHaveLength(1);
    expect(cluster(['ORG', 'Lanthier'], ['ORG', 'Lanthier Records'])).toHaveLength(2);
  });
  it('gives a body’s first word to the only one named, whichever comes first', () => {
    expect(cluster(['ORG', 'Parlement'], ['ORG', 'Parlement varnien'])).toHaveLength(1);
    expect(cluster(['ORG', 'Parlement'], ['ORG', 'Parlement varnien'], ['ORG', 'Parlement sarnois'])).toHaveLength(3);
  });
  it('takes an alliance in parentheses for no acronym of its member', () => {
    expect(cluster(['ORG', 'Union des ports'], ['ORG', '(FLNKS'])).toHaveLength(2);
  });
  it('never joins across types', () => {
    expect(cluster(['PER', 'Orange'], ['LOC', 'Orange'], ['ORG', 'Orange'])).toHaveLength(3);
  });
});

describe('names in the order of a text, and who they are', () => {
  it.each<readonly [names: string, ...clusters: string[]]>([
    ['PER Jean Roux;PER Jean;PER Roux', 'PER Jean Roux ×3 = Jean, Roux'],
    ['PER Jean-Luc Roux;PER Jean-Luc', 'PER Jean-Luc Roux ×2 = Jean-Luc'],
    ['PER Jean Roux;PER J. Roux;PER P. Roux', 'PER Jean Roux ×2 = J. Roux', 'PER P. Roux ×1'],
    ['PER Jean Roux;PER Roux;PER Paul Roux;PER Roux;PER Roux', 'PER Jean Roux ×4 = Roux', 'PER Paul Roux ×1'],
    ['PER Roux;PER Jean Roux', 'PER Jean Roux ×2 = Roux'],
    ['PER Roux;PER Jean Roux;PER Paul Roux', 'PER Jean Roux ×2 = Roux', 'PER Paul Roux ×1'],
    ['PER Jean de La Roche;PER La Roche;PER de La Roche', 'PER Jean de La Roche ×3 = La Roche, de La Roche'],
    ['PER Jean Roux Martin;PER Jean Martin;PER Martin;PER Roux', 'PER Jean Roux Martin ×3 = Jean Martin, Martin', 'PER Roux ×1'],
    ['PER Jean Roux;PER Jean Rouxs', 'PER Jean Roux ×1', 'PER Jean Rouxs ×1'],
    ['PER Kristian Jorvasen;PER Kristian Jorvassen', 'PER Kristian Jorvasen ×2 = Kristian Jorvassen'],
    ['PER Kristian Jorvasen;PER Jorvassen', 'PER Kristian Jorvasen ×2 = Jorvassen'],
    ['PER Elizabeth II;PER Elizabeth', 'PER Elizabeth II ×2 = Elizabeth'],
    ['PER Jean Roux Jr.;PER Jean Roux', 'PER Jean Roux Jr. ×2 = Jean Roux'],
    ['PER Mohamed Vega;PER Mohammed Vega', 'PER Mohamed Vega ×2 = Mohammed Vega'],
    ['PER Alexandre Vega;PER Alex Vega', 'PER Alexandre Vega ×2 = Alex Vega'],
    ['PER Kate Vega;PER Katherine Vega', 'PER Katherine Vega ×2 = Kate Vega'],
    ['ORG Union des ports de Sarre;ORG UPS;ORG Union', 'ORG Union des ports de Sarre ×3 = UPS, Union'],
    [
      'ORG Parti socialiste;ORG PS;ORG Parti communiste;ORG PC;ORG Parti',
      'ORG Parti socialiste ×2 = PS',
      'ORG Parti communiste ×2 = PC',
      'ORG Parti ×1',
    ],
    ['ORG Ligue des ports;ORG (LDP', 'ORG Ligue des ports ×2 = LDP'],
    ['ORG Ligue des ports;ORG (Ligue', 'ORG Ligue des ports ×2 = Ligue'],
    ['ORG Lanthier SA;ORG Lanthier;ORG Lanthier Group', 'ORG Lanthier Group ×3 = Lanthier SA, Lanthier'],
    ['ORG Lanthier;ORG Lanthier Ltd', 'ORG Lanthier Ltd ×2 = Lanthier'],
    [
      'ORG Université de Nantes;ORG Université de Rennes;ORG Université',
      'ORG Université de Nantes ×1',
      'ORG Université de Rennes ×1',
      'ORG Université ×1',
    ],
    ['ORG Commission européenne;ORG Commission', 'ORG Commission européenne ×2 = Commission'],
    ['ORG Commission;ORG Commission européenne', 'ORG Commission européenne ×2 = Commission'],
    [
      'ORG Conseil de sécurité de Varnie;ORG Conseil de sécurité;ORG Conseil',
      'ORG Conseil de sécurité de Varnie ×3 = Conseil de sécurité, Conseil',
    ],
    ['ORG Le Monde;ORG Monde', 'ORG Le Monde ×2 = Monde'],
    ["ORG L'Équipe;ORG Équipe", "ORG L'Équipe ×2 = Équipe"],
    [
      'ORG ONU;ORG Nations unies;ORG Organisation des Nations unies',
      'ORG Organisation des Nations unies ×3 = ONU, Nations unies',
    ],
    ['LOC États-Unis;LOC USA;LOC Etats-Unis', 'LOC États-Unis ×3 = USA, Etats-Unis'],
    ['LOC Nantes;LOC (Loire', 'LOC Nantes ×1', 'LOC Loire ×1'],
    ['MISC Tour du lac 2015;MISC Tour du lac', 'MISC Tour du lac 2015 ×2 = Tour du lac'],
    ['MISC Tour du lac 2015;MISC Tour du lac 2015;MISC Tour du lac 2016', 'MISC Tour du lac 2015 ×2', 'MISC Tour du lac 2016 ×1'],
    ['MISC Coupe du monde;MISC Coupe du monde 2018', 'MISC Coupe du monde 2018 ×2 = Coupe du monde'],
    ['PER Vega;LOC Vega;PER Tim Vega', 'PER Tim Vega ×2 = Vega', 'LOC Vega ×1'],
    ['PER Élodie Marchal;PER ELODIE MARCHAL;PER Elodie Marchal', 'PER Élodie Marchal ×3 = ELODIE MARCHAL, Elodie Marchal'],
    ['PER Anna Maria Vega;PER Anna Vega;PER Maria Vega', 'PER Anna Maria Vega ×3 = Anna Vega, Maria Vega'],
    ['PER Jean Roux;PER Léa Roux;PER Jean Roux;PER Roux', 'PER Jean Roux ×3 = Roux', 'PER Léa Roux ×1'],
    ['PER Jean Roux;PER Léa Roux;PER Léa Roux;PER Roux', 'PER Jean Roux ×1', 'PER Léa Roux ×3 = Roux'],
  ])('%s', (names, ...clusters) => {
    const mentions = names.split(';').map((name): [EntityType, string] => {
      const space = name.indexOf(' ');
      return [name.slice(0, space) as EntityType, name.slice(space + 1)];
    });
    expect(summary(cluster(...mentions))).toEqual(clusters);
  });
});
