import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const textRules: LanguagePack['text'] = {
  elisions: words('l d'),
  clitics: new Set(),
  abbreviations: words(
    'dr dra sr sra srta ud uds prof av avda art núm pág págs ene feb mar abr may jun jul ago sep sept oct nov dic lun mié jue vie sáb dom p.ej etc aprox',
  ),
  determiners: words('el la los las un una unos unas y según tras en con por para'),
  teaserOpenings: ['lea también', 'lee también', 'ver también', '>>'],
  noticeOpenings: ['suscríbete', 'suscríbase', 'síguenos', 'compartir', 'etiquetas'],
  headlineVerbs: words('es son está están ha han será serán va van quiere quieren puede pueden debe niega acusa anuncia rechaza'),
  bylineOpenings: ['por ', 'publicado', 'actualizado'],
  pictureSources: words('agencia archivo archivos ministerio museo policía prensa'),
  creditOpenings: ['foto', 'imagen', 'fotos'],
};
