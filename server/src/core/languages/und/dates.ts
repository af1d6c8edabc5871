import type { DatePack } from '../../dates/pack';
import { textRules } from './text';

/** What any language writes: dates and times in digits. */
export const datePack: DatePack = {
  language: 'und',
  text: textRules,
  names: { months: [], weekdays: [], days: {} },
  numbers: {},
  dayFirst: true,
  capitals: false,
  rules: [],
  future: '',
  past: '',
  classes: { comma: ',', hourMark: 'h', rangeTo: '-|–' },
  values: { ampm: { am: 'am|a.m.', pm: 'pm|p.m.' }, zone: { Z: 'gmt|utc' } },
};
