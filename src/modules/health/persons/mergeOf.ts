import { giverOf } from './hospitalNumbers.ts'

/** One number that gives way to another; nothing where a message tells what is so already. */
export type MergeOf =
  | { readonly kind: 'gives_way'; readonly gone: string; readonly kept: string }
  | { readonly kind: 'same' }
  | { readonly kind: 'unclear' }

/**
 * Which number a merge means: the one that gave way, and the only one of the same giver that stands. A message without the one or with a choice of
 * the other is for somebody to ask about, never guessed.
 */
export function mergeOf(gone: readonly string[], standing: readonly string[]): MergeOf {
  const [one, ...more] = gone
  if (one === undefined || more.length > 0) return { kind: 'unclear' }
  const [kept, ...others] = standing.filter(number => giverOf(number) === giverOf(one))
  if (kept === undefined || others.length > 0) return { kind: 'unclear' }
  return kept === one ? { kind: 'same' } : { kind: 'gives_way', gone: one, kept }
}
