import { z } from 'zod'
import { type PictureName, pictureNames, pictureWords } from './pictures.ts'

/** A short sentence with its picture. */
export type Pair = { readonly words: string; readonly picture: PictureName }

const shape = z.array(z.object({ words: z.string(), picture: z.enum(pictureNames) }))

/** Reads the column back. @throws when it is not what this code wrote */
export const readPairs = (stored: unknown): readonly Pair[] => shape.parse(stored)

/** As its author writes them: one sentence a line, with the picture's name before a colon: "visit: Rowan comes every week." */
export const pairsAsText = (pairs: readonly Pair[]): string =>
  pairs.map(({ words, picture }) => `${picture}: ${words}`).join('\n')

/** @returns the pairs, or the line that is not one */
export function parsePairs(text: string): { readonly pairs: readonly Pair[] } | { readonly wrong: string } {
  const pairs: Pair[] = []
  for (const line of text
    .split('\n')
    .map(one => one.trim())
    .filter(Boolean)) {
    const [name = '', ...rest] = line.split(':')
    const picture = pictureNames.find(
      one =>
        one === name.trim().toLowerCase() || pictureWords[one].toLowerCase() === name.trim().toLowerCase(),
    )
    const words = rest.join(':').trim()
    if (picture === undefined || words === '') return { wrong: line }
    pairs.push({ words, picture })
  }
  return { pairs }
}
