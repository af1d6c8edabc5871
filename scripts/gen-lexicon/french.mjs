// Conjugates French verbs: the simple tenses that reports are told in, the infinitive and the participles.
// Written from the rules of the language's own school grammar; irregular verbs are tables of principal parts.

const IRREGULAR = new Map();
const PERSONS = [1, 2, 3, 4, 5, 6];

/** present (six forms) | imperfect stem | past historic stem and vowel | future stem | subjunctive stem or six forms | past participle | present participle */
const TABLE = `
être|suis es est sommes êtes sont|ét|f u|ser|sois sois soit soyons soyez soient|été|étant
avoir|ai as a avons avez ont|av|e u|aur|aie aies ait ayons ayez aient|eu|ayant
aller|vais vas va allons allez vont|all|all a|ir|aille ailles aille allions alliez aillent|allé|allant
faire|fais fais fait faisons faites font|fais|f i|fer|fass|fait|faisant
dire|dis dis dit disons dites disent|dis|d i|dir|dis|dit|disant
redire|redis redis redit redisons redites redisent|redis|red i|redir|redis|redit|redisant
contredire|contredis contredis contredit contredisons contredisez contredisent|contredis|contred i|contredir|contredis|contredit|contredisant
prédire|prédis prédis prédit prédisons prédisez prédisent|prédis|préd i|prédir|prédis|prédit|prédisant
interdire|interdis interdis interdit interdisons interdisez interdisent|interdis|interd i|interdir|interdis|interdit|interdisant
lire|lis lis lit lisons lisez lisent|lis|l u|lir|lis|lu|lisant
élire|élis élis élit élisons élisez élisent|élis|él u|élir|élis|élu|élisant
écrire|écris écris écrit écrivons écrivez écrivent|écriv|écriv i|écrir|écriv|écrit|écrivant
décrire|décris décris décrit décrivons décrivez décrivent|décriv|décriv i|décrir|décriv|décrit|décrivant
inscrire|inscris inscris inscrit inscrivons inscrivez inscrivent|inscriv|inscriv i|inscrir|inscriv|inscrit|inscrivant
prescrire|prescris prescris prescrit prescrivons prescrivez prescrivent|prescriv|prescriv i|prescrir|prescriv|prescrit|prescrivant
souscrire|souscris souscris souscrit souscrivons souscrivez souscrivent|souscriv|souscriv i|souscrir|souscriv|souscrit|souscrivant
rire|ris ris rit rions riez rient|ri|r i|rir|ri|ri|riant
sourire|souris souris sourit sourions souriez sourient|souri|sour i|sourir|souri|souri|souriant
croire|crois crois croit croyons croyez croient|croy|cr u|croir|croie croies croie croyions croyiez croient|cru|croyant
voir|vois vois voit voyons voyez voient|voy|v i|verr|voie voies voie voyions voyiez voient|vu|voyant
prévoir|prévois prévois prévoit prévoyons prévoyez prévoient|prévoy|prév i|prévoir|prévoie prévoies prévoie prévoyions prévoyiez prévoient|prévu|prévoyant
savoir|sais sais sait savons savez savent|sav|s u|saur|sach|su|sachant
pouvoir|peux peux peut pouvons pouvez peuvent|pouv|p u|pourr|puiss|pu|pouvant
vouloir|veux veux veut voulons voulez veulent|voul|voul u|voudr|veuille veuilles veuille voulions vouliez veuillent|voulu|voulant
devoir|dois dois doit devons devez doivent|dev|d u|devr|doive doives doive devions deviez doivent|dû|devant
recevoir|reçois reçois reçoit recevons recevez reçoivent|recev|reç u|recevr|reçoive reçoives reçoive recevions receviez reçoivent|reçu|recevant
apercevoir|aperçois aperçois aperçoit apercevons apercevez aperçoivent|apercev|aperç u|apercevr|aperçoive aperçoives aperçoive apercevions aperceviez aperçoivent|aperçu|apercevant
percevoir|perçois perçois perçoit percevons percevez perçoivent|percev|perç u|percevr|perçoive perçoives perçoive percevions perceviez perçoivent|perçu|percevant
concevoir|conçois conçois conçoit concevons concevez conçoivent|concev|conç u|concevr|conçoive conçoives conçoive concevions conceviez conçoivent|conçu|concevant
valoir|vaux vaux vaut valons valez valent|val|val u|vaudr|vaille vailles vaille valions valiez vaillent|valu|valant
falloir|- - faut - - -|fall|fall u|faudr|- - faille - - -|fallu|-
mettre|mets mets met mettons mettez mettent|mett|m i|mettr|mett|mis|mettant
prendre|prends prends prend prenons prenez prennent|pren|pr i|prendr|prenne prennes prenne prenions preniez prennent|pris|prenant
venir|viens viens vient venons venez viennent|ven|v in|viendr|vienne viennes vienne venions veniez viennent|venu|venant
tenir|tiens tiens tient tenons tenez tiennent|ten|t in|tiendr|tienne tiennes tienne tenions teniez tiennent|tenu|tenant
acquérir|acquiers acquiers acquiert acquérons acquérez acquièrent|acquér|acqu i|acquerr|acquière acquières acquière acquérions acquériez acquièrent|acquis|acquérant
connaître|connais connais connaît connaissons connaissez connaissent|connaiss|conn u|connaîtr|connaiss|connu|connaissant
paraître|parais parais paraît paraissons paraissez paraissent|paraiss|par u|paraîtr|paraiss|paru|paraissant
naître|nais nais naît naissons naissez naissent|naiss|naqu i|naîtr|naiss|né|naissant
partir|pars pars part partons partez partent|part|part i|partir|part|parti|partant
sortir|sors sors sort sortons sortez sortent|sort|sort i|sortir|sort|sorti|sortant
sentir|sens sens sent sentons sentez sentent|sent|sent i|sentir|sent|senti|sentant
mentir|mens mens ment mentons mentez mentent|ment|ment i|mentir|ment|menti|mentant
servir|sers sers sert servons servez servent|serv|serv i|servir|serv|servi|servant
dormir|dors dors dort dormons dormez dorment|dorm|dorm i|dormir|dorm|dormi|dormant
courir|cours cours court courons courez courent|cour|cour u|courr|cour|couru|courant
mourir|meurs meurs meurt mourons mourez meurent|mour|mour u|mourr|meure meures meure mourions mouriez meurent|mort|mourant
ouvrir|ouvre ouvres ouvre ouvrons ouvrez ouvrent|ouvr|ouvr i|ouvrir|ouvr|ouvert|ouvrant
offrir|offre offres offre offrons offrez offrent|offr|offr i|offrir|offr|offert|offrant
souffrir|souffre souffres souffre souffrons souffrez souffrent|souffr|souffr i|souffrir|souffr|souffert|souffrant
accueillir|accueille accueilles accueille accueillons accueillez accueillent|accueill|accueill i|accueiller|accueill|accueilli|accueillant
fuir|fuis fuis fuit fuyons fuyez fuient|fuy|fu i|fuir|fuie fuies fuie fuyions fuyiez fuient|fui|fuyant
rendre|R
attendre|R
entendre|R
prétendre|R
défendre|R
vendre|R
répondre|R
perdre|R
descendre|R
étendre|R
confondre|R
pendre|R
tendre|R
mordre|R
rompre|romps romps rompt rompons rompez rompent|romp|romp i|rompr|romp|rompu|rompant
craindre|N
plaindre|N
contraindre|N
peindre|N
dépeindre|N
atteindre|N
éteindre|N
rejoindre|N
joindre|N
enjoindre|N
conduire|U
produire|U
traduire|U
réduire|U
construire|U
détruire|U
introduire|U
déduire|U
nuire|nuis nuis nuit nuisons nuisez nuisent|nuis|nuis i|nuir|nuis|nui|nuisant
suivre|suis suis suit suivons suivez suivent|suiv|suiv i|suivr|suiv|suivi|suivant
poursuivre|poursuis poursuis poursuit poursuivons poursuivez poursuivent|poursuiv|poursuiv i|poursuivr|poursuiv|poursuivi|poursuivant
vivre|vis vis vit vivons vivez vivent|viv|véc u|vivr|viv|vécu|vivant
battre|bats bats bat battons battez battent|batt|batt i|battr|batt|battu|battant
débattre|débats débats débat débattons débattez débattent|débatt|débatt i|débattr|débatt|débattu|débattant
conclure|conclus conclus conclut concluons concluez concluent|conclu|concl u|conclur|conclu|conclu|concluant
exclure|exclus exclus exclut excluons excluez excluent|exclu|excl u|exclur|exclu|exclu|excluant
taire|tais tais tait taisons taisez taisent|tais|t u|tair|tais|tu|taisant
plaire|plais plais plaît plaisons plaisez plaisent|plais|pl u|plair|plais|plu|plaisant
convaincre|convaincs convaincs convainc convainquons convainquez convainquent|convainqu|convainqu i|convaincr|convainqu|convaincu|convainquant
vaincre|vaincs vaincs vainc vainquons vainquez vainquent|vainqu|vainqu i|vaincr|vainqu|vaincu|vainquant
boire|bois bois boit buvons buvez boivent|buv|b u|boir|boive boives boive buvions buviez boivent|bu|buvant
résoudre|résous résous résout résolvons résolvez résolvent|résolv|résol u|résoudr|résolv|résolu|résolvant
requérir|requiers requiers requiert requérons requérez requièrent|requér|requ i|requerr|requière requières requière requérions requériez requièrent|requis|requérant
maudire|maudis maudis maudit maudissons maudissez maudissent|maudiss|maud i|maudir|maudiss|maudit|maudissant
`;
for (const line of TABLE.trim().split('\n')) {
  const [infinitive, ...parts] = line.split('|');
  IRREGULAR.set(infinitive, parts);
}
// Verbs conjugated like another one behind a prefix.
const DERIVED = {
  déplaire: 'plaire',
  refaire: 'faire',
  satisfaire: 'faire',
  défaire: 'faire',
  relire: 'lire',
  réélire: 'élire',
  récrire: 'écrire',
  réécrire: 'écrire',
  revoir: 'voir',
  entrevoir: 'voir',
  admettre: 'mettre',
  permettre: 'mettre',
  promettre: 'mettre',
  remettre: 'mettre',
  soumettre: 'mettre',
  transmettre: 'mettre',
  commettre: 'mettre',
  émettre: 'mettre',
  démettre: 'mettre',
  compromettre: 'mettre',
  omettre: 'mettre',
  apprendre: 'prendre',
  comprendre: 'prendre',
  reprendre: 'prendre',
  entreprendre: 'prendre',
  surprendre: 'prendre',
  revenir: 'venir',
  devenir: 'venir',
  convenir: 'venir',
  intervenir: 'venir',
  prévenir: 'venir',
  parvenir: 'venir',
  provenir: 'venir',
  survenir: 'venir',
  souvenir: 'venir',
  subvenir: 'venir',
  soutenir: 'tenir',
  maintenir: 'tenir',
  obtenir: 'tenir',
  contenir: 'tenir',
  retenir: 'tenir',
  détenir: 'tenir',
  appartenir: 'tenir',
  entretenir: 'tenir',
  reconnaître: 'connaître',
  apparaître: 'paraître',
  disparaître: 'paraître',
  comparaître: 'paraître',
  repartir: 'partir',
  ressentir: 'sentir',
  consentir: 'sentir',
  démentir: 'mentir',
  pressentir: 'sentir',
  desservir: 'servir',
  endormir: 'dormir',
  concourir: 'courir',
  parcourir: 'courir',
  recourir: 'courir',
  secourir: 'courir',
  couvrir: 'ouvrir',
  découvrir: 'ouvrir',
  recouvrir: 'ouvrir',
  recueillir: 'accueillir',
  interrompre: 'rompre',
  corrompre: 'rompre',
  survivre: 'vivre',
  combattre: 'battre',
  abattre: 'battre',
  recevoir: 'recevoir',
  prévaloir: 'valoir',
  conquérir: 'acquérir',
  descendre: 'descendre',
  reconstruire: 'construire',
  reproduire: 'produire',
};

