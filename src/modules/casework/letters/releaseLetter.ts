import type { Work } from '#platform/db'
import type { AuthorityContact } from './authorityContact.ts'
import { changeLetter } from './changeLetter.ts'
import type { Letter } from './readLetters.ts'
import { renderingHash, renderLetter } from './renderLetter.ts'

/** What came of somebody's release. */
export type Released = 'once' | 'ready' | 'already_yours' | 'changed_meanwhile'

/**
 * One of two people says, with a reason, that a held letter may go as it is printed now. The second makes it ready.
 * @param hash as the page showed it, in hexadecimal: of another rendering, nothing is released
 */
export async function releaseLetter(
  work: Work,
  letter: Letter,
  {
    hash,
    reason,
    authority,
  }: { readonly hash: string; readonly reason: string; readonly authority: AuthorityContact },
): Promise<Released> {
  const { held } = letter
  const present = renderingHash(renderLetter(letter, authority))
  if (letter.status !== 'held' || held === null || present.toString('hex') !== hash)
    return 'changed_meanwhile'
  if (letter.releasedHash?.equals(present) !== true) return 'changed_meanwhile'
  if (letter.releasedBy.includes(work.actor.id)) return 'already_yours'
  const isSecond = letter.releasedBy.length === 1
  const changed = await changeLetter(work, letter, {
    status: isSecond ? 'ready' : 'held',
    held_because: JSON.stringify({
      ...held,
      releases: [...held.releases, { by: work.actor.id, reason, at: work.now.toString() }],
    }),
    released_by: [...letter.releasedBy, work.actor.id],
  })
  if (!changed) return 'changed_meanwhile'
  return isSecond ? 'ready' : 'once'
}
