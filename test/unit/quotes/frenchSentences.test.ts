import { alone, sentences } from './quote';

// Plain sentences of the kinds that articles are full of, each with all that is said in it.
sentences(
  'turns of a dialogue and the words that tell them',
  [
    ['— Il fait froid, dit Anne en fermant la porte. Rentrons.', 'direct ⟦Il fait froid … Rentrons.⟧ <dit> Anne → Anne'],
    [
      '— Où est la barque ? demanda Paul.\n\n— Au port… Tu viens ?\n\n— Non.',
      'direct ⟦Où est la barque ?⟧ <demanda> Paul → Paul',
      'direct ⟦Au port… Tu viens ?⟧',
      'direct ⟦Non.⟧ → Paul',
    ],
    ['— Je pars, dit Paul. Et vous, vous restez.', 'direct ⟦Je pars … Et vous, vous restez.⟧ <dit> Paul → Paul'],
    ['— La digue cède, murmura Anne, qui pleurait. Partez !', 'direct ⟦La digue cède … Partez !⟧ <murmura> Anne → Anne'],
    ["— La digue cède, murmura Anne, d'une voix blanche.", 'direct ⟦La digue cède⟧ <murmura> Anne → Anne'],
    ['-- La digue cède ! dit Anne.', 'direct ⟦La digue cède !⟧ <dit> Anne → Anne'],
    ['― La digue cède ! dit Anne.', 'direct ⟦La digue cède !⟧ <dit> Anne → Anne'],
    [
      '— Anne, répondit-il, vous vous trompez ; la digue tient.',
      'direct ⟦Anne … vous vous trompez ; la digue tient.⟧ <répondit> il',
    ],
    [
      '— Elle dort – souffla Paul – depuis hier. Je veille.',
      'direct ⟦Elle dort … depuis hier. Je veille.⟧ <souffla> Paul → Paul',
    ],
    ['— Vous ?... dit-elle.', 'direct ⟦Vous ?...⟧ <dit> elle'],
    ['— Vous... dit-elle. Ah !', 'direct ⟦Vous... … Ah !⟧ <dit> elle'],
  ],
  'fr',
);

sentences(
  'incises inside the marks',
  [
    [
      '« La digue est vieille, a réagi le maire. On la sent trembler. »',
      'direct ⟦La digue est vieille … On la sent trembler.⟧ <a réagi> le maire',
    ],
    [
      '« La digue est vieille, soupire la vieille dame en riant, et je la garde. »',
      'direct ⟦La digue est vieille … et je la garde.⟧ <soupire> la vieille dame',
    ],
    ["« Je suis partie, raconte-t-elle. J'avais peur. »", "direct ⟦Je suis partie … J'avais peur.⟧ <raconte> elle"],
    [
      '« Je suis partie, raconte Léa Roux, 42 ans, et je ne reviendrai pas. »',
      'direct ⟦Je suis partie … et je ne reviendrai pas.⟧ <raconte> Léa Roux, 42 ans → Léa Roux',
    ],
    [
      "« C'est une digue que le maire a voulue, une belle digue. »",
      "direct ⟦C'est une digue que le maire a voulue, une belle digue.⟧",
    ],
  ],
  'fr',
);

sentences(
  "sources: selon, pour, d'après",
  [
    ['Selon elle, la digue cède.', 'indirect ⟦la digue cède⟧ <Selon> elle'],
    ['Cette digue est selon elle perdue depuis longtemps.', 'indirect ⟦Cette digue est … perdue depuis longtemps⟧ <selon> elle'],
    ['La digue cède selon elle.', 'indirect ⟦La digue cède⟧ <selon> elle'],
    [
      'Selon les informations du journal, le maire, Paul Dubois, a quitté le port.',
      'indirect ⟦le maire, Paul Dubois, a quitté le port⟧ <Selon> les informations du journal',
    ],
    [
      'Selon Anne Morel et Paul Dubois, la digue cède.',
      'indirect ⟦la digue cède⟧ <Selon> Anne Morel et Paul Dubois → Anne Morel ; Paul Dubois',
    ],
    ['Mais, selon Anne Morel, la digue cède ; le pont tient.', 'indirect ⟦la digue cède⟧ <selon> Anne Morel → Anne Morel'],
    ['Le pont tient ; selon Anne Morel, la digue cède.', 'indirect ⟦la digue cède⟧ <selon> Anne Morel → Anne Morel'],
    [
      'En 2016, la digue a cédé, selon Anne Morel, et le pont a suivi.',
      'indirect ⟦En 2016, la digue a cédé⟧ <selon> Anne Morel → Anne Morel',
    ],
    ['La digue a cédé (le pont aussi, selon Anne Morel) hier.', 'indirect ⟦le pont aussi⟧ <selon> Anne Morel → Anne Morel'],
    ['La digue « ne tiendra pas », selon Anne Morel.', 'mixed ⟦La digue « ne tiendra pas »⟧ <selon> Anne Morel → Anne Morel'],
    [
      '« La digue ne tiendra pas » et « le pont tremble », selon Anne Morel.',
      'direct ⟦La digue ne tiendra pas … le pont tremble⟧ <selon> Anne Morel → Anne Morel',
    ],
    ['Pour Anne Morel, la digue cède.', 'indirect ⟦la digue cède⟧ <Pour> Anne Morel → Anne Morel'],
    ['Pour elle, la digue cède.', 'indirect ⟦la digue cède⟧ <Pour> elle'],
    ["Pour la mairie, c'est trop tard.", "indirect ⟦c'est trop tard⟧ <Pour> la mairie → mairie"],
    ['Pour le repas, la mairie paie.'],
    ['Pour lui, le pont a été fermé.', 'indirect ⟦le pont a été fermé⟧ <Pour> lui'],
    [
      "D'après la police, deux hommes ont été vus près de la digue.",
      "indirect ⟦deux hommes ont été vus près de la digue⟧ <D'après> la police → police",
    ],
    ["D'après nos informations, le pont fermera.", "indirect ⟦le pont fermera⟧ <D'après> nos informations"],
    ['Selon que vous serez riche ou pauvre, la digue tiendra.'],
    ['Le tarif varie selon la saison.'],
    ['À en croire Anne Morel, qui a vu la digue, le pont cède.', 'indirect ⟦le pont cède⟧ <À en croire> Anne Morel → Anne Morel'],
  ],
  'fr',
);

