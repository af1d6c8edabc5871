import { expect, it } from 'vitest';
import { line, lines, quotesOf, table } from './quote';

table('what a verb says as a noun phrase', [
  [
    'an object with all that depends on it',
    "La mairie annonce la fermeture de la digue jusqu'au printemps.",
    "indirect ⟦la fermeture de la digue jusqu'au printemps⟧ <annonce> La mairie → mairie",
  ],
  ['a plural behind de', 'Le rapport relève de graves négligences.', 'indirect ⟦de graves négligences⟧ <relève> Le rapport'],
  [
    'an object behind those who are told',
    'Le maire a confirmé à la presse son départ.',
    'indirect ⟦son départ⟧ <a confirmé> Le maire',
  ],
  ['an imperative', 'Signalez toute douleur à la jambe.', 'indirect ⟦toute douleur à la jambe⟧ <Signalez>'],
  ['a refusal', "Le gardien refuse de révéler l'identité du visiteur.", "indirect ⟦l'identité du visiteur⟧ <révéler> Le gardien"],
  ['somebody says his own', 'La directrice a dit son inquiétude.', 'indirect ⟦son inquiétude⟧ <a dit> La directrice'],
  [
    'an expression with de',
    'La mairie fait état de retards importants.',
    'indirect ⟦retards importants⟧ <fait état> La mairie → mairie',
  ],
  [
    'what dont takes up',
    'Les mesures dont le maire a fait état sont faibles.',
    'indirect ⟦Les mesures dont le maire a fait état⟧ <a fait état>',
  ],
  [
    'those who are told and what of',
    'Le maire a informé les habitants de la coupure.',
    'indirect ⟦la coupure⟧ <a informé> Le maire',
  ],
  [
    'those who are told, in the passive',
    'Les patients doivent être avertis du risque de chute.',
    'indirect ⟦risque de chute⟧ <être avertis>',
  ],
  [
    'alerter sur',
    'La gendarmerie alerte sur une vague de vols.',
    'indirect ⟦une vague de vols⟧ <alerte> La gendarmerie → gendarmerie',
  ],
  ['répliquer par', 'Son rival réplique par un pamphlet.', 'indirect ⟦un pamphlet⟧ <réplique> Son rival'],
]);

table('what is said about somebody, denied, asked for', [
  [
    'judged',
    'Le syndicat critique la baisse des effectifs.',
    'indirect ⟦la baisse des effectifs⟧ <critique> Le syndicat → syndicat',
  ],
  ['denied', 'Le maire dément toute vente du stade.', 'indirect ⟦toute vente du stade⟧ <dément> Le maire'],
  ['foretold', "L'astrologue prédit la chute de l'empire.", "indirect ⟦la chute de l'empire⟧ <prédit> L'astrologue"],
  [
    'what que takes up',
    'Le problème que vous avez évoqué mérite un débat.',
    'indirect ⟦Le problème que vous avez évoqué⟧ <avez évoqué> vous',
  ],
  [
    'what the colon tells',
    "Le maire rappelle le but de la fête : aider l'école du port.",
    "indirect ⟦le but de la fête : aider l'école du port⟧ <rappelle> Le maire",
  ],
]);

table('passives and participles', [
  [
    'an agent is needed where the participle alone describes',
    'La réunion demandée par le maire aura lieu. Ce vin est très demandé.',
    'indirect ⟦La réunion⟧ <demandée> le maire',
  ],
  [
    'an insertion with dont',
    'Des réactions graves, dont certaines mortelles, ont été notifiées.',
    'indirect ⟦Des réactions graves, dont certaines mortelles⟧ <été notifiées>',
  ],
  ['the noun before a participle', 'Les travaux annoncés par le maire tombent.', 'indirect ⟦Les travaux⟧ <annoncés> le maire'],
  ['the noun behind a participle', 'Révélée au grand jour, cette affaire menace le port.', 'indirect ⟦cette affaire⟧ <Révélée>'],
  [
    'a subject with an insertion',
    'Chez les enfants, des vertiges, parfois sévères, ont été signalés.',
    'indirect ⟦des vertiges, parfois sévères⟧ <été signalés>',
  ],
  [
    'a subject with a participle of its own',
    'Des cas de somnolence liés à la chaleur ont été rapportés.',
    'indirect ⟦Des cas de somnolence liés à la chaleur⟧ <été rapportés>',
  ],
  [
    'a relative ends before the main verb',
    'Les réactions qui ont été rapportées depuis mars sont légères.',
    'indirect ⟦Les réactions qui ont été rapportées depuis mars⟧ <été rapportées>',
  ],
]);

table('passives that share what they say', [
  [
    'two relatives of one noun',
    "Les cas qui ont été signalés et qui n'ont pas été mentionnés plus haut sont graves.",
    "indirect ⟦Les cas qui ont été signalés et qui n'ont pas été mentionnés plus haut⟧ <été signalés>",
    "indirect ⟦Les cas qui ont été signalés et qui n'ont pas été mentionnés plus haut⟧ <été mentionnés>",
  ],
  [
    'a verb left out',
    "Des vertiges ont été signalés chez l'adulte et des nausées chez l'enfant.",
    'indirect ⟦Des vertiges … des nausées⟧ <été signalés>',
  ],
]);

