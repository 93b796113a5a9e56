import type { RecordSection } from '#modules/casework'
import { codeWords } from '#reference'
import { formatDate, type Html, html } from '#ui'
import { protectionFactsOf } from '../queries/protectionFactsOf.ts'
import { type TransferIn, transfersInOf } from './transferIn.ts'

/** A child with another authority's plan: who is responsible until when. */
export const transferSection: RecordSection = {
  name: 'transfer-in',
  order: 6,
  async show(work, personId) {
    const transfers = await transfersInOf(work, [personId])
    if (transfers.length === 0) return null
    const { conferences } = await protectionFactsOf(work, [personId])
    const held = conferences.filter(({ kind }) => kind === 'transfer_in').map(({ heldOn }) => heldOn)
    return html`<section id="transfer-in"><h2 class="govuk-heading-m">Plans of other authorities</h2>
${transfers.map(one => line(one, held.find(on => one.acceptedOn && Temporal.PlainDate.compare(on, one.acceptedOn) >= 0) ?? null))}</section>`
  },
}

function line(one: TransferIn, heldOn: Temporal.PlainDate | null): Html {
  const category = one.theirCategory ? `, ${codeWords('abuseCategory', one.theirCategory).toLowerCase()}` : ''
  const since = one.theirPlanSince ? ` since ${formatDate(one.theirPlanSince)}` : ''
  const plan = `${one.fromAuthority}: a plan${since}${category}. Told in writing ${formatDate(one.toldOn)}.`
  if (one.endedOn !== null)
    return html`<p class="govuk-body">${plan} Ended ${formatDate(one.endedOn)}: ${one.endedBecause}</p>`
  if (heldOn !== null)
    return html`<p class="govuk-body">${plan} Responsibility is ours since the conference on ${formatDate(heldOn)}.</p>`
  const base = `/people/${one.personId}`
  return html`<p class="govuk-body">${plan} <strong>${one.fromAuthority} keeps responsibility, visits and core groups until the transfer-in conference here.</strong>
${
  one.acceptedOn === null
    ? one.isPermanent
      ? html`<a class="govuk-link" href="${base}/transfers-in/${one.id}">Accept the move</a>`
      : 'Here for a while: no conference follows.'
    : html`Accepted ${formatDate(one.acceptedOn)}. <a class="govuk-link" href="${base}/meetings/new?kind=transfer_in">Plan the conference</a>`
}</p>`
}
