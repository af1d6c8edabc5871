import { describe, expect, it } from 'vitest';
import { watchChoices } from '../../../server/src/core/quotes/speakers/ranking/rank';
import { analyse } from '../entities/helpers';

/** Who says each quotation, by name. */
const speakers = (text: string, language: string): string[] =>
  analyse(text, language).quotes.map(({ speakerName }) => speakerName ?? '-');

describe('whom a speaker without a name means', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['who is told does not tell', 'en', 'The mayor of Arden told Boris Frey the bridge was shut.', ['-']],
    ['the first name of a clause does not report it', 'en', 'The governor of Arden said Clara Webb would stay.', ['-']],
    ['whom a description is defined by', 'fr', 'L’avocat de Hugo Plantin affirme que la digue tient.', ['-']],
    [
      'whom the words themselves name says them less likely than who acts',
      'fr',
      'Le ministre Paul Sarlin soutient Hugo Plantin. « Je voterai pour Plantin, car Plantin est honnête », a-t-il promis.',
      ['Paul Sarlin'],
    ],
    [
      'a woman’s noun means the one woman of the article, not the body in its complement',
      'fr',
      'Hugo Plantin a rencontré Nadia Ferrer au Sénat. La patronne de la Fédération des ports assure avoir tenu bon.',
      ['Nadia Ferrer'],
    ],
    [
      'an office is not the one whom its bearer accuses',
      'fr',
      'Le préfet de Tolvanne soupçonne Hugo Plantin. « Le dossier est lourd », a déclaré le préfet de Tolvanne.',
      ['-'],
    ],
    [
      'le président is no présidente, though the noun is hers',
      'fr',
      'La présidente Lise Amar ouvre la séance. Le pont tient, selon le président de l’Alcor.',
      ['-'],
    ],
    [
      'a noun that can only be a man’s, with an article that does not say so',
      'fr',
      'Lise Amar a remis à Hugo Plantin un cadeau. « Le pont tiendra », estime l’ingénieur.',
      ['Hugo Plantin'],
    ],
    [
      'nobody is a judge only because no judge is named',
      'en',
      'The court heard Boris Frey on Tuesday. The coroner said the lamp had failed.',
      ['-'],
    ],
    [
      'a role that a name has elsewhere is still that one’s',
      'fr',
      'La procureure Nadia Ferrer a reçu Hugo Plantin. La procureure a déclaré que l’enquête continue.',
      ['Nadia Ferrer'],
    ],
    [
      'a later name beside the description’s complement',
      'fr',
      'Le patron du chantier a annoncé que la grue fermerait. M. Sarlin reste calme. Paul Sarlin dirige le chantier depuis 2009.',
      ['Paul Sarlin'],
    ],
    ['a genitive owns whoever speaks', 'en', '“It floats,” Frey’s sister Clara Webb said.', ['Clara Webb']],
    ['of two names with nouns between them the last', 'en', 'Frey campaign manager Clara Webb said it was over.', ['Clara Webb']],
    ['a town within the name of its paper', 'en', 'The pier is shut, the New York Lantern said.', ['New York Lantern']],
    ['a sentence in capitals names nobody', 'en', 'They wait. WE AREN’T DONE. The rain goes on. “I’m cold,” he said.', ['-']],
    [
      'a family name that is a modal',
      'en',
      'Prime Minister Clara May said the pier would stay. Mrs May told reporters it was safe. May said the crane was not.',
      ['Clara May', 'Clara May', 'Clara May'],
    ],
  ])('%s', (_, language, text, expected) => expect(speakers(text, language)).toEqual(expected));

  it('it is no person', () => {
    const text = 'Nadia Brooks left Arden on Monday. It said the cranes would be sold.';
    expect(speakers(text, 'en')).not.toContain('Nadia Brooks');
  });

  it('a choice among several makes a quotation less sure than a name', () => {
    const [named, meant] = analyse(
      'Paul Sarlin a reçu Hugo Plantin. « La mer monte », a dit Paul Sarlin. Hugo Plantin l’écoutait. « La digue tient », a-t-il dit.',
    ).quotes;
    expect(meant?.confidence).toBeLessThan(named?.confidence ?? 0);
  });

  it('says what speaks for the one chosen, and nothing where a name says it', () => {
    const [meant, named] = analyse(
      'Hugo Plantin et Nadia Ferrer ont visité la digue. « La mer monte », a-t-elle dit. « La digue tient », a dit Hugo Plantin.',
    ).quotes;
    expect(meant?.speakerName).toBe('Nadia Ferrer');
    expect(meant?.speakerReasons).toContain('gender');
    expect(named?.speakerReasons).toBeUndefined();
  });

  it('shows who watches every option with its evidence, nobody last', () => {
    const forms: string[] = [];
    watchChoices(
      ({ anaphor, options }) => {
        forms.push(anaphor.form);
        expect(options.at(-1)?.resolution).toBeUndefined();
        expect(options.at(-1)?.features).toContain('nobody named');
      },
      () => analyse('Paul Sarlin a visité la digue. Il affirme que la mer monte.'),
    );
    expect(forms).toContain('pronoun');
  });
});
