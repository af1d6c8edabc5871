import type { Entity } from '../../analysis';
import type { Mention } from '../mention';
import { nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
import type { Place } from '../places';
import type { Cluster } from '../sieves/clusters';

/** What is known of places by their names. */
export interface PlaceSources {
  readonly places: (name: string) => Place | undefined;
  readonly pack: EntityPack;
}

/**
 * What the table knows of a place; nothing where the article puts it into another country: Paris, Texas.
 * @param countries - as from {@link containingCountries}
 */
export function placeOf(
  { name, aliases, mentions }: Cluster,
  sources: PlaceSources,
  countries: ReadonlyMap<Mention, string>,
): Entity['place'] {
  let place = placeNamed(name, sources);
  for (const alias of aliases) place ??= placeNamed(alias, sources);
  if (place === undefined || isWholeCountry(place)) return place;
  const { country } = place;
  return mentions.some((mention) => (countries.get(mention) ?? country) !== country) ? undefined : place;
}

/** A state's name hardly ever means the small town that is called so too. */
const MIN_POPULATION_BESIDE_STATE = 300_000;

function placeNamed(name: string, { places, pack }: PlaceSources): Place | undefined {
  const key = nameKey(name);
  if (pack.placesMeant?.has(key)) return pack.placesMeant.get(key);
  const place = places(name);
  const isSmall = place !== undefined && !isWholeCountry(place) && (place.population ?? 0) < MIN_POPULATION_BESIDE_STATE;
  return isSmall && pack.states?.has(key) ? undefined : place;
}

const isWholeCountry = (place: Place): boolean => place.latitude === undefined;

/** For places with a country or one of its states right after them (Valence, Espagne; Paris (Texas)) that country's code. */
export function containingCountries(
  mentions: readonly Mention[],
  text: string,
  sources: PlaceSources,
): ReadonlyMap<Mention, string> {
  const countries = new Map<Mention, string>();
  for (let i = 0; i + 1 < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    const outer = mentions[i + 1] as Mention;
    const country = liesIn(mention, outer, text) ? countryOf(outer.text, sources) : undefined;
    if (country !== undefined) countries.set(mention, country);
  }
  return countries;
}

const MAX_GAP = 3;
const CONTAINED = /^(?: ?, | ?\( ?)$/u;

/** Whether the form says that a place lies in another one. */
function liesIn(place: Mention, outer: Mention, text: string): boolean {
  if (place.type !== 'LOC' || outer.type !== 'LOC' || outer.start - place.end > MAX_GAP || outer.start < place.end) return false;
  return CONTAINED.test(text.slice(place.end, outer.start));
}

/** The code of a country, or of the one that a state belongs to. */
function countryOf(name: string, { places, pack }: PlaceSources): string | undefined {
  const state = pack.states?.get(nameKey(name));
  if (state !== undefined) return state;
  const place = places(name);
  return place !== undefined && isWholeCountry(place) ? place.country : undefined;
}
