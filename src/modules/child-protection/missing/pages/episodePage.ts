import { momentFields, momentValues, oneOf, textField, typedText } from '#modules/casework'
import { formFields } from '#platform/http'
import { button, details, errorsAbove, formatDateTime, type Html, html, nothing } from '#ui'
import { type Entry, type Episode, hoursAway, hoursInWords } from '../rules/episode.ts'
import { absenceKinds, entryKinds, leftFrom, missingRisks } from '../rules/words.ts'
import { episodePath } from './episodeParams.ts'
import type { EpisodeView } from './episodeView.ts'
import { returnPart, rowsOf } from './returnPart.ts'

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
${textField('words', 'What, and by whom?', of)}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
      })
    : nothing
}`
}

const entryItem = ({ kind, at, words, author }: Entry): Html =>
  html`<li class="govuk-!-margin-bottom-3"><strong>${formatDateTime(at)}</strong>: ${entryKinds[kind].toLowerCase()}${author === null ? '' : `, written by ${author}`}<br>${typedText(words)}</li>`

function withdrawForm({ episode, sent, errors, form }: EpisodeView): Html {
  const path = episodePath({ personId: episode.personId, episodeId: episode.id }, '/withdraw')
  return details({
    summaryText: 'This was recorded in error',
    open: errors.of('reason') !== undefined,
    html: html`<form method="post" action="${path}" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="version" value="${episode.version}">
${textField('reason', 'Why was it recorded in error?', { values: sent, errors }, 'It stays readable here, and counts nowhere', 2)}
${button({ text: 'Withdraw this absence', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
  })
}