sentences(
  'what belongs to a reported clause',
  [
    [
      'Le maire affirme que la digue tient parce que les pierres sont lourdes.',
      'indirect ⟦la digue tient parce que les pierres sont lourdes⟧ <affirme> Le maire',
    ],
    [
      'Le maire affirme que la digue tient alors que le pont tombe.',
      'indirect ⟦la digue tient alors que le pont tombe⟧ <affirme> Le maire',
    ],
    ['Le maire affirme, une fois de plus, que la digue tient.', 'indirect ⟦la digue tient⟧ <affirme> Le maire'],
  ],
  'fr',
);

sentences(
  'denied, asked, said by anybody',
  [
    ["Le maire n'a pas dit que la digue tenait.", 'indirect ⟦la digue tenait⟧ <a pas dit> Le maire'],
    ['Le maire ne dit rien de la digue.'],
    ['Le maire a-t-il dit que la digue tenait ?', 'indirect ⟦la digue tenait⟧ <a-t-il dit> il'],
    ['Le maire dit-il vrai ?'],
    ['Il a été dit que la digue tenait.'],
    ['On dit que la digue tient.', 'indirect ⟦la digue tient⟧ <dit> On'],
    ['Personne ne dit que la digue tient.'],
    ['Plusieurs habitants disent que la digue cède.', 'indirect ⟦la digue cède⟧ <disent> Plusieurs habitants'],
    ['Deux des trois élus disent que la digue cède.', 'indirect ⟦la digue cède⟧ <disent> Deux des trois élus'],
  ],
  'fr',
);

sentences(
  'subjects of a verb of saying',
  [
    [
      'Anne Morel et Paul Dubois affirment que la digue cède.',
      'indirect ⟦la digue cède⟧ <affirment> Anne Morel et Paul Dubois → Anne Morel ; Paul Dubois',
    ],
    ['Anne Morel, comme Paul Dubois, affirme que la digue cède.', 'indirect ⟦la digue cède⟧ <affirme> Anne Morel → Anne Morel'],
    ["C'est Anne Morel qui affirme que la digue cède.", 'indirect ⟦la digue cède⟧ <affirme> Anne Morel → Anne Morel'],
    ["C'est ce qu'a affirmé Anne Morel."],
  ],
  'fr',
);

sentences(
  'short answers and what leads to marks',
  [
    ["C'est faux, a répondu Anne Morel.", "indirect ⟦C'est faux⟧ <a répondu> Anne Morel → Anne Morel"],
    ["C'est faux, répond Anne Morel, la digue tient.", "indirect ⟦C'est faux … la digue tient⟧ <répond> Anne Morel → Anne Morel"],
    ['« Faux », répond Anne Morel.', 'direct ⟦Faux⟧ <répond> Anne Morel → Anne Morel'],
    [
      '« Faux ! », répond Anne Morel, avant de conclure : « La digue tient. »',
      'direct ⟦Faux !⟧ <répond> Anne Morel → Anne Morel',
      'direct ⟦La digue tient.⟧ <conclure> Anne Morel → Anne Morel',
    ],
    ['Anne Morel est formelle : « La digue tient. »', 'direct ⟦La digue tient.⟧ Anne Morel → Anne Morel'],
    ['Question : la digue tient-elle ?'],
    [
      'Anne Morel, ministre de la Mer : « La digue tient »',
      'direct ⟦La digue tient⟧ Anne Morel, ministre de la Mer → Anne Morel',
    ],
    [
      'La ministre de la Mer, Anne Morel (Parti vert) : « La digue tient. »',
      'direct ⟦La digue tient.⟧ La ministre de la Mer, Anne Morel (Parti vert) → Anne Morel',
    ],
    [
      'Anne Morel (Parti vert) a affirmé que la digue tient.',
      'indirect ⟦la digue tient⟧ <a affirmé> Anne Morel (Parti vert) → Anne Morel',
    ],
    ['Anne Morel, 52 ans, a affirmé que la digue tient.', 'indirect ⟦la digue tient⟧ <a affirmé> Anne Morel → Anne Morel'],
    [
      'Anne Morel, arrivée mardi à Sagre, a affirmé que la digue tient.',
      'indirect ⟦la digue tient⟧ <a affirmé> Anne Morel → Anne Morel',
    ],
    [
      'Arrivée mardi à Sagre, Anne Morel a affirmé que la digue tient.',
      'indirect ⟦la digue tient⟧ <a affirmé> Anne Morel → Anne Morel',
    ],
    [
      'Interrogée par la radio, Anne Morel affirme que la digue tient.',
      'indirect ⟦la digue tient⟧ <affirme> Anne Morel → Anne Morel',
    ],
    ['Interrogée par la radio, elle affirme : « La digue tient. »', 'direct ⟦La digue tient.⟧ <affirme> elle'],
  ],
  'fr',
);

