import type { Text } from '../src/declare';

/** Texts by their keys, of one language. */
export type Bundle = Readonly<Record<string, string>>;

/** Collects the manifest's texts for `package.nls.json` and `package.nls.fr.json`. */
export class Texts {
  readonly #keys = new Map<Text, string>();
  readonly #texts = new Map<string, Text>();

  /** What stands for a text in the manifest: `%key%`. The same text may be put in several places; it has its first key. */
  put(key: string, text: Text): string {
    const known = this.#keys.get(text);
    if (known !== undefined) return `%${known}%`;
    if (this.#texts.has(key)) throw new Error(`Two texts of the manifest have the key ${key}`);
    this.#keys.set(text, key);
    this.#texts.set(key, text);
    return `%${key}%`;
  }

  /** The same value with every {@link Text} in it put; keys are made of `key` and the names on the way to the text. */
  putAll(key: string, value: unknown): unknown {
    if (isText(value)) return this.put(key, value);
    if (Array.isArray(value)) return value.map((item, index) => this.putAll(`${key}.${index}`, item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.putAll(`${key}.${name}`, item)]));
  }

  /** All texts of a language. */
  bundle(language: keyof Text): Bundle {
    return Object.fromEntries([...this.#texts].map(([key, text]) => [key, text[language]]));
  }
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,fr';
}
