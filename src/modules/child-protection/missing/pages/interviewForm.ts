import { type Fields, type FormValues, ticksOf } from '#modules/casework'
import { checkboxes, type FieldErrors, formatDateTime, type Html, html, nothing } from '#ui'
import { childForm } from '../../child-form/childForm.ts'
import { codesOf, line, oneOf, severalOf, text } from '../../child-form/choices.ts'
import { momentFields, momentValues, parseMoment } from '../../child-form/moments.ts'
import { changeInterview, offerInterview, type WrittenInterview } from '../commands/saveInterview.ts'
import { missingOf } from '../queries/missingOf.ts'
import type { Episode, Interview } from '../rules/episode.ts'
import { interviewAnswers, pullFactors, pushFactors } from '../rules/words.ts'
import { type EpisodeParams, episodeParams, episodePath } from './episodeParams.ts'

type Context = {
  readonly episode: Episode
  /** The latest that may still be said more of; null begins a new offer. */
  readonly interview: Interview | null
  /** Other absences that ended and that no interview was held about. */
  readonly others: readonly Episode[]
}
type Parsed = { readonly written: WrittenInterview; readonly version: number }

const LONGEST_LINE = 200
const LONGEST_TEXT = 20_000
const independence = {
  yes: 'Yes',
  no: 'No: by somebody who looks after the child or works where the child lives',
} as const

/** `/people/:personId/missing/:episodeId/interview`. */
export const interviewRoutes = childForm<EpisodeParams, Context, Parsed>({
  url: '/people/:personId/missing/:episodeId/interview',
  params: episodeParams,
  name: 'return-interview',
  title: 'Return interview - Record',
  heading: ({ interview }) => (interview === null ? 'Offer a return interview' : 'Return interview'),
  summary: {
    show: 'The form of the interview after a missing child came back',
    send: 'Records that an interview was offered, answered or held after a missing child came back',
  },
  submit: 'Save',
  path: (params, query) =>
    episodePath(params, query['again'] === 'yes' ? '/interview?again=yes' : '/interview'),
  cancel: params => episodePath(params),
  async read({ work, params, query }) {
    const { episodes, interviews } = await missingOf(work, [params.personId])
    const episode = episodes.find(({ id }) => id === params.episodeId)
    if (episode?.returned == null) return null
    const own = interviews.filter(({ episodeIds }) => episodeIds.includes(episode.id))
    const latest = own.at(-1) ?? null
    const held = new Set(interviews.flatMap(({ doneAt, episodeIds }) => (doneAt === null ? [] : episodeIds)))
    const others = episodes.filter(one => one.id !== episode.id && one.returned !== null && !held.has(one.id))
    return {
      episode,
      interview: query['again'] === 'yes' && latest?.answer === 'refused' ? null : latest,
      others,
    }
  },
  fresh: ({ interview }) => (interview === null ? {} : valuesOf(interview)),
  fields: interviewFields,
  parse: (fields, context, { work, params, sent }) => {
    const written = parseInterview(fields, context, ticksOf(sent, 'also'), params, work.now)
    return written === null ? null : { written, version: Number(fields.typed('version')) || 0 }
  },
  async save({ written, version }, { interview }, { work, params, submission }) {
    if (interview === null) await offerInterview(work, written, submission)
    else if ((await changeInterview(work, interview.id, version, written)) === 'stale')
      return { outcome: 'stale' }
    return { outcome: 'saved', location: episodePath(params), success: 'Saved' }
  },
  order: [
    'offered',
    'offered-time',
    'offeredBy',
    'independent',
    'answer',
    'answered',
    'answered-time',
    'answerWords',
    'done',
    'done-time',
    'doneBy',
    'words',
    'push',
    'pull',
    'harm',
    'followUp',
    'also',
  ],
  targets: { offered: 'offered-day', answered: 'answered-day', done: 'done-day' },
  labels: {
    offeredBy: 'Offered by',
    answer: 'Answer',
    answerWords: 'The child’s answer',
    doneBy: 'Held by',
    words: 'The child’s words',
    harm: 'Harm',
    followUp: 'What follows',
  },
})

