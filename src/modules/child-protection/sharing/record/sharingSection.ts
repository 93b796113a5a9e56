import { readClockSettings } from '#modules/agencies'
import type { RecordSection } from '#modules/casework'
import { formatDate, formatDateTime, html, nothing } from '#ui'
import { meetingsAbout } from '../../meeting/index.ts'
import { wallsAround, writesSafety } from '../queries/walls.ts'
import { latestShare } from '../rules/latestShare.ts'

/** The papers of the child's conferences, by when the next report goes to the family, and the way to walls for whoever may know of them. */
export const sharingSection: RecordSection = {
  name: 'sharing',
  order: 12,
  async show(work, personId) {
    const meetings = (await meetingsAbout(work, [personId])).filter(
      ({ kind, status }) => kind !== 'strategy' && status !== 'cancelled',
    )
    const knowsWalls =
      (await wallsAround(work, personId)).length > 0 || (await writesSafety(work, [personId]))
    if (meetings.length === 0 && !knowsWalls) return null
    const settings = await readClockSettings(work)
    const lines = meetings.map(meeting => {
      const latest = meeting.status === 'planned' ? latestShare(meeting, settings) : null
      return html`<li><a class="govuk-link" href="/meetings/${meeting.id}/papers">Papers of the meeting on ${formatDateTime(meeting.plannedAt)}</a>${latest === null ? nothing : html`, to be shared by ${formatDate(latest.dueOn)}`}</li>`
    })
    return html`<section id="papers"><h2 class="govuk-heading-m">Papers for the family</h2>
${lines.length === 0 ? nothing : html`<ul class="govuk-list">${lines}</ul>`}
${knowsWalls ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/walls">Walls: who must not find whom</a></p>` : nothing}</section>`
  },
}
