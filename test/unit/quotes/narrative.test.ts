import { describe, expect, it } from 'vitest';
import type { Entity, EntityMention } from '../../../server/src/core/analysis';
import { quotesOf } from './quote';

// tells in the past historic, and names nobody
const NARRATION =
  '\n\nLa pluie tomba toute la nuit. Les barques rentrèrent. Le vent se leva, puis se calma, et la mer monta. Les volets claquèrent ; la lampe fuma et mourut.';

/** Names that the entity layer would give: persons by gender, other things as places. */
interface Given {
  readonly m?: readonly string[];
  readonly f?: readonly string[];
  readonly places?: readonly string[];
}

/** Who says each quotation, by name; - where nobody is named. */
function speakers(text: string, { m = [], f = [], places = [] }: Given = {}): string[] {
  const mentions: EntityMention[] = [];
  const entities: Entity[] = [];
  for (const [type, gender, names] of [
    ['PER', 'm', m],
    ['PER', 'f', f],
    ['LOC', undefined, places],
  ] as const) {
    for (const name of names) {
      const found = [...text.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))];
      entities.push({ id: name, type, name, aliases: [], mentions: found.length, ...(gender && { gender }) });
      for (const { index } of found)
        mentions.push({ start: index, end: index + name.length, text: name, type, entity: name, confidence: 1 });
    }
  }
  mentions.sort((a, b) => a.start - b.start);
  return quotesOf(text + NARRATION, 'fr', { mentions, entities }).map((quotation) => quotation.speakerName ?? '-');
}

describe('who speaks in a narrative', () => {
  it('a pronoun in the incise: who last acted, of its gender', () => {
    const text =
      'Ombeline poussa la porte. Gaspard la suivit.\n\n— Il fait froid, dit-elle.\n\n— Allumons le feu, répondit-il.\n\n— Avec quoi ? demanda-t-elle.';
    expect(speakers(text, { m: ['Gaspard'], f: ['Ombeline'] })).toEqual(['Ombeline', 'Gaspard', 'Ombeline']);
  });
  it('a pronoun means its bearer however long nobody is named', () => {
    const walk = 'Elle marcha longtemps. Elle compta les bornes. '.repeat(40);
    expect(speakers(`Ombeline sortit.\n\n${walk}\n\n« Enfin », dit-elle.`, { f: ['Ombeline'] })).toEqual(['Ombeline']);
  });
  it('turns that do not say who speaks alternate', () => {
    const text =
      '— Où est la barque ? demanda Gaspard.\n\n— Au port, dit Ombeline.\n\n— Et la voile ?\n\n— Pliée.\n\n— Bien, dit-il.';
    expect(speakers(text, { m: ['Gaspard'], f: ['Ombeline'] })).toEqual([
      'Gaspard',
      'Ombeline',
      'Gaspard',
      'Ombeline',
      'Gaspard',
    ]);
  });
  it('the one who is called answers, and does not call', () => {
    const text =
      'Lubin ferma le coffre. Gaspard et Ombeline attendirent.\n\n— Eh bien, Gaspard, que dis-tu ? demanda Ombeline.\n\n— Rien.\n\n— Voyons, Ombeline !';
    const found = speakers(text, { m: ['Gaspard', 'Lubin'], f: ['Ombeline'] });
    expect(found.slice(0, 2)).toEqual(['Ombeline', 'Gaspard']);
    expect(found[2]).not.toBe('Ombeline');
  });
  it('the narrator has the name that the others call', () => {
    const text =
      "Je poussai la porte. J'avais froid. Je vis ma mère.\n\n— Te voilà, Ombeline ! dit-elle.\n\nJe ne répondis pas. Je m'assis.\n\n— Ombeline, mange.\n\n— Je n'ai pas faim, dis-je.";
    expect(speakers(text, { f: ['Ombeline'] }).at(-1)).toBe('Ombeline');
  });
  it('a narrator without a name has none, and is not who speaks when he only acts', () => {
    const text =
      "Je vis la vieille. J'avais peur. Je la saluai.\n\n— Entrez donc, dit la vieille.\n\nJe la regardai, je m'assis, je posai mon sac et je bus.\n\n— Vous venez de loin ?\n\n— Du port, dis-je.";
    expect(speakers(text)).toEqual(['La vieille', 'La vieille', '-']);
  });
  it('who has a name told is the one described before', () => {
    const text =
      "Une fille du port entra.\n\n« Bonsoir », dit-elle.\n\nElle s'appelait Ombeline et vendait du sel.\n\n« Prenez-en », dit-elle.";
    expect(speakers(text, { f: ['Ombeline'] })).toEqual(['Ombeline', 'Ombeline']);
  });
  it('who tells a name in speech bears it', () => {
    const text =
      "Le pilote s'arrêta.\n\n— Je m'appelle Gaspard, dit le pilote.\n\nIl ôta son bonnet.\n\n— Et je viens du nord, dit le pilote.";
    expect(speakers(text, { m: ['Gaspard'] })).toEqual(['Gaspard', 'Gaspard']);
  });
  it('father and papa are one, called as a sentence first calls him', () => {
    const text =
      "Je courus. J'entendis la voix de mon père. Notre père revint du port.\n\n— Venez, dit mon père.\n\n— Oui, papa ! cria Lubin.\n\n— Vite, dit-il.";
    expect(speakers(text, { m: ['Lubin'] })).toEqual(['Notre père', 'Lubin', 'Notre père']);
  });
  it('a name that speaks is a person, whatever it was taken for', () => {
    const text =
      'Manoë se leva. Puis Manoë sortit.\n\n— Il neige, dit Manoë.\n\nManoë rentra. La lampe brûla.\n\n— Fermez, dit-elle.';
    expect(speakers(text, { places: ['Manoë'] })).toEqual(['Manoë', 'Manoë']);
  });
  it('a voice, warmth or a room is nobody whom a pronoun means', () => {
    const text =
      'Ombeline entra dans la chambre voisine. La tiédeur de la lampe la surprit. Une voix cria : « Fermez ! »\n\n— Non, dit-elle.';
    expect(speakers(text, { f: ['Ombeline'] }).at(-1)).toBe('Ombeline');
  });
});
