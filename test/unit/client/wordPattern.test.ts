import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { wordPattern } = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8'));

it.each([
  ["L’accord d'Élise, qu’on n’a", ['L’', 'accord', "d'", 'Élise', 'qu’', 'on', 'n’', 'a']],
  ["aujourd'hui, presqu’île, don't", ["aujourd'hui", 'presqu’île', "don't"]],
  ['Saint-Étienne lorsqu’elle', ['Saint-Étienne', 'lorsqu’', 'elle']],
  ['E\u0301lise vit en 2017.', ['E\u0301lise', 'vit', 'en', '2017']],
  ['«nul» – “oui”', ['nul', 'oui']],
  ['Łódź, Ångström, Ωmega', ['Łódź', 'Ångström', 'Ωmega']],
])('words of %s', (text, words) => {
  expect(text.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`))).toEqual(words);
});
