import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** What holds for most languages written in alphabets. */
export const textRules: LanguagePack['text'] = {
  elisions: words('l d dell dall nell sull all un quell'),
  clitics: new Set(),
  abbreviations: words('dr prof st mr mrs no nr ca bzw usw etc art vol sr sra hr fr'),
  determiners: words('der die das ein eine el la los las un una il lo i gli le o os as um uma de het een'),
  teaserOpenings: ['>>'],
  noticeOpenings: [],
  headlineVerbs: new Set(),
  bylineOpenings: [],
  pictureSources: words('archive archives archiv archivo'),
  creditOpenings: ['photo', 'foto'],
};
