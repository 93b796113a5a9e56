import {
  authorityContact,
  beginLetter,
  childForm,
  type LetterRecipient,
  letterRecipients,
  letterTemplate,
  oneOf,
  recipientKey,
} from '#modules/casework'
import { authorityName } from '#platform/db'
import { html, insetText, radios } from '#ui'
import { isOpen, type PreProceedings } from '../rules/preProceedings.ts'
import {
  type CaseParams,
  caseParams,
  casePath,
  childrenField,
  childrenValues,
  chosenCases,
  namedIn,
  type OpenCase,
  openCase,
  placeOf,
} from './openCase.ts'

const kinds = {
  before_proceedings: 'Letter before proceedings, with the offer of a family group decision making meeting',
  before_proceedings_only: 'Letter before proceedings, without that offer',
  intent_to_issue: 'Letter of intent to go to court',
} as const
type Kind = keyof typeof kinds

type Opened = OpenCase & { readonly recipients: readonly LetterRecipient[] }
type Wanted = {
  readonly kind: Kind
  readonly recipient: LetterRecipient
  readonly cases: readonly PreProceedings[]
}

/** While they go on, and until the application once it was decided to issue. */
const maySend = (one: PreProceedings): boolean => isOpen(one) || one.step === 'issue'

/** Begins a letter to an adult of the family. It dates the pre-proceedings, and makes its offer, by itself when it is sent. */
export const letterRoutes = childForm<CaseParams, Opened, Wanted>({
  url: '/people/:personId/pre-proceedings/:caseId/letter',
  params: caseParams,
  name: 'pre-proceedings-letter',
  alsoNamed: opened => namedIn(opened, opened.recipients),
  title: 'Letter before proceedings',
  heading: () => 'Write a letter before proceedings',
  summary: {
    show: 'The form that begins a letter before proceedings',
    send: 'Begins a letter before proceedings',
  },
  submit: 'Begin the letter',
  path: params => casePath(params, '/letter'),
  cancel: placeOf,
  read: async visit => {
    const opened = await openCase(visit)
    if (opened === null) return null
    const recipients = await letterRecipients(visit.work, visit.params.personId)
    return {
      ...opened,
      recipients: recipients.filter(
        ({ kind, id, audience }) => kind === 'person' && audience === 'family' && id !== opened.own.personId,
      ),
    }
  },
  fresh: opened => ({
    ...childrenValues(opened, maySend),
    kind: opened.own.step === 'issue' ? 'intent_to_issue' : 'before_proceedings',
  }),
  fields: (opened, values, errors) => html`${insetText({
    text: 'Its day is taken from the letter when it is sent, and a family group decision making meeting that it offers counts as offered then. Write one letter for each parent and everybody else with parental responsibility.',
  })}
${radios({
  name: 'recipient',
  idPrefix: 'recipient',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'To whom?', classes: 'govuk-fieldset__legend--s' } },
  items: opened.recipients.map(one => ({ value: recipientKey(one), text: `${one.name}, ${one.relation}` })),
  value: String(values['recipient'] ?? ''),
  errorMessage: errors.of('recipient'),
})}
${oneOf('kind', 'Which letter?', kinds, { values, errors })}
${childrenField(opened, { values, errors }, maySend)}`,
  parse: (fields, opened) => {
    const recipient = opened.recipients.find(one => recipientKey(one) === fields.typed('recipient')) ?? null
    if (recipient === null)
      fields.problem(
        'recipient',
        opened.recipients.length === 0
          ? 'No adult of the family is in the record. Add them to the family first'
          : 'Select who the letter goes to',
      )
    const chosen = Object.keys(kinds).find(kind => kind === fields.typed('kind')) as Kind | undefined // its own keys
    if (chosen === undefined) fields.problem('kind', 'Select which letter it is')
    const cases = chosenCases(fields, opened, maySend)
    if (chosen === 'intent_to_issue' && cases.some(({ step }) => step !== 'issue'))
      fields.problem('kind', 'Record the decision to issue for each of these children first')
    return recipient === null || chosen === undefined ? null : { kind: chosen, recipient, cases }
  },
  save: async ({ kind, recipient, cases }, _opened, { work, params }) => {
    const template = letterTemplate(kind)
    if (template === null) throw new Error(`No template ${kind}`)
    const ids = cases.map(({ personId }) => personId)
    const personIds = [
      ...ids.filter(id => id === params.personId),
      ...ids.filter(id => id !== params.personId),
    ]
    const authority = await authorityContact(work, await authorityName(work))
    const letterId = await beginLetter(work, { personIds, template, recipient, authority })
    return {
      outcome: 'saved',
      location: `/people/${personIds[0]}/letters/${letterId}`,
      success: 'The letter is begun: fill its gaps, then make it ready',
    }
  },
  order: ['recipient', 'kind', 'children'],
})
