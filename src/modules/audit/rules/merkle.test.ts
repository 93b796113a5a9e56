import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyTree, grow, leafHash, rootOf, type Sha256 } from './merkle.ts'

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const leavesOf = (entries: readonly string[]) =>
  entries.map(entry => leafHash(sha256, Buffer.from(entry, 'hex')))

// The eight entries that implementations of Certificate Transparency (RFC 6962) are tested with, and their roots.
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The definition as RFC 6962 writes it: split at the largest power of two below the size. */
function byDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return only
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return sha256(Uint8Array.of(1), byDefinition(leaves.slice(0, half)), byDefinition(leaves.slice(half)))
}

describe('the tree', () => {
  test('of nothing is the hash of nothing', () => {
    expect(hex(rootOf(sha256, emptyTree))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })
  test.each(roots.map((root, index) => [index + 1, root] as const))(
    'of %i entries has the known root',
    (size, root) => {
      expect(hex(rootOf(sha256, grow(sha256, emptyTree, leavesOf(entries.slice(0, size)))))).toBe(root)
    },
  )
  test('grown in any batches is the tree of the definition, with a subtree for each 1 of its size', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(255), { maxLength: 9 }), { maxLength: 9 }), batches => {
        const asLeaves = (batch: number[]) => batch.map(byte => leafHash(sha256, Uint8Array.of(byte)))
        const tree = batches.reduce((grown, batch) => grow(sha256, grown, asLeaves(batch)), emptyTree)
        expect(hex(rootOf(sha256, tree))).toBe(hex(byDefinition(asLeaves(batches.flat()))))
        expect(tree.frontier.length).toBe(tree.size.toString(2).replaceAll('0', '').length)
      }),
    )
  })
})