table('in marks, at the head, without an article', [
  ['a noun without a determiner', 'Effets indésirables signalés chez les enfants', 'indirect ⟦Effets indésirables⟧ <signalés>'],
  ['a heading', 'Réponse de la Commission', 'indirect ⟦Réponse de la Commission⟧ <Réponse> la Commission → Commission'],
  ['a communiqué is no participle', 'Le communiqué est long.'],
  [
    'what is said about something',
    'Les députés ont des observations sur le budget.',
    'indirect ⟦des observations sur le budget⟧ <observations>',
  ],
  [
    'when and where belongs to what the source says',
    'En 1990, selon Anne Morel, la digue a cédé.',
    'indirect ⟦En 1990 … la digue a cédé⟧ <selon> Anne Morel → Anne Morel',
  ],
]);

table('what a noun is said to be', [
  ['ma réponse est que', 'Ma réponse est que la digue tient.', 'indirect ⟦la digue tient⟧ <réponse> Ma'],
  [
    'la suivante',
    'Ma première remarque est la suivante : le texte arrive trop tard.',
    'indirect ⟦le texte arrive trop tard⟧ <remarque> Ma',
  ],
  [
    'ce que nous demandons',
    "Ce que nous demandons, c'est l'égalité de traitement.",
    "indirect ⟦l'égalité de traitement⟧ <demandons> nous",
  ],
  ['in case of', 'En cas de fièvre, prévenez votre médecin.', 'indirect ⟦fièvre⟧ <prévenez>'],
]);

table('nouns for what was said', [
  ['a demonstrative', 'Cette déclaration a surpris le port.', 'indirect ⟦Cette déclaration⟧ <déclaration>'],
  [
    'the subject of the verb it is said with',
    "La Commission n'a donné aucune précision sur le calendrier.",
    'indirect ⟦aucune précision sur le calendrier⟧ <précision> La Commission → Commission',
  ],
  [
    "somebody's",
    'Les déclarations du maire sur la digue ont surpris.',
    'indirect ⟦Les déclarations du maire sur la digue⟧ <déclarations> maire',
  ],
  [
    'a noun alone in marks',
    'Le dossier contient ses « confessions » posthumes.',
    'mixed ⟦ses « confessions » posthumes⟧ <confessions>',
    'scare ⟦confessions⟧',
  ],
]);

table('clauses that nobody in particular owns', [
  ['the impersonal il', 'Il faut reconnaître que la digue tient.', 'indirect ⟦la digue tient⟧ <faut reconnaître>'],
  ['force est de', 'Force est de constater que la digue cède.', 'indirect ⟦la digue cède⟧ <constater>'],
  ['a first person plural', 'Rappelons que la digue date de 1902.', 'indirect ⟦la digue date de 1902⟧ <Rappelons>'],
  [
    'a request with que',
    'Nous demandons que la Commission publie ces chiffres.',
    'indirect ⟦la Commission publie ces chiffres⟧ <demandons> Nous',
  ],
  [
    'a request with an infinitive',
    'Le maire demande aux habitants de quitter le quai.',
    'indirect ⟦quitter le quai⟧ <demande> Le maire',
  ],
  [
    'the clause before, which le stands for',
    "C'est une réussite, et je le dis sans flatter personne.",
    "indirect ⟦C'est une réussite⟧ <dis> je",
  ],
  [
    'comme and a participle',
    'Comme indiqué plus haut, la dose doit être réduite.',
    'indirect ⟦la dose doit être réduite⟧ <indiqué>',
  ],
  [
    'each clause is a span',
    'Le maire soutient que la digue tient et que la mer baisse.',
    'indirect ⟦la digue tient … la mer baisse⟧ <soutient> Le maire',
  ],
  ['what one is to say if', "Si vous êtes fatigué, dites-le à l'infirmière.", 'indirect ⟦vous êtes fatigué⟧ <dites>'],
]);

table('no speech in an excerpt either', [
  ['war', 'La guerre est déclarée en 1756 et le duc déclare la guerre.'],
  ['a treatment is not said', "Le comprimé est indiqué dans le traitement de l'asthme."],
  ['an immune response', 'La réponse immunitaire varie.'],
  ['a heading', "INDICATIONS D'UTILISATION"],
  ['a task is entrusted', 'Le maire a confié la gestion du port à une société.'],
  ['somebody recognised', 'Le marin a reconnu son agresseur.'],
  ['a name is borne', 'Le chien répond au nom de Brutus.'],
  ['a head is raised', 'Anne relève la tête.'],
  ['cela does not speak', 'Cela explique le retard du bateau.'],
]);

it('is not what an article is read for', () => {
  const text = 'Le port annonce la fermeture de la digue. Cette déclaration a surpris. Il faut reconnaître que la digue tient.';
  expect(lines(text)).toEqual([]);
});

it('has a lower confidence than a quotation', () => {
  const [clause, noun] = quotesOf('Le maire dit que cette déclaration le surprend.');
  expect([clause, noun].map((quotation) => quotation && line(quotation))).toEqual([
    'indirect ⟦cette déclaration le surprend⟧ <dit> Le maire',
    'indirect ⟦cette déclaration⟧ <déclaration>',
  ]);
  expect(noun?.confidence).toBeLessThan(0.5);
  expect(clause?.confidence).toBeGreaterThan(0.5);
});
