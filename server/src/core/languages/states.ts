import { nameKey } from '../entities/document/mention';

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
