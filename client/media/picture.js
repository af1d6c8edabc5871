/*
 * What a picture of a corpus does in its page beside what table.js does: runs the buttons that lead on, and makes an image of
 * points of the picture as it is seen, in the theme's colours.
 */
// table.js, which is loaded first, has the one connection to the extension and hands it on
const send = (message) => globalThis.dispatchEvent(new CustomEvent('send', { detail: message }));

// of the page, not of its buttons: those are others where more has been counted
document.addEventListener('click', ({ target }) => {
  const run = target.closest('[data-run]');
  const file = target.closest('[data-open]');
  if (run !== null) send({ kind: 'run', command: run.dataset.run, argument: run.dataset.argument });
  else if (file !== null) send({ kind: 'file', uri: file.dataset.open });
  else if (target.closest('[data-png]') !== null) sendPoints();
  else steps[target.closest('[data-zoom]')?.dataset.zoom]?.();
});

/** Points of the image for each of the picture. */
const SCALE = 2;

function sendPoints() {
  const svg = document.querySelector('#picture svg');
  const theme = getComputedStyle(document.documentElement);
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const copy = svg.cloneNode(true);
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  // an image is a document of its own, which knows no theme
  const style = copy.querySelector('style');
  style.textContent = style.textContent.replace(
    /var\((--[\w-]+),\s*([^()]+)\)/g,
    (_, name, otherwise) => theme.getPropertyValue(name).trim() || otherwise,
  );
  const image = new Image();
  image.addEventListener('load', () => {
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d');
    context.fillStyle = theme.getPropertyValue('--vscode-editor-background').trim() || '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0);
    send({ kind: 'png', data: canvas.toDataURL('image/png').replace(/^[^,]*,/, '') });
  });
  image.addEventListener('error', () => send({ kind: 'png', data: '' }));
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

/** So much larger is each step, and at most. */
const [STEP, MOST] = [1.5, 24];
/** Of what is seen, a key moves it by so much. */
const MOVED = 0.2;

const host = document.querySelector('#picture');
/** What is seen of the picture, the same where it is drawn anew. */
const view = { scale: 1, x: 0, y: 0 };
let drawn = newlyDrawn();

/** The picture that is there, as it was drawn; undefined where one cannot look at a part of it. */
function newlyDrawn() {
  const svg = host.querySelector('svg');
  if (svg === null || document.querySelector('[data-zoom]') === null) return undefined;
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const discs = [...svg.querySelectorAll('circle')].map((disc) => ({ disc, radius: Number(disc.getAttribute('r')) }));
  return { svg, width, height, discs };
}

/** Shows a part of the picture, larger. Discs and words grow less than the places between them. */
function show() {
  if (drawn === undefined) return;
  const { svg, width, height, discs } = drawn;
  const [wide, high] = [width / view.scale, height / view.scale];
  view.x = Math.max(0, Math.min(width - wide, view.x));
  view.y = Math.max(0, Math.min(height - high, view.y));
  svg.setAttribute('viewBox', [view.x, view.y, wide, high].map((each) => Math.round(each * 100) / 100).join(' '));
  const less = Math.sqrt(view.scale);
  for (const { disc, radius } of discs) disc.setAttribute('r', String(radius / less));
  svg.setAttribute('font-size', String(12 / less));
  host.classList.toggle('zoomed', view.scale > 1);
}

/** Zooms; what is at a point of the picture (0 to 1 of what is seen) stays there. */
function zoom(by, [across, down] = [0.5, 0.5]) {
  if (drawn === undefined) return;
  const scale = Math.max(1, Math.min(MOST, view.scale * by));
  view.x += across * (drawn.width / view.scale - drawn.width / scale);
  view.y += down * (drawn.height / view.scale - drawn.height / scale);
  view.scale = scale;
  show();
}

/** Moves what is seen by a part of it. */
function move(across, down) {
  if (drawn === undefined) return;
  view.x += (across * drawn.width) / view.scale;
  view.y += (down * drawn.height) / view.scale;
  show();
}

const whole = () => {
  view.scale = 1;
  show();
};
const steps = { in: () => zoom(STEP), out: () => zoom(1 / STEP), whole };
const keys = { '+': steps.in, '=': steps.in, '-': steps.out, '−': steps.out, 0: whole };
const arrows = {
  ArrowLeft: () => move(-MOVED, 0),
  ArrowRight: () => move(MOVED, 0),
  ArrowUp: () => move(0, -MOVED),
  ArrowDown: () => move(0, MOVED),
};

// before the marks, which the arrows alone go over
host.addEventListener(
  'keydown',
  (event) => {
    if (drawn === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = event.shiftKey && arrows[event.key] ? arrows[event.key] : keys[event.key];
    if (does === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  },
  true,
);
host.addEventListener(
  'wheel',
  (event) => {
    // of the whole picture there is nothing smaller: the page scrolls
    if (drawn === undefined || event.deltaY === 0 || (event.deltaY > 0 && view.scale === 1)) return;
    event.preventDefault();
    const { left, top, width, height } = drawn.svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, [(event.clientX - left) / width, (event.clientY - top) / height]);
  },
  { passive: false },
);

/** Where the pointer was that moves the picture; a click that ends a move opens nothing. */
let from;
let isMoved = false;
host.addEventListener('pointerdown', (event) => {
  from = { x: event.clientX, y: event.clientY };
  isMoved = false;
});
host.addEventListener('pointermove', (event) => {
  if (drawn === undefined || from === undefined || event.buttons === 0) return;
  const { width, height } = drawn.svg.getBoundingClientRect();
  const [across, down] = [from.x - event.clientX, from.y - event.clientY];
  if (!isMoved && Math.hypot(across, down) < 4) return;
  isMoved = true;
  move(across / width, down / height);
  from = { x: event.clientX, y: event.clientY };
});
host.addEventListener(
  'click',
  (event) => {
    from = undefined;
    if (isMoved) event.stopPropagation();
    isMoved = false;
  },
  true,
);
globalThis.addEventListener('anew', () => {
  drawn = newlyDrawn();
  show();
});
