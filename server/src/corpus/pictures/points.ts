import { plain } from '../query/folding';
import { PLACES } from './places.generated';

/** A point of the earth, in degrees: north and east are positive. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

let known: ReadonlyMap<string, Point> | undefined;

/**
 * The point of a country or a larger city by its name, capitals and accents apart; of several cities of one name, of the one
 * that French and English papers likelier mean (scripts/gen-places.mjs). To a tenth of a degree.
 */
export function pointOf(name: string): Point | undefined {
  known ??= new Map(
    PLACES.split('\n').map((line) => {
      const [own = '', latitude, longitude] = line.split('\t');
      return [own, { latitude: Number(latitude), longitude: Number(longitude) }];
    }),
  );
  return known.get(plain(name, true, true));
}

const LATITUDE = /^lat(?:itude)?$/i;
const LONGITUDE = /^(?:lon|lng|long|longitude)$/i;

/**
 * The point that a row of the project's gazetteer gives (columns `lat`/`latitude` and `lon`/`lng`/`long`/`longitude`; a comma
 * may part decimals); undefined where it gives none, null where what it gives is no point of the earth.
 */
export function writtenPoint(properties: Readonly<Record<string, string>>): Point | null | undefined {
  const value = (column: RegExp): string =>
    Object.entries(properties)
      .find(([name]) => column.test(name.trim()))?.[1]
      .trim() ?? '';
  const [latitude, longitude] = [value(LATITUDE), value(LONGITUDE)];
  if (latitude === '' && longitude === '') return undefined;
  const point = { latitude: degrees(latitude), longitude: degrees(longitude) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}

/** NaN for what is no number. */
const degrees = (written: string): number =>
  /^[-+−]?\d{1,3}(?:[.,]\d+)?$/.test(written) ? Number(written.replace(',', '.').replace('−', '-')) : Number.NaN;
