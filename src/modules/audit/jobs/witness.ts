import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { StoredSeal } from '../queries/sealsAfter.ts'

/** A seal as the witness outside the database remembers it; hashes in hexadecimal, the moment in ISO 8601. */
export type Witnessed = {
  readonly size: number
  readonly root: string
  readonly chain: string
  readonly at: string
}

/** Appends a seal to the witness file, and waits until the disk has it. */
export async function appendWitness(file: string, seal: StoredSeal): Promise<void> {
  const line: Witnessed = {
    size: seal.size,
    root: seal.root.toString('hex'),
    chain: seal.chain.toString('hex'),
    at: seal.at.toString(),
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true })
}

/** What the witness remembers, in its order; nothing when there is no such file yet. Lines it cannot read come as null. */
export async function readWitness(file: string): Promise<readonly (Witnessed | null)[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(parseLine)
}

function parseLine(line: string): Witnessed | null {
  try {
    const value: unknown = JSON.parse(line)
    return isWitnessed(value) ? value : null
  } catch {
    return null
  }
}

function isWitnessed(value: unknown): value is Witnessed {
  if (typeof value !== 'object' || value === null) return false
  const { size, root, chain, at } = value as Record<string, unknown> // parse edge: every member is checked here
  return Number.isSafeInteger(size) && [root, chain, at].every(part => typeof part === 'string')
}
