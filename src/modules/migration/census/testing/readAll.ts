import {
  type CensusChild,
  type CensusHeader,
  CensusReadError,
  type CensusReadOptions,
  CensusTally,
  type Finding,
  readCensus,
} from '../index.ts'

/** Everything that a reading gives. */
export interface WholeReading {
  readonly children: readonly CensusChild[]
  readonly header: CensusHeader | undefined
  /** Of the header, the children and the file together. */
  readonly findings: readonly Finding[]
  readonly tally: CensusTally
  readonly error: CensusReadError | undefined
}

/** Bytes in pieces of a length. */
export async function* inPieces(bytes: Uint8Array, length = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** Reads a whole file from text or bytes. Lets every error but a CensusReadError through. */
export async function readAll(
  file: string | Uint8Array,
  options: CensusReadOptions = {},
  pieceLength = 1000,
): Promise<WholeReading> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const tally = new CensusTally()
  const children: CensusChild[] = []
  const findings: Finding[] = []
  let header: CensusHeader | undefined
  let error: CensusReadError | undefined
  const onHeader = (read: CensusHeader) => {
    header = read
    findings.push(...read.findings)
  }
  const onFinding = (finding: Finding) => findings.push(finding)
  try {
    for await (const one of readCensus(inPieces(bytes, pieceLength), {
      onHeader,
      onFinding,
      tally,
      ...options,
    })) {
      children.push(one)
      findings.push(...one.findings)
    }
  } catch (thrown) {
    if (!(thrown instanceof CensusReadError)) throw thrown
    error = thrown
  }
  return { children, header, findings, tally, error }
}
