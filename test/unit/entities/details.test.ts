import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../server/src/core/analysis';
import { analyse, mentionsOf } from './helpers';

const entity = (text: string, name: string, language = 'fr'): Entity | undefined =>
  analyse(text, language).entityIndex.find((candidate) => candidate.name === name);

describe('roles, gender and number', () => {
  it('reads a role before the name, behind a comma', () => {
    const found = entity(
      'Le secrétaire du Conseil de sécurité de la Russie, Nikolaï Patrouchev, est arrivé hier.',
      'Nikolaï Patrouchev',
    );
    expect(found?.role).toBe('secrétaire du Conseil de sécurité de la Russie');
    expect(found?.gender).toBe('m');
  });
  it('reads a role right before the name, and the gender off the article', () => {
    const found = entity('Selon la ministre de la Santé Agnès Buzyn, la loi sera votée.', 'Agnès Buzyn');
    expect(found).toMatchObject({ role: 'ministre de la Santé', gender: 'f', number: 'sg' });
  });
  it('reads a role behind the name', () => {
    const found = entity('« Tout va bien », assure Martine Aubry, maire de Lille, devant les journalistes.', 'Martine Aubry');
    expect(found?.role).toBe('maire de Lille');
  });
  it('takes in what belongs to a role', () => {
    const found = entity("L'ancien président de la République Jacques Chirac est mort.", 'Jacques Chirac');
    expect(found?.role).toBe('ancien président de la République');
  });
  it('takes a verb for no part of a role', () => {
    const found = entity('Le président a reçu Angela Merkel à Paris.', 'Angela Merkel');
    expect(found?.role).toBeUndefined();
  });
  it('gives no role to whom the role belongs', () => {
    expect(entity('Selon le frère aîné de Martine Aubry, la fête aura lieu.', 'Martine Aubry')?.role).toBeUndefined();
    expect(entity('Il fut ministre sous Martine Aubry pendant deux ans.', 'Martine Aubry')?.role).toBeUndefined();
  });
  it('takes the nearer of two persons’ roles', () => {
    const role = entity("L'avocat du président américain Barack Obama a répondu.", 'Barack Obama')?.role;
    expect(role).toBe('président américain');
    expect(entity("L'avocat du ministre de la Pêche, Jean Roy, a répondu.", 'Jean Roy')?.role).toBe(
      'avocat du ministre de la Pêche',
    );
  });
  it('takes a participle with its object for no role', () => {
    expect(entity('Claire Dubois, représentant la Norvège, a gagné.', 'Claire Dubois')?.role).toBeUndefined();
    expect(entity('Claire Dubois, représentante de la Norvège, a gagné.', 'Claire Dubois')?.role).toBe(
      'représentante de la Norvège',
    );
  });
  it('takes an English sentence whose company names somebody for no role', () => {
    for (const verb of ['named', 'appointed', 'praised']) {
      const found = entity(`General Motors today ${verb} Anna Sarna for it.`, 'Anna Sarna', 'en');
      expect(found).toBeDefined();
      expect(found?.role).toBeUndefined();
    }
    expect(entity('The former general Anna Sarna has resigned.', 'Anna Sarna', 'en')?.role).toBe('former general');
  });
  it('reads a role behind an age', () => {
    expect(entity('Jean Kermadec, 73 ans, gardien du phare de Valbrume, a tout vu.', 'Jean Kermadec')?.role).toBe(
      'gardien du phare de Valbrume',
    );
    expect(entity('Anna Kermadec, 45, a teacher from Leeds, saw it all.', 'Anna Kermadec', 'en')?.role).toBe(
      'teacher from Leeds',
    );
    expect(entity('On a vu Paul Martin, père de famille de 49 ans, hier.', 'Paul Martin')?.role).toBe('père de famille');
  });
  it('reads a role of two words with a hyphen', () => {
    const spokeswoman = entity('Selon la porte-parole du gouvernement, Dominique Martin, tout va bien.', 'Dominique Martin');
    expect(spokeswoman).toMatchObject({ role: 'porte-parole du gouvernement', gender: 'f' });
    expect(entity('Paul Martin, porte-parole de la mairie, se tait.', 'Paul Martin')?.role).toBe('porte-parole de la mairie');
  });
  it('reads a role around a party in parentheses, and before a title that tells no gender', () => {
    expect(entity('Le maire (PS) de Lyon, Antoine Martin, a réagi.', 'Antoine Martin')?.role).toBe('maire (PS) de Lyon');
    expect(entity('Antoine Martin (PS), maire de Lyon, a réagi.', 'Antoine Martin')?.role).toBe('maire de Lyon');
    const lawyer = "L'avocate de la famille, Me Claire Martin, fera appel.";
    expect(entity(lawyer, 'Claire Martin')?.role).toBe('avocate de la famille');
  });
  it('joins two roles', () => {
    const before = "L'ancien préfet et actuel maire de Nantes, Paul Martin, a démissionné.";
    expect(entity(before, 'Paul Martin')?.role).toBe('ancien préfet et actuel maire de Nantes');
    const behind = 'We agree, said Paul Martin, Chairman and Chief Executive of Martin Docks.';
    expect(entity(behind, 'Paul Martin', 'en')?.role).toBe('Chairman and Chief Executive of Martin Docks');
  });
  it('takes in the nouns before an English role', () => {
    const role = (text: string): string | undefined => entity(text, 'Anna Martin', 'en')?.role;
    expect(role("We know, said the ministry's spokeswoman, Anna Martin.")).toBe("ministry's spokeswoman");
    expect(role('Yesterday Ford CEO Anna Martin resigned.')).toBe('Ford CEO');
    expect(role('Anna Martin, the Japanese minister of fisheries, said no.')).toBe('Japanese minister of fisheries');
    expect(role('Reporters met Anna Martin, a Ford spokeswoman, in London.')).toBe('Ford spokeswoman');
    expect(role('The former US ambassador to Japan Anna Martin spoke.')).toBe('former US ambassador to Japan');
    expect(role("The FBI never does. Jones's brother Anna Martin said so.")).toBe("Jones's brother");
    expect(role('The next day President Anna Martin resigned.')).toBe('President');
  });
  it('reads a role behind which a title or a people stands', () => {
    expect(entity('The Prime Minister of Canada, Mr. Paul Martin, was there.', 'Paul Martin', 'en')?.role).toBe(
      'Prime Minister of Canada',
    );
    const found = entity("La championne d'Europe en titre, la Norvégienne Kjersti Martin, a gagné.", 'Kjersti Martin');
    expect(found).toMatchObject({ role: "championne d'Europe en titre", gender: 'f' });
  });
  it('takes a role at the beginning of a sentence', () => {
    expect(entity('Il a plu. Maire de Nantes, Paul Martin était là.', 'Paul Martin')?.role).toBe('Maire de Nantes');
  });
  it('takes the subject of the next clause for no role', () => {
    const text = 'According to Paul Martin, a detective of the harbour police was there.';
    expect(entity(text, 'Paul Martin', 'en')?.role).toBeUndefined();
    expect(entity('Selon Paul Martin, un agent du port est venu.', 'Paul Martin')?.role).toBeUndefined();
  });
  it('takes a kinsman’s word for a role only with whose it is', () => {
    expect(entity('Il a salué son frère Paul Martin hier.', 'Paul Martin')?.role).toBeUndefined();
    expect(entity("Paul Martin, frère d'Anne Martin, est venu hier.", 'Paul Martin')?.role).toBe("frère d'Anne Martin");
    const mother = entity(
      'He wanted to speak to his mother, Daniel Kermadec recalled on Monday in London.',
      'Daniel Kermadec',
      'en',
    );
    expect(mother?.role).toBeUndefined();
    expect(mother?.gender).not.toBe('f');
  });
  it('prefers a role that says more to a single word', () => {
    const text = 'Apple CEO Paul Martin is ill.\n\nPaul Martin, the chief executive officer of Apple Inc., resigned on Monday.';
    expect(entity(text.replace('Apple CEO', 'The CEO'), 'Paul Martin', 'en')?.role).toBe('chief executive officer of Apple Inc.');
  });
  it('ends a role where another noun phrase begins', () => {
    expect(entity("La championne en titre l'Américaine Claire Dubois a gagné.", 'Claire Dubois')?.role).toBeUndefined();
  });
  it('takes the fullest form of the first role', () => {
    const text =
      "Le ministre Jean Roy est arrivé.\n\nJean Roy, ministre des Ports, n'a rien dit. Jean Roy, père de famille, est reparti.";
    expect(entity(text, 'Jean Roy')?.role).toBe('ministre des Ports');
  });
  it('knows given names', () => {
    expect(entity('Hier, Claire Dubois a gagné la course à Lyon.', 'Claire Dubois')?.gender).toBe('f');
    expect(entity('Hier, Antoine Dubois a gagné la course à Lyon.', 'Antoine Dubois')?.gender).toBe('m');
  });
  it('tells a plural by the article', () => {
    expect(entity('Une mission des Nations unies est arrivée à Bamako.', 'Nations unies')?.number).toBe('pl');
  });
});

