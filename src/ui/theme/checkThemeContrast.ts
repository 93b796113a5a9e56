/** WCAG 2.2, 1.4.3: the least contrast of text against its ground. */
const leastContrast = 4.5

function channels(colour: string): readonly number[] | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1]
  return digits?.match(/../g)?.map(pair => Number.parseInt(pair, 16) / 255)
}

// Relative luminance as WCAG 2 defines it.
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(share =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of a colour (#rrggbb) with white, from 1 to 21; undefined when it is not such a colour. */
export function contrastWithWhite(colour: string): number | undefined {
  const rgb = channels(colour)
  return rgb && 1.05 / (luminance(rgb) + 0.05)
}

/**
 * Checks a council's colour: white words stand on it in the header.
 * @returns why it is refused and what to do, or undefined when it may be used
 */
export function checkThemeContrast(colour: string): string | undefined {
  const contrast = contrastWithWhite(colour)
  if (contrast === undefined) {
    return `"${colour}" is not a colour that can be checked. Write it as # and six digits, such as #1d5a6b.`
  }
  if (contrast >= leastContrast) return undefined
  // Cut, not rounded: 4.49 must not read as 4.5.
  const shown = Math.floor(contrast * 100) / 100
  return `White text on ${colour} has a contrast of ${shown} to 1, and WCAG 2.2 AA needs 4.5 to 1. Choose a darker colour.`
}
