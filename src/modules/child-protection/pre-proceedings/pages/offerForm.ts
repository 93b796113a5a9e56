import {
  childForm,
  codesOf,
  dayValues,
  type LetterRecipient,
  letterRecipients,
  oneOf,
  recipientKey,
} from '#modules/casework'
import { dateFields, dateFieldsFrom, html, radios } from '#ui'
import { recordParts } from '../commands/recordParts.ts'
import type { Offer, PreProceedings } from '../rules/preProceedings.ts'
import { waysApart } from '../rules/words.ts'
import {
  type CaseParams,
  caseParams,
  casePath,
  childrenField,
  childrenValues,
  chosenCases,
  dayWithin,
  namedIn,
  type OpenCase,
  openCase,
  placeOf,
} from './openCase.ts'

type Offering = OpenCase & { readonly recipients: readonly LetterRecipient[] }
type Offered = {
  readonly recipient: LetterRecipient
  readonly how: keyof typeof waysApart
  readonly offeredOn: Temporal.PlainDate
  readonly cases: readonly PreProceedings[]
}

/** An offer of a family group decision making meeting that does not stand in the letter before proceedings. */
export const offerRoutes = childForm<CaseParams, Offering, Offered>({
  url: '/people/:personId/pre-proceedings/:caseId/offers/new',
  params: caseParams,
  name: 'family-group-offer',
  alsoNamed: opened => namedIn(opened, opened.recipients),
  title: 'Offer a family group meeting',
  heading: () => 'Record an offer of a family group decision making meeting',
  summary: {
    show: 'The form for an offer of a family group decision making meeting',
    send: 'Records an offer of a family group decision making meeting',
  },
  submit: 'Save the offer',
  path: params => casePath(params, '/offers/new'),
  cancel: placeOf,
  read: async visit => {
    const opened = await openCase(visit)
    if (opened === null) return null
    const all = await letterRecipients(visit.work, visit.params.personId)
    return {
      ...opened,
      recipients: all.filter(({ kind, id }) => kind === 'person' && id !== opened.own.personId),
    }
  },
  fresh: (opened, work) => ({ ...childrenValues(opened), ...dayValues('offered', work.today) }),
  fields: (opened, values, errors) => html`${radios({
    name: 'recipient',
    idPrefix: 'recipient',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'To whom?', classes: 'govuk-fieldset__legend--s' } },
    items: opened.recipients.map(one => ({ value: recipientKey(one), text: `${one.name}, ${one.relation}` })),
    value: String(values['recipient'] ?? ''),
    errorMessage: errors.of('recipient'),
  })}
${oneOf('how', 'How was it offered?', waysApart, { values, errors }, 'One that stands in the letter before proceedings is recorded when the letter is sent')}
${dateFields({ name: 'offered', legend: 'When?', value: dateFieldsFrom(values, 'offered'), error: errors.of('offered') })}
${childrenField(opened, { values, errors })}`,
  parse: (fields, opened, { work }) => {
    const recipient = opened.recipients.find(one => recipientKey(one) === fields.typed('recipient')) ?? null
    if (recipient === null) fields.problem('recipient', 'Select to whom it was offered')
    const how = fields.choice('how', codesOf(waysApart), 'Select how it was offered')
    const around = { from: opened.own.startedOn, today: work.today }
    const offeredOn = dayWithin(
      fields,
      'offered',
      { label: 'Day of the offer', needed: 'Enter the day of the offer' },
      around,
    )
    const cases = chosenCases(fields, opened)
    const isSame = (one: Offer) =>
      one.recipientId === recipient?.id && offeredOn !== null && one.offeredOn.equals(offeredOn)
    if (cases.some(({ offers }) => offers.some(isSame)))
      fields.problem('recipient', 'This offer is recorded already. Record the answer to it instead')
    return recipient === null || how === null || offeredOn === null
      ? null
      : { recipient, how, offeredOn, cases }
  },
  save: async ({ recipient, how, offeredOn, cases }, _opened, { work, params }) => {
    await recordParts(work, 'family_group_offer', cases, {
      recipient_id: recipient.id,
      how,
      offered_on: offeredOn,
    })
    return { outcome: 'saved', location: placeOf(params), success: 'The offer is recorded' }
  },
  order: ['recipient', 'how', 'offered', 'children'],
  targets: { offered: 'offered-day' },
})
