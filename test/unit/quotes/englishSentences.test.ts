import { alone, sentences } from './quote';

// Plain sentences of the kinds that articles are full of, each with all that is said in it.
sentences(
  'clauses without that',
  [
    ['Anne Reed said the dam would hold.', 'indirect ⟦the dam would hold⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said the dam, built in 1950, would hold.',
      'indirect ⟦the dam, built in 1950, would hold⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said dams hold.', 'indirect ⟦dams hold⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said it would hold and that nobody would leave.',
      'indirect ⟦it would hold and that nobody would leave⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said this was late.', 'indirect ⟦this was late⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said there are no plans to leave.', 'indirect ⟦there are no plans to leave⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said adding salt is simple.', 'indirect ⟦adding salt is simple⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said although it rained, the dam held.',
      'indirect ⟦although it rained, the dam held⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said in March, the dam would fail.', 'indirect ⟦in March, the dam would fail⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said by 2050, “nobody will live here”.', 'mixed ⟦by 2050, “nobody will live here”⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said she “never” signed the paper.', 'mixed ⟦she “never” signed the paper⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said yesterday that the dam would hold.', 'indirect ⟦the dam would hold⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said on Monday the dam would hold.', 'indirect ⟦the dam would hold⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said Monday she would leave.', 'indirect ⟦she would leave⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said nothing.'],
    ['Anne Reed said a few words.'],
    ['Anne Reed said so.'],
    ['Anne Reed said no.'],
    ['Anne Reed said Paul Hill had left.', 'indirect ⟦Paul Hill had left⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said Paul Hill, the mayor, had left.', 'indirect ⟦Paul Hill, the mayor, had left⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said the mayor of Norport, Paul Hill, had left the town.',
      'indirect ⟦the mayor of Norport, Paul Hill, had left the town⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said what happened was a shame.', 'indirect ⟦what happened was a shame⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said whether the dam would hold was unclear.',
      'indirect ⟦whether the dam would hold was unclear⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said to leave.'],
  ],
  'en',
);

sentences(
  'marks behind the verb',
  [
    ['Anne Reed said, “The dam will hold.”', 'direct ⟦The dam will hold.⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said: “The dam will hold.”', 'direct ⟦The dam will hold.⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said the dam is “safe”.', 'mixed ⟦the dam is “safe”⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said the dam is “safe” and “sound,” but Paul Hill disagrees.',
      'mixed ⟦the dam is “safe” and “sound,” but Paul Hill disagrees⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said “the dam is safe.”', 'direct ⟦the dam is safe.⟧ <said> Anne Reed → Anne Reed'],
  ],
  'en',
);

sentences(
  'who is told',
  [
    ['Anne Reed told reporters the dam would hold.', 'indirect ⟦the dam would hold⟧ <told> Anne Reed → Anne Reed'],
    ['Anne Reed told reporters that the dam would hold.', 'indirect ⟦the dam would hold⟧ <told> Anne Reed → Anne Reed'],
    ['Anne Reed told the BBC the dam would hold.', 'indirect ⟦the dam would hold⟧ <told> Anne Reed → Anne Reed'],
    ['Anne Reed told Paul Hill he should leave.', 'indirect ⟦he should leave⟧ <told> Anne Reed → Anne Reed'],
    ['Anne Reed told him to leave.'],
    [
      'Anne Reed told a crowd of some two hundred people in Norport on Monday that the dam would hold.',
      'indirect ⟦the dam would hold⟧ <told> Anne Reed → Anne Reed',
    ],
  ],
  'en',
);

sentences(
  'objects are no clauses',
  [
    ['Anne Reed announced a plan to sell the dam.'],
    ['Anne Reed announced the plan had failed.', 'indirect ⟦the plan had failed⟧ <announced> Anne Reed → Anne Reed'],
    ['Anne Reed announced the closure of the bridge.'],
    ['Anne Reed confirmed the bridge is closed.', 'indirect ⟦the bridge is closed⟧ <confirmed> Anne Reed → Anne Reed'],
    ['Anne Reed confirmed the closure.'],
  ],
  'en',
);