sentences(
  'judgements, and to whom something is said',
  [
    [
      'Le maire a regretté « un choix absurde » et « une faute ».',
      'mixed ⟦un choix absurde⟧ <a regretté> Le maire',
      'mixed ⟦une faute⟧ <a regretté> Le maire',
    ],
    [
      'Le maire regrette ce « choix absurde », une « faute ».',
      'mixed ⟦choix absurde⟧ <regrette> Le maire',
      'mixed ⟦faute⟧ <regrette> Le maire',
    ],
    ["Le maire parle d'un « choix absurde ».", 'mixed ⟦choix absurde⟧ <parle> Le maire'],
    ["Le maire a qualifié ce choix d'« absurde ».", 'mixed ⟦absurde⟧ <a qualifié> Le maire'],
    ['Le maire juge ce choix « absurde ».', 'mixed ⟦absurde⟧ <juge> Le maire'],
    ['Le maire accuse Anne Morel de mentir.'],
    ['Le maire a promis aux pêcheurs que la digue serait réparée.', 'indirect ⟦la digue serait réparée⟧ <a promis> Le maire'],
    ['Le maire lui a promis que la digue serait réparée.', 'indirect ⟦la digue serait réparée⟧ <a promis> Le maire'],
    ['Le maire nous a dit : « Partez ! »', 'direct ⟦Partez !⟧ <a dit> Le maire'],
    ["Le maire m'a dit qu'il partait.", 'indirect ⟦il partait⟧ <a dit> Le maire'],
    ["Il m'a dit : « Partez », puis il est sorti.", 'direct ⟦Partez⟧ <a dit> Il'],
    ['Il a dit « Partez » et il est sorti.', 'mixed ⟦Partez⟧ <a dit> Il'],
    ['Elle a répondu « non » à la question.', 'mixed ⟦non⟧ <a répondu> Elle'],
    ['Elle a répondu par un « non » ferme.', 'mixed ⟦non⟧ <a répondu> Elle'],
    ['Elle a crié : « Partez ! Partez tous ! » avant de fermer la porte.', 'direct ⟦Partez ! Partez tous !⟧ <a crié> Elle'],
    ['« Partez », a-t-elle crié, « partez tous ! »', 'direct ⟦Partez … partez tous !⟧ <a-t-elle crié> elle'],
    ['« Partez, a-t-elle crié, partez tous ! »', 'direct ⟦Partez … partez tous !⟧ <a-t-elle crié> elle'],
    ['« Partez ! a-t-elle crié. Partez tous ! »', 'direct ⟦Partez ! … Partez tous !⟧ <a-t-elle crié> elle'],
    ['« Partez ! » a-t-elle crié aux pêcheurs de Sagre.', 'direct ⟦Partez !⟧ <a-t-elle crié> elle'],
    ['« Partez ! » crie, furieuse, la gardienne du phare.', 'direct ⟦Partez !⟧ <crie> la gardienne du phare'],
    ['« Partez ! », lui a crié la gardienne du phare.', 'direct ⟦Partez !⟧ <a crié> la gardienne du phare'],
  ],
  'fr',
);

sentences(
  'whom the subject means',
  [
    ['Anne Morel a vu Léa Roux. Elle a dit que la digue tient.', 'indirect ⟦la digue tient⟧ <a dit> Elle → Anne Morel'],
    ['Les pêcheurs ont vu le maire. Ils ont dit que la digue tient.', 'indirect ⟦la digue tient⟧ <ont dit> Ils'],
    ['Les pêcheuses sont venues. Elles ont dit que la digue tient.', 'indirect ⟦la digue tient⟧ <ont dit> Elles'],
    [
      'La préfète Anne Morel est venue. La préfète a dit que la digue tient.',
      'indirect ⟦la digue tient⟧ <a dit> La préfète → Anne Morel',
    ],
    [
      'La préfète Anne Morel est venue. Mme Morel a dit que la digue tient.',
      'indirect ⟦la digue tient⟧ <a dit> Mme Morel → Anne Morel',
    ],
    [
      "Paul Dubois, président de l'Union des ports, est venu. M. Dubois a dit que la digue tient.",
      'indirect ⟦la digue tient⟧ <a dit> M. Dubois → Paul Dubois',
    ],
    ['Paul Dubois est venu. Dubois a dit que la digue tient.', 'indirect ⟦la digue tient⟧ <a dit> Dubois → Paul Dubois'],
    ["L'Union des ports (UDP) est inquiète. L'UDP affirme que la digue cède.", "indirect ⟦la digue cède⟧ <affirme> L'UDP → UDP"],
    [
      'La société Lanthier est inquiète. La société affirme que la digue cède.',
      'indirect ⟦la digue cède⟧ <affirme> La société → Lanthier',
    ],
  ],
  'fr',
);

sentences(
  'bodies and papers that say',
  [
    [
      'Le tribunal de Sagre a jugé que la digue était mal faite.',
      'indirect ⟦la digue était mal faite⟧ <a jugé> Le tribunal de Sagre → tribunal de Sagre',
    ],
    [
      'Anne Morel rappelle que « rien n’est gagné » mais se dit confiante.',
      'mixed ⟦rien n’est gagné⟧ <rappelle> Anne Morel → Anne Morel',
    ],
    [
      'Le comité dit craindre le pire et dénonce « un scandale ».',
      'indirect ⟦craindre le pire⟧ <dit> Le comité → comité',
      'mixed ⟦un scandale⟧ <dénonce> Le comité → comité',
    ],
    ['Le rapport de la mairie indique que la digue cède.', 'indirect ⟦la digue cède⟧ <indique> Le rapport de la mairie'],
    ['Le journal Le Courrier écrit que la digue cède.', 'indirect ⟦la digue cède⟧ <écrit> Le journal Le Courrier → Le Courrier'],
    ['Un article du Courrier affirme que la digue cède.', 'indirect ⟦la digue cède⟧ <affirme> Un article du Courrier → Courrier'],
    [
      "L'article 3 précise que la digue appartient à la ville.",
      "indirect ⟦la digue appartient à la ville⟧ <précise> L'article 3",
    ],
    ['La loi dit que la digue appartient à la ville.', 'indirect ⟦la digue appartient à la ville⟧ <dit> La loi'],
    ['Les chiffres disent que la digue cède.', 'indirect ⟦la digue cède⟧ <disent> Les chiffres'],
    ['Cela montre que la digue cède.'],
    [
      "Un porte-parole de l'armée a déclaré que la digue cède.",
      "indirect ⟦la digue cède⟧ <a déclaré> Un porte-parole de l'armée → armée",
    ],
    [
      'Le porte-parole du gouvernement, Marc Petit, a déclaré à la presse que la digue cède.',
      'indirect ⟦la digue cède⟧ <a déclaré> Le porte-parole du gouvernement, Marc Petit → Marc Petit',
    ],
    [
      'Marc Petit, porte-parole du gouvernement, interrogé par la presse, a déclaré que la digue cède.',
      'indirect ⟦la digue cède⟧ <a déclaré> Marc Petit, porte-parole du gouvernement → Marc Petit',
    ],
  ],
  'fr',
);

