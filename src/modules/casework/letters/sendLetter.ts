import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { type FileStore, sha256 } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { tellOfHeld } from '../commands/tellOfHeld.ts'
import { insertDocument } from '../documents/addDocument.ts'
import type { CaseworkTables } from '../tables.ts'
import type { AuthorityContact } from './authorityContact.ts'
import { changeLetter, stopLetter } from './changeLetter.ts'
import { isReleased, protectedHits } from './checkLetter.ts'
import type { LetterBody } from './letterBody.ts'
import { type PostalAddress, postalAddress } from './postalAddress.ts'
import type { Letter } from './readLetters.ts'
import { printLetter, type Rendering, renderingHash, renderLetter } from './renderLetter.ts'
import { letterTemplate } from './templates.ts'

export const sendingWays = { post: 'By post', by_hand: 'By hand', collected: 'Collected' } as const
export type SendingWay = keyof typeof sendingWays

/** What came of sending a letter. */
export type Sent =
  | { readonly outcome: 'sent'; readonly documentId: Uuid }
  /** The address of the record is another by now, or protected: nothing went. */
  | { readonly outcome: 'stopped'; readonly why: string }
  /** A protected address is in its words by now: it waits for two people. */
  | { readonly outcome: 'held' | 'changed_meanwhile' }

type Sending = {
  readonly how: SendingWay
  readonly store: FileStore
  readonly authority: AuthorityContact
  readonly senderName: string
}

/**
 * Sends a letter: looks once more, in this transaction, where the record says that the recipient lives and what must not be
 * told, whatever was true when the letter was made ready; then prints it and keeps the print as a document.
 */
export async function sendLetter(work: Work, letter: Letter, sending: Sending): Promise<Sent> {
  await waitForChanges(work, letter)
  const why = addressChange(letter.body, await postalAddress(work, letter.recipient))
  if (why !== null) return (await stopLetter(work, letter, why)) ? { outcome: 'stopped', why } : CHANGED
  const rendering = renderLetter(letter, sending.authority)
  const hits = await protectedHits(work, letter, rendering)
  if (!isReleased(letter, rendering, hits)) {
    const held = await changeLetter(work, letter, {
      status: 'held',
      held_because: JSON.stringify({ hits, releases: [], at: work.now.toString() }),
      released_by: [],
      released_hash: renderingHash(rendering),
    })
    if (held) await tellOfHeld(work, 'letter_held', letter)
    return held ? { outcome: 'held' } : CHANGED
  }
  const documentId = await keepPrint(work, letter, rendering, sending)
  if (await markSent(work, letter, documentId, sending.how)) return { outcome: 'sent', documentId }
  // Somebody sent or changed it at this moment: undone as a whole and looked at again, as after any clash.
  throw Object.assign(new Error('The letter was changed while it was being sent'), { code: '40001' })
}

const CHANGED = { outcome: 'changed_meanwhile' } as const

/**
 * Whoever changes the address of the recipient or of those in the letter holds the same locks: what they are about to commit
 * is seen, and what they begin now waits until the letter is sent. In one order, so that two senders never wait crosswise.
 */
async function waitForChanges(work: Work, { personIds, recipient }: Letter): Promise<void> {
  const people = recipient.kind === 'person' ? [...personIds, recipient.id] : personIds
  for (const id of [...new Set(people)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7317))`.execute(work.db())
}

/** Why a letter made ready for one address may not go to it any more; null when it may. */
function addressChange({ address: then }: LetterBody, now: PostalAddress): string | null {
  if (then === null) return 'It was never given an address.'
  if (now.outcome === 'withheld')
    return 'The recipient’s address has become protected since the letter was made ready.'
  if (now.outcome === 'unknown') return 'The record has no address of the recipient any more.'
  if (now.isConfidential && !then.isConfidential)
    return 'The recipient’s address has become protected since the letter was made ready.'
  const isSame =
    now.addressId === then.addressId && now.lines === then.lines && now.postcode === then.postcode
  return isSame ? null : 'The recipient’s address is another than when the letter was made ready.'
}

async function keepPrint(work: Work, letter: Letter, rendering: Rendering, sending: Sending): Promise<Uuid> {
  const bytes = Buffer.from(
    await printLetter(rendering, { at: work.now, by: sending.senderName, isSent: true }),
  )
  const id = makeUuid()
  const storedKey = await sending.store.put(id, bytes)
  const hash = sha256(bytes)
  const file = {
    mediaType: 'application/pdf',
    fileName: 'letter.pdf',
    bytes,
    sha256: hash,
    originalSha256: hash,
  } as const
  await insertDocument(work, id, storedKey, file, {
    personIds: letter.personIds,
    kind: 'letter',
    title: `${letterTemplate(letter.template)?.name ?? 'Letter'}, to ${letter.recipient.relation}`,
    direction: 'out',
    receivedFrom: null,
    datedOn: letter.body.dated === null ? work.today : Temporal.PlainDate.from(letter.body.dated),
    submission: null,
    scan: 'made_here',
  })
  return id
}

async function markSent(work: Work, letter: Letter, documentId: Uuid, how: SendingWay): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('letter')
    .set({
      status: 'sent',
      sent_on: work.today,
      sent_by: work.actor.id,
      sent_how: how,
      document_id: documentId,
      address_id: letter.body.address?.addressId ?? null,
      version: letter.version + 1,
    })
    .where('id', '=', letter.id)
    .where('version', '=', letter.version)
    .where('status', '=', 'ready')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
