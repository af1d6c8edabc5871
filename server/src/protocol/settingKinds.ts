/** A text that a person sees, in both languages of the interface. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

/** Who reads a setting: our server, our client, both, or VS Code's own client library. */
export type Reader = 'server' | 'client' | 'both' | 'library';

/** A setting of the extension, from which the manifest, its texts, the types and the checks on both sides are made. */
export interface Setting<T = unknown, R extends Reader = Reader> {
  readonly default: T;
  readonly readBy: R;
  /** What the settings editor shows, in Markdown. */
  readonly text: Text;
  /** JSON schema of a value, as the manifest has it, but for its texts, which are {@link Text}s. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The value where it is a right one, else undefined. */
  readonly check: (value: unknown) => T | undefined;
  /** Without it, a setting may differ from folder to folder (`resource`). */
  readonly scope?: 'window';
  /** Not read from the settings of a workspace that is not trusted. */
  readonly restricted?: true;
}

/** What every kind of setting is declared with. */
type Common<T, R extends Reader> = Pick<Setting<T, R>, 'default' | 'readBy' | 'text' | 'scope' | 'restricted'>;

/** On or off. */
export function toggle<const R extends Reader>(common: Common<boolean, R>): Setting<boolean, R> {
  return { ...common, schema: { type: 'boolean' }, check: (value) => (typeof value === 'boolean' ? value : undefined) };
}

/** A number within bounds, which belong to it. */
export function number<const R extends Reader>(
  [minimum, maximum]: readonly [minimum: number, maximum: number],
  common: Common<number, R>,
): Setting<number, R> {
  return {
    ...common,
    schema: { type: 'number', minimum, maximum },
    check: (value) => (typeof value === 'number' && value >= minimum && value <= maximum ? value : undefined),
  };
}

/** A string that a pattern matches; `error` is shown where it does not. */
export function matching<const R extends Reader>(
  { pattern, error }: { readonly pattern: RegExp; readonly error: Text },
  common: Common<string, R>,
): Setting<string, R> {
  return {
    ...common,
    schema: { type: 'string', pattern: pattern.source, patternErrorMessage: error },
    check: (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
  };
}

/** A list of strings; `unique`: the settings editor refuses one that is there already. */
export function strings<const R extends Reader>(
  { unique }: { readonly unique: boolean },
  common: Common<readonly string[], R>,
): Setting<readonly string[], R> {
  return {
    ...common,
    schema: { type: 'array', items: { type: 'string' }, ...(unique && { uniqueItems: true }) },
    check: (value) => (Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined),
  };
}

/** One of several values, each with what it means; null where the value says it. */
export function choice<const V extends string, const R extends Reader>(
  values: Readonly<Record<V, Text | null>>,
  common: Common<NoInfer<V>, R>,
): Setting<V, R> {
  const names = Object.keys(values) as V[];
  const texts = names.map((name) => values[name]);
  return {
    ...common,
    schema: { type: 'string', enum: names, ...(texts.every((text) => text !== null) && { enumDescriptions: texts }) },
    check: (value) => names.find((name) => name === value),
  };
}
