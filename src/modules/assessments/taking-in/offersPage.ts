import {
  checkboxes,
  details,
  type Html,
  html,
  insetText,
  nothing,
  plural,
  select,
  textarea,
  warningText,
} from '#ui'
import { textOf, textsOf } from '../pages/frame/formValues.ts'
import type { FormState } from '../pages/frame/openedForm.ts'
import type { Destination } from './destinations.ts'
import type { Offer, Offers } from './offersFor.ts'
import { reasonName } from './reasonName.ts'
import type { TakenIn } from './sourcesOf.ts'
import { takenLine, takenTable } from './takenInHtml.ts'

const OPEN = 3 // of a chapter, without opening anything

export type OffersView = Offers & {
  readonly destinations: readonly Destination[]
  readonly sources: readonly TakenIn[]
}

/** What may be taken in, by chapter, each piece with where it goes. */
export function offersPage(view: OffersView, state: FormState): Html {
  const { offers, aboutOthers, sources, destinations } = view
  const chapters = Map.groupBy(offers, ({ chapter }) => chapter)
  return html`<p class="govuk-body">What you tick is put into the part that you choose, under a line that says where it comes from. You edit it there, as any text.</p>
${insetText({ text: 'Everybody who reads this assessment reads what you take in: whoever has the record of these children, now or later, also where they may not read the team’s workbook. Take in what the assessment needs.' })}
${offers.length === 0 ? html`<p class="govuk-body">Nothing is written yet that you may take in.</p>` : nothing}
${aboutOthers === 0 ? nothing : html`<p class="govuk-body">${plural(aboutOthers, 'piece')} ${aboutOthers === 1 ? 'is' : 'are'} not offered: also about a child whom this assessment is not about.</p>`}
${[...chapters].map(([chapter, own]) => html`<h2 class="govuk-heading-m">${chapter}</h2>${chapterOffers(view, own, state)}`)}
${takenTable(sources, offers, destinations)}`
}

function chapterOffers(view: OffersView, own: readonly Offer[], state: FormState): Html {
  const ticked = textsOf(state.values, 'take')
  const rest = own.slice(OPEN)
  const isOpen = rest.some(({ key }) => ticked.includes(key))
  return html`${reasonField(own, state)}
${own.slice(0, OPEN).map(offer => offerHtml(view, offer, state))}
${
  rest.length === 0
    ? nothing
    : details({
        summaryText: `${rest.length} earlier`,
        open: isOpen,
        html: html`${rest.map(offer => offerHtml(view, offer, state))}`,
      })
}`
}

function offerHtml({ sources, destinations }: OffersView, offer: Offer, state: FormState): Html {
  const { key, title, job, names, words } = offer
  const taken = takenLine(offer, sources, destinations)
  return html`<div class="govuk-!-margin-bottom-6">
${checkboxes({
  name: 'take',
  idPrefix: `take-${key}`,
  classes: 'govuk-checkboxes--small',
  formGroup: { classes: 'govuk-!-margin-bottom-1' },
  items: [
    {
      value: key,
      text: names.length === 0 ? title : `${title}, about ${names.join(', ')}`,
      ...(job === null ? {} : { hint: { text: `Written by the ${job}` } }),
    },
  ],
  values: [...textsOf(state.values, 'take')],
})}
${taken === null ? nothing : html`<p class="govuk-body-s govuk-!-margin-bottom-1">${taken}</p>`}
${details({ summaryText: 'Read it', classes: 'govuk-!-margin-bottom-2', html: html`<p class="govuk-body kith-prose">${words}</p>` })}
${placeField(offer, destinations, state)}
</div>`
}

const placeField = (
  { key, title, names }: Offer,
  destinations: readonly Destination[],
  state: FormState,
): Html =>
  select({
    name: `to-${key}`,
    label: {
      html: html`Where it goes<span class="govuk-visually-hidden">: ${title} ${names.join(', ')}</span>`,
      classes: 'govuk-label--s',
    },
    items: destinations.map(({ code, label }) => ({ value: code, text: label })),
    value: textOf(state.values, `to-${key}`),
    errorMessage: state.errors.of(`to-${key}`),
  })

/** Words from the work with one who was harmed, or who harms, are given to other readers for a reason that is kept: one for a chapter. */
function reasonField(own: readonly Offer[], { values, errors }: FormState): Html {
  const guarded = own.filter(({ caution }) => caution !== null)
  const [first] = guarded
  if (first === undefined) return nothing
  const cautions = new Set(guarded.map(({ caution }) => caution ?? ''))
  const name = reasonName(first)
  return html`${[...cautions].map(text => warningText({ text, iconFallbackText: 'Warning' }))}
${textarea({
  name,
  rows: 2,
  label: {
    html: html`Why must it stand in the assessment, and why is that safe?<span class="govuk-visually-hidden"> ${first.chapter}</span>`,
    classes: 'govuk-label--s',
  },
  hint: { text: 'Asked only if you take in something of this chapter. The reason is kept' },
  value: textOf(values, name),
  errorMessage: errors.of(name),
})}`
}
