import * as v from 'valibot';
import type { DetectorSetting } from '../protocol';

/** A day; more is not a timeout, and timers of Node hold no more than 24 days. */
const LONGEST_TIMEOUT = 86_400_000;

const text = v.pipe(v.string(), v.nonEmpty());

/** What each field of a detector must be. */
const FIELDS = {
  command: v.pipe(v.tupleWithRest([text], v.string()), v.readonly()),
  url: text,
  offsets: v.picklist(['utf-16', 'code points']),
  labels: v.record(v.string(), text),
  minimumScore: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  timeout: v.pipe(v.number(), v.minValue(1), v.maxValue(LONGEST_TIMEOUT)),
} as const satisfies { readonly [K in keyof Omit<DetectorSetting, 'name'>]-?: v.GenericSchema<unknown, DetectorSetting[K]> };

/** An entry of the list: its name must be there, its other fields are looked at one by one. */
const Named = v.looseObject({ name: text });

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
    if (!v.is(Named, item)) {
      problems.push(`detectors: number ${i + 1} has no name and is left out`);
      return [];
    }
    const known = new Map<string, v.GenericSchema>(Object.entries(FIELDS));
    const good = Object.entries(item).filter(([field, given]) => {
      if (field === 'name' || given === undefined || given === null) return false;
      const schema = known.get(field);
      if (schema !== undefined && v.is(schema, given)) return true;
      const why = schema ? 'is not understood, its default holds' : 'means nothing';
      problems.push(`detectors: ${item.name}: ${field}: ${shown(given)} ${why}`);
      return false;
    });
    return [{ ...Object.fromEntries(good), name: item.name }];
  });
  return { detectors, problems };
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 100) ?? String(value);
