import {
  type FormValues,
  lineField,
  momentFields,
  momentValues,
  oneOf,
  severalOf,
  textField,
  ticksOf,
} from '#modules/casework'
import { checkboxes, type FieldErrors, formatDateTime, type Html, html, nothing } from '#ui'
import type { Episode, Interview } from '../rules/episode.ts'
import { interviewAnswers, pullFactors, pushFactors } from '../rules/words.ts'

/** What the interview is about. */
export type InterviewOf = {
  readonly episode: Episode
  /** The latest that may still be said more of; null begins a new offer. */
  readonly interview: Interview | null
  /** Other absences that ended and that no interview was held about. */
  readonly others: readonly Episode[]
}

/** Who holds it. */
export const independence = {
  yes: 'Yes',
  no: 'No: by somebody who looks after the child or works where the child lives',
} as const

/** What is asked of an interview: the offer, the answer and the conversation. */
export function interviewFields(
  { others, episode }: InterviewOf,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const of = { values, errors }
  return html`<p class="govuk-body">Back ${episode.returned ? formatDateTime(episode.returned.at) : ''}. Offered, answered and held are counted apart.</p>
<h2 class="govuk-heading-m">The offer</h2>
${momentFields('offered', { legend: 'Offered on' }, values, errors)}
${lineField('offeredBy', 'Who offered it?', of)}
${oneOf('independent', 'Is it held by somebody independent of where the child lives?', independence, of)}
<h2 class="govuk-heading-m">The child’s answer</h2>
${oneOf('answer', 'What did the child say? (optional)', { '': 'No answer yet', ...interviewAnswers }, of)}
${momentFields('answered', { legend: 'Answered on', hint: 'Left out while there is no answer' }, values, errors)}
${textField('answerWords', 'In the child’s words (optional)', of, undefined, 2)}
<h2 class="govuk-heading-m">The conversation</h2>
${momentFields('done', { legend: 'Held on', hint: 'Left out until it is held' }, values, errors)}
${lineField('doneBy', 'Who held it?', of, 'Their name and organisation')}
${textField('words', 'What the child said, in the child’s words', of, undefined, 6)}
${severalOf('push', 'What did the child go away from?', pushFactors, of)}
${severalOf('pull', 'What did the child go to?', pullFactors, of)}
${textField('harm', 'What happened to the child, and what is feared (optional)', of)}
${textField('followUp', 'What follows from it (optional)', of)}
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

/** An interview as the values of its fields. */
export const interviewValues = (interview: Interview): FormValues => ({
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
