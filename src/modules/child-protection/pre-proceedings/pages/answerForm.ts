import type { z } from 'zod'
import {
  childForm,
  codesOf,
  dayValues,
  type FormValues,
  letterRecipients,
  oneOf,
  textField,
  uuidParam,
} from '#modules/casework'
import { formVersion } from '#platform/http'
import { dateFields, dateFieldsFrom, html } from '#ui'
import { changePart } from '../commands/recordParts.ts'
import type { Answer, Offer, PreProceedings } from '../rules/preProceedings.ts'
import { answerWords, offerWays } from '../rules/words.ts'
import { caseParams, casePath, namedIn, type OpenCase, openCase, placeOf } from './openCase.ts'

const answerParams = caseParams.extend({ offerId: uuidParam })
type AnswerParams = z.infer<typeof answerParams>
type Answering = OpenCase & {
  readonly offer: Offer
  /** The same offer in the records of brothers and sisters, its own first. */
  readonly same: readonly { readonly of: PreProceedings; readonly offer: Offer }[]
  readonly recipient: string
}
type Answered = {
  readonly answer: Answer
  readonly answeredOn: Temporal.PlainDate
  readonly words: string | null
}

/** What somebody said to an offer: once for all the children for whom it was made. */
export const answerRoutes = childForm<AnswerParams, Answering, Answered>({
  url: '/people/:personId/pre-proceedings/:caseId/offers/:offerId',
  params: answerParams,
  name: 'family-group-answer',
  alsoNamed: opened => namedIn(opened, [{ id: opened.offer.recipientId }]),
  title: 'Answer to the offer',
  heading: () => 'Answer to the offer of a family group decision making meeting',
  summary: {
    show: 'The form for an answer to an offer of a family group meeting',
    send: 'Records an answer to an offer of a family group meeting',
  },
  submit: 'Save the answer',
  path: params => casePath(params, `/offers/${params.offerId}`),
  cancel: placeOf,
  read: async visit => {
    const opened = await openCase(visit)
    const offer = opened?.own.offers.find(({ id }) => id === visit.params.offerId)
    if (opened === null || offer === undefined) return null
    const recipients = await letterRecipients(visit.work, visit.params.personId)
    const isSame = (one: Offer) =>
      one.recipientId === offer.recipientId && one.offeredOn.equals(offer.offeredOn)
    return {
      ...opened,
      offer,
      same: opened.cases.flatMap(of => of.offers.filter(isSame).map(one => ({ of, offer: one }))),
      recipient: recipients.find(({ id }) => id === offer.recipientId)?.name ?? 'somebody of the family',
    }
  },
  fresh: ({ offer, same }, work) => ({
    version: formVersion(same.map(one => [one.offer.id, one.offer.version])),
    ...(offer.answer === null ? {} : { answer: offer.answer }),
    ...dayValues('answered', offer.answeredOn ?? work.today),
    words: offer.words ?? '',
  }),
  fields: (
    { offer, recipient, same, names },
    values,
    errors,
  ) => html`<p class="govuk-body">Offered to ${recipient}, ${offerWays[offer.how].toLowerCase()}, for ${same.map(({ of }) => names.get(of.personId) ?? '').join(', ')}.</p>
${oneOf('answer', 'What did they say?', answerWords, { values, errors }, 'A refusal stands with its reasons; no answer is recorded on the day by which one was asked for')}
${dateFields({ name: 'answered', legend: 'When?', value: dateFieldsFrom(values, 'answered'), error: errors.of('answered') })}
${textField('words', 'In their words, and why (optional)', { values, errors })}`,
  parse: (fields, { offer }, { work }) => {
    const answer = fields.choice('answer', codesOf(answerWords), 'Select what they said')
    const around = { from: offer.offeredOn, today: work.today }
    const answeredOn = fields.date('answered', 'Day of the answer', 'Enter the day of the answer')
    if (answeredOn !== null && Temporal.PlainDate.compare(answeredOn, around.today) > 0)
      fields.problem('answered', 'Day of the answer must be today or in the past')
    if (answeredOn !== null && Temporal.PlainDate.compare(answeredOn, around.from) < 0)
      fields.problem('answered', 'Day of the answer must be on or after the day of the offer')
    const words = fields.text('words', 10_000)
    return answer === null || answeredOn === null ? null : { answer, answeredOn, words }
  },
  save: async ({ answer, answeredOn, words }, opened, { work, params, sent }) => {
    if (isStale(opened, sent)) return { outcome: 'stale' }
    for (const { of, offer } of opened.same)
      await changePart(work, 'family_group_offer', of, offer, { answer, answered_on: answeredOn, words })
    return { outcome: 'saved', location: placeOf(params), success: 'The answer is recorded' }
  },
  order: ['answer', 'answered', 'words'],
  targets: { answered: 'answered-day' },
  labels: { answer: 'Answer', words: 'In their words' },
})

const isStale = ({ same }: Answering, sent: FormValues): boolean =>
  sent['version'] !== formVersion(same.map(one => [one.offer.id, one.offer.version]))
