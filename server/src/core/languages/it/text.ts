import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const textRules: LanguagePack['text'] = {
  elisions: words("l d dell dall nell sull all un quell dell' c' quest quell sant"),
  clitics: new Set(),
  abbreviations: words(
    'dott dr sig sigg ing avv prof on art n pag pagg gen feb mar apr mag giu lug ago set ott nov dic lun mar mer gio ven sab dom ecc es ca',
  ),
  determiners: words('il lo la i gli le un uno una e dopo con per secondo'),
  teaserOpenings: ['leggi anche', 'vedi anche', '>>'],
  noticeOpenings: ['iscriviti', 'seguici', 'condividi', 'tag:'],
  headlineVerbs: words('è sono ha hanno sarà saranno va vanno vuole vogliono può possono deve nega accusa annuncia rifiuta'),
  bylineOpenings: ['di ', 'pubblicato', 'aggiornato'],
  pictureSources: words('agenzia archivio ministero museo polizia'),
  creditOpenings: ['foto', 'immagine'],
};
