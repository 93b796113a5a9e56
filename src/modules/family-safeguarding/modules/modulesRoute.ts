import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { button, html, nothing } from '#ui'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import { nameOf } from '../frame/openFamily.ts'
import { readinessDrawing } from '../sessions/readinessDrawing.ts'
import { sessionsOf } from '../sessions/sessionsOf.ts'
import { moduleNames } from './moduleNames.ts'
import { stepsOf } from './progress.ts'
import { progressDrawing } from './progressDrawing.ts'

/** `/families/:familyId/safeguarding/modules`: progress through the intervention modules, and readiness to change. */
export const modulesRoute = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/modules',
  admits: recordReaders,
  summary: 'Progress of a family through the intervention modules, and readiness to change',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Modules',
      resource: 'module_progress',
      tab: 'modules',
      isWide: true,
      async content(open) {
        const steps = await stepsOf(work, familyId)
        const modules = await moduleNames(work)
        const people = open.members
          .filter(({ person }) => steps.some(({ personId }) => personId === person.id))
          .map(({ person }) => ({ id: person.id, name: person.displayName }))
        const marked = (await sessionsOf(work, familyId)).filter(({ readiness }) => readiness !== null)
        const byPerson = Map.groupBy(marked, ({ personIds }) => personIds[0])
        return html`<h1 class="govuk-heading-l">Modules and readiness</h1>
${people.length === 0 ? html`<p class="govuk-body">No progress is noted yet.</p>` : progressDrawing(steps, { people, modules })}
${open.writes ? html`<div class="kith-no-print">${button({ text: 'Note progress', href: familyPath(familyId, '/modules/new'), classes: people.length === 0 ? '' : 'govuk-button--secondary' })}</div>` : nothing}
${[...byPerson].map(([personId, sessions], place) => (personId === undefined ? nothing : html`<h2 class="govuk-heading-m">Readiness of ${nameOf(open, personId)}</h2>${readinessDrawing(sessions, `readiness-${place}`)}`))}`
      },
    }),
})
