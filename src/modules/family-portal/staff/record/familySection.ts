import { type RecordSection, writableSubjects } from '#modules/casework'
import { html, nothing, plural } from '#ui'
import { accountsOf } from '../queries/accountsOf.ts'
import { alarmsOf, childWords, familyAnswers } from '../queries/wordsOf.ts'

/** Who of the family may sign in, and what nobody has answered yet; only for those who read the record. */
export const familySection: RecordSection = {
  name: 'family-portal',
  order: 40,
  async show(work, personId) {
    const accounts = (await accountsOf(work, personId)).filter(({ closedAt }) => closedAt === null)
    const words = await childWords(work, personId)
    const answers = await familyAnswers(work, personId)
    if (accounts.length + words.length + answers.length === 0) return null
    const unread = words.filter(({ heardAt }) => heardAt === null).length
    const alarms = (await alarmsOf(work, personId)).filter(({ settledAt }) => settledAt === null).length
    return html`<section id="family-portal"><h2 class="govuk-heading-m">The family’s own access</h2>
${alarms === 0 ? nothing : html`<p class="govuk-body"><strong>Somebody saw what they should not: look at it now.</strong></p>`}
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/family-access">${accounts.length === 0 ? 'Nobody may sign in' : `${plural(accounts.length, 'account')} open`}</a>. <a class="govuk-link" href="/people/${personId}/family-words">What the family has said</a>${unread === 0 ? '' : `: ${plural(unread, 'message')} of the child not read`}.</p></section>`
  },
  async offer(work, personId) {
    // A way to the page where there is nothing yet to show, beside the other things that may be begun.
    if (work.knownAt !== null || (await accountsOf(work, personId)).length > 0) return null
    if ((await writableSubjects(work, [personId])).size === 0) return null
    return html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/family-access">Let the family read and answer online</a></p>`
  },
}
