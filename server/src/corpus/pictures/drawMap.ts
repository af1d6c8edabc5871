import {
  type GeoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
  geoGraticule10,
  geoMercator,
  geoNaturalEarth1,
  geoPath,
} from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { pictures } from '../../messages/pictures';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import type { CorpusTable } from '../tables/table';
import { type ReadRow, readRows } from './read';
import { cut, mark, picture, rounded, text, WIDTH, widthOf } from './svg';

const [HEIGHT, CAPTION] = [480, 24];
/** So many places are drawn, those named most; and so many of them have their names beside them where there is room. */
const [MOST_PLACES, MOST_LABELS] = [500, 40];
/** In degrees: a map shows that much at least, and beyond that much it is one of the world. */
const [LEAST_SPAN, WORLD_SPAN] = [12, 70];
const WORLD = atlas as unknown as Topology<{ countries: GeometryCollection }>;

interface Place {
  readonly from: ReadRow;
  readonly at: readonly [longitude: number, latitude: number];
}

/** A map of the places that have coordinates, a disc for each, its area how often it is named. */
export function drawMap(table: CorpusTable, language: string | undefined): string | undefined {
  const words = wordsOf(pictures, language);
  const placed = readRows(table)
    .filter((row) => typeof row.cell('latitude') === 'number' && typeof row.cell('longitude') === 'number')
    .map((from): Place => ({ from, at: [from.number('longitude'), from.number('latitude')] }));
  if (placed.length === 0) return undefined;
  const shown = placed.slice(0, MOST_PLACES);
  const projection = projectionFor(shown);
  const most = Math.max(...shown.map(({ from }) => from.number('count')));
  const points = shown.flatMap(({ from, at }) => {
    const point = projection([...at]);
    return point === null ? [] : [{ from, x: point[0], y: point[1], radius: 3 + 17 * Math.sqrt(from.number('count') / most) }];
  });
  const marks = points.map(({ from, x, y, radius }) =>
    mark({ row: from.row, name: words.drawn.place(from.text('place'), from.number('count').toLocaleString(words.locale)) }, [
      `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" class="place"/>`,
    ]),
  );
  const told = words.drawn.places(shown.length, table.rows.length);
  return picture(HEIGHT + CAPTION, wordsOf(tables, language).kinds.map, [
    ...ground(geoPath(projection)),
    ...marks,
    ...labels(points),
    text(4, HEIGHT + 16, told, { className: 'faint' }),
  ]);
}

/** The whole world, or the part of it where the places are. */
function projectionFor(places: readonly Place[]): GeoProjection {
  const [longitudes, latitudes] = [places.map(({ at }) => at[0]), places.map(({ at }) => at[1])];
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const span = (values: readonly number[]): number => Math.max(LEAST_SPAN, Math.max(...values) - Math.min(...values));
  const frame: [[number, number], [number, number]] = [
    [1, 1],
    [WIDTH - 1, HEIGHT - 1],
  ];
  const [wide, high] = [span(longitudes), span(latitudes)];
  const isPolar = latitudes.some((latitude) => Math.abs(latitude) > 75);
  if (wide > WORLD_SPAN || high > WORLD_SPAN || isPolar)
    return geoNaturalEarth1().fitExtent(frame, { type: 'Sphere' }).clipExtent(frame);
  const [x, y] = [middle(longitudes), middle(latitudes)];
  const corners: [number, number][] = [-0.6, 0.6].flatMap((side) => [
    [x + side * wide, y],
    [x, Math.max(-84, Math.min(84, y + side * high))],
  ]);
  return geoMercator().fitExtent(frame, { type: 'MultiPoint', coordinates: corners }).clipExtent(frame);
}

/** Land and borders. */
function ground(path: GeoPath): readonly string[] {
  const drawn = (shape: GeoPermissibleObjects, className: string): string => {
    const d = path(shape);
    return d ? `<path d="${d.replace(/(\.\d)\d+/g, '$1')}" class="${className}"/>` : '';
  };
  const { countries } = WORLD.objects;
  return [
    drawn(geoGraticule10(), 'grid'),
    drawn(feature(WORLD, countries), 'land'),
    drawn(mesh(WORLD, countries), 'border'),
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" class="sea"/>`,
  ];
}

interface Disc {
  readonly from: ReadRow;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Names of the places that are named most, each where there is room: to the right of its disc, to the left, above or below. */
function labels(discs: readonly Disc[]): readonly string[] {
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = [];
  const isFree = ([left, top, right, bottom]: (typeof taken)[number]): boolean =>
    left > 2 &&
    right < WIDTH - 2 &&
    top > 2 &&
    bottom < HEIGHT - 2 &&
    taken.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
  return discs.slice(0, MOST_LABELS).flatMap(({ from, x, y, radius }) => {
    const name = cut(from.text('place'), 24);
    const width = widthOf(name);
    const lefts = [x + radius + 3, x - radius - 3 - width, x - width / 2, x - width / 2];
    const baselines = [y + 4, y + 4, y - radius - 5, y + radius + 13];
    for (const [i, left] of lefts.entries()) {
      const baseline = baselines[i] as number;
      const box = [left, baseline - 11, left + width, baseline + 3] as const;
      if (!isFree(box)) continue;
      taken.push(box);
      return [text(left, baseline, name, { className: 'label' })];
    }
    return [];
  });
}
