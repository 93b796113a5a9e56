import { button, formatDate, formatDateTime, type Html, html, nothing, summaryList, tag } from '#ui'
import { feedbackChannelWords, outcomeWords, takenFurther } from '../../rules/contactWords.ts'
import { namedWords } from '../../rules/namedWords.ts'
import type { ContactView } from './view.ts'

/** What was decided for each child, and what the referrer was told. */
export function decidedHtml(view: ContactView): Html {
  const { contact, decisions, feedback, names } = view
  if (contact.decided_at === null) return nothing
  const whom = (id: string | null) => {
    const named = view.people.find(person => person.id === id)
    return named ? namedWords(named) : 'The contact as a whole'
  }
  const cards = decisions.map(one =>
    summaryList({
      card: { title: { text: whom(one.contact_person_id), headingLevel: 3 } },
      rows: [
        {
          key: { text: 'Decision' },
          value: {
            html: html`${outcomeWords[one.outcome]} ${one.is_re_referral ? tag({ text: 'Referred again within twelve months', classes: 'govuk-tag--yellow' }) : nothing}`,
          },
        },
        { key: { text: 'Reasons' }, value: { html: html`<div class="kith-typed">${one.reasons}</div>` } },
        ...(one.signposted_to
          ? [{ key: { text: 'Signposted to' }, value: { text: one.signposted_to } }]
          : []),
        {
          key: { text: 'By' },
          value: { text: `${names.get(one.decided_by) ?? 'A colleague'}, ${formatDateTime(one.decided_at)}` },
        },
      ],
    }),
  )
  const told = feedback.map(
    one =>
      html`<p class="govuk-body">${formatDate(one.sent_on)}, ${feedbackChannelWords[one.channel].toLowerCase()}: ${one.body}${one.threshold_reason === null ? nothing : html` Why: ${one.threshold_reason}`}</p>`,
  )
  return html`<section id="decision"><h2 class="govuk-heading-m">Decided ${formatDateTime(contact.decided_at)}</h2>
${cards}${allocateLink(view)}
<h3 class="govuk-heading-s">What the referrer was told</h3>
${told.length > 0 ? told : html`<p class="govuk-body">Nothing yet.</p>`}
${told.length === 0 && view.standing.isStaff && !view.isPast ? html`<p class="govuk-body"><a class="govuk-button govuk-button--secondary" href="/front-door/contacts/${contact.id}/feedback" role="button" draggable="false" data-module="govuk-button">Tell the referrer</a></p>` : nothing}
</section>`
}

/** Children taken further wait in the front door's queue: their manager gives them to a worker, with each caseload in view. */
function allocateLink({ contact, decisions, people, standing, isPast }: ContactView): Html {
  const further = decisions.filter(({ outcome }) => takenFurther.has(outcome))
  if (isPast || !standing.mayDecide || further.length === 0) return nothing
  const children = further.flatMap(
    one => people.find(({ id }) => id === one.contact_person_id)?.person_id ?? [],
  )
  const query = new URLSearchParams(children.map(id => ['child', id]))
  return html`<p class="govuk-body">Until somebody holds them, children who are taken further wait in the front door’s queue.</p>
<p class="govuk-body">${button({ text: 'Give to a worker', href: `/teams/${contact.team_id}/queue?${query.toString()}` })}</p>`
}
