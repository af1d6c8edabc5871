import { dates } from './dates';
import { entities } from './entities';
import type { Mark } from './page';
import { quotes } from './quotes';

/** A rule as its layer lists it, with the exceptions that it asks. */
export interface ListedRule {
  readonly id: string;
  readonly exceptions: readonly string[];
}

/** What a layer shows to its pages. */
export interface Layer {
  /** Its rules are one grammar that all languages share: a page in one of them is enough for each. */
  readonly isShared?: true;
  /** Its rules act on what was found before, which examples say. */
  readonly isGiven?: true;
  /** The layer's rules in a language, in their order. */
  rules(language: string): readonly ListedRule[];
  /**
   * All that the layer finds in a text.
   * @param given - what was found before the layer's rules
   */
  read(text: string, language: string, settings: Readonly<Record<string, string>>, given: readonly Mark[]): Mark[];
}

/** The languages with rules of their own. */
export const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'];

/** The layers by the names of their folders of pages. */
export const LAYERS: Readonly<Record<string, Layer>> = { dates, quotes, entities };
