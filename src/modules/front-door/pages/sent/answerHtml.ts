import { formatDate, type Html, html, nothing, summaryList, tag } from '#ui'
import type { SentContact } from '../../queries/sentContacts.ts'
import type { AnswerStanding } from '../../rules/answerDue.ts'
import { outcomeWords } from '../../rules/contactWords.ts'

const colours: Readonly<Record<AnswerStanding['state'], string>> = {
  waits: 'govuk-tag--blue',
  late: 'govuk-tag--red',
  answered: 'govuk-tag--green',
  answered_late: 'govuk-tag--yellow',
}
const words: Readonly<Record<AnswerStanding['state'], string>> = {
  waits: 'Our answer is to come',
  late: 'Our answer is late',
  answered: 'Answered in time',
  answered_late: 'Answered late',
}

/** The clock of one working day, as the referrer sees it. */
export const standingHtml = ({ dueOn, state }: AnswerStanding): Html =>
  html`${tag({ text: words[state], classes: colours[state] })}${dueOn === null ? nothing : html`<br>${state === 'waits' ? 'by' : 'was due by'} the end of ${formatDate(dueOn)}`}`

/** What a referrer is told: what was decided, why in words of the threshold, whom to ring; and when it was to come. */
export function answerHtml({ feedback, decidedAt, team }: SentContact, standing: AnswerStanding): Html {
  const told = feedback?.outcome ?? null
  const rows = [
    { key: { text: 'One working day' }, value: { html: standingHtml(standing) } },
    ...(told === null ? [] : [{ key: { text: 'What was decided' }, value: { text: outcomeWords[told] } }]),
    ...(feedback?.thresholdReason
      ? [
          {
            key: { text: 'Why' },
            value: { html: html`<div class="kith-typed">${feedback.thresholdReason}</div>` },
          },
        ]
      : []),
    ...(feedback ? [{ key: { text: 'What it means' }, value: { text: feedback.body } }] : []),
    {
      key: { text: 'Whom to ring' },
      value: { text: team === null ? 'The council' : [team.name, team.telephone].filter(Boolean).join(', ') },
    },
  ]
  const heading = feedback
    ? `Our answer of ${formatDate(feedback.on)}`
    : decidedAt
      ? 'It is decided, and our answer follows'
      : 'Not decided yet'
  return html`<h2 class="govuk-heading-m">${heading}</h2>${summaryList({ rows })}`
}
