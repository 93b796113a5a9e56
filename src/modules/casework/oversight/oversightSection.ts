import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { formatDate, type Html, html, nothing, plural } from '#ui'
import { directsAll } from '../approvals/directsAll.ts'
import type { RecordSection } from '../registry/recordSection.ts'
import type { CaseworkTables } from '../tables.ts'
import { type OversightEntry, oversightOf } from './oversightOf.ts'

const SHOWN = 3

/** When a manager last looked at the case, and whether that is too long ago. */
export const oversightSection: RecordSection = {
  name: 'oversight',
  order: 60,
  async show(work, personId) {
    const entries = await oversightOf(work, personId, SHOWN)
    const heldSince = await ledSince(work, personId)
    if (entries.length === 0 && heldSince === null) return null
    const weeks = await readSetting(work, 'oversight.weeks')
    const mayAdd = work.knownAt === null && (await directsAll(work, [personId]))
    return html`<section id="oversight"><h2 class="govuk-heading-m">Management oversight</h2>
      <p class="govuk-body">${standing(entries, heldSince, weeks, work.today)}</p>
      ${list(personId, entries)}
      ${mayAdd ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="/people/${personId}/oversight/new">Record management oversight</a></p>` : nothing}
    </section>`
  },
}

/** "Last on 4 May 2026, 3 weeks ago", and that it is overdue where the child is held and the limit has passed. */
function standing(
  [last]: readonly OversightEntry[],
  heldSince: Temporal.PlainDate | null,
  weeks: number,
  today: Temporal.PlainDate,
): string {
  const lastOn = last === undefined ? null : londonDate(last.at)
  const from = lastOn ?? heldSince
  const isLate =
    heldSince !== null && from !== null && Temporal.PlainDate.compare(from.add({ weeks }), today) < 0
  const late = isLate ? ` Overdue: the authority’s limit is ${plural(weeks, 'week')}.` : ''
  if (lastOn === null) return `No manager has recorded oversight.${late}`
  return `Last on ${formatDate(lastOn)}.${late}`
}

function list(personId: Uuid, entries: readonly OversightEntry[]): Html {
  if (entries.length === 0) return nothing
  return html`<ul class="govuk-list govuk-list--bullet">${entries.map(entry =>
    entry.authorName === null
      ? html`<li>${formatDate(londonDate(entry.at))}</li>`
      : html`<li><a class="govuk-link" href="/notes/${entry.noteId}">${formatDate(londonDate(entry.at))}</a>, ${entry.authorName}</li>`,
  )}</ul>
  <p class="govuk-body"><a class="govuk-link" href="/people/${personId}/notes?kind=oversight">All management oversight</a></p>`
}

async function ledSince(work: Work, personId: Uuid): Promise<Temporal.PlainDate | null> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(({ fn }) => fn.min('started_on').as('since'))
    .where('person_id', '=', personId)
    .where('role', 'in', ['lead_social_worker', 'lead_practitioner', 'queue'])
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .executeTakeFirst()
  return row?.since ?? null
}
