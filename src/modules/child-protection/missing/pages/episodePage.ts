import type { FormValues } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  details,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  summaryList,
} from '#ui'
import { oneOf, text } from '../../child-form/choices.ts'
import { momentFields, momentValues } from '../../child-form/moments.ts'
import { typedText } from '../../child-form/typedText.ts'
import {
  type Entry,
  type Episode,
  hoursAway,
  hoursInWords,
  type Interview,
  interviewResult,
} from '../rules/episode.ts'
import {
  absenceKinds,
  entryKinds,
  foundHow,
  interviewAnswers,
  inWords,
  leftFrom,
  missingRisks,
  pullFactors,
  pushFactors,
  returnedTo,
} from '../rules/words.ts'
import { episodePath } from './episodeParams.ts'
import { dueWords, interviewWords } from './interviewWords.ts'

export type EpisodeView = {
  readonly episode: Episode
  readonly entries: readonly Entry[]
  readonly interviews: readonly Interview[]
  readonly mayWrite: boolean
  readonly now: Temporal.Instant
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly form: FormKeys
  readonly conflict: Html | null
}

/** One absence: what was reported, what is done, how it ended, and the interviews after it. */
export function episodePage(view: EpisodeView): Html {
  const { episode, mayWrite, now, errors, conflict } = view
  const of = { personId: episode.personId, episodeId: episode.id }
  const isOpen = episode.returned === null
  return html`${errorsAbove(errors)}${conflict ?? nothing}
<h1 class="govuk-heading-l">${episode.kind === 'away' ? 'Away without authorisation' : 'Missing'} from ${formatDateTime(episode.startedAt)}</h1>
${episode.withdrawnReason === null ? nothing : html`<div class="govuk-inset-text">Withdrawn: recorded in error. ${episode.withdrawnReason}</div>`}
<p class="govuk-body">${isOpen ? html`<strong>Not back yet</strong>: away for ${hoursInWords(hoursAway(episode, now))}.` : html`Away for ${hoursInWords(hoursAway(episode, now))}.`}</p>
${mayWrite && isOpen ? button({ text: 'The child is back', href: episodePath(of, '/return') }) : nothing}
${rowsOf([
  ['What', absenceKinds[episode.kind]],
  ['From where', [leftFrom[episode.leftFrom], episode.leftFromDetail].filter(Boolean).join(': ')],
  [
    'Last seen',
    [episode.lastSeen, episode.lastSeenAt ? formatDateTime(episode.lastSeenAt) : null]
      .filter(Boolean)
      .join('\n'),
  ],
  ['Reported', `${formatDateTime(episode.reportedAt)}, by ${episode.reportedBy}`],
  ['Police', policeWords(episode)],
  ['Risk', missingRisks[episode.risk]],
  ['Why', episode.riskReasons],
])}
${mayWrite ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${episodePath(of, '/change')}">Correct what was reported</a></p>` : nothing}
${entryPart(view)}
${returnPart(view)}
${mayWrite ? withdrawForm(view) : nothing}`
}

const policeWords = ({ policeToldAt, policeReference, policeNotToldReason }: Episode): string =>
  policeToldAt === null
    ? `Not told: ${policeNotToldReason ?? 'no reason recorded'}`
    : `Told ${formatDateTime(policeToldAt)}${policeReference === null ? '' : `, reference ${policeReference}`}`

const rowsOf = (rows: readonly (readonly [string, string])[]): Html =>
  summaryList({
    rows: rows.map(([key, value]) => ({
      key: { text: key },
      value: { html: typedText(value) },
    })),
  })

function entryPart({ entries, mayWrite, episode, sent, errors, form, now }: EpisodeView): Html {
  const path = episodePath({ personId: episode.personId, episodeId: episode.id }, '/entries')
  const isTyped = sent['words'] !== undefined
  const values = isTyped ? sent : momentValues('at', now)
  const of = { values, errors }
  return html`<h2 class="govuk-heading-m">What was done and learnt</h2>