describe('places', () => {
  it('bears country, coordinates and inhabitants', () => {
    const place = entity('Le président est arrivé à Moscou mardi soir.', 'Moscou')?.place;
    expect(place?.country).toBe('RU');
    expect(place?.latitude).toBeCloseTo(55.75, 1);
    expect(place?.longitude).toBeCloseTo(37.62, 1);
    expect(place?.population).toBeGreaterThan(5_000_000);
  });
  it('bears nothing of a namesake in another country than the article says', () => {
    expect(entity('A storm hit Paris, Texas, on Monday.', 'Paris', 'en')?.place).toBeUndefined();
    expect(entity('Une tempête a touché Paris (Texas) lundi.', 'Paris')?.place).toBeUndefined();
    expect(entity('A storm hit Houston, Texas, on Monday.', 'Houston', 'en')?.place?.country).toBe('US');
    expect(entity('Il vit à Lyon, France, depuis lundi.', 'Lyon')?.place?.country).toBe('FR');
  });
  it('is the one that the language’s readers think of, and no small town of a state’s or continent’s name', () => {
    const country = (text: string, name: string, language?: string): string | undefined =>
      entity(text, name, language)?.place?.country;
    expect(country('The senator flew to Washington on Monday.', 'Washington', 'en')).toBe('US');
    expect(country('The talks were held in Geneva on Monday.', 'Geneva', 'en')).toBe('CH');
    expect(country('Il est arrivé à Brest lundi soir.', 'Brest')).toBe('FR');
    expect(country('The storm reached Florida on Monday.', 'Florida', 'en')).toBeUndefined();
    expect(country('Prices fell in Asia on Monday.', 'Asia', 'en')).toBeUndefined();
    expect(country('Il est arrivé à Québec lundi soir.', 'Québec')).toBe('CA');
  });
  it('bears the code of a country', () => {
    expect(entity('Le président est arrivé au Kenya mardi soir.', 'Kenya')?.place?.country).toBe('KE');
  });
});

