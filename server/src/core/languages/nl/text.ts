import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const textRules: LanguagePack['text'] = {
  elisions: words('l d'),
  clitics: new Set(),
  abbreviations: words(
    'dr prof mr drs ir ing mw dhr st nr blz art jan feb mrt apr jun jul aug sep sept okt nov dec ma di wo do vr za zo bv bijv enz ca o.a d.w.z',
  ),
  determiners: words('de het een en na voor met volgens'),
  teaserOpenings: ['lees ook', 'zie ook', '>>'],
  noticeOpenings: ['abonneer', 'volg ons', 'deel dit', 'tags:'],
  headlineVerbs: words('is zijn was waren heeft hebben wordt worden wil willen kan kunnen moet moeten zegt'),
  bylineOpenings: ['door ', 'gepubliceerd', 'bijgewerkt'],
  pictureSources: words('archief ministerie museum politie'),
  creditOpenings: ['foto', 'beeld'],
};
