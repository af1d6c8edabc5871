const NEUTRAL =
  'president vice-president minister secretary representative congressman senator governor mayor chancellor ambassador consul delegate envoy commissioner councillor councilman chairman chairwoman chairperson chair chief head leader boss director manager founder co-founder cofounder owner partner ceo cfo coo executive officer spokesman spokeswoman spokesperson candidate activist campaigner lawmaker politician diplomat judge justice prosecutor attorney lawyer general colonel commander captain lieutenant sergeant admiral major marshal soldier cardinal archbishop bishop priest rabbi imam pastor pope journalist reporter editor editor-in-chief columnist correspondent photographer presenter host anchor author writer novelist poet philosopher historian sociologist economist professor lecturer researcher scientist physicist biologist chemist astronomer astronaut mathematician engineer architect doctor surgeon physician nurse actor director producer singer musician rapper composer pianist guitarist drummer dancer comedian cartoonist painter sculptor designer model blogger footballer player striker goalkeeper defender midfielder quarterback coach manager referee cyclist sprinter athlete swimmer boxer skier skater pilot driver champion analyst expert specialist treasurer chairman adviser advisor dean principal teacher officer detective sheriff deputy prime co-chair lawgiver dissident mp msp peer vicar inspector constable superintendent barrister solicitor headteacher student farmer baker entrepreneur plumber electrician carpenter butcher shopkeeper firefighter paramedic midwife vet pensioner retiree volunteer trustee curator librarian chef publisher broadcaster psychologist psychiatrist epidemiologist virologist geologist climatologist pharmacist banker shipowner technician welder campaigner whistleblower';
const MASCULINE =
  'king prince emperor duke count father brother son husband man congressman chairman spokesman actor businessman policeman';
const FEMININE =
  'queen princess empress duchess countess mother sister daughter wife widow woman congresswoman chairwoman spokeswoman actress businesswoman policewoman waitress';

const split = (list: string): string[] => list.split(' ');

/** Words for what a person does or is, with the gender they tell; both where they tell none. */
export const ROLE_WORDS: ReadonlyMap<string, 'm' | 'f' | 'both'> = new Map([
  ...split(NEUTRAL).map((word) => [word, 'both'] as const),
  ...split(MASCULINE).map((word) => [word, 'm'] as const),
  ...split(FEMININE).map((word) => [word, 'f'] as const),
]);
