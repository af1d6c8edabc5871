// What holds of every analysis, whatever the text: the contract of server/src/core/analysis.ts, checked.

/** What is wrong with an analysis of a text, a line each; empty where nothing is. */
export function faultsOf(analysis, text) {
  const faults = [];
  const fault = (what) => faults.push(what);
  checkValues(analysis, '', fault);
  checkEntities(analysis, text, fault);
  checkDates(analysis, text, fault);
  checkQuotes(analysis, text, fault);
  analysis.structure.reduce((last, block) => {
    checkSpan('block', block, text, fault);
    if (block.start < last) fault(`blocks overlap at ${block.start}`);
    return block.end;
  }, 0);
  return faults;
}

/** No number that is none, nothing undefined. What quotes the text may hold what the text holds. */
function checkValues(value, path, fault) {
  if (value === undefined) fault(`${path} is undefined`);
  else if (typeof value === 'number' && !Number.isFinite(value)) fault(`${path} is ${value}`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) checkValues(inner, `${path}.${key}`, fault);
}

const splitsPair = (text, offset) =>
  /^[\ud800-\udbff]$/.test(text[offset - 1] ?? '') && /^[\udc00-\udfff]$/.test(text[offset] ?? '');

function checkSpan(what, { start, end, text: words }, text, fault) {
  if (!(start >= 0 && start < end && end <= text.length)) fault(`${what} ${start}–${end} is no span of the text`);
  if (splitsPair(text, start) || splitsPair(text, end)) fault(`${what} ${start}–${end} cuts a character in two`);
  if (words !== undefined && words !== text.slice(start, end)) fault(`${what} ${start}–${end} has other words`);
}

function checkEntities({ entities, entityIndex }, text, fault) {
  const known = new Map(entityIndex.map((entity) => [entity.id, 0]));
  if (known.size !== entityIndex.length) fault('two entities have one id');
  let reach = 0;
  let last;
  for (const mention of entities) {
    checkSpan('mention', mention, text, fault);
    if (!known.has(mention.entity)) fault(`mention ${mention.start} is of no entity`);
    else known.set(mention.entity, known.get(mention.entity) + 1);
    if (last !== undefined && mention.start < last.start) fault(`mentions out of order at ${mention.start}`);
    if (last?.start === mention.start && last.end === mention.end) fault(`two mentions at ${mention.start}–${mention.end}`);
    if (mention.nested !== true && mention.start < reach) fault(`mentions overlap at ${mention.start}`);
    if (mention.nested !== true) reach = mention.end;
    if (!(mention.confidence > 0 && mention.confidence <= 1))
      fault(`mention ${mention.start} has confidence ${mention.confidence}`);
    last = mention;
  }
  for (const { id, mentions } of entityIndex) if (known.get(id) !== mentions) fault(`entity ${id} counts ${mentions} mentions`);
}

const DAY = /^-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const YEAR = '(?:-?(?:\\d{4}|\\d{3}X|\\d{2}XX)|XXXX|BC\\d{4}|BC\\d{2}XX|FY\\d{4}|\\d{4}/\\d{4})';
const WITHIN = '(?:-(?:\\d{2}|XX|SP|SU|FA|WI|Q[1-4X]|H[12X])(?:-(?:\\d{2}|XX))?|-W(?:\\d{2}|XX)(?:-(?:WE|\\d|X))?)?';
const CLOCK = '(?:T(?:(?:\\d{2}|XX)(?::(?:\\d{2}|XX)(?::\\d{2})?)?(?:[A-Z]{1,4}|[+-]\\d{2}(?::?\\d{2})?)?|[A-Z]{2}))?';
const AMOUNT = '(?:\\d+(?:\\.\\d+)?|X+)';
const PERIOD = `P(?:${AMOUNT}[A-Z]{1,2})*(?:T(?:${AMOUNT}[HMS])+)?`;
const VALUE = new RegExp(`^(?:${YEAR}${WITHIN}${CLOCK}|${CLOCK.slice(0, -1)}|${PERIOD}|(?:PAST|PRESENT|FUTURE)_REF)$`);

function checkDates({ dates }, text, fault) {
  let reach = 0;
  for (const date of dates) {
    const { start, end, value, edtf, earliest, latest, anchorStart } = date;
    checkSpan('date', date, text, fault);
    if (start < reach) fault(`dates overlap at ${start}`);
    reach = end;
    if (!VALUE.test(value)) fault(`date ${start} has the value ${value}`);
    if (edtf !== undefined && /NaN|undefined|Infinity|null|\d{5}/.test(edtf)) fault(`date ${start} has the EDTF ${edtf}`);
    for (const day of [earliest, latest]) if (day !== undefined && !DAY.test(day)) fault(`date ${start} has the day ${day}`);
    if (earliest !== undefined && latest !== undefined && yearsApart(earliest, latest) < 0)
      fault(`date ${start} ends before it begins: ${earliest} ${latest}`);
    if (anchorStart !== undefined && anchorStart > text.length) fault(`date ${start} is anchored at ${anchorStart}`);
  }
}

/** In years and parts of them, so that days before our era compare too. */
const yearsApart = (from, to) => {
  const number = (day) => Number(day.slice(0, -6)) + Number(day.slice(-5, -3)) / 12 + Number(day.slice(-2)) / 400;
  return number(to) - number(from);
};

function checkQuotes(analysis, text, fault) {
  const { quotes, structure } = analysis;
  const alone = structure.filter(({ role }) => role !== 'header').length < 2;
  const seen = new Set();
  let last = 0;
  for (const [index, { spans, text: words, cue, speaker, confidence, parent }] of quotes.entries()) {
    const [first = [0, 0]] = spans;
    if (spans.length === 0) fault(`quotation ${index} has no words`);
    if (first[0] < last) fault(`quotations out of order at ${first[0]}`);
    last = first[0];
    spans.reduce((reach, [start, end]) => {
      checkSpan('quotation', { start, end }, text, fault);
      if (start < reach) fault(`quotation ${index} has parts out of order or over each other: ${JSON.stringify(spans)}`);
      return end;
    }, 0);
    if (words !== spans.map(([start, end]) => text.slice(start, end)).join(' … ')) fault(`quotation ${index} has other words`);
    if (cue) checkSpan('cue', cue, text, fault);
    if (speaker) checkSpan('speaker', speaker, text, fault);
    if (!(confidence > 0 && confidence <= 1)) fault(`quotation ${index} has confidence ${confidence}`);
    if (parent !== undefined && !(parent < index)) fault(`quotation ${index} lies in ${parent}`);
    // a sentence alone may be given once for each of its cues: qui ont été signalés et n'ont pas été mentionnés
    const key = JSON.stringify(alone ? [spans, cue?.start] : spans);
    if (seen.has(key)) fault(`two quotations at ${key}`);
    seen.add(key);
  }
}