/**
 * All forms of a verb, as [form, tag]: i infinitive, g present participle, p past participle, 1-6 the persons of
 * any simple tense, with h before it in the past historic.
 * Throws where an irregular verb has no table.
 */
export function conjugate(infinitive) {
  const model = DERIVED[infinitive];
  if (model !== undefined && model !== infinitive) {
    const tail = commonTail(infinitive, model);
    const prefix = infinitive.slice(0, infinitive.length - tail.length);
    const cut = model.length - tail.length;
    return conjugate(model).map(([form, tag]) => [prefix + form.slice(cut), tag]);
  }
  const parts = IRREGULAR.get(infinitive);
  if (parts !== undefined) return fromParts(infinitive, principal(infinitive, parts));
  if (infinitive.endsWith('er')) return firstGroup(infinitive);
  if (infinitive.endsWith('ir') || infinitive === 'haïr') return secondGroup(infinitive);
  if (infinitive.endsWith('indre')) return fromParts(infinitive, principal(infinitive, ['N']));
  if (infinitive.endsWith('dre')) return fromParts(infinitive, principal(infinitive, ['R']));
  if (infinitive.endsWith('uire')) return fromParts(infinitive, principal(infinitive, ['U']));
  throw new Error(`no table for ${infinitive}`);
}

