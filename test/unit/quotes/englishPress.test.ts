import { sentences } from './quote';

// Sentences as agencies and newspapers write them, each with all that is said in it.
sentences(
  'clauses without that, whatever their subject',
  [
    [
      'Carl Stone said the ship’s size and crew enable it to lead the fleet.',
      'indirect ⟦the ship’s size and crew enable it to lead the fleet⟧ <said> Carl Stone → Carl Stone',
    ],
    [
      'Both Hoffman and Stone said the presence of that machine and the number of cameras may make people feel less safe.',
      'indirect ⟦the presence of that machine and the number of cameras may make people feel less safe⟧ <said> Both Hoffman and Stone → Stone',
    ],
    [
      'They said the region’s trade barriers at their height impacted exports.',
      'indirect ⟦the region’s trade barriers at their height impacted exports⟧ <said> They',
    ],
    [
      'Analysts said the movement of boats close to and around the outer islands was an important sign.',
      'indirect ⟦the movement of boats close to and around the outer islands was an important sign⟧ <said> Analysts',
    ],
    [
      'Carl Stone, who joined in May, said the bank had failed its clients.',
      'indirect ⟦the bank had failed its clients⟧ <said> Carl Stone → Carl Stone',
    ],
    [
      'Carl Stone, director of the flood program at the Ardle Institute, said Ardle is reluctant to act.',
      'indirect ⟦Ardle is reluctant to act⟧ <said> Carl Stone, director of the flood program at the Ardle Institute → Carl Stone',
    ],
    [
      'Carl Stone has claimed he was bullied at school, a claim the school denies.',
      'indirect ⟦he was bullied at school⟧ <has claimed> Carl Stone → Carl Stone',
    ],
    ['The dam leaks, according to Swedish state media.', 'indirect ⟦The dam leaks⟧ <according to> Swedish state media'],
    ['The navy said it also held the owner responsible.', 'indirect ⟦it also held the owner responsible⟧ <said> The navy'],
    ['One man said he and his family fled their home.', 'indirect ⟦he and his family fled their home⟧ <said> One man'],
    [
      'Cole said she and her classmates still talk about the trip.',
      'indirect ⟦she and her classmates still talk about the trip⟧ <said> Cole → Cole',
    ],
    [
      'The army says about 10 rockets were launched from the hills.',
      'indirect ⟦about 10 rockets were launched from the hills⟧ <says> The army → army',
    ],
    [
      'The clerk told the Port Times most of those hurt in the fire were children.',
      'indirect ⟦most of those hurt in the fire were children⟧ <told> The clerk',
    ],
    [
      'Hill told reporters the “strongest call of the evening was one to leave.”',
      'mixed ⟦the “strongest call of the evening was one to leave.”⟧ <told> Hill → Hill',
    ],
    [
      'The union warned the “unrelenting” cold in the north “continues to harm many children.”',
      'mixed ⟦the “unrelenting” cold in the north “continues to harm many children.”⟧ <warned> The union → union',
    ],
    [
      'The minister pledged two million and said much-needed boats are being sent to the port.',
      'indirect ⟦much-needed boats are being sent to the port⟧ <said> The minister',
    ],
    ['Anne Reed said something that was odd.'],
    ['Anne Reed said the same thing that she had said before.'],
    ['Anne Reed told residents to leave the streets that were flooded.'],
  ],
  'en',
);

sentences(
  'what stands before that',
  [
    ['Anne Reed said last week that the dam leaked.', 'indirect ⟦the dam leaked⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said late Monday that the dam leaked.', 'indirect ⟦the dam leaked⟧ <said> Anne Reed → Anne Reed'],
    ['Anne Reed said at a cabinet meeting that the dam leaked.', 'indirect ⟦the dam leaked⟧ <said> Anne Reed → Anne Reed'],
    [
      'Anne Reed said at a town hall hearing on Sunday that the dam leaked.',
      'indirect ⟦the dam leaked⟧ <said> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed said in Thursday’s joint statement that the dam leaked.',
      'indirect ⟦the dam leaked⟧ <said> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed announced in 2022 that the mill would close.',
      'indirect ⟦the mill would close⟧ <announced> Anne Reed → Anne Reed',
    ],
    ['Anne Reed told reporters Tuesday that the dam leaked.', 'indirect ⟦the dam leaked⟧ <told> Anne Reed → Anne Reed'],
    ['Anne Reed told lawmakers last week that the dam leaked.', 'indirect ⟦the dam leaked⟧ <told> Anne Reed → Anne Reed'],
    [
      'Anne Reed has said publicly and privately that the dam leaks.',
      'indirect ⟦the dam leaks⟧ <has said> Anne Reed → Anne Reed',
    ],
    [
      'Anne Reed said that, amid rising anger at the delay, the cold and other troubles, more people would leave.',
      'indirect ⟦amid rising anger at the delay, the cold and other troubles, more people would leave⟧ <said> Anne Reed → Anne Reed',
    ],
  ],
  'en',
);

