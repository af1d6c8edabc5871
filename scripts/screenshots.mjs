#!/usr/bin/env node
// npm run screenshots: pictures for the market page, the documentation and the walkthrough, taken of the real product.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LANGUAGES, PICTURES, pictureFile, THEMES } from './lib/pictures.mjs';
import { main, ROOT, requireNode, SAMPLE_CORPUS, say, temporaryFolder, UserError } from './lib/project.mjs';
import { ensureChromium, ensureDependencies, ensureHost } from './lib/setup.mjs';
import { packageExtension } from './package.mjs';

const HELP = `Usage: npm run screenshots [-- --only NAME[,NAME] --language en|fr --theme NAME]

Installs the packaged extension in VS Code's own server, opens the sample corpus and takes the pictures of docs/images and
client/media/walkthrough. Their list is in scripts/lib/pictures.mjs; a test tells which are missing or no longer wanted.`;

/** Small enough that the words of a picture can be read where it is shown at half its size. */
const VIEWPORT = { width: 1120, height: 700 };

const SETTINGS = {
  'editor.fontSize': 15,
  'editor.lineNumbers': 'off',
  'editor.stickyScroll.enabled': false,
  'workbench.statusBar.visible': true,
  // Of the keys of the animated picture the last alone, without the command's name.
  'screencastMode.keyboardOverlayTimeout': 2500,
  'screencastMode.keyboardOptions': { showCommands: false, showCommandGroups: false },
  'screencastMode.fontSize': 32,
  'screencastMode.verticalOffset': 8,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

async function takeAll({ chromiumPath, vsix, languages, themes, names }) {
  const { openHands } = await import('../test/hands/hands.mjs');
  for (const language of languages) {
    for (const theme of themes) {
      const wanted = PICTURES.filter((picture) => picture.themes.includes(theme) && (!names || names.includes(picture.name)));
      if (wanted.length === 0) continue;
      const scratch = temporaryFolder('screenshots');
      const folder = path.join(scratch.path, 'corpus');
      fs.cpSync(SAMPLE_CORPUS, folder, { recursive: true });
      const settings = { ...SETTINGS, 'workbench.colorTheme': THEMES[theme] };
      const hands = await openHands({ chromiumPath, vsix, folder, settings, language, viewport: VIEWPORT });
      try {
        const { takePictures } = await import('./lib/takePictures.mjs');
        await takePictures(hands, wanted, { language, save: (name, png) => save(pictureFile(name, language, theme), png) });
      } catch (error) {
        await hands.shot(`failed-${language}-${theme}`).catch(() => {});
        throw error;
      } finally {
        await hands.close();
        scratch.remove();
      }
    }
  }
}

/**
 * Writes a picture with few colours, in WebP without loss: text on few grounds loses nothing that the eye sees, and four
 * fifths of its size.
 * @param frames - a PNG, or several of an animated picture
 */
async function save(file, frames) {
  const bytes = await smallPicture([frames].flat());
  fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  fs.writeFileSync(path.join(ROOT, file), bytes);
  say(`${file}: ${Math.round(bytes.length / 1000)} kB`);
}

const COLOURS = 64;
/** How long a frame of an animated picture stays, and the last one, in milliseconds. */
const STAYS = 1100;
const LAST_STAYS = 2500;

/** The bytes of a WebP of PNGs of one size; the frames share their colours, so that only what moves takes room. */
async function smallPicture(pngs) {
  const [{ default: UPNG }, { default: sharp }] = await Promise.all([import('upng-js'), import('sharp')]);
  const decode = (bytes) => UPNG.decode(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const images = pngs.map(decode);
  const [{ width, height }] = images;
  const pixels = images.map((image) => UPNG.toRGBA8(image)[0]);
  const delay = pngs.map((_, index) => (index === pngs.length - 1 ? LAST_STAYS : STAYS));
  const fewColours = UPNG.toRGBA8(decode(Buffer.from(UPNG.encode(pixels, width, height, COLOURS, delay))));
  const raw = { width, height, channels: 4 };
  const frames = await Promise.all(fewColours.map((frame) => sharp(Buffer.from(frame), { raw }).png().toBuffer()));
  const isAnimated = frames.length > 1;
  const picture = isAnimated ? sharp(frames, { join: { animated: true } }) : sharp(frames[0]);
  return picture.webp({ lossless: true, effort: 6, ...(isAnimated ? { minSize: true, loop: 0, delay } : {}) }).toBuffer();
}

function chosen(given, known, option) {
  if (given === undefined) return known;
  const names = given.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UserError(`${option}: no such ${unknown.join(', ')}; there are ${known.join(', ')}`, 2);
  return names;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const options = Object.fromEntries(['only', 'language', 'theme', 'vsix'].map((name) => [name, { type: 'string' }]));
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } });
    if (values.help) return console.log(HELP);
    requireNode();
    await ensureDependencies();
    const chromiumPath = await ensureChromium();
    await ensureHost();
    await takeAll({
      chromiumPath,
      vsix: values.vsix ?? (await packageExtension()),
      languages: chosen(values.language, LANGUAGES, '--language'),
      themes: chosen(values.theme, Object.keys(THEMES), '--theme'),
      names: values.only && chosen(values.only, [...new Set(PICTURES.map(({ name }) => name))], '--only'),
    });
  });
}
