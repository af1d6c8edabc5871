import type { DatePack } from '../../dates/pack';
import { calendarNames } from './calendar.generated';
import { directionWeights } from './direction.generated';
import { feasts, republicanMonths } from './feasts';
import { numbers, ordinals } from './numbers';
import { textRules } from './text';

/** Words of grammar: behind a number they show that it counts nothing (en 2015 avec …). */
const FUNCTION_WORDS =
  "à|au|aux|a|ont|est|sont|était|étaient|sera|fut|avait|avec|avant|après|car|ce|cet|cette|ces|c'est|chez|comme|contre|d'|dans|de|depuis|des|devant|donc|dont|du|elle|elles|en|entre|et|il|ils|jusqu'|l'|la|le|les|leur|leurs|lors|lorsque|mais|malgré|même|n'|ne|ni|notamment|nous|on|or|ou|où|par|pas|pendant|pour|puis|puisque|qu'|quand|que|qui|s'|sa|sans|se|selon|ses|si|soit|son|sous|sur|tandis|un|une|vers|via|vous|y|contre|afin|alors|aussi|déjà|encore|environ|puis|ainsi|également|près|grâce";

// Verbs that form their past with être: with est and sont others are in the passive of the present.
const MOVEMENT =
  'allé|arrivé|venu|devenu|revenu|parti|reparti|sorti|ressorti|entré|rentré|né|mort|décédé|tombé|retombé|resté|monté|descendu|retourné|passé|survenu|intervenu|parvenu|apparu|éteint';
const PAST_WITH_ETRE = MOVEMENT.split('|')
  .flatMap((verb) => [`est ${verb}`, `est ${verb}e`, `sont ${verb}s`, `sont ${verb}es`])
  .join('|');