sentences(
  'one quotation leads to the next',
  [
    [
      'Un habitant raconte : « La digue a cédé. » Un autre : « Le pont aussi. »',
      'direct ⟦La digue a cédé.⟧ <raconte> Un habitant',
      'direct ⟦Le pont aussi.⟧ Un autre',
    ],
    [
      '« La digue cède », a-t-il dit, ajoutant : « Le pont tombe. »',
      'direct ⟦La digue cède⟧ <a-t-il dit> il',
      'direct ⟦Le pont tombe.⟧ <ajoutant> il',
    ],
    [
      '« La digue cède », a-t-il dit en ajoutant que le pont tombe.',
      'direct ⟦La digue cède⟧ <a-t-il dit> il',
      'indirect ⟦le pont tombe⟧ <ajoutant> il',
    ],
    [
      '« La digue cède », a dit Anne Morel, précisant que le pont tombe.',
      'direct ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel',
      'indirect ⟦le pont tombe⟧ <précisant> Anne Morel → Anne Morel',
    ],
    [
      '« La digue cède », a dit Anne Morel. Et de préciser : « Le pont tombe. »',
      'direct ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel',
      'direct ⟦Le pont tombe.⟧ <préciser> → Anne Morel',
    ],
    [
      '« La digue cède », a dit Anne Morel. Puis : « Le pont tombe. »',
      'direct ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel',
      'direct ⟦Le pont tombe.⟧ → Anne Morel',
    ],
    [
      '« La digue cède », a dit Anne Morel. Elle a également souligné que le pont tombe.',
      'direct ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel',
      'indirect ⟦le pont tombe⟧ <a également souligné> Elle → Anne Morel',
    ],
    [
      '« La digue cède », a dit Anne Morel. « Le pont tombe », a-t-elle ajouté. « La mer monte. »',
      'direct ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel',
      'direct ⟦Le pont tombe … La mer monte.⟧ <a-t-elle ajouté> elle → Anne Morel',
    ],
    [
      '« La digue cède », dit Anne Morel.\n\n« Le pont tombe », ajoute-t-elle.\n\n« La mer monte. »',
      'direct ⟦La digue cède⟧ <dit> Anne Morel → Anne Morel',
      'direct ⟦Le pont tombe … La mer monte.⟧ <ajoute> elle → Anne Morel',
    ],
    [
      'Anne Morel ne mâche pas ses mots. « La digue cède. Le pont tombe. »',
      'direct ⟦La digue cède. Le pont tombe.⟧ → Anne Morel',
    ],
    [
      "Anne Morel s'inquiète : « La digue cède. » « Le pont tombe », ajoute Paul Dubois.",
      "direct ⟦La digue cède.⟧ <s'inquiète> Anne Morel → Anne Morel",
      'direct ⟦Le pont tombe⟧ <ajoute> Paul Dubois → Paul Dubois',
    ],
  ],
  'fr',
);

sentences(
  'questions, thoughts and wishes',
  [
    ['« Que faire ? », se demande Anne Morel.', 'direct ⟦Que faire ?⟧ <se demande> Anne Morel → Anne Morel'],
    ['Anne Morel se demande si la digue tiendra.'],
    ['Anne Morel se demande comment la digue tiendra.'],
    [
      'Anne Morel a demandé pourquoi la digue cédait et qui paierait.',
      'indirect ⟦pourquoi la digue cédait et qui paierait⟧ <a demandé> Anne Morel → Anne Morel',
    ],
    [
      'Anne Morel a expliqué comment la digue avait cédé.',
      'indirect ⟦comment la digue avait cédé⟧ <a expliqué> Anne Morel → Anne Morel',
    ],
    [
      'Anne Morel a expliqué pourquoi la digue avait cédé.',
      'indirect ⟦pourquoi la digue avait cédé⟧ <a expliqué> Anne Morel → Anne Morel',
    ],
    ['Anne Morel ignore si la digue tiendra.'],
    ['Anne Morel sait que la digue tiendra.'],
    ['Anne Morel croit que la digue tiendra.'],
    ['Anne Morel espère que la digue tiendra.'],
    ['Anne Morel craint que la digue ne cède.'],
    ['Anne Morel veut que la digue soit refaite.'],
    ['Anne Morel a appris que la digue était refaite.'],
    [
      'Anne Morel a constaté que la digue était refaite.',
      'indirect ⟦la digue était refaite⟧ <a constaté> Anne Morel → Anne Morel',
    ],
  ],
  'fr',
);

sentences(
  'infinitives and what is said of oneself',
  [
    ['Anne Morel a annoncé la fermeture « immédiate » du pont.', 'mixed ⟦immédiate⟧ <a annoncé> Anne Morel → Anne Morel'],
    ["Anne Morel a annoncé qu'elle démissionnait.", 'indirect ⟦elle démissionnait⟧ <a annoncé> Anne Morel → Anne Morel'],
    ['Anne Morel dit avoir démissionné, sans dire pourquoi.', 'indirect ⟦avoir démissionné⟧ <dit> Anne Morel → Anne Morel'],
    ['Anne Morel dit ne pas avoir vu la digue.', 'indirect ⟦ne pas avoir vu la digue⟧ <dit> Anne Morel → Anne Morel'],
    [
      "Anne Morel dit vouloir « sauver la digue » avant l'hiver.",
      "mixed ⟦vouloir « sauver la digue » avant l'hiver⟧ <dit> Anne Morel → Anne Morel",
    ],
    ['Anne Morel affirme pouvoir sauver la digue.', 'indirect ⟦pouvoir sauver la digue⟧ <affirme> Anne Morel → Anne Morel'],
    ['Anne Morel se dit inquiète pour la digue.'],
    ["Anne Morel s'est dite prête à partir."],
    ["Anne Morel s'est déclarée « prête à partir » mardi.", "mixed ⟦prête à partir⟧ <s'est déclarée> Anne Morel → Anne Morel"],
    ["Anne Morel s'est plainte que la digue cède.", "indirect ⟦la digue cède⟧ <s'est plainte> Anne Morel → Anne Morel"],
    ["Anne Morel s'étonne que la digue cède.", "indirect ⟦la digue cède⟧ <s'étonne> Anne Morel → Anne Morel"],
    ['Anne Morel a salué « une victoire » pour la ville.', 'mixed ⟦une victoire⟧ <a salué> Anne Morel → Anne Morel'],
    ['Anne Morel évoque un « désastre ».', 'mixed ⟦désastre⟧ <évoque> Anne Morel → Anne Morel'],
    ["Anne Morel a insisté sur « l'urgence » de la situation.", "mixed ⟦l'urgence⟧ <a insisté> Anne Morel → Anne Morel"],
    ["Anne Morel a rappelé à l'ordre les élus."],
    [
      'Anne Morel a rappelé hier soir à Sagre devant la presse que la digue cède.',
      'indirect ⟦la digue cède⟧ <a rappelé> Anne Morel → Anne Morel',
    ],
    ['Anne Morel a fait remarquer que la digue cède.', 'indirect ⟦la digue cède⟧ <a fait remarquer> Anne Morel → Anne Morel'],
    ['Anne Morel a tenu à préciser que la digue tient.', 'indirect ⟦la digue tient⟧ <a tenu à préciser> Anne Morel → Anne Morel'],
    ["Anne Morel vient d'annoncer que la digue tient.", "indirect ⟦la digue tient⟧ <vient d'annoncer> Anne Morel → Anne Morel"],
    ['Anne Morel va annoncer que la digue tient.', 'indirect ⟦la digue tient⟧ <va annoncer> Anne Morel → Anne Morel'],
    ['Anne Morel devrait annoncer que la digue tient.', 'indirect ⟦la digue tient⟧ <devrait annoncer> Anne Morel → Anne Morel'],
    ['Anne Morel doit dire si la digue tient.', 'indirect ⟦si la digue tient⟧ <doit dire> Anne Morel → Anne Morel'],
    ['Anne Morel refuse de dire que la digue tient.', 'indirect ⟦la digue tient⟧ <dire> Anne Morel → Anne Morel'],
    ['Anne Morel a refusé de dire si la digue tient.', 'indirect ⟦si la digue tient⟧ <dire> Anne Morel → Anne Morel'],
    ['Anne Morel a fini par admettre que la digue cède.', 'indirect ⟦la digue cède⟧ <admettre> Anne Morel → Anne Morel'],
    ["Anne Morel n'a cessé de répéter que la digue cède.", 'indirect ⟦la digue cède⟧ <répéter> Anne Morel → Anne Morel'],
  ],
  'fr',
);

