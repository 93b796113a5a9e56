import { csvLink, pageLinks, withQuery } from '#modules/agencies'
import { type ClockSettings, codeWords } from '#reference'
import { denseTable, details, filter, formatDateTime, type Html, html, select, subNavigation, tag } from '#ui'
import type { QueueChoice, QueueContact, QueueState } from '../../queries/contactQueue.ts'
import { channelWords, ragColours, rags, ragWords } from '../../rules/contactWords.ts'
import { childrenLine } from '../../rules/namedWords.ts'
import { whatWaits } from '../../rules/whatWaits.ts'
import { dueHtml } from './dueHtml.ts'

export type QueueView = {
  readonly contacts: readonly QueueContact[]
  readonly counts: Readonly<Record<QueueState, number>>
  readonly count: number
  readonly choice: QueueChoice
  readonly page: number
  readonly path: string
  readonly settings: ClockSettings
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}

const stateWords: Readonly<Record<QueueState, string>> = {
  waiting: 'Waiting for a decision',
  feedback: 'Referrer not told',
  done: 'Done',
}

/** One list for every agency at the front door. */
export function queuePage(view: QueueView): Html {
  const { choice, count, path } = view
  return html`<h1 class="govuk-heading-l">Front door</h1>
<p class="govuk-body"><a class="govuk-button" href="/front-door/contacts/new" role="button" draggable="false" data-module="govuk-button">Record a contact</a></p>
<p class="govuk-body"><a class="govuk-link" href="/front-door/report">How the front door is doing</a></p>
${subNavigation({
  label: 'Which contacts',
  items: Object.entries(stateWords).map(([state, words]) => ({
    text: `${words} (${view.counts[state as QueueState]})`, // the keys are the states
    href: `/front-door?state=${state}`,
    active: state === choice.state,
  })),
})}
${filterForm(view)}
${count === 0 ? html`<p class="govuk-body">Nothing is here.</p>` : list(view)}
${pageLinks(path, view.page, count, 'contacts')}
${count > 0 ? csvLink(path) : ''}`
}

function filterForm({ choice, path }: QueueView): Html {
  const any = { value: '', text: 'Any' }
  const rating = [
    ...rags.map(value => ({ value, text: ragWords[value] })),
    { value: 'none', text: 'Not rated' },
  ]
  const channels = Object.entries(channelWords).map(([value, text]) => ({ value, text }))
  const chosen = [
    ...(choice.rag
      ? [{ name: 'rag', text: rating.find(({ value }) => value === choice.rag)?.text ?? '' }]
      : []),
    ...(choice.channel ? [{ name: 'channel', text: channelWords[choice.channel] }] : []),
  ]
  const items = chosen.map(({ name, text }) => ({ href: withQuery(path, { [name]: null }), text }))
  const form = html`<form method="get" action="/front-door"><input type="hidden" name="state" value="${choice.state}">${filter(
    {
      heading: { text: 'Filter' },
      optionsHtml: html`${select({ name: 'rag', label: { text: 'Rating' }, items: [any, ...rating], value: choice.rag })}
${select({ name: 'channel', label: { text: 'How it came' }, items: [any, ...channels], value: choice.channel })}`,
      ...(items.length > 0
        ? {
            selectedFilters: {
              heading: { text: 'Chosen' },
              clearLink: { href: `/front-door?state=${choice.state}`, text: 'Clear filters' },
              categories: [{ heading: { text: 'Filters' }, items }],
            },
          }
        : {}),
    },
  )}</form>`
  return details({ summaryText: 'Filter this list', html: form, open: chosen.length > 0 })
}

function list(view: QueueView): Html {
  return denseTable({
    caption: stateWords[view.choice.state],
    captionClasses: 'govuk-visually-hidden',
    head: ['Contact', 'About', 'Rating', 'Decision', 'What waits', 'From'].map(text => ({ text })),
    rows: view.contacts.map(contact => [
      {
        html: html`<a class="govuk-link" href="/front-door/contacts/${contact.id}">${contact.reference}</a><br>${formatDateTime(contact.receivedAt)}`,
      },
      { text: childrenLine(contact.names) },
      { html: rating(contact) },
      { html: dueHtml(contact, view.settings, view) },
      { text: whatWaits(contact) },
      {
        text: `${contact.source ? codeWords('referralSource', contact.source) : 'Not said'}, ${channelWords[contact.channel].toLowerCase()}`,
      },
    ]),
  })
}

/** Danger and the rating, in words beside the colour. */
export function rating({ isDanger, rag }: Pick<QueueContact, 'isDanger' | 'rag'>): Html {
  return html`${isDanger ? html`${tag({ text: 'Danger', classes: 'govuk-tag--red' })} ` : ''}${
    rag
      ? tag({ text: ragWords[rag], classes: ragColours[rag] })
      : tag({ text: 'Not rated', classes: 'govuk-tag--grey' })
  }`
}
