// Contrast between colours as the Web Content Accessibility Guidelines 2.1 define it.

/** A colour as a browser gives it, `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.4)`, as numbers; alpha from 0 to 1. */
export function parseColour(text) {
  const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  if (blue === undefined) throw new Error(`No colour: ${text}`);
  return { red, green, blue, alpha };
}

/** The opaque colour that comes of one colour painted over another, opaque one. */
export function over(top, below) {
  const mix = (key) => top[key] * top.alpha + below[key] * (1 - top.alpha);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 };
}

/** The contrast ratio of two opaque colours, from 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }) {
  const linear = (value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
