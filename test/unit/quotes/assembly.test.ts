import { table } from './quote';

table('the steps that assemble the quotations of a document', [
  [
    'a quotation over two paragraphs that opens its marks again',
    '« La digue a cédé hier soir.\n\n« Nous la reconstruirons », promet Anne Morel.',
    'direct ⟦La digue a cédé hier soir. … Nous la reconstruirons⟧ <promet> Anne Morel → Anne Morel',
  ],
  [
    'a quotation over two paragraphs that only closes its marks',
    '« La digue a cédé hier soir.\n\nNous la reconstruirons », promet Anne Morel.',
    'direct ⟦La digue a cédé hier soir. … Nous la reconstruirons⟧ <promet> Anne Morel → Anne Morel',
  ],
  [
    'marked words without a cue go on with those right before',
    '« La digue a cédé », constate Anne Morel. « Nous partons demain matin. »',
    'direct ⟦La digue a cédé … Nous partons demain matin.⟧ <constate> Anne Morel → Anne Morel',
  ],
  [
    'the paragraph before introduces marked words with a colon',
    'Anne Morel a répondu :\n\n« La digue a cédé. »',
    'direct ⟦La digue a cédé.⟧ <a répondu> Anne Morel → Anne Morel',
  ],
  [
    'the line after signs marked words that stand alone',
    '« La digue a cédé hier soir. »\n\n— Anne Morel, maire de Courzieu',
    'direct ⟦La digue a cédé hier soir.⟧ Anne Morel, maire de Courzieu → Anne Morel',
  ],
  ['marked words within a sentence are not speech', 'Le « grand ménage » commence au port.', 'scare ⟦grand ménage⟧'],
  [
    'in a dialogue two take turns',
    '— Tu viens ? demanda Anne.\n\n— Non, je reste.\n\n— Tant pis !',
    'direct ⟦Tu viens ?⟧ <demanda> Anne → Anne',
    'direct ⟦Non, je reste.⟧',
    'direct ⟦Tant pis !⟧ → Anne',
  ],
  [
    'two verbs bring in the same words once',
    'Anne Morel affirme et répète que la digue tiendra.',
    'indirect ⟦la digue tiendra⟧ <répète> Anne Morel → Anne Morel',
  ],
]);
