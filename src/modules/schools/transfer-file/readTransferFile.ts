import { decodeXml } from './decodeXml.ts'
import { type Found, readElements, UnreadableXml } from './elements.ts'
import { type FileHead, headOf } from './head.ts'
import { type FilePupil, pupilOf } from './pupilOf.ts'
import { wanted } from './wanted.ts'

export type TransferFile = { readonly head: FileHead; readonly pupils: readonly FilePupil[] }

const MOST_PUPILS = 5_000

/**
 * Reads a Common Transfer File (Education (Pupil Information) (England) Regulations 2005, reg. 9; the Department for Education's CTF specification).
 * @returns what is read of it, or one sentence on why it is none
 */
export function readTransferFile(
  bytes: Uint8Array,
  today: Temporal.PlainDate,
): TransferFile | { readonly problem: string } {
  const xml = decodeXml(bytes)
  if (xml === null) return { problem: 'The file is not text in UTF-8, UTF-16 or ISO-8859-1 as it says' }
  const pupils: Found[] = []
  try {
    const top = readElements(xml.trimStart(), 'CTfile', {
      wanted,
      each: 'Pupil',
      take: pupil => {
        if (pupils.length === MOST_PUPILS)
          throw new UnreadableXml(`Send ${MOST_PUPILS} pupils or fewer in one file`)
        pupils.push(pupil)
      },
    })
    const head = headOf(top, today)
    if ('problem' in head) return head
    if (pupils.length === 0) return { problem: 'The file has no pupils' }
    return { head, pupils: pupils.map(pupil => pupilOf(pupil, head)) }
  } catch (error) {
    if (error instanceof UnreadableXml) return { problem: error.message }
    throw error
  }
}
