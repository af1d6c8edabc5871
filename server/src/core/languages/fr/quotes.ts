import type { QuotePack } from '../../quotes/pack';
import { NEUTRAL_FEATURES } from '../und/quotes';
import { narrativeWords, ruleWords } from './quoteRules';
import { verbTable } from './quoteVerbs.generated';
import { quoteWords } from './quoteWords';

const words = (list: string): string[] => list.trim().split(/\s+/);
const set = (list: string): ReadonlySet<string> => new Set(words(list));

const phrases = (list: string): string[][] =>
  list
    .trim()
    .split(/\s*[|\n]\s*/)
    .map(words);

/** French: « », inversion in the incise, selon and d'après, verbs by conjugation. */
export const quotePack: QuotePack = {
  language: 'fr',
  verbs: verbTable,
  verbClasses: {
    auxiliary: set('avoir'),
    being: set('être'),
    modal: set(
      'devoir pouvoir vouloir tenir aller venir falloir tenter essayer continuer commencer finir contenter empresser savoir oser souhaiter désirer hésiter préférer espérer arriver aimer prétendre venir',
    ),
    causative: set('faire laisser'),
  },
  words: quoteWords,
  lists: ruleWords,
  narrative: narrativeWords,
  marks: [['"', '"']],
  attributions: [
    { words: ['selon'] },
    { words: ["d'", 'après'] },
    { words: ['pour'], narrow: true },
    ...phrases(`
      aux dires de|aux dires d'|aux dires du|aux dires des|au dire de|au dire d'|au dire du|au dire des
      de l' avis de|de l' avis d'|de l' avis du|de l' avis des|de l' aveu de|de l' aveu d'|de l' aveu du|de l' aveu des
      de l' aveu même de|de l' aveu même du|de l' aveu même des|à en croire|si l' on en croit|si on en croit|s' il faut en croire
    `).map((group) => ({ words: group, anyone: true as const })),
    { words: ['aux', 'yeux', 'de'], narrow: true },
    { words: ['aux', 'yeux', 'du'], narrow: true },
    { words: ['aux', 'yeux', 'des'], narrow: true },
    { words: ['dixit'] },
  ],
  pronouns: {
    il: { gender: 'm', number: 'sg' },
    elle: { gender: 'f', number: 'sg' },
    ils: { gender: 'm', number: 'pl' },
    elles: { gender: 'f', number: 'pl' },
    lui: { number: 'sg' },
    eux: { gender: 'm', number: 'pl' },
    celui: { gender: 'm', number: 'sg' },
    celle: { gender: 'f', number: 'sg' },
    ceux: { gender: 'm', number: 'pl' },
    celles: { gender: 'f', number: 'pl' },
    dernier: { gender: 'm', number: 'sg' },
    je: { number: 'sg', speaker: true },
    "j'": { number: 'sg', speaker: true },
    moi: { number: 'sg', speaker: true },
    tu: { number: 'sg', speaker: true },
    on: { number: 'sg', speaker: true },
    nous: { number: 'pl', speaker: true },
    vous: { number: 'pl', speaker: true },
    ce: { number: 'sg', speaker: true },
    "c'": { number: 'sg', speaker: true },
    cela: { number: 'sg', speaker: true },
    ça: { number: 'sg', speaker: true },
  },
  causativeCues: set('savoir remarquer valoir observer noter entendre'),
  expressions: new Map([
    [
      'faire',
      [
        ['', ['état']],
        ['', ['part']],
        ['', ['mention']],
      ],
    ],
    [
      'mettre',
      [
        ['', ['en', 'garde']],
        ['', ['en', 'avant']],
        ['', ['en', 'cause']],
      ],
    ],
    ['rendre', [['', ['hommage']]]],
    ['prendre', [['en', []]]],
    ['tirer', [['', ['la', 'sonnette', "d'", 'alarme']]]],
  ]),
  likening: set('présenter représenter désigner'),
  meaning: new Set(['vouloir dire']),
  humanEndings: ['iste', 'logue', 'crate', 'icien', 'icienne', 'iatre', 'trice', 'teur', 'euse'],
  things: set(
    'secteur moteur facteur vecteur compteur ordinateur réacteur tracteur capteur adaptateur indicateur équateur ascenseur radiateur heureuse nombreuse dangereuse curieuse précieuse sérieuse',
  ),
  infinitiveEndings: ['er', 'ir', 'oir', 'dre', 'uire', 'aître', 'battre', 'mettre', 'crire', 'vivre', 'suivre'],
  finiteEndings: [
    ...['era', 'ira', 'dra', 'vra', 'tra'].flatMap((ending) => [ending, `${ending.slice(0, -1)}ont`]),
    ...['rait', 'raient', 'aient', 'èrent', 'irent', 'urent'],
  ],
  hyphenated: set('porte'),
  demonymEndings: ['ais', 'aise', 'ain', 'aine', 'ien', 'ienne', 'éen', 'éenne', 'ois', 'oise', 'ol', 'ole', 'mand', 'mande'],
  firstPerson: set("je j' me m' moi mon ma mes nous notre nos tu te t' toi ton ta tes vous votre vos"),
  adverbials: phrases(`
    par conséquent|en outre|de plus|de nouveau|à nouveau|par ailleurs|en effet|en revanche|au contraire|à l' inverse|à l' opposé|d' ailleurs|en fait
    de son côté|de leur côté|pour sa part|pour leur part|quant à lui|quant à elle|quant à eux|quant à elles|à son tour|à leur tour
    en tout cas|en particulier|tout d' abord|par la suite|à l' époque|au final|du coup|de fait|pour autant|entre autres
    en même temps|dans le même temps|dans un premier temps|dans un second temps|par exemple|sans doute|bien entendu|bien sûr
    tout de même|quand même|à peine|à présent|pour l' instant|pour le moment|d' une part|d' autre part|avant tout|de même|en vain
    cela dit|ceci dit|autrement dit|à cet égard|à ce sujet|sur ce point|à plusieurs reprises|à maintes reprises
    une nouvelle fois|une fois de plus|une fois encore|au passage|entre - temps|sans surprise|par contre|en conséquence
    à juste titre|à bon droit|avec raison|à raison|à tort|avec force|avec insistance|avec regret|sans détour|sans ambages
    en réponse|pour finir|en conclusion|en résumé|au moins|du moins|au plus|sur place|en public|en privé
  `),
  adverbEndings: ['ment'],
  feminine: set(
    'la une elle madame mme mlle cette ministre présidente directrice porte-parole sénatrice députée avocate procureure juge chancelière chercheuse actrice chanteuse joueuse championne mère fille femme soeur sœur épouse veuve reine princesse policière candidate conseillère secrétaire maire élue gouverneure ambassadrice militante manifestante habitante victime étudiante professeure',
  ),
  feminineNoun:
    /^(?:.+(?:té|tion|sion|ance|ence|ure|ade|ée|ière|ette|aison|graphie|gie|mie|nie|rie|phie|thèque)|banque|cour|ligue|police|radio|chaîne|école|chambre|église|armée|entreprise|ong|firme|marque|régie|plateforme|ville|rédaction|direction|presse)$/,
  masculineNoun:
    /^(?:.+(?:ment|age|isme|eau|oire|et|at|um|ège|ème)|groupe|parquet|conseil|comité|syndicat|parti|institut|musée|lycée|journal|quotidien|magazine|hôpital|tribunal|collectif|centre|club|fonds|théâtre|ministère|service|mouvement|studio|réseau|site|port)$/,
  epicene: set('star vedette victime personne légende idole icône recrue figure sentinelle otage'),
  definite: new Map<string, 'm' | 'f' | undefined>([
    ['le', 'm'],
    ['la', 'f'],
    ["l'", undefined],
    ['ce', 'm'],
    ['cet', 'm'],
    ['cette', 'f'],
  ]),
  pluralEndings: [],
  plural: set('les des ces ses leurs plusieurs certains certaines quelques deux trois quatre'),
  otherPassives: new Map([
    ['indiquer', set('dans chez pour en comme contre')],
    ['relever', set('de du des au')],
  ]),
  tellings: set('informer prévenir avertir aviser alerter'),
  hearsay: set('dire raconter rapporter prétendre murmurer affirmer assurer chuchoter apprendre annoncer'),
  occasions: set('lors pendant durant depuis après avant'),
  branches: set('bureau antenne branche section filiale siège direction équipe service cellule cabinet rédaction'),
  sayings: set('révélation révélations mention mentions remarque remarques confessions aveux'),
  organisations: set(
    'entreprise société groupe compagnie firme constructeur banque organisation ong association fédération confédération syndicat fondation parti mouvement club agence institut fonds laboratoire studio géant éditeur opérateur enseigne marque multinationale avionneur fabricant distributeur formation quotidien journal hebdomadaire magazine chaîne radio start-up collectif ligue institution équipe plateforme réseau musée théâtre laboratoire',
  ),
  sameOffices: [
    ['chef état', 'président'],
    ['chef gouvernement', 'premier ministre'],
    ['chef diplomatie', 'ministre affaires étrangères'],
    ['garde sceaux', 'ministre justice'],
    ['locataire élysée', 'président'],
    ['locataire matignon', 'premier ministre'],
    ['patron bercy', 'ministre économie'],
  ],
  honorifics: set(
    'm mm mme mmes mlle mlles dr pr me mgr monsieur madame mademoiselle messieurs maître docteur professeur sir lord lady mr mrs ms',
  ),
  supportVerbs: set(`
    faire donner apporter fournir formuler émettre adresser recevoir entendre prononcer présenter répéter publier obtenir attendre
    réitérer exprimer multiplier ajouter prendre lancer lire
  `),
  inversion: true,
  capitalNouns: false,
  commaClause: false,
  features: NEUTRAL_FEATURES,
  inciseOpeners: set('comme ainsi_que ce_que'),
};