sentences(
  'thoughts, warnings, questions, denials',
  [
    ['Anne Reed believes the dam will hold.'],
    ['Anne Reed believes in the dam.'],
    ['Anne Reed thinks the dam will hold.'],
    ['Anne Reed thinks so.'],
    ['Anne Reed warned the dam could fail.', 'indirect ⟦the dam could fail⟧ <warned> Anne Reed → Anne Reed'],
    ['Anne Reed warned of floods.'],
    ['Anne Reed warned people not to leave.'],
    ['Anne Reed asked whether the dam would hold.', 'indirect ⟦whether the dam would hold⟧ <asked> Anne Reed → Anne Reed'],
    ['Anne Reed asked if the dam would hold.', 'indirect ⟦if the dam would hold⟧ <asked> Anne Reed → Anne Reed'],
    ['Anne Reed asked how the dam held.', 'indirect ⟦how the dam held⟧ <asked> Anne Reed → Anne Reed'],
    ['Anne Reed asked him to leave.'],
    ['Anne Reed asked, “Will it hold?”', 'direct ⟦Will it hold?⟧ <asked> Anne Reed → Anne Reed'],
    [
      'Anne Reed insists the dam holds, despite the rain.',
      'indirect ⟦the dam holds, despite the rain⟧ <insists> Anne Reed → Anne Reed',
    ],
    ['Anne Reed insists on leaving.'],
    ['Anne Reed denied the dam had failed.', 'indirect ⟦the dam had failed⟧ <denied> Anne Reed → Anne Reed'],
    ['Anne Reed denied any wrongdoing.'],
    ['Anne Reed admitted she was wrong.', 'indirect ⟦she was wrong⟧ <admitted> Anne Reed → Anne Reed'],
    ['Anne Reed admitted to being wrong.'],
    ['Anne Reed added that the dam holds.', 'indirect ⟦the dam holds⟧ <added> Anne Reed → Anne Reed'],
    ['Anne Reed added salt to the soup.'],
    ['Anne Reed promised the people a new dam.'],
  ],
  'en',
);

sentences(
  'judgements',
  [
    ['Anne Reed called the plan “absurd”.', 'mixed ⟦absurd⟧ <called> Anne Reed → Anne Reed'],
    [
      'Anne Reed called it “absurd” and “a mistake”.',
      'mixed ⟦absurd⟧ <called> Anne Reed → Anne Reed',
      'mixed ⟦a mistake⟧ <called> Anne Reed → Anne Reed',
    ],
    ['Anne Reed described the plan as “absurd”.', 'mixed ⟦absurd⟧ <described> Anne Reed → Anne Reed'],
    ['Anne Reed praised the “brave” crew.', 'mixed ⟦brave⟧ <praised> Anne Reed → Anne Reed'],
    ['Anne Reed accused Paul Hill of “lying”.', 'mixed ⟦lying⟧ <accused> Anne Reed → Anne Reed'],
    ['Anne Reed accused Paul Hill of lying to the town.'],
  ],
  'en',
);

sentences(
  'forms of the verb',
  [
    ['Anne Reed has said that the dam holds.', 'indirect ⟦the dam holds⟧ <has said> Anne Reed → Anne Reed'],
    ['Anne Reed had said the dam holds.', 'indirect ⟦the dam holds⟧ <had said> Anne Reed → Anne Reed'],
    ['Anne Reed has also said that the dam holds.', 'indirect ⟦the dam holds⟧ <has also said> Anne Reed → Anne Reed'],
    ['Anne Reed will say that the dam holds.', 'indirect ⟦the dam holds⟧ <will say> Anne Reed → Anne Reed'],
    ['Anne Reed did not say that the dam holds.', 'indirect ⟦the dam holds⟧ <say> Anne Reed → Anne Reed'],
    ['Anne Reed did say the dam holds.', 'indirect ⟦the dam holds⟧ <did say> Anne Reed → Anne Reed'],
    ['Anne Reed refused to say.'],
    ['Anne Reed went on to say that the dam holds.', 'indirect ⟦the dam holds⟧ <say> Anne Reed → Anne Reed'],
    ['Anne Reed was quoted as saying the dam holds.', 'indirect ⟦the dam holds⟧ <saying> Anne Reed → Anne Reed'],
    ['Anne Reed is said to have left.'],
  ],
  'en',
);

