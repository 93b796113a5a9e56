import type { Work } from '#platform/db'
import { tellOfHeld } from '../commands/tellOfHeld.ts'
import type { CaseworkTables } from '../tables.ts'
import type { AuthorityContact } from './authorityContact.ts'
import { protectedHits } from './checkLetter.ts'
import type { LetterBody } from './letterBody.ts'
import { postalAddress } from './postalAddress.ts'
import type { Letter } from './readLetters.ts'
import { renderingHash, renderLetter } from './renderLetter.ts'
import { gapsIn } from './templates.ts'

type Changes = Partial<{
  status: Letter['status']
  body: LetterBody
  held_because: string | null
  released_by: Letter['releasedBy']
  released_hash: Buffer | null
  stopped_reason: string
}>

/**
 * Changes a letter that is still at the version shown.
 * @returns false when somebody changed it meanwhile
 */
export async function changeLetter(
  work: Work,
  letter: Pick<Letter, 'id' | 'version'>,
  { body, released_by, ...changes }: Changes,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('letter')
    .set({
      ...changes,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(released_by === undefined ? {} : { released_by: [...released_by] }),
      version: letter.version + 1,
    })
    .where('id', '=', letter.id)
    .where('version', '=', letter.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type LetterWords = Pick<LetterBody, 'subject' | 'text' | 'enclosed' | 'copied'>

/** Saves a letter's words. What had been released or made ready is a draft again: other words are another letter. */
export function saveWords(work: Work, letter: Letter, words: LetterWords): Promise<boolean> {
  return changeLetter(work, letter, {
    ...backToDraft,
    body: { ...letter.body, ...words, copied: undefined, dated: null, address: null },
  })
}

const backToDraft = { status: 'draft', held_because: null, released_by: [], released_hash: null } as const

/** What came of making a letter ready. */
export type MadeReady =
  | { readonly outcome: 'ready' | 'held' | 'changed_meanwhile' }
  | { readonly outcome: 'refused'; readonly why: string }

/**
 * Gives a letter its date and the address of the record, and has it looked through. With a protected address in it, it is
 * held until two people release it or its words change.
 */
export async function makeReady(
  work: Work,
  letter: Letter,
  words: LetterWords,
  authority: AuthorityContact,
): Promise<MadeReady> {
  const gaps = gapsIn(`${words.subject}\n${words.text}\n${words.enclosed ?? ''}`)
  if (gaps.length > 0) return { outcome: 'refused', why: `Fill in or take out: ${gaps.join(', ')}` }
  const address = await postalAddress(work, letter.recipient)
  if (address.outcome !== 'known')
    return { outcome: 'refused', why: ADDRESS_MISSING[address.outcome](letter) }
  const { outcome: _, ...to } = address
  const body: LetterBody = {
    ...letter.body,
    copied: undefined,
    ...words,
    dated: work.today.toString(),
    address: to,
  }
  const rendering = renderLetter({ ...letter, body }, authority)
  const hits = await protectedHits(work, letter, rendering)
  const isHeld = hits.length > 0
  const changed = await changeLetter(work, letter, {
    status: isHeld ? 'held' : 'ready',
    body,
    held_because: isHeld ? JSON.stringify({ hits, releases: [], at: work.now.toString() }) : null,
    released_by: [],
    released_hash: isHeld ? renderingHash(rendering) : null,
  })
  if (!changed) return { outcome: 'changed_meanwhile' }
  if (isHeld) await tellOfHeld(work, 'letter_held', letter)
  return { outcome: isHeld ? 'held' : 'ready' }
}

const ADDRESS_MISSING = {
  withheld: () =>
    'The recipient’s address is kept back from you. Ask the worker who holds the case to write, or hand the letter over yourself.',
  unknown: ({ recipient }: Letter) =>
    recipient.kind === 'person'
      ? 'No present address is recorded for the recipient. Add it to their record first.'
      : 'No address is recorded for this organisation. Ask an administrator to add it under Organisations.',
} as const

/** Stops a letter for good, with the reason. */
export function stopLetter(work: Work, letter: Letter, reason: string): Promise<boolean> {
  return changeLetter(work, letter, { status: 'stopped', stopped_reason: reason })
}
