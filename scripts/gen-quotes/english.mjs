import { readFileSync } from 'node:fs';

const IRREGULAR = `
be am/1 are/25 is/3 was/13 were/2 been being
have has had had having
do does did done doing
say says said said saying
tell tells told told telling
write writes wrote written writing
think thinks thought thought thinking
know knows knew known knowing
hold holds held held holding
go goes went gone going
make makes made made making
take takes took taken taking
come comes came come coming
see sees saw seen seeing
get gets got got getting
give gives gave given giving
find finds found found finding
leave leaves left left leaving
feel feels felt felt feeling
put puts put put putting
bring brings brought brought bringing
begin begins began begun beginning
keep keeps kept kept keeping
show shows showed shown showing
hear hears heard heard hearing
run runs ran run running
set sets set set setting
meet meets met met meeting
pay pays paid paid paying
sit sits sat sat sitting
speak speaks spoke spoken speaking
lead leads led led leading
read reads read read reading
grow grows grew grown growing
lose loses lost lost losing
fall falls fell fallen falling
send sends sent sent sending
build builds built built building
understand understands understood understood understanding
draw draws drew drawn drawing
break breaks broke broken breaking
spend spends spent spent spending
cut cuts cut cut cutting
rise rises rose risen rising
win wins won won winning
shoot shoots shot shot shooting
fight fights fought fought fighting
buy buys bought bought buying
sell sells sold sold selling
strike strikes struck struck striking
become becomes became become becoming
stand stands stood stood standing
swear swears swore sworn swearing
foretell foretells foretold foretold foretelling
retell retells retold retold retelling
quip quips quipped quipped quipping
plan plans planned planned planning
stop stops stopped stopped stopping
occur occurs occurred occurred occurring
admit admits admitted admitted admitting
slam slams slammed slammed slamming
blog blogs blogged blogged blogging
pan pans panned panned panning
rap raps rapped rapped rapping
dub dubs dubbed dubbed dubbing
submit submits submitted submitted submitting
sing sings sang sung singing
sink sinks sank sunk sinking
fly flies flew flown flying
drive drives drove driven driving
ride rides rode ridden riding
eat eats ate eaten eating
drink drinks drank drunk drinking
throw throws threw thrown throwing
catch catches caught caught catching
teach teaches taught taught teaching
wear wears wore worn wearing
steal steals stole stolen stealing
hide hides hid hidden hiding
choose chooses chose chosen choosing
freeze freezes froze frozen freezing
tear tears tore torn tearing
bear bears bore borne bearing
beat beats beat beaten beating
blow blows blew blown blowing
spread spreads spread spread spreading
hit hits hit hit hitting
hurt hurts hurt hurt hurting
feed feeds fed fed feeding
flee flees fled fled fleeing
hang hangs hung hung hanging
lend lends lent lent lending
seek seeks sought sought seeking
shake shakes shook shaken shaking
wake wakes woke woken waking
forget forgets forgot forgotten forgetting
arise arises arose arisen arising
undergo undergoes underwent undergone undergoing
overcome overcomes overcame overcome overcoming
shrink shrinks shrank shrunk shrinking
swim swims swam swum swimming
sleep sleeps slept slept sleeping
forecast forecasts forecast forecast forecasting
`;
const TABLE = new Map(
  IRREGULAR.trim()
    .split('\n')
    .map((line) => [line.split(' ')[0], line.split(' ').slice(1)]),
);

/** All forms of an English verb as [form, tag]: i base, g -ing, p past participle, 1-6 persons of present and past. */
export function conjugate(base) {
  if (base === 'be')
    return [
      ['be', 'i'],
      ['am', '1'],
      ['are', '2456'],
      ['is', '3'],
      ['was', '13'],
      ['were', '2456'],
      ['been', 'p'],
      ['being', 'g'],
    ];
  const [third, past, participle, gerund] = TABLE.get(base) ?? regular(base);
  return [
    [base, 'i12456'],
    [third, '3'],
    [past, '123456'],
    [participle, 'p'],
    [gerund, 'g'],
  ];
}

function regular(base) {
  const consonantY = /[^aeiou]y$/.test(base);
  const third = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  const past = consonantY ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`;
  const gerund = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
  return [third, past, past, gerund];
}

/** Lemma to flags; '' for common verbs that are no cues. */
export function englishVerbs() {
  const verbs = new Map();
  const text = readFileSync(new URL('./english-verbs.txt', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [lemma, flags = ''] = line.split(' ');
    if (lemma === '-')
      for (const common of line.split(' ').slice(1)) {
        if (!verbs.has(common)) verbs.set(common, '');
      }
    else verbs.set(lemma, [...new Set((verbs.get(lemma) ?? '') + flags)].join(''));
  }
  return verbs;
}
