// The screen in light, dark and high contrast: what is marked must be told apart, and stay readable.
import assert from 'node:assert/strict';
import { contrast } from '../contrast.mjs';

const PERSON = 'Armand Vauquelin';
const DATE = /^(le\s)?4\savril\s2018$/;
/** Inside a quotation, so that its background lies behind. */
const QUOTED_PLACE = 'Paris';

/** The least contrast of marked text: WCAG's for text, and in high contrast what VS Code's own themes aim at. */
const LEAST = { light: 4.5, dark: 4.5, contrast: 7, contrastLight: 7 };

export const scenarios = Object.keys(LEAST).map((kind) => ({
  title: `${kind} theme: names, dates and quotations are told apart and readable`,
  async run(hands) {
    await hands.openFile('article.txt');
    await hands.useTheme(kind);
    // The colours of the text come a moment after the theme.
    await hands.eventually(() => check(hands, LEAST[kind]));
    await hands.restMouse();
    await hands.shot(`article-${kind}`);
  },
}));

async function check(hands, least) {
  const plain = await hands.plainColour();
  const seen = new Map();
  for (const text of [PERSON, DATE, QUOTED_PLACE]) {
    const { colour, behind } = await hands.look(text);
    seen.set(text, colour);
    assert.notDeepEqual(colour, plain, `${text} is not in the colour of the text`);
    const ratio = contrast(colour, behind);
    assert.ok(ratio >= least, `${text}: contrast ${ratio.toFixed(2)} is less than ${least}`);
  }
  assert.notDeepEqual(seen.get(PERSON), seen.get(DATE));
}
