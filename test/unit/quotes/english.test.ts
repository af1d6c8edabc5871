import { describe, expect, it } from 'vitest';
import { lines } from './quote';

const rows: readonly (readonly [phenomenon: string, text: string, ...expected: string[]])[] = [
  [
    'subject before the verb',
    '“The dam will hold,” Mayor Paula Reed said.',
    'direct ⟦The dam will hold,⟧ <said> Mayor Paula Reed → Paula Reed',
  ],
  [
    'marks of a treebank',
    "`` The dam will hold, '' said Paula Reed. A 15 '' pipe had burst under a 13 '' one in the '90s, '' Stone has said.",
    'direct ⟦The dam will hold,⟧ <said> Paula Reed → Paula Reed',
  ],
  [
    'marks of a treebank, over several lines',
    "Paula Reed said, `` The dam will hold .\nWe will stay . ''\nThe road was open .",
    'direct ⟦The dam will hold . … We will stay .⟧ <said> Paula Reed → Paula Reed',
  ],
  [
    'he is a person, no body that spoke before',
    'Paul Stone said the dam was old. The council denied that money had been lost. “It is over,” he added.',
    'indirect ⟦the dam was old⟧ <said> Paul Stone → Paul Stone',
    'indirect ⟦money had been lost⟧ <denied> The council → council',
    'direct ⟦It is over,⟧ <added> he → Paul Stone',
  ],
  [
    'several people are not the one who spoke before',
    'Paul Stone said the dam was old. The officials said the road was open.',
    'indirect ⟦the dam was old⟧ <said> Paul Stone → Paul Stone',
    'indirect ⟦the road was open⟧ <said> The officials',
  ],
  [
    'verb before the subject',
    '“The dam will hold,” said Paula Reed, the mayor.',
    'direct ⟦The dam will hold,⟧ <said> Paula Reed, the mayor → Paula Reed',
  ],
  [
    'a participle behind its clause',
    'The mayor rejected the plan, saying it would fail.',
    'indirect ⟦it would fail⟧ <saying> The mayor',
  ],
  [
    'a subject with an insertion',
    'Paula Reed said the driver, named only as Tom, had fled.',
    'indirect ⟦the driver, named only as Tom, had fled⟧ <said> Paula Reed → Paula Reed',
  ],
  [
    'marks between subject and verb',
    'Paula Reed says she “never” signed the letter.',
    'mixed ⟦she “never” signed the letter⟧ <says> Paula Reed → Paula Reed',
  ],
  ['a judgement with its agent', 'The plan was slammed as “shameful” by the mayor.', 'mixed ⟦shameful⟧ <was slammed> the mayor'],
  [
    'medial attribution',
    '“One of the cracks,” Reed said, “was new.”',
    'direct ⟦One of the cracks, … was new.⟧ <said> Reed → Reed',
  ],
  [
    'the same speaker goes on',
    '“The dam will hold,” Reed said. “We checked it.”',
    'direct ⟦The dam will hold, … We checked it.⟧ <said> Reed → Reed',
  ],
  [
    'over paragraphs',
    '“It was loud,” Ann Dube said. “It shook.\n\n“Then it stopped.”',
    'direct ⟦It was loud, … It shook. … Then it stopped.⟧ <said> Ann Dube → Ann Dube',
  ],
  [
    'single in double marks',
    '“My friends keep telling me, ‘Leave now,’ but I stay,” said Mona Lane.',
    'direct ⟦My friends keep telling me, ‘Leave now,’ but I stay,⟧ <said> Mona Lane → Mona Lane',
    'direct ⟦Leave now,⟧ <telling> My friends',
  ],
  [
    'headline with single marks, never closed',
    'Reed: ‘I will never leave this dam',
    'direct ⟦I will never leave this dam⟧ Reed → Reed',
  ],
  ['trailing attribution without marks', 'The dam will hold, officials said.', 'indirect ⟦The dam will hold⟧ <said> officials'],
  ['medial attribution without marks', 'The dam, Reed said, will hold.', 'indirect ⟦The dam … will hold⟧ <said> Reed → Reed'],
  ['that', 'Reed told reporters that the dam was safe.', 'indirect ⟦the dam was safe⟧ <told> Reed → Reed'],
  ['no that', 'Reed said the dam was safe.', 'indirect ⟦the dam was safe⟧ <said> Reed → Reed'],
  [
    'no that, with marks',
    'Reed said the dam had “serious cracks” in March.',
    'mixed ⟦the dam had “serious cracks” in March⟧ <said> Reed → Reed',
  ],
  [
    'according to',
    'According to Paula Reed, the dam is old.',
    'indirect ⟦the dam is old⟧ <According to> Paula Reed → Paula Reed',
  ],
  [
    'relative',
    'The council, which says the dam is safe, will vote on Monday.',
    'indirect ⟦the dam is safe⟧ <says> The council → council',
  ],
  [
    'participle',
    'The plan was dropped, Reed said, adding that talks would resume.',
    'indirect ⟦The plan was dropped⟧ <said> Reed → Reed',
    'indirect ⟦talks would resume⟧ <adding> Reed → Reed',
  ],
  ['pronoun', 'Paula Reed resigned. “It is over,” she said.', 'direct ⟦It is over,⟧ <said> she → Paula Reed'],
  ['so-called', 'The so-called “quiet zone” was closed.', 'title ⟦quiet zone⟧'],
  ['possessives and inches', "The workers' vote was Jack's, 6'2\" tall."],
  ['that as a pronoun', 'When he said that, everybody laughed.'],
];

describe('English', () => {
  it.each(rows.map(([phenomenon, text, ...expected]) => ({ phenomenon, text, expected })))(
    '$phenomenon',
    ({ text, expected }) => {
      expect(lines(text, 'en')).toEqual(expected);
    },
  );
});
