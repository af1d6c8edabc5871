import type { EntityType } from '../analysis';
import type { TokenRules } from '../text/tokens';
import type { Place } from './places';

/** A language's words for entities. Lower case unless said otherwise. */
export interface EntityPack extends TokenRules {
  readonly language: string;
  /** Small words that stand inside names between capitalised ones: de, du, van, of, al. */
  readonly particles: ReadonlySet<string>;
  /** First parts of compounds that belong to no name: anti, ex, pro. */
  readonly prefixes: ReadonlySet<string>;
  /** Function words that are no name even with a capital: they end what a caption's credit begins with. */
  readonly functionWords: ReadonlySet<string>;
  /** Common words that lists of given names hold too, and that a sentence rather begins with: vive. */
  readonly neverGiven: ReadonlySet<string>;
  /** Forms of verbs by their endings, for words that no list knows: suivez, relisons. */
  readonly verbForm?: RegExp;
  /** Articles that may stand before a name without belonging to what it is known by: le, la, l'. */
  readonly articles: ReadonlySet<string>;
  /** Words for what a person does or is, with the gender they show. */
  readonly roles: ReadonlyMap<string, 'm' | 'f' | 'both'>;
  /** Words before a role that belong to it: ancien, vice, premier. */
  readonly roleModifiers: ReadonlySet<string>;
  /** Titles that stand right before a name, without a full stop, with the gender they show: m, mme. */
  readonly honorifics: ReadonlyMap<string, 'm' | 'f'>;
  /** Those of them that are short for an address and never part of a name (Mme, Mr), without their full stop. */
  readonly addresses: ReadonlySet<string>;
  /** The gender of given names (as `nameKey` has them) of which the lists of names say none, or a wrong one. */
  readonly givenNameGenders: ReadonlyMap<string, 'm' | 'f'>;
  /** Titles and ranks before a name that tell no gender, without a full stop: dr, me. */
  readonly titles?: ReadonlySet<string>;
  /** Those of the addresses that several people's names follow: mm, messrs. */
  readonly pluralAddresses?: ReadonlySet<string>;
  /** Ranks cut short that nothing but somebody's name follows, without a full stop: sgt. */
  readonly ranks?: ReadonlySet<string>;
  /** Words that a role's complement ends before: verbs, conjunctions, relative pronouns. */
  readonly complementEnds: ReadonlySet<string>;
  /** Definite and possessive words before a noun, with the gender they show. */
  readonly definites: ReadonlyMap<string, 'm' | 'f' | 'both'>;
  /** Words that say whose something is: de, du, of. */
  readonly genitives: ReadonlySet<string>;
  /** Articles of the plural. */
  readonly plurals: ReadonlySet<string>;
  /** Words for a ministry, whose name goes on with its matter: ministère. */
  readonly ministryWords: ReadonlySet<string>;
  /** First words of the names of offices of state: ministère, préfecture. */
  readonly officeWords: ReadonlySet<string>;
  /** Words that link a name inside a longer one to it: de, du, of. */
  readonly nestingWords: ReadonlySet<string>;
  /** Offices that are held in a place, which their genitive names: maire, préfet, mayor. */
  readonly localOffices?: ReadonlySet<string>;
  /** Prepositions right before a place's name, and hardly ever before a person's: à, in. */
  readonly placePrepositions?: ReadonlySet<string>;
  /** States and provinces that stand behind a town's name, as keys like those of {@link sameAs}, to their country's code. */
  readonly states?: ReadonlyMap<string, string>;
  /** What a place's name means where the table of the most populous is wrong; undefined where it means no town at all. */
  readonly placesMeant?: ReadonlyMap<string, Place | undefined>;
  /** Words before a family name that make it several people's: frères, époux, les. */
  readonly families?: ReadonlySet<string>;
  /** Ranks whose bearers are called by a given name alone: pape, queen. */
  readonly regnal?: ReadonlySet<string>;
  /** First words of bodies' names that stand for the whole name too: commission, parliament. */
  readonly bodyWords?: ReadonlySet<string>;
  /** Words for kinsmen, which need to say whose: frère, mother. */
  readonly kin?: ReadonlySet<string>;
  /** Words that join two roles: et, and. */
  readonly conjunctions?: ReadonlySet<string>;
  /** Words beside an age: ans, aged. */
  readonly ageWords?: ReadonlySet<string>;
  /** Verbs among {@link complementEnds} whose subject a noun after a comma would be: est, was. */
  readonly finiteVerbs?: ReadonlySet<string>;
  /** Nouns stand before the role that they belong to (Apple CEO): the genitive between them, and what is not a noun at a sentence's head. */
  readonly nounsBefore?: { readonly genitive: RegExp; readonly notNoun: RegExp };
  /** Small words that lead on from a role, though they end its complement elsewhere: to, from. */
  readonly roleLinks?: ReadonlySet<string>;
  /** Abbreviations in names, as they are written, whose full stop ends no role: Inc, Corp. */
  readonly abbreviations?: ReadonlySet<string>;
  /** Names of peoples that stand right before a person's, by their endings; `either` those that have one form. */
  readonly peoples?: { readonly masculine: RegExp; readonly feminine: RegExp; readonly either: ReadonlySet<string> };
  /** Whether the noun that says what is named stands last in a name: Arden International Airport. */
  readonly headsLast: boolean;
  /** Last words of courts' names, which may be sites too; for languages where they stand last. */
  readonly courts: ReadonlySet<string>;
  /**
   * Words that lead to a name: those that a street's name begins with (`direct` where that is certain only right before a
   * capital: place, cours), and those for what is called by the name of its head (gouvernement, administration).
   */
  readonly leads: ReadonlyMap<string, 'linked' | 'direct' | 'namesake'>;
  /** Second parts of compounds whose first part is a name of its own: based (New York-based). */
  readonly participles: ReadonlySet<string>;
  /** Small second parts of compounds that are words, by their ends: led, wide (Labour-led, Oslo-wide). */
  readonly compoundEnds?: RegExp;
  /** Capitals that stand for a part of a year before its number: T3 2016. */
  readonly quarterLetters: ReadonlySet<string>;
  /** Nouns right before the name of a work, a ship, a machine or a storm: film, ouragan. */
  readonly workHeads: ReadonlySet<string>;
  /** Those that lead to a title in quotation marks alone: livre, show. */
  readonly quotedWorkHeads?: ReadonlySet<string>;
  /** Nouns right before the name of a medium, a firm, an association or a band: revue, magazine. */
  readonly bodyNouns?: ReadonlySet<string>;
  /** Nouns for what only firms have, before their name (clients de …) or where nouns stand last after it; and what links them. */
  readonly firmMatters?: ReadonlySet<string>;
  readonly firmLinks?: ReadonlySet<string>;
  /** What ships' names begin with and nouns for storms, as they are written before a name: HMS, Storm. */
  readonly namePrefixes?: ReadonlySet<string>;
  /** Whom a body is for, or who founded it, in its name's genitive (Children's Hospital), and words for a saint before his name. */
  readonly membersOfBodies?: ReadonlySet<string>;
  readonly saintWords?: ReadonlySet<string>;
  /** Nouns for a law, a treaty, a prize or a contest that end its name, where nouns stand last. */
  readonly eventEnds?: ReadonlySet<string>;
  /** Nouns whose examples are names, with the type of these, and what leads to examples: brands such as. */
  readonly classNouns?: ReadonlyMap<string, EntityType>;
  readonly exampleLeads?: ReadonlySet<string>;
  /** Words that join examples: and, or. */
  readonly exampleJoins?: ReadonlySet<string>;
  /** Indefinite articles, and verbs that say what something is: a, is. */
  readonly indefinites?: ReadonlySet<string>;
  readonly copulas?: ReadonlySet<string>;
  /** Nouns that end the names of newspapers: Examiner. */
  readonly mediumEnds?: ReadonlySet<string>;
  /** Small words that lead on to the matter of a body: for, of. */
  readonly bodyLinks?: ReadonlySet<string>;
  /** What figures count that stand behind a name: years, people. */
  readonly countedNouns?: ReadonlySet<string>;
  /** What the plural of a family name ends in: the Obamas. */
  readonly familyPlurals?: RegExp;
  /** Nouns for kinsmen beside the family name that they share: frères, family. */
  readonly familyNouns?: ReadonlySet<string>;
  /** What somebody of a team is (entraîneur, striker), and verbs for how it fares in a contest. */
  readonly teamPosts?: ReadonlySet<string>;
  readonly contestVerbs?: ReadonlySet<string>;
  /** Nouns for buildings and offices that the name of a place makes a name of its own, with the type of that: hôpital. */
  readonly siteNouns?: ReadonlyMap<string, 'LOC' | 'ORG'>;
  /** Words after a number that is a century's. */
  readonly centuryWords?: ReadonlySet<string>;
  /** Nouns for what a body does, after which its name goes on with what that is done to: protection. */
  readonly purposes?: ReadonlySet<string>;
  /** Nouns for bodies whose name hardly ever ends in an adjective, but in their matter: fédération. */
  readonly incompleteBodies?: ReadonlySet<string>;
  /** Planets that months are called like, and words that lead to a place and never to a month. */
  readonly planets?: ReadonlySet<string>;
  readonly planetLinks?: ReadonlySet<string>;
  /** Words of sport: beside them a town or a country may be its team. */
  readonly contestWords?: ReadonlySet<string>;
  /** Verbs that lists of given names hold too; written small they end a person's name: rose. */
  readonly verbsLikeNames: ReadonlySet<string>;
  /** Words for the state, which names nothing in what its head is called: chef de l'État. */
  readonly stateWords: ReadonlySet<string>;
  /** Words that name no place, body or work though they are written with a capital: months, days, religions. */
  readonly neverNames: ReadonlySet<string>;
  /** What firms' names end in and are left without, in small letters: inc., sa. */
  readonly companyForms: RegExp;
  /** What says after a name which of father and son is meant, as it is written: Jr. */
  readonly generations: RegExp;
  /** Short given names that do not begin the full ones, in small letters, to these: bill to william. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of one thing, as keys (small letters, no accents, hyphens as spaces), to a key common to all of them. */
  readonly sameAs: ReadonlyMap<string, string>;
}

/** Makes {@link EntityPack.sameAs} from groups of names, each group's names parted by |. */
export function sameNames(groups: readonly string[], key: (name: string) => string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const group of groups) {
    const names = group.split('|').map((name) => key(name.trim()));
    for (const name of names) table.set(name, names[0] as string);
  }
  return table;
}
