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

/** Whether the reader may write of everyone in the letter. */
export const mayWriteLetter = async ({ work }: Pick<LetterVisit, 'work'>, letter: Letter): Promise<boolean> =>
  (await writableSubjects(work, letter.personIds)).size === letter.personIds.length

/** The letter, for whoever may write of everyone in it; null answers not_found. */
export async function writableLetter(visit: LetterVisit): Promise<Letter | null> {
  const letter = await letterOf(visit.work, visit.params.personId, visit.params.letterId)
  return letter !== null && (await mayWriteLetter(visit, letter)) ? letter : null
}
