import { type FormValues, oneOf, oneOfMany, textField, typedOf, type Words } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  nothing,
  tag,
} from '#ui'
import { type Dispute, type DisputeStage, STAGES } from './dispute.ts'

export const outcomes = {
  agreed: 'Agreed',
  agreed_in_part: 'Agreed in part',
  not_agreed: 'Not agreed: it was answered at every stage',
  withdrawn: 'Withdrawn',
} as const

export const kindWords = {
  decision: 'Disagreement with what a conference decided',
  chair: 'The chair disagrees with how the plan is worked',
} as const

export type DisputePage = {
  readonly dispute: Dispute
  /** To whom each stage goes, in the authority's words. */
  readonly stageNames: readonly string[]
  readonly askable: Words
  readonly actor: Uuid
  readonly isPast: boolean
  readonly today: Temporal.PlainDate
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly conflict: Html | null
  readonly keys: FormKeys
}

/** A disagreement, stage by stage, and what its reader may do about it. */
export function disputePage(view: DisputePage): Html {
  const { dispute, stageNames, today, errors, conflict } = view
  return html`${errorsAbove(errors)}${conflict ?? nothing}<h1 class="govuk-heading-l">${kindWords[dispute.kind]}</h1>
<p class="govuk-body">Raised by ${dispute.raisedByName ?? 'somebody'} ${formatDateTime(dispute.raisedAt)}. ${dispute.meetingId ? html`<a class="govuk-link" href="/meetings/${dispute.meetingId}/conference">The conference</a>` : nothing}</p>
<p class="govuk-body"><strong>About:</strong> <span class="kith-typed">${dispute.about}</span></p>
<p class="govuk-body"><strong>What is wanted:</strong> <span class="kith-typed">${dispute.wants}</span></p>
<ol class="govuk-list govuk-list--number">${dispute.stages.map(stage => stageLine(stage, stageNames, today))}</ol>
${
  dispute.outcome === null
    ? view.isPast
      ? nothing
      : acts(view)
    : html`<p class="govuk-body"><strong>${outcomes[dispute.outcome]}</strong>${dispute.settledAt ? html`, ${formatDateTime(dispute.settledAt)}` : nothing}: <span class="kith-typed">${dispute.outcomeWords}</span></p>`
}`
}

const stageLine = (stage: DisputeStage, names: readonly string[], today: Temporal.PlainDate): Html => {
  const isLate = stage.answer === null && Temporal.PlainDate.compare(stage.dueOn, today) < 0
  return html`<li>${names[stage.place - 1] ?? 'Stage'}: ${stage.goesToName ?? 'somebody'}, to answer by ${formatDate(stage.dueOn)}.
${stage.answer === null ? (isLate ? tag({ text: 'Not answered in time', classes: 'govuk-tag--red' }) : 'Not answered yet') : html`Answered ${stage.answeredAt ? formatDateTime(stage.answeredAt) : ''}: <span class="kith-typed">${stage.answer}</span>`}</li>`
}

function acts(view: DisputePage): Html {
  const { dispute, actor } = view
  const last = dispute.stages.at(-1)
  const answers = last && last.goesTo === actor && last.answer === null
  return html`${answers ? answerForm(view, last) : nothing}${dispute.raisedBy === actor ? raisersForms(view) : nothing}`
}

const form = (
  { dispute, keys }: DisputePage,
  act: string,
  version: number,
  fields: Html,
  submit: string,
): Html =>
  html`<form class="kith-no-print" method="post" action="/people/${dispute.personId}/disagreements/${dispute.id}">${formFields(keys)}
<input type="hidden" name="act" value="${act}"><input type="hidden" name="version" value="${version}">${fields}
${button({ text: submit, preventDoubleClick: true })}</form>`

function answerForm(view: DisputePage, stage: DisputeStage): Html {
  const { sent: values, errors } = view
  return form(
    view,
    'answer',
    stage.version,
    textField('answer', 'Your answer', { values, errors }, 'It is never changed'),
    'Answer',
  )
}

function raisersForms(view: DisputePage): Html {
  const { dispute, askable, stageNames, sent: values, errors } = view
  const next = dispute.stages.length
  const climbs =
    next < STAGES
      ? html`<h2 class="govuk-heading-m">Put it to the next stage: ${stageNames[next]}</h2>
${form(view, 'climb', dispute.version, oneOfMany('goesTo', 'Who is asked?', askable, { values, errors }), 'Put it to them')}`
      : nothing
  return html`${climbs}<h2 class="govuk-heading-m">How it ended</h2>
${form(view, 'settle', dispute.version, html`${oneOf('outcome', 'What came of it?', outcomes, { values, errors })}${textField('words', 'In words', { values, errors })}`, 'Settle it')}`
}

/** What was typed, for both texts. */
export const typedIn = (sent: FormValues): string =>
  typedOf(sent, 'answer') || typedOf(sent, 'words') || 'What you have entered'
