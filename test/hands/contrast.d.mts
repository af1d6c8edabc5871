export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}
export function parseColour(text: string): Colour;
export function over(top: Colour, below: Colour): Colour;
export function contrast(one: Colour, other: Colour): number;