sentences(
  'said by nobody in particular',
  [
    ['Je dois dire que la digue cède.', 'indirect ⟦la digue cède⟧ <dois dire> Je'],
    ['Vous dites que la digue cède.', 'indirect ⟦la digue cède⟧ <dites> Vous'],
    ['Je vous dis que la digue cède.', 'indirect ⟦la digue cède⟧ <dis> Je'],
    ['Le fait que la digue cède inquiète Anne Morel.'],
    ["L'idée que la digue cède inquiète Anne Morel."],
  ],
  'fr',
);

sentences(
  'nouns of saying, papers and sources',
  [
    ["L'annonce que la digue cédait a surpris Anne Morel.", 'indirect ⟦la digue cédait⟧ <annonce>'],
    [
      "La déclaration d'Anne Morel, selon laquelle la digue cède, a surpris.",
      'indirect ⟦la digue cède⟧ <déclaration> Anne Morel → Anne Morel',
    ],
    ['La déclaration selon laquelle la digue cède a surpris Anne Morel.', 'indirect ⟦la digue cède⟧ <déclaration>'],
    [
      'Anne Morel a déclaré dans un communiqué publié mardi : « La digue cède. »',
      'direct ⟦La digue cède.⟧ <a déclaré> Anne Morel → Anne Morel',
    ],
    [
      'Dans un communiqué, Anne Morel a déclaré que la digue cède.',
      'indirect ⟦la digue cède⟧ <a déclaré> Anne Morel → Anne Morel',
    ],
    [
      '« La digue cède », indique un communiqué de la mairie.',
      'direct ⟦La digue cède⟧ <indique> un communiqué de la mairie → mairie',
    ],
    ['« La digue cède », indique la mairie dans un communiqué.', 'direct ⟦La digue cède⟧ <indique> la mairie → mairie'],
    ["« La digue cède », a indiqué à l'AFP une source policière.", 'direct ⟦La digue cède⟧ <a indiqué> une source policière'],
    [
      "« La digue cède », a indiqué à l'AFP une source policière, précisant que le pont tombe.",
      'direct ⟦La digue cède⟧ <a indiqué> une source policière',
      'indirect ⟦le pont tombe⟧ <précisant> une source policière',
    ],
    ['« La digue cède », a-t-on indiqué de source policière.', 'direct ⟦La digue cède⟧ <a-t-on indiqué> source policière'],
    ['« La digue cède », a-t-on appris de source policière.', 'direct ⟦La digue cède⟧ <a-t-on appris> source policière'],
  ],
  'fr',
);

sentences(
  'clauses behind what is said',
  [
    ['La digue cède, dit-on.'],
    ['La digue cède, dit la rumeur.', 'indirect ⟦La digue cède⟧ <dit> la rumeur'],
    ['La digue cède, paraît-il.'],
    ['La digue cède, semble-t-il.'],
    ['La digue cède, je crois.'],
    ['La digue, dit-elle, cède.', 'indirect ⟦La digue … cède⟧ <dit> elle'],
    ['La digue cède, dit-elle ; le pont tombe.', 'indirect ⟦La digue cède⟧ <dit> elle'],
    ['La digue cède, dit-elle. Le pont tombe.', 'indirect ⟦La digue cède⟧ <dit> elle'],
    ["La digue cède : c'est Anne Morel qui le dit."],
    ["La digue cède, comme l'a dit Anne Morel.", 'indirect ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel'],
    ["Comme l'a dit Anne Morel : « La digue cède. »", 'direct ⟦La digue cède.⟧ <a dit> Anne Morel → Anne Morel'],
    ["Ainsi que l'a souligné Anne Morel, la digue cède.", 'indirect ⟦la digue cède⟧ <a souligné> Anne Morel → Anne Morel'],
    [
      'Et comme le dit Anne Morel, la digue cède, mais le pont tient.',
      'indirect ⟦Et … la digue cède, mais le pont tient⟧ <dit> Anne Morel → Anne Morel',
    ],
    ['« La digue cède », comme le dit Anne Morel.', 'direct ⟦La digue cède⟧ <dit> Anne Morel → Anne Morel'],
  ],
  'fr',
);

