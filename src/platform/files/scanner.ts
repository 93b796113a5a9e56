/** What a scanner found in a file. `unavailable`: it could not say, so nothing is released. */
export type Finding =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly signature: string }
  | { readonly kind: 'unavailable'; readonly why: string }

/** Something that looks for harm in files. */
export type Scanner = {
  /** As the record says it: which scanner passed a file. */
  readonly name: string
  scan(bytes: Uint8Array): Promise<Finding>
}
