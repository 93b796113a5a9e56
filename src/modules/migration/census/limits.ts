/** How much of a file the reader takes before it refuses, so that no file can fill the memory or run for ever. */
export interface CensusLimits {
  /** Bytes of the whole file. */
  readonly limitBytes: number
  /** How deep elements may nest; the census itself needs 7. */
  readonly depth: number
  /** Attributes of one element; the census itself uses none. */
  readonly attributes: number
  /** Characters of text directly inside one element. */
  readonly textCharacters: number
  /** Characters of one tag, comment or run of text. */
  readonly tokenCharacters: number
  /** Elements inside one child, or inside the header. */
  readonly elements: number
}

/** Far above what the largest county sends, far below what a machine holds. */
export const defaultLimits: CensusLimits = {
  limitBytes: 1024 ** 3,
  depth: 32,
  attributes: 32,
  textCharacters: 65_536,
  tokenCharacters: 1_048_576,
  elements: 50_000,
}
