/** The languages of the interface. */
export type Locale = 'en' | 'fr';

/** What an entry says in one language: a text, or a text with gaps. */
// biome-ignore lint/suspicious/noExplicitAny: each entry has parameters of its own, and `Checked` holds its languages to the same
type Form = string | ((...gaps: any[]) => string);

/** One text of the interface, its languages side by side. */
export interface Entry {
  readonly en: Form;
  readonly fr: Form;
}

export interface Entries {
  readonly [name: string]: Entry | Entries;
}

/** Entries whose French takes the gaps of their English. */
type Checked<E> = {
  readonly [K in keyof E]: E[K] extends { readonly en: infer English }
    ? { readonly en: English; readonly fr: English extends string ? string : English }
    : Checked<E[K]>;
};

type Said<E> = {
  readonly [K in keyof E]: E[K] extends { readonly en: infer English } ? (English extends string ? string : English) : Said<E[K]>;
};

/** The texts of one topic, by name. */
export interface Topic<E> {
  readonly name: string;
  readonly entries: E;
  readonly words: Readonly<Record<Locale, WordsIn<E>>>;
}

type WordsIn<E> = Said<E> & {
  /** BCP 47, for numbers and names of countries. */
  readonly locale: Locale;
};

/** The texts of a topic in one language: strings, and functions for those with gaps. */
export type Words<T> = T extends Topic<infer E> ? WordsIn<E> : never;

/** Declares texts: each with its English and its French, or in a group of such. `name` is that of the file. */
export function topic<const E extends Entries>(name: string, entries: E & Checked<E>): Topic<E> {
  const words = (locale: Locale): WordsIn<E> => ({ ...(inLanguage(entries, locale) as Said<E>), locale });
  return { name, entries, words: { en: words('en'), fr: words('fr') } };
}

/** The texts of a topic for an interface language (BCP 47, or a POSIX locale); English where there are none. */
export function wordsOf<E>(topic: Topic<E>, language: string | undefined): WordsIn<E> {
  return topic.words[localeOf(language)];
}

/** The language of the interface for a BCP 47 tag or a POSIX locale: `fr-CA`, `fr_FR.UTF-8`. */
export function localeOf(language: string | undefined): Locale {
  return language?.toLowerCase().split(/[-_.@]/)[0] === 'fr' ? 'fr' : 'en';
}

/** Whether a node is an entry and not a group. */
export function isEntry(node: Entry | Entries): node is Entry {
  return typeof node.en === 'string' || typeof node.en === 'function';
}

function inLanguage(entries: Entries, locale: Locale): unknown {
  return Object.fromEntries(
    Object.entries(entries).map(([name, node]) => [name, isEntry(node) ? node[locale] : inLanguage(node, locale)]),
  );
}
