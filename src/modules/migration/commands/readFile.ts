import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { KithError } from '#platform/errors'

/** A file to import: how long it is, and what it is told by. */
export type FileFacts = { readonly bytes: number; readonly sha256: string }

/**
 * Looks at a file before anything of it is read into the record.
 * @param onPiece is shown the bytes as they pass
 * @throws KithError when it is not there, cannot be read or is longer than the limit; a longer one is not opened
 */
export async function fileFacts(
  path: string,
  limitBytes: number,
  onPiece: (piece: Uint8Array) => void = () => {},
): Promise<FileFacts> {
  const hash = createHash('sha256')
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new KithError('KITH_USAGE', { sentence: `${path} is not a file.` })
    if (found.size > limitBytes)
      throw new KithError('KITH_TOO_LARGE', { sentence: tooLong(path, found.size, limitBytes) })
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(piece)
      onPiece(piece)
    }
    return { bytes: found.size, sha256: hash.digest('hex') }
  } catch (error) {
    if (error instanceof KithError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new KithError('KITH_USAGE', {
      sentence: `The file ${path} cannot be read: ${reason}`,
      cause: error,
    })
  }
}

const tooLong = (path: string, bytes: number, limit: number) =>
  `${path} is ${bytes} bytes long; files of up to ${limit} bytes are taken. Nothing of it was read: raise the limit (kith config shows it) if the file is what it should be.`