function interviewFields({ others, episode }: Context, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`<p class="govuk-body">Back ${episode.returned ? formatDateTime(episode.returned.at) : ''}. Offered, answered and held are counted apart.</p>
<h2 class="govuk-heading-m">The offer</h2>
${momentFields('offered', { legend: 'Offered on' }, values, errors)}
${line('offeredBy', 'Who offered it?', of)}
${oneOf('independent', 'Is it held by somebody independent of where the child lives?', independence, of)}
<h2 class="govuk-heading-m">The child’s answer</h2>
${oneOf('answer', 'What did the child say? (optional)', { '': 'No answer yet', ...interviewAnswers }, of)}
${momentFields('answered', { legend: 'Answered on', hint: 'Left out while there is no answer' }, values, errors)}
${text('answerWords', 'In the child’s words (optional)', of, undefined, 2)}
<h2 class="govuk-heading-m">The conversation</h2>
${momentFields('done', { legend: 'Held on', hint: 'Left out until it is held' }, values, errors)}
${line('doneBy', 'Who held it?', of, 'Their name and organisation')}
${text('words', 'What the child said, in the child’s words', of, undefined, 6)}
${severalOf('push', 'What did the child go away from?', pushFactors, of)}
${severalOf('pull', 'What did the child go to?', pullFactors, of)}
${text('harm', 'What happened to the child, and what is feared (optional)', of)}
${text('followUp', 'What follows from it (optional)', of)}
${others.length === 0 ? nothing : alsoField(others, values)}`
}

const alsoField = (others: readonly Episode[], values: FormValues): Html =>
  checkboxes({
    name: 'also',
    idPrefix: 'also',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Is it about other absences too?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'Each keeps its own result: in time or not is counted from when the child came back from it',
    },
    items: others.map(({ id, startedAt }) => ({
      value: id,
      text: `The absence that began ${formatDateTime(startedAt)}`,
    })),
    values: ticksOf(values, 'also'),
  })

function parseInterview(
  fields: Fields,
  { episode, others, interview }: Context,
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
  const answer = codesOf(interviewAnswers).find(code => code === fields.typed('answer')) ?? null
  const needsAnswer = answer === null ? {} : { needed: 'Enter the day of the answer' }
  const answeredAt = parseMoment(fields, 'answered', { label: 'Answered', ...needsAnswer }, now)
  const doneAt = parseMoment(fields, 'done', { label: 'Held' }, now)
  const doneBy = fields.text('doneBy', LONGEST_LINE, doneAt === null ? undefined : 'Enter who held it')
  const words = fields.text('words', LONGEST_TEXT, doneAt === null ? undefined : 'Enter what the child said')
  const [answerWords, harm, followUp] = [
    fields.text('answerWords', LONGEST_TEXT),
    fields.text('harm', LONGEST_TEXT),
    fields.text('followUp', LONGEST_TEXT),
  ]
  if (answer === null && answeredAt !== null) fields.problem('answer', 'Select what the child said')
  if (doneAt !== null && answer !== 'accepted')
    fields.problem('answer', 'Select “Said yes”: the conversation was held')
  inOrder(fields, { back: episode.returned?.at ?? null, offeredAt, answeredAt, doneAt })
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
    answer,
    answeredAt,
    answerWords,
    doneAt,
    doneBy: doneAt === null ? null : doneBy,
    words,
    pushFactors: codesOf(pushFactors).filter(code => fields.isTicked('push', code)),
    pullFactors: codesOf(pullFactors).filter(code => fields.isTicked('pull', code)),
    harm,
    followUp,
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

const valuesOf = (interview: Interview): FormValues => ({
  ...momentValues('offered', interview.offeredAt),
  offeredBy: interview.offeredBy,
  independent: interview.isIndependent ? 'yes' : 'no',
  answer: interview.answer ?? '',
  ...momentValues('answered', interview.answeredAt),
  answerWords: interview.answerWords ?? '',
  ...momentValues('done', interview.doneAt),
  doneBy: interview.doneBy ?? '',
  words: interview.words ?? '',
  push: interview.pushFactors,
  pull: interview.pullFactors,
  harm: interview.harm ?? '',
  followUp: interview.followUp ?? '',
  also: interview.episodeIds,
  version: `${interview.version}`,
})
