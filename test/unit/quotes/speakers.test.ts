import { describe, expect, it } from 'vitest';
import { analyse } from '../entities/helpers';

/** Who says each quotation of an article, by name, with the entity layer as shipped. */
const speakers = (text: string, language = 'fr'): string[] =>
  analyse(text, language)
    .quotes.filter((quotation) => quotation.kind !== 'scare' && quotation.kind !== 'title')
    .map((quotation) => quotation.speakerName ?? '-');

describe('who a mention of the speaker means, in an article', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a first name that a list of some far-off country gives the other gender',
      'Olga Varnel dirige le moulin. Nathan Ferrand, meunier, était assis à ses côtés. « Je ne vendrai pas », a-t-elle dit.',
      ['Olga Varnel'],
    ],
    [
      'half of a double family name is somebody else’s whole one',
      'Anne Roux-Morel a vendu la maison. Roux-Morel vit à Tolvanne, et Roux-Morel s’y plaît. Son mari, Jean Roux, garde le bateau. Roux a déclaré que le lac était calme.',
      ['Jean Roux'],
    ],
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
      'Le laboratoire de la Mer expose un squelette. La conservatrice, Aude Guérin, l’a daté. « Il a six siècles », annonce la scientifique. Le laboratoire précise que l’entrée est gratuite.',
      ['Aude Guérin', 'laboratoire de la Mer'],
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

