import { z } from 'zod'
import type { Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type Letter, letterOf } from '../../letters/readLetters.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { uuidParam } from '../frame/recordParams.ts'

export const letterUrl = '/people/:personId/letters/:letterId'
export const letterParams = z.object({ personId: uuidParam, letterId: uuidParam })

export type LetterVisit = Pick<
  Visit<{ personId: Uuid; letterId: Uuid }, unknown, unknown>,
  'work' | 'me' | 'params' | 'sent' | 'form' | 'files' | 'authorityName' | 'path'
>

export const pathOfLetter = ({ params }: Pick<LetterVisit, 'params'>): string =>
  `/people/${params.personId}/letters/${params.letterId}`

/**
 * What the reader may do with a letter: decide what it tells; or, as business support of the team that holds everyone in it, write
 * drafts of their own and send what is ready; or only read it.
 */
export type LetterPart = 'decides' | 'sends' | 'reads'

export async function partInLetter(
  { work }: Pick<LetterVisit, 'work'>,
  letter: Pick<Letter, 'personIds'>,
): Promise<LetterPart> {
  const all = letter.personIds.length
  if ((await writableSubjects(work, letter.personIds)).size === all) return 'decides'
  return (await writableSubjects(work, letter.personIds, 'papers')).size === all ? 'sends' : 'reads'
}

/** Whether the reader may change its words: business support those of their own draft alone. */
export const mayWriteWords = (
  part: LetterPart,
  letter: Pick<Letter, 'status' | 'madeBy'>,
  me: Uuid,
): boolean => part === 'decides' || (part === 'sends' && letter.status === 'draft' && letter.madeBy === me)

/** The letter, for whoever may write of everyone in it; null answers not_found. */
export async function writableLetter(visit: LetterVisit): Promise<Letter | null> {
  const letter = await letterOf(visit.work, visit.params.personId, visit.params.letterId)
  return letter !== null && (await partInLetter(visit, letter)) === 'decides' ? letter : null
}

/** The letter, for whoever decides what it tells and whoever may only send it; null answers not_found. */
export async function keptLetter(
  visit: LetterVisit,
): Promise<{ readonly letter: Letter; readonly part: 'decides' | 'sends' } | null> {
  const letter = await letterOf(visit.work, visit.params.personId, visit.params.letterId)
  if (letter === null) return null
  const part = await partInLetter(visit, letter)
  return part === 'reads' ? null : { letter, part }
}
