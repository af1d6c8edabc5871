import { type Analyser, createAnalyser } from '../core/analyser';
import type { GazetteerEntry } from '../core/entities/index';
import type { Limited } from '../core/structure/header';
import type { ServerSettings } from '../protocol';
import { limitedSearch } from '../timeLimit';
import { describeError, type Log } from './log';

// A workspace folder with its own header patterns or names has its own; more at one time are rare.
const KEPT = 4;

/** Makes analysers and keeps the last used: one for each combination of header patterns, default language and names. */
export class Analysers {
  readonly #kept: { readonly key: string; readonly names: readonly GazetteerEntry[]; readonly analyser: Analyser }[] = [];
  readonly #model: (language: string) => Uint8Array | undefined;
  readonly #log: Log;
  /** Runs people's own patterns, here and wherever else the server looks for a header. */
  readonly limited: Limited;

  /** @param model - a language's trained model; asked for once a language, undefined where there is none. */
  constructor(model: (language: string) => Uint8Array | undefined, log: Log) {
    const models = new Map<string, Uint8Array | undefined>();
    this.#log = log;
    this.limited = limitedSearch((pattern) =>
      log.warn(`Setting headerPatterns: ${pattern}: it took too long on an article and is not used any more.`),
    );
    this.#model = (language) => {
      if (!models.has(language)) models.set(language, this.#read(model, language));
      return models.get(language);
    };
  }

  /** Gives all of them up, since the names they were made with have changed; models stay. */
  clear(): void {
    this.#kept.length = 0;
  }

  for(settings: ServerSettings, names: readonly GazetteerEntry[]): Analyser {
    const key = JSON.stringify([settings.headerPatterns, settings.defaultLanguage]);
    const at = this.#kept.findIndex((kept) => kept.key === key && sameNames(kept.names, names));
    const known = this.#kept[at];
    if (known !== undefined) {
      this.#kept.splice(at, 1);
      this.#kept.push(known);
      return known.analyser;
    }
    const analyser = createAnalyser({
      model: this.#model,
      headerPatterns: settings.headerPatterns,
      limited: this.limited,
      names,
      defaultLanguage: settings.defaultLanguage,
      onError: (layer, error) => this.#log.error(`The layer ${layer} failed: ${describeError(error)}`),
    });
    this.#kept.push({ key, names, analyser });
    if (this.#kept.length > KEPT) this.#kept.shift();
    return analyser;
  }

  #read(model: (language: string) => Uint8Array | undefined, language: string): Uint8Array | undefined {
    try {
      return model(language);
    } catch (error) {
      this.#log.error(`The model for ${language} could not be read: ${describeError(error)}`);
      return undefined;
    }
  }
}

function sameNames(a: readonly GazetteerEntry[], b: readonly GazetteerEntry[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}
