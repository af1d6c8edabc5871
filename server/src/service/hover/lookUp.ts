import type { Entity } from '../../core/analysis';
import type { Messages } from '../../messages/reading';
import { escapeMarkdown, link, uriComponent } from '../markdown';

/** Country, coordinates and inhabitants of a place, on one line; nothing for what is not a place. */
export function placeRows(entity: Entity, messages: Messages): string[] {
  const { place } = entity;
  if (place === undefined) return [];
  const rows: string[] = [];
  const country = place.country === undefined ? undefined : countryName(place.country, messages);
  // of a country, its own name is told only where the text calls it otherwise
  if (country !== undefined && !(isCountry(entity) && country === entity.name))
    rows.push(messages.labelled(messages.country, escapeMarkdown(country)));
  if (place.latitude !== undefined && place.longitude !== undefined) {
    rows.push(messages.labelled(messages.coordinates, coordinates(place.latitude, place.longitude, messages)));
  }
  if (place.population !== undefined && place.population > 0) {
    rows.push(messages.labelled(messages.population, new Intl.NumberFormat(messages.locale).format(place.population)));
  }
  return rows.length === 0 ? [] : [rows.join(' · ')];
}

/** Whether a place is a country as a whole: the tables give the others their coordinates. */
export const isCountry = ({ place }: Entity): boolean => place?.country !== undefined && place.latitude === undefined;

function countryName(code: string, messages: Messages): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([messages.locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function coordinates(latitude: number, longitude: number, messages: Messages): string {
  const number = new Intl.NumberFormat(messages.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const west = messages.west;
  const vertical = `${number.format(Math.abs(latitude))}° ${latitude < 0 ? 'S' : 'N'}`;
  const horizontal = `${number.format(Math.abs(longitude))}° ${longitude < 0 ? west : 'E'}`;
  return `${vertical}, ${horizontal}`;
}

/** Links that look a name up; nothing is fetched before one is clicked. An identifier of Wikidata leads there directly. */
export function searchLinks(entity: Entity, language: string, messages: Messages): string[] {
  const edition = /^[a-z]{2}$/.test(language) ? language : 'en';
  const name = uriComponent(entity.name);
  const known = /^(?:wikidata:|wd:)?(Q\d+)$/i.exec(entity.identifier ?? '')?.[1]?.toUpperCase();
  return [
    link(messages.wikipedia, `https://${edition}.wikipedia.org/w/index.php?search=${name}`),
    link('Wikidata', known ? `https://www.wikidata.org/wiki/${known}` : `https://www.wikidata.org/w/index.php?search=${name}`),
  ];
}