function commonTail(a, b) {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return a.slice(a.length - n);
}

function principal(infinitive, parts) {
  if (parts[0] === 'R') {
    const s = infinitive.slice(0, -2);
    return [`${s}s ${s}s ${s} ${s}ons ${s}ez ${s}ent`, s, `${s} i`, infinitive.slice(0, -1), s, `${s}u`, `${s}ant`];
  }
  if (parts[0] === 'N') {
    const s = infinitive.slice(0, -3);
    const g = `${s.slice(0, -1)}gn`;
    return [`${s}s ${s}s ${s}t ${g}ons ${g}ez ${g}ent`, g, `${g} i`, infinitive.slice(0, -1), g, `${s}t`, `${g}ant`];
  }
  if (parts[0] === 'U') {
    const s = infinitive.slice(0, -2);
    return [`${s}s ${s}s ${s}t ${s}sons ${s}sez ${s}sent`, `${s}s`, `${s}s i`, `${s}r`, `${s}s`, `${s}t`, `${s}sant`];
  }
  return parts;
}

const IMPERFECT = ['ais', 'ais', 'ait', 'ions', 'iez', 'aient'];
const FUTURE = ['ai', 'as', 'a', 'ons', 'ez', 'ont'];
const HISTORIC = {
  a: ['ai', 'as', 'a', 'âmes', 'âtes', 'èrent', 'ât'],
  i: ['is', 'is', 'it', 'îmes', 'îtes', 'irent', 'ît'],
  u: ['us', 'us', 'ut', 'ûmes', 'ûtes', 'urent', 'ût'],
  in: ['ins', 'ins', 'int', 'înmes', 'întes', 'inrent', 'înt'],
};

