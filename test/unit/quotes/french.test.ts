import { describe, expect, it } from 'vitest';
import { lines, quotesOf, table } from './quote';

table('marks', [
  [
    'guillemets with spaces',
    '« La digue tiendra », a promis Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'guillemets without spaces',
    '«La digue tiendra», a promis Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'no-break spaces',
    '«\u00a0La digue tiendra\u202f», a promis Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  ['curly marks', '“La digue tiendra”, a promis Anne Morel.', 'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel'],
  ['straight marks', '"La digue tiendra", a promis Anne Morel.', 'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel'],
  [
    'low and high marks',
    '„La digue tiendra“, a promis Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'single guillemets',
    '‹ La digue tiendra ›, a promis Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'marks turned round',
    '»La digue tiendra«, a promis Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'guillemets of a typewriter',
    '<< La digue tiendra >>, a promis Anne Morel. Elle ajoute : <<Nous restons.>>',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
    'direct ⟦Nous restons.⟧ <ajoute> Elle → Anne Morel',
  ],
  ['less and more are no marks', 'Le débit est < 3 et > 2, puis 4 >> 1.'],
  ['apostrophes are no marks', "L'eau n'a pas atteint l'école d'Anne."],
  ['inches, seconds and attributes are no marks', 'Un écran de 27" en 43"03, <b id="x7">ici</b>, pour 6\'2.'],
  [
    'scare words inside a quotation stay inside it',
    '« Ils parlent de "progrès" sans rire », a raillé Anne Morel.',
    'direct ⟦Ils parlent de "progrès" sans rire⟧ <a raillé> Anne Morel → Anne Morel',
    'scare ⟦progrès⟧',
  ],
  [
    'a quotation in a quotation is its own',
    '« On me répondait : "Signez ici" », raconte Anne Morel.',
    'direct ⟦On me répondait : "Signez ici"⟧ <raconte> Anne Morel → Anne Morel',
    'direct ⟦Signez ici⟧ <répondait> On',
  ],
]);

table('incises', [
  [
    'the speaker behind those who are told',
    '« La digue tiendra », a promis mardi devant les députés Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'the speaker behind an occasion',
    "« La digue tiendra », a promis lors d'une conférence de presse Anne Morel.",
    'direct ⟦La digue tiendra⟧ <a promis> Anne Morel → Anne Morel',
  ],
  [
    'the speaker behind a word on how it was said',
    '« La digue tiendra », lance, agacée, Anne Morel.',
    'direct ⟦La digue tiendra⟧ <lance> Anne Morel → Anne Morel',
  ],
  [
    'a clause whose verb no table holds',
    'Le pont, fermé mardi, ne rouvrira pas, a annoncé hier Anne Morel.',
    'indirect ⟦Le pont, fermé mardi, ne rouvrira pas⟧ <a annoncé> Anne Morel → Anne Morel',
  ],
  [
    'a person’s office is no body that spoke before',
    'La digue tiendra, a annoncé la mairie. Le pont rouvrira, a ajouté le préfet.',
    'indirect ⟦La digue tiendra⟧ <a annoncé> la mairie → mairie',
    'indirect ⟦Le pont rouvrira⟧ <a ajouté> le préfet',
  ],
  [
    'title and apposition',
    'La digue tiendra, a assuré la préfète de la Sarre, Anne Morel.',
    'indirect ⟦La digue tiendra⟧ <a assuré> la préfète de la Sarre, Anne Morel → Anne Morel',
  ],
  [
    'an addressee before the subject',
    '« La digue tiendra », a confié hier au Courrier Anne Morel.',
    'direct ⟦La digue tiendra⟧ <a confié> Anne Morel → Anne Morel',
  ],
  [
    'closing and reopening marks',
    '« La digue », explique Anne Morel, « tiendra encore dix ans ».',
    'direct ⟦La digue … tiendra encore dix ans⟧ <explique> Anne Morel → Anne Morel',
  ],
  [
    'inside one pair of marks',
    '«La digue est vieille, a réagi le maire Paul Dubois. On la sent trembler.»',
    'direct ⟦La digue est vieille … On la sent trembler.⟧ <a réagi> le maire Paul Dubois → Paul Dubois',
  ],
  [
    'a leading fragment without marks',
    'Paul Dubois est arrivé. En 2004, a-t-il indiqué, nous avons relevé la digue.',
    'indirect ⟦En 2004 … nous avons relevé la digue⟧ <a-t-il indiqué> il → Paul Dubois',
  ],
  [
    'marks within the clause',
    'La ville est "inquiète pour ses ponts", a déclaré la porte-parole de la mairie, Léa Roux.',
    'mixed ⟦La ville est "inquiète pour ses ponts"⟧ <a déclaré> la porte-parole de la mairie, Léa Roux → Léa Roux',
  ],
  [
    'comme, after',
    "La digue est vieille, comme l'a rappelé Marc Petit.",
    'indirect ⟦La digue est vieille⟧ <a rappelé> Marc Petit → Marc Petit',
  ],
  [
    'comme, before',
    'Comme le souligne Marc Petit, la digue est vieille.',
    'indirect ⟦la digue est vieille⟧ <souligne> Marc Petit → Marc Petit',
  ],
  [
    'ce que',
    'La digue est vieille, ce que confirme Marc Petit.',
    'indirect ⟦La digue est vieille⟧ <confirme> Marc Petit → Marc Petit',
  ],
  [
    'the same speaker goes on',
    '« La digue tient », note Marc Petit. « Nous la surveillons. »',
    'direct ⟦La digue tient … Nous la surveillons.⟧ <note> Marc Petit → Marc Petit',
  ],
  [
    'a closing mark that nothing opened',
    'La route est fermée pour des travaux "indiquait Marc Petit.',
    'direct ⟦La route est fermée pour des travaux⟧ <indiquait> Marc Petit → Marc Petit',
  ],
  [
    'between a subject and its verb',
    'Le pont, a indiqué lundi la mairie, restera fermé. La ville, a dit Anne Morel, continuera de payer.',
    'indirect ⟦Le pont … restera fermé⟧ <a indiqué> la mairie → mairie',
    'indirect ⟦La ville … continuera de payer⟧ <a dit> Anne Morel → Anne Morel',
  ],
  [
    'between a verb and its infinitive',
    'Il faudra, estime Anne Morel, attendre mars.',
    'indirect ⟦Il faudra … attendre mars⟧ <estime> Anne Morel → Anne Morel',
  ],
  ['who asks to be allowed', 'Permettez-moi aussi de rappeler que la digue a tenu.', 'indirect ⟦la digue a tenu⟧ <rappeler> moi'],
  [
    'a participle that belongs to a relative of the person',
    "Paul Dubois parle. La fille de Paul Dubois, entrée à l'école, attend. « La digue tiendra », a-t-il dit.",
    'direct ⟦La digue tiendra⟧ <a-t-il dit> il → Paul Dubois',
  ],
  ['no incise: the verb has its subject before it', 'Le maire, Paul Dubois, a annoncé un plan de travaux.'],
  ['no incise: the subject is described between commas', 'Paul Dubois, arrivé hier, a prévenu le maire, puis est reparti.'],
]);

table('reported clauses', [
  [
    'comme and a speaker before the verb',
    "Comme Anne Morel l'a annoncé, la digue sera relevée. La route ferme, comme Marc Petit l'indique.",
    'indirect ⟦la digue sera relevée⟧ <a annoncé> Anne Morel → Anne Morel',
    'indirect ⟦La route ferme⟧ <indique> Marc Petit → Marc Petit',
  ],
  [
    'certains is who, not an article',
    'Certains affirment que la digue cède. Certains élus sont venus.',
    'indirect ⟦la digue cède⟧ <affirment> Certains',
  ],
  [
    'somebody named in an insertion',
    "Je tiens à signaler, à l'instar de M. Morel, que la digue cède.",
    'indirect ⟦la digue cède⟧ <tiens à signaler> Je',
  ],
  [
    'a relative says nothing of what was answered',
    "La réponse qu'il attendait est venue. Le maire a donné l'assurance que la digue tient.",
    'indirect ⟦la digue tient⟧ <assurance>',
  ],
  ['how it was said', 'Le maire souligne à juste titre que la digue cède.', 'indirect ⟦la digue cède⟧ <souligne> Le maire'],
  [
    'je voudrais dire speaks, cela veut dire does not',
    'Je voudrais dire que la digue cède. Cela veut dire que la mer monte.',
    'indirect ⟦la digue cède⟧ <voudrais dire> Je',
  ],
  ['an infinitive that no table holds', "Il prétend descendre d'un roi.", "indirect ⟦descendre d'un roi⟧ <prétend> Il"],
  [
    'que',
    'Le maire Paul Dubois a précisé que la digue était vieille.',
    'indirect ⟦la digue était vieille⟧ <a précisé> Le maire Paul Dubois → Paul Dubois',
  ],
  [
    'que behind a place and a time',
    "Paul Dubois a annoncé mardi, lors d'une visite, que la digue serait relevée.",
    'indirect ⟦la digue serait relevée⟧ <a annoncé> Paul Dubois → Paul Dubois',
  ],
  [
    'marked words in the clause',
    'Paul Dubois dit que la digue est « trop vieille » pour servir.',
    'mixed ⟦la digue est « trop vieille » pour servir⟧ <dit> Paul Dubois → Paul Dubois',
  ],
  [
    'the clause all in marks',
    'Paul Dubois affirme que "la digue est vieille".',
    'mixed ⟦la digue est vieille⟧ <affirme> Paul Dubois → Paul Dubois',
  ],
  [
    'infinitive',
    'Paul Dubois a reconnu avoir oublié les riverains.',
    'indirect ⟦avoir oublié les riverains⟧ <a reconnu> Paul Dubois → Paul Dubois',
  ],
  [
    'infinitive with marked words',
    'Paul Dubois avoue avoir "oublié" les riverains.',
    'mixed ⟦avoir "oublié" les riverains⟧ <avoue> Paul Dubois → Paul Dubois',
  ],
  [
    'an infinitive ends where the narrator goes on',
    'Paul Dubois avoue avoir menti, mais il reste en place.',
    'indirect ⟦avoir menti⟧ <avoue> Paul Dubois → Paul Dubois',
  ],
  [
    'relative',
    'Paul Dubois, qui affirme que la digue est vieille, a porté plainte.',
    'indirect ⟦la digue est vieille⟧ <affirme> Paul Dubois → Paul Dubois',
  ],
  [
    'participle behind',
    'Paul Dubois a porté plainte, estimant que la digue est vieille.',
    'indirect ⟦la digue est vieille⟧ <estimant> Paul Dubois → Paul Dubois',
  ],
  [
    'participle before',
    'Estimant que la digue est vieille, Paul Dubois a porté plainte.',
    'indirect ⟦la digue est vieille⟧ <Estimant> Paul Dubois → Paul Dubois',
  ],
  [
    'modal',
    'Paul Dubois tient à rappeler que la digue est vieille.',
    'indirect ⟦la digue est vieille⟧ <tient à rappeler> Paul Dubois → Paul Dubois',
  ],
  [
    'faire savoir',
    'Paul Dubois a fait savoir que la digue est vieille.',
    'indirect ⟦la digue est vieille⟧ <a fait savoir> Paul Dubois → Paul Dubois',
  ],
  [
    'auxiliary and participle apart',
    'Paul Dubois a, pour sa part, reconnu que la digue est vieille.',
    'indirect ⟦la digue est vieille⟧ <a, pour sa part, reconnu> Paul Dubois → Paul Dubois',
  ],
  [
    'indirect question',
    'Paul Dubois a demandé si la digue était vieille.',
    'indirect ⟦si la digue était vieille⟧ <a demandé> Paul Dubois → Paul Dubois',
  ],
  [
    'noun cue',
    "L'affirmation de Paul Dubois selon laquelle la digue est vieille a surpris.",
    'indirect ⟦la digue est vieille⟧ <affirmation> Paul Dubois → Paul Dubois',
  ],
  [
    'two reports of one subject',
    'Paul Dubois affirme que la digue est vieille et ajoute que le pont cède.',
    'indirect ⟦la digue est vieille⟧ <affirme> Paul Dubois → Paul Dubois',
    'indirect ⟦le pont cède⟧ <ajoute> Paul Dubois → Paul Dubois',
  ],
  ['resumed object', 'Je le répète, la digue est vieille.', 'indirect ⟦la digue est vieille⟧ <répète> Je'],
]);

table('attributions', [
  [
    'selon, before marks',
    'Selon Paul Dubois, maire de Laval, « la digue tiendra ».',
    'direct ⟦la digue tiendra⟧ <Selon> Paul Dubois, maire de Laval → Paul Dubois',
  ],
  [
    'selon, before a clause',
    'Selon le parquet de Laval, la digue a cédé.',
    'indirect ⟦la digue a cédé⟧ <Selon> le parquet de Laval → parquet de Laval',
  ],
  [
    'selon, behind',
    "La digue a cédé, selon l'association Rives.",
    "indirect ⟦La digue a cédé⟧ <selon> l'association Rives → Rives",
  ],
  [
    'selon, within',
    'La digue, selon Paul Dubois, tiendra dix ans.',
    'indirect ⟦La digue … tiendra dix ans⟧ <selon> Paul Dubois → Paul Dubois',
  ],
  ["d'après", "D'après les riverains, la digue a cédé.", "indirect ⟦la digue a cédé⟧ <D'après> les riverains"],
  [
    'pour and a person',
    'Pour la députée Léa Roux, « la digue est morte ».',
    'direct ⟦la digue est morte⟧ <Pour> la députée Léa Roux → Léa Roux',
  ],
  [
    'who is of an opinion, whoever that is',
    "La salle était trop petite, de l'avis de tous les exposants. Aux dires des voisins, la maison est vide.",
    "indirect ⟦La salle était trop petite⟧ <de l'avis de> tous les exposants",
    'indirect ⟦la maison est vide⟧ <Aux dires des> voisins',
  ],
  [
    'what somebody has told',
    "Selon ce qu'a indiqué la mairie, la digue tient. D'après ce que disent les pêcheurs, la mer baisse.",
    'indirect ⟦la digue tient⟧ <Selon> la mairie → mairie',
    "indirect ⟦la mer baisse⟧ <D'après> les pêcheurs",
  ],
  [
    'in a relative, up to its end',
    "Le gardien, qui, selon Anne Morel, dormait, n'a rien entendu.",
    'indirect ⟦dormait⟧ <selon> Anne Morel → Anne Morel',
  ],
  [
    'a source in brackets behind the clause',
    'La digue a cédé en trois heures (selon la préfecture).',
    'indirect ⟦La digue a cédé en trois heures⟧ <selon> la préfecture → préfecture',
  ],
  ['one word behind the source', 'Cette mesure est, selon lui, inutile.', 'indirect ⟦Cette mesure est … inutile⟧ <selon> lui'],
  ['à en croire', 'À en croire le maire, la digue tiendra.', 'indirect ⟦la digue tiendra⟧ <À en croire> le maire'],
  [
    'a source with a relative clause',
    "D'après un officier qui était présent, la digue a cédé.",
    "indirect ⟦la digue a cédé⟧ <D'après> un officier",
  ],
  ['in conformity with: no source', 'Les sacs sont posés selon les instructions du médecin.'],
  ['by size: no source', 'Les communes sont classées selon leur taille.'],
  ['for a purpose: no source', 'Pour réparer la digue, la ville a emprunté.'],
]);

table('colons, fragments and marks that are no speech', [
  [
    'cue and colon',
    'Interrogé hier, Paul Dubois répond : « La digue tiendra. »',
    'direct ⟦La digue tiendra.⟧ <répond> Paul Dubois → Paul Dubois',
  ],
  ['headline', 'Paul Dubois : « La digue tiendra »', 'direct ⟦La digue tiendra⟧ Paul Dubois → Paul Dubois'],
  [
    'headline without marks',
    'Paul Dubois : nous tiendrons la digue',
    'indirect ⟦nous tiendrons la digue⟧ <:> Paul Dubois → Paul Dubois',
  ],
  ['a headline with a topic', 'Paul Dubois : la digue tiendra'],
  [
    'judgement',
    'Paul Dubois dénonce une « manœuvre de bas étage ».',
    'mixed ⟦manœuvre de bas étage⟧ <dénonce> Paul Dubois → Paul Dubois',
  ],
  [
    'passive judgement',
    'Traité de « menteur » par Paul Dubois, le préfet se tait.',
    'mixed ⟦menteur⟧ <Traité> Paul Dubois → Paul Dubois',
  ],
  ['se dire', 'Paul Dubois se dit « serein » avant le vote.', 'mixed ⟦serein⟧ <se dit> Paul Dubois → Paul Dubois'],
  ['title', 'Le film « La Grande Digue » sort mercredi.', 'title ⟦La Grande Digue⟧'],
  ['nickname', "L'homme, surnommé « le renard », court toujours.", 'title ⟦le renard⟧'],
  ['term', 'Les « casques jaunes » ont défilé.', 'scare ⟦casques jaunes⟧'],
  ['verbs in another sense', "L'enquête, confiée au juge Petit, relève du parquet et répond à une demande."],
  ['an impersonal verb', 'Il convient que la ville paie.'],
  ['an imperative', 'Notez que la digue est vieille.'],
]);

table('dashes that are no dialogue', [
  [
    'a name that looks like the English I is nobody who talks',
    "La grève dure au port.\n\nLa rédaction d'I-Mer chôme.\n\n— Communiqué des pêcheurs d'I-Mer\n\nLe port dort encore.\n\n— Communiqué de la mairie d'I-Mer\n\nLa nuit tombe.",
  ],
]);

table('over paragraphs', [
  [
    'repeated opening marks',
    '« La digue est vieille », a dit Anne Morel. « Elle a tenu.\n\n« Elle tiendra encore. »',
    'direct ⟦La digue est vieille … Elle a tenu. … Elle tiendra encore.⟧ <a dit> Anne Morel → Anne Morel',
  ],
  [
    'marks at the ends alone',
    '« La digue est vieille.\n\nElle a tenu.\n\nElle tiendra », a dit Anne Morel.',
    'direct ⟦La digue est vieille. … Elle a tenu. … Elle tiendra⟧ <a dit> Anne Morel → Anne Morel',
  ],
  [
    'a floating quotation',
    '« La digue tient », a dit Anne Morel.\n\n« Nous la surveillons jour et nuit. »',
    'direct ⟦La digue tient … Nous la surveillons jour et nuit.⟧ <a dit> Anne Morel → Anne Morel',
  ],
  [
    'one closing mark for speech and for the speech that ends it',
    '« Anne Morel disait : « La digue tiendra ! » « Elle cède », a répondu Paul Dubois.',
    'direct ⟦Anne Morel disait : « La digue tiendra !⟧',
    'direct ⟦La digue tiendra !⟧ <disait> Anne Morel → Anne Morel',
    'direct ⟦Elle cède⟧ <a répondu> Paul Dubois → Paul Dubois',
  ],
  [
    'speech in the paragraph after a report',
    'Anne Morel a dit que la digue tenait.\n\n« Nous la surveillons jour et nuit. »',
    'indirect ⟦la digue tenait⟧ <a dit> Anne Morel → Anne Morel',
    'direct ⟦Nous la surveillons jour et nuit.⟧ Anne Morel → Anne Morel',
  ],
  [
    'speech after a report that a text makes: its author may speak',
    "Anne Morel dirige le port. Une étude affirme que la digue fuit. « Nous l'avons vu. »",
    'indirect ⟦la digue fuit⟧ <affirme> Une étude',
    "direct ⟦Nous l'avons vu.⟧ → Anne Morel",
  ],
  [
    'a line of the layout without a stop is no more of the speech',
    '« La digue tient », a dit Anne Morel.\n\n« Nous la surveillons jour et nuit »\n\nLe vent tombe.',
    'direct ⟦La digue tient⟧ <a dit> Anne Morel → Anne Morel',
    'direct ⟦Nous la surveillons jour et nuit⟧ → Anne Morel',
  ],
  [
    'a signature',
    '« La digue est solide depuis des années »\n\n— Anne Morel, préfète de la Sarre',
    'direct ⟦La digue est solide depuis des années⟧ Anne Morel, préfète de la Sarre → Anne Morel',
  ],
  [
    'a colon before the paragraph',
    'Anne Morel a déclaré :\n\n« La digue tiendra encore. »',
    'direct ⟦La digue tiendra encore.⟧ <a déclaré> Anne Morel → Anne Morel',
  ],
  ['list dashes are no dialogue', '- Gardez cette notice.\n\n- Lisez-la.\n\n- Rendez-la.'],
  [
    'dialogue dashes',
    '— Vous partez ? demanda Anne.\n\n— Oui, dit-il, je pars ce soir.',
    'direct ⟦Vous partez ?⟧ <demanda> Anne → Anne',
    'direct ⟦Oui … je pars ce soir.⟧ <dit> il',
  ],
]);

table('marked words that no cue brings in', [
  [
    'the marks hold the verb',
    "Le maire Paul Dubois « s'associe à la douleur des familles ».",
    "mixed ⟦s'associe à la douleur des familles⟧ Le maire Paul Dubois → Paul Dubois",
  ],
  [
    'somebody is as he says',
    'Anne Morel, ministre de la Mer, est « agréablement surprise » du succès de la fête.',
    'mixed ⟦agréablement surprise⟧ <est> Anne Morel, ministre de la Mer → Anne Morel',
  ],
  [
    'a long phrase behind any verb',
    'Paul Dubois a compté « deux cents bateaux amarrés le long des quais du port ».',
    'mixed ⟦deux cents bateaux amarrés le long des quais du port⟧ <a compté> Paul Dubois → Paul Dubois',
  ],
  [
    'the sentence goes on quoting',
    'Anne Morel a dénoncé des « retards » sur la digue qui « ont coûté deux étés aux pêcheurs ».',
    'mixed ⟦retards⟧ <a dénoncé> Anne Morel → Anne Morel',
    'mixed ⟦ont coûté deux étés aux pêcheurs⟧ <a dénoncé> Anne Morel → Anne Morel',
  ],
  [
    'a charge is no speech',
    'Paul Dubois a été mis en examen pour « recel de fonds publics de la commune de Sagre ».',
    'scare ⟦recel de fonds publics de la commune de Sagre⟧',
  ],
  [
    'a prize is no speech',
    'Anne Morel a été élue « Marin le plus populaire des cinquante dernières années ».',
    'title ⟦Marin le plus populaire des cinquante dernières années⟧',
  ],
  [
    'a common verb with its noun',
    "Le communiqué fait état d'« incidents sérieux ».",
    'mixed ⟦incidents sérieux⟧ <fait état> Le communiqué',
  ],
  [
    'a common verb with its clitics',
    "La présidente s'en prend à « ceux qui brûlent les barques ».",
    "mixed ⟦ceux qui brûlent les barques⟧ <s'en prend> La présidente",
  ],
  [
    'an opinion',
    "De l'avis d'Anne Morel, la digue est « perdue ».",
    "mixed ⟦la digue est « perdue »⟧ <De l'avis d'> Anne Morel → Anne Morel",
  ],
  [
    'who made the figures is their source',
    "D'après les chiffres fournis par Anne Morel, la digue tient.",
    "indirect ⟦la digue tient⟧ <D'après> les chiffres fournis par Anne Morel → Anne Morel",
  ],
  [
    'an occasion is not what was said',
    'Le maire a défendu les pêcheurs lors des récentes « tensions » du port.',
    'scare ⟦tensions⟧',
  ],
  [
    'a newspaper is no title where the sentence goes on in the marks',
    "Paul Dubois ajoute que le journal « n'a jamais rien publié sous la menace ».",
    "mixed ⟦le journal « n'a jamais rien publié sous la menace »⟧ <ajoute> Paul Dubois → Paul Dubois",
  ],
]);

table('who says it, across insertions', [
  [
    'a station with a dash',
    'Anne Morel a expliqué lundi matin sur Canal Nord - Radio Sagre que la digue tiendra.',
    'indirect ⟦la digue tiendra⟧ <a expliqué> Anne Morel → Anne Morel',
  ],
  [
    'a verb shared across marks',
    'Anne Morel a dénoncé les promoteurs « qui se cachent derrière le fleuve » et demande que les digues « soient refaites ».',
    'mixed ⟦qui se cachent derrière le fleuve⟧ <a dénoncé> Anne Morel → Anne Morel',
    'mixed ⟦les digues « soient refaites »⟧ <demande> Anne Morel → Anne Morel',
  ],
  [
    'an addressee between commas',
    '« La grève commence jeudi », a confié, à Radio-Sagre, le directeur du port, Paul Dubois.',
    'direct ⟦La grève commence jeudi⟧ <a confié> le directeur du port, Paul Dubois → Paul Dubois',
  ],
  [
    'what can be read somewhere',
    "« Le pont est fermé jusqu'à nouvel ordre », peut-on lire dans le communiqué.",
    "direct ⟦Le pont est fermé jusqu'à nouvel ordre⟧ <peut-on lire> le communiqué",
  ],
  [
    'one of several',
    "Selon Anne Morel, l'une des chercheuses du projet, « Ces mesures donnent un premier aperçu du lac. Nous saurons la suite ».",
    "direct ⟦Ces mesures donnent un premier aperçu du lac. Nous saurons la suite⟧ <Selon> Anne Morel, l'une des chercheuses du projet → Anne Morel",
  ],
  [
    'the participle of the one who reports',
    "Paul Dubois estime qu'Anne Morel a eu tort, ajoutant que la digue tiendra.",
    'indirect ⟦Anne Morel a eu tort⟧ <estime> Paul Dubois → Paul Dubois',
    'indirect ⟦la digue tiendra⟧ <ajoutant> Paul Dubois → Paul Dubois',
  ],
  [
    'the relative of the one with a voice reports something else',
    "« La digue est finie », a ajouté Paul Dubois, chef de mission pour la Sagoura, qui juge qu'il s'agit « d'une belle réussite ».",
    'direct ⟦La digue est finie⟧ <a ajouté> Paul Dubois, chef de mission pour la Sagoura → Paul Dubois',
    "mixed ⟦il s'agit « d'une belle réussite »⟧ <juge> chef de mission pour la Sagoura → Paul Dubois",
  ],
  [
    'the minister behind his words',
    'La digue tiendra, selon les propos du directeur du port, Paul Dubois.',
    'indirect ⟦La digue tiendra⟧ <selon> les propos du directeur du port, Paul Dubois → Paul Dubois',
  ],
  [
    "maintenant que, c'est-à-dire que, il faut dire que",
    "Maintenant que la digue tient, c'est-à-dire que rien ne bouge, il faut dire que tout va bien.",
  ],
  ['a noun like a verb', 'Une autre tempête, « Marceline », est attendue sur la côte.', 'title ⟦Marceline⟧'],
  ['a name in marks is no quotation', "L'organisation « Marée haute » revendique les sabotages de Sagre.", 'title ⟦Marée haute⟧'],
  [
    "the subject of the verb's own clause",
    'Le calme règne alors même que le gouvernement a annoncé que tout cesse.',
    'indirect ⟦tout cesse⟧ <a annoncé> le gouvernement → gouvernement',
  ],
  [
    'a participle belongs to the main clause',
    "Anne Morel n'a pas signé, considérant que le moment n'est pas le bon, tout en expliquant que la digue tient.",
    'indirect ⟦la digue tient⟧ <expliquant> Anne Morel → Anne Morel',
  ],
  [
    'a subject shared across a comma',
    'Paul Dubois, ministre, refuse la charge, et annonce que la digue tient.',
    'indirect ⟦la digue tient⟧ <annonce> Paul Dubois, ministre → Paul Dubois',
  ],
  [
    'the speaker of the text, asking leave',
    'Permettez-moi de dire que le port va bien.',
    'indirect ⟦le port va bien⟧ <dire> moi',
  ],
  [
    'an object pronoun is no reflexive',
    "Paul Dubois m'a écrit qu'il viendrait.",
    'indirect ⟦il viendrait⟧ <a écrit> Paul Dubois → Paul Dubois',
  ],
  [
    'learnt from somebody',
    'Le port ferme, a-t-on appris auprès de la mairie.',
    'indirect ⟦Le port ferme⟧ <a-t-on appris> la mairie → mairie',
  ],
  ['an announcement by nobody', 'Il a été annoncé que le port fermerait.'],
  ['as somebody says', "Comme elle l'a rappelé hier, le port va bien.", 'indirect ⟦le port va bien⟧ <a rappelé> elle'],
  ['as somebody had promised', "Le port va bien, comme elle l'avait promis."],
  [
    'a clause behind the source is no apposition',
    'Néanmoins, selon Radio Sagre, un premier bilan fait état de deux blessés, qui ont été soignés.',
    'indirect ⟦un premier bilan fait état de deux blessés, qui ont été soignés⟧ <selon> Radio Sagre → Radio Sagre',
  ],
  [
    'a title at the head of the sentence names nobody',
    'Le Premier ministre Paul Dubois est venu. Le Premier ministre affirme que tout va bien.',
    'indirect ⟦tout va bien⟧ <affirme> Le Premier ministre → Paul Dubois',
  ],
  [
    'an insertion without its second comma',
    "La patineuse Anne Morel, représentant le port a annoncé qu'elle partirait.",
    'indirect ⟦elle partirait⟧ <a annoncé> La patineuse Anne Morel → Anne Morel',
  ],
  [
    'by whom a source is quoted is no part of what it says',
    'La digue a cédé, selon le gouverneur Paul Dubois, cité par Radio Sagre.',
    'indirect ⟦La digue a cédé⟧ <selon> le gouverneur Paul Dubois → Paul Dubois',
  ],
  ['results announce nothing', "Dès l'annonce des résultats du vote qu'il a convoqué, le port ferme."],
  ['what holds for a place', 'Pour le port, la suite est plus délicate.'],
  ['showing is not saying', 'Les bêtes présentaient des « lésions graves ».', 'scare ⟦lésions graves⟧'],
  [
    'a title in capitals names nobody',
    'Le Premier ministre Paul Dubois est venu. Vers midi, le Premier ministre affirme que tout va bien.',
    'indirect ⟦tout va bien⟧ <affirme> le Premier ministre → Paul Dubois',
  ],
  [
    'a relative of the source is no part of what it says',
    'Selon les informations que le port a confiées à la radio, la digue tient.',
    'indirect ⟦la digue tient⟧ <Selon> les informations',
  ],
  ['a car says nothing of itself', "La voiture s'est révélée être sous surveillance."],
  ['the reporter notes by himself', 'On note que la digue a cédé deux fois.'],
  ['a noun of saying alone says nothing', 'Cette révélation a surpris tout le port.'],
]);

const NARRATION = '\n\nElle sortit. Il partit. Ils vinrent. Elle rit. Il prit le pain. Elle mit la table.';

it('reads no signature as speech, though dashes bring in speech elsewhere', () => {
  const text = '— Vous partez ? dit Paul.\n\n— Oui ! dit Anne.\n\n— Anne Morel, ministre de la Mer';
  expect(lines(text).some((each) => each.includes('ministre'))).toBe(false);
});

table('who speaks in a narrative', [
  [
    'somebody without a name is called by the description, and takes turns',
    `La servante s'arrêta devant la grange.\n\n— Montez donc, dit-elle.\n\n— Merci, madame.\n\n— Vous venez de loin ?${NARRATION}`,
    'direct ⟦Montez donc⟧ <dit> elle → La servante',
    'direct ⟦Merci, madame.⟧',
    'direct ⟦Vous venez de loin ?⟧ → La servante',
  ],
  [
    'the one before the colon begins, every second turn is his',
    `Notre père vint parfois à la grange :\n\n— Voyons Firmin, et cette fable ?\n\n— Je la sais, papa.\n\n— Tout entière ?${NARRATION}`,
    'direct ⟦Voyons Firmin, et cette fable ?⟧ Notre père → Notre père',
    'direct ⟦Je la sais, papa.⟧',
    'direct ⟦Tout entière ?⟧ → Notre père',
  ],
  [
    'nous is no subject of dit, a verb that no list holds is one behind its subject',
    `Angèle entr'ouvrit soudain la porte et nous dit l'air fâché :\n\n— Vous n'avez pas honte ?${NARRATION}`,
    "direct ⟦Vous n'avez pas honte ?⟧ <dit> Angèle → Angèle",
  ],
]);

describe('an unclosed quotation', () => {
  it('ends with its paragraph and is flagged', () => {
    const text = 'Paul Dubois répond : « Bien sûr que non.\n\nLa séance est levée.';
    const [quotation, ...rest] = quotesOf(text);
    expect(quotation).toMatchObject({ text: 'Bien sûr que non.', problem: 'unclosed', speakerName: 'Paul Dubois' });
    expect(rest).toEqual([]);
  });
});

table('who speaks, in longer sentences', [
  [
    'a colon behind a reported clause goes on with its speaker',
    'Anne Morel estime que la digue est perdue : « Il est impossible de la sauver avant la crue ».',
    'indirect ⟦la digue est perdue⟧ <estime> Anne Morel → Anne Morel',
    'direct ⟦Il est impossible de la sauver avant la crue⟧ Anne Morel → Anne Morel',
  ],
  [
    'the antecedent of qui stands behind a preposition',
    'Le projet est bloqué par Anne Morel, qui estime que la digue cède.',
    'indirect ⟦la digue cède⟧ <estime> Anne Morel → Anne Morel',
  ],
  [
    'a participle belongs to the main clause, not to the relative before it',
    'Anne Morel dément le blocage, qui dure depuis mardi, reconnaissant que la digue cède.',
    'indirect ⟦la digue cède⟧ <reconnaissant> Anne Morel → Anne Morel',
  ],
  [
    'an adverbial of several words between auxiliary and participle',
    'Anne Morel a par conséquent annoncé avoir renforcé la digue.',
    'indirect ⟦avoir renforcé la digue⟧ <a par conséquent annoncé> Anne Morel → Anne Morel',
  ],
  [
    'a second participle shares the auxiliary',
    'Anne Morel a visité la digue et déploré un « gâchis immense ».',
    'mixed ⟦gâchis immense⟧ <déploré> Anne Morel → Anne Morel',
  ],
  [
    'a judgement with two marked objects',
    'Anne Morel dénonce « la lenteur » et « le mépris » des services.',
    'mixed ⟦la lenteur⟧ <dénonce> Anne Morel → Anne Morel',
    'mixed ⟦le mépris⟧ <dénonce> Anne Morel → Anne Morel',
  ],
  [
    'where a source is from belongs to the selon group',
    "Selon Anne Morel, de l'université de Marnes, la digue cède.",
    "indirect ⟦la digue cède⟧ <Selon> Anne Morel, de l'université de Marnes → Anne Morel",
  ],
  [
    'selon lui before marked words in the middle of a clause says those words alone',
    'Anne Morel veut alléger des règles qui vont selon elle « trop loin » et gênent les travaux.',
    'mixed ⟦trop loin⟧ <selon> elle → Anne Morel',
  ],
  [
    'a request whose clause shows marked words',
    'Anne Morel demande que les vannes « soient fermées ce soir ».',
    'mixed ⟦les vannes « soient fermées ce soir »⟧ <demande> Anne Morel → Anne Morel',
  ],
  ['cela dit is no report', 'La crue devrait cela dit être encore longue.'],
  ['vouloir dire is no report', 'Le niveau monte, ce qui veut dire que la digue cède.'],
  ['nobody in particular finds it useful to say', 'Il est utile de préciser que la digue a cédé.'],
  ['a clitic begins no speaker', 'Pour tenir, le chantier souhaite se concentrer sur la digue.'],
]);

table('whom a mention means', [
  [
    'the office in other words',
    "Le président Paul Dubois est venu. Le chef de l'État a affirmé que la digue cède.",
    "indirect ⟦la digue cède⟧ <a affirmé> Le chef de l'État → Paul Dubois",
  ],
  [
    'ce dernier is the person named last',
    'Anne Morel a reçu hier Paul Dubois. Ce dernier a affirmé que la digue cède.',
    'indirect ⟦la digue cède⟧ <a affirmé> Ce dernier → Paul Dubois',
  ],
  [
    'relatives of somebody named before have no name',
    'Paul Dubois est mort mardi. Selon ses proches, la digue cède.',
    'indirect ⟦la digue cède⟧ <Selon> ses proches',
  ],
  [
    'words belong to whose words they are',
    "La digue cède, selon les dires du ministère de l'Éducation.",
    "indirect ⟦La digue cède⟧ <selon> les dires du ministère de l'Éducation → ministère de l'Éducation",
  ],
  [
    'first figures name nobody',
    'Selon les premiers chiffres, la digue cède.',
    'indirect ⟦la digue cède⟧ <Selon> les premiers chiffres',
  ],
  [
    'behind an institution a plural is no apposition',
    'Selon la police, les quatre blessés, des marins, vont bien.',
    'indirect ⟦les quatre blessés, des marins, vont bien⟧ <Selon> la police → police',
  ],
  [
    'avant de goes on with who spoke',
    'La digue cède, a dit Anne Morel. Avant d’ajouter : « Elle était vieille, nous le savions tous. »',
    'indirect ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel',
    'direct ⟦Elle était vieille, nous le savions tous.⟧ <ajouter> → Anne Morel',
  ],
  [
    'a quotation without a cue is who acts in the sentence before it',
    "Anne Morel a dit que la digue cède.\n\nPaul Dubois est venu sur la berge. « C'est une catastrophe pour notre ville. »",
    'indirect ⟦la digue cède⟧ <a dit> Anne Morel → Anne Morel',
    "direct ⟦C'est une catastrophe pour notre ville.⟧ → Paul Dubois",
  ],
]);

table('what is only named is not reported', [
  ['the subject of a passive', 'Des fissures profondes ont été signalées par Anne Morel.'],
  ['a participle', 'Le pont ferme à la date indiquée sur le panneau.'],
  ['the object behind whom it is said to', 'Anne Morel a notifié aux riverains la fermeture de la digue.'],
  ['what a relative takes up', "Le chiffre qu'Anne Morel avance fait peur."],
  ['a noun of saying', 'Les révélations de Paul Dubois font du bruit.'],
  ['what somebody is to be told of', "Si la digue fuit, ou si l'eau monte, prévenez la mairie."],
  ['what somebody says of himself', 'Paul Dubois se dit prêt à fermer le pont.'],
  [
    'the same in marks is quoted',
    'Paul Dubois se dit « prêt à fermer le pont ».',
    'mixed ⟦prêt à fermer le pont⟧ <se dit> Paul Dubois → Paul Dubois',
  ],
  ['people called back are not said', 'Le pays a rappelé ses ambassadeurs.'],
]);

table('a source within a noun phrase', [
  [
    'what somebody finds a thing to be',
    'Le rapport repose sur des chiffres selon elle faux.',
    'indirect ⟦des chiffres … faux⟧ <selon> elle',
  ],
]);

table('a sentence by itself is read as in an article', [
  ['a noun phrase that a verb announces', 'La mairie annonce la fermeture de la digue.'],
  ['a participle with its agent', 'Les travaux annoncés par le maire commencent.'],
  ['those who are told of it', 'Le maire a informé les habitants de la coupure.'],
  ['a request without marks', 'Le préfet demande aux riverains de partir.'],
]);

table('an aside before the colon', [
  [
    'right behind other speech',
    'Paul Dubois ajoute, un peu amer : « C’est la vie. » Anne Roux répond, sourire aux lèvres : « On verra. »',
    'direct ⟦C’est la vie.⟧ <ajoute> Paul Dubois → Paul Dubois',
    'direct ⟦On verra.⟧ <répond> Anne Roux → Anne Roux',
  ],
]);

table('who is named before a colon without a verb of speech', [
  ['chez', 'Même colère chez Paul Dubois : « On nous a menti. »', 'direct ⟦On nous a menti.⟧ Paul Dubois → Paul Dubois'],
  ['chez, at the head', "Chez Luc Petit, c'est le calme : « On verra. »", 'direct ⟦On verra.⟧ Luc Petit → Luc Petit'],
  ['du côté de', "Du côté d'Anne Roux, on attend : « Patience. »", 'direct ⟦Patience.⟧ Anne Roux → Anne Roux'],
  ['the name at the head', 'Anne Morel, elle, ne plie pas : « On reste. »', 'direct ⟦On reste.⟧ Anne Morel → Anne Morel'],
  [
    'an apposition without an article is no speaker',
    'Le maire de Sagre, ville de Bretagne, a déclaré : « Nous tiendrons. »',
    'direct ⟦Nous tiendrons.⟧ <a déclaré> Le maire de Sagre, ville de Bretagne',
  ],
]);
