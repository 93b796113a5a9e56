import type { CurrentAddress } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { formatDate, type Html, html, insetText, nothing } from '#ui'
import { grouped } from '../../../keys/readableCode.ts'
import { portalAddress } from '../../../rules/portalAddress.ts'
import type { Invitation } from '../../commands/giveInvitation.ts'

/** The letter of an invitation, to print now: no page has it afterwards. Nothing outside its window tells what it is about. */
export function letterPage(
  childId: Uuid,
  invitation: Invitation,
  to: { readonly name: string; readonly address: CurrentAddress },
): Html {
  const until = formatDate(invitation.endsAt.toZonedDateTimeISO('Europe/London').toPlainDate())
  return html`<div class="kith-no-print">
<h1 class="govuk-heading-l">Print this letter now</h1>
${insetText({ text: 'The code is shown once. It is not kept: if the letter is lost, make a new invitation. Never read it out on the telephone, and never send it by e-mail or text.' })}
${addressAdvice(to.address)}
<p class="govuk-body"><a class="govuk-link" href="/people/${childId}/family-access">Back to the family’s own access</a></p>
</div>
<div class="kith-letter">
<p class="govuk-body kith-portal-words">${to.name}${to.address.outcome === 'known' ? `\n${to.address.lines}\n${to.address.postcode ?? ''}` : nothing}</p>
<p class="govuk-body">You can now read things that are for you, and answer them, on a page of your own.</p>
<ol class="govuk-list govuk-list--number govuk-list--spaced">
<li>Use a phone or computer that nobody else looks at.</li>
<li>Go to <strong>${portalAddress.of() ?? 'the address that your worker gives you'}</strong> and choose “I have a letter with a code”.</li>
<li>Type your number: <strong>${grouped(invitation.number, 3)}</strong></li>
<li>Type your code: <strong>${invitation.code}</strong></li>
<li>Choose a secret word. Do not tell it to anybody.</li>
</ol>
<p class="govuk-body">The code works once, until ${until}. Then you need your number, your secret word, and a card or an app that the page gives you. Keep your number. You can throw the code away.</p>
</div>`
}

/** Another card, to print now. */
export function cardLetterPage(
  childId: Uuid,
  card: readonly string[],
  to: { readonly name: string; readonly address: CurrentAddress },
): Html {
  return html`<div class="kith-no-print">
<h1 class="govuk-heading-l">Print this card now</h1>
${insetText({ text: 'It is shown once and not kept. The card or app that they had has stopped working, and whoever was signed in is out. Their secret word stays. Never read numbers out on the telephone, and never send them by e-mail or text.' })}
${addressAdvice(to.address)}
<p class="govuk-body"><a class="govuk-link" href="/people/${childId}/family-access">Back to the family’s own access</a></p>
</div>
<div class="kith-letter">
<p class="govuk-body kith-portal-words">${to.name}${to.address.outcome === 'known' ? `\n${to.address.lines}\n${to.address.postcode ?? ''}` : nothing}</p>
<p class="govuk-body">This is your new card. The old one has stopped working. So has an app, if you had one.</p>
<p class="govuk-body">To sign in, use your number, your secret word and the next number on this card. Each works once. Cross it out when you have used it.</p>
<ol class="govuk-list govuk-list--number">${card.map(number => html`<li>${grouped(number, 4)}</li>`)}</ol>
<p class="govuk-body">Keep the card where nobody else looks.</p>
</div>`
}

function addressAdvice(address: CurrentAddress): Html {
  if (address.outcome === 'known')
    return html`<p class="govuk-body">Post it to the address on record, in a plain envelope, or give it in hand.${address.isConfidential ? html` <strong>Their address is confidential: check the envelope with somebody.</strong>` : nothing}</p>`
  return html`<p class="govuk-body"><strong>Give it in hand</strong>: ${address.outcome === 'none' ? 'no address is on record.' : 'their address is kept from you.'}</p>`
}
