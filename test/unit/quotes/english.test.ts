import { describe, expect, it } from 'vitest';
import { quotesOf, table } from './quote';

table(
  'English',
  [
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
    [
      'a judgement with its agent',
      'The plan was slammed as “shameful” by the mayor.',
      'mixed ⟦shameful⟧ <was slammed> the mayor',
    ],
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
      'over paragraphs that open their marks again, and one with a cue of its own',
      '“It was loud,” Ann Dube said. “It shook.\n\n“Then it stopped.\n\n“We left,” she added.',
      'direct ⟦It was loud, … It shook. … Then it stopped. … We left,⟧ <said> Ann Dube → Ann Dube',
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
    ['an object is no clause', 'The mill announced a new service to move grain. Reed confirmed the closure of the dam.'],
    ['an object with a relative', 'The mill announced the new Sela Touch, a boat which floats. It added a motor to its boats.'],
    ['an object before a participle', 'The mill announced measures aimed at boats and revealed plans to move.'],
    [
      'a clause behind verbs that take objects',
      'The mill announced it has sold two boats. Reed confirmed the dam is closed.',
      'indirect ⟦it has sold two boats⟧ <announced> The mill',
      'indirect ⟦the dam is closed⟧ <confirmed> Reed → Reed',
    ],
    [
      'subjects of many kinds',
      'Reed said many were ill. Reed said adding sand was cheap. Reed said US boats sank. Reed said Stone allegedly left early.',
      'indirect ⟦many were ill⟧ <said> Reed → Reed',
      'indirect ⟦adding sand was cheap⟧ <said> Reed → Reed',
      'indirect ⟦US boats sank⟧ <said> Reed → Reed',
      'indirect ⟦Stone allegedly left early⟧ <said> Reed → Reed',
    ],
    [
      'a clause that begins with another',
      'Reed said although the dam was old, “nobody had looked at it”.',
      'mixed ⟦although the dam was old, “nobody had looked at it”⟧ <said> Reed → Reed',
    ],
    [
      'an addressee and an occasion',
      'Reed told Sela Weekly in a statement that the dam was safe.',
      'indirect ⟦the dam was safe⟧ <told> Reed → Reed',
    ],
    ['nouns in the form of verbs', 'The mill lost 40 points, to above 90. Reports by the media of fires were early estimates.'],
    [
      'reports that say',
      'Reports say the dam is safe. WHO says the water is clean.',
      'indirect ⟦the dam is safe⟧ <say> Reports',
      'indirect ⟦the water is clean⟧ <says> WHO → WHO',
    ],
    [
      'a noun with its owner',
      "Boats sank after the mill 's announcement that it would close.",
      'indirect ⟦it would close⟧ <announcement> the mill',
    ],
    [
      'a noun with its agent',
      'Boats sank after a claim by Paula Reed that the dam was safe.',
      'indirect ⟦the dam was safe⟧ <claim> Paula Reed → Paula Reed',
    ],
    ['a relative behind a noun', 'Reports that emerged on Monday were false.'],
    [
      'reports that state',
      'The plan failed because of reports stating that the dam was old.',
      'indirect ⟦the dam was old⟧ <stating> reports',
    ],
    [
      'what studies find, and what people find',
      'A survey found a quarter of the villagers favoured the dam. Reed found that his boat was gone.',
      'indirect ⟦a quarter of the villagers favoured the dam⟧ <found> A survey',
    ],
    [
      'as somebody told somebody',
      'As Reed told The Sela Post, the dam is safe.',
      'indirect ⟦the dam is safe⟧ <told> Reed → Reed',
    ],
    [
      'a setting before the clause that announces',
      'With the boats almost ready, the mill announced on Friday that it would close.',
      'indirect ⟦it would close⟧ <announced> the mill',
    ],
    ['a setting before marks', 'Of the dam, Paul Stone said, “It is old.”', 'direct ⟦It is old.⟧ <said> Paul Stone → Paul Stone'],
    [
      'a report in a subordinate clause',
      'After Reed said that the dam was safe, the villagers went home.',
      'indirect ⟦the dam was safe⟧ <said> Reed → Reed',
    ],
    [
      'two who report in one sentence',
      'Reed said the dam was old, while Stone said the road was open, but Dube denied that it leaked.',
      'indirect ⟦the dam was old⟧ <said> Reed → Reed',
      'indirect ⟦the road was open⟧ <said> Stone → Stone',
      'indirect ⟦it leaked⟧ <denied> Dube → Dube',
    ],
    [
      'a relative behind a date',
      'Boats sank after a report released by the Council on Monday, which said that the water was rising.',
      'indirect ⟦the water was rising⟧ <said> a report released by the Council',
    ],
    [
      'more verbs before their subject',
      '“The dam leaks,” argued Paul Stone. “It is old,” noted Ann Dube, a historian.',
      'direct ⟦The dam leaks,⟧ <argued> Paul Stone → Paul Stone',
      'direct ⟦It is old,⟧ <noted> Ann Dube, a historian → Ann Dube',
    ],
    [
      'a thought within what is said',
      'Reed said he believes the dam has “a good reason” to leak.',
      'mixed ⟦he believes the dam has “a good reason” to leak⟧ <said> Reed → Reed',
    ],
    [
      'a second office before the verb',
      'Ann Dube, director of the mill, and chair of the council, says it is safe.',
      'indirect ⟦it is safe⟧ <says> Ann Dube, director of the mill → Ann Dube',
    ],
    [
      'a participle behind a past tense without an object',
      'Reed resigned on Monday, saying he was ill.',
      'indirect ⟦he was ill⟧ <saying> Reed → Reed',
    ],
    [
      'two participles, one of speech',
      'Reed started by hinting at the flood, saying, “Stop me.”',
      'direct ⟦Stop me.⟧ <saying> Reed → Reed',
    ],
    ['headline with say', 'Storm to hit coast, say forecasters', 'indirect ⟦Storm to hit coast⟧ <say> forecasters'],
    ['what nobody has said', 'If Reed says that the dam is safe, we leave. She could not say if it leaked.'],
    ['questions to a reader', 'How can you tell whether it leaks? I was wondering what the dam is for.'],
    ['to say as a noun', 'To say it was late is wrong. When you write you can describe boats.'],
    ['oneself in passing', 'That, I think, started it. He changed existing ideas, related to boats.'],
    [
      'dashes are no turns',
      '- We left the mill.\n\n- It was late, he said.\n\n- Boats sank.',
      'indirect ⟦It was late⟧ <said> he',
    ],
    [
      'a main clause with another verb in it',
      'The mill asked the council for more than the sum it has received, saying that it plans to close.',
      'indirect ⟦it plans to close⟧ <saying> The mill',
    ],
    [
      'the subject of a past tense without an object',
      'Ann Dube wrote to the mayor and said the boat was lost. Paul Stone waved to Reed and said the mill was open.',
      'indirect ⟦the boat was lost⟧ <said> Ann Dube → Ann Dube',
      'indirect ⟦the mill was open⟧ <said> Paul Stone → Paul Stone',
    ],
    [
      'with somebody writing',
      'The villagers were angry, with one fisherman writing “How can we live here?”',
      'direct ⟦How can we live here?⟧ <writing> one fisherman',
    ],
    [
      'a noun in the form of a verb',
      'One fisherman resigned, writing in a blog post “I was there. It was late.”',
      'direct ⟦I was there. It was late.⟧ <writing> One fisherman',
    ],
    [
      'a clause between that and its own',
      'Paul Stone said that, as the boats were old, they sank.',
      'indirect ⟦as the boats were old, they sank⟧ <said> Paul Stone → Paul Stone',
    ],
    [
      "the reporter's own sources",
      'The Herald reported on Monday that the dam leaks, citing two officials.',
      'indirect ⟦the dam leaks⟧ <reported> The Herald → Herald',
    ],
    [
      'a signature behind a dash',
      'Boats sank.\n\n“It is too late.” — Paul Stone, mayor of Sela',
      'direct ⟦It is too late.⟧ Paul Stone, mayor of Sela → Paul Stone',
    ],
    [
      'a judgement before its subject',
      'Calling it “a shame,” Paul Stone announced the closure.',
      'mixed ⟦a shame,⟧ <Calling> Paul Stone → Paul Stone',
    ],
    [
      'an explanation with an object is no incise',
      'Describing the flood as one that had been “years in the making,” Reed explained the plan.',
      'scare ⟦years in the making,⟧',
    ],
    [
      'marks with spaces on both sides',
      '"The dam is old. It leaks. " As Reed told The Sela Post, the boats sank.',
      'direct ⟦The dam is old. It leaks.⟧',
      'indirect ⟦the boats sank⟧ <told> Reed → Reed',
    ],
    [
      'a full stop within the marks before the verb',
      '“The dam is old.” Paul Stone said.',
      'direct ⟦The dam is old.⟧ <said> Paul Stone → Paul Stone',
    ],
    [
      'two quotations, each with its own marks',
      '“The dam is old.” Paul Stone said, “It leaks.” He said “It sank badly.”',
      'direct ⟦The dam is old.⟧',
      'direct ⟦It leaks.⟧ <said> Paul Stone → Paul Stone',
      'direct ⟦It sank badly.⟧ <said> He → Paul Stone',
    ],
    ['that as a pronoun', 'When he said that, everybody laughed.'],
  ],
  'en',
);

describe('English abbreviations', () => {
  it('the full stop of an abbreviation ends no speaker', () => {
    const [quotation] = quotesOf('“We love it,” said Sela Inc. chief Paul Stone.', 'en');
    expect(quotation?.speaker?.text).toBe('Sela Inc. chief Paul Stone');
  });
});

table(
  'who is named before a colon without a verb of speech',
  [
    [
      'from, the marks in the next paragraph',
      'And from Anne Reed:\n\n“She brings a lot of skill.”',
      'direct ⟦She brings a lot of skill.⟧ Anne Reed → Anne Reed',
    ],
    [
      'an adverb before a comma is no part of the speaker',
      'However, Paul Hill, a lawyer, said the case was closed.',
      'indirect ⟦the case was closed⟧ <said> Paul Hill, a lawyer → Paul Hill',
    ],
  ],
  'en',
);