${entries.length === 0 ? html`<p class="govuk-body">Nothing is recorded yet.</p>` : html`<ol class="govuk-list">${entries.map(entryItem)}</ol>`}
${
  mayWrite
    ? details({
        summaryText: 'Add what was done or learnt',
        open: isTyped && errors.list.length > 0,
        html: html`<form method="post" action="${path}" novalidate data-keep-on-failure>${formFields(form)}
${oneOf('entry', 'What is it?', entryKinds, of)}
${momentFields('at', { legend: 'When' }, values, errors)}
${text('words', 'What, and by whom?', of)}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
      })
    : nothing
}`
}

const entryItem = ({ kind, at, words, author }: Entry): Html =>
  html`<li class="govuk-!-margin-bottom-3"><strong>${formatDateTime(at)}</strong>: ${entryKinds[kind].toLowerCase()}${author === null ? '' : `, written by ${author}`}<br>${typedText(words)}</li>`

function returnPart({ episode, interviews, mayWrite, now }: EpisodeView): Html {
  const { returned } = episode
  if (returned === null) return nothing
  const of = { personId: episode.personId, episodeId: episode.id }
  const result = interviewResult(episode, interviews)
  const isWaited = !result.isDone && result.answer !== 'refused'
  const latest = interviews.at(-1)
  return html`<h2 class="govuk-heading-m">How it ended</h2>
${rowsOf([
  ['Back', `${formatDateTime(returned.at)}: ${foundHow[returned.how].toLowerCase()}`],
  ['Where', returned.where],
  ['Returned to', returnedTo[returned.to]],
  ['How the child was', returned.remark ?? 'Not recorded'],
])}
${mayWrite ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${episodePath(of, '/return')}">Correct how the child came back</a></p>` : nothing}
<h2 class="govuk-heading-m">Return interview</h2>
<p class="govuk-body">${interviewWords(result)}.${isWaited ? ` ${dueWords(returned.at, now)}.` : ''}</p>
${interviews.map(interviewRows)}
${mayWrite ? html`<p class="kith-no-print">${button({ text: latest === undefined ? 'Offer an interview' : 'Record more of the interview', href: episodePath(of, '/interview'), classes: 'govuk-button--secondary' })}</p>` : nothing}
${mayWrite && latest?.answer === 'refused' ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${episodePath(of, '/interview?again=yes')}">Offer it again</a></p>` : nothing}`
}

const listed = (words: Readonly<Record<string, string>>, codes: readonly string[]): string =>
  codes.length === 0 ? 'Not recorded' : codes.map(code => inWords(words, code)).join('\n')

function interviewRows(one: Interview): Html {
  return rowsOf([
    [
      'Offered',
      `${formatDateTime(one.offeredAt)}, by ${one.offeredBy}. ${one.isIndependent ? 'Independent of where the child lives' : 'Not independent of where the child lives'}`,
    ],
    [
      'Answer',
      one.answer === null
        ? 'None yet'
        : `${interviewAnswers[one.answer]}${one.answeredAt ? `, ${formatDateTime(one.answeredAt)}` : ''}${one.answerWords ? `\n“${one.answerWords}”` : ''}`,
    ],
    ['Held', one.doneAt === null ? 'Not yet' : `${formatDateTime(one.doneAt)}, by ${one.doneBy ?? ''}`],
    ...(one.doneAt === null
      ? []
      : ([
          ['The child’s words', one.words ?? 'Not recorded'],
          ['Went away from', listed(pushFactors, one.pushFactors)],
          ['Went to', listed(pullFactors, one.pullFactors)],
          ['Harm', one.harm ?? 'Not recorded'],
          ['What follows', one.followUp ?? 'Not recorded'],
        ] as const)),
  ])
}

function withdrawForm({ episode, sent, errors, form }: EpisodeView): Html {
  const path = episodePath({ personId: episode.personId, episodeId: episode.id }, '/withdraw')
  return details({
    summaryText: 'This was recorded in error',
    open: errors.of('reason') !== undefined,
    html: html`<form method="post" action="${path}" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="version" value="${episode.version}">
${text('reason', 'Why was it recorded in error?', { values: sent, errors }, 'It stays readable here, and counts nowhere', 2)}
${button({ text: 'Withdraw this absence', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
  })
}
