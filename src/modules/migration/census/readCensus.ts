import { createReadStream } from 'node:fs'
import { CensusReadError } from './censusReadError.ts'
import { CensusReading, type CensusReadOptions } from './censusReading.ts'
import type { CensusChild } from './child/censusChild.ts'
import { decodeBytes } from './source/decodeBytes.ts'

/**
 * Reads a children in need census, one child at a time and in constant memory, from bytes or from the path of a file.
 * What is wrong inside a child becomes a finding of that child; only a file that cannot be read on throws, always a
 * CensusReadError, after all children before the fault have been handed out.
 */
export async function* readCensus(
  source: AsyncIterable<Uint8Array> | string,
  options: CensusReadOptions = {},
): AsyncGenerator<CensusChild, void, undefined> {
  const reading = new CensusReading(options)
  const bytes = typeof source === 'string' ? createReadStream(source) : source
  let failure: CensusReadError | undefined
  try {
    for await (const text of decodeBytes(bytes, reading.decodeOptions())) {
      for (const children of reading.take(text)) yield* children
    }
    reading.close()
  } catch (error) {
    if (!(error instanceof CensusReadError)) throw error
    failure = error
  }
  yield* reading.finishedChildren()
  if (failure) throw failure
}
