/** The small words that no text of a language does without; lower case, written for this project. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  fr: "le la les l des du d de et est un une que qu qui dans pour sur par pas ne n au aux à a ont été ce cet cette ces il elle ils elles on se s son sa ses leur avec plus mais où sont c'est hier aujourd'hui après avant selon deux trois tout dont comme fait peut sera entre sans sous vers depuis leurs",
  en: 'the of and to in is that was for on with as by at from it he she they we his her its are has have had were said be been not will would this but who which a an after before new more than when also could may over into about two today yesterday all up out there their him her them what no first last year',
  de: 'der die das und ist nicht den dem des von mit ein eine einen auf für im in zu wurde hat haben sich auch nach er sie es war am hier aus bei',
  es: 'el la los las y en que del de un una por con para se su sus al es fue ha han como más pero lo a no son este esta ayer tras',
  it: 'il lo la le gli i di da che e è per un una con del della dei delle nel nella sono ha hanno si non più al alla a ieri dopo ma',
  pt: 'o a os as que e é do da dos das de em um uma para com não por foi no na nos nas ao à se mais são ontem mas após',
  nl: 'de het een en van is dat die in op te met voor zijn niet er aan ook heeft hebben werd door naar bij was gisteren maar',
};

/**
 * Common words of other kinds, for texts of a line or two (a review, a message, a caption) in the languages that the
 * product reads best: some have no small word at all. None that is as common in another of the languages above.
 */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  fr: 'je j vous nous mon mes votre vos notre nos moi lui me m avait avaient était étaient fut être avoir faire dit dire très bien bon bonne bons bonnes merci bonjour bonsoir beaucoup trop peu encore aussi toujours jamais rien tous toute toutes chaque quelques plusieurs autre autres même mêmes puis donc alors ainsi quand comment pourquoi parce chez contre pendant lors jusqu quelque cela ça ceux celui celle celles voici voilà oui aucun aucune jour jours ans année années mois semaine heures femme femmes homme hommes pays ville monde gens temps fois vraiment personne chose choses petit petite grand grande nouveau nouvelle meilleur meilleure mauvais mauvaise prix accueil cuisine plats équipe veux peux faut vais suis êtes sommes avez avons',
  en: 'i you your yours my me us she don doesn didn won isn wasn aren can couldn wouldn shouldn does did done get gets got getting make makes made take takes took give gives gave know knows think want wants need needs love loved like good great best better worst bad very really just only some any much many most other people food time day days week years way work works back down off away around again always never ever now because while if too own same such each every thanks thank please help friendly quick quickly store shop staff amazing awesome recommend highly favorite favourite nothing something everything anyone everyone someone absolutely ask ordered order guy guys old little big right going go went come look looking looks quality products product price prices pleasant delicious fresh fast job place places fine sure maybe tasted taste drinks kept keep',
};

/** How much each word says of each language: less, the more languages have it. */
const WEIGHTS: ReadonlyMap<string, readonly (readonly [language: string, weight: number])[]> = weigh();

/** How far the best language is to be ahead. */
const LEAD = 0.5;
/** The share of small words in a text of the language; Swedish or Polish have some that look alike, but fewer. */
const SHARE = 0.2;

/**
 * The language that the small words of a short text tell, where a trigram count says little; among languages that are
 * as good, `preferred`. Undefined where the words do not decide.
 */
export function languageBySmallWords(text: string, preferred: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const [language, weight] of WEIGHTS.get(word) ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + weight);
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (first === undefined || first[1] < LEAD) return undefined;
  if (first[1] - (second?.[1] ?? 0) >= LEAD) {
    const [language] = first;
    return language === preferred || (counts.get(language) as number) >= SHARE * words.length ? language : undefined;
  }
  const asGood = ranked.filter(([, score]) => first[1] - score < LEAD);
  return asGood.some(([language]) => language === preferred) ? preferred : undefined;
}

function weigh(): Map<string, [string, number][]> {
  const languages = new Map<string, string[]>();
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    const words = `${small} ${COMMON_WORDS[language] ?? ''}`;
    for (const word of new Set(words.match(/[\p{L}\p{M}]+/gu))) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return new Map([...languages].map(([word, all]) => [word, all.map((language) => [language, 1 / all.length])]));
}