export const datePack: DatePack = {
  language: 'fr',
  text: textRules,
  names: calendarNames,
  numbers,
  dayFirst: true,
  capitals: false,
  direction: directionWeights,
  rules: [],
  future:
    '(?!(?:re|at|sou|ex|ins|as|res|dés|adm|conf)?t?p?ira$|vira$|admira$|désira$|narra$|opera$|caméra$)[\\p{L}]*(?:era|eront|erai|erons|erez|ira|iront|irai|dra|dront|vra|vront|rra|rront|aura|auront)|devrait|devraient|serait|seraient|pourrait|pourraient|va|vont|doit|doivent|peuvent|pouvez|devez|prévue?s?|prévoit|prévoient|envisage|prochainement|bientôt|programmée?s?|attendue?s?|fixée?s?',
  past: 'a|ont|ai|avait|avaient|était|étaient|fut|furent|eut|eurent|(?!(?:(?:demi-)?journ|ann|soir|matin|dur|arriv|entr|rentr|tourn|arm|id|mus|lyc|mêl|mont|pens|vall|poign|dict|fum|chauss|marqu|randonn|dest)ées$|(?:comit|march|côt|sant|libert|trait|beaut|cong|degr|déput|clart|fiert|pauvret|sûret|volont|bont|gaiet|quali|aîn|pav|carr|d)és$|[\\p{L}]*(?:[lrnscdt]|iv|qu)ités$|sociétés$)[\\p{L}]{3,}(?:[^r]aient|[^r]ait|èrent|irent|urent|és|ées|dus|[^a]urait|[^a]uraient|[ao]rait|[ao]raient|[eo]ntrait|[eo]ntraient)',
  forms: {
    conditional: /^\p{L}{2,}[^t]?r(?:ait|aient)$/u,
    infinitive: /^\p{L}{2,}(?:er|ir|re|oir)$/u,
    simpleFuture: /^\p{L}{2,}(?:era|eront|ira|iront|dra|dront)$/u,
  },
  misspelt: { A: 'à', Etait: 'était' },
  participle:
    '(?!(?:(?:demi-)?journ|ann|soir|matin|dur|arriv|entr|rentr|tourn|arm|id|mus|lyc|mêl|mont|pens|vall|poign|dict)ées?$|(?:comit|march|côt|sant|libert|trait|beaut|cong|degr|déput|clart|fiert|pauvret|sûret|volont|bont|gaiet)és?$|[\\p{L}]*(?:[lrnscdt]|iv|qu)ités?$|société)[\\p{L}]{2,}(?:é|ée|és|ées)|(?:mort|(?:re|r)?(?:vendu|élu|rendu|paru|tenu|survenu|ouvert|produit|construit|détruit|écrit|sorti|mis|pris|remis))e?s?',
  plural: /[sxz]$/,
  classes: {
    presentPassive: 'est|sont',
    pastPhrase: `s'est|se sont|s'était|vient de|vient d'|viennent de|viennent d'|venait de|${PAST_WITH_ETRE}`,
    the: "le|la|les|l'",
    of: "de|du|d'|des|de l'",
    in: 'en|dans|au|à',
    at: 'à|a|dès|vers|au',
    around: 'vers|à environ|aux alentours de|autour de|aux environs de|plutôt vers|à',
    and: 'et|ou|et|puis|ainsi que',
    comma: ',',
    numeralAnd: 'et',
    ordinalSuffix: 'er|ère|re|e|è|ème|eme|ième|ieme|nd|nde',
    one: 'un|une',
    some: 'quelques|plusieurs|divers|diverses|de nombreux|de nombreuses|de longs|de longues|de très nombreuses|de très nombreux',
    dozens: 'des dizaines|des centaines|des milliers|plusieurs dizaines|plusieurs centaines|quelques dizaines',
    roughly: 'ou|à',
    adjective:
      'longs|longues|bons|bonnes|grands|petites|petits|longue|long|bonne|bon|petite|petit|grande|pleines|pleins|premiers|premières|nouvelles|nouveaux',
    half: 'demi|demie',
    hourMark: 'h',
    hourWord: 'heures|heure',
    minuteMark: 'min|mn|minutes|m',
    minuteWord: 'min|mn|minutes',
    yearWord: 'an|année',
    monthWord: 'mois|courant',
    theYear: "l'an|en l'an|l'année|année",
    seasonWord: 'mois',
    quarterUnit: 'trimestre',
    halfUnit: 'semestre',
    decadeWord: 'années',
    decadeUnit: 'décennie|décennies',
    decadeSuffix: 's',
    centuryWord: 'siècle|siècles|s.|s',
    yearSpan: 'exercice|biennum',
    seasonYears: 'saison|la saison',
    schoolYears: 'année scolaire|année universitaire|année académique|année judiciaire',
    fiscalYear: 'exercice fiscal|année fiscale|exercice',
    schoolStart: 'rentrée scolaire|rentrée des classes|rentrée universitaire|rentrée littéraire',
    schoolWord: 'rentrée',
    isoWeekWord: 'semaine|semaine n°|semaine numéro',
    that: 'ce|cet|cette|cette même|ce même',
    these: 'ces|les',
    there: '-là|- là|là',
    same: 'même|mêmes',
    thatTime: 'même moment|même instant|ce moment-là|ce moment là|cet instant|cet instant-là|ce moment précis',
    samePeriod:
      'la même époque|la même période|même époque|même période|la même date|cette époque|cette époque-là|cette période|cette date|cette date-là',
    during: 'courant',
    approximately: 'vers|aux alentours de|autour de|aux environs de|environ',
    after: 'après|suivant',
    before: 'avant|précédant',
    agoBefore:
      'il y a|il y a tout juste|il y a exactement|il y a déjà|il y a maintenant|il y a environ|il y a près de|il y a plus de|il y a à peine|voici|voilà|voilà plus de|il y aura',
    inAmount: "dans|d'ici",
    fromNow: "dans le futur|à partir d'aujourd'hui|à compter d'aujourd'hui",
    laterAfter: 'plus tard|après|plus tard dans la journée|ensuite',
    earlierAfter: 'plus tôt|auparavant|avant|en arrière',
    until: 'à|au|jusqu’à',
    partPrefix: 'en|au|à la|dans la|dès le|dès la',
    duringDay:
      "au|dans|pendant|durant|au cours de|en|en cours de|tard dans|vers|au milieu de|jusqu'au|jusqu'aux|aux|dans les|jusque tard dans|toute|hier|dès|jusqu'à|jusqu'en|plus tard dans|tôt|tard|tôt dans",
    cleft: "c'est|c'était|ce sera|ce fut",
    relative: "qui|que|qu'|dont|où",
    ofTheDay: 'de',
    laterOutside: 'plus tard|après|avant|plus tôt|auparavant',
    inCourseOfThe: 'cours du|courant du|long du',
    every: 'tous les|toutes les|chaque',
    everySecond: 'sur deux|sur 2',
    other: 'autres|deuxième',
    habitual: 'le',
    timesWord: 'fois',
    beforeClock:
      "à|de|dès|vers|avant|après|jusqu'à|entre|et|depuis|aux environs de|aux alentours de|autour de|à partir de|environ|pour|ou|d'|à compter de|il est|sur les|le coup de|aux",
    beforeAmount:
      'pendant|durant|en|près de|plus de|moins de|depuis|il y a|pour|toutes les|dans|duré|dure|durée de|bout de|bout d’|sous|délai de|retard de|avance de|plus d’|moins d’',
    local:
      'heure locale|heures locales|locales|locale|heure de paris|heure française|heure de l’est|heure avancée de l’est|heure du pacifique|heure du centre|heure de bruxelles|heure de genève|heure de québec|heure de montréal',
    past: 'passé de',
    rangeTo: "à|au|-|–|—|jusqu'à|jusqu'au|a",
    functionWord: FUNCTION_WORDS,
    doubtful: 'mars|avril|mai|juin|août|février|printemps|été|automne|hiver',
    beforeMonth:
      "en|depuis|de|d'|début|fin|mi|mi-|dès|courant|jusqu'en|jusqu'à|à partir de|à partir d'|avant|après|au mois de|mois de|entre|vers|pour|et|ou|d'ici|d'ici à|à|ce|cet|dès|le|du|jusqu'à fin",
    beforeYear:
      "en|depuis|de|d'|début|fin|mi-|dès|courant|jusqu'en|jusqu'à|à partir de|avant|après|entre|vers|d'ici|d'ici à|à|an|année|l'an|l'année|et|ou|pour|autour de|dans les années|horizon|millésime|exercice|saison|rentrée|printemps|été|automne|hiver|noël|toussaint|pâques|élections|élection|présidentielle|législatives|municipales|européennes|promotion|édition|recensement|horizon|loi de|printemps|budget|réforme de|crise de|révolution de|traité de|constitution de|accord de|guerre de|jusque|pendant|que|qu'|sur|par rapport à|décembre|en l'an",
    inYear: "en|depuis|jusqu'en|dès|courant|d'ici|d'ici à|an|l'an|année|l'année|fin|début|avant|après",
    notBeforeDay: 'article|articles|chapitre|page|pages|n°|numéro|route|alinéa',
    notBeforeYear:
      'n°|no|numéro|article|page|pages|p.|résolution|vol|boeing|airbus|peugeot|windows|server|office|bmw|seat|renault|citroën|rfc|iso|norme|bp|poste|code|cedex|chambre|route|rd|rn|département|euros|€|$|lot|dossier|kilomètre|km|mission|référence|près de|plus de|moins de|environ|quelque|quelques|les|dont',
    eventBefore:
      'ryder cup|cup|masters|super bowl|champion|championne|champions|championnes|vice-champion|vice-championne|internationaux|eurovision|miss|universiade|présidentielle|législatives|municipales|européennes|régionales|cantonales|baccalauréat|bac|biennale|foire|can|ligue|mondial des|challenge|critérium|transat|course|fête|rencontres|printemps|journées|trophée|trophy|prix|festival|salon|rallye|euro|copa|marathon|jo|jeux|euro|mondial|mondiaux|cop|coupe|open|expo|exposition|agenda|élections|sommet|grand prix|championnats|championnat|tour|tour de france|roland-garros|wimbledon|us open|paris|davos|g20|g8|g7|convention|guerre',
    counted:
      'euros|euro|francs|dollars|dollar|livres|yens|roubles|personnes|habitants|hommes|femmes|enfants|emplois|postes|morts|blessés|victimes|soldats|km|kilomètres|mètres|mètre|m|m2|kg|kilos|tonnes|tonne|litres|hectares|ha|salariés|places|électeurs|voix|spectateurs|visiteurs|voitures|logements|élèves|étudiants|exemplaires|tours|pages|mots|points|watts|mw|kw|go|mo|ko|mhz|ghz|w|tr|hl|chevaux|ch|cv|cas|fois|ans|milliards|millions|mille|migrants|réfugiés|manifestants|participants|combattants|militants|km2|familles|dossiers|véhicules|unités|têtes|heures',
    beforeShortYear: "en|depuis|fin|début|jusqu'en|dès|entre|année|l'an|mi-",
    beforeDay: "le|du|au|les|dès le|depuis le|jusqu'au|samedi|date du|en date du|daté du|lendemain du",
    beforeBareDay: "à partir du|à compter du|depuis le|jusqu'au|dès le|avant le|après le|d'ici au|du samedi|nuit du",
    beforeTheDay: 'entre',
    streetBefore:
      'mission|la mission|planète|rue du|boulevard du|place du|avenue du|square du|quai du|lycée du|cours du|stade du|pont du|station du|esplanade du|allée du|impasse du|collège du|caserne du',
    hyphenable: 'mi|début|fin|avant|après|entre|week|milieu',
    afterHyphen: 'là|ci|midi',
    periodBefore: 'période|la période|entre|années|de|les années|intervalle',
    notADate:
      "il y a peu de|il y a peu d'|nouvel an chinois|nouvel an lunaire|nouvel an juif|nouvel an berbère|marché de noël|marchés de noël|père noël|père-noël|pères noël|sapin de noël|sapins de noël|arbre de noël|conte de noël|contes de noël|cadeau de noël|cadeaux de noël|chants de noël|prime de noël|champ de mars|champ-de-mars|champs de mars|mars 2020 rover|journal du dimanche|dernière minute|minute papillon|première guerre mondiale|seconde guerre mondiale|24 heures du mans|24 heures chrono|heure h|jour j|an neuf|en même temps|nuit debout|printemps arabe|printemps de prague|planète mars|sur mars|printemps des peuples|les années lumière|années-lumière|années lumière|année-lumière|24 h sur 24|24h sur 24|24h/24|24 h/24|7 jours sur 7|7j/7|sept jours sur sept|24 heures sur 24|vingt-quatre heures sur vingt-quatre|du jour au lendemain|au jour le jour|un jour ou l'autre|jour et nuit|nuit et jour|heures supplémentaires|heure de pointe|heures de pointe|de bonne heure|à l'heure où|tout à l'heure|mi-temps|mauvais quart d'heure|dernier quart d'heure|temps plein|maréchal|accord du vendredi saint|accords du vendredi saint|la minute de silence|une minute de silence|minute de silence|km à l'heure|kilomètres à l'heure|à l'heure du|vingt heures de|20 heures de tf1|le monde diplomatique|le canard enchaîné|deuxième sexe|seconde chance|une seconde fois|seconde fois|lune de miel|premier jour du reste|emploi du temps|jours fériés|jour férié|congé de|grand soir|grand jour",
    ageBeforeAlone:
      "a|ont|avait|avaient|aura|n'a que|n'avait que|n'ont que|n'avaient que|n'aura que|ses|mes|leurs|tes|à|aux|dès|entre",
    ageGroupBefore: 'aux|des|les|chez les|ces',
    ageAdverb: 'également|aussi|elle aussi|lui aussi|alors|seulement|désormais|aujourd’hui|à peine|tout juste|environ',
    agoThat: "que|qu'",
    amountOpens: 'depuis|fait|faisait|fera|voilà|voici|il y a|dure|durent',
    futureOf: "de|d'|du|des",
    oftenAdjective:
      'quotidien|quotidienne|quotidiens|quotidiennes|hebdomadaire|hebdomadaires|mensuel|mensuelle|mensuels|mensuelles|annuel|annuelle|annuels|annuelles|trimestriel|trimestrielle|trimestriels|trimestrielles|biennal|biennale|biennales',
    pluralWhich: 'derniers|dernières|prochains|prochaines|passés|passées|écoulés|écoulées',
    distance: 'km|kilomètres|kilomètre|mètres|mètre|cm|centimètres|mm|millimètres|miles|nœuds|milles',
    wholeDayPart: 'toute la|toute une|tout le|tout un|tout l’',
    notAfterAge: "de|d'|avec|ferme|fermes|pour|plus tard|avant|après",
    ageBefore:
      "âgé de|âgée de|âgés de|âgées de|agé de|agée de|agés de|agées de|âgé d'|âgée d'|âgés d'|âgées d'|l'âge de|âge de|vieux de|vieille de|vieilles de|moins de|les moins de|des moins de|les plus de|des plus de|aux plus de|fêté ses|fête ses|fêter ses|avoir|aura",
    ageAfter: "d'âge|et demi d'âge|de moyenne d'âge",
    ageOf: "de|d'",
    person:
      'homme|femme|enfant|enfants|fille|filles|garçon|garçons|fillette|fillettes|garçonnet|bébé|nourrisson|adolescent|adolescente|adolescents|jeune|jeunes|mineur|mineure|mineurs|personne|personnes|retraité|retraitée|octogénaire|octogénaires|étudiant|étudiante|lycéen|lycéenne|collégien|conducteur|conductrice|automobiliste|motard|cycliste|cyclomotoriste|piéton|piétonne|habitant|habitante|père|mère|frère|sœur|fils|dame|monsieur|individu|joueur|joueuse|coureur|cavalier|ouvrier|ouvrière|agriculteur|militaire|soldat|suspect|victime|passager|passagère|élève|élèves|gamin|gamine|quinquagénaire|sexagénaire|septuagénaire|trentenaire|quadragénaire|ressortissant|étrangère|jumeaux|accusé|accusée|prévenu|prévenue|condamné|condamnée|meurtrier|tireur|assaillant|agresseur|auteur|détenu|détenue|chanteur|chanteuse|acteur|actrice|actrices|écrivain|député|députée|sénateur|sénatrice|maire|ministre|président|présidente|candidat|candidate|entraîneur|sélectionneur|attaquant|défenseur|gardien|milieu|international|internationale|champion|championne|athlète|nageur|nageuse|golfeur|golfeuse|pilote|policier|policière|gendarme|pompier|médecin|infirmier|infirmière|enseignant|enseignante|professeur|avocat|avocate|journaliste|étudiants|étudiantes|touriste|randonneur|randonneuse|alpiniste|skieur|skieuse|pêcheur|chasseur|boulanger|trentenaires|migrant|migrante|réfugié|réfugiée|star|mannequin|artiste|musicien|rappeur|réalisateur|cousin|cousine|oncle|tante|neveu|nièce|épouse|époux|mari|compagne|compagnon|ami|amie|petit-fils|petite-fille|grand-mère|grand-père|belge|italien|allemand|français|algérien|marocain|tunisien|turc|espagnol|britannique|américain|chauffeur|chien|chat|cheval|jument',
    notAfterAmount: "d'âge|d'or|à l'heure|du mans|lumière|-lumière|de lumière",
    notBeforeAmount: 'les 24|les plus de|des moins de|les moins de|route de',
    notAfterClock: 'de route|plus tardive|tardive|avancée|indue|donnée|précise|matinale|raisonnable|décente',
    notBeforePart:
      'pris|prend|prendra|prendre|prenait|prit|prennent|prendront|mettre|mis|mise|met|mettra|mettait|mit|mettant|prenant|sans',
    feastByArticle: 'saint-jean|saint|saint-nicolas|saint-valentin|saint-patrick|saint-sylvestre',
    feastByCapital: 'ascension|assomption|rameaux|armistice',
    behindOnly: 'passé|passée|passés|passées|écoulé|écoulée|écoulés|écoulées|à venir|qui vient|qui viennent|qui suit',
    notAfterVague: '',
    cuePostponed:
      'reporté|reportée|reportés|reportées|repoussé|repoussée|repoussés|repoussées|ajourné|ajournée|renvoyé|renvoyée|décalé|décalée|différé|différée|prolongé|prolongée|prolongés|prolongées|reporter|repousser|report',
    cueInvited:
      'invite|invitent|invité|invités|invitation|convie|convient|convié|conviés|propose|proposent|organise|organisent|rendez-vous|rencard|inscriptions|inscription|réservation|réservations|renseignements|billets|entrée|au programme|à l’affiche|portes ouvertes|donnent rendez-vous|donne rendez-vous|attend|attendent|accueille|accueillent|reçoit|reçoivent',
    cueEvent:
      'élection|élections|scrutin|vote|référendum|finale|finales|demi-finale|match|rencontre|déplacement|choc|réception|simples|audience|procès|verdict|jugement|sommet|réunion|concert|fête|brocante|bal|loto|assemblée|tournoi|salon|festival|exposition|foire|marché|kermesse|gala|spectacle|tour|derby|course|étape|conférence|grève|manifestation',
    cuePresent:
      'se tient|se tiennent|a lieu|ont lieu|se déroule|se déroulent|débute|débutent|commence|commencent|ouvre|ouvrent|affronte|affrontent|joue|jouent|part|partent|quitte|fête|célèbre|se joue|se jouent|se réunit|se réunissent|se rend|se rendent|entre en vigueur|doit|doivent|devra|peut|peuvent|permet|espère|espèrent|veut|veulent|souhaite|compte|arrive|reste|restent',
    cueNears: 'approche|approchent|tombe|tombera|arrive à grands pas|s’annonce',
    cueAwaited:
      'prévu|prévue|prévus|prévues|attendu|attendue|attendus|attendues|programmé|programmée|fixé|fixée|prochain|prochaine|prochains|prochaines|futur|future|imminent|imminente|candidat|candidate|candidats|calendrier|échéance|délai|date limite|au plus tard|d’ici là|prévision|prévisions|météo|alerte|alertes|préavis|appel à|appelle à|appellent à|menace|menacent|espoir|objectif',
    cuePurpose: 'pour|afin|avant|en vue|à l’approche|dans la perspective|à partir|jusque|jusqu’au|jusqu’à|d’ici',
    cueSubjunctive:
      "avant que|pour que|afin que|afin qu'|avant qu'|que soit|soient|puisse|puissent|ait lieu|aient lieu|se tienne",
    cueDone:
      'condamné|condamnée|condamnés|tué|tués|tuée|mort|morts|morte|décédé|décédée|arrêté|arrêtée|arrêtés|interpellé|interpellés|blessé|blessés|signé|annoncé|annoncée|déclaré|survenu|survenue|survenus|élu|élue|remporté|battu|battue|inauguré|publié|publiée|publiés|adopté|adoptée|dévoilé|lancé|nommé|nommée|découvert|retrouvé|placé|né|née|créé|créée|rejeté|gagné|perdu|confirmé|indiqué|affirmé|expliqué|rapporté|assuré|accident|incendie|attentat|attentats|attaque|explosion|séisme|tempête|victoire|défaite',
    cueReported: 'a annoncé|a déclaré|a indiqué|a affirmé|a précisé|a dit|ont annoncé|ont déclaré|selon|communiqué|rapport',
    notBeforeVague: 'en|en le|en la|en les',
    beforeSeason: "au|en|le|ce|cet|l'|du|dès le|à l'|un|chaque|depuis le|avant le|début|fin|dès l'|cet|cette",
    sinceSignal: 'depuis|depuis le',
    backBefore: 'depuis|depuis le',
    untilSignal: "jusqu'à|jusqu'au|jusqu'en|jusque|jusqu'",
    bySignal: "d'ici|d'ici à|d'ici au|d'ici en|d'ici fin|d'ici la",
    beforeSignal: 'avant|avant le',
    afterSignal: 'après|après le',
    fromSignal: "à partir de|à partir du|à partir d'|dès|dès le|à compter de|à compter du",
    betweenSignal: 'entre|de|du',
    beforeName: "et|ou|de|d'|à|dans|le|la|du|avec|un|une|ami|fidèle",
    inCourse: 'dans|cours de|courant de|durant',
    beforeBareRange: 'du',
    halfMonth: 'quinzaine',
    halfOf: 'moitié|partie',
    restOf: 'reste|restant',
    bareEve: 'lendemain|surlendemain',
    bareSome: 'des',
    bareSpanOf: 'après|malgré',
    whereClause: "où|que l'|qu'il|qu'elle",
    possessive: 'son|sa|ses|leur|leurs|mon|ma|mes|notre|nos|votre|vos',
    event:
      'drame|accident|attaque|attentat|attentats|crime|meurtre|agression|incendie|scrutin|élection|match|victoire|mort|décès|disparition|finale|vote|séisme|explosion|fusillade|faits|premier tour|second tour|naufrage|incident|cambriolage|mariage|fête|défaite|rencontre|vol|viol|départ|arrivée|concert|enlèvement|tempête|réveillon',
    besideEvent:
      "suivant|précédant|qui ont suivi|qui suivirent|qui avaient suivi|qui suivent|qui suivront|qui suivaient|qui ont précédé|qui précédèrent|qui avaient précédé|qui précèdent|qui précéderont|qui précédaient|d'après|d'avant",
    thatFollowed:
      'qui ont suivi|qui suivirent|qui avaient suivi|qui suivent|qui ont précédé|qui précédèrent|qui avaient précédé|qui précèdent',
    dayAlone:
      "en|pendant|durant|dans|après|avant|depuis|de|d'|il y a|à|pour|par|qu'|ou|et|avec|sur|bout d'|chaque|comme|encore|trois jours ou|voici|voilà",
    ofNoun: "du|de|d'",
    futurePhrase: 'prochain|prochaine|prochains|prochaines',
    warBefore:
      'guerre de|guerres de|celle de|conflit de|poilus de|morts de|soldats de|combattants de|victimes de|en|la|avant|après|depuis',
    presentVerb:
      "est|sont|reste|restent|reste plus|restent plus|fait|font|compte|comptent|vit|vivent|existe|existent|constitue|constituent|représente|représentent|demeure|demeurent|dispose|disposent|retient|retiennent|semble|semblent|peut|peuvent|n'est|n'est plus|n'existe plus|y a|y en a|trouve|trouvent|concerne|concernent|emploie|emploient|utilise|utilisent|investit|investissent|vend|vendent|travaille|travaillent|considère|considèrent",
    genericToday: "aujourd'hui",
    presentPhrase: 'y a|y en a',
    aheadBefore: "pour|pour le|fixé au|fixée au|prévu le|prévue le|d'ici|d'ici à|d'ici au|d'ici le",
    sameNumber: 'mois',
    here: '-ci|ci',
    nounBefore: 'ce|cet|son|du|au|des|les|grand|célèbre|presse|journal|l’',
    attackBefore: 'attentats du|attentat du|attaques du|attaque du|attaques terroristes du|événements du|après le|depuis le',
    wholeOf: 'toute la|tout le|toute une|tout un|toute',
  },
  values: {
    this: { 0: 'ce|cet|cette|ces' },
    which: {
      '-1': 'dernier|dernière|derniers|dernières|passé|passée|passés|passées|écoulé|écoulée|écoulés|écoulées',
      1: 'prochain|prochaine|prochains|prochaines|à venir|qui vient|qui viennent|qui suit',
    },
    textWhich: {
      '-1': "précédent|précédente|précédents|précédentes|d'avant|qui précède",
      1: "suivant|suivante|suivants|suivantes|d'après",
    },
    unit: {
      Y: 'an|ans|année|années',
      M: 'mois',
      W: 'semaine|semaines',
      WE: 'week-end|week-ends|weekend|weekends',
      D: 'jour|jours|journée|journées|nuits',
      TH: 'heure|heures',
      TM: 'minute|minutes|min|mn',
      TS: 'seconde|secondes|sec',
      Q: 'trimestre|trimestres',
      S: 'semestre|semestres',
      DE: 'décennie|décennies',
      CE: 'siècle|siècles',
      ML: 'millénaire|millénaires',
    },
    units: {
      Y: 'ans|années',
      M: 'mois',
      W: 'semaines',
      WE: 'week-ends|weekends',
      D: 'jours|journées',
      TH: 'heures',
      TM: 'minutes',
      TS: 'secondes',
      Q: 'trimestres',
      S: 'semestres',
      DE: 'décennies',
      CE: 'siècles',
    },
    term: { P5Y: 'quinquennat', P7Y: 'septennat' },
    season: { 1: 'printemps', 2: 'été', 3: 'automne', 4: 'hiver' },
    month: { 1: 'jan*', 2: 'fév*|fev*', 6: 'jun*', 7: 'jul*|juill*', 9: 'sep*', 12: 'dec*' },
    weekday: { 1: 'lundis', 2: 'mardis', 3: 'mercredis', 4: 'jeudis', 5: 'vendredis', 6: 'samedis', 7: 'dimanches' },
    ordinal: ordinals,
    quarter: { 1: 'quart', 3: 'trois quarts' },
    round: {
      8: 'huitaine',
      10: 'dizaine',
      12: 'douzaine',
      15: 'quinzaine',
      20: 'vingtaine',
      30: 'trentaine',
      40: 'quarantaine',
      50: 'cinquantaine',
      60: 'soixantaine',
      100: 'centaine',
      1000: 'millier',
    },
    bound: {
      APPROX:
        "environ|près de|près d'|à peu près|quasiment|presque|approximativement|quelque|aux alentours de|de l'ordre de|autour de",
      MORE_THAN: "plus de|plus d'|au-delà de|bien plus de",
      LESS_THAN: "moins de|moins d'|à peine",
      EQUAL_OR_MORE: 'au moins|un minimum de',
      EQUAL_OR_LESS: 'au plus|un maximum de',
    },
    boundAfter: { APPROX: 'environ', EQUAL_OR_MORE: 'au moins|au minimum', EQUAL_OR_LESS: 'au plus|au maximum' },
    withinWord: { START: 'plus tôt|tôt', END: 'plus tard|tard' },
    partWord: {
      START: 'début|tout début|commencement|aube',
      MID: 'mi-|mi|milieu|mitan',
      END: 'fin|toute fin',
    },
    dayPart: {
      MO: 'matin|matinée|matins|petit matin|premières heures du matin|petites heures du matin|premières heures de la matinée',
      AF: 'après-midi|après midi|aprem',
      EV: 'soir|soirée|soirs|fin de journée|début de soirée',
      NI: 'nuit|nuits|nuitée|pleine nuit',
      DT: 'journée',
      MI: 'mi-journée|heure du déjeuner',
    },
    noon: { 12: 'midi', 24: 'minuit' },
    clockFraction: {
      15: 'quart|un quart',
      30: 'demi|demie|trente',
      45: 'trois quarts',
      '-15': 'moins le quart|moins un quart',
      '-5': 'moins cinq',
      '-10': 'moins dix',
      '-20': 'moins vingt',
    },
    ampm: { am: 'am|a.m.|a.m', pm: 'pm|p.m.|p.m' },
    zone: {
      Z: 'gmt|utc|tu',
      '+01:00': 'cet|heure normale d’europe centrale',
      '+02:00': 'cest',
      '+03:00': 'heure de moscou|msk',
      '-05:00': 'est|heure de new york|heure de washington',
      '-04:00': 'edt',
      '-08:00': 'pst|heure de los angeles',
      '+09:00': 'heure de tokyo',
      '+08:00': 'heure de pékin',
    },
    eve: { '-1': 'veille', '-2': 'avant-veille', 1: 'lendemain|jour suivant|jour d’après', 2: 'surlendemain' },
    inEight: { 1: 'en huit|en 8', 2: 'en quinze|en 15' },
    feast: feasts,
    vague: {
      PRESENT_REF:
        "actuellement|désormais|dorénavant|maintenant|à présent|pour le moment|pour l'instant|pour l'heure|jusqu'ici|d'ores et déjà|de nos jours|ces temps-ci|présentement|à l'heure qu'il est|le moment présent",
      PAST_REF:
        "récemment|autrefois|jadis|naguère|dernièrement|il y a longtemps|il y a peu|il y a quelque temps|tout récemment|il n'y a pas si longtemps|précédemment|ces derniers temps",
      FUTURE_REF:
        "prochainement|bientôt|sous peu|dans un avenir proche|dans les temps à venir|d'ici peu|de sitôt|dans un proche avenir",
    },
    vagueNoun: { FUTURE_REF: 'avenir', PAST_REF: 'époque' },
    vagueOutside: {
      PRESENT_REF:
        "jusqu'à présent|jusqu'à maintenant|à ce jour|jusqu'à ce jour|à l'heure actuelle|en ce moment|en ce moment même|à l'heure d'aujourd'hui",
      PAST_REF: 'par le passé|dans le passé',
    },
    vaguePreposition: { 1: "jusqu'à|à|en|par|dans" },
    quarterCode: { 1: 't1|q1', 2: 't2|q2', 3: 't3|q3', 4: 't4|q4' },
    halfCode: { 1: 'h1|s1', 2: 'h2|s2' },
    decadeName: { 20: 'années folles' },
    era: {
      bce: 'av. j.-c.|avant j.-c.|avant jésus-christ|av. j-c|avant notre ère|av. jc|avant jc|ac|avt j.-c.',
      ce: 'ap. j.-c.|après j.-c.|après jésus-christ|de notre ère|ap. jc|apr. j.-c.|p. chr. n.',
    },
    times: { 1: 'une fois', 2: 'deux fois', 3: 'trois fois' },
    per: { 1: 'par' },
    often: {
      P1D: 'quotidien|quotidienne|quotidiennement|quotidiennes',
      P1W: 'hebdomadaire|hebdomadaires|hebdomadairement',
      P1M: 'mensuel|mensuelle|mensuellement|mensuels|mensuelles',
      P1Y: 'annuel|annuelle|annuellement|annuels|annuelles',
      P3M: 'trimestriel|trimestrielle',
      P2Y: 'biennal',
    },
    weekdays: { 1: 'lundis', 2: 'mardis', 3: 'mercredis', 4: 'jeudis', 5: 'vendredis', 6: 'samedis', 7: 'dimanches' },
    fixedDate: {
      '1945 AFTER 1945/..': 'après-guerre',
      '1939 BEFORE ../1939': 'avant-guerre',
      '1918/1939 - 1918/1939': 'entre-deux-guerres',
    },
    republicanMonth: republicanMonths,
  },
};