sentences(
  'titles, terms and what is written somewhere',
  [
    ['La « digue » cède.', 'scare ⟦digue⟧'],
    ['Le mot « digue » vient du néerlandais.', 'title ⟦digue⟧'],
    ["Le roman « La Digue » d'Anne Morel est sorti.", 'title ⟦La Digue⟧'],
    [
      'Dans « La Digue », Anne Morel raconte que la mer monte.',
      'title ⟦La Digue⟧',
      'indirect ⟦la mer monte⟧ <raconte> Anne Morel → Anne Morel',
    ],
    ['Le groupe « Les Digues » a chanté « La Mer ».', 'title ⟦Les Digues⟧', 'title ⟦La Mer⟧'],
    ['Un projet baptisé « Digue 2020 » est né.', 'title ⟦Digue 2020⟧'],
    ["L'opération « Digue propre » commence.", 'title ⟦Digue propre⟧'],
    ['Les manifestants scandaient « La digue, la digue ! ».', 'direct ⟦La digue, la digue !⟧ <scandaient> Les manifestants'],
    ['Une banderole disait : « Sauvez la digue ».', 'direct ⟦Sauvez la digue⟧ <disait> Une banderole'],
    ['On peut lire sur la pancarte : « Sauvez la digue ».', 'direct ⟦Sauvez la digue⟧ <peut lire> On'],
  ],
  'fr',
);

sentences(
  'marks over paragraphs and within marks',
  [
    [
      '« La digue cède.\n\n« Le pont tombe.\n\n« La mer monte », a dit Anne Morel.',
      'direct ⟦La digue cède. … Le pont tombe. … La mer monte⟧ <a dit> Anne Morel → Anne Morel',
    ],
    [
      '« La digue cède », a dit Anne Morel, « et le pont tombe.\n\n« La mer monte. »',
      'direct ⟦La digue cède … et le pont tombe. … La mer monte.⟧ <a dit> Anne Morel → Anne Morel',
    ],
    ["'La digue cède', a dit Anne Morel.", 'direct ⟦La digue cède⟧ <a dit> Anne Morel → Anne Morel'],
    ['« La digue "cède" », a dit Anne Morel.', 'direct ⟦La digue "cède"⟧ <a dit> Anne Morel → Anne Morel', 'scare ⟦cède⟧'],
    [
      '« La digue ‘cède’ et le pont “tombe” », a dit Anne Morel.',
      'direct ⟦La digue ‘cède’ et le pont “tombe”⟧ <a dit> Anne Morel → Anne Morel',
      'scare ⟦cède⟧',
      'scare ⟦tombe⟧',
    ],
  ],
  'fr',
);

sentences(
  'brackets, colons and who is named beside',
  [
    [
      'Anne Morel [préfète] a dit que la digue [de Sagre] cède.',
      'indirect ⟦la digue [de Sagre] cède⟧ <a dit> Anne Morel [préfète] → Anne Morel',
    ],
    [
      'Anne Morel (la préfète) a dit que la digue cède (et le pont aussi).',
      'indirect ⟦la digue cède (et le pont aussi)⟧ <a dit> Anne Morel (la préfète) → Anne Morel',
    ],
    [
      'Anne Morel a dit : la digue cède, le pont tombe.',
      'indirect ⟦la digue cède, le pont tombe⟧ <a dit> Anne Morel → Anne Morel',
    ],
    ['Anne Morel, citant Paul Dubois, a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> Anne Morel → Anne Morel'],
    ['Cité par Le Courrier, Paul Dubois dit que la digue cède.', 'indirect ⟦la digue cède⟧ <dit> Paul Dubois → Paul Dubois'],
    ['Traitée de « menteuse », Anne Morel se tait.', 'scare ⟦menteuse⟧'],
    ["Accusée par Paul Dubois d'avoir « menti », Anne Morel se tait.", 'mixed ⟦menti⟧ <Accusée> Paul Dubois → Paul Dubois'],
    ["Qualifié d'« absurde » par Anne Morel, le projet est abandonné.", 'mixed ⟦absurde⟧ <Qualifié> Anne Morel → Anne Morel'],
    ["Le projet, qualifié d'« absurde » par Anne Morel, est abandonné.", 'mixed ⟦absurde⟧ <qualifié> Anne Morel → Anne Morel'],
    ['Le projet est jugé « absurde » par la préfète.', 'mixed ⟦absurde⟧ <est jugé> la préfète'],
    [
      'Un projet « absurde », une « faute », dit Anne Morel.',
      'mixed ⟦Un projet « absurde », une « faute »⟧ <dit> Anne Morel → Anne Morel',
    ],
  ],
  'fr',
);

sentences(
  'marked words in an incise’s clause',
  [
    ['Ce sera « difficile », prévient Anne Morel.', 'mixed ⟦Ce sera « difficile »⟧ <prévient> Anne Morel → Anne Morel'],
    [
      'Ce sera « difficile » pour la ville, prévient Anne Morel, mais « pas impossible ».',
      'mixed ⟦Ce sera « difficile » pour la ville … mais « pas impossible »⟧ <prévient> Anne Morel → Anne Morel',
    ],
    [
      "C'est « difficile », mais la digue tiendra, dit Anne Morel.",
      "mixed ⟦C'est « difficile », mais la digue tiendra⟧ <dit> Anne Morel → Anne Morel",
    ],
    [
      "Il y a « trop d'eau » dans le port, constate Anne Morel.",
      "mixed ⟦Il y a « trop d'eau » dans le port⟧ <constate> Anne Morel → Anne Morel",
    ],
    [
      'La digue va « céder cet hiver », affirme Anne Morel, préfète de la Sarre.',
      'mixed ⟦La digue va « céder cet hiver »⟧ <affirme> Anne Morel, préfète de la Sarre → Anne Morel',
    ],
    ['La digue va « céder cet hiver », affirme-t-elle à Sagre.', 'mixed ⟦La digue va « céder cet hiver »⟧ <affirme> elle'],
  ],
  'fr',
);

