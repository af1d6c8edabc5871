#!/usr/bin/env node
// A detector for Corpus Annotator made of compromise (https://www.npmjs.com/package/compromise), a small English
// library: npm install compromise, then in the settings
//   "corpusAnnotator.detectors": [{ "name": "compromise", "command": ["node", "samples/detectors/compromise.mjs"] }]
// It reads a JSON object a line and answers each with one: docs/detectors.md describes both. With a port it is a service:
//   node samples/detectors/compromise.mjs --port 8100
//   "corpusAnnotator.detectors": [{ "name": "compromise", "url": "http://127.0.0.1:8100/" }]
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import nlp from 'compromise';

const KINDS = [
  ['people', 'PER'],
  ['places', 'LOC'],
  ['organizations', 'ORG'],
];

const [option, port] = process.argv.slice(2);
if (option === '--port') {
  const service = createServer(async (request, response) => response.end(answer(await readAll(request))));
  // on loopback alone: nobody else is to ask
  service.listen(Number(port), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${service.address().port}/`));
} else {
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') console.log(answer(line));
}

function answer(question) {
  const { id, text, language } = JSON.parse(question);
  // it knows English alone: of other texts it says nothing
  const annotations = language.startsWith('en') ? find(text) : [];
  return JSON.stringify({ id, version: nlp.version, annotations });
}

function find(text) {
  const document = nlp(text);
  return KINDS.flatMap(([method, label]) =>
    document[method]()
      .json({ offset: true })
      .flatMap(({ text: words, offset }) => {
        // compromise counts UTF-16 code units, as JavaScript does, and takes marks behind a name with it
        const start = text.indexOf(words.trim(), offset.start);
        const trimmed = words.trim().replace(/[\s.,;:!?»”"')\]]+$/u, '');
        return start < 0 || trimmed === '' ? [] : [{ start, end: start + trimmed.length, label, score: 0.5 }];
      }),
  );
}