sentences(
  'subjects',
  [
    ['Anne Reed, who said the dam holds, has left.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed, the mayor, said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed, the mayor → Anne Reed'],
    ['Anne Reed, 52, said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed (Green Party) said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed (Green Party) → Anne Reed'],
    [
      'Anne Reed and Paul Hill said the dam holds.',
      'indirect ⟦the dam holds⟧ <said> Anne Reed and Paul Hill → Anne Reed ; Paul Hill',
    ],
    ['Mayor Anne Reed said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Mayor Anne Reed → Anne Reed'],
    ['The mayor said the dam holds.', 'indirect ⟦the dam holds⟧ <said> The mayor'],
    ["The mayor's office said the dam holds.", "indirect ⟦the dam holds⟧ <said> The mayor's office"],
    ['A spokesman for the mayor said the dam holds.', 'indirect ⟦the dam holds⟧ <said> A spokesman for the mayor'],
    ['A spokeswoman said on condition of anonymity that the dam holds.', 'indirect ⟦the dam holds⟧ <said> A spokeswoman'],
    ['The police said two men had fled.', 'indirect ⟦two men had fled⟧ <said> The police'],
    ['Two officials said the men had fled.', 'indirect ⟦the men had fled⟧ <said> Two officials'],
    ['One of them said the dam holds.', 'indirect ⟦the dam holds⟧ <said> One of them'],
    ['He said he would leave.', 'indirect ⟦he would leave⟧ <said> He'],
    ["She says she's leaving.", "indirect ⟦she's leaving⟧ <says> She"],
    ['They said they were leaving.', 'indirect ⟦they were leaving⟧ <said> They'],
    ['It said it was leaving.', 'indirect ⟦it was leaving⟧ <said> It'],
    ['We say the dam holds.', 'indirect ⟦the dam holds⟧ <say> We'],
    ['I say the dam holds.', 'indirect ⟦the dam holds⟧ <say> I'],
    ['I think the dam holds.'],
    ['I mean, the dam holds.'],
  ],
  'en',
);

sentences(
  'incises behind marks',
  [
    ['“The dam holds,” Anne Reed said.', 'direct ⟦The dam holds,⟧ <said> Anne Reed → Anne Reed'],
    ['“The dam holds,” said Anne Reed.', 'direct ⟦The dam holds,⟧ <said> Anne Reed → Anne Reed'],
    ['“The dam holds”, said Anne Reed, the mayor.', 'direct ⟦The dam holds⟧ <said> Anne Reed, the mayor → Anne Reed'],
    ['“The dam holds,” Anne Reed, the mayor, said on Monday.', 'direct ⟦The dam holds,⟧ <said> Anne Reed, the mayor → Anne Reed'],
    ['“The dam holds,” she said. “We are safe.”', 'direct ⟦The dam holds, … We are safe.⟧ <said> she'],
    ['“The dam holds,” she said, “and we are safe.”', 'direct ⟦The dam holds, … and we are safe.⟧ <said> she'],
    [
      '“The dam holds,” she said, adding that the town is safe.',
      'direct ⟦The dam holds,⟧ <said> she',
      'indirect ⟦the town is safe⟧ <adding> she',
    ],
    [
      '“The dam holds,” she said, adding: “We are safe.”',
      'direct ⟦The dam holds,⟧ <said> she',
      'direct ⟦We are safe.⟧ <adding> she',
    ],
    ['“The dam holds,” she told reporters.', 'direct ⟦The dam holds,⟧ <told> she'],
    ['“The dam holds,” she told the BBC on Monday.', 'direct ⟦The dam holds,⟧ <told> she'],
    ['“The dam holds,” according to Anne Reed.', 'direct ⟦The dam holds,⟧ <according to> Anne Reed → Anne Reed'],
    ['“The dam holds!” cried Anne Reed.', 'direct ⟦The dam holds!⟧ <cried> Anne Reed → Anne Reed'],
    ['“Will it hold?” asked Anne Reed.', 'direct ⟦Will it hold?⟧ <asked> Anne Reed → Anne Reed'],
    ['“It will,” he said.', 'direct ⟦It will,⟧ <said> he'],
    ['“It will,” he replied, closing the door. “Go home.”', 'direct ⟦It will, … Go home.⟧ <replied> he'],
    ['“It will.” He closed the door. “Go home.”', 'direct ⟦It will.⟧', 'direct ⟦Go home.⟧'],
    ['“It will,” Reed wrote in a letter to the town.', 'direct ⟦It will,⟧ <wrote> Reed → Reed'],
    ['“It will,” wrote Reed in a letter to the town. “We know it.”', 'direct ⟦It will, … We know it.⟧ <wrote> Reed → Reed'],
    ['“It will hold,” a witness who saw the dam said.', 'direct ⟦It will hold,⟧ <said> a witness'],
    [
      "“It will hold,” Anne Reed said. Paul Hill said: “It won't.”",
      'direct ⟦It will hold,⟧ <said> Anne Reed → Anne Reed',
      "direct ⟦It won't.⟧ <said> Paul Hill → Paul Hill",
    ],
    [
      '“It will hold,” Anne Reed said.\n\n“We are safe,” she added.\n\n“Go home.”',
      'direct ⟦It will hold,⟧ <said> Anne Reed → Anne Reed',
      'direct ⟦We are safe, … Go home.⟧ <added> she → Anne Reed',
    ],
    ['“It will hold.\n\n“We are safe,” Anne Reed said.', 'direct ⟦It will hold. … We are safe,⟧ <said> Anne Reed → Anne Reed'],
  ],
  'en',
);

