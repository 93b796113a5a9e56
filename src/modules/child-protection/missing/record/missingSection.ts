import { clockRows, type RecordSection, storedClocks } from '#modules/casework'
import { button, formatDateTime, html, nothing, plural, summaryList } from '#ui'
import { missingOf } from '../queries/missingOf.ts'
import { hoursAway, hoursInWords } from '../rules/episode.ts'
import { shortKinds, shortRisks } from '../rules/words.ts'

/** Whether the child is missing, how often they were, and the interviews that are due. */
export const missingSection: RecordSection = {
  name: 'missing',
  order: 8,
  async show(work, personId) {
    const { episodes } = await missingOf(work, [personId])
    const last = episodes.at(-1)
    if (last === undefined) return null
    const open = last.returned === null ? last : null
    const clocks = (await storedClocks(work, [personId])).filter(
      ({ definitionId, outcome }) => definitionId === 'RHI' && outcome === 'open',
    )
    return html`<section id="missing"><h2 class="govuk-heading-m">Missing</h2>
${open ? html`<p class="govuk-body"><strong>${shortKinds[open.kind]} for ${hoursInWords(hoursAway(open, work.now))}</strong>, since ${formatDateTime(open.startedAt)}. Risk: ${shortRisks[open.risk].toLowerCase()}.</p>` : html`<p class="govuk-body">Last missing from ${formatDateTime(last.startedAt)}.</p>`}
${clocks.length === 0 ? nothing : summaryList({ rows: clockRows(clocks, work.today) })}
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/missing">${plural(episodes.length, 'absence')} on record</a></p></section>`
  },
  async offer(work, personId) {
    const { episodes } = await missingOf(work, [personId])
    const open = episodes.find(({ returned }) => returned === null)
    if (open === undefined) return null
    const text = 'The child is missing: what is being done'
    const href = `/people/${personId}/missing/${open.id}`
    return button({ text, href, classes: 'govuk-button--warning' })
  },
  async sentences(work, personId) {
    const { episodes } = await missingOf(work, [personId])
    return episodes
      .filter(({ returned }) => returned === null)
      .map(({ kind, startedAt }) => `${shortKinds[kind]} since ${formatDateTime(startedAt)}.`)
  },
}
