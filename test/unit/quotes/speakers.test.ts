import { describe, expect, it } from 'vitest';
import { analyse } from '../entities/helpers';

/** Who says each quotation of a French article, by name, with the entity layer as shipped. */
const speakers = (text: string): string[] =>
  analyse(text, 'fr')
    .quotes.filter((quotation) => quotation.kind !== 'scare' && quotation.kind !== 'title')
    .map((quotation) => quotation.speakerName ?? '-');

describe('who a mention of the speaker means, in an article', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a participle tells the gender of a name that men and women bear',
      'Sasha Morvil, née en 1990 à Tolvanne, a gagné la course. « Je n’y croyais plus », a-t-elle avoué. Son entraîneur, Claude Hébrard, est fier. « C’est une guerrière », a-t-il dit.',
      ['Sasha Morvil', 'Claude Hébrard'],
    ],
    [
      'a sentence’s first participle does too, against the list of given names',
      'Interrogée par la radio, Claude Ferrand a défendu son bilan. « J’ai fait ce que j’ai pu », a assuré l’ancienne ministre. Son successeur, Hugo Plantin, est plus sévère. « Tout est à refaire », juge-t-il.',
      ['Claude Ferrand', 'Hugo Plantin'],
    ],
    [
      'a role that contradicts the list of given names leaves the gender open',
      'La ministre des Ports, Camille Arvoux, était à Velmont lundi. Dominique Fauré, président du syndicat des dockers, l’attendait. « Nous voulons des actes », a-t-il lancé. « Vous les aurez », a promis la ministre.',
      ['Dominique Fauré', 'Camille Arvoux'],
    ],
    [
      'the head of the government, in the feminine, is the first minister',
      'La première ministre, Nadia Ferrer, a parlé hier. « L’effort sera partagé », a annoncé la cheffe du gouvernement.',
      ['Nadia Ferrer'],
    ],
    [
      'an epithet with an adjective, of a man that the noun calls she',
      'Morgane Estrel a été élue présidente de l’Union des pêcheurs. « La mer est à nous », a lancé la nouvelle présidente. La star du club, Nico Valdez, part. « Je reviendrai », a promis la star brimandaise.',
      ['Morgane Estrel', 'Nico Valdez'],
    ],
    [
      'an age stands between a name and what its bearer is',
      'Gwen Arzel, 12 ans, collégien à Courzieu, a trouvé une amphore. « Je pêchais », raconte le garçon.',
      ['Gwen Arzel'],
    ],
    [
      'an institution without a name of its own is what the pronoun means',
      'La police de Tolvanne a arrêté deux hommes. Elle précise que les suspects sont connus. Le commissaire Bertrand Loriot dirige l’enquête. Il assure que « tout va vite ».',
      ['police de Tolvanne', 'Bertrand Loriot'],
    ],
    [
      'a body without a name of its own is meant by the pronoun of its gender alone',
      'Le maire, Paul Morel, a parlé lundi. « Rien à dire », a répondu la préfecture de Tolvanne. Il assure que la ville est calme. Elle ajoute que tout va bien.',
      ['préfecture de Tolvanne', 'Paul Morel', 'préfecture de Tolvanne'],
    ],
    [
      'the pronoun of the other gender means nobody where nobody else is there',
      '« La digue tiendra », a promis le parquet de Tolvanne. Elle ajoute que la mer monte. Il précise que la ville est calme.',
      ['parquet de Tolvanne', '-', 'parquet de Tolvanne'],
    ],
    [
      'words without a cue are said by who came last, not first',
      'Au port, longue rencontre de Paul Morel et d’Anne Roux. « Nous avons parlé de tout ce qui compte. »',
      ['Anne Roux'],
    ],
    [
      'celle-ci is what was named last, though no subject',
      'L’université de Velmont a publié ses chiffres. Selon celle-ci, le nombre d’étudiants a doublé. Le recteur, Jean Maurel, s’en félicite. « C’est un succès », dit celui-ci.',
      ['université de Velmont', 'Jean Maurel'],
    ],
    [
      'a noun that the name of an organisation begins with',
      'Le musée de la Mer expose un squelette. La conservatrice, Aude Guérin, l’a daté. « Il a six siècles », annonce la scientifique. Le musée précise que l’entrée est gratuite.',
      ['Aude Guérin', 'musée de la Mer'],
    ],
    [
      'the only husband of the article is his wife’s',
      'Véra Lindt et son mari Oskar ont fui la ville. « Nous avions dix minutes », raconte-t-elle. Son mari ajoute que la maison a brûlé.',
      ['Véra Lindt', 'Oskar'],
    ],
    [
      'a spokesperson speaks for the body that the text calls so elsewhere',
      'Le groupe Navalor va fermer son usine de Courzieu. « La demande s’effondre », justifie l’entreprise dans un communiqué. Selon un porte-parole de Navalor, « aucun licenciement n’est prévu ».',
      ['Navalor', 'Navalor'],
    ],
    [
      'a title is no part of the name',
      'Le directeur de l’hôpital de Velmont, Simon Arnal, et la cheffe des urgences, Dr Lise Bonnard, ont alerté. « Nous manquons de lits », dit le directeur. « Les équipes sont épuisées », ajoute la médecin.',
      ['Simon Arnal', 'Lise Bonnard'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});
