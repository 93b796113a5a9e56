import sharp from 'sharp'

/** A picture as it is kept, or why it is not. */
export type Reencoded =
  | { readonly kind: 'picture'; readonly bytes: Buffer }
  | { readonly kind: 'too_many_pixels' | 'unreadable' }

/** Twice what the cameras of today's telephones make, and 400 MB when unpacked. */
const MOST_PIXELS = 100_000_000

sharp.cache(false) // nothing of a child's picture stays in memory

/**
 * Draws a picture anew from its points, turned as it was meant to be seen: what it said of where and by whom it was taken
 * stays behind, and so does anything hung on to it. Colours are brought to sRGB.
 */
export async function reencodeImage(bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): Promise<Reencoded> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient()
    const drawn = type === 'image/jpeg' ? picture.jpeg({ quality: 90 }) : picture.png()
    return { kind: 'picture', bytes: await drawn.timeout({ seconds: 30 }).toBuffer() }
  } catch (error) {
    const tooMany = /pixel limit|exceeds|too large|dimensions/i.test(String((error as Error).message))
    return { kind: tooMany ? 'too_many_pixels' : 'unreadable' }
  }
}
