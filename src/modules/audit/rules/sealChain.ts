import type { Sha256 } from './merkle.ts'

/** A seal: the tree's size and root at a moment, chained to the seal before it. */
export type Seal = { readonly size: number; readonly root: Uint8Array; readonly at: Temporal.Instant }

/**
 * The chain value of a seal: no seal before it can be changed or left out without changing it.
 * @param before chain value of the seal before; empty for the first
 */
export function sealChain(sha256: Sha256, before: Uint8Array, seal: Seal): Uint8Array {
  const text = `${seal.size}|${seal.at.toString({ smallestUnit: 'microsecond' })}|`
  return sha256(before, new TextEncoder().encode(text), seal.root)
}