sentences(
  'who stands behind the verb of an incise',
  [
    ["Elle a tenu, affirme le maire, qui l'a vue.", 'indirect ⟦Elle a tenu⟧ <affirme> le maire'],
    [
      'Elle tiendra, affirme le maire Paul Dubois (Parti vert).',
      'indirect ⟦Elle tiendra⟧ <affirme> le maire Paul Dubois (Parti vert) → Paul Dubois',
    ],
    [
      'Elle tiendra, a affirmé à plusieurs reprises Paul Dubois.',
      'indirect ⟦Elle tiendra⟧ <a affirmé> Paul Dubois → Paul Dubois',
    ],
    ['Elle tiendra, ont affirmé les pêcheurs et le maire.', 'indirect ⟦Elle tiendra⟧ <ont affirmé> les pêcheurs et le maire'],
    ['Elle tiendra, ont-ils affirmé.', 'indirect ⟦Elle tiendra⟧ <ont-ils affirmé> ils'],
    ['Elle tiendra, affirment en chœur les deux élus.', 'indirect ⟦Elle tiendra⟧ <affirment> les deux élus'],
    ['Elle tiendra, affirme de son côté Anne Morel.', 'indirect ⟦Elle tiendra⟧ <affirme> Anne Morel → Anne Morel'],
    ["Elle tiendra, s'est félicitée Anne Morel.", "indirect ⟦Elle tiendra⟧ <s'est félicitée> Anne Morel → Anne Morel"],
    ["Elle tiendra, s'est-elle félicitée.", "indirect ⟦Elle tiendra⟧ <s'est-elle félicitée> elle"],
    ["Elle tiendra, lance-t-il, l'air sombre, à la foule.", 'indirect ⟦Elle tiendra⟧ <lance> il'],
    ['Elle tiendra, dixit le maire.', 'indirect ⟦Elle tiendra⟧ <dixit> le maire'],
  ],
  'fr',
);

sentences(
  'what stands beside a source',
  [
    ['Selon Anne Morel également, la digue cède.', 'indirect ⟦la digue cède⟧ <Selon> Anne Morel → Anne Morel'],
    ['Selon Anne Morel ; « la digue cède ».', 'direct ⟦la digue cède⟧ <Selon> Anne Morel → Anne Morel'],
    [
      "En octobre de l'année 2016, selon Anne Morel, la digue a cédé.",
      "indirect ⟦En octobre de l'année 2016 … la digue a cédé⟧ <selon> Anne Morel → Anne Morel",
    ],
    ['Selon Anne Morel, « la digue cède », mais le pont tient.', 'direct ⟦la digue cède⟧ <Selon> Anne Morel → Anne Morel'],
    ['Selon Anne Morel, « la digue cède » à Sagre.', 'direct ⟦la digue cède⟧ <Selon> Anne Morel → Anne Morel'],
    ['Selon Anne Morel, « la digue cède » et le pont tombe.', 'direct ⟦la digue cède⟧ <Selon> Anne Morel → Anne Morel'],
    [
      'Selon Anne Morel, la digue (celle de Sagre) cède ; le pont tient.',
      'indirect ⟦la digue (celle de Sagre) cède⟧ <Selon> Anne Morel → Anne Morel',
    ],
  ],
  'fr',
);

sentences(
  'insertions between verb and clause',
  [
    ['Anne Morel a dit (hier) que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> Anne Morel → Anne Morel'],
    ['Anne Morel affirme (lire page 3) que la digue cède.', 'indirect ⟦la digue cède⟧ <affirme> Anne Morel → Anne Morel'],
    ['Anne Morel a dit, après avoir vu la digue, que le pont tombe.', 'indirect ⟦le pont tombe⟧ <a dit> Anne Morel → Anne Morel'],
    [
      'Anne Morel a dit, dans un entretien à Radio-Sagre diffusé mardi, que le pont tombe.',
      'indirect ⟦le pont tombe⟧ <a dit> Anne Morel → Anne Morel',
    ],
    ['Anne Morel a dit, lundi, que le pont tombe.', 'indirect ⟦le pont tombe⟧ <a dit> Anne Morel → Anne Morel'],
    ['Anne Morel a dit au maire mardi que le pont tombe.', 'indirect ⟦le pont tombe⟧ <a dit> Anne Morel → Anne Morel'],
    ['Anne Morel est partie sans dire que la digue cède.', 'indirect ⟦la digue cède⟧ <dire> Anne Morel → Anne Morel'],
    ['Il a été bien précisé que la digue cède.'],
    ['Prévenez la mairie si la digue fuit.'],
    ['Des fuites ont été signalées à Sagre.'],
    ['La fuite signalée par Anne Morel inquiète.'],
    ['Les fuites signalées hier inquiètent.'],
    ['Comme prévu, la digue cède.'],
  ],
  'fr',
);

sentences(
  'marks in marks',
  [
    ["Ce que l'on dit de la digue est faux."],
    [
      '« La digue « cède » et le pont tombe », a dit Anne Morel.',
      'direct ⟦La digue « cède » et le pont tombe⟧ <a dit> Anne Morel → Anne Morel',
      'scare ⟦cède⟧',
    ],
    [
      '« La digue “cède « un peu » ici” », a dit Anne Morel.',
      'direct ⟦La digue “cède « un peu » ici”⟧ <a dit> Anne Morel → Anne Morel',
      'scare ⟦cède « un peu » ici⟧',
      'scare ⟦un peu⟧',
    ],
  ],
  'fr',
);

sentences(
  'names of several parts',
  [
    ['Charles de Gaulle a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> Charles de Gaulle → Charles de Gaulle'],
    ['Abd al-Rahman a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> Abd al-Rahman → Abd al-Rahman'],
    ['Jean van der Meer a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> Jean van der Meer → Jean van der Meer'],
    ["Anne d'Arcy a dit que la digue cède.", "indirect ⟦la digue cède⟧ <a dit> Anne d'Arcy → Anne d'Arcy"],
    ['Oussama ben Sadek a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> Oussama ben Sadek → Oussama ben Sadek'],
    [
      'Le maire PS Paul Dubois a dit que la digue cède.',
      'indirect ⟦la digue cède⟧ <a dit> Le maire PS Paul Dubois → Paul Dubois',
    ],
    [
      'Le député UDP Paul Dubois (Sarre) a dit que la digue cède.',
      'indirect ⟦la digue cède⟧ <a dit> Le député UDP Paul Dubois (Sarre) → Paul Dubois',
    ],
    [
      'Jean-Pierre Dubois-Morel a dit que la digue cède.',
      'indirect ⟦la digue cède⟧ <a dit> Jean-Pierre Dubois-Morel → Jean-Pierre Dubois-Morel',
    ],
    ['M. Dubois, alias le Renard, a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> M. Dubois → Dubois'],
  ],
  'fr',
);

