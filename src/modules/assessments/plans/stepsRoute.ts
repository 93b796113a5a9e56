import { sql } from 'kysely'
import { z } from 'zod'
import { recordWriters } from '#modules/casework'
import type { Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { barChart, denseTable, type Html, html } from '#ui'

const MONTHS = 12

/** Plans of one month: decided to step up, to step down, and ended. */
type Month = { readonly month: string; readonly up: number; readonly down: number; readonly ended: number }

/** Steps of the last twelve months, oldest first, of the children whom the reader may see. */
async function steps(work: Work): Promise<readonly Month[]> {
  const first = work.today.with({ day: 1 }).subtract({ months: MONTHS - 1 })
  const next = work.today.with({ day: 1 }).add({ months: 1 })
  const { rows } = await sql<Month>`
    with months as (select generate_series(${first}::date, ${work.today}::date, interval '1 month')::date as starts),
    -- A year of each by its own index (cin_plan_ended, plan_review_stepped_up), whatever was ever recorded before it.
    ended as materialized (
      select date_trunc('month', ended_on)::date as starts, count(*) as plans,
        count(*) filter (where end_reason = 'step_down_early_help') as down
      from cin_plan where ended_on >= ${first}::date and ended_on < ${next}::date group by 1
    ),
    stepped as materialized (
      select date_trunc('month', held_on)::date as starts, count(distinct plan_id) as plans from plan_review
      where decision = 'step_up' and plan_kind = 'cin_plan' and held_on >= ${first}::date and held_on < ${next}::date group by 1
    )
    select to_char(months.starts, 'YYYY-MM') as month, coalesce(stepped.plans, 0)::integer as up,
      coalesce(ended.down, 0)::integer as down, coalesce(ended.plans, 0)::integer as ended
    from months left join ended on ended.starts = months.starts left join stepped on stepped.starts = months.starts
    order by months.starts`.execute(work.db())
  return rows
}

const words = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).toLocaleString('en-GB', { month: 'long', year: 'numeric' })

function chart(id: string, title: string, months: readonly Month[], of: (month: Month) => number): Html {
  const total = months.reduce((sum, month) => sum + of(month), 0)
  return html`<h2 class="govuk-heading-m">${title}</h2>
<p class="govuk-body">${total} in the last twelve months.</p>
${barChart({
  id,
  title,
  description: `${total} in the last twelve months.`,
  labelHeading: 'Month',
  valueHeading: 'Plans',
  bars: months.map(month => ({ label: words(month.month), value: of(month) })),
})}`
}

const show = route({
  method: 'GET',
  url: '/plan-steps',
  admits: recordWriters,
  summary: 'How many child in need plans stepped up or down in each month',
  purpose: 'casework',
  query: z.object({ format: z.enum(['csv']).optional().catch(undefined) }),
  async handle({ work, query }): Promise<Reply> {
    const months = await steps(work)
    const head = ['Month', 'Stepped up', 'Stepped down to early help', 'Ended']
    const rows = months.map(({ month, up, down, ended }) => [words(month), up, down, ended])
    if (query.format === 'csv')
      return { kind: 'csv', fileName: 'plan-steps.csv', header: head, rows, shown: 'nothing' }
    return {
      kind: 'page',
      title: 'Plans stepped up and down',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Plans stepped up and down</h1>
<p class="govuk-body">Of the children whose plans you may see.</p>
${chart('up', 'Stepped up: a strategy discussion was asked for', months, ({ up }) => up)}
${chart('down', 'Stepped down to early help', months, ({ down }) => down)}
${denseTable({ caption: 'Child in need plans by month', head: head.map(text => ({ text })), rows: rows.map(row => row.map(cell => ({ text: String(cell) }))) })}
<p class="govuk-body"><a class="govuk-link" href="/plan-steps?format=csv">Download as CSV</a></p>`,
      shown: 'nothing',
    }
  },
})

export const stepsRoutes = [show]
