import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const textRules: LanguagePack['text'] = {
  elisions: words('l d'),
  clitics: new Set(),
  abbreviations: words(
    'dr dra sr sra prof av art núm pág págs jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sáb dom etc aprox',
  ),
  determiners: words('o a os as um uma uns umas e segundo após em com por para'),
  teaserOpenings: ['leia também', 'leia mais', 'veja também', '>>'],
  noticeOpenings: ['inscreva-se', 'siga-nos', 'partilhar', 'compartilhe', 'etiquetas'],
  headlineVerbs: words('é são está estão foi foram tem têm será serão vai vão quer querem pode podem deve nega acusa anuncia'),
  bylineOpenings: ['por ', 'publicado', 'atualizado', 'actualizado'],
  pictureSources: words('agência arquivo ministério museu polícia'),
  creditOpenings: ['foto', 'imagem'],
};
