import type { DetectorSetting } from '../protocol';

/** A day; more is no timeout, and timers of Node hold no more than 24 days. */
const LONGEST_TIMEOUT = 86_400_000;

type Fields = { readonly [K in keyof Omit<DetectorSetting, 'name'>]-?: (value: unknown) => boolean };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBetween = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && value >= from && value <= to;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const FIELDS: Fields = {
  command: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string') && isText(value[0]),
  url: isText,
  offsets: (value) => value === 'utf-16' || value === 'code points',
  labels: (value) => isRecord(value) && Object.values(value).every(isText),
  minimumScore: (value) => isBetween(value, 0, 1),
  timeout: (value) => isBetween(value, 1, LONGEST_TIMEOUT),
};

/**
 * Reads the list of detectors: each that has a name, with those of its fields that are what they must be; the others
 * have their defaults, and are told in words for the log.
 */
export function readDetectors(value: unknown): {
  readonly detectors: readonly DetectorSetting[];
  readonly problems: readonly string[];
} {
  if (!Array.isArray(value)) return { detectors: [], problems: [`detectors: ${shown(value)} is no list`] };
  const problems: string[] = [];
  const detectors = value.flatMap((item: unknown, i): DetectorSetting[] => {
    if (!isRecord(item) || !isText(item.name)) {
      problems.push(`detectors: number ${i + 1} has no name and is left out`);
      return [];
    }
    const known = new Map<string, (value: unknown) => boolean>(Object.entries(FIELDS));
    const good = Object.entries(item).filter(([field, given]) => {
      if (field === 'name' || given === undefined || given === null) return false;
      const check = known.get(field);
      if (check?.(given)) return true;
      const why = check ? 'is not understood, its default holds' : 'means nothing';
      problems.push(`detectors: ${String(item.name)}: ${field}: ${shown(given)} ${why}`);
      return false;
    });
    return [{ ...Object.fromEntries(good), name: item.name }];
  });
  return { detectors, problems };
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 100) ?? String(value);