sentences(
  'reporting clauses with an adjunct, a rank, an object before them',
  [
    [
      'The army, Hill said during his visit to Norport, will go from house to house.',
      'indirect ⟦The army … will go from house to house⟧ <said> Hill → Hill',
    ],
    [
      'In 2022, the firm exported about 200 boats, they added.',
      'indirect ⟦In 2022, the firm exported about 200 boats⟧ <added> they',
    ],
    [
      '“We are ready,” Rear Adm. Daniel Hart said on Sunday. “We will act.”',
      'direct ⟦We are ready, … We will act.⟧ <said> Rear Adm. Daniel Hart → Daniel Hart',
    ],
    ['Maj. Gen. Paul Hill said the boats were safe.', 'indirect ⟦the boats were safe⟧ <said> Maj. Gen. Paul Hill → Paul Hill'],
    [
      'The council leader, Anne Reed, acknowledged that mistakes had been made but said there had been “no cover-up.”',
      'indirect ⟦mistakes had been made⟧ <acknowledged> The council leader, Anne Reed → Anne Reed',
      'mixed ⟦there had been “no cover-up.”⟧ <said> The council leader, Anne Reed → Anne Reed',
    ],
    ['Another resident said, “Resign.”', 'direct ⟦Resign.⟧ <said> Another resident'],
  ],
  'en',
);

sentences(
  'marked words in what is said, asked, promised, feared',
  [
    [
      'The group pledged to “continue the work until the end.”',
      'mixed ⟦continue the work until the end.⟧ <pledged> The group → group',
    ],
    [
      'The army asked the public to “refrain from spreading rumours.”',
      'mixed ⟦refrain from spreading rumours.⟧ <asked> The army → army',
    ],
    [
      'Reed accused the council of making “groundless claims” over “normal trade” between the towns.',
      'mixed ⟦groundless claims⟧ <accused> Reed → Reed',
      'mixed ⟦normal trade⟧ <accused> Reed → Reed',
    ],
    [
      'In their letter, the two towns expressed “very deep concern” over the dam.',
      'mixed ⟦very deep concern⟧ <expressed> the two towns',
    ],
    ['Reed complained of a “major fraud on our town” and left.', 'mixed ⟦major fraud on our town⟧ <complained> Reed → Reed'],
    [
      'Reed praised the divers who “saved the day,” adding that more would come.',
      'mixed ⟦saved the day,⟧ <praised> Reed → Reed',
      'indirect ⟦more would come⟧ <adding> Reed → Reed',
    ],
    [
      'A spokesman questioned whether the deal would “in any way help” the town.',
      'mixed ⟦whether the deal would “in any way help” the town⟧ <questioned> A spokesman',
    ],
    ['The letter warns of “serious harm” if the dam is not mended.', 'mixed ⟦serious harm⟧ <warns> The letter'],
    ['The mayor welcomed the “historic” deal.', 'mixed ⟦historic⟧ <welcomed> The mayor'],
    [
      'The mayor described the floods as “alarming,” and putting “people at great risk.”',
      'mixed ⟦alarming,⟧ <described> The mayor',
      'mixed ⟦people at great risk.⟧ <described> The mayor',
    ],
    ['Reed spoke to the crowd about “autism.”', 'mixed ⟦autism.⟧ <spoke> Reed → Reed'],
    ['He was found guilty of “gross neglect” and jailed.', 'scare ⟦gross neglect⟧'],
  ],
  'en',
);

sentences(
  'marks',
  [
    [
      '‘It’s the boys’ dinner,’ said Paul Hill. ‘They don’t know what they’re doing,’ he added.',
      'direct ⟦It’s the boys’ dinner,⟧ <said> Paul Hill → Paul Hill',
      'direct ⟦They don’t know what they’re doing,⟧ <added> he → Paul Hill',
    ],
    [
      'Reed’s mother said: ‘He wouldn’t hurt anyone. He’s the boys’ favourite uncle.’',
      'direct ⟦He wouldn’t hurt anyone. He’s the boys’ favourite uncle.⟧ <said> Reed’s mother',
    ],
    [
      "'I can't believe it,' she told the Port Mail. 'The kids' father is gone.'",
      "direct ⟦I can't believe it, … The kids' father is gone.⟧ <told> she",
    ],
    [
      'Reed called it “a mess" and left. The clerk said it was "a joy” for all.',
      'mixed ⟦a mess⟧ <called> Reed → Reed',
      'mixed ⟦it was "a joy” for all⟧ <said> The clerk',
    ],
  ],
  'en',
);
