import { nameKey } from '../entities/nameForms';
import type { Place } from '../entities/places';

/** States and provinces that news puts behind a town's name (Springfield, Illinois), by country; both languages' names. */
const STATES: Readonly<Record<string, string>> = {
  US: 'Alabama|Alaska|Arizona|Arkansas|California|Californie|Colorado|Connecticut|Delaware|Florida|Floride|Hawaii|Hawaï|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Louisiane|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|Nouveau-Mexique|North Carolina|Caroline du Nord|North Dakota|Dakota du Nord|Ohio|Oklahoma|Oregon|Pennsylvania|Pennsylvanie|Rhode Island|South Carolina|Caroline du Sud|South Dakota|Dakota du Sud|Tennessee|Texas|Utah|Vermont|Virginia|Virginie|West Virginia|Virginie-Occidentale|Wisconsin|Wyoming|Ariz.|Calif.|Colo.|Conn.|Fla.|Ill.|Ky.|Mass.|Mich.|Minn.|Pa.|Tenn.|Tex.|Va.|Wis.',
  CA: 'Alberta|British Columbia|Colombie-Britannique|Manitoba|New Brunswick|Nouveau-Brunswick|Newfoundland|Terre-Neuve|Nova Scotia|Nouvelle-Écosse|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan',
  AU: 'New South Wales|Nouvelle-Galles du Sud|Queensland|Tasmania|Tasmanie|Western Australia|South Australia',
  GB: 'England|Angleterre|Scotland|Écosse|Wales|Pays de Galles|Northern Ireland|Irlande du Nord',
};

/** For {@link EntityPack.states}: their names' keys, with the country's code. */
export const STATE_COUNTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES).flatMap(([country, names]) => names.split('|').map((name) => [nameKey(name), country] as const)),
);

/** What no town is meant by, though some are called so. */
const NO_TOWNS = 'Asia|Andes|Jupiter|Arctic|Atlantic|Pacific|Orient|Earth';

/** Country and degrees of towns that a language's readers think of first, though a namesake has more inhabitants. */
const MEANT: Readonly<Record<'fr' | 'en', Readonly<Record<string, readonly [string, number, number]>>>> = {
  fr: { Brest: ['FR', 48.39, -4.49], Laval: ['FR', 48.07, -0.77], Orange: ['FR', 44.14, 4.81] },
  en: {
    Washington: ['US', 38.9, -77.04],
    'New York': ['US', 40.71, -74.01],
    Geneva: ['CH', 46.2, 6.15],
    Newcastle: ['GB', 54.97, -1.61],
    Valencia: ['ES', 39.47, -0.38],
    Montreal: ['CA', 45.51, -73.59],
  },
};

/** For {@link EntityPack.placesMeant}. */
export function placesMeant(language: 'fr' | 'en'): ReadonlyMap<string, Place | undefined> {
  const meant = new Map<string, Place | undefined>(NO_TOWNS.split('|').map((name) => [nameKey(name), undefined]));
  for (const [name, [country, latitude, longitude]] of Object.entries(MEANT[language])) {
    meant.set(nameKey(name), { country, latitude, longitude });
  }
  return meant;
}
