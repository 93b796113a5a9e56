/** SHA-256 over the parts one after another; handed in, since rules do not know Node. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hash of an entry as a leaf: RFC 6962 section 2.1, domain byte 0x00. */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array => sha256(LEAF, entry)

const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(NODE, left, right)

/**
 * A growing Merkle tree as far as growing needs it: how many leaves, and the roots of its full subtrees, largest first
 * (one for each 1 in the size written in binary).
 */
export type Tree = { readonly size: number; readonly frontier: readonly Uint8Array[] }

export const emptyTree: Tree = { size: 0, frontier: [] }

/** The tree with these leaves added at its end. */
export function grow(sha256: Sha256, tree: Tree, leaves: readonly Uint8Array[]): Tree {
  const frontier = [...tree.frontier]
  let size = tree.size
  for (const leaf of leaves) {
    let root = leaf
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2))
      root = nodeHash(sha256, frontier.pop() as Uint8Array, root) // a subtree for each low 1 of the size
    frontier.push(root)
    size += 1
  }
  return { size, frontier }
}

/** The tree's root hash: RFC 6962 section 2.1; of no leaves, the hash of nothing. */
export function rootOf(sha256: Sha256, tree: Tree): Uint8Array {
  const [last, ...larger] = tree.frontier.toReversed()
  if (last === undefined) return sha256()
  return larger.reduce((right, left) => nodeHash(sha256, left, right), last)
}