sentences(
  'incises without marks, and sources',
  [
    ['The dam, Anne Reed said, holds.', 'indirect ⟦The dam … holds⟧ <said> Anne Reed → Anne Reed'],
    ['The dam, she said, holds.', 'indirect ⟦The dam … holds⟧ <said> she'],
    ['The dam, said Anne Reed, holds.', 'indirect ⟦The dam … holds⟧ <said> Anne Reed → Anne Reed'],
    ['The dam holds, Anne Reed said.', 'indirect ⟦The dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['The dam holds, she said.', 'indirect ⟦The dam holds⟧ <said> she'],
    ['The dam holds, according to Anne Reed.', 'indirect ⟦The dam holds⟧ <according to> Anne Reed → Anne Reed'],
    ['According to Anne Reed, the dam holds.', 'indirect ⟦the dam holds⟧ <According to> Anne Reed → Anne Reed'],
    [
      'According to Anne Reed, the mayor, the dam holds.',
      'indirect ⟦the dam holds⟧ <According to> Anne Reed, the mayor → Anne Reed',
    ],
    ["According to the mayor's office, “the dam holds”.", "direct ⟦the dam holds⟧ <According to> the mayor's office"],
    ['According to plan, the dam holds.'],
    [
      'According to a report published on Monday, the dam holds.',
      'indirect ⟦the dam holds⟧ <According to> a report published on Monday',
    ],
    ['In the words of Anne Reed, the dam is “lost”.', 'mixed ⟦the dam is “lost”⟧ <In the words of> Anne Reed → Anne Reed'],
    ['As Anne Reed said, the dam is lost.', 'indirect ⟦the dam is lost⟧ <said> Anne Reed → Anne Reed'],
  ],
  'en',
);

sentences(
  'said by nobody, statements and papers',
  [
    ['It is clear that the dam is lost.'],
    ['The dam is said to be lost.'],
    ['The dam was reportedly lost.'],
    ['Her claim that the dam is lost is false.', 'indirect ⟦the dam is lost⟧ <claim> Her'],
    ['In a statement, Anne Reed said the dam is lost.', 'indirect ⟦the dam is lost⟧ <said> Anne Reed → Anne Reed'],
    ['In a statement, the company said it “regrets” the loss.', 'mixed ⟦it “regrets” the loss⟧ <said> the company → company'],
    ['The statement said the dam is lost.', 'indirect ⟦the dam is lost⟧ <said> The statement'],
    ['The letter, signed by Anne Reed, says the dam is lost.', 'indirect ⟦the dam is lost⟧ <says> The letter'],
    ['The sign says “Go home”.', 'mixed ⟦Go home⟧ <says> The sign'],
    ['The film “The Dam” opens on Monday.', 'title ⟦The Dam⟧'],
    ['The song “My Dam” by The Reeds is out.', 'title ⟦My Dam⟧'],
    ['The so-called “dam” is a wall.', 'title ⟦dam⟧'],
    ['The word “dam” is old.', 'title ⟦dam⟧'],
  ],
  'en',
);

sentences(
  'marks of other forms, headlines',
  [
    ['‘The dam holds,’ Anne Reed said.', 'direct ⟦The dam holds,⟧ <said> Anne Reed → Anne Reed'],
    ["‘It's the town's dam,’ Anne Reed said.", "direct ⟦It's the town's dam,⟧ <said> Anne Reed → Anne Reed"],
    ['"The dam holds," Anne Reed said.', 'direct ⟦The dam holds,⟧ <said> Anne Reed → Anne Reed'],
    ['“The dam ‘holds’,” Anne Reed said.', 'direct ⟦The dam ‘holds’,⟧ <said> Anne Reed → Anne Reed', 'scare ⟦holds⟧'],
    [
      '“He said ‘the dam holds’ and left,” Anne Reed said.',
      'direct ⟦He said ‘the dam holds’ and left,⟧ <said> Anne Reed → Anne Reed',
      'direct ⟦the dam holds⟧ <said> He → Anne Reed',
    ],
    ['“The dam holds” – Anne Reed', 'direct ⟦The dam holds⟧ Anne Reed → Anne Reed'],
    ['Anne Reed: “The dam holds”', 'direct ⟦The dam holds⟧ Anne Reed → Anne Reed'],
    ['Anne Reed: The dam holds'],
  ],
  'en',
);

sentences(
  'participles and what joins two reports',
  [
    ['Speaking on Monday, Anne Reed said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Asked whether the dam holds, Anne Reed said it did.', 'indirect ⟦it did⟧ <said> Anne Reed → Anne Reed'],
    ['Asked by reporters, she said: “It does.”', 'direct ⟦It does.⟧ <said> she'],
    ['Saying that the dam holds, Anne Reed went home.', 'indirect ⟦the dam holds⟧ <Saying> Anne Reed → Anne Reed'],
    ['Anne Reed went home, saying that the dam holds.', 'indirect ⟦the dam holds⟧ <saying> Anne Reed → Anne Reed'],
    ['Anne Reed went home saying the dam holds.', 'indirect ⟦the dam holds⟧ <saying> Anne Reed → Anne Reed'],
    ['Anne Reed went home after saying the dam holds.', 'indirect ⟦the dam holds⟧ <saying> Anne Reed → Anne Reed'],
    [
      'Anne Reed said the dam holds, adding that the town is safe.',
      'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed',
      'indirect ⟦the town is safe⟧ <adding> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed said the dam holds and added that the town is safe.',
      'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed',
      'indirect ⟦the town is safe⟧ <added> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed said the dam holds but that the bridge does not.',
      'indirect ⟦the dam holds but that the bridge does not⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said that the dam holds; Paul Hill disagrees.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said that the dam holds. It does.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said that the dam, which she built, holds, and that she is proud.',
      'indirect ⟦the dam, which she built, holds, and that she is proud⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed says that, in her view, the dam holds.', 'indirect ⟦in her view, the dam holds⟧ <says> Anne Reed → Anne Reed'],
    [
      'Anne Reed says that “the dam holds” and that “we are safe”.',
      'mixed ⟦“the dam holds” and that “we are safe”⟧ <says> Anne Reed → Anne Reed',
    ],
  ],
  'en',
);

sentences(
  'wishes and discoveries',
  [
    ['Anne Reed suggested that the dam be mended.', 'indirect ⟦the dam be mended⟧ <suggested> Anne Reed → Anne Reed'],
    ['Anne Reed called on the town to “mend the dam”.', 'mixed ⟦mend the dam⟧ <called> Anne Reed → Anne Reed'],
    ['Anne Reed pledged that the dam would be mended.', 'indirect ⟦the dam would be mended⟧ <pledged> Anne Reed → Anne Reed'],
    ['Anne Reed hopes the dam will be mended.'],
    ['Anne Reed fears the dam will fail.'],
    ['Anne Reed knows the dam will fail.'],
    ['Anne Reed found the dam had failed.'],
    ['Anne Reed noted the dam had failed.', 'indirect ⟦the dam had failed⟧ <noted> Anne Reed → Anne Reed'],
    ['Anne Reed noted the failure.'],
    ['Anne Reed reported the failure to the police.'],
    ['Anne Reed reported the dam had failed.', 'indirect ⟦the dam had failed⟧ <reported> Anne Reed → Anne Reed'],
    ['Anne Reed reported that the dam had failed.', 'indirect ⟦the dam had failed⟧ <reported> Anne Reed → Anne Reed'],
    ['Anne Reed wrote that the dam had failed.', 'indirect ⟦the dam had failed⟧ <wrote> Anne Reed → Anne Reed'],
    ['Anne Reed tweeted: “It failed.”', 'direct ⟦It failed.⟧ <tweeted> Anne Reed → Anne Reed'],
    ['Anne Reed explained that the dam had failed.', 'indirect ⟦the dam had failed⟧ <explained> Anne Reed → Anne Reed'],
    ['Anne Reed explained why the dam had failed.', 'indirect ⟦why the dam had failed⟧ <explained> Anne Reed → Anne Reed'],
    ['Anne Reed agreed that the dam had failed.', 'indirect ⟦the dam had failed⟧ <agreed> Anne Reed → Anne Reed'],
    ['Anne Reed stressed the need for a new dam.'],
    ['Anne Reed stressed that a new dam is needed.', 'indirect ⟦a new dam is needed⟧ <stressed> Anne Reed → Anne Reed'],
  ],
  'en',
);

sentences(
  'whom the subject means',
  [
    ['Anne Reed met Paul Hill. The former said the dam holds.', 'indirect ⟦the dam holds⟧ <said> The former'],
    [
      'Anne Reed met Paul Hill. Mr. Hill said the dam holds. Ms. Reed disagreed.',
      'indirect ⟦the dam holds⟧ <said> Mr. Hill → Paul Hill',
    ],
    [
      'The Norport Workers Union (NWU) is worried. The NWU said the dam holds.',
      'indirect ⟦the dam holds⟧ <said> The NWU → Norport Workers Union',
    ],
    ['The government is worried. It said the dam holds.', 'indirect ⟦the dam holds⟧ <said> It'],
  ],
  'en',
);

sentences(
  'clauses without that: what they begin with',
  [
    [
      'Anne Reed said the dam (built in 1950) would hold.',
      'indirect ⟦the dam (built in 1950) would hold⟧ <said> Anne Reed → Anne Reed',
    ],
    ['Anne Reed said the men working there left.', 'indirect ⟦the men working there left⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said dams built there hold.', 'indirect ⟦dams built there hold⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said all of them left.', 'indirect ⟦all of them left⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said how the dam held is unclear.', 'indirect ⟦how the dam held is unclear⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said where the men went is unclear.', 'indirect ⟦where the men went is unclear⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said when it rains, the dam fails.', 'indirect ⟦when it rains, the dam fails⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said that when it rains, the dam fails.', 'indirect ⟦when it rains, the dam fails⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said that “when it rains, the dam fails”.', 'mixed ⟦when it rains, the dam fails⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said after the vote that the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said after the vote the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said in a letter to the town that the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said in a letter to the town on Monday the dam would hold.',
      'indirect ⟦the dam would hold⟧ <said> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed said at a meeting in Norport, where the dam is, that it holds.',
      'indirect ⟦it holds⟧ <said> Anne Reed → Anne Reed',
    ],
  ],
  'en',
);

sentences(
  'what stands around the subject',
  [
    ['Anne Reed also said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed later said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed herself said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed herself → Anne Reed'],
    ['Anne Reed, speaking in Norport, said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed from the Green Party said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed, a farmer who lives near the dam, said it holds.', 'indirect ⟦it holds⟧ <said> Anne Reed, a farmer → Anne Reed'],
    ['Anne Reed, whose farm is near the dam, said it holds.', 'indirect ⟦it holds⟧ <said> Anne Reed → Anne Reed'],
    ['A woman named Anne Reed said the dam holds.', 'indirect ⟦the dam holds⟧ <said> A woman named Anne Reed → Anne Reed'],
    ['A man who gave his name as Paul said the dam holds.', 'indirect ⟦the dam holds⟧ <said> A man'],
    ['A farmer living near the dam said it holds.', 'indirect ⟦it holds⟧ <said> A farmer'],
    ['Three of the four farmers said the dam holds.', 'indirect ⟦the dam holds⟧ <said> Three of the four farmers'],
    ['The mayor of Norport said the dam holds.', 'indirect ⟦the dam holds⟧ <said> The mayor of Norport'],
  ],
  'en',
);

sentences(
  'where a clause ends',
  [
    ['The mayor said on television that the dam holds.', 'indirect ⟦the dam holds⟧ <said> The mayor'],
    ['The mayor said of the dam: “It holds.”', 'direct ⟦It holds.⟧ <said> The mayor'],
    ['The mayor said of the dam that it holds.', 'indirect ⟦it holds⟧ <said> The mayor'],
    [
      'The mayor said it holds, and Anne Reed said it does not.',
      'indirect ⟦it holds⟧ <said> The mayor',
      'indirect ⟦it does not⟧ <said> Anne Reed → Anne Reed',
    ],
    ['The mayor said it holds and he is happy.', 'indirect ⟦it holds and he is happy⟧ <said> The mayor'],
    ['The mayor said it holds; he is happy.', 'indirect ⟦it holds⟧ <said> The mayor'],
    ['The mayor said it holds – he is happy.', 'indirect ⟦it holds – he is happy⟧ <said> The mayor'],
    ['The mayor said it holds, though he is not happy.', 'indirect ⟦it holds, though he is not happy⟧ <said> The mayor'],
  ],
  'en',
);

sentences(
  'who stands behind the verb of an incise',
  [
    ['“It holds”, said the mayor, “and it will hold”.', 'direct ⟦It holds … and it will hold⟧ <said> the mayor'],
    ['“It holds,” the mayor said of the dam.', 'direct ⟦It holds,⟧ <said> the mayor'],
    [
      '“It holds,” said the mayor of Norport, Paul Hill.',
      'direct ⟦It holds,⟧ <said> the mayor of Norport, Paul Hill → Paul Hill',
    ],
    [
      '“It holds,” said Paul Hill, 52, the mayor of Norport.',
      'direct ⟦It holds,⟧ <said> Paul Hill, 52, the mayor of Norport → Paul Hill',
    ],
    ['“It holds,” said Paul Hill, who is the mayor of Norport.', 'direct ⟦It holds,⟧ <said> Paul Hill → Paul Hill'],
    ['“It holds,” said Paul Hill of the Green Party.', 'direct ⟦It holds,⟧ <said> Paul Hill of the Green Party → Paul Hill'],
    ['“It holds,” said Paul Hill in Norport on Monday.', 'direct ⟦It holds,⟧ <said> Paul Hill → Paul Hill'],
    [
      '“It holds,” Paul Hill, mayor of Norport, told the BBC on Monday.',
      'direct ⟦It holds,⟧ <told> Paul Hill, mayor of Norport → Paul Hill',
    ],
    ['“It holds,” Hill said, laughing. “For now.”', 'direct ⟦It holds, … For now.⟧ <said> Hill → Hill'],
    ['“It holds,” Hill said with a laugh, “for now.”', 'direct ⟦It holds, … for now.⟧ <said> Hill → Hill'],
  ],
  'en',
);

sentences(
  'colons, and turns of two speakers',
  [
    ['The mayor was clear: “It holds.”', 'direct ⟦It holds.⟧ The mayor'],
    ['The mayor, Paul Hill: “It holds.”', 'direct ⟦It holds.⟧ The mayor, Paul Hill → Paul Hill'],
    [
      '“It holds,” he said. “It leaks,” she said. “It does not,” he said.',
      'direct ⟦It holds,⟧ <said> he',
      'direct ⟦It leaks,⟧ <said> she',
      'direct ⟦It does not,⟧ <said> he',
    ],
    [
      '“It holds.”\n\n“It leaks.”\n\n“It does not,” said Paul Hill.',
      'direct ⟦It holds.⟧',
      'direct ⟦It leaks.⟧',
      'direct ⟦It does not,⟧ <said> Paul Hill → Paul Hill',
    ],
    [
      '“It holds,” said Paul Hill.\n\n“It leaks,” said Anne Reed.\n\n“It does not.”',
      'direct ⟦It holds,⟧ <said> Paul Hill → Paul Hill',
      'direct ⟦It leaks, … It does not.⟧ <said> Anne Reed → Anne Reed',
    ],
    [
      '“It holds,” Paul Hill said.\n\nHe left. “Good night.”',
      'direct ⟦It holds,⟧ <said> Paul Hill → Paul Hill',
      'direct ⟦Good night.⟧ → Paul Hill',
    ],
  ],
  'en',
);

sentences(
  'short words said, and nicknames',
  [
    ['He said “good night” and left.', 'mixed ⟦good night⟧ <said> He'],
    ['He said good night.'],
    ['He said goodbye to the dam.'],
    ['He said “yes” to the dam.', 'mixed ⟦yes⟧ <said> He'],
    ['He calls the dam “his baby”.', 'mixed ⟦his baby⟧ <calls> He'],
    ['He was named “man of the year”.', 'title ⟦man of the year⟧'],
    ['She was quoted as saying: “It holds.”', 'direct ⟦It holds.⟧ <saying> She'],
  ],
  'en',
);

sentences(
  'said by anybody',
  [
    ['I must say the dam holds.', 'indirect ⟦the dam holds⟧ <must say> I'],
    ['I would say that the dam holds.', 'indirect ⟦the dam holds⟧ <would say> I'],
    ['They were told to leave.'],
    ['They told us the dam holds.', 'indirect ⟦the dam holds⟧ <told> They'],
    ['Having said that, the dam holds.'],
    ['Needless to say, the dam holds.'],
    ['That is to say, the dam holds.'],
  ],
  'en',
);

sentences(
  'incises without marks',
  [
    ['The dam holds, they say.', 'indirect ⟦The dam holds⟧ <say> they'],
    ['The dam holds, it is said.'],
    ['The dam holds, he added.', 'indirect ⟦The dam holds⟧ <added> he'],
    ['The dam, he added, holds.', 'indirect ⟦The dam … holds⟧ <added> he'],
    ['The dam holds, said a man who saw it.', 'indirect ⟦The dam holds⟧ <said> a man'],
    ['The dam holds, said the mayor, who saw it.', 'indirect ⟦The dam holds⟧ <said> the mayor'],
    ['The dam “holds”, said the mayor.', 'mixed ⟦The dam “holds”⟧ <said> the mayor'],
    ['The dam “holds”, the mayor said.', 'mixed ⟦The dam “holds”⟧ <said> the mayor'],
  ],
  'en',
);

alone(
  'headlines and open marks',
  [
    ['"The dam holds," Anne Reed said. "We are safe.', 'direct ⟦The dam holds, … We are safe.⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed: We will hold the dam', 'indirect ⟦We will hold the dam⟧ <:> Anne Reed → Anne Reed'],
  ],
  'en',
);

sentences(
  'contracted verbs are verbs',
  [
    ["Anne Reed said it isn't safe.", "indirect ⟦it isn't safe⟧ <said> Anne Reed → Anne Reed"],
    ['Anne Reed said the dam can’t hold.', 'indirect ⟦the dam can’t hold⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said he cannot leave.', 'indirect ⟦he cannot leave⟧ <said> Anne Reed → Anne Reed'],
    ["Anne Reed said they're late.", "indirect ⟦they're late⟧ <said> Anne Reed → Anne Reed"],
    ["The dam doesn't leak, Anne Reed said.", "indirect ⟦The dam doesn't leak⟧ <said> Anne Reed → Anne Reed"],
    ["She'd said that the dam leaks.", 'indirect ⟦the dam leaks⟧ <said> She'],
    ["Anne Reed hasn't said that the dam leaks.", "indirect ⟦the dam leaks⟧ <hasn't said> Anne Reed → Anne Reed"],
    ["She wouldn't say whether the dam leaks."],
    ["Paul Hill wasn't told that the dam leaks."],
  ],
  'en',
);

sentences(
  'subjects of clauses without that',
  [
    ['Anne Reed said her brother had left.', 'indirect ⟦her brother had left⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed told her the port was shut.', 'indirect ⟦the port was shut⟧ <told> Anne Reed → Anne Reed'],
    [
      'Anne Reed said the fair brought back memories of her youth.',
      'indirect ⟦the fair brought back memories of her youth⟧ <said> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed says neither the mayor nor the clerk had left.',
      'indirect ⟦neither the mayor nor the clerk had left⟧ <says> Anne Reed → Anne Reed',
    ],
    [
      'The mill could open soon, said Tom Baker, a longtime adviser to the town.',
      'indirect ⟦The mill could open soon⟧ <said> Tom Baker, a longtime adviser → Tom Baker',
    ],
  ],
  'en',
);

sentences(
  'whose verb it is',
  [
    ['Asked about the dam, Anne Reed replied, “No comment.”', 'direct ⟦No comment.⟧ <replied> Anne Reed → Anne Reed'],
    ['The mayor mocked what he called a “brazen theft” of boats.', 'mixed ⟦brazen theft⟧ <called> he'],
    ['Anne Reed warned of what she described as “dark days”.', 'mixed ⟦dark days⟧ <described> she → Anne Reed'],
    ['Another wrote: “Shame on you.”', 'direct ⟦Shame on you.⟧ <wrote> Another'],
    ["Anne Reed's tweet said “the dam leaks”.", "mixed ⟦the dam leaks⟧ <said> Anne Reed's tweet → Anne Reed"],
    ['Anne Reed spoke of a “long road” ahead.', 'mixed ⟦long road⟧ <spoke> Anne Reed → Anne Reed'],
    ['The mayor emphasised that the dam holds.', 'indirect ⟦the dam holds⟧ <emphasised> The mayor'],
    ['“We were late,” Anne Reed chuckled.', 'direct ⟦We were late,⟧ <chuckled> Anne Reed → Anne Reed'],
  ],
  'en',
);
