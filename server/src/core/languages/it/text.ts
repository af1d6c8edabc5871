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
  bylineOpenings: ['di ', 'pubblicato', 'aggiornato'],
  creditOpenings: ['foto', 'immagine'],
};
