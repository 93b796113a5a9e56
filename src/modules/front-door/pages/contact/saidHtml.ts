import { codeWords } from '#reference'
import { formatDateTime, type Html, html, nothing, summaryList } from '#ui'
import { channelWords } from '../../rules/contactWords.ts'
import type { ContactView } from './view.ts'

/** What was said, as it was said, and by whom. */
export function saidHtml({ contact, names }: ContactView): Html {
  const rows: readonly (readonly [string, string | null])[] = [
    ['What worries them', contact.worries],
    ['What is going well', contact.strengths],
    ['What would help', contact.wanted],
    ['Does the family know', familyKnows(contact)],
    ['Reaching the family safely', contact.communication],
    ['Address', [contact.address_lines, contact.address_postcode].filter(Boolean).join('\n') || null],
    ['From', referrer(contact)],
    ['Source', contact.source ? codeWords('referralSource', contact.source) : null],
    [
      'Received',
      `${formatDateTime(contact.received_at)}, ${channelWords[contact.channel].toLowerCase()}${
        contact.created_by ? `, written down by ${names.get(contact.created_by) ?? 'a colleague'}` : ''
      }`,
    ],
  ]
  return html`<section id="said"><h2 class="govuk-heading-m">What was said</h2>
${summaryList({
  rows: rows.flatMap(([key, value]) =>
    value === null
      ? []
      : [{ key: { text: key }, value: { html: html`<div class="kith-typed">${value}</div>` } }],
  ),
})}</section>`
}

type Row = ContactView['contact']

function familyKnows({ family_knows, family_knows_not_because }: Row): string | null {
  if (family_knows === null) return null
  return family_knows ? 'Yes' : `No${family_knows_not_because ? `: ${family_knows_not_because}` : ''}`
}

function referrer(contact: Row): string {
  if (contact.is_anonymous) return 'Somebody who does not want to say who they are'
  const { referrer_name, referrer_role, referrer_organisation, referrer_telephone, referrer_email } = contact
  const known = [
    referrer_name,
    referrer_role,
    referrer_organisation,
    referrer_telephone,
    referrer_email,
  ].filter(Boolean)
  return known.length > 0 ? known.join(', ') : 'Not said'
}

/** Danger stands above everything else, with what was done at once. */
export function dangerHtml({ contact }: ContactView): Html {
  if (!contact.is_danger) return nothing
  return html`<section class="govuk-inset-text" aria-label="Danger">
<h2 class="govuk-heading-m">Somebody is in danger</h2>
<p class="govuk-body kith-typed">${contact.danger ?? ''}</p>
<p class="govuk-body kith-typed"><strong>${contact.action_taken ? 'Done at once:' : 'Nothing is recorded as done yet.'}</strong> ${contact.action_taken ?? ''}</p>
</section>`
}
