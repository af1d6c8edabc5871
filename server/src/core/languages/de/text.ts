import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const textRules: LanguagePack['text'] = {
  elisions: words('l d'),
  clitics: new Set(),
  abbreviations: words(
    'dr prof st mr hr fr bzw usw ca nr z.b d.h u.a str abs art mio mrd jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so geb gest vgl ggf inkl',
  ),
  determiners: words('der die das den dem des ein eine einen einem einer eines und nach vor seit mit für'),
  teaserOpenings: ['siehe auch', 'lesen sie auch', 'mehr zum thema', '>>'],
  noticeOpenings: ['abonnieren', 'folgen sie', 'teilen', 'schlagwörter', 'anzeige'],
  headlineVerbs: words(
    'ist sind war waren hat haben wird werden will wollen kann können muss müssen soll sollen sagt lehnt fordert warnt',
  ),
  bylineOpenings: ['von ', 'veröffentlicht', 'aktualisiert', 'stand:'],
  pictureSources: words('archiv agentur ministerium museum polizei presse sammlung stadt universität'),
  creditOpenings: ['foto', 'bild', 'fotos'],
};
