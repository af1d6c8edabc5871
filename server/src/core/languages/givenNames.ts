/**
 * Given names without capitals, accents and hyphens, whose gender the lists of names do not tell: those lists lack them, or one list of a far-off country
 * gives them the other one (an Armenian Karen). Left out are those that men and women bear in the press of the
 * languages at hand (Robin, Andrea, Kim). Written for this project.
 */
const MASCULINE = `
  abdoulaye akihito alasdair alassane amadou amit anar anatoly andoni andriy anil antonis antti anwar aritz arkady arsene
  artur arvind atiku attila august ayman balazs barack bashar beniamino benigno beppe beto bohuslav borut boubacar boyko
  bronislaw bulent calin cheikh ciro cormac dafydd denzel deontay duarte dusan ed ehud elie emir emmerson evo farid ferenc
  fethullah fouad geert geir gennady giancarlo gianluca gianluigi giorgos goncalo gonzalo goodluck grzegorz gyorgy haider
  hakon haris hasan heiko herve hiroshi hosni hudson huw ibrahima idriss iker inaki istvan jair janez janos jaroslaw
  jean-michel jean-yves jeroen jerzy jesse jinping jiri joao joaquim joko jomo juha jukka jules jurgen kanye kemal keqiang
  khabib kirill knut kofi krzysztof kwame kwasi kylian kyriakos laszlo lebron lech lenin leszek levy liviu loic lubos
  ludovit lula mahathir mahmoud mamadou marek mario marwan mason matti maxime mikko milorad milos mircea mitt moqtada
  mourad muhammadu murat nadhim naftali najib naruhito nawaz newt neymar niall nikola nils nouri noynoy nuno nunzio
  oleksandr olusegun orhan oriol ousmane pekka pep pervez petro pierluigi plamen prabowo prayuth primoz qassem quim
  radoslaw rafa rafik raila rajesh recep reince remy rhys rishi rob rodrigo rohit rui rumen ruslan sachin sadiq sajid
  sanjay selim serhiy shigeru shinzo sigmar sigurd stephane sultan sundar suresh syed tadej takeshi tapio tariq taro thabo
  thaksin tiago timo timur tomasz tormod trond tupac uhuru unai usain vaclav valery vijay virat vitaly vojislav volodymyr
  vuk walid wim wladimir wojciech xabi xanana xiaoping yair yasser yoshihide zbigniew zdenek ziad zinedine zlatko
`;
const FEMININE = `
  agnetha aiko ailsa ainhoa aishwarya amaia amara aminata annegret anneli anushka aoife arantxa aretha asma assumpta
  assuncao astrid ayanna ayelet ayse beata beatrice benazir beyonce bohdana bozena bronagh buchi canan caoimhe carol
  catriona chiara chimamanda condoleezza corazon coretta danuta dariga deepika deirdre delcy dilma djamila dora eilidh
  elif ellen elzbieta emine epsy fairuz farah fatima-zahra fatoumata federica frauke gabourey galina garbine geraldine
  ghislaine ginevra gioconda giorgia gleisi golda golshifteh graca grainne gro gulnara gunilla hadja haifa halina hatice
  hina houria ilaria ilhan imelda indra ingeborg inmaculada iryna itziar jadwiga janja jayalalitha joanna jonna joyce
  kamala kareena karen katarzyna kay keiko keisha kellyanne kersti khadija khaleda kirsty kolinda krystyna ksenia lakshmi
  larysa latasha leila leni lesya linda lindiwe ludmila ludovica lupita lyubov lyudmila macarena mahsa maija mairead maite
  makhosazana malala malgorzata mamata margrethe mariama mariastella marie-christine marie-claude marie-helene marie-laure
  marie-pierre marielle masako masih megawati meghna mei-ling meral meritxell mhairi michal michiko milada mina miri
  montserrat morag nadezhda nadiya najat naoko nasrin nawal ngozi nigella nirmala nkosazana nomzamo nosiviwe nuala nurcan
  nuria oksana olena olga omarosa oprah orla orly ornella ouarda oumou paivi phumzile priti priyanka quvenzhane
  ramatoulaye rania rashida rigoberta rihanna riikka rocio roisin rokia rosalia roselyne roza sachiko saina salima sania
  saoirse segolene shaniqua shelly shirin shona shonda sian sibeth simone sinead siv soledad sonam soraya souad stormy
  sushma svitlana tabata tamika tamsin tarja tatyana thandie thuli tugba tzipi tzipora violeta wangari winnie xiaoling
  yingluck yulia yuriko zdenka zeynep zhanna zofia zulfiya
`;

const names = (list: string, gender: 'm' | 'f') =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => [name.replaceAll('-', ' '), gender] as const);

/** The gender of each. */
export const givenNameGenders: ReadonlyMap<string, 'm' | 'f'> = new Map([...names(MASCULINE, 'm'), ...names(FEMININE, 'f')]);
