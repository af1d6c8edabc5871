import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { pictures } from '../../messages/pictures';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import type { CorpusTable } from '../tables/table';
import { NETWORK_SIZE } from './kinds';
import { drawnName } from './network';
import { type ReadRow, readRows } from './read';
import { cut, escaped, line, mark, picture, rounded, text, WIDTH, widthOf } from './svg';
import { typeName } from './typeName';

/** So many ties are drawn, the strongest ones. */
const MOST_TIES = 400;
/** Steps of the layout, fewer where each takes longer: always as many, so that a network always lies the same. */
const stepsFor = (nodes: number): number => (nodes <= 60 ? 300 : 120);
const [HEIGHT, MARGIN, CAPTION] = [620, 16, 24];

interface Node extends SimulationNodeDatum {
  readonly name: string;
  readonly type: string;
  readonly count: number;
  readonly radius: number;
  /** Half the width, and the height, of the disc with its label below. */
  readonly half: number;
  readonly height: number;
  x: number;
  y: number;
}
interface Tie extends SimulationLinkDatum<Node> {
  readonly source: Node;
  readonly target: Node;
  readonly from: ReadRow;
}

/** A network: a disc for each name, its size how often it is named; a line for each two, its width how often they are together. */
export function drawNetwork(table: CorpusTable, language: string | undefined): string | undefined {
  const words = wordsOf(pictures, language);
  const title = wordsOf(tables, language).kinds.network;
  const rows = readRows(table);
  const { nodes, ties } = chosen(rows, table.drawn?.most ?? NETWORK_SIZE.usual);
  if (ties.length === 0) return undefined;
  layOut(nodes, ties);
  const most = Math.max(...ties.map(({ from }) => from.number('count')));
  const shown = (count: number): string => count.toLocaleString(words.locale);
  const lines = ties.map(({ source, target, from }) => {
    const count = from.number('count');
    const name = words.drawn.tie(source.name, target.name, shown(count));
    const at = [source.x, source.y, target.x, target.y] as const;
    const width = 0.8 + 5 * Math.sqrt(count / most);
    return mark({ row: from.row, name, className: 'link' }, [
      line(at, ' class="wide"'),
      line(at, ` class="tie" stroke-width="${rounded(width)}"`),
    ]);
  });
  const discs = nodes.map(({ name, type, count, radius, x, y }) =>
    mark(
      {
        query: table.drawn?.queries[drawnName({ name, type })] ?? null,
        name: words.drawn.named(name, typeName(`entity/${type}`, language), shown(count)),
        className: 'name',
      },
      [
        `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" class="node ${escaped(type)}"/>`,
        text(x, y + radius + 13, cut(name, 26), { anchor: 'middle', className: 'label' }),
      ],
    ),
  );
  const told = [
    words.drawn.names(nodes.length, Math.max(nodes.length, table.drawn?.names ?? 0)),
    words.drawn.pairs(ties.length, table.all),
  ].join(' · ');
  return picture(HEIGHT + CAPTION, title, [
    ...legend(nodes, language),
    ...lines,
    ...discs,
    text(MARGIN, HEIGHT + 14, told, { className: 'faint' }),
  ]);
}

/** What the colours mean, below the network. */
function legend(nodes: readonly Node[], language: string | undefined): readonly string[] {
  const types = [...new Set(nodes.map(({ type }) => type))].sort();
  let right = WIDTH - MARGIN;
  return types.reverse().flatMap((type) => {
    const label = typeName(`entity/${type}`, language);
    const x = right - widthOf(label);
    right = x - 34;
    const disc = `<circle cx="${rounded(x - 10)}" cy="${HEIGHT + 10}" r="6" class="${escaped(type)}"/>`;
    return [disc, text(x, HEIGHT + 14, label)];
  });
}

