import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const textRules: LanguagePack['text'] = {
  elisions: new Set(),
  clitics: words("'s 're 've 'll 'm"),
  abbreviations: words(
    'mr mrs ms messrs dr drs prof st sts rev hon gen col maj capt cmdr lt sgt gov sen rep pres sr jr no nos vol art ch fig p pp ed eds inc ltd co corp cf vs etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd approx est dept univ a.m p.m e.g i.e',
  ),
  determiners: words(
    'the a an this that these those his her its their our my your some several two three according after before in for on at he she it they we',
  ),
  teaserOpenings: [
    'read also',
    'also read',
    'read more',
    'see also',
    'related:',
    'related article',
    'more:',
    'more on this',
    '>>',
  ],
  bylineOpenings: ['by ', 'published', 'updated', 'posted on', 'posted by', 'last updated'],
  creditOpenings: ['photo', 'photo credit', 'picture', 'image', 'credit'],
};
