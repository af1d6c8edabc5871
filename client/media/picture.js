/*
 * What a picture of a corpus does in its page beside what table.js does: runs the buttons that lead on, and makes an image of
 * points of the picture as it is seen, in the theme's colours.
 */
// table.js, which is loaded first, has the one connection to the extension and hands it on
const send = (message) => globalThis.dispatchEvent(new CustomEvent('send', { detail: message }));

for (const button of document.querySelectorAll('[data-run]'))
  button.addEventListener('click', () => send({ kind: 'run', command: button.dataset.run, argument: button.dataset.argument }));
for (const button of document.querySelectorAll('[data-open]'))
  button.addEventListener('click', () => send({ kind: 'file', uri: button.dataset.open }));

/** Points of the image for each of the picture. */
const SCALE = 2;

document.querySelector('[data-png]')?.addEventListener('click', () => {
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
});

/** So much larger is each step, and at most. */
const [STEP, MOST] = [1.5, 24];
/** Of what is seen, a key moves it by so much. */
const MOVED = 0.2;

if (document.querySelector('[data-zoom]')) zoomed(document.querySelector('#picture'));

/** Lets one look at a part of the picture, larger. Discs and words grow less than the places between them. */
function zoomed(host) {
  const svg = host.querySelector('svg');
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const discs = [...svg.querySelectorAll('circle')].map((disc) => ({ disc, radius: Number(disc.getAttribute('r')) }));
  const view = { scale: 1, x: 0, y: 0 };
  const show = () => {
    const [wide, high] = [width / view.scale, height / view.scale];
    view.x = Math.max(0, Math.min(width - wide, view.x));
    view.y = Math.max(0, Math.min(height - high, view.y));
    svg.setAttribute('viewBox', [view.x, view.y, wide, high].map((each) => Math.round(each * 100) / 100).join(' '));
    const less = Math.sqrt(view.scale);
    for (const { disc, radius } of discs) disc.setAttribute('r', String(radius / less));
    svg.setAttribute('font-size', String(12 / less));
    host.classList.toggle('zoomed', view.scale > 1);
  };
  /** Zooms; what is at a point of the picture (0 to 1 of what is seen) stays there. */
  const zoom = (by, [across, down] = [0.5, 0.5]) => {
    const scale = Math.max(1, Math.min(MOST, view.scale * by));
    view.x += across * (width / view.scale - width / scale);
    view.y += down * (height / view.scale - height / scale);
    view.scale = scale;
    show();
  };
  /** Moves what is seen by a part of it. */
  const move = (across, down) => {
    view.x += (across * width) / view.scale;
    view.y += (down * height) / view.scale;
    show();
  };
  const whole = () => {
    view.scale = 1;
    show();
  };
  const steps = { in: () => zoom(STEP), out: () => zoom(1 / STEP), whole };
  for (const button of document.querySelectorAll('[data-zoom]')) button.addEventListener('click', steps[button.dataset.zoom]);

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
      if (event.ctrlKey || event.metaKey || event.altKey) return;
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
      if (event.deltaY === 0 || (event.deltaY > 0 && view.scale === 1)) return;
      event.preventDefault();
      const { left, top, width: wide, height: high } = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP, [(event.clientX - left) / wide, (event.clientY - top) / high]);
    },
    { passive: false },
  );
  dragged(svg, move);
}

/** Moves the picture with the pointer; a click that ends a move opens nothing. */
function dragged(svg, move) {
  let from;
  let isMoved = false;
  svg.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY };
    isMoved = false;
  });
  svg.addEventListener('pointermove', (event) => {
    if (from === undefined || event.buttons === 0) return;
    const { width, height } = svg.getBoundingClientRect();
    const [across, down] = [from.x - event.clientX, from.y - event.clientY];
    if (!isMoved && Math.hypot(across, down) < 4) return;
    isMoved = true;
    move(across / width, down / height);
    from = { x: event.clientX, y: event.clientY };
  });
  svg.addEventListener(
    'click',
    (event) => {
      from = undefined;
      if (isMoved) event.stopPropagation();
      isMoved = false;
    },
    true,
  );
}
