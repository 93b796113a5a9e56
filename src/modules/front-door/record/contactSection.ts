import type { RecordSection } from '#modules/casework'
import { codeWords } from '#reference'
import { denseTable, formatDateTime, html, nothing, tag } from '#ui'
import { contactsAbout } from '../queries/contactsAbout.ts'
import { channelWords, outcomeWords } from '../rules/contactWords.ts'

/** Contacts at the front door on the child's page, newest first, with what was decided and whether the child came back. */
export const contactSection: RecordSection = {
  name: 'contacts',
  order: 12,
  async show(work, personId) {
    const contacts = (await contactsAbout(work, [personId])).toReversed()
    if (contacts.length === 0) return null
    return html`<section id="contacts"><h2 class="govuk-heading-m">Contacts at the front door</h2>
${denseTable({
  caption: 'Contacts, newest first',
  captionClasses: 'govuk-visually-hidden',
  head: ['Received', 'From', 'Decision', 'Referrer told'].map(text => ({ text })),
  rows: contacts.map(one => [
    {
      html: html`<a class="govuk-link" href="/front-door/contacts/${one.id}">${formatDateTime(one.receivedAt)}</a>`,
    },
    { text: one.source ? codeWords('referralSource', one.source) : channelWords[one.channel] },
    {
      html: html`${one.outcome ? outcomeWords[one.outcome] : one.decidedAt ? 'Decided' : 'Waits'} ${
        one.isReReferral ? tag({ text: 'Back within twelve months', classes: 'govuk-tag--yellow' }) : nothing
      }`,
    },
    { text: one.toldOn ? 'Yes' : 'Not yet' },
  ]),
})}</section>`
  },
}
