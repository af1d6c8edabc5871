import type { LanguagePack } from '../pack';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const textRules: LanguagePack['text'] = {
  elisions: words('l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu presqu entr'),
  clitics: new Set(),
  abbreviations: words(
    'm mm mme mmes mlle mlles dr drs pr prof me mgr st ste sts cf av apr env etc vol art chap fig p pp éd ed ex hab janv févr fév avr juil sept oct nov déc lun mar mer jeu ven sam dim bd boul tél no nos op cit suiv gén col cdt lt sgt cap amb min max jr sr',
  ),
  determiners: words(
    'le la les l un une d c s j des du de ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos plusieurs quelques deux trois selon après avant dans pour sur en au aux à il elle ils elles on',
  ),
  teaserOpenings: [
    'lire aussi',
    'à lire aussi',
    'a lire aussi',
    'lire également',
    'à lire également',
    'voir aussi',
    'lire :',
    'lire:',
    '» lire',
    'consultez aussi',
    'vous pouvez également consulter',
    'dans le même thème',
    'articles liés',
    'pour aller plus loin',
    'à voir aussi',
    'sur le même sujet',
    '>>',
  ],
  bylineOpenings: [
    'par ',
    'de notre correspondant',
    'de notre envoyé',
    'propos recueillis par',
    'publié',
    'mis à jour',
    'modifié le',
    'mise à jour',
  ],
  creditOpenings: [
    'photo',
    'crédit photo',
    'crédit',
    'crédits',
    'photo d’illustration',
    "photo d'illustration",
    'photographie',
    'image',
  ],
};
