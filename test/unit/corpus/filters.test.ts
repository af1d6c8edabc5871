import { describe, expect, it } from 'vitest';
import { concordanceLine } from '../../../server/src/corpus/concordance';
import { packDocument, unpackDocument } from '../../../server/src/corpus/index/packedDocument';
import { compileQuery } from '../../../server/src/corpus/query/compile';
import { parseQuery, QueryError } from '../../../server/src/corpus/query/query';
import { search } from '../../../server/src/corpus/query/search';
import { document } from './documents';

const TEXT = 'Le maire Anne Morel parle du port. « Le port est à nous, dit-elle », et Nadia Rey défend la digue du port neuf.';
const PLAIN = document(TEXT, {
  names: { 'Anne Morel': 'PER', 'Nadia Rey': 'PER' },
  quotes: { 'Le port est à nous': 'Anne Morel' },
  properties: { 'Nadia Rey': { party: 'Les Verts', function: 'élue' } },
  decided: {
    'Anne Morel': ['entity/PER', { certainty: 'high' }],
    maire: ['!entity/PER'],
    'la digue du port neuf': ['theme/works', { tone: 'positive', place: 'port' }],
    'Le port est à nous': ['quote/direct'],
  },
});
// what an index keeps of it
const KEPT = unpackDocument(PLAIN.id, packDocument(PLAIN), PLAIN);

describe('what people have annotated and decided', () => {
  it.each<[string, string, readonly string[]]>([
    ['an own layer', 'layer:theme', ['la digue du port neuf']],
    ['a type of it', 'layer:theme=works', ['la digue du port neuf']],
    ['any of it', 'layer:theme=*', ['la digue du port neuf']],
    ['another type', 'layer:theme=sea', []],
    ['words in it', 'port layer:theme', ['port']],
    ['an attribute', 'attribute:tone=positive', ['la digue du port neuf']],
    ['an attribute of a name', 'attribute:certainty', ['Anne Morel']],
    ['what the project says of a name', 'property:party="les verts"', ['Nadia Rey']],
    ['names decided on', 'type:PER decided:yes', ['Anne Morel']],
    ['names to be decided on', 'decided:no type:PER', ['Nadia Rey']],
    ['a rejection is a decision', 'maire decided:no', []],
    ['and nobody’s annotation', 'layer:entity', ['Anne Morel']],
    ['a word in a quotation is not the quotation', 'est decided:no', ['est']],
    ['all of it is', 'quote:direct decided:no', []],
    ['all that waits', 'decided:no', ['Nadia Rey']],
    ['all that is decided', 'decided:yes', ['maire', 'Anne Morel', 'Le port est à nous', 'la digue du port neuf']],
    ['in CQL', '[layer="theme.*" & word="port"]', ['port']],
    ['attributes in CQL', '[attribute="tone=(positive|negative)" & word="d.*"]', ['digue', 'du']],
    ['properties in CQL', '[property="party=Les Verts"]', ['Nadia', 'Rey']],
    ['decisions in CQL', '[type="PER" & decided="no"]+', ['Nadia Rey']],
  ])('%s: %s', (_, query, words) => {
    for (const each of [PLAIN, KEPT]) {
      const hits = search(compileQuery(parseQuery(query)), each);
      expect(hits.map((hit) => concordanceLine(each, hit, 3).node)).toEqual(words);
    }
  });

  it('is yes or no, and nothing else', () => {
    const compile = () => compileQuery(parseQuery('le port decided:perhaps'));
    expect(compile).toThrow(QueryError);
    expect(compile).toThrow('character 9 of the query: perhaps is not yes or no');
  });
});