describe('what news looks like', () => {
  it('parts places side by side', () => {
    expect(mentionsOf('La ligne Paris-Berlin sera prolongée.')).toEqual(['LOC Paris', 'LOC Berlin']);
  });
  it('finds the name behind a prefix, and none in an adjective', () => {
    expect(mentionsOf('La lutte anti-Daech continue.')).toEqual(['ORG Daech']);
    expect(mentionsOf('Un accord franco-allemand a été signé.')).toEqual([]);
  });
  it('ends a photographer before the caption begins', () => {
    const found = mentionsOf(
      "© AFP Photo/ Marie Lopez Le maire de Nantes quitte l'assemblée\n\nLa séance a duré toute la nuit, selon la ville.",
    );
    expect(found.slice(0, 3)).toEqual(['ORG AFP Photo', 'PER Marie Lopez', 'LOC Nantes']);
  });
  it('parts a place off an office where a heading runs on', () => {
    const text =
      'Ministère italien de la Culture Rome répond aux critiques\n\nLa décision sera prise lundi, a-t-on appris à Rome.';
    expect(mentionsOf(text).slice(0, 2)).toEqual(['ORG Ministère italien de la Culture', 'LOC Rome']);
  });
  it('gives a place inside an institution as nested', () => {
    const { entities } = analyse('La Cour suprême du Canada a rendu sa décision.');
    const outer = entities.find((mention) => mention.type === 'ORG');
    expect(outer?.text).toBe('Cour suprême du Canada');
    expect(entities.find((mention) => mention.nested)).toMatchObject({ text: 'Canada', type: 'LOC' });
  });
  it('takes straight and wiki spacing alike', () => {
    const tight = mentionsOf('« Nous irons à Lyon », a dit Paul Martin.');
    expect(tight).toEqual(mentionsOf('« Nous irons à Lyon » , a dit Paul Martin .'));
    expect(tight).toEqual(['LOC Lyon', 'PER Paul Martin']);
  });
  it("takes an organisation's two words that the lists know for no person", () => {
    expect(mentionsOf("Rossiyskaya Gazeta cite l'Otan.")).toEqual(['ORG Rossiyskaya Gazeta', 'ORG Otan']);
  });
  it('finds places that are written in small letters, and none in other small words', () => {
    expect(mentionsOf('we flew from london to california last summer', 'en')).toEqual(['LOC london', 'LOC california']);
    expect(mentionsOf('the soup was cold and the nice waiter said sorry', 'en')).toEqual([]);
  });
  it('takes a place whole that the lists know whole', () => {
    expect(mentionsOf('Rigs in the Gulf of Mexico were shut on Monday.', 'en')).toEqual(['LOC Gulf of Mexico']);
  });
  it('finds no names in a heading with a capital at every word', () => {
    expect(mentionsOf('Great Service And Friendly Staff', 'en')).toEqual([]);
  });
  it('takes a family name for the person whom the article names in full', () => {
    const text =
      '“We are waiting,” Ports Minister Elise Kermadec told reporters.\n\n“We will see,” said Kermadec, who took office in January.';
    expect(mentionsOf(text, 'en')).toEqual(['PER Elise Kermadec', 'PER Kermadec']);
  });
  it('finds names in English', () => {
    expect(mentionsOf('John Smith flew from London to New York with British Airways.', 'en')).toEqual([
      'PER John Smith',
      'LOC London',
      'LOC New York',
      'ORG British Airways',
    ]);
  });
});

