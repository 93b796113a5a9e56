import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Work } from '#platform/db'
import { dropDraft, readDraft, saveDraft } from '#platform/drafts'
import type { Uuid } from '#platform/ids'
import { checkedPupil } from '../told/checkedPupil.ts'
import type { TransferFile } from './readTransferFile.ts'

const FORM = 'transfer-file'
/** A draft holds as much in characters. */
const MOST = 1_500_000

const stored = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  head: z.object({
    version: z.string(),
    madeOn: z.iso.date(),
    number: z.string(),
    school: z.string().nullable(),
    goesTo: z.enum(['school', 'outside', 'unknown']).nullable(),
  }),
  pupils: z.array(z.object({ told: checkedPupil, problems: z.array(z.string()) })).max(5_000),
})
/** What was read of a file, as it waits to be sent. */
export type CheckedFile = z.infer<typeof stored>

/** Puts what was read of a file aside for its sender alone, until it is sent or discarded. @returns false when it is too much at once */
export async function putAside(
  work: Work,
  schoolId: Uuid,
  { bytes, file }: { readonly bytes: Uint8Array; readonly file: TransferFile },
): Promise<boolean> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const told = JSON.stringify({ sha256, ...file })
  if (told.length > MOST) return false
  await dropDraft(work, FORM, schoolId)
  await saveDraft(work, FORM, schoolId, { told, _draft_page: '/my-school/transfer-file' })
  return true
}

/** What was put aside; null when nothing is, or it was changed into something else. */
export async function takeUp(work: Work, schoolId: Uuid): Promise<CheckedFile | null> {
  const draft = await readDraft(work, FORM, schoolId)
  const told = draft?.fields['told']
  if (typeof told !== 'string') return null
  try {
    return stored.parse(JSON.parse(told))
  } catch {
    return null // no draft of this page's
  }
}

export const letGo = (work: Work, schoolId: Uuid): Promise<void> => dropDraft(work, FORM, schoolId)