describe('who is meant, told in few words', () => {
  it.each<readonly [text: string, ...speakers: string[]]>([
    [
      "La ministre Claire Martin est venue à Nantes. Paul Roux, maire de Nantes, l'a reçue. « La digue tient », a-t-elle dit. « Elle cède », a-t-il répondu.",
      'Claire Martin',
      'Paul Roux',
    ],
    ['Paul Roux a reçu Claire Martin. Il a dit que la digue tient. Elle a dit que le pont tombe.', 'Paul Roux', 'Claire Martin'],
    ['Claire Martin a reçu Paul Roux. Il a dit que la digue tient. Elle a dit que le pont tombe.', 'Paul Roux', 'Claire Martin'],
    ['Claire Martin, ministre de la Mer, est venue à Nantes. La ministre a dit que la digue tient.', 'Claire Martin'],
    [
      'Claire Martin, ministre de la Mer, est venue avec Paul Roux, maire de Nantes. Le maire a dit que la digue tient. La ministre a dit que le pont tombe.',
      'Paul Roux',
      'Claire Martin',
    ],
    // who spoke last has no name
    ['Paul Roux est venu. Un voisin a dit que la digue tient. Il a ajouté que le pont tombe.', '-', '-'],
    ['Paul Roux est venu. Une voisine a dit que la digue tient. Il a ajouté que le pont tombe.', '-', 'Paul Roux'],
    ['Paul Roux est venu.\n\n« La digue tient », dit un voisin.\n\n« Le pont tombe », ajoute-t-il.', '-', '-'],
    // a first name of men and women
    ['Claude Roux vit à Nantes. Elle a dit que la digue tient.', 'Claude Roux'],
    ['Camille Roux a été élu. Il a dit que la digue tient.', 'Camille Roux'],
    ['Paul Roux, lui, a dit que la digue tient.', 'Paul Roux'],
    ['Claire Martin est venue. Anne Roux aussi. Cette dernière a dit que la digue tient.', 'Anne Roux'],
    [
      "Claire Martin est venue. « La digue tient », a dit l'élue. « Le pont tombe », a ajouté l'ancienne ministre.",
      'Claire Martin',
      'Claire Martin',
    ],
    ['Paul Roux, 42 ans, est né à Nantes. Le quadragénaire a dit que la digue tient.', 'Paul Roux'],
    ['M. Roux et Mme Martin sont venus. M. Roux a dit que la digue tient. Mme Martin a dit que le pont tombe.', 'Roux', 'Martin'],
    [
      'Paul Roux et sa femme Claire Roux sont venus. Mme Roux a dit que la digue tient. M. Roux a dit que le pont tombe.',
      'Claire Roux',
      'Paul Roux',
    ],
    ["Selon l'avocat de Paul Roux, la digue tient. Il a dit que le pont tombe.", '-', 'Paul Roux'],
    [
      "L'Union des ports (UDP) a défilé. L'UDP a dit que la digue tient. Selon l'organisation, le pont tombe. Le syndicat a dit qu'il pleut.",
      'Union des ports',
      'Union des ports',
      'Union des ports',
    ],
    [
      "La société Lanthier a licencié. L'entreprise a dit que la digue tient. Elle a dit que le pont tombe.",
      'Lanthier',
      'Lanthier',
    ],
    ['La Russie a bombardé. Moscou a dit que la digue tient. Le Kremlin a dit que le pont tombe.', 'Moscou', 'Kremlin'],
    [
      'Claire Martin préside le club de Nantes. La présidente a dit que la digue tient. Sa présidence fut longue.',
      'Claire Martin',
    ],
    [
      'Le pape François est à Rome. Le pape a dit que la digue tient. Le souverain pontife a dit que le pont tombe.',
      'François',
      'François',
    ],
    ['Paul Roux est arrivé à Nantes. À Paris, Claire Martin attendait. Elle a dit que la digue tient.', 'Claire Martin'],
    ['Paul Roux est arrivé.\n\nLa mer était belle.\n\n« La digue tient », a-t-il dit.', 'Paul Roux'],
    [
      '« La digue tient », dit Claire Martin. Paul Roux en doute. « Le pont tombe », dit-il. « Non », répond-elle.',
      'Claire Martin',
      'Paul Roux',
      'Claire Martin',
    ],
    ['« La digue tient », a dit un pêcheur. « Le pont tombe », a ajouté le pêcheur.', '-', '-'],
    ['Un témoin, Paul Roux, a vu la digue. « Elle cède », a dit ce témoin.', 'Paul Roux'],
    ["Paul Roux l'a dit à Claire Martin : la digue tient. Elle n'a pas répondu qu'il mentait.", 'Paul Roux', 'Claire Martin'],
    ['Dans un entretien au Monde, Paul Roux a dit que la digue tient. Le journal écrit que le pont tombe.', 'Paul Roux', 'Monde'],
    ['Paul Roux est mort. Selon sa veuve, la digue tient. Selon ses amis, le pont tombe.', '-', '-'],
    [
      "Le président Paul Roux est à Paris. Le chef de l'État a dit que la digue tient. Le président de la République a dit que le pont tombe.",
      'Paul Roux',
      'Paul Roux',
    ],
    ['Le Premier ministre Paul Roux est à Paris. Le chef du gouvernement a dit que la digue tient.', 'Paul Roux'],
    ["Claire Martin (Parti vert) a défilé. L'écologiste a dit que la digue tient.", 'Claire Martin'],
    ['Le maire (sans étiquette) Paul Roux juge la digue « trop vieille ».', 'Paul Roux'],
    ['MM. Paul Roux et Marc Petit sont venus. « La digue tient », ont-ils dit.', 'Paul Roux ; Marc Petit'],
    [
      'Claire Martin et Paul Roux tiennent un bar. « La digue tient », dit le couple. Selon une étude de l’Insee, le pont tombe.',
      'Claire Martin ; Paul Roux',
      'Insee',
    ],
    ['Camille Roux est venue. Elle a dit que la digue tient.', 'Camille Roux'],
    ['Paul Roux a appelé Marc Petit. « La digue tient », a-t-il dit.', 'Paul Roux'],
    ['Paul Roux a été reçu par Marc Petit. « La digue tient », a-t-il dit.', 'Paul Roux'],
    ['Pour Paul Roux, la digue tient. Pour lui, le pont tombe.', 'Paul Roux', 'Paul Roux'],
    [
      "Selon Claire Martin, la digue tient. Selon elle, le pont tombe. D'après la ministre, il pleut.",
      'Claire Martin',
      'Claire Martin',
      'Claire Martin',
    ],
  ])('%s', (text, ...expected) => expect(speakers(text)).toEqual(expected));
  it.each<readonly [text: string, ...speakers: string[]]>([
    ['Paul Roux met Anna Martin. He said the dam holds. She said the bridge falls.', 'Paul Roux', 'Anna Martin'],
    ['Anna Martin met Paul Roux. He said the dam holds. She said the bridge falls.', 'Paul Roux', 'Anna Martin'],
    ['Anna Martin, the mayor of Leeds, came. The mayor said the dam holds.', 'Anna Martin'],
    ['Paul Roux came. Mr. Roux said the dam holds. Roux said the bridge falls.', 'Paul Roux', 'Paul Roux'],
    ['Paul Roux and Anna Roux came. Mrs. Roux said the dam holds. Mr. Roux said the bridge falls.', 'Anna Roux', 'Paul Roux'],
    ['Russia bombed. Moscow said the dam holds. The Kremlin said the bridge falls.', 'Moscow', 'Kremlin'],
    [
      'Paul Roux came. His lawyer said the dam holds. His lawyer, Anna Martin, said the bridge falls. She said it rains.',
      'Anna Martin',
      'Anna Martin',
      'Anna Martin',
    ],
    [
      '“The dam holds,” said Anna Martin. Paul Roux doubts it. “The bridge falls,” he said. “No,” she said.',
      'Anna Martin',
      'Paul Roux',
      'Anna Martin',
    ],
    ['“The dam holds,” said a fisherman. “The bridge falls,” the fisherman said.', '-', '-'],
    ['President Paul Roux came. The president said the dam holds.', 'Paul Roux'],
    ['Paul Roux called Mark Smith. “The dam holds,” he said.', 'Paul Roux'],
    ['According to Anna Martin, the dam holds. According to her, the bridge falls.', 'Anna Martin', 'Anna Martin'],
    ['Jordan Roux came. He said the dam holds.', 'Jordan Roux'],
    ['Paul Stone owns the mill. A neighbour said the dam leaks. He added that it is old.', '-', '-'],
    ['Lee Barker runs the mill. He said the dam leaks.', 'Lee Barker'],
    ['Lee Barker runs the mill. She said the dam leaks.', 'Lee Barker'],
    // ages
    ['“It was a dream,” said 23-year-old Owen Tarrant. The 23-year-old added that it rained.', 'Owen Tarrant', 'Owen Tarrant'],
    [
      'Paul Roux, 31, met Mark Smith, 44. The 44-year-old said the dam leaks. The 31-year-old denied that it leaks.',
      'Mark Smith',
      'Paul Roux',
    ],
    ['12 said the dam leaks.', '-'],
    // whose words a text or a spokesperson gives
    [
      'The raid is over, according to a news release from the Marlow Police Department. Two men fled, the release said.',
      'Marlow Police Department',
      'Marlow Police Department',
    ],
    ['A survey by the Ardle Institute in 2014 found that pupils drop German.', 'Ardle Institute'],
    ['A survey of bank data by the Ardle Institute found that prices fell.', 'Ardle Institute'],
    ['A spokesperson for Finland’s foreign ministry said the talks were over.', 'Finland’s foreign ministry'],
    ['A spokesman for Paul Roux said the dam leaks.', '-'],
    ['A statement said the dam leaks.', '-'],
    [
      'A spokesman for the Marlow Police Department said the dam leaks. He added that it is old.',
      'Marlow Police Department',
      '-',
    ],
    ['Swedish officials said the dam leaks. A US diplomat said it holds.', '-', '-'],
    // one of several is not who is meant by all
    ['Ann Reed, an analyst in Leeds, came. Analysts said prices fell. The local analysts said they rise.', '-', '-'],
    // a compound's head is its last noun
    ['Paul Roux, the defence minister, came. The defence ministry said the dam leaks.', 'defence ministry'],
    [
      'Senator Ann Reed met Paul Roux, an investment banker. The banker said the dam leaks. The senator denied that it leaks.',
      'Paul Roux',
      'Ann Reed',
    ],
    // bodies
    ['The Marlow Police Department came. Police said the dam leaks.', 'Marlow Police Department'],
    ['Police said the dam leaks. The Marlow Police Department came.', 'Marlow Police Department'],
    ['Police said the dam leaks.', '-'],
    ['The Ardle Foreign Ministry spoke. The ministry said the dam leaks.', 'Ardle Foreign Ministry'],
    ['The Red Lantern Brigades, a network of armed groups, said the dam leaks.', 'Red Lantern Brigades'],
    // two together
    ['Ann Reed and Tom Hale run a mill. They said the dam leaks.', 'Ann Reed ; Tom Hale'],
    ['Police met Ann Reed and Tom Hale. They said the dam leaks.', '-'],
    [
      'Ann Reed-Hale owes rent. Tom Hale said the dam leaks. The couple denied that it leaks.',
      'Tom Hale',
      'Ann Reed-Hale ; Tom Hale',
    ],
    ['A couple said the dam leaks.', '-'],
    ['“The dam leaks,” Anton Kempe, head of the League of Brick Makers (LBM) said.', 'Anton Kempe'],
  ])('%s', (text, ...expected) => expect(speakers(text, 'en')).toEqual(expected));
});

describe('who a mention of the speaker means, in an English article', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a first name that a list of some far-off country gives the other gender',
      'Nathan Pryce owns the field. Karen Whitlow, a miller, sat beside him. “I may sell,” he said. Mario Bessant runs the mill. Anna Crewe was there too. “I will not sell,” he said.',
      ['Nathan Pryce', 'Mario Bessant'],
    ],
    [
      'a name behind a noun for a person is the head, whatever “of” the body before it has in its name',
      'The rate will stay. “Prices are calm,” Bank of Arden governor Tom Hale said. University of Westmere professor Ann Reed told the Courier the river was rising.',
      ['Tom Hale', 'Ann Reed'],
    ],
    [
      'somebody’s wife is not he, whatever he is called',
      'The house stands empty. The wife of President Carl Dunn said the house was cold.',
      ['-'],
    ],
    ['nor is his lawyer', 'The trial went on. The lawyer for former mayor Ned Vane said the trial was fair.', ['-']],
  ])('%s', (_case, text, names) => {
    expect(speakers(text, 'en')).toEqual(names);
  });
});