sentences(
  'marked words that the sentence gives to somebody',
  [
    ['Il est « agréablement surpris » de la digue.', 'mixed ⟦agréablement surpris⟧ <est> Il'],
    ['Elle « ne croit plus à la digue ».', 'mixed ⟦ne croit plus à la digue⟧ Elle'],
    [
      '« Je suis venue hier matin. La digue cède déjà. » Ce cri a réveillé la ville.',
      'direct ⟦Je suis venue hier matin. La digue cède déjà.⟧',
    ],
    [
      '« Nous avons vu la digue céder devant nous » : la phrase a fait le tour de la ville.',
      'direct ⟦Nous avons vu la digue céder devant nous⟧',
    ],
  ],
  'fr',
);

sentences(
  'what stands around the subject and its verb',
  [
    [
      'Le maire, qui a vu la digue et le pont, et que la crue inquiète, a dit que le port ferme.',
      'indirect ⟦le port ferme⟧ <a dit> Le maire',
    ],
    ['Le maire, que la crue inquiète, a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> Le maire'],
    ['Le maire de la ville où la digue a cédé a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> Le maire de la ville'],
    ['Le maire dont la digue a cédé a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> Le maire'],
    ['Quand la digue a cédé, le maire a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> le maire'],
    ['Si la digue cède, a dit le maire, le port ferme.', 'indirect ⟦Si la digue cède … le port ferme⟧ <a dit> le maire'],
    ['Bien que la digue tienne, le maire a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> le maire'],
    ['Après avoir vu la digue, le maire a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> le maire'],
    ['En voyant la digue, le maire a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> le maire'],
    ['À Sagre, le maire a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> le maire'],
    ['Mardi, à Sagre, le maire a dit que le port ferme.', 'indirect ⟦le port ferme⟧ <a dit> le maire'],
  ],
  'fr',
);

sentences(
  'objects of announcing and answering',
  [
    ['Anne Morel dénonce la « honte » de la ville.', 'mixed ⟦honte⟧ <dénonce> Anne Morel → Anne Morel'],
    [
      'Anne Morel a annoncé vouloir fermer le pont et vendre la digue.',
      'indirect ⟦vouloir fermer le pont et vendre la digue⟧ <a annoncé> Anne Morel → Anne Morel',
    ],
    [
      'Anne Morel assure vouloir, dès lundi, fermer le pont.',
      'indirect ⟦vouloir, dès lundi, fermer le pont⟧ <assure> Anne Morel → Anne Morel',
    ],
    ['Anne Morel a reconnu Paul Dubois dans la rue.'],
    ['Anne Morel a répondu à Paul Dubois.'],
    ['Anne Morel a répondu à Paul Dubois que la digue cède.', 'indirect ⟦la digue cède⟧ <a répondu> Anne Morel → Anne Morel'],
    ['Anne Morel lui a répondu : « La digue cède. »', 'direct ⟦La digue cède.⟧ <a répondu> Anne Morel → Anne Morel'],
    ["Anne Morel lui répond qu'il se trompe.", 'indirect ⟦il se trompe⟧ <répond> Anne Morel → Anne Morel'],
    ["Paul Dubois répond à Anne Morel qu'elle se trompe.", 'indirect ⟦elle se trompe⟧ <répond> Paul Dubois → Paul Dubois'],
    [
      'Paul Dubois a écrit à Anne Morel pour lui dire que la digue cède.',
      'indirect ⟦la digue cède⟧ <dire> Paul Dubois → Paul Dubois',
    ],
    ['Paul Dubois a écrit dans Le Courrier : « La digue cède. »', 'direct ⟦La digue cède.⟧ <a écrit> Paul Dubois → Paul Dubois'],
    ['Paul Dubois a écrit un livre.'],
  ],
  'fr',
);

sentences(
  'papers, cries and answers',
  [
    ['« La digue cède », lit-on dans Le Courrier.', 'direct ⟦La digue cède⟧ <lit> Le Courrier → Le Courrier'],
    ['Une femme crie : « La digue cède ! »', 'direct ⟦La digue cède !⟧ <crie> Une femme'],
    ["Des voix s'élèvent : « La digue cède ! »", 'direct ⟦La digue cède !⟧ Des voix'],
    ['Selon Anne Morel : « La digue cède. »', 'direct ⟦La digue cède.⟧ <Selon> Anne Morel → Anne Morel'],
    ['Selon Anne Morel : la digue cède.', 'indirect ⟦la digue cède⟧ <Selon> Anne Morel → Anne Morel'],
    [
      'La digue cède-t-elle ? « Non », répond Anne Morel. « Elle tient. »',
      'direct ⟦Non … Elle tient.⟧ <répond> Anne Morel → Anne Morel',
    ],
    [
      '« La digue cède-t-elle ? », demande Paul Dubois à Anne Morel. « Non », lui répond celle-ci.',
      'direct ⟦La digue cède-t-elle ?⟧ <demande> Paul Dubois → Paul Dubois',
      'direct ⟦Non⟧ <répond> celle-ci → Anne Morel',
    ],
    ['« Bravo ! », « Merci ! », crie la foule.', 'direct ⟦Bravo ! … Merci !⟧ <crie> la foule'],
  ],
  'fr',
);

sentences(
  'short words said',
  [
    ['Ils crient « bravo » et « merci ».', 'mixed ⟦bravo⟧ <crient> Ils', 'mixed ⟦merci⟧ <crient> Ils'],
    ['Ils crient « bravo ».', 'mixed ⟦bravo⟧ <crient> Ils'],
    ['Ils disent non à la digue.'],
    ['Ils disent « non » à la digue.', 'mixed ⟦non⟧ <disent> Ils'],
    ['Elle dit oui.'],
    ["Elle s'est dit que la digue cède."],
    ['Cela se dit à Sagre.'],
    ["On m'a dit que la digue cède.", 'indirect ⟦la digue cède⟧ <a dit> On'],
    ['On leur a dit que la digue cède.', 'indirect ⟦la digue cède⟧ <a dit> On'],
  ],
  'fr',
);

alone(
  'open marks',
  [
    [
      '"La digue cède", a dit Anne Morel. "Le pont tombe.',
      'direct ⟦La digue cède … Le pont tombe.⟧ <a dit> Anne Morel → Anne Morel',
    ],
  ],
  'fr',
);
