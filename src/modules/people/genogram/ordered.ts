import type { Uuid } from '#platform/ids'

/** What ordering needs to know of a person: elder first, and he stands left of her by convention. */
export type Ordered = { readonly id: Uuid; readonly sex: 'M' | 'F' | 'U' | null }
