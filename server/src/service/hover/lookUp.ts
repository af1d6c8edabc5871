import type { Entity } from '../../core/analysis';
import { escapeMarkdown, link, uriComponent } from '../markdown';
import type { Messages } from '../messages/messages';

/** Country, coordinates and inhabitants of a place, a line each; nothing for what is no place. */
export function placeRows(entity: Entity, messages: Messages): string[] {
  const { place } = entity;
  if (place === undefined) return [];
  const rows: string[] = [];
  if (place.country !== undefined)
    rows.push(messages.labelled(messages.country, escapeMarkdown(countryName(place.country, messages))));
  if (place.latitude !== undefined && place.longitude !== undefined) {
    rows.push(messages.labelled(messages.coordinates, coordinates(place.latitude, place.longitude, messages)));
  }
  if (place.population !== undefined && place.population > 0) {
    rows.push(messages.labelled(messages.population, new Intl.NumberFormat(messages.locale).format(place.population)));
  }
  return rows.length === 0 ? [] : [rows.join(' · ')];
}

function countryName(code: string, messages: Messages): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([messages.locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function coordinates(latitude: number, longitude: number, messages: Messages): string {
  const number = new Intl.NumberFormat(messages.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const west = messages.locale === 'fr' ? 'O' : 'W';
  const vertical = `${number.format(Math.abs(latitude))}° ${latitude < 0 ? 'S' : 'N'}`;
  const horizontal = `${number.format(Math.abs(longitude))}° ${longitude < 0 ? west : 'E'}`;
  return `${vertical}, ${horizontal}`;
}

/** Links that look a name up; nothing is fetched before one is clicked. An identifier of Wikidata leads there directly. */
export function searchLinks(entity: Entity, language: string): string[] {
  const edition = /^[a-z]{2}$/.test(language) ? language : 'en';
  const name = uriComponent(entity.name);
  const known = /^(?:wikidata:|wd:)?(Q\d+)$/i.exec(entity.identifier ?? '')?.[1]?.toUpperCase();
  return [
    link('Wikipedia', `https://${edition}.wikipedia.org/w/index.php?search=${name}`),
    link('Wikidata', known ? `https://www.wikidata.org/wiki/${known}` : `https://www.wikidata.org/w/index.php?search=${name}`),
  ];
}
