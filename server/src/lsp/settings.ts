import { compileHeaderPatterns } from '../core/structure/header';
import { type ServerSettings, settingsReadBy } from '../protocol';
import { readDetectors } from './detectorSettings';

const READ = settingsReadBy('server');

/** What holds where nothing is set. */
export const DEFAULT_SETTINGS = Object.fromEntries(
  READ.map(([name, setting]) => [name, setting.default]),
) as unknown as ServerSettings;

/** Settings as they hold, and what in the client's answer was not understood, in words for the log. */
export interface ParsedSettings {
  readonly settings: ServerSettings;
  readonly problems: readonly string[];
}

/** Reads what the client answers for the section; anything at all may come. What is missing or wrong has its default. */
export function parseSettings(raw: unknown): ParsedSettings {
  const problems: string[] = [];
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [name, { check }] of READ) {
    // a list of which the good parts hold
    if (name === 'detectors') continue;
    const value = lookUp(raw, name);
    if (value === undefined || value === null) continue;
    const good = check(value);
    if (good === undefined) problems.push(`${name}: ${JSON.stringify(value)?.slice(0, 100)} is not understood`);
    else settings[name] = good;
  }
  const given = lookUp(raw, 'detectors');
  // an object is what the settings below "detectors." have come as
  if (given !== undefined && given !== null && !isRecord(given)) {
    const { detectors, problems: found } = readDetectors(given);
    settings.detectors = detectors;
    problems.push(...found);
  }
  const parsed = settings as unknown as ServerSettings;
  for (const { pattern, message } of compileHeaderPatterns(parsed.headerPatterns).problems) {
    problems.push(`headerPatterns: ${pattern}: ${message}`);
  }
  return { settings: parsed, problems };
}

/** `a.b` as the client gives it: nested objects, or (from some clients) the name with its dots. */
function lookUp(raw: unknown, name: string): unknown {
  if (isRecord(raw) && Object.hasOwn(raw, name)) return raw[name];
  let value = raw;
  for (const part of name.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings by document: asked for once, kept until they change or the document is closed. */
export class SettingsCache {
  readonly #known = new Map<string, Promise<ServerSettings>>();
  readonly #fetch: (uri: string) => Promise<unknown>;
  readonly #warn: (message: string) => void;
  readonly #told = new Set<string>();

  /**
   * @param fetch - asks the client for the section of a document; what it throws counts as no answer.
   * @param warn - told each problem once.
   */
  constructor(fetch: (uri: string) => Promise<unknown>, warn: (message: string) => void) {
    this.#fetch = fetch;
    this.#warn = warn;
  }

  get(uri: string): Promise<ServerSettings> {
    let known = this.#known.get(uri);
    if (known === undefined) {
      known = this.#read(uri);
      this.#known.set(uri, known);
    }
    return known;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  clear(): void {
    this.#known.clear();
    this.#told.clear();
  }

  async #read(uri: string): Promise<ServerSettings> {
    let raw: unknown;
    try {
      raw = await this.#fetch(uri);
    } catch (error) {
      this.#tell(`Settings could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    const { settings, problems } = parseSettings(raw);
    for (const problem of problems) this.#tell(`Setting ${problem}`);
    return settings;
  }

  #tell(problem: string): void {
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    this.#warn(problem);
  }
}