function fromParts(infinitive, [present, imperfect, historic, future, subjunctive, past, gerund]) {
  const forms = [
    [infinitive, 'i'],
    [gerund, 'g'],
  ];
  const [stem, vowel] = historic.split(' ');
  for (const p of past === 'dû' ? ['dû', 'due', 'dus', 'dues'] : participles(past)) forms.push([p, 'p']);
  present.split(' ').forEach((form, i) => {
    forms.push([form, String(i + 1)]);
  });
  PERSONS.forEach((p, i) => {
    forms.push(
      [imperfect + IMPERFECT[i], String(p)],
      [future + FUTURE[i], String(p)],
      [future + IMPERFECT[i], String(p)],
      [stem + HISTORIC[vowel][i], `h${p}`],
    );
  });
  forms.push([stem + HISTORIC[vowel][6], '3']);
  const sub = subjunctive.includes(' ')
    ? subjunctive.split(' ')
    : ['e', 'es', 'e', 'ions', 'iez', 'ent'].map((e) => subjunctive + e);
  sub.forEach((form, i) => {
    forms.push([form, String(i + 1)]);
  });
  return forms.filter(([form]) => !form.startsWith('-'));
}

const participles = (past) =>
  past.endsWith('s') ? [past, `${past}e`, `${past}es`] : [past, `${past}e`, `${past}s`, `${past}es`];

function firstGroup(infinitive) {
  const stem = infinitive.slice(0, -2);
  const soft = stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem.endsWith('g') ? `${stem}e` : stem; // before a, o
  let strong = stem; // before a silent e
  let future = `${stem}er`;
  const accent = /^(.*)[eé]([bcdfghjklmnpqrstvz]|[gq]u|gn|[bcdfgpt][rl])$/u.exec(stem);
  if (/(?:appel|jet|ruissel|renouvel|rappel|épel|interpel)$/u.test(stem) && infinitive !== 'interpeller') {
    strong = stem + stem.at(-1);
    future = `${strong}er`;
  } else if (accent !== null && !/(?:ll|tt|ss|rr|nn)$/u.test(stem)) {
    strong = `${accent[1]}è${accent[2]}`;
    if (stem[accent[1].length] === 'e') future = `${strong}er`;
  } else if (/[ou]y$/u.test(stem)) {
    strong = `${stem.slice(0, -1)}i`;
    future = infinitive === 'envoyer' ? 'enverr' : infinitive === 'renvoyer' ? 'renverr' : `${strong}er`;
  }
  const forms = [
    [infinitive, 'i'],
    [`${soft}ant`, 'g'],
    [`${stem}é`, 'p'],
    [`${stem}ée`, 'p'],
    [`${stem}és`, 'p'],
    [`${stem}ées`, 'p'],
  ];
  [`${strong}e`, `${strong}es`, `${strong}e`, `${soft}ons`, `${stem}ez`, `${strong}ent`].forEach((form, i) => {
    forms.push([form, String(i + 1)]);
  });
  PERSONS.forEach((p, i) => {
    const imperfect = i === 3 || i === 4 ? stem : soft;
    const historic = i === 5 ? stem : soft;
    forms.push(
      [imperfect + IMPERFECT[i], String(p)],
      [future + FUTURE[i], String(p)],
      [future + IMPERFECT[i], String(p)],
      [historic + HISTORIC.a[i], `h${p}`],
    );
  });
  forms.push([`${soft}ât`, '3'], [`${stem}ions`, '4'], [`${stem}iez`, '5']);
  return forms;
}

function secondGroup(infinitive) {
  const stem = infinitive.slice(0, -2);
  return fromParts(infinitive, [
    `${stem}is ${stem}is ${stem}it ${stem}issons ${stem}issez ${stem}issent`,
    `${stem}iss`,
    `${stem} i`,
    infinitive,
    `${stem}iss`,
    `${stem}i`,
    `${stem}issant`,
  ]);
}