describe('what tells gender', () => {
  it('a given name that stands alone, unless it may be a family name', () => {
    expect(entity('Hier, Antoine est arrivé à Lyon. Selon Antoine, tout va bien.', 'Antoine')?.gender).toBe('m');
  });
  it('the name of a people, whatever the lists say of the given name', () => {
    expect(entity("Hier, l'Australienne Andrea Martin a gagné.", 'Andrea Martin')?.gender).toBe('f');
    expect(entity('Hier, le Français Camille Martin a gagné.', 'Camille Martin')?.gender).toBe('m');
  });
  it('a title before roles, and no noun of the sentence before', () => {
    expect(entity("Elle aimait la reine. Antoine Dubois n'aimait personne.", 'Antoine Dubois')?.gender).toBe('m');
    expect(entity("Selon l'avocat de Mme Dubois, le maire, tout va bien. Mme Dubois est d'accord.", 'Dubois')?.gender).toBe('f');
  });
});

describe('who is meant by a name', () => {
  const named = (text: string, language = 'fr'): string[] =>
    analyse(text, language)
      .entityIndex.filter(({ type }) => type === 'PER')
      .map(({ name, mentions }) => `${name} ×${mentions}`);
  it('a title tells which of a family', () => {
    const text =
      'Antoine Kermadec a épousé Claire Kermadec en 1998. M. Kermadec est maire. Mme Kermadec est juge. M. Kermadec se tait.';
    expect(named(text)).toEqual(['Antoine Kermadec ×3', 'Claire Kermadec ×2']);
  });
  it('a title of the other gender tells somebody else', () => {
    expect(named('Antoine Dubois a démissionné hier. Selon Mme Dubois, tout va bien. Dubois se tait.')).toEqual([
      'Antoine Dubois ×2',
      'Dubois ×1',
    ]);
  });
  it('a plural means the family', () => {
    const text = 'Antoine Dubois a gagné hier. Les frères Dubois sont rentrés à Nantes. Antoine Dubois se tait.';
    expect(named(text)).toEqual(['Antoine Dubois ×2', 'Dubois ×1']);
    expect(entity(text, 'Dubois')?.number).toBe('pl');
  });
  it('a pope is no politician of his name', () => {
    expect(named('François Kermadec a été reçu à Rome hier. Le pape François a salué François Kermadec.')).toEqual([
      'François Kermadec ×2',
      'François ×1',
    ]);
  });
  it('the one named most often bears the family name alone', () => {
    const text =
      'Antoine Kermadec est arrivé à Nantes. Antoine Kermadec est venu avec sa femme, Claire Kermadec. Kermadec a dit qu’il était heureux.';
    expect(named(text)).toEqual(['Antoine Kermadec ×3', 'Claire Kermadec ×1']);
  });
});
