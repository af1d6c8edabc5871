import type { ExcerptWords, ObjectSense } from '../../quotes/pack';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const REQUESTED: ObjectSense = { never: set('nouvelles asile chemin main route') };
const STATED: ObjectSense = { stated: true, voiced: true };
const VOICED: ObjectSense = { voiced: true };
const ANY: ObjectSense = {};

/** French: what is said as a noun phrase, for excerpts. */
export const excerptWords: ExcerptWords = {
  nouns: set(`
    déclaration déclarations annonce annonces affirmation affirmations assertion assertions allégation allégations précision précisions
    indication indications mention mentions remarque remarques observation observations constat constats constatation constatations
    révélation révélations aveu aveux confession confessions confidence confidences divulgation réponse réponses réplique répliques
    riposte objection objections avertissement avertissements alerte alertes communication communications propos commentaire
    commentaires explication explications critique critiques accusation accusations reproche reproches protestation protestations
    promesse promesses menace menaces demande demandes requête requêtes prédiction prédictions pronostic pronostics démenti démentis
    dénégation dénégations confirmation proclamation proclamations allusion allusions insinuation insinuations suggestion suggestions
    interrogation interrogations récrimination récriminations assurance assurances engagement engagements plainte plaintes serment
    conclusion conclusions témoignage témoignages éloge éloges louange louanges parole paroles hommage hommages
  `),
  guarded: set(`
    indication indications observation observations communication communications alerte alertes menace menaces demande demandes
    critique critiques réplique répliques riposte précision mention confirmation constat constats commentaire explication suggestion
    protestation interrogation avertissement assurance assurances engagement engagements plainte plaintes conclusion conclusions
    témoignage témoignages parole paroles hommage hommages
  `),
  otherSenses: set(`
    immunitaire immunitaires thérapeutique thérapeutiques tumorale tumorales clinique cliniques inflammatoire virologique
    hématologique complète partielle biologique osseuse pharmacologique hormonale allergique légale légales bien honorable classée
    électronique électroniques téléphonique téléphoniques sociale sociales interne internes externe externes
  `),
  support: set(`
    faire donner apporter fournir formuler émettre adresser recevoir entendre prononcer présenter répéter publier obtenir attendre
    réitérer exprimer multiplier ajouter prendre lancer lire
  `),
  objects: new Map<string, ObjectSense>([
    ['annoncer', VOICED],
    ['confirmer', VOICED],
    ['indiquer', VOICED],
    ['raconter', ANY],
    ['relater', ANY],
    ['dévoiler', VOICED],
    ['divulguer', ANY],
    ['avouer', ANY],
    ['confesser', ANY],
    ['admettre', { never: set('étudiant candidat malade élève patient public') }],
    ['concéder', { never: set('terre terres but buts monopole marché droit droits concession') }],
    ['affirmer', ANY],
    ['proclamer', VOICED],
    ['évoquer', VOICED],
    ['exposer', { voiced: true, never: set('oeuvres œuvres toiles tableaux sculptures photos photographies') }],
    ['expliquer', VOICED],
    ['citer', VOICED],
    ['rapporter', { voiced: true, never: set('argent somme bénéfices balle médaille point points') }],
    ['révéler', { voiced: true, never: set('talent don vocation personnalité capacité odeur saveur') }],
    ['reconnaître', { never: set('enfant voix visage fils fille') }],
    ['communiquer', { never: set('passion enthousiasme énergie chaleur maladie virus mouvement feu') }],
    ['déclarer', { never: set('guerre revenus forfait faillite biens impôts naissance flamme état douane') }],
    ['nier', ANY],
    ['démentir', VOICED],
    ['réfuter', ANY],
    ['promettre', ANY],
    ['prédire', ANY],
    ['pronostiquer', ANY],
    ['prôner', ANY],
    ['marteler', ANY],
    ['réaffirmer', ANY],
    ['réitérer', ANY],
    ['alléguer', ANY],
    ['invoquer', VOICED],
    ['déplorer', ANY],
    ['demander', REQUESTED],
    ['réclamer', REQUESTED],
    ['exiger', REQUESTED],
    ['solliciter', REQUESTED],
    ['requérir', { voiced: true, never: set('attention présence soin soins temps autorisation') }],
    ['énumérer', VOICED],
    ['certifier', VOICED],
    ['professer', ANY],
    ['soutenir', { only: set('idée contraire hypothèse') }],
    ['crier', { own: true }],
    ['hurler', { own: true }],
    ['dénoncer', { never: set('accord traité contrat convention') }],
    ['critiquer', ANY],
    ['fustiger', ANY],
    ['vanter', ANY],
    ['décrier', ANY],
    ['regretter', ANY],
    ['contester', ANY],
    ['justifier', { voiced: true, own: true }],
    ['résumer', VOICED],
    ['détailler', VOICED],
    ['noter', { ...STATED, never: set('copies copie devoirs devoir élèves points') }],
    [
      'relever',
      {
        ...STATED,
        only: set(
          'négligence négligences erreur erreurs faute fautes absence présence contradiction contradictions incohérence incohérences anomalie anomalies manque manques lacune lacunes insuffisance insuffisances importance qualité progrès écart écarts difficulté difficultés problème problèmes fait faits point points irrégularité irrégularités manquement manquements défaillance défaillances hausse baisse augmentation diminution tendance ambiguïté paradoxe similitude similitudes',
        ),
      },
    ],
    ['constater', STATED],
    ['remarquer', STATED],
    ['observer', STATED],
    ['dire', { own: true, only: set('vérité contraire mensonge mensonges mot mots') }],
    ['confier', { own: true }],
    ['exprimer', { own: true, voiced: true }],
    [
      'avancer',
      { only: set('idée hypothèse argument arguments chiffre chiffres raison raisons explication explications thèse nom noms') },
    ],
    ['opposer', { voiced: true, never: set('résistance force forces corps front armée équipe équipes') }],
    ['objecter', ANY],
    ['rétorquer', ANY],
    [
      'répéter',
      {
        only: set(
          'consigne consignes mot mots propos phrase phrases message appel demande conseil conseils promesse refus opposition souhait volonté soutien attachement critique critiques argument arguments accusation accusations',
        ),
      },
    ],
    ['formuler', ANY],
  ]),
  passives: set(`
    annoncer citer relever révéler divulguer dévoiler communiquer confirmer avancer évoquer relater raconter souligner rappeler
    mentionner signaler notifier indiquer préciser rapporter formuler exprimer opposer démentir promettre avouer confesser énoncer exposer concéder conter objecter rétorquer nier prédire pronostiquer énumérer
  `),
  agented: set(
    'demander exiger réclamer solliciter dénoncer critiquer contester affirmer reconnaître admettre noter constater observer remarquer proclamer expliquer',
  ),
  governed: new Map<string, readonly string[]>([
    ['informer', ['de']],
    ['prévenir', ['de']],
    ['avertir', ['de']],
    ['aviser', ['de']],
    ['assurer', ['de']],
    ['alerter', ['sur', 'de']],
    ['faire', ['de']],
    ['mettre', ['contre']],
    ['conclure', ['à']],
    ['plaindre', ['de']],
    ['insister', ['sur']],
    ['plaider', ['pour']],
    ['répondre', ['par']],
    ['répliquer', ['par']],
    ['rétorquer', ['par']],
    ['riposter', ['par']],
  ]),
  expressions: set('faire mettre'),
  contractions: new Map([
    ['au', 'à'],
    ['aux', 'à'],
    ["d'", 'de'],
    ['du', 'de'],
    ['des', 'de'],
  ]),
  possessives: set('son sa ses leur leurs mon ma mes notre nos'),
  owners: set('son sa ses leur leurs mon ma mes notre nos votre vos aucun aucune tout toute'),
  about: set('sur concernant quant envers'),
  inRegard: ['à', 'égard'],
  partitives: set('du'),
  whether: set('si'),
  ofWhich: set('dont'),
  who: set('qui'),
  cleft: set("c'"),
  requested: set("de d' à"),
  joiners: set('et mais'),
};
