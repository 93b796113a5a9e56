import { sha256 } from '../jobs/sha256.ts'
import type { Witnessed } from '../jobs/witness.ts'
import type { LeafRow } from '../queries/leavesFrom.ts'
import type { StoredSeal } from '../queries/sealsAfter.ts'
import { emptyTree, grow, leafHash, rootOf, type Tree } from '../rules/merkle.ts'
import { sealChain } from '../rules/sealChain.ts'
import type { Finding } from './finding.ts'

type Doubt = { readonly position: number; readonly entryId: number; readonly isGone: boolean }

/**
 * Goes through the audit once, leaf by leaf, and compares: each entry with its leaf, the tree with each seal, each seal
 * with the one before, all of them with the witness. Two trees grow side by side, one of the leaves as stored and one
 * of the entries as they read, so that at a seal it is clear which of the two was changed.
 */
export class Walk {
  readonly #findings: Finding[] = []
  readonly #witness: ReadonlyMap<number, Witnessed>
  #stored: Tree = emptyTree
  #read: Tree = emptyTree
  #sealedTo = 0
  #firstEntry = 0
  #chain: Uint8Array = new Uint8Array()
  #doubts: Doubt[] = []
  /** The tree cannot be followed (a leaf is gone): entries are still compared with their leaves. */
  #isLost = false

  constructor(witness: readonly Witnessed[]) {
    this.#witness = new Map(witness.map(seen => [seen.size, seen]))
  }

  get findings(): readonly Finding[] {
    return this.#findings
  }

  /** The next leaf; they come in order of position. */
  leaf(row: LeafRow): void {
    this.#missing(row.position)
    if (this.#stored.size === this.#sealedTo) this.#firstEntry = row.entryId
    const read = row.canonical === null ? row.hash : leafHash(sha256, Buffer.from(row.canonical))
    if (row.canonical === null || !row.hash.equals(read))
      this.#doubts.push({ position: row.position, entryId: row.entryId, isGone: row.canonical === null })
    this.#stored = grow(sha256, this.#stored, [row.hash])
    this.#read = grow(sha256, this.#read, [read])
  }

  /** A seal over the leaves so far, or null when only the witness speaks of this size. */
  seal(size: number, seal: StoredSeal | null): void {
    this.#missing(size)
    if (seal !== null) this.#compareSeal(seal)
    this.#compareWitness(size, seal)
  }

  /** Doubts that no seal settled: the leaves after the last good one. */
  end(): void {
    this.#settle('altered_entry')
  }

  /** Leaves that should stand before this place and do not: one finding for the gap. */
  #missing(position: number): void {
    if (this.#stored.size >= position) return
    this.#findings.push({ kind: 'removed_leaf', position: this.#stored.size })
    this.#isLost = true
    const gap = position - this.#stored.size
    const blanks = Array.from({ length: gap }, () => new Uint8Array(32))
    this.#stored = grow(sha256, this.#stored, blanks)
    this.#read = grow(sha256, this.#read, blanks)
  }

  #compareSeal(seal: StoredSeal): void {
    const chain = sealChain(sha256, this.#chain, seal)
    const ownTree = { size: seal.size, frontier: seal.frontier }
    const isWhole = seal.chain.equals(chain) && seal.root.equals(rootOf(sha256, ownTree))
    if (!isWhole) this.#findings.push({ kind: 'altered_seal', size: seal.size })
    this.#chain = seal.chain
    if (seal.root.equals(rootOf(sha256, this.#stored))) this.#settle('altered_entry')
    else if (seal.root.equals(rootOf(sha256, this.#read))) this.#settle('altered_leaf')
    else if (this.#isLost || !isWhole) this.#settle('altered_entry')
    else this.#settleRewritten(seal.size)
    // From here on the seal's own tree counts, so that one fault does not hide whether the rest is right.
    if (isWhole) [this.#stored, this.#read, this.#isLost] = [ownTree, ownTree, false]
    else this.#read = this.#stored
    this.#sealedTo = seal.size
  }

  #settle(kind: 'altered_entry' | 'altered_leaf'): void {
    for (const { position, entryId, isGone } of this.#doubts)
      this.#findings.push(
        isGone
          ? { kind: 'removed_entry', entryId }
          : kind === 'altered_entry'
            ? { kind, entryId }
            : { kind, position, entryId },
      )
    this.#doubts = []
  }

  #settleRewritten(size: number): void {
    const from = this.#sealedTo
    const entryId = this.#doubts[0]?.entryId ?? this.#firstEntry
    if (this.#doubts.length > 0) this.#settle('altered_entry')
    this.#findings.push({ kind: 'rewritten', from, size, entryId })
  }

  #compareWitness(size: number, seal: StoredSeal | null): void {
    const seen = this.#witness.get(size)
    if (seen === undefined) return
    const root = seal?.root ?? rootOf(sha256, this.#stored)
    const isSame = Buffer.from(root).toString('hex') === seen.root
    if (!isSame || (seal !== null && seal.chain.toString('hex') !== seen.chain))
      this.#findings.push({ kind: 'contradicted', size, witnessedAt: seen.at })
    else if (seal === null) this.#findings.push({ kind: 'altered_seal', size })
  }
}
