import type { Uuid } from '#platform/ids'
import { codeWords, londonDate } from '#reference'
import { details, formatDate, type Html, html, nothing, tag } from '#ui'
import type { KnownPerson } from '../../queries/historyOf.ts'
import { isReReferral } from '../../rules/reReferral.ts'
import type { ContactView } from './view.ts'

/** What the record holds of somebody matched: alerts, whether work is open, earlier referrals, the significant lines. */
export function historyHtml(view: ContactView, personId: Uuid): Html {
  const known = view.known.get(personId)
  const person = view.matched.get(personId)
  if (!known)
    return person
      ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}">${person.displayName}</a>, ${person.age}</p>`
      : nothing
  const receivedOn = londonDate(view.contact.received_at)
  const before = known.episodes.filter(
    episode => !view.decisions.some(({ referral_id }) => referral_id === episode.id),
  )
  const isBack = isReReferral(
    receivedOn,
    before.map(episode => episode.receivedOn),
  )
  const isOpen = before.some(
    ({ closedOn, isNoFurtherAction }) => closedOn === null && isNoFurtherAction !== true,
  )
  return html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}">${known.person.displayName}</a>, ${known.person.age}
${isOpen ? tag({ text: 'Open now', classes: 'govuk-tag--blue' }) : nothing}
${isBack ? tag({ text: 'Referred within twelve months', classes: 'govuk-tag--yellow' }) : nothing}</p>
${known.alerts.map(alert => html`<p class="govuk-body"><strong>Alert:</strong> ${alert}</p>`)}
${referrals(before)}${lines(known)}`
}

function referrals(episodes: KnownPerson['episodes']): Html {
  if (episodes.length === 0) return html`<p class="govuk-body">No referral before this.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${episodes
    .toReversed()
    .map(
      episode =>
        html`<li>Referral of ${formatDate(episode.receivedOn)}${episode.primaryNeed ? `, ${codeWords('primaryNeed', episode.primaryNeed)}` : ''}: ${
          episode.isNoFurtherAction === true
            ? 'no further action'
            : episode.closedOn
              ? `closed ${formatDate(episode.closedOn)}`
              : 'open'
        }</li>`,
    )}</ul>`
}

function lines({ lines, person }: KnownPerson): Html {
  if (lines.length === 0) return nothing
  return details({
    summaryHtml: html`History of ${person.displayName}`,
    html: html`<ul class="govuk-list govuk-list--bullet">${lines.map(
      line => html`<li>${formatDate(line.on)}: ${line.title}${line.text ? `. ${line.text}` : ''}</li>`,
    )}</ul><p class="govuk-body"><a class="govuk-link" href="/people/${person.id}/chronology">Whole chronology</a></p>`,
  })
}
