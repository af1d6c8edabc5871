import { describe, expect, it } from 'vitest';
import { analyse, mentionsOf } from './helpers';

const namesOf = (text: string, type: string, language = 'fr'): string[] =>
  analyse(text, language)
    .entities.filter((mention) => !mention.nested && mention.type === type)
    .map((mention) => mention.text);

describe('names of one document', () => {
  it('are found wherever their words stand alone, once they were found as often', () => {
    const text =
      'The Guardian reported on Monday that two ships were late. The crews had waited, and the Guardian’s editor was told.';
    expect(namesOf(text, 'ORG', 'en')).toEqual(['Guardian', 'Guardian']);
  });
  it('are acronyms that their full names spell', () => {
    const text =
      "L'Union des Pêcheurs de Tolvanne a voté hier. Selon la direction, l'UPT refuse la baisse des quotas et demande un délai.";
    expect(namesOf(text, 'ORG')).toContain('UPT');
  });
  it('are both persons of a compound of two', () => {
    const text =
      'Odile Sarna et Gilles Kermadec ont couru ensemble hier à Lyon. Le duo Sarna-Kermadec est troisième avant la dernière étape.';
    const persons = namesOf(text, 'PER');
    expect(persons).toEqual(['Odile Sarna', 'Gilles Kermadec', 'Sarna', 'Kermadec']);
  });
  it('leave a compound whole that is one name', () => {
    expect(mentionsOf('Marie-Claude est partie. Jean-Marcel Sarna a vu Saint-Denis.')).toContain('PER Jean-Marcel Sarna');
  });
  it('are organisations that the lists know as nothing else', () => {
    expect(mentionsOf('Boeing said on Monday that ten jets had been ordered.', 'en')).toEqual(['ORG Boeing']);
  });
});

describe('what is no name', () => {
  it('a currency’s country', () => {
    expect(mentionsOf('The ship was sold for US$20 million.', 'en')).toEqual([]);
  });
  it('parts of addresses', () => {
    expect(mentionsOf('Voyez www.Tolvanne.fr et https://www.LeMonde.fr/Article pour la suite.')).toEqual([]);
  });
  it('small words of headings in capitals', () => {
    expect(mentionsOf('STORM HITS COAST OF PORTUGAL', 'en')).toEqual(['LOC PORTUGAL']);
  });
  it('the state in what its head is called, but in its own right', () => {
    expect(mentionsOf("Le Kremlin a démenti que le chef de l'Etat soit malade.")).toEqual(['ORG Kremlin']);
  });
  it('a verb that is a given name too', () => {
    expect(namesOf('Shares in Johnson rose on Tuesday.', 'PER', 'en')).not.toContain('Johnson rose');
  });
});

describe('names by their form', () => {
  it('a street begins with the word for it', () => {
    expect(mentionsOf('Un homme a été blessé 31, rue du maréchal de Luxembourg à Nancy.')).toEqual([
      'LOC rue du maréchal de Luxembourg',
      'LOC Nancy',
    ]);
    expect(mentionsOf("L'accident s'est produit place Bellecour.")).toEqual(['LOC place Bellecour']);
    expect(mentionsOf('La mise en place de la taxe a surpris la France.')).toEqual(['LOC France']);
  });
  it('a government is called by its head', () => {
    expect(mentionsOf('Le gouvernement Raffarin a échoué.')).toEqual(['PER Raffarin']);
    expect(mentionsOf('Le gouvernement Sarnane et le gouvernement Jospin ont échoué.')).toEqual(['PER Sarnane', 'PER Jospin']);
  });
  it('an airport ends with the noun for it', () => {
    expect(mentionsOf('The jet was due to fly to Chiang Mai International Airport on Sunday.', 'en')).toEqual([
      'LOC Chiang Mai International Airport',
    ]);
  });
  it('a body is known by the noun for it', () => {
    expect(mentionsOf('As the Norland Mortgage Brokers Association reported, late payments rose.', 'en')).toEqual([
      'ORG Norland Mortgage Brokers Association',
    ]);
  });
  it('a court is none of the places', () => {
    expect(mentionsOf('The High Court in Mumbai disagreed with the ministers.', 'en')).toEqual(['ORG High Court', 'LOC Mumbai']);
  });
  it('a place stands before the participle of a compound', () => {
    expect(mentionsOf('The New York-based firm was sold to a London-listed rival.', 'en')).toEqual([
      'LOC New York',
      'LOC London',
    ]);
  });
  it('a junior is no other person', () => {
    expect(namesOf('They met Martin Luther King Jr. on Monday.', 'PER', 'en')).toEqual(['Martin Luther King Jr.']);
  });
  it('a country of two words is taken whole', () => {
    expect(mentionsOf('New Zealand begins to consider a change of its flag.', 'en')).toEqual(['LOC New Zealand']);
  });
  it('a dateline names a place, a heading none', () => {
    expect(mentionsOf('MIRECOURT. _ Le club est troisième.')).toEqual(['LOC MIRECOURT']);
    expect(mentionsOf('RENNES, 3 mars (Reuters) – Deux hommes ont été arrêtés.')).toContain('LOC RENNES');
    expect(namesOf('TENNIS. _ Plusieurs joueurs sont arrivés hier soir.', 'LOC')).toEqual([]);
  });
});