/** The names of the strongest ties until there are enough, and the ties between them. */
function chosen(rows: readonly ReadRow[], most: number): { nodes: Node[]; ties: Tie[] } {
  const byKey = new Map<string, { name: string; type: string; count: number }>();
  const ends = (row: ReadRow) =>
    (['first', 'second'] as const).map((end) => ({
      name: row.text(end),
      type: row.text(`${end}Type`),
      count: row.number(end === 'first' ? 'countOfFirst' : 'countOfSecond'),
    }));
  for (const row of [...rows].sort((a, b) => b.number('count') - a.number('count') || a.row - b.row)) {
    const pair = ends(row);
    const fresh = pair.filter((end) => !byKey.has(drawnName(end)));
    if (byKey.size + fresh.length <= most) for (const end of fresh) byKey.set(drawnName(end), end);
  }
  const largest = Math.max(1, ...[...byKey.values()].map(({ count }) => count));
  const nodes = new Map(
    [...byKey].map(([key, own]): [string, Node] => {
      const radius = 5 + 15 * Math.sqrt(own.count / largest);
      const half = Math.max(radius, widthOf(cut(own.name, 26)) / 2) + 3;
      return [key, { ...own, radius, half, height: 2 * radius + 18, x: 0, y: 0 }];
    }),
  );
  const ties = rows.flatMap((from): Tie[] => {
    const [source, target] = ends(from).map((end) => nodes.get(drawnName(end)));
    return source && target ? [{ source, target, from }] : [];
  });
  const strongest = ties.sort((a, b) => b.from.number('count') - a.from.number('count')).slice(0, MOST_TIES);
  return { nodes: [...nodes.values()], ties: strongest };
}

/**
 * Puts names that stand together near each other: a layout by forces (Barnes and Hut 1986 for what pushes apart) from d3-force's
 * own first places, a spiral, with its own fixed chance, in a fixed number of steps. It changes the nodes' places.
 */
function layOut(nodes: Node[], ties: readonly Tie[]): void {
  const strongest = Math.max(...ties.map(({ from }) => from.number('count')));
  // a place at 0 would be taken for one that is given
  for (const node of nodes) Object.assign(node, { x: undefined, y: undefined });
  const steps = stepsFor(nodes.length);
  const simulation = forceSimulation(nodes)
    .force('charge', forceManyBody<Node>().strength(-420))
    .force(
      'tie',
      forceLink<Node, Tie>([...ties])
        .distance(70)
        .strength(({ from }) => 0.1 + 0.5 * (from.number('count') / strongest)),
    )
    .force('x', forceX<Node>(0).strength(0.06))
    .force('y', forceY<Node>(0).strength(0.11))
    .stop();
  simulation.alphaDecay(1 - 0.001 ** (1 / steps)).tick(steps);
  framed(nodes);
  spread(nodes);
  keepInside(nodes);
}

/** Brings the nodes into the frame, each direction by itself. */
function framed(nodes: readonly Node[]): void {
  const scale = (from: number, to: number, low: number, high: number) => (value: number) =>
    to === from ? (low + high) / 2 : low + ((value - from) / (to - from)) * (high - low);
  const x = scale(Math.min(...nodes.map((node) => node.x)), Math.max(...nodes.map((node) => node.x)), 80, WIDTH - 80);
  const y = scale(Math.min(...nodes.map((node) => node.y)), Math.max(...nodes.map((node) => node.y)), 40, HEIGHT - 50);
  for (const node of nodes) Object.assign(node, { x: x(node.x), y: y(node.y) });
}

/** Pushes apart discs whose labels lie over each other. */
function spread(nodes: readonly Node[]): void {
  for (let round = 0; round < 60; round++) {
    let moved = false;
    for (const [i, a] of nodes.entries()) for (let j = i + 1; j < nodes.length; j++) moved = pushed(a, nodes[j] as Node) || moved;
    keepInside(nodes);
    if (!moved) return;
  }
}

/** Whether two were pushed apart. */
function pushed(a: Node, b: Node): boolean {
  const across = a.half + b.half - Math.abs(a.x - b.x);
  if (across <= 0) return false;
  const down = (a.height + b.height) / 2 - Math.abs(a.y + 8 - a.radius / 8 - (b.y + 8 - b.radius / 8));
  if (down <= 0) return false;
  if (across < down) {
    const step = (a.x <= b.x ? -1 : 1) * (across / 2);
    a.x += step;
    b.x -= step;
  } else {
    const step = (a.y <= b.y ? -1 : 1) * (down / 2);
    a.y += step;
    b.y -= step;
  }
  return true;
}

function keepInside(nodes: readonly Node[]): void {
  for (const node of nodes) {
    const { half } = node;
    node.x = Math.min(WIDTH - half, Math.max(half, node.x));
    node.y = Math.min(HEIGHT - node.radius - 20, Math.max(node.radius + 4, node.y));
  }
}
