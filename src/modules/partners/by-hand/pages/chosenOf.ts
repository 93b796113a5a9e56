import type { Fields } from '#modules/casework'
import type { PersonFound } from '#modules/people'
import type { Council, NoticeQuestion } from '../../notices/queries/questions.ts'
import type { Answered } from '../answerNotice.ts'
import { answersTo } from '../answerWords.ts'
import { idOf } from '../candidates.ts'

type Choices = {
  readonly question: NoticeQuestion
  readonly found: readonly PersonFound[]
  readonly councils: readonly Council[]
}

/** What the reader chose, of what the page offered and nothing else; null with a problem at its field. */
export function chosenOf(fields: Fields, { question, found, councils }: Choices): Answered | null {
  const answer = fields.choice('answer', answersTo(question), 'Select your answer')
  if (answer === null) return null
  if (answer === 'matched') {
    const note = fields.text('note', 2_000, 'Enter why it is this person')
    const person = found.find(one => idOf(one) === fields.typed('person'))
    if (person === undefined) return fields.problem('person', 'Select who it is')
    return note === null ? null : { answer, personId: idOf(person), note }
  }
  const note = fields.text('note', 2_000)
  if (answer !== 'sent_on') return { answer, note }
  const council = councils.find(({ id }) => id === fields.typed('council'))
  return council === undefined
    ? fields.problem('council', 'Select the council')
    : { answer, councilId: council.id, note }
}
