import type { WordClass } from '../../lexicon/wordClasses';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** French function words and the nouns that tell a source from other things. Lower case. */
export const quoteWords: Readonly<Partial<Record<WordClass, readonly string[]>>> = {
  determiner: words(
    "le la les l' un une des du de d' au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs chaque plusieurs quelques certains certaines aucun aucune tout toute tous toutes deux trois quatre cinq six sept huit neuf dix d'autres autres quelque",
  )
    .filter((w) => !['de', "d'", 'au', 'aux', 'des', 'du'].includes(w))
    .concat(['des', 'du']),
  preposition: words(
    "de d' du des à au aux en dans sur sous par pour avec sans chez vers lors depuis pendant après avant entre contre devant derrière malgré dès jusque jusqu' durant selon parmi outre hors via suite près auprès face grâce quant afin envers concernant suivant voici voilà sauf hormis",
  ),
  of: words("de d' du des"),
  subject: words("il elle ils elles on je j' tu nous vous ce c' cela ça celui celle ceux celles"),
  oblique: words('lui elle eux elles moi toi soi nous vous celui celle ceux celles'),
  indefinite: words('certains certaines un une aucun beaucoup plusieurs quelques-uns tous chacun chacune')
    .filter((w) => w !== 'un' && w !== 'une')
    .concat(["l'un", "l'une"]),
  clitic: words("le la les l' lui leur se s' me m' te t' nous vous y en ne n'"),
  that: words("que qu'"),
  relative: words('qui dont où lequel laquelle lesquels lesquelles duquel auquel auxquels auxquelles desquels desquelles'),
  question: words('si comment pourquoi quand combien quel quelle quels quelles où'),
  conjunction: words('et ou mais or ni car donc puis soit'),
  subordinator: words(
    "quand lorsque lorsqu' si s'il comme puisque puisqu' alors tandis parce afin bien quoique quoiqu' pourvu dès avant après pendant",
  ).filter((w) => !['avant', 'après', 'pendant', 'dès', 'bien'].includes(w)),
  adverb: words(
    "aussi ainsi alors encore déjà toujours jamais souvent parfois ensuite enfin puis donc pourtant cependant toutefois néanmoins notamment également très trop assez plutôt surtout même bien mal peu plus moins tant autant ici là ailleurs désormais maintenant aujourd'hui hier demain tôt tard longtemps bientôt aussitôt ensuite d'abord certes quasi presque environ seulement quand-même là-bas tout ensemble encore non oui justement auparavant davantage depuis tantôt vite volontiers exprès récemment dernièrement immédiatement",
  ),
  negation: words("ne n' pas point jamais rien guère plus aucunement nullement"),
  time: words(
    "hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche matin matinée midi après-midi soir soirée nuit janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine mois année jour jours heure heures minuit week",
  ),
  particle: words("de du des d' la le von van der den di da del della dos el al ben bin ibn abou abu bint ter ten zu zur y e af"),
  human: words(
    'ministre président présidente secrétaire chef cheffe directeur directrice porte parole député députée sénateur sénatrice maire préfet préfète procureur procureure juge avocat avocate conseiller conseillère responsable dirigeant dirigeante leader candidat candidate élu élue membre membres représentant représentante chancelier chancelière roi reine prince princesse pape cardinal évêque archevêque imam rabbin général colonel commandant capitaine lieutenant amiral maréchal policier policière gendarme gendarmes soldat soldats militaire militaires pompier pompiers enquêteur enquêteurs expert experte experts spécialiste analyste observateurs chercheur chercheuse scientifique scientifiques astronome astrophysicien physicien physicienne biologiste historien historienne économiste sociologue politologue professeur professeure médecin médecins docteur infirmière patron patronne pdg fondateur fondatrice cofondateur entrepreneur syndicaliste syndicalistes militant militante militants opposant opposants manifestant manifestants habitant habitants riverain riverains témoin témoins victime victimes proche proches père mère fils fille frère soeur sœur oncle tante cousin cousine neveu nièce papa maman bonhomme vieillard dame demoiselle comte comtesse marquis marquise duc duchesse baron baronne chevalier abbé curé valet servante cocher aubergiste marchand marchande moine berger bergère paysan paysanne notaire épouse époux mari femme homme garçon enfant enfants parent parents ami amie amis voisin voisine voisins journaliste correspondant envoyé écrivain auteur auteure autrice acteur actrice chanteur chanteuse réalisateur réalisatrice cinéaste artiste peintre joueur joueuse entraîneur sélectionneur champion championne capitaine coach athlète cycliste footballeur supporters star vedette adjoint adjointe délégué déléguée ambassadeur ambassadrice consul diplomate diplomates émissaire négociateur commissaire gouverneur gouverneure parlementaire parlementaires rebelle rebelles insurgés chefs autorités dirigeants responsables élus députés sénateurs ministres avocats syndicats organisateurs gens personne personnes jeune jeunes suspect accusé prévenu détenu otage survivant passager conducteur chauffeur pilote agriculteurs éleveurs étudiant étudiante étudiants lycéen lycéenne lycéens élève élèves enseignants professeurs salariés ouvriers employés clients usagers consommateurs électeurs citoyens internautes monsieur madame messieurs docteur maître mme m mgr successeur prédécesseur collègue collègues homologue rapporteur greffier coroner shérif magistrat magistrate magistrats démissionnaires bénévoles officier sergent caporal brigadier agent inspecteur garde marin pêcheur patron matelot capitaine navigateur sauveteur secouriste infirmier sage-femme éducateur psychologue psychiatre chirurgien architecte ingénieur technicien chercheurs comptable banquier trader milliardaire industriel commerçant restaurateur vigneron paysan berger instituteur institutrice écolier lycéen collégien adolescent adolescente bébé vieillard retraité retraitée grand-père grand-mère cousin cousine neveu nièce fiancé fiancée compagnon compagne touriste migrant réfugié exilé terroriste djihadiste kamikaze tireur assaillant ravisseur voleur braqueur meurtrier assassin complice coéquipier coureur cycliste nageur sauteur lanceur gardien défenseur attaquant milieu arbitre finaliste vainqueur perdant champion skieur pilote navigateur cosmonaute astronaute spationaute chimiste mathématicien philosophe essayiste romancier romancière poète dramaturge compositeur musicien rappeur rappeuse danseur danseuse mannequin styliste sculpteur photographe dessinateur caricaturiste blogueur youtubeur influenceur coordinateur coordinatrice présidents chanteurs camarade citoyen bloquiste socialiste centriste écologiste libéral conservateur démocrate républicain eurodéputé eurodéputée humoriste animateur animatrice producteur productrice éditeur éditrice rédacteur rédactrice lauréat lauréate boulangère boulanger curé abbé moine vieillard vieille vieux dame demoiselle tante oncle domestique valet servante comtesse comte marquis marquise baron baronne duc duchesse vicomte chevalier notaire apothicaire laboureur orateur orateurs intervenants collègues huissier chroniqueur chroniqueurs trésorier trésorière caissier caissière gérante exploitante propriétaire propriétaires locataire locataires bailleur fermier fermière fermiers maraîcher boucher bouchère pharmacien pharmaciens coiffeur serveur cuisinier cuisinière pâtissier hôtelier hôtelière greffière échevin bourgmestre châtelain seigneur empereur sultan émir calife tsar évêques moines prieur missionnaire missionnaires ermite pèlerin pèlerins prophète intendant sénéchal bailli gouverneurs voyageur voyageurs corsaire pirate pirates passante passants badauds rival rivale rivaux adversaire adversaires concurrent concurrents partenaire actionnaire actionnaires créancier repenti agresseur fugitif malade malades soignante soignants pédiatre bibliothécaire proviseur proviseure doyen doyenne concierge vigile interlocuteur vice-président souverain souveraine monarque conseillers adjoints commissaires rapporteurs procureurs préfets maires historiens économistes médecins commerçants commerçante restauratrice hébergeur assureur assureurs entraîneurs dirigeante',
  ).concat(
    words(
      'comédien comédienne enseignant enseignante technicienne opposante gagnant gagnante intéressé intéressée trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire centenaire couturier couturière skipper libraire pharmacienne vétérinaire généticien généticienne écrivaine poétesse chorégraphe gymnaste judoka boxeur nageuse skieuse gardienne buteur attaquante plaignant plaignante accusée prévenue suspecte détenue passagère survivante rescapé rescapée blessé blessée riveraine ouvrier ouvrière employé employée salarié salariée bachelier bachelière doctorant doctorante gérant adhérent adhérente remplaçant remplaçante arrière-petit-fils petit-fils petite-fille beau-père belle-mère beau-frère belle-sœur gendre veuf veuve orphelin orpheline comparse mathématicienne musicienne édile technocrate intérimaire occupant occupante exploitant mareyeur mareyeuse sommelier sommelière jardinier jardinière bijoutier bijoutière épicier épicière menuisier plombier électricien électricienne maçon garagiste aide-soignant aide-soignante ambulancier ambulancière urgentiste épidémiologiste',
    ),
  ),
  institution: words(
    'gouvernement ministère parquet police gendarmerie justice tribunal cour préfecture mairie municipalité région département conseil comité commission assemblée sénat parlement chambre présidence élysée kremlin maison armée état-major défense otan onu union agence office institut organisme université académie observatoire laboratoire centre école faculté hôpital chu groupe entreprise société compagnie firme constructeur banque fonds organisation ong association fédération confédération syndicat ligue collectif fondation parti mouvement front coalition alliance opposition majorité délégation ambassade consulat diplomatie église vatican évêché club équipe direction administration autorité autorités services service secrétariat rédaction bureau cellule unité bloc régime état etat junte exécutif nation pays ville police pompiers secours régie rectorat métropole agglomération intercommunalité sous-préfecture capitainerie intendance clinique maternité musée théâtre bibliothèque diocèse paroisse commissariat caserne laboratoires assureur mutuelle coopérative',
  ),
  source: words(
    'journal quotidien hebdomadaire magazine revue presse média médias chaîne chaine radio télévision site page compte blog agence dépêche article étude études enquête sondage sondages rapport rapports document documents communiqué communiqués déclaration déclarations témoignage témoignages source sources estimation estimations chiffre chiffres statistiques données bilan bilans information informations analyse analyses expertise rumeur rumeurs récit version propos note courrier lettre message messages télégramme texte tribune entretien interview mémoires livre ouvrage recensement baromètre résultats constatations éléments liste accusation défense légende tradition proverbe dicton bible coran croyances calculs commentaire commentaires conclusion conclusions affirmations prévisions projections observations indiscrétions confidences expression termes mots',
  ),
  message: words(
    'histoire message constat avertissement mot mots phrase question réponse déclaration aveu confidence annonce précision formule conclusion nouvelle version chose',
  ),
  conformity: words(
    'loi lois règlement règlements règle règles norme normes procédure procédures instruction instructions directive directives méthode méthodes critère critères besoin besoins cas âge type types taille nature ordre principe principes modalité modalités disponibilité disponibilités convenance calendrier processus protocole protocoles posologie dose doses mode modes manière façon usage usages coutume prix tarif tarifs barème niveau degré fréquence moyens possibilités circonstances situation contexte région régions pays saison heure endroit lieu sexe poids volonté gré goût formule tableau article articles_ décret arrêté constitution convention accord accords contrat plan réglementation législation ligne recommandation recommandations prescription prescriptions axe axes modèle recette rite espèce espèces point humeur importance gravité évolution moment',
  ).filter((w) => w !== 'articles_' && w !== 'article' && w !== 'loi_' && w !== 'pays' && w !== 'point'),
  titleNoun: words(
    'film films livre livres roman romans album albums chanson chansons single série série émission émissions spectacle spectacles pièce opéra ouvrage essai recueil tableau documentaire documentaires titre intitulé intitulée intitulés intitulées rubrique article exposition festival concours opération opérations prix trophée magazine revue journal quotidien hebdomadaire blog jeu programme projet collection catégorie mention label marque',
  ),
  naming: words(
    'dit dite dits dites surnommé surnommée surnommés baptisé baptisée baptisés nommé nommée nommés dénommé dénommée appelé appelée appelés appelées soi-disant prétendu prétendue alias mot mots terme termes expression slogan sobriquet surnom nom pseudonyme devise mouvement',
  ),
  many: words(
    'autres nombreux nombreuses nouveaux nouvelles hauts hautes tels telles multiples plusieurs rares récents récentes',
  ),
  office: words(
    'délégué déléguée chargé chargée chercheur chercheuse chercheurs professeur professeure enseignant enseignante conseiller conseillère maître directeur directrice candidat candidate député députée avocat avocate général générale ambassadeur ambassadrice envoyé envoyée ingénieur ingénieure spécialiste étudiant étudiante docteur expert experte consultant consultante correspondant correspondante astronome physicien physicienne responsable',
  ),
  cueNoun: words(
    'déclaration déclarations affirmation affirmations accusation accusations assertion critique rumeur rumeurs témoignage conclusion avertissement assurance aveu allégation allégations argument thèse promesse annonce information informations remarque objection reproche réponse constat constatation révélation prédiction confirmation nouvelle précision engagement serment démenti',
  ),
  mouthpiece: words(
    'porte communiqué communiqués page compte site service dires propos déclaration déclarations mots termes tweet message messages',
  ),
  vague: words('on'),
};
