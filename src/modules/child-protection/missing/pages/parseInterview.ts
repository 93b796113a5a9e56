import { codesOf, type Fields, parseMoment } from '#modules/casework'
import type { WrittenInterview } from '../commands/saveInterview.ts'
import { interviewAnswers, pullFactors, pushFactors } from '../rules/words.ts'
import type { EpisodeParams } from './episodeParams.ts'
import { type InterviewOf, independence } from './interviewFields.ts'

const LONGEST_LINE = 200
const LONGEST_TEXT = 20_000

/** What was typed of an interview; null with the problems noted. */
export function parseInterview(
  fields: Fields,
  { episode, others, interview }: InterviewOf,
  also: readonly string[],
  { personId }: EpisodeParams,
  now: Temporal.Instant,
): WrittenInterview | null {
  const offeredAt = parseMoment(
    fields,
    'offered',
    { label: 'Offered', needed: 'Enter the day it was offered' },
    now,
  )
  const offeredBy = fields.text('offeredBy', LONGEST_LINE, 'Enter who offered it')
  const independent = fields.choice('independent', codesOf(independence), 'Select whether it is independent')
  const answer = parseAnswer(fields, now)
  const held = parseHeld(fields, now)
  if (held.doneAt !== null && answer.answer !== 'accepted')
    fields.problem('answer', 'Select “Said yes”: the conversation was held')
  inOrder(fields, { back: episode.returned?.at ?? null, offeredAt, ...answer, ...held })
  if (fields.issues.length > 0 || !offeredAt || !offeredBy || !independent) return null
  const episodeIds = new Set([
    episode.id,
    ...(interview?.episodeIds ?? []),
    ...others.filter(({ id }) => also.includes(id)).map(({ id }) => id),
  ])
  return {
    personId,
    episodeIds: [...episodeIds],
    offeredAt,
    offeredBy,
    isIndependent: independent === 'yes',
    ...answer,
    ...held,
  }
}

function parseAnswer(fields: Fields, now: Temporal.Instant) {
  const answer = codesOf(interviewAnswers).find(code => code === fields.typed('answer')) ?? null
  const needed = answer === null ? {} : { needed: 'Enter the day of the answer' }
  const answeredAt = parseMoment(fields, 'answered', { label: 'Answered', ...needed }, now)
  if (answer === null && answeredAt !== null) fields.problem('answer', 'Select what the child said')
  return { answer, answeredAt, answerWords: fields.text('answerWords', LONGEST_TEXT) }
}

function parseHeld(fields: Fields, now: Temporal.Instant) {
  const doneAt = parseMoment(fields, 'done', { label: 'Held' }, now)
  const isHeld = doneAt !== null
  const doneBy = fields.text('doneBy', LONGEST_LINE, isHeld ? 'Enter who held it' : undefined)
  return {
    doneAt,
    doneBy: isHeld ? doneBy : null,
    words: fields.text('words', LONGEST_TEXT, isHeld ? 'Enter what the child said' : undefined),
    pushFactors: codesOf(pushFactors).filter(code => fields.isTicked('push', code)),
    pullFactors: codesOf(pullFactors).filter(code => fields.isTicked('pull', code)),
    harm: fields.text('harm', LONGEST_TEXT),
    followUp: fields.text('followUp', LONGEST_TEXT),
  }
}

type Moments = Readonly<Record<'back' | 'offeredAt' | 'answeredAt' | 'doneAt', Temporal.Instant | null>>

function inOrder(fields: Fields, { back, offeredAt, answeredAt, doneAt }: Moments): void {
  const isBefore = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
    one !== null && other !== null && Temporal.Instant.compare(one, other) < 0
  if (isBefore(offeredAt, back)) fields.problem('offered', 'Offered must be after the child was back')
  if (isBefore(answeredAt, offeredAt)) fields.problem('answered', 'Answered must be after it was offered')
  if (isBefore(doneAt, offeredAt)) fields.problem('done', 'Held must be after it was offered')
}
