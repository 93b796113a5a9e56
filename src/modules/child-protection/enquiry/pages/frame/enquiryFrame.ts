import { type FormVisit, personParams, ticksOf, uuidParam, writableSubjects } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { checkboxes, type Html, nothing } from '#ui'
import { begunWith, type EnquiryWhole, enquiryOf } from '../../queries/readEnquiry.ts'

/** Paths of one child's enquiry. */
export const enquiryParams = personParams.extend({ enquiryId: uuidParam })
export type EnquiryParams = { readonly personId: Uuid; readonly enquiryId: Uuid }

export const enquiryPath = ({ personId, enquiryId }: EnquiryParams): string =>
  `/people/${personId}/enquiries/${enquiryId}`

/** An enquiry begun at the same time about a brother or sister. */
export type Sibling = { readonly enquiry: EnquiryWhole; readonly name: string }

/** What the forms of an enquiry are about. */
export type EnquiryContext = {
  readonly enquiry: EnquiryWhole
  /** Open ones of siblings in whose records the sender writes. */
  readonly siblings: readonly Sibling[]
  readonly today: Temporal.PlainDate
}

/** The enquiry of the address with its siblings; null answers as absent. */
export async function readContext(
  visit: Pick<FormVisit<EnquiryParams>, 'work' | 'params'>,
): Promise<EnquiryContext | null> {
  const { work, params } = visit
  const enquiry = await enquiryOf(work, params)
  if (enquiry === null) return null
  return { enquiry, siblings: await siblingsOf(work, enquiry), today: work.today }
}

async function siblingsOf(work: Work, enquiry: EnquiryWhole): Promise<readonly Sibling[]> {
  const others = (await begunWith(work, enquiry)).filter(one => one.id !== enquiry.id && one.isOpen)
  const ids = others.map(({ personId }) => personId)
  const writable = await writableSubjects(work, ids)
  const names = new Map((await personSummaries(work, ids)).map(({ id, displayName }) => [id, displayName]))
  return others.flatMap(one => {
    const name = names.get(one.personId)
    return name !== undefined && writable.has(one.personId) ? [{ enquiry: one, name }] : []
  })
}

/** Ticks for siblings whom the same is written for. */
export function siblingTicks(
  siblings: readonly Sibling[],
  legend: string,
  values: Readonly<Record<string, unknown>>,
): Html {
  if (siblings.length === 0) return nothing
  return checkboxes({
    name: 'also',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: siblings.map(({ enquiry, name }) => ({ value: enquiry.id, text: name })),
    values: [...ticksOf(values, 'also')],
  })
}

/** The enquiry of the address and those of the siblings ticked. */
export function chosen(
  context: EnquiryContext,
  sent: Readonly<Record<string, unknown>>,
): readonly EnquiryWhole[] {
  const ticked = new Set(ticksOf(sent, 'also'))
  return [
    context.enquiry,
    ...context.siblings.filter(({ enquiry }) => ticked.has(enquiry.id)).map(({ enquiry }) => enquiry),
  ]
}

/** Why nothing more is written into an enquiry that ended while the form was open. */
export const ended = {
  outcome: 'refused',
  issues: [
    {
      path: ['ended'],
      message:
        'This enquiry has ended meanwhile, so nothing more is written into it. What you typed is kept as your draft: record it as a note if it matters',
    },
  ],
} as const
