/** A file that came with a form, as the browser named it. Nothing of it is to be believed yet. */
export type Upload = {
  readonly field: string
  readonly fileName: string
  /** Empty when it was too large: the rest was not read. */
  readonly bytes: Uint8Array
  readonly isTooLarge: boolean
}
