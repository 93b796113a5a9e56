/** Something that was written, with who wrote it and when. */
export type DraftPiece = { readonly from: string; readonly words: string }

/** What is said under one smaller heading: facts in lines, then what was written. */
export type DraftSection = {
  readonly heading: string
  readonly facts: readonly string[]
  readonly pieces: readonly DraftPiece[]
  /** Stands where there is neither. */
  readonly none: string
}

/** A draft that is composed and not typed: by person, then by need or role. */
export type DraftPart = { readonly heading: string; readonly sections: readonly DraftSection[] }
